# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this plugin util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""What an operator says about one model: a :class:`ModelSpec`, or an entry in LiteLLM's own shape.

The fields of :class:`ModelSpec` are the one table of the language: a field's type, the place in LiteLLM's configuration
that it becomes, and its names in spec strings and environment files all stand beside it.
"""

from __future__ import annotations

import dataclasses
import typing as t
from dataclasses import dataclass

from .._report.locations import Locate, Location
from .._report.problems import did_you_mean
from .._report.report import Spot
from .._report.secrets import REFERENCE
from . import field_types as kinds


@dataclass(frozen=True)
class Field:
    """One field of the language.

    :param params: the ``litellm_params`` that it becomes as it is; empty when rendering treats it on its own.
    :param info: the ``model_info`` key that it becomes as it is.
    :param string: its name in a spec string.
    :param variable: the end of its name in an environment file, after ``MODEL_<KEY>_``.
    """

    kind: kinds.Kind
    params: tuple[str, ...] = ()
    info: str = ""
    string: str = ""
    variable: str = ""


PRICES = {
    "input": "input_cost_per_token",
    "output": "output_cost_per_token",
    "cached_input": "cache_read_input_token_cost",
}
"""Sides of ``cost`` (USD per 1 M tokens), and LiteLLM's names for them (USD per token)."""

BUDGET = {"limit": "max_budget", "period": "budget_duration"}
"""Parts of ``budget``, and LiteLLM's names for them."""

TALKING_MODES = ("chat", "completion", "responses")
"""Modes of models that answer a conversation; a model that names no mode is one of them."""

_PRICE = kinds.number(above_zero=False)
_SECONDS = kinds.number(above_zero=True)


@dataclass(frozen=True)
class ModelSpec:
    """One model of the catalog, every value checked on its own.

    :param key: its name in the catalog, and the stable id of its deployment.
    :param location: where it was declared.
    :param locate: finds the location of each field, as its source spells it.
    """

    key: str
    location: Location
    locate: Locate = dataclasses.field(repr=False, compare=False)
    upstream: t.Annotated[str, Field(kinds.served_name, string="upstream", variable="UPSTREAM_MODEL")]
    alias: t.Annotated[str, Field(kinds.served_name, string="alias", variable="ALIAS")]
    provider: t.Annotated[str | None, Field(kinds.name)] = None
    api_base: t.Annotated[str | None, Field(kinds.url, string="base", variable="UPSTREAM_BASE")] = None
    api_key_env: t.Annotated[str | None, Field(kinds.environment_name, string="key_env", variable="KEY_ENV")] = None
    api_key: t.Annotated[str | None, Field(kinds.literal_key)] = None
    reasoning_effort: t.Annotated[str | None, Field(kinds.effort, string="reasoning", variable="REASONING_EFFORT")] = (
        None
    )
    timeout: t.Annotated[float | None, Field(_SECONDS, ("timeout",))] = None
    stream_timeout: t.Annotated[float | None, Field(_SECONDS, ("stream_timeout",))] = None
    # LiteLLM's router acts on num_retries only; max_retries is what its HTTP clients read.
    max_retries: t.Annotated[int | None, Field(kinds.whole(0), ("max_retries", "num_retries"))] = None
    cooldown: t.Annotated[float | None, Field(kinds.number(above_zero=False), ("cooldown_time",))] = None
    rpm: t.Annotated[int | None, Field(kinds.whole(1), ("rpm",))] = None
    tpm: t.Annotated[int | None, Field(kinds.whole(1), ("tpm",))] = None
    weight: t.Annotated[float | None, Field(kinds.number(above_zero=False), ("weight",))] = None
    order: t.Annotated[int | None, Field(kinds.whole(0), ("order",))] = None
    tags: t.Annotated[list[str] | None, Field(kinds.list_of(kinds.name), ("tags",))] = None
    headers: t.Annotated[dict[str, str] | None, Field(kinds.mapping_of(kinds.header), ("extra_headers",))] = None
    extra_body: t.Annotated[dict[str, t.Any] | None, Field(kinds.mapping, ("extra_body",))] = None
    mode: t.Annotated[str | None, Field(kinds.name, info="mode")] = None
    cost: t.Annotated[dict[str, float] | None, Field(kinds.record(dict.fromkeys(PRICES, _PRICE)))] = None
    budget: t.Annotated[dict[str, t.Any] | None, Field(kinds.budget)] = None
    context_window: t.Annotated[int | None, Field(kinds.whole(1), info="max_input_tokens")] = None
    max_output: t.Annotated[int | None, Field(kinds.whole(1), info="max_output_tokens")] = None
    capabilities: t.Annotated[list[str] | None, Field(kinds.list_of(kinds.capability))] = None
    modes: t.Annotated[list[str] | None, Field(kinds.list_of(kinds.name))] = None
    fallbacks: t.Annotated[list[str] | None, Field(kinds.list_of(kinds.served_name))] = None
    mock_response: t.Annotated[str | None, Field(kinds.text, ("mock_response",))] = None
    litellm_params: t.Annotated[dict[str, t.Any] | None, Field(kinds.mapping)] = None
    model_info: t.Annotated[dict[str, t.Any] | None, Field(kinds.mapping)] = None


