"""What the deployments of a model and of its fallbacks get, so that a client hardly waits and hears what went wrong."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._compose.fallbacks import (
    ALLOWED_FAILS,
    COOLDOWN,
    TIMEOUT,
    _filling,
)

from tests.unit.plugins.plugin_utils.conftest import Block, Refuse, Render

RESTS_SOON = {"timeout": TIMEOUT, "cooldown_time": COOLDOWN, "num_retries": 0}


def deployments(render: Render, models: Block, **options: object) -> dict[str, tuple[str, Block, Block | None]]:
    """Id → its parameters that matter to routing, with ``allowed_fails_policy`` and the name that it serves."""
    found: dict[str, tuple[str, Block, Block | None]] = {}
    for item in render(models=models, **options).config["model_list"]:
        params = {
            name: value
            for name, value in item["litellm_params"].items()
            if name in ("order", "timeout", "cooldown_time", "num_retries", "weight")
        }
        found[item["model_info"]["id"]] = (item["model_name"], params, item["model_info"].get("allowed_fails_policy"))
    return found


def test_each_but_the_last_rests_soon_and_the_last_says_its_own_error(render: Render) -> None:
    models = {
        "a": {"upstream": "aa", "fallbacks": ["bb"]},
        "b": {"upstream": "bb", "fallbacks": ["cc"]},
        "c": {"upstream": "cc"},
        "d": {"upstream": "dd"},
    }
    assert deployments(render, models) == {
        "a": ("aa", {"order": 1, **RESTS_SOON}, ALLOWED_FAILS),
        "b": ("bb", {"order": 1, **RESTS_SOON}, ALLOWED_FAILS),
        "c": ("cc", {"cooldown_time": 0}, None),
        "d": ("dd", {"cooldown_time": 0}, None),
        "b-for-aa": ("aa", {"order": 2, **RESTS_SOON}, ALLOWED_FAILS),
        "c-for-aa": ("aa", {"order": 3, "cooldown_time": 0, "num_retries": 1}, None),
        "c-for-bb": ("bb", {"order": 2, "cooldown_time": 0, "num_retries": 1}, None),
    }


def test_a_gateway_without_fallbacks_cools_nothing_down(render: Render) -> None:
    models = {"a": {"upstream": "aa"}, "b": {"upstream": "bb"}}
    rendered = render(models=models)
    assert rendered.config["router_settings"] == {"disable_cooldowns": True}
    assert deployments(render, models) == {"a": ("aa", {}, None), "b": ("bb", {}, None)}


def test_deployments_that_share_a_name_are_left_to_litellm(render: Render) -> None:
    models = {
        "a1": {"upstream": "x", "alias": "a"},
        "a2": {"upstream": "y", "alias": "a"},
        "b": {"upstream": "b", "fallbacks": ["a"]},
    }
    found = deployments(render, models)
    assert (found["a1"], found["a2"]) == (("a", {}, None), ("a", {}, None))
    behind = ("b", {"order": 2, "num_retries": 1}, None)
    assert (found["a1-for-b"], found["a2-for-b"]) == (behind, behind)


def test_the_order_that_the_operator_wrote_is_kept(render: Render) -> None:
    models = {
        "a1": {"upstream": "x", "alias": "a", "order": 3, "weight": 2},
        "a2": {"upstream": "y", "alias": "a", "order": 7},
        "a3": {"upstream": "z", "alias": "a", "fallbacks": ["b"]},
        "b1": {"upstream": "b", "order": 4},
        "b2": {"upstream": "w", "alias": "b", "order": 2},
    }
    orders = {key: params.get("order") for key, (_name, params, _fails) in deployments(render, models).items()}
    assert orders == {"a1": 3, "a2": 7, "a3": 8, "b1": 4, "b2": 2, "b2-for-a": 9, "b1-for-a": 10}


def test_what_a_model_says_wins(render: Render) -> None:
    models = {
        "a": {"upstream": "aa", "fallbacks": ["bb"], "timeout": 5, "cooldown": 7, "max_retries": 1},
        "b": {"upstream": "bb", "cooldown": 9},
    }
    found = deployments(render, models)
    assert found["a"] == ("aa", {"order": 1, "timeout": 5, "cooldown_time": 7, "num_retries": 1}, ALLOWED_FAILS)
    assert found["b"] == ("bb", {"cooldown_time": 9}, None)
    assert found["b-for-aa"] == ("aa", {"order": 2, "cooldown_time": 0, "num_retries": 1}, None)


def test_the_cooldown_of_a_provider_is_for_models_that_others_back(render: Render) -> None:
    provider = {"gpu": {"api_base": "http://gpu.example/v1", "api_key": "sk-none", "cooldown": 5}}
    models = {
        "a": {"upstream": "aa", "provider": "gpu", "fallbacks": ["bb"]},
        "b": {"upstream": "bb", "provider": "gpu"},
        "c": {"upstream": "cc", "provider": "gpu", "litellm_params": {"cooldown_time": 7}},
    }
    found = render(providers=provider, models=models).config["model_list"]
    resting = {deployment["model_info"]["id"]: deployment["litellm_params"]["cooldown_time"] for deployment in found}
    assert resting == {"a": 5, "b": 0, "c": 7, "b-for-aa": 0}


@pytest.mark.parametrize(
    ("options", "left_out"),
    [
        ({"router_settings": {"timeout": 9}}, "timeout"),
        ({"litellm_settings": {"request_timeout": 9}}, "timeout"),
        ({"router_settings": {"cooldown_time": 9}}, "cooldown_time"),
        ({"router_settings": {"num_retries": 9}}, "num_retries"),
        ({"router_settings": {"allowed_fails": 9}}, "allowed_fails"),
    ],
)
def test_what_the_settings_say_wins(render: Render, options: Block, left_out: str) -> None:
    models = {"a": {"upstream": "aa", "fallbacks": ["bb"]}, "b": {"upstream": "bb"}}
    _name, params, fails = deployments(render, models, **options)["a"]
    expected = {"order": 1, **RESTS_SOON, "allowed_fails": ALLOWED_FAILS}
    del expected[left_out]
    assert {**params, **({} if fails is None else {"allowed_fails": fails})} == expected


@pytest.mark.parametrize(
    "settings", [{"disable_cooldowns": False}, {"cooldown_time": 5}, {"fallbacks": [{"aa": ["bb"]}]}]
)
def test_settings_about_cooldowns_are_left_alone(render: Render, settings: Block) -> None:
    models = {"a": {"upstream": "aa"}, "b": {"upstream": "bb"}}
    assert render(models=models, router_settings=settings).config["router_settings"] == settings


def test_versions_that_do_not_look_at_it_get_no_policy(render: Render) -> None:
    models = {"a": {"upstream": "aa", "fallbacks": ["bb"]}, "b": {"upstream": "bb"}}
    assert deployments(render, models, litellm_version="1.84.0")["a"][2] is None


def test_a_default_fallback_backs_models_in_litellms_own_shape(render: Render) -> None:
    native = {"model_name": "openai/*", "litellm_params": {"model": "openai/*"}}
    models = {"all": native, "b": {"upstream": "bb"}}
    found = deployments(render, models, default_fallbacks=["bb"])
    assert found["all"] == ("openai/*", {"order": 1, **RESTS_SOON}, ALLOWED_FAILS)
    assert found["b-for-openai/*"][0] == "openai/*"


@pytest.mark.parametrize("order", ["first", 1.5])
def test_an_order_that_is_no_number_is_the_checkers_to_refuse(refuse: Refuse, order: object) -> None:
    native = {"model_name": "a", "litellm_params": {"model": "openai/a", "order": order}}
    options = {"models": {"a": native, "b": {"upstream": "b"}}, "default_fallbacks": ["b"]}
    assert set(refuse(**options)) == {"models.a.litellm_params.order"}


@pytest.mark.parametrize(
    ("pattern", "name", "expected"),
    [
        ("openai/*", "openai/gpt-4o", ("gpt-4o",)),
        ("*", "x", ("x",)),
        ("a/*/b/*", "a/x/b/y", ("x", "y")),
        ("a/*-b", "a/x-b", ("x",)),
        ("a/*-b", "a/x-c", None),
        ("a/*", "b/x", None),
        ("a/*/b/*", "a/x", None),
        ("plain", "plain", None),
    ],
)
def test_what_wildcards_stand_for(pattern: str, name: str, expected: tuple[str, ...] | None) -> None:
    assert _filling(pattern, name) == expected


MODELS = {
    "deepseek": {"upstream": "deepseek-chat", "provider": "deepseek", "fallbacks": ["gpt-4o-mini"]},
    "mini": {"upstream": "gpt-4o-mini", "provider": "openai"},
    "claude": {"upstream": "claude", "provider": "anthropic", "fallbacks": ["deepseek-chat"]},
}
KEYS = {"OPENAI_API_KEY": "value", "ANTHROPIC_API_KEY": "value", "LITELLM_MASTER_KEY": "sk-0123456789abcdef"}


class TestMissingKeys:
    """A model whose key nothing declares is answered by its fallbacks; the key of another provider never goes there."""

    @pytest.mark.parametrize("environment", [KEYS, list(KEYS), {**KEYS, "DEEPSEEK_API_KEY": ""}])
    def test_fallbacks_answer_with_a_warning(self, render: Render, environment: object) -> None:
        rendered = render(models=MODELS, environment=environment)
        served = {item["model_info"]["id"]: item["model_name"] for item in rendered.config["model_list"]}
        assert served == {
            "mini": "gpt-4o-mini",
            "claude": "claude",
            "mini-for-deepseek-chat": "deepseek-chat",
            "mini-for-claude": "claude",
        }
        assert [(model["key"], model["alias"]) for model in rendered.models] == [
            ("mini", "gpt-4o-mini"),
            ("claude", "claude"),
            ("mini-for-deepseek-chat", "deepseek-chat"),
        ]
        (warning,) = [problem for problem in rendered.problems if problem.severity == "warning"]
        assert warning.path == "models.deepseek.api_key_env"
        assert "DEEPSEEK_API_KEY" in warning.message
        assert "gpt-4o-mini answers in place" in warning.message
        assert "DEEPSEEK_API_KEY" not in rendered.required_environment

    def test_an_error_where_nothing_answers(self, refuse: Refuse) -> None:
        problems = refuse(models=MODELS, environment={"LITELLM_MASTER_KEY": "sk-0123456789"})
        assert {"models.deepseek.api_key_env", "models.mini.api_key_env", "models.claude.api_key_env"} <= set(problems)

    def test_all_are_served_when_nothing_is_known_of_the_environment(self, render: Render) -> None:
        assert "deepseek" in deployments(render, MODELS)


OLD, NEW = "1.99.4", "1.106.12"
NAMED = {
    "a": {"upstream": "x", "alias": "a", "fallbacks": ["b"]},
    "b": {"upstream": "y", "alias": "b"},
    "helper": {"upstream": "z"},
    "b-own": {"upstream": "w", "alias": "c"},
    "mine": {"upstream": "v", "alias": "d", "model_info": {"id": "d"}},
    "native": {"model_name": "native", "litellm_params": {"model": "openai/u"}},
}


def ids(render: Render, version: str, **options: object) -> list[tuple[str, str]]:
    models = render(models=NAMED, litellm_version=version, **options).config["model_list"]
    return [(item["model_name"], item["model_info"]["id"]) for item in models]


def test_a_version_that_takes_names_for_ids_gets_no_id_that_is_a_name(render: Render) -> None:
    asked = {"agents": {"helper": "c"}}
    assert ids(render, OLD, **asked) == [
        ("a", "a-own"),
        ("b", "b-own-own"),
        ("z", "helper-own"),
        ("c", "b-own"),
        ("d", "d"),
        ("native", "native-own"),
        ("a", "b-for-a"),
    ]


def test_other_versions_have_the_keys(render: Render) -> None:
    assert ids(render, NEW) == [
        ("a", "a"),
        ("b", "b"),
        ("z", "helper"),
        ("c", "b-own"),
        ("d", "d"),
        ("native", "native"),
        ("a", "b-for-a"),
    ]


def test_an_id_that_stands_in_the_way_and_that_the_operator_wrote_is_told(render: Render) -> None:
    models = {"a": {"upstream": "x", "fallbacks": ["y"], "model_info": {"id": "x"}}, "b": {"upstream": "y"}}
    told = {version: render(models=models, litellm_version=version).problems for version in (OLD, NEW)}
    found = [(version, each.path) for version in told for each in told[version] if each.rule == "id-is-a-name"]
    assert found == [(OLD, "models.a.model_info.id")]
