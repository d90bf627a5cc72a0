# SPDX-License-Identifier: GPL-3.0-or-later
"""LiteLLM's ``model_list``: one deployment for each model that is served."""

from __future__ import annotations

import copy
import typing as t
from decimal import Decimal

from ...module_utils._litellm_names import PRICES, TALKING_MODES
from .._known.deployment import Deployment, by_name
from .._known.model_names import is_silent
from .._known.sign_in import CREDENTIAL
from .._language.entries import NativeEntry
from .._language.model_spec import BUDGET, FIELDS, ModelSpec
from .._report.report import Report
from .._report.secrets import shown
from .routing import CATCH_ALL, WILDCARD

if t.TYPE_CHECKING:
    from .._known.vocabulary import Vocabulary
    from .._language.providers import Endpoint

OMIT = "none"
_OWN = "own"
"""What is added to an id that is a name too."""
_MILLION = 1_000_000
_OPENAI = "api.openai.com"
_NAME_OTHERS = ("openrouter", "litellm_proxy", "hosted_vllm", "lm_studio", "xinference")
"""Providers that may have a model whose name begins with theirs."""


def build_deployments(
    entries: t.Sequence[ModelSpec | NativeEntry],
    endpoints: t.Mapping[str, Endpoint],
    vocabulary: Vocabulary,
    report: Report,
) -> list[Deployment]:
    """The deployments of *entries*, in their order.

    :param endpoints: key of each that is written in the inventory language to where it is.
    """
    deployments = [
        _native_deployment(entry)
        if isinstance(entry, NativeEntry)
        else _deployment(entry, endpoints[entry.key], vocabulary, report)
        for entry in entries
    ]
    _check_ids(deployments, report)
    _check_zero_weights(deployments, report)
    return deployments


def catch_all_copies(deployments: t.Iterable[Deployment], alias: str) -> list[Deployment]:
    """The deployments of *alias* once more, under the name that LiteLLM tries for unknown ones."""
    return [each.copied(WILDCARD, CATCH_ALL, "catch-all") for each in deployments if each.name == alias]


def with_own_ids(deployments: t.Sequence[Deployment], aliases: t.Collection[str]) -> list[Deployment]:
    """*deployments* without an id that is a name too, except where the operator wrote that id.

    For versions of LiteLLM that take such a name for the one deployment with this id: they ask no other one, whatever the
    name's order, fallbacks, limits and budgets say.

    :param aliases: names that stand for models, beside those of the deployments.
    """
    names = {*aliases, *(each.name for each in deployments)}
    taken = names | {each.info["id"] for each in deployments}
    found = []
    for deployment in deployments:
        own = deployment
        if own.info["id"] in names and not _is_written(own):
            while own.info["id"] in taken:
                own = own.copied(suffix=_OWN)
            taken.add(own.info["id"])
        found.append(own)
    return found


def _is_written(deployment: Deployment) -> bool:
    """Whether the operator wrote its id."""
    source = deployment.source
    written = source.deployment.get("model_info") if isinstance(source, NativeEntry) else None
    if isinstance(source, ModelSpec):
        written = source.model_info
    return deployment.role == "own" and "id" in (written or {})


def _native_deployment(entry: NativeEntry) -> Deployment:
    written = copy.deepcopy(entry.deployment)
    info = written.setdefault("model_info", {})
    info.setdefault("id", entry.key)
    return Deployment(entry.alias, written["litellm_params"], info, source=entry, keys=list(written))


def _deployment(spec: ModelSpec, endpoint: Endpoint, vocabulary: Vocabulary, report: Report) -> Deployment:
    params: dict[str, t.Any] = {"model": f"{endpoint.prefix}/{spec.upstream}"}
    if endpoint.api_base:
        params["api_base"] = endpoint.api_base
    if endpoint.api_key:
        params["api_key"] = endpoint.api_key
    _warn_of_second_provider(spec, endpoint, vocabulary, report)
    _warn_of_prefix(spec, endpoint, vocabulary, report)
    level = _effort(spec, endpoint, params["model"], vocabulary, report)
    if level != OMIT:
        params["reasoning_effort"] = level
    info: dict[str, t.Any] = {"id": spec.key}
    for name, field in FIELDS.items():
        value = _own_or_shared(getattr(spec, name), endpoint.shared.get(name))
        if value is not None:
            params.update((param, copy.deepcopy(value)) for param in field.params)
            if field.info:
                info[field.info] = value
    params.update(_prices(spec))
    params.update((param, spec.budget[part]) for part, param in BUDGET.items() if spec.budget)
    info.update((f"supports_{capability}", True) for capability in spec.capabilities or [])
    params.update(copy.deepcopy({**endpoint.litellm_params, **(spec.litellm_params or {})}))
    info.update(copy.deepcopy(spec.model_info or {}))
    return Deployment(spec.alias, params, info, source=spec)


