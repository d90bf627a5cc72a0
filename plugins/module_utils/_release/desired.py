# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this module util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""What a host should have: the whole release as data, and the files that it amounts to. Pure; looks at nothing."""

from __future__ import annotations

import hashlib
import posixpath
import typing as t
from dataclasses import dataclass, field

from .._managers import Manager
from .containers import (
    Account,
    Container,
    Place,
    attended_sections,
    container_name,
    podman_sections,
    runtime_directory,
)
from .layout import SLOTS, Layout
from .reach import url
from .records import Record
from .units import SANDBOX, Section, supervisor_file, unit

CONFIG_MODE = "0640"
SECRETS_MODE = "0600"
BACKLOG = 4096
"""How many connections may wait at the port until a worker accepts them."""
SPARE_SECONDS = 15
"""How much longer than the drain a service manager waits before it kills."""
RESTART_SECONDS = 2
"""How long systemd waits before it starts a slot again that ended."""
STARTS = 30
"""How often systemd starts a slot that does not stay; as long as each start may take counts."""
REFUSED = 3
"""The status that a slot ends with when it cannot serve; it is not started again for that."""


@dataclass(frozen=True)
class File:
    """One file of a release.

    :param content: its text; empty for a program of the collection's own, of which the host has only the digest.
    :param owner: name of the user that it belongs to.
    :param group: name of the group that it belongs to.
    :param mode: its permissions, as octal text like Ansible's.
    :param source: which of the controller's texts it has, ``config``, ``settings``, or ``python_files``, ``gateway`` or
        ``container`` with ``/`` and a file name; empty for a text that is made on the host.
    :param program_digest: SHA-256 of its text, in hexadecimal, where *content* is not that.
    """

    path: str
    content: str
    owner: str
    group: str
    mode: str
    source: str = ""
    program_digest: str = ""

    @property
    def digest(self) -> str:
        """SHA-256 of its text, in hexadecimal."""
        return self.program_digest or text_digest(self.content)

    @property
    def whole(self) -> dict[str, str]:
        """Path, text, owner, group and mode, for whoever has no other way to the text."""
        return {"path": self.path, "content": self.content, "owner": self.owner, "group": self.group, "mode": self.mode}


@dataclass(frozen=True)
class Release:
    """Everything that makes a gateway what it is.

    :param environment: name of the environment: the version, and more where packages beside LiteLLM's own are in it.
    :param requirements_digest: SHA-256 of the requirements that the environment is installed from.
    :param config: LiteLLM's configuration, as text.
    :param settings: environment without secrets, as the text of an environment file.
    :param secrets_digest: SHA-256, in hexadecimal, of the text of the environment file with the secrets.
    :param gateway: the program that serves a slot: file name to SHA-256 of its text.
    :param python_files: code of the operator's own that LiteLLM loads from beside the configuration: file name to text.
    :param user: whom the service runs as.
    :param privileged: whether root deploys it; else *user* does, and everything is theirs.
    :param workers: how many processes serve.
    :param max_requests_before_restart: after how many requests a worker is replaced; 0: never.
    :param max_worker_memory: above how many MB a worker is replaced; 0: never.
    :param max_body: how many MB the biggest request has that is taken; 0: any.
    :param start_timeout: seconds that a slot may take until it is ready.
    :param drain_timeout: seconds that accepted requests may still take once a slot is told to stop.
    :param keepalive_timeout: seconds that an idle client connection is kept.
    :param overrides: operator's own unit settings: section, then key, then value.
    :param container: what the slots' containers have in common; None where slots are plain processes.
    :param user_number: the number of *user* on the host; 0 where there is no such user yet.
    """

    version: str
    environment: str
    requirements_digest: str
    config: str
    settings: str
    secrets_digest: str
    gateway: t.Mapping[str, str]
    manager: Manager
    host: str
    port: int
    user: str
    group: str
    privileged: bool
    workers: int
    max_requests_before_restart: int
    max_worker_memory: int
    max_body: int
    start_timeout: int
    drain_timeout: int
    keepalive_timeout: int
    overrides: t.Mapping[str, t.Mapping[str, Section]] = field(default_factory=dict)
    container: Container | None = None
    user_number: int = 0
    python_files: t.Mapping[str, str] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """``host:port``, with brackets around an IPv6 address."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def owner(self) -> str:
        """Whom the files belong to."""
        return "root" if self.privileged else self.user

    @property
    def secrets_owner(self) -> str:
        """Whom the file with the secrets belongs to."""
        return "root" if self.manager.reads_secrets_as_root else self.user

    @property
    def account(self) -> Account:
        """Whom the slots run as."""
        return Account(self.user, self.group, self.user_number)


def client_host(host: str) -> str:
    """The address at which a process on the host reaches what listens on *host*."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared, not bound


