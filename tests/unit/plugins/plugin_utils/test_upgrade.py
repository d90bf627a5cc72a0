"""What another version of LiteLLM changes for one configuration, found and told."""

from __future__ import annotations

import typing as t
from functools import lru_cache

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.changes import Change, Condition
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.data import VERSIONS
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.releases import UnknownVersion
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import Vocabulary, tables
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.lock import Lock, Target
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import Problem
from ansible_collections.llmops.litellm.plugins.plugin_utils._upgrade import Gateway, Upgrade, facts_of, upgrade
from ansible_collections.llmops.litellm.plugins.plugin_utils._upgrade_text import told
from hypothesis import given
from hypothesis import strategies as st

Block = dict[str, t.Any]

OLD, NEW = VERSIONS[0], VERSIONS[-1]

CONFIG: Block = {
    "model_list": [
        {"model_name": "a", "litellm_params": {"model": "openai/gpt-9"}, "model_info": {"id": "first"}},
        {"model_name": "b", "litellm_params": {"model": "openai/gpt-9"}, "model_info": {"id": "second"}},
    ],
    "litellm_settings": {"old_key": 1, "new_key": 1, "named": 3},
    "general_settings": {"master_key": "os.environ/LITELLM_MASTER_KEY"},
}
ENVIRONMENT = {"LITELLM_MASTER_KEY": True, "OPENAI_API_KEY": True, "LITELLM_LOG": "WARNING"}
CHANGES = (
    Change("first", "1.90.0", "it does this", "do that", "s", ((Condition("litellm_settings.named"),),)),
    Change("other", "1.90.0", "it does so", "do so", "s", ((Condition("litellm_settings.other"),),)),
    Change("second", "1.100.0", "it does more", "do more", "s", ((Condition("environment.LITELLM_LOG"),),)),
)
HASH = "--hash=sha256:" + "0" * 64


@lru_cache
def facts(newer: bool) -> dict[str, dict[str, str]]:
    """``new_key`` came with the newer of two versions, and ``old_key`` went."""
    found = {table: dict(keys) for table, keys in tables(VERSIONS[-1]).items()}
    for name in ("new_key" if newer else "old_key", "named", "unnamed", "steady"):
        found["litellm_settings"][name] = "int"
    found["defaults:litellm_settings"] = {
        "named": "2" if newer else "1",
        "unnamed": "15" if newer else "null",
        "steady": "true",
        **({"new_key": "true"} if newer else {}),
    }
    found["defaults:router_settings"] = {
        "timeout_of_mine": '"b"' if newer else '"a"',
        "list_of_mine": "[]" if newer else "null",
    }
    return found


def made_up(version: str) -> Vocabulary | None:
    """What is known of OLD, of NEW and of what follows NEW."""
    if version == "0.1.0":
        return None
    newer = version != OLD
    return Vocabulary(NEW if newer else OLD, version, facts(newer))


def lock(version: str, **packages: str) -> Lock:
    lines = [f"{name.replace('_', '-')}=={number} {HASH}" for name, number in packages.items()]
    python = ">=3.11" if version == NEW else ">=3.10"
    return Lock.parse("\n".join([f"# litellm=={version}; python{python}", f"litellm=={version} {HASH}", *lines]))


LOCKS = (
    lock(OLD, fastapi="0.1", langfuse="2.59.7", gone="1.0", same="1"),
    lock(NEW, fastapi="0.2", langfuse="4.7.1", came="3.1", same="1"),
)
TARGET = Target("3.11.2", "x86_64", "2.36")


def found(before: str = OLD, after: str = NEW, config: t.Any = None, **arguments: t.Any) -> Upgrade:
    gateway = Gateway(CONFIG if config is None else config, ENVIRONMENT)
    return upgrade(before, after, gateway, known=CHANGES, vocabularies=made_up, **arguments)


