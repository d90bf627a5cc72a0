# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a gateway is, was, or was about to be: what the files that it has in fixed places say. Pure; reads by functions."""

from __future__ import annotations

import typing as t

from .layout import SLOTS, Layout
from .records import Record


def known_places(
    layout: Layout,
    privileged: bool,
    text_of: t.Callable[[str], str | None],
    records_of: t.Callable[[Layout], t.Iterable[Record]],
) -> tuple[Layout, ...]:
    """Where else than in *layout* a gateway of this host is known to be.

    systemd's units have a fixed place, and name the folders. supervisor's configuration has none, so it is found, and
    names the others, where its folder or the state folder is still the same. Of the records, only the two newest count: a
    later gateway may have the folders of an earlier one.

    :param privileged: whether the play acts as root; else systemd's units are those of somebody else.
    :param text_of: text of the file at a path; None where there is none.
    :param records_of: what was released in a place.
    """
    found = [layout]
    for place in found:
        paths = [place.supervisor_config()]
        if privileged:
            paths += [path for slot in SLOTS for path in place.service_units(slot)]
        named = [layout.named_in(text_of(path) or "") for path in paths]
        recorded = sorted(records_of(place), key=lambda record: record.number)[-2:]
        named += [layout.at(record.folders) for record in recorded]
        found += [each for each in dict.fromkeys(named) if each and each not in found]
    return tuple(found[1:])


def place_of(layout: Layout, served: Record | None) -> Layout:
    """Where the gateway of a record is; where the record does not say, as *layout* does."""
    return (layout.at(served.folders) if served else None) or layout


def stale_units(layout: Layout, texts: t.Mapping[str, str], slot: int) -> list[str]:
    """The units of other slots than *slot* that still name another place than *layout*.

    :param texts: text of each unit that is there.
    """
    units = [path for other in SLOTS if other != slot for path in layout.service_units(other)]
    return [path for path in units if (layout.named_in(texts.get(path, "")) or layout) != layout]
