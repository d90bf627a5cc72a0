"""Secrets are references: by name and key, or by the manifest of what makes the Secret. No value is read."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes.declared import PREFIX
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes.secrets import SecretKey, read_secrets
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import Problem
from ansible_collections.llmops.litellm.plugins.plugin_utils._variables.reading import Variables

FILES = {
    "sealed.yaml": """\
kind: SealedSecret
metadata: {name: sealed}
spec: {encryptedData: {OPENAI_API_KEY: AgB1, master: AgB2}}
""",
    "external.yaml": """\
kind: ServiceAccount
---
kind: ExternalSecret
metadata: {name: external}
spec: {target: {name: litellm}, data: [{secretKey: OPENAI_API_KEY, remoteRef: {key: openai}}]}
""",
    "whole.yaml": "kind: ExternalSecret\nmetadata: {name: external}\nspec: {dataFrom: [{extract: {key: litellm}}]}\n",
    "secret.yaml": "kind: Secret\nmetadata: {name: plain}\ndata: {A: c2s=}\nstringData: {B: sk-canary-7Yq2}\n",
    "other.yaml": "kind: ConfigMap\n",
    "broken.yaml": "kind: [",
}


def reading(value: t.Any) -> tuple[dict[str, SecretKey], list[Problem]]:
    variables = Variables({f"{PREFIX}secrets": value}, PREFIX)
    return read_secrets(variables, FILES.get), variables.report.problems


def read(*entries: t.Any) -> dict[str, SecretKey]:
    found, problems = reading(list(entries))
    assert problems == []
    return found


def test_keys_are_variables_or_what_they_are_called_in_the_secret() -> None:
    assert read({"name": "a", "keys": ["OPENAI_API_KEY"]}, {"name": "b", "keys": {"OTHER": "other.key"}}) == {
        "OPENAI_API_KEY": SecretKey("a", "OPENAI_API_KEY"),
        "OTHER": SecretKey("b", "other.key"),
    }


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        (
            {"manifest": "sealed.yaml", "keys": {"LITELLM_MASTER_KEY": "master"}},
            {"LITELLM_MASTER_KEY": SecretKey("sealed", "master")},
        ),
        ({"manifest": "external.yaml"}, {"OPENAI_API_KEY": SecretKey("litellm", "OPENAI_API_KEY")}),
        ({"manifest": "whole.yaml", "keys": ["ANY"]}, {"ANY": SecretKey("external", "ANY")}),
        ({"manifest": "secret.yaml"}, {"A": SecretKey("plain", "A"), "B": SecretKey("plain", "B")}),
    ],
)
def test_a_manifest_says_its_name_and_its_keys(entry: dict[str, t.Any], found: dict[str, SecretKey]) -> None:
    assert read(entry) == found
    assert "canary" not in str(read(entry))


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ("litellm", "secrets[0]: is text, and has to be a dictionary"),
        ({"nam": "a"}, "secrets[0].nam: is not a field here; did you mean 'name'?"),
        ({"name": "a"}, "secrets[0].keys: is missing"),
        ({"keys": ["A"]}, "secrets[0].name: is missing"),
        ({"name": "A_B", "keys": ["A"]}, "secrets[0].name: is 'A_B', and has to be a name for Kubernetes"),
        ({"name": "a", "keys": ["a b"]}, "secrets[0].keys[0]: is 'a b', and has to be a key of a Secret"),
        ({"name": "a", "keys": ["a-b"]}, "secrets[0].keys: has the key 'a-b', which no variable can be named"),
        ({"manifest": "sealed.yaml", "name": "x"}, "secrets[0].name: is in the manifest; take it out"),
        ({"manifest": "sealed.yaml", "keys": {"M": "mastr"}}, "the manifest does not have; did you mean 'master'?"),
        ({"manifest": "whole.yaml"}, "secrets[0].keys: is missing, for the manifest does not say which keys"),
        ({"manifest": "nobody.yaml"}, "secrets[0].manifest: cannot be read on the controller"),
        ({"manifest": "other.yaml"}, "secrets[0].manifest: holds none of SealedSecret, ExternalSecret, Secret"),
        ({"manifest": "broken.yaml"}, "secrets[0].manifest: is no YAML"),
    ],
)
def test_wrong_input_is_refused_with_its_path(entry: t.Any, says: str) -> None:
    _found, (problem,) = reading([entry])
    assert str(problem).startswith("litellm_kubernetes_secrets")
    assert says in str(problem)


def test_two_secrets_do_not_have_one_variable() -> None:
    entries = [{"name": "a", "keys": ["A"]}, {"name": "b", "keys": ["A"]}]
    _found, (problem,) = reading(entries)
    assert "secrets[1].keys: has A, which Secret a has already; take one of the two out" in str(problem)


def test_it_is_a_list() -> None:
    _found, (problem,) = reading({"name": "a"})
    assert "has to be a list of Secrets" in str(problem)