def test_findings_of_one_version_alone() -> None:
    changed = found()
    assert [(each.path, each.rule) for each in changed.appear] == [("litellm_settings.old_key", "unknown-key")]
    assert [(each.path, each.rule) for each in changed.go] == [("litellm_settings.new_key", "unknown-key")]


def test_defaults_that_the_configuration_leaves_to_litellm() -> None:
    assert [(each.path, each.before, each.after) for each in found().defaults] == [
        ("litellm_settings.unnamed", "null", "15"),
        ("router_settings.timeout_of_mine", '"a"', '"b"'),
    ]


def test_behaviour_that_concerns_the_configuration() -> None:
    assert [each.name for each in found().changes] == ["first", "second"]
    assert [each.name for each in found("1.90.0", "1.90.5").changes] == []
    assert [each.name for each in found(config={"litellm_settings": {"other": 1}}).changes] == ["other", "second"]


def test_packages_and_python() -> None:
    changed = found(locks=LOCKS, target=TARGET)
    assert changed.packages
    assert (changed.packages.came, changed.packages.went) == ({"came": "3.1"}, {"gone": "1.0"})
    assert (changed.packages.moved, changed.packages.renewed) == ({"langfuse": ("2.59.7", "4.7.1")}, 1)
    assert changed.python == ">=3.11", "the one before needed another"
    assert found(locks=(LOCKS[0], LOCKS[0]), target=TARGET).python == ""
    assert found(locks=(LOCKS[0], LOCKS[0]), target=Target("3.9.2", "x86_64")).python == ">=3.10"
    assert found(locks=LOCKS).packages is None, "nobody asked the host"


def test_versions_that_are_known_by_another_one() -> None:
    assert found(OLD, "9.0.0").unknown == {"9.0.0": NEW}
    alike = found(NEW, "9.0.0")
    assert (alike.appear, alike.go, alike.defaults) == ((), (), ()), "there is nothing to compare"
    unknown = found("0.1.0", NEW)
    assert (unknown.appear, unknown.go, unknown.defaults) == ((), (), ())
    assert [each.name for each in unknown.changes] == ["first", "second"]


def test_an_older_version_asks_nothing() -> None:
    back = found(NEW, OLD)
    assert not back.newer
    assert back.changes == ()
    assert [each.path for each in back.appear] == ["litellm_settings.new_key"]
    assert told(back).refusal == ""


def test_a_version_with_no_number_asks_nothing() -> None:
    assert found("main", NEW).changes == ()
    assert not found("main", NEW).newer


@pytest.mark.parametrize(
    ("acknowledged", "left"),
    [
        ("", ["first", "second"]),
        ("1.89.9", ["first", "second"]),
        ("1.90.0", ["second"]),
        (NEW, []),
        ("9.0.0", ["first", "second"]),
    ],
)
def test_what_a_version_acknowledges(acknowledged: str, left: list[str]) -> None:
    assert [each.name for each in found().unacknowledged(acknowledged)] == left


def test_what_is_acknowledged_is_a_version() -> None:
    with pytest.raises(UnknownVersion):
        found().unacknowledged("newest")


def test_names_that_are_alone() -> None:
    lone = {"model_list": CONFIG["model_list"], "router_settings": {"fallbacks": [{"b": ["a"]}]}}
    assert facts_of(Gateway(lone))["alone"] == ["a"]
    assert facts_of(Gateway({**lone, "litellm_settings": {"default_fallbacks": ["b"]}}))["alone"] == []
    assert "environment" not in facts_of(Gateway(lone)), "nobody said what the service has"
    assert facts_of(Gateway(None)) == {"alone": [], "compatible": []}


def test_servers_that_speak_as_openai_does() -> None:
    def at(model: str, **params: str) -> list[str]:
        entry = {"model_name": "a", "litellm_params": {"model": model, **params}}
        return t.cast("list[str]", facts_of(Gateway({"model_list": [entry]}))["compatible"])

    assert at("openai/m", api_base="http://127.0.0.1:8000/v1") == ["a"]
    assert at("hosted_vllm/m", api_base="http://127.0.0.1:8000/v1") == ["a"]
    assert at("openai/m") == []
    assert at("ollama_chat/m", api_base="http://127.0.0.1:11434") == []


