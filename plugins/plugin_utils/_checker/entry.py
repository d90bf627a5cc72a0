# SPDX-License-Identifier: GPL-3.0-or-later
"""One dictionary below a block, such as an entry of a list: the keys that it must have, may have, and nearly has."""

from __future__ import annotations

import typing as t

from ...module_utils._nearest import nearest
from .._report.problems import did_you_mean, type_name
from . import value_types as types

if t.TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from .._known.deployment import Block
    from .._report.locations import Location
    from .._report.problems import Severity
    from .._report.report import Report
    from .checked_config import CheckedConfig

REFUSES = "LiteLLM refuses to start"
IGNORES = "LiteLLM does not look at it"


def check_closed(
    checked: CheckedConfig,
    report: Report,
    table: str,
    location: Location,
    entry: Block,
    effect: str = f"{REFUSES}, or does not look at it",
    *,
    severity: Severity | None = None,
    firm: bool = False,
) -> None:
    """*entry* has no key that *table* does not have, and every value is of its type."""
    check_known(checked, report, table, location, entry, effect, severity=severity, firm=firm)
    check_types(checked, report, table, location, entry)


def check_known(
    checked: CheckedConfig,
    report: Report,
    table: str,
    location: Location,
    entry: Block,
    effect: str,
    *,
    severity: Severity | None = None,
    firm: bool = False,
) -> None:
    """*entry* has no key that *table* does not have.

    :param effect: what LiteLLM does with a key that it does not know.
    :param severity: of a key that is no misspelling, where that may be harmless.
    """
    known = checked.vocabulary.tables.get(table, {})
    for key in entry if known else ():
        if key not in known and not checked.allows((*location, key)):
            level = None if nearest(str(key), known) else severity
            message = f"is not known here; {effect}"
            report.add("unknown-key", (*location, key), message, did_you_mean(str(key), known), level, firm=firm)


def check_misspelt(
    checked: CheckedConfig,
    report: Report,
    table: str,
    location: Location,
    entry: Block,
    more: Collection[str] = (),
    guess: Callable[[str, Iterable[str]], str] = nearest,
    *,
    firm: bool = False,
) -> None:
    """Only a key that is nearly one of *table* is a mistake: others are handed on to what takes them, or are notes.

    :param guess: what a key stands for that is none of them.
    """
    known = checked.vocabulary.tables.get(table, {})
    for key in entry:
        close = "" if key in known or key in more else guess(str(key), [*known, *more])
        if close and not checked.allows((*location, key)):
            message = f"is not known here; {IGNORES}"
            report.add("unknown-key", (*location, key), message, f"did you mean {close!r}?", firm=firm)


def check_types(
    checked: CheckedConfig, report: Report, table: str, location: Location, entry: Block, effect: str = REFUSES
) -> None:
    """Every value is of the type that *table* has for its key.

    :param effect: what LiteLLM does with a value of another type.
    """
    known = checked.vocabulary.tables.get(table, {})
    for key, value in entry.items():
        word = known.get(key, "any")
        if not types.fits(word, value):
            message = f"must be {types.expected(word)}, not {type_name(value)}; {effect}"
            report.add("wrong-type", (*location, key), message, types.remedy(word, value))


def is_converted(word: str, value: object) -> bool:
    """Whether LiteLLM makes a value of the type *word* of *value*: blank text is none, and words are of any case."""
    if isinstance(value, bool):
        return "num" in word or "int" in word
    return isinstance(value, str) and (not value.strip() or types.fits(word, value.lower()))


def check_required(report: Report, keys: Collection[str], location: Location, entry: Block, effect: str) -> None:
    """*entry* has each of *keys*."""
    for key in keys:
        if entry.get(key) is None:
            report.add("missing-key", (*location, key), f"is missing; {effect}", f"write {key}")


def listed(checked: CheckedConfig, report: Report, block: str, key: str) -> Iterator[tuple[Location, Block]]:
    """The dictionaries in a setting of *block* that is a list; that it is one is another check's business."""
    value = checked.block(block).get(key)
    return dictionaries(report, (block, key), value if isinstance(value, list) else None)


def dictionaries(report: Report, location: Location, entries: object) -> Iterator[tuple[Location, Block]]:
    """The dictionaries in a list or a dictionary; whatever else stands there is a finding."""
    if isinstance(entries, dict):
        pairs: list[tuple[t.Any, t.Any]] = list(entries.items())
    else:
        pairs = list(enumerate(entries)) if isinstance(entries, list) else []
    for key, entry in pairs:
        if isinstance(entry, dict):
            yield (*location, key), entry
        else:
            message = f"must be a dictionary, not {type_name(entry)}; {REFUSES}"
            report.add("wrong-shape", (*location, key), message)
