"""Messages that operations.md quotes are those of the code, word for word."""

from __future__ import annotations

import re
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


CODE = [
    text
    for folder in ("plugins", "roles/litellm", "playbooks")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".py", ".yml") and "_known" not in path.parts
    for text in (words(path.read_text(encoding="utf-8")), " ".join(path.read_text(encoding="utf-8").split()))
]


def test_the_table_is_read() -> None:
    assert len(QUOTED) > 25


@pytest.mark.parametrize("quote", QUOTED)
def test_a_quoted_message_is_in_the_code(quote: str) -> None:
    parts = [part.strip() for part in quote.split("…") if part.strip()]
    assert any(all(part in text for part in parts) for text in CODE)
