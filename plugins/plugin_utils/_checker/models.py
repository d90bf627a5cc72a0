# SPDX-License-Identifier: GPL-3.0-or-later
"""Deployments: their shape, their provider, and what they refer to."""

from __future__ import annotations

import typing as t
from functools import lru_cache

from ...module_utils._litellm_names import PRICES
from ...module_utils._nearest import nearest
from .._known.deployment import Deployment
from .._known.model_names import provider_of
from .._known.names import EFFORTS, WORDS_OF_EFFORT
from .._known.sign_in import RENEWED, WITHOUT_KEY
from .._report.locations import Location
from .._report.problems import did_you_mean, type_name
from .._report.secrets import REFERENCE, shown
from . import value_types as types
from .addresses import check_given, check_missing
from .checked_config import OTHER, CheckedConfig
from .prices import check_prices, prices_in

if t.TYPE_CHECKING:
    from .._known.vocabulary import Vocabulary
    from .._report.report import Report

_NO_KEY = ("ollama", "ollama_chat", "oobabooga", "bedrock", "sagemaker", "sagemaker_chat", "vertex_ai")
"""Providers that LiteLLM asks without a key where it has none, and never with the key of another one."""


def check_shape(checked: CheckedConfig, report: Report) -> None:
    """Every entry of ``model_list`` has a name, parameters and a model, of the right types."""
    value = checked.config.get("model_list")
    location: Location = ("model_list",)
    if value is not None and not isinstance(value, list):
        report.add("wrong-shape", location, f"must be a list, not {type_name(value)}; LiteLLM refuses to start")
    elif not value and not checked.open_ended and not checked.serves_others:
        report.add(
            "no-models", location, "is empty; LiteLLM starts, reports healthy, and answers every request with 400"
        )
    for index, entry in enumerate(checked.entries):
        _check_entry(report, (*location, index), entry)


def _check_entry(report: Report, location: Location, entry: object) -> None:
    if not isinstance(entry, dict):
        message = f"must be a dictionary, not {type_name(entry)}; LiteLLM refuses to start"
        report.add("wrong-shape", location, message, "write model_name and litellm_params")
        return
    name = entry.get("model_name")
    if not isinstance(name, str) or not name.strip():
        message = f"must be text, not {type_name(name)}; LiteLLM refuses to start, or serves a model without a name"
        report.add("wrong-shape", (*location, "model_name"), message, "write the name that clients ask for, in quotes")
    params = entry.get("litellm_params")
    if not isinstance(params, dict):
        message = f"must be a dictionary, not {type_name(params)}; LiteLLM refuses to start"
        report.add("wrong-shape", (*location, "litellm_params"), message, "write a dictionary with model in it")
    elif not isinstance(params.get("model"), str) or not params["model"].strip():
        message = f"must be text, not {type_name(params.get('model'))}; LiteLLM refuses to start, or drops the model"
        report.add("wrong-shape", (*location, "litellm_params", "model"), message, "write <provider>/<model>")
    if "model_info" in entry and not isinstance(entry["model_info"], dict):
        message = f"must be a dictionary, not {type_name(entry['model_info'])}; LiteLLM refuses to start"
        report.add("wrong-shape", (*location, "model_info"), message, "take it out, or write a dictionary")


def check_models(checked: CheckedConfig, report: Report) -> None:
    """Every deployment by itself."""
    custom = _custom_providers(checked)
    for deployment in checked.deployments:
        _check_values(checked, report, deployment)
        _check_info(checked, report, deployment)
        _check_effort(report, deployment)
        check_prices(checked, report, deployment)
        _check_references(checked, report, deployment)
        _check_mode(checked, report, deployment)
        _check_provider(checked, report, deployment, custom)


def _custom_providers(checked: CheckedConfig) -> frozenset[str]:
    """Providers that the configuration brings itself."""
    custom = checked.block("litellm_settings").get("custom_provider_map")
    items = custom if isinstance(custom, list) else []
    return frozenset(str(item.get("provider")) for item in items if isinstance(item, dict))


@lru_cache(maxsize=1024)
def _near_provider(vocabulary: Vocabulary, prefix: str) -> str:
    return nearest(prefix, vocabulary.providers)


def _check_provider(checked: CheckedConfig, report: Report, deployment: Deployment, custom: frozenset[str]) -> None:
    """The model's provider is one that LiteLLM knows, and it has an address."""
    model, params = deployment.model, deployment.params
    prefix, slash, name = model.partition("/")
    location = deployment.locate("model")
    given = params.get("custom_llm_provider")
    if not model or model.startswith(REFERENCE) or isinstance(given, str) or prefix in custom:
        return
    if slash and prefix in checked.vocabulary.tables["prompt_integrations"]:  # whose prompt names the model
        return
    provider = checked.provider(params)
    if provider == OTHER != prefix:
        return
    if not provider:
        if not types.is_reference(params.get("api_base")):  # an address that nobody sees here may tell the provider
            _unknown_provider(checked, report, deployment, prefix if slash else "")
    elif slash and prefix == provider and not name and not _asks_for_first_pictures(deployment):
        report.add(
            "unknown-provider",
            location,
            "names a provider and no model; the upstream gets an empty name",
            f"write {provider}/<model>",
        )
    elif not params.get("api_base") and not params.get("base_url") and not params.get("litellm_credential_name"):
        check_missing(checked, report, deployment, provider)


