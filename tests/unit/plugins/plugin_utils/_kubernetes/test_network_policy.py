"""Who may be reached: services by their namespace, addresses, and everything outside at the port of a name."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes.network_policy import (
    PUBLIC,
    network_policy,
    unknown_addresses,
)

from tests.unit.plugins.plugin_utils._kubernetes.samples import cluster, gateway

ANYBODY: dict[str, t.Any] = {"from": [{"podSelector": {}}]}


def egress(*bases: str | None, composed: t.Sequence[tuple[str, str, str, str]] = ()) -> dict[int, list[t.Any]]:
    """Port to peers, of models at such addresses; None is a provider's own."""
    models = [{"model_name": "m", "litellm_params": {"api_base": base} if base else {}} for base in bases]
    made = network_policy(
        cluster(network_policy=ANYBODY), gateway(data={"model_list": models}, composed=composed, service_environment="")
    )
    assert made is not None
    dns, *rules = made["spec"]["egress"]
    assert {each["port"] for each in dns["ports"]} == {53}
    return {rule["ports"][0]["port"]: rule["to"] for rule in rules}


def namespace(name: str) -> dict[str, t.Any]:
    return {"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": name}}}


@pytest.mark.parametrize(
    ("base", "port", "peers"),
    [
        ("http://vllm-api.ml.svc.cluster.local:8000/v1", 8000, [namespace("ml")]),
        ("http://vllm-api.ml.svc/v1", 80, [namespace("ml")]),
        ("http://vllm:8000", 8000, [namespace("litellm")]),
        ("https://10.1.2.3", 443, [{"ipBlock": {"cidr": "10.1.2.3/32"}}]),
        ("https://[fd00::1]:8443", 8443, [{"ipBlock": {"cidr": "fd00::1/128"}}]),
        ("https://api.example.com/v1", 443, list(PUBLIC)),
        (None, 443, list(PUBLIC)),
    ],
)
def test_an_address_becomes_a_rule(base: str | None, port: int, peers: list[t.Any]) -> None:
    assert egress(base) == {port: peers}


def test_one_port_is_one_rule() -> None:
    found = egress("http://a.ml.svc:8000", "http://b.ml.svc:8000", "http://c.gpu.svc:8000", "https://a.example.com")
    assert found == {443: list(PUBLIC), 8000: [namespace("ml"), namespace("gpu")]}


def test_a_redis_with_a_password_is_reached() -> None:
    redis = ("LITELLM_REDIS_URL", "rediss://litellm:", "REDIS_PASSWORD", "@redis.ml.svc:6380/0")
    assert egress(composed=[redis]) == {6380: [namespace("ml")]}


def test_what_is_no_address_is_no_rule() -> None:
    assert egress("http://[broken", "os.environ/BASE") == {}
    named = {"model_list": [{"model_name": "m", "litellm_params": {"api_base": "os.environ/BASE"}}]}
    assert unknown_addresses(gateway(data=named)) == ["m"]


def test_who_scrapes_comes_in_at_the_metrics_alone() -> None:
    clients: dict[str, t.Any] = {"podSelector": {}}
    prometheus = {"namespaceSelector": {"matchLabels": {"name": "monitoring"}}}
    given = cluster(network_policy={"from": [clients], "scrapers": [prometheus]})
    made = network_policy(given, gateway(metrics_port=9464))
    assert made is not None
    assert [(rule["from"], rule["ports"][0]["port"]) for rule in made["spec"]["ingress"]] == [
        ([clients], "http"),
        ([prometheus], "metrics"),
    ]
    without = network_policy(given, gateway())
    assert without is not None
    assert [rule["from"] for rule in without["spec"]["ingress"]] == [[clients]]


def test_nobody_may_come_in_where_nobody_is_named() -> None:
    shut = network_policy(cluster(network_policy={"from": []}), gateway())
    assert shut is not None
    assert shut["spec"]["ingress"] == []
    assert network_policy(cluster(), gateway()) is None
