# SPDX-License-Identifier: GPL-3.0-or-later
"""Tell systemd, and all who read the state file, whether a slot serves."""

from __future__ import annotations

import contextlib
import os
import socket
import typing as t

from reason import showable
from saying import say

if t.TYPE_CHECKING:
    from pathlib import Path


class Announcement:
    """Tells the state of one slot: in its state file, and to systemd with sd_notify(3) where ``NOTIFY_SOCKET`` is set.

    The constructor removes the state file of an earlier start.

    :param state_file: holds ``ready <process id>`` while the slot serves, ``refused: <why>`` after a refusal, and is missing
        otherwise.
    """

    def __init__(self, state_file: Path) -> None:
        self._state_file = state_file
        # gunicorn must not see the variable: it would send READY=1 before LiteLLM has read its configuration.
        self._address = os.environ.pop("NOTIFY_SOCKET", "")
        self._secrets: set[str] = set()
        state_file.unlink(missing_ok=True)

    def hide(self, secrets: set[str]) -> None:
        """Replace each of *secrets* by stars in the reasons of later refusals."""
        self._secrets = secrets

    def loading(self) -> None:
        """Say that the program started and imports LiteLLM."""
        self._notify("STATUS=loading LiteLLM")

    def ready(self, process: int, deployments: int) -> None:
        """Say that the release is proved and serves.

        :param process: the process id of gunicorn's master.
        :param deployments: how many entries ``model_list`` has.
        """
        say(f"ready: serving {deployments} deployments")
        self._state_file.write_text(f"ready {process}\n", encoding="ascii")
        self._notify(f"READY=1\nSTATUS=serving {deployments} deployments")

    def refused(self, reason: str) -> bool:
        """Say that the release does not serve. Only the first *reason* is told; later failures follow from it.

        :returns: False when the slot was ready before, so that the release is not refused: its slot only ends.
        """
        state = self._state()
        if not state:
            shown = showable(reason, self._secrets)
            say(f"release refused: {shown}")
            with contextlib.suppress(OSError):  # a full disk may be the reason
                self._state_file.write_text(f"refused: {shown}\n", encoding="utf-8")
        return not state.startswith("ready")

    def stopping(self) -> None:
        """Say that the slot ends, in order or not."""
        self._notify("STOPPING=1")
        if self._state().startswith("ready"):
            self._state_file.unlink(missing_ok=True)

    def _state(self) -> str:
        """What the state file says; empty where it says nothing, or is not there."""
        with contextlib.suppress(FileNotFoundError):
            return self._state_file.read_text(encoding="utf-8")
        return ""

    def _notify(self, state: str) -> None:
        if not self._address:
            return
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as channel:
            channel.connect("\0" + self._address[1:] if self._address.startswith("@") else self._address)
            channel.sendall(state.encode())
