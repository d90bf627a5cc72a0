# SPDX-License-Identifier: GPL-3.0-or-later
"""What a gateway says of one deployment, in the words of the inventory.

Only the fields of :class:`ServedModel` are passed on, so that no secret of ``litellm_params`` is.
"""

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
    """LiteLLM has no capability of this name. The text names it, and the nearest one or all."""


@dataclass(frozen=True)
class ServedModel:
    """One deployment of a gateway.

    :param alias: the name that clients use.
    :param id: the model's key in the inventory.
    :param provider: LiteLLM's name of the provider.
    :param model: the provider and the model's name there, as LiteLLM writes them: ``openai/gpt-5``.
    :param api_base: the provider's URL, without credentials and query; empty when LiteLLM knows it by itself.
    :param mode: ``chat``, ``embedding`` or another mode of LiteLLM's.
    :param capabilities: LiteLLM's names without ``supports_``, sorted.
    :param prices: side of ``cost`` to USD per 1 M tokens; prices that are not known are left out.
    :param context_window: tokens; None when it is not known.
    :param max_output: tokens; None when it is not known.
    :param order: of the deployments of an alias, those with the lowest order are asked first.
    :param weight: its share of the requests of those, compared with theirs; None where it has none.
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
    weight: float | None = None

    def as_result(self) -> dict[str, t.Any]:
        """The model as modules return it: each field by its name."""
        return asdict(self)


def served_model(entry: t.Mapping[str, t.Any]) -> ServedModel:
    """The deployment that one *entry* of ``/v1/model/info`` describes."""
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
        weight=params.get("weight"),
    )


def with_capabilities(entries: t.Sequence[t.Mapping[str, t.Any]], wanted: t.Sequence[str]) -> list[ServedModel]:
    """The models that have all *wanted* capabilities, in the order of *entries*.

    :param entries: the list of ``/v1/model/info``.
    :param wanted: LiteLLM's names without ``supports_``, and ``streaming``.
    :raises UnknownCapability: when no entry has the key ``supports_<name>``.
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
    """*url* without user, password, query and fragment, each of which may hold a secret."""
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()
