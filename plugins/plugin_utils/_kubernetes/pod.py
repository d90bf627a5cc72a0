# SPDX-License-Identifier: GPL-3.0-or-later
"""The pod of a gateway: one container as strict as on a host, which is ready only when the release has proved itself."""

from __future__ import annotations

import math
import re
import typing as t

from ...module_utils._litellm_names import LIVELINESS, READINESS
from ...module_utils._serving import BACKLOG, SPARE_SECONDS, serving_words
from .config_map import CONFIG, SERVICE_ENVIRONMENT, config_name, program_name
from .gateway import Gateway, Manifest, selector

if t.TYPE_CHECKING:
    from collections.abc import Mapping

    from .declared import Cluster

CONTAINER = "litellm"
PORT = "http"
METRICS = "metrics"
"""The name of the port of the metrics."""
CONFIGURATION = "/opt/litellm/configuration"
PROGRAM = "/opt/litellm/gateway"
CERTIFICATE = "/opt/litellm/tls"
RUNTIME = "/run/litellm"
FILE = "file-"
"""What the names of volumes begin with that hold one file."""
STATE_FILE = f"{RUNTIME}/state"
METRICS_FOLDER = f"{RUNTIME}/counted"
PORT_CLOSES_FILE = f"{RUNTIME}/port-closes"
PULL = {"missing": "IfNotPresent", "always": "Always", "never": "Never"}

START_PERIOD = 3
LIVE_PERIOD = 20
PROBE_SECONDS = 10
_GIBIBYTE = "Gi"
_ENGINE_UNITS = {"b": "", "k": "Ki", "m": "Mi", "g": "Gi", "": ""}


def _tls_files(cluster: Cluster) -> tuple[str, str] | None:
    return (f"{CERTIFICATE}/tls.crt", f"{CERTIFICATE}/tls.key") if cluster.tls_secret else None


def composing(gateway: Gateway, names: t.Container[str] | None = None) -> list[str]:
    """The words before a command that needs variables that are made of secrets; none where there are none.

    :param names: the variables that it needs; None for all.
    """
    words: list[str] = []
    for each in gateway.composed:
        words += ["--compose", *each] if names is None or each[0] in names else []
    for address in gateway.extended:
        words += ["--extend", *address] if names is None or address[0] in names else []
    return [gateway.image_python, "-I", f"{PROGRAM}/compose.py", *words, "--"] if words else []


def command(cluster: Cluster, gateway: Gateway) -> list[str]:
    """What the container runs: the program that opens the port, and behind it the gateway, as on a host."""
    python = [gateway.image_python, "-I"]
    opening = [*python, f"{PROGRAM}/listen.py", f"--host={gateway.host}", f"--port={gateway.port}"]
    opening += [f"--backlog={BACKLOG}"]
    files = (PROGRAM, f"{CONFIGURATION}/{CONFIG}", STATE_FILE)
    serving = serving_words(gateway, *files, _tls_files(cluster), METRICS_FOLDER)
    return [
        *composing(gateway),
        *opening,
        "--",
        *python,
        *serving,
        "--fd=3",
        f"--environment-file={CONFIGURATION}/{SERVICE_ENVIRONMENT}",
    ]


def _check(cluster: Cluster, gateway: Gateway, path: str) -> list[str]:
    """The health check of a host's container. It asks for an answer only once the state file says that the release is proved."""
    scheme = "https" if cluster.tls_secret else "http"
    words = [gateway.image_python, "-I", f"{PROGRAM}/health.py", f"--state-file={STATE_FILE}"]
    words += [f"--url={scheme}://127.0.0.1:{gateway.port}{path}", f"--seconds={PROBE_SECONDS - 2}"]
    return [*words, f"--certificate={CERTIFICATE}/tls.crt"] if cluster.tls_secret else words