def _asks_for_first_pictures(deployment: Deployment) -> bool:
    """Whether it is Azure's first service for pictures, in whose addresses no model is named."""
    return deployment.model == "azure/" and str(deployment.params.get("api_version")).startswith("2023-")


def _unknown_provider(checked: CheckedConfig, report: Report, deployment: Deployment, prefix: str) -> None:
    effect = "LiteLLM drops the model with a line in the log, starts, and answers requests for it with 400"
    model = deployment.model
    wanted = _near_model(checked, deployment, prefix)
    if wanted:
        remedy = f"did you mean {shown(wanted, bare=True)}?"
    elif not prefix and provider_of(model):
        remedy = f"write {shown(f'{provider_of(model)}/{model}', bare=True)}, or another provider in front"
    else:
        maker = "" if prefix else checked.vocabulary.likely_provider(model)
        wanted = f"{maker or 'openai'}/{model}"
        remedy = f"write {shown(wanted, bare=True)}" + (
            ", or the provider that serves it in front"
            if maker
            else " for an endpoint that speaks OpenAI's protocol, or another provider in front"
        )
    what = f"is {shown(model)}, which names no provider"
    if checked.vocabulary.split_model(model)[0]:
        what += ", and its api_base is one for which LiteLLM takes none from the name"
    elif prefix:
        what = f"has the provider {shown(prefix)}, which is unknown"
    report.add("unknown-provider", deployment.locate("model"), f"{what}; {effect}", remedy)


def _near_model(checked: CheckedConfig, deployment: Deployment, prefix: str) -> str:
    """The model as it was probably meant: with a known provider, or in LiteLLM's capitals; ``''``: nobody knows."""
    if prefix:
        near = _near_provider(checked.vocabulary, prefix)
        return f"{near}/{deployment.model.partition('/')[2]}" if near else ""
    written = checked.vocabulary.as_written(deployment.model)
    # At an address that LiteLLM knows, a bare name may have no provider in any capitals.
    return written if written and checked.provider({**deployment.params, "model": written}) else ""


def _check_values(checked: CheckedConfig, report: Report, deployment: Deployment) -> None:
    """Addresses, keys and times whose type is right and whose value is not."""
    location, params = deployment.locate(), deployment.params
    check_given(checked, report, deployment)
    if isinstance(params.get("cache"), bool):
        message = "must be a dictionary, not true or false; with a cache in litellm_settings every request fails"
        report.add("wrong-type", (*location, "cache"), message, "take it out; cache belongs in litellm_settings")
    if "api_key" in params and params["api_key"] in ("", None) and not _asks_for_no_key(checked, deployment):
        message = "is empty; LiteLLM takes the provider's key from its environment, or sends none"
        report.add(
            "empty-api-key", (*location, "api_key"), message, "write os.environ/NAME, or sk-none where no key is needed"
        )
    check_drop_params(checked, report, (*location, "drop_params"), params.get("drop_params"))
    for key in ("headers", "extra_headers", "extra_body"):
        if not types.fits("dict", params.get(key)):
            message = f"must be a dictionary, not {type_name(params[key])}; LiteLLM starts, and every request fails"
            report.add("wrong-type", (*location, key), message, "write a dictionary")
    for key in ("timeout", "stream_timeout"):
        value = params.get(key)
        if not types.fits("~num", value):
            message = f"must be a number of seconds, not {type_name(value)}; LiteLLM starts, and every request fails"
            report.add("wrong-type", (*location, key), message, types.remedy("num", value))
        elif value is not None and types.is_number(value) and value < 0:
            report.add("wrong-type", (*location, key), "is negative; every request times out at once", "write seconds")
    _check_key(checked, report, deployment)


def _asks_for_no_key(checked: CheckedConfig, deployment: Deployment) -> bool:
    """Whether an empty key does no harm: LiteLLM sends a word in its place, none, or signs in with something else."""
    params = deployment.params
    provider = checked.provider(params)
    return (
        "mock_response" in params
        or provider in _NO_KEY
        # Where a word has to be written, LiteLLM would send the key of OpenAI.
        or checked.vocabulary.tables["keyless"].get(provider) == ""
        or any(params.get(key) for key in WITHOUT_KEY.get(provider, ()))
        or (provider.startswith("azure") and checked.block("litellm_settings").get(RENEWED) is True)
    )


def check_drop_params(checked: CheckedConfig, report: Report, location: Location, value: object) -> None:
    """``drop_params`` is true or false, or, in versions that read it, text that says so."""
    reads = checked.vocabulary.reads_drop_params
    if not types.fits("~bool" if reads else "bool", value):
        version = checked.vocabulary.requested
        effect = (
            "takes it for false" if reads else f"{version} takes whatever is not empty for true, the word false too"
        )
        message = f"must be true or false, not {type_name(value)}; LiteLLM {effect}"
        report.add("wrong-type", location, message, "write true or false")