def client_url(host: str, port: int) -> str:
    """Where a process on the host reaches what listens on *host*, *port*."""
    return url(client_host(host), port)


def gateway_words(release: Release, layout: Layout, slot: int | str) -> list[str]:
    """The program that serves a slot and its arguments, but for what depends on who starts it."""
    settings = f"{layout.config}/slots/{slot}"
    return [
        layout.gateway(slot),
        f"--config={settings}/config.yaml",
        f"--state-file={layout.state_file(slot)}",
        f"--backlog={BACKLOG}",
        f"--workers={release.workers}",
        f"--max-requests-before-restart={release.max_requests_before_restart}",
        f"--max-worker-memory={release.max_worker_memory}",
        f"--max-body={release.max_body}",
        f"--start-timeout={release.start_timeout}",
        f"--drain-timeout={release.drain_timeout}",
        f"--keepalive-timeout={release.keepalive_timeout}",
    ]


def gateway_command(release: Release, layout: Layout, slot: int | str) -> str:
    """The command line of a slot that is a plain process; *slot* may be the placeholder of a template."""
    code, settings = f"{layout.install}/slots/{slot}", f"{layout.config}/slots/{slot}"
    words = [f"{code}/environment/bin/python", "-I", *gateway_words(release, layout, slot)]
    if release.manager.uses_systemd:
        words.append("--fd=3")
    else:
        words += ["--fd=0", f"--environment-file={settings}/service.env", f"--environment-file={settings}/litellm.env"]
    return " ".join(words)


def slot_files(release: Release, layout: Layout, slot: int) -> list[File]:
    """The files of one slot, without the secrets, which only the controller has."""
    settings, owner, group = layout.settings(slot), release.owner, release.group
    # A unit of its own, not a template: a release that is given up must not change what the serving slot restarts as.
    return [
        File(f"{settings}/config.yaml", release.config, owner, group, CONFIG_MODE, "config"),
        File(f"{settings}/service.env", release.settings, owner, group, "0640", "settings"),
        *python_files(release, layout, slot),
        *([service_unit(release, layout, slot)] if release.manager.uses_systemd else []),
        *program_files(release, layout, slot),
    ]


def python_files(release: Release, layout: Layout, slot: int) -> list[File]:
    """The operator's own code in a slot: beside the configuration, where LiteLLM looks for it."""
    folder = layout.settings(slot)
    return [
        File(f"{folder}/{name}", text, release.owner, release.group, CONFIG_MODE, f"python_files/{name}")
        for name, text in release.python_files.items()
    ]


def program_files(release: Release, layout: Layout, slot: int) -> list[File]:
    """The collection's own programs in a slot."""
    programs = [(layout.gateway(slot), "gateway", release.gateway)]
    if release.container:
        programs.append((layout.container(slot), "container", release.container.programs))
    return [
        File(f"{folder}/{name}", "", release.owner, release.group, "0644", f"{source}/{name}", digest)
        for folder, source, digests in programs
        for name, digest in digests.items()
    ]


def _state_access(layout: Layout) -> dict[str, str]:
    """What lets the sandboxed service write to its state folder; systemd makes those below /var/lib."""
    if layout.state.startswith("/var/lib/"):
        return {"StateDirectory": posixpath.relpath(layout.state, "/var/lib"), "StateDirectoryMode": "0750"}
    return {"ReadWritePaths": layout.state}


