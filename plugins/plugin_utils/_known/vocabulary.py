# SPDX-License-Identifier: GPL-3.0-or-later
"""What one version of LiteLLM knows: its keys, providers and models, looked up in generated facts.

The facts come from LiteLLM's own source (``scripts/generate_vocabulary.py``), never from a hand. Each version is one file
that holds what changed since the version before it, so a vocabulary is the sum of a chain.
"""

from __future__ import annotations

import importlib
import re
import typing as t
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache
from urllib.parse import urlsplit

from .data import VERSIONS
from .lines import LINES, line_of
from .packages import SINCE
from .releases import parsed

if t.TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


_MOST = 0.75
"""The share of a word's models that a provider has which the word stands for."""


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The facts of one LiteLLM version.

    :param version: the version that the facts were read from.
    :param requested: the version that was asked for; another one than *version* when that has no facts of its own.
    :param tables: the raw facts; ``{table: {key: value}}``.
    """

    version: str
    requested: str
    tables: Mapping[str, Mapping[str, str]]

    @property
    def exact(self) -> bool:
        """False when the facts are those of another version than the one asked for."""
        return self.version == self.requested

    @property
    def providers(self) -> Mapping[str, str]:
        """Provider prefix to the environment variable that LiteLLM reads its API key from, ``''`` where there is none."""
        return self.tables["providers"]

    @property
    def takes_names_for_ids(self) -> bool:
        """Whether a model name that is also the id of a deployment reaches that deployment alone."""
        return "before_names" in self.tables.get("deployment_ids", {})

    @property
    def loads_only_beside(self) -> bool:
        """Whether code that a configuration names has to be a file beside it, and is in no package."""
        return "beside" in self.tables.get("own_code", {})

    @property
    def skips_wrong_guardrails(self) -> bool:
        """Whether LiteLLM starts without a guardrail that it cannot set up, where it refused to start before."""
        return "skipped" in self.tables.get("wrong_guardrails", {})

    @property
    def reads_drop_params(self) -> bool:
        """Whether text in ``drop_params`` is read, and not true whatever it says."""
        return "str" in self.tables["litellm_params"]["drop_params"]

    def split_model(self, model: str, api_base: str = "") -> tuple[str, str]:
        """``openai/gpt-5`` to ``("openai", "gpt-5")``, by LiteLLM's rules; the provider is ``''`` when it finds none.

        :param api_base: the address that a deployment of the model names itself.
        """
        prefix, slash, name = model.partition("/")
        if prefix in self.providers:
            return (prefix, name) if slash else ("", model)
        of_address = self._provider_at(api_base) if api_base else None
        if of_address is not None:
            return of_address, model
        if model == "*":
            return "openai", model
        if model in self.tables["bare_names"]:
            return self.tables["bare_names"][model], model
        for entry in self._bare(model):
            if entry.name == model:
                return self.tables["bare_models"][entry.provider], model
        for pattern, provider in self._routing_rules:
            if pattern.search(model):
                return provider, model
        return "", model

    def as_written(self, model: str) -> str:
        """A bare name of a model that is *model* but for capitals, which LiteLLM tells apart; ``''``: there is none."""
        return next((entry.name for entry in self._bare(model)), "")

    def _bare(self, model: str) -> list[_Model]:
        """What the model map has under *model*, capitals or not, that needs no provider in front."""
        return [
            entry for entry in self._models.get(model.casefold(), ()) if entry.provider in self.tables["bare_models"]
        ]

    def _provider_at(self, address: str) -> str | None:
        """The provider that LiteLLM knows by its *address*, ``''`` where it then has none; None: a stranger's address."""
        try:
            host, path = _host_and_path(address)
        except ValueError:
            return None
        known = self._endpoints.get(host, ())
        return next((provider for start, provider in known if f"{path}/".startswith(f"{start}/")), None)

    @cached_property
    def _endpoints(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """Host to the paths that LiteLLM knows there, each with its provider."""
        found: dict[str, tuple[tuple[str, str], ...]] = {}
        for address, provider in self.tables["endpoints"].items():
            host, path = _host_and_path(address)
            found[host] = (*found.get(host, ()), (path, provider))
        return found

    def reasons(self, model: str) -> bool | None:
        """Whether LiteLLM's model map says that *model* (as in ``litellm_params.model``) reasons; None: not in the map."""
        provider, name = self.split_model(model)
        candidates = _names_in_map(provider, model, name)
        entries, matching = self._described(provider, candidates)
        rules = [fills for rule, fills in self._reasoning_rules if any(map(rule.search, candidates))]
        if not provider or (entries and not matching):
            return None
        if not matching:
            return True if rules else None
        known = (matching[0], *self._models.get(name.casefold(), ()))
        return any(entry.reasons for entry in known) or any(matching[0].provider in fills for fills in rules)

    def mode(self, model: str) -> str:
        """What LiteLLM's model map says *model* is for, where that is no conversation: ``embedding``; else ``''``."""
        provider, name = self.split_model(model)
        _entries, matching = self._described(provider, _names_in_map(provider, model, name))
        return matching[0].mode if provider and matching else ""

    def _described(self, provider: str, candidates: Iterable[str]) -> tuple[list[_Model], list[_Model]]:
        """What the model map says of the names *candidates*: all of it, and what of it holds for *provider*."""
        entries = [entry for candidate in candidates for entry in self._models.get(candidate.casefold(), ())]
        return entries, [entry for entry in entries if _describes(entry.provider, provider)]

    def knows(self, model: str) -> bool:
        """Whether LiteLLM's model map (prices, limits, capabilities) has *model*."""
        return self.reasons(model) is not None

    def last_with(self, table: str, key: str) -> str:
        """The newest known version before this one whose *table* has *key*; ``''``: none."""
        earlier = VERSIONS[: VERSIONS.index(self.version)]
        return next((version for version in reversed(earlier) if key in tables(version)[table]), "")

    def is_variant(self, model: str) -> bool:
        """Whether *model* is one that the model map has with something added: ``openai/gpt-4-turbo-preview``."""
        heads = [model[: match.start()] for match in re.finditer("-", model)]
        return any(self.knows(head) and "-" in head for head in heads)

    def likely_provider(self, model: str) -> str:
        """Who makes models with names such as *model*, which the model map does not have (any more); ``''``: nobody."""
        return self._makers.get(model.casefold().partition("-")[0], "")

    @cached_property
    def _makers(self) -> Mapping[str, str]:
        """First word of the bare names in the model map to the provider that has most of them."""
        counts: dict[str, Counter[str]] = {}
        for name, entries in self._models.items():
            for provider in {entry.provider for entry in entries} & set(self.tables["bare_models"]):
                counts.setdefault(name.partition("-")[0], Counter())[self.tables["bare_models"][provider]] += 1
        return {
            word: provider
            for word, count in counts.items()
            for provider, models in count.most_common(1)
            if models > _MOST * count.total()
        }

    def prices_pictures(self, model: str) -> bool:
        """Whether LiteLLM's model map prices *model* by the size of its pictures: ``1024-x-1024/dall-e-3``."""
        return model.casefold() in self._pictures

    @cached_property
    def _pictures(self) -> frozenset[str]:
        return frozenset(name.rpartition("/")[2] for name in self._models if "-x-" in name)

    @cached_property
    def _models(self) -> Mapping[str, tuple[_Model, ...]]:
        """Folded name in the model map to what the map says of it."""
        found: dict[str, tuple[_Model, ...]] = {}
        for table, names in self.tables.items():
            kind, _colon, provider = table.partition(":")
            if kind == "models":
                for name, value in names.items():
                    found[name.casefold()] = (*found.get(name.casefold(), ()), _Model(name, provider, value))
        return found

    @cached_property
    def _routing_rules(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """LiteLLM's patterns for bare model names that are in no list of its own, each with the provider it leads to."""
        return tuple((re.compile(rule, re.IGNORECASE), to) for rule, to in self.tables.get("routing_rules", {}).items())

    @cached_property
    def _reasoning_rules(self) -> tuple[tuple[re.Pattern[str], list[str]], ...]:
        """LiteLLM's patterns for models that reason, each with the map's providers whose entries it also completes."""
        return tuple(
            (re.compile(rule, re.IGNORECASE), fills.split(","))
            for rule, fills in self.tables.get("reasoning_rules", {}).items()
        )


class _Model(t.NamedTuple):
    """What the model map says of one name.

    :param kind: ``reasons``, the mode of one that answers no conversation, or ``''``.
    """

    name: str
    provider: str
    kind: str

    @property
    def reasons(self) -> bool:
        return self.kind == _REASONS

    @property
    def mode(self) -> str:
        return "" if self.kind == _REASONS else self.kind


def _host_and_path(address: str) -> tuple[str, str]:
    """Where an address leads, as LiteLLM compares it.

    :raises ValueError: it leads nowhere.
    """
    parts = urlsplit(address if "://" in address else f"https://{address}")
    return parts.hostname or "", parts.path.rstrip("/")


_REASONS = "reasons"
_DATE = re.compile(r"-\d{4}-\d{2}-\d{2}$")


def _names_in_map(provider: str, model: str, name: str) -> list[str]:
    """The names under which LiteLLM looks for *model* in its map, the first one first."""
    undated = _DATE.sub("", name)
    return list(dict.fromkeys((f"{provider}/{name}", model, name, f"{provider}/{undated}", undated)))


def _describes(entry_provider: str, provider: str) -> bool:
    """Whether an entry of the model map for *entry_provider* also holds for *provider*, as LiteLLM decides it."""
    families = ("vertex_ai", "fireworks_ai", "bedrock")
    return (
        entry_provider in ("", provider)
        or any(provider.startswith(family) and entry_provider.startswith(family) for family in families)
        or provider in ("litellm_proxy", "github")
        or (provider == "azure_ai" and entry_provider in ("azure", "openai"))
    )


@lru_cache(maxsize=2 * len(VERSIONS))
def vocabulary_for(version: str = "") -> Vocabulary:
    """The vocabulary of *version*: its own, that of its line, that of the newest known version below it, or that of the
    oldest one where all are above (see ``exact``). One that was asked for is kept, with what it has worked out.

    :param version: a LiteLLM version, ``1.106.2``; empty: the newest known one.
    :raises UnknownVersion: not a version.
    """
    requested = version or VERSIONS[-1]
    wanted = parsed(requested)
    below = [candidate for candidate in VERSIONS if parsed(candidate) <= wanted]
    known = [*below, *([LINES[line_of(requested)]] if line_of(requested) in LINES else [])]
    nearest = known[-1] if known else VERSIONS[0]
    return Vocabulary(nearest, requested, tables(nearest))


@lru_cache(maxsize=len(VERSIONS))
def tables(version: str) -> Mapping[str, Mapping[str, str]]:
    """All facts of *version*: those of the version before it, less what went, plus what came."""
    place = VERSIONS.index(version)
    found = {name: dict(facts) for name, facts in (tables(VERSIONS[place - 1]) if place else {}).items()}
    data = importlib.import_module(f"{__package__}.data.v{version.replace('.', '_')}")
    for table, keys in data.REMOVED.items():
        for key in keys.split():
            del found[table][key]
    for table, facts in data.ADDED.items():
        found.setdefault(table, {}).update(fact.rpartition("=")[::2] for fact in facts.split())
    return {table: facts for table, facts in found.items() if facts}


def packages(version: str) -> dict[str, dict[str, list[str]]]:
    """What features of *version* need beside ``litellm[proxy]``: kind (``callbacks``, ``providers``, …) to name to requirements.

    ``image`` has, as names, the distributions among them that LiteLLM's own image brings.
    """
    known = VERSIONS[: VERSIONS.index(version) + 1]
    found: dict[str, dict[str, list[str]]] = {}
    for kind, features in SINCE.items():
        newest = {
            name: next((since[each] for each in reversed(known) if each in since), None)
            for name, since in features.items()
        }
        found[kind] = {name: needed for name, needed in newest.items() if needed is not None}
    return found