FIELDS: dict[str, Field] = {
    name: hint.__metadata__[0]
    for name, hint in t.get_type_hints(ModelSpec, include_extras=True).items()
    if hasattr(hint, "__metadata__")
}
_KINDS = {name: field.kind for name, field in FIELDS.items()}

_DEPLOYMENT: dict[str, kinds.Kind] = {
    "model_name": kinds.name,
    "litellm_params": kinds.mapping,
    "model_info": kinds.mapping,
}


@dataclass(frozen=True)
class NativeEntry:
    """A model in LiteLLM's own shape: ``model_name``, ``litellm_params`` and perhaps ``model_info``."""

    key: str
    location: Location
    deployment: dict[str, t.Any]

    def locate(self, field: str) -> Location:
        """The location of a field of ``litellm_params``."""
        return (*self.location, "litellm_params", field)

    @property
    def alias(self) -> str:
        return t.cast("str", self.deployment["model_name"])


@dataclass(frozen=True)
class BrokenEntry:
    """A model that is too wrong to be rendered: its problems are reported, its key and alias are still known names.

    :param alias: empty when it cannot be told.
    """

    key: str
    alias: str = ""


Entry = ModelSpec | NativeEntry | BrokenEntry


def parse_model(key: str, value: t.Any, at: Spot) -> Entry:
    """The catalog entry *key*."""
    entry = kinds.mapping(value, at)
    kinds.name(key, at)
    if entry is None:
        return BrokenEntry(key)
    if "model_name" in entry and "upstream" not in entry:
        return _parse_native(key, entry, at)
    return parse_spec(key, entry, at, lambda field: (*at.location, field))


def parse_spec(key: str, entry: t.Mapping[str, t.Any], at: Spot, locate: Locate) -> ModelSpec | BrokenEntry:
    """The model that fields by name declare.

    :param at: where the model is declared; :param locate: where each of its fields is.
    """

    def spot(field: str) -> Spot:
        return at.report.at(*locate(field))

    fields = {field: value for field, value in entry.items() if field != "model_name"}
    values = kinds.read_record(fields, _KINDS, spot)
    if "model_name" in entry:
        spot("model_name").add("litellm-name", "is LiteLLM's name beside upstream", "write alias")
    if entry.get("upstream") is None:
        spot("upstream").add("missing-field", "is missing", "write the model's name at its provider")
    if "api_key" in values and "api_key_env" in values:
        spot("api_key").add("contradiction", "stands beside api_key_env", "write one of the two")
    if "upstream" not in values:
        return BrokenEntry(key, values.get("alias", ""))
    values.setdefault("alias", values["upstream"])
    return ModelSpec(key=key, location=at.location, locate=locate, **values)


def _parse_native(key: str, entry: dict[str, t.Any], at: Spot) -> Entry:
    for name in entry:
        if name not in _DEPLOYMENT:
            remedy = "put it into litellm_params or model_info" if name in FIELDS else did_you_mean(name, _DEPLOYMENT)
            at.child(name).add("misplaced-field", "stands beside litellm_params, where LiteLLM ignores it", remedy)
    count = len(at.report.problems)
    for name, kind in _DEPLOYMENT.items():
        if name in entry:
            kind(entry[name], at.child(name))
    params = entry.get("litellm_params")
    if "litellm_params" not in entry:
        at.child("litellm_params").add("missing-field", "is missing", "write litellm_params: {model: provider/model}")
    elif isinstance(params, dict):
        model = at.child("litellm_params", "model")
        if "model" not in params:
            model.add("missing-field", "is missing", "write provider/model")
        elif not str(params["model"]).startswith(REFERENCE):  # LiteLLM resolves a whole reference here
            kinds.name(params["model"], model)
    if len(at.report.problems) > count:
        return BrokenEntry(key, entry["model_name"] if isinstance(entry["model_name"], str) else "")
    return NativeEntry(key, at.location, {name: value for name, value in entry.items() if name in _DEPLOYMENT})
