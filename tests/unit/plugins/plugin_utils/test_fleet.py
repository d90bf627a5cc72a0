"""What is told of several gateways at once."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.filter.fleet_report import FilterModule

CONFIG = {
    "model_list": [{"model_name": "a", "litellm_params": {"model": "openai/a"}}],
    "router_settings": {"num_retries": 0},
    "general_settings": {"master_key": "os.environ/LITELLM_MASTER_KEY"},
}


def host(
    turn: str = "",
    config: dict[str, t.Any] | None = None,
    aliases: tuple[str, ...] = ("a",),
    differences: tuple[str, ...] = (),
    **facts: t.Any,
) -> dict[str, t.Any]:
    """The variables of a host that serves 1.106.2 and should serve 1.108.7."""
    return {
        "__litellm_release": {
            "release": {"number": 3, "at": "", "version": "1.108.7", "version_before": "1.106.2"},
            "differences": list(differences),
            "host": {"url": "http://127.0.0.1:4000"},
        },
        "__litellm_config": {"config": config or CONFIG, "models": [{"alias": alias} for alias in aliases]},
        **({"__litellm_turn": turn} if turn else {}),
        "vault_key": "sk-never-told",
        **facts,
    }


def told(**hosts: dict[str, t.Any]) -> dict[str, list[str]]:
    return FilterModule().filters()["fleet_report"](list(hosts), hosts)


def test_a_run_that_changed_every_host() -> None:
    assert told(g1=host("changed"), g2=host("unchanged"))["lines"] == [
        "The fleet: 2 of 2 serve LiteLLM 1.108.7",
        "  g1  LiteLLM 1.108.7, release 3, changed",
        "  g2  LiteLLM 1.108.7, release 3, unchanged",
    ]


def test_a_run_that_a_host_ended() -> None:
    differs = ("version: is 1.106.2, will be 1.108.7",)
    lines = told(
        g1=host("changed"),
        gateway2=host("failed", __litellm_turn_failure="slot 2 did not become ready"),
        g3=host(differences=differs),
    )["lines"]
    assert lines == [
        "The fleet: 1 of 3 serve LiteLLM 1.108.7; 2 of 3 serve LiteLLM 1.106.2",
        "  g1        LiteLLM 1.108.7, release 3, changed",
        "  gateway2  LiteLLM 1.106.2, failed: slot 2 did not become ready",
        "  g3        LiteLLM 1.106.2, left as it was; a deploy would change: version: is 1.106.2, will be 1.108.7",
        "  differs: LiteLLM: 1.108.7 on g1; 1.106.2 on gateway2 and g3",
    ]


def test_a_host_whose_inventory_was_refused_may_serve() -> None:
    refused = {"__litellm_turn": "failed", "__litellm_turn_failure": "litellm_timeout: is -1"}
    assert told(g1=host("changed"), g2=refused)["lines"] == [
        "The fleet: 1 of 2 serve LiteLLM 1.108.7",
        "  g1  LiteLLM 1.108.7, release 3, changed",
        "  g2  failed: litellm_timeout: is -1",
    ]
    assert told(g1=refused)["lines"] == [
        "The fleet: no gateway said what it serves",
        "  g1  failed: litellm_timeout: is -1",
    ]


def test_a_host_that_went_back_and_one_that_did_not() -> None:
    lines = told(
        g1=host("changed", __litellm_went_back=True),
        g2=host("changed", __litellm_went_back=False, __litellm_way_back_failure="the slot is gone"),
    )["lines"]
    assert lines[1].endswith("changed, went back")
    assert lines[2].endswith("changed, did not go back")


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        (host(aliases=("a", "b")), "the model b: not on g1 and g3"),
        (
            host(config={**CONFIG, "router_settings": {"num_retries": 3}}),
            "router_settings.num_retries: another one on g2 than on g1 and g3",
        ),
        (
            host(config={**CONFIG, "litellm_settings": {"drop_params": True}}),
            "litellm_settings.drop_params: another one on g2 than on g1 and g3",
        ),
        (
            host(config={**CONFIG, "environment_variables": None}),
            "environment_variables: another one on g2 than on g1 and g3",
        ),
        (
            host(config={**CONFIG, "model_list": [{"model_name": "a", "litellm_params": {"model": "openai/b"}}]}),
            "model_list: models of the same name are others on g2 than on g1 and g3",
        ),
    ],
)
def test_what_differs_between_equals(other: dict[str, t.Any], sentence: str) -> None:
    assert told(g1=host("unchanged"), g2=other, g3=host("unchanged"))["differences"] == [sentence]


def test_equals_do_not_differ_and_no_value_is_told() -> None:
    other = host(config={**CONFIG, "general_settings": {"master_key": "sk-plain-text"}})
    assert told(g1=host(), g2=host())["differences"] == []
    assert told(g1=host(), g2=host())["lines"][1] == "  g1  LiteLLM 1.108.7, release 3, as declared"
    assert "sk-" not in str(told(g1=host(), g2=other))


def test_a_host_of_which_nothing_is_known() -> None:
    assert told(g1=host(), g2={})["lines"][2] == "  g2  was not asked"


def test_a_check_tells_what_serves_now() -> None:
    assert told(g1=host("would change"))["lines"][1] == "  g1  LiteLLM 1.106.2, would change"
