# SPDX-License-Identifier: GPL-3.0-or-later
"""Where what belongs to Redis stands on its host, as far as the host's half has to know it by itself."""

from __future__ import annotations

ACCOUNT = "litellm-redis"
FOLDER = "/etc/litellm-redis"
CONFIGURATION = f"{FOLDER}/redis.conf"
USERS = f"{FOLDER}/users.acl"
CERTIFICATE = f"{FOLDER}/certificate.pem"
AUTHORITY = f"{FOLDER}/ca.pem"
PEM = {"tls-cert-file": CERTIFICATE, "tls-key-file": f"{FOLDER}/key.pem", "tls-ca-cert-file": AUTHORITY}
SENTINEL = f"{FOLDER}/sentinel.conf"
ADMIN_PASSWORD = f"{FOLDER}/admin"
"""The password of root's account of this Redis, made here, which never leaves the host."""
UNFINISHED = f"{FOLDER}/unfinished"
"""Names the services that a run was about to start again."""

STATES = ("/var/lib/litellm-redis", "/var/lib/litellm-redis-sentinel")
RUNTIME = "/run/litellm-redis"
SOCKET = f"{RUNTIME}/redis.sock"
SERVICE = "litellm-redis.service"
SENTINEL_SERVICE = "litellm-redis-sentinel.service"
UNITS = {name: f"/etc/systemd/system/{name}" for name in (SERVICE, SENTINEL_SERVICE)}
RUNTIME_FOLDER = "/etc/tmpfiles.d/litellm-redis.conf"
MANAGED = (
    *(CONFIGURATION, USERS, *PEM.values(), SENTINEL, f"{FOLDER}/replication.conf", f"{FOLDER}/begin.py"),
    *(*UNITS.values(), RUNTIME_FOLDER),
)
"""Every file that a run may write; those that it does not want go."""

ADMIN = "admin"
SERVICE_NAME = "litellm"
