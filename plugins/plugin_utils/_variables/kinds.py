# SPDX-License-Identifier: GPL-3.0-or-later
"""Kinds of values that variables of roles have, and lists and dictionaries of them.

A kind takes what was declared and the spot where that stands, and returns the value as it is used; of what is none, the spot is told,
and ``None`` comes back. Numbers and booleans may be text: a command line and a template make text of them.
"""

from __future__ import annotations

import contextlib
import ipaddress
import math
import re
import typing as t
from collections.abc import Callable, Mapping

from ansible.module_utils.parsing.convert_bool import boolean

from ...module_utils._addresses import is_address, is_host_name
from .._report.problems import did_you_mean, type_name
from .._report.report import Spot
from .._report.secrets import shown

T = t.TypeVar("T")
Kind = Callable[[t.Any, Spot], T | None]


def quoted(value: t.Any) -> str:
    """*value* as a message names it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return str(value)
    if value is None or isinstance(value, (dict, list, tuple)):
        return type_name(value)
    return shown(value) if str(value) else "empty"


def wrong(at: Spot, rule: str, value: t.Any, what: str, remedy: str = "") -> None:
    """Tell *at* that *value* is not *what* it has to be."""
    at.add(rule, f"is {quoted(value)}, and has to be {what}", remedy)


def text(value: t.Any, at: Spot) -> str | None:
    """Text, or a number, which YAML takes some text for. Nothing is empty text."""
    if isinstance(value, (bool, dict, list, tuple)):
        wrong(at, "field-type", value, "text")
        return None
    return "" if value is None else str(value)


def matching(pattern: str, what: str, rule: str = "bad-name", remedy: str = "") -> Kind[str]:
    """Text that a *pattern* fits."""
    fits = re.compile(pattern).fullmatch

    def read(value: t.Any, at: Spot) -> str | None:
        found = text(value, at)
        if found is None or fits(found):
            return found
        wrong(at, rule, found, what, remedy)
        return None

    return read


word = matching(r"[A-Za-z0-9][A-Za-z0-9._-]*", "letters, digits, '.', '_' and '-'")
path = matching(r"(?!.*/\.\.(/|$))(/[A-Za-z0-9._@+-]+)+", "an absolute path", "bad-path")


def optional(kind: Kind[str]) -> Kind[str]:
    """A *kind*, or nothing, which is empty text."""
    return lambda value, at: "" if value is None or value == "" else kind(value, at)


def both(first: Kind[str], second: Kind[str]) -> Kind[str]:
    """What is of the *first* kind, and of the *second* as it is used then."""

    def read(value: t.Any, at: Spot) -> str | None:
        found = first(value, at)
        return None if found is None else second(found, at)

    return read


def line(value: t.Any, at: Spot) -> str | None:
    """Text without a line break and without any other character that is not shown."""
    found = text(value, at)
    if found is None or found.isprintable():
        return found
    wrong(at, "bad-name", found, "one line of text")
    return None


def host(value: t.Any, at: Spot) -> str | None:
    """An address, or a name of a host."""
    found = text(value, at)
    if found is None or is_address(found) or is_host_name(found):
        return found
    at.add("bad-address", f"is {quoted(found)}, which is neither an address nor a name of a host")
    return None


def host_name(value: t.Any, at: Spot) -> str | None:
    """A name of a host."""
    found = text(value, at)
    if found is None or is_host_name(found):
        return found
    at.add("bad-address", f"is {quoted(found)}, which is no name of a host")
    return None


def parsed(parse: Callable[[str], object], what: str, remedy: str) -> Kind[str]:
    """An address of some kind, which *parse* understands."""

    def read(value: t.Any, at: Spot) -> str | None:
        found = text(value, at)
        if found is None:
            return None
        try:
            parse(found)
        except ValueError:
            at.add("bad-address", f"is {quoted(found)}, which is {what}", remedy)
            return None
        return found

    return read


address = parsed(ipaddress.ip_address, "no address", "0.0.0.0 is every IPv4 address")


def network(value: t.Any, at: Spot) -> str | None:
    """A network, or the one of a single address, as programs write it."""
    found = text(value, at)
    if found is None:
        return None
    remedy = "such as 192.0.2.0/24"
    with contextlib.suppress(ValueError):
        around = str(ipaddress.ip_network(found, strict=False))
        with contextlib.suppress(ValueError):
            return str(ipaddress.ip_network(found))
        remedy = f"write {around}"
    at.add("bad-address", f"is {quoted(found)}, which is no network", remedy)
    return None


def pem(value: t.Any, at: Spot) -> str | None:
    """A certificate or a key, as its text or as the path where it is. Messages have neither."""
    found = text(value, at)
    if not found or found.startswith("/") or "-----BEGIN" in found:
        return found
    at.add("bad-certificate", "is neither an absolute path on the host nor the text of a PEM file")
    return None


def _figure(value: t.Any) -> float | None:
    if isinstance(value, bool) or value is None or isinstance(value, (dict, list, tuple)):
        return None
    try:
        found = float(value)
    except ValueError:
        return None
    return None if math.isnan(found) else found


def number(least: float, most: float = math.inf) -> Kind[float]:
    """A number within limits, both included."""

    def read(value: t.Any, at: Spot) -> float | None:
        found = _figure(value)
        if found is not None and least <= found <= most and math.isfinite(found):
            return found
        what = f"a number of at least {least:g}" if most == math.inf else f"a number from {least:g} to {most:g}"
        wrong(at, "field-type" if found is None else "field-range", value, what)
        return None

    return read


def whole(least: int, most: int) -> Kind[int]:
    """A whole number within limits, both included."""

    def read(value: t.Any, at: Spot) -> int | None:
        found = _figure(value)
        if found is not None and least <= found <= most and found == int(found):
            return int(found)
        rule = "field-type" if found is None or least <= found <= most else "field-range"
        wrong(at, rule, value, f"a whole number from {least} to {most}")
        return None

    return read


port = whole(1, 65535)


def flag(value: t.Any, at: Spot) -> bool | None:
    """True or false, by Ansible's words for it."""
    try:
        return bool(boolean(value))
    except TypeError:
        wrong(at, "field-type", value, "true or false")
        return None


