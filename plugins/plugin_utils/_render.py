# SPDX-License-Identifier: GPL-3.0-or-later
"""From what an operator declares to a LiteLLM configuration: the one entry point, :func:`render`.

Every stage adds what it finds to one report. With an error in it there is no configuration.
"""

from __future__ import annotations

import dataclasses
import typing as t
from collections.abc import Mapping
from dataclasses import dataclass

from ..module_utils._litellm_names import SALT_KEY
from ..module_utils._managers import runs_containers
from ._checker import database as database_checks
from ._checker.check import check_config
from ._checker.checked_config import Service
from ._checker.environment_values import check_names, check_open_values, check_texts, check_values
from ._checker.rules import RULES as CHECKER
from ._compose.configuration import compose
from ._compose.database import Storage, read_storage
from ._compose.deployments import OMIT
from ._compose.draft import Draft
from ._compose.fallbacks import answering
from ._compose.interface import SignIn, read_sign_in
from ._compose.redis import SharedState, read_shared_state
from ._compose.secret_url import SecretUrl
from ._compose.telemetry import read_telemetry
from ._existing_config import adopt
from ._known.deployment import Deployment
from ._known.python_code import PythonFile
from ._known.releases import UnknownVersion, denial_of, nearest_right
from ._known.vocabulary import Vocabulary, vocabulary_for
from ._language import field_types
from ._language.extra_packages import check_prisma
from ._language.interface import check_password
from ._language.options import RenderOptions
from ._language.python_files import check_imports, own_code, read_python_files
from ._language.rules import RULES as LANGUAGE
from ._language.tls import check_metrics, check_reach, check_tls
from ._plain_data import to_plain
from ._report.problems import InputError, Problem
from ._report.references import Reference, references_in
from ._report.report import Report, Spot

_FILES = ("env_file", "config_file", "python_files", "files_beside")


