# SPDX-License-Identifier: GPL-3.0-or-later
"""What another version of LiteLLM changes for one configuration on one host: the one entry point, :func:`upgrade`.

The configuration is the finished one, declared or read from a file. It is checked against what both versions know; the
rest is looked up in what is known of them.
"""

from __future__ import annotations

import contextlib
import typing as t
from dataclasses import dataclass, replace

from ._checker.check import UNKNOWN, check_config
from ._known.changes import Change, changes_between
from ._known.deployment import by_name, read_deployments
from ._known.names import BLOCKS, DEFAULT_FALLBACKS, FALLBACKS
from ._known.releases import UnknownVersion, parsed
from ._known.vocabulary import Vocabulary, vocabulary_for

# ansible-core requires it; ansible-test imports plugins without what ansible-core requires.
with contextlib.suppress(ImportError):
    from packaging.specifiers import InvalidSpecifier, SpecifierSet
    from packaging.version import InvalidVersion, Version

if t.TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ._checker.checked_config import Service
    from ._packages.lock import Lock, Target
    from ._report.locations import Location
    from ._report.problems import Problem

_ROUTED = ("router_settings", "litellm_settings")
"""The blocks that LiteLLM reads fallbacks from."""

_NOTHING = {"null", "[]", "{}", '""'}
"""Defaults, in JSON, that LiteLLM takes for the same."""

_COMPATIBLE = ("openai", "custom_openai", "hosted_vllm", "litellm_proxy", "llamafile", "lm_studio")
"""Providers that LiteLLM asks as it asks OpenAI."""


@dataclass(frozen=True)
class Gateway:
    """A configuration, and what is known of the service that it is for; ``lines`` and ``strict`` as ``check_config`` takes them.

    :param environment: variables of the service: name to value, or to true where the value is a secret; None: not known.
    :param service: what else is known of it.
    """

    config: t.Any
    environment: Mapping[str, t.Any] | None = None
    lines: dict[Location, int] | None = None
    strict: bool = True
    service: Service = UNKNOWN


@dataclass(frozen=True)
class Default:
    """A setting that the configuration leaves to LiteLLM, which takes something else for it.

    :param path: ``<block>.<key>``.
    :param before: what the one version takes; :param after: what the other does. JSON.
    """

    path: str
    before: str
    after: str


@dataclass(frozen=True)
class Packages:
    """The packages of an installation that another version changes: name to version.

    :param moved: those whose first number changes: name to both versions.
    :param renewed: how many others change.
    """

    came: Mapping[str, str]
    went: Mapping[str, str]
    moved: Mapping[str, tuple[str, str]]
    renewed: int = 0


@dataclass(frozen=True)
class Upgrade:
    """What a version changes.

    :param before: the version that serves; :param after: the one that is to serve.
    :param unknown: those of both that the collection knows only by an older one: version to that.
    :param appear: findings of the new version alone; :param go: those of the old one alone.
    :param packages: None where no lock tells.
    :param python: the Pythons that the new version needs, a specifier, where that is news or does not fit; else empty.
    :param changes: behaviour that changed and concerns the configuration.
    """

    before: str
    after: str
    unknown: Mapping[str, str]
    appear: tuple[Problem, ...]
    go: tuple[Problem, ...]
    defaults: tuple[Default, ...]
    packages: Packages | None
    python: str
    changes: tuple[Change, ...]

    @property
    def newer(self) -> bool:
        """Whether the version after is newer. Going back to an older one needs no acknowledgement."""
        return _is_newer(self.after, self.before)

    def unacknowledged(self, version: str) -> tuple[Change, ...]:
        """The changes that the acknowledged *version* does not cover; ``''`` covers none.

        A version stands for every change up to it; one that is newer than the version that is to serve for none, because
        nobody has been told yet what it changes.

        :raises UnknownVersion: *version* is none.
        """
        if not version or parsed(version) > parsed(self.after):
            return self.changes
        return tuple(each for each in self.changes if parsed(each.since) > parsed(version))


def upgrade(
    before: str,
    after: str,
    gateway: Gateway,
    locks: tuple[Lock, Lock] | None = None,
    target: Target | None = None,
    known: Sequence[Change] | None = None,
    vocabularies: t.Callable[[str], Vocabulary | None] | None = None,
) -> Upgrade:
    """What changes for *gateway* when the version *after* serves instead of *before*.

    :param locks: of both versions.
    :param target: what the host gets packages for; None: not known, so nothing is said of them.
    :param known: changes of behaviour, :param vocabularies: version to its facts; None: those of the collection.
    """
    look_up = vocabularies or _facts_of
    old, new = look_up(before), look_up(after)
    both = (old, new) if old and new and old.version != new.version else None
    one, other = ([_findings(gateway, each) for each in both]) if both else ([], [])
    return Upgrade(
        before,
        after,
        {each.requested: each.version for each in (old, new) if each and not each.exact},
        _only_in(other, one),
        _only_in(one, other),
        _defaults(gateway.config, *both) if both else (),
        _packages(*locks, target) if locks and target else None,
        _python(*locks, target) if locks and target else "",
        _changes(before, after, gateway, known),
    )


