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
