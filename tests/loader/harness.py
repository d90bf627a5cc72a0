"""LiteLLM's own loader behind a pipe: run by the Python of a LiteLLM environment, with its standard library only.

Each line on standard input is a request: ``{"file": <path of a configuration>, "environment": {<name>: <value>}}``.
Each line on standard output is its answer: ``{"deployments": [...], "fallbacks": [...], "aliases": {...}}`` as the
router holds them, or ``{"error": <what the proxy would die of>}``. LiteLLM is imported once; every request is loaded in
a child of its own, so that none sees the settings of another.
"""

from __future__ import annotations

import asyncio
import gc
import importlib
import json
import os
import signal
import sys
import tempfile
import typing as t

LONGEST_LOAD = 30  # seconds


def main() -> None:
    answers = os.fdopen(os.dup(1), "w", encoding="ascii", buffering=1)
    os.dup2(2, 1)  # what LiteLLM prints is no answer
    _warm_up()
    for line in sys.stdin:
        child = os.fork()
        if not child:
            signal.alarm(LONGEST_LOAD)
            print(json.dumps(_answer(json.loads(line))), file=answers, flush=True)
            os._exit(0)
        _child, status = os.waitpid(child, 0)
        if status:
            print(json.dumps({"error": f"the loader ended with status {status}"}), file=answers)


def _warm_up() -> None:
    """Import, once for all children, what LiteLLM imports at once and what it imports on the first load."""
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
        file.write("model_list: [{model_name: warm, litellm_params: {model: openai/warm}}]")
        file.flush()
        asyncio.run(_load(file.name))
    gc.freeze()


def _answer(request: dict[str, t.Any]) -> dict[str, t.Any]:
    os.environ.update(request["environment"])
    try:
        return asyncio.run(_load(request["file"]))
    except BaseException as error:
        return {"error": f"{type(error).__name__}: {error}"}


async def _load(file: str) -> dict[str, t.Any]:
    proxy_server = importlib.import_module("litellm.proxy.proxy_server")  # nothing that type checkers can see from here
    router, _models, _settings = await proxy_server.ProxyConfig().load_config(router=None, config_file_path=file)
    return {"deployments": router.model_list, "fallbacks": router.fallbacks or [], "aliases": router.model_group_alias}


if __name__ == "__main__":
    main()
