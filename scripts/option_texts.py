"""What an option's documentation looks like in YAML, in Python, on a page and in a comment."""

from __future__ import annotations

import re
import textwrap
import typing as t

import yaml

REPOSITORY = "https://github.com/llmops/ansible-collection-litellm/blob/main/"
WIDTH = 128


def yaml_item(text: str, indent: int) -> list[str]:
    """An item of a list in YAML that says *text*."""
    space = " " * indent
    written = text if yaml.safe_load(f"- {text}") == [text] else "'" + text.replace("'", "''") + "'"
    return textwrap.wrap(
        written,
        WIDTH,
        initial_indent=f"{space}- ",
        subsequent_indent=f"{space}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def yaml_scalar(value: t.Any) -> str:
    """*value* as YAML on one line, text in double quotes where it needs some."""
    if value == "":
        return '""'
    return yaml.safe_dump(value, default_flow_style=True, width=1000).removesuffix("...\n").strip()


def python_literal(value: t.Any) -> str:
    """*value* as Python, in double quotes."""
    return repr(value).replace("'", '"')


def wrapped(text: str) -> str:
    """*text* on lines of a page."""
    return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def unmarked(text: str) -> str:
    """*text* without Ansible's markup."""
    return re.sub(r"\b[CEOVU]\(((?:[^()]|\([^()]*\))*)\)", r"\1", text)


def markdown(text: str) -> str:
    """*text* with Markdown in the place of Ansible's markup."""
    text = re.sub(
        rf"\bC\((docs/\w+\.md)\) of the collection, U\({re.escape(REPOSITORY)}docs/(\w+\.md)\)", r"[\1](\2)", text
    )
    text = re.sub(r"\bU\(([^)]*)\)", r"<\1>", text)
    text = re.sub(r"\bO\((\w+)\)", r"[`\1`](#\1)", text)
    return re.sub(r"\b[CEOV]\(((?:[^()]|\([^()]*\))*)\)", r"`\1`", text)