def probes(cluster: Cluster, gateway: Gateway) -> Manifest:
    """When the pod gets requests, and when its container is started again."""
    return {
        "startupProbe": {
            "exec": {"command": _check(cluster, gateway, READINESS)},
            "periodSeconds": START_PERIOD,
            "timeoutSeconds": PROBE_SECONDS,
            "failureThreshold": math.ceil(gateway.start_timeout / START_PERIOD) + 1,
        },
        "readinessProbe": {
            "httpGet": {
                "path": READINESS,
                "port": PORT,
                **({"scheme": "HTTPS"} if cluster.tls_secret else {}),
            },
            "periodSeconds": 5,
            "timeoutSeconds": 5,
            "failureThreshold": 3,
        },
        "livenessProbe": {
            "exec": {"command": _check(cluster, gateway, LIVELINESS)},
            "periodSeconds": LIVE_PERIOD,
            "timeoutSeconds": PROBE_SECONDS,
            "failureThreshold": 3,
        },
    }


def lifecycle(cluster: Cluster, gateway: Gateway) -> Manifest:
    """What happens before the container is told to stop."""
    words = [gateway.image_python, "-I", f"{PROGRAM}/leave.py", f"--seconds={cluster.leave_seconds}"]
    return {"preStop": {"exec": {"command": [*words, f"--port-closes-file={PORT_CLOSES_FILE}"]}}}


def grace_seconds(cluster: Cluster, gateway: Gateway) -> int:
    """How long a pod may take to end."""
    return cluster.leave_seconds + gateway.drain_timeout + SPARE_SECONDS


def environment(gateway: Gateway) -> list[Manifest]:
    """The variables of the container: references to Secrets, and its home."""
    return [{"name": "HOME", "value": "/tmp"}, *references(gateway, gateway.secrets)]  # noqa: S108 - a folder of the pod's own


def references(gateway: Gateway, names: t.Container[str]) -> list[Manifest]:
    """Those of the variables *names* that Secrets have, as references."""
    return [
        {"name": name, "valueFrom": {"secretKeyRef": {"name": place.secret, "key": place.key}}}
        for name, place in sorted(gateway.secrets.items())
        if name in names
    ]


def resources(cluster: Cluster, gateway: Gateway) -> Manifest:
    """A processor and 1 GiB for each worker, at most 2 GiB; what the inventory says, wins."""
    requests = {"cpu": str(gateway.workers), "memory": f"{gateway.workers}{_GIBIBYTE}"}
    limits = {"memory": quantity(gateway.memory) if gateway.memory else f"{2 * gateway.workers}{_GIBIBYTE}"}
    if gateway.memory and _bytes(limits["memory"]) < _bytes(requests["memory"]):
        requests["memory"] = limits["memory"]
    if gateway.cpus:
        limits["cpu"] = gateway.cpus
        requests["cpu"] = min(requests["cpu"], gateway.cpus, key=float)
    requests |= cluster.resources["requests"]
    return {"requests": requests, "limits": limits | cluster.resources["limits"]}


def quantity(size: str) -> str:
    """A size as engines write it (``2g``, powers of 1024), as Kubernetes does (``2Gi``)."""
    number, unit = re.fullmatch(r"([0-9.]+)([bkmg]?)", size.lower()).groups()  # type: ignore[union-attr]  # checked before
    return f"{number}{_ENGINE_UNITS[unit]}"


def _bytes(size: str) -> float:
    number = re.match(r"[0-9.]+", size)
    powers = {"": 0, "Ki": 1, "Mi": 2, "Gi": 3}
    return float(number.group()) * 1024 ** powers[size[number.end() :]] if number else 0


def security_of_pod(cluster: Cluster) -> Manifest:
    """Who its processes are, and what the kernel lets them do."""
    number = cluster.user
    whose = {} if number is None else {"runAsUser": number, "runAsGroup": number, "fsGroup": number}
    return {"runAsNonRoot": True, **whose, "seccompProfile": {"type": "RuntimeDefault"}}


SECURITY_OF_CONTAINER: Mapping[str, t.Any] = {
    "allowPrivilegeEscalation": False,
    "readOnlyRootFilesystem": True,
    "capabilities": {"drop": ["ALL"]},
}


PROGRAM_MOUNT: Manifest = {"name": "gateway", "mountPath": PROGRAM, "readOnly": True}
SCRATCH_MOUNT: Manifest = {"name": "scratch", "mountPath": "/tmp"}  # noqa: S108 - a folder of the pod's own
SCRATCH_VOLUME: Manifest = {"name": "scratch", "emptyDir": {"sizeLimit": "1Gi"}}


