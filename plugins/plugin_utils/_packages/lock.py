# SPDX-License-Identifier: GPL-3.0-or-later
"""A lock: pip's requirements with a version and hashes for each package that an installation of LiteLLM gets.

A lock is universal: it has a package once for each Python and platform that needs another version of it, under a marker.
What is wrong with one becomes sentences, never an exception.
"""

from __future__ import annotations

import contextlib
import re
import typing as t
from dataclasses import dataclass

# ansible-core requires it; ansible-test imports plugins without what ansible-core requires.
with contextlib.suppress(ImportError):
    from packaging.markers import InvalidMarker, Marker, UndefinedComparison, UndefinedEnvironmentName
    from packaging.requirements import InvalidRequirement, Requirement
    from packaging.specifiers import InvalidSpecifier, SpecifierSet
    from packaging.utils import canonicalize_name
    from packaging.version import InvalidVersion, Version

if t.TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WRITES = "playbooks/lock.yml"
"""The playbook that writes locks."""

EXAMPLE = "litellm==1.2.3 --hash=sha256:…"
"""What a line of a lock looks like, for messages."""

_GATEWAY = ("fastapi", "gunicorn", "uvicorn")
"""What the gateway imports beside LiteLLM, and what ``litellm[proxy]`` brings."""

_HEADER = re.compile(r"# litellm==(?P<litellm>\S+); python(?P<python>\S+)$")
_MADE_FOR = re.compile(r"^#.*(?:--python-version[= ]|pip-compile with Python )(\d+\.\d+(?:\.\d+)?)", re.MULTILINE)
_COMMENT = re.compile(r"(^|\s)#.*")
_HASH = re.compile(r"--hash[= ](\w+:\w+)")
_OPTIONS = (
    "--index-url",
    "-i",
    "--extra-index-url",
    "--find-links",
    "-f",
    "--no-binary",
    "--only-binary",
    "--trusted-host",
)
_SHOWN = 60
"""How many characters of a line a message shows."""


@dataclass(frozen=True)
class Target:
    """What packages are chosen for: the Python, the machine and the C library that an environment has on a host.

    :param python: version, ``3.11.2``; without the last number it stands for the first of its line.
    :param machine: as the kernel names it: ``x86_64``, ``aarch64``.
    :param libc: version of the GNU C library, ``2.36``; empty where there is another one.
    """

    python: str
    machine: str
    libc: str = ""

    @property
    def marker_values(self) -> dict[str, str]:
        """Value of each variable that a marker may ask for, on a host: Linux and CPython."""
        release = Version(self.python).release
        full = ".".join(map(str, (*release, 0, 0)[: max(3, len(release))]))
        return {
            "extra": "",
            "implementation_name": "cpython",
            "implementation_version": full,
            "os_name": "posix",
            "platform_machine": self.machine,
            "platform_python_implementation": "CPython",
            "platform_release": "",
            "platform_system": "Linux",
            "platform_version": "",
            "python_full_version": full,
            "python_version": ".".join(full.split(".")[:2]),
            "sys_platform": "linux",
        }


@dataclass(frozen=True)
class Header:
    """What a lock's first line says of it: ``# litellm==1.106.2; python>=3.10``.

    :param litellm: the version of LiteLLM.
    :param python: the Pythons that the lock was made for, as a specifier: ``>=3.10``; empty when nothing says it.
    """

    litellm: str
    python: str = ""

    def __str__(self) -> str:
        return f"# litellm=={self.litellm}; python{self.python}"


@dataclass(frozen=True)
class Entry:
    """One package of a lock.

    :param name: normalized, ``opentelemetry-api``.
    :param version: the only one that fits; empty for a package that is named by its address.
    :param marker: where the package is for, ``python_full_version < '3.11'``; empty for everywhere.
    :param hashes: of the files that may be installed, ``sha256:…``.
    :param text: the entry as it stands in the lock, without the comments, a line for each hash.
    :param address: of the file, for a package that is named by it.
    """

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]
    text: str
    address: str = ""

    def is_for(self, target: Target) -> bool:
        """Whether a host such as *target* gets the package."""
        return not self.marker or _holds(Marker(self.marker), target)


