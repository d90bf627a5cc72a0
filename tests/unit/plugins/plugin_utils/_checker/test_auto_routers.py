"""Models that choose others: what they lack, and where they lead to nothing."""

from __future__ import annotations

import pytest
import yaml

from tests.unit.plugins.plugin_utils._checker.test_words import MODEL, NEW, OLD, found

CHOOSES = "auto_router_default_model: a, auto_router_embedding_model: a"


def chosen(params: str) -> list[str]:
    """Findings about a model that chooses, beside one that is called ``a``."""
    deployment = yaml.safe_load(f"{{model_name: smart, litellm_params: {{{params}}}, model_info: {{id: smart}}}}")
    about = found({"model_list": [MODEL, deployment]})
    return [each.replace("model_list[1].litellm_params", "@") for each in about if "model_list[1]" in each]


@pytest.mark.parametrize(
    ("params", "findings"),
    [
        ("model: auto_router/mine, auto_router_config: '{}', " + CHOOSES, []),
        ("model: auto_router/mine, auto_router_config_path: r.json, " + CHOOSES, []),
        ("model: auto_router/mine, " + CHOOSES, ["error missing-key @.auto_router_config"]),
        (
            "model: auto_router/mine, auto_router_config: '{}'",
            ["error missing-key @.auto_router_default_model", "error missing-key @.auto_router_embedding_model"],
        ),
        (
            "model: auto_router/mine, auto_router_config: '{}', auto_router_embedding_model: a, auto_router_default_model: b",
            ["error router-target-missing @.auto_router_default_model"],
        ),
        ("model: auto_router/complexity_router", ["error missing-key @.complexity_router_default_model"]),
        ("model: auto_router/complexity_router, complexity_router_default_model: a", []),
        (
            "model: auto_router/complexity_router, complexity_router_config: {tiers: {SIMPLE: a, COMPLEX: [a]}}",
            [],
        ),
        (
            "model: auto_router/complexity_router, complexity_router_config: {tiers: {SIMPLE: b, COMPLEX: [a, c]}}",
            [
                "error router-target-missing @.complexity_router_config.tiers.SIMPLE",
                "error router-target-missing @.complexity_router_config.tiers.COMPLEX[1]",
            ],
        ),
        (
            "model: auto_router/complexity_router, complexity_router_config: "
            "{default_model: d, tiers: {simple: a, MEDIUM: {model_name: b}, COMPLEX: [{model_name: a}, {model_name: c}]}}",
            [
                "error unknown-word @.complexity_router_config.tiers.simple",
                "error router-target-missing @.complexity_router_config.default_model",
                "error router-target-missing @.complexity_router_config.tiers.MEDIUM.model_name",
                "error router-target-missing @.complexity_router_config.tiers.COMPLEX[1].model_name",
            ],
        ),
        (
            "model: auto_router/complexity_router, complexity_router_config: "
            "{tier_definitions: [{name: cheap}], tiers: {cheap: a}}",
            [],
        ),
        (
            "model: auto_router/complexity_router, complexity_router_config: {tirs: {SIMPLE: a}}",
            ["warning missing-key @.complexity_router_config.tiers"],
        ),
        ("model: auto_router/adaptive_router", []),
    ],
)
def test_a_model_that_chooses(params: str, findings: list[str]) -> None:
    assert [each for each in chosen(params) if "missing-package" not in each] == findings


@pytest.mark.parametrize(("version", "known"), [(OLD, False), (NEW, True)])
def test_a_tier_that_a_later_version_has(version: str, known: bool) -> None:
    config = {"tiers": {"SIMPLE": "a", "NON_REASONING": "a"}}
    smart = {"model": "auto_router/complexity_router", "complexity_router_config": config}
    about = found({"model_list": [MODEL, {"model_name": "smart", "litellm_params": smart}]}, version)
    assert any("NON_REASONING" in each for each in about) != known
