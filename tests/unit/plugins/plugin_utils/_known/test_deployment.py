"""Deployments, built or read."""

from __future__ import annotations

import dataclasses
import typing as t

from ansible_collections.llmops.litellm.plugins.plugin_utils._known.deployment import (
    KEYS,
    Deployment,
    by_name,
    in_list,
    read_deployments,
)

ENTRY: dict[str, t.Any] = {"litellm_params": {"model": "openai/a"}, "model_name": "a", "model_info": {"id": "a1"}}


def test_what_is_read_is_written_again() -> None:
    (deployment,) = read_deployments({"model_list": [ENTRY]})
    assert list(deployment.entry().items()) == list(ENTRY.items())
    assert (deployment.name, deployment.model, deployment.location) == ("a", "openai/a", ("model_list", 0))
    assert deployment.locate("tags", 1) == ("model_list", 0, "litellm_params", "tags", 1)
    assert in_list([Deployment("a", ENTRY["litellm_params"], ENTRY["model_info"])]) == [
        dataclasses.replace(deployment, keys=KEYS)
    ]


def test_what_is_no_deployment_is_left_out_and_the_rest_keeps_its_place() -> None:
    broken = [None, {}, {"model_name": 5, "litellm_params": {}}, {"model_name": "x", "litellm_params": []}]
    found = read_deployments({"model_list": [*broken, {**ENTRY, "model_info": "text"}]})
    assert [(each.location, each.info) for each in found] == [(("model_list", 4), {})]
    assert read_deployments({"model_list": {"a": ENTRY}}) == read_deployments({}) == []


def test_a_copy_shares_nothing() -> None:
    first = Deployment("a", {"model": "m", "tags": ["x"]}, {"id": "a1"})
    copy = first.copied("b", "for-b", "fallback")
    copy.params["tags"].append("y")
    assert (first.params["tags"], first.info) == (["x"], {"id": "a1"})
    assert (copy.name, copy.info, copy.role) == ("b", {"id": "a1-for-b"}, "fallback")
    assert first.copied() == first


def test_those_of_one_name_are_together_in_their_order() -> None:
    named = [Deployment(name, {"model": str(number)}) for number, name in enumerate("aba")]
    assert [[each.model for each in group] for group in by_name(named).values()] == [["0", "2"], ["1"]]


def test_limits_beside_the_parameters_are_among_them() -> None:
    entry = {**ENTRY, "rpm": 5, "tpm": None, "weight": 3}
    (deployment,) = read_deployments({"model_list": [entry]})
    assert deployment.params == {"model": "openai/a", "rpm": 5}
    assert deployment.locate("rpm") == ("model_list", 0, "rpm")
    assert deployment.locate("tpm") == ("model_list", 0, "litellm_params", "tpm")
    assert ENTRY["litellm_params"] == {"model": "openai/a"}


def test_limits_among_the_parameters_win() -> None:
    (deployment,) = read_deployments({"model_list": [{**ENTRY, "litellm_params": {"rpm": 7}, "rpm": 5}]})
    assert deployment.params == {"rpm": 7}
    assert deployment.locate("rpm") == ("model_list", 0, "litellm_params", "rpm")