@dataclass(frozen=True)
class Rendered:
    """A configuration that may be handed to LiteLLM.

    :param content: the YAML text of ``config``.
    :param models: ``{key, alias, model, api_base, reasoning_effort}`` of each model, all of them text.
    :param environment: variables that the service needs for its traces, its Redis, its database and its interface, none of them a secret.
    :param secret_urls: variables that it needs besides, and that secrets belong into.
    :param required_environment: names of the variables that it refers to, sorted.
    :param problems: warnings and notices.
    :param holds_secrets: see :class:`Draft`.
    :param mounts: what a container of it needs of the host, ``/path:/path`` or ``/path:/path:ro``.
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
    secret_urls: list[SecretUrl]
    mounts: list[str]


def render(options: RenderOptions) -> Rendered:
    """The configuration that *options* declare.

    :raises InputError: with every error of the input.
    """
    report = Report({**LANGUAGE, **CHECKER})
    vocabulary = _vocabulary(options.litellm_version, options.allow_insecure_version, report)
    plain = _plain_options(options, report)
    file = plain.config_file
    telemetry = read_telemetry(plain, report)
    shared = SharedState() if file is not None else read_shared_state(plain, vocabulary, report)
    storage = read_storage(plain, report)
    sign_in = read_sign_in(plain, report)
    secret_urls = [url for url in (shared.secret_url, storage.secret_url, sign_in.secret_url) if url]
    draft = (
        compose(plain, telemetry, shared, _names_with_values(options), vocabulary, report)
        if file is None
        else adopt(file, plain, report)
    )
    files = read_python_files(plain.python_files or (), report)
    _check(draft, plain, storage, secret_urls, files, vocabulary, report)
    references = [reference for reference in references_in(draft.config) if not reference.fault]
    if shared.secret_url:
        references.append(Reference(shared.secret_url.secret, ("redis", "password_env")))
    if storage.secret_url:
        references.append(Reference(storage.secret_url.secret, ("database", storage.secret_field)))
    if sign_in.password_env:
        references.append(Reference(sign_in.password_env, ("ui", "password_env")))
    settings, values = (
        each if isinstance(each, Mapping) else {} for each in (options.litellm_environment, options.environment)
    )
    check_texts(settings, values, report)
    if isinstance(options.environment, Mapping):
        _check_password(options.environment, sign_in, plain.master_key_env, report)
        check_values(options.environment, references, report)
        whole = storage.secret_url is not None and storage.secret_url.whole
        database_checks.check_values(
            options.environment, storage.secret_url.secret if storage.secret_url and whole else "", report
        )
    check_open_values(settings, report)
    _check_names(plain, storage, vocabulary, report)
    check_tls(plain, report)
    check_reach(plain, report)
    check_metrics(plain, report)
    problems = list(dict.fromkeys(report.problems))
    if report.refused:
        raise InputError(problems)
    return Rendered(
        config=draft.config,
        content=draft.content,
        models=[_summary(deployment) for deployment in answering(draft.deployments)],
        environment={**telemetry.environment, **shared.environment, **storage.environment, **sign_in.environment},
        required_environment=sorted({*(reference.name for reference in references), *([SALT_KEY] * storage.declared)}),
        problems=problems,
        holds_secrets=draft.holds_secrets,
        python_files={f"{module}.py": file.text for module, file in files.items()},
        secret_urls=secret_urls,
        mounts=list(dict.fromkeys((*shared.mounts, *storage.mounts))),
    )


def _check_password(values: Mapping[str, t.Any], sign_in: SignIn, master_key_env: t.Any, report: Report) -> None:
    password, key = (str(values.get(name or "") or "") for name in (sign_in.password_env, master_key_env))
    check_password(password, key, report, sign_in.password_env)


def _names_with_values(options: RenderOptions) -> list[str] | None:
    """The names in the environment that hold something; a list of names says nothing of what they hold."""
    values, names = options.environment, options.environment_names
    if isinstance(values, Mapping):
        return [*(name for name, value in values.items() if value is not None and str(value)), *(names or ())]
    return [*(values or ()), *(names or ())] if isinstance(values, list) or names is not None else None


def _vocabulary(version: str, accepted: str, report: Report) -> Vocabulary:
    at = report.at("litellm_version")
    try:
        vocabulary = vocabulary_for(version)
    except UnknownVersion as error:
        at.add("unknown-version", str(error))
        return vocabulary_for()
    _judge_release(vocabulary.requested, accepted, at)
    if not vocabulary.exact:
        at.add("nearest-version", f"is checked as {vocabulary.version}, the nearest version that is known")
    return vocabulary


def _judge_release(version: str, accepted: str, at: Spot) -> None:
    """Whether *version* may be run.

    :param accepted: the one that the operator accepts, whatever is known against it.
    """
    denial = denial_of(version)
    if not denial:
        return
    message = f"LiteLLM {version} {denial.reason} ({denial.source})"
    if version == accepted:
        at.add("accepted-version", message, f"write {nearest_right(version)} as soon as you can")
    else:
        remedy = f"write {nearest_right(version)}, or accept it with litellm_allow_insecure_version: {version}"
        at.add("refused-version", message, remedy)


def _plain_options(options: RenderOptions, report: Report) -> RenderOptions:
    """*options* as plain data, with the names of the environment alone."""
    values = {field.name: getattr(options, field.name) for field in dataclasses.fields(options)}
    for name in ("environment", "litellm_environment"):
        if isinstance(values[name], Mapping):
            values[name] = list(values[name])
    if values["environment_names"] is not None and isinstance(values["environment"], (list, type(None))):
        values["environment"] = [*(values["environment"] or ()), *values["environment_names"]]
    plain = {name: value if name in _FILES else to_plain(value, report.at(name)) for name, value in values.items()}
    return RenderOptions(**plain)


def _check(
    draft: Draft,
    options: RenderOptions,
    storage: Storage,
    secret_urls: t.Sequence[SecretUrl],
    files: dict[str, PythonFile],
    vocabulary: Vocabulary,
    report: Report,
) -> None:
    """What is wrong with the finished configuration."""
    allow = _texts(options.allow_unknown, report.at("allow_unknown"))
    packages = _texts(options.extra_packages, report.at("extra_packages"))
    if not runs_containers(options.service_manager or ""):
        check_prisma(packages, report.at("extra_packages"))
    environment = options.environment
    if environment is not None and not (
        isinstance(environment, list) and all(isinstance(name, str) for name in environment)
    ):
        report.at("environment").add("field-type", "must be a dictionary, or a list of names")
        environment = None
    if environment is not None:
        environment = [*environment, *storage.environment, *(url.name for url in secret_urls)]
    code = own_code(options, files, packages)
    if code:
        check_imports(code, options.python_files or (), options.strict, report)
    # A file that cannot be read has been refused, and has nothing to check.
    if draft.config or not report.refused:
        found = check_config(
            draft.config,
            deployments=draft.deployments,
            vocabulary=vocabulary,
            service=Service(
                environment=environment,
                allow=allow,
                workers=options.workers,
                hosts=options.hosts,
                service_manager=options.service_manager,
                extra_packages=packages,
                image=options.image,
                code=code,
            ),
            strict=options.strict,
            lines=draft.lines,
        )
        _add_news(found, draft, report)


def _texts(value: t.Any, at: Spot) -> list[str]:
    return field_types.list_of(field_types.text)([] if value is None else value, at) or []


def _check_names(options: RenderOptions, storage: Storage, vocabulary: Vocabulary, report: Report) -> None:
    """The names of the service's variables."""
    settings, names, allowed = options.litellm_environment, options.environment, options.allow_unknown
    own = settings if isinstance(settings, list) else []
    unread = [name for name in vocabulary.tables["command_line"] if name not in (allowed or ())]
    check_names(own, unread, options.service_manager, report)
    given = names if isinstance(names, list) else []
    database_checks.check_names(own, given, options.service_manager, storage.declared, report)


def _add_news(found: t.Iterable[Problem], draft: Draft, report: Report) -> None:
    """Add what the checker has *found*, where the operator wrote it, to *report*.

    A location that the inventory language has reported already is left out, unless the checker finds an error where the
    language only warned. A fault of a provider is reported once, not for each of its models.
    """
    mentioned = {problem.location for problem in report.problems}
    refused = {problem.location for problem in report.problems if problem.severity == "error"}
    added = set()
    for problem in found:
        location = draft.origin(problem.location, problem.rule)
        known = refused if problem.severity == "error" else mentioned
        if location is None or location in known or (location, problem.message) in added:
            continue
        added.add((location, problem.message))
        report.add(problem.rule, location, problem.message, problem.remedy, problem.severity, line=problem.line)


def _summary(deployment: Deployment) -> dict[str, str]:
    """What the result says of one deployment."""
    params = deployment.params
    return {
        "key": str(deployment.info.get("id", deployment.name)),
        "alias": deployment.name,
        "model": deployment.model,
        "api_base": str(params.get("api_base") or ""),
        "reasoning_effort": str(params.get("reasoning_effort") or OMIT),
    }
