# SPDX-License-Identifier: GPL-3.0-or-later
"""What a slot died of, in one sentence, from what it and its service manager said. Pure; looks at nothing."""

from __future__ import annotations

import re
import typing as t
from dataclasses import dataclass

MOST = 400
"""How many characters a reason has at most."""

ANNOUNCED = "release refused: "
"""How the line of the slot's own program begins that says why it does not serve."""

_ENDED = re.compile(
    r": (?:Main process exited|Failed with result|Failed to|Failed at step|start operation timed out|[\w ]*timed out)"
)
"""systemd's lines that tell of a start that came to a bad end."""

_MANAGER_REASON = re.compile(
    r"^\S+\.(?:service|socket): (Failed (?:to|at step) .+|Unit configuration has fatal error.*)"
)
"""A line in which systemd itself says what it could not do, such as a namespace that it could not set up."""

_RESULT = re.compile(r": Failed with result '([\w-]+)'")
_KILLED = re.compile(r": Main process exited, code=(?:killed|dumped), status=(?:\d+/)?(\w+)")
_STATUS = re.compile(r": Main process exited, code=exited, status=(\d+)")

_ERROR_LINE = re.compile(
    r"^(?:[A-Za-z_][\w.]*(?:Error|Exception|Exit|Interrupt)\b.*|(?:\S+: )?[Ee]rror(?: response from daemon)?: .+|supervisor: couldn't .+)"
)
"""A line with which Python, an engine or supervisor says of what a program dies."""

_NO_WORDS = re.compile(
    r"^(?:\s|Traceback|File |During handling|The above exception|supervisor: child process|See 'docker|[0-9a-f]{64}$"
    r"|Error: no secret with name )"
)
"""Lines that tell nothing by themselves. Before each start podman forgets the secrets of the one before, if there are any."""

_RESULTS = {
    "oom-kill": "the kernel killed it because there was no memory left",
    "watchdog": "it gave no sign of life and was killed",
    "start-limit-hit": "it ended too often in a short time, and systemd does not start it again",
    "trigger-limit-hit": "it ended too often in a short time, and systemd closed the port",
    "resources": "systemd could not give it what it needs",
}
"""What systemd's word for a bad end means; see ``SERVICE_RESULT`` in systemd.exec(5)."""

KILLED_IN_A_CONTAINER = "137"
"""The status of a container whose program was killed, as the kernel does where memory is at its limit."""


@dataclass(frozen=True)
class Line:
    """One line of a log.

    :param start: which start of the slot it belongs to; the same text for all lines of one start.
    :param manager: whether the service manager said it of the slot, and not the slot itself.
    """

    text: str
    start: str = ""
    manager: bool = False


def _sentence(text: str) -> str:
    """*text* as one line of a length that can be read."""
    text = " ".join(text.split()).rstrip(".")
    return text if len(text) <= MOST else f"{text[: MOST - 1]}…"


def _last_words(lines: t.Sequence[str]) -> str:
    """The line of a program's output that tells most: its last error, else the last one that says anything."""
    telling = [line for line in lines if line.strip() and not _NO_WORDS.match(line)]
    errors = [line for line in telling if _ERROR_LINE.match(line)]
    return _sentence((errors or telling or [""])[-1])


def _starts(lines: t.Iterable[Line]) -> list[list[Line]]:
    """The lines of each start, the latest start first."""
    starts: dict[str, list[Line]] = {}
    for line in lines:
        # Again at the end: a start is as late as its last line.
        starts[line.start] = [*starts.pop(line.start, []), line]
    return list(reversed(list(starts.values())))


def announced(lines: t.Iterable[str]) -> str:
    """What the slot's own program says that it dies of; empty where it could not."""
    said = [line[len(ANNOUNCED) :] for line in lines if line.startswith(ANNOUNCED)]
    return _sentence(said[-1]) if said else ""


def explain(lines: t.Sequence[Line], start_timeout: int) -> str:
    """What the latest start that failed died of; empty where nothing tells.

    :param lines: of the journal of one unit, oldest first.
    :param start_timeout: seconds that it may take until it is ready, for the sentence that says so.
    """
    return next(filter(None, (_explain_start(start, start_timeout) for start in _starts(lines))), "")


def _told_to_stop(manager: t.Sequence[str]) -> bool:
    """Whether a start came to its end because somebody wanted that, as systemd's lines about it say.

    It says "Stopped" of what failed or died as well, once it gives up starting that again.
    """
    words = {line.partition(" ")[0] for line in manager}
    failed = any(line.startswith("Failed to start ") for line in manager)
    return "Stopping" in words or ("Stopped" in words and "Started" not in words and not failed)


def _explain_start(lines: t.Sequence[Line], start_timeout: int) -> str:
    own = [line.text for line in lines if not line.manager]
    manager = [line.text for line in lines if line.manager]
    said = announced(own)
    if said or _told_to_stop(manager) or not any(_ENDED.search(line) for line in manager):
        return said
    for line in manager:
        found = _MANAGER_REASON.match(line)
        if found:
            return _sentence(f"systemd could not start it: {found.group(1)}")
    words = _last_words(own)
    last = f"; its last words: {words}" if words else ""
    result = next((found.group(1) for found in map(_RESULT.search, manager) if found), "")
    if result == "timeout":
        return f"it was not ready within litellm_start_timeout, {start_timeout} seconds{last}"
    if result in _RESULTS:
        return f"{_RESULTS[result]}{last}"
    killed = next((found.group(1) for found in map(_KILLED.search, manager) if found), "")
    if killed:
        return f"it was killed by signal {killed}{last}"
    status = next((found.group(1) for found in map(_STATUS.search, manager) if found), "")
    if status == KILLED_IN_A_CONTAINER:
        return f"its container was killed, as the kernel does when memory is at its limit{last}"
    return words or (f"it ended with status {status} and does not say why" if status else "")


def explain_supervised(state: str, lines: t.Sequence[str], start_timeout: int) -> str:
    """What a slot under supervisor died of.

    :param state: what its state file says; empty where there is none.
    :param lines: the end of its log.
    """
    refused = state.startswith("refused: ")
    if refused:
        return _sentence(state[len("refused: ") :])
    words = _last_words(lines)
    if any(_ERROR_LINE.match(line) for line in lines[-3:]):
        return words
    last = f"; its last words: {words}" if words else ""
    return f"it was not ready within litellm_start_timeout, {start_timeout} seconds{last}"
