# SPDX-License-Identifier: GPL-3.0-or-later
"""Say in one sentence why a slot does not serve, without a secret and without a traceback."""

from __future__ import annotations

import re
import typing as t
import urllib.parse

if t.TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MOST = 400
"""How many characters a reason has at most."""

SHORTEST_SECRET = 6
"""A value with fewer characters is not hidden: it may be a part of any other word."""

OF_THE_SYSTEM = frozenset(
    (
        *("HOME", "HOSTNAME", "LANG", "LOGNAME", "PATH", "PWD", "SHELL", "USER", "container"),
        *("INVOCATION_ID", "JOURNAL_STREAM", "RUNTIME_DIRECTORY", "STATE_DIRECTORY", "SYSTEMD_EXEC_PID"),
    )
)
"""Variables that systemd and container engines set, see systemd.exec(5); their values are no secrets."""

ERROR_LINE = re.compile(r"[A-Za-z_][\w.]*(?:Error|Exception|Exit|Interrupt|Timeout|Refused)\b")
"""Matches the beginning of a traceback's last line."""

LOOKS_SECRET = re.compile(r"\bsk-[\w-]{6,}")


class ReleaseRefusedError(Exception):
    """The release is not what it declares, or does not answer as it must. The text is one sentence for the operator."""


def secret_values(environment: Mapping[str, str], public: Mapping[str, str | None]) -> set[str]:
    """The values of *environment* that must not be shown: all but those of *public* and of the system.

    A password within a URL counts on its own, too.

    :param public: the variables of ``service.env``, which hold no secret.
    """
    return set(_secret_values(environment, public))


def _secret_values(environment: Mapping[str, str], public: Mapping[str, str | None]) -> Iterator[str]:
    for name, value in environment.items():
        if name in OF_THE_SYSTEM or public.get(name) == value or len(value) < SHORTEST_SECRET:
            continue
        yield value
        try:
            password = urllib.parse.urlsplit(value).password
        except ValueError:
            continue  # the value is no URL
        if password and len(password) >= SHORTEST_SECRET:
            yield password


def last_error(text: str) -> str:
    """The last line of the traceback *text* that names an exception, else its last line; empty for an empty text."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    named = [line for line in lines if ERROR_LINE.match(line)]
    return (named or lines or [""])[-1]


def sentence(error: BaseException) -> str:
    """A sentence that says why LiteLLM does not start, after *error* ended its start."""
    if isinstance(error, SystemExit) and not isinstance(error.code, str):
        return f"LiteLLM does not start: it ended with status {error.code} and does not say why"
    kind = "" if isinstance(error, SystemExit) else f"{type(error).__name__}: "
    return f"LiteLLM does not start: {kind}{error}".rstrip(": ")


def showable(text: str, secrets: set[str]) -> str:
    """*text* on one line of at most ``MOST`` characters, with stars for each of *secrets* and for what looks like a key."""
    for secret in sorted(secrets, key=len, reverse=True):
        text = text.replace(secret, "****")
    return one_line(LOOKS_SECRET.sub("****", text), MOST)


def one_line(text: str, longest: int) -> str:
    """*text* on one line, each run of white space as one blank, cut off after *longest* characters."""
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
