"""Where LiteLLM has what a model declares: the table of the README, written down a second time to check the first."""

from __future__ import annotations

import typing as t

from tests.loader.litellm_loader import Deployment

Value = t.Any

_PARAMS = {
    **{name: name for name in ("api_base", "reasoning_effort", "timeout", "stream_timeout", "max_retries", "rpm")},
    **{name: name for name in ("tpm", "weight", "order", "tags", "extra_body", "mock_response", "api_key")},
    "headers": "extra_headers",
    "cooldown": "cooldown_time",
}
_INFO = {"mode": "mode", "context_window": "max_input_tokens", "max_output": "max_output_tokens"}
_COST = {
    "input": "input_cost_per_token",
    "output": "output_cost_per_token",
    "cached_input": "cache_read_input_token_cost",
}


def differences(
    key: str, model: t.Mapping[str, Value], loaded: Deployment, environment: t.Mapping[str, str]
) -> list[str]:
    """What of *model* is not in the deployment that LiteLLM has *loaded*; empty when all of it is."""
    declared = {name: value for name, value in model.items() if value is not None}
    params: dict[str, Value] = {"model": f"openai/{declared['upstream']}"}
    info: dict[str, Value] = {"id": key}
    params |= {_PARAMS[name]: value for name, value in declared.items() if name in _PARAMS}
    info |= {_INFO[name]: value for name, value in declared.items() if name in _INFO}
    info |= {f"supports_{name}": True for name in declared.get("capabilities", [])}
    if "api_key_env" in declared:
        params["api_key"] = f"os.environ/{declared['api_key_env']}"
    if declared.get("reasoning_effort") == "none":
        del params["reasoning_effort"]
    params |= declared.get("litellm_params", {})
    info |= declared.get("model_info", {})
    found = []
    for expected, actual in ((params, loaded["litellm_params"]), (info, loaded["model_info"])):
        found += [
            f"{name} is {actual.get(name)!r}, not {value!r}"
            for name, value in expected.items()
            if not _same(_resolved(value, environment), actual.get(name))
        ]
    for side, per_million in declared.get("cost", {}).items():
        per_token = loaded["litellm_params"].get(_COST[side])
        if not isinstance(per_token, float) or abs(per_token * 1e6 - per_million) > 1e-9 * per_million:
            found.append(f"{_COST[side]} is {per_token!r}, not {per_million!r} per million")
    return found


def _resolved(value: Value, environment: t.Mapping[str, str]) -> Value:
    if isinstance(value, dict):
        return {name: _resolved(item, environment) for name, item in value.items()}
    if isinstance(value, list):
        return [_resolved(item, environment) for item in value]
    if isinstance(value, str) and value.startswith("os.environ/"):
        return environment[value.removeprefix("os.environ/")]
    return value


def _same(declared: Value, loaded: Value) -> bool:
    """Equal, and of equal type; whole numbers and floats are one type."""
    if isinstance(declared, dict) and isinstance(loaded, dict):
        return declared.keys() == loaded.keys() and all(_same(declared[name], loaded[name]) for name in declared)
    if isinstance(declared, list) and isinstance(loaded, list):
        return len(declared) == len(loaded) and all(map(_same, declared, loaded))
    numbers = (int, float)
    if isinstance(declared, numbers) and isinstance(loaded, numbers):
        return declared == loaded and isinstance(declared, bool) == isinstance(loaded, bool)
    return type(declared) is type(loaded) and declared == loaded
