# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this plugin util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""From what an operator declares to a LiteLLM configuration: the one entry point, :func:`render`.

Every stage appends what it finds to one list of problems. With an error among them there is no configuration.
"""

from __future__ import annotations

import dataclasses
import typing as t
from collections.abc import Mapping
from dataclasses import dataclass

from ._checker.check import check_config
from ._checker.environment_values import check_names, check_values
from ._compose.configuration import compose
from ._compose.deployments import OMIT
from ._compose.telemetry import read_trace
from ._existing_config import adopt
from ._known.python_code import PythonFile
from ._known.vocabulary import UnknownVersion, Vocabulary, vocabulary_for
from ._language import field_types as kinds
from ._language.options import Draft, RenderOptions
from ._language.plain_data import to_plain
from ._language.python_files import check_imports, own_code, read_python_files
from ._report.locations import Place
from ._report.problems import InputError, Problem
from ._report.references import Reference, find_references

_FILES = ("env_file", "config_file", "python_files", "files_beside")


@dataclass(frozen=True)
class Rendered:
    """A configuration that may be handed to LiteLLM.

    :param content: the YAML text of ``config``.
    :param models: ``{key, alias, model, api_base, reasoning_effort}`` of each model, all of them text.
    :param environment: variables that the service needs for its traces, none of them a secret.
    :param required_environment: names of the variables that it refers to, sorted.
    :param problems: warnings and notices.
    :param holds_secrets: see :class:`Draft`.
    :param python_files: code of the operator's own that belongs beside the configuration: file name to text.
    """

    config: dict[str, t.Any]
    content: str
    models: list[dict[str, str]]
    environment: dict[str, str]
    required_environment: list[str]
    problems: list[Problem]
    holds_secrets: bool
    python_files: dict[str, str]


def render(options: RenderOptions) -> Rendered:
    """The configuration that *options* declare.

    :raises InputError: with every error of the input.
    """
    problems: list[Problem] = []
    vocabulary = _vocabulary(options.litellm_version, options.allow_insecure_version, problems)
    plain = _plain_options(options, problems)
    file = plain.config_file
    trace = read_trace(plain, problems)
    draft = (
        compose(plain, trace, _filled(options.environment), vocabulary, problems)
        if file is None
        else adopt(file, plain, problems)
    )
    files = read_python_files(plain.python_files or (), problems)
    references = _check(draft, plain, files, vocabulary, problems)
    if isinstance(options.environment, Mapping):
        problems.extend(check_values(options.environment, references))
    problems.extend(_check_names(plain, vocabulary, problems))
    problems = list(dict.fromkeys(problems))
    if _refused(problems):
        raise InputError(problems)
    return Rendered(
        config=draft.config,
        content=draft.content,
        models=[_summary(deployment) for deployment in draft.deployments],
        environment=trace.environment,
        required_environment=sorted({reference.name for reference in references}),
        problems=problems,
        holds_secrets=draft.holds_secrets,
        python_files={f"{module}.py": file.text for module, file in files.items()},
    )


def _filled(environment: t.Any) -> list[str] | None:
    """The names in *environment* that hold something; a list of names says nothing of what they hold."""
    if isinstance(environment, Mapping):
        return [name for name, value in environment.items() if value is not None and str(value)]
    return environment if isinstance(environment, list) else None


def _vocabulary(version: str, accepted: str, problems: list[Problem]) -> Vocabulary:
    place = Place("litellm_version")
    try:
        vocabulary = vocabulary_for(version, accepted)
    except UnknownVersion as error:
        problems.append(place.error(str(error)))
        return vocabulary_for()
    if not vocabulary.exact:
        problems.append(place.notice(f"is checked as {vocabulary.version}, the nearest version that is known"))
    return vocabulary


def _plain_options(options: RenderOptions, problems: list[Problem]) -> RenderOptions:
    """*options* as plain data, with the names of the environment alone."""
    values = {field.name: getattr(options, field.name) for field in dataclasses.fields(options)}
    for name in ("environment", "litellm_environment"):
        if isinstance(values[name], Mapping):
            values[name] = list(values[name])
    plain = {
        name: value if name in _FILES else to_plain(value, Place(name), problems) for name, value in values.items()
    }
    return RenderOptions(**plain)


def _check(
    draft: Draft,
    options: RenderOptions,
    files: dict[str, PythonFile],
    vocabulary: Vocabulary,
    problems: list[Problem],
) -> list[Reference]:
    """The references of the finished configuration, and what is wrong with it."""
    allow = kinds.list_of(kinds.text)(
        [] if options.allow_unknown is None else options.allow_unknown, Place("allow_unknown"), problems
    )
    environment = options.environment
    if environment is not None and not (
        isinstance(environment, list) and all(isinstance(name, str) for name in environment)
    ):
        problems.append(Place("environment").error("must be a dictionary, or a list of names"))
        environment = None
    packages = kinds.list_of(kinds.text)(
        [] if options.extra_packages is None else options.extra_packages, Place("extra_packages"), problems
    )
    code = own_code(options, files, packages or ())
    if code:
        check_imports(code, options.python_files or (), options.strict, problems)
    # A file that cannot be read has been refused, and has nothing to check.
    if draft.config or not _refused(problems):
        found = check_config(
            draft.config,
            vocabulary=vocabulary,
            environment=environment,
            strict=options.strict,
            lines=draft.lines,
            allow=allow or (),
            workers=options.workers,
            hosts=options.hosts,
            service_manager=options.service_manager,
            code=code,
            extra_packages=packages or (),
            image=options.image,
        )
        problems.extend(_news(map(draft.origin, found), problems))
    return find_references(draft.config, Place(), [])


def _check_names(options: RenderOptions, vocabulary: Vocabulary, said: list[Problem]) -> list[Problem]:
    """What is wrong with the names of the service's variables; a database that the configuration names has been judged."""
    settings, names, allowed = options.litellm_environment, options.environment, options.allow_unknown
    judged = any(problem.rule == "no-database" for problem in said)
    return check_names(
        settings if isinstance(settings, list) else [],
        names if isinstance(names, list) and not judged else [],
        [name for name in vocabulary.tables["command_line"] if name not in (allowed or ())],
        options.service_manager,
    )


def _refused(problems: t.Iterable[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def _news(found: t.Iterable[Problem | None], said: t.Iterable[Problem]) -> list[Problem]:
    """What of *found* is not *said* yet. Of one place the inventory language says what there is to say; only an error
    of the checker's is told where the language has none.
    """
    mentioned = {problem.location for problem in said}
    refused = {problem.location for problem in said if problem.severity == "error"}
    fresh = [
        problem
        for problem in found
        if problem and problem.location not in (refused if problem.severity == "error" else mentioned)
    ]
    return list({(problem.location, problem.message): problem for problem in reversed(fresh)}.values())[::-1]


def _summary(deployment: Mapping[str, t.Any]) -> dict[str, str]:
    """What the result says of one deployment."""
    params, info = deployment["litellm_params"], deployment.get("model_info", {})
    alias = deployment["model_name"]
    return {
        "key": str(info.get("id", alias)),
        "alias": alias,
        "model": params["model"],
        "api_base": str(params.get("api_base") or ""),
        "reasoning_effort": str(params.get("reasoning_effort") or OMIT),
    }
