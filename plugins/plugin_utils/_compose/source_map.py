# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this plugin util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""Back from a path in the configuration to what the operator wrote.

Checks of the finished configuration speak of ``model_list[0].litellm_params.rpm``; an operator who declared models
looks for ``models.gpt5.rpm``, or for a line of an environment file.
"""

from __future__ import annotations

import dataclasses
import re
import typing as t
from dataclasses import dataclass

from .._language.model_spec import BUDGET, FIELDS, PRICES, ModelSpec, NativeEntry
from .._language.providers import SHARED
from .._report.locations import Place, path_of

if t.TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .._language.providers import Provider
    from .._report.problems import Problem

_DEPLOYMENT = re.compile(r"model_list\[(?P<index>\d+)\](?:\.(?P<rest>.*))?", re.DOTALL)
_PART = re.compile(r"(?P<block>litellm_params|model_info)\.(?P<name>[^.\[]+)(?P<below>.*)", re.DOTALL)
_NAMED_BLOCKS = ("model_list", "litellm_settings", "router_settings", "general_settings")
_FIELDS = {
    "litellm_params": {
        **{param: name for name, field in FIELDS.items() for param in field.params},
        **{price: f"cost.{side}" for side, price in PRICES.items()},
        **{param: f"budget.{part}" for part, param in BUDGET.items()},
        "model": "upstream",
        "api_base": "api_base",
        "api_key": "api_key_env",
        "reasoning_effort": "reasoning_effort",
    },
    "model_info": {field.info: name for name, field in FIELDS.items() if field.info},
}
_OF_PROVIDER = "missing-package"
"""The rule that looks at ``litellm_params.model`` for the provider in front."""
_OF_PROVIDERS = ("api_base", "api_key_env", "reasoning_effort", *SHARED)


@dataclass(frozen=True)
class Origins:
    """What a configuration was made of. Calling it puts a problem where the operator wrote what is wrong.

    :param entries: what the deployments come from, one each.
    :param copies: what the deployments behind them come from, which serve once more under a name that nobody wrote.
    :param made: path of a setting that the operator did not write, to what it was made of; ``""`` where that has been
        checked already.
    :param providers: those that the operator declares.
    """

    entries: Sequence[ModelSpec | NativeEntry]
    copies: Sequence[ModelSpec | NativeEntry] = ()
    made: Mapping[str, str] = dataclasses.field(default_factory=dict)
    providers: Mapping[str, Provider] = dataclasses.field(default_factory=dict)

    def __call__(self, problem: Problem) -> Problem | None:
        """*problem* at its origin; None where the operator wrote nothing that could be wrong."""
        match = _DEPLOYMENT.fullmatch(problem.path)
        if match is not None:
            place = self._of_deployment(
                int(match["index"]), match["rest"] or "", of_provider=problem.rule == _OF_PROVIDER
            )
            return dataclasses.replace(problem, path=place.path, line=place.line) if place else None
        if re.split(r"[.\[]", problem.path)[0] not in _NAMED_BLOCKS:
            return dataclasses.replace(problem, path=f"extra_config.{problem.path}")
        for path, origin in self.made.items():
            if problem.path == path or problem.path.startswith((f"{path}.", f"{path}[")):
                return dataclasses.replace(problem, path=origin + problem.path[len(path) :]) if origin else None
        return problem

    def _of_deployment(self, index: int, rest: str, *, of_provider: bool) -> Place | None:
        """The origin of *rest* in a deployment. Behind the copies, models that are broken keep their names known."""
        entry = self.entries[index] if index < len(self.entries) else None
        if of_provider and isinstance(entry, ModelSpec) and entry.provider:
            return entry.locate("provider")
        if index < len(self.entries):
            return self._place(self.entries[index], rest)
        copy = index - len(self.entries)
        return self._place(self.copies[copy], rest) if copy < len(self.copies) and rest != "model_name" else None

    def _place(self, entry: ModelSpec | NativeEntry, rest: str) -> Place:
        if not rest:
            return entry.place
        if isinstance(entry, ModelSpec):
            if rest == "model_name":
                return entry.locate("alias")
            match = _PART.fullmatch(rest)
            written = getattr(entry, match["block"]) or {} if match else {}
            if match and match["name"] not in written:
                return self._of_field(entry, match["block"], match["name"], match["below"])
        return _extended(entry.place, f".{rest}")

    def _of_field(self, entry: ModelSpec, block: str, name: str, below: str) -> Place:
        """The origin of a parameter that comes from a field of the model, or from its provider."""
        provider = self.providers.get(entry.provider or "")
        place = Place(path_of(("providers", entry.provider or "")))
        if provider and block == "litellm_params" and name in provider.litellm_params:
            return _extended(place, f".{block}.{name}{below}")
        if name not in _FIELDS[block]:
            return _extended(entry.place, f".{block}.{name}{below}")
        field, dot, side = _FIELDS[block][name].partition(".")
        if provider and field in _OF_PROVIDERS and getattr(entry, field) is None and _says(provider, field):
            return _extended(place, f".{field}{below}")
        return _extended(entry.locate(field), dot + side + below)


def _says(provider: Provider, field: str) -> bool:
    return field in provider.shared if field in SHARED else bool(getattr(provider, field))


def _extended(place: Place, rest: str) -> Place:
    return Place(place.path + rest, place.line)
