# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of a service manager: the service of a slot, and who holds the port. Pure; looks at nothing."""

from __future__ import annotations

import posixpath

from .._litellm_names import LIVELINESS
from .._serving import BACKLOG, SPARE_SECONDS
from .._unit_lines import SANDBOX, Section
from .container_units import attended_sections, podman_sections, runtime_directory
from .containers import ContainerPaths, container_name
from .desired import File, Release, client_url, digest
from .layout import SLOTS, Layout
from .programs import gateway_command, gateway_words, python_files
from .units import supervisor_file, unit

RESTART_SECONDS = 2
"""How long systemd waits before it starts a slot again that ended."""

STARTS = 30
"""How often systemd starts a slot that does not stay; as long as each start may take counts."""

REFUSED = 3
"""The status that a slot ends with when it cannot serve; it is not started again for that."""


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
    text = unit(sections, release.unit_overrides.get("service", {}), layout.note)
    return File(layout.service_unit(slot, release.manager.uses_quadlets), text, "root", "root", "0644")


def _own_sections(release: Release, layout: Layout, slot: int) -> dict[str, Section]:
    """What the service of a slot has of its service manager."""
    if release.container is None:
        return _process_sections(release, layout, slot)
    gateway = [*gateway_words(release, layout, slot), f"--environment-file={layout.service_environment_file(slot)}"]
    place = _place(release, layout, slot)
    sections = podman_sections if release.manager.uses_quadlets else attended_sections
    return sections(release.container, place, release.manager, release.account, gateway)


def _process_sections(release: Release, layout: Layout, slot: int) -> dict[str, Section]:
    return {
        "Service": {
            "User": release.user,
            "Group": release.group,
            "EnvironmentFile": [layout.service_environment_file(slot), layout.secrets_file(slot)],
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


def _place(release: Release, layout: Layout, slot: int) -> ContainerPaths:
    return ContainerPaths(
        name=container_name(slot),
        code=layout.code(slot),
        configuration=(
            layout.config_file(slot),
            layout.service_environment_file(slot),
            *(file.path for file in python_files(release, layout, slot)),
            *((layout.certificate_file(slot), layout.key_file(slot)) if release.tls else ()),
        ),
        secrets=layout.secrets_file(slot),
        state=layout.state,
        runtime=posixpath.dirname(layout.state_file(slot)),
        url=f"{client_url(release.host, release.port, release.tls is not None)}{LIVELINESS}",
        certificate=layout.certificate_file(slot) if release.tls else "",
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
    text = unit(sections, release.unit_overrides.get("socket", {}))
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


def manager_digest(release: Release, layout: Layout) -> str:
    """Short digest of the service manager's files, whichever slot serves."""
    return digest(*(file.content for file in manager_files(release, layout, SLOTS[0])))
