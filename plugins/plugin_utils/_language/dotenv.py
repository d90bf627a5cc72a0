# SPDX-License-Identifier: GPL-3.0-or-later
"""Environment files: ``NAME=value`` lines, as ``docker compose`` and python-dotenv read them, without interpolation.

Blank lines, comments (a line, or after a space), ``export``, single and double quotes (also over several lines) and
the usual backslash escapes inside them. Any value may be a secret, so no problem repeats a part of a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...module_utils._env_text import NAME
from .._report.report import Spot

_SKIPPED = re.compile(r"[^\S\n]*(?:#[^\n]*)?\n?")
_ASSIGNMENT = re.compile(rf"[^\S\n]*(?:export[^\S\n]+)?(?P<name>{NAME})[^\S\n]*=[^\S\n]*")
_QUOTED = re.compile(r"""'(?P<single>(?:[^'\\]|\\.)*)'|"(?P<double>(?:[^"\\]|\\.)*)\"""", re.DOTALL)
_REST = re.compile(r"[^\S\n]*(?:#[^\n]*)?(?:\n|\Z)")
_LINE = re.compile(r"[^\n]*\n?")
_COMMENT = re.compile(r"(?:^|[^\S\n]+)#.*")
_SINGLE_ESCAPE = re.compile(r"\\([\\'])")
_DOUBLE_ESCAPE = re.compile(r"\\([\\'\"abfnrtv$])")
_ESCAPES = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


@dataclass(frozen=True)
class Variable:
    """The value of a variable, and the line that it stands on, counted from 1."""

    value: str = field(repr=False)
    line: int


def parse_env_file(text: str, at: Spot) -> dict[str, Variable]:
    """The variables of *text*, in its order. When a name stands there twice, the last one counts, with a warning."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    variables: dict[str, Variable] = {}
    position = 0
    while position < len(text):
        skipped = _SKIPPED.match(text, position)
        if skipped and skipped.end() > position and (skipped[0].endswith("\n") or skipped.end() == len(text)):
            position = skipped.end()
            continue
        line = text.count("\n", 0, position) + 1
        assignment = _ASSIGNMENT.match(text, position)
        if assignment is None:
            at.add("bad-env-line", "is not NAME=value", line=line)
            position = _end_of_line(text, position)
            continue
        name = assignment["name"]
        value, position, wrong = _value(text, assignment.end())
        if wrong:
            at.child(name).add("bad-env-line", wrong, line=line)
            continue
        if name in variables:
            message = f"stands here a second time, after line {variables[name].line}; this one counts"
            at.child(name).add("repeated-variable", message, line=line)
        variables[name] = Variable(value, line)
    return variables


def _end_of_line(text: str, position: int) -> int:
    match = _LINE.match(text, position)
    return match.end() if match else len(text)


def _value(text: str, position: int) -> tuple[str, int, str]:
    """The value at *position*, where the next line begins, and what is wrong with the value."""
    end = _end_of_line(text, position)
    if text[position : position + 1] not in ("'", '"'):
        return _COMMENT.sub("", text[position:end].rstrip("\n"), count=1).strip(), end, ""
    quoted = _QUOTED.match(text, position)
    if quoted is None:
        return "", end, "has a quotation mark that is never closed"
    rest = _REST.match(text, quoted.end())
    if rest is None:
        return "", _end_of_line(text, quoted.end()), "goes on after its closing quotation mark"
    if quoted["single"] is not None:
        return _SINGLE_ESCAPE.sub(r"\1", quoted["single"]), rest.end(), ""
    return _DOUBLE_ESCAPE.sub(lambda escape: _ESCAPES.get(escape[1], escape[1]), quoted["double"]), rest.end(), ""
