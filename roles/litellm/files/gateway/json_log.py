# SPDX-License-Identifier: GPL-3.0-or-later
"""Log one JSON object per line, from the first line on, whoever writes it, and one line for each request.

LiteLLM writes JSON by itself where ``JSON_LOGS`` says so. Everything else that reaches the output of the process (this program,
gunicorn, a traceback, a library that prints) becomes an object here. No line has one of the service's secrets.
"""

from __future__ import annotations

import datetime
import io
import json
import logging
import sys
import typing as t

from checks import is_no_news
from reason import LOOKS_SECRET
from saying import say

if t.TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HEADERS: dict[bytes, tuple[str, t.Callable[[str], t.Any]]] = {
    b"x-litellm-call-id": ("request_id", str),
    b"x-litellm-model-group": ("model", str),
    b"x-litellm-model-id": ("deployment", str),
    b"x-litellm-model-name": ("upstream", str),
    b"x-litellm-attempted-fallbacks": ("fallback", lambda value: value not in ("0", "None")),
    b"x-litellm-response-cost": ("cost_usd", float),
}
"""Headers that LiteLLM gives its answers: what a line calls them, and how their text becomes a value."""

LONGEST_VALUE = 300
"""How many characters of a value that a client may have chosen are logged."""

REFUSALS = ("401", "403")

JUDGE = "auth_exception_handler.py"
"""The file of LiteLLM that logs each refused key with a traceback."""


def asked(environment: Mapping[str, str]) -> bool:
    """Whether the *environment* asks for JSON, as LiteLLM reads it."""
    return environment.get("JSON_LOGS", "").lower() == "true"


def now() -> str:
    """The time, in UTC, as ISO 8601 has it."""
    return datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="milliseconds")


class JsonLines(io.TextIOBase):
    """Stands for *stream*; what is written becomes one JSON object per line. What is one already stays.

    :param level: what the objects have as ``level``.
    :param secrets: are replaced by stars.
    """

    def __init__(self, stream: t.TextIO, level: str, secrets: Iterable[str]) -> None:
        self._stream = stream
        self._level = level
        self._secrets = sorted(secrets, key=len, reverse=True)
        self._begun = ""

    def write(self, text: str) -> int:
        """Write the lines of *text* that are complete. Several lines that are written at once are one message."""
        whole, newline, rest = (self._begun + text).rpartition("\n")
        self._begun = rest
        if newline and whole.strip():
            self._stream.write(self._object(whole) + "\n")
        return len(text)

    def flush(self) -> None:
        """Pass on what is written."""
        self._stream.flush()

    def fileno(self) -> int:
        """The descriptor of what it stands for."""
        return self._stream.fileno()

    def isatty(self) -> bool:
        """Nobody writes colours into JSON."""
        return False

    def _object(self, text: str) -> str:
        """*text* as one JSON object; several objects, one per line, stay several."""
        for secret in self._secrets:
            text = text.replace(secret, "****")
        lines = [line for line in text.split("\n") if line.strip()]
        if all(map(_is_object, lines)):
            return "\n".join(lines)
        shown = LOOKS_SECRET.sub("****", "\n".join(lines))
        return json.dumps({"message": shown, "level": self._level, "timestamp": now(), "component": "gateway"})


def _is_object(line: str) -> bool:
    if not line.startswith("{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False


def write_json(secrets: Iterable[str]) -> None:
    """Have everything that this process prints from now on, and its later forks, become JSON.

    :param secrets: what must be in no line.
    """
    secrets = list(secrets)
    sys.stdout = JsonLines(sys.stdout, "INFO", secrets)
    sys.stderr = JsonLines(sys.stderr, "WARNING", secrets)


def request_line(scope: Mapping[str, t.Any], started: Mapping[str, t.Any] | None, seconds: float, whole: bool) -> str:
    """The line of one request.

    :param scope: of the request.
    :param started: the message that began the answer; None where there was none.
    :param seconds: how long it took until the answer was there in full, or the client was gone.
    :param whole: whether the client was sent all of it.
    """
    status = started["status"] if started else None
    line = {
        "message": f"{scope['method']} {scope['path'][:LONGEST_VALUE]} {status or 'no answer'}",
        "level": "INFO",
        "timestamp": now(),
        "component": "request",
        "status": status,
        "duration_seconds": round(seconds, 4),
    }
    if scope.get("client"):
        line["client"] = scope["client"][0]
    for name, value in started.get("headers", ()) if started else ():
        if name.lower() in HEADERS:
            key, read = HEADERS[name.lower()]
            try:
                line[key] = read(value.decode("latin-1")[:LONGEST_VALUE])
            except ValueError:
                continue  # LiteLLM writes None for a cost that it does not know
    if not whole:
        line["complete"] = False
    return json.dumps(line)


def print_request(scope: Mapping[str, t.Any], started: Mapping[str, t.Any] | None, seconds: float, whole: bool) -> None:
    """Log one request, unless it is no news; see ``request_line``."""
    if not is_no_news(scope["path"], started["status"] if started else None):
        say(request_line(scope, started, seconds, whole))


class OneLineForRefusals(logging.Filter):
    """Leaves a refused key to the line of its request, which LiteLLM logs as an error with a traceback besides."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether *record* is logged."""
        error = record.exc_info[1] if record.exc_info else None
        if record.filename != JUDGE or error is None:
            return True
        status = str(getattr(error, "code", None) or getattr(error, "status_code", None))
        return status not in REFUSALS


def quiet_refusals() -> None:
    """Have LiteLLM log no refused key by itself; call it once LiteLLM is imported."""
    logging.getLogger("LiteLLM Proxy").addFilter(OneLineForRefusals())
