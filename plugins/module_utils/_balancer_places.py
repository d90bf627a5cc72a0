# SPDX-License-Identifier: GPL-3.0-or-later
"""Where what belongs to a balancer stands on its host, and what its parts are called. The role's tasks get these from the plan."""

from __future__ import annotations

ACCOUNT = "litellm-balancer"
"""The account and the group that HAProxy runs as."""

FOLDER = "/etc/litellm-balancer"
CONFIGURATION = f"{FOLDER}/haproxy.cfg"
CERTIFICATE = f"{FOLDER}/certificate.pem"
ADDRESS_CONFIGURATION = f"{FOLDER}/keepalived.conf"
ALIVE = f"{FOLDER}/alive.py"

RUNTIME = "/run/litellm-balancer"
SOCKET = f"{RUNTIME}/admin.sock"
MASTER_SOCKET = f"{RUNTIME}/master.sock"

SERVICE = "litellm-balancer.service"
PORT_SOCKET = "litellm-balancer.socket"
"""The unit that holds the clients' ports, so that they are there while HAProxy is not."""
ADDRESS_SERVICE = "litellm-balancer-address.service"

BACKEND = "gateways"
"""What HAProxy calls the gateways together."""

LAST_RESORT = ":last-resort"
"""What HAProxy's name of a gateway ends with where it gets requests although none is found ready."""
