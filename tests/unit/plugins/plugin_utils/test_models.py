"""Every field of a model: what it becomes, and what is refused."""

from __future__ import annotations

import typing as t
from pathlib import Path

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._language import providers
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.model_spec import FIELDS
from ansible_collections.llmops.litellm.plugins.plugin_utils._render import Rendered
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import InputError
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.plugins.plugin_utils.conftest import Block, Refuse, Render

SPECS = Path(__file__).parents[4] / "roles/litellm/meta/argument_specs.yml"
BASE = {"model": "openai/x", "api_key": "os.environ/OPENAI_API_KEY", "reasoning_effort": "medium"}


def deployment(rendered: Rendered, index: int = 0) -> Block:
    return dict(rendered.config["model_list"][index])


@pytest.mark.parametrize(
    ("fields", "params", "info"),
    [
        ({"upstream": "Qwen/Qwen2.5-7B-Instruct-AWQ"}, {"model": "openai/Qwen/Qwen2.5-7B-Instruct-AWQ"}, {}),
        ({"api_base": "http://h:8000/v1"}, {"api_base": "http://h:8000/v1"}, {}),
        ({"api_base": "os.environ/BASE"}, {"api_base": "os.environ/BASE"}, {}),
        ({"api_key_env": "K"}, {"api_key": "os.environ/K"}, {}),
        ({"api_key": "sk-none"}, {"api_key": "sk-none"}, {}),
        ({"api_key": "os.environ/K"}, {"api_key": "os.environ/K"}, {}),
        ({"reasoning_effort": "xhigh"}, {"reasoning_effort": "xhigh"}, {}),
        ({"reasoning_effort": "none"}, {"reasoning_effort": None}, {}),
        ({"timeout": 30, "stream_timeout": 2.5}, {"timeout": 30, "stream_timeout": 2.5}, {}),
        ({"max_retries": 0}, {"max_retries": 0, "num_retries": 0}, {}),
        ({"rpm": 5, "tpm": 1000, "order": 1}, {"rpm": 5, "tpm": 1000, "order": 1}, {}),
        ({"tags": ["free", "eu"]}, {"tags": ["free", "eu"]}, {}),
        ({"headers": {"X-A": "b"}}, {"extra_headers": {"X-A": "b"}}, {}),
        ({"extra_body": {"top_k": 5}}, {"extra_body": {"top_k": 5}}, {}),
        ({"mode": "chat"}, {}, {"mode": "chat"}),
        ({"mode": "embedding"}, {"reasoning_effort": None}, {"mode": "embedding"}),
        ({"context_window": 128000, "max_output": 8000}, {}, {"max_input_tokens": 128000, "max_output_tokens": 8000}),
        (
            {"capabilities": ["vision", "function_calling"]},
            {},
            {"supports_vision": True, "supports_function_calling": True},
        ),
        (
            {"cost": {"input": 0.28, "output": 0.42, "cached_input": 0.028}},
            {"input_cost_per_token": 2.8e-07, "output_cost_per_token": 4.2e-07, "cache_read_input_token_cost": 2.8e-08},
            {},
        ),
        ({"cost": {"input": 3}}, {"input_cost_per_token": 3e-06}, {}),
        ({"mock_response": "hi"}, {"mock_response": "hi", "api_key": None}, {}),
        ({"mock_response": "hi", "api_key_env": "K"}, {"mock_response": "hi", "api_key": "os.environ/K"}, {}),
        ({"litellm_params": {"reasoning_effort": "none", "seed": 1}}, {"reasoning_effort": "none", "seed": 1}, {}),
        ({"model_info": {"id": "other", "base_model": "gpt-4o"}}, {}, {"id": "other", "base_model": "gpt-4o"}),
        ({"rpm": None, "tags": None}, {}, {}),
    ],
)
def test_what_a_field_becomes(render: Render, fields: Block, params: Block, info: Block) -> None:
    rendered = render(models={"k": {"upstream": "x", "alias": "a", **fields}})
    wanted = {name: value for name, value in {**BASE, **params}.items() if value is not None}
    assert deployment(rendered) == {"model_name": "a", "litellm_params": wanted, "model_info": {"id": "k", **info}}
    assert yaml.safe_load(rendered.content) == rendered.config


