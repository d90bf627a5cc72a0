"""What is monitored, and what declares nothing."""

from __future__ import annotations

import typing as t
from pathlib import Path

import pytest
import yaml
from ansible.parsing.dataloader import DataLoader
from ansible_collections.llmops.litellm.plugins.plugin_utils._monitoring import declared as room
from ansible_collections.llmops.litellm.plugins.plugin_utils._monitoring.plan import plan
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import InputError

from tests.unit.plugins.plugin_utils._monitoring.variables import GATEWAYS, declared

ROLE = Path(__file__).parents[5] / "roles" / "litellm"


def targets(host: str, gateways: dict[str, dict[str, t.Any]]) -> list[tuple[str, ...]]:
    monitoring, problems = room.monitoring_of(declared(), host, gateways)
    assert problems == []
    return [tuple(each) for each in monitoring.targets]


def test_where_the_metrics_of_gateways_are() -> None:
    assert targets("watcher", GATEWAYS) == [
        ("gw1", "192.0.2.1:9464", "https"),
        ("gw2", "192.0.2.2:9500", "http"),
    ]
    assert targets("gw1", {"gw1": {}}) == [("gw1", "127.0.0.1:9464", "http")]
    anywhere = {"litellm_metrics_host": "0.0.0.0", "ansible_host": "198.51.100.1"}  # noqa: S104 - read, not bound
    assert targets("watcher", {"gw1": anywhere}) == [("gw1", "198.51.100.1:9464", "http")]
    elsewhere = {"gw1": {**anywhere, "litellm_balancer_address": "192.0.2.1"}}
    assert targets("watcher", elsewhere) == [("gw1", "192.0.2.1:9464", "http")]
    assert targets("gw1", {"gw1": {"litellm_metrics_host": "::1"}}) == [("gw1", "[::1]:9464", "http")]


def test_a_gateway_says_by_itself_where_its_metrics_are() -> None:
    defaults = yaml.safe_load((ROLE / "defaults" / "main.yml").read_text())
    assert (
        defaults["litellm_metrics_host"],
        defaults["litellm_metrics_port"],
    ) == (room.METRICS_HOST, room.METRICS_PORT)


@pytest.mark.parametrize(
    ("given", "gateways", "says"),
    [
        ({}, {}, ["litellm_monitoring_group: names no host"]),
        ({}, {"gw1": {}}, ["litellm_monitoring_group: has gw1, which serves its metrics only to itself"]),
        (
            {},
            {"gw1": {"litellm_metrics_host": "gateway"}},
            ["litellm_monitoring_group: has gw1, whose litellm_metrics_host"],
        ),
        ({"error_percent": "much"}, GATEWAYS, ["litellm_monitoring_error_percent: is 'much', and has to be a number"]),
        (
            {"daily_cost_usd": -1},
            GATEWAYS,
            ["litellm_monitoring_daily_cost_usd: is -1, and has to be a number of at least 0"],
        ),
        (
            {"litellm_reference_model": "deepseek-chatt"},
            GATEWAYS,
            ["litellm_reference_model: is 'deepseek-chatt', whose prices"],
        ),
        (
            {},
            {"gw1": {"litellm_metrics_port": "x"}},
            ["host gw1.litellm_metrics_port: is 'x', and has to be a whole number from 0 to 65535"],
        ),
        ({"error_percent": -1, "latency_seconds": None}, {}, ["names no host", "error_percent", "latency_seconds"]),
        (
            {"receivers": [{"webhook_configs": []}, "on-call", {"name": "on-call", "since": float("inf")}]},
            GATEWAYS,
            [
                "litellm_monitoring_receivers[0].name: is missing",
                "litellm_monitoring_receivers[1]: is 'on-call', and has to be a dictionary",
                "litellm_monitoring_receivers[2].since: is not a finite number",
            ],
        ),
    ],
)
def test_everything_that_is_wrong(given: dict[str, t.Any], gateways: dict[str, t.Any], says: list[str]) -> None:
    with pytest.raises(InputError) as refused:
        plan(declared(**given), "watcher", gateways)
    found = [str(problem) for problem in refused.value.problems]
    assert len(found) == len(says)
    assert all(part in each for part, each in zip(says, found, strict=True))


def test_the_token_is_in_no_text() -> None:
    planned = plan(declared(token="canary"), "watcher", GATEWAYS)  # noqa: S106 - of the test
    assert "canary" not in str(planned)
    assert yaml.safe_load(planned["scrape"])["scrape_configs"][0]["authorization"] == {
        "credentials_file": "/etc/prometheus/litellm/token"
    }
    assert "authorization" not in yaml.safe_load(plan(declared(), "watcher", GATEWAYS)["scrape"])["scrape_configs"][0]


@pytest.mark.parametrize(
    ("given", "asks"),
    [
        ({}, None),
        ({"ca": "/ca.pem"}, {"ca_file": "/ca.pem"}),
        ({"server_name": "llm.example.com"}, {"server_name": "llm.example.com"}),
    ],
)
def test_certificates_are_compared_with_what_is_declared(given: dict[str, str], asks: dict[str, str] | None) -> None:
    (job,) = yaml.safe_load(plan(declared(**given), "watcher", GATEWAYS)["scrape"])["scrape_configs"]
    assert job.get("tls_config") == asks


def test_receivers_are_told() -> None:
    receivers = [{"name": "on-call", "webhook_configs": [{"url": "https://chat.example.com"}]}, {"name": "other"}]
    found = yaml.safe_load(plan(declared(receivers=receivers), "watcher", GATEWAYS)["alertmanager"])
    assert found["route"]["receiver"] == "on-call"
    assert found["receivers"] == receivers


def test_receivers_are_told_as_an_inventory_has_them() -> None:
    text = "- name: on-call\n  webhook_configs: [{url: https://chat.example.com}]\n"
    wrapped = DataLoader().load(text, file_name="/inventory.yml")
    found = yaml.safe_load(plan(declared(receivers=wrapped), "watcher", GATEWAYS)["alertmanager"])
    assert found["receivers"] == yaml.safe_load(text)


def test_what_is_saved_is_known_only_beside_a_reference() -> None:
    assert "litellm:saved_usd" not in plan(declared(), "watcher", GATEWAYS)["rules"]
    assert "litellm:saved_usd" in plan(declared(litellm_reference_model="deepseek-chat"), "watcher", GATEWAYS)["rules"]
