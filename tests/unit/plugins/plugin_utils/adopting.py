"""Whether a configuration comes back from the inventory variables that are printed for it."""

from __future__ import annotations

import copy
import typing as t

import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.options import RenderOptions
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.source_files import SourceFile
from ansible_collections.llmops.litellm.plugins.plugin_utils._render import render
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import InputError
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.secrets import secrets_in
from ansible_collections.llmops.litellm.plugins.plugin_utils._to_inventory import inventory_text, inventory_variables

from tests.unit.plugins.plugin_utils.conftest import Block, rendered_again


class Ansible(yaml.SafeLoader):
    """Reads ``!unsafe`` as Ansible does."""


Ansible.add_constructor("!unsafe", lambda loader, node: str(node.value))


DEFAULTS: dict[str, Block] = {
    "litellm_settings": {"drop_params": False, "set_verbose": False},
    "router_settings": {"disable_cooldowns": False},
    "general_settings": {
        "master_key": "os.environ/LITELLM_MASTER_KEY",
        "dangerously_permit_weak_or_unset_master_key": False,
    },
}


def taken(text: str, **options: t.Any) -> Block | None:
    """The configuration that *text* is, where it is taken; else None."""
    try:
        return render(RenderOptions(config_file=SourceFile("config.yaml", text), **options)).config
    except InputError:
        return None


def without_defaults(config: Block) -> Block:
    """*config* as LiteLLM sees it: limits among the parameters, no ids that were made, and nothing that says no more than
    LiteLLM's own defaults.
    """
    config = copy.deepcopy(config)
    for deployment in config.get("model_list") or []:
        for limit in ("rpm", "tpm"):
            value = deployment.pop(limit, None)
            if value is not None and deployment["litellm_params"].get(limit) is None:
                deployment["litellm_params"][limit] = value
        info = deployment.get("model_info", {})
        info.pop("id", None)
        if not info:
            deployment.pop("model_info", None)
    for block, defaults in DEFAULTS.items():
        for name, value in defaults.items():
            if config.get(block) and config[block].get(name, value) == value:
                config[block].pop(name, None)
    return {name: block for name, block in config.items() if block not in (None, {}, [])}


def leaves(tree: object) -> t.Iterator[object]:
    if isinstance(tree, (dict, list)):
        for item in tree.values() if isinstance(tree, dict) else tree:
            yield from leaves(item)
    else:
        yield tree


def assert_comes_back(accepted: Block, litellm_version: str = "") -> None:
    """The role takes the inventory variables that are printed for *accepted*, and they declare the same, but for secrets."""
    variables = inventory_variables(accepted, render, litellm_version)
    printed = inventory_text(variables)
    variables = yaml.load(printed, Loader=Ansible)  # noqa: S506 - a safe loader with one more tag
    before, after = (
        without_defaults(accepted),
        without_defaults(rendered_again(variables, litellm_version=litellm_version)),
    )
    secrets: dict[str, str] = {}
    for path in secrets_in(before):
        holder: t.Any = before
        again: t.Any = after
        for part in path[:-1]:
            holder, again = holder[part], again.setdefault(part, {}) if isinstance(again, dict) else again[part]
        secret, reference = holder[path[-1]], again.get(path[-1], "os.environ/LITELLM_MASTER_KEY")
        assert secret not in printed
        assert reference.startswith("os.environ/")
        # One name for one value, and no name that the configuration had before.
        assert secrets.setdefault(reference, secret) == secret
        holder[path[-1]] = again[path[-1]] = reference
    taken = {value for value in leaves(accepted) if isinstance(value, str) and value.startswith("os.environ/")}
    assert not taken & (set(secrets) - {"os.environ/LITELLM_MASTER_KEY"})
    assert before == after
