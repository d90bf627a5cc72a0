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
UNFINISHED = f"{FOLDER}/unfinished"
"""Names the services that a run was about to start again."""

STATE = "/var/lib/litellm-postgresql"
DATA = f"{STATE}/data"
RUNTIME = "/run/litellm-postgresql"
SERVICE = "litellm-postgresql.service"
DUMP_SERVICE = "litellm-postgresql-dump.service"
DUMP_TIMER = "litellm-postgresql-dump.timer"
UNITS = {name: f"/etc/systemd/system/{name}" for name in (SERVICE, DUMP_SERVICE, DUMP_TIMER)}
STAMP = f"/var/lib/systemd/timers/stamp-{DUMP_TIMER}"
"""In which systemd keeps when the timer was due last."""
RUNTIME_FOLDER = "/etc/tmpfiles.d/litellm-postgresql.conf"
MANAGED = (CONFIGURATION, ACCESS, NAMES, CERTIFICATE, KEY, AUTHORITY, DUMP, *UNITS.values(), RUNTIME_FOLDER)
"""Every file that a run may write; those that it does not want go."""

ADMIN = "postgres"
"""The role of PostgreSQL that root on the host, and the account that PostgreSQL runs as, sign in as."""
