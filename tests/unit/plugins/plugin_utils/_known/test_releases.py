"""Releases that nobody should run, and what to write instead."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.data import VERSIONS
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.releases import (
    DENIED,
    FLOOR,
    UnknownVersion,
    denial_of,
    nearest_right,
)


@pytest.mark.parametrize(
    ("version", "line"),
    [
        ("1.82.7", "1.82.7"),
        ("1.82.8", "1.82.8"),
        ("1.82.08", "1.82.8"),
        ("1.82.8.post1", "1.82.8"),
        ("1.107.0", "1.107"),
        ("1.107.0rc1", "1.107"),
        ("1.107.12", "1.107"),
        ("1.83.14", FLOOR.line),
        ("1.84.0rc1", FLOOR.line),
        ("0.1.0", FLOOR.line),
    ],
)
def test_a_release_that_nobody_should_run_is_denied(version: str, line: str) -> None:
    denial = denial_of(version)
    assert denial
    assert denial.line == line
    assert denial.reason
    assert denial.source


@pytest.mark.parametrize("version", [*VERSIONS, "1.84.0", "1.10700.0", "1.106.99", "1.108.0", "2.107.0", "99.0.0"])
def test_any_other_release_is_not(version: str) -> None:
    assert denial_of(version) is None


@pytest.mark.parametrize("version", [*(each.line for each in DENIED), "1.0.0"])
def test_what_is_named_instead_is_known_and_not_denied(version: str) -> None:
    instead = nearest_right(version if version.count(".") == 2 else f"{version}.0")
    assert instead in VERSIONS
    assert denial_of(instead) is None


def test_what_is_named_instead_changes_least() -> None:
    assert nearest_right("1.82.8") == VERSIONS[0]
    assert nearest_right("99.0.0") == VERSIONS[-1]


def test_what_is_no_version_is_not_judged() -> None:
    with pytest.raises(UnknownVersion, match="not a LiteLLM version; write one such as"):
        denial_of("latest")
