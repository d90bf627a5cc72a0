"""What the variables declare, and every way in which they are wrong, at once and by their paths."""

from __future__ import annotations

import typing as t

import pytest

from tests.unit.plugins.plugin_utils._kubernetes.samples import EVERYTHING, cluster, refusals


def test_the_defaults_declare_a_gateway_and_nothing_optional() -> None:
    found = cluster()
    assert (found.name, found.namespace, found.replicas, found.user) == ("litellm", "litellm", 2, 10001)
    assert [found.autoscaling, found.ingress, found.route, found.network_policy, found.monitor] == [None] * 5


def test_everything_together_is_taken() -> None:
    found = cluster(**EVERYTHING)
    assert found.autoscaling == {"max": 9, "min": None, "cpu": 70, "memory": 80}
    assert found.pod == EVERYTHING["pod"]


def test_text_of_digits_is_a_number() -> None:
    assert cluster(replicas="3", user="").replicas == 3


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"name": "Lite_LLM"}, "name: is 'Lite_LLM', and has to be a name for Kubernetes"),
        ({"name": "a" * 41}, "small letters, digits and '-', at most 40"),
        ({"name": "9gateway"}, "name: is '9gateway', and has to be a name for Kubernetes that more names are made of"),
        ({"form": "helm"}, "form: is 'helm'; did you mean 'helm_values'?"),
        ({"form": "kustomise"}, "form: is 'kustomise'; did you mean 'kustomize'?"),
        ({"replicas": "many"}, "replicas: is 'many', and has to be a whole number from 0 to 1000"),
        ({"replicas": True}, "replicas: is true, and has to be a whole number from 0 to 1000"),
        ({"user": 0}, "user: is 0, and has to be a whole number from 1 to 2147483647"),
        ({"image_pull_secrets": 5}, "image_pull_secrets: is a whole number, and has to be a list"),
        ({"image_pull_secrets": ["a", "B"]}, "image_pull_secrets[1]: is 'B', and has to be a name"),
        ({"labels": {"team": "m l"}}, "labels.team: is 'm l', and has to be a label's value"),
        ({"labels": {"te am": "ml"}}, "labels.te am: is 'te am', and has to be a name such as"),
        ({"labels": {"team": ["ml"]}}, "labels.team: is a list, and has to be text"),
        (
            {"ingress": {"host": "a.example.com", "clas": "x"}},
            "ingress.clas: is not a field here; did you mean 'class'?",
        ),
        ({"ingress": {"class": "nginx"}}, "ingress.host: is missing"),
        ({"ingress": "a.example.com"}, "ingress: is text, and has to be a dictionary"),
        ({"route": {"gateway": "g", "hosts": ["UP"]}}, "route.hosts[0]: is 'UP', and has to be a name of a host"),
        ({"service": {"node_port": 30000}}, "service.node_port: is for type NodePort; write type: NodePort beside it"),
        ({"service": {"annotations": {"a": None}}}, "service.annotations.a: is nothing (null), and has to be text"),
        ({"resources": {"limits": {"cpu": "two"}}}, "resources.limits.cpu: is 'two', and has to be a quantity"),
        (
            {"resources": {"limits": {"gpu": 1}}},
            "resources.limits.gpu: is 'gpu'; known: cpu, ephemeral-storage, memory",
        ),
        ({"autoscaling": {"max": 1}}, "autoscaling.max: is 1, and litellm_kubernetes_replicas, which is the least, is"),
        ({"autoscaling": {"max": 2, "min": 3}}, "autoscaling.max: is 2, and min is more"),
        ({"autoscaling": {"max": 2}, "replicas": 0}, "autoscaling.min: is missing where there are no replicas"),
        ({"monitor": {"interval": "30"}}, "monitor.interval: is '30', and has to be a time such as 30s"),
        ({"network_policy": {"to": []}}, "network_policy.from: is missing"),
        (
            {"network_policy": {"from": [{"pod selector": {}}]}},
            "from[0].pod selector: is 'pod selector', and has to be",
        ),
        (
            {"files": {"ca.pem": {"secret": "a", "key": "b"}}},
            "files.ca.pem: is 'ca.pem', and has to be an absolute path",
        ),
        ({"files": {"/ca.pem": {"secrt": "a"}}}, "files./ca.pem.secrt: is not a field here; did you mean 'secret'?"),
        ({"files": {"/ca.pem": {"secret": "a"}}}, "files./ca.pem: has to name one of config_map and secret, and a key"),
        ({"files": {"/ca.pem": "a"}}, "files./ca.pem: is text, and has to be a dictionary"),
        ({"pod": {"hostNetwork": True}}, "pod.hostNetwork: is not a field here"),
    ],
)
def test_wrong_input_is_refused_with_its_path(values: dict[str, t.Any], says: str) -> None:
    (said,) = refusals(**values)
    assert said.startswith("litellm_kubernetes_")
    assert says in said


def test_every_problem_is_named_at_once() -> None:
    said = refusals(name="A", replicas=-1, ingress={"hots": "x"}, monitor={"interval": 3})
    assert len(said) == 5
