# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys that do something else than is meant: they win over another way to sign in, reach a stranger, or fit no header."""

from __future__ import annotations

import typing as t

from ...module_utils._headers import fits_header
from .._known.deployment import Deployment
from .._known.sign_in import CREDENTIAL, credentials_of
from .._report.locations import Location
from .._report.secrets import REFERENCE
from .checked_config import CheckedConfig

if t.TYPE_CHECKING:
    from collections.abc import Mapping

    from .._report.report import Report

_ENTRA = ("tenant_id", "client_id", "client_secret")


def check_sign_in(checked: CheckedConfig, report: Report) -> None:
    """Each deployment signs in in one way, with something that a header carries."""
    credentials = credentials_of(checked.config)
    for deployment in checked.deployments:
        location = deployment.locate()
        _check_credential(report, location, deployment, credentials)
        _check_entra(checked, report, location, deployment)
        key = deployment.params.get("api_key")
        if isinstance(key, str) and not key.startswith(REFERENCE) and not fits_header(key):
            message = "begins or ends with space, or holds what no HTTP header carries; every request fails"
            report.add("unusable-key", (*location, "api_key"), message, "write the key alone, on one line")


def _check_credential(
    report: Report, location: Location, deployment: Deployment, credentials: Mapping[str, Mapping[str, t.Any]]
) -> None:
    held = credentials.get(str(deployment.params.get(CREDENTIAL)), {})
    for key, value in held.items():
        if key in deployment.params and deployment.params[key] != value:
            message = f"stands beside {CREDENTIAL}; LiteLLM takes this, and never the {key} of the credential"
            report.add("two-sign-ins", (*location, key), message, "keep one of the two")


def _check_entra(checked: CheckedConfig, report: Report, location: Location, deployment: Deployment) -> None:
    """Observed of Azure alone: an application of Entra ID is asked only where there is no key."""
    params = deployment.params
    both = params.get("api_key") and all(params.get(key) for key in _ENTRA)
    if both and checked.provider(params) == "azure":
        message = (
            "stands beside tenant_id, client_id and client_secret; LiteLLM signs in with the key, and never with them"
        )
        report.add("two-sign-ins", (*location, "api_key"), message, "keep one of the two")


def check_forwarding(checked: CheckedConfig, report: Report) -> None:
    """No route hands the key that a client sends to somebody else."""
    routes = checked.block("general_settings").get("pass_through_endpoints")
    for index, route in enumerate(routes if isinstance(routes, list) else ()):
        if not isinstance(route, dict) or route.get("forward_headers") is not True or route.get("auth") is False:
            continue
        own = route.get("headers")
        # A header of the route's own stands in the place of the client's.
        if not any(str(name).lower() == "authorization" for name in (own if isinstance(own, dict) else ())):
            message = (
                "hands every header of a client to the target, also the one with the client's key of this gateway, "
                "which may be the master key"
            )
            location = ("general_settings", "pass_through_endpoints", index, "forward_headers")
            report.add("forwards-key", location, message, "name in headers what the target needs, Authorization first")
