# SPDX-License-Identifier: GPL-3.0-or-later
"""The pass-through routes that a configuration declares, and those of them that LiteLLM does not pass on.

LiteLLM adds no route at a path where it has one of its own, or adds it behind its own, which may match many paths.
"""

from __future__ import annotations

import importlib
import typing as t

if t.TYPE_CHECKING:
    from collections.abc import Mapping

METHODS = ("GET", "POST", "PUT", "DELETE", "PATCH")
"""The HTTP methods of a pass-through route that names none."""


def declared_routes(config: Mapping[str, t.Any]) -> dict[str, list[str]]:
    """The pass-through routes of the parsed configuration file: path to HTTP methods."""
    entries = (config.get("general_settings") or {}).get("pass_through_endpoints")
    found: dict[str, list[str]] = {}
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("path"), str):
            methods = entry.get("methods")
            found.setdefault(entry["path"], []).extend(
                map(str, methods if isinstance(methods, list) and methods else METHODS)
            )
    return found


def dropped_routes(declared: Mapping[str, list[str]]) -> dict[str, str]:
    """The *declared* routes whose requests LiteLLM does not pass on: path to the reason.

    Call it when LiteLLM has started. Empty when this version of LiteLLM makes such routes in another way.
    """
    if not declared:
        return {}
    routes = importlib.import_module("litellm.proxy.proxy_server").app.routes
    passing = importlib.import_module("litellm.proxy.pass_through_endpoints.pass_through_endpoints")
    # One function of LiteLLM makes all that pass requests on; only its name tells them from LiteLLM's own routes.
    maker = getattr(getattr(passing, "create_pass_through_route", None), "__qualname__", "")
    faults: dict[str, str] = {}
    for path, methods in declared.items() if maker else ():
        served = {method: _serving(routes, path, method) for method in methods}
        own = [method for method, name in served.items() if name and not name.startswith(f"{maker}.")]
        if own:
            faults[path] = f"LiteLLM answers {', '.join(own)} there itself"
        elif not all(served.values()):
            faults[path] = "LiteLLM made no route of it"
    return faults


def _serving(routes: list[t.Any], path: str, method: str) -> str:
    """The name of the function that answers *method* at *path*; empty when there is none."""
    scope = {"type": "http", "path": path, "root_path": "", "method": method, "headers": []}
    first = next((route for route in routes if route.matches(scope)[0].name == "FULL"), None)
    return "" if first is None else str(getattr(getattr(first, "endpoint", None), "__qualname__", "another"))
