"""The real proxy, started once per case: ``$LITELLM_PYTHON -m tests.differential.proxy < cases > outcomes``.

One process imports LiteLLM, and forks a child for each case: a JSON line on standard input, one on standard output. The
child starts LiteLLM's own application with the configuration of the case, sends its requests, and says what happened;
the models' upstream is the recording one of ``tests.upstream``, and no name of the outside world resolves.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import json
import os
import re
import select
import signal
import socket
import sys
import tempfile
import time
import typing as t
from pathlib import Path

from .effective import ENTRIES, effective, note_reads

Json = dict[str, t.Any]

KEY = "sk-differential-master-key"
JOBS = 2
LONGEST = 300.0
_SETTLED = {"LITELLM_LOCAL_MODEL_COST_MAP": "True", "LITELLM_MODE": "PRODUCTION", "LITELLM_LOG": "WARNING"}
_KEPT = ("HOME", "LANG")
_PATH = "/usr/local/bin:/usr/bin:/bin"


def main() -> None:
    """Read cases, fork one child each (two at a time), write their outcomes as they come."""
    out = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    for name in [name for name in os.environ if name not in _KEPT]:
        del os.environ[name]
    os.environ["PATH"] = _PATH
    os.environ.update(_SETTLED)
    waiting = [json.loads(line) for line in sys.stdin if line.strip()]
    share_imports(waiting[0])
    running: dict[int, tuple[int, Json, float]] = {}
    while waiting or running:
        while waiting and len(running) < JOBS:
            case = waiting.pop(0)
            pid, pipe = start(case)
            running[pipe] = (pid, case, time.monotonic() + LONGEST)
        for pipe in ready(running):
            pid, case, _deadline = running.pop(pipe)
            out.write(json.dumps({"name": case["name"], **finish(pid, pipe)}) + "\n")


def share_imports(case: Json) -> None:
    """Import here, once for all children, what LiteLLM imports while it plays *case*."""
    import litellm.proxy.proxy_server  # noqa: F401

    pid, pipe = start(case)
    outcome = b""
    while chunk := os.read(pipe, 1 << 16):
        outcome += chunk
    os.waitpid(pid, 0)
    for module in json.loads(outcome)["modules"]:
        with contextlib.suppress(Exception):
            importlib.import_module(module)


def start(case: Json) -> tuple[int, int]:
    """Fork a child that plays *case*: its process id, and the pipe that it writes its outcome to."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writer)
        return pid, reader
    os.close(reader)
    outcome = {**asyncio.run(play(case)), "modules": sorted(sys.modules)}
    os.write(writer, json.dumps(outcome).encode())
    os.close(writer)
    os._exit(0)


def ready(running: dict[int, tuple[int, Json, float]]) -> list[int]:
    """The pipes that have an outcome, or whose child has died or taken too long."""
    readable, _writable, _broken = select.select(list(running), [], [], 0.5)
    return [
        pipe for pipe, (_pid, _case, deadline) in running.items() if pipe in readable or time.monotonic() > deadline
    ]


def finish(pid: int, pipe: int) -> Json:
    """Collect what a child wrote, and end it.

    :raises RuntimeError: if it wrote nothing. How fast the machine is must not become an outcome.
    """
    os.set_blocking(pipe, False)
    chunks: list[bytes] = []
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            chunk = os.read(pipe, 1 << 16)
        except BlockingIOError:
            if not chunks:
                break
            time.sleep(0.01)
            continue
        if not chunk:
            break
        chunks.append(chunk)
    os.close(pipe)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    if not chunks:
        raise RuntimeError(f"a case died without an outcome, or had none after {LONGEST:.0f} seconds")
    outcome: Json = json.loads(b"".join(chunks))
    return {key: value for key, value in outcome.items() if key != "modules"}


async def play(case: Json) -> Json:
    """Start the proxy with the case's configuration, ask it, and say what happened."""
    from litellm.proxy import proxy_server

    from tests.upstream.server import running_upstream

    outside = forbid_outside()
    with running_upstream() as (upstream, url), tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "config.yaml")
        file.write_text(case["text"].replace("http://upstream.test", url))
        os.chdir(folder)
        environment = {"CONFIG_FILE_PATH": str(file), "LITELLM_MASTER_KEY": KEY, **case["environment"]}
        os.environ.update({name: value for name, value in environment.items() if value})
        if case["probe"][:1] == ["read"]:
            note_reads()
        try:
            lifespan = proxy_server.app.router.lifespan_context(proxy_server.app)
            await lifespan.__aenter__()
        except BaseException as error:
            return {"start": plain(f"{type(error).__name__}: {error}", url, folder)}
        outcome = await Client(proxy_server.app, upstream, outside, url, folder).ask(case["requests"])
        outcome["effective"] = noted(case["probe"], url, folder)
        if case["probes"]:
            outcome["probes"] = {json.dumps(probe): noted(probe, url, folder) for probe in case["probes"]}
        return {"start": "", **outcome}


