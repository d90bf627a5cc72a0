# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of unit files and of supervisor's configuration, dumped from plain data."""

from __future__ import annotations

import typing as t

from .._head import MANAGED
from .._unit_lines import Section, lines


def unit(sections: t.Mapping[str, Section], overrides: t.Mapping[str, Section], note: str = "") -> str:
    """One unit file. A key of *overrides* replaces the same key of the same section, or is added.

    :param note: a line of comment for whoever reads the file later.
    """
    blocks = [f"# {MANAGED}" + (f"\n# {note}" if note else "")]
    names = [*sections, *(name for name in overrides if name not in sections)]
    for name in names:
        merged = {**sections.get(name, {}), **overrides.get(name, {})}
        blocks.append("\n".join([f"[{name}]", *lines(merged)]))
    return "\n\n".join(blocks) + "\n"


def supervisor_file(sections: t.Mapping[str, Section], note: str) -> str:
    """supervisor's configuration file, with *note* as a comment."""
    blocks = [f"; {MANAGED}\n; {note}"]
    blocks += ["\n".join([f"[{name}]", *lines(section)]) for name, section in sections.items()]
    return "\n\n".join(blocks) + "\n"
