# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the manifests of a gateway on the controller; contacts no host and no cluster."""

from __future__ import annotations

import contextlib
import os
import tempfile
import typing as t
from pathlib import Path

from ansible.module_utils.parsing.convert_bool import boolean
from ansible_collections.llmops.litellm.plugins.module_utils._litellm_release.resolve import number_faults
from ansible_collections.llmops.litellm.plugins.module_utils._release.containers import Container, container_faults
from ansible_collections.llmops.litellm.plugins.module_utils._release.images import image_faults
from ansible_collections.llmops.litellm.plugins.plugin_utils._actions import ControllerAction, controller_path
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes.declared import PREFIX, Cluster, declared
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes.former import names_in
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes.forms import DEPLOYMENT, file_of
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes.gateway import Gateway
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes.plan import (
    Given,
    Plan,
    plan,
    with_written_secret,
)
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes.secret import has_other_salt
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes.secrets import SecretKey, read_secrets
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.source_files import in_working_directory
from ansible_collections.llmops.litellm.plugins.plugin_utils._plain_data import to_plain
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import InputError
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.report import Report
from ansible_collections.llmops.litellm.plugins.plugin_utils._variables.reading import Variables
from ansible_collections.llmops.litellm.plugins.plugin_utils._variables.rules import RULES

_OPTIONS: dict[str, dict[str, t.Any]] = {
    "state": {"type": "str", "choices": ["declared", "compared", "written"], "default": "written"},
    "variables": {"type": "dict", "required": True},
    "secret_values": {"type": "dict", "no_log": True},
    "rendered": {"type": "dict"},
    "gateway": {"type": "dict"},
    "folder": {"type": "path"},
}
_NUMBERS = (
    "port",
    "metrics_port",
    "workers",
    "start_timeout",
    "drain_timeout",
    "keepalive_timeout",
    "max_requests_before_restart",
    "max_worker_memory",
    "max_body",
    "migration_timeout",
)
_SECRET_MODE, _MODE = 0o600, 0o644


