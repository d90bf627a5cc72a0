"""The module that runs PostgreSQL: options in, one result out."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql.asking import Proof
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql.bringing import Found
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql.programs import Programs
from ansible_collections.llmops.litellm.plugins.modules import litellm_postgresql_server as module

PROGRAMS = Programs("", 0, "", "postgresql")
FOUND = Found([], ["a is missing"], [], ["litellm-postgresql.service"], [], [], PROGRAMS, [], False)


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the module did on a host that differs."""
    acts: list[str] = []
    monkeypatch.setattr(module, "look", lambda _options: FOUND)
    monkeypatch.setattr(module, "bring", lambda _options, _found: acts.append("bring"))
    monkeypatch.setattr(module, "remains", lambda _keep, _folder: ["/etc/litellm-postgresql"])
    monkeypatch.setattr(module, "take_away", lambda _keep, _folder: acts.append("take away"))
    monkeypatch.setattr(module, "prove", lambda _options: Proof(["it takes any password"], [], {}))
    monkeypatch.setattr(module, "restore", lambda _options: acts.append("restore"))
    monkeypatch.setattr(module, "programs", lambda: PROGRAMS)
    return acts


@pytest.mark.parametrize(("state", "act"), [("present", "bring"), ("absent", "take away"), ("restored", "restore")])
def test_what_differs_is_put_right_unless_it_is_only_looked_at(
    run_module: t.Any, done: list[str], state: str, act: str
) -> None:
    checked = run_module(module, state=state, _ansible_check_mode=True)
    assert (checked["changed"], done) == (True, [])
    brought = run_module(module, state=state)
    assert (brought["changed"], brought["differences"], done) == (True, checked["differences"], [act])


def test_a_proof_changes_nothing(run_module: t.Any, done: list[str]) -> None:
    told = run_module(module, state="proved")
    assert (told["changed"], told["problems"], told["differences"], done) == (
        False,
        ["it takes any password"],
        ["a is missing"],
        [],
    )


def test_the_package_that_is_missing_is_told(run_module: t.Any, done: list[str]) -> None:
    assert run_module(module, state="checked")["package"] == "postgresql"


def test_secrets_are_never_logged(run_module: t.Any, done: list[str]) -> None:
    secret = "-".join(["sk", "canary"])
    pem = [{"path": "/x", "mode": "0640", "content": secret}]
    told = run_module(module, password=secret, pem_files=pem, _ansible_verbosity=4)
    assert "canary" not in str(told)
