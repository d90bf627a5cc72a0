"""Every manifest is one that Kubernetes takes, in three versions, and that the strictest Pod Security Standard admits."""

from __future__ import annotations

import typing as t

import kubernetes_validate
import pytest

from tests.kubernetes.restricted import faults
from tests.unit.plugins.plugin_utils._kubernetes.samples import DATABASE, EVERYTHING, manifests

VERSIONS = ("1.31", "1.34", "1.37")
"""The oldest that the probes and the policies are known in, one between, and the newest whose schemas are here."""
OF_OTHERS = ("HTTPRoute", "ServiceMonitor")
"""Kinds that others than Kubernetes define."""
FORMS: dict[str, dict[str, t.Any]] = {
    "defaults": {},
    "everything": {**EVERYTHING, "runs": DATABASE},
    "own user": {"user": None},
}


def kinds() -> t.Iterator[tuple[str, str]]:
    for form, values in FORMS.items():
        yield from ((form, kind) for kind in manifests(**values) if kind not in OF_OTHERS)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(("form", "kind"), list(kinds()))
def test_kubernetes_takes_it(form: str, kind: str, version: str) -> None:
    kubernetes_validate.validate(manifests(**FORMS[form])[kind], version, strict=True)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_field_that_nobody_knows_is_found(version: str) -> None:
    manifest = manifests()["Deployment"]
    manifest["spec"]["template"]["spec"]["containers"][0]["livenesProbe"] = {}
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(manifest, version, strict=True)


@pytest.mark.parametrize("form", FORMS)
def test_a_pod_is_admitted_as_restricted(form: str) -> None:
    workloads = [each for each in manifests(**FORMS[form]).values() if each["kind"] in ("Deployment", "Job")]
    assert [fault for each in workloads for fault in faults(each["spec"]["template"]["spec"])] == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"hostNetwork": True}, "hostNetwork"),
        ({"volumes": [{"name": "a", "hostPath": {"path": "/"}}]}, "volume a"),
        ({"securityContext": {"runAsNonRoot": True}}, "seccompProfile"),
        ({"securityContext": {"seccompProfile": {"type": "RuntimeDefault"}}}, "runAsNonRoot"),
        ({"securityContext": {"runAsUser": 0}}, "runAsUser"),
    ],
)
def test_one_that_is_not_admitted_is_found(change: dict[str, t.Any], says: str) -> None:
    pod = manifests()["Deployment"]["spec"]["template"]["spec"] | change
    assert [fault for fault in faults(pod) if says in fault]