@dataclass(frozen=True)
class Lock:
    """The packages of one version of LiteLLM.

    :param header: what the lock says of itself.
    :param entries: in the order of the file.
    :param odd: lines that are in no lock: their number, counted from 1, and their text.
    """

    header: Header
    entries: tuple[Entry, ...]
    odd: tuple[tuple[int, str], ...] = ()

    @classmethod
    def parse(cls, text: str) -> Lock:
        """The lock that *text* is; whatever is none becomes *odd* lines."""
        entries: list[Entry] = []
        odd: list[tuple[int, str]] = []
        for number, line in _logical_lines(text):
            if re.split(r"[\s=]", line, maxsplit=1)[0] in _OPTIONS:
                continue
            entry = _entry(line)
            if entry:
                entries.append(entry)
            else:
                odd.append((number, line))
        return cls(_header(text, entries), tuple(entries), tuple(odd))

    def for_host(self, target: Target) -> tuple[Entry, ...]:
        """What a host such as *target* gets."""
        return tuple(entry for entry in self.entries if entry.is_for(target))

    def problems(self, where: str, version: str, targets: Iterable[Target]) -> list[str]:
        """What keeps this lock from being installed, as sentences without a full stop.

        :param where: how the lock is called in them.
        :param version: of LiteLLM, as the operator declared it.
        :param targets: hosts that it is for.
        """
        if self.odd or not self.entries:
            return [f"{where} is not a lock: {self._first_odd()}"]
        found = [*self._version_problems(where, version)]
        bare = sorted({entry.name for entry in self.entries if not entry.hashes})
        if bare:
            found.append(f"{where} has no hash for {listed(bare)}; {WRITES} writes a lock that has")
        found += [problem for target in dict.fromkeys(targets) for problem in self._target_problems(where, target)]
        return list(dict.fromkeys(found))

    def lacks(self, where: str, wanted: str, targets: Iterable[Target]) -> str:
        """Why this lock does not fulfil a requirement on one of *targets*, as a sentence without a full stop; empty when it does.

        :param where: how the lock is called in it.
        :param wanted: as pip takes it.
        """
        told = (problem for target in targets for problem in self._wanted_problems(where, wanted, target))
        return next(iter(told), "")

    def outline(self) -> str:
        """The lock without its hashes, a line for each package, for people who compare two of them."""
        lines = (
            f"{entry.name} {entry.version or without_password(entry.address)}{f' ; {entry.marker}' if entry.marker else ''}"
            f", hashes: {len(entry.hashes)}\n"
            for entry in self.entries
        )
        return "".join([f"{self.header}\n", *lines]) if self.entries else ""

    def _first_odd(self) -> str:
        if not self.odd:
            return f"it names no package, and a lock has lines such as {EXAMPLE}"
        number, line = self.odd[0]
        line = without_password(line)
        shown = line if len(line) <= _SHOWN else line[:_SHOWN] + "…"
        more = f", nor do {len(self.odd) - 1} more" if len(self.odd) > 1 else ""
        return f"line {number} does not name a package and its one version{more}: {shown!r}; a lock has lines such as {EXAMPLE}"

    def _version_problems(self, where: str, version: str) -> Iterable[str]:
        there = sorted({entry.version for entry in self.entries if entry.name == "litellm"})
        missing = [name for name in ("litellm", *_GATEWAY) if name not in {entry.name for entry in self.entries}]
        if missing:
            yield f"{where} is no lock of litellm[proxy]: {listed(missing)} is not in it; {WRITES} writes one"
        elif not any(_same(each, version) for each in there):
            yield (
                f"{where} is a lock of LiteLLM {' and '.join(there)}, and litellm_version is {version}; declare "
                f"litellm_version: {there[0]}, or write a lock of {version} with {WRITES}"
            )

    def _target_problems(self, where: str, target: Target) -> Iterable[str]:
        if self.header.python and not _contains(self.header.python, target.python):
            yield (
                f"{where} is a lock for Python {self.header.python}, and the host has {target.python}; write one for this "
                f"host with {WRITES}, or name another Python in litellm_python"
            )
            return
        chosen = {entry.name for entry in self.for_host(target)}
        left_out = [
            name
            for name in ("litellm", *_GATEWAY)
            if name not in chosen and name in {entry.name for entry in self.entries}
        ]
        if left_out:
            yield (
                f"{where} has {listed(left_out)} for other platforms than Linux on {target.machine} with Python "
                f"{target.python}; write one for this host with {WRITES}"
            )

    def _wanted_problems(self, where: str, wanted: str, target: Target) -> Iterable[str]:
        try:
            requirement = Requirement(wanted)
        except InvalidRequirement:
            if wanted.strip() not in {entry.address for entry in self.entries}:
                yield f"{without_password(wanted)} is not in {where}; write a lock that has it with {WRITES}"
            return
        if requirement.marker and not _holds(requirement.marker, target):
            return
        name = canonicalize_name(requirement.name)
        there = [entry for entry in self.for_host(target) if entry.name == name]
        fitting = [
            entry
            for entry in there
            if (
                requirement.url == entry.address
                if requirement.url
                else _contains(str(requirement.specifier), entry.version)
            )
        ]
        if not there:
            yield f"{without_password(wanted)} is not in {where}; write a lock that has it with {WRITES}"
        elif not fitting:
            yield (
                f"{without_password(wanted)} is wanted, and {where} has {name} "
                f"{there[0].version or without_password(there[0].address)}; write another lock with "
                f"{WRITES}, or declare the version that it has"
            )