class Client:
    """Sends requests to the application in this process, and notes what of each reached the upstream."""

    def __init__(self, app: t.Any, upstream: t.Any, outside: list[str], url: str, folder: str) -> None:
        import httpx

        self.http = httpx.AsyncClient(
            transport=httpx.ASGITransport(app, raise_app_exceptions=False), base_url="http://proxy"
        )
        self.upstream, self.outside, self.url, self.folder = upstream, outside, url, folder

    async def ask(self, models: list[str]) -> Json:
        """The served models, liveliness, what is said without a key, and one completion for each of *models*."""
        headers = {"Authorization": f"Bearer {KEY}"}
        self.outside.clear()
        listed = await self.http.get("/v1/models", headers=headers)
        alive = await self.http.get("/health/liveliness")
        keyless = await self.http.post("/v1/chat/completions", json={"model": "alpha", "messages": []})
        from litellm.proxy import proxy_server

        router = proxy_server.llm_router
        routes = proxy_server.general_settings.get("pass_through_endpoints") or []
        paths = [each["path"] for each in routes if isinstance(each, dict) and "path" in each]
        return {
            "deployments": [each["model_info"].get("id", "") for each in (router.model_list if router else [])],
            "served": [model["id"] for model in listed.json().get("data", [])] if listed.status_code == 200 else [],
            "alive": alive.status_code,
            "keyless": keyless.status_code,
            "routes": {path: (await self.http.post(path, json={})).status_code for path in paths},
            "answers": {
                model: await self.share(model, headers, models.count(model)) for model in dict.fromkeys(models)
            },
        }

    async def share(self, model: str, headers: Json, times: int) -> Json:
        """One completion; of several, what the first says, with the different answers of all."""
        answers = [await self.complete(model, headers) for _turn in range(times)]
        if times == 1:
            return answers[0]
        worst = max(answers, key=lambda answer: int(answer["status"]))
        return {**worst, "answer": " / ".join(sorted({str(answer["answer"]) for answer in answers})), "upstream": []}

    async def complete(self, asked: str, headers: Json) -> Json:
        """One completion (``<model> streamed``: as a stream): its status, who answered, the requests that it caused."""
        self.upstream.recorded.clear()
        self.outside.clear()
        model, streamed, _rest = asked.partition(" streamed")
        body = {"model": model, "messages": [{"role": "user", "content": "Hello"}]} | (
            {"stream": True} if streamed else {}
        )
        response = await self.http.post("/v1/chat/completions", json=body, headers=headers)
        text = response.text
        words = "".join(re.findall(r'"content":\s*"([^"]*)"', text)) if response.status_code == 200 else ""
        return {
            "status": response.status_code,
            "answer": words or plain(text, self.url, self.folder),
            "cost": response.headers.get("x-litellm-response-cost") or "",
            "upstream": [self.seen(each) for each in self.upstream.recorded if each["method"] == "POST"],
            "outside": sorted(set(self.outside)),
        }

    def seen(self, request: Json) -> Json:
        """What the upstream got: the key, and the body without what every completion has."""
        body = {key: value for key, value in (request["body"] or {}).items() if key != "messages"}
        own = {name: value for name, value in request["headers"].items() if name.startswith("x-case")}
        return {"authorization": request["headers"].get("authorization", ""), "body": body, "headers": own}


def forbid_outside() -> list[str]:
    """Let no foreign name resolve; the list that is returned grows by the names that were asked for."""
    asked: list[str] = []
    resolve = socket.getaddrinfo

    def only_local(host: t.Any, *arguments: t.Any, **options: t.Any) -> t.Any:
        name = host.decode() if isinstance(host, bytes) else str(host)
        if name not in ("127.0.0.1", "localhost", "None"):
            asked.append(name)
            raise socket.gaierror(socket.EAI_NONAME, "no such name here")
        return resolve(host, *arguments, **options)

    socket.getaddrinfo = only_local
    return asked


def noted(probe: list[t.Any], url: str, folder: str) -> str:
    """What LiteLLM made of what stands at *probe*: the beginning of a setting, the whole of an entry."""
    return plain(effective(probe), url, folder, longest=1000 if probe and probe[0] in ENTRIES else 80)


def plain(text: str, url: str, folder: str, longest: int = 300) -> str:
    """A message without what differs from run to run."""
    for variable, fixed in ((url, "http://upstream.test"), (folder, "")):
        text = text.replace(variable, fixed) if variable else text
    text = re.sub(r" from '[^']*site-packages[^']*'", "", text)
    text = re.sub(r"\b[0-9a-f]{8}-[0-9a-f-]{27}\b|0x[0-9a-f]+|\b[0-9a-f]{64}\b", "…", text)
    return re.sub(r"\s+", " ", text)[:longest]


if __name__ == "__main__":
    main()