class ActionModule(ControllerAction):
    """Checks, compares and writes on the controller."""

    OPTIONS = _OPTIONS
    REQUIRED_IF = tuple(("state", state, ["rendered", "gateway", "folder"]) for state in ("compared", "written"))

    def answer(self, options: t.Mapping[str, t.Any], variables: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
        try:
            return self._work(options)
        except OSError as error:
            return {"failed": True, "msg": f"{error.filename} cannot be written: {error.strerror}."}

    def _work(self, options: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
        report = Report(RULES)
        variables = to_plain(options["variables"], report.at("litellm_kubernetes"))
        values = options["secret_values"]
        cluster, secrets = self._declared(Variables(variables, PREFIX, report), values)
        if options["state"] == "declared":
            replicas = (cluster.autoscaling or {}).get("max") or cluster.replicas
            return {"names": sorted(secrets), "replicas": replicas}
        folder = in_working_directory(options["folder"])
        secret_file = str(variables[f"{PREFIX}secret_file"] or "")
        secret_file = in_working_directory(secret_file) if secret_file else ""
        gateway = _gateway(options, secrets)
        there = _texts_in(folder)
        planned = plan(cluster, gateway, _given(options, values, folder, secret_file), there)
        told = {"folder": folder, "digest": planned.digest, "secret_file": secret_file}
        if options["state"] == "compared":
            return told
        return {**told, **self._write(planned, folder, secret_file, there)}

    def _declared(self, read: Variables, values: t.Mapping[str, t.Any] | None) -> tuple[Cluster, dict[str, SecretKey]]:
        """Where the gateway runs, and what Secrets have.

        :raises InputError: with everything that is wrong with the variables.
        """
        cluster = declared(read)
        secrets = read_secrets(read, self._text_of)
        if cluster is None or read.report.refused:
            raise InputError(read.report.problems)
        return cluster, with_written_secret(cluster, secrets, values or ())

    def _text_of(self, path: str) -> str | None:
        """A file of the controller, found as Ansible finds files."""
        try:
            return Path(controller_path(self, path)).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def _write(self, planned: Plan, folder: str, secret_file: str, there: t.Mapping[str, str]) -> dict[str, t.Any]:
        """Bring the folder and the file of the Secret to what is planned; in check mode only say what differs."""
        differs = planned.changes
        secret_differs = bool(secret_file) and not _is_secret(secret_file, planned.secret_text)
        changed = bool(differs.written or differs.removed or secret_differs)
        if changed and not self._task.check_mode:
            for name in differs.written:
                _put(os.path.join(folder, name), planned.files[name], _MODE)
            for name in differs.removed:
                os.unlink(os.path.join(folder, name))
            if secret_differs:
                _put(secret_file, planned.secret_text, _SECRET_MODE)
        written = [*differs.written, *([secret_file] if secret_differs else [])]
        found: dict[str, t.Any] = {"changed": changed, "written": written, "removed": list(differs.removed)}
        if self._task.diff or self._play_context.diff:
            found["diff"] = _diff(planned, folder, there)
        return found


def _given(options: t.Mapping[str, t.Any], values: t.Any, folder: str, secret_file: str) -> Given:
    rendered, gateway = options["rendered"], options["gateway"]
    given = None if values is None else {name: str(value) for name, value in values.items()}
    other_salt = has_other_salt(_text_at(secret_file), given or {}) and not boolean(gateway["allow_salt_change"])
    return Given(
        required=list(rendered["required_environment"]),
        mounts=list(rendered["mounts"]),
        holds_secrets=bool(rendered["holds_secrets"]),
        tls_certificate=bool(gateway["tls_certificate"]),
        secret_values=given,
        folder=folder,
        secret_file=secret_file,
        other_salt=other_salt,
    )


def _gateway(options: t.Mapping[str, t.Any], secrets: dict[str, SecretKey]) -> Gateway:
    """What runs in the pods.

    :raises InputError: when no engine would run it, or no gateway.
    """
    rendered, given = options["rendered"], options["gateway"]
    urls = rendered["secret_urls"]
    container = Container(
        image=given["image"], python=given["image_python"], memory=given["memory"], cpus=str(given["cpus"])
    )
    numbers = {name: int(given[name]) for name in _NUMBERS}
    report = Report(RULES)
    image = image_faults(given["image"], given["version"], given["moving_tags"])
    for wrong in (*number_faults(numbers), *image, *container_faults(container)):
        report.at(wrong.subject).add(wrong.rule, wrong.message, wrong.remedy)
    if report.refused:
        raise InputError(report.problems)
    return Gateway(
        config=rendered["content"],
        data=rendered["config"],
        service_environment=given["service_environment"],
        variables={name: str(value) for name, value in given["variables"].items()},
        python_files=rendered["python_files"],
        programs=given["programs"],
        secrets={**secrets, **{url["name"]: secrets[url["secret"]] for url in urls if url["plain"]}},
        composed=[
            tuple(url[part] for part in ("name", "before", "secret", "after"))
            for url in urls
            if not url["whole"] and not url["plain"]
        ],
        extended=[tuple(url[part] for part in ("name", "secret", "after")) for url in urls if url["whole"]],
        version=str(given["version"]),
        image=given["image"],
        image_python=given["image_python"],
        image_pull=given["image_pull"],
        # Whoever asks for IPv6 there does so here; nothing else of a host's address is a pod's.
        host="::" if ":" in given["host"] else "0.0.0.0",  # noqa: S104 - a pod is reached by its own address
        main_metrics=boolean(given["main_metrics"]),
        memory=given["memory"],
        cpus=str(given["cpus"]),
        **numbers,
    )


def _texts_in(folder: str) -> dict[str, str]:
    """Name to text of the manifests in a folder; what cannot be read as text is not ours."""
    found = {}
    for path in sorted(Path(folder).glob("*.yaml")):
        try:
            found[path.name] = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            found[path.name] = ""
    return found


def _text_at(path: str) -> str:
    """The text of a file; empty where none can be read."""
    try:
        return Path(path).read_text(encoding="utf-8") if path else ""
    except (OSError, UnicodeDecodeError):
        return ""


def _is_secret(path: str, text: str) -> bool:
    """Whether the file of the Secret is as it should be."""
    try:
        return os.stat(path).st_mode & 0o777 == _SECRET_MODE and Path(path).read_text(encoding="utf-8") == text
    except (OSError, UnicodeDecodeError):
        return False


def _put(path: str, text: str, mode: int) -> None:
    """Write a file in one step.

    :raises OSError: it cannot be written; then it is as it was.
    """
    folder = os.path.dirname(path)
    os.makedirs(folder, exist_ok=True)
    handle, made = tempfile.mkstemp(prefix=".ansible_tmp", dir=folder)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(made, mode)
        os.replace(made, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(made)
        raise


def _diff(planned: Plan, folder: str, there: t.Mapping[str, str]) -> list[dict[str, str]]:
    """How the files differ. A new configuration is shown beside the one that the Deployment has."""
    found = []
    used = [file_of(name) for name in names_in(there.get(DEPLOYMENT, ""))]
    for name in planned.changes.written:
        kind = name.rpartition("-")[0]
        before = name if name in there else next((each for each in used if each.rpartition("-")[0] == kind), name)
        found.append(
            {
                "before_header": os.path.join(folder, before),
                "after_header": os.path.join(folder, name),
                "before": there.get(before, ""),
                "after": planned.files[name],
            }
        )
    for name in planned.changes.removed:
        path = os.path.join(folder, name)
        found.append({"before_header": path, "after_header": path, "before": there[name], "after": ""})
    return found
