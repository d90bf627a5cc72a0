"""Who a gateway's firewall lets in."""

from __future__ import annotations

import json
import typing as t
from pathlib import Path

import pytest

from tests.unit.ansible_programs import TOP, ansible

ROLE = TOP / "roles" / "litellm"
PLAY = [
    {
        "hosts": "gateway1",
        "gather_facts": False,
        "connection": "local",
        "vars_files": [str(ROLE / "defaults" / "main.yml"), str(ROLE / "vars" / "main.yml")],
        "tasks": [{"ansible.builtin.debug": {"var": "__litellm_comers"}}],
    }
]
CLIENTS = {"ports": [4000], "sources": []}
METRICS = {"litellm_prometheus": "true", "litellm_metrics_host": "192.0.2.11"}
ADDRESSES: dict[str, dict[str, str]] = {"prometheus1": {"ansible_host": "192.0.2.41"}, "prometheus2": {}}
WATCHERS = {"litellm_monitoring": {"hosts": {**ADDRESSES, "gateway1": {}}}}


@pytest.mark.parametrize(
    ("groups", "given", "lets_in"),
    [
        ({}, {}, [CLIENTS]),
        ({}, METRICS, [CLIENTS]),
        (WATCHERS, METRICS, [CLIENTS, {"ports": [9464], "sources": ["192.0.2.41", "prometheus2"]}]),
        (WATCHERS, {**METRICS, "litellm_metrics_host": "127.0.0.1"}, [CLIENTS]),
        (WATCHERS, {**METRICS, "litellm_prometheus": "false"}, [CLIENTS]),
        (
            {
                name: {"hosts": {host: {}}}
                for name, host in (("litellm_gateways", "gateway1"), ("litellm_balancers", "b1"))
            },
            {},
            [{"ports": [4000], "sources": ["b1"]}],
        ),
    ],
)
def test_those_who_come_are_let_in(
    tmp_path: Path, groups: dict[str, t.Any], given: dict[str, str], lets_in: list[dict[str, t.Any]]
) -> None:
    (tmp_path / "play.json").write_text(json.dumps(PLAY))
    (tmp_path / "hosts.json").write_text(json.dumps({"all": {"hosts": {"gateway1": {}}, "children": groups}}))
    (tmp_path / "given.json").write_text(
        json.dumps({"__litellm_host": {"port": 4000, "urls": ["http://gateway1:4000"]}, **given})
    )
    words = ("-i", "hosts.json", "play.json", "-e", "@given.json")
    said = ansible("playbook", *words, cwd=tmp_path, ANSIBLE_CALLBACK_RESULT_FORMAT="json").stdout
    start = said.index("ok: [gateway1] => ") + len("ok: [gateway1] => ")
    assert json.JSONDecoder().raw_decode(said, start)[0]["__litellm_comers"] == lets_in
