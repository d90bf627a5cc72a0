"""The Pod Security Standard "restricted", as its table has it: https://kubernetes.io/docs/concepts/security/pod-security-standards/."""

from __future__ import annotations

import typing as t

VOLUMES = {
    "configMap",
    "csi",
    "downwardAPI",
    "emptyDir",
    "ephemeral",
    "image",
    "persistentVolumeClaim",
    "projected",
    "secret",
}
SECCOMP = ("RuntimeDefault", "Localhost")
KINDS = ("containers", "initContainers", "ephemeralContainers")


def faults(pod: dict[str, t.Any]) -> t.Iterator[str]:
    """Why a pod with this specification is not admitted."""
    whole = pod.get("securityContext", {})
    yield from (f"{name} is set" for name in ("hostNetwork", "hostPID", "hostIPC") if pod.get(name))
    for volume in pod.get("volumes", []):
        if set(volume) - {"name"} - VOLUMES:
            yield f"volume {volume['name']} is of a kind that is not admitted"
    yield from _of_context(whole, "the pod")
    for container in (each for kind in KINDS for each in pod.get(kind, [])):
        own, name = container.get("securityContext", {}), f"container {container['name']}"
        yield from _of_context(own, name)
        if own.get("privileged") or own.get("procMount", "Default") != "Default":
            yield f"{name} is privileged"
        if own.get("allowPrivilegeEscalation") is not False:
            yield f"{name} may gain privileges: allowPrivilegeEscalation"
        capabilities = own.get("capabilities", {})
        if "ALL" not in capabilities.get("drop", []) or set(capabilities.get("add", [])) - {"NET_BIND_SERVICE"}:
            yield f"{name} has capabilities"
        if own.get("runAsNonRoot", whole.get("runAsNonRoot")) is not True:
            yield f"{name} may be root: runAsNonRoot"
        if own.get("seccompProfile", whole.get("seccompProfile", {})).get("type") not in SECCOMP:
            yield f"{name} may call everything: seccompProfile"
        if any("hostPort" in port for port in container.get("ports", [])):
            yield f"{name} has a port of the node"
        for probe in ("livenessProbe", "readinessProbe", "startupProbe"):
            if "host" in container.get(probe, {}).get("httpGet", {}):
                yield f"{name} asks another host in its {probe}"


def _of_context(context: dict[str, t.Any], name: str) -> t.Iterator[str]:
    if context.get("runAsUser") == 0:
        yield f"{name} is root: runAsUser"
    for field in ("sysctls", "seLinuxOptions", "windowsOptions", "appArmorProfile"):
        if context.get(field):
            yield f"{name} has {field}"
