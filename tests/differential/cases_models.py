"""Deployments: their shape, their parameters, their provider, address and key, their prices."""

from __future__ import annotations

import copy
import typing as t

from .configuration import BLOCKS, FIRST, PARAMS, UPSTREAM, case, cut, deployment, misspelt, param, put, right

if t.TYPE_CHECKING:
    from collections.abc import Iterator

    from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import Vocabulary

    from .configuration import Case, Config

FORWARDED = {
    "max_input_tokens": 1000,
    "description": "text",
    "supports_vision": True,
    "mode": "chat",
    "verify": False,
    "proxy": "http://p",
    "rpm_limit": 5,
    "priority": 1,
    "input_cost_per_million": 1,
}
SENT = {
    "max_tokens": 50,
    "temperature": 0.2,
    "top_p": 0.5,
    "extra_body": {"case": 1},
    "extra_headers": {"x-case": "1"},
    "tags": ["free"],
    "seed": 3,
    "stop": ["END"],
    "ssl_verify": False,
    "num_retries": 1,
    "cooldown_time": 5,
}


def deployment_cases() -> Iterator[Case]:
    """Entries of another shape, parameters in another place, identities."""
    yield from shapes()
    yield case("model_info: missing", "right", cut(right(), (*FIRST, "model_info")))
    yield case("model_info: null", "shape", put(right(), (*FIRST, "model_info"), None))
    yield case("model_info: unknown key", "right", put(right(), (*FIRST, "model_info", "owner_of_this"), "team a"))
    for key, value in {"rpm": 100, "tpm": 9000, "timeout": 9, "mode": "chat", "weight": 2}.items():
        block = "model_info" if key == "mode" else "litellm_params"
        yield case(f"deployment.{key}", "right", put(right(), (*FIRST, block, key), value), probe=(block, key))
        beside = put(right(), (*FIRST, key), value)
        yield case(f"deployment.{key}: beside", "misplaced", beside, control=f"deployment.{key}", probe=(block, key))
    for value in ("5", "os.environ/ALPHA_KEY"):
        yield case(f"deployment.rpm: beside: {value}", "type", put(right(), (*FIRST, "rpm"), value))
    for key, value in FORWARDED.items():
        yield case(f"litellm_params.{key}: forwarded", "misplaced", param(key, value))
    for key, value in SENT.items():
        yield case(f"litellm_params.{key}: taken", "right", param(key, value))
    # As YAML reads {temperature: 0,7}.
    decimal = put(param("temperature", 0), (*PARAMS, 7), None)
    yield case("litellm_params.temperature: a comma", "misspelt", decimal, control="litellm_params.temperature: taken")
    for key in ("temperature", "extra_headers", "extra_body", "headers", "max_tokens"):
        yield case(f"litellm_params.{key}: word", "type", param(key, "word"))
    group = right()
    group["model_list"].append(deployment("alpha", "openai/alpha-up") | {"model_info": {"id": "alpha-2"}})
    yield case("two deployments of one name", "right", group)
    yield case("two deployments with one id", "duplicate", put(group, ("model_list", 3, "model_info", "id"), "alpha"))
    yield case("two models with one id", "duplicate", put(group, ("model_list", 2, "model_info", "id"), "alpha"))
    environments = put(right(), (*FIRST, "model_info", "supported_environments"), ["production"])
    yield case("model_info.supported_environments without LITELLM_ENVIRONMENT", "missing target", environments)


def shapes() -> Iterator[Case]:
    """Parts of ``model_list`` that are missing, null, or of another type."""
    params = right()["model_list"][0]["litellm_params"]
    for label, config in {
        "model_name: missing": cut(right(), (*FIRST, "model_name")),
        "model_name: null": put(right(), (*FIRST, "model_name"), None),
        "model_name: number": put(right(), (*FIRST, "model_name"), 4),
        "model_name: boolean": put(right(), (*FIRST, "model_name"), True),
        "model_name: empty": put(right(), (*FIRST, "model_name"), ""),
        "model_name: misspelt": put(cut(right(), (*FIRST, "model_name")), (*FIRST, "modelname"), "alpha"),
        "litellm_params: missing": cut(right(), PARAMS),
        "litellm_params: null": put(right(), PARAMS, None),
        "litellm_params: list": put(right(), PARAMS, ["model"]),
        "litellm_params: misspelt": put(cut(right(), PARAMS), (*FIRST, "litellm_param"), params),
        "model: missing": cut(right(), (*PARAMS, "model")),
        "model: null": param("model", None),
        "model: number": param("model", 5),
        "model: empty": param("model", ""),
        "model_info: text": put(right(), (*FIRST, "model_info"), "chat"),
        "model_info: list": put(right(), (*FIRST, "model_info"), ["chat"]),
        "model_list: mapping": put(right(), ("model_list",), {"alpha": right()["model_list"][0]}),
        "model_list: empty": put(right(), ("model_list",), []),
        "model_list: null entry": put(right(), ("model_list", 2), None),
        "model_list: text entry": put(right(), ("model_list", 2), "beta"),
    }.items():
        yield case(label, "shape", config)


