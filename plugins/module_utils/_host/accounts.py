# SPDX-License-Identifier: GPL-3.0-or-later
"""Who has an account on a host. Reads only."""

from __future__ import annotations

import grp
import pwd


def account_of(name: str) -> pwd.struct_passwd | None:
    """The account of that name; None where there is none."""
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def group_of(user: str) -> str:
    """The name of a user's own group; empty where there is no such user, or its group has no name."""
    account = account_of(user)
    try:
        return grp.getgrgid(account.pw_gid).gr_name if account else ""
    except KeyError:
        return ""


def group_exists(name: str) -> bool:
    """Whether there is a group of that name."""
    try:
        grp.getgrnam(name)
    except KeyError:
        return False
    return True


MADE = "LiteLLM gateway, made by Ansible, collection llmops.litellm"
"""What an account says of itself that the role made; anybody else's stays as it is."""


def is_made(name: str, state: str) -> bool:
    """Whether the role made the account *name*.

    :param state: the gateway's state folder, which is the home of those that earlier versions made.
    """
    account = account_of(name)
    return account is not None and (account.pw_gecos == MADE or account.pw_dir == state)
