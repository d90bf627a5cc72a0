"""Which variables of the role are options of ``litellm_release``: those that fields of its dataclasses are named after."""

from __future__ import annotations

import dataclasses
import typing as t

import yaml
from ansible_collections.llmops.litellm.plugins.module_utils._litellm_release.resolve import Choices
from ansible_collections.llmops.litellm.plugins.module_utils._release.containers import Container
from ansible_collections.llmops.litellm.plugins.module_utils._release.desired import Release
from ansible_collections.llmops.litellm.plugins.module_utils._release.layout import FOLDERS
from ansible_collections.llmops.litellm.plugins.modules import litellm_release
from role_options import Option

Names = tuple[str, ...]
"""An option's name, or that of the option above it and its own."""


def taken_by_release(variables: t.Mapping[str, Option]) -> dict[Names, str]:
    """Each option of ``litellm_release`` that is a variable to its name, in the order of *variables*.

    What the module documents whole by itself is none.
    """
    own = _documented_by_module()
    found: dict[Names, str] = {}
    for name in _names(Release, Choices):
        if "type" not in own.get(name, {}):
            found[name,] = f"litellm_{name}"
    found |= {("directories", name): f"litellm_{name}_dir" for name in FOLDERS}
    for name in _names(Container):
        possible = (f"litellm_container_{name}", f"litellm_image_{name}", f"litellm_{name}")
        found["container", name] = next((each for each in possible if each in variables), "")
    order = {variable: number for number, variable in enumerate(variables)}
    there = ((names, variable) for names, variable in found.items() if variable in variables)
    return dict(sorted(there, key=lambda item: order[item[1]]))


def facts_of_release(taken: t.Mapping[Names, str], variables: t.Mapping[str, Option]) -> dict[str, Option]:
    """What is said of these options beside words: types are the variables', defaults are the fields'."""
    defaults: dict[Names, t.Any] = {(name,): value for name, value in _defaults(Release, Choices).items()}
    defaults |= {("directories", name): "" for name in FOLDERS}
    defaults |= {("container", name): value for name, value in _defaults(Container).items()}
    found: dict[str, Option] = {}
    for names, variable in taken.items():
        facts: Option = {
            key: value for key, value in variables[variable].items() if key in ("type", "elements", "choices")
        }
        facts |= {"default": defaults[names]} if names in defaults else {}
        if len(names) > 1:
            found.setdefault(names[0], {"type": "dict", "options": {}})["options"][names[1]] = facts
        else:
            found[names[0]] = facts
    return found


def spec_of_release(taken: t.Mapping[Names, str], variables: t.Mapping[str, Option]) -> dict[str, Option]:
    """The same as Ansible checks it, with what the module says of some by itself."""
    own = _documented_by_module()
    spec = facts_of_release(taken, variables)
    for name, facts in spec.items():
        facts |= {"apply_defaults": True} if "options" in facts else {}
        facts |= {key: value for key, value in own.get(name, {}).items() if key != "description"}
    return spec


def arguments_of_release(taken: t.Mapping[Names, str], by_hand: str) -> list[str]:
    """The lines that hand the variables to the module, without those of options that are in *by_hand*."""
    lines: list[str] = []
    for (name, *below), variable in taken.items():
        if f"\n    {name}:" in f"\n{by_hand}":
            continue
        if not below:
            lines.append(f'    {name}: "{{{{ {variable} }}}}"\n')
        else:
            above = f"    {name}:\n"
            lines += [] if above in lines else [above]
            lines.append(f'      {below[0]}: "{{{{ {variable} }}}}"\n')
    return lines


def _documented_by_module() -> dict[str, Option]:
    options: dict[str, Option] = yaml.safe_load(litellm_release.DOCUMENTATION)["options"]
    return options


def _names(*kinds: type[t.Any]) -> list[str]:
    return [field.name for kind in kinds for field in dataclasses.fields(kind)]


def _defaults(*kinds: type[t.Any]) -> dict[str, t.Any]:
    """Field to default of those that have one, as plain data."""
    found: dict[str, t.Any] = {}
    for field in (field for kind in kinds for field in dataclasses.fields(kind)):
        if field.default is not dataclasses.MISSING:
            found[field.name] = list(field.default) if isinstance(field.default, tuple) else field.default
        elif field.default_factory is not dataclasses.MISSING:
            found[field.name] = field.default_factory()
    return found
