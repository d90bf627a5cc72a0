# SPDX-License-Identifier: GPL-3.0-or-later
"""Deployments together: identities, and how those of one name share the requests."""

from __future__ import annotations

import typing as t

from .._report.problems import type_name
from .._report.secrets import shown
from .checked_config import CheckedConfig

if t.TYPE_CHECKING:
    from collections.abc import Sequence

    from .._known.deployment import Deployment
    from .._report.report import Report


def check_ids(checked: CheckedConfig, report: Report) -> None:
    """Every ``model_info.id`` is there once."""
    seen: dict[str, Deployment] = {}
    nameless: list[Deployment] = []
    for deployment in checked.deployments:
        identity = deployment.info.get("id")
        if identity is None:
            nameless.append(deployment)
            continue
        first = seen.setdefault(str(identity), deployment)
        if first is not deployment:
            message = f"{shown(identity)} is also the id of a deployment of {shown(first.name)}; LiteLLM mixes their metrics and cooldowns"
            report.add("duplicate-id", (*deployment.location, "model_info", "id"), message, "write another id")
    if nameless:
        count = len(nameless)
        message = (
            f"has no id{f', nor have {count - 1} others' if count > 1 else ''}; LiteLLM derives one from the parameters, "
            "the key among them, so that a new key breaks every series of metrics"
        )
        report.add("derived-id", (*nameless[0].location, "model_info"), message, "write an id of your own")


def check_names(checked: CheckedConfig, report: Report) -> None:
    """No id is the name of something else, in versions that take a name for an id first."""
    if not checked.vocabulary.takes_names_for_ids:
        return
    for deployment in checked.deployments:
        identity = deployment.info.get("id")
        if not isinstance(identity, str):
            continue
        named = checked.groups.get(identity, [])
        others = [each for each in named if each is not deployment]
        if others or identity in checked.aliases:
            what = "the name of an alias" if identity in checked.aliases else "a model_name"
            message = (
                f"{shown(identity)} is also {what}, and LiteLLM {checked.vocabulary.requested} takes the name for this id: "
                "it asks this deployment alone, so that nothing else of that name answers"
            )
            report.add("id-is-a-name", (*deployment.location, "model_info", "id"), message, "write another id")


def check_access_groups(checked: CheckedConfig, report: Report) -> None:
    """The groups that a deployment is in are a list."""
    for deployment in checked.deployments:
        groups = deployment.info.get("access_groups")
        if groups is not None and not isinstance(groups, list):
            message = f"must be a list, not {type_name(groups)}; LiteLLM takes each letter for a group, and keys of the one that is meant get nothing"
            location = (*deployment.location, "model_info", "access_groups")
            report.add("wrong-type", location, message, "write a list", firm=True)


def check_sharing(checked: CheckedConfig, report: Report) -> None:
    """The deployments of one name carry weights all or none."""
    if checked.block("router_settings").get("routing_strategy") not in (None, "simple-shuffle"):
        return  # the others do not look at weights
    for deployments in checked.groups.values():
        if len(deployments) > 1:
            _check_weights(report, deployments)


def _check_weights(report: Report, deployments: Sequence[Deployment]) -> None:
    """LiteLLM takes the first of ``weight``, ``rpm`` and ``tpm`` that any deployment has; without it, one gets nothing."""
    # Whatever stands there: what is no number is another check's finding.
    if any(deployment.params.get("order") != deployments[0].params.get("order") for deployment in deployments):
        return
    for key in ("weight", "rpm", "tpm"):
        having = [deployment for deployment in deployments if deployment.params.get(key) is not None]
        if having:
            for deployment in deployments:
                if deployment.params.get(key) is None:
                    message = f"has no {key}, while others of the same name do; LiteLLM never sends it a request"
                    location = deployment.locate(key)
                    name = shown(deployment.name, bare=True)
                    report.add("starved-deployment", location, message, f"write {key} for all of {name}, or for none")
            return


def check_wildcards(checked: CheckedConfig, report: Report) -> None:
    """Names with ``*`` take more than they seem to."""
    for deployment in checked.deployments:
        if "*" in deployment.name:
            what = (
                "every name that no other model has"
                if deployment.name == "*"
                else "every name that fits, priced or not"
            )
            message = f"takes {what}, and hands it to the upstream"
            report.add(
                "wildcard", (*deployment.location, "model_name"), message, "name the models, unless that is meant"
            )
        elif deployment.model.endswith("/*"):
            message = (
                "ends with *, which the name of the model has not; the upstream is asked for a model that is called *"
            )
            remedy = f"write the upstream's model, or model_name: {shown(deployment.model, bare=True)}"
            report.add("starless-name", deployment.locate("model"), message, remedy)
