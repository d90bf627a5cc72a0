# SPDX-License-Identifier: GPL-3.0-or-later
"""Units of systemd as text, and the lines that keep a service in its bounds."""

from __future__ import annotations

import typing as t

from ..module_utils import _unit_lines
from ..module_utils._head import HEAD

SANDBOX = tuple(_unit_lines.lines(_unit_lines.SANDBOX))
"""The lines that keep a service in its bounds."""


def unit(sections: t.Mapping[str, t.Iterable[str]]) -> str:
    """A unit, from the names of its sections to their lines."""
    blocks = ["\n".join([f"[{name}]", *section]) for name, section in sections.items()]
    return "\n".join([HEAD, "\n\n".join(blocks), ""])
