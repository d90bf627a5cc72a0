# SPDX-License-Identifier: GPL-3.0-or-later
"""What an installation gets: from a lock of the operator's, from one that ships, or without one; and what is wrong with it."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, replace

from ...module_utils._litellm_names import SUPPORTED_PYTHONS
from .._known.releases import UnknownVersion, denial_of, nearest_right
from .lock import WRITES, Lock, Target, listed, without_password

if t.TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Choice:
    """What is installed, and how.

    :param unlocked: extra packages that no lock has, as the operator wrote them; they are installed after the rest.
    :param problems: why nothing can be installed, as sentences without a full stop.
    :param notices: what whoever runs the gateway should know, likewise.
    """

    unlocked: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def choose(
    text: str, *, file: str, version: str, base: Sequence[str], extra: Sequence[str], targets: Sequence[Target]
) -> Choice:
    """What is installed for LiteLLM *version*.

    :param text: of the lock; empty where there is none.
    :param file: the operator's lock, as it is named in the inventory; empty for one that ships.
    :param base: requirements of every installation, as pip takes them.
    :param extra: packages that the operator wants besides, likewise.
    :param targets: hosts that it is for; those whose Python nobody knows are no reason to refuse.
    """
    known = [target for target in targets if target.python]
    possible = known or [replace(target, python=python) for target in targets for python in SUPPORTED_PYTHONS]
    if file:
        where = f"litellm_lock_file {file}"
        if not text.strip():
            return Choice(
                problems=(f"{where} is empty, or no file that can be read on the controller; {WRITES} writes one",)
            )
        lock = Lock.parse(text)
        problems = lock.problems(where, version, known)
        lacking = (
            [] if lock.odd or not lock.entries else [lock.lacks(where, each, possible) for each in (*base, *extra)]
        )
        return Choice(problems=(*problems, *filter(None, lacking)))
    if not text:
        return Choice(tuple(extra), notices=(_unlocked(listed([f"LiteLLM {version}", *extra])),))
    lock, where = Lock.parse(text), f"the lock of LiteLLM {version} that ships"
    unlocked = tuple(each for each in extra if lock.lacks(where, each, possible))
    notices = (_unlocked(listed(unlocked)),) if unlocked else ()
    return Choice(unlocked, tuple(lock.problems(where, version, known)), notices)


def version_problems(version: str, accepted: str) -> list[str]:
    """Why nothing of LiteLLM *version* should come to a machine, as sentences without a full stop.

    :param accepted: the version that the operator accepts, whatever is known against it.
    """
    try:
        denial = denial_of(version)
    except UnknownVersion as error:
        return [f"litellm_version: {error}"]
    if not denial or version == accepted:
        return []
    return [
        f"litellm_version: LiteLLM {version} {denial.reason} ({denial.source}); write {nearest_right(version)}, or accept it "
        f"with litellm_allow_insecure_version: {version}"
    ]


def _unlocked(what: str) -> str:
    return (
        f"installed without a lock: {without_password(what)}. No hash is compared, and another day may bring other versions; {WRITES} writes a "
        "lock, and litellm_lock_file names it"
    )
