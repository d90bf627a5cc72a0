# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pass-through routes that a configuration declares, and where LiteLLM answers by itself instead.

It adds no route at a path that it has itself, or adds it behind its own, which may stand for many paths.
"""

from __future__ import annotations

import importlib
import typing as t

if t.TYPE_CHECKING:
    from collections.abc import Mapping

METHODS = ("GET", "POST", "PUT", "DELETE", "PATCH")
"""What a pass-through route takes unless it says otherwise."""


def declared_routes(config: Mapping[str, t.Any]) -> dict[str, list[str]]:
    """Path to methods of each pass-through route in the parsed configuration file."""
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
    """Path of each route where requests are not passed on, to the reason; none where this version has no such function."""
    if not declared:
        return {}
    routes = importlib.import_module("litellm.proxy.proxy_server").app.routes
    passing = importlib.import_module("litellm.proxy.pass_through_endpoints.pass_through_endpoints")
    # What passes on is made by one function, and is known by it alone.
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
    """What the function is called that a request comes to; empty where there is none."""
    scope = {"type": "http", "path": path, "root_path": "", "method": method, "headers": []}
    first = next((route for route in routes if route.matches(scope)[0].name == "FULL"), None)
    return "" if first is None else str(getattr(getattr(first, "endpoint", None), "__qualname__", "another"))
