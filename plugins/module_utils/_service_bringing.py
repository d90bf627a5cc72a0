# SPDX-License-Identifier: GPL-3.0-or-later
"""A service on its host: how it differs from what is declared, how it is brought to that, and back where it does not answer then."""

from __future__ import annotations

import contextlib
import os
import time
import typing as t
from dataclasses import dataclass

from . import _owned_files as owned
from . import _systemctl as systemd
from ._owned_files import File, text_of


@dataclass(frozen=True)
class Found:
    """What differs on a host.

    :param wanted: the files that are declared.
    :param told: every difference, a sentence each.
    :param diff: what diff mode shows.
    :param restarts: the units that have to be started, or started again.
    :param enables: the units that have to start at boot.
    :param obsolete: files that should not be there.
    """

    wanted: list[File]
    told: list[str]
    diff: list[dict[str, str]]
    restarts: list[str]
    enables: list[str]
    obsolete: list[str]

    @property
    def changed(self) -> bool:
        """Whether anything differs."""
        return bool(self.told)


class Service(t.NamedTuple):
    """What a service has on its host.

    :param managed: every file that a run may write; those that are not declared go.
    :param units: unit to its file.
    :param unfinished: the file that names the units that a run was about to start again.
    :param reason: finds in what a unit wrote last why it does not start; empty where that does not tell.
    """

    managed: t.Sequence[str]
    units: t.Mapping[str, str]
    unfinished: str
    reason: t.Callable[[str], str]

    def look(self, told: t.Iterable[str], wanted: list[File], names: t.Iterable[str], again: t.Container[str]) -> Found:
        """What differs in files and units.

        :param told: what differs besides.
        :param wanted: the files that are declared.
        :param names: the units that should run.
        :param again: those of them that something else than their file starts again.
        """
        differing = {file.path: sentences for file in wanted if (sentences := owned.differences(file))}
        declared = {file.path for file in wanted}
        obsolete = [path for path in self.managed if path not in declared and os.path.exists(path)]
        unfinished = (text_of(self.unfinished) or "").split()
        starts, enables = systemd.due(
            names, lambda unit: self.units[unit] in differing or unit in unfinished or unit in again
        )
        told = [
            *told,
            *(sentence for sentences in differing.values() for sentence in sentences),
            *(f"{path} should not be there" for path in obsolete),
            *(f"{unit} has to be started" + (" again" if runs else "") for unit, runs in starts.items()),
            *(f"{unit} does not start at boot" for unit in enables),
        ]
        diff = [owned.difference_shown(file) for file in wanted if file.path in differing]
        return Found(wanted, told, diff, list(starts), enables, obsolete)

    @contextlib.contextmanager
    def brought(self, found: Found) -> t.Iterator[None]:
        """Files and units are as *found* says, while the caller waits for the service to answer.

        Where that fails, or anything before it, what was there comes back. It may need what should not be there: such units stop
        at the beginning, and such files go once the service answers.

        :raises systemd.Failed: what did not work, in a sentence.
        """
        leaving = [unit for unit, path in self.units.items() if path in found.obsolete]
        stopped = [unit for unit in leaving if systemd.state(unit).get("ActiveState") == "active"]
        before = {file.path: text_of(file.path) for file in found.wanted}
        if found.restarts:
            owned.write(self.unfinished, "\n".join(found.restarts) + "\n", 0o600, "root")
        try:
            for unit in stopped:
                systemd.systemctl("stop", unit)
            for file in found.wanted:
                if owned.differences(file):
                    owned.write(file.path, file.content, file.mode, file.group)
            systemd.systemctl("daemon-reload")
            for unit in found.enables:
                systemd.systemctl("enable", "--quiet", unit)
            for unit in found.restarts:
                systemd.restart(unit, self.reason)
            yield
        except Exception:
            self._go_back(found.wanted, before, [*found.restarts, *stopped])
            raise
        if found.obsolete:
            self._remove(found.obsolete)
        owned.remove(self.unfinished)

    def _remove(self, paths: t.Collection[str]) -> None:
        """Remove files, and stop the units that they are of."""
        for unit, path in self.units.items():
            if path in paths:
                systemd.stop(unit)
        for path in paths:
            owned.remove(path)
        systemd.systemctl("daemon-reload")

    def _go_back(self, written: t.Iterable[File], before: t.Mapping[str, str | None], units: t.Iterable[str]) -> None:
        """Put back the texts *before*, by path, None where there was no file; and start those of *units* that were there."""
        for file in written:
            if (text := before[file.path]) is not None:
                owned.write(file.path, text, file.mode, file.group)
        with contextlib.suppress(systemd.Failed):
            self._remove([path for path, text in before.items() if text is None])
        for unit in units:
            if os.path.exists(self.units[unit]):
                with contextlib.suppress(systemd.Failed):
                    systemd.restart(unit, self.reason)


def wait(ask: t.Callable[[], object], unanswered: type[Exception], longest: float) -> None:
    """Wait until a service answers.

    :param ask: raises *unanswered* as long as it does not.
    :param longest: seconds that it may take; what *ask* raises then is raised.
    """
    until = time.monotonic() + longest
    while True:
        try:
            ask()
        except unanswered:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        else:
            return
