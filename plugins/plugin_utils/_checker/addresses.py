# SPDX-License-Identifier: GPL-3.0-or-later
"""The address of a deployment: that it has one, and that it ends where LiteLLM goes on."""

from __future__ import annotations

import re
import typing as t

from .._known.model_names import provider_of
from .._report.secrets import REFERENCE, shown
from . import value_types as types

if t.TYPE_CHECKING:
    from .._known.deployment import Deployment
    from .._report.report import Report
    from .checked_config import CheckedConfig

_URL = re.compile(r"https?://[^\s/]+\S*")
_OPENAI = ("OPENAI_BASE_URL", "OPENAI_API_BASE")
"""Variables that stand in for the address of OpenAI."""


class _Added(t.NamedTuple):
    """What LiteLLM adds to the addresses of a provider, whatever they end with.

    :param chat: for a chat.
    :param embedding: for an embedding.
    :param written: what people write at their end all the same.
    """

    chat: str
    embedding: str
    written: t.Sequence[str]


_CHAT, _EMBEDDINGS = "/chat/completions", "/embeddings"
_ASKED_FOR = (_CHAT, "/completions", _EMBEDDINGS, "/responses")
_OLLAMA = ("/v1", "/api")
_ADDED: t.Mapping[str, _Added] = {
    **dict.fromkeys(
        ("openai", "custom_openai", "litellm_proxy", "lm_studio", "llamafile", "nvidia_nim", "databricks"),
        _Added(_CHAT, _EMBEDDINGS, _ASKED_FOR),
    ),
    "ollama": _Added("/api/generate", "/api/embed", _OLLAMA),
    "ollama_chat": _Added("/api/chat", "/api/embed", _OLLAMA),
    "anthropic": _Added("/v1/messages", "", ("/v1",)),
    "azure": _Added("/openai/deployments", "/openai/deployments", ("/openai", "/openai/v1")),
}
_BELOW_V1 = ("hosted_vllm", "lm_studio")
"""Servers that answer below ``/v1`` alone, which LiteLLM does not add."""
_V1_OF_AZURE = ("v1", "latest", "preview")
"""``api_version`` with which LiteLLM takes the address of an Azure resource as its address below ``/openai/v1``."""
_MODES = ("", "chat", "completion", "embedding")
"""Modes whose addresses LiteLLM makes in the way that is told here; each other one has a way of its own."""


def check_given(checked: CheckedConfig, report: Report, deployment: Deployment) -> None:
    """An address that is given is a URL, and ends with what LiteLLM and the server expect of it."""
    base = deployment.params.get("api_base")
    if not isinstance(base, str) or base.startswith(REFERENCE):
        return
    if _URL.fullmatch(base):
        _check_ending(checked, report, deployment, base)
        return
    message = (
        "is no URL" if base else "is empty; LiteLLM sends the requests, and the key, to the provider's own address"
    )
    report.add("bad-api-base", deployment.locate("api_base"), message, "write http:// or https://, host and path")


def check_missing(checked: CheckedConfig, report: Report, deployment: Deployment, provider: str) -> None:
    """A provider without an address of its own has one; without it, the key goes to OpenAI."""
    if "mock_response" in deployment.params or checked.block("litellm_settings").get("api_base"):
        return
    location = deployment.locate("api_base")
    effect = "LiteLLM sends the requests, and the key, to api.openai.com"
    variable = f"{provider.upper()}_API_BASE"
    if provider in checked.vocabulary.tables["needs_base"] and not _sets(checked, variable):
        message = f"is missing, and {provider} has no address of its own; {effect}"
        known = checked.environment is not None
        remedy = "write the URL of the endpoint" if known else f"write the URL of the endpoint, or set {variable}"
        report.add("no-api-base", location, message, remedy, None if known else "warning")
    elif provider == "openai" and not _is_openai(checked, deployment.model) and not _sets(checked, *_OPENAI):
        message = f"is missing, and {shown(deployment.model)} is no model of OpenAI that is known here; {effect}"
        owner = provider_of(deployment.model.removeprefix("openai/"))
        remedy = f"or the provider {owner}" if owner else "unless OpenAI is meant"
        report.add("no-api-base", location, message, f"write the URL of the endpoint, {remedy}", "warning")


def _sets(checked: CheckedConfig, *variables: str) -> bool:
    """Whether one of *variables* is known to be set, or is asked for where nobody sees it."""
    known = {*(checked.environment or ()), *checked.block("environment_variables")}
    return checked.asks_manager or not known.isdisjoint(variables)


def _is_openai(checked: CheckedConfig, model: str) -> bool:
    # responses/ is no part of the name: it chooses the endpoint that is asked.
    plain = re.sub(r"^(openai/)?responses/", r"\1", model)
    return (
        "*" in model
        or model.partition(":")[0].endswith("ft")
        or checked.vocabulary.knows(plain)
        or checked.vocabulary.is_variant(plain)
        or checked.vocabulary.prices_pictures(plain.rpartition("/")[2])
    )


def _check_ending(checked: CheckedConfig, report: Report, deployment: Deployment, base: str) -> None:
    provider = checked.provider(deployment.params)
    rule = _ADDED.get(provider, _Added("", "", ()))
    host, _slash, path = base.partition("://")[2].partition("?")[0].partition("/")
    path = f"/{path}".rstrip("/")
    ending = next((ending for ending in rule.written if path.endswith(ending)), "")
    lacks_v1 = not path and (provider in _BELOW_V1 or host == "api.openai.com")
    if not ending and not lacks_v1:
        return
    location, mode = deployment.locate("api_base"), checked.mode(deployment)
    if mode not in _MODES or ("responses/" in deployment.model and provider != "openai"):
        return
    if lacks_v1:
        added = _EMBEDDINGS if mode == "embedding" else _CHAT
        message = f"has no path; LiteLLM adds {added}, and such a server answers below /v1 alone"
        report.add("bad-api-base", location, message, f"write {base.rstrip('/')}/v1", "warning")
    elif not (provider == "azure" and _may_ask_below_v1(checked, deployment)):
        added = rule.embedding if mode == "embedding" else ending if ending in _ASKED_FOR else rule.chat
        message = (
            f"ends with {ending}, and LiteLLM adds {added} for this provider; requests go to {added} below {ending}"
        )
        report.add("bad-api-base", location, message, f"write it without {ending}", "warning")


def _may_ask_below_v1(checked: CheckedConfig, deployment: Deployment) -> bool:
    """Whether the version of Azure's interface is, or may be, the one that knows no deployments."""
    version = deployment.params.get("api_version")
    if version is None:
        return checked.may_have("AZURE_API_VERSION")
    return version in _V1_OF_AZURE or types.is_reference(version)
