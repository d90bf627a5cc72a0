# SPDX-License-Identifier: GPL-3.0-or-later
"""What the host of a Prometheus should have, from the variables of the role: texts of files."""

from __future__ import annotations

import json
import typing as t

import yaml

from ...module_utils._head import HEAD
from .._report.problems import InputError
from .alerts import alert_rules
from .declared import PREFIX, monitoring_of
from .series import recording_rules

if t.TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .declared import Monitoring


def plan(variables: Mapping[str, t.Any], host: str, gateways: Mapping[str, Mapping[str, t.Any]]) -> dict[str, str]:
    """The texts ``rules``, ``targets``, ``scrape`` and, for a Prometheus of the role's own, ``prometheus`` and ``alertmanager``.

    The parameters are those of ``monitoring_of``.

    :raises InputError: with all problems, when the variables declare nothing to monitor.
    """
    monitoring, problems = monitoring_of(variables, host, gateways)
    if problems:
        raise InputError(problems)
    folder = str(variables[f"{PREFIX}dir"])
    job = _job(monitoring, folder)
    return {
        "rules": rules(monitoring),
        "targets": targets(monitoring),
        "scrape": _dumped({"scrape_configs": [job]}),
        "prometheus": _dumped(
            {
                "global": {"scrape_interval": "15s", "evaluation_interval": "15s"},
                "alerting": {"alertmanagers": [{"static_configs": [{"targets": ["127.0.0.1:9093"]}]}]},
                "rule_files": [f"{folder}/rules.yml"],
                "scrape_configs": [job],
            }
        ),
        "alertmanager": _dumped(_alertmanager(monitoring.receivers)),
    }


def rules(monitoring: Monitoring) -> str:
    """The rule file."""
    groups = [
        {"name": "litellm-figures", "rules": recording_rules(monitoring)},
        {"name": "litellm-alerts", "rules": alert_rules(monitoring)},
    ]
    return _dumped({"groups": groups})


def targets(monitoring: Monitoring) -> str:
    """The file with the gateways, which Prometheus reads again whenever it changes."""
    found = [
        {"targets": [each.address], "labels": {"instance": each.name, "__scheme__": each.scheme}}
        for each in monitoring.targets
    ]
    return json.dumps(found, indent=2) + "\n"


def _job(monitoring: Monitoring, folder: str) -> dict[str, t.Any]:
    job: dict[str, t.Any] = {
        "job_name": monitoring.job,
        "file_sd_configs": [{"files": [f"{folder}/targets.json"]}],
    }
    if monitoring.token:
        job["authorization"] = {"credentials_file": f"{folder}/token"}
    tls = {"ca_file": monitoring.ca, "server_name": monitoring.server_name}
    if any(tls.values()):
        job["tls_config"] = {name: value for name, value in tls.items() if value}
    return job


def _alertmanager(receivers: Iterable[dict[str, t.Any]]) -> dict[str, t.Any]:
    """Alertmanager's configuration; the first receiver gets everything. Without one, alerts are only shown."""
    found = [*receivers] or [{"name": "nobody"}]
    route = {"receiver": found[0]["name"], "group_by": ["alertname", "instance"], "group_wait": "30s"}
    return {"route": route, "receivers": found}


def _dumped(data: dict[str, t.Any]) -> str:
    return HEAD + str(yaml.safe_dump(data, sort_keys=False, width=1000))
