"""The specification of a role and its defaults as text, each with what the other says."""

from __future__ import annotations

import re
import typing as t
from functools import partial

from option_texts import unmarked, yaml_scalar

Option = dict[str, t.Any]

PREFIX = "litellm_"
"""What every variable of a role begins with."""

LONGEST_LINE = 120
"""Of generated comments and code, in characters."""


def first_sentence(option: Option) -> str:
    """The first sentence of an option's description, with its full stop."""
    return str(option["description"][0]).partition(". ")[0].removesuffix(".") + "."


def with_defaults(specs: str, defaults: t.Mapping[str, t.Any]) -> str:
    """*specs* with the default of every variable that has one which no template makes, at each entry point that describes it."""
    for name, value in defaults.items():
        described = re.compile(rf"^      {name}:(?: &\w+)?\n(?:        .*\n)+", re.MULTILINE)
        if not described.search(specs):
            raise SystemExit(f"{name} has a default and no description")
        literal = value is not None and not (isinstance(value, str) and "{{" in value)
        default = f"        default: {yaml_scalar(value)}" if literal else ""
        specs = described.sub(partial(_with_default, default), specs)
    return specs


def _with_default(default: str, described: re.Match[str]) -> str:
    """The description of a variable with the line *default*, if any, behind what says its type."""
    lines = [line for line in described[0].splitlines() if not line.startswith("        default:")]
    last = max(at for at, line in enumerate(lines) if re.match(r" {8}(type|elements|choices):", line))
    return "".join(f"{line}\n" for line in [*lines[: last + 1], *([default] if default else []), *lines[last + 1 :]])


def with_anchors(specs: str, names: list[str]) -> str:
    """*specs* with an anchor at each of *names* in the entry point ``main``, by which other entry points have the same."""
    main, verify, others = specs.partition("\n  verify:\n")
    for name in names:
        anchor = f"        &{name.removeprefix(PREFIX)}\n"
        main = re.sub(rf"^(      {name}:\n)(?!        &)", rf"\1{anchor}", main, flags=re.MULTILINE)
    return main + verify + others


def with_options(specs: str, entry_point: str, names: list[str]) -> str:
    """*specs* with *names* as the options of *entry_point*, as ``main`` has them."""
    head, entry, rest = specs.partition(f"\n  {entry_point}:\n")
    before, key, below = rest.partition("    options:\n")
    options = "".join(f"      {name}: *{name.removeprefix(PREFIX)}\n" for name in names)
    return head + entry + before + key + options + re.sub(r"^(      .*\n)+", "", below)


def with_new_variables(defaults: str, variables: t.Mapping[str, Option]) -> str:
    """*defaults* with a line for each variable that has none yet, behind the one that it is described behind."""
    before = ""
    for name, option in variables.items():
        if not re.search(rf"^{name}:", defaults, re.MULTILINE):
            line = f"{name}: {yaml_scalar(option.get('default'))}\n"
            defaults = re.sub(rf"^({before}:.*\n)", rf"\1{line}", defaults, flags=re.MULTILINE)
        before = name
    return defaults


def with_comments(defaults: str, variables: t.Mapping[str, Option], *, own_words: bool = False) -> str:
    """*defaults* with one line above each variable: the first sentence of its description.

    :param own_words: whether a line that is there stays, where the sentence is too long for one.
    """
    lines: list[str] = []
    for line in defaults.splitlines():
        name = line.partition(":")[0]
        if name in variables:
            comment = f"# {unmarked(first_sentence(variables[name]))}"
            there = lines[-1].startswith("#") and not lines[-1].startswith("# ---")
            if len(comment) > LONGEST_LINE and there and own_words:
                comment = lines[-1]
            if len(comment) > LONGEST_LINE:
                raise SystemExit(f"{name}: the first sentence of its description is too long for a line: {comment}")
            if there:
                lines.pop()
            lines.append(comment)
        lines.append(line)
    return "\n".join(lines) + "\n"
