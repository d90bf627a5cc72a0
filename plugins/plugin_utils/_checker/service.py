# SPDX-License-Identifier: GPL-3.0-or-later
"""What LiteLLM can do and a service of this collection cannot: include files."""

from __future__ import annotations

import typing as t

if t.TYPE_CHECKING:
    from .._report.report import Report
    from .checked_config import CheckedConfig


def check_includes(checked: CheckedConfig, report: Report) -> None:
    """Everything is in one file: what another one holds is neither checked nor brought to the host by the role."""
    included = isinstance(checked.config.get("include"), list)
    if included and checked.service_manager and not checked.allows(("include",)):
        message = "names files that are neither checked nor brought to the host; LiteLLM does not start without them"
        report.add("included-file", ("include",), message, "write what they hold here, or let include through by name")
