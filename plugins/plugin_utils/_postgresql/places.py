# SPDX-License-Identifier: GPL-3.0-or-later
"""Where what belongs to PostgreSQL stands on its host, and what its accounts are called."""

from __future__ import annotations

ACCOUNT = "litellm-postgresql"
"""The account and the group that PostgreSQL runs as."""

FOLDER = "/etc/litellm-postgresql"
CONFIGURATION = f"{FOLDER}/postgresql.conf"
ACCESS = f"{FOLDER}/pg_hba.conf"
NAMES = f"{FOLDER}/pg_ident.conf"
CERTIFICATE = f"{FOLDER}/certificate.pem"
KEY = f"{FOLDER}/key.pem"
AUTHORITY = f"{FOLDER}/ca.pem"
DUMP = f"{FOLDER}/dump.py"
STATE = "/var/lib/litellm-postgresql"
DATA = f"{STATE}/data"
RUNTIME = "/run/litellm-postgresql"
RUNTIME_FOLDER = "/etc/tmpfiles.d/litellm-postgresql.conf"
UNITS = "/etc/systemd/system"

SERVICE = "litellm-postgresql.service"
DUMP_SERVICE = "litellm-postgresql-dump.service"
DUMP_TIMER = "litellm-postgresql-dump.timer"

ADMIN = "postgres"
"""The role of PostgreSQL that root on the host, and the account that PostgreSQL runs as, sign in as."""
