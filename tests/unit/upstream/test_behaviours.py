"""What a model id says, and what ``PUT /_behaviour`` accepts."""

from __future__ import annotations

import typing as t

import pytest

from tests.upstream.answers import USAGES
from tests.upstream.behaviours import NAMED, Behaviour, Usage, behaviour_from, behaviour_of


@pytest.mark.parametrize("model", ["gpt-5", "deepseek-v3.2", "Qwen/Qwen2.5-7B-Instruct-AWQ", "status-", "c++", ""])
def test_an_unknown_model_id_answers_plainly(model: str) -> None:
    assert behaviour_of(model) == Behaviour()


@pytest.mark.parametrize(
    ("model", "behaviour"),
    [
        ("status-429", Behaviour(status=429)),
        ("gpt-5+status-429+retry-after-2", Behaviour(status=429, retry_after=2)),
        ("gpt-5+delay-300+pace-20", Behaviour(delay_ms=300, pace_ms=20)),
        ("org/model+cached-openai+tools", Behaviour(usage="cached-openai", tool_call=True)),
        ("hold", Behaviour(hold=True)),
        ("hangup-midstream", Behaviour(hang_up="midstream")),
    ],
)
def test_a_model_id_joins_behaviours(model: str, behaviour: Behaviour) -> None:
    assert behaviour_of(model) == behaviour


@pytest.mark.parametrize("name", NAMED)
def test_every_named_behaviour_has_known_fields(name: str) -> None:
    assert behaviour_from(NAMED[name]) == behaviour_from(name) == behaviour_of(name)


def test_every_usage_has_token_counts() -> None:
    assert tuple(USAGES) == t.get_args(Usage)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("reasonign", "unknown behaviour 'reasonign'; did you mean 'reasoning'?"),
        ({"statsu": 404}, "unknown field 'statsu'; did you mean 'status'?"),
        ({"status": "404"}, "field 'status' is of type int"),
        ({"tool_call": 1}, "field 'tool_call' is of type bool"),
        ({"hang_up": "now"}, "unknown hang_up 'now'; known: never, before, midstream"),
        ({"usage": ["small"]}, "unknown usage"),
        ([], "a behaviour is a string or an object"),
    ],
)
def test_what_is_not_known_is_refused_by_name(value: object, message: str) -> None:
    with pytest.raises(ValueError, match="^" + message.replace("?", r"\?")):
        behaviour_from(value)
