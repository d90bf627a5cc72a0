# SPDX-License-Identifier: GPL-3.0-or-later
"""The options with which modules reach a gateway; the documentation fragment ``gateway`` describes them."""

from __future__ import annotations

import typing as t
from urllib.parse import urlsplit

from .._headers import fits_bearer
from .client import GatewayClient
from .http import Send, sender

CONNECTION_ARGUMENTS: dict[str, dict[str, t.Any]] = {
    "url": {"type": "str", "required": True},
    "master_key": {"type": "str", "no_log": True, "default": ""},
    "timeout": {"type": "int", "default": 60},
    "validate_certs": {"type": "bool", "default": True},
    "use_proxy": {"type": "bool", "default": True},
    "certificate": {"type": "path"},
}


def connection_problems(options: t.Mapping[str, t.Any], key: str = "master_key") -> list[str]:
    """The faults of *options*: one sentence each, the option's name first.

    :param options: with the keys of ``CONNECTION_ARGUMENTS``.
    :param key: the name of the one that holds the key.
    """
    problems = []
    if not _is_http_url(options["url"]):
        problems.append(f"url: {options['url']!r} is not an http or https URL; write http://127.0.0.1:4000.")
    if options[key] and not fits_bearer(options[key]):
        problems.append(f"{key}: holds a character that no header can carry; letters, digits and punctuation can.")
    if options["timeout"] < 1:
        problems.append(f"timeout: is {options['timeout']}, and must be at least 1.")
    return problems


def _is_http_url(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def client_for(options: t.Mapping[str, t.Any]) -> GatewayClient:
    """A client of the gateway that *options* name. They must be without :func:`connection_problems`."""
    return GatewayClient(options["url"], options["master_key"], sender_for(options))


def sender_for(options: t.Mapping[str, t.Any]) -> Send:
    """What sends requests to the gateway that *options* name. They must be without :func:`connection_problems`."""
    certificate = options["certificate"] if options["url"].startswith("https:") else None
    return sender(options["timeout"], options["validate_certs"], options["use_proxy"], certificate or "")
