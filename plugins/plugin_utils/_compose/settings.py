# SPDX-License-Identifier: GPL-3.0-or-later
"""The blocks beside ``model_list``: the collection's defaults, and what the operator writes in LiteLLM's own names.

What the operator writes wins. Where it would silently undo something else that the operator asked for, it is refused.
"""

from __future__ import annotations

import typing as t

from ...module_utils._model_config_options import MASTER_KEY
from .._known.deployment import MODEL_LIST, Block
from .._known.names import BLOCKS, DEFAULT_FALLBACKS, FALLBACKS, WITHOUT_MASTER_KEY
from .._language import field_types
from .._language.options import RenderOptions
from .._report.report import Report, Spot
from .._report.secrets import REFERENCE, is_key_as_name, shown

_OWN_OPTIONS = {
    MODEL_LIST: "models",
    **{block: block for block in BLOCKS},
}


def read_block(value: t.Any, at: Spot) -> Block:
    """A settings block as the operator wrote it; empty when there is none."""
    return {} if value is None else dict(field_types.mapping(value, at) or {})


def litellm_settings(options: RenderOptions, written: Block, backed: bool, report: Report) -> Block:
    """``litellm_settings``. ``drop_params`` is on and ``set_verbose`` off unless asked.

    :param written: what the operator wrote.
    :param backed: whether any model has fallbacks.
    """
    at = report.at("litellm_settings")
    merged: Block = {}
    for name, default in (("drop_params", True), ("set_verbose", False)):
        option = getattr(options, name)
        if option is not None:
            field_types.boolean(option, report.at(name))
        if option is not None and name in written and written[name] != option:
            at.child(name).add("contradiction", f"contradicts the option {name}", "keep one of the two")
        merged[name] = default if option is None else option
    _check_conflicts(written, backed, at)
    return {**merged, **written}


def router_settings(written: Block, routing: Block, backed: bool, report: Report) -> Block:
    """``router_settings``: the *routing* that the models ask for, and what the operator wrote.

    :param backed: whether any model has fallbacks.
    """
    _check_conflicts(written, backed, report.at("router_settings"))
    aliases = written.get("model_group_alias")
    merged = {**routing, **written}
    if isinstance(aliases, dict) and "model_group_alias" in routing:
        merged["model_group_alias"] = {**routing["model_group_alias"], **aliases}
    return merged


def _check_conflicts(written: Block, backed: bool, at: Spot) -> None:
    """Fallbacks that are written in LiteLLM's names while models declare theirs."""
    remedies = {
        FALLBACKS[0]: "write them as fallbacks of the models",
        DEFAULT_FALLBACKS: "write them in the option default_fallbacks",
    }
    for name, remedy in remedies.items():
        if backed and name in written:
            message = "stands beside fallbacks of models, and would be asked after them"
            at.child(name).add("contradiction", message, remedy)


def general_settings(written: Block, variable: t.Any, report: Report) -> Block:
    """``general_settings`` with the master key as a reference; without one where its variable has an empty name.

    :param written: what the operator wrote.
    :param variable: the name of the key's variable, as the operator wrote it.
    """
    at = report.at("general_settings")
    if variable == "":
        return _open_gateway(written, at)
    variable = field_types.environment_name(variable, report.at("master_key_env")) or MASTER_KEY
    key = written.get("master_key")
    if "master_key" in written:
        if not (isinstance(key, str) and key.startswith(REFERENCE)) or is_key_as_name(key[len(REFERENCE) :]):
            remedy = f"take it out and set litellm_master_key, or write {REFERENCE}NAME"
            at.child("master_key").add("secret-in-input", "must not be in a configuration", remedy)
        elif variable not in (MASTER_KEY, key[len(REFERENCE) :]):
            message = "names another variable than master_key_env"
            at.child("master_key").add("contradiction", message, "keep one of the two")
    return {"master_key": f"{REFERENCE}{variable}", **written}


def _open_gateway(written: Block, at: Spot) -> Block:
    if "master_key" in written:
        message = "stands beside an empty master_key_env, which asks for no key"
        at.child("master_key").add("contradiction", message, "keep one of the two")
    message = "is empty: anyone who reaches the port may use every model, and its keys"
    at.report.at("master_key_env").add("no-authentication", message, f"write {MASTER_KEY}")
    return {WITHOUT_MASTER_KEY: True, **written}


def extra_blocks(value: t.Any, report: Report) -> Block:
    """Further top-level blocks, under their own names."""
    at = report.at("extra_config")
    blocks = read_block(value, at)
    for name in list(blocks):
        if name in _OWN_OPTIONS:
            remedy = f"write it as {shown(_OWN_OPTIONS[name], bare=True)}"
            at.child(name).add("option-of-its-own", "has an option of its own", remedy)
            del blocks[name]
    return blocks
