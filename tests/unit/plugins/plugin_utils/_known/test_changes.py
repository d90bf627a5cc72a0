"""What LiteLLM does otherwise since a version, and which configurations that concerns."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.changes import (
    CHANGES,
    FACTS,
    Change,
    Condition,
    changes_between,
)
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.data import VERSIONS
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.names import BLOCKS
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.releases import UnknownVersion, parsed
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import tables
from hypothesis import given
from hypothesis import strategies as st

Facts = dict[str, t.Any]
PROMETHEUS: Facts = {"litellm_settings": {"callbacks": ["prometheus"]}}
DATABASE: Facts = {"environment": {"DATABASE_URL": True, "LITELLM_MASTER_KEY": True}}
FALLBACKS: Facts = {"router_settings": {"fallbacks": [{"a": ["b"]}]}}
FREE: Facts = {"model_list": [{"litellm_params": {"model": "openai/a"}, "model_info": {"input_cost_per_token": 0}}]}
KEPT: Facts = {"environment": {}, "general_settings": {"master_key": "os.environ/LITELLM_MASTER_KEY"}}

EXAMPLES: dict[str, tuple[Facts, Facts]] = {
    "metrics-key": (
        PROMETHEUS,
        {"litellm_settings": {"require_auth_for_metrics_endpoint": False, "callbacks": "prometheus"}},
    ),
    "metrics-requested-model": ({"litellm_settings": {"success_callback": "prometheus"}}, {"litellm_settings": {}}),
    "metrics-api-provider": (PROMETHEUS, {"litellm_settings": {"callbacks": ["prometheus_system"]}}),
    "metrics-service-tier": (PROMETHEUS, {}),
    "metrics-model-group": (PROMETHEUS, {}),
    "stream-usage": (
        {"compatible": ["a"]},
        {"compatible": ["a"], "general_settings": {"always_include_stream_usage": False}},
    ),
    "allowed-fails-zero": (
        {"router_settings": {"allowed_fails_policy": {"TimeoutErrorAllowedFails": 0}}},
        {"router_settings": {"allowed_fails_policy": {"TimeoutErrorAllowedFails": 1}, "allowed_fails": 0}},
    ),
    "audit-logs": (
        {"environment": {"LITELLM_LICENSE": True, "DATABASE_URL": True}},
        {
            "environment": {"LITELLM_LICENSE": True, "DATABASE_URL": True},
            "litellm_settings": {"store_audit_logs": False},
        },
    ),
    "drop-params-variable": (
        {"environment": {"LITELLM_DROP_PARAMS": "False"}},
        {"environment": {"LITELLM_DROP_PARAMS": "true"}},
    ),
    "allowed-fails-shared": (
        {"router_settings": {"allowed_fails": 2, "redis_host": "cache.example.com"}},
        {"router_settings": {"redis_host": "cache.example.com"}},
    ),
    "login-throttle": (DATABASE, {"environment": {"DATABASE_URL": True, "DISABLE_ADMIN_UI": "True"}}),
    "fallback-budget": ({**DATABASE, **FALLBACKS, **FREE}, {**DATABASE, **FALLBACKS}),
    "master-key": ({"environment": {}}, KEPT),
    "langfuse-4": (
        {"litellm_settings": {"failure_callback": ["langfuse"]}},
        {"litellm_settings": {"callbacks": ["langfuse_otel"]}},
    ),
    "fallback-access": (
        {**DATABASE, **FALLBACKS},
        {**DATABASE, **FALLBACKS, "general_settings": {"enforce_fallback_model_access": True}},
    ),
    "content-policy": ({"router_settings": {"content_policy_fallbacks": [{"a": ["b"]}]}}, FALLBACKS),
    "fallback-text": ({"litellm_settings": {"context_window_fallbacks": [{"a": "b"}]}}, FALLBACKS),
    "lone-deployment": (
        {"router_settings": {"allowed_fails": 2}, "alone": ["a"]},
        {"router_settings": {"allowed_fails": 2}, "alone": []},
    ),
    "disk-cache": (
        {"litellm_settings": {"cache_params": {"type": "disk"}}},
        {"litellm_settings": {"cache_params": {"type": "local"}}},
    ),
}
"""Name of a change to a configuration that it concerns, and to one that it does not."""


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_a_change_is_about_what_it_says(change: Change) -> None:
    concerned, other = EXAMPLES[change.name]
    assert change.is_about(concerned)
    assert not change.is_about(other)
    assert not change.is_about({}), "nothing is said of what is not known"


def test_changes_are_named_once_and_stand_in_their_order() -> None:
    assert [each.name for each in CHANGES] == list(dict.fromkeys(each.name for each in CHANGES))
    assert list(CHANGES) == sorted(CHANGES, key=lambda each: parsed(each.since))
    assert set(EXAMPLES) == {each.name for each in CHANGES}


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_a_change_is_one_sentence_with_a_remedy_and_a_source(change: Change) -> None:
    for text in (change.sentence, change.remedy, change.source):
        assert text
        assert not text.endswith(".")
        assert ". " not in text.replace("litellm/__init__.py", "")


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_conditions_ask_for_what_is_there(change: Change) -> None:
    known = {block: set[str]().union(*(tables(version)[block] for version in VERSIONS)) for block in BLOCKS}
    for condition in (each for group in change.concerns for each in group):
        block, key, *_below = condition.path.split(".")
        assert block in (*BLOCKS, *FACTS, "model_list")
        assert block not in known or key in known[block], condition.path


def test_one_change_is_told_from_the_version_before_it_on() -> None:
    assert [each.name for each in changes_between("1.103.7", "1.104.0")] == ["master-key", "langfuse-4"]
    assert changes_between("1.104.0", "1.105.7") == []
    assert changes_between("1.108.7", "1.99.4") == []
    assert changes_between("1.83.0", "2.0.0") == list(CHANGES)
    with pytest.raises(UnknownVersion, match="is not a LiteLLM version"):
        changes_between("latest", "1.104.0")


@pytest.mark.parametrize(
    ("condition", "value", "holds"),
    [
        (Condition("general_settings.a.*.b"), [{"b": 1}], True),
        (Condition("general_settings.a.*.b"), {"x": {"b": 1}}, True),
        (Condition("general_settings.a.*.b"), [{"b": None}], False),
        (Condition("general_settings.a", "not set"), None, True),
        (Condition("general_settings.a.*", "one of", ("x",)), " X ", True),
        (Condition("general_settings.a", "one of", (0,)), False, False),
        (Condition("general_settings.a", "none of", ("true", True)), "True", False),
        (Condition("general_settings.a", "none of", ("true", True)), ["true"], True),
        (Condition("general_settings.a", "text"), "x", True),
        (Condition("general_settings.a", "text"), ["x"], False),
    ],
)
def test_conditions(condition: Condition, value: object, holds: bool) -> None:
    assert condition.holds({"general_settings": {"a": value}}) is holds


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8) | st.integers(), inner, max_size=3),
    max_leaves=12,
)


@given(
    st.dictionaries(st.sampled_from([*BLOCKS, *FACTS, "model_list"]), ANYTHING),
    st.sampled_from(CHANGES),
)
def test_whatever_stands_in_a_configuration_is_looked_at_without_an_error(facts: Facts, change: Change) -> None:
    assert change.is_about(facts) in (True, False)
