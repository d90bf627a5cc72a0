"""A host in memory that a plan's tasks are applied to, one effect at a time, in the order of the role's task files."""

from __future__ import annotations

import functools
import typing as t
from dataclasses import dataclass, field

from ansible_collections.llmops.litellm.plugins.module_utils._managers import MANAGERS, Manager
from ansible_collections.llmops.litellm.plugins.module_utils._release.desired import File, Release, text_digest
from ansible_collections.llmops.litellm.plugins.module_utils._release.differences import worth_telling
from ansible_collections.llmops.litellm.plugins.module_utils._release.going_back import back_fault, plan_back
from ansible_collections.llmops.litellm.plugins.module_utils._release.layout import SLOTS, Layout
from ansible_collections.llmops.litellm.plugins.module_utils._release.observed import (
    Observed,
    published,
    stamp_text,
)
from ansible_collections.llmops.litellm.plugins.module_utils._release.permissions import (
    Permission,
    Whose,
    secrets_permission,
)
from ansible_collections.llmops.litellm.plugins.module_utils._release.places import known_places
from ansible_collections.llmops.litellm.plugins.module_utils._release.plan import Plan, plan
from ansible_collections.llmops.litellm.plugins.module_utils._release.records import (
    Record,
    newest,
    parse_record,
    previous,
)

from tests.unit.plugins.module_utils.releases import AT, LAYOUT, text_of

parsed = functools.lru_cache(maxsize=None)(parse_record)
digest = functools.lru_cache(maxsize=None)(text_digest)

Step = t.Callable[[], None]


