"""A pod runs the gateway's own program as a host does, and is as strict."""

from __future__ import annotations

import runpy
import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes import pod

from tests.unit.plugins.plugin_utils._kubernetes.samples import cluster, gateway
from tests.unit.roles.litellm.gateway.conftest import PROGRAM

TLS = {"tls_secret": "litellm-tls"}
REDIS = ("LITELLM_REDIS_URL", "redis://litellm:", "REDIS_PASSWORD", "@redis.ml.svc:6379/0")

DATABASE = ("DATABASE_URL", "OUR_DATABASE", "connection_limit=5")


def parsed(words: list[str], program: str) -> dict[str, t.Any]:
    """The arguments behind a *program*, as the program itself reads them."""
    file = PROGRAM / "__main__.py" if program == pod.PROGRAM else PROGRAM.parent / "pod" / program.rpartition("/")[2]
    read = runpy.run_path(str(file), run_name="tested")["parsed_arguments"]
    arguments: dict[str, t.Any] = vars(read(words[words.index(program) + 1 :]))
    return arguments


def test_every_word_is_one_that_the_programs_take() -> None:
    words = pod.command(cluster(**TLS), gateway(composed=[REDIS], extended=[DATABASE], max_body=5))
    made = parsed(words, f"{pod.PROGRAM}/compose.py")
    assert (made["compose"], made["extend"]) == ([list(REDIS)], [list(DATABASE)])
    opening = parsed(made["command"], f"{pod.PROGRAM}/listen.py")
    assert (opening["host"], opening["port"]) == ("0.0.0.0", 4000)  # noqa: S104
    assert opening["command"][:2] == ["/app/.venv/bin/python", "-I"]
    serving = parsed(opening["command"], pod.PROGRAM)
    assert (serving["fd"], serving["workers"], serving["max_body"], serving["drain_timeout"]) == (3, 2, 5, 60)
    assert str(serving["tls_certificate"]) == "/opt/litellm/tls/tls.crt"
    assert [str(file) for file in serving["environment_file"]] == ["/opt/litellm/configuration/service.env"]


def test_metrics_have_a_port_of_their_own() -> None:
    scraped = gateway(metrics_port=9464, main_metrics=False)
    words = pod.command(cluster(), scraped)
    serving = parsed(parsed(words, f"{pod.PROGRAM}/listen.py")["command"], pod.PROGRAM)
    assert (serving["metrics_host"], serving["metrics_port"]) == ("0.0.0.0", 9464)  # noqa: S104
    assert (str(serving["metrics_folder"]), serving["no_main_metrics"]) == ("/run/litellm/counted", True)
    ports = pod.pod(cluster(), scraped)["containers"][0]["ports"]
    assert {each["name"]: each["containerPort"] for each in ports} == {"http": 4000, "metrics": 9464}
    assert [each["name"] for each in pod.pod(cluster(), gateway())["containers"][0]["ports"]] == ["http"]


def test_secrets_are_references_and_stand_nowhere_else() -> None:
    made = pod.pod(cluster(), gateway())
    variables = {each["name"]: each for each in made["containers"][0]["env"]}
    reference = {"secretKeyRef": {"name": "litellm", "key": "LITELLM_MASTER_KEY"}}
    assert variables["LITELLM_MASTER_KEY"] == {"name": "LITELLM_MASTER_KEY", "valueFrom": reference}
    assert [name for name, each in variables.items() if "value" in each] == ["HOME"]


def test_a_pod_has_as_long_as_it_needs() -> None:
    made = pod.pod(cluster(leave_seconds=7), gateway(drain_timeout=600, start_timeout=100))
    assert made["terminationGracePeriodSeconds"] == 7 + 600 + 15
    probe = made["containers"][0]["startupProbe"]
    assert probe["periodSeconds"] * probe["failureThreshold"] >= 100


def test_it_is_ready_only_when_it_has_proved_itself() -> None:
    probes = pod.probes(cluster(), gateway())
    assert "--state-file=/run/litellm/state" in probes["startupProbe"]["exec"]["command"]
    assert probes["readinessProbe"]["httpGet"] == {"path": "/health/readiness", "port": "http"}
    secure = pod.probes(cluster(**TLS), gateway())
    assert secure["readinessProbe"]["httpGet"]["scheme"] == "HTTPS"
    assert "--certificate=/opt/litellm/tls/tls.crt" in secure["livenessProbe"]["exec"]["command"]


@pytest.mark.parametrize(
    ("limits", "requests", "most"),
    [
        ({}, {"cpu": "2", "memory": "2Gi"}, {"memory": "4Gi"}),
        ({"memory": "1500m", "cpus": "1.5"}, {"cpu": "1.5", "memory": "1500Mi"}, {"memory": "1500Mi", "cpu": "1.5"}),
        ({"memory": "8g"}, {"cpu": "2", "memory": "2Gi"}, {"memory": "8Gi"}),
        ({"memory": "1073741824"}, {"cpu": "2", "memory": "1073741824"}, {"memory": "1073741824"}),
    ],
)
def test_resources_follow_the_workers_and_the_limits_of_containers(
    limits: dict[str, str], requests: dict[str, str], most: dict[str, str]
) -> None:
    assert pod.resources(cluster(), gateway(**limits)) == {"requests": requests, "limits": most}


def test_resources_of_the_inventory_win() -> None:
    given = {"requests": {"cpu": "100m"}, "limits": {"cpu": 3}}
    assert pod.resources(cluster(resources=given), gateway()) == {
        "requests": {"cpu": "100m", "memory": "2Gi"},
        "limits": {"memory": "4Gi", "cpu": "3"},
    }


def test_the_cluster_may_choose_the_user() -> None:
    assert "runAsUser" not in pod.security_of_pod(cluster(user=None))
    assert pod.security_of_pod(cluster())["runAsUser"] == 10001
