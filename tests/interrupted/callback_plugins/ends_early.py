"""Ansible callback plugin: kill the play at a moment that the environment names.

``ENDS_AFTER`` is how many tasks have had their results by then, on the one host of the play; ``ENDS_LATER_BY`` is how many seconds
pass after that, so that the play dies in the middle of a task. SIGKILL goes to the whole process group, so that nothing is
tidied up. ``ENDS_REPORT`` is a file that gets the number of results of a play that comes to its end.
"""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

from ansible.plugins.callback import CallbackBase

DOCUMENTATION = """
name: ends_early
type: aggregate
short_description: Kills the play at a moment that the environment names
description: For the project's own tests.
"""


def kill_the_play() -> None:
    """End the process group of the play, which whoever starts it has made for it."""
    os.killpg(os.getpgid(0), signal.SIGKILL)


class CallbackModule(CallbackBase):
    """Counts results."""

    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "aggregate"
    CALLBACK_NAME = "ends_early"

    def __init__(self) -> None:
        super().__init__()
        self._results = 0
        self._after = int(os.environ.get("ENDS_AFTER", "-1"))
        self._later = float(os.environ.get("ENDS_LATER_BY", "0"))

    def _count(self, *_arguments: object, **_settings: object) -> None:
        self._results += 1
        if self._results != self._after:
            return
        if not self._later:
            kill_the_play()
        timer = threading.Timer(self._later, kill_the_play)
        timer.daemon = True
        timer.start()

    v2_runner_on_ok = _count
    v2_runner_on_failed = _count

    def v2_playbook_on_stats(self, stats: object) -> None:
        """The play came to its end."""
        report = os.environ.get("ENDS_REPORT")
        if report:
            Path(report).write_text(f"{self._results}\n", encoding="ascii")