@pytest.mark.parametrize(
    ("fields", "path", "text"),
    [
        ({"upstream": None}, "upstream", "is missing"),
        ({"upstream": ""}, "upstream", "is empty"),
        ({"upstream": " x"}, "upstream", "begins or ends with space"),
        ({"upstream": "a\nb"}, "upstream", "control character or a line break"),
        ({"upstream": "a\u2028b"}, "upstream", "control character or a line break"),
        ({"upstream": "x" * 600}, "upstream", "longer than 512"),
        ({"upstream": 4}, "upstream", "must be text, not a whole number; write '4' in quotes"),
        ({"upstream": ["x"]}, "upstream", "must be text, not a list"),
        ({"upstream": True}, "upstream", "booleans; quote it"),
        ({"upstream": "openai/*"}, "upstream", "wildcard"),
        ({"alias": "os.environ/X"}, "alias", "os.environ/"),
        ({"alias": "*"}, "alias", "model_name, litellm_params"),
        ({"upstrem": "x"}, "upstrem", "did you mean 'upstream'?"),
        ({"temperature": 0.2}, "temperature", "write it in litellm_params"),
        ({"max_tokens": 5}, "max_tokens", "write it in litellm_params"),
        ({"api_version": "x"}, "api_version", "write it in litellm_params"),
        ({"supports_vision": True}, "supports_vision", "write it in model_info"),
        ({"base_url": "https://h/v1"}, "base_url", "write api_base"),
        ({"num_retries": 1}, "num_retries", "write max_retries"),
        ({"max_input_tokens": 1}, "max_input_tokens", "write context_window"),
        ({"model": "openai/gpt-5"}, "model", "write upstream, and provider"),
        ({"model_name": "x"}, "model_name", "write alias"),
        ({"provider": "agentruoter"}, "provider", "did you mean 'agentrouter'?"),
        ({"api_base": "host:8000"}, "api_base", "not an http or https URL"),
        ({"api_base": "https://"}, "api_base", "names no host"),
        ({"api_base": "https://h:port/"}, "api_base", "not a valid URL"),
        ({"api_base": "https://user:pw@h/v1"}, "api_base", "holds credentials"),
        ({"api_base": "https://h/a b"}, "api_base", "holds a space"),
        ({"api_base": "https://h/\x00"}, "api_base", "control character"),
        ({"api_base": 5}, "api_base", "must be text"),
        ({"api_base": "os.environ/A/v1"}, "api_base", "inside other text"),
        ({"api_key_env": "os.environ/KEY"}, "api_key_env", "write the name alone: KEY"),
        ({"api_key_env": "sk-abc"}, "api_key_env", "looks like a key"),
        ({"api_key_env": "MY KEY"}, "api_key_env", "not the name of an environment variable"),
        ({"api_key_env": 5}, "api_key_env", "must be text"),
        (
            {"api_key": "sk-proj-canary0123456789"},
            "api_key",
            "declare it in litellm_secrets and name it with api_key_env",
        ),
        ({"api_key": "0123456789abcdef0123456789abcdef"}, "api_key", "looks like a real key"),
        ({"api_key": 12345}, "api_key", "must be text"),
        ({"api_key": "x", "api_key_env": "K"}, "api_key", "write one of the two"),
        ({"reasoning_effort": False}, "reasoning_effort", "YAML reads yes, no, on and off as booleans"),
        ({"reasoning_effort": True}, "reasoning_effort", "YAML reads yes, no, on and off as booleans"),
        ({"reasoning_effort": "hgih"}, "reasoning_effort", "did you mean 'high'?"),
        ({"reasoning_effort": "off"}, "reasoning_effort", "write none"),
        ({"reasoning_effort": 3}, "reasoning_effort", "must be text"),
        ({"timeout": "30"}, "timeout", "write 30 without quotes"),
        ({"timeout": 0}, "timeout", "must be more than 0"),
        ({"timeout": True}, "timeout", "must be a number, not a boolean"),
        ({"rpm": "abc"}, "rpm", "must be a whole number, not text"),
        ({"rpm": 1.5}, "rpm", "must be a whole number, not a number"),
        ({"rpm": 0}, "rpm", "must be at least 1"),
        ({"rpm": True}, "rpm", "must be a whole number, not a boolean"),
        ({"weight": -1}, "weight", "must not be negative"),
        ({"weight": 0}, "weight", "is 0 for every key"),
        ({"tags": "free"}, "tags", "must be a list, not text; write [free]"),
        ({"tags": {"a": 1}}, "tags", "must be a list, not a dictionary"),
        ({"tags": ["a", "a"]}, "tags[1]", "written twice"),
        ({"tags": [5]}, "tags[0]", "must be text"),
        ({"headers": {"A": 5}}, "headers.A", "must be text"),
        ({"headers": {"A": "b\r\nC: d"}}, "headers.A", "line break"),
        ({"headers": "A: b"}, "headers", "must be a dictionary, not text"),
        ({"headers": {"A": "Bearer os.environ/K"}}, "headers.A", "inside other text"),
        ({"extra_body": {5: 6}}, "extra_body.5", "is a key that is a number"),
        ({"cost": 5}, "cost", "must be a dictionary"),
        ({"cost": {"inputs": 1}}, "cost.inputs", "did you mean 'input'?"),
        ({"cost": {"input": "0.28"}}, "cost.input", "write 0.28 without quotes"),
        ({"cost": {"input": -0.1}}, "cost.input", "must not be negative"),
        ({"capabilities": ["supports_vision"]}, "capabilities[0]", "write vision"),
        ({"capabilities": ["Vision!"]}, "capabilities[0]", "small letters"),
        ({"capabilities": [True]}, "capabilities[0]", "must be text"),
        ({"fallbacks": "b"}, "fallbacks", "must be a list, not text; write [b]"),
        ({"model_info": {"id": 5}}, "model_info.id", "must be text that is not empty"),
        (
            {"litellm_params": {"api_key": "sk-canary-0123456789abcdef"}},
            "litellm_params.api_key",
            "looks like a secret",
        ),
        ({"litellm_params": {"stop": ["os.environ/X"]}}, "litellm_params.stop[0]", "stands in a list"),
        (
            {"extra_body": {"nested": [{"Authorization": "Bearer canary"}]}},
            "extra_body.nested[0].Authorization",
            "secret",
        ),
        ({"provider": "vllm"}, "api_base", "LiteLLM has no address for hosted_vllm"),
    ],
)
def test_what_is_refused(refuse: Refuse, fields: Block, path: str, text: str) -> None:
    problems = refuse(models={"k": {"upstream": "x", "alias": "a", **fields}})
    assert text in problems[f"models.k.{path}"]
    assert "canary" not in str(problems)


