"""A Job migrates the database of the pods, and they wait until it has."""

from __future__ import annotations

import dataclasses
import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes import forms
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes.gateway import Gateway, migrations_selector
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes.secrets import SecretKey

from tests.unit.plugins.plugin_utils._kubernetes.samples import DATABASE, EVERYTHING, cluster, manifests
from tests.unit.plugins.plugin_utils._kubernetes.test_pod import parsed

MADE = manifests(DATABASE)
POLICY: dict[str, t.Any] = {"network_policy": {"from": [{"podSelector": {}}]}}


def job(runs: Gateway = DATABASE, **values: t.Any) -> dict[str, t.Any]:
    return manifests(runs, **values)["Job"]


def container(manifest: dict[str, t.Any], kind: str = "containers") -> dict[str, t.Any]:
    (found,) = manifest["spec"]["template"]["spec"][kind]
    assert isinstance(found, dict)
    return found


def test_without_a_database_there_is_none_of_it() -> None:
    assert {kind for kind in manifests(**POLICY) if kind not in manifests()} == {"NetworkPolicy"}
    assert "initContainers" not in manifests()["Deployment"]["spec"]["template"]["spec"]


def test_the_job_migrates_and_the_pods_wait_with_the_program_of_hosts() -> None:
    for words, act, seconds in (
        (container(MADE["Job"])["command"], "migrate", "900"),
        (container(MADE["Deployment"], "initContainers")["command"], "wait", "1500"),
    ):
        made = parsed(words, "/opt/litellm/gateway/compose.py")
        assert made["compose"] == [list(DATABASE.composed[0])]
        program = ["/app/.venv/bin/python", "-I", "/opt/litellm/gateway/migrations.py"]
        assert made["command"] == [*program, act, "", "/tmp", seconds]  # noqa: S108 - a folder of the pod's own


def test_a_rollout_is_not_told_as_failed_while_the_job_may_work() -> None:
    deadline = MADE["Job"]["spec"]["activeDeadlineSeconds"]
    assert deadline > DATABASE.migration_timeout
    rollout = MADE["Deployment"]["spec"]["progressDeadlineSeconds"]
    assert rollout == manifests()["Deployment"]["spec"]["progressDeadlineSeconds"] + deadline


def test_the_job_knows_the_database_and_no_key_of_a_provider() -> None:
    password = {"secretKeyRef": {"name": "database", "key": "password"}}
    given = [
        {"name": "DISABLE_SCHEMA_UPDATE", "value": "True"},
        # Kubernetes would put the variable b there.
        {"name": "PRISMA_HOME", "value": "/a$$(b)"},
        {"name": "DATABASE_PASSWORD", "valueFrom": password},
    ]
    assert container(MADE["Job"])["env"] == given
    assert container(MADE["Deployment"], "initContainers")["env"] == given


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"composed": (), "extended": [("DATABASE_URL", "OURS", "pool_timeout=60")]}, "OURS"),
        ({"composed": (), "extended": [("DATABASE_URL", "DATABASE_URL", "pool_timeout=60")]}, "DATABASE_URL"),
    ],
)
def test_an_address_that_is_a_secret_is_a_reference(changes: dict[str, t.Any], name: str) -> None:
    secrets = {name: SecretKey("database", "url"), "OPENAI_API_KEY": SecretKey("litellm", "OPENAI_API_KEY")}
    found = container(job(dataclasses.replace(DATABASE, secrets=secrets, **changes)))
    assert [each["name"] for each in found["env"] if "valueFrom" in each] == [name]
    assert parsed(found["command"], "/opt/litellm/gateway/compose.py")["extend"] == [list(changes["extended"][0])]


def test_an_address_without_a_secret_stands_in_the_job() -> None:
    variables = {"DATABASE_URL": "postgresql://litellm@db.ml.svc:5432/litellm"}
    found = container(job(dataclasses.replace(DATABASE, composed=(), secrets={}, variables=variables)))
    assert found["env"] == [{"name": "DATABASE_URL", "value": variables["DATABASE_URL"]}]
    assert found["command"][:2] == ["/app/.venv/bin/python", "-I"]
    assert "compose.py" not in str(found["command"])


