# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The controller's half of ``litellm_model_config``: renders and checks; only ``path`` needs the host, in one call."""

from __future__ import annotations

import dataclasses
import os
import typing as t
from pathlib import Path

from ansible.errors import AnsibleError
from ansible.module_utils.basic import FILE_COMMON_ARGUMENTS
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from ansible.plugins.action import ActionBase
from ansible_collections.llmops.litellm.plugins.module_utils._model_config_options import ARGUMENT_SPEC, CONTENT
from ansible_collections.llmops.litellm.plugins.plugin_utils._actions import controller_path
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.names import BLOCKS
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.options import RenderOptions
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.rules import RULES
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.source_files import SourceFile, read_source
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.variables import (
    KEYS,
    check_variables,
    choice,
    choosers,
    strangers,
)
from ansible_collections.llmops.litellm.plugins.plugin_utils._render import Rendered, render
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.locations import Plain
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import (
    InputError,
    Problem,
    did_you_mean,
)
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.report import Report, Spot
from ansible_collections.llmops.litellm.plugins.plugin_utils._to_inventory import (
    inventory_text,
    inventory_variables,
    refused_of,
)
from ansible_collections.llmops.litellm.plugins.plugin_utils._variables.specification import (
    check_values,
    options_of,
    plain_options,
    variables_of,
)

# What is inside a dictionary is for the library to judge, which knows the nearest right name.
_OPTIONS = {
    name: {fact: value for fact, value in option.items() if fact != "options"}
    for name, option in ARGUMENT_SPEC.items()
    if name != CONTENT
}
_SPEC = {**FILE_COMMON_ARGUMENTS, **_OPTIONS}
_FILE_OPTIONS = (*FILE_COMMON_ARGUMENTS, "path", "backup")
_PREFIX = "variable_prefix"
_KNOWN = "known_variables"
_ALONE = "only_variables"
_ENTRY_POINT = "entry_point"
_SOURCES = ("env_file", "config_file")
_CODE = "python_files"

# Options that others name models, providers and agents of: where one of them is wrong, what they name is not known.
_DECLARE = {
    *("models", "providers", "model_specs", "env_file", "config_file", "model_keys", "litellm_mode", "agents"),
    *("python_files", "litellm_version", "redis", "database", "environment"),
}
_READ_FIRST = ("models", "providers", "model_specs")
"""Those whose own fields are read before anything is looked up."""
_APART = _DECLARE - {*_READ_FIRST, *_SOURCES, "litellm_version"}
"""Those on which nothing in the fields of models and providers hangs."""


