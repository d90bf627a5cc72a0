# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The addresses that a host has towards others."""

from __future__ import annotations

import ipaddress
import socket

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._host import addresses


def test_own_addresses_are_addresses() -> None:
    for address in addresses.own_addresses():
        assert ipaddress.ip_address(address)


def test_a_host_without_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError

    monkeypatch.setattr(socket, "socket", refuse)
    assert addresses.own_addresses() == []
