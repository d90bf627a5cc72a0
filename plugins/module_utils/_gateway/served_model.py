# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this module util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""What a gateway says of one deployment, in the terms of the inventory. Nothing is passed on that is not named here."""

from __future__ import annotations

import typing as t
from dataclasses import asdict, dataclass, field
from urllib.parse import urlsplit

from .._litellm_names import PRICES, TALKING_MODES
from .._nearest import nearest

CHAT = TALKING_MODES[0]
EMBEDDING = "embedding"
STREAMING = "streaming"

_SUPPORTS = "supports_"


class UnknownCapability(Exception):
    """A capability that LiteLLM has no word for. The text names it and the nearest one."""


@dataclass(frozen=True)
class ServedModel:
    """One deployment.

    :param alias: name that clients use.
    :param id: its key in the inventory.
    :param model: LiteLLM's provider and the model's name there.
    :param api_base: without credentials and query; empty where LiteLLM's own address is used.
    :param prices: USD per 1 M tokens, those that are known.
    :param context_window: tokens; None where it is not known.
    :param max_output: tokens; None where it is not known.
    :param order: lowest first among the deployments of an alias.
    """

    alias: str
    id: str
    provider: str
    model: str
    api_base: str
    mode: str
    capabilities: list[str]
    prices: dict[str, float] = field(default_factory=dict)
    context_window: int | None = None
    max_output: int | None = None
    order: int = 0

    def as_result(self) -> dict[str, t.Any]:
        """The model as modules return it."""
        return asdict(self)


def served_model(entry: t.Mapping[str, t.Any]) -> ServedModel:
    """One entry of ``/v1/model/info``."""
    params, info = entry.get("litellm_params") or {}, entry.get("model_info") or {}
    model = str(params.get("model") or "")
    mode = str(info.get("mode") or CHAT)
    return ServedModel(
        alias=str(entry.get("model_name") or ""),
        id=str(info.get("id") or ""),
        provider=str(info.get("litellm_provider") or model.partition("/")[0]),
        model=model,
        api_base=_address(str(params.get("api_base") or "")),
        mode=mode,
        capabilities=sorted(_capabilities(info, mode)),
        prices={name: _per_million(info[key]) for name, key in PRICES.items() if info.get(key) is not None},
        context_window=info.get("max_input_tokens"),
        max_output=info.get("max_output_tokens"),
        order=params.get("order") or 0,
    )


def with_capabilities(entries: t.Sequence[t.Mapping[str, t.Any]], wanted: t.Sequence[str]) -> list[ServedModel]:
    """The models of ``/v1/model/info`` that have all *wanted* capabilities, in order.

    :raises UnknownCapability: LiteLLM knows no capability of that name.
    """
    models = [served_model(entry) for entry in entries]
    known = {STREAMING}
    for entry in entries:
        known |= {key[len(_SUPPORTS) :] for key in entry.get("model_info") or {} if key.startswith(_SUPPORTS)}
    for name in wanted if entries else ():
        if name not in known:
            near = nearest(name, known)
            remedy = f"did you mean '{near}'?" if near else f"known are {', '.join(sorted(known))}"
            raise UnknownCapability(f"'{name}' is no capability that LiteLLM knows; {remedy}")
    return [model for model in models if set(wanted) <= set(model.capabilities)]


def _capabilities(info: t.Mapping[str, t.Any], mode: str) -> t.Iterator[str]:
    for key, value in info.items():
        if key.startswith(_SUPPORTS) and value is True:
            yield key[len(_SUPPORTS) :]
    if mode in TALKING_MODES:
        yield STREAMING


def _per_million(price: float) -> float:
    return round(float(price) * 1_000_000, 9)


def _address(url: str) -> str:
    """*url* without what may be a secret."""
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()
