"""The report where there is little to tell: nobody there, or nobody reached. That of a gateway is in test_gateway.py."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.playbooks.cores import ROOT, Inventory, Play, gateway_of_the_caller


@pytest.mark.newest_core
def test_an_inventory_without_gateways(play: Play, inventory: Inventory, tmp_path: Path) -> None:
    path = inventory({"web": {"hosts": {"w1": {"ansible_user": "{{ nothing_has_this }}"}}}})
    told = ["-e", f"litellm_report_file={tmp_path / 'page.html'}", "-e", "litellm_report_prometheus=http://127.0.0.1:1"]
    play("-i", path, "playbooks/report.yml", *told)
    assert json.loads((tmp_path / "page.json").read_text())["gateways"] == []
    page = (tmp_path / "page.html").read_text()
    assert "0 of 0 gateways serve." in page
    assert "http://127.0.0.1:1: /api/v1/query_range cannot be asked" in page


def test_hosts_that_are_down_bare_or_declared_wrongly(play: Play, inventory: Inventory, tmp_path: Path) -> None:
    here = {
        **gateway_of_the_caller(),
        **{f"litellm_{name}_dir": str(tmp_path / name) for name in ("install", "config", "state", "runtime")},
        "litellm_models": {"a": {"upstream": "m", "provider": "vllm", "api_base": "http://127.0.0.1:9"}},
    }
    hosts = {
        "down": {"ansible_connection": "ssh", "ansible_host": "127.0.0.1", "ansible_port": 1},
        "wrong": {**here, "litellm_models": {"a": {"upstraem": "m"}}},
        "bare": here,
    }
    path = inventory({"litellm": {"hosts": hosts}}, litellm_become=False)
    play("-i", path, ROOT / "playbooks" / "report.yml", cwd=tmp_path)
    told = json.loads((tmp_path / "litellm-report.json").read_text())["gateways"]
    assert [(each["name"], each["state"]) for each in told] == [
        ("bare", "nothing runs"),
        ("down", "unknown"),
        ("wrong", "unknown"),
    ]
    bare, down, wrong = told
    assert bare["differs"]
    assert "Connection refused" in down["problem"]
    assert "upstraem" in wrong["problem"]
    assert not (tmp_path / "state").exists(), "whoever looks makes nothing"
