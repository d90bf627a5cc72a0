# SPDX-License-Identifier: GPL-3.0-or-later
"""Named endpoints: where a provider's models are, what LiteLLM calls it, and which variable holds its key.

A name means, in this order: what the operator declares under ``providers``, a preset below, a provider of LiteLLM.
An operator's entry changes the preset or provider of the same name, field by field.
"""

from __future__ import annotations

import dataclasses
import typing as t
from dataclasses import dataclass

from .._known.names import OPENAI_KEY
from .._known.sign_in import SignIn
from .._report.locations import Location
from .._report.problems import did_you_mean
from .._report.report import Report, Spot
from .._report.secrets import REFERENCE, shown
from . import field_types
from .model_spec import FIELDS as MODEL_FIELDS

if t.TYPE_CHECKING:
    from collections.abc import Mapping

    from .._known.vocabulary import Vocabulary
    from .model_spec import ModelSpec

OPENAI = "openai"
SHARED = ("timeout", "stream_timeout", "max_retries", "cooldown", "headers", "extra_body")
"""Fields of a model that its provider may have too, for models that leave them out."""


@dataclass(frozen=True)
class Provider:
    """An endpoint.

    :param prefix: what stands before the model's name in ``litellm_params.model``.
    :param reasoning_effort: the level for models that name none; empty: the global one.
    :param shared: those of :data:`SHARED` that it has.
    :param budget: what its models may cost together; empty: no limit.
    :param needs_base: LiteLLM has no address of its own for it.
    :param inherits: what it leaves open comes from the global defaults.
    """

    prefix: str = OPENAI
    api_base: str = ""
    api_key_env: str = ""
    api_key: str = ""
    reasoning_effort: str = ""
    shared: Mapping[str, t.Any] = dataclasses.field(default_factory=dict)
    litellm_params: Mapping[str, t.Any] = dataclasses.field(default_factory=dict)
    budget: Mapping[str, t.Any] = dataclasses.field(default_factory=dict)
    needs_base: bool = False
    inherits: bool = False


_PRESETS = {
    "openai": Provider(api_base="https://api.openai.com/v1", api_key_env=OPENAI_KEY),
    "agentrouter": Provider(api_base="https://agentrouter.org/v1", api_key_env=OPENAI_KEY),
    "azure": Provider(prefix="azure", api_key_env="AZURE_API_KEY", needs_base=True),
    "vllm": Provider(prefix="hosted_vllm", needs_base=True),
    # Without a base LiteLLM starts an Ollama of its own; Ollama refuses a level for models that do not think.
    "ollama": Provider(prefix="ollama_chat", api_base="http://localhost:11434", reasoning_effort="none"),
}

FIELDS: dict[str, field_types.FieldType] = {
    "prefix": field_types.name,
    "api_base": field_types.url,
    "api_key_env": field_types.environment_name,
    "api_key": field_types.literal_key,
    "reasoning_effort": field_types.effort,
    **{name: MODEL_FIELDS[name].field_type for name in SHARED},
    "litellm_params": field_types.mapping,
    "budget": field_types.budget,
}


@dataclass(frozen=True)
class Endpoint:
    """Where one model is. Empty text where LiteLLM's own answer is meant. ``api_key`` is never a secret.

    :param provider: the name of its provider; empty where it names none.
    """

    provider: str
    prefix: str
    api_base: str
    api_key: str
    reasoning_effort: str
    shared: Mapping[str, t.Any]
    litellm_params: Mapping[str, t.Any]