def _facts_of(version: str) -> Vocabulary | None:
    """The vocabulary of *version*; None where no known one stands for it."""
    try:
        return vocabulary_for(version)
    except UnknownVersion:
        return None


def _is_newer(one: str, other: str) -> bool:
    try:
        return parsed(one) > parsed(other)
    except UnknownVersion:
        return False


def _findings(gateway: Gateway, vocabulary: Vocabulary) -> list[Problem]:
    names = None if gateway.environment is None else list(gateway.environment)
    return check_config(
        gateway.config,
        vocabulary=vocabulary,
        service=replace(gateway.service, environment=names),
        strict=gateway.strict,
        lines=gateway.lines,
    )


def _only_in(found: Sequence[Problem], elsewhere: Sequence[Problem]) -> tuple[Problem, ...]:
    """The problems of *found* that are not *elsewhere* too. A rule at a location is one problem, however it is worded."""
    there = {(each.location, each.rule, each.severity) for each in elsewhere}
    return tuple(
        dict.fromkeys(each for each in found if (each.location, each.rule, each.severity) not in there),
    )


def _defaults(config: t.Any, old: Vocabulary, new: Vocabulary) -> tuple[Default, ...]:
    """Settings that *config* does not name, and that both versions have, with another value."""
    found = []
    for block in BLOCKS:
        named = config.get(block) if isinstance(config, dict) else None
        before, after = (each.tables.get(f"defaults:{block}", {}) for each in (old, new))
        for key in sorted(before.keys() & after.keys() - set(named if isinstance(named, dict) else ())):
            if before[key] != after[key] and not {before[key], after[key]} <= _NOTHING:
                found.append(Default(f"{block}.{key}", before[key], after[key]))
    return tuple(found)


def _changes(before: str, after: str, gateway: Gateway, known: Sequence[Change] | None) -> tuple[Change, ...]:
    facts = facts_of(gateway)
    try:
        return tuple(each for each in changes_between(before, after, known) if each.is_about(facts))
    except UnknownVersion:
        return ()


def facts_of(gateway: Gateway) -> dict[str, t.Any]:
    """What conditions of changes may ask for: the configuration, and ``_known.changes.FACTS``."""
    config = gateway.config if isinstance(gateway.config, dict) else {}
    backed = _names_with_fallbacks(config)
    alone = [
        name for name, each in by_name(read_deployments(config)).items() if len(each) == 1 and not {name, "*"} & backed
    ]
    compatible = [
        each.name
        for each in read_deployments(config)
        if each.params.get("api_base") and each.model.partition("/")[0] in _COMPATIBLE
    ]
    known = {} if gateway.environment is None else {"environment": dict(gateway.environment)}
    blocks = {str(key): value for key, value in config.items()}
    return {**blocks, **known, "alone": alone, "compatible": compatible}


def _names_with_fallbacks(config: Mapping[str, t.Any]) -> set[str]:
    """The names of models that another one answers for; ``*`` for all of them."""
    found: set[str] = set()
    for block in _ROUTED:
        settings = config.get(block)
        settings = settings if isinstance(settings, dict) else {}
        found |= {"*"} if settings.get(DEFAULT_FALLBACKS) else set()
        for key in FALLBACKS:
            value = settings.get(key)
            entries = [each for each in (value if isinstance(value, list) else ()) if isinstance(each, dict)]
            found |= {str(name) for each in entries for name in each}
    return found


def _packages(old: Lock, new: Lock, target: Target) -> Packages:
    before, after = ({entry.name: entry.version for entry in lock.for_host(target)} for lock in (old, new))
    other = {name for name in before.keys() & after.keys() - {"litellm"} if before[name] != after[name]}
    moved = {name: (before[name], after[name]) for name in sorted(other) if _major(before[name]) != _major(after[name])}
    return Packages(
        {name: after[name] for name in sorted(after.keys() - before.keys())},
        {name: before[name] for name in sorted(before.keys() - after.keys())},
        moved,
        len(other) - len(moved),
    )


def _major(version: str) -> int | str:
    try:
        return Version(version).major
    except InvalidVersion:
        return version


def _python(old: Lock, new: Lock, target: Target) -> str:
    """The Pythons that *new* is for, where *old* was for others or the host's is none of them."""
    needed = new.header.python
    try:
        fits = SpecifierSet(needed).contains(target.python, prereleases=True)
    except (InvalidSpecifier, InvalidVersion):
        return ""
    return "" if fits and needed == old.header.python else needed
