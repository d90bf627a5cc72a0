"""Writes what several files say of one option from the one place that says it; ``--check`` only says whether they agree.

``roles/litellm/meta/argument_specs.yml`` has the words and the type of every variable, ``roles/litellm/defaults/main.yml``
its value; the other roles likewise. From them come the defaults in the former and the comments in the latter, the page
``docs/variables.md``, the options of the modules that take variables of the role, those of the entry points that render,
and the arguments of the tasks that hand them over. Which ones a module takes, the fields of its dataclasses say. A module
documents by itself only what is no variable, or what is another thing there.
"""

# ruff: noqa: E402  (path above)

from __future__ import annotations

import dataclasses
import re
import sys
import typing as t
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / ".collections"), str(ROOT / "scripts")]

# ruff: isort: off
import generated_files
from ansible_collections.llmops.litellm.plugins.modules import litellm_model_config
from ansible_collections.llmops.litellm.plugins.plugin_utils._language import model_spec, providers
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.options import RenderOptions
from option_texts import REPOSITORY, markdown, python_literal, wrapped, yaml_item, yaml_scalar
from release_options import Names, arguments_of_release, facts_of_release, spec_of_release, taken_by_release
from role_options import (
    LONGEST_LINE,
    PREFIX,
    Option,
    first_sentence,
    with_anchors,
    with_comments,
    with_defaults,
    with_new_variables,
    with_options,
)
# ruff: isort: on

ROLE = "llmops.litellm.litellm#role:main:"
SPECS = ROOT / "roles/litellm/meta/argument_specs.yml"
DEFAULTS = ROOT / "roles/litellm/defaults/main.yml"
PAGE = ROOT / "docs/variables.md"
RENDER = ROOT / "roles/litellm/tasks/render.yml"
PLAN = ROOT / "roles/litellm/tasks/plan.yml"
BY_SCRIPT = "    # Variables as they are, written by scripts/generate_options.py.\n"
BY_HAND = "    # What the module takes besides.\n"
SPEC_OF_MODEL_CONFIG = ROOT / "plugins/module_utils/_model_config_variables.py"
SPEC_OF_RELEASE = ROOT / "plugins/module_utils/_litellm_release/variables.py"
FRAGMENTS = ROOT / "plugins/doc_fragments"

MODELS = "docs/models.md"
MODELS_PAGE = (
    "What each means, its unit and default, what it becomes in LiteLLM and what is refused is in "
    f"C({MODELS}) of the collection, U({REPOSITORY}{MODELS})."
)
PAGE_HEAD = """\
# Variables

Every variable of the role `litellm`, with its type, its default and what is refused. `ansible-doc -t role llmops.litellm.litellm` shows the
same. The fields of `litellm_models` and `litellm_providers` have [a page of their own](models.md).

Those of the other roles stand below, and those of the playbooks [elsewhere](operations.md#which-hosts-and-as-whom).

<!-- Written by scripts/generate_options.py from meta/argument_specs.yml and defaults/main.yml of each role. -->
"""
OTHERS = sorted(path.parents[1] for path in ROOT.glob("roles/*/meta/argument_specs.yml") if path != SPECS)
OTHER_HEAD = "## The role {name}\n\n`ansible-doc -t role llmops.litellm.{name}` shows the same.\n"
LICENSE = """\
# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""
FRAGMENT = '''\
{license}"""Options of ``{module}`` that are variables of the role. Written by ``scripts/generate_options.py``."""

from __future__ import annotations


class ModuleDocFragment:
    DOCUMENTATION = r"""
options:
{options}
notes:
  - Options that are variables of role C(litellm) are told in full on C(docs/variables.md) of the collection,
    U({repository}docs/variables.md), which C(ansible-doc -t role llmops.litellm.litellm) shows too.
