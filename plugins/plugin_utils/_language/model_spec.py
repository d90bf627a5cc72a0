# SPDX-License-Identifier: GPL-3.0-or-later
"""What an operator says about one model in the inventory language: a :class:`ModelSpec`.

The fields of :class:`ModelSpec` are the one table of the language: a field's type, the place in LiteLLM's configuration
that it becomes, its help, and its names in spec strings and environment files all stand beside it.
"""

from __future__ import annotations

import dataclasses
import typing as t
from dataclasses import dataclass

from ...module_utils._litellm_names import PRICES
from .._report.locations import Locate, Location
from . import field_types


@dataclass(frozen=True)
class Field:
    """One field of the language. ``docs/models.md`` is written from what stands here.

    :param type: the name of its type, a heading of that page.
    :param help: what it means, in Markdown; the names of variables are those of the role.
    :param unit: what its number counts.
    :param default: what holds when it is left out; empty: nothing does.
    :param params: the ``litellm_params`` that it becomes as it is; empty when rendering treats it on its own.
    :param info: the ``model_info`` key that it becomes as it is.
    :param becomes: what it becomes where rendering treats it on its own.
    :param string: its name in a spec string.
    :param variable: the end of its name in an environment file, after ``MODEL_<KEY>_``.
    """

    field_type: field_types.FieldType
    type: str
    help: str
    only_by_name: dataclasses.KW_ONLY
    unit: str = ""
    default: str = ""
    params: tuple[str, ...] = ()
    info: str = ""
    becomes: str = ""
    string: str = ""
    variable: str = ""


BUDGET = {"limit": "max_budget", "period": "budget_duration"}
"""Parts of ``budget``, and LiteLLM's names for them."""

_PRICE = field_types.number(above_zero=False)
_SECONDS = field_types.number(above_zero=True)


