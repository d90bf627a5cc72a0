"""Discounts and margins: each fault is found where it stands, and what LiteLLM takes is no finding."""

from __future__ import annotations

import pytest

from tests.unit.plugins.plugin_utils._checker.test_nested_settings import of

DISCOUNT = "litellm_settings: {cost_discount_config: {%s}}"
MARGIN = "litellm_settings: {cost_margin_config: {%s}}"


@pytest.mark.parametrize(
    ("setting", "entry", "finding"),
    [
        (DISCOUNT, "openai: 5", "negative-price litellm_settings.cost_discount_config.openai"),
        (DISCOUNT, "openai: '0.05'", "wrong-type litellm_settings.cost_discount_config.openai"),
        (DISCOUNT, "openai: true", "wrong-type litellm_settings.cost_discount_config.openai"),
        (DISCOUNT, "openia: 0.05", "unknown-word litellm_settings.cost_discount_config.openia"),
        (DISCOUNT, "openia/gpt-4*: 0.05", "unknown-word litellm_settings.cost_discount_config.openia/gpt-4*"),
        (MARGIN, "openai: '0.1'", "wrong-type litellm_settings.cost_margin_config.openai"),
        (MARGIN, "openai: [0.1]", "wrong-type litellm_settings.cost_margin_config.openai"),
        (MARGIN, "openai: -2", "negative-price litellm_settings.cost_margin_config.openai"),
        (MARGIN, "globall: 0.1", "unknown-word litellm_settings.cost_margin_config.globall"),
        (MARGIN, "openai: {percent: 0.1}", "unknown-key litellm_settings.cost_margin_config.openai.percent"),
        (MARGIN, "openai: {percentage: a tenth}", "wrong-type litellm_settings.cost_margin_config.openai.percentage"),
        (MARGIN, "openai: {fixed_amount: null}", "wrong-type litellm_settings.cost_margin_config.openai.fixed_amount"),
    ],
)
def test_a_fault(setting: str, entry: str, finding: str) -> None:
    assert of(setting % entry) == [f"error {finding}"]


@pytest.mark.parametrize(
    ("setting", "entry"),
    [
        (DISCOUNT, "openai: 0.05, vertex_ai: 1, azure: 0, gemini: null, openai/gpt-4*: 0.1"),
        (MARGIN, "global: 0.1, openai: -0.1, azure: {percentage: 0.08, fixed_amount: '0.0005'}, gemini: null"),
    ],
)
def test_what_acts(setting: str, entry: str) -> None:
    assert of(setting % entry) == []


def test_a_provider_of_ones_own_is_one() -> None:
    mine = "custom_provider_map: [{provider: mine, custom_handler: mine.handler}]"
    assert not [
        each for each in of(f"litellm_settings: {{cost_discount_config: {{mine: 0.05}}, {mine}}}") if "word" in each
    ]