def service_unit(release: Release, layout: Layout, slot: int) -> File:
    """The systemd service of a slot. The runtime folder of *layout* has to be below ``/run``."""
    sections: dict[str, Section] = {
        "Unit": {
            "Description": f"LiteLLM gateway, slot {slot}",
            "Documentation": "https://docs.litellm.ai/docs/simple_proxy",
            "After": "network-online.target",
            "Wants": "network-online.target",
            # Whatever keeps a slot from its start ends. systemd then closes the port if this is the slot that it wakes,
            # and never for one that is not handed over to yet.
            "StartLimitBurst": STARTS,
            "StartLimitIntervalSec": STARTS * (release.start_timeout + RESTART_SECONDS + SPARE_SECONDS),
        },
        "Service": {
            "Type": "notify",
            # A slice of their own, which systemd gives to the instances of a name, would outlive them.
            "Slice": "system.slice",
            # The last worker to be ready says so.
            "NotifyAccess": "all",
            "Sockets": "litellm.socket",
            "Restart": "always",
            "RestartPreventExitStatus": REFUSED,
            "RestartSec": RESTART_SECONDS,
            "TimeoutStartSec": release.start_timeout,
            "TimeoutStopSec": release.drain_timeout + SPARE_SECONDS,
            "KillMode": "mixed",
        },
    }
    for name, section in _own_sections(release, layout, slot).items():
        sections[name] = {**sections.get(name, {}), **section}
    text = unit(sections, release.overrides.get("service", {}), layout.note)
    return File(layout.service_unit(slot, release.manager.uses_quadlets), text, "root", "root", "0644")


def _own_sections(release: Release, layout: Layout, slot: int) -> dict[str, Section]:
    """What the service of a slot has of its service manager."""
    if release.container is None:
        return _process_sections(release, layout, slot)
    gateway = [*gateway_words(release, layout, slot), f"--environment-file={layout.settings(slot)}/service.env"]
    place = _place(release, layout, slot)
    sections = podman_sections if release.manager.uses_quadlets else attended_sections
    return sections(release.container, place, release.manager, release.account, gateway)


def _process_sections(release: Release, layout: Layout, slot: int) -> dict[str, Section]:
    settings = layout.settings(slot)
    return {
        "Service": {
            "User": release.user,
            "Group": release.group,
            "EnvironmentFile": [f"{settings}/service.env", f"{settings}/litellm.env"],
            "ExecStart": gateway_command(release, layout, slot),
            "LimitNOFILE": 65536,
            # A core file has every secret in it.
            "LimitCORE": 0,
            "RuntimeDirectory": runtime_directory(posixpath.dirname(layout.state_file(slot))),
            **_state_access(layout),
            "WorkingDirectory": layout.state,
            # Its account may have been made when the state was elsewhere.
            "Environment": f"HOME={layout.state}",
            **SANDBOX,
        },
        "Install": {"WantedBy": "multi-user.target"},
    }


def _place(release: Release, layout: Layout, slot: int) -> Place:
    settings = layout.settings(slot)
    return Place(
        name=container_name(slot),
        code=layout.code(slot),
        settings=(
            f"{settings}/config.yaml",
            f"{settings}/service.env",
            *(file.path for file in python_files(release, layout, slot)),
        ),
        secrets=f"{settings}/litellm.env",
        state=layout.state,
        runtime=posixpath.dirname(layout.state_file(slot)),
        url=f"{client_url(release.host, release.port)}/health/liveliness",
        start_timeout=release.start_timeout,
        stop_timeout=release.drain_timeout + SPARE_SECONDS,
    )


def socket_unit(release: Release, layout: Layout, slot: int) -> File:
    """The systemd socket that holds the port; *slot* is who a connection wakes after a reboot."""
    sections: dict[str, Section] = {
        "Unit": {"Description": "LiteLLM gateway, port"},
        "Socket": {
            "ListenStream": release.address,
            "Service": f"litellm@{slot}.service",
            "Backlog": BACKLOG,
            "NoDelay": True,
        },
        "Install": {"WantedBy": "sockets.target"},
    }
    text = unit(sections, release.overrides.get("socket", {}))
    return File(layout.socket_unit(), text, "root", "root", "0644")