@dataclass(frozen=True)
class ModelSpec:
    """One model of the catalog, every value checked on its own.

    :param key: its name in the catalog, and the stable id of its deployment.
    :param location: where it was declared.
    :param locate: finds the location of each field, as its source spells it.
    """

    key: str
    location: Location
    locate: Locate = dataclasses.field(repr=False, compare=False)
    upstream: t.Annotated[
        str,
        Field(
            field_types.served_name,
            "name of a model",
            "The model's name at its provider. It may hold slashes. Required.",
            becomes="`litellm_params.model`, after the provider's prefix",
            string="upstream",
            variable="UPSTREAM_MODEL",
        ),
    ]
    alias: t.Annotated[
        str,
        Field(
            field_types.served_name,
            "name of a model",
            "The name that clients use. Keys with the same alias share its requests, see `weight` and `order`.",
            default="`upstream`",
            becomes="`model_name`",
            string="alias",
            variable="ALIAS",
        ),
    ]
    provider: t.Annotated[
        str | None,
        Field(
            field_types.name,
            "name",
            "Where the model is: an entry of `litellm_providers`, a preset (`openai`, `agentrouter`, `azure`, `vllm`, "
            "`ollama`), or any provider that LiteLLM knows, see [Providers](routing.md#providers).",
            default="an OpenAI-compatible endpoint, that of `litellm_api_base`",
            becomes="the prefix of `litellm_params.model`, and the address and key that the model leaves out",
        ),
    ] = None
    api_base: t.Annotated[
        str | None,
        Field(
            field_types.url,
            "URL",
            "The address of the endpoint.",
            default="the provider's; without `provider`, `litellm_api_base`",
            becomes="`litellm_params.api_base`",
            string="base",
            variable="UPSTREAM_BASE",
        ),
    ] = None
    api_key_env: t.Annotated[
        str | None,
        Field(
            field_types.environment_name,
            "name of a variable",
            "The variable that holds the key, one of `litellm_secrets`. Refused when the service has no variable of that "
            "name. A model with fallbacks is left out then, with a warning, and its fallbacks answer. Some providers need "
            "no key, and some sign in otherwise, see [Without a key](routing.md#without-a-key).",
            default="the provider's; without `provider`, `litellm_api_key_env`, else `OPENAI_API_KEY`",
            becomes="`litellm_params.api_key: os.environ/NAME`",
            string="key_env",
            variable="KEY_ENV",
        ),
    ] = None
    api_key: t.Annotated[
        str | None,
        Field(
            field_types.literal_key,
            "key that is no secret",
            "A key as it is, for endpoints that ask for none, such as `sk-none`. Refused beside `api_key_env`.",
            default="the provider's",
            becomes="`litellm_params.api_key`",
        ),
    ] = None
    reasoning_effort: t.Annotated[
        str | None,
        Field(
            field_types.effort,
            "level of reasoning",
            "How much the model should reason before it answers. `none` leaves it out. So does a `mode` other than `chat`, "
            "`completion` or `responses`, and a model that does not reason according to LiteLLM (with a notice). Without "
            "`mode`, LiteLLM's map or a well-known name (`bge-m3`, `whisper-1`) says what a model is for, unless the "
            "model itself names a level.",
            default="the provider's, else `litellm_reasoning_effort`, else `medium`",
            becomes="`litellm_params.reasoning_effort`",
            string="reasoning",
            variable="REASONING_EFFORT",
        ),
    ] = None
    timeout: t.Annotated[
        float | None,
        Field(
            _SECONDS,
            "number above 0",
            "How long a request may take at the upstream.",
            unit="seconds",
            default="the provider's, else `litellm_timeout`, else 120 where others back the model, else LiteLLM's own 600",
            params=("timeout",),
        ),
    ] = None
    stream_timeout: t.Annotated[
        float | None,
        Field(
            _SECONDS,
            "number above 0",
            "The same for requests that stream.",
            unit="seconds",
            default="the provider's, else `timeout`",
            params=("stream_timeout",),
        ),
    ] = None
    # LiteLLM's router acts on num_retries only; max_retries is what its HTTP clients read.
    max_retries: t.Annotated[
        int | None,
        Field(
            field_types.whole(0),
            "whole number from 0",
            "How often a request that failed is sent to the same model once more.",
            default="the provider's, else 0 where others back the model, 1 for the last of them, else LiteLLM's own 2",
            params=("max_retries", "num_retries"),
        ),
    ] = None
    cooldown: t.Annotated[
        float | None,
        Field(
            field_types.number(above_zero=False),
            "number from 0",
            "How long the model is left alone after it failed while others back it: after one 401, 404, 408, 429 or "
            "timeout, or the third 5xx or refused connection in that time, see [Fallbacks](routing.md#fallbacks).",
            unit="seconds",
            default="the provider's, else 30 for a model with fallbacks",
            params=("cooldown_time",),
        ),
    ] = None
    rpm: t.Annotated[
        int | None,
        Field(
            field_types.whole(1),
            "whole number from 1",
            "The model's share of its alias's requests. It limits nothing unless `optional_pre_call_checks` of "
            "`litellm_router_settings` has `enforce_model_rate_limits`, which comes with `litellm_redis`; a run says so.",
            unit="requests per minute",
            params=("rpm",),
        ),
    ] = None
    tpm: t.Annotated[
        int | None,
        Field(field_types.whole(1), "whole number from 1", "As `rpm`.", unit="tokens per minute", params=("tpm",)),
    ] = None
    weight: t.Annotated[
        float | None,
        Field(
            field_types.number(above_zero=False),
            "number from 0",
            "The share of requests among the keys of one alias. Refused where only some of them have one.",
            params=("weight",),
        ),
    ] = None
    order: t.Annotated[
        int | None,
        Field(
            field_types.whole(0),
            "whole number from 0",
            "Who is asked first among the keys of one alias: the lowest.",
            default="with fallbacks, the model before what backs it",
            params=("order",),
        ),
    ] = None
    tags: t.Annotated[
        list[str] | None,
        Field(
            field_types.list_of(field_types.name),
            "list of names",
            "Tags, for LiteLLM's routing by tag.",
            params=("tags",),
        ),
    ] = None
    headers: t.Annotated[
        dict[str, str] | None,
        Field(
            field_types.mapping_of(field_types.header),
            "dictionary of text",
            "HTTP headers of every request to the upstream.",
            default="the provider's, which the model's own are joined with",
            params=("extra_headers",),
        ),
    ] = None
    extra_body: t.Annotated[
        dict[str, t.Any] | None,
        Field(
            field_types.mapping,
            "dictionary",
            "What every request to the upstream has beside what the client sends.",
            default="the provider's, which the model's own is joined with",
            params=("extra_body",),
        ),
    ] = None
    mode: t.Annotated[
        str | None,
        Field(
            field_types.name,
            "name",
            "What the model is for, in LiteLLM's words, such as `chat` or `embedding`. A fallback has the same.",
            default="what LiteLLM's map of models says",
            info="mode",
        ),
    ] = None
    cost: t.Annotated[
        dict[str, float] | None,
        Field(
            field_types.record(dict.fromkeys(PRICES, _PRICE)),
            "prices",
            "What the model costs: `input`, `output` and `cached_input`, see [Costs](routing.md#costs).",
            unit="USD per 1 M tokens",
            default="what LiteLLM's map of models says",
            becomes="`input_cost_per_token`, `output_cost_per_token`, `cache_read_input_token_cost` of `litellm_params`",
        ),
    ] = None
    budget: t.Annotated[
        dict[str, t.Any] | None,
        Field(
            field_types.budget,
            "amount and span of time",
            "What the model may cost in a span of time: `{limit: 20, period: 30d}`. When it is spent, its fallbacks answer. "
            "It needs prices. Each worker of each host counts by itself, and anew after each release, unless "
            "there is a [Redis](redis.md); a warning has the figure. A model that backs others has the budget once "
            "more behind each of them, see [Costs](routing.md#costs).",
            unit="USD",
            becomes="`max_budget` and `budget_duration` of `litellm_params`",
        ),
    ] = None
    context_window: t.Annotated[
        int | None,
        Field(
            field_types.whole(1),
            "whole number from 1",
            "The longest prompt that the model takes.",
            unit="tokens",
            default="what LiteLLM's map of models says",
            info="max_input_tokens",
        ),
    ] = None
    max_output: t.Annotated[
        int | None,
        Field(
            field_types.whole(1),
            "whole number from 1",
            "The longest answer that the model gives.",
            unit="tokens",
            default="what LiteLLM's map of models says",
            info="max_output_tokens",
        ),
    ] = None
    capabilities: t.Annotated[
        list[str] | None,
        Field(
            field_types.list_of(field_types.capability),
            "list of capabilities",
            "What the model can do, such as `vision` or `function_calling`.",
            default="what LiteLLM's map of models says",
            becomes="`model_info.supports_<capability>: true`",
        ),
    ] = None
    modes: t.Annotated[
        list[str] | None,
        Field(
            field_types.list_of(field_types.name),
            "list of names",
            "The values of `litellm_mode` in which the model is served, see "
            "[Models that share a GPU](routing.md#models-that-share-a-gpu).",
            default="all",
            becomes="nothing; a model of another mode is left out",
        ),
    ] = None
    fallbacks: t.Annotated[
        list[str] | None,
        Field(
            field_types.list_of(field_types.served_name),
            "list of names of models",
            "Aliases that answer when this model fails, in this order, see [Fallbacks](routing.md#fallbacks). Refused where one "
            "is not served.",
            becomes="their deployments once more under this model's alias, behind its own (`order`), with ids such as "
            "`mini-for-gpt-5`",
        ),
    ] = None
    mock_response: t.Annotated[
        str | None,
        Field(
            field_types.text,
            "text",
            "The answer to every request. No upstream is asked, so only an address and a key of the model itself count.",
            params=("mock_response",),
        ),
    ] = None
    litellm_params: t.Annotated[
        dict[str, t.Any] | None,
        Field(
            field_types.mapping,
            "dictionary",
            "Anything else of LiteLLM's `litellm_params`, in LiteLLM's own names, which are checked. Merged last.",
            default="the provider's, which the model's own are joined with",
            becomes="`litellm_params`",
        ),
    ] = None
    model_info: t.Annotated[
        dict[str, t.Any] | None,
        Field(
            field_types.mapping,
            "dictionary",
            "Anything else of LiteLLM's `model_info`. Merged last.",
            becomes="`model_info`",
        ),
    ] = None


FIELDS: dict[str, Field] = {
    name: hint.__metadata__[0]
    for name, hint in t.get_type_hints(ModelSpec, include_extras=True).items()
    if hasattr(hint, "__metadata__")
}
