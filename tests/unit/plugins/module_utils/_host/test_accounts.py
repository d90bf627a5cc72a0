"""Who has an account on a host."""

from __future__ import annotations

import grp
import os
import pwd

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._host import accounts


def test_an_account_is_found_by_its_name() -> None:
    account = pwd.getpwuid(os.getuid())
    assert accounts.account_of(account.pw_name) == account
    assert accounts.account_of("no-such-user") is None


def test_the_own_group_of_a_user() -> None:
    assert accounts.group_of("root") == "root"
    assert accounts.group_of("no-such-user") == ""


def test_a_group_without_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grp, "getgrgid", {}.__getitem__)
    assert accounts.group_of("root") == ""


def test_there_are_groups() -> None:
    assert accounts.group_exists("root")
    assert not accounts.group_exists("no-such-group")
