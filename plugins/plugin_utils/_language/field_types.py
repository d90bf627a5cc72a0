# SPDX-License-Identifier: GPL-3.0-or-later
"""The types of the inventory language.

A type takes a plain value and the spot where it stands, and returns what the field holds; for a wrong value it reports
that, and returns ``None``. Numbers are strict: LiteLLM keeps a quoted number as text and fails on the first error, much later.
"""

from __future__ import annotations

import re
import typing as t
import unicodedata
from urllib.parse import urlsplit

from ...module_utils._env_text import is_name
from ...module_utils._headers import fits_header
from .._known.names import EFFORTS
from .._report.problems import did_you_mean, type_name
from .._report.report import Spot
from .._report.secrets import REFERENCE, is_key_as_name, looks_real, shown

FieldType = t.Callable[[t.Any, Spot], t.Any]

_CAPABILITY = re.compile(r"[a-z][a-z0-9_]*")
_DURATION = re.compile(r"[1-9]\d*(s|m|h|d|w|mo)")
_NUMERIC = re.compile(r"[+-]?\d+(\.\d+)?")
_LONGEST_NAME = 512
_UNPRINTABLE = ("Cc", "Cs", "Zl", "Zp")
_TEMPLATES = " (a template makes numbers from ansible-core 2.19 on, before that with jinja2_native)"
KEY_REMEDY = "declare it in litellm_secrets and name it with api_key_env"


