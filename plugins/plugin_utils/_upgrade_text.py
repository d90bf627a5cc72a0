# SPDX-License-Identifier: GPL-3.0-or-later
"""What another version of LiteLLM changes, as a person reads it: one sentence, the lines below it, and the refusal."""

from __future__ import annotations

import dataclasses
import typing as t
from dataclasses import dataclass

from ._known.deployment import MODEL_LIST, read_deployments
from ._known.names import BLOCKS
from ._known.releases import UnknownVersion
from ._report.locations import Plain

if t.TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ._known.changes import Change
    from ._report.problems import Problem
    from ._upgrade import Packages, Upgrade

VARIABLE = "acknowledged_version"


@dataclass(frozen=True)
class Told:
    """An upgrade in words.

    :param headline: all of it in one sentence.
    :param lines: what that counts, but for ``unacknowledged``.
    :param unacknowledged: the changes of behaviour that nobody has acknowledged.
    :param refusal: why a run goes no further until somebody does, with what to write; empty where nothing is left.
    """

    headline: str
    lines: list[str]
    unacknowledged: list[str]
    refusal: str


def told(found: Upgrade, declared: t.Any = None, acknowledged: str = "", prefix: str = "", python: str = "") -> Told:
    """*found* in words.

    :param declared: the configuration, where variables declare it; None: it is a file, and named as it stands.
    :param acknowledged: the version that the operator has acknowledged, or ``''``.
    :param prefix: what the caller's variables have before the names of options.
    :param python: the host's, for the sentence about Python.
    """
    problem = ""
    try:
        open_changes = found.unacknowledged(acknowledged)
    except UnknownVersion:
        open_changes = found.changes
        problem = f"{prefix}{VARIABLE} is {acknowledged!r}, which is no version of LiteLLM; "
    known = [each for each in found.changes if each not in open_changes]
    named = _Names(declared, prefix)
    return Told(
        _headline(found),
        [
            *(f"behaviour, acknowledged: {_sentence(each)}" for each in known),
            *(f"finding that appears: {line}" for line in named.lines(found.appear)),
            *(f"finding that goes: {line}" for line in named.lines(found.go)),
            *(f"default: {_default(each.path, each.before, each.after, named)}" for each in found.defaults),
            *(_package_lines(found.packages) if found.packages else ()),
            *(
                [f"Python: LiteLLM {found.after} needs {found.python}, and this host's is {python}"]
                if found.python
                else []
            ),
            *(
                f"LiteLLM {version} is compared as {nearest}, the nearest version that is known"
                for version, nearest in found.unknown.items()
            ),
        ],
        [f"behaviour: {_sentence(each)}" for each in open_changes],
        _refusal(found, open_changes, prefix, problem),
    )


def _headline(found: Upgrade) -> str:
    counts = [
        _counted(len(found.changes), "change of behaviour", "changes of behaviour"),
        _counted(len(found.appear), "finding that appears", "findings that appear"),
        _counted(len(found.go), "finding that goes", "findings that go"),
        _counted(len(found.defaults), "other default", "other defaults"),
    ]
    inside = ", ".join(filter(None, counts)) or "nothing changes that this configuration uses"
    packages = f"; {_brought(found.packages)}" if found.packages else ""
    return f"LiteLLM {found.after} after {found.before}: {inside}{packages}"


def _brought(packages: Packages) -> str:
    counts = [
        _counted(len(packages.came), "package comes", "packages come"),
        _counted(len(packages.went), "package goes", "packages go"),
        _counted(
            len(packages.moved) + packages.renewed, "package gets another version", "packages get another version"
        ),
    ]
    return ", ".join(filter(None, counts)) or "all packages stay"


def _counted(count: int, one: str, many: str) -> str:
    return "" if not count else f"{count} {one if count == 1 else many}"


def _sentence(change: Change) -> str:
    return f"since {change.since}, {change.sentence}; {change.remedy}"


def _default(path: str, before: str, after: str, named: _Names) -> str:
    return f"{named.variable(path)} is {_shown(after)}, and was {_shown(before)}"


def _shown(value: str) -> str:
    """A default, which is JSON, as a sentence has it."""
    return "not set" if value == "null" else value


def _package_lines(packages: Packages) -> Iterator[str]:
    several = {"packages that come": packages.came, "packages that go": packages.went}
    for what, names in several.items():
        if names:
            yield f"{what}: {', '.join(f'{name} {version}' for name, version in names.items())}"
    if packages.moved:
        moved = (f"{name} {after} after {before}" for name, (before, after) in packages.moved.items())
        yield f"packages with another first number: {', '.join(moved)}"


def _refusal(found: Upgrade, changes: Sequence[Change], prefix: str, problem: str) -> str:
    if not changes or not found.newer:
        return ""
    head = (
        f"{problem}LiteLLM {found.after} does otherwise than {found.before}, which serves here, what this configuration "
        "uses; nothing was changed."
    )
    lines = [f"  - {_sentence(each)}" for each in changes]
    return "\n".join([head, *lines, f"When you have read this, write {prefix}{VARIABLE}: {found.after} and run again."])


class _Names:
    """What findings and settings are called: as the operator wrote them."""

    def __init__(self, declared: t.Any, prefix: str) -> None:
        self._declared = isinstance(declared, dict)
        self._prefix = prefix
        deployments = read_deployments(declared) if isinstance(declared, dict) else []
        self._keys: Mapping[int, str] = {each.location[1]: str(each.info.get("id", each.name)) for each in deployments}

    def variable(self, path: str) -> str:
        """A setting, ``<block>.<key>``."""
        return path if not self._declared or path.startswith(self._prefix) else self._prefix + path

    def lines(self, problems: Sequence[Problem]) -> list[str]:
        """One line for each problem, and for the same one of several models."""
        groups: dict[tuple[t.Any, ...], list[Problem]] = {}
        for problem in problems:
            at = problem.location
            place = ("*", *at[2:]) if at[:1] == (MODEL_LIST,) and len(at) > 1 else at
            groups.setdefault((place, problem.rule, problem.message), []).append(problem)
        return [
            self._named(each[0]).as_line() + (f", and {len(each) - 1} more of the kind" if len(each) > 1 else "")
            for each in groups.values()
        ]

    def _named(self, problem: Problem) -> Problem:
        block, *below = problem.location or ("",)
        if not self._declared:
            return problem
        if block == MODEL_LIST and below and below[0] in self._keys:
            location = (Plain(f"{self._prefix}models"), self._keys[below[0]], *below[1:])
            return dataclasses.replace(problem, location=location)
        if block in BLOCKS:
            return dataclasses.replace(problem, location=(Plain(self.variable(str(block))), *below))
        return problem
