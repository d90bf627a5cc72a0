"""Ask the real LiteLLM and the door the same questions, in one process of LiteLLM's environment.

Reads a list of requests from standard input, ``[{"method", "path", "headers", "settings"}, …]``, where ``settings`` are
``general_settings`` to add, and writes one JSON object::

    {"verdicts": [{"litellm": 400, "door": 401}, …],
     "routes": [{"method": "GET", "path": "/v1/models", "litellm": 401}, …]}

``litellm`` and ``door`` are statuses. ``routes`` has every route for which the door demands a key, and LiteLLM's own
answer there to a wrong one.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import re
import sys
import typing as t
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "roles" / "litellm" / "files" / "gateway"))

import httpx
from keys import known_keys
from litellm.proxy import proxy_server

from door import Door

WRONG = {"authorization": "Bearer sk-wrong"}


def paths(routes: t.Any, prefix: str = "") -> t.Iterator[tuple[str, str]]:
    """Every method and path that the application knows, with a value for each parameter."""
    for route in routes:
        if hasattr(route, "original_router"):
            yield from paths(route.original_router.routes, prefix + route.include_context.prefix)
        else:
            for method in sorted(getattr(route, "methods", None) or ()):
                yield method, re.sub(r"{[^}]*}", "1", prefix + route.path)


async def judge(requests: list[dict[str, t.Any]]) -> dict[str, t.Any]:
    """Everything that the test wants to know."""
    app = proxy_server.app
    async with app.router.lifespan_context(app):
        door = Door(app, 1)
        logging.disable(logging.CRITICAL)

        async def status(asked: t.Any, method: str, path: str, headers: dict[str, str]) -> int:
            transport = httpx.ASGITransport(app=asked, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url="http://gateway", timeout=60) as client:
                return (await client.request(method, path, headers=headers)).status_code

        verdicts = []
        for request in requests:
            settings = request.pop("settings")
            proxy_server.general_settings.update(settings)
            door.keys = known_keys(proxy_server, os.environ)
            verdicts.append({"litellm": await status(app, **request), "door": await status(door, **request)})
            for name in settings:
                del proxy_server.general_settings[name]
        door.keys = known_keys(proxy_server, os.environ)
        assert door.keys is not None, "the door leaves keys to LiteLLM"
        routes = []
        for method, path in sorted(set(paths(app.routes))):
            scope = {"type": "http", "method": method, "path": path, "headers": [], "query_string": b""}
            if door.keys.refusal(scope):
                routes.append({"method": method, "path": path, "litellm": await status(app, method, path, WRONG)})
    return {"verdicts": verdicts, "routes": routes}


if __name__ == "__main__":
    told = asyncio.run(judge(json.load(sys.stdin)))
    print(json.dumps(told), flush=True)
    # LiteLLM's threads outlive it.
    os._exit(0)
