# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tell systemd, and whoever reads the state file, how a slot fares."""

from __future__ import annotations

import os
import socket
import typing as t

from reason import showable

if t.TYPE_CHECKING:
    from pathlib import Path


class Announcement:
    """What a slot says of itself, in its state file and, where it is asked for, in the protocol of sd_notify(3).

    :param state_file: says ``ready <process id>`` while the slot serves, or ``refused: <why>``.
    """

    def __init__(self, state_file: Path) -> None:
        self._state_file = state_file
        # Taken out of the environment, because gunicorn says READY=1 before LiteLLM has read its configuration.
        self._address = os.environ.pop("NOTIFY_SOCKET", "")
        self._secrets: set[str] = set()
        state_file.unlink(missing_ok=True)

    def hide(self, secrets: set[str]) -> None:
        """From now on, show none of *secrets* in a reason."""
        self._secrets = secrets

    def loading(self) -> None:
        """The program started."""
        self._notify("STATUS=loading LiteLLM")

    def ready(self, process: int, deployments: int) -> None:
        """The release proved itself and serves."""
        self._state_file.write_text(f"ready {process}\n", encoding="ascii")
        print(f"ready: serving {deployments} deployments", flush=True)
        self._notify(f"READY=1\nSTATUS=serving {deployments} deployments")

    def refused(self, reason: str) -> bool:
        """The release does not serve. The first reason stands; what fails after it follows from it.

        :returns: False when the slot has been ready before, and only ends.
        """
        if not self._state_file.exists():
            shown = showable(reason, self._secrets)
            self._state_file.write_text(f"refused: {shown}\n", encoding="utf-8")
            print(f"release refused: {shown}", flush=True)
        return self._state_file.read_text(encoding="utf-8").startswith("refused")

    def stopping(self) -> None:
        """The slot ends, in order or not."""
        self._notify("STOPPING=1")
        if self._state_file.exists() and self._state_file.read_text(encoding="utf-8").startswith("ready"):
            self._state_file.unlink()

    def _notify(self, state: str) -> None:
        if not self._address:
            return
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as channel:
            channel.connect("\0" + self._address[1:] if self._address.startswith("@") else self._address)
            channel.sendall(state.encode())
