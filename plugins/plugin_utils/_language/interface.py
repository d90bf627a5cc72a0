# SPDX-License-Identifier: GPL-3.0-or-later
"""LiteLLM's admin interface as operators declare it: who signs in, with which variable's value, and at which address people open it.

It is refused without a database, which keeps who is signed in, and where others could read the password on its way.
"""

from __future__ import annotations

import typing as t
from dataclasses import dataclass
from urllib.parse import urlsplit

from ...module_utils._addresses import is_loopback
from ...module_utils._managers import KUBERNETES
from .._known.master_keys import password_fault
from .._report.problems import type_name
from . import field_types, places
from .tls import has_proxy

if t.TYPE_CHECKING:
    from .._report.report import Report, Spot
    from .options import RenderOptions

OF_UI = ("DISABLE_ADMIN_UI", "UI_USERNAME", "UI_PASSWORD")
"""Variables that are made of the declaration, and of nothing else."""
PASSWORD = "UI_PASSWORD"  # noqa: S105 - the name of the variable
_OF_URL = ("PROXY_BASE_URL", "SERVER_ROOT_PATH")
_READ = "whoever is on the way can read the password and the session of an administrator"


@dataclass(frozen=True)
class Interface:
    """An interface that was declared, and is whole.

    :param username: who signs in.
    :param password_env: name of the variable with the password; never its value.
    :param base_url: address at which people open the gateway, without a path; empty: the one that they ask.
    :param root_path: path below that address, ``/llm``; empty for none.
    """

    username: str
    password_env: str
    base_url: str = ""
    root_path: str = ""


def read_interface(options: RenderOptions, report: Report) -> Interface | None:
    """The interface that *options* declare; None where there is none, or where something is wrong with it, which is reported."""
    _check_variables(options, report)
    value, at = options.ui, report.at("ui")
    if value is None or value in ({}, ""):
        return None
    if not isinstance(value, dict):
        at.add(
            "field-type", f"must be a dictionary, not {type_name(value)}", "write {username: admin, password_env: NAME}"
        )
        return None
    before = len(report.problems)
    read = field_types.record(_FIELDS)(value, at) or {}
    for field in ("username", "password_env"):
        if value.get(field) is None:
            at.child(field).add("missing-field", "is missing", "write {username: admin, password_env: NAME}")
    places.check_secrets({"password_env": read.get("password_env")}, options, at)
    _check_needs(options, at)
    parts = urlsplit(read.get("base_url") or "")
    if not read.pop("allow_http", False):
        _check_encryption(parts.scheme, parts.hostname or "", options, at)
    if len(report.problems) > before:
        return None
    base_url = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
    return Interface(read["username"], read["password_env"], base_url, parts.path.rstrip("/"))


def check_password(password: str, master_key: str, report: Report, name: str) -> None:
    """The password is none that somebody guesses, and not the master key.

    :param name: of the variable that has it.
    """
    at = report.at("litellm_secrets", name)
    fault = password_fault(password) if password else ""
    if fault:
        at.add("weak-ui-password", fault, "openssl rand -hex 32 makes one")
    elif password and password == master_key:
        message = "is the master key, which every administrator of the interface would know then"
        at.add("weak-ui-password", message, "openssl rand -hex 32 makes another one")


def _check_variables(options: RenderOptions, report: Report) -> None:
    """What the declaration becomes is not said a second time. A name in ``allow_unknown`` is let through."""
    settings = options.litellm_environment if isinstance(options.litellm_environment, list) else []
    names = options.environment if isinstance(options.environment, list) else []
    declared = options.ui if isinstance(options.ui, dict) else {}
    made = (*OF_UI, *(_OF_URL if declared.get("base_url") else ()))
    for name in made:
        if name in settings and name not in (options.allow_unknown or ()):
            message = "is what litellm_ui says, which is checked"
            report.at("litellm_environment", name).add("contradiction", message, "take it out, and declare litellm_ui")
    if declared and PASSWORD in names and PASSWORD not in settings and declared.get("password_env") != PASSWORD:
        message = f"stands beside {PASSWORD} of litellm_secrets, and both say the password"
        report.at("ui", "password_env").add(
            "contradiction", message, f"write password_env: {PASSWORD}, or take that out"
        )


def _check_needs(options: RenderOptions, at: Spot) -> None:
    if not options.database:
        message = "needs a database, which keeps who is signed in, and there is none"
        at.add("needs-database", message, "declare litellm_database, or take it out", "error")
    if not options.master_key_env and options.config_file is None:
        at.add("contradiction", "stands beside a gateway without a master key, where nobody can sign in", "keep one")


def _check_encryption(scheme: str, host: str, options: RenderOptions, at: Spot) -> None:
    """Nobody signs in over plain HTTP but on the gateway's own host."""
    remedy = "write base_url: https://… of what has the certificate in front of it, or set litellm_tls_certificate and litellm_tls_key"
    if scheme == "http" and not is_loopback(host):
        at.child("base_url").add("ui-over-http", f"is plain HTTP: {_READ}", "write https://…")
        return
    if options.tls_certificate:
        return
    in_pods = options.service_manager == KUBERNETES
    if in_pods and scheme != "https":
        at.add("ui-over-http", f"is in pods without TLS, and nothing says that an ingress has it: {_READ}", remedy)
    elif (
        not in_pods
        and options.host
        and not is_loopback(options.host)
        and not (scheme == "https" and has_proxy(options))
    ):
        at.add("ui-over-http", f"is at {options.host} without TLS: {_READ}", remedy)


def _base_url(value: t.Any, at: Spot) -> str | None:
    checked = field_types.url(value, at)
    if checked is None:
        return None
    parts = urlsplit(checked)
    if parts.scheme not in ("http", "https") or parts.query or parts.fragment:
        at.add(
            "bad-url", "is no address that people open", "write https://llm.example.com, with a path where there is one"
        )
        return None
    return checked


_FIELDS: dict[str, field_types.FieldType] = {
    "username": field_types.name,
    "password_env": field_types.environment_name,
    "base_url": _base_url,
    "allow_http": field_types.boolean,
}