def program_volume(cluster: Cluster, gateway: Gateway) -> Manifest:
    """The volume with the programs of a pod."""
    return {"name": "gateway", "configMap": {"name": program_name(cluster, gateway)}}


def volumes(cluster: Cluster, gateway: Gateway) -> list[Manifest]:
    """The volumes of the pod: what its container reads, and the two folders that it writes to."""
    found: list[Manifest] = [
        {"name": "configuration", "configMap": {"name": config_name(cluster, gateway)}},
        program_volume(cluster, gateway),
        {"name": "run", "emptyDir": {"medium": "Memory", "sizeLimit": "256Mi"}},
        SCRATCH_VOLUME,
    ]
    if cluster.tls_secret:
        found.append({"name": "tls", "secret": {"secretName": cluster.tls_secret}})
    return found + file_volumes(cluster)


def file_volumes(cluster: Cluster) -> list[Manifest]:
    """The volumes that hold one file each."""
    return [
        {
            "name": f"{FILE}{number}",
            source.kind: {"secretName": source.name} if source.kind == "secret" else {"name": source.name},
        }
        for number, source in enumerate(cluster.files.values())
    ]


def mounts(cluster: Cluster) -> list[Manifest]:
    """Where the container has the volumes."""
    found: list[Manifest] = [
        {"name": "configuration", "mountPath": CONFIGURATION, "readOnly": True},
        PROGRAM_MOUNT,
        {"name": "run", "mountPath": RUNTIME},
        SCRATCH_MOUNT,
    ]
    if cluster.tls_secret:
        found.append({"name": "tls", "mountPath": CERTIFICATE, "readOnly": True})
    return found + file_mounts(cluster)


def file_mounts(cluster: Cluster) -> list[Manifest]:
    """Where a container has the volumes that hold one file each."""
    return [
        {"name": f"{FILE}{number}", "mountPath": path, "subPath": source.key, "readOnly": True}
        for number, (path, source) in enumerate(cluster.files.items())
    ]


def spread(cluster: Cluster) -> list[Manifest]:
    """Pods stand on different machines, and in different zones, where there are some."""
    return [
        {
            "maxSkew": 1,
            "topologyKey": where,
            "whenUnsatisfiable": "ScheduleAnyway",
            "labelSelector": {"matchLabels": selector(cluster)},
        }
        for where in ("kubernetes.io/hostname", "topology.kubernetes.io/zone")
    ]


def container(cluster: Cluster, gateway: Gateway) -> Manifest:
    """The one container."""
    return {
        "name": CONTAINER,
        "image": gateway.image,
        "imagePullPolicy": PULL[gateway.image_pull],
        "command": command(cluster, gateway),
        "workingDir": "/tmp",  # noqa: S108 - a folder of the pod's own
        "env": environment(gateway),
        "ports": [
            {"name": name, "containerPort": port, "protocol": "TCP"}
            for name, port in ((PORT, gateway.port), (METRICS, gateway.metrics_port))
            if port
        ],
        **probes(cluster, gateway),
        "lifecycle": lifecycle(cluster, gateway),
        # What a refused release says of itself is in the status of the pod.
        "terminationMessagePolicy": "FallbackToLogsOnError",
        "resources": resources(cluster, gateway),
        "securityContext": dict(SECURITY_OF_CONTAINER),
        "volumeMounts": mounts(cluster),
    }


def surroundings(cluster: Cluster) -> Manifest:
    """What a pod is given and what it is kept from, whatever runs in it."""
    return {
        # What a Service of the same name would put into the environment, LITELLM_PORT, is none of the gateway's.
        "enableServiceLinks": False,
        "automountServiceAccountToken": False,
        **(
            {"imagePullSecrets": [{"name": name} for name in cluster.image_pull_secrets]}
            if cluster.image_pull_secrets
            else {}
        ),
        "securityContext": security_of_pod(cluster),
    }


def pod(cluster: Cluster, gateway: Gateway) -> Manifest:
    """The specification of the pod."""
    return {
        **surroundings(cluster),
        "terminationGracePeriodSeconds": grace_seconds(cluster, gateway),
        "topologySpreadConstraints": spread(cluster),
        **cluster.pod,
        "containers": [container(cluster, gateway)],
        "volumes": volumes(cluster, gateway),
    }
