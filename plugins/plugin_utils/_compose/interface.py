# SPDX-License-Identifier: GPL-3.0-or-later
"""What the admin interface becomes in the service's environment. Without a declaration the gateway's program closes its paths."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field

from .._language.interface import PASSWORD, read_interface
from .secret_url import SecretUrl

if t.TYPE_CHECKING:
    from .._language.options import RenderOptions
    from .._report.report import Report


@dataclass(frozen=True)
class SignIn:
    """What LiteLLM is told of the interface.

    :param environment: variables of the service, none of them a secret.
    :param password_env: the variable that has the password; empty where nobody signs in.
    :param secret_url: the variable that LiteLLM reads it from, where that is another one; else None.
    """

    environment: dict[str, str] = field(default_factory=dict)
    password_env: str = ""
    secret_url: SecretUrl | None = None


def read_sign_in(options: RenderOptions, report: Report) -> SignIn:
    """What the interface of *options* becomes."""
    found = read_interface(options, report)
    if found is None:
        return SignIn()
    environment = {"DISABLE_ADMIN_UI": "False", "UI_USERNAME": found.username}
    environment |= {"PROXY_BASE_URL": found.base_url} if found.base_url else {}
    environment |= {"SERVER_ROOT_PATH": found.root_path} if found.root_path else {}
    renamed = None if found.password_env == PASSWORD else SecretUrl(PASSWORD, "", found.password_env, "", plain=True)
    return SignIn(environment, found.password_env, renamed)
