# SPDX-License-Identifier: GPL-3.0-or-later
"""Models that choose another model for each request (``auto_router/…``): what they cannot do without, and where they lead."""

from __future__ import annotations

import typing as t

from .._report.secrets import shown
from .entry import check_required
from .routing import KnownNames
from .words import check_word

if t.TYPE_CHECKING:
    from collections.abc import Iterator

    from .._known.deployment import Deployment
    from .._report.locations import Location
    from .._report.report import Report
    from .checked_config import CheckedConfig

_PREFIX = "auto_router/"
_COMPLEXITY = "auto_router/complexity_router"
_CONFIG, _TIERS = "complexity_router_config", "tiers"
_OTHERS = (_COMPLEXITY, "auto_router/adaptive_router", "auto_router/quality_router")
_DEFAULTS = ("auto_router_default_model", "complexity_router_default_model", "auto_router_embedding_model")
_DROPS = "LiteLLM drops the model"


def check_auto_routers(checked: CheckedConfig, report: Report) -> None:
    """Every model that chooses has what it chooses by, and chooses among models that are there."""
    choosing = [each for each in checked.deployments if each.model.startswith(_PREFIX)]
    names = KnownNames(checked) if choosing else None
    for deployment in choosing:
        if not deployment.model.startswith(_OTHERS):
            _check_semantic(report, deployment)
        elif deployment.model.startswith(_COMPLEXITY):
            _check_complexity(checked, report, deployment)
        for location, name in _targets(deployment):
            if names and isinstance(name, str) and not names.lead_to(name):
                message = f"{shown(name)} is no model of this configuration; requests that are sent there fail"
                report.add("router-target-missing", location, message, names.remedy(name))


def _check_semantic(report: Report, deployment: Deployment) -> None:
    """A router that compares meanings has routes, a model for the rest, and one that embeds."""
    params, location = deployment.params, deployment.locate()
    check_required(report, ("auto_router_default_model", "auto_router_embedding_model"), location, params, _DROPS)
    if params.get("auto_router_config_path") is None:
        check_required(report, ("auto_router_config",), location, params, _DROPS)


def _check_complexity(checked: CheckedConfig, report: Report, deployment: Deployment) -> None:
    """A router that judges complexity has a model for each tier, or one for all."""
    config = deployment.params.get(_CONFIG)
    if not config:
        check_required(report, ("complexity_router_default_model",), deployment.locate(), deployment.params, _DROPS)
    elif isinstance(config, dict) and config.get(_TIERS) is None:
        message = "is missing; LiteLLM takes models of its own for it, which are not those of this configuration"
        report.add(
            "missing-key", deployment.locate(_CONFIG, _TIERS), message, "write tiers: {SIMPLE: model, …}", "warning"
        )
    elif isinstance(config, dict) and isinstance(config[_TIERS], dict) and not config.get("tier_definitions"):
        known = checked.vocabulary.tables["complexity_tiers"]
        for tier in config[_TIERS]:
            check_word(report, deployment.locate(_CONFIG, _TIERS, tier), tier, known, "no request is of that tier")


def _targets(deployment: Deployment) -> Iterator[tuple[Location, object]]:
    """The names of models that it chooses among."""
    for key in _DEFAULTS:
        yield deployment.locate(key), deployment.params.get(key)
    config = deployment.params.get(_CONFIG)
    if not isinstance(config, dict):
        return
    yield deployment.locate(_CONFIG, "default_model"), config.get("default_model")
    tiers = config.get(_TIERS)
    for tier, models in tiers.items() if isinstance(tiers, dict) else ():
        if isinstance(models, list):
            for index, model in enumerate(models):
                yield _named(deployment.locate(_CONFIG, _TIERS, tier, index), model)
        else:
            yield _named(deployment.locate(_CONFIG, _TIERS, tier), models)


def _named(location: Location, model: object) -> tuple[Location, object]:
    """A model of a tier, which is its name or a dictionary that has it."""
    return ((*location, "model_name"), model.get("model_name")) if isinstance(model, dict) else (location, model)
