"""What is declared becomes the files of a folder, or a refusal with every reason."""

from __future__ import annotations

import dataclasses
import typing as t

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes.plan import Given, plan, with_written_secret
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes.secrets import SecretKey
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import InputError

from tests.unit.plugins.plugin_utils._kubernetes.samples import cluster, gateway

GIVEN = Given(
    required=["LITELLM_MASTER_KEY"],
    mounts=[],
    holds_secrets=False,
    tls_certificate=False,
    secret_values=None,
    folder="/srv/kubernetes",
    secret_file="",
)
CANARY = "sk-canary-7Yq2mVb9"


def refused(values: dict[str, t.Any], changes: dict[str, t.Any], **given: t.Any) -> list[str]:
    with pytest.raises(InputError) as refusal:
        plan(cluster(**values), gateway(**changes), dataclasses.replace(GIVEN, **given), {})
    return [str(problem) for problem in refusal.value.problems]


POLICY: dict[str, t.Any] = {"network_policy": {"from": []}}


@pytest.mark.parametrize(
    ("values", "changes", "given", "says"),
    [
        ({}, {"secrets": {}}, {}, "secrets: names no Secret that has LITELLM_MASTER_KEY; write - {name: litellm, keys"),
        ({}, {}, {"mounts": ["/run/redis.sock:/run/redis.sock"]}, "files: lacks /run/redis.sock, which the"),
        ({}, {}, {"holds_secrets": True}, "litellm_config_file: holds secrets, and a ConfigMap is shown and copied"),
        ({}, {}, {"tls_certificate": True}, "litellm_tls_certificate: is for hosts"),
        ({}, {"port": 443}, {}, "litellm_port: is 443, which a pod that is not root cannot open; write 4000 here, and"),
        ({}, {"python_files": {"a b.py": ""}}, {}, "litellm_python_files.a b.py: is no name of a file"),
        ({}, {}, {"secret_file": "/srv/kubernetes/s.yaml"}, "secret_file: stands among the manifests"),
        (
            {"network_policy": {"from": []}},
            {"data": {"model_list": [{"model_name": "m", "litellm_params": {"api_base": "os.environ/B"}}]}},
            {},
            "network_policy.to: is missing, for the addresses of m are variables",
        ),
        (
            POLICY,
            {"migration_timeout": 1, "extended": [("DATABASE_URL", "LITELLM_MASTER_KEY", "")]},
            {},
            "network_policy.to: is missing, for the addresses of the database are variables",
        ),
        ({"form": "helm_values", "service": {"port": 80}}, {}, {}, "service.port: is 80, and the chart knows one port"),
        ({"form": "helm_values", "tls_secret": "t"}, {}, {}, "tls_secret: is not possible with LiteLLM's chart"),
        (
            {"form": "helm_values", "pod": {"dnsPolicy": "None"}},
            {},
            {},
            "pod.dnsPolicy: is no value of LiteLLM's chart",
        ),
        (
            {},
            {"config": "a" * 1_000_001},
            {},
            "litellm_models: becomes a configuration of 1000023 bytes, and a ConfigMap takes 1000000",
        ),
        ({}, {"metrics_port": 9464}, {}, "litellm_metrics_token: is missing, and everybody in the cluster reaches"),
        (POLICY, {"metrics_port": 80}, {}, "litellm_metrics_port: is 80, which a pod that is not root cannot open"),
        (POLICY, {"metrics_port": 4000}, {}, "litellm_metrics_port: is that of the clients; write another one"),
        (
            {**POLICY, "monitor": {"interval": "30s"}},
            {"metrics_port": 9464},
            {},
            "network_policy.scrapers: is missing, so that nobody reaches the metrics",
        ),
        (
            {"monitor": {"interval": "30s"}},
            {"main_metrics": False},
            {},
            "monitor: asks the port of the clients, where litellm_main_metrics serves no metrics",
        ),
    ],
)
def test_what_cannot_run_there_is_refused(
    values: dict[str, t.Any], changes: dict[str, t.Any], given: dict[str, t.Any], says: str
) -> None:
    (said,) = refused(values, changes, **given)
    assert says in said


def test_every_reason_is_named_at_once() -> None:
    assert len(refused({}, {"port": 80, "secrets": {}}, holds_secrets=True, tls_certificate=True)) == 4


def test_a_file_of_somebody_elses_is_left_alone() -> None:
    with pytest.raises(InputError, match=r"folder: has service\.yaml of somebody else's"):
        plan(cluster(), gateway(), GIVEN, {"service.yaml": "kind: Service\n"})


def test_a_file_of_a_host_may_come_from_a_config_map() -> None:
    path = "/etc/ssl/litellm/ca.pem"
    given = dataclasses.replace(GIVEN, mounts=[f"{path}:{path}:ro"])
    found = plan(cluster(files={path: {"config_map": "authority", "key": "ca.pem"}}), gateway(), given, {})
    pod = yaml.safe_load(found.files["deployment.yaml"])["spec"]["template"]["spec"]
    assert pod["volumes"][-1] == {"name": "file-0", "configMap": {"name": "authority"}}
    mount = {"name": "file-0", "mountPath": path, "subPath": "ca.pem", "readOnly": True}
    assert pod["containers"][0]["volumeMounts"][-1] == mount


def test_what_a_variable_is_made_of_counts_as_there() -> None:
    redis = ("LITELLM_REDIS_URL", "redis://:", "LITELLM_MASTER_KEY", "@redis")
    given = dataclasses.replace(GIVEN, required=["LITELLM_REDIS_URL", "LITELLM_LOG"])
    assert plan(cluster(), gateway(composed=[redis]), given, {}).files


def test_values_stand_in_the_file_of_the_secret_alone() -> None:
    apart: dict[str, t.Any] = {"secret_file": "/srv/secret.yaml"}
    given = dataclasses.replace(GIVEN, secret_values={"B": CANARY, "A": CANARY}, **apart)
    secrets = with_written_secret(cluster(), {"A": SecretKey("other", "a")}, ["A", "B"])
    assert secrets == {"A": SecretKey("other", "a"), "B": SecretKey("litellm-secrets", "B")}
    found = plan(cluster(), gateway(), given, {})
    assert CANARY not in str((found.files, found.digest, found.changes))
    written = yaml.safe_load(found.secret_text)
    assert (written["kind"], written["stringData"]) == ("Secret", {"A": CANARY, "B": CANARY})


def test_two_gateways_are_told_apart_and_one_is_the_same_wherever_it_is() -> None:
    there = plan(cluster(), gateway(config="a: 1\n"), GIVEN, {}).files
    one, again, other = (
        plan(cluster(), gateway(config=text), GIVEN, files).digest
        for text, files in (("a: 2\n", {}), ("a: 2\n", there), ("a: 3\n", {}))
    )
    assert one == again != other
