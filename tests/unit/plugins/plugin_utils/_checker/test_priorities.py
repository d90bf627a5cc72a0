"""Shares of priorities: those that LiteLLM cannot reckon with, and those that it can."""

from __future__ import annotations

import pytest

from tests.unit.plugins.plugin_utils._checker.test_nested_settings import of

AT = "litellm_settings.priority_reservation.prod"


@pytest.mark.parametrize(
    ("share", "findings"),
    [
        ("0.9", []),
        ("90", []),
        ("'0.9'", [f"error wrong-type {AT}"]),
        ("null", [f"error wrong-type {AT}"]),
        ("[0.9]", [f"error wrong-type {AT}"]),
        ("{type: percent, value: 0.9}", []),
        ("{type: rpm, value: '100'}", []),
        ("{value: 0.9}", []),
        ("{type: tpm, value: 90%}", [f"error wrong-type {AT}.value"]),
        ("{type: percentage, value: 0.9}", [f"error unknown-word {AT}.type"]),
        ("{typ: rpm, value: 10}", [f"error unknown-key {AT}.typ"]),
        ("{type: rpm, valeu: 10}", [f"error unknown-key {AT}.valeu"]),
    ],
)
def test_a_share(share: str, findings: list[str]) -> None:
    assert of(f"litellm_settings: {{priority_reservation: {{prod: {share}, dev: 0.1}}}}") == findings