@pytest.mark.parametrize(
    ("models", "path", "text"),
    [
        (None, "models", "no model is declared"),
        ({}, "models", "no model is declared"),
        ([{"model_name": "x"}], "models", "must be a dictionary, not a list"),
        ({"k": None}, "models.k", "must be a dictionary, not nothing (null)"),
        ({"k": "gpt-5"}, "models.k", "must be a dictionary, not text"),
        ({5: {"upstream": "x"}}, "models.5", 'is a key that is a number; quote it: "5"'),
        ({True: {"upstream": "x"}}, "models", "has a key that is a boolean"),
        ({1.5: {"upstream": "x"}}, "models", "has a key that is a number"),
        ({" k": {"upstream": "x"}}, "models. k", "begins or ends with space"),
        ({"k" * 600: {"upstream": "x"}}, "models", "more than 512 characters"),
        ({"a": {"upstream": "x"}, "A": {"upstream": "y"}}, "models.A", "is the same key as 'a'"),
        ({"a": {"upstream": float("nan")}}, "models.a.upstream", "not a finite number"),
        ({"a": {"upstream": "x", "timeout": object()}}, "models.a.timeout", "type object"),
        ({"a": {"upstream": "\ud800"}}, "models.a.upstream", "not valid Unicode"),
    ],
)
def test_catalogs_that_are_refused(refuse: Refuse, models: object, path: str, text: str) -> None:
    assert text in refuse(models=models)[path]