def model_cases(vocabulary: Vocabulary) -> Iterator[Case]:
    """Providers misspelt and unknown, names without a provider, third parties without an address, keys, values."""
    for provider in ("openai", "deepseek", "hosted_vllm", "anthropic", "openrouter", "mistral"):
        yield case(
            f"model: provider {misspelt(provider)}", "misspelt", param("model", f"{misspelt(provider)}/alpha-up")
        )
    yield case("model: gpt-4o", "right", param("model", "gpt-4o"))
    for name in (
        "alpha-up",
        "claude-3-haiku",
        "openai\\alpha",
        " openai/alpha-up",
        "OpenAI/alpha-up",
        "openai",
        "openai/",
    ):
        yield case(f"model: {name}", "misspelt", param("model", name))
    yield from bare_names()
    for provider in (*vocabulary.tables["needs_base"], "openai", "deepseek", "groq"):
        config = put(cut(right(), (*PARAMS, "api_base")), (*PARAMS, "model"), f"{provider}/alpha-up")
        yield case(f"api_base: missing for {provider}", "address", config)
    without = cut(right(), (*PARAMS, "api_base"))
    for model, variable in (("hosted_vllm/alpha-up", "HOSTED_VLLM_API_BASE"), ("openai/alpha-up", "OPENAI_API_BASE")):
        config = put(without, (*PARAMS, "model"), model)
        stem = f"api_base: missing for {model}, and"
        in_file = put(config, ("environment_variables",), {variable: UPSTREAM})
        yield case(f"{stem} {variable} is in the file", "right", in_file)
        for_all = put(config, ("litellm_settings", "api_base"), UPSTREAM)
        yield case(f"{stem} one for all in litellm_settings", "right", for_all)
    for value in ("upstream.test/v1", "http//upstream.test/v1", "", 123, None, "os.environ/NO_SUCH_VARIABLE"):
        yield case(f"api_base: {value!r}", "type", param("api_base", value))
    for ending in ("chat/completions", "completions", "chat/completions/", "responses"):
        yield case(f"api_base: ends with {ending}", "misspelt", param("api_base", f"{UPSTREAM}/{ending}"))
    yield case("api_base: ends with /", "right", param("api_base", f"{UPSTREAM}/"))
    for value in (12345, "", None, True):
        yield case(f"api_key: {value!r}", "type", param("api_key", value))
    yield case("api_key: 'sk-none'", "right", param("api_key", "sk-none"))
    yield case("api_key: missing", "missing target", cut(right(), (*PARAMS, "api_key")))
    for key in ("api_ky", "apikey"):
        yield case(
            f"litellm_params.{key} for api_key", "misspelt", cut(param(key, "sk-misplaced"), (*PARAMS, "api_key"))
        )
    for key in ("api_bas", "base_url"):
        kind = "misspelt" if key == "api_bas" else "right"
        yield case(f"litellm_params.{key} for api_base", kind, cut(param(key, UPSTREAM), (*PARAMS, "api_base")))
    yield case("litellm_params.organisation", "misspelt", param("organisation", "org"))
    efforts: dict[object, str] = {
        "low": "right",
        "high": "right",
        "none": "right",
        False: "type",
        "off": "type",
        3: "type",
    }
    # Older lines take it out of what a model gets that nothing says can reason.
    reasons = param("allowed_openai_params", ["reasoning_effort"])
    for effort, kind in efforts.items():
        yield case(f"reasoning_effort: {effort!r}", kind, put(reasons, (*PARAMS, "reasoning_effort"), effort))
    streamed: Config = {"requests": ("alpha", "alpha streamed")}
    yield case("streamed", "right", right(), **streamed)
    times: list[object] = ["abc", "5", 0, -1, [5]]
    for key in ("timeout", "stream_timeout"):
        for time in times:
            yield case(f"litellm_params.{key}: {time!r}", "type", param(key, time), **streamed, control="streamed")


