# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells what another version of LiteLLM changes, on the controller."""

from __future__ import annotations

import dataclasses
import typing as t

from ansible_collections.llmops.litellm.plugins.plugin_utils._actions import ControllerAction
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.checked_config import Service
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.rules import RULES
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.lock import Lock, Target
from ansible_collections.llmops.litellm.plugins.plugin_utils._plain_data import to_plain
from ansible_collections.llmops.litellm.plugins.plugin_utils._report import yaml_text
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.report import Report
from ansible_collections.llmops.litellm.plugins.plugin_utils._upgrade import Gateway, upgrade
from ansible_collections.llmops.litellm.plugins.plugin_utils._upgrade_text import told

_TEXTS = ("acknowledged_version", "variable_prefix", "lock_before", "lock_after", "service_manager", "image")
_LISTS = ("secret_names", "allow_unknown", "extra_packages")
_OPTIONS: dict[str, dict[str, t.Any]] = {
    **{name: {"type": "str", "required": True} for name in ("before", "after", "config")},
    **{name: {"type": "str", "default": ""} for name in _TEXTS},
    **{name: {"type": "list", "elements": "str", "default": []} for name in _LISTS},
    "secret_names": {"type": "list", "elements": "str", "default": [], "no_log": False},
    "declared": {"type": "bool", "default": True},
    "environment": {"type": "dict", "default": {}},
    "target": {"type": "dict", "default": {}},
    "strict": {"type": "bool", "default": True},
    "workers": {"type": "int"},
    "hosts": {"type": "int", "default": 1},
}


class ActionModule(ControllerAction):
    """Compares two versions; contacts no host."""

    OPTIONS = _OPTIONS

    def answer(self, options: t.Mapping[str, t.Any], variables: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
        report = Report(RULES)
        # Readers of YAML take no text that Ansible has wrapped.
        given = to_plain(options, report.at("options"))
        config = to_plain(yaml_text.load(given["config"], report.at("config")), report.at("config"))
        if not isinstance(config, dict):
            return {"failed": True, "msg": "config is no configuration of LiteLLM: it holds no dictionary."}
        gateway = Gateway(
            config,
            {**given["environment"], **dict.fromkeys(given["secret_names"], True)},
            None if given["declared"] else report.lines,
            strict=given["strict"],
            service=Service(
                allow=given["allow_unknown"],
                workers=given["workers"],
                hosts=given["hosts"],
                service_manager=given["service_manager"],
                extra_packages=given["extra_packages"],
                image=given["image"],
            ),
        )
        texts = (given["lock_before"], given["lock_after"])
        target = _target(given["target"])
        found = upgrade(
            given["before"],
            given["after"],
            gateway,
            (Lock.parse(texts[0]), Lock.parse(texts[1])) if all(texts) else None,
            target,
        )
        words = told(
            found,
            config if given["declared"] else None,
            given["acknowledged_version"],
            given["variable_prefix"],
            target.python if target else "",
        )
        return {
            **dataclasses.asdict(words),
            "changes": [
                {name: getattr(each, name) for name in ("name", "since", "sentence", "remedy", "source")}
                for each in found.changes
            ],
            "host": variables.get("inventory_hostname", ""),
        }


def _target(given: t.Mapping[str, t.Any]) -> Target | None:
    """What packages are chosen for; None where the host did not say it."""
    python, machine = str(given.get("python") or ""), str(given.get("machine") or "")
    return Target(python, machine, str(given.get("libc") or "")) if python and machine else None
