"""The chart's values make the same pods, as far as the chart's templates go."""

from __future__ import annotations

import typing as t

from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes import config_map, forms, pod
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes.helm_values import helm_values

from tests.unit.plugins.plugin_utils._kubernetes.samples import DATABASE, cluster, gateway

VALUES = helm_values(cluster(), gateway())


def test_the_configuration_is_the_same_object() -> None:
    name = config_map.config_name(cluster(), gateway())
    assert VALUES["proxyConfigMap"] == {"create": False, "name": name, "key": "config.yaml"}
    assert VALUES["extraResources"][:2] == [
        config_map.config_map(cluster(), gateway()),
        config_map.program_map(cluster(), gateway()),
    ]


def test_the_container_is_the_same_but_for_its_probes() -> None:
    ours = pod.container(cluster(), gateway())
    assert VALUES["command"] + VALUES["args"] == ours["command"]
    assert f"{VALUES['image']['repository']}:{VALUES['image']['tag']}" == ours["image"]
    for value, field in (
        ("extraEnvVars", "env"),
        ("lifecycle", "lifecycle"),
        ("resources", "resources"),
        ("securityContext", "securityContext"),
    ):
        assert VALUES[value] == ours[field], value
    # The chart has /tmp where the file system is read-only.
    assert [each["mountPath"] for each in ours["volumeMounts"] if each not in VALUES["volumeMounts"]] == ["/tmp"]  # noqa: S108


def test_the_chart_brings_no_database_no_redis_and_no_key() -> None:
    assert VALUES["db"] == {"useExisting": False, "deployStandalone": False}
    assert (VALUES["redis"], VALUES["migrationJob"]) == ({"enabled": False}, {"enabled": False})
    assert (VALUES["masterkeySecretName"], VALUES["masterkeySecretKey"]) == ("litellm", "LITELLM_MASTER_KEY")


def test_the_database_is_migrated_by_our_job_and_waited_for() -> None:
    found = helm_values(cluster(network_policy={"from": []}), DATABASE)
    ours = forms.manifests(cluster(network_policy={"from": []}), DATABASE)
    assert [each["kind"] for each in found["extraResources"]][2:] == ["Job", "NetworkPolicy", "NetworkPolicy"]
    assert ours["job.yaml"] in found["extraResources"]
    assert found["migrationJob"] == {"enabled": False}
    (before,) = found["extraInitContainers"]
    assert [before] == ours["deployment.yaml"]["spec"]["template"]["spec"]["initContainers"]
    # The chart makes a folder /tmp for its own container alone.
    assert {each["name"] for each in before["volumeMounts"]} <= {each["name"] for each in found["volumes"]}
    assert "/tmp" not in {each["mountPath"] for each in found["volumeMounts"]}  # noqa: S108
    assert "extraInitContainers" not in VALUES


def test_an_image_by_digest_comes_out_as_it_is() -> None:
    image = f"ghcr.io/berriai/litellm:v1.108.7@sha256:{'a' * 64}"
    found = helm_values(cluster(), gateway(image=image))["image"]
    assert f"{found['repository']}:{found['tag']}" == image


def test_what_is_optional_is_passed_on() -> None:
    asked: dict[str, t.Any] = {
        "autoscaling": {"max": 5, "memory": 90},
        "ingress": {"host": "llm.example.com", "tls_secret": "llm-tls"},
        "monitor": {"interval": "15s"},
        "network_policy": {"from": []},
        "pod": {"nodeSelector": {"a": "b"}},
    }
    found = helm_values(cluster(**asked), gateway())
    assert found["autoscaling"]["targetMemoryUtilizationPercentage"] == 90
    assert found["ingress"]["tls"] == [{"secretName": "llm-tls", "hosts": ["llm.example.com"]}]
    assert found["serviceMonitor"] == {"enabled": True, "interval": "15s", "labels": {}}
    assert [each["kind"] for each in found["extraResources"]] == ["ConfigMap", "ConfigMap", "NetworkPolicy"]
    assert found["nodeSelector"] == {"a": "b"}
    assert [VALUES[name]["enabled"] for name in ("autoscaling", "ingress", "serviceMonitor")] == [False] * 3
