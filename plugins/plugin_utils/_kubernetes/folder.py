# SPDX-License-Identifier: GPL-3.0-or-later
"""What has to happen to a folder so that it has exactly the files of a gateway. Pure; looks at nothing."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass

from ...module_utils._head import HEAD

if t.TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Changes:
    """What differs.

    :param written: names of files that are new or have another text.
    :param removed: names of files of an earlier run that nothing declares any more.
    :param foreign: names of files that are wanted and that somebody else has written.
    """

    written: tuple[str, ...]
    removed: tuple[str, ...]
    foreign: tuple[str, ...]


def changes(there: Mapping[str, str], wanted: Mapping[str, str]) -> Changes:
    """What differs between the files that are *there* and those that are *wanted*, both from name to text."""
    ours = {name for name, text in there.items() if text.startswith(HEAD)}
    return Changes(
        written=tuple(sorted(name for name, text in wanted.items() if there.get(name) != text)),
        removed=tuple(sorted(ours - set(wanted))),
        foreign=tuple(sorted(name for name in wanted if name in there and name not in ours)),
    )