def text(value: t.Any, at: Spot) -> str | None:
    """Any text."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        remedy = "YAML reads yes, no, on and off as booleans; quote it"
    else:
        remedy = f"write '{value}' in quotes" if isinstance(value, (int, float)) else ""
    at.add("field-type", f"must be text, not {type_name(value)}", remedy)
    return None


def name(value: t.Any, at: Spot) -> str | None:
    """Text that names something: on one line, not empty, without space around it, the same for every reader."""
    checked = text(value, at)
    if checked is None:
        return None
    wrong = _name_fault(checked)
    if wrong:
        at.add("bad-name", wrong)
        return None
    return checked


def _name_fault(value: str) -> str:
    if not value.strip():
        return "is empty"
    if len(value) > _LONGEST_NAME:
        return f"is longer than {_LONGEST_NAME} characters"
    if value != value.strip():
        return "begins or ends with space"
    if any(unicodedata.category(character) in _UNPRINTABLE for character in value):
        return "holds a control character or a line break"
    if REFERENCE in value:
        return f"holds {REFERENCE}, which LiteLLM would replace or pass on as it is"
    return ""


def served_name(value: t.Any, at: Spot) -> str | None:
    """The name of a model, as clients or upstreams know it. No wildcards: LiteLLM gives them a meaning of their own."""
    checked = name(value, at)
    if checked is not None and "*" in checked:
        at.add(
            "wildcard-name",
            "holds *, which LiteLLM takes as a wildcard",
            "declare wildcard routes in LiteLLM's own shape (model_name, litellm_params)",
        )
        return None
    return checked


def environment_name(value: t.Any, at: Spot) -> str | None:
    """The name of an environment variable; never its value."""
    checked = text(value, at)
    if checked is None:
        return None
    variable = checked.removeprefix(REFERENCE)
    if is_key_as_name(variable):
        at.add("secret-in-input", "looks like a key, not like the name of a variable", KEY_REMEDY)
        return None
    if variable != checked and is_name(variable):
        at.add("bad-variable", "is a reference", f"write the name alone: {shown(variable, bare=True)}")
        return None
    if not is_name(checked):
        at.add(
            "bad-variable",
            "is not the name of an environment variable",
            "letters, digits and _, not beginning with a digit",
        )
        return None
    return checked


def literal_key(value: t.Any, at: Spot) -> str | None:
    """A key that is no secret (``sk-none``), for endpoints that ask for none; or a reference to a variable."""
    checked = text(value, at)
    if checked is None:
        return None
    refers = checked.startswith(REFERENCE)
    if is_key_as_name(checked.removeprefix(REFERENCE)) if refers else looks_real(checked):
        at.add("secret-in-input", "looks like a real key, which must not be in a configuration", KEY_REMEDY)
        return None
    if not refers and not fits_header(checked):
        wrong = "begins or ends with space, or holds what no HTTP header carries"
        at.add("bad-header", wrong, "write sk-none where no key is needed")
        return None
    return checked


def url(value: t.Any, at: Spot) -> str | None:
    """An ``http`` or ``https`` address without credentials, or a reference to a variable that holds one."""
    checked = text(value, at)
    if checked is None or checked.startswith(REFERENCE):
        return checked
    wrong, remedy = _url_fault(checked)
    if wrong:
        at.add("bad-url", wrong, remedy)
        return None
    return checked


def _url_fault(value: str) -> tuple[str, str]:
    if _name_fault(value) or any(character.isspace() for character in value):
        return _name_fault(value) or "holds a space", ""
    try:
        parts = urlsplit(value)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return "is not a valid URL", "write https://host/v1"
    if parts.scheme not in ("http", "https"):
        return "is not an http or https URL", "write https://host/v1"
    if not host:
        return "names no host", "write https://host/v1"
    if parts.username is not None or parts.password is not None:
        return "holds credentials", f"take them out of the URL; a key: {KEY_REMEDY}"
    return "", ""


def boolean(value: t.Any, at: Spot) -> bool | None:
    """true or false, not a word for it."""
    if isinstance(value, bool):
        return value
    at.add("field-type", f"must be true or false, not {type_name(value)}", "write it without quotes")
    return None


def whole(minimum: int) -> FieldType:
    """A whole number of at least *minimum*."""

    def check(value: t.Any, at: Spot) -> int | None:
        if isinstance(value, int) and not isinstance(value, bool):
            if value >= minimum:
                return value
            at.add("field-range", f"must be at least {minimum}")
            return None
        at.add("field-type", f"must be a whole number, not {type_name(value)}", _unquoted(value))
        return None

    return check


def number(above_zero: bool) -> FieldType:
    """A number: more than zero, or (not *above_zero*) zero too."""

    def check(value: t.Any, at: Spot) -> float | None:
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            if value > 0 or (value == 0 and not above_zero):
                return value
            at.add("field-range", "must be more than 0" if above_zero else "must not be negative")
            return None
        at.add("field-type", f"must be a number, not {type_name(value)}", _unquoted(value))
        return None

    return check


def _unquoted(value: t.Any) -> str:
    numeric = isinstance(value, str) and _NUMERIC.fullmatch(value.strip())
    return f"write {value.strip()} without quotes{_TEMPLATES}" if numeric else ""


def duration(value: t.Any, at: Spot) -> str | None:
    """A span of time as LiteLLM writes it: ``30s``, ``5m``, ``12h``, ``7d``, ``2w``, ``1mo``."""
    checked = text(value, at)
    if checked is None or _DURATION.fullmatch(checked):
        return checked
    at.add("bad-duration", f"{shown(checked)} is no span of time", "write a number and s, m, h, d, w or mo: 30d")
    return None


def budget(value: t.Any, at: Spot) -> dict[str, t.Any] | None:
    """An amount of money (USD) and the span of time that it is for."""
    fields: dict[str, FieldType] = {"limit": number(above_zero=True), "period": duration}
    checked = record(fields)(value, at)
    if checked is None:
        return None
    missing = [name for name in fields if value.get(name) is None]
    for name in missing:
        at.child(name).add("missing-field", "is missing", "write {limit: <USD>, period: 30d}")
    return checked if checked.keys() == fields.keys() else None


def effort(value: t.Any, at: Spot) -> str | None:
    """A level of reasoning."""
    if isinstance(value, bool):
        message = "YAML reads yes, no, on and off as booleans"
        at.add("field-type", message, "quote a level, or write none to leave the field out")
        return None
    checked = text(value, at)
    if checked is None or checked in EFFORTS:
        return checked
    remedy = did_you_mean(checked, EFFORTS)
    if checked.strip().lower() in ("", "off", "no", "false", "disabled", "null"):
        remedy = "write none to leave the field out"
    at.add("bad-effort", f"{shown(checked)} is no level of reasoning", remedy)
    return None


def list_of(item_type: FieldType) -> FieldType:
    """A list of *item_type*, without repetition."""

    def check(value: t.Any, at: Spot) -> list[t.Any] | None:
        if not isinstance(value, list):
            remedy = f"write [{value}]" if isinstance(value, str) and shown(value) == repr(value) else ""
            at.add("field-type", f"must be a list, not {type_name(value)}", remedy)
            return None
        checked: list[t.Any] = []
        for index, item in enumerate(value):
            result = item_type(item, at.child(index))
            if result is not None and result in checked:
                at.child(index).add("written-twice", f"{shown(result)} is written twice")
            elif result is not None:
                checked.append(result)
        return checked

    return check


def capability(value: t.Any, at: Spot) -> str | None:
    """What a model can do: the ``vision`` of ``supports_vision``."""
    checked = text(value, at)
    if checked is None:
        return None
    if checked.startswith("supports_"):
        at.add("litellm-name", "is LiteLLM's name", f"write {shown(checked[len('supports_') :], bare=True)}")
        return None
    if not _CAPABILITY.fullmatch(checked):
        at.add("bad-name", "must be small letters, digits and _", "for example vision, function_calling")
        return None
    return checked


def mapping(value: t.Any, at: Spot) -> dict[str, t.Any] | None:
    """A dictionary with names as keys, of anything. What stands under a number is read as under its quoted form."""
    if not isinstance(value, dict):
        at.add("field-type", f"must be a dictionary, not {type_name(value)}")
        return None
    for key in value:
        if not isinstance(key, str):
            at.child(str(key)).add("field-type", "is a key that is a number", f'quote it: "{key}"')
    return {str(key): item for key, item in value.items()}


def mapping_of(value_type: FieldType) -> FieldType:
    """A dictionary of *value_type*."""

    def check(value: t.Any, at: Spot) -> dict[str, t.Any] | None:
        checked = mapping(value, at)
        if checked is None:
            return None
        return {key: value_type(item, at.child(key)) for key, item in checked.items()}

    return check


def header(value: t.Any, at: Spot) -> str | None:
    """The value of an HTTP header: one line of text."""
    checked = text(value, at)
    if checked is not None and any(unicodedata.category(character) in _UNPRINTABLE for character in checked):
        at.add("bad-header", "holds a control character or a line break")
        return None
    return checked


def record(fields: t.Mapping[str, FieldType]) -> FieldType:
    """A dictionary with the given *fields*; every one may be left out, and ``null`` leaves it out too."""

    def check(value: t.Any, at: Spot) -> dict[str, t.Any] | None:
        checked = mapping(value, at)
        return None if checked is None else read_record(checked, fields, at.child)

    return check


def read_record(
    entry: t.Mapping[str, t.Any],
    fields: t.Mapping[str, FieldType],
    locate: t.Callable[[str], Spot],
    instead_of: t.Callable[[str], str] = lambda field: "",
) -> dict[str, t.Any]:
    """The checked values of *entry*, in its order. Fields that are wrong, unknown or ``null`` are not in the result.

    :param locate: finds the spot of a field by the name that the entry uses for it.
    :param instead_of: what to write instead of a field that there is not; empty where that is not known.
    """
    checked: dict[str, t.Any] = {}
    for field, value in entry.items():
        if field not in fields:
            locate(field).add("unknown-field", "is not a field here", instead_of(field) or did_you_mean(field, fields))
        elif value is not None:
            result = fields[field](value, locate(field))
            if result is not None:
                checked[field] = result
    return checked
