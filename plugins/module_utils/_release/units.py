# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of unit files and of supervisor's configuration, dumped from plain data."""

from __future__ import annotations

import typing as t

Section = t.Mapping[str, t.Union[str, int, bool, t.Sequence[str]]]  # noqa: UP007 - hosts may have Python 3.9

SYSTEM_CALLS = ["@system-service", "~@privileged @resources"]
"""What a service may ask of the kernel."""

SANDBOX: dict[str, str | bool | list[str]] = {
    "AmbientCapabilities": "",
    "CapabilityBoundingSet": "",
    "LockPersonality": True,
    "MemoryDenyWriteExecute": True,
    "NoNewPrivileges": True,
    "PrivateDevices": True,
    "PrivateTmp": True,
    "ProtectClock": True,
    "ProtectControlGroups": True,
    "ProtectHome": True,
    "ProtectHostname": True,
    "ProtectKernelLogs": True,
    "ProtectKernelModules": True,
    "ProtectKernelTunables": True,
    "ProtectProc": "invisible",
    "ProtectSystem": "strict",
    "RemoveIPC": True,
    "RestrictAddressFamilies": "AF_INET AF_INET6 AF_UNIX",
    "RestrictNamespaces": True,
    "RestrictRealtime": True,
    "RestrictSUIDSGID": True,
    "SystemCallArchitectures": "native",
    "SystemCallErrorNumber": "EPERM",
    "SystemCallFilter": SYSTEM_CALLS,
    "UMask": "0077",
}
"""What the service may not do; see systemd.exec(5). ``systemd-analyze security litellm@1`` shows the effect."""


def _lines(section: Section) -> t.Iterator[str]:
    for key, value in section.items():
        for item in [value] if isinstance(value, (str, int)) else value:
            yield f"{key}={('yes' if item else 'no') if isinstance(item, bool) else item}"


def unit(sections: t.Mapping[str, Section], overrides: t.Mapping[str, Section], note: str = "") -> str:
    """One unit file. A key of *overrides* replaces the same key of the same section, or is added.

    :param note: a line of comment for whoever reads the file later.
    """
    blocks = ["# Managed by Ansible, collection llmops.litellm" + (f"\n# {note}" if note else "")]
    names = [*sections, *(name for name in overrides if name not in sections)]
    for name in names:
        merged = {**sections.get(name, {}), **overrides.get(name, {})}
        blocks.append("\n".join([f"[{name}]", *_lines(merged)]))
    return "\n\n".join(blocks) + "\n"


def supervisor_file(sections: t.Mapping[str, Section], note: str) -> str:
    """supervisor's configuration file, with *note* as a comment."""
    blocks = [f"; Managed by Ansible, collection llmops.litellm\n; {note}"]
    blocks += ["\n".join([f"[{name}]", *_lines(section)]) for name, section in sections.items()]
    return "\n\n".join(blocks) + "\n"
