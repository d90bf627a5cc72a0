"""What a gateway is asked, and with which key."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.client import GatewayClient
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.errors import GatewayError
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.http import Answer, Request, Send

from tests.unit.plugins.gateway_stub import CHAT_INFO, EMBEDDING_INFO, KEY, GatewayStub, answer, error


def client(stub: Send, key: str = KEY) -> GatewayClient:
    return GatewayClient("http://g.example/", key, stub)


def test_what_it_says() -> None:
    asking = client(GatewayStub())
    assert asking.ready()
    assert asking.version() == "1.106.2"
    assert asking.asks_for_key()
    assert asking.names() == ["deepseek-chat", "text-embedding-3-small"]
    assert asking.model_info() == [CHAT_INFO, EMBEDDING_INFO]


def test_a_gateway_that_drains_is_not_ready() -> None:
    assert not client(GatewayStub({"/health/readiness": error(503, "shutting down")})).ready()


def test_a_gateway_that_asks_for_no_key() -> None:
    assert not client(lambda request: answer({"data": []})).asks_for_key()


def test_a_slash_at_the_end_of_the_url_does_not_matter() -> None:
    stub = GatewayStub()
    client(stub).names()
    assert stub.asked[0].url == "http://g.example/v1/models"


@pytest.mark.parametrize("key", ["", "sk-another-key"])
def test_a_refused_key(key: str) -> None:
    with pytest.raises(GatewayError) as raised:
        client(GatewayStub(), key).names()
    assert raised.value.kind == "authentication"


@pytest.mark.parametrize("body", [b"<html>", b"[]", b"{}", b'{"data": {}}'])
def test_something_that_is_no_gateway(body: bytes) -> None:
    with pytest.raises(GatewayError, match="/v1/models does not answer as LiteLLM does"):
        client(GatewayStub({"/v1/models": answer(body)})).names()


def test_no_version_is_no_fault() -> None:
    assert client(GatewayStub({"/health/readiness/details": answer({})})).version() == ""


def test_what_it_has_counted() -> None:
    line = b'litellm_deployment_cooled_down_total{model_id="chat"} 2\n'
    found = client(GatewayStub({"/metrics/": answer(line)})).usage()
    assert found is not None
    assert found["cooldowns"] == {"chat": 2}
    assert found["goes_on"] is False
    assert client(GatewayStub({"/metrics/": error(404, "Not Found")})).usage() is None
    with pytest.raises(GatewayError, match="overloaded"):
        client(GatewayStub({"/metrics/": error(503, "overloaded")})).usage()


def test_what_is_counted_at_an_address_of_its_own() -> None:
    line = b'litellm_deployment_cooled_down_total{model_id="chat"} 5\n'
    asked: list[Request] = []

    def send(request: Request) -> Answer:
        asked.append(request)
        return answer(line)

    told = client(send).metrics("http://g.example:9464/metrics", "scraper")
    assert asked[0].url == "http://g.example:9464/metrics"
    assert asked[0].headers == {"Authorization": "Bearer scraper"}, "the master key is for the gateway alone"
    found = client(send).usage(told)
    assert found is not None
    assert (found["goes_on"], found["cooldowns"]) == (True, {"chat": 5})
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (answer(b"litellm_total_users 0\n", 401), "/metrics answers 401"),
        (answer(b"# HELP litellm_total_users\nlitellm_gateway_ready 1\nnode_load1 1\n"), "has no series of LiteLLM"),
    ],
)
def test_an_address_of_its_own_that_tells_nothing(told: Answer, sentence: str) -> None:
    with pytest.raises(GatewayError, match=sentence):
        client(lambda _request: told).metrics("http://g.example:9464/metrics")