def one_of(*words: str) -> Kind[str]:
    """One of *words*."""

    def read(value: t.Any, at: Spot) -> str | None:
        if value in words:
            return str(value)
        at.add("bad-option", f"is {quoted(value)}", did_you_mean(str(value), words))
        return None

    return read


def items(value: t.Any, at: Spot) -> list[t.Any] | None:
    """A list of anything. Nothing is an empty one, and text is what Ansible takes it for: items with commas between them."""
    if isinstance(value, str):
        return [each.strip() for each in value.split(",")] if value else []
    if value is None or isinstance(value, (list, tuple)):
        return list(value or ())
    at.add("field-type", f"is {type_name(value)}, and has to be a list")
    return None


def list_of(kind: Kind[T]) -> Kind[list[T]]:
    """A list whose items are of a *kind*, without those that are not."""

    def read(value: t.Any, at: Spot) -> list[T] | None:
        found = items(value, at)
        if found is None:
            return None
        made = [kind(item, at.child(index)) for index, item in enumerate(found)]
        return [each for each in made if each is not None]

    return read


def mapping(value: t.Any, at: Spot) -> Mapping[t.Any, t.Any] | None:
    """A dictionary of anything. Nothing is an empty one."""
    if value is None or value == "":
        return {}
    if isinstance(value, Mapping):
        return value
    at.add("field-type", f"is {type_name(value)}, and has to be a dictionary")
    return None


def mapping_of(keys: Kind[str], values: Kind[T]) -> Kind[dict[str, T]]:
    """A dictionary whose keys and values are of two kinds, without entries that are not."""

    def read(value: t.Any, at: Spot) -> dict[str, T] | None:
        given = mapping(value, at)
        if given is None:
            return None
        made = [(keys(name, at.child(str(name))), values(each, at.child(str(name)))) for name, each in given.items()]
        return {name: each for name, each in made if name is not None and each is not None}

    return read


class Field(t.NamedTuple):
    """A field of a dictionary.

    :param default: what stands for it where it is left out, or is null; of a *needed* one there is none.
    """

    kind: Kind[t.Any]
    default: t.Any = None
    needed: bool = False


def record(fields: Mapping[str, Field]) -> Kind[dict[str, t.Any]]:
    """A dictionary with *fields* and no others, which is returned with all of them."""

    def read(value: t.Any, at: Spot) -> dict[str, t.Any] | None:
        given = mapping(value, at)
        if given is None:
            return None
        before = len(at.report.problems)
        for name in given:
            if name not in fields:
                at.child(str(name)).add("unknown-field", "is not a field here", did_you_mean(str(name), fields))
        found = {}
        for name, field in fields.items():
            if given.get(name) is not None:
                found[name] = field.kind(given[name], at.child(name))
            elif field.needed:
                at.child(name).add("missing-field", "is missing")
            else:
                found[name] = field.default
        return found if len(at.report.problems) == before else None

    return read
