# SPDX-License-Identifier: GPL-3.0-or-later
"""From models and settings that an operator declares to a configuration."""

from __future__ import annotations

import typing as t

from .._known.deployment import KEYS, MODEL_LIST, Block, Deployment, in_list
from .._known.names import BLOCKS, OPENAI_KEY, WITHOUT_MASTER_KEY
from .._known.sign_in import sign_in
from .._language import field_types
from .._language.entries import BrokenEntry, Entry
from .._language.env_models import EnvSettings, read_env_settings
from .._language.gpu_modes import in_mode
from .._language.model_spec import FIELDS, ModelSpec
from .._language.options import RenderOptions
from .._language.providers import Provider, Providers, parse_providers
from .._language.sources import from_strings, from_variables, join, select
from .._report import yaml_text
from .._report.secrets import instead_of, secrets_in
from . import settings
from .deployments import build_deployments, catch_all_copies, with_own_ids
from .draft import Draft
from .fallbacks import PER_MODEL, OperatorSettings, cooldown_settings, with_fallbacks, without_keyless
from .routing import LONG_PROMPTS, WILDCARD, Routing, route
from .source_map import SourceMap

if t.TYPE_CHECKING:
    from collections.abc import Collection

    from .._known.vocabulary import Vocabulary
    from .._report.locations import Location
    from .._report.report import Report
    from .redis import SharedState
    from .telemetry import Telemetry

DEFAULT_EFFORT = "medium"
_HEADER = "# Written by llmops.litellm.litellm_model_config; the next run overwrites what is changed here.\n"
_REFUSED_BY_FIELD = ("api_key", "api_key_env", "api_base")


def compose(
    options: RenderOptions,
    telemetry: Telemetry,
    shared: SharedState,
    filled: Collection[str] | None,
    vocabulary: Vocabulary,
    report: Report,
) -> Draft:
    """The configuration that *options* (plain data) declare.

    :param telemetry: what they say of logs, metrics and traces.
    :param shared: what they say of a Redis.
    :param filled: names of the variables that the service has and that are not empty; None: not known.
    """
    declared = read_env_settings(options.env_file, report)
    entries, in_other_modes = _served(options, declared, report)
    _refuse_secrets(options, report)
    providers = _providers(options, declared, vocabulary, report)
    good = [entry for entry in entries if not isinstance(entry, BrokenEntry)]
    litellm, router, general = (settings.read_block(getattr(options, name), report.at(name)) for name in BLOCKS)
    routing = route(entries, in_other_modes, options.agents, options.default_fallbacks, router, report)
    endpoints = {entry.key: providers.endpoint(entry, report) for entry in good if isinstance(entry, ModelSpec)}
    own = without_keyless(build_deployments(good, endpoints, vocabulary, report), routing.chains, filled, report)
    operator = OperatorSettings(router, litellm)
    backed = with_fallbacks(own, routing.chains, operator, PER_MODEL in vocabulary.tables["model_info"])
    served = [*backed, *catch_all_copies(backed, routing.catch_all)]
    if vocabulary.takes_names_for_ids:
        served = with_own_ids(served, routing.agents)
    budgets = providers.budgets(endpoints.values(), report)
    generated = {
        **routing.router_settings,
        **cooldown_settings(served, operator),
        **({"provider_budget_config": budgets} if budgets else {}),
    }
    with_redis = shared.router_settings(served, router, {**budgets, **_provider_budgets(router)}, operator)
    # Placeholders serve nobody; they are there so that references to refused models raise no second error.
    deployments = in_list([*served, *_placeholders(entries)])
    source_map = SourceMap(
        deployments,
        {
            **_generated(litellm, router, general, routing),
            **providers.budget_origins(budgets),
            **shared.origins,
            **{("router_settings", name): None for name in with_redis},
        },
        providers.declared,
    )
    has_chains = bool(routing.chains)
    config = {
        MODEL_LIST: [deployment.entry() for deployment in deployments],
        "litellm_settings": {
            **telemetry.with_callbacks(settings.litellm_settings(options, litellm, has_chains, report)),
            **shared.litellm,
        },
        "router_settings": {**settings.router_settings(router, generated, has_chains, report), **with_redis},
        "general_settings": {**settings.general_settings(general, options.master_key_env, report), **shared.general},
        **telemetry.with_settings(settings.extra_blocks(options.extra_config, report)),
    }
    config = {name: block for name, block in config.items() if block != {}}
    return Draft(config, _HEADER + yaml_text.dump(config), deployments, source_map)


