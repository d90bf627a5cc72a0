# SPDX-License-Identifier: GPL-3.0-or-later
"""From what is declared of one model to an entry of the catalog: its fields, or LiteLLM's own shape as it is."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass

from .._known.deployment import limits_beside
from .._known.vocabulary import vocabulary_for
from .._report.locations import Locate, Location
from .._report.problems import did_you_mean
from .._report.report import Spot
from .._report.secrets import REFERENCE
from . import field_types
from .model_spec import FIELDS, ModelSpec

_TYPES = {name: field.field_type for name, field in FIELDS.items()}

_OF_LITELLM = {
    **{
        name: f"write {own}"
        for own, field in FIELDS.items()
        for name in (*field.params, field.info)
        if name not in ("", own)
    },
    "model": "write upstream, and provider for what stands before its slash",
    "base_url": "write api_base",
}
"""What LiteLLM calls what the language has a field for, and what to write instead."""

_DEPLOYMENT: dict[str, field_types.FieldType] = {
    "model_name": field_types.name,
    "litellm_params": field_types.mapping,
    "model_info": field_types.mapping,
}


@dataclass(frozen=True)
class NativeEntry:
    """A model in LiteLLM's own shape: ``model_name``, ``litellm_params`` and perhaps ``model_info``.

    :param beside: those of its parameters that were written beside ``litellm_params``.
    """

    key: str
    location: Location
    deployment: dict[str, t.Any]
    beside: t.Collection[str] = ()

    def locate(self, field: str) -> Location:
        """The location of a field of ``litellm_params``."""
        return (*self.location, *(() if field in self.beside else ("litellm_params",)), field)

    @property
    def alias(self) -> str:
        """The name that clients ask for."""
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
    entry = field_types.mapping(value, at)
    field_types.name(key, at)
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
    values = field_types.read_record(fields, _TYPES, spot, _instead_of)
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


def _instead_of(field: str) -> str:
    """What to write for LiteLLM's *field* in the language: the field that becomes it, else the block that takes it."""
    own = _OF_LITELLM.get(field)
    if own:
        return own
    tables = vocabulary_for().tables
    blocks = (block for block in ("litellm_params", "model_info") if field in tables[block])
    block = next(blocks, "litellm_params" if field in tables["provider_params"] else "")
    return f"write it in {block}" if block else ""


def _parse_native(key: str, entry: dict[str, t.Any], at: Spot) -> Entry:
    beside = limits_beside(entry)
    for name in entry:
        if name not in _DEPLOYMENT and name not in beside:
            remedy = "put it into litellm_params or model_info" if name in FIELDS else did_you_mean(name, _DEPLOYMENT)
            at.child(name).add("misplaced-field", "stands beside litellm_params, where LiteLLM ignores it", remedy)
    count = len(at.report.problems)
    for name, field_type in _DEPLOYMENT.items():
        if name in entry:
            field_type(entry[name], at.child(name))
    params = entry.get("litellm_params")
    if "litellm_params" not in entry:
        at.child("litellm_params").add("missing-field", "is missing", "write litellm_params: {model: provider/model}")
    elif isinstance(params, dict):
        model = at.child("litellm_params", "model")
        if "model" not in params:
            model.add("missing-field", "is missing", "write provider/model")
        elif not str(params["model"]).startswith(REFERENCE):  # LiteLLM resolves a whole reference here
            field_types.name(params["model"], model)
    if len(at.report.problems) > count:
        return BrokenEntry(key, entry["model_name"] if isinstance(entry["model_name"], str) else "")
    deployment = {name: value for name, value in entry.items() if name in _DEPLOYMENT}
    deployment["litellm_params"] = {**deployment["litellm_params"], **beside}
    return NativeEntry(key, at.location, deployment, tuple(beside))