def bare_names() -> Iterator[Case]:
    """Names without a provider that LiteLLM's map does not have: known to its code, or at an address that is."""
    for name in ("dall-e-3", "gpt-image-next", "ft:gpt-4o-mini-2024-07-18:org::id", f"owner/name:{'a' * 64}"):
        yield case(f"model: {name}", "right", param("model", name), requests=("broken",))
    for name in ("dall-e-9", "GPT-4o", "ft:davinci-002:org::id", f"owner/name:{'a' * 63}"):
        yield case(f"model: {name}", "misspelt", param("model", name))
    groq, xai = "https://api.groq.com/openai/v1", "https://api.x.ai/v1"
    for name, address, kind in (
        ("alpha-up", groq, "right"),
        ("owner/alpha-up", f"{groq}/", "right"),
        ("gpt-4o", groq, "right"),
        ("alpha-up", f"{groq}x", "misspelt"),
        ("groq", groq, "misspelt"),
        ("gpt-4o", xai, "misspelt"),
    ):
        more: Config = {"requests": ("broken",)} if kind == "right" else {}
        yield case(
            f"model: {name} at {address}", kind, put(param("model", name), (*PARAMS, "api_base"), address), **more
        )
    nameless = param("model", "alpha-up")
    yield case("use_litellm_proxy of a name", "misspelt", put(nameless, (*PARAMS, "use_litellm_proxy"), True))
    yield case("use_litellm_proxy of all", "right", put(nameless, ("litellm_settings", "use_litellm_proxy"), True))


def price_cases() -> Iterator[Case]:
    """Prices: both sides, one, negative, text; in ``litellm_params`` and in ``model_info``."""
    for block in ("litellm_params", "model_info"):
        prices = {"input_cost_per_token": 1e-6, "output_cost_per_token": 1e-5}
        control: Config = {"control": f"{block}: prices"}
        yield case(f"{block}: prices", "right", priced(block, prices))
        text = {key: str(value) for key, value in prices.items()}
        yield case(f"{block}: prices as text", "type", priced(block, text), **control)
        for key in prices:
            yield case(f"{block}: {key} alone", "price", priced(block, {key: prices[key]}), **control)
        for label, value in (("negative", -1e-6), ("word", "cheap")):
            wrong = {**prices, "input_cost_per_token": value}
            yield case(f"{block}: price {label}", "price", priced(block, wrong), **control)
        wrong = {"input_cost_per_tokn": 1e-6, "output_cost_per_token": 1e-5}
        yield case(f"{block}: price misspelt", "misspelt", priced(block, wrong), **control)
        yield case(f"{block}: free", "right", priced(block, dict.fromkeys(prices, 0)))
    yield from adjustment_cases()
    yield case("base_model", "right", put(right(), (*BLOCKS["model_info"], "base_model"), "gpt-4o"))
    wrong = put(right(), (*BLOCKS["model_info"], "base_model"), "gpt-4oo")
    yield case("base_model: misspelt", "missing target", wrong, control="base_model")


def adjustment_cases() -> Iterator[Case]:
    """What is taken off a price or added to it: shares and amounts, too much, text, for a provider that is not there."""
    plain = priced("litellm_params", {"input_cost_per_token": 1e-3, "output_cost_per_token": 1e-3})
    ways: dict[str, tuple[t.Any, dict[str, t.Any]]] = {
        "cost_discount_config": (
            0.5,
            {"more than all": 5, "text": "0.5", "boolean": True, "dictionary": {"percentage": 0.5}},
        ),
        "cost_margin_config": (
            {"percentage": 0.5, "fixed_amount": 1},
            {
                "less than nothing": -5,
                "text": "0.5",
                "list": [0.5],
                "misspelt": {"percentage": 0.5, "fixed_amuont": 1},
                "word": {"percentage": "half", "fixed_amount": 1},
            },
        ),
    }
    for key, (good, wrong) in ways.items():
        path = ("litellm_settings", key)
        yield case(key, "right", put(plain, path, {"openai": good}))
        yield case(f"{key}: of a provider misspelt", "missing target", put(plain, path, {"opneai": good}), control=key)
        for label, value in wrong.items():
            yield case(f"{key}: {label}", "price", put(plain, path, {"openai": value}), control=key)
    yield case(
        "cost_margin_config: of all", "right", put(plain, ("litellm_settings", "cost_margin_config"), {"global": 0.5})
    )


def priced(block: str, prices: dict[str, t.Any]) -> Config:
    """The right configuration with prices for its first model."""
    config = copy.deepcopy(right())
    for key, value in prices.items():
        config = put(config, (*BLOCKS[block], key), value)
    return config
