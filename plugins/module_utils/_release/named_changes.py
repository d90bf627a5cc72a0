# SPDX-License-Identifier: GPL-3.0-or-later
"""What changed in a file, by name: models, settings, variables, options of units. Pure; needs no YAML parser, which hosts may lack.

Names are told, and of units also short values; never the value of a configuration or an environment file.
"""

from __future__ import annotations

import re
import typing as t
from itertools import chain

from .._certificates import first_of
from .._env_text import NAME
from .differences import Difference

Lines = t.Sequence[str]

_KEY = re.compile(r"""\s*(.*?)["']?:(?:\s|\Z)""")
_VARIABLE = re.compile(rf"{NAME}(?==)")
_SHORT_VALUE = re.compile(r"[\w.:/@%+\[\]-]{1,60}")
_PRIVATE_OPTION = re.compile("env|credential", re.IGNORECASE)


def config_changes(before: str, after: str) -> list[Difference]:
    """Models and settings that differ between two configurations of LiteLLM; nothing where their names do not tell."""
    old, new = _mapping(before.splitlines()), _mapping(after.splitlines())
    return [*_model_changes(_models(old), _models(new)), *_setting_changes(_without_models(old), _without_models(new))]


def service_environment_changes(before: str, after: str, name: str) -> list[Difference]:
    """Variables that differ between two texts of the environment file *name*."""
    return [Difference(f"{each} in {name}", change=how) for each, how in _named(_variables(before), _variables(after))]


def python_changes(before: t.Mapping[str, str], after: t.Mapping[str, str]) -> list[Difference]:
    """Python files of the operator's own that differ, each given by its name and something that stands for its text."""
    return [Difference(f"Python file {name}", change=how) for name, how in _named(before, after)]


def certificate_changes(before: str, after: str) -> list[Difference]:
    """How two certificates differ that a slot serves HTTPS with, as PEM text."""
    was, now = map(_certificate, (before, after))
    return [Difference("certificate", was, now) if was != now else Difference("certificate", detail="by another one")]


def _certificate(text: str) -> str:
    found = first_of(text)
    return f"one until {found.last_day}" if found else "unreadable" if text else "none"


def unit_changes(before: str, after: str, owner: str) -> list[Difference]:
    """Options of a unit, or of supervisor, that differ, and those of the commands in it.

    :param owner: whose options they are, such as ``the service``.
    """
    old, new = _unit_options(before), _unit_options(after)
    return [_unit_change(f"{name} of {owner}", old.get(name, []), new.get(name, [])) for name, _how in _named(old, new)]


def _unit_change(subject: str, old: list[str], new: list[str]) -> Difference:
    was, now = (" ".join(values) or "unset" for values in (old, new))
    if _SHORT_VALUE.fullmatch(was) and _SHORT_VALUE.fullmatch(now) and not _PRIVATE_OPTION.search(subject):
        return Difference(subject, was, now)
    return Difference(subject, change="changed" if old and new else "added" if new else "removed")


def _named(old: t.Mapping[str, t.Any], new: t.Mapping[str, t.Any]) -> t.Iterator[tuple[str, str]]:
    """The names whose values differ, and how: in the order of *new*, what is gone last."""
    for name, value in new.items():
        if name not in old:
            yield name, "added"
        elif old[name] != value:
            yield name, "changed"
    yield from ((name, "removed") for name in old if name not in new)


def _model_changes(old: t.Mapping[str, Lines], new: t.Mapping[str, Lines]) -> t.Iterator[Difference]:
    for name, how in _named(old, new):
        fields = [each for each, _how in _named(_leaves(old.get(name, [])), _leaves(new.get(name, [])))]
        detail = ", ".join(fields) if how == "changed" else _serves(new.get(name) or old[name])
        yield Difference(f"model {name}", change=how, detail=detail)