@dataclass
class SimulatedHost:
    """What systemd or supervisor and the file system would hold.

    :param opened: text of the file that the port was opened from; empty while it is closed.
    :param asked: user and service manager of the latest plan.
    :param loaded: what each running slot was started from.
    :param held: text of the file that each slot has its port from.
    :param supervisor: text of the configuration that supervisor was started with; empty while it does not run.
    """

    layout: Layout
    texts: dict[str, str] = field(default_factory=dict)
    modes: dict[str, str] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    users: set[str] = field(default_factory=set)
    drop_ins: set[str] = field(default_factory=set)
    enabled: set[str] = field(default_factory=set)
    loaded: dict[int, tuple[str, ...]] = field(default_factory=dict)
    held: dict[int, str] = field(default_factory=dict)
    asked: tuple[str, Manager] = ("litellm", MANAGERS["systemd"])
    opened: str = ""
    supervisor: str = ""

    def records_of(self, layout: Layout) -> tuple[Record, ...]:
        texts = [text for path, text in self.texts.items() if path.startswith(layout.records() + "/")]
        return tuple(record for record in map(parsed, texts) if record)

    def places(self) -> tuple[Layout, ...]:
        return known_places(self.layout, True, self.texts.get, self.records_of)

    def records(self) -> tuple[Record, ...]:
        found = [record for place in (*self.places(), self.layout) for record in self.records_of(place)]
        return tuple({record.number: record for record in found}.values())

    def serving(self) -> int:
        served = newest(self.records())
        return served.slot if served else 0

    def answers_at(self, address: str) -> bool:
        names = (f"ListenStream={address}", f"socket=tcp://{address}")
        return any(name in self.held[slot].splitlines() for slot in self.loaded for name in names)

    def left(self, manager: Manager) -> tuple[str, ...]:
        """What is in other places, and what another service manager made; of the real thing, see test_removal.py."""
        wanted = tuple(f"{folder}/" for folder in self.layout.folders.values())
        others = tuple(f"{folder}/" for place in self.places() for folder in place.folders.values())
        paths = [path for path in (*self.texts, *self.digests, *self.links) if path.startswith(others)]
        found = [path for path in paths if not path.startswith(wanted)]
        if manager.uses_systemd:
            return (*found, *(path for path in self.texts if path == self.layout.supervisor_config()))
        return (*found, *(path for path in self.texts if path.startswith((self.layout.units, self.layout.quadlets))))

    def observe(self) -> Observed:
        user, manager = self.asked
        records = self.records()
        served = newest(records)
        address = served.address if served else ""
        opened = (self.opened, *(self.held[slot] for slot in self.loaded))
        folders = tuple(f"{each.config}/slots/" for each in (self.layout, *self.places()))
        return Observed(
            texts=dict(self.texts),
            python_files=frozenset(path for path in self.texts if path.startswith(folders) and path.endswith(".py")),
            modes=dict(self.modes),
            owners=dict(self.owners),
            links=dict(self.links),
            digests={**{path: digest(text) for path, text in self.texts.items()}, **self.digests},
            user=user in self.users,
            enabled=frozenset(self.enabled),
            running=frozenset(self.loaded),
            records=records,
            installations=frozenset(path[: -len("/.complete")] for path in self.texts if path.endswith("/.complete")),
            supervisor=bool(self.supervisor),
            opened=self.opened_at(self.opened),
            listens=any(f"ListenStream={address}" in text.splitlines() for text in opened),
            answers=self.serving() in self.loaded and self.answers_at(address),
            drop_ins=tuple(sorted(self.drop_ins)),
            places=self.places(),
            left=self.left(manager),
            accounts=frozenset(self.users),
        )

    def image(self, slot: int) -> tuple[str, ...]:
        """Everything that a start of *slot* reads, where its unit or supervisor's configuration says that it is."""
        texts = [self.texts.get(path, "") for path in self.layout.service_units(slot)]
        layout = next(filter(None, map(self.layout.named_in, [*texts, self.supervisor])), self.layout)
        names = ("__main__.py", "config.yaml", "service.env")
        folders = (layout.gateway(slot), layout.configuration(slot), layout.configuration(slot))
        files = [self.texts[f"{folder}/{name}"] for folder, name in zip(folders, names)]  # noqa: B905 - Python 3.9
        link = self.links[layout.installation_link(slot)]
        # Of two files that make one service, systemd takes its own.
        units = [self.texts[path] for path in self.layout.service_units(slot) if path in self.texts]
        manager = units[0] if units else self.supervisor
        installed = self.texts[f"{link}/.complete"]
        drop_ins = sorted(folder for folder in self.drop_ins if f"@{slot}." in folder or "@." in folder)
        return (*files, link, installed, self.digests[layout.secrets_file(slot)], *drop_ins, manager)

    def start(self, slot: int, again: bool) -> None:
        if again or slot not in self.loaded:
            self.loaded[slot] = self.image(slot)
            self.held[slot] = self.opened

    def stop(self, slot: int) -> None:
        self.loaded.pop(slot, None)

    def tell_to_stop(self, slot: int, manager: Manager) -> None:
        """As Ansible does it: a unit that systemd does not know is a failure."""
        assert not manager.uses_systemd or any(path in self.texts for path in self.layout.service_units(slot))
        self.stop(slot)

    def guard(self, slot: int) -> None:
        """Fail when what serves would be changed under its feet."""
        serving = self.serving()
        assert slot != serving, f"slot {slot} serves and must not be touched"
        assert serving or set(self.loaded) != {slot}, f"slot {slot} runs alone and must not be touched"

    def write(self, file: File) -> None:
        for slot in SLOTS:
            own = (self.layout.code(slot), self.layout.configuration(slot), *self.layout.service_units(slot))
            if file.path.startswith(own):
                self.guard(slot)
        self.texts[file.path] = text_of(file)
        self.modes[file.path] = file.mode
        self.owners[file.path] = f"{file.owner}:{file.group}"

    def remove(self, path: str) -> None:
        """As Ansible does it; nothing that a slot with a purpose needs."""
        records = self.records()
        purposes = {record.slot for record in (newest(records), previous(records)) if record}
        links = {self.links.get(self.layout.installation_link(slot)) for slot in purposes}
        assert path not in links, f"{path} is still needed"
        for kept in (self.texts, self.modes, self.owners, self.digests, self.links):
            for name in [name for name in kept if name == path or name.startswith(path + "/")]:
                del kept[name]
        self.enabled.discard(path.rpartition("/")[2].replace(".container", ".service"))

    def permit(self, permission: Permission) -> None:
        self.modes[permission.path] = permission.mode
        if permission.owner:
            self.owners[permission.path] = permission.account

    def steps(self, release: Release, todo: Plan) -> t.Iterator[Step]:
        """The effects of the role's tasks for *todo*."""
        layout, slot = self.layout, todo.slot
        yield lambda: self.users.add(release.user)
        for path in todo.left_first:
            yield functools.partial(self.remove, path)
        for file in todo.announced:
            yield functools.partial(self.write, file)
        yield from self._folder_steps(todo)
        if todo.install:
            stamp = File(layout.stamp(release.installation), stamp_text(release), "root", "root", "0644")
            yield lambda: self.write(stamp)
        if todo.release:
            yield lambda: self.guard(slot)
            yield lambda: self.links.update({layout.installation_link(slot): layout.installation(release.installation)})
            for path in todo.foreign:
                yield functools.partial(self.remove, path)
            for file in todo.files:
                yield functools.partial(self.write, file)
            secrets = secrets_permission(release, layout, slot)
            yield lambda: self.digests.update({secrets.path: release.secrets_digest})
            yield lambda: self.permit(secrets)
        for file in todo.manager_files:
            yield functools.partial(self.write, file)
        yield from self.service_steps(release.manager, todo)
        yield from self._last_steps(todo)

    def _folder_steps(self, todo: Plan) -> t.Iterator[Step]:
        for folder in todo.folders:
            yield functools.partial(self.permit, folder)
        yield lambda: self.drop_ins.difference_update(todo.drop_ins)

    def _last_steps(self, todo: Plan) -> t.Iterator[Step]:
        for path in todo.obsolete:
            yield functools.partial(self.remove, path)
        for permission in todo.permissions:
            yield functools.partial(self.permit, permission)
        for path in todo.left:
            assert not {path} & {unit for slot in self.loaded for unit in self.layout.service_units(slot)}
            yield functools.partial(self.remove, path)
        yield lambda: self.users.difference_update(todo.accounts)

    def service_steps(self, manager: Manager, todo: Plan) -> t.Iterator[Step]:
        """The effects of the tasks that start a slot and hand over to it."""
        layout, slot = self.layout, todo.slot
        yield from (self._systemd_start if manager.uses_systemd else self._supervisor_start)(todo)
        for file in (*todo.handover_files, *todo.records):
            yield functools.partial(self.write, file)
        for name, origin in published(layout, slot).items():
            yield functools.partial(self.links.update, {name: origin})
        if manager.uses_systemd:
            yield lambda: self.enabled.add(f"litellm@{slot}.service")
        for other in todo.others:
            yield functools.partial(self.tell_to_stop, other, manager)
            yield functools.partial(self.enabled.discard, f"litellm@{other}.service")
        if todo.rebind:
            yield lambda: self.stop(slot)
            yield lambda: setattr(self, "opened", self.texts[layout.socket_unit()])
            yield lambda: self.start(slot, again=False)

    def _let_go(self) -> None:
        self.loaded.clear()
        self.opened = self.supervisor = ""

    @staticmethod
    def opened_at(text: str) -> str:
        """The address in the unit of a socket."""
        return next((line.partition("=")[2] for line in text.splitlines() if line.startswith("ListenStream=")), "")

    def _open(self) -> None:
        """systemd reads its units again, and loses a port that they do not name."""
        wanted = self.texts[self.layout.socket_unit()]
        self.opened = self.opened or wanted
        assert self.opened_at(self.opened) in ("", self.opened_at(wanted)), "systemd has lost the port"

    def _systemd_start(self, todo: Plan) -> t.Iterator[Step]:
        if todo.replaces:
            yield self._let_go
        if todo.opens_first:
            yield lambda: self.stop(todo.slot)
            yield lambda: setattr(self, "opened", self.texts[self.layout.socket_unit()])
        if todo.reopen:
            yield self._let_go
        yield self._open
        yield lambda: self.enabled.add("litellm.socket")
        yield lambda: self.start(todo.slot, again=todo.release)

    def _supervisor_start(self, todo: Plan) -> t.Iterator[Step]:
        if todo.replaces:
            yield self._let_go
        if todo.reconfigure or not self.supervisor:
            yield self._let_go
            yield lambda: setattr(self, "supervisor", self.texts[self.layout.supervisor_config()])
        yield lambda: setattr(self, "opened", self.opened or self.supervisor)
        yield lambda: self.start(todo.slot, again=todo.release)

    def planned(self, release: Release) -> Plan:
        self.asked = (release.user, release.manager)
        return plan(release, self.layout, self.observe(), AT)

    def play(self, release: Release, stop_after: float = float("inf")) -> bool:
        """Run the role, or its first *stop_after* effects. Returns whether it came to its end."""
        todo = self.planned(release)
        return not todo.differences or self._do(self.steps(release, todo), stop_after)

    def go_back(self, manager: str, stop_after: float = float("inf")) -> bool:
        """Run the rollback, or its first *stop_after* effects. Returns whether it came to its end."""
        before = self.observe().previous
        assert before, "there is nothing to go back to"
        units = before.run_by.uses_systemd
        assert back_fault(self.layout, self.observe()) is None
        todo = plan_back(self.layout, self.observe(), before, Whose("root", before.user, before.group, units), AT)

        def steps() -> t.Iterator[Step]:
            yield from self._folder_steps(todo)
            for file in todo.manager_files:
                yield functools.partial(self.write, file)
            yield from self.service_steps(MANAGERS[manager], todo)
            yield from self._last_steps(todo)

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


def said(todo: Plan) -> list[str]:
    """What a run tells of *todo* once it is done."""
    return [each.done for each in worth_telling(todo.differences)]


def after(*releases: Release) -> SimulatedHost:
    """A host that each of *releases* was deployed to, in this order."""
    host = SimulatedHost(LAYOUT)
    for each in releases:
        assert host.play(each)
    return host