def supervisor_config(release: Release, layout: Layout) -> File:
    """supervisor's configuration: one FastCGI program group, because that is what hands a listening socket on."""
    run, log = layout.runtime, layout.state
    sections: dict[str, Section] = {
        "unix_http_server": {"file": f"{run}/supervisor.sock", "chmod": "0700"},
        "supervisord": {
            **({"user": release.user} if release.privileged else {}),
            # Else what it starts is where supervisor was started, which their account may not be able to enter.
            "directory": layout.state,
            "logfile": f"{log}/supervisord.log",
            "logfile_maxbytes": "1MB",
            "pidfile": layout.supervisor_pid_file(),
            "childlogdir": log,
            "minfds": 4096,
        },
        "rpcinterface:supervisor": {
            "supervisor.rpcinterface_factory": "supervisor.rpcinterface:make_main_rpcinterface"
        },
        "supervisorctl": {"serverurl": f"unix://{run}/supervisor.sock"},
        "fcgi-program:litellm": {
            "socket": f"tcp://{release.address}",
            "socket_backlog": BACKLOG,
            "command": gateway_command(release, layout, "%(process_num)d"),
            "process_name": "%(process_num)d",
            "numprocs": len(SLOTS),
            "numprocs_start": SLOTS[0],
            "autostart": False,
            # A release that refused to start (status 3) is not started again; whatever else ends it is a crash.
            "autorestart": "unexpected",
            "exitcodes": REFUSED,
            # One that ends at once could not even say why; it is tried some times, and then given up.
            "startsecs": 1,
            "startretries": 3,
            "stopwaitsecs": release.drain_timeout + SPARE_SECONDS,
            "redirect_stderr": True,
            "stdout_logfile": f"{log}/slot-%(process_num)d.log",
            "stdout_logfile_maxbytes": "10MB",
            "stdout_logfile_backups": 2,
        },
    }
    text = supervisor_file(sections, layout.note)
    return File(layout.supervisor_config(), text, release.owner, release.group, "0640")


def manager_files(release: Release, layout: Layout, slot: int) -> list[File]:
    """The files of the service manager, as they are when *slot* serves."""
    if release.manager.uses_systemd:
        return [socket_unit(release, layout, slot)]
    return [supervisor_config(release, layout)]


def digest(*texts: str) -> str:
    """Short digest of *texts*."""
    return hashlib.sha256("".join(texts).encode()).hexdigest()[:16]


def manager_digest(release: Release, layout: Layout) -> str:
    """Short digest of the service manager's files, whichever slot serves."""
    return digest(*(file.content for file in manager_files(release, layout, SLOTS[0])))


def text_digest(text: str) -> str:
    """SHA-256 of a file's text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def release_digest(release: Release, layout: Layout) -> str:
    """Short digest of all that is declared, whichever slot has it."""
    texts = [f"{file.path}\n{file.digest}" for file in slot_files(release, layout, SLOTS[0])]
    parts = [*texts, release.environment, release.requirements_digest, release.secrets_digest]
    parts += [release.address, manager_digest(release, layout)]
    return text_digest("\n".join(parts))[:16]


def record_of(
    release: Release, layout: Layout, slot: int, number: int, at: str, changes: t.Iterable[str], repairs: int = 0
) -> Record:
    """The record that a hand-over of *release* to *slot* ends with.

    :param repairs: the number of the release that this one is once more; 0: none.
    """
    files = {file.path: file.digest for file in slot_files(release, layout, slot)}
    return Record(
        number=number,
        at=at,
        slot=slot,
        version=release.version,
        address=release.address,
        manager=manager_digest(release, layout),
        service_manager=release.manager.name,
        requirements=release.requirements_digest,
        changes=tuple(changes),
        manager_files=tuple(file.whole for file in manager_files(release, layout, slot)),
        repairs=repairs,
        release=release_digest(release, layout),
        # A digest once more: Ansible blackens the one that the module was given wherever it returns it.
        files={**files, f"{layout.settings(slot)}/litellm.env": text_digest(release.secrets_digest)},
        folders=layout.folders,
        user=release.user,
        group=release.group,
    )
