# SPDX-License-Identifier: GPL-3.0-or-later
"""A deployment: one entry of LiteLLM's ``model_list``, from where it is built or read to where it is written or checked."""

from __future__ import annotations

import copy
import dataclasses
import typing as t
from dataclasses import dataclass

if t.TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from .._report.locations import Location

MODEL_LIST = "model_list"
KEYS = ("model_name", "litellm_params", "model_info")
"""The keys of an entry."""
LIMITS = ("rpm", "tpm")
"""Parameters that LiteLLM also takes from beside ``litellm_params``, where they do not stand in it."""

Block = dict[str, t.Any]
Role = t.Literal["own", "fallback", "catch-all", "placeholder"]
"""What a deployment is for: the model that was declared; a copy that backs another name; a copy that serves names that
nothing else has; the name alone of a model that was refused, so that references to it raise no second error.
"""


class Source(t.Protocol):
    """What a deployment is made of."""

    @property
    def location(self) -> Location:
        """Where it was declared."""

    @property
    def locate(self) -> t.Callable[[str], Location]:
        """Finds the location of one of its fields."""


@dataclass(frozen=True)
class Deployment:
    """One entry of ``model_list``.

    :param name: ``model_name``, by which clients know it, with those of the same name.
    :param params: ``litellm_params``.
    :param info: ``model_info``.
    :param location: where it stands in the configuration; empty before it stands there.
    :param keys: those of its entry, in their order.
    :param beside: the parameters that stand beside ``litellm_params``.
    :param source: what it is made of; None for one that was read from a configuration, or that stands for a refused one.
    """

    name: str
    params: Block
    info: Block = dataclasses.field(default_factory=dict)
    location: Location = ()
    source: Source | None = None
    role: Role = "own"
    keys: Sequence[str] = KEYS
    beside: Collection[str] = ()

    @property
    def model(self) -> str:
        """``litellm_params.model``, ``''`` when it is no text."""
        model = self.params.get("model")
        return model if isinstance(model, str) else ""

    def locate(self, *keys: t.Any) -> Location:
        """The location of a parameter, or of something in it."""
        inside = () if keys and keys[0] in self.beside else ("litellm_params",)
        return (*self.location, *inside, *keys)

    def copied(self, name: str = "", suffix: str = "", role: Role | None = None) -> Deployment:
        """A copy that shares nothing with it, under another *name* and with *suffix* at the end of its id, if given."""
        params, info = copy.deepcopy(self.params), copy.deepcopy(self.info)
        if suffix:
            info["id"] = f"{info['id']}-{suffix}"
        return dataclasses.replace(self, name=name or self.name, params=params, info=info, role=role or self.role)

    def entry(self) -> Block:
        """The entry as LiteLLM reads it."""
        values = {"model_name": self.name, "litellm_params": self.params, "model_info": self.info}
        return {key: values[key] for key in self.keys}


def in_list(deployments: Iterable[Deployment]) -> list[Deployment]:
    """*deployments* with their locations in a configuration that has them in this order."""
    return [dataclasses.replace(each, location=(MODEL_LIST, index)) for index, each in enumerate(deployments)]


def limits_beside(entry: Mapping[str, t.Any]) -> Block:
    """What LiteLLM adds to the parameters of an entry: the limits that stand beside them, and not among them."""
    params = entry.get("litellm_params")
    if not isinstance(params, dict):
        return {}
    return {key: entry[key] for key in LIMITS if entry.get(key) is not None and params.get(key) is None}


def read_deployments(config: Mapping[str, t.Any]) -> list[Deployment]:
    """The entries of ``model_list`` in *config* that have a name and parameters; what else stands there is not one."""
    entries = config.get(MODEL_LIST)
    found = []
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        name, params = (entry.get("model_name"), entry.get("litellm_params")) if isinstance(entry, dict) else ("", None)
        if isinstance(name, str) and isinstance(params, dict):
            info = entry.get("model_info")
            info = info if isinstance(info, dict) else {}
            keys = [key for key in entry if key in KEYS]
            beside = limits_beside(entry)
            params = {**params, **beside} if beside else params
            found.append(Deployment(name, params, info, (MODEL_LIST, index), keys=keys, beside=tuple(beside)))
    return found


def by_name(deployments: Iterable[Deployment]) -> dict[str, list[Deployment]]:
    """Name to the deployments that share it, in their order."""
    groups: dict[str, list[Deployment]] = {}
    for deployment in deployments:
        groups.setdefault(deployment.name, []).append(deployment)
    return groups
