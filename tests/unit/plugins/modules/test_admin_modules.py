"""The modules that change what a gateway's database holds, as Ansible runs them."""

from __future__ import annotations

import functools
import json
import types

import pytest
from ansible_collections.llmops.litellm.plugins.modules import (
    litellm_access,
    litellm_budget,
    litellm_budget_info,
    litellm_credential,
    litellm_credential_info,
    litellm_key,
    litellm_key_info,
    litellm_tag,
    litellm_tag_info,
    litellm_team,
    litellm_team_info,
    litellm_user,
    litellm_user_info,
)

from tests.unit.plugins.admin_stub import AdminStub
from tests.unit.plugins.gateway_stub import KEY, error, served
from tests.unit.plugins.modules.conftest import Run

VALUE = "sk-canary-value-0123456789"
BUDGET = {"limit": 3.0, "period": "1d"}
CASES = [
    (litellm_budget, litellm_budget_info, {"limit": 2, "period": "30d"}, {"limit": 3}),
    (litellm_team, litellm_team_info, {"models": ["gpt-5"], "budget": BUDGET}, {"rpm": 3}),
    (litellm_user, litellm_user_info, {"email": "a@example.com"}, {"role": "proxy_admin"}),
    (litellm_key, litellm_key_info, {"value": VALUE, "expires": "90d"}, {"budget": BUDGET}),
    (litellm_tag, litellm_tag_info, {"description": "night"}, {"budget": BUDGET}),
    (litellm_credential, litellm_credential_info, {"values": {"api_key": VALUE}}, {"values": {"api_key": VALUE + "x"}}),
]


@pytest.fixture
def run(run_module: Run) -> Run:
    """Run a module and return its result."""
    return functools.partial(run_module, master_key=KEY, use_proxy=False)


@pytest.mark.parametrize(("module", "info", "first", "second"), CASES, ids=[case[0].__name__[-10:] for case in CASES])
def test_made_changed_told_and_removed(
    run: Run, module: types.ModuleType, info: types.ModuleType, first: dict[str, object], second: dict[str, object]
) -> None:
    stub = AdminStub()
    with served(stub) as url:
        there = functools.partial(run, module, url=url, name="x")
        looked = there(**first, _ansible_check_mode=True)
        assert (looked["changed"], stub.writes) == (True, [])
        made = there(**first)
        assert (made["changed"], made["differences"]) == (True, looked["differences"])
        assert not there(**first)["changed"]
        changed = there(**second)
        assert changed["diff"]["prepared"] == "".join(f"{line}\n" for line in changed["differences"])
        assert not there(**second)["changed"]
        assert [row["name"] for row in run(info, url=url)["found"]] == ["x"]
        assert [len(run(info, url=url, name=name)["found"]) for name in ("x", "y")] == [1, 0]
        assert there(state="absent")["changed"]
        assert not there(state="absent")["changed"]
    results = [{**each, "invocation": {}} for each in (looked, made, changed)]
    assert "canary" not in json.dumps(results)


def test_a_key_in_a_team_for_a_user_on_a_budget(run: Run) -> None:
    stub = AdminStub()
    for kind, name in (("team", "research"), ("user", "ana"), ("budget", "small")):
        stub.add(kind, name)
    with served(stub) as url:
        found = run(litellm_key, url=url, name="ci", value=VALUE, team="research", user="ana", shared_budget="small")
    assert found["differences"] == ["create key ci: team research, user ana, budget small"]


def test_a_user_joins_a_team(run: Run) -> None:
    stub = AdminStub()
    stub.add("team", "research")
    with served(stub) as url:
        assert (
            run(litellm_user, url=url, name="ana", teams=["research"])["differences"][-1]
            == "update user ana: joins research"
        )
        assert not run(litellm_user, url=url, name="ana", teams=["research"])["changed"]


@pytest.mark.parametrize(("module", "needed"), [(litellm_key, "value"), (litellm_credential, "values")])
def test_what_cannot_be_made_without_a_secret(run: Run, module: types.ModuleType, needed: str) -> None:
    with served(AdminStub()) as url:
        found = run(module, url=url, name="x")
    assert found["problems"] == [f"{needed} is needed to make {module.__name__.rpartition('_')[2]} x"]


def test_what_is_wrong(run: Run) -> None:
    with served(AdminStub()) as url:
        assert run(litellm_key, url=url, name="x", value=VALUE, team="t")["problems"] == [
            "key x: team 't' is not there"
        ]
    assert run(litellm_key, url="nowhere", name="x")["problems"][0].startswith("url: 'nowhere' is not an http")


def test_what_the_gateway_refuses(run: Run) -> None:
    stub = AdminStub()
    stub.refusing["/key/generate"] = error(400, "Key with alias 'x' already exists.")
    with served(stub) as url:
        found = run(litellm_key, url=url, name="x", value=VALUE)
        stub.refusing["/budget/list"] = error(503, "starting")
        away = run(litellm_budget_info, url=url)
    assert found["problems"] == ["key x: /key/generate: Key with alias 'x' already exists."]
    assert away["error"]["retryable"]


def test_the_bulk_module_plans_and_does(run: Run) -> None:
    stub = AdminStub()
    wanted = [{"kind": "team", "name": "t", "fields": {}}, {"kind": "key", "name": "k", "fields": {"team": "t"}}]
    with served(stub) as url:
        found = run(litellm_access, url=url, wanted=wanted, unmanaged="report")
        done = run(litellm_access, url=url, changes=found["changes"], values={"k": VALUE})
        again = run(litellm_access, url=url, wanted=wanted)
        refused = run(litellm_access, url=url, wanted=[*wanted, {"kind": "key", "name": "l", "fields": {"team": "u"}}])
        stub.refusing["/key/generate"] = error(400, "no")
        failed = run(litellm_access, url=url, changes=found["changes"][1:], values={"k": VALUE})
        stub.refusing["/budget/list"] = error(503, "starting")
        assert run(litellm_access, url=url)["error"]["kind"] == "unavailable"
    assert found["diff"]["prepared"] == "+ create team t\n+ create key k: team t\n"
    assert (found["counted"], found["unmanaged"]) == ({"budget": 0, "team": 1, "user": 0, "key": 1}, [])
    assert (done["changed"], done["made"], again["changed"]) == (True, ["k"], False)
    assert refused["problems"] == ["key l: team 'u' is not there; there is 't'"]
    assert failed["msg"].startswith("0 changes were made, 1 were not; the next run goes on.")
