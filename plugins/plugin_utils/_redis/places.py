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
BEGIN = f"{FOLDER}/begin.py"
STATE = "/var/lib/litellm-redis"
STATE_CONFIGURATION = f"{STATE}/redis.conf"
SENTINEL_STATE = "/var/lib/litellm-redis-sentinel"
SENTINEL_STATE_CONFIGURATION = f"{SENTINEL_STATE}/sentinel.conf"
RUNTIME = "/run/litellm-redis"
SOCKET = f"{RUNTIME}/redis.sock"
RUNTIME_FOLDER = "/etc/tmpfiles.d/litellm-redis.conf"
UNITS = "/etc/systemd/system"

SERVICE = "litellm-redis.service"
SENTINEL_SERVICE = "litellm-redis-sentinel.service"

ADMIN, REPLICA, WATCHER = "admin", "replica", "sentinel"
"""Accounts of Redis: of root on the host, of the other Redis servers, and of Sentinel."""

SERVICE_NAME = "litellm"
"""What Sentinel calls the Redis servers together."""
