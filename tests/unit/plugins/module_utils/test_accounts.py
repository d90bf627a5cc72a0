# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who has an account on a host."""

from __future__ import annotations

import os
import pwd

from ansible_collections.llmops.litellm.plugins.module_utils import _accounts


def test_the_number_of_a_user() -> None:
    account = pwd.getpwuid(os.getuid())
    assert _accounts.user_number(account.pw_name) == account.pw_uid
    assert _accounts.user_number("no-such-user") == 0


def test_the_own_group_of_a_user() -> None:
    assert _accounts.group_of("root") == "root"
    assert _accounts.group_of("no-such-user") == ""


def test_there_are_accounts_and_groups() -> None:
    assert _accounts.user_exists("root")
    assert _accounts.group_exists("root")
    assert not _accounts.user_exists("no-such-user")
    assert not _accounts.group_exists("no-such-group")
