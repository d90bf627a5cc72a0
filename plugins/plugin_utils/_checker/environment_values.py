# SPDX-License-Identifier: GPL-3.0-or-later
"""What the service's environment holds for the names that a configuration refers to. No value is ever in a problem.

LiteLLM says nothing of an empty variable, and turns ``true`` into a boolean; it refuses, or answers every request with
400, where the master key is not usable. What its command line reads has no effect where that is not run.
"""

from __future__ import annotations

import re
import typing as t

from ...module_utils._headers import fits_header
from .._known.master_keys import master_key_fault
from .._report.problems import type_name
from .._report.references import MASTER_KEY_AT
from .._report.secrets import REFERENCE, SHORTEST_SECRET, secrets_in, shown

if t.TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from .._report.locations import Location
    from .._report.references import Reference
    from .._report.report import Report, Spot

_HEADER_KEYS = ("api_key", "auth_value", "authentication_token")
_HEADERS = re.compile(r"(?:\w+_)?headers")

INSTEAD = {
    "HOST": "set litellm_host",
    "PORT": "set litellm_port",
    "NUM_WORKERS": "set litellm_workers",
    "KEEPALIVE_TIMEOUT": "set litellm_keepalive_timeout",
    "MAX_REQUESTS_BEFORE_RESTART": "set litellm_max_requests_before_restart",
    "MAX_REQUESTS_BEFORE_RESTART_JITTER": "set litellm_max_requests_before_restart, which brings a jitter of its own",
    "PROMETHEUS_METRICS_PORT": "set litellm_prometheus; the metrics are at /metrics of litellm_port",
    "DEBUG": "write LITELLM_LOG: INFO",
    "DETAILED_DEBUG": "write LITELLM_LOG: DEBUG, which writes prompts to the log",
    "SSL_KEYFILE_PATH": "set litellm_tls_key",
    "SSL_CERTFILE_PATH": "set litellm_tls_certificate",
}
"""What to write instead of variables of LiteLLM's command line; the others have nothing that does the same here."""

_SET_HERE = {
    "CONFIG_FILE_PATH": "set litellm_config_file",
    "PROMETHEUS_MULTIPROC_DIR": "take it out: each slot counts in a folder of its own",
    "WEB_CONCURRENCY": "set litellm_workers",
}
"""Variables that the gateway replaces or takes away, and what to write instead."""
_PROOF_KEY = "LITELLM_PROOF_KEY"
_PYTHON_PATH = "PYTHONPATH"
_ROOT_PATH = "SERVER_ROOT_PATH"


def check_values(environment: Mapping[str, t.Any], references: Iterable[Reference], report: Report) -> None:
    """The values that *references* lead to; a name that is not there is another check's business.

    :param environment: names to values, as the service will have them.
    """
    used: dict[str, list[Location]] = {}
    for reference in references:
        used.setdefault(reference.name, []).append(reference.location)
    for name, locations in used.items():
        if name in environment and not isinstance(environment[name], (dict, list)):
            value = "" if environment[name] is None else str(environment[name])
            if MASTER_KEY_AT in locations:
                _check_master_key(report.at("litellm_master_key"), value)
            else:
                _check_value(report.at("litellm_secrets", name), value, any(map(_becomes_header, locations)))
    if _PROOF_KEY in environment:
        _check_proof_key(report.at("litellm_proof_key"), str(environment[_PROOF_KEY]))
    _check_root_path(report.at("litellm_environment", _ROOT_PATH), str(environment.get(_ROOT_PATH) or ""))


def check_texts(settings: Mapping[str, t.Any], environment: Mapping[str, t.Any], report: Report) -> None:
    """Every variable is one text.

    :param settings: what ``litellm_environment`` sets, names to values.
    :param environment: names to values, as the service will have them.
    """
    for name, value in {**environment, **settings}.items():
        if isinstance(value, (dict, list)):
            at = report.at("litellm_environment" if name in settings else "litellm_secrets", name)
            at.add("wrong-type", f"must be text, not {type_name(value)}", "write one value for each variable")


def check_open_values(settings: Mapping[str, t.Any], report: Report) -> None:
    """Nothing of ``litellm_environment`` is a secret: units, manifests and diffs show it.

    :param settings: names to values.
    """
    for location in secrets_in({str(name): value for name, value in settings.items()}):
        message = "looks like a secret, and what stands here can be read in units, manifests and diffs"
        report.at("litellm_environment", *location).add("secret-in-input", message, "move it to litellm_secrets")


def check_names(
    settings: Collection[str],
    command_line: Collection[str],
    service_manager: str,
    report: Report,
) -> None:
    """Variables that a service of the collection has in vain, or cannot have.

    :param settings: those that ``litellm_environment`` sets.
    :param command_line: those that only LiteLLM's command line reads.
    :param service_manager: who runs the service, as the role calls them; empty: somebody else than the role.
    """
    here = report.at("litellm_environment")
    for name in settings:
        if name in command_line:
            message = "is read by LiteLLM's command line alone, which is not run here"
            here.child(name).add("dead-variable", message, INSTEAD.get(name, "take it out"))
    if _PYTHON_PATH in settings and service_manager:
        message = "has no effect on a gateway, whose Python runs isolated (-I)"
        remedy = "name files of your own in litellm_python_files"
        here.child(_PYTHON_PATH).add("dead-variable", message, remedy, "warning")
    for name, remedy in _SET_HERE.items():
        if name in settings:
            here.child(name).add("dead-variable", "is set by the gateway itself", remedy)


def _becomes_header(location: Location) -> bool:
    """Whether LiteLLM makes a header of the value at *location*."""
    return location[-1] in _HEADER_KEYS or any(_HEADERS.fullmatch(str(key)) for key in location[:-1])


def _check_value(at: Spot, value: str, in_header: bool) -> None:
    if not value:
        at.add("bad-secret", "is empty, and LiteLLM would call the upstream without a key", "give it its value")
    elif value != value.strip():
        at.add("bad-secret", "starts or ends with white space, which LiteLLM would send along", "strip it")
    elif in_header and not fits_header(value) and not value.startswith("{"):  # some keys are whole JSON documents
        message = "holds a line break or letters that no HTTP header carries, and every request with it would fail"
        at.add("bad-secret", message, "write the key alone, on one line")
    elif value.casefold() in ("true", "false"):
        at.add("bad-secret", "is a word that LiteLLM turns into a boolean", "write another value")


def _check_proof_key(at: Spot, value: str) -> None:
    if value.startswith(REFERENCE):
        name = shown(value[len(REFERENCE) :], bare=True)
        at.add("bad-secret", f"names {name}, which is not in litellm_secrets")
    elif not value:
        at.add("bad-secret", "is empty where litellm_secrets has it", "give it its value")
    else:
        _check_value(at, value, in_header=True)


def _check_root_path(at: Spot, value: str) -> None:
    """The path that all requests are below. Starlette takes it off a request only where a slash begins it and none ends it."""
    path = f"/{value.strip('/')}"
    if value not in ("", "/", path):
        message = (
            "does not begin with a slash, or ends with one; requests below it get 404, unless a proxy takes it off them"
        )
        at.add("bad-root-path", message, f"write {shown(path, bare=True)}")


def _check_master_key(at: Spot, value: str) -> None:
    if not value:
        remedy = "declare it, or set litellm_master_key_env to an empty string to leave authentication out"
        at.add("no-master-key", "is not set, and LiteLLM does not start without it", remedy)
    elif fault := master_key_fault(value):
        remedy = f"choose your own, {SHORTEST_SECRET} random letters and digits or more"
        at.add("weak-master-key", fault.message, remedy, fault.severity)
