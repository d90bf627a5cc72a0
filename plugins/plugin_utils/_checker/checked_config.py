# SPDX-License-Identifier: GPL-3.0-or-later
"""What is checked: a configuration, and what is known of the service that it is for.

A check is a function of a :class:`CheckedConfig` and a report; it looks at one thing, and changes the report alone.
"""

from __future__ import annotations

import typing as t
from dataclasses import dataclass
from functools import cached_property, lru_cache

from .._known.deployment import Block, by_name
from .._report.locations import Location, path_of
from .._report.secrets import REFERENCE

if t.TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from .._known.deployment import Deployment
    from .._known.python_code import OwnCode
    from .._known.vocabulary import Vocabulary

PROVIDER_BUDGETS: Location = ("router_settings", "provider_budget_config")
TAG_BUDGETS: Location = ("litellm_settings", "tag_budget_config")
TO_ANOTHER = "use_litellm_proxy"
"""The setting by which every model, whatever its name, is asked for at another gateway."""
OTHER = "litellm_proxy"
"""LiteLLM's prefix for another gateway."""

_OF_ENVIRONMENT = ("aws_kms", "google_kms")
"""Values of ``key_management_system`` that decrypt what is in the environment; the others keep secrets elsewhere."""


@dataclass(frozen=True, kw_only=True)
class Service:
    """What is known of the service that a configuration is for.

    :param environment: names of the variables that it will have; None: not known, so nothing is missing.
    :param allow: what is let through on purpose: a block, ``<block>.<key>``, or a key wherever it stands.
    :param workers: processes of a host that serve the configuration, 0 for one per core; None: not known, so nothing is said of
        them.
    :param hosts: how many hosts serve it.
    :param service_manager: who runs it there, as the role calls them; empty: somebody else than the role.
    :param extra_packages: Python packages that it has beside LiteLLM, as pip takes them.
    :param image: the image that it runs in, where it does.
    :param code: which Python code LiteLLM will find beside its own; None: not known, so nothing is missing.
    """

    environment: Collection[str] | None = None
    allow: Collection[str] = ()
    workers: int | None = None
    hosts: int = 1
    service_manager: str = ""
    extra_packages: Collection[str] = ()
    image: str = ""
    code: OwnCode | None = None


@dataclass(frozen=True)
class CheckedConfig(Service):
    """A configuration under check.

    :param deployments: its well-formed ones.
    :param looked_at: it is a file that nobody deploys now, and that may be meant for another gateway.
    """

    config: Block
    deployments: Sequence[Deployment]
    vocabulary: Vocabulary
    looked_at: bool

    def block(self, name: str) -> Block:
        """A settings block; empty when it is absent or of another type, which is another check's finding."""
        value = self.config.get(name)
        return value if isinstance(value, dict) else {}

    def allows(self, location: Location) -> bool:
        """Whether the operator lets the key at *location* through by name."""
        return bool(self.allow) and not {str(location[0]), path_of(location), str(location[-1])}.isdisjoint(self.allow)

    def is_given(self, variable: str) -> bool:
        """Whether the service has *variable* when it starts, or nobody said what it has."""
        return self.environment is None or variable in self.environment

    def may_have(self, variable: str) -> bool:
        """Whether LiteLLM may find *variable* when it answers requests: here, in the file, or at a secret manager."""
        return self.is_given(variable) or variable in self.block("environment_variables") or self.asks_manager

    @property
    def asks_manager(self) -> bool:
        """Whether LiteLLM asks a secret manager for what it looks up, by any name that one has there."""
        general = self.block("general_settings")
        system, known = general.get("key_management_system"), self.vocabulary.tables["key_management_systems"]
        keeps = isinstance(system, str) and system in known and system not in _OF_ENVIRONMENT
        return keeps or general.get("use_azure_key_vault") is True

    def mode(self, deployment: Deployment) -> object:
        """What *deployment* is for: what it says itself, or LiteLLM's model map; ``''`` for a conversation, and where nobody says."""
        said = deployment.info.get("mode")
        return said or self.vocabulary.mode(str(deployment.info.get("base_model") or deployment.model))

    def provider(self, params: Block) -> str:
        """The provider that LiteLLM takes from the parameters of a deployment, ``''`` where it finds none."""
        if self.block("litellm_settings").get(TO_ANOTHER) is True:
            return OTHER
        given, model, address = (params.get(key) for key in ("custom_llm_provider", "model", "api_base"))
        if given and isinstance(given, str):
            return given
        known = isinstance(address, str) and not address.startswith(REFERENCE)
        return _provider(self.vocabulary, str(model or ""), str(address) if known else "")

    @cached_property
    def entries(self) -> list[t.Any]:
        """``model_list`` as it stands."""
        value = self.config.get("model_list")
        return value if isinstance(value, list) else []

    @cached_property
    def groups(self) -> Mapping[str, list[Deployment]]:
        """Model name to its deployments."""
        return by_name(self.deployments)

    @cached_property
    def names(self) -> Collection[str]:
        """The names of all models, those included whose parameters are broken."""
        named = (entry.get("model_name") for entry in self.entries if isinstance(entry, dict))
        return dict.fromkeys(name for name in named if isinstance(name, str))

    @cached_property
    def aliases(self) -> Mapping[str, t.Any]:
        """``model_group_alias``: alias to the model name, or to ``{model, hidden}``."""
        return _mapping(self.block("router_settings"), "model_group_alias")

    @cached_property
    def providers(self) -> Collection[str]:
        """The providers that a model may be of: LiteLLM's, those of the operator's own, and those that models name."""
        own = self.block("litellm_settings").get("custom_provider_map")
        named = [entry.get("provider") for entry in own if isinstance(entry, dict)] if isinstance(own, list) else []
        named += [deployment.params.get("custom_llm_provider") for deployment in self.deployments]
        return {**self.vocabulary.providers, **dict.fromkeys(name for name in named if isinstance(name, str))}

    @cached_property
    def open_ended(self) -> bool:
        """Whether there may be models that are not seen here: in included files, in the database, or broken ones."""
        general = self.block("general_settings")
        nameless = any(
            not isinstance(entry, dict) or not isinstance(entry.get("model_name"), str) for entry in self.entries
        )
        unread = self.config.get("model_list") is not None and not isinstance(self.config["model_list"], list)
        return "include" in self.config or general.get("store_model_in_db") is True or nameless or unread

    def budgets(self) -> Iterator[tuple[Location, Block]]:
        """The budgets of providers and of tags: the location and the entry of each."""
        for block, key in (PROVIDER_BUDGETS, TAG_BUDGETS):
            for name, entry in _mapping(self.block(block), key).items():
                if isinstance(entry, dict):
                    yield (block, key, name), entry

    @property
    def serves_others(self) -> bool:
        """Whether it serves something else than models: tools, or routes that lead elsewhere."""
        return bool(self.config.get("mcp_servers") or self.block("general_settings").get("pass_through_endpoints"))


@lru_cache(maxsize=4096)
def _provider(vocabulary: Vocabulary, model: str, address: str) -> str:
    return vocabulary.split_model(model, address)[0]


def _mapping(owner: Block, key: str) -> Block:
    value = owner.get(key)
    return value if isinstance(value, dict) else {}
