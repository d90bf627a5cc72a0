"""The module that runs Redis: options in, one result out."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._redis import trial
from ansible_collections.llmops.litellm.plugins.module_utils._redis.asking import Proof
from ansible_collections.llmops.litellm.plugins.module_utils._redis.bringing import Found
from ansible_collections.llmops.litellm.plugins.module_utils._redis.comparing import Live
from ansible_collections.llmops.litellm.plugins.modules import litellm_redis_server as module

FOUND = Found(
    [], ["a is missing"], [{"before": "", "after": "x"}], ["litellm-redis.service"], [], [], Live([], [], []), False
)


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the module did on a host that differs."""
    acts: list[str] = []
    monkeypatch.setattr(module, "look", lambda _options: FOUND)
    monkeypatch.setattr(module, "bring", lambda _options, _found: acts.append("bring"))
    monkeypatch.setattr(module, "remains", lambda _keep: ["/etc/litellm-redis"])
    monkeypatch.setattr(module, "take_away", lambda _keep: acts.append("take away"))
    monkeypatch.setattr(module, "prove", lambda _options: Proof(["it counts wrong"], [], "primary", {}))
    monkeypatch.setattr(trial.Program, "is_there", False)
    return acts


@pytest.mark.parametrize(("state", "act"), [("present", "bring"), ("absent", "take away")])
def test_what_differs_is_put_right_unless_it_is_only_looked_at(
    run_module: t.Any, done: list[str], state: str, act: str
) -> None:
    checked = run_module(module, state=state, _ansible_check_mode=True)
    assert (checked["changed"], done) == (True, [])
    brought = run_module(module, state=state)
    assert (brought["changed"], brought["differences"], done) == (True, checked["differences"], [act])


def test_a_proof_changes_nothing(run_module: t.Any, done: list[str]) -> None:
    told = run_module(module, state="proved")
    assert (told["changed"], told["problems"], told["differences"]) == (False, ["it counts wrong"], ["a is missing"])
    assert done == []


def test_the_package_that_is_missing_is_told(
    run_module: t.Any, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run_module(module, state="checked", server="valkey")["package"] == "valkey-tools"
    monkeypatch.setattr(trial.Program, "is_there", True)
    assert run_module(module, state="checked", server="valkey")["package"] == ""


def test_the_ports_that_others_come_to_are_told(run_module: t.Any, done: list[str]) -> None:
    assert run_module(module, state="checked", port=6379)["ports"] == [6379]
    assert run_module(module, state="checked", port=6379, sentinel_port=26379)["ports"] == [6379, 26379]


def test_secrets_are_never_logged(run_module: t.Any, done: list[str]) -> None:
    secret = [{"path": "/x", "mode": "0640", "content": "sk-canary"}]
    options = {"password": secret[0]["content"], "secret_files": secret, "pem_files": secret}
    told = run_module(module, **options, _ansible_verbosity=4)
    assert "canary" not in str(told)