def _provider_budgets(router: Block) -> Block:
    """Budgets of providers that the operator wrote in LiteLLM's own names."""
    written = router.get("provider_budget_config")
    return written if isinstance(written, dict) else {}


def _placeholders(entries: list[Entry]) -> list[Deployment]:
    return [
        Deployment(entry.alias or WILDCARD, {}, role="placeholder", keys=KEYS[:2])
        for entry in entries
        if isinstance(entry, BrokenEntry)
    ]


def _generated(litellm: Block, router: Block, general: Block, routing: Routing) -> dict[Location, Location | None]:
    """Location of each setting that the operator did not write, to the option that it was made of; see :class:`SourceMap`."""
    made: dict[Location, Location | None] = {
        ("litellm_settings", name): (name,) for name in ("drop_params", "set_verbose") if name not in litellm
    }
    if WITHOUT_MASTER_KEY not in general:
        made["general_settings", WITHOUT_MASTER_KEY] = ("master_key_env",)
    if LONG_PROMPTS not in router:
        made["router_settings", LONG_PROMPTS] = None
    for agent in routing.router_settings.get("model_group_alias", {}):
        made["router_settings", "model_group_alias", agent] = ("agents", agent)
    return made


def _served(options: RenderOptions, declared: EnvSettings, report: Report) -> tuple[list[Entry], set[str]]:
    """The models that this host serves, of all that are declared, and the aliases that are away in its mode."""
    catalog = join(
        from_variables(options.models, report.at("models")),
        declared.models,
        from_strings(options.model_specs, report.at("model_specs")),
    )
    general = options.general_settings if isinstance(options.general_settings, dict) else {}
    extra = options.extra_config if isinstance(options.extra_config, dict) else {}
    # A gateway may have its models in a database or in other files, or serve something else than models.
    elsewhere = general.get("store_model_in_db") is True or any(
        (extra.get("include"), extra.get("mcp_servers"), general.get("pass_through_endpoints"))
    )
    if not catalog and not elsewhere and not report.refused:
        remedy = "write models, model_specs, env_file or config_file"
        report.at("models").add("no-model-declared", "no model is declared", remedy)
    entries = select(catalog, options.model_keys, report.at("model_keys"))
    if options.model_keys == []:
        remedy = "name keys of models, or leave it out to serve all"
        report.at("model_keys").add("no-model-left", "is empty, so no model is left", remedy)
    return in_mode(entries, catalog.values(), options.litellm_mode, report)


def _providers(options: RenderOptions, declared: EnvSettings, vocabulary: Vocabulary, report: Report) -> Providers:
    """The providers, with global defaults: an option wins over the environment file."""

    def given(name: str, field_type: field_types.FieldType) -> t.Any:
        value = getattr(options, name)
        return None if value is None or value == "" else field_type(value, report.at(name))

    timeout = given("timeout", FIELDS["timeout"].field_type)
    default = Provider(
        api_base=given("api_base", field_types.url) or declared.api_base or "",
        api_key_env=given("api_key_env", field_types.environment_name) or declared.api_key_env or OPENAI_KEY,
        reasoning_effort=given("reasoning_effort", field_types.effort) or declared.reasoning_effort or DEFAULT_EFFORT,
        shared={} if timeout is None else {"timeout": timeout},
    )
    named = parse_providers(options.providers, report.at("providers"), vocabulary)
    blocks = (options.litellm_settings, options.extra_config)
    written = sign_in(*(block if isinstance(block, dict) else {} for block in blocks))
    return Providers(named, vocabulary, default, written)


def _refuse_secrets(options: RenderOptions, report: Report) -> None:
    """Report secrets that stand in the input, except where a field of the language has refused them already."""
    for name in ("models", "providers", "litellm_settings", "router_settings", "general_settings", "extra_config"):
        for location in secrets_in(getattr(options, name)):
            own_field = name in ("models", "providers") and len(location) == 2 and location[1] in _REFUSED_BY_FIELD
            if not own_field and (name, *location) != ("general_settings", "master_key"):
                message = "looks like a secret, which must not be in a configuration"
                report.at(name, *location).add("secret-in-input", message, instead_of(location))
