"""Where a model is: from itself, its provider, or the global defaults."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import vocabulary_for
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.providers import known_provider

from tests.unit.plugins.plugin_utils.conftest import Block, Refuse, Render

OPENAI = "os.environ/OPENAI_API_KEY"
ROUTER = {"agentrouter": {"api_base": "https://own.example/v1", "api_key_env": "OWN_KEY"}}


def params(render: Render, model: Block, **options: object) -> Block:
    return dict(render(models={"k": {"upstream": "x", **model}}, **options).config["model_list"][0]["litellm_params"])


P = {"provider": "p"}


def own(**fields: object) -> Block:
    """What declares the provider ``p``."""
    return {"providers": {"p": fields}}


@pytest.mark.parametrize(
    ("model", "options", "expected"),
    [
        ({}, {}, ("openai/x", None, OPENAI)),
        ({}, {"api_base": "http://g", "api_key_env": "G"}, ("openai/x", "http://g", "os.environ/G")),
        ({"api_base": "http://m"}, {"api_base": "http://g"}, ("openai/x", "http://m", OPENAI)),
        ({"provider": "agentrouter"}, {}, ("openai/x", "https://agentrouter.org/v1", OPENAI)),
        (
            {"provider": "agentrouter"},
            {"providers": ROUTER},
            ("openai/x", "https://own.example/v1", "os.environ/OWN_KEY"),
        ),
        (
            {"provider": "agentrouter", "api_base": "http://m", "api_key_env": "M"},
            {"providers": ROUTER, "api_base": "http://g"},
            ("openai/x", "http://m", "os.environ/M"),
        ),
        (P, {**own(api_base="http://p"), "api_key_env": "G"}, ("openai/x", "http://p", "os.environ/G")),
        (P, {**own(api_key_env="P"), "api_base": "http://g"}, ("openai/x", "http://g", "os.environ/P")),
        (P, own(api_base="http://p", api_key="none"), ("openai/x", "http://p", "none")),
        (P, {"providers": {"p": None}}, None),
        (
            {"provider": "deepseek"},
            {"api_base": "http://g", "api_key_env": "G"},
            ("deepseek/x", None, "os.environ/DEEPSEEK_API_KEY"),
        ),
        ({"provider": "anthropic"}, {}, ("anthropic/x", None, "os.environ/ANTHROPIC_API_KEY")),
        ({"provider": "openrouter"}, {}, ("openrouter/x", None, "os.environ/OPENROUTER_API_KEY")),
        ({"provider": "openai"}, {"api_base": "http://g"}, ("openai/x", "https://api.openai.com/v1", OPENAI)),
        ({"provider": "azure", "api_base": "https://a/"}, {}, ("azure/x", "https://a/", "os.environ/AZURE_API_KEY")),
        ({"provider": "vllm", "api_base": "http://gpu:8000/v1"}, {}, ("hosted_vllm/x", "http://gpu:8000/v1", None)),
        (
            {"provider": "vllm"},
            {"providers": {"vllm": {"api_base": "http://gpu:8000/v1"}}},
            ("hosted_vllm/x", "http://gpu:8000/v1", None),
        ),
        ({"provider": "ollama"}, {}, ("ollama_chat/x", "http://localhost:11434", None)),
        ({"provider": "deepseek"}, {"providers": {"deepseek": {"api_key": "none"}}}, ("deepseek/x", None, "none")),
        (P, own(prefix="anthropic", api_key_env="P"), ("anthropic/x", None, "os.environ/P")),
        (
            P,
            {**own(prefix="hosted_vllm", api_base="http://h/"), "api_base": "http://g/"},
            ("hosted_vllm/x", "http://h/", None),
        ),
        ({"mock_response": "hi"}, {"api_base": "http://g", "api_key_env": "G"}, ("openai/x", None, None)),
        ({"mock_response": "hi", "provider": "vllm"}, {}, ("hosted_vllm/x", None, None)),
        ({"mock_response": "hi", "provider": "deepseek"}, {}, ("deepseek/x", None, None)),
        ({"mock_response": "hi", "api_key_env": "M"}, {}, ("openai/x", None, "os.environ/M")),
    ],
)
def test_where_a_model_is(
    render: Render, refuse: Refuse, model: Block, options: Block, expected: tuple[str, str | None, str | None] | None
) -> None:
    if expected is None:
        assert "must be a dictionary" in refuse(models={"k": {"upstream": "x", **model}}, **options)["providers.p"]
        return
    found = params(render, model, **options)
    assert (found["model"], found.get("api_base"), found.get("api_key")) == expected


def test_a_provider_in_the_name_of_a_model_is_warned_about(render: Render) -> None:
    (problem,) = render(models={"k": {"upstream": "deepseek/deepseek-chat"}}).problems
    assert (problem.severity, problem.path) == ("warning", "models.k.api_base")
    assert "write provider: deepseek and upstream: deepseek-chat" in problem.remedy
    for quiet in ({"api_base": "https://openrouter.ai/api/v1"}, {"provider": "openrouter"}, {"mock_response": "hi"}):
        assert render(models={"k": {"upstream": "deepseek/deepseek-chat", **quiet}}).problems == []
    (problem,) = render(models={"k": {"upstream": "Qwen/Qwen2.5"}}).problems
    assert (problem.severity, problem.path) == ("warning", "models.k.api_base")
    assert "api.openai.com" in problem.message


def test_a_wrong_parameter_of_a_provider_is_reported_once_there(refuse: Refuse) -> None:
    models = {key: {"upstream": key, "provider": "azure"} for key in ("a", "b")}
    providers = {"azure": {"api_base": "https://a/", "litellm_params": {"api_versoin": "2025-01-01"}}}
    problems = refuse(models=models, providers=providers)
    assert set(problems) == {"providers.azure.litellm_params.api_versoin"}
    assert "did you mean 'api_version'?" in problems["providers.azure.litellm_params.api_versoin"]


def test_the_level_of_reasoning_of_a_provider(render: Render) -> None:
    providers = {"p": {"api_base": "http://p/v1", "reasoning_effort": "low"}}
    assert params(render, {"provider": "p"}, providers=providers, reasoning_effort="high")["reasoning_effort"] == "low"
    assert "reasoning_effort" not in params(render, {"provider": "ollama"})
    thinking = params(render, {"provider": "ollama", "reasoning_effort": "low"})
    assert thinking["reasoning_effort"] == "low"


def test_params_of_a_provider_are_under_those_of_the_model(render: Render) -> None:
    providers = {"azure": {"api_base": "https://a/", "litellm_params": {"api_version": "2025-01-01", "seed": 1}}}
    found = params(render, {"provider": "azure", "litellm_params": {"seed": 2}}, providers=providers)
    assert (found["api_version"], found["seed"]) == ("2025-01-01", 2)


@pytest.mark.parametrize(
    ("provider", "path", "text"),
    [
        ({"api_bas": "x"}, "providers.p.api_bas", "did you mean 'api_base'?"),
        ({"prefix": "opnai"}, "providers.p.prefix", "did you mean 'openai'?"),
        ({"api_key": "a", "api_key_env": "B"}, "providers.p.api_key", "write one of the two"),
        ({"api_base": "https://u:canary@h/"}, "providers.p.api_base", "holds credentials"),
        ({"api_key": "sk-canary-0123456789abcdef"}, "providers.p.api_key", "looks like a real key"),
        (
            {"litellm_params": {"aws_secret_access_key": "canary"}},
            "providers.p.litellm_params.aws_secret_access_key",
            "secret",
        ),
        ("https://p", "providers.p", "must be a dictionary"),
    ],
)
def test_providers_that_are_refused(refuse: Refuse, provider: object, path: str, text: str) -> None:
    problems = refuse(models={"k": {"upstream": "x", "provider": "p"}}, providers={"p": provider})
    assert text in problems[path]
    assert "canary" not in str(problems)


def test_providers_must_be_named(refuse: Refuse) -> None:
    problems = refuse(models={"k": {"upstream": "x", "provider": "p"}}, providers=["p"])
    assert set(problems) == {"providers", "models.k.provider"}


def test_presets_and_providers_are_known_to_every_version() -> None:
    vocabulary = vocabulary_for()
    for name in ("deepseek", "openai", "agentrouter", "vllm", "ollama", "anthropic", "azure", "gemini", "openrouter"):
        found = known_provider(name, vocabulary)
        assert found is not None
        assert found.prefix in vocabulary.providers
    assert known_provider("nope", vocabulary) is None


PROVIDER = {
    "p": {
        "api_base": "https://p/v1",
        "timeout": 20,
        "stream_timeout": 5.5,
        "max_retries": 1,
        "cooldown": 9,
        "headers": {"X-A": "1", "X-B": "2"},
        "extra_body": {"a": 1, "b": 2},
    }
}
BUDGET = {"limit": 20, "period": "30d"}


class TestFieldsForAllModelsOfAProvider:
    def test_models_that_leave_them_out_get_them(self, render: Render) -> None:
        found = params(render, {"provider": "p"}, providers=PROVIDER)
        assert {name: found[name] for name in ("timeout", "stream_timeout", "max_retries", "num_retries")} == {
            "timeout": 20,
            "stream_timeout": 5.5,
            "max_retries": 1,
            "num_retries": 1,
        }
        assert found["cooldown_time"] == 9
        assert found["extra_headers"] == {"X-A": "1", "X-B": "2"}
        assert found["extra_body"] == {"a": 1, "b": 2}

    def test_what_a_model_says_wins_entry_by_entry(self, render: Render) -> None:
        model = {"provider": "p", "timeout": 3, "headers": {"X-B": "3", "X-C": "4"}}
        found = params(render, model, providers=PROVIDER)
        assert found["timeout"] == 3
        assert found["extra_headers"] == {"X-A": "1", "X-B": "3", "X-C": "4"}

    def test_the_provider_wins_over_the_timeout_of_all(self, render: Render) -> None:
        assert params(render, {"provider": "p"}, providers=PROVIDER, timeout=7)["timeout"] == 20
        assert params(render, {}, timeout=7)["timeout"] == 7
        assert params(render, {"provider": "deepseek"}, timeout=7)["timeout"] == 7

    @pytest.mark.parametrize(
        ("fields", "path", "text"),
        [
            ({"timeout": "20"}, "providers.p.timeout", "write 20 without quotes"),
            ({"timeout": 0}, "providers.p.timeout", "more than 0"),
            ({"max_retries": -1}, "providers.p.max_retries", "at least 0"),
            ({"cooldown": -1}, "providers.p.cooldown", "must not be negative"),
            ({"headers": {"X": 1}}, "providers.p.headers.X", "must be text"),
            ({"header": {}}, "providers.p.header", "did you mean 'headers'?"),
        ],
    )
    def test_they_are_checked_where_they_stand(self, refuse: Refuse, fields: Block, path: str, text: str) -> None:
        assert text in refuse(models={"k": {"upstream": "x", "provider": "p"}}, providers={"p": fields})[path]

    def test_the_timeout_of_all_is_checked(self, refuse: Refuse) -> None:
        assert "more than 0" in refuse(models={"k": {"upstream": "x"}}, timeout=0)["timeout"]


class TestBudgets:
    def test_of_a_model(self, render: Render) -> None:
        found = params(render, {"budget": BUDGET})
        assert (found["max_budget"], found["budget_duration"]) == (20, "30d")

    def test_of_a_provider(self, render: Render) -> None:
        models = {"a": {"upstream": "a", "provider": "deepseek"}, "b": {"upstream": "b", "provider": "openai"}}
        providers = {"deepseek": {"budget": BUDGET}, "anthropic": {"budget": BUDGET}}
        rendered = render(models=models, providers=providers)
        expected = {"deepseek": {"budget_limit": 20, "time_period": "30d"}}
        assert rendered.config["router_settings"]["provider_budget_config"] == expected

    @pytest.mark.parametrize(
        ("other", "name"), [({"provider": "agentrouter"}, "agentrouter"), ({}, "models without a provider")]
    )
    def test_refused_where_it_would_count_others(self, refuse: Refuse, other: Block, name: str) -> None:
        models = {"a": {"upstream": "a", "provider": "openai"}, "b": {"upstream": "b", **other}}
        problem = refuse(models=models, providers={"openai": {"budget": BUDGET}})["providers.openai.budget"]
        assert f"would count {name} too" in problem

    @pytest.mark.parametrize(
        ("budget", "path", "text"),
        [
            (20, "models.k.budget", "must be a dictionary"),
            ({"limit": 20}, "models.k.budget.period", "is missing"),
            ({"limit": 0, "period": "30d"}, "models.k.budget.limit", "more than 0"),
            ({"limit": 20, "period": "monthly"}, "models.k.budget.period", "is no span of time"),
            ({"limit": 20, "period": 30}, "models.k.budget.period", "must be text"),
            ({"max": 20, "period": "1d"}, "models.k.budget.max", "is not a field here"),
        ],
    )
    def test_what_is_refused(self, refuse: Refuse, budget: object, path: str, text: str) -> None:
        assert text in refuse(models={"k": {"upstream": "x", "budget": budget}})[path]
