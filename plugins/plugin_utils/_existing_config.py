# SPDX-License-Identifier: GPL-3.0-or-later
"""A configuration of the operator's own: read, looked through, and taken as it is."""

from __future__ import annotations

import dataclasses
import typing as t
from datetime import date, datetime

from ._compose.draft import Draft
from ._known.deployment import read_deployments
from ._known.foreign_files import BLOCKS, foreign
from ._known.wrapped import unwrapped
from ._language.env_models import read_env_settings
from ._language.options import BESIDE_FILE, RenderOptions
from ._plain_data import to_plain
from ._report import yaml_text
from ._report.problems import type_name
from ._report.secrets import instead_of, secrets_in

if t.TYPE_CHECKING:
    from ._language.source_files import SourceFile
    from ._report.report import Report, Spot


def adopt(file: SourceFile, options: RenderOptions, report: Report) -> Draft:
    """The configuration in *file*. What YAML readers lose in silence, and options beside it, are reported.

    A ConfigMap, values of a chart, or a manifest with either, is taken for the one configuration that it holds.
    """
    at = report.at("config_file")
    _refuse_declarations(options, report)
    text, before, other = file.text, 0, None
    config, of_file = _read(text, before, report)
    if not isinstance(config, dict) or not any(block in config for block in BLOCKS):
        other = foreign(text)
        within = unwrapped(text) if other else None
        if within:
            text, before, other = within.text, within.line, None
            config, of_file = _read(text, before, report)
    if other:
        at.add("not-a-configuration", *other)
    elif not isinstance(config, dict) and not of_file.problems:
        at.add("not-a-configuration", f"must hold a dictionary, not {type_name(config)}")
    config = {} if other or not isinstance(config, dict) else config
    secrets = list(secrets_in(config))
    # With an environment it is meant for a service, which has secrets there; without one it is only looked at.
    severity: t.Literal["warning", "error"] = "warning" if options.environment is None else "error"
    for location in secrets:
        message = "holds a secret, which every copy of the configuration shows"
        of_file.add("secret-in-input", location, message, instead_of(location), severity)
    report.include([] if other else of_file.problems)
    # Taken as it is: what is wrong in it stands where it is found.
    return Draft(
        config,
        text,
        read_deployments(config),
        lambda location, rule: location,
        of_file.lines,
        bool(secrets),
    )


def _read(text: str, before: int, report: Report) -> tuple[t.Any, Report]:
    """The data of a configuration, and what is wrong with how it is written.

    :param before: how many lines of its file stand before it; -1 where its lines are not those of the file.
    """
    of_file = report.for_file()
    # Empty lines in front of it, so that each line has the number that it has in the file.
    data = yaml_text.load("\n" * max(before, 0) + text, of_file.at("config_file"))
    _check_dates(data, of_file.at())
    config = to_plain(data, of_file.at())
    if before < 0:
        of_file.lines.clear()
        of_file.problems = [dataclasses.replace(problem, line=0) for problem in of_file.problems]
    return config, of_file


def _check_dates(value: t.Any, at: Spot) -> None:
    """Dates without quotes, which reach LiteLLM as no text. In ``model_info``, where anything may be noted, they are one."""
    if isinstance(value, date) and not isinstance(value, datetime):
        at.add("date", "is a date, and no text, to LiteLLM", "quote it")
    elif isinstance(value, (dict, list)):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            if key != "model_info":
                _check_dates(item, at.child(key))


def _refuse_declarations(options: RenderOptions, report: Report) -> None:
    at = report.at("config_file")
    for option in dataclasses.fields(options):
        value, rule = getattr(options, option.name), option.metadata.get(BESIDE_FILE)
        if rule == "contradiction" and value not in (None, False, {}, [], ""):
            message = f"stands beside {option.name}, but is taken as it is"
            at.add(rule, message, f"leave {option.name} out, or declare everything in options")
        elif rule == "no-effect" and value not in (option.default, ""):
            report.at(option.name).add(rule, "has no effect on a configuration that is taken as it is")
    if read_env_settings(options.env_file, report).models:
        message = "stands beside an env_file that declares models, but is taken as it is"
        at.add("contradiction", message, "leave one of the two out")
