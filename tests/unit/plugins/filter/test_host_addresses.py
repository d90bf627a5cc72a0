"""The filter host_addresses, as templates call it."""

from __future__ import annotations

from ansible_collections.llmops.litellm.plugins.filter.host_addresses import FilterModule

HOSTS = {
    "a": {"ansible_host": "198.51.100.1", "litellm_balancer_address": "192.0.2.1"},
    "b": {"ansible_host": "198.51.100.2", "litellm_balancer_address": ""},
    "c": {},
}


def test_what_a_host_declares_then_ansible_host_then_its_name() -> None:
    addresses = FilterModule().filters()["host_addresses"]
    assert addresses(["b", "c", "a"], HOSTS, "litellm_balancer_address") == ["198.51.100.2", "c", "192.0.2.1"]
    assert addresses(["a"], HOSTS) == ["198.51.100.1"]
    assert addresses([], HOSTS) == []