def without_password(text: str) -> str:
    """*text* without the user names and passwords of addresses in it."""
    return re.sub(r"//[^/\s]*@", "//…@", text)


def _logical_lines(text: str) -> Iterable[tuple[int, str]]:
    """The lines of *text* without comments and blank ones, those that a backslash continues as one; each with its number."""
    parts: list[str] = []
    first = 0
    for number, line in enumerate(text.splitlines(), 1):
        first = first if parts else number
        bare = _COMMENT.sub("", line).strip()
        parts.append(bare.removesuffix("\\").strip())
        if not bare.endswith("\\"):
            joined = " ".join(filter(None, parts))
            parts = []
            if joined:
                yield first, joined
    if any(parts):
        yield first, " ".join(filter(None, parts))


def _entry(line: str) -> Entry | None:
    """The package of one logical line; None when the line is something else."""
    stated, *_options = re.split(r"\s+--", line, maxsplit=1)
    hashes = tuple(_HASH.findall(line))
    try:
        requirement = Requirement(stated)
        version, address = _only_version(requirement), requirement.url or ""
    except (InvalidRequirement, InvalidMarker, InvalidSpecifier, InvalidVersion):
        return None
    if not version and not address:
        return None
    text = " \\\n".join([stated, *(f"    --hash={each}" for each in hashes)])
    return Entry(canonicalize_name(requirement.name), version, str(requirement.marker or ""), hashes, text, address)


def _only_version(requirement: Requirement) -> str:
    """The version that alone fulfils *requirement*; empty when others do too."""
    specifiers = list(requirement.specifier)
    if len(specifiers) != 1 or specifiers[0].operator not in ("==", "===") or specifiers[0].version.endswith(".*"):
        return ""
    return specifiers[0].version


def _header(text: str, entries: list[Entry]) -> Header:
    """What the first line says, or what other tools write of their work."""
    stated = _HEADER.match(text.partition("\n")[0].rstrip())
    if stated:
        return Header(stated["litellm"], stated["python"])
    litellm = next((entry.version for entry in entries if entry.name == "litellm"), "")
    made_for = _MADE_FOR.search(text)
    # Without --universal it was made for that Python alone.
    bound = "" if not made_for else f">={made_for[1]}" if "--universal" in text else f"=={_line_of(made_for[1])}.*"
    return Header(litellm, bound)


def _holds(marker: Marker, target: Target) -> bool:
    """Whether *marker* chooses *target*; one that cannot be asked chooses everything, for pip and uv refuse it themselves."""
    try:
        return marker.evaluate(target.marker_values)
    except (UndefinedComparison, UndefinedEnvironmentName, InvalidVersion):
        return True


def _line_of(python: str) -> str:
    return ".".join(python.split(".")[:2])


def _contains(specifiers: str, version: str) -> bool:
    try:
        return SpecifierSet(specifiers).contains(version, prereleases=True)
    except (InvalidSpecifier, InvalidVersion):
        return False


def _same(one: str, other: str) -> bool:
    try:
        return Version(one) == Version(other)
    except InvalidVersion:
        return one == other


def listed(names: Sequence[str]) -> str:
    """*names* as a sentence has them, the first of many."""
    first, rest = names[:3], len(names) - 3
    return ", ".join(first) + (f" and {rest} more" if rest > 0 else "")
