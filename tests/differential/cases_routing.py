"""Routing: fallbacks, aliases, strategies and policies, the sharing of one name."""

from __future__ import annotations

import copy
import typing as t

from .configuration import (
    PARAMS,
    REQUESTS,
    Case,
    Config,
    Path,
    case,
    cut,
    deployment,
    put,
    right,
    without_names_as_ids,
)

if t.TYPE_CHECKING:
    from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import Vocabulary

FALLBACKS: Path = ("router_settings", "fallbacks")
ALIASES: Path = ("router_settings", "model_group_alias")
MANY = ("alpha",) * 14


def fallback_cases() -> t.Iterator[Case]:
    """Targets and sources that are not there, other shapes, loops, both blocks."""
    yield case("fallbacks: none", "sample", put(right(), FALLBACKS, []), requests=("alpha",))
    yield case("fallbacks: null", "null", put(right(), FALLBACKS, None), control="fallbacks: none", requests=("alpha",))
    yield case("fallbacks: to an alias", "right", put(right(), FALLBACKS, [{"broken": ["nick"]}]))
    yield case("fallbacks: two steps", "right", put(right(), FALLBACKS, [{"broken": ["beta"]}, {"beta": ["alpha"]}]))
    yield case("fallbacks: for every model", "right", put(right(), FALLBACKS, [{"*": ["beta"]}]))
    for label, value in {
        "target missing": [{"broken": ["nope"]}],
        "first of two targets missing": [{"broken": ["nope", "beta"]}],
        "target misspelt": [{"broken": ["bet"]}],
        "source missing": [{"nope": ["beta"]}, {"broken": ["beta"]}],
        "source misspelt": [{"brokn": ["beta"]}],
        "text for targets": [{"broken": "beta"}],
        "mapping": {"broken": ["beta"]},
        "two keys": [{"broken": ["beta"], "alpha": ["beta"]}],
        "to itself": [{"broken": ["broken"]}],
        "loop": [{"broken": ["alpha"]}, {"alpha": ["broken"]}],
        "number": 3,
        "list of names": ["beta"],
        "null targets": [{"broken": None}],
        "empty targets": [{"broken": []}],
        "listed twice": [{"broken": ["nope"]}, {"broken": ["beta"]}],
        "to a provider model": [{"broken": ["openai/alpha-up"]}],
    }.items():
        yield case(f"fallbacks: {label}", "routing", put(right(), FALLBACKS, value))
    yield from special_cases()
    plain = cut(right(), FALLBACKS)
    default: Path = ("router_settings", "default_fallbacks")
    yield case("default_fallbacks", "right", put(plain, default, ["beta"]))
    for label, value in {"target missing": ["nope"], "text": "beta", "dictionary": [{"a": ["b"]}]}.items():
        yield case(f"default_fallbacks: {label}", "routing", put(plain, default, value), control="default_fallbacks")
    probe: Config = {"probe": FALLBACKS}
    joined = put(right(), FALLBACKS, [{"broken": ["beta"]}, {"alpha": ["beta"]}])
    yield case("fallbacks of both blocks in one", "right", joined, **probe)
    both = put(right(), ("litellm_settings", "fallbacks"), [{"alpha": ["beta"]}])
    yield case("fallbacks in both blocks", "routing", both, **probe, control="fallbacks of both blocks in one")
    for block, kind in (("litellm_settings", "right"), ("general_settings", "misplaced")):
        yield case(f"fallbacks in {block}", kind, put(plain, (block, "fallbacks"), [{"broken": ["beta"]}]))


def special_cases() -> t.Iterator[Case]:
    """Fallbacks for one kind of error: a context that is too long, a refused content."""
    for key, model in (
        ("context_window_fallbacks", "this model's maximum context length is+status-400"),
        ("content_policy_fallbacks", "request was rejected as a result of the safety system+status-400"),
    ):
        backed = put(right(), ("model_list", 1, "litellm_params", "model"), f"openai/{model}")
        alone = cut(backed, FALLBACKS)
        own: Path = ("router_settings", key)
        yield case(f"{key}: absent", "right", backed)
        yield case(f"{key}: empty", "right", put(backed, own, []))
        yield case(key, "right", put(alone, own, [{"broken": ["beta"]}]))
        for label, value in {"target missing": [{"broken": ["nope"]}], "text": [{"broken": "beta"}]}.items():
            yield case(f"{key}: {label}", "routing", put(alone, own, value), control=key)
        other = put(backed, own, [{"alpha": ["beta"]}])
        yield case(f"{key}: another model alone", "routing", other, control=f"{key}: absent")


def alias_cases(vocabulary: Vocabulary) -> t.Iterator[Case]:
    """Aliases that lead nowhere, to each other, or over a model."""
    named: Config = {"requests": (*REQUESTS, "beta")}
    yield case("alias", "right", right(), **named)
    yield case(
        "alias: name of a model",
        "routing",
        put(without_names_as_ids(right(), vocabulary), ALIASES, {"nick": "alpha", "beta": "alpha"}),
        **named,
        control="alias",
    )
    for hidden in (True, False):
        yield case(
            f"alias: hidden {hidden}", "right", put(right(), ALIASES, {"nick": {"model": "alpha", "hidden": hidden}})
        )
    for label, value in {
        "missing model": {"nick": "nope"},
        "misspelt model": {"nick": "alph"},
        "another alias": {"nick": "nock", "nock": "alpha"},
        "itself": {"nick": "nick"},
        "list": {"nick": ["alpha"]},
        "null": {"nick": None},
        "dictionary without model": {"nick": {"hidden": True}},
        "dictionary without hidden": {"nick": {"model": "alpha"}},
        "unknown key": {"nick": {"model": "alpha", "hiden": True}},
        "not a dictionary": ["nick"],
    }.items():
        yield case(f"alias: {label}", "routing", put(right(), ALIASES, value))
    backed = put(right(), ALIASES, {"nick": "broken"})
    yield case("alias of a model with fallbacks", "routing", backed, control="alias with fallbacks of its own")
    listed = put(backed, FALLBACKS, [{"broken": ["beta"]}, {"nick": ["beta"]}])
    yield case("alias with fallbacks of its own", "right", listed)