class Providers:
    """All providers that a model may name, and the global defaults for models that name none."""

    def __init__(
        self, declared: Mapping[str, Provider], vocabulary: Vocabulary, default: Provider, sign_in: SignIn
    ) -> None:
        self.declared = declared
        self._vocabulary = vocabulary
        self._default = default
        self._sign_in = sign_in

    def endpoint(self, spec: ModelSpec, report: Report) -> Endpoint:
        """Where *spec* is. Each part comes from the model, its provider, or the defaults, in this order.

        Between the model and its provider stands the credential that is named; LiteLLM takes from it what is not written.
        """
        provider = self._provider(spec, report)
        params = {**provider.litellm_params, **(spec.litellm_params or {})}
        brought = self._sign_in.brings(params)
        api_base = spec.api_base or ("" if "api_base" in brought else provider.api_base)
        api_key = _key(spec.api_key, spec.api_key_env)
        if not api_key and not self._sign_in.without_key(provider.prefix, params):
            api_key = _key(provider.api_key, provider.api_key_env)
        if provider.needs_base and not api_base and "api_base" not in brought:
            message = f"is missing: LiteLLM has no address for {provider.prefix}"
            report.add("missing-address", spec.locate("api_base"), message, "write api_base here or in the provider")
        return Endpoint(
            provider=spec.provider or "",
            prefix=provider.prefix,
            api_base=api_base,
            api_key=api_key,
            reasoning_effort=spec.reasoning_effort or provider.reasoning_effort or self._default.reasoning_effort,
            shared={**self._default.shared, **provider.shared},
            litellm_params={name: value for name, value in provider.litellm_params.items() if name not in brought},
        )

    def budgets(self, endpoints: t.Iterable[Endpoint], report: Report) -> dict[str, dict[str, t.Any]]:
        """LiteLLM's prefix → the budget of the provider that *endpoints* belong to under it.

        LiteLLM counts by prefix, so a budget counts the models of every endpoint that has the same.
        """
        found: dict[str, dict[str, t.Any]] = {}
        users: dict[str, dict[str, None]] = {}
        for endpoint in endpoints:
            users.setdefault(endpoint.prefix, {})[endpoint.provider] = None
        for prefix, names in users.items():
            limited = [name for name in names if name in self.declared and self.declared[name].budget]
            for name in limited[:1]:
                budget = self.declared[name].budget
                found[prefix] = {"budget_limit": budget["limit"], "time_period": budget["period"]}
                others = [shown(other, bare=True) if other else "models without a provider" for other in names]
                others.remove(shown(name, bare=True))
                if others:
                    message = (
                        f"would count {', '.join(others)} too: LiteLLM keeps budgets by its own name for a provider, "
                        f"and all of them are {shown(prefix, bare=True)} there"
                    )
                    at = report.at("providers", name, "budget")
                    at.add("shared-budget", message, "give the models a budget each")
        return found

    def budget_origins(self, budgets: t.Iterable[str]) -> dict[Location, Location]:
        """Location of each part of *budgets*, by prefix as in :meth:`budgets`, to what the operator wrote of it."""
        names = {one.prefix: name for name, one in reversed(list(self.declared.items())) if one.budget}
        return {
            ("router_settings", "provider_budget_config", prefix, theirs): ("providers", names[prefix], "budget", ours)
            for prefix in budgets
            for theirs, ours in (("budget_limit", "limit"), ("time_period", "period"))
        }

    def _provider(self, spec: ModelSpec, report: Report) -> Provider:
        """The provider of *spec*, completed with the defaults where it inherits them.

        A model that answers by itself needs no address and no key, so only what it names itself counts.
        """
        found = Provider(inherits=True) if spec.provider is None else self._named(spec, spec.provider, report)
        if spec.mock_response is not None:
            return dataclasses.replace(found, api_base="", api_key="", api_key_env="", needs_base=False)
        if not found.inherits:
            return found
        keyless = not (found.api_key or found.api_key_env)
        return dataclasses.replace(
            found,
            api_base=found.api_base or self._default.api_base,
            api_key_env=self._default.api_key_env if keyless else found.api_key_env,
        )

    def _named(self, spec: ModelSpec, name: str, report: Report) -> Provider:
        found = self.declared.get(name) or known_provider(name, self._vocabulary)
        if found is None:
            known = [*self.declared, *_PRESETS, *self._vocabulary.providers]
            message = f"{shown(name)} is neither declared under providers nor known to LiteLLM"
            report.add("undeclared-provider", spec.locate("provider"), message, did_you_mean(name, known))
        return found or Provider()


def _key(literal: str | None, variable: str | None) -> str:
    return literal or (REFERENCE + variable if variable else "")


def known_provider(name: str, vocabulary: Vocabulary) -> Provider | None:
    """The preset *name*, else the provider of LiteLLM, else ``None``."""
    if name in _PRESETS:
        return _PRESETS[name]
    if name in vocabulary.tables["keyless"]:
        return Provider(prefix=name, api_key=vocabulary.tables["keyless"][name])
    if name in vocabulary.providers:
        return Provider(prefix=name, api_key_env=vocabulary.providers[name])
    return None


def parse_providers(value: t.Any, at: Spot, vocabulary: Vocabulary) -> dict[str, Provider]:
    """The operator's providers."""
    return {
        name: _parse_provider(name, entry, at.child(name), vocabulary)
        for name, entry in ({} if value is None else field_types.mapping(value, at) or {}).items()
    }


def _parse_provider(name: str, value: t.Any, at: Spot, vocabulary: Vocabulary) -> Provider:
    known = known_provider(name, vocabulary)
    values = field_types.record(FIELDS)(value, at) or {}
    if "api_key" in values and "api_key_env" in values:
        at.child("api_key").add("contradiction", "stands beside api_key_env", "write one of the two")
    prefix = values.get("prefix", OPENAI)
    if prefix not in vocabulary.providers and prefix != OPENAI:
        remedy = did_you_mean(prefix, vocabulary.providers)
        at.child("prefix").add("undeclared-provider", f"{shown(prefix)} is no provider of LiteLLM", remedy)
    values["shared"] = {name: values.pop(name) for name in SHARED if name in values}
    if known is None:
        return Provider(**values, inherits=prefix == OPENAI)
    if "api_key" in values or "api_key_env" in values:
        known = dataclasses.replace(known, api_key="", api_key_env="")
    return dataclasses.replace(known, **values)
