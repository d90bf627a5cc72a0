"""Deployments together, as far as the corpus does not show it."""

from __future__ import annotations

from tests.unit.plugins.plugin_utils._checker.test_keys import with_model


def test_groups_of_a_model_are_a_list() -> None:
    assert with_model(model_info={"id": "a", "access_groups": ["beta"]}) == []
    assert with_model(model_info={"id": "a", "access_groups": "beta"}) == [
        "error wrong-type model_list[0].model_info.access_groups"
    ]