"""
'''
SPEC = '''\
# SPDX-License-Identifier: GPL-3.0-or-later
"""Options of ``{module}`` that are variables of the role. Written by ``scripts/generate_options.py``."""

from __future__ import annotations

import typing as t

VARIABLES: dict[str, dict[str, t.Any]] = {{
{options}
}}
'''
FACTS = ("type", "elements", "choices", "required", "default")
"""What documentation says of an option beside words."""


def texts() -> dict[Path, str]:
    """File to what should be in it."""
    specs = _with_fields(SPECS.read_text())
    values = with_new_variables(DEFAULTS.read_text(), yaml.safe_load(specs)["argument_specs"]["main"]["options"])
    defaults = yaml.safe_load(values)
    specs = with_defaults(specs, defaults)
    variables = yaml.safe_load(specs)["argument_specs"]["main"]["options"]
    taken = _taken_by_model_config(variables)
    render = _with_lines(RENDER.read_text(), lambda by_hand: _arguments_of_model_config(taken, defaults, by_hand))
    of_release = taken_by_release(variables)
    rendered = [name for name in variables if re.search(rf"\b{name}\b", render)]
    specs = with_options(with_anchors(specs, rendered), "render", rendered)
    # Of its other options its own tasks are the reason.
    of_kubernetes = {*yaml.safe_load(specs)["argument_specs"]["kubernetes"]["options"], *rendered}
    specs = with_options(specs, "kubernetes", [name for name in variables if name in of_kubernetes])
    return {
        SPECS: specs,
        DEFAULTS: with_comments(values, variables),
        PAGE: "\n".join([_page(PAGE_HEAD, variables, values), *map(_page_of_other, OTHERS)]),
        FRAGMENTS / "model_config.py": _fragment("litellm_model_config", _of_model_config(variables, taken)),
        FRAGMENTS / "release.py": _fragment("litellm_release", _of_release(of_release, variables)),
        RENDER: render,
        PLAN: _with_lines(PLAN.read_text(), lambda by_hand: arguments_of_release(of_release, by_hand)),
        SPEC_OF_MODEL_CONFIG: _spec("litellm_model_config", _spec_of_model_config(variables, taken)),
        SPEC_OF_RELEASE: _spec("litellm_release", spec_of_release(of_release, variables)),
        **{role / "defaults/main.yml": _comments_of_other(role) for role in OTHERS},
        **{role / "meta/argument_specs.yml": _defaults_of_other(role) for role in OTHERS},
    }


# --- The other roles -----------------------------------------------------------------------------------------------------


def _of_other(role: Path) -> tuple[dict[str, Option], str]:
    """The variables of a role, and the text of its defaults."""
    specs = yaml.safe_load((role / "meta/argument_specs.yml").read_text())
    return specs["argument_specs"]["main"]["options"], (role / "defaults/main.yml").read_text()


def _comments_of_other(role: Path) -> str:
    variables, defaults = _of_other(role)
    return with_comments(defaults, variables, own_words=True)


def _defaults_of_other(role: Path) -> str:
    defaults = yaml.safe_load((role / "defaults/main.yml").read_text())
    return with_defaults((role / "meta/argument_specs.yml").read_text(), defaults)


def _page_of_other(role: Path) -> str:
    """The part of the page about a role, with variables that have no default at its end."""
    variables, defaults = _of_other(role)
    text = _page(OTHER_HEAD.format(name=role.name), variables, defaults, deeper=1)
    alone = [name for name in variables if name not in yaml.safe_load(defaults)]
    lines = [line for name in alone for line in _on_page(name, variables[name], "####")]
    return "\n".join([text, *(["### Of single hosts\n"] if alone else []), *lines])


# --- The role's own files ------------------------------------------------------------------------------------------------


def _with_fields(specs: str) -> str:
    """*specs* with the names of all fields of models and providers."""
    of_models = ["C(upstream) (required)", *(f"C({name})" for name in model_spec.FIELDS if name != "upstream")]
    specs = _with_paragraph(specs, "The catalog, from a key to a model. A model has the fields ", of_models)
    of_providers = [f"C({name})" for name in providers.FIELDS]
    begin = "Named endpoints, from a name to what models leave out that name it as C(provider). Each has some of the fields "
    return _with_paragraph(specs, begin, of_providers)


def _with_paragraph(text: str, begin: str, names: list[str]) -> str:
    """*text* with *names* in the paragraph that starts with *begin*, whose first sentence no other one starts with."""
    lines = yaml_item(f"{begin}{', '.join(names)}. {MODELS_PAGE}", 10)
    paragraph = rf"^          - '?{re.escape(begin.partition('.')[0])}.*\n(?:            .*\n)*"
    return re.sub(paragraph, "\n".join(lines) + "\n", text, flags=re.MULTILINE)


def _with_lines(task: str, lines: t.Callable[[str], list[str]]) -> str:
    """*task* with the *lines* that are written for what it has by hand."""
    before, _mark, rest = task.partition(BY_SCRIPT)
    by_hand = rest.partition(BY_HAND)[2]
    of_task = by_hand.partition("\n- name: ")[0]
    return "".join([before, BY_SCRIPT, *lines(of_task), BY_HAND, by_hand])


def _arguments_of_model_config(taken: t.Mapping[str, str], defaults: t.Mapping[str, t.Any], by_hand: str) -> list[str]:
    """The lines that hand the variables to ``litellm_model_config``, without those of options that are in *by_hand*.

    What is empty is left out, so that the module tells what is not set from what is. Of text only that: ``off`` is a mistake.
    """
    options = {variable: name for name, variable in taken.items() if f"\n    {name}:" not in f"\n{by_hand}"}
    lines = []
    for variable in (name for name in defaults if name in options):
        default = defaults[variable]
        value = variable if default else f"{variable} | default(omit, true)"
        value = f"omit if {variable} is none else {variable}" if default is None else value
        value = f"omit if {variable} in ('', none) else {variable}" if default == "" else value
        lines.append(f'    {options[variable]}: "{{{{ {value} }}}}"\n')
    return lines


def _page(head: str, variables: t.Mapping[str, Option], defaults: str, deeper: int = 0) -> str:
    """The page of variables, in the order and the sections of *defaults*; its headings are *deeper* below that of the page."""
    lines = [head]
    for line in defaults.splitlines():
        section = re.match(r"# --- (.*?) -+$", line)
        name = line.partition(":")[0]
        if section:
            lines.append(f"{'#' * (2 + deeper)} {section[1]}\n")
        elif name in variables:
            lines.extend(_on_page(name, variables[name], "#" * (3 + deeper)))
    return "\n".join(lines)


def _on_page(name: str, option: Option, heading: str) -> list[str]:
    facts = [f"`{option['type']}`" + (f" of `{option['elements']}`" if "elements" in option else "")]
    facts += [f"one of {', '.join(f'`{choice}`' for choice in option['choices'])}"] if "choices" in option else []
    facts += [f"default `{yaml_scalar(option['default'])}`"] if "default" in option else []
    words = [wrapped(markdown(paragraph)) + "\n" for paragraph in option["description"]]
    below = [
        line
        for sub, each in option.get("options", {}).items()
        for line in _on_page(f"{name}.{sub}", each, f"{heading}#")
    ]
    return [f"{heading} {name}\n", ", ".join(facts) + "\n", *words, *below]


# --- The modules ---------------------------------------------------------------------------------------------------------


def _taken_by_model_config(variables: t.Mapping[str, Option]) -> dict[str, str]:
    """Option of ``litellm_model_config`` to the variable that it is, without those that the module documents by itself."""
    own = yaml.safe_load(litellm_model_config.DOCUMENTATION)["options"]
    names = {field.name for field in dataclasses.fields(RenderOptions)} - set(own)
    return {name: variable for name in names if (variable := _variable(name, variables))}


def _variable(option: str, variables: t.Mapping[str, Option]) -> str:
    """The variable that *option* of a module is; empty where it is none."""
    return next((name for name in (option, PREFIX + option) if name in variables), "")


def _of_model_config(variables: t.Mapping[str, Option], taken: t.Mapping[str, str]) -> dict[str, Option]:
    known = {*taken, *yaml.safe_load(litellm_model_config.DOCUMENTATION)["options"]}
    return {
        name: _documented(_facts(variables[taken[name]]), [first_sentence(variables[taken[name]])], known)
        for name in sorted(taken)
    }


def _facts(variable: Option) -> Option:
    """What a module says of *variable* beside words. What is empty by default is left out, so it has no default there."""
    facts = {key: variable[key] for key in ("type", "elements", "choices", "options") if key in variable}
    return facts | ({"default": variable["default"]} if variable.get("default") else {})


def _of_release(taken: t.Mapping[Names, str], variables: t.Mapping[str, Option]) -> dict[str, Option]:
    """The options of ``litellm_release`` that are variables, as the module's documentation has them."""
    documented = {}
    for name, facts in sorted(facts_of_release(taken, variables).items()):
        if "options" in facts:
            # The module's own words say what the options below have in common.
            below = {sub: _short(each, taken[name, sub], variables) for sub, each in facts["options"].items()}
            documented[name] = {key: facts[key] for key in FACTS if key in facts} | {"suboptions": below}
        else:
            documented[name] = _short(facts, taken[name,], variables)
    return documented


