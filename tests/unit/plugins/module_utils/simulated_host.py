# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A host in memory that a plan's tasks are applied to, one effect at a time, in the order of the role's task files."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field

from ansible_collections.llmops.litellm.plugins.module_utils._layout import SLOTS, Layout
from ansible_collections.llmops.litellm.plugins.module_utils._plan import (
    SECRETS_MODE,
    Observed,
    Plan,
    plan,
    plan_back,
    published,
    secrets_path,
    stamp_text,
)
from ansible_collections.llmops.litellm.plugins.module_utils._records import Record, newest, parse_record
from ansible_collections.llmops.litellm.plugins.module_utils._release import File, Release, has_units

from tests.unit.plugins.module_utils.releases import AT

Step = t.Callable[[], None]


@dataclass
class SimulatedHost:
    """What systemd or supervisor and the file system would hold.

    :param opened: text of the file that the port was opened from; empty while it is closed.
    :param loaded: what each running slot was started from.
    :param supervisor: text of the configuration that supervisor was started with; empty while it does not run.
    """

    layout: Layout
    texts: dict[str, str] = field(default_factory=dict)
    modes: dict[str, str] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    user: bool = False
    enabled: set[str] = field(default_factory=set)
    loaded: dict[int, tuple[str, ...]] = field(default_factory=dict)
    opened: str = ""
    supervisor: str = ""

    def records(self) -> tuple[Record, ...]:
        texts = [text for path, text in self.texts.items() if path.startswith(self.layout.records() + "/")]
        return tuple(record for record in map(parse_record, texts) if record)

    def serving(self) -> int:
        served = newest(self.records())
        return served.slot if served else 0

    def answers_at(self, address: str) -> bool:
        names = (f"ListenStream={address}", f"socket=tcp://{address}")
        return bool(self.loaded) and any(name in self.opened.splitlines() for name in names)

    def observe(self) -> Observed:
        records = self.records()
        served = newest(records)
        address = served.address if served else ""
        return Observed(
            texts=dict(self.texts),
            modes=dict(self.modes),
            owners=dict(self.owners),
            links=dict(self.links),
            digests=dict(self.digests),
            user=self.user,
            enabled=frozenset(self.enabled),
            running=frozenset(self.loaded),
            records=records,
            environments=frozenset(path[: -len("/.complete")] for path in self.texts if path.endswith("/.complete")),
            supervisor=bool(self.supervisor),
            listens=f"ListenStream={address}" in self.opened.splitlines(),
            answers=self.serving() in self.loaded and self.answers_at(address),
        )

    def image(self, slot: int) -> tuple[str, ...]:
        """Everything that a start of *slot* reads."""
        names = ("__main__.py", "config.yaml", "service.env")
        folders = (self.layout.gateway(slot), self.layout.settings(slot), self.layout.settings(slot))
        files = [self.texts[f"{folder}/{name}"] for folder, name in zip(folders, names)]  # noqa: B905 - Python 3.9
        link = self.links[f"{self.layout.code(slot)}/environment"]
        # Of two files that make one service, systemd takes its own.
        units = [self.texts[path] for path in self.layout.service_units(slot) if path in self.texts]
        manager = units[0] if units else self.supervisor
        installed = self.texts[f"{link}/.complete"]
        return (*files, link, installed, self.digests[secrets_path(self.layout, slot)], manager)

    def start(self, slot: int, again: bool) -> None:
        if again or slot not in self.loaded:
            self.loaded[slot] = self.image(slot)

    def stop(self, slot: int) -> None:
        self.loaded.pop(slot, None)

    def tell_to_stop(self, slot: int, manager: str) -> None:
        """As Ansible does it: a unit that systemd does not know is a failure."""
        assert not has_units(manager) or any(path in self.texts for path in self.layout.service_units(slot))
        self.stop(slot)

    def guard(self, slot: int) -> None:
        """Fail when what serves would be changed under its feet."""
        serving = self.serving()
        assert slot != serving, f"slot {slot} serves and must not be touched"
        assert serving or set(self.loaded) != {slot}, f"slot {slot} runs alone and must not be touched"

    def write(self, file: File) -> None:
        for slot in SLOTS:
            own = (self.layout.code(slot), self.layout.settings(slot), *self.layout.service_units(slot))
            if file.path.startswith(own):
                self.guard(slot)
        self.texts[file.path] = file.content
        self.modes[file.path] = file.mode
        self.owners[file.path] = f"{file.owner}:{file.group}"

    def remove(self, path: str) -> None:
        """As Ansible does it; nothing that a slot with a purpose needs."""
        purposes = {record.slot for record in (self.observe().served, self.observe().previous) if record}
        links = {self.links.get(f"{self.layout.code(slot)}/environment") for slot in purposes}
        assert path not in links, f"{path} is still needed"
        for name in [name for name in self.texts if name == path or name.startswith(path + "/")]:
            del self.texts[name]

    def steps(self, release: Release, todo: Plan) -> t.Iterator[Step]:
        """The effects of the role's tasks for *todo*."""
        layout, slot = self.layout, todo.slot
        if todo.install:
            yield lambda: setattr(self, "user", True)
            stamp = File(layout.stamp(release.environment), stamp_text(release), "root", "root", "0644")
            yield lambda: self.write(stamp)
        if todo.release:
            yield lambda: self.guard(slot)
            yield lambda: self.links.update(
                {f"{layout.code(slot)}/environment": layout.environment(release.environment)}
            )
            for path in todo.foreign:
                yield lambda path=path: self.remove(path)  # type: ignore[misc]
            for file in todo.files:
                yield lambda file=file: self.write(file)  # type: ignore[misc]
            secrets = secrets_path(layout, slot)
            yield lambda: self.digests.update({secrets: release.secrets_digest})
            yield lambda: self.modes.update({secrets: SECRETS_MODE})
        yield from self.service_steps(release.manager, todo)

    def service_steps(self, manager: str, todo: Plan) -> t.Iterator[Step]:
        """The effects of the tasks that start a slot and hand over to it."""
        layout, slot = self.layout, todo.slot
        yield from (self._systemd_start if has_units(manager) else self._supervisor_start)(todo)
        for file in todo.handover_files:
            yield lambda file=file: self.write(file)  # type: ignore[misc]
        for name, origin in published(layout, slot).items():
            yield lambda name=name, origin=origin: self.links.update({name: origin})  # type: ignore[misc]
        for path in todo.obsolete:
            yield lambda path=path: self.remove(path)  # type: ignore[misc]
        if has_units(manager):
            yield lambda: self.enabled.add(f"litellm@{slot}.service")
        for other in todo.others:
            yield lambda other=other: self.tell_to_stop(other, manager)  # type: ignore[misc]
            yield lambda other=other: self.enabled.discard(f"litellm@{other}.service")  # type: ignore[misc]
        if has_units(manager) and todo.rebind:
            yield lambda: self.stop(slot)
            yield lambda: setattr(self, "opened", self.texts[layout.socket_unit()])
            yield lambda: self.start(slot, again=False)

    def _systemd_start(self, todo: Plan) -> t.Iterator[Step]:
        yield lambda: setattr(self, "opened", self.opened or self.texts[self.layout.socket_unit()])
        yield lambda: self.enabled.add("litellm.socket")
        yield lambda: self.start(todo.slot, again=todo.release)

    def _supervisor_start(self, todo: Plan) -> t.Iterator[Step]:
        if todo.reconfigure or not self.supervisor:
            yield self.loaded.clear
            yield lambda: setattr(self, "opened", "")
            yield lambda: setattr(self, "supervisor", "")
            yield lambda: setattr(self, "supervisor", self.texts[self.layout.supervisor_config()])
        yield lambda: setattr(self, "opened", self.opened or self.supervisor)
        yield lambda: self.start(todo.slot, again=todo.release)

    def play(self, release: Release, stop_after: float = float("inf")) -> bool:
        """Run the role, or its first *stop_after* effects. Returns whether it came to its end."""
        todo = plan(release, self.layout, self.observe(), AT)
        return not todo.differences or self._do(self.steps(release, todo), stop_after)

    def go_back(self, manager: str, stop_after: float = float("inf")) -> bool:
        """Run the rollback, or its first *stop_after* effects. Returns whether it came to its end."""
        todo = plan_back(self.layout, self.observe(), "root", "root", AT)
        assert todo, "there is nothing to go back to"

        def steps() -> t.Iterator[Step]:
            for file in todo.files:
                yield lambda file=file: self.write(file)  # type: ignore[misc]
            yield from self.service_steps(manager, todo)

        return self._do(steps(), stop_after)

    @staticmethod
    def _do(steps: t.Iterator[Step], stop_after: float) -> bool:
        for count, step in enumerate(steps):
            if count >= stop_after:
                return False
            step()
        return True

    def reboot(self) -> None:
        """Everything that is not on disk is gone; systemd starts what is enabled, nothing starts supervisor."""
        self.loaded.clear()
        self.opened = self.supervisor = ""
        if "litellm.socket" in self.enabled:
            self.opened = self.texts[self.layout.socket_unit()]
        for slot in SLOTS:
            if f"litellm@{slot}.service" in self.enabled:
                self.start(slot, again=True)
