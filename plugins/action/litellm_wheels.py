# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The packages of an installation on the controller: fetched, judged, and made what a host unpacks. Contacts no host."""

from __future__ import annotations

import typing as t
from pathlib import Path

from ansible_collections.llmops.litellm.plugins.module_utils._litellm_names import SUPPORTED_PYTHONS
from ansible_collections.llmops.litellm.plugins.plugin_utils._actions import ControllerAction, controller_path
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages import supply
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.errors import PackagesError
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.image_archive import image_problem
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.lock import WRITES, Entry, Lock, Target, listed
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.prisma_archive import prisma_problem
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.wheels import host

_OPTIONS: dict[str, dict[str, t.Any]] = {
    "state": {"type": "str", "choices": ["fetched", "packed", "image", "prisma"], "default": "packed"},
    "version": {"type": "str"},
    "lock": {"type": "str"},
    "tools_lock": {"type": "str"},
    "target": {
        "type": "dict",
        "options": {"python": {"type": "str"}, "machine": {"type": "str"}, "libc": {"type": "str", "default": ""}},
    },
    "wheels": {"type": "str", "default": ""},
    "unlocked": {"type": "list", "elements": "str", "default": []},
    "supervisor": {"type": "bool", "default": False},
    "image": {"type": "str"},
    "image_archive": {"type": "path"},
    "prisma_archive": {"type": "path"},
    "timeout": {"type": "int", "default": 1800},
}
_NEEDED = ["version", "lock", "tools_lock", "target"]
_AGAIN = "Let playbooks/fetch.yml fetch them again"
_UNCHANGED = "Nothing was changed on any host."


class ActionModule(ControllerAction):
    """Works on the controller; hosts get what the role sends them."""

    OPTIONS = _OPTIONS
    REQUIRED_IF = (
        ("state", "packed", _NEEDED),
        ("state", "fetched", _NEEDED),
        ("state", "image", ["image", "image_archive"]),
        ("state", "prisma", ["prisma_archive"]),
    )
    _supports_diff = False

    def answer(self, options: t.Mapping[str, t.Any], variables: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
        if options["state"] == "image":
            return self._image(options["image"], options["image_archive"])
        if options["state"] == "prisma":
            return self._prisma(options["prisma_archive"])
        problems = list(_unlocked_problems(options))
        if problems:
            return {"failed": True, "msg": f"{' '.join(problems)} {_UNCHANGED}"}
        wanted = supply.Wanted(
            lock=Lock.parse(options["lock"]),
            tools=Lock.parse(options["tools_lock"]),
            target=Target(**options["target"]),
            supervisor=options["supervisor"],
        )
        path = Path(controller_path(self, options["wheels"])) if options["wheels"] else supply.cache_folder() / "wheels"
        try:
            return self._work(wanted, path, options)
        except PackagesError as error:
            return {"failed": True, "msg": f"{_named(options, path)} {error}. {_UNCHANGED}"}

    def _work(self, wanted: supply.Wanted, path: Path, options: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
        """Fetch where that is asked for, refuse what is wrong, and pack."""
        fetches = options["state"] == "fetched" or not options["wheels"]
        if fetches and path.exists() and not path.is_dir():
            raise PackagesError("is no folder, and wheels are fetched into one")
        checking = bool(self._task.check_mode)
        missing = supply.missing(wanted, path) if fetches else ()
        if checking and fetches:
            return {"changed": bool(missing), "folder": str(path), "fetched": _names(missing)}
        fetched = supply.fetch(wanted, path, options["timeout"]) if missing else ()
        problems = supply.problems(wanted, path)
        if problems:
            described = f"{_named(options, path)} cannot be installed on {host(wanted.target).described}"
            return {
                "failed": True,
                "msg": f"{described}: {'; '.join(problems)}. {_AGAIN}. {_UNCHANGED}",
                "problems": problems,
            }
        told = {"folder": str(path), "fetched": list(fetched)}
        if options["state"] == "fetched" or checking:
            return {"changed": bool(fetched), **told}
        parcel = supply.parcel(wanted, path, supply.cache_folder(), options["timeout"])
        # What is kept on the controller for the next host is no change of this one.
        return {**told, "parcel": str(parcel.path), "compiled": parcel.compiled, "made": parcel.made}

    def _image(self, image: str, path: str) -> dict[str, t.Any]:
        """Refuse an archive that does not bring the image."""
        archive = Path(controller_path(self, path))
        problem = _problem_of(lambda: image_problem(archive, image))
        if problem:
            return {"failed": True, "msg": f"litellm_image_archive is {path}, which {problem}. {_UNCHANGED}"}
        return {"image_archive": str(archive)}

    def _prisma(self, path: str) -> dict[str, t.Any]:
        """Refuse an archive that does not bring Prisma's program."""
        archive = Path(controller_path(self, path))
        problem = _problem_of(lambda: prisma_problem(archive))
        if problem:
            return {"failed": True, "msg": f"litellm_prisma_archive is {path}, which {problem}. {_UNCHANGED}"}
        return {"prisma_archive": str(archive)}


def _problem_of(judge: t.Callable[[], str]) -> str:
    """What *judge* says, or why it could not."""
    try:
        return judge()
    except PackagesError as error:
        return str(error)


def _unlocked_problems(options: t.Mapping[str, t.Any]) -> t.Iterator[str]:
    """Why no packages can be chosen for the host, as sentences."""
    without = [] if options["lock"].strip() else [f"LiteLLM {options['version']}"]
    if unlocked := [*without, *options["unlocked"]]:
        yield f"Only what has a lock can be fetched and sent, and {listed(unlocked)} has none; {WRITES} writes one."
    if not options["target"]["python"]:
        span = " to ".join(SUPPORTED_PYTHONS)
        yield f"There is no Python from {span} on the host, which packages could be chosen for; install one."


def _named(options: t.Mapping[str, t.Any], path: Path) -> str:
    """How messages begin that are about the wheels."""
    return (
        f"litellm_wheels is {options['wheels']}, which"
        if options["wheels"]
        else f"{path}, where the controller keeps wheels,"
    )


def _names(entries: t.Iterable[Entry]) -> list[str]:
    return [f"{entry.name} {entry.version}" for entry in entries]
