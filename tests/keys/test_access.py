"""What is declared is what clients get, on the real LiteLLM."""

from __future__ import annotations

import stat
import time
import typing as t

import pytest
import yaml

from .conftest import Gateway

PATIENCE = 60
"""Seconds until LiteLLM has written what was spent, on a machine with other work."""

Data = dict[str, t.Any]


def declared(gateway: Gateway, **more: t.Any) -> Data:
    """A team with a key of each sort; their names are ``team``, ``ci``, ``own`` and ``agent`` after the test's mark."""
    mark = gateway.mark
    return {
        "teams": {
            f"{mark}-team": {"models": ["mock", "priced"], "budget": {"limit": 200, "period": "30d"}, "rpm": 600}
        },
        "users": {f"{mark}-user": {"teams": [f"{mark}-team"], "email": f"{mark}@example.com"}},
        "budgets": {f"{mark}-small": {"limit": 5, "period": "30d"}},
        "keys": {
            f"{mark}-ci": {"team": f"{mark}-team", "models": ["mock"], "expires": "90d", "rotation": "1"},
            f"{mark}-own": {"user": f"{mark}-user", "budget": f"{mark}-small", "value_env": "OWN"},
            f"{mark}-agent": {"agent": "writer"},
        },
        "agents": {"writer": "mock"},
        "secrets": {"OWN": f"sk-canary-{mark}-0123456789"},
        "handover": {"file": str(gateway.folder / "keys.yml")},
        **more,
    }


@pytest.fixture
def made(gateway: Gateway) -> t.Iterator[tuple[Gateway, dict[str, str]]]:
    """A gateway with what is declared, and the value of each key."""
    played = gateway.play(**declared(gateway))
    assert played.status == 0, played.printed
    yield (
        gateway,
        {
            **yaml.safe_load((gateway.folder / "keys.yml").read_text()),
            f"{gateway.mark}-own": f"sk-canary-{gateway.mark}-0123456789",
        },
    )
    assert gateway.play().status == 0
    gateway.ask("/budget/delete", {"id": f"{gateway.mark}-small"})


def test_clients_get_what_is_declared(made: tuple[Gateway, dict[str, str]]) -> None:
    gateway, values = made
    mark = gateway.mark
    assert gateway.chat(values[f"{mark}-ci"], "mock") == 200
    assert gateway.chat(values[f"{mark}-ci"], "priced") == 403
    assert gateway.chat(values[f"{mark}-own"], "priced") == 200
    assert [gateway.chat(values[f"{mark}-agent"], model) for model in ("default", "writer", "mock", "priced")] == [
        200,
        200,
        200,
        403,
    ]
    assert gateway.there(f"{mark}-ci")["team_id"] == f"{mark}-team"
    assert stat.S_IMODE((gateway.folder / "keys.yml").stat().st_mode) == 0o600


def spent(gateway: Gateway, name: str) -> float:
    """What the key *name* has spent, once LiteLLM has written it."""
    end = time.monotonic() + PATIENCE
    while not gateway.there(name)["spend"] and time.monotonic() < end:
        time.sleep(0.5)
    found: float = gateway.there(name)["spend"]
    assert found > 0
    return found


def test_what_an_agent_spends_is_counted_by_itself(made: tuple[Gateway, dict[str, str]]) -> None:
    gateway, values = made
    name = f"{gateway.mark}-agent"
    assert gateway.chat(values[name], "default") == 200
    assert spent(gateway, name) > 0
    assert gateway.there(f"{gateway.mark}-ci")["spend"] == 0
    assert gateway.there(name)["aliases"] == {"default": "mock", "writer": "mock"}


def test_what_nobody_declares_is_kept_reported_or_removed(made: tuple[Gateway, dict[str, str]]) -> None:
    gateway, _values = made
    name = f"{gateway.mark}-by-hand"
    assert gateway.ask("/key/generate", {"key_alias": name})[0] == 200
    kept = gateway.play(**declared(gateway)).result
    assert (kept["changed"], "unmanaged" in kept) == (False, False)
    told = gateway.play(**declared(gateway, unmanaged="report")).result
    assert (told["changed"], f"key {name}" in told["unmanaged"]) == (False, True)
    # Nothing is removed for real: the gateway may be somebody's.
    gone = gateway.play("--check", **declared(gateway, unmanaged="remove")).result
    assert f"remove key {name}" in gone["differences"]
    assert gateway.ask("/key/delete", {"key_aliases": [name]})[0] == 200