class ActionModule(ActionBase):
    """Renders a configuration, and has it written where ``path`` says."""

    _supports_check_mode = True
    _supports_diff = True
    _supports_async = False

    def run(self, tmp: t.Any = None, task_vars: t.Any = None) -> dict[str, t.Any]:
        result: dict[str, t.Any] = super().run(tmp, task_vars)
        variables = task_vars or {}
        problems = self._wrong_variables(variables)
        rendered = None
        try:
            if self._task.args.get(_ALONE) is not True:
                rendered = render(self._render_options())
        except InputError as error:
            said = {problem.path for problem in problems}
            named = (self._named(problem, variables) for problem in (*error.problems, *error.remarks))
            problems += [problem for problem in named if problem.path not in said]
        if problems:
            refusal = InputError(problems)
            found = _listed([*refusal.problems, *refusal.remarks])
            return {**result, "failed": True, "msg": refusal.summary(), "problems": found}
        if rendered is None:
            return {"changed": False, **result, "notices": []}
        if rendered.holds_secrets:
            self._task.no_log = True
            result["_ansible_no_log"] = True
        if self._task.args.get("path") is not None:
            result.update(self._write(rendered, task_vars))
            if result.get("failed"):
                return result
        if self._task.args.get("config_file") is not None:
            version = self._task.args.get("litellm_version") or ""
            result["variables"] = inventory_variables(rendered.config, render, version)
            refused = [self._named(each, variables) for each in refused_of(result["variables"], render, version)]
            result["variables_text"] = inventory_text(result["variables"], refused)
        notices = [self._named(problem, variables).as_line() for problem in rendered.problems]
        warnings = [*result.get("warnings", []), *notices]
        told = {"choice": choice(variables, self._prefix, len(rendered.models)), "notices": notices}
        # Ansible shows what is under "warnings", and does not promise that anybody else sees it.
        return {
            "changed": False,
            **result,
            **_returned(rendered),
            **told,
            **({"warnings": warnings} if warnings else {}),
        }

    @property
    def _prefix(self) -> str:
        return self._task.args.get(_PREFIX) or ""

    def _wrong_variables(self, variables: t.Mapping[str, t.Any]) -> list[Problem]:
        """Variables of the host that the role does not have, where it says what else is known, and those of a wrong type."""
        report = Report(RULES)
        others = self._task.args.get(_KNOWN)
        if others is not None and self._prefix:
            role = self._task._role
            known = [*(role.get_default_vars() if role else ()), *others]
            allowed = self._task.args.get("allow_unknown")
            allowed = allowed.split(",") if isinstance(allowed, str) else allowed
            if role and strangers(variables, self._prefix, known):
                # What other roles beside it take.
                known += variables_of(str(Path(role.get_role_path()).parent))
            let_through = list(map(str, allowed)) if isinstance(allowed, list) else []
            check_variables(variables, self._prefix, known, let_through, report)
        self._check_types(variables, report)
        return report.problems

    def _check_types(self, variables: t.Mapping[str, t.Any], report: Report) -> None:
        """The variables that an entry point of the role takes, but for those that are checked as options of this task.

        Where a configuration is rendered, numbers and the like are looked at for all others too: what a deployment would refuse is told
        when nothing is deployed.
        """
        entry_point, role = self._task.args.get(_ENTRY_POINT), self._task._role
        if entry_point is None:
            return
        at = report.at(_ENTRY_POINT)
        if not role:
            at.add("bad-option", "stands in a task that is of no role", "take it out")
            return
        folder = role.get_role_path()
        others = {} if self._task.args.get(_ALONE) is True else plain_options(folder)
        options = {
            name: option
            for name, option in {**others, **options_of(folder, str(entry_point), at)}.items()
            if name in variables and not self._is_checked_here(name.removeprefix(self._prefix), option)
        }
        values = {}
        for name in options:
            try:
                values[name] = self._templar.template(variables[name])
            except AnsibleError as error:
                report.at(name).add("bad-option", f"cannot be evaluated: {error.message}")
        check_values(options, values, report.at)

    def _is_checked_here(self, name: str, option: t.Mapping[str, t.Any]) -> bool:
        """Whether an option of the task has this *name*, a value, and takes the same as *option*."""
        own = _SPEC.get(name, {})
        return name in self._task.args and all(
            own.get(fact) == option.get(fact) for fact in ("type", "elements", "choices")
        )

    def _render_options(self) -> RenderOptions:
        """The options of the task, checked against the module's own specification."""
        args: dict[str, t.Any] = dict(self._task.args)
        known = {**_SPEC, **{alias: {} for option in _SPEC.values() for alias in option.get("aliases", [])}}
        report = Report(RULES)
        for name in args:
            if name not in known:
                message = "is not an option of litellm_model_config"
                report.at(name).add("unknown-option", message, did_you_mean(name, known))
        check_values(_SPEC, args, report.at)
        wrong = {problem.location[0] for problem in report.problems if problem.location}
        given = {name: args[name] for name in args if name in known and name not in wrong}
        checked = ArgumentSpecValidator(_SPEC).validate(given)
        inputs = [name for name in _SPEC if name not in (*_FILE_OPTIONS, _PREFIX, _KNOWN, _ALONE, _ENTRY_POINT)]
        values = {name: checked.validated_parameters.get(name) for name in inputs}
        for option in _SOURCES:
            values[option] = self._read(report.at(option), values.get(option))
        if values[_CODE] is not None:
            read = [self._read(report.at(_CODE, index), path) for index, path in enumerate(values[_CODE])]
            values[_CODE] = [source for source in read if source is not None]
            values["files_beside"] = self._files_beside(args.get("config_file"), values["config_file"])
        if args.get("path") == "":
            report.at("path").add("bad-option", "is empty", "leave it out to write nothing")
        options = RenderOptions(**values)
        if report.refused:
            others = [] if wrong & _DECLARE - _APART else _problems_of(options)
            if wrong & _APART:
                others = [
                    each for each in others if each.severity == "error" and next(iter(each.location), "") in _READ_FIRST
                ]
            raise InputError([*report.problems, *others])
        return options

    def _named(self, problem: Problem, variables: t.Mapping[str, t.Any]) -> Problem:
        """*problem* by the caller's variable instead of the option that it was given to."""
        prefix = self._prefix
        if prefix and problem.location == (KEYS,):
            names = ", ".join(choosers(variables, prefix)) or prefix + KEYS
            return dataclasses.replace(problem, location=(Plain(names),))
        option, *below = problem.location or ("",)
        # What a file holds is named as it stands there.
        of_file = self._task.args.get("config_file") is not None and option in BLOCKS
        named = option in _SPEC and not option.startswith(prefix) and not of_file
        return dataclasses.replace(problem, location=(prefix + option, *below)) if named else problem

    def _read(self, at: Spot, path: str | None) -> SourceFile | None:
        """A file of the controller, found as Ansible finds files, decrypted when it is vaulted; None where there is none."""
        if path is None:
            return None
        found = controller_path(self, path)
        if not os.path.exists(found):
            at.add("unreadable-file", f"{path} does not exist on the controller")
            return None
        try:
            real = self._loader.get_real_file(found)
        except AnsibleError:
            at.add("unreadable-file", f"{path} is not a file that can be read here")
            return None
        try:
            return read_source(real, at, path)
        finally:
            self._loader.cleanup_tmp_file(real)

    def _files_beside(self, path: str | None, config: SourceFile | None) -> list[SourceFile]:
        """The Python files in the folder of a configuration whose names stand in it."""
        if path is None or config is None:
            return []
        found = sorted(Path(controller_path(self, path)).parent.glob("*.py"))
        named = [each for each in found if f"{each.stem}." in config.text and each.is_file()]
        return [SourceFile(each.name, each.read_text(encoding="utf-8", errors="replace")) for each in named]

    def _write(self, rendered: Rendered, task_vars: t.Any) -> dict[str, t.Any]:
        args = {name: value for name, value in self._task.args.items() if name in (*_FILE_OPTIONS, "attr")}
        written: dict[str, t.Any] = self._execute_module(
            module_name="llmops.litellm.litellm_model_config",
            module_args={**args, CONTENT: rendered.content},
            task_vars=task_vars,
        )
        if rendered.holds_secrets:
            written.pop("diff", None)
        return written


def _returned(rendered: Rendered) -> dict[str, t.Any]:
    return {
        "config": rendered.config,
        "content": rendered.content,
        "holds_secrets": rendered.holds_secrets,
        "models": rendered.models,
        "environment": rendered.environment,
        "secret_urls": [dataclasses.asdict(url) for url in rendered.secret_urls],
        "mounts": rendered.mounts,
        "required_environment": rendered.required_environment,
        "python_files": rendered.python_files,
    }


def _listed(problems: list[Problem]) -> list[dict[str, t.Any]]:
    return [
        {"path": problem.path, "message": problem.message, "remedy": problem.remedy, "severity": problem.severity}
        | ({"rule": problem.rule} if problem.rule else {})
        | ({"line": problem.line} if problem.line else {})
        for problem in problems
    ]


def _problems_of(options: RenderOptions) -> list[Problem]:
    """What is wrong with *options* apart from those that are left out."""
    try:
        render(options)
    except InputError as error:
        return [*error.problems, *error.remarks]
    return []
