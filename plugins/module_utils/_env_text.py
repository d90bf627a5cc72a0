# SPDX-License-Identifier: GPL-3.0-or-later
"""Environment files that systemd and python-dotenv read alike."""

from __future__ import annotations

import re
import typing as t

NAME = r"[A-Za-z_][A-Za-z0-9_]*"
"""A regular expression for the name of an environment variable, as shells and systemd take it."""

# systemd.exec(5) takes Unicode scalar values without NUL, the byte order mark and what Unicode reserves for no
# character; python-dotenv opens files as text, which turns a carriage return into a newline.
UNREADABLE = re.compile(
    r"[\x00\r\ud800-\udfff\ufdd0-\ufdef\ufeff"
    + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(17))
    + "]"
)


def is_name(text: str) -> bool:
    """Whether *text* can be the name of an environment variable."""
    return re.fullmatch(NAME, text) is not None


def environment_file(values: t.Mapping[str, t.Any]) -> str:
    """The text of an environment file: one ``NAME="value"`` for each entry, in the order given.

    :param values: name to value; numbers and booleans are written as Python prints them, as LiteLLM expects ``True``.
    :raises ValueError: naming the entry, never its value.
    """
    lines = []
    for name, value in values.items():
        if not is_name(str(name)):
            raise ValueError(f"{name!r} is not a name for an environment variable")
        if value is None or isinstance(value, (dict, list, tuple, set)):
            raise ValueError(f"the value of {name} is {'missing' if value is None else 'a collection'}, not text")
        text = str(value)
        if UNREADABLE.search(text):
            raise ValueError(f"the value of {name} holds a NUL, a carriage return or a code point that is no character")
        if text.endswith("\\"):
            # python-dotenv before 1.2.3 takes the closing quote behind it for an escaped one.
            raise ValueError(f"the value of {name} ends with a backslash")
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        lines.append(f'{name}="{escaped}"\n')
    return "".join(lines)
