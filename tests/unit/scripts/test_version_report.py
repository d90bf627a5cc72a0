"""What another version changes is told in words, from two sets of tables."""

from __future__ import annotations

import runpy
import typing as t
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[3]
script = runpy.run_path(str(ROOT / "scripts" / "version_report.py"))
Known, report, fragment = script["Known"], script["report"], script["fragment"]


def told(before: dict[str, t.Any], after: dict[str, t.Any]) -> list[str]:
    """The report of two versions, of which only *before* and *after* are known."""
    said: list[str] = report(Known("1.0.0", **{"tables": {}, **before}), Known("1.1.0", **{"tables": {}, **after}))
    return said


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ({}, {}, []),
        (
            {"router_settings": {"a": "int"}},
            {"router_settings": {"a": "int", "b": "str"}},
            ["Keys and words that came: ``router_settings`` ``b``."],
        ),
        (
            {"callbacks": {"a": "", "b": ""}},
            {"callbacks": {"b": ""}},
            ["Keys and words that went: ``callbacks`` ``a``."],
        ),
        (
            {"general_settings": {"a": "int"}, "litellm_settings": {}},
            {"general_settings": {}, "litellm_settings": {"a": "int"}},
            ["Keys that moved: ``a`` from ``general_settings`` to ``litellm_settings``."],
        ),
        (
            {"callbacks": {"a": ""}, "providers": {}},
            {"callbacks": {}, "providers": {"a": ""}},
            ["Keys and words that came: ``providers`` ``a``.", "Keys and words that went: ``callbacks`` ``a``."],
        ),
        (
            {"dead_settings": {"a": "", "b": ""}},
            {"dead_settings": {"b": "", "c": ""}},
            [
                "Settings that nothing reads any more: ``c``.",
                "Settings that are read again, or went with what did not read them: ``a``.",
            ],
        ),
        (
            {"router_settings": {"a": "int", "b": "~one(x,y)", "c": "one(x)"}, "provider_params": {"size": "openai"}},
            {"router_settings": {"a": "num", "b": "~one(y,z)", "c": "one(x,z)"}, "provider_params": {"size": "azure"}},
            [
                "Keys that take something else: ``router_settings`` ``a`` was ``int``, is ``num``, "
                "``b`` takes ``z`` and no longer ``x``, ``c`` takes ``z``."
            ],
        ),
        (
            {"defaults:router_settings": {"a": "1", "b": "2"}},
            {"defaults:router_settings": {"a": "3", "b": "2", "new": "4"}},
            ["Defaults that changed: ``router_settings.a`` was ``1``, is ``3``."],
        ),
        (
            {"models:openai": {"gpt-1": "", "gpt-2": ""}},
            {"models:openai": {"gpt-2": "", "gpt-3": "", "gpt-4": ""}},
            ["Models that came to LiteLLM's map: 2 of ``openai``.", "Models that went from it: ``openai`` ``gpt-1``."],
        ),
        (
            {"models:xai": {f"grok-{number}": "" for number in range(9)}},
            {"models:xai": {"grok-8": ""}},
            ["Models that went from it: 8 of ``xai``."],
        ),
    ],
)
def test_what_changed_in_the_vocabulary(before: t.Any, after: t.Any, said: list[str]) -> None:
    assert told({"tables": before}, {"tables": after}) == said


def test_what_changed_in_packages_and_verdicts() -> None:
    before = {
        "packages": {"callbacks": {"mlflow": ["mlflow>=3.11"], "sentry": ["sentry-sdk"]}, "image": {"x": []}},
        "lock": {"gone": ["1.0"], "same": ["2.0"], "starlette": ["1.7", "1.9"]},
        "verdicts": {"a: null": "accepted", "b": "reported (one way)", "old": "reported"},
    }
    after = {
        "packages": {"callbacks": {"mlflow": ["mlflow>=3.17"]}},
        "lock": {"come": ["1.0"], "same": ["2.0"], "starlette": ["1.7", "1.10"]},
        "verdicts": {"a: null": "missed (does not start)", "b": "reported (another way)", "new": "accepted"},
    }
    assert told(before, after) == [
        "Packages that features need: ``callbacks.mlflow`` needed ``mlflow>=3.11``, needs ``mlflow>=3.17``; "
        "``callbacks.sentry`` needed ``sentry-sdk``, needs nothing more.",
        "Packages that came: ``come`` 1.0.",
        "Packages that went: ``gone`` 1.0.",
        "Packages that moved: ``starlette`` from 1.7 and 1.9 to 1.7 and 1.10.",
        "Verdicts that changed: ``a: null`` was accepted, is missed (does not start).",
        "Cases of the differential test: 1 came; 1 went.",
    ]


def test_what_was_not_known_before_has_not_changed() -> None:
    assert told({}, {"lock": {"litellm": ["1.1.0"]}, "verdicts": {"a": "accepted"}}) == []


def test_the_fragment_is_the_same_text() -> None:
    paragraphs = [
        "Keys and words that came: ``callbacks`` ``a``.",
        "Packages that moved: " + "``package`` from 1 to 2; " * 40,
    ]
    written = fragment("1.0.0", "1.1.0", paragraphs)
    first, *rest = yaml.safe_load(written)["minor_changes"]
    assert first.startswith("LiteLLM 1.1.0 - is known")
    assert rest == [f"LiteLLM 1.1.0 - {paragraph.strip()}" for paragraph in paragraphs]
    assert max(map(len, written.splitlines())) <= 140
