# SPDX-License-Identifier: GPL-3.0-or-later
"""Kinds of values that a declaration for Kubernetes has, each a function that reads one, and dictionaries of them."""

from __future__ import annotations

import re
import typing as t

from .._report.problems import Problem, did_you_mean, type_name

if t.TYPE_CHECKING:
    from .._report.locations import Location

_LABEL = re.compile(r"[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")
_SUBDOMAIN = re.compile(r"(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*")
_HOST = re.compile(r"(?=.{1,253}$)(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*")
_KEY = re.compile(r"(?=.{1,253}$)(?!\.\.?$)[-._a-zA-Z0-9]+")
_QUALIFIED = re.compile(r"([a-z0-9.-]{1,253}/)?[A-Za-z0-9]([-_.A-Za-z0-9]{0,61}[A-Za-z0-9])?")
_LABEL_VALUE = re.compile(r"([A-Za-z0-9]([-_.A-Za-z0-9]{0,61}[A-Za-z0-9])?)?")
_DURATION = re.compile(r"[1-9][0-9]*(ms|s|m|h)")
_QUANTITY = re.compile(r"[0-9]+(\.[0-9]+)?(m|[kMGT]i?|Ki)?")


class Fault(Exception):
    """A value is not what it has to be.

    :param message: what is wrong, behind the path.
    :param below: keys that lead from the value to the fault.
    """

    def __init__(self, message: str, remedy: str = "", below: Location = ()) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.below = below


Kind = t.Callable[[t.Any], t.Any]
"""Takes a value and returns it as it is used; raises :class:`Fault`."""


def _matching(pattern: re.Pattern[str], what: str) -> Kind:
    def read(value: t.Any) -> str:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            told = repr(value) if isinstance(value, str) and len(value) < 80 else type_name(value)
            raise Fault(f"is {told}, and has to be {what}")
        return value

    return read


label = _matching(_LABEL, "a name for Kubernetes: small letters, digits and '-', at most 63")
subdomain = _matching(_SUBDOMAIN, "a name for Kubernetes: small letters, digits, '-' and '.', at most 253")
host = _matching(_HOST, "a name of a host, in small letters")
key = _matching(_KEY, "a key of a Secret: letters, digits, '-', '_' and '.'")
duration = _matching(_DURATION, "a time such as 30s or 1m")
path = _matching(re.compile(r"(/[A-Za-z0-9._@+-]+)+"), "an absolute path")
line = _matching(re.compile(r"[^\n]+"), "one line of text")


def boolean(value: t.Any) -> bool:
    """``true`` or ``false``."""
    if not isinstance(value, bool):
        raise Fault(f"is {type_name(value)}, and has to be true or false")
    return value


def whole(least: int, most: int) -> Kind:
    """A whole number from *least* to *most*; text of digits is one, for that is what ``-e`` gives."""

    def read(value: t.Any) -> int:
        number = int(value) if isinstance(value, str) and value.isdecimal() else value
        if isinstance(number, bool) or not isinstance(number, int) or not least <= number <= most:
            raise Fault(f"is {value}, and has to be a whole number from {least} to {most}")
        return number

    return read


def one_of(*words: str) -> Kind:
    """One of *words*."""

    def read(value: t.Any) -> str:
        if value not in words:
            raise Fault(f"is {value}", did_you_mean(str(value), words))
        return str(value)

    return read


def _mapping(value: t.Any) -> dict[t.Any, t.Any]:
    if not isinstance(value, dict):
        raise Fault(f"is {type_name(value)}, and has to be a dictionary")
    return value


def list_of(kind: Kind) -> Kind:
    """A list whose items are of a *kind*."""

    def read(value: t.Any) -> list[t.Any]:
        if not isinstance(value, list):
            raise Fault(f"is {type_name(value)}, and has to be a list")
        found = []
        for index, item in enumerate(value):
            try:
                found.append(kind(item))
            except Fault as fault:
                raise Fault(fault.message, fault.remedy, (index, *fault.below)) from None
        return found

    return read


def mapping_of(keys: Kind, values: Kind) -> Kind:
    """A dictionary whose keys and values are of two kinds."""

    def read(value: t.Any) -> dict[str, t.Any]:
        found = {}
        for name, item in _mapping(value).items():
            try:
                found[keys(name)] = values(item)
            except Fault as fault:
                raise Fault(fault.message, fault.remedy, (str(name), *fault.below)) from None
        return found

    return read


def anything(value: t.Any) -> t.Any:
    """What Kubernetes' own schema judges."""
    return value


def _scalar(value: t.Any) -> str:
    if isinstance(value, (dict, list)) or value is None:
        raise Fault(f"is {type_name(value)}, and has to be text")
    return str(value).lower() if isinstance(value, bool) else str(value)


own_terms = mapping_of(_matching(re.compile(r"[A-Za-z]\w*"), "a field of Kubernetes"), anything)
"""A dictionary in Kubernetes' own terms."""

notes = mapping_of(_matching(_QUALIFIED, "a name such as example.com/name"), _scalar)
labels = mapping_of(
    _matching(_QUALIFIED, "a name such as example.com/name"),
    lambda value: _matching(_LABEL_VALUE, "a label's value: letters, digits, '-', '_' and '.', at most 63")(
        _scalar(value)
    ),
)
quantities = mapping_of(
    one_of("cpu", "memory", "ephemeral-storage"),
    lambda value: _matching(_QUANTITY, "a quantity such as 500m or 2Gi")(_scalar(value)),
)


class FileSource(t.NamedTuple):
    """What has a file that pods read.

    :param kind: ``configMap`` or ``secret``.
    """

    kind: str
    name: str
    key: str


_KINDS_OF_SOURCES = {"config_map": "configMap", "secret": "secret"}


def file_source(value: t.Any) -> FileSource:
    """``{config_map: NAME, key: KEY}`` or ``{secret: NAME, key: KEY}``."""
    given = _mapping(value)
    known = (*_KINDS_OF_SOURCES, "key")
    for name in given:
        if name not in known:
            raise Fault("is not a field here", did_you_mean(str(name), known), (str(name),))
    named = [name for name in _KINDS_OF_SOURCES if name in given]
    if len(named) != 1 or "key" not in given:
        raise Fault("has to name one of config_map and secret, and a key")
    return FileSource(_KINDS_OF_SOURCES[named[0]], subdomain(given[named[0]]), key(given["key"]))


class Field(t.NamedTuple):
    """A field of a dictionary.

    :param default: what stands for it where it is left out; of a *needed* one there is none.
    """

    kind: Kind
    default: t.Any = None
    needed: bool = False


def record(value: t.Any, fields: t.Mapping[str, Field], location: Location) -> tuple[dict[str, t.Any], list[Problem]]:
    """The fields of the dictionary *value*, complete, and everything that is wrong with it."""
    found = {name: field.default for name, field in fields.items()}
    if not isinstance(value, dict):
        return found, [Problem(location, f"is {type_name(value)}, and has to be a dictionary")]
    problems = []
    for name, item in value.items():
        if name not in fields:
            problems.append(Problem((*location, str(name)), "is not a field here", did_you_mean(str(name), fields)))
            continue
        try:
            found[name] = fields[name].kind(item)
        except Fault as fault:
            problems.append(Problem((*location, name, *fault.below), fault.message, fault.remedy))
    problems += [
        Problem((*location, name), "is missing")
        for name, field in fields.items()
        if field.needed and value.get(name) is None and name not in value
    ]
    return found, problems