def _short(facts: Option, variable: str, variables: t.Mapping[str, Option]) -> Option:
    """An option with the first sentence of *variable*."""
    return _documented(facts, [first_sentence(variables[variable])], ())


def _documented(facts: Option, words: list[str], known: t.Collection[str]) -> Option:
    """An option as a module's documentation has it.

    :param known: the options of the module, which *words* can refer to.
    """
    entry: Option = {"description": [_referring(paragraph, known) for paragraph in words]}
    entry |= {key: facts[key] for key in FACTS if key in facts}
    if "description" in next(iter(facts.get("options", {}).values()), {}):
        entry["suboptions"] = {
            name: _documented(each, [first_sentence(each)], known) for name, each in facts["options"].items()
        }
    return entry


def _referring(words: str, known: t.Collection[str]) -> str:
    """*words* of the role in a module: each variable by the name of the option that it is there, else as the role's."""

    def named(found: re.Match[str]) -> str:
        name, value = found[1], found[2] or ""
        for candidate in (name, name.removeprefix(PREFIX)):
            if candidate in known:
                return f"O({candidate}{value})"
        return f"O({ROLE}{name}{value})"

    return re.sub(r"O\((\w+)(=[^)]*)?\)", named, words)


def _fragment(module: str, options: t.Mapping[str, Option]) -> str:
    lines = [line for name, option in options.items() for line in _yaml_lines(name, option, 2)]
    return FRAGMENT.format(license=LICENSE, module=module, repository=REPOSITORY, options="\n".join(lines))