def test_all_problems_at_once(refuse: Refuse) -> None:
    models = {
        "a": {"upstrem": "x", "rpm": "5"},
        "b": {"upstream": "y", "reasoning_effort": False, "fallbacks": ["z"]},
        "c": "d",
    }
    assert set(refuse(models=models, model_keys=["a", "b", "c", "e"], api_base="x", master_key_env="a b")) == {
        "models.a.upstrem",
        "models.a.upstream",
        "models.a.rpm",
        "models.b.reasoning_effort",
        "models.c",
        "model_keys[3]",
        "api_base",
        "master_key_env",
    }


def test_a_broken_model_hides_no_problem_of_others_and_causes_none(refuse: Refuse) -> None:
    models = {"a": {"alias": "x", "rpm": 1}, "b": {"upstream": "y", "fallbacks": ["x", "w"]}}
    problems = refuse(models=models, model_keys=["a", "b"])
    assert set(problems) == {"models.a.upstream", "models.b.fallbacks[1]"}


class TestNativeShape:
    ENTRY: t.ClassVar[Block] = {
        "litellm_params": {"model": "openai/*", "api_key": "os.environ/K", "made_up": [1, {"a": None}]},
        "model_name": "openai/*",
    }

    def test_is_taken_as_it_is_with_a_stable_id(self, render: Render) -> None:
        rendered = render(models={"all": self.ENTRY}, allow_unknown=["made_up"])
        assert deployment(rendered) == {**self.ENTRY, "model_info": {"id": "all"}}
        assert list(deployment(rendered)) == ["litellm_params", "model_name", "model_info"]
        assert rendered.models == [
            {"key": "all", "alias": "openai/*", "model": "openai/*", "api_base": "", "reasoning_effort": "none"}
        ]
        kept = {**self.ENTRY, "model_info": {"id": "mine", "mode": "chat"}}
        assert deployment(render(models={"all": kept}, allow_unknown=["litellm_params", "made_up"])) == kept

    @pytest.mark.parametrize(
        ("changes", "path", "text"),
        [
            ({"litellm_params": {}}, "litellm_params.model", "is missing"),
            ({"litellm_params": {"model": None}}, "litellm_params.model", "must be text"),
            ({"litellm_params": None}, "litellm_params", "must be a dictionary, not nothing (null)"),
            ({"model_info": None}, "model_info", "must be a dictionary, not nothing (null)"),
            ({"model_name": 4}, "model_name", "write '4' in quotes"),
            ({"model_nam": "x"}, "model_nam", "did you mean 'model_name'?"),
            ({"weight": 5}, "weight", "put it into litellm_params or model_info"),
            ({"rpm": 5, "litellm_params": {"model": "openai/x", "rpm": 6}}, "rpm", "where LiteLLM ignores it"),
            ({"rpm": "many", "litellm_params": {"model": "openai/x"}}, "rpm", "must be a whole number"),
            ({"upstream": "x"}, "model_name", "write alias"),
        ],
    )
    def test_is_checked(self, refuse: Refuse, changes: Block, path: str, text: str) -> None:
        problems = refuse(models={"all": {**self.ENTRY, **changes}})
        assert text in problems[f"models.all.{path}"]

    def test_may_have_its_limits_beside_the_params(self, render: Render) -> None:
        rendered = render(models={"all": {**self.ENTRY, "rpm": 5, "tpm": 9}}, allow_unknown=["made_up"])
        kept = deployment(rendered)
        assert kept["litellm_params"] == {**self.ENTRY["litellm_params"], "rpm": 5, "tpm": 9}
        assert not {"rpm", "tpm"} & set(kept)
        assert {each.path for each in rendered.problems if each.rule == "limit-not-enforced"} == {
            "models.all.rpm",
            "models.all.tpm",
        }

    def test_needs_its_params(self, refuse: Refuse) -> None:
        assert refuse(models={"k": {"model_name": "x"}}) == {
            "models.k.litellm_params": "is missing; write litellm_params: {model: provider/model}"
        }


