# SPDX-License-Identifier: GPL-3.0-or-later
"""PostgreSQL's own files as text: what it is told, and who may come in. None of them holds a secret."""

from __future__ import annotations

import ipaddress
import typing as t

from ...module_utils import _postgresql_places as places
from .._host_files import with_head

if t.TYPE_CHECKING:
    from .declared import PostgreSQL

RESERVED = 5
"""Connections for root on the host: the role itself, a dump, and a person who looks."""


def quoted(value: str) -> str:
    """A value as PostgreSQL's files have it."""
    escaped = value.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


def configuration(declared: PostgreSQL) -> str:
    """``postgresql.conf``."""
    values = {**_place(declared), **_effort(declared), **_LOG, **declared.settings}
    return with_head(f"{name} = {quoted(str(value))}" for name, value in values.items())


def _place(declared: PostgreSQL) -> dict[str, str | int]:
    tls: dict[str, str | int] = {"ssl": "off"}
    if declared.tls:
        tls = {
            "ssl": "on",
            "ssl_cert_file": places.CERTIFICATE,
            "ssl_key_file": places.KEY,
            "ssl_ca_file": "",
            "ssl_min_protocol_version": "TLSv1.2",
        }
    return {
        "data_directory": places.DATA,
        "hba_file": places.ACCESS,
        "ident_file": places.NAMES,
        "listen_addresses": ",".join(declared.listen),
        "port": declared.port,
        "unix_socket_directories": places.RUNTIME,
        # The file of who may come in knows each account.
        "unix_socket_permissions": "0777",
        "password_encryption": "scram-sha-256",
        **tls,
        "max_connections": declared.connections + RESERVED,
        "superuser_reserved_connections": RESERVED,
    }


def _effort(declared: PostgreSQL) -> dict[str, str | int]:
    """What LiteLLM does is many short transactions: keys that are read, sums that are updated, rows of spending that are added."""
    return {
        "shared_buffers": f"{declared.memory // 4}MB",
        "effective_cache_size": f"{declared.memory * 3 // 4}MB",
        "work_mem": "4MB",
        "maintenance_work_mem": f"{max(declared.memory // 16, 16)}MB",
        "random_page_cost": "1.1",
        # A compiler pays for queries of seconds.
        "jit": "off",
        # A row that was accepted is on the disk.
        "synchronous_commit": "on",
        "wal_compression": "on",
        "wal_level": "replica",
        "max_wal_size": "1GB",
        "checkpoint_timeout": "15min",
        "checkpoint_completion_target": "0.9",
        # Sums of keys and teams are updated in place all the time, and the table of spending only grows.
        "autovacuum_vacuum_scale_factor": "0.05",
        "autovacuum_analyze_scale_factor": "0.05",
        "autovacuum_vacuum_insert_scale_factor": "0.05",
        # A worker that hangs in the middle of something holds nobody up for longer.
        "idle_in_transaction_session_timeout": "5min",
        # One that is gone without a word gives its connection back.
        "tcp_keepalives_idle": 60,
        "tcp_keepalives_interval": 10,
        "tcp_keepalives_count": 6,
        "client_connection_check_interval": "10s",
        "authentication_timeout": "15s",
    }


_LOG: dict[str, str | int] = {
    "log_destination": "stderr",
    "logging_collector": "off",
    "log_line_prefix": "%q%u@%d ",
    # A statement may hold what is secret.
    "log_statement": "none",
    "log_min_error_statement": "panic",
    "log_min_duration_statement": -1,
    "log_checkpoints": "off",
    "log_lock_waits": "on",
    "log_autovacuum_min_duration": -1,
    "cluster_name": "litellm",
}


def access(declared: PostgreSQL) -> str:
    """``pg_hba.conf``: who may come in, the first line that fits counts, and who fits none may not."""
    whom = f"{declared.database} {declared.user}"
    lines = [f"local all {places.ADMIN} peer map=admin", f"local {whom} peer map=gateway"]
    addresses = [ipaddress.ip_address(each) for each in declared.listen]
    # The host itself comes from its own addresses when it verifies. To see which those are by itself, the sandbox keeps it from.
    own = [str(ipaddress.ip_network(each)) for each in addresses if not each.is_loopback and not each.is_unspecified]
    lines += [f"hostssl {whom} {each} scram-sha-256" for each in dict.fromkeys((*own, *declared.clients))]
    if declared.listen:
        lines += [f"host {whom} {each} scram-sha-256" for each in ("127.0.0.1/32", "::1/128")]
    return with_head(lines)


def names(declared: PostgreSQL) -> str:
    """``pg_ident.conf``: which account of the host signs in as which role."""
    admins = [f"admin {account} {places.ADMIN}" for account in ("root", places.ACCOUNT)]
    return with_head([*admins, f"gateway {declared.socket_user} {declared.user}"])