def _yaml_lines(name: str, option: Option, indent: int) -> t.Iterator[str]:
    space = " " * indent
    yield f"{space}{name}:"
    if "description" in option:
        yield f"{space}  description:"
        for paragraph in option["description"]:
            yield from yaml_item(paragraph, indent + 4)
    for key, value in option.items():
        if key not in ("description", "suboptions"):
            yield f"{space}  {key}: {yaml_scalar(value)}"
    if "suboptions" in option:
        yield f"{space}  suboptions:"
        for sub, each in option["suboptions"].items():
            yield from _yaml_lines(sub, each, indent + 4)


def _spec_of_model_config(variables: t.Mapping[str, Option], taken: t.Mapping[str, str]) -> dict[str, Option]:
    spec = {}
    for name in sorted(taken):
        spec[name] = _facts(variables[taken[name]])
        if "options" in spec[name]:
            spec[name]["options"] = {sub: {"type": each["type"]} for sub, each in spec[name]["options"].items()}
        # A name is no secret.
        spec[name] |= {"no_log": False} if "key" in name else {}
    return spec


def _spec(module: str, options: t.Mapping[str, Option]) -> str:
    return SPEC.format(module=module, options="\n".join(_spec_lines(options, 4)))


def _spec_lines(options: t.Mapping[str, Option], indent: int) -> t.Iterator[str]:
    space = " " * indent
    for name, facts in options.items():
        line = f'{space}"{name}": {python_literal(facts)},'
        if "options" not in facts and len(line) <= LONGEST_LINE:
            yield line
            continue
        yield f'{space}"{name}": {{'
        for key, value in facts.items():
            if key == "options":
                yield f'{space}    "options": {{'
                yield from _spec_lines(value, indent + 8)
                yield f"{space}    }},"
            else:
                yield f'{space}    "{key}": {python_literal(value)},'
        yield f"{space}}},"


def main() -> int:
    """Write the files, or compare them."""
    return generated_files.write(texts)


if __name__ == "__main__":
    sys.exit(main())
