"""Hosts whose ``ansible_host`` is not where the others reach them are let in, and believed, by the address that they declare."""

from __future__ import annotations

import json
import typing as t
from pathlib import Path

import pytest

from tests.unit.ansible_programs import TOP, ansible

HOSTS: dict[str, dict[str, str]] = {
    "gateway1": {"ansible_host": "198.51.100.11", "litellm_balancer_address": "192.0.2.11"},
    "gateway2": {"ansible_host": "198.51.100.12"},
    "balancer1": {"ansible_host": "198.51.100.21", "litellm_balancer_address": "192.0.2.21"},
    "balancer2": {"ansible_host": "198.51.100.22", "litellm_balancer_address": "192.0.2.22"},
    "redis1": {"ansible_host": "198.51.100.31", "litellm_redis_address": "192.0.2.31"},
    "redis2": {"ansible_host": "198.51.100.32", "litellm_redis_address": "192.0.2.32"},
    "postgresql1": {"ansible_host": "198.51.100.41"},
    "watcher": {"ansible_host": "198.51.100.51"},
}
GROUPS = {
    "litellm_gateways": ["gateway1", "gateway2"],
    "litellm_balancers": ["balancer1", "balancer2"],
    "litellm_redis": ["redis1", "redis2"],
    "litellm_postgresql": ["postgresql1"],
    "litellm_monitoring": ["watcher"],
}
GATEWAYS = ["192.0.2.11", "198.51.100.12"]
# What the hosts have answered, and what is declared besides.
GIVEN = {
    "__litellm_host": {"port": 4000, "urls": ["http://gateway1:4000"], "metrics_url": "http://192.0.2.11:9464/metrics"},
    "litellm_prometheus": True,
    "litellm_metrics_host": "192.0.2.11",
    "__litellm_balancer_plan": {"port": 443, "tls": False},
    "litellm_balancer_virtual_address": "192.0.2.10",
    "litellm_redis_listen": ["192.0.2.31"],
    "__litellm_redis_checked": {"ports": [6379, 26379]},
    "litellm_postgresql_listen": ["192.0.2.41"],
}


@pytest.mark.parametrize(
    ("role", "host", "comers"),
    [
        (
            "litellm",
            "gateway1",
            [
                {"ports": [4000], "sources": ["192.0.2.21", "192.0.2.22"]},
                {"ports": [9464], "sources": ["198.51.100.51"]},
            ],
        ),
        (
            "litellm_balancer",
            "balancer1",
            [{"ports": [443], "sources": []}, {"protocol": "vrrp", "sources": ["192.0.2.22"]}],
        ),
        (
            "litellm_redis",
            "redis1",
            [{"ports": [6379, 26379], "sources": ["192.0.2.11", "192.0.2.32", "198.51.100.12"]}],
        ),
        ("litellm_postgresql", "postgresql1", [{"ports": [5432], "sources": GATEWAYS}]),
    ],
)
def test_a_host_is_let_in_by_the_address_that_it_declares(
    tmp_path: Path, role: str, host: str, comers: list[dict[str, t.Any]]
) -> None:
    found = told(tmp_path, role, host, f"__{role}_comers")
    assert [{**each, "sources": sorted(each.get("sources", []))} for each in found] == comers


@pytest.mark.parametrize(
    ("host", "declared", "believed"),
    [
        ("gateway1", {}, "127.0.0.1,192.0.2.21,192.0.2.22"),
        ("gateway1", {"FORWARDED_ALLOW_IPS": "*"}, "*"),
        ("redis1", {}, "127.0.0.1"),
    ],
)
def test_a_gateway_believes_its_balancers_when_they_say_which_client_asks(
    tmp_path: Path, host: str, declared: dict[str, str], believed: str
) -> None:
    given = {"litellm_environment": declared}
    assert told(tmp_path, "litellm", host, "__litellm_service_environment", **given)["FORWARDED_ALLOW_IPS"] == believed


def told(tmp_path: Path, role: str, host: str, variable: str, **given: t.Any) -> t.Any:
    """What the *variable* of a *role* is on a *host*, where *given* is declared besides."""
    files = TOP / "roles" / role
    play = {
        "hosts": host,
        "gather_facts": False,
        "connection": "local",
        "vars_files": [str(files / "defaults" / "main.yml"), str(files / "vars" / "main.yml")],
        "tasks": [{"ansible.builtin.debug": {"var": variable}}],
    }
    groups: dict[str, t.Any] = {name: {"hosts": {each: {} for each in members}} for name, members in GROUPS.items()}
    (tmp_path / "play.json").write_text(json.dumps([play]))
    (tmp_path / "hosts.json").write_text(json.dumps({"all": {"hosts": HOSTS, "children": groups}}))
    (tmp_path / "given.json").write_text(json.dumps(GIVEN | given))
    words = ("-i", "hosts.json", "play.json", "-e", "@given.json")
    said = ansible("playbook", *words, cwd=tmp_path, ANSIBLE_CALLBACK_RESULT_FORMAT="json").stdout
    start = said.index(f"ok: [{host}] => ") + len(f"ok: [{host}] => ")
    return json.JSONDecoder().raw_decode(said, start)[0][variable]
