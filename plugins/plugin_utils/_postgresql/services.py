# SPDX-License-Identifier: GPL-3.0-or-later
"""The units of PostgreSQL and of its dumps, as text. ``@BIN@`` stands for the folder of the programs, which the host knows."""

from __future__ import annotations

import typing as t

from ...module_utils import _postgresql_places as places
from .._systemd import SANDBOX, unit

if t.TYPE_CHECKING:
    from .declared import PostgreSQL

_SANDBOX = (
    # The dump has the same account, and its end would take the memory away that PostgreSQL's processes share.
    *("RemoveIPC=no" if line == "RemoveIPC=yes" else line for line in SANDBOX),
    # A core file would have what clients keep in it.
    "LimitCORE=0",
)


def _account() -> tuple[str, str]:
    return (f"User={places.ACCOUNT}", f"Group={places.ACCOUNT}")


def server_unit() -> str:
    """The unit of PostgreSQL."""
    return unit(
        {
            "Unit": (
                "Description=PostgreSQL for LiteLLM gateways",
                "After=network-online.target",
                "Wants=network-online.target",
                "StartLimitIntervalSec=0",
            ),
            "Service": (
                "Type=notify",
                *_account(),
                f"ReadWritePaths={places.STATE} {places.RUNTIME}",
                f"ExecStart=@BIN@/postgres -D {places.DATA} -c config_file={places.CONFIGURATION}",
                "ExecReload=/bin/kill -HUP $MAINPID",
                # What is under way is rolled back, the rest is written, and nobody is waited for.
                "KillSignal=SIGINT",
                "KillMode=mixed",
                "Restart=always",
                "RestartSec=1",
                # After a crash it goes through what was written since the last checkpoint.
                "TimeoutStartSec=900",
                "TimeoutStopSec=300",
                "LimitNOFILE=10000",
                "OOMScoreAdjust=-500",
                "SyslogIdentifier=litellm-postgresql",
                *_SANDBOX,
            ),
            "Install": ("WantedBy=multi-user.target",),
        }
    )


def dump_unit(declared: PostgreSQL) -> str:
    """The unit that dumps the database once."""
    words = f"{places.DUMP} dump @BIN@ {declared.port} {declared.database} {declared.dump_folder} {declared.dump_keep}"
    return unit(
        {
            "Unit": ("Description=Dump of the database of LiteLLM gateways", f"After={places.SERVICE}"),
            "Service": (
                "Type=oneshot",
                *_account(),
                f"ReadWritePaths={declared.dump_folder}",
                f"ExecStart=/usr/bin/python3 -I {words}",
                "Nice=10",
                "IOSchedulingClass=idle",
                "SyslogIdentifier=litellm-postgresql-dump",
                *_SANDBOX,
            ),
        }
    )


def dump_timer(declared: PostgreSQL) -> str:
    """The timer of the dumps. One that was missed, because the host was off, is made up for."""
    return unit(
        {
            "Unit": ("Description=Dumps of the database of LiteLLM gateways",),
            "Timer": (f"OnCalendar={declared.dump_schedule}", "Persistent=true", "AccuracySec=1min"),
            "Install": ("WantedBy=timers.target",),
        }
    )
