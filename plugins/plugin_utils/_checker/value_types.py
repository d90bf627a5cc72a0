# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a value is of the type that LiteLLM expects, in the words of the vocabulary.

A type word is a union such as ``bool|str`` or ``one(a,b)``; a leading ``~`` says that LiteLLM converts the value, so that
text which reads as the type will do.
"""

from __future__ import annotations

import re
import typing as t
from functools import cache

from .._report.problems import did_you_mean
from .._report.secrets import REFERENCE

_NAMES = {
    "str": "text",
    "int": "a whole number",
    "num": "a number",
    "bool": "true or false",
    "list": "a list",
    "dict": "a dictionary",
}
_TYPES: dict[str, tuple[type, ...]] = {
    "str": (str,),
    "int": (int,),
    "num": (int, float),
    "bool": (bool,),
    "list": (list,),
    "dict": (dict,),
}
_READS_AS = {
    "int": re.compile(r"\s*[+-]?\d+(?:\.0*)?\s*"),
    "num": re.compile(r"\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*"),
    "bool": re.compile(r"(?:true|false|yes|no|on|off|t|f|y|n|1|0)", re.IGNORECASE),
}


@cache
def members(word: str) -> tuple[bool, tuple[str, ...], tuple[str, ...]]:
    """A type word taken apart: whether LiteLLM converts, the plain types, the choices."""
    converts, union = word.startswith("~"), word.removeprefix("~")
    choices = [choice for group in re.findall(r"one\(([^)]*)\)", union) for choice in group.split(",")]
    plain = re.sub(r"one\([^)]*\)", "", union)
    return converts, tuple(kind for kind in plain.split("|") if kind), tuple(choices)


def fits(word: str, value: object) -> bool:
    """Whether LiteLLM takes *value* where it expects *word*. Null always fits; a reference fits if it is converted."""
    converts, kinds, choices = members(word)
    if value is None or "any" in kinds:
        return True
    for kind in kinds:
        if type(value) in _TYPES[kind]:
            return True
    if isinstance(value, str):
        if value.startswith(REFERENCE):
            return converts or ("int" not in kinds and "num" not in kinds)
        return value in choices or (converts and any(_READS_AS[k].fullmatch(value) for k in kinds if k in _READS_AS))
    if converts and "bool" in kinds and isinstance(value, int) and not isinstance(value, bool):
        return value in (0, 1)
    return converts and "int" in kinds and isinstance(value, float) and value.is_integer()


def expected(word: str) -> str:
    """What *word* asks for, as an operator would say it."""
    _converts, kinds, choices = members(word)
    names = [_NAMES[kind] for kind in kinds]
    if choices:
        names.append(f"one of {', '.join(choices)}" if len(choices) <= 12 else "one of LiteLLM's names")
    return " or ".join(names)


def remedy(word: str, value: object) -> str:
    """What to write instead of *value*, without showing it, unless it is one of some names."""
    _converts, kinds, choices = members(word)
    if choices and isinstance(value, str):
        return did_you_mean(value, choices)
    if isinstance(value, str):
        reads_as = {"bool": re.compile("true|false", re.IGNORECASE), "int": _READS_AS["int"], "num": _READS_AS["num"]}
        if any(kind in kinds and pattern.fullmatch(value) for kind, pattern in reads_as.items()):
            return "write it without quotes"
    if type(value) in (int, float) and "str" in kinds:
        return "write it in quotes"
    return f"write {expected(word)}"


def is_choice(word: str) -> bool:
    """Whether *word* asks for one of some names, which are no secrets."""
    return bool(members(word)[2])


def is_reference(value: object) -> bool:
    """Whether *value* is an ``os.environ/NAME``."""
    return isinstance(value, str) and value.startswith(REFERENCE)


def is_number(value: t.Any) -> bool:
    """Whether *value* is a number; a boolean is none."""
    return type(value) in (int, float)
