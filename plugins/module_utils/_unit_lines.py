# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines of systemd's units, and those that keep every service of the collection in its bounds."""

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
"""What a service may not do that serves its clients and writes where its unit says; see systemd.exec(5).
``systemd-analyze security litellm@1`` shows the effect."""


def lines(section: Section) -> t.Iterator[str]:
    """*section* as the lines of a unit: a key with several values has one line for each."""
    for key, value in section.items():
        for item in [value] if isinstance(value, (str, int)) else value:
            yield f"{key}={('yes' if item else 'no') if isinstance(item, bool) else item}"