class TestReasoning:
    def test_none_omits_and_the_global_level_is_the_default(self, render: Render) -> None:
        rendered = render(
            models={"a": {"upstream": "x"}, "b": {"upstream": "y", "reasoning_effort": "none"}}, reasoning_effort="high"
        )
        assert [model["reasoning_effort"] for model in rendered.models] == ["high", "none"]
        assert [
            model["reasoning_effort"]
            for model in render(models={"a": {"upstream": "x"}}, reasoning_effort="none").models
        ] == ["none"]

    def test_a_model_that_does_not_reason_gets_none_and_a_notice(self, render: Render) -> None:
        rendered = render(models={"mini": {"upstream": "gpt-4o-mini"}})
        assert "reasoning_effort" not in deployment(rendered)["litellm_params"]
        (problem,) = rendered.problems
        assert (problem.severity, problem.path) == ("notice", "models.mini.reasoning_effort")
        assert "openai/gpt-4o-mini does not reason" in problem.message

    def test_asking_for_it_is_a_warning(self, render: Render) -> None:
        (problem,) = render(models={"mini": {"upstream": "gpt-4o-mini", "reasoning_effort": "low"}}).problems
        assert problem.severity == "warning"

    def test_a_wrong_global_level_is_refused(self, refuse: Refuse) -> None:
        assert (
            "did you mean 'medium'?"
            in refuse(models={"a": {"upstream": "x"}}, reasoning_effort="mediu")["reasoning_effort"]
        )


class TestWeights:
    def test_all_or_none_per_alias(self, refuse: Refuse, render: Render) -> None:
        models: dict[str, Block] = {
            "a": {"upstream": "x", "alias": "m", "weight": 9},
            "b": {"upstream": "y", "alias": "m"},
            "c": {"upstream": "z", "alias": "m", "litellm_params": {"weight": 1}},
            "d": {"upstream": "other"},
        }
        problems = refuse(models=models)
        assert set(problems) == {"models.b.weight"}
        assert "LiteLLM never sends it a request" in problems["models.b.weight"]
        models["b"]["weight"] = 0
        assert len(render(models=models).models) == 4

    def test_a_group_for_unknown_names_is_the_same_group(self, refuse: Refuse) -> None:
        models = {"a": {"upstream": "x", "alias": "m", "rpm": 9}, "b": {"upstream": "y", "alias": "m"}}
        assert set(refuse(models=models, agents={"default": "m"})) == {"models.b.rpm"}

    def test_that_are_all_zero_choose_nothing(self, refuse: Refuse) -> None:
        models = {key: {"upstream": key, "alias": "m", "weight": 0} for key in ("x", "y")}
        assert refuse(models=models) == {"models.x.weight": "is 0 for every key of 'm'"}

    def test_are_free_where_an_order_decides(self, render: Render) -> None:
        models = {
            "a": {"upstream": "x", "alias": "m", "weight": 9, "order": 1},
            "b": {"upstream": "y", "alias": "m", "order": 2},
        }
        assert len(render(models=models).models) == 2

    def test_of_entries_in_litellms_own_shape(self, refuse: Refuse) -> None:
        models = {
            "a": {"upstream": "x", "alias": "m", "weight": 9},
            "b": {"model_name": "m", "litellm_params": {"model": "openai/y"}},
        }
        assert set(refuse(models=models)) == {"models.b.litellm_params.weight"}


def test_ids_are_unique(refuse: Refuse) -> None:
    models = {"a": {"upstream": "x"}, "b": {"upstream": "y", "model_info": {"id": "a"}}}
    problems = refuse(models=models)
    assert set(problems) == {"models.b.model_info.id"}
    assert "'a' is also the id of a deployment of 'x'" in problems["models.b.model_info.id"]
    models = {"a": {"upstream": "x"}, "a-default": {"upstream": "y"}}
    assert set(refuse(models=models, agents={"default": "x"})) == {"models.a.model_info.id"}


