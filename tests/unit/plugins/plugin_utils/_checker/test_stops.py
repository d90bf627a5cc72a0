"""Values that end LiteLLM's start: each wrong form at its path, and none where it is right."""

from __future__ import annotations

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.check import check_config
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.checked_config import Service
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.data import VERSIONS
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import vocabulary_for

from tests.unit.plugins.plugin_utils._checker.test_nested_settings import of
from tests.unit.plugins.plugin_utils._checker.test_words import MODEL, found

RESET = "litellm_settings.budget_reset_time"


@pytest.mark.parametrize(
    ("settings", "finding"),
    [
        ("budget_reset_time: 12:30", f"error wrong-type {RESET}"),
        ("budget_reset_time: 1.5", f"error wrong-type {RESET}"),
        ("budget_reset_time: '24:00'", f"error unknown-word {RESET}"),
        ("budget_reset_time: 6 AM", f"error unknown-word {RESET}"),
        ("responses: true", "error wrong-type litellm_settings.responses"),
        ("responses: {background_mode: true}", "error wrong-type litellm_settings.responses.background_mode"),
        ("responses: {background_mode: null}", "error wrong-type litellm_settings.responses.background_mode"),
        ("key_alias_pattern: '['", "error unknown-word litellm_settings.key_alias_pattern"),
    ],
)
def test_a_setting(settings: str, finding: str) -> None:
    assert of(f"litellm_settings: {{{settings}}}") == [finding]


@pytest.mark.parametrize(
    "settings",
    [
        "budget_reset_time: '12:30'",
        "budget_reset_time: '6:30:15'",
        # YAML takes only what begins with another digit for a number.
        "budget_reset_time: 08:30",
        "budget_reset_time: null",
        "responses: {}",
        "responses: {background_mode: {polling_via_cache: all}}",
        "key_alias_pattern: '^[a-z]+$'",
    ],
)
def test_a_right_setting(settings: str) -> None:
    assert of(f"litellm_settings: {{{settings}}}") == []


@pytest.mark.parametrize(
    ("written", "remedy"),
    [(750, 'write "12:30", in quotes'), (61, 'write "01:01", in quotes'), (5000, 'write "06:00", in quotes')],
)
def test_a_time_that_yaml_took_for_a_number_is_told_as_it_was_written(written: int, remedy: str) -> None:
    config = {"model_list": [MODEL], "litellm_settings": {"budget_reset_time": written}}
    problems = check_config(config, vocabulary=vocabulary_for(VERSIONS[-1]), service=Service())
    assert [problem.remedy for problem in problems if problem.path == RESET] == [remedy]


def test_a_version_that_has_no_such_setting_does_not_look_at_it() -> None:
    settings = {"budget_reset_time": 750, "key_alias_pattern": "["}
    about = found({"litellm_settings": settings}, VERSIONS[0])
    assert {each.split()[1] for each in about if "litellm_settings" in each} == {"unknown-key"}


LOW, HIGH = "proxy_budget_rescheduler_min_time", "proxy_budget_rescheduler_max_time"


@pytest.mark.parametrize(
    ("settings", "findings"),
    [
        ("proxy_batch_write_at: '10'", ["wrong-type general_settings.proxy_batch_write_at"]),
        (f"{LOW}: '597'", [f"wrong-type general_settings.{LOW}"]),
        (f"{LOW}: 700", [f"wrong-type general_settings.{LOW}"]),
        (f"{HIGH}: 300", [f"wrong-type general_settings.{HIGH}"]),
        (f"{LOW}: 20, {HIGH}: 10", [f"wrong-type general_settings.{LOW}"]),
        (f"{LOW}: 700, {HIGH}: 710", []),
        (f"{HIGH}: 605, proxy_batch_write_at: 10", []),
        (f"{LOW}: null", []),
    ],
)
def test_how_often_something_is_done(settings: str, findings: list[str]) -> None:
    general = {"general_settings": yaml.safe_load(f"{{{settings}}}")}
    assert [each for each in found(general, environment=["DATABASE_URL"]) if "proxy_b" in each] == [
        f"error {finding}" for finding in findings
    ]
    assert not [each for each in found(general, environment=[]) if "proxy_b" in each and "needs-database" not in each]
