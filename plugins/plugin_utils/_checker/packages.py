# SPDX-License-Identifier: GPL-3.0-or-later
"""Features of LiteLLM that need a Python package which is not where LiteLLM is: it finds out at the first request."""

from __future__ import annotations

import json
import re
import typing as t
import urllib.parse

from ...module_utils._managers import runs_containers
from .._known.names import CALLBACKS
from .._known.vocabulary import packages

if t.TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .._report.locations import Location
    from .._report.report import Report
    from .checked_config import CheckedConfig

_EFFECTS = {
    "providers": "every request to it would fail",
    "callbacks": "LiteLLM would not start, or never call it",
    "caches": "LiteLLM would not start, or cache nothing",
    "key_management_systems": "LiteLLM would read no secret from it",
    "guardrails": "LiteLLM would start without it, and let everything pass",
}
_ONLY_WITH = {"azure_storage": "AZURE_STORAGE_ACCOUNT_KEY"}
"""Callbacks to the variable without which they go another way, which needs no package."""
_NOT_WITH = {"newrelic": "LITELLM_OTEL_V2"}
"""Callbacks to the variable with which they do."""

_NAME = re.compile(r"\s*([A-Za-z0-9][\w.-]*)\s*(\[[^\]]*\])?\s*(?:$|[<>=!~;@(])")
_FILE = re.compile(r"([A-Za-z0-9][\w.]*?)-\d[\w.+!-]*?\.(?:whl|tar\.gz|zip)")
_BRINGS = {"google-auth": re.compile(r"google-|vertexai$|gcsfs$|firebase-admin$|anthropic\[.*vertex")}
"""Packages to what also brings them."""
_OWN_IMAGE = re.compile(r"(?:ghcr\.io|docker\.litellm\.ai)/berriai/litellm\b")


class _Need(t.NamedTuple):
    """A feature that is used, and what it needs."""

    kind: str
    name: str
    location: Location
    requirements: list[str]


def check_packages(checked: CheckedConfig, report: Report) -> None:
    """Whatever is used has its packages. Of a service that is not the role's, and of an image of one's own, nothing is known."""
    known = packages(checked.vocabulary.version)
    if runs_containers(checked.service_manager):
        if not _OWN_IMAGE.match(checked.image):
            return
        there, where = set(known["image"]), "is not in LiteLLM's own image"
    elif checked.service_manager:
        given = given_packages(checked.extra_packages)
        if given is None:
            return
        there, where = given, "is not installed beside LiteLLM"
    else:
        return
    missing: dict[str, tuple[_Need, str]] = {}
    for need in _needs(checked, known):
        for requirement in need.requirements:
            package = distribution(requirement)
            if not _is_there(package, there) and package not in checked.allow:
                missing.setdefault(package, (need, requirement))
    remedy = _remedy(checked, [requirement for _need, requirement in missing.values()])
    for package, (need, _requirement) in missing.items():
        message = f"is {need.name}, which needs the Python package {package}; it {where}, and {_EFFECTS[need.kind]}"
        severity: t.Literal["warning"] | None = (
            "warning" if checked.looked_at or runs_containers(checked.service_manager) else None
        )
        report.add("missing-package", need.location, message, remedy, severity)


def _remedy(checked: CheckedConfig, requirements: list[str]) -> str:
    """What to write so that all *requirements* are met."""
    if runs_containers(checked.service_manager):
        return "set litellm_image to one that has it"
    listed = ", ".join(each if re.fullmatch(r"[\w.-]+", each) else json.dumps(each) for each in requirements)
    return (
        f"add to litellm_extra_packages: [{listed}]"
        if checked.extra_packages
        else f"write litellm_extra_packages: [{listed}]"
    )


def distribution(requirement: str) -> str:
    """The name of the package in a requirement, as the index spells it."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]*", requirement.strip()).group()).lower()  # type: ignore[union-attr]  # it matches anything


def given_packages(entries: Iterable[str]) -> set[str] | None:
    """The packages that *entries* for pip name, with their extras; None where one of them may bring anything.

    An address or a path names its package only where it ends in an archive. ``litellm[…]`` brings what LiteLLM decides.
    """
    found: set[str] = set()
    for entry in entries:
        name = _NAME.match(entry)
        if not name:
            file = _FILE.fullmatch(urllib.parse.unquote(urllib.parse.urlsplit(entry.strip()).path.rpartition("/")[2]))
            if not file:
                return None
            found.add(distribution(file[1]))
        elif distribution(name[1]) == "litellm":
            return None
        else:
            found.add(distribution(name[1]) + (name[2] or ""))
    return found


def _is_there(package: str, there: Iterable[str]) -> bool:
    brings = _BRINGS.get(package)
    return any(each.partition("[")[0] == package or bool(brings and brings.match(each)) for each in there)


def _needs(checked: CheckedConfig, known: Mapping[str, Mapping[str, list[str]]]) -> Iterator[_Need]:
    """Every feature that is used and needs packages, in the order of the configuration."""
    for kind, name, location in _used(checked):
        requirements = known[kind].get(name) if isinstance(name, str) else None
        if requirements:
            yield _Need(kind, str(name), location, requirements)


def _used(checked: CheckedConfig) -> Iterator[tuple[str, object, Location]]:
    """Kind, name and location of every feature that is used."""
    for deployment in checked.deployments:
        if "mock_response" not in deployment.params:
            key = "custom_llm_provider" if deployment.params.get("custom_llm_provider") else "model"
            name = checked.provider(deployment.params) or deployment.model.partition("/")[0]
            # Of the routers among models, one alone looks at the meaning of requests.
            if not (name == "auto_router" and "_router" in deployment.model.partition("/")[2]):
                yield "providers", name, deployment.locate(key)
    settings = checked.block("litellm_settings")
    for key in CALLBACKS[:-1]:  # what becomes of an input_callback without its package was not observed
        names = settings.get(key)
        for index, name in enumerate(names if isinstance(names, list) else ()):
            if isinstance(name, str) and _goes_that_way(checked, name):
                yield "callbacks", name, ("litellm_settings", key, index)
    params = settings.get("cache_params")
    if settings.get("cache") is True and isinstance(params, dict):
        yield "caches", params.get("type"), ("litellm_settings", "cache_params", "type")
    general = ("general_settings", "key_management_system")
    yield "key_management_systems", checked.block(general[0]).get(general[1]), general
    guardrails = checked.config.get("guardrails")
    for index, entry in enumerate(guardrails if isinstance(guardrails, list) else ()):
        params = entry.get("litellm_params") if isinstance(entry, dict) else None
        if isinstance(params, dict):
            yield "guardrails", params.get("guardrail"), ("guardrails", index, "litellm_params", "guardrail")


def _goes_that_way(checked: CheckedConfig, callback: str) -> bool:
    """Whether a callback goes the way that needs its package."""
    has = checked.environment or ()
    return (callback not in _ONLY_WITH or _ONLY_WITH[callback] in has) and _NOT_WITH.get(callback) not in has