def _own_or_shared(own: t.Any, shared: t.Any) -> t.Any:
    """What a model says, else its provider; dictionaries are joined, and the model's entries win."""
    return {**shared, **own} if isinstance(own, dict) and isinstance(shared, dict) else shared if own is None else own


def _warn_of_second_provider(spec: ModelSpec, endpoint: Endpoint, vocabulary: Vocabulary, report: Report) -> None:
    """Aggregators name models with slashes; without an address of one, a provider was most likely meant."""
    first, slash, rest = spec.upstream.partition("/")
    params = {**endpoint.litellm_params, **(spec.litellm_params or {})}
    elsewhere = endpoint.api_base or spec.mock_response is not None or CREDENTIAL in params
    at_openai = spec.provider is None and not elsewhere
    if at_openai and slash and first in vocabulary.providers:
        message = f"is missing, so {shown(spec.upstream, bare=True)} is asked for at OpenAI, under this name"
        remedy = f"write provider: {first} and upstream: {shown(rest, bare=True)}, or the api_base that has this model"
        report.add("asked-at-openai", spec.locate("api_base"), message, remedy)


def _warn_of_prefix(spec: ModelSpec, endpoint: Endpoint, vocabulary: Vocabulary, report: Report) -> None:
    """The prefix of the provider is written in front of the model, so that its name need not have it."""
    first, slash, rest = spec.upstream.partition("/")
    model = f"{endpoint.prefix}/{spec.upstream}"
    # Servers of one's own, and aggregators, name models as those that made them are called.
    elsewhere = endpoint.prefix == "openai" and bool(endpoint.api_base) and _OPENAI not in endpoint.api_base
    names_others = elsewhere or endpoint.prefix in _NAME_OTHERS
    if slash and first == endpoint.prefix and spec.provider and not names_others and not vocabulary.mode(model):
        message = f"begins with the name of the provider, which is put in front: {shown(model, bare=True)} is asked for"
        report.add("provider-twice", spec.locate("upstream"), message, f"write {shown(rest, bare=True)}")


def _effort(spec: ModelSpec, endpoint: Endpoint, model: str, vocabulary: Vocabulary, report: Report) -> str:
    """The level of reasoning to write, or ``none``."""
    level = endpoint.reasoning_effort
    if _is_silent(spec, model, vocabulary):
        return OMIT
    if level == OMIT or vocabulary.reasons(model) is not False:
        return level
    message = f"is left out: LiteLLM knows that {shown(model, bare=True)} does not reason"
    remedy = "write none, or litellm_params: {reasoning_effort: ...} to send it all the same"
    severity: t.Literal["warning", "notice"] = "warning" if spec.reasoning_effort else "notice"
    report.add("effort-left-out", spec.locate("reasoning_effort"), message, remedy, severity)
    return OMIT


def _is_silent(spec: ModelSpec, model: str, vocabulary: Vocabulary) -> bool:
    """Whether a model answers no conversation: it embeds, paints or listens, and knows no level of reasoning.

    Its mode says so; without one LiteLLM's map, or its name, unless a level is written for this very model.
    """
    mode = spec.mode or (spec.model_info or {}).get("mode")
    if mode is not None:
        return mode not in TALKING_MODES
    return spec.reasoning_effort is None and (vocabulary.mode(model) != "" or is_silent(spec.upstream))


def _prices(spec: ModelSpec) -> dict[str, float]:
    """Costs per token, exact to the last digit that the operator wrote per million."""
    cost = spec.cost or {}
    return {param: float(Decimal(repr(cost[side])) / _MILLION) for side, param in PRICES.items() if side in cost}


def _check_ids(deployments: list[Deployment], report: Report) -> None:
    for deployment in deployments:
        identity = deployment.info["id"]
        if deployment.source and (not isinstance(identity, str) or not identity):
            at = report.at(*deployment.source.location, "model_info", "id")
            at.add("bad-name", "must be text that is not empty")


def _check_zero_weights(deployments: list[Deployment], report: Report) -> None:
    """LiteLLM cannot choose between deployments that all weigh nothing."""
    for alias, group in by_name(deployments).items():
        if group[0].source and all(deployment.params.get("weight") == 0 for deployment in group):
            location = group[0].source.locate("weight")
            report.add("weighs-nothing", location, f"is 0 for every key of {shown(alias)}")
