# SPDX-License-Identifier: GPL-3.0-or-later
"""A configuration that is composed or adopted, before it is checked."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass

if t.TYPE_CHECKING:
    from .._known.deployment import Deployment
    from .._report.locations import Location


@dataclass(frozen=True)
class Draft:
    """A configuration, and what it takes to check it.

    :param content: its YAML text.
    :param deployments: its deployments, those included that clients do not know by name.
    :param origin: maps a location in the configuration, and the rule that it breaks, to where the operator wrote it; None:
        nowhere.
    :param lines: location to line, where the configuration is a file of the operator's own.
    :param holds_secrets: it is a file of the operator's own with secrets in it, so nothing of it should reach a screen.
    """

    config: dict[str, t.Any]
    content: str
    deployments: list[Deployment]
    origin: t.Callable[[Location, str], Location | None]
    lines: dict[Location, int] | None = None
    holds_secrets: bool = False
