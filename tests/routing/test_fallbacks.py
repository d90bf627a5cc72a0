"""A model that is away: who answers, what a client hears, and what each upstream is asked."""

from __future__ import annotations

import pytest

from tests.routing.conftest import Client
from tests.routing.declarations import BLAMELESS, FORGIVEN, STATUS, WAYS
from tests.upstream.app import Upstream


def status_of(way: str) -> int:
    return STATUS.get(way) or int(way)


def primary_of(way: str) -> list[str]:
    """What an upstream hears when the primary is asked."""
    return [] if way == "refused" else [f"primary+status-{way}" if way.isdecimal() else f"primary+{way}"]


def test_a_chain_ends_where_somebody_answers(client: Client) -> None:
    # The first of this file: before 1.106 LiteLLM also forgets who rests once its memory of 200 entries is full.
    first, second, third = (client.ask("chain") for _turn in range(3))
    assert {answer.status for answer in (first, second, third)} == {200}
    assert first.asked == ["first+status-401", "middle+status-429", "backup"]
    # LiteLLM judges the middle one once nobody before it is left to ask.
    assert second.asked == ["middle+status-429", "backup"]
    assert third.asked == ["backup"]


@pytest.mark.parametrize("way", WAYS)
def test_a_dead_primary_costs_one_round_trip_and_soon_none(client: Client, way: str) -> None:
    for _failure in range(FORGIVEN.get(way, 0) + 1):
        answer = client.ask(f"backed-{way}")
        assert (answer.status, answer.asked) == (200, [*primary_of(way), "backup"])
        assert answer.served_by == f"backup-for-backed-{way}"
    for _turn in range(3):
        answer = client.ask(f"backed-{way}")
        assert (answer.status, answer.asked) == (200, ["backup"])
        assert answer.headers["x-litellm-attempted-fallbacks"] == "0"


@pytest.mark.parametrize("way", BLAMELESS)
def test_a_request_that_is_refused_falls_back_and_the_model_is_asked_again(client: Client, way: str) -> None:
    for _turn in range(2):
        answer = client.ask(f"refusing-{way}")
        assert (answer.status, answer.asked) == (200, [*primary_of(way), "backup"])


@pytest.mark.parametrize("way", WAYS)
def test_a_stream_falls_back_before_its_first_chunk(client: Client, way: str) -> None:
    answer = client.ask(f"streamed-{way}", stream=True)
    assert (answer.status, answer.asked) == (200, [*primary_of(way), "backup"])
    assert "Answer" in answer.text
    assert "[DONE]" in answer.text


@pytest.mark.parametrize("way", WAYS)
def test_a_model_that_nothing_backs_says_its_own_error_each_time(client: Client, way: str) -> None:
    answers = [client.ask(f"alone-{way}") for _turn in range(3)]
    assert [answer.status for answer in answers] == [status_of(way)] * 3
    assert [answer.asked for answer in answers] == [primary_of(way)] * 3
    assert all("No deployments available" not in answer.text for answer in answers)


@pytest.mark.parametrize("way", WAYS)
def test_when_all_fail_the_client_hears_what_the_last_one_said(client: Client, way: str) -> None:
    for _turn in range(3):
        answer = client.ask(f"lost-{way}")
        assert answer.status == 503
        assert "`broken+status-503` is overloaded" in answer.text


def test_an_agent_falls_back_as_its_model_does(client: Client) -> None:
    assert client.ask("supervisor").status == 200
    lonely = client.ask("loner")
    assert (lonely.status, lonely.asked) == (404, ["primary+status-404"])


def test_unknown_names_reach_the_default_agent_and_its_fallbacks(client: Client) -> None:
    for name in ("nobody", "gpt-99"):
        answer = client.ask(name)
        assert (answer.status, answer.asked[-1]) == (200, "backup")
        assert answer.served_by == "backup-for-dead-default"


def test_models_that_share_a_fallback_do_not_disturb_each_other(client: Client, upstream: Upstream) -> None:
    assert client.ask("twin1").asked == ["twin1+status-500", "common"]
    assert client.ask("twin2").asked == ["twin2+status-500", "common"]
    assert client.ask("common").status == 200


def test_a_prompt_that_is_too_long_goes_to_the_fallback(client: Client) -> None:
    answer = client.ask("short")
    assert (answer.status, answer.asked[-1]) == (200, "backup")


def test_a_missing_key_means_fallback_and_no_other_key_is_sent(client: Client) -> None:
    answer = client.ask("deepseek-chat")
    assert (answer.status, answer.asked) == (200, ["backup"])
    assert {entry["headers"]["authorization"] for entry in client.upstream.recorded} == {"Bearer sk-openai-upstream"}


def test_every_alias_and_agent_is_listed_once(client: Client) -> None:
    listed = [model["id"] for model in client.get("/v1/models")["data"]]
    assert len(set(listed)) == len(listed)
    assert {"backup", "chain", "supervisor", "deepseek-chat"} <= set(listed)