@pytest.mark.parametrize("identity", ["", 5, None, ["a"]])
def test_ids_are_text(refuse: Refuse, identity: object) -> None:
    problems = refuse(models={"a": {"upstream": "x", "model_info": {"id": identity}}})
    assert problems == {"models.a.model_info.id": "must be text that is not empty"}


def test_every_field_is_documented() -> None:
    (text,) = [" ".join(option["description"]) for name, option in options().items() if name == "litellm_models"]
    assert [name for name in FIELDS if f"C({name})" not in text] == []
    (text,) = [" ".join(option["description"]) for name, option in options().items() if name == "litellm_providers"]
    assert [name for name in providers.FIELDS if f"C({name})" not in text] == []


def options() -> Block:
    return dict(yaml.safe_load(SPECS.read_text())["argument_specs"]["main"]["options"])


NAMES = st.text(max_size=30)


@given(alias=NAMES, upstream=NAMES, key=NAMES, value=st.text(max_size=30))
def test_any_text_survives_exactly_or_is_refused(
    render: Render, alias: str, upstream: str, key: str, value: str
) -> None:
    models = {key: {"upstream": upstream, "alias": alias, "mock_response": value, "extra_body": {"prompt": value}}}
    try:
        rendered = render(models=models)
    except InputError:
        return
    loaded = yaml.safe_load(rendered.content)
    assert loaded == rendered.config
    assert loaded["model_list"][0] == {
        "model_name": alias,
        "litellm_params": {
            "model": f"openai/{upstream}",
            "reasoning_effort": "medium",
            "extra_body": {"prompt": value},
            "mock_response": value,
        },
        "model_info": {"id": key},
    }


@given(st.floats(min_value=0, max_value=10000, allow_subnormal=False))
def test_costs_are_numbers_for_yaml(render: Render, cost: float) -> None:
    loaded = yaml.safe_load(render(models={"k": {"upstream": "x", "cost": {"input": cost}}}).content)
    price = loaded["model_list"][0]["litellm_params"]["input_cost_per_token"]
    assert isinstance(price, float)
    assert price == pytest.approx(cost / 1_000_000)


class TestModelsThatAnswerNoConversation:
    @pytest.mark.parametrize(
        "fields",
        [
            {"upstream": "BAAI/bge-m3", "provider": "vllm", "api_base": "http://127.0.0.1:8000/v1"},
            {"upstream": "text-embedding-3-small", "provider": "openai"},
            {"upstream": "amazon.titan-embed-text-v2:0", "provider": "bedrock"},
            {"upstream": "rerank-v3.5", "provider": "cohere"},
            {"upstream": "whisper-1"},
            {"upstream": "tts-1"},
            {"upstream": "dall-e-3"},
            {"upstream": "anything", "mode": "embedding"},
            {"upstream": "anything", "model_info": {"mode": "rerank"}},
        ],
        ids=lambda fields: fields["upstream"],
    )
    def test_get_no_level_of_reasoning_and_no_remark(self, render: Render, fields: Block) -> None:
        rendered = render(models={"k": fields}, reasoning_effort="high")
        assert "reasoning_effort" not in deployment(rendered)["litellm_params"]
        assert not [problem for problem in rendered.problems if "reasoning_effort" in problem.path]

    def test_a_name_is_no_rule_where_the_model_says_more(self, render: Render) -> None:
        for fields in ({"mode": "chat"}, {"reasoning_effort": "low"}):
            rendered = render(models={"k": {"upstream": "bge-chat", "api_base": "http://h/v1", **fields}})
            assert "reasoning_effort" in deployment(rendered)["litellm_params"]

    def test_a_level_for_one_that_the_map_knows_is_warned_of(self, render: Render) -> None:
        (problem,) = render(models={"k": {"upstream": "whisper-1", "reasoning_effort": "low"}}).problems
        assert (problem.severity, problem.path) == ("warning", "models.k.reasoning_effort")
