# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this plugin util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""The blocks beside ``model_list``: the collection's defaults, and what the operator writes in LiteLLM's own names.

What the operator writes wins. Where it would silently undo something else that the operator asked for, it is refused.
"""

from __future__ import annotations

import typing as t

from ...module_utils._model_config_options import MASTER_KEY
from .._language import field_types as kinds
from .._language.options import RenderOptions
from .._report.locations import Place
from .._report.problems import Problem
from .._report.secrets import REFERENCE, shown

WITHOUT_MASTER_KEY = "dangerously_permit_weak_or_unset_master_key"
MODEL_LIST = "model_list"
_OWN_OPTIONS = {
    MODEL_LIST: "models",
    "litellm_settings": "litellm_settings",
    "router_settings": "router_settings",
    "general_settings": "general_settings",
}

Block = dict[str, t.Any]


def read_block(value: t.Any, place: Place, problems: list[Problem]) -> Block:
    """A settings block as the operator wrote it; empty when there is none."""
    return {} if value is None else dict(kinds.mapping(value, place, problems) or {})


def litellm_settings(options: RenderOptions, backed: bool, problems: list[Problem]) -> Block:
    """``litellm_settings``. ``drop_params`` is on and ``set_verbose`` off unless asked.

    :param backed: whether any model has fallbacks.
    """
    place = Place("litellm_settings")
    written = read_block(options.litellm_settings, place, problems)
    merged: Block = {}
    for name, default in (("drop_params", True), ("set_verbose", False)):
        option = getattr(options, name)
        if option is not None:
            kinds.boolean(option, Place(name), problems)
        if option is not None and name in written and written[name] != option:
            problems.append(place.child(name).error(f"contradicts the option {name}", "keep one of the two"))
        merged[name] = default if option is None else option
    problems.extend(_conflicts(written, backed, place))
    return {**merged, **written}


def router_settings(written: Block, routing: Block, backed: bool, problems: list[Problem]) -> Block:
    """``router_settings``: the *routing* that the models ask for, and what the operator wrote.

    :param backed: whether any model has fallbacks.
    """
    place = Place("router_settings")
    problems.extend(_conflicts(written, backed, place))
    aliases = written.get("model_group_alias")
    merged = {**routing, **written}
    if isinstance(aliases, dict) and "model_group_alias" in routing:
        merged["model_group_alias"] = {**routing["model_group_alias"], **aliases}
    return merged


def _conflicts(written: Block, backed: bool, place: Place) -> t.Iterator[Problem]:
    """Fallbacks that are written in LiteLLM's names while models declare theirs."""
    remedies = {
        "fallbacks": "write them as fallbacks of the models",
        "default_fallbacks": "write them in the option default_fallbacks",
    }
    for name, remedy in remedies.items():
        if backed and name in written:
            yield place.child(name).error("stands beside fallbacks of models, and would be asked after them", remedy)


def general_settings(options: RenderOptions, problems: list[Problem]) -> Block:
    """``general_settings`` with the master key as a reference; without one where its variable has an empty name."""
    place = Place("general_settings")
    written = read_block(options.general_settings, place, problems)
    variable = options.master_key_env
    if variable == "":
        return _open_gateway(written, place, problems)
    variable = kinds.environment_name(variable, Place("master_key_env"), problems) or MASTER_KEY
    key = written.get("master_key")
    if "master_key" in written:
        if not (isinstance(key, str) and key.startswith(REFERENCE)):
            remedy = f"take it out and set litellm_master_key, or write {REFERENCE}NAME"
            problems.append(place.child("master_key").error("must not be in a configuration", remedy))
        elif variable not in (MASTER_KEY, key[len(REFERENCE) :]):
            problems.append(
                place.child("master_key").error("names another variable than master_key_env", "keep one of the two")
            )
    return {"master_key": f"{REFERENCE}{variable}", **written}


def _open_gateway(written: Block, place: Place, problems: list[Problem]) -> Block:
    if "master_key" in written:
        problems.append(
            place.child("master_key").error(
                "stands beside an empty master_key_env, which asks for no key", "keep one of the two"
            )
        )
    problems.append(
        Place("master_key_env").warning(
            "is empty: anyone who reaches the port may use every model, and its keys", f"write {MASTER_KEY}"
        )
    )
    return {WITHOUT_MASTER_KEY: True, **written}


def extra_blocks(value: t.Any, problems: list[Problem]) -> Block:
    """Further top-level blocks, under their own names."""
    place = Place("extra_config")
    blocks = read_block(value, place, problems)
    for name in list(blocks):
        if name in _OWN_OPTIONS:
            problems.append(
                place.child(name).error(
                    "has an option of its own", f"write it as {shown(_OWN_OPTIONS[name], bare=True)}"
                )
            )
            del blocks[name]
    return blocks
