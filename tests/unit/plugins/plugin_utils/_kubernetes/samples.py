"""A gateway in Kubernetes as tests want it: what differs from the defaults, in; what is made of it, out."""

from __future__ import annotations

import dataclasses
import typing as t
from pathlib import Path

import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes import forms
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes.declared import PREFIX, Cluster, declared
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes.gateway import Gateway
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes.secrets import SecretKey
from ansible_collections.llmops.litellm.plugins.plugin_utils._variables.reading import Variables

ROLE = Path(__file__).parents[5] / "roles" / "litellm"
DEFAULTS: dict[str, t.Any] = {
    name: value
    for name, value in yaml.safe_load((ROLE / "defaults" / "main.yml").read_text()).items()
    if name.startswith(PREFIX)
}
DATA: dict[str, t.Any] = {
    "model_list": [
        {
            "model_name": "qwen",
            "litellm_params": {"model": "openai/qwen", "api_base": "http://vllm-api.ml.svc.cluster.local:8000/v1"},
        }
    ],
    "general_settings": {"master_key": "os.environ/LITELLM_MASTER_KEY"},
}
GATEWAY = Gateway(
    config=yaml.safe_dump(DATA),
    data=DATA,
    service_environment='LITELLM_LOG="WARNING"\n',
    python_files={},
    programs={"__main__.py": "print()\n", "listen.py": "print()\n"},
    secrets={"LITELLM_MASTER_KEY": SecretKey("litellm", "LITELLM_MASTER_KEY")},
    composed=(),
    extended=(),
    version="1.108.7",
    image="ghcr.io/berriai/litellm:v1.108.7",
    image_python="/app/.venv/bin/python",
    image_pull="missing",
    host="0.0.0.0",  # noqa: S104 - as in a pod
    port=4000,
    workers=2,
    start_timeout=180,
    drain_timeout=60,
    keepalive_timeout=75,
)
DATABASE = dataclasses.replace(
    GATEWAY,
    composed=[
        ("DATABASE_URL", "postgresql://litellm:", "DATABASE_PASSWORD", "@db.ml.svc:5432/litellm?connection_limit=10")
    ],
    secrets={
        **GATEWAY.secrets,
        "DATABASE_PASSWORD": SecretKey("database", "password"),
        "OPENAI_API_KEY": SecretKey("litellm", "OPENAI_API_KEY"),
    },
    variables={"DISABLE_SCHEMA_UPDATE": "True", "PRISMA_HOME": "/a$(b)"},
    migration_timeout=900,
)
"""One that has a database."""
EVERYTHING: dict[str, t.Any] = {
    "replicas": 3,
    "tls_secret": "litellm-tls",
    "image_pull_secrets": ["registry"],
    "labels": {"team": "ml"},
    "files": {
        "/etc/ssl/litellm/ca.pem": {"config_map": "authority", "key": "ca.pem"},
        "/etc/ssl/other.pem": {"secret": "other", "key": "tls.crt"},
    },
    "resources": {"requests": {"cpu": "500m"}, "limits": {"memory": "4Gi", "ephemeral-storage": "2Gi"}},
    "service": {"type": "NodePort", "port": 80, "node_port": 30080, "annotations": {"example.com/a": "b"}},
    "autoscaling": {"max": 9, "memory": 80},
    "ingress": {"host": "llm.example.com", "class": "nginx", "tls_secret": "llm-tls"},
    "route": {"gateway": "public", "gateway_namespace": "infra", "listener": "https", "hosts": ["llm.example.com"]},
    "network_policy": {
        "from": [{"podSelector": {}}],
        "to": [{"to": [{"ipBlock": {"cidr": "10.9.8.7/32"}}], "ports": [{"protocol": "TCP", "port": 5432}]}],
    },
    "monitor": {"labels": {"release": "prometheus"}, "key_secret": "litellm"},
    "pod": {"nodeSelector": {"kubernetes.io/arch": "amd64"}, "priorityClassName": "high"},
}
"""Values of every variable that makes manifests longer."""


def cluster(**values: t.Any) -> Cluster:
    """The cluster that the defaults declare with *values*, by their names without the prefix."""
    read = Variables(DEFAULTS | {PREFIX + name: value for name, value in values.items()}, PREFIX)
    found = declared(read)
    assert found is not None, [str(problem) for problem in read.report.problems]
    return found


def refusals(**values: t.Any) -> list[str]:
    """Why such variables are refused."""
    read = Variables(DEFAULTS | {PREFIX + name: value for name, value in values.items()}, PREFIX)
    assert declared(read) is None
    return [str(problem) for problem in read.report.problems]


def gateway(**changes: t.Any) -> Gateway:
    """The gateway with *changes*."""
    return dataclasses.replace(GATEWAY, **changes)


def manifests(runs: Gateway = GATEWAY, **values: t.Any) -> dict[str, dict[str, t.Any]]:
    """The manifests that such variables make, by their kinds, of some with what they are for: ``ConfigMapconfig``."""
    found: dict[str, dict[str, t.Any]] = {}
    for each in forms.manifests(cluster(**values), runs).values():
        # What is written is what is read.
        read = yaml.safe_load(forms.text_of(each))
        what = f"{read['metadata']['name']}-".split("-")[1] if read["kind"] in ("ConfigMap", "NetworkPolicy") else ""
        found[read["kind"] + what] = read
    return found
