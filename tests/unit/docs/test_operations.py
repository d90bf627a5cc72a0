"""Messages that operations.md quotes are those of the code, word for word."""

from __future__ import annotations

import ast
import re
import typing as t
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
TABLE = (
    (ROOT / "docs/operations.md")
    .read_text(encoding="utf-8")
    .partition("| Message | What to do |")[2]
    .partition("\n\n")[0]
)
QUOTED = [
    quote
    for row in TABLE.splitlines()[2:]
    if not row.startswith("| Ansible's own ")
    for quote in re.findall(r"`([^`]+)`", row.split(" | ")[0])
]


def words(text: str) -> str:
    """*text* with ``…`` in the place of what is filled in, and strings put together that stand on several lines."""
    text = re.sub(r"\"\s*\n?\s*f?\"", "", text)
    text = re.sub(r"\{\{.*?\}\}|\{[^{}]*\}|' ~ .*? ~ '", "…", text, flags=re.S)
    return " ".join(text.split())


def spelled(node: ast.expr, named: t.Mapping[str, ast.expr]) -> str:
    """The text of an expression, with ``…`` for what is filled in; *named* has what variables stand for."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(spelled(part, named) for part in node.values)
    if isinstance(node, ast.FormattedValue):
        return spelled(node.value, named)
    if isinstance(node, ast.Name) and node.id in named:
        return spelled(named[node.id], {name: value for name, value in named.items() if name != node.id})
    return "…"


def faults(code: str) -> t.Iterator[str]:
    """The sentences of the faults that *code* finds, put together from subject, message and remedy."""
    for function in ast.walk(ast.parse(code)):
        if not isinstance(function, ast.FunctionDef):
            continue
        assigned = [node for node in ast.walk(function) if isinstance(node, ast.Assign)]
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Fault":
                # A name may stand for several texts in one function; the last one before is meant.
                before = sorted((each for each in assigned if each.lineno < node.lineno), key=lambda each: each.lineno)
                named = {
                    target.id: each.value for each in before for target in each.targets if isinstance(target, ast.Name)
                }
                subject, message, *remedy = [spelled(argument, named) for argument in node.args[1:]] or ["", ""]
                yield "; ".join([f"{subject} {message}", *remedy])


CODE = [
    text
    for folder in ("plugins", "roles/litellm", "playbooks")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".py", ".yml") and "_known" not in path.parts
    for code in [path.read_text(encoding="utf-8")]
    for text in (words(code), " ".join(code.split()), *(faults(code) if path.suffix == ".py" else ()))
]


def test_the_table_is_read() -> None:
    assert len(QUOTED) > 25


@pytest.mark.parametrize("quote", QUOTED)
def test_a_quoted_message_is_in_the_code(quote: str) -> None:
    parts = [part.strip() for part in quote.split("…") if part.strip()]
    assert any(all(part in text for part in parts) for text in CODE)
