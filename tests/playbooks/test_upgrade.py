"""What an upgrade tells before it changes anything, on hosts that have nothing but the record of what serves there."""

from __future__ import annotations

import json
import re
import typing as t
from pathlib import Path

import pytest
import yaml

from tests.playbooks.cores import Inventory, Play, Refuse, gateway_of_the_caller

Hosts = t.Callable[..., list[str | Path]]

BEFORE = "1.99.4"
AFTER = "1.108.7"
RECORD = {
    "number": 1,
    "at": "2026-11-21T09:30:00+00:00",
    "slot": 1,
    "version": BEFORE,
    "address": "127.0.0.1:4000",
    "manager": "",
    "service_manager": "supervisor",
    "requirements": "",
    "changes": [],
    "manager_files": [],
}
KEYS = {"OPENAI_API_KEY": "sk-test-of-openai-0123456789"}
PLAIN: dict[str, t.Any] = {"litellm_models": {"a": {"upstream": "gpt-4o", "reasoning_effort": "none"}}}
CONCERNED = """\
model_list:
  - {model_name: a, litellm_params: {model: openai/gpt-4o}, model_info: {id: a}}
  - {model_name: b, litellm_params: {model: openai/gpt-4o-mini}, model_info: {id: b}}
litellm_settings: {callbacks: [prometheus, langfuse]}
router_settings: {redis_host: cache.example.com, allowed_fails: 2}
general_settings: {master_key: os.environ/LITELLM_MASTER_KEY}
"""
OTHERWISE = [
    "since 1.102.0, LITELLM_DROP_PARAMS=false means no; ",
    "since 1.102.0, failures are counted in Redis, ",
    "since 1.104.0, the callback langfuse needs ",
    "since 1.106.0, metrics of latency and of deployments have a label more, model_group, ",
    "since 1.108.1, allowed_fails never takes out the only deployment ",
]
"""How what LiteLLM does otherwise for that configuration begins."""


@pytest.fixture
def hosts(inventory: Inventory, tmp_path: Path) -> Hosts:
    """Hosts on this machine that BEFORE serves on, by their records; returns the arguments that lead to them."""

    def make(*names: str, **variables: t.Any) -> list[str | Path]:
        declared: dict[str, t.Any] = {}
        for name in names:
            folder = tmp_path / name
            (folder / "state" / "releases").mkdir(parents=True, exist_ok=True)
            (folder / "state" / "releases" / "1.json").write_text(json.dumps(RECORD))
            declared[name] = {
                f"litellm_{each}_dir": str(folder / each) for each in ("install", "config", "state", "runtime")
            }
        path = inventory(
            {"litellm": {"hosts": declared}},
            **{**gateway_of_the_caller(), "litellm_version": AFTER, "litellm_secrets": KEYS, **variables},
        )
        return ["-i", path, "playbooks/upgrade.yml", "-e", "litellm_serial=2"]

    return make


@pytest.fixture
def concerned(hosts: Hosts, tmp_path: Path) -> Hosts:
    """The same with a configuration that uses five things that LiteLLM does otherwise."""

    def make(*names: str, **variables: t.Any) -> list[str | Path]:
        (tmp_path / "config.yaml").write_text(CONCERNED)
        return hosts(
            *names,
            litellm_config_file=str(tmp_path / "config.yaml"),
            litellm_environment={"LITELLM_DROP_PARAMS": "false"},
            litellm_extra_packages=["langfuse>=4.7,<5.0"],
            **variables,
        )

    return make


def told(output: str, host: str) -> list[str]:
    """The lines that a run tells one host about an upgrade."""
    task = output.partition("TASK [llmops.litellm.litellm : Upgrade | Tell")[2].partition("\nTASK ")[0]
    text = task.partition(f"ok: [{host}] =>")[2].partition("\nok: ")[0]
    return t.cast("list[str]", yaml.safe_load(text)["msg"])


@pytest.mark.newest_core
def test_a_configuration_that_uses_nothing_that_changed(play: Play, hosts: Hosts) -> None:
    headline, *lines = told(play(*hosts("gw1", **PLAIN), "--check").stdout, "gw1")
    assert headline.startswith(f"LiteLLM {AFTER} after {BEFORE}: ")
    assert "behaviour" not in headline
    assert not [line for line in lines if line.startswith(("behaviour", "finding that appears", "a run refuses"))]


def test_a_configuration_that_uses_five_things_that_changed(play: Play, concerned: Hosts) -> None:
    output = play(*concerned("gw1", "gw2"), "--check").stdout
    headline, *lines = told(output, "gw1")
    assert headline.startswith(f"LiteLLM {AFTER} after {BEFORE}: 5 changes of behaviour")
    found = [line for line in lines if line.startswith("behaviour")]
    for line, begins in zip(found, OTHERWISE, strict=True):
        assert line.startswith(f"behaviour: {begins}")
    assert lines[-1] == f"a run refuses this until litellm_acknowledged_version: {AFTER} is written"
    assert told(output, "gw2") == [f"{headline}, as for gw1"], "one sentence for what has been told"


@pytest.mark.newest_core
def test_a_run_is_refused_until_somebody_has_read_it(refuse: Refuse, concerned: Hosts, tmp_path: Path) -> None:
    arguments = concerned("gw1", "gw2", litellm_acknowledged_version="1.102.3")
    before = sorted(tmp_path.rglob("*"))
    output = refuse(*arguments)
    whole, sentence = (
        re.split(r"fatal: |\[ERROR\]|NO MORE HOSTS", output.partition(f"fatal: [{host}]: FAILED! => ")[2])[0]
        for host in ("gw1", "gw2")
    )
    for begins in OTHERWISE[2:]:
        assert f"- {begins}" in whole
    for begins in OTHERWISE[:2]:
        assert f"behaviour, acknowledged: {begins}" in output
        assert begins not in whole
    assert f"write litellm_acknowledged_version: {AFTER} and run again." in whole
    assert "does otherwise than what serves here, as for gw1; nothing was changed." in sentence
    assert not [begins for begins in OTHERWISE if begins in sentence]
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.newest_core
def test_what_has_been_read_is_not_asked_again(play: Play, concerned: Hosts) -> None:
    output = play(*concerned("gw1", litellm_acknowledged_version=AFTER), "--check").stdout
    lines = told(output, "gw1")
    assert len([line for line in lines if line.startswith("behaviour, acknowledged: since 1.")]) == len(OTHERWISE)
    assert "a run refuses" not in output


@pytest.mark.newest_core
def test_the_way_back_asks_nothing(play: Play, concerned: Hosts) -> None:
    arguments = concerned("gw1", litellm_version="1.92.2", litellm_allow_downgrade=True)
    output = play(*arguments, "--check").stdout
    assert told(output, "gw1")[0].startswith(f"LiteLLM 1.92.2 after {BEFORE}: ")
    assert "behaviour" not in output