def test_whatever_the_job_is_its_name_says() -> None:
    """Kubernetes refuses to change a Job, so another one has another name, and the same one has the same."""
    name = job()["metadata"]["name"]
    assert name == job(replicas=5, ingress={"host": "a.example.com"})["metadata"]["name"]
    assert name == job(dataclasses.replace(DATABASE, config="a: 1\n", workers=7))["metadata"]["name"]
    others = [
        job(dataclasses.replace(DATABASE, image="ghcr.io/berriai/litellm:v1.109.1", version="1.109.1")),
        job(dataclasses.replace(DATABASE, migration_timeout=901)),
        job(dataclasses.replace(DATABASE, programs={"migrations.py": "print()\n"})),
        job(pod={"nodeSelector": {"a": "b"}}),
        job(user=None),
    ]
    assert len({name, *(each["metadata"]["name"] for each in others)}) == 6
    assert len(job(name="a" * 40)["metadata"]["name"]) <= 63


def test_a_job_that_ended_is_not_taken_away_to_be_made_again() -> None:
    assert "ttlSecondsAfterFinished" not in MADE["Job"]["spec"]
    assert "annotations" not in MADE["Job"]["metadata"]


def test_a_migration_that_fails_is_not_tried_again_and_a_database_that_is_away_is() -> None:
    rules = MADE["Job"]["spec"]["podFailurePolicy"]["rules"]
    failed = {"containerName": "migrations", "operator": "In", "values": [2]}
    assert {"action": "FailJob", "onExitCodes": failed} in rules
    assert MADE["Job"]["spec"]["backoffLimit"] > 0
    assert MADE["Job"]["spec"]["template"]["spec"]["restartPolicy"] == "Never"


def test_nothing_of_the_gateway_finds_the_pods_of_the_job() -> None:
    labels = MADE["Job"]["spec"]["template"]["metadata"]["labels"]
    for selector in (
        MADE["Deployment"]["spec"]["selector"]["matchLabels"],
        MADE["Service"]["spec"]["selector"],
        MADE["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"],
    ):
        assert not selector.items() <= labels.items()


def test_the_job_is_as_strict_and_where_the_gateway_is() -> None:
    made = manifests(DATABASE, **EVERYTHING)
    ours, theirs = (made[kind]["spec"]["template"]["spec"] for kind in ("Job", "Deployment"))
    for field in (
        *("securityContext", "automountServiceAccountToken", "enableServiceLinks", "imagePullSecrets"),
        *("nodeSelector", "priorityClassName"),
    ):
        assert ours[field] == theirs[field], field
    one, other = container(made["Job"]), theirs["containers"][0]
    assert one["securityContext"] == other["securityContext"]
    assert {each["mountPath"] for each in one["volumeMounts"]} == {
        *("/opt/litellm/gateway", "/tmp"),  # noqa: S108 - a folder of the pod's own
        *EVERYTHING["files"],
    }
    named = {each["name"] for each in ours["volumes"]}
    assert {each["name"] for each in one["volumeMounts"]} == named


def test_with_a_policy_the_job_reaches_the_database_and_nobody_reaches_it() -> None:
    made = manifests(DATABASE, **POLICY)["NetworkPolicymigrations"]
    spec = made["spec"]
    assert spec["podSelector"]["matchLabels"] == migrations_selector(cluster())
    assert (spec["ingress"], spec["policyTypes"]) == ([], ["Ingress", "Egress"])
    _dns, *rules = spec["egress"]
    peers = [{"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "ml"}}}]
    assert rules == [{"to": peers, "ports": [{"protocol": "TCP", "port": 5432}]}]
    # The gateway does, too, beside its providers.
    gateways = manifests(DATABASE, **POLICY)["NetworkPolicy"]["spec"]["egress"]
    assert rules[0] in gateways
    assert len(gateways) > 2


def test_what_is_given_of_the_inventory_holds_for_the_job() -> None:
    rule = {"to": [{"ipBlock": {"cidr": "10.9.8.7/32"}}], "ports": [{"protocol": "TCP", "port": 6432}]}
    runs = dataclasses.replace(DATABASE, composed=(), extended=[("DATABASE_URL", "OURS", "")])
    found = manifests(runs, network_policy={"from": [], "to": [rule]})["NetworkPolicymigrations"]
    assert found["spec"]["egress"][1:] == [rule]


def test_a_second_run_differs_in_nothing_and_another_image_takes_the_former_job_away() -> None:
    there = forms.files(cluster(), DATABASE, {})
    assert forms.files(cluster(), DATABASE, there) == there
    other = dataclasses.replace(DATABASE, image="ghcr.io/berriai/litellm:v1.109.1")
    found = forms.files(cluster(), other, there)
    assert [name for name in found if "job" in name] == ["job.yaml"]
    assert found["job.yaml"] != there["job.yaml"]
