"""The right configuration, and how a case is made of it: everything that the case files share."""

from __future__ import annotations

import copy
import typing as t
from dataclasses import dataclass, field

import yaml

if t.TYPE_CHECKING:
    from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import Vocabulary

Config = dict[str, t.Any]
Path = tuple[t.Any, ...]

REQUESTS = ("alpha", "broken", "nick")
ENVIRONMENT = {"ALPHA_KEY": "sk-alpha", "FROM_ENVIRONMENT": "from-environment"}
NO_MASTER_KEY = {**ENVIRONMENT, "LITELLM_MASTER_KEY": ""}
UPSTREAM = "http://upstream.test/v1"
BLOCKS: dict[str, Path] = {
    "litellm_params": ("model_list", 0, "litellm_params"),
    "model_info": ("model_list", 0, "model_info"),
    "router_settings": ("router_settings",),
    "litellm_settings": ("litellm_settings",),
    "general_settings": ("general_settings",),
}
QUIET = "disable_model_info_refresh"
"""Key of ``general_settings`` that keeps the proxy from asking around. Older lines have no such key, and pass over it."""
FIRST: Path = ("model_list", 0)
PARAMS = BLOCKS["litellm_params"]


@dataclass(frozen=True)
class Case:
    """One configuration.

    :param name: where and what: ``router_settings.num_retries: word``.
    :param kind: what sort of mistake; ``right`` for none, ``sample`` for a made-up value that may be none.
    :param text: the file.
    :param control: name of the case that it is a mistake of.
    :param probe: block and key whose effective value is to be noted.
    :param probes: more of them.
    :param requests: model names to ask for; of one that is there several times, all the different answers are noted. A name
        that ends in ``streamed`` is asked for as a stream.
    :param environment: what the service has, beside a master key; ``""`` takes a variable away.
    """

    name: str
    kind: str
    text: str
    control: str = "right"
    probe: Path = ()
    probes: tuple[Path, ...] = ()
    requests: tuple[str, ...] = REQUESTS
    environment: dict[str, str] = field(default_factory=lambda: dict(ENVIRONMENT))


def right() -> Config:
    """The right configuration: a model, one that fails and falls back, an alias, a master key."""
    return {
        "model_list": [
            deployment("alpha", "openai/alpha-up"),
            deployment("broken", "openai/status-500"),
            deployment("beta", "hosted_vllm/beta-up"),
        ],
        "litellm_settings": {"drop_params": True, "request_timeout": 20},
        "router_settings": {
            "num_retries": 0,
            "fallbacks": [{"broken": ["beta"]}],
            "model_group_alias": {"nick": "alpha"},
        },
        "general_settings": {"master_key": "os.environ/LITELLM_MASTER_KEY", QUIET: True},
    }


def deployment(name: str, model: str, **params: t.Any) -> Config:
    """One entry of ``model_list`` at the recording upstream."""
    place = {"api_base": UPSTREAM, "api_key": "os.environ/ALPHA_KEY"}
    return {"model_name": name, "litellm_params": {"model": model, **place, **params}, "model_info": {"id": name}}


def case(name: str, kind: str, config: t.Any, **more: t.Any) -> Case:
    """A case whose file is *config*."""
    return Case(name, kind, yaml.safe_dump(config, sort_keys=False), **more)


def put(config: Config, path: Path, value: object) -> Config:
    """A copy of *config* with *value* at *path*; dictionaries on the way are made."""
    changed = copy.deepcopy(config)
    place: t.Any = changed
    for key in path[:-1]:
        place = place[key] if isinstance(place, list) else place.setdefault(key, {})
    place[path[-1]] = value
    return changed


def cut(config: Config, path: Path) -> Config:
    """A copy of *config* without what stands at *path*."""
    changed = copy.deepcopy(config)
    place: t.Any = changed
    for key in path[:-1]:
        place = place[key]
    del place[path[-1]]
    return changed


def param(key: str, value: object) -> Config:
    """The right configuration with a parameter of its first model."""
    return put(right(), (*PARAMS, key), value)


def without_names_as_ids(config: Config, vocabulary: Vocabulary) -> Config:
    """*config*; for lines that take a name for the id first, with ids that are no names, so that all of a name are asked."""
    changed = copy.deepcopy(config)
    for entry in changed["model_list"] if vocabulary.takes_names_for_ids else ():
        entry["model_info"]["id"] += "-own"
    return changed


def misspelt(key: str) -> str:
    """*key* with two letters of its middle exchanged, or one left out where they are equal."""
    at = len(key) // 2
    if key[at] == key[at + 1 : at + 2] or at + 1 >= len(key):
        return key[:at] + key[at + 1 :]
    return key[:at] + key[at + 1] + key[at] + key[at + 2 :]
