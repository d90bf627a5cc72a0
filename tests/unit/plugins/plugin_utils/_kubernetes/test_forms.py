"""The files of a folder: what is declared, the ConfigMaps to go back to, and Kustomize's list."""

from __future__ import annotations

import typing as t

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes import forms
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes.folder import changes

from tests.unit.plugins.plugin_utils._kubernetes.samples import EVERYTHING, cluster, gateway, manifests


def written(there: dict[str, str], config: str, program: str = "print()\n", **values: t.Any) -> dict[str, str]:
    return forms.files(cluster(**values), gateway(config=config, programs={"__main__.py": program}), there)


def configurations(files: dict[str, str]) -> list[str]:
    """The configurations in the ConfigMaps, of the former releases too."""
    maps = [yaml.safe_load(text) for name, text in files.items() if name.startswith("configmap-litellm-config-")]
    return sorted(each["data"]["config.yaml"] for each in maps)


def test_what_is_not_asked_for_is_no_file() -> None:
    assert set(manifests()) == {"ConfigMapconfig", "ConfigMapgateway", "Deployment", "Service", "PodDisruptionBudget"}
    assert set(manifests(**EVERYTHING)) - set(manifests()) == {
        "HorizontalPodAutoscaler",
        "HTTPRoute",
        "Ingress",
        "NetworkPolicy",
        "ServiceMonitor",
    }


def test_everything_is_in_the_namespace_and_found_by_the_same_labels() -> None:
    for kind, manifest in manifests(**EVERYTHING, namespace="ml").items():
        assert manifest["metadata"]["namespace"] == "ml", kind
        assert manifest["metadata"]["labels"]["app.kubernetes.io/instance"] == "litellm", kind
        assert manifest["metadata"]["labels"]["team"] == "ml", kind
    made = manifests()
    selector = made["Deployment"]["spec"]["selector"]["matchLabels"]
    assert selector.items() <= made["Deployment"]["spec"]["template"]["metadata"]["labels"].items()
    assert made["Service"]["spec"]["selector"] == selector
    assert made["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"] == selector


def test_who_scales_it_says_how_many() -> None:
    assert manifests()["Deployment"]["spec"]["replicas"] == 2
    scaled = manifests(autoscaling={"max": 5})
    assert "replicas" not in scaled["Deployment"]["spec"]
    assert scaled["HorizontalPodAutoscaler"]["spec"]["minReplicas"] == 2


@pytest.mark.parametrize("form", ["manifests", "kustomize", "helm_values"])
def test_a_second_run_differs_in_nothing(form: str) -> None:
    there: dict[str, str] = {}
    for config in ("a: 1\n", "a: 2\n", "a: 1\n"):
        there = written(there, config, form=form)
        assert written(there, config, form=form) == there


def test_a_former_configuration_stays_to_go_back_to() -> None:
    there: dict[str, str] = {}
    for number in range(6):
        there = written(there, f"a: {number}\n", kept=2)
    assert configurations(there) == ["a: 3\n", "a: 4\n", "a: 5\n"]
    # Who goes back has no former configuration twice.
    there = written(there, "a: 4\n", kept=2)
    assert configurations(there) == ["a: 3\n", "a: 4\n", "a: 5\n"]
    assert configurations(written(there, "a: 4\n", kept=0)) == ["a: 4\n"]


def test_another_program_takes_no_configuration_away() -> None:
    there = written({}, "a: 1\n")
    for number in range(5):
        there = written(there, "a: 2\n", program=f"print({number})\n", kept=1)
    assert configurations(there) == ["a: 1\n", "a: 2\n"]
    assert len([name for name in there if name.startswith("configmap-litellm-gateway-")]) == 2


def test_a_former_configuration_that_somebody_took_away_is_not_missed() -> None:
    there = written({}, "a: 1\n")
    there = {name: text for name, text in written(there, "a: 2\n").items() if "a: 1" not in text}
    assert configurations(written(there, "a: 3\n")) == ["a: 2\n", "a: 3\n"]


@pytest.mark.parametrize("text", ["", "[", "- a\n", "kind: Deployment\nmetadata: {}\n", "spec: 3\n"])
def test_a_deployment_that_cannot_be_read_names_nothing(text: str) -> None:
    assert configurations(written({"deployment.yaml": text}, "a: 1\n")) == ["a: 1\n"]


def test_kustomize_gets_a_list_of_all_files() -> None:
    found = written(written({}, "a: 1\n"), "a: 2\n", form="kustomize")
    listed = yaml.safe_load(found.pop("kustomization.yaml"))
    assert listed["resources"] == sorted(found)
    assert len(configurations(found)) == 2


def test_files_of_ours_go_and_those_of_others_stay() -> None:
    there = {**written({}, "a: 1\n", ingress={"host": "a.example.com"}), "theirs.yaml": "kind: Namespace\n"}
    differs = changes(there, written(there, "a: 1\n"))
    assert (differs.written, differs.removed, differs.foreign) == ((), ("ingress.yaml",), ())
    differs = changes({"service.yaml": "kind: Service\n"}, written({}, "a: 1\n"))
    assert differs.foreign == ("service.yaml",)
