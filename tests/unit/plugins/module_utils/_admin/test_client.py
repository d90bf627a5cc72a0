"""What a gateway is asked for what its database holds, and what its refusals mean."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._admin.client import AdminClient, Call
from ansible_collections.llmops.litellm.plugins.module_utils._admin.kinds import KEY as KEYS
from ansible_collections.llmops.litellm.plugins.module_utils._admin.kinds import TEAM
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.errors import GatewayError
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.http import Answer

from tests.unit.plugins.admin_stub import RECORDED, AdminStub
from tests.unit.plugins.gateway_stub import KEY, answer, error


def client(stub: AdminStub, key: str = KEY) -> AdminClient:
    return AdminClient("http://g.example/", key, stub)


def test_lists_are_read_to_their_last_page() -> None:
    stub = AdminStub()
    for number in range(250):
        stub.add("key", f"k{number}")
    present = client(stub).read([KEYS], models=False)
    assert len(present.rows["key"]) == 250
    assert present.served is None
    assert len(stub.asked) == 3 + 1


def test_what_is_there_without_any_part_of_a_value() -> None:
    stub = AdminStub()
    stub.add("key", "ci", key_name="sk-...7890", metadata={"a": 1})
    found = client(stub).read([KEYS]).rows["key"][0].as_result()
    assert found["name"] == "ci"
    assert "7890" not in str(found)


def test_a_secret_is_only_in_the_request() -> None:
    stub = AdminStub()
    call = Call("/key/generate", {"key_alias": "ci"}, secret="key")  # noqa: S106 - the name of a field
    client(stub).write(call, "sk-canary-value")
    assert stub.writes == [("/key/generate", {"key_alias": "ci", "key": "sk-canary-value"})]
    assert "canary" not in str(call)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("alias taken", "Key with alias 'rec' already exists. Unique key aliases across all keys are required."),
        ("no such key", "Key not found."),
        ("no key to delete", "No keys found"),
        ("no such team", "Team not found, passed team_id=nosuch"),
        ("no team to delete", "Team not found, passed team_id=nosuch"),
        ("team taken", "Team id = rec already exists. Please use a different team id."),
        ("bad value", "Invalid key format. LiteLLM Virtual Key must start with 'sk-'. Received: ****"),
        ("wrong type", "Input should be a valid integer, unable to parse string as an integer"),
        ("licence", "This feature is only available for LiteLLM Enterprise users: tags."),
    ],
)
def test_what_litellm_refuses(name: str, says: str) -> None:
    stub, recorded = AdminStub(), RECORDED["errors"][name]
    stub.refusing["/key/update"] = answer(recorded["body"], recorded["status"])
    with pytest.raises(GatewayError) as raised:
        client(stub).write(Call("/key/update"))
    assert str(raised.value).startswith("/key/update: ")
    assert says in str(raised.value)
    assert raised.value.kind == "invalid_request"


@pytest.mark.parametrize(
    "refusal", [error(500, "Database not connected"), answer({"detail": {"error": "DB not connected"}}, 500)]
)
def test_a_gateway_without_a_database(refusal: Answer) -> None:
    stub = AdminStub()
    stub.refusing["/v2/team/list"] = refusal
    with pytest.raises(GatewayError, match=r"the gateway has no database, .*; declare litellm_database"):
        client(stub).read([TEAM])


def test_a_key_that_is_not_the_master_key() -> None:
    with pytest.raises(GatewayError) as raised:
        client(AdminStub(), "sk-another").read([TEAM])
    assert raised.value.kind == "authentication"


@pytest.mark.parametrize("body", [[], {"teams": {}}, {"teams": ["x"]}, "x"])
def test_something_that_is_no_gateway(body: t.Any) -> None:
    stub = AdminStub()
    stub.refusing["/v2/team/list"] = answer(body)
    with pytest.raises(GatewayError, match="does not answer as LiteLLM does"):
        client(stub).read([TEAM])


def test_a_gateway_that_does_not_tell_of_a_licence_has_none() -> None:
    stub = AdminStub(licensed=True)
    stub.refusing["/health/license"] = error(404, "Not Found")
    assert not client(stub).read([]).licensed
