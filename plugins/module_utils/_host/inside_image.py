# SPDX-License-Identifier: GPL-3.0-or-later
"""Look at what an image installs, by the image's own Python: it gets what reads as text, and starts without what it would run."""

from __future__ import annotations

import json
import typing as t

from .._release import installation as data
from .._release.installation import Installation, Package, StartFile
from . import installation as reading

WITHOUT_START = ("-I", "-S", "-c")
"""Options of a Python that runs the program behind them, and nothing of its own before it."""

_LINES = 5
"""How many lines of what an engine says are passed on."""

_PROGRAM = """\
import dataclasses, json, sys, types
for package in ("look", "look._release", "look._host"):
    sys.modules[package] = types.ModuleType(package)
for name, text in SOURCES.items():
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].__package__ = name.rpartition(".")[0]
    exec(compile(text, name, "exec"), sys.modules[name].__dict__)
print(json.dumps(dataclasses.asdict(sys.modules[name].read_interpreter())))
"""


class NoAnswer(Exception):
    """The image's Python did not say what it has; the message is what it said instead."""


def program() -> str:
    """What the image's Python is asked, as the text of a program that needs nothing but itself."""
    sources = {f"look.{each.__name__.split('.module_utils.')[1]}": _source_of(each) for each in (data, reading)}
    return f"SOURCES = {sources!r}\n{_PROGRAM}"


def _source_of(module: t.Any) -> str:
    """The text of a module, wherever Ansible keeps it."""
    return str(module.__loader__.get_source(module.__name__))


def read_answer(code: int, output: str, errors: str) -> Installation:
    """What the image's Python answered.

    :param code: its exit code, with what it wrote.
    :raises NoAnswer: it is no answer.
    """
    try:
        found = json.loads(output) if code == 0 else {}
        return Installation(
            python=found["python"],
            shares=found["shares"],
            packages=tuple(Package(**each) for each in found["packages"]),
            start_files=tuple(StartFile(**{**each, "code": tuple(each["code"])}) for each in found["start_files"]),
        )
    except (ValueError, TypeError, KeyError) as error:
        # Engines put advice behind the reason.
        said = " ".join((errors or output).split("\n")[-_LINES:]).strip() or f"it ended with {code}"
        raise NoAnswer(f"its Python does not say what it has: {said}") from error
