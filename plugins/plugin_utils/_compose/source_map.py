# SPDX-License-Identifier: GPL-3.0-or-later
"""Back from a path in the configuration to what the operator wrote.

Checks of the finished configuration speak of ``model_list[0].litellm_params.rpm``; an operator who declared models
looks for ``models.gpt5.rpm``, or for a line of an environment file.
"""

from __future__ import annotations

import dataclasses
import typing as t
from dataclasses import dataclass

from ...module_utils._litellm_names import PRICES
from .._known.deployment import MODEL_LIST
from .._known.names import BLOCKS
from .._language.entries import NativeEntry
from .._language.model_spec import BUDGET, FIELDS, ModelSpec
from .._language.providers import SHARED

if t.TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .._known.deployment import Deployment
    from .._language.providers import Provider
    from .._report.locations import Location

_NAMED_BLOCKS = (MODEL_LIST, *BLOCKS)
_FIELDS: dict[str, dict[str, tuple[str, ...]]] = {
    "litellm_params": {
        **{param: (name,) for name, field in FIELDS.items() for param in field.params},
        **{price: ("cost", side) for side, price in PRICES.items()},
        **{param: ("budget", part) for part, param in BUDGET.items()},
        "model": ("upstream",),
        "api_base": ("api_base",),
        "api_key": ("api_key_env",),
        "reasoning_effort": ("reasoning_effort",),
    },
    "model_info": {field.info: (name,) for name, field in FIELDS.items() if field.info},
}
_OF_PROVIDER = "missing-package"
"""The rule that looks at ``litellm_params.model`` for the provider in front."""
_OF_PROVIDERS = ("api_base", "api_key_env", "reasoning_effort", *SHARED)


@dataclass(frozen=True)
class SourceMap:
    """What a configuration was made of. Calling it maps a location in it to where the operator wrote what stands there.

    :param deployments: those of the configuration, each with what it comes from.
    :param generated: location of a setting that the operator did not write, to what it was made of; None where that has been
        checked already.
    :param providers: those that the operator declares.
    """

    deployments: Sequence[Deployment]
    generated: Mapping[Location, Location | None] = dataclasses.field(default_factory=dict)
    providers: Mapping[str, Provider] = dataclasses.field(default_factory=dict)

    def __call__(self, location: Location, rule: str = "") -> Location | None:
        """The origin of what is at *location*; None where the operator wrote nothing that could be wrong.

        :param rule: the rule that it breaks.
        """
        first, *rest = location or (None,)
        if first == MODEL_LIST and rest:
            return self._of_deployment(self.deployments[rest[0]], tuple(rest[1:]), rule)
        if first not in _NAMED_BLOCKS:
            return ("extra_config", *location)
        for generated, origin in self.generated.items():
            if location[: len(generated)] == generated:
                return None if origin is None else (*origin, *location[len(generated) :])
        return location

    def _of_deployment(self, deployment: Deployment, rest: Location, rule: str) -> Location | None:
        """The origin of *rest* in *deployment*. Nobody wrote the names of copies, nor what stands for a refused model."""
        source = deployment.source
        if source is None or (rest == ("model_name",) and deployment.role != "own"):
            return None
        if isinstance(source, NativeEntry) and len(rest) > 1 and rest[0] == "litellm_params":
            return (*source.locate(rest[1]), *rest[2:])
        if isinstance(source, ModelSpec):
            if rule == _OF_PROVIDER and source.provider:
                return source.locate("provider")
            if rest == ("model_name",):
                return source.locate("alias")
            if len(rest) > 1 and rest[0] in _FIELDS and rest[1] not in (getattr(source, rest[0]) or {}):
                return self._of_field(source, *rest)
        return (*source.location, *rest)

    def _of_field(self, entry: ModelSpec, block: str, name: str, *below: t.Any) -> Location:
        """The origin of a parameter that comes from a field of the model, or from its provider."""
        provider = self.providers.get(entry.provider or "")
        named = ("providers", entry.provider)
        if provider and block == "litellm_params" and name in provider.litellm_params:
            return (*named, block, name, *below)
        if name not in _FIELDS[block]:
            return (*entry.location, block, name, *below)
        field, *side = _FIELDS[block][name]
        if provider and field in _OF_PROVIDERS and getattr(entry, field) is None and _says(provider, field):
            return (*named, field, *below)
        return (*entry.locate(field), *side, *below)


def _says(provider: Provider, field: str) -> bool:
    return field in provider.shared if field in SHARED else bool(getattr(provider, field))
