"""The program of a slot, started on a socket that the test holds, with a stand-in for LiteLLM."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
import typing as t
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[5] / "roles" / "litellm" / "files" / "gateway"
sys.path.insert(0, str(PROGRAM))  # as Python itself does when it runs a folder

KEY = "sk-of-the-test"

LONGEST = 120
"""Seconds that anything may take on a machine with other work; nothing that works takes as long on a quiet one."""

PACKAGE = '''
"""Stands for litellm."""
import os

json_logs = "JSON_LOGS" in os.environ
encoded_in = []

def encode(model="", text=""):
    encoded_in.append(os.getpid())
'''

LOGGING = '''
"""Stands for LiteLLM's formatter, which is one of logging's."""
import json, logging

class JsonFormatter(logging.Formatter):
    def format(self, record):
        return json.dumps({"message": record.getMessage()})
'''

ROUTES = '''
"""Stands for LiteLLM's lists of its routes."""
import enum

class LiteLLMRoutes(enum.Enum):
    public_routes = ["/"]
    openai_routes = ["/v1/models"]
    anthropic_routes = ["/v1/messages"]
'''

CHECKS = '''
"""Stands for LiteLLM's tokens of sessions."""
class ExperimentalUIJWTToken:
    def get_key_object_from_ui_hash_key(token):
        return token.endswith("session") or None
'''

CHECK = '''
"""Stands for the function that looks at a key."""
def user_api_key_auth():
    pass
'''

LITELLM = '''
"""Stands for litellm.proxy.proxy_server: reads its configuration as LiteLLM does, drops what BROKEN names."""
import asyncio, contextlib, gc, os, sys, types
import litellm
import yaml
from litellm.proxy.auth.user_api_key_auth import user_api_key_auth
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

if os.environ.get("EXITS"):
    sys.exit(int(os.environ["EXITS"]))
if os.environ.get("HANGS"):
    import time
    time.sleep(60)

looked_for_garbage = gc.isenabled()
llm_router, master_key = None, os.environ.get("LITELLM_MASTER_KEY")
general_settings, prisma_client, user_custom_auth = {}, None, None

@contextlib.asynccontextmanager
async def lifespan(_app):
    global llm_router
    if os.environ.get("FAILS") or os.path.exists(os.environ.get("FAILS_ONCE_THERE_IS", "")):
        raise RuntimeError("no database")
    entries = yaml.safe_load(open(os.environ["CONFIG_FILE_PATH"]))["model_list"]
    kept = [entry for entry in entries if entry["model_name"] != os.environ.get("BROKEN")]
    llm_router = types.SimpleNamespace(model_group_alias={}, get_model_list=lambda: kept)
    yield

async def readiness(_request):
    return JSONResponse({"path": os.environ["PATH"].split(":")[0]})

async def models(request):
    if master_key and request.headers.get("authorization") != f"Bearer {master_key}":
        return JSONResponse({}, 401)
    return JSONResponse({"data": [{"id": each["model_name"]} for each in llm_router.get_model_list()]})

async def slow(_request):
    open(os.path.dirname(os.environ["CONFIG_FILE_PATH"]) + "/asked", "w").close()
    await asyncio.sleep(1)
    return JSONResponse("finished")

async def held(_request):
    open(os.environ["CONFIG_FILE_PATH"] + ".held", "w").close()
    await asyncio.sleep(60)

async def who(_request):
    return JSONResponse(os.getpid())

async def client(request):
    return JSONResponse(request.client.host)

async def memory(_request):
    told = {"looked_for_garbage": looked_for_garbage, "frozen": gc.get_freeze_count(), "encoded_in": litellm.encoded_in}
    return JSONResponse(told)

async def upload(request):
    size = 0
    async for piece in request.stream():
        if not size:
            print("reads a body", flush=True)
        size += len(piece)
    return JSONResponse(size)

class Guarded(Route):
    """A route of FastAPI that depends on LiteLLM's look at the key."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        check = types.SimpleNamespace(call=user_api_key_auth, dependencies=[])
        self.dependant = types.SimpleNamespace(call=self.endpoint, dependencies=[check])

app = Starlette(
    lifespan=lifespan,
    routes=[
        Route("/health/readiness", readiness), Guarded("/v1/models", models), Route("/slow", slow), Route("/who", who),
        Route("/held", held), Route("/memory", memory), Route("/client", client),
        Guarded("/v1/upload", upload, methods=["POST"]),
    ],
)
'''


class Slot:
    """One start of the program, with files below *folder*."""

    def __init__(self, folder: Path, *models: str) -> None:
        self.folder = folder
        self.state = folder / "state"
        package = folder / "site" / "litellm" / "proxy"
        package.mkdir(parents=True)
        (package.parent / "__init__.py").write_text(PACKAGE)
        (package.parent / "_logging.py").write_text(LOGGING)
        (package / "proxy_server.py").write_text(LITELLM)
        (package / "auth").mkdir()
        (package / "_types.py").write_text(ROUTES)
        (package / "auth" / "auth_checks.py").write_text(CHECKS)
        (package / "auth" / "user_api_key_auth.py").write_text(CHECK)
        entries = [{"model_name": name, "model_info": {"id": name}, "litellm_params": {}} for name in models]
        (folder / "config.yaml").write_text(json.dumps({"model_list": entries}))
        (folder / "litellm.env").write_text(f'LITELLM_MASTER_KEY="{KEY}"\n')
        self.options: dict[str, object] = {
            "workers": 1,
            "max-requests-before-restart": 0,
            "max-worker-memory": 0,
            "max-body": 1,
        }
        self.started: list[subprocess.Popen[str]] = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"

    def words(self, fd: int) -> list[str]:
        return [
            f"--config={self.folder / 'config.yaml'}",
            f"--environment-file={self.folder / 'litellm.env'}",
            f"--fd={fd}",
            f"--state-file={self.state}",
            "--backlog=100",
            "--start-timeout=20",
            "--drain-timeout=5",
            "--keepalive-timeout=5",
            *(f"--{name}={value}" for name, value in self.options.items()),
        ]

    def start(self, **environment: str) -> subprocess.Popen[str]:
        descriptor = self.listener.fileno()
        measured = {name: value for name, value in os.environ.items() if name.startswith("COVERAGE")}
        process = subprocess.Popen(  # noqa: S603 - the program under test
            [sys.executable, str(PROGRAM), *self.words(descriptor)],
            env={**measured, **environment, "PYTHONPATH": str(self.folder / "site"), "PYTHONDONTWRITEBYTECODE": "1"},
            pass_fds=[descriptor],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.started.append(process)
        return process

    def wait_for(self, text: str) -> None:
        wait_until(lambda: self.state.exists() and self.state.read_text().startswith(text))


def wait_until(holds: t.Callable[[], bool]) -> None:
    """Wait, not for ever."""
    deadline = time.monotonic() + LONGEST
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.fixture
def slot(tmp_path: Path) -> t.Iterator[Slot]:
    """A slot with two models and one worker, which ends with the test at the latest."""
    made = Slot(tmp_path, "a", "b")
    with contextlib.closing(made.listener):
        yield made
        for process in made.started:
            process.terminate()
            process.wait(LONGEST)
