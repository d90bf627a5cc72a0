# SPDX-License-Identifier: GPL-3.0-or-later
"""Environment files that systemd and python-dotenv read alike."""

from __future__ import annotations

import re
import typing as t
from urllib.parse import quote

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


def with_addresses(values: t.Mapping[str, t.Any], addresses: t.Iterable[t.Mapping[str, t.Any]]) -> dict[str, t.Any]:
    """*values* with the addresses that secrets among them belong into.

    :param addresses: each has ``name`` of its variable, ``secret``, the variable with the secret, and the text ``before`` and
        ``after`` that, which stands there percent-encoded. Where ``whole`` is true the secret is an address, and ``after`` more
        of its query. Where ``plain`` is true the variable has the secret as it is.
    :raises ValueError: naming the secret that is missing.
    """
    made = dict(values)
    for address in addresses:
        if values.get(address["secret"]) is None:
            raise ValueError(f"the value of {address['secret']} is missing, which {address['name']} is made of")
        secret = str(values[address["secret"]])
        if address.get("whole"):
            made[address["name"]] = f"{secret}{'&' if '?' in secret else '?'}{address['after']}"
        elif address.get("plain"):
            made[address["name"]] = secret
        else:
            made[address["name"]] = f"{address['before']}{quote(secret, safe='')}{address['after']}"
    return made


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