def test_told_by_the_names_of_variables() -> None:
    words = told(found(locks=LOCKS, target=TARGET), CONFIG, "1.90.0", "litellm_", "3.11.2")
    assert words.headline == (
        f"LiteLLM {NEW} after {OLD}: 2 changes of behaviour, 1 finding that appears, 1 finding that goes, 2 other defaults; "
        "1 package comes, 1 package goes, 2 packages get another version"
    )
    assert words.lines[0] == "behaviour, acknowledged: since 1.90.0, it does this; do that"
    assert words.lines[1].startswith("finding that appears: litellm_settings.old_key: ")
    assert words.lines[2].startswith("finding that goes: litellm_settings.new_key: ")
    assert words.lines[3:] == [
        "default: litellm_settings.unnamed is 15, and was not set",
        'default: litellm_router_settings.timeout_of_mine is "b", and was "a"',
        "packages that come: came 3.1",
        "packages that go: gone 1.0",
        "packages with another first number: langfuse 4.7.1 after 2.59.7",
        f"Python: LiteLLM {NEW} needs >=3.11, and this host's is 3.11.2",
    ]
    assert words.unacknowledged == ["behaviour: since 1.100.0, it does more; do more"]
    assert words.refusal.splitlines() == [
        f"LiteLLM {NEW} does otherwise than {OLD}, which serves here, what this configuration uses; nothing was changed.",
        "  - since 1.100.0, it does more; do more",
        f"When you have read this, write litellm_acknowledged_version: {NEW} and run again.",
    ]


def test_nothing_to_tell() -> None:
    words = told(found(NEW, NEW, {"litellm_settings": {}}, locks=(LOCKS[1], LOCKS[1]), target=TARGET))
    assert (
        words.headline == f"LiteLLM {NEW} after {NEW}: nothing changes that this configuration uses; all packages stay"
    )
    assert (words.lines, words.unacknowledged, words.refusal) == ([], [], "")


def test_a_version_that_the_collection_does_not_know_is_said() -> None:
    assert (
        told(found(OLD, "9.0.0")).lines[-1] == f"LiteLLM 9.0.0 is compared as {NEW}, the nearest version that is known"
    )


def test_an_acknowledgement_that_is_no_version_is_said() -> None:
    words = told(found(), CONFIG, "newest", "litellm_")
    assert words.refusal.startswith(
        "litellm_acknowledged_version is 'newest', which is no version of LiteLLM; LiteLLM "
    )
    assert len(words.unacknowledged) == 2


def test_the_same_finding_of_several_models_is_one_line() -> None:
    problems = tuple(Problem(("model_list", index, "litellm_params", "x"), "is odd", rule="odd") for index in (0, 1))
    several = Upgrade(OLD, NEW, {}, problems, (), (), None, "", ())
    assert told(several, CONFIG, prefix="litellm_").lines == [
        "finding that appears: litellm_models.first.litellm_params.x: is odd (odd), and 1 more of the kind"
    ]
    assert told(several).lines == [
        "finding that appears: model_list[0].litellm_params.x: is odd (odd), and 1 more of the kind"
    ]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=10,
)


@given(
    st.dictionaries(
        st.sampled_from(
            ["model_list", "litellm_settings", "router_settings", "general_settings", "environment", "alone"]
        ),
        ANYTHING,
    )
    | ANYTHING,
    st.sampled_from(["1.84.0", "1.99.4", "1.83.14", "1.92.2.post1", "nothing"]),
)
def test_whatever_stands_in_a_file_is_told_without_an_error(config: t.Any, before: str) -> None:
    changed = upgrade(before, VERSIONS[-1], Gateway(config))
    assert told(changed, config, prefix="litellm_").headline.startswith(f"LiteLLM {VERSIONS[-1]} after {before}: ")