def strategy_cases() -> t.Iterator[Case]:
    """Strategies, policies per kind of error, checks before the call."""
    strategy: Path = ("router_settings", "routing_strategy")
    probe: Config = {"probe": strategy}
    for value in (
        "simple-shuffle",
        "least-busy",
        "usage-based-routing-v2",
        "latency-based-routing",
        "cost-based-routing",
    ):
        yield case(f"routing_strategy: {value}", "right", put(right(), strategy, value), **probe)
    unknown: list[object] = ["simple-shufle", "least_busy", "round-robin", 3, ""]
    for wrong in unknown:
        yield case(f"routing_strategy: {wrong!r}", "misspelt", put(right(), strategy, wrong), **probe)
    for block, key in (("retry_policy", "TimeoutErrorRetries"), ("allowed_fails_policy", "TimeoutErrorAllowedFails")):
        path: Path = ("router_settings", block)
        control: Config = {"probe": (*path, key), "control": block}
        yield case(block, "right", put(right(), path, {key: 1}), probe=(*path, key))
        policies: dict[str, t.Any] = {
            "misspelt": {key[:-1]: 1},
            "word": {key: "many"},
            "quoted": {key: "1"},
            "list": [1],
        }
        for label, policy in policies.items():
            yield case(f"{block}: {label}", "type", put(right(), path, policy), **control)
    checks: Path = ("router_settings", "optional_pre_call_checks")
    control = {"probe": ("router_settings", "optional_callbacks"), "control": "optional_pre_call_checks"}
    yield case(
        "optional_pre_call_checks", "right", put(right(), checks, ["enforce_model_rate_limits"]), probe=control["probe"]
    )
    misspelt: list[object] = [["enforce_model_rate_limit"], "enforce_model_rate_limits"]
    for wrong in misspelt:
        yield case(f"optional_pre_call_checks: {wrong!r}", "misspelt", put(right(), checks, wrong), **control)


def group_cases(vocabulary: Vocabulary) -> t.Iterator[Case]:
    """Two deployments of one name: weights, limits, orders; and names with ``*``."""
    group = right()
    group["model_list"].append(deployment("alpha", "openai/gamma-up") | {"model_info": {"id": "gamma"}})
    group = without_names_as_ids(group, vocabulary)
    shared: Config = {"requests": MANY, "control": "group"}
    yield case("group", "right", group, requests=MANY)
    yield case("group: weights", "right", weighted(group, 1, 1), requests=MANY)
    yield case("group: weight 0", "right", weighted(group, 1, 0), requests=MANY)
    for label, weights in {"one": (1, None), "word": ("heavy", 1), "quoted": ("1", "1")}.items():
        yield case(f"group: weight {label}", "weights", weighted(group, *weights), **shared)
    for label, value in {"number": 1, "list": [1]}.items():
        ordered = put(put(group, (*PARAMS, "order"), value), ("model_list", 3, "litellm_params", "order"), 2)
        kind, more = ("right", {}) if label == "number" else ("type", {"control": "group: order number"})
        yield case(f"group: order {label}", kind, ordered, requests=MANY, **more)
    for key in ("rpm", "tpm"):
        for block in ("litellm_params", "model_info"):
            part = put(group, ("model_list", 0, block, key), 1000)
            yield case(f"group: {key} in {block} of one", "weights", part, **shared)
        beside = put(group, ("model_list", 0, key), 1000)
        yield case(f"group: {key} beside litellm_params of one", "weights", beside, **shared)
        yield case(
            f"group: {key} of both, beside and inside",
            "right",
            put(beside, ("model_list", 3, "litellm_params", key), 1000),
            requests=MANY,
        )
    for number, value in enumerate((1, "first", "1")):
        ordered = put(group, ("model_list", 0, "litellm_params", "order"), value)
        ordered = put(ordered, ("model_list", 3, "litellm_params", "order"), 2)
        kind = "type" if number else "right"
        yield case(f"group: order {value!r}", kind, ordered, control="group: order 1", requests=MANY)
    for name, other in {"*": "anything", "openai/*": "openai/other", "alph*": "alphabet"}.items():
        wild = right()
        wild["model_list"].append(deployment(name, "openai/*") | {"model_info": {"id": "wild"}})
        yield case(f"wildcard: {name}", "right", wild, requests=(*REQUESTS, other))


def weighted(group: Config, *weights: object) -> Config:
    """The two deployments with weights; None for none."""
    config = copy.deepcopy(group)
    for index, weight in zip((0, 3), weights, strict=True):
        if weight is not None:
            config["model_list"][index]["litellm_params"]["weight"] = weight
    return config
