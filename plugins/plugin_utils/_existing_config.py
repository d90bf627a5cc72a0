# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this plugin util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""A configuration of the operator's own: read, looked through, and taken as it is."""

from __future__ import annotations

import dataclasses
import typing as t
from datetime import date, datetime

from ._language.env_models import read_env_settings
from ._language.options import Draft, RenderOptions
from ._language.plain_data import to_plain
from ._report import yaml_text
from ._report.foreign_files import BLOCKS, foreign
from ._report.locations import Place
from ._report.problems import type_name
from ._report.secrets import instead_of, secrets_in

if t.TYPE_CHECKING:
    from ._language.source_files import SourceFile
    from ._report.problems import Problem

_DECLARING = (
    "models",
    "model_keys",
    "litellm_mode",
    "providers",
    "model_specs",
    "agents",
    "default_fallbacks",
    "litellm_settings",
    "router_settings",
    "general_settings",
    "extra_config",
    "prometheus",
    "opentelemetry",
)
_DEFAULTING = ("api_base", "api_key_env", "reasoning_effort", "timeout", "drop_params", "set_verbose", "master_key_env")


def adopt(file: SourceFile, options: RenderOptions, problems: list[Problem]) -> Draft:
    """The configuration in *file*. What YAML readers lose in silence, and options beside it, become problems."""
    place = Place("config_file")
    _refuse_declarations(options, problems)
    found: list[Problem] = []
    document = yaml_text.load(file.text, place, found)

    def with_line(problem: Problem) -> Problem:
        return dataclasses.replace(problem, line=problem.line or document.lines.get(problem.location, 0))

    found.extend(_dates(document.data, Place()))
    config = to_plain(document.data, Place(), found)
    other = None if isinstance(config, dict) and any(block in config for block in BLOCKS) else foreign(file.text)
    if other:
        config, found = {}, [place.error(*other)]
    elif not isinstance(config, dict):
        if not found:
            found.append(place.error(f"must hold a dictionary, not {type_name(config)}"))
        config = {}
    secrets = list(secrets_in(config))
    # With an environment it is meant for a service, which has secrets there; without one it is only looked at.
    judged = Place.warning if options.environment is None else Place.error
    found.extend(
        judged(Place(*path), "holds a secret, which every copy of the configuration shows", instead_of(path))
        for path in secrets
    )
    problems.extend(map(with_line, found))
    # Taken as it is: what is wrong in it stands where it is found.
    return Draft(
        config, file.text, config.get("model_list") or [], lambda problem: problem, document.lines, bool(secrets)
    )


def _dates(value: t.Any, place: Place) -> t.Iterator[Problem]:
    """Dates without quotes, which reach LiteLLM as no text. In ``model_info``, where anything may be noted, they are one."""
    if isinstance(value, date) and not isinstance(value, datetime):
        yield place.error("is a date, and no text, to LiteLLM", "quote it")
    elif isinstance(value, (dict, list)):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            if key != "model_info":
                yield from _dates(item, place.child(key))


def _refuse_declarations(options: RenderOptions, problems: list[Problem]) -> None:
    defaults = RenderOptions()
    problems.extend(
        Place("config_file").error(
            f"stands beside {name}, but is taken as it is", f"leave {name} out, or declare everything in options"
        )
        for name in _DECLARING
        if getattr(options, name) not in (None, False, {}, [], "")
    )
    if read_env_settings(options.env_file, problems).models:
        problems.append(
            Place("config_file").error(
                "stands beside an env_file that declares models, but is taken as it is", "leave one of the two out"
            )
        )
    problems.extend(
        Place(name).notice("has no effect on a configuration that is taken as it is")
        for name in _DEFAULTING
        if getattr(options, name) not in (getattr(defaults, name), "")
    )