def test_a_second_run_writes_nothing_and_drift_is_put_right(made: tuple[Gateway, dict[str, str]]) -> None:
    gateway, _values = made
    again = gateway.play(**declared(gateway)).result
    assert (again["changed"], again["differences"]) == (False, [])
    ci = gateway.there(f"{gateway.mark}-ci")
    gateway.ask(
        "/key/update", {"key": ci["token"], "models": [], "max_budget": 900, "metadata": {**ci["metadata"], "note": 1}}
    )
    looked = gateway.play("--check", **declared(gateway)).result
    assert looked["differences"] == [f"update key {gateway.mark}-ci: models none -> [mock], budget.limit 900 -> none"]
    assert gateway.play(**declared(gateway)).result["differences"] == looked["differences"]
    after = gateway.there(f"{gateway.mark}-ci")
    assert (after["models"], after["max_budget"], after["metadata"]["note"]) == (["mock"], None, 1)
    assert not gateway.play(**declared(gateway)).result["changed"]


def test_a_key_that_is_declared_no_more_is_refused(made: tuple[Gateway, dict[str, str]]) -> None:
    gateway, values = made
    fewer = declared(gateway)
    fewer["keys"].pop(f"{gateway.mark}-ci")
    assert gateway.play(**fewer).result["differences"] == [f"remove key {gateway.mark}-ci"]
    assert gateway.chat(values[f"{gateway.mark}-ci"], "mock") == 401


def test_a_rotation_keeps_what_was_spent(made: tuple[Gateway, dict[str, str]]) -> None:
    gateway, values = made
    name = f"{gateway.mark}-own"
    assert gateway.chat(values[name], "priced") == 200
    before = spent(gateway, name)
    other = f"sk-canary-{gateway.mark}-9876543210"
    assert gateway.play(**declared(gateway, secrets={"OWN": other})).result["changed"]
    assert gateway.there(name)["spend"] == before
    assert gateway.chat(other, "mock") == 200
    assert gateway.chat(values[name], "mock") == 401


def test_a_rotation_with_grace(made: tuple[Gateway, dict[str, str]]) -> None:
    gateway, values = made
    name = f"{gateway.mark}-ci"
    more = declared(gateway)
    more["keys"][name] |= {"rotation": "2", "grace": "1h"}
    played = gateway.play(**more)
    assert played.result["handed_over"] == [name]
    new = yaml.safe_load((gateway.folder / "keys.yml").read_text())[name]
    assert new != values[name]
    assert [gateway.chat(key, "mock") for key in (new, values[name])] == [200, 200]
    assert not gateway.play(**more).result["changed"]


def test_no_value_is_shown_at_any_verbosity(gateway: Gateway) -> None:
    printed = gateway.play("-vvvv", "--diff", **declared(gateway)).printed
    values = yaml.safe_load((gateway.folder / "keys.yml").read_text())
    more = declared(gateway)
    more["keys"][f"{gateway.mark}-ci"]["rotation"] = "2"
    printed += gateway.play("-vvvv", "--diff", **more).printed
    values |= {f"{name}-2": value for name, value in yaml.safe_load((gateway.folder / "keys.yml").read_text()).items()}
    printed += gateway.play("-vvvv", "--diff").printed
    assert "create key" in printed
    assert [name for name, value in values.items() if value in printed] == []
    assert f"sk-canary-{gateway.mark}" not in printed
    assert gateway.master_key not in printed
    gateway.ask("/budget/delete", {"id": f"{gateway.mark}-small"})


def test_what_litellm_would_take_in_silence_is_refused(gateway: Gateway) -> None:
    wrong = {
        "keys": {
            f"{gateway.mark}-x": {"team": "nowhere", "models": ["mok"], "extra": {"tags": ["a"]}, "value_env": "OWN"}
        }
    }
    played = gateway.play(**wrong, secrets={"OWN": "sk-canary-0123456789abc"})
    assert played.status != 0
    for said in (
        "team 'nowhere' is not there",
        "model 'mok' is not served; did you mean 'mock'?",
        "tags needs LiteLLM's licence",
    ):
        assert said in played.printed
    assert gateway.ask(f"/key/list?key_alias={gateway.mark}-x")[1]["keys"] == []