def _check_info(checked: CheckedConfig, report: Report, deployment: Deployment) -> None:
    """Nothing in ``model_info`` takes the model, or the answers, away."""
    location, info = (*deployment.location, "model_info"), deployment.info
    if "db_model" in info and info["db_model"] is None:
        report.add("null-setting", (*location, "db_model"), "is null; LiteLLM drops the model", "take it out")
    known = checked.vocabulary.tables["model_info"]
    for price in PRICES.values():
        # Versions that know the type drop the model.
        if known.get(price) == "any" and not types.fits("~num", info.get(price)):
            message = f"must be a number, not {type_name(info[price])}; every request to the model fails"
            report.add("wrong-type", (*location, price), message, "write a number")


def _check_key(checked: CheckedConfig, report: Report, deployment: Deployment) -> None:
    """A deployment that speaks to OpenAI's client brings a key, or the service has OpenAI's."""
    params = deployment.params
    others = (
        *("litellm_credential_name", "mock_response", "configurable_clientside_auth_params", "custom_llm_provider"),
        *WITHOUT_KEY["openai"],
    )
    provider = checked.provider(params)
    variable = checked.vocabulary.providers.get(provider, "")
    if (
        provider != "openai"
        or "api_key" in params
        or checked.may_have(variable)
        or any(key in params for key in others)
    ):
        return
    message = f"is missing, and {variable} is not in the environment of the service; every request fails"
    remedy = "write os.environ/NAME, or sk-none where no key is needed"
    report.add("empty-api-key", deployment.locate("api_key"), message, remedy)


def _check_effort(report: Report, deployment: Deployment) -> None:
    """``reasoning_effort`` is one of the words; YAML reads ``off`` as false, which reaches the upstream."""
    value = deployment.params.get("reasoning_effort")
    location = deployment.locate("reasoning_effort")
    if value is None or types.is_reference(value) or isinstance(value, dict):
        return
    if not isinstance(value, str):
        message = f"must be text, not {type_name(value)}; LiteLLM sends it to the upstream as it is"
        report.add("wrong-type", location, message, "write low, medium or high in quotes, or take it out")
    elif value not in WORDS_OF_EFFORT:
        message = f"is {shown(value)}; LiteLLM never checks the word and sends it to the upstream"
        report.add("unknown-effort", location, message, f"write one of {', '.join(EFFORTS)}")


def _check_references(checked: CheckedConfig, report: Report, deployment: Deployment) -> None:
    """What a deployment refers to by name: stored credentials, its base model, the environments it is for."""
    location, info = deployment.location, deployment.info
    credential = deployment.params.get("litellm_credential_name")
    stored = checked.config.get("credential_list")
    names = (
        [str(item.get("credential_name")) for item in stored or () if isinstance(item, dict)]
        if isinstance(stored, list)
        else []
    )
    if isinstance(credential, str) and credential not in names and not checked.open_ended:
        message = f"is {shown(credential)}, which credential_list does not have; LiteLLM goes on without the credential"
        close = nearest(credential, names)
        report.add(
            "missing-credential",
            (*location, "litellm_params", "litellm_credential_name"),
            message,
            f"did you mean {shown(close)}?" if close else "",
        )
    base = info.get("base_model")
    if (
        isinstance(base, str)
        # Prices of one's own come before those of the list.
        and not any(prices_in({**deployment.params, **info}))
        and not checked.vocabulary.knows(base)
        and not checked.vocabulary.knows(f"{deployment.model.partition('/')[0]}/{base}")
        and not checked.vocabulary.prices_pictures(base)
    ):
        message = f"is {shown(base)}, which LiteLLM's price list does not have; no cost is counted"
        report.add(
            "unknown-base-model",
            (*location, "model_info", "base_model"),
            message,
            "write a name of the list, or the prices themselves",
        )
    if (
        info.get("supported_environments")
        and checked.environment is not None
        and "LITELLM_ENVIRONMENT" not in checked.environment
    ):
        message = "is set, but LITELLM_ENVIRONMENT is not; LiteLLM drops the model"
        report.add(
            "missing-environment",
            (*location, "model_info", "supported_environments"),
            message,
            "set LITELLM_ENVIRONMENT, or take it out",
        )


def _check_mode(checked: CheckedConfig, report: Report, deployment: Deployment) -> None:
    """``model_info.mode`` is a word that LiteLLM knows."""
    known, mode = checked.vocabulary.tables["modes"], deployment.info.get("mode")
    if isinstance(mode, str) and mode not in known and not types.is_reference(mode):
        message = f"is {shown(mode)}, which LiteLLM does not know; health checks of the model fail"
        report.add("unknown-mode", (*deployment.location, "model_info", "mode"), message, did_you_mean(mode, known))
