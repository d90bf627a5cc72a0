# SPDX-License-Identifier: GPL-3.0-or-later
"""Where what belongs to Redis stands on its host, and what its accounts are called."""

from __future__ import annotations

ACCOUNT = "litellm-redis"
"""The account and the group that Redis runs as."""

FOLDER = "/etc/litellm-redis"
CONFIGURATION = f"{FOLDER}/redis.conf"
USERS = f"{FOLDER}/users.acl"
REPLICATION = f"{FOLDER}/replication.conf"
SENTINEL = f"{FOLDER}/sentinel.conf"
CERTIFICATE = f"{FOLDER}/certificate.pem"
KEY = f"{FOLDER}/key.pem"
AUTHORITY = f"{FOLDER}/ca.pem"
PEM = {"tls-cert-file": CERTIFICATE, "tls-key-file": KEY, "tls-ca-cert-file": AUTHORITY}
"""Setting of Redis to the file that it names."""
BEGIN = f"{FOLDER}/begin.py"
ADMIN_PASSWORD = f"{FOLDER}/admin"
"""The password of root's account of this Redis, made on the host, which never leaves it."""
UNFINISHED = f"{FOLDER}/unfinished"
"""Names the services that a run was about to start again."""

STATE = "/var/lib/litellm-redis"
STATE_CONFIGURATION = f"{STATE}/redis.conf"
SENTINEL_STATE = "/var/lib/litellm-redis-sentinel"
SENTINEL_STATE_CONFIGURATION = f"{SENTINEL_STATE}/sentinel.conf"
STATES = (STATE, SENTINEL_STATE)
RUNTIME = "/run/litellm-redis"
SOCKET = f"{RUNTIME}/redis.sock"
RUNTIME_FOLDER = "/etc/tmpfiles.d/litellm-redis.conf"

SERVICE = "litellm-redis.service"
SENTINEL_SERVICE = "litellm-redis-sentinel.service"
UNITS = {name: f"/etc/systemd/system/{name}" for name in (SERVICE, SENTINEL_SERVICE)}
MANAGED = (
    *(CONFIGURATION, USERS, REPLICATION, SENTINEL, *PEM.values(), BEGIN),
    *(*UNITS.values(), RUNTIME_FOLDER),
)
"""Every file that a run may write; those that it does not want go."""

ADMIN, REPLICA, WATCHER = "admin", "replica", "sentinel"
"""Accounts of Redis: of root on the host, of the other Redis servers, and of Sentinel."""

SERVICE_NAME = "litellm"
"""What Sentinel calls the Redis servers together."""
