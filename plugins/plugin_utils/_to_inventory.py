# SPDX-License-Identifier: GPL-3.0-or-later
"""From a LiteLLM configuration back to the inventory variables that produce it, for people who already run LiteLLM.

A deployment becomes fields of the inventory language where rendering them gives the same deployment again; else it
keeps LiteLLM's own shape. A secret becomes a reference, and its name an entry of ``litellm_secrets``.
"""

from __future__ import annotations

import copy
import re
import typing as t

from ..module_utils._model_config_options import MASTER_KEY
from ._compose.fallbacks import COOLING
from ._known.deployment import KEYS, MODEL_LIST, limits_beside
from ._known.names import WITHOUT_MASTER_KEY
from ._known.sign_in import RENEWED
from ._language.model_spec import FIELDS
from ._language.options import RenderOptions
from ._report import yaml_text
from ._report.problems import InputError, Problem
from ._report.references import MASTER_KEY_AT, references_in
from ._report.secrets import REFERENCE, secrets_in

Variables = dict[str, t.Any]
Render = t.Callable[[RenderOptions], t.Any]

SECRETS = "litellm_secrets"
_TEMPLATE = re.compile(r"\{[{%#]")
_BLOCKS = {
    "litellm_settings": "litellm_settings",
    "router_settings": "litellm_router_settings",
    "general_settings": "litellm_general_settings",
}


def inventory_variables(config: t.Mapping[str, t.Any], render: Render, litellm_version: str = "") -> Variables:
    """The variables of role ``litellm`` that produce *config*, without a secret among them.

    :param config: a configuration that was checked.
    :param render: renders options, to see whether a model in the inventory language comes out as it was.
    :param litellm_version: the version that it is for, on which what comes out depends; empty: the default one.
    """
    config, secrets = _without_secrets(config)
    models: dict[str, Variables] = {}
    around = {**_signing_in(config), "litellm_version": litellm_version}
    deployments = config.get(MODEL_LIST) or []
    ids = {str(_id(deployment)) for deployment in deployments}
    for deployment in map(_as_kept, deployments):
        # Without an id of its own, a deployment gets its key as one.
        key = _key(deployment, models if _id(deployment) else {*models, *ids})
        models[key] = _model(key, deployment, around, render)
    router = config.get("router_settings") or {}
    models = _without_ids(models, {**around, "router_settings": router}, render)
    if not any(name in router for name in COOLING):
        # LiteLLM's own default; the collection cools down only where something else can answer.
        config["router_settings"] = {**router, "disable_cooldowns": False}
    variables: Variables = {"litellm_models": models, **_defaults(config)}
    for block, variable in _BLOCKS.items():
        if config.get(block):
            variables[variable] = config[block]
    extra = {name: block for name, block in config.items() if name not in (MODEL_LIST, *_BLOCKS)}
    if extra:
        variables["litellm_extra_config"] = extra
    if secrets:
        variables[SECRETS] = {name: f"{{{{ vault_{name.lower()} }}}}" for name in secrets}
    return variables


def options_of(variables: Variables) -> Variables:
    """The options that *variables* of role ``litellm`` are, without the values of secrets."""
    return {
        name if name in _BLOCKS else name.removeprefix("litellm_"): value
        for name, value in variables.items()
        if name != SECRETS
    }


def refused_of(variables: Variables, render: Render, litellm_version: str = "") -> list[Problem]:
    """What the role refuses of *variables* that ``inventory_variables`` returned. It asks for more than LiteLLM does.

    :param render: renders options.
    :param litellm_version: the version that they are for; empty: the default one.
    """
    try:
        render(RenderOptions(**options_of(variables), litellm_version=litellm_version))
    except InputError as error:
        return error.problems
    return []


def inventory_text(variables: Variables, refused: t.Iterable[Problem] = ()) -> str:
    """*variables* as YAML for an inventory. Text that Ansible would take for a template has a tag that forbids it.

    :param refused: what the role refuses of them, for comments in front of them.
    """
    comments = (f"# The role refuses this until you change it: {problem}\n" for problem in refused)
    return "".join(comments) + yaml_text.dump(
        {name: value if name == SECRETS else _untemplated(value) for name, value in variables.items()}
    )


