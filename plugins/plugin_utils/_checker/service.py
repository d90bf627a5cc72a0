# SPDX-License-Identifier: GPL-3.0-or-later
"""What LiteLLM can do and a service of this collection cannot: include files, use a database without Prisma's client."""

from __future__ import annotations

import typing as t

from ...module_utils._managers import runs_containers

if t.TYPE_CHECKING:
    from .._report.report import Report
    from .checked_config import CheckedConfig

DATABASE = "DATABASE_URL"


def lacks_database(service_manager: str) -> bool:
    """Whether a service of *service_manager* cannot use a database; one that is not the collection's own may."""
    return service_manager != "" and not runs_containers(service_manager)


def no_database(service_manager: str) -> tuple[str, str]:
    """What is wrong with a database, and what to do instead."""
    message = (
        "asks for a database, but where LiteLLM is installed from PyPI "
        f"(service manager {service_manager}) there is no client of Prisma; LiteLLM does not start"
    )
    return message, "take it out"


def check_database(checked: CheckedConfig, report: Report) -> None:
    """The service can use the database that ``general_settings`` names."""
    location = ("general_settings", "database_url")
    if (
        checked.block(location[0]).get(location[1])
        and lacks_database(checked.service_manager)
        and not checked.allows(location)
    ):
        severity: t.Literal["error", "warning"] = "warning" if checked.looked_at else "error"
        report.add("no-database", location, *no_database(checked.service_manager), severity)


def check_includes(checked: CheckedConfig, report: Report) -> None:
    """Everything is in one file: what another one holds is neither checked nor brought to the host by the role."""
    included = isinstance(checked.config.get("include"), list)
    if included and checked.service_manager and not checked.allows(("include",)):
        message = "names files that are neither checked nor brought to the host; LiteLLM does not start without them"
        report.add("included-file", ("include",), message, "write what they hold here, or let include through by name")