def _serves(model: Lines) -> str:
    """The name that clients use, and the model behind it."""
    keys = _leaves(model)
    return f"{_value(keys.get('model_name', []))} -> {_value(keys.get('model', []))}"


def _setting_changes(old: t.Mapping[str, Lines], new: t.Mapping[str, Lines]) -> t.Iterator[Difference]:
    flat_old, flat_new = _flat(old), _flat(new)
    return (Difference(name, change=how) for name, how in _named(flat_old, flat_new))


def _flat(blocks: t.Mapping[str, Lines]) -> dict[str, Lines]:
    """Each setting of *blocks* as ``block.name``; a block without settings of its own by its name."""
    found: dict[str, Lines] = {}
    for name, lines in blocks.items():
        inner = _mapping(lines[1:])
        found.update({f"{name}.{key}": value for key, value in inner.items()} if inner else {name: lines})
    return found


def _without_models(blocks: t.Mapping[str, Lines]) -> dict[str, Lines]:
    return {name: lines for name, lines in blocks.items() if name != "model_list"}


def _models(blocks: t.Mapping[str, Lines]) -> dict[str, Lines]:
    """The deployments of a configuration, each by its id, or by the name that clients use where it has none."""
    models: dict[str, list[str]] = {}
    for item in _blocks(blocks.get("model_list", [])[1:]):
        lines = [item[0].replace("- ", "  ", 1), *item[1:]]
        leaves = _leaves(lines)
        name = _value(leaves.get("id", [])) or _value(leaves.get("model_name", []))
        models.setdefault(name, []).extend(lines)
    return dict(models)


def _leaves(model: Lines) -> dict[str, Lines]:
    """The fields of a deployment, those in its blocks by their own names."""
    blocks = _mapping(model)
    return dict(chain.from_iterable((_mapping(each[1:]) or {name: each}).items() for name, each in blocks.items()))


def _mapping(lines: Lines) -> dict[str, Lines]:
    """The keys of a YAML mapping in block style, each with its lines."""
    found: dict[str, list[str]] = {}
    for block in _blocks(lines):
        key = _KEY.match(block[0])
        if key:
            found.setdefault(key.group(1).strip("\"'"), []).extend(block)
    return dict(found)


def _blocks(lines: Lines) -> list[list[str]]:
    """*lines* in groups: each of the least indented begins one, and what is deeper belongs to it."""
    lines = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    least = min(map(_indent, lines), default=0)
    blocks: list[list[str]] = []
    for line in lines:
        # A list may stand as deep as the key that it belongs to.
        belongs = _is_item(line) and bool(blocks) and not _is_item(blocks[0][0])
        if (_indent(line) == least and not belongs) or not blocks:
            blocks.append([line])
        else:
            blocks[-1].append(line)
    return blocks


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_item(line: str) -> bool:
    return line.lstrip().startswith("- ")


def _value(lines: Lines) -> str:
    """The text behind the key of a line; nothing where there is none."""
    return lines[0].partition(":")[2].strip().strip("\"'") if lines else ""


def _variables(text: str) -> dict[str, str]:
    """The variables of an environment file, each with its lines."""
    found: dict[str, str] = {}
    name = ""
    for line in text.splitlines():
        begins = _VARIABLE.match(line)
        name = begins.group() if begins else name
        found[name] = found.get(name, "") + line + "\n"
    return found


def _unit_options(text: str) -> dict[str, list[str]]:
    """The options of a unit or of supervisor, each with its values, and those of command lines by themselves."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        name, sign, value = line.partition("=")
        if not sign or line.startswith(("#", ";")):
            continue
        words = value.split()
        options = [word[2:].partition("=") for word in words if word.startswith("--") and "=" in word]
        rest = [word for word in words if not (word.startswith("--") and "=" in word)]
        for option, _sign, chosen in options:
            found.setdefault(option.replace("-", " "), []).append(chosen)
        found.setdefault(name.strip(), []).append(" ".join(rest))
    return found