def _untemplated(value: t.Any) -> t.Any:
    if isinstance(value, dict):
        return {key: _untemplated(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_untemplated(item) for item in value]
    return yaml_text.Unsafe(value) if isinstance(value, str) and _TEMPLATE.search(value) else value


def _defaults(config: Variables) -> Variables:
    """What LiteLLM's blocks say and the role has variables of its own for, taken out of the blocks."""
    litellm, general = config.get("litellm_settings") or {}, config.get("general_settings") or {}
    variables: Variables = {}
    # What is no boolean stays in its block.
    if "drop_params" not in litellm or isinstance(litellm["drop_params"], bool):
        variables["litellm_drop_params"] = litellm.pop("drop_params", False)
    if isinstance(litellm.get("set_verbose"), bool) and litellm.pop("set_verbose"):
        variables["litellm_set_verbose"] = True
    key = general.pop("master_key", None)
    if general.get(WITHOUT_MASTER_KEY) is True and not key:
        del general[WITHOUT_MASTER_KEY]
        variables["litellm_master_key_env"] = ""
    elif isinstance(key, str) and key.startswith(REFERENCE) and key != REFERENCE + MASTER_KEY:
        variables["litellm_master_key_env"] = key.removeprefix(REFERENCE)
    return variables


def _without_secrets(config: t.Mapping[str, t.Any]) -> tuple[Variables, list[str]]:
    """A copy with references in place of secrets, and the names that they refer to, except the master key's."""
    clean = copy.deepcopy(dict(config))
    # These names have values already, which are not seen here.
    taken = {MASTER_KEY, *(reference.name for reference in references_in(clean) if not reference.fault)}
    values: dict[str, str] = {}
    for location in list(secrets_in(clean)):
        holder: t.Any = clean
        for part in location[:-1]:
            holder = holder[part]
        if location == MASTER_KEY_AT:
            holder[location[-1]] = REFERENCE + MASTER_KEY
            continue
        name = base = _secret_name(clean, location)
        number = 2
        # Two secrets never share a variable; one secret in two places does.
        while name in taken or values.setdefault(name, holder[location[-1]]) != holder[location[-1]]:
            name, number = f"{base}_{number}", number + 1
        holder[location[-1]] = REFERENCE + name
    return clean, list(values)


def _secret_name(config: Variables, location: tuple[str | int, ...]) -> str:
    """A variable's name for the secret at *location*: its model's name, or its block's, and its own."""
    owner: object = location[0]
    if location[0] == MODEL_LIST and isinstance(location[1], int):
        entry = config[MODEL_LIST][location[1]]
        owner = entry.get("model_name") if isinstance(entry, dict) else owner
    name = re.sub(r"\W+", "_", f"{owner}_{location[-1]}", flags=re.ASCII).strip("_").upper()
    return f"KEY_{name}" if not name or name[0].isdigit() else name


def _id(deployment: Variables) -> t.Any:
    return (deployment.get("model_info") or {}).get("id")


def _key(deployment: Variables, taken: t.Collection[str]) -> str:
    """A key of its own for the catalog: the deployment's id, else one after its name."""
    name = str(_id(deployment) or deployment.get("model_name"))
    key = base = re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_") or "model"
    number = 2
    while key in taken:
        key = f"{base}_{number}"
        number += 1
    return key


def _signing_in(config: Variables) -> Variables:
    """The options on which it depends what is written of a model's provider: credentials, and how Azure signs in."""
    litellm = config.get("litellm_settings") or {}
    return {
        "extra_config": {name: config[name] for name in ("credential_list",) if name in config},
        "litellm_settings": {name: litellm[name] for name in (RENEWED,) if name in litellm},
    }


def _as_kept(deployment: Variables) -> Variables:
    """*deployment* with its parameters where LiteLLM keeps them, and without what it does not look at."""
    kept = {key: deployment[key] for key in deployment if key in KEYS}
    beside = limits_beside(deployment)
    return {**kept, "litellm_params": {**kept["litellm_params"], **beside}} if beside else kept


def _model(key: str, deployment: Variables, around: Variables, render: Render) -> Variables:
    """*deployment* in the inventory language, or as it is.

    :param around: further options to render it with.
    """
    spec = _as_spec(deployment)
    expected = copy.deepcopy(deployment)
    expected.setdefault("model_info", {}).setdefault("id", key)
    try:
        rendered = render(RenderOptions(models={key: spec}, **around)).config[MODEL_LIST][0]
    except InputError:
        return deployment
    return spec if rendered == expected else deployment


def _without_ids(models: dict[str, Variables], around: Variables, render: Render) -> dict[str, Variables]:
    """*models* without each id that is the key, where the key becomes the id anyway: in versions that take a name for an id it does
    not, if it is a name too.

    :param around: further options to render them with.
    """
    shorter = {key: _without_id(model) if _id(model) == key else model for key, model in models.items()}
    try:
        rendered = render(RenderOptions(models=shorter, **around)).config[MODEL_LIST]
    except InputError:
        return models
    ids = {_id(deployment) for deployment in rendered}
    return {key: shorter[key] if key in ids else model for key, model in models.items()}


def _without_id(model: Variables) -> Variables:
    info = {name: value for name, value in model["model_info"].items() if name != "id"}
    rest = {name: value for name, value in model.items() if name != "model_info"}
    return {**rest, "model_info": info} if info else rest


def _as_spec(deployment: Variables) -> Variables:
    """The fields that *deployment* seems to be made of."""
    params = dict(deployment.get("litellm_params") or {})
    info = dict(deployment.get("model_info") or {})
    prefix, _slash, upstream = str(params.pop("model", "")).partition("/")
    spec: Variables = {"upstream": upstream}
    if deployment.get("model_name") != upstream:
        spec["alias"] = deployment.get("model_name")
    if prefix != "openai":
        spec["provider"] = prefix
    key = params.pop("api_key", None)
    if isinstance(key, str):
        spec.update({"api_key_env": key[len(REFERENCE) :]} if key.startswith(REFERENCE) else {"api_key": key})
    spec["reasoning_effort"] = params.pop("reasoning_effort", "none")
    if "api_base" in params:
        spec["api_base"] = params.pop("api_base")
    for name, field in FIELDS.items():
        if field.params and all(param in params for param in field.params):
            spec[name] = params[field.params[0]]
            params = {param: value for param, value in params.items() if param not in field.params}
        elif field.info and field.info in info:
            spec[name] = info.pop(field.info)
    if params:
        spec["litellm_params"] = params
    if info:
        spec["model_info"] = info
    return spec
