# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program that serves a slot: what it proves before it announces itself, and what it says when it does not."""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import json
import logging
import os
import signal
import socket
import subprocess
import sys
import textwrap
import time
import types
import typing as t
import urllib.request
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

PROGRAM = Path(__file__).parents[4] / "roles" / "litellm" / "files" / "litellm_gateway.py"
KEY = "sk-of-the-test"


def loaded_program() -> t.Any:
    spec = importlib.util.spec_from_file_location("litellm_gateway", PROGRAM)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


gateway = loaded_program()
Deployment = gateway.Deployment
Refused = gateway.ReleaseRefusedError


class Router:
    """LiteLLM's router, as far as the program asks it."""

    def __init__(self, *deployments: tuple[str, str], aliases: dict[str, str] | None = None) -> None:
        self.model_group_alias = aliases
        self._deployments = deployments

    def get_model_list(self) -> list[dict[str, t.Any]] | None:
        entries = [{"model_name": name, "model_info": {"id": id_}} for name, id_ in self._deployments]
        # LiteLLM lists an alias beside the deployments, with the one that it leads to.
        aliases = self.model_group_alias or {}
        entries += [{"model_name": name, "model_info": {"id": "of its target"}} for name in aliases]
        return entries or None


def application(
    *models: str, key: str | None = KEY, ready: int = 200, served: int = 200, refused: int = 401, fails: bool = False
) -> Starlette:
    """A gateway that answers readiness and the list of its models."""

    async def readiness(_request: Request) -> JSONResponse:
        return JSONResponse({}, ready)

    async def listed(request: Request) -> JSONResponse:
        if fails:
            raise RuntimeError("a bug")
        if key and request.headers.get("Authorization") != f"Bearer {key}":
            logging.getLogger("LiteLLM").error("refused")
            return JSONResponse({}, refused)
        return JSONResponse({"data": [{"id": name} for name in models]}, served)

    return Starlette(routes=[Route("/health/readiness", readiness), Route("/v1/models", listed)])


# --- What is declared and what was loaded ---------------------------------------------------------


def test_declared_deployments() -> None:
    config = {
        "model_list": [
            {"model_name": "gpt-5", "model_info": {"id": "gpt5"}},
            {"model_name": 4, "model_info": None},
            {"model_name": "plain"},
        ]
    }
    assert gateway.declared_deployments(config) == [("gpt-5", "gpt5"), ("4", ""), ("plain", "")]
    assert gateway.declared_deployments({"model_list": None}) == gateway.declared_deployments({}) == []


def test_loaded_deployments_are_without_aliases() -> None:
    router = Router(("gpt-5", "gpt5"), ("gpt-5", "spare"), aliases={"supervisor": "gpt-5"})
    assert gateway.loaded_deployments(router) == [("gpt-5", "gpt5"), ("gpt-5", "spare")]
    assert gateway.loaded_deployments(None) == gateway.loaded_deployments(Router()) == []


@pytest.mark.parametrize(
    ("declared", "loaded"),
    [
        ([], []),
        ([("a", "1"), ("b", "2")], [("b", "2"), ("a", "1")]),
        ([("a", "")], [("a", "made up")]),
        ([("a", "1")], [("a", "1"), ("added by LiteLLM", "2")]),
    ],
)
def test_all_that_is_declared_was_loaded(declared: list[tuple[str, str]], loaded: list[tuple[str, str]]) -> None:
    gateway.prove_loaded([Deployment(*each) for each in declared], [Deployment(*each) for each in loaded])


@pytest.mark.parametrize(
    ("declared", "loaded", "dropped"),
    [
        ([("a", "1"), ("b", "2")], [("a", "1")], "1 of 2 declared deployments; it dropped: 2, b"),
        ([("a", "1"), ("a", "2")], [("a", "1")], "1 of 2 declared deployments; it dropped: 2, a"),
        ([("a", ""), ("a", "")], [("a", "made up")], "1 of 2 declared deployments; it dropped: a"),
        ([("a", "a")], [], "0 of 1 declared deployments; it dropped: a"),
        ([("a", "1")], [("a", "made up")], "1 of 1 declared deployments; it dropped: 1"),
    ],
)
def test_a_deployment_that_was_dropped(
    declared: list[tuple[str, str]], loaded: list[tuple[str, str]], dropped: str
) -> None:
    with pytest.raises(Refused) as refused:
        gateway.prove_loaded([Deployment(*each) for each in declared], [Deployment(*each) for each in loaded])
    assert str(refused.value) == f"LiteLLM loaded {dropped}"


# --- What the application answers -----------------------------------------------------------------


def prove(app: Starlette, names: set[str], key: str | None = KEY) -> None:
    asyncio.run(gateway.prove_answers(app, names, key))


def test_answers_as_a_gateway_must(caplog: pytest.LogCaptureFixture) -> None:
    prove(application("a", "b", "hidden"), {"a", "b"})
    assert caplog.records == [], "the refusal that is wanted is not logged"
    logging.getLogger("LiteLLM").error("later")
    assert [record.message for record in caplog.records] == ["later"]


def test_without_authentication() -> None:
    prove(application("a", key=None), {"a"}, None)


@pytest.mark.parametrize(
    ("app", "reason"),
    [
        (application("a", ready=503), "/health/readiness answers 503 instead of 200"),
        (application("a", served=500), "/v1/models answers 500 instead of 200 to the master key"),
        (application("a", fails=True), "/v1/models answers 500 instead of 200 to the master key"),
        (application("a", key="sk-another"), "/v1/models answers 401 instead of 200 to the master key"),
        (application("b"), "/v1/models does not list: a, c"),
        (application("a", "c", key=None), "/v1/models answers 200 instead of 401 to a request without a key"),
        (application("a", "c", refused=500), "/v1/models answers 500 instead of 401 to a request without a key"),
    ],
)
def test_answers_that_refuse_a_release(app: Starlette, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        prove(app, {"a", "c"})
    assert str(refused.value) == reason
    assert not logging.root.manager.disable


# --- What it says ---------------------------------------------------------------------------------


def test_description_names_keys_and_shows_none() -> None:
    config = {
        "model_list": [
            {
                "model_name": "a",
                "litellm_params": {"model": "openai/a", "api_key": "os.environ/SET", "api_base": "http://x"},
            },
            {"model_name": "b", "litellm_params": {"model": "openai/b", "api_key": "os.environ/UNSET"}},
            {"model_name": "c", "litellm_params": {"model": "openai/c", "api_key": "sk-literal"}},
            {"model_name": "d", "litellm_params": None},
        ]
    }
    assert list(gateway.described(config, {"SET": "sk-value"})) == [
        "model 'a' -> 'openai/a' at http://x, key SET (set)",
        "model 'b' -> 'openai/b' at the provider's own address, key UNSET (NOT SET)",
        "model 'c' -> 'openai/c' at the provider's own address, key ****",
        "model 'd' -> None at the provider's own address, no key of its own",
    ]
    assert list(gateway.described({}, {})) == []


@pytest.mark.parametrize("abstract", [False, True])
def test_systemd_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, abstract: bool) -> None:
    address = f"@litellm-{os.getpid()}" if abstract else str(tmp_path / "notify")
    monkeypatch.setenv("NOTIFY_SOCKET", address)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.bind("\0" + address[1:] if abstract else address)
        channel.settimeout(5)
        gateway.notify("READY=1")
        assert channel.recv(100) == b"READY=1"


def test_nobody_is_told_who_does_not_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    monkeypatch.setattr(socket, "socket", None)
    gateway.notify("READY=1")


def test_environment_files_are_added_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", {"KEPT": "1", "A": "old"})
    (tmp_path / "service.env").write_text('A="first"\nB="${A} $HOME"\n')
    (tmp_path / "litellm.env").write_text('A="second"\nBARE\n')
    gateway.read_environment([tmp_path / "service.env", tmp_path / "litellm.env"])
    assert os.environ == {"KEPT": "1", "A": "second", "B": "${A} $HOME"}


def test_the_command_line_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        gateway.main([])
    assert ended.value.code == 2
    assert "--state-file" in capsys.readouterr().err


# --- When start-up is complete --------------------------------------------------------------------


def started(app: t.Any, prove: t.Callable[[], t.Awaitable[None]]) -> tuple[list[str], list[str], t.Any]:
    """Run the start-up of a proved application: what the server hears, what is announced, and the application."""
    sent: list[str] = []
    announced: list[str] = []
    proved = gateway.ProvedApp(app, prove, lambda: announced.append("ready after " + ",".join(sent)))

    async def receive() -> dict[str, str]:
        return {"type": "lifespan.startup" if not sent else "lifespan.shutdown"}

    async def send(message: dict[str, str]) -> None:
        sent.append(message["type"])

    asyncio.run(proved({"type": "lifespan"}, receive, send))
    return sent, announced, proved


async def content() -> None:
    """A proof that holds."""


async def discontent() -> None:
    raise Refused("one sentence")


def test_announced_once_proved() -> None:
    sent, announced, proved = started(Starlette(), content)
    assert sent == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
    assert announced == ["ready after lifespan.startup.complete"]
    assert proved.refusal is None


def test_not_announced_when_refused() -> None:
    sent, announced, proved = started(Starlette(), discontent)
    assert sent[0] == "lifespan.startup.failed"
    assert "lifespan.startup.complete" not in sent
    assert announced == []
    assert str(proved.refusal) == "one sentence"


def test_requests_are_passed_on() -> None:
    seen: list[t.Any] = []

    async def app(*arguments: t.Any) -> None:
        seen.extend(arguments)

    scope, receive, send = {"type": "http"}, object(), object()
    asyncio.run(gateway.ProvedApp(app, discontent, seen.clear)(scope, receive, send))
    assert seen == [scope, receive, send]


def test_an_application_that_does_not_start_is_not_asked() -> None:
    @contextlib.asynccontextmanager
    async def broken(_app: Starlette) -> t.AsyncIterator[int]:
        yield int("no configuration")

    sent: list[str] = []

    async def receive() -> dict[str, str]:
        return {"type": "lifespan.startup"}

    async def send(message: dict[str, str]) -> None:
        sent.append(message["type"])

    proved = gateway.ProvedApp(Starlette(lifespan=broken), discontent, lambda: sent.append("announced"))
    with pytest.raises(ValueError, match="no configuration"):
        asyncio.run(proved({"type": "lifespan"}, receive, send))
    assert sent == ["lifespan.startup.failed"]


# --- The whole program ----------------------------------------------------------------------------

LITELLM = '''
"""Stands for litellm.proxy.proxy_server: reads its configuration as LiteLLM does, drops what BROKEN names."""
import asyncio, contextlib, os, sys, types
import yaml
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

if os.environ.get("EXITS"):
    sys.exit(int(os.environ["EXITS"]))
if os.environ.get("HANGS"):
    import time
    time.sleep(60)

llm_router, master_key = None, os.environ.get("LITELLM_MASTER_KEY")

@contextlib.asynccontextmanager
async def lifespan(_app):
    global llm_router
    if os.environ.get("FAILS"):
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
    await asyncio.sleep(1)
    return JSONResponse("finished")

app = Starlette(
    lifespan=lifespan,
    routes=[Route("/health/readiness", readiness), Route("/v1/models", models), Route("/slow", slow)],
)
'''


class Slot:
    """One start of the program below a folder, on a socket that the test holds open."""

    def __init__(self, folder: Path, *models: str) -> None:
        self.folder = folder
        self.state = folder / "state"
        package = folder / "site" / "litellm" / "proxy"
        package.mkdir(parents=True)
        (package / "proxy_server.py").write_text(textwrap.dedent(LITELLM))
        entries = [{"model_name": name, "model_info": {"id": name}, "litellm_params": {}} for name in models]
        (folder / "config.yaml").write_text(json.dumps({"model_list": entries}))
        (folder / "litellm.env").write_text(f'LITELLM_MASTER_KEY="{KEY}"\n')
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def words(self, fd: int) -> list[str]:
        return [
            f"--config={self.folder / 'config.yaml'}",
            f"--environment-file={self.folder / 'litellm.env'}",
            f"--fd={fd}",
            f"--state-file={self.state}",
            "--drain-seconds=5",
            "--keepalive-seconds=5",
        ]

    def start(self, **environment: str) -> subprocess.Popen[str]:
        descriptor = self.listener.fileno()
        return subprocess.Popen(  # noqa: S603 - the program under test
            [sys.executable, str(PROGRAM), *self.words(descriptor)],
            env={**environment, "PYTHONPATH": str(self.folder / "site")},
            pass_fds=[descriptor],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def wait_for(self, text: str) -> None:
        deadline = time.monotonic() + 30
        while not (self.state.exists() and self.state.read_text().startswith(text)):
            assert time.monotonic() < deadline, "the state file says nothing"
            time.sleep(0.02)


@pytest.fixture
def slot(tmp_path: Path) -> t.Iterator[Slot]:
    """A slot with two models."""
    made = Slot(tmp_path, "a", "b")
    yield made
    made.listener.close()


def get(url: str) -> t.Any:
    with urllib.request.urlopen(url, timeout=30) as answer:  # noqa: S310 - a test's own address
        return json.load(answer)


def test_it_serves_drains_and_takes_its_state_away(slot: Slot) -> None:
    slot.state.write_text("ready 1\n")
    process = slot.start()
    slot.wait_for(f"ready {process.pid}\n")
    assert get(f"{slot.url}/health/readiness")["path"] == str(Path(sys.executable).parent)
    ask = "import sys, urllib.request as u; print(u.urlopen(sys.argv[1]).read())"
    with subprocess.Popen(  # noqa: S603 - this Python and a test's own address
        [sys.executable, "-c", ask, f"{slot.url}/slow"],
        stdout=subprocess.PIPE,
        text=True,
    ) as client:
        time.sleep(0.7)
        process.terminate()
        answer = client.communicate(timeout=30)[0]
    output = process.communicate(timeout=30)[0]
    assert "finished" in answer, "a request that was accepted is answered"
    assert process.returncode == 0
    assert not slot.state.exists()
    assert "ready: serving 2 deployments" in output
    assert KEY not in output


@pytest.mark.parametrize(
    ("environment", "reason"),
    [
        ({"BROKEN": "b"}, "LiteLLM loaded 1 of 2 declared deployments; it dropped: b"),
        ({"FAILS": "1"}, "LiteLLM does not start: RuntimeError: no database"),
    ],
)
def test_a_refused_release_ends_with_status_3_and_its_reason(
    slot: Slot, environment: dict[str, str], reason: str
) -> None:
    process = slot.start(**environment)
    output = process.communicate(timeout=30)[0]
    assert process.returncode == 3
    assert slot.state.read_text() == f"refused: {reason}\n"
    assert output.count(f"release refused: {reason}") == 1
    assert KEY not in output


@pytest.mark.parametrize(("status", "state"), [("1", "refused: SystemExit\n"), ("0", None)])
def test_litellm_ends_by_itself(slot: Slot, status: str, state: str | None) -> None:
    process = slot.start(EXITS=status)
    process.communicate(timeout=30)
    assert process.returncode == int(status)
    assert (slot.state.read_text() if slot.state.exists() else None) == state


def test_told_to_stop_while_it_loads(slot: Slot) -> None:
    process = slot.start(HANGS="1")
    assert process.stdout is not None
    while "model 'b'" not in process.stdout.readline():
        assert process.poll() is None
    process.terminate()
    process.communicate(timeout=30)
    assert process.returncode == 0
    assert not slot.state.exists()


def test_a_file_that_cannot_be_read(slot: Slot) -> None:
    (slot.folder / "config.yaml").unlink()
    process = slot.start()
    process.communicate(timeout=30)
    assert process.returncode == 1
    assert slot.state.read_text() == "refused: FileNotFoundError\n"


# The same inside this process, where coverage and debuggers see it.


@pytest.fixture
def stand_in(slot: Slot, monkeypatch: pytest.MonkeyPatch) -> t.Iterator[types.ModuleType]:
    """The stand-in for LiteLLM, importable here; handlers and environment are put back."""
    module = types.ModuleType("litellm.proxy.proxy_server")
    monkeypatch.setattr(os, "environ", os.environ.copy())
    os.environ["LITELLM_MASTER_KEY"] = KEY
    exec(compile(LITELLM, "proxy_server.py", "exec"), vars(module))  # noqa: S102 - the text above
    package = types.ModuleType("litellm.proxy")
    monkeypatch.setattr(package, "proxy_server", module, raising=False)
    for each in (types.ModuleType("litellm"), package, module):
        monkeypatch.setitem(sys.modules, each.__name__, each)
    before = signal.getsignal(signal.SIGTERM)
    yield module
    signal.signal(signal.SIGTERM, before)


def test_in_process_serving(slot: Slot, stand_in: types.ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def stop_when_ready(state: str) -> None:
        seen.append(state.partition("\n")[0])
        if state.startswith("READY=1"):
            seen.append(slot.state.read_text())
            asyncio.get_running_loop().call_later(0.1, os.kill, os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(gateway, "notify", stop_when_ready)
    with pytest.raises(SystemExit) as ended:
        gateway.main(slot.words(os.dup(slot.listener.fileno())))
    assert ended.value.code == 0
    assert seen == ["STATUS=loading LiteLLM", "READY=1", f"ready {os.getpid()}\n", "STOPPING=1"]
    assert not slot.state.exists()


def test_in_process_refusal(slot: Slot, stand_in: types.ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROKEN", "a")
    with pytest.raises(SystemExit) as ended:
        gateway.main(slot.words(os.dup(slot.listener.fileno())))
    assert ended.value.code == 3
    assert slot.state.read_text() == "refused: LiteLLM loaded 1 of 2 declared deployments; it dropped: a\n"


def test_in_process_exit_of_litellm(slot: Slot, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, (status, state) in enumerate([(1, "refused: SystemExit\n"), (0, None)]):

        def ends(_arguments: object, status: int = status) -> t.NoReturn:
            raise SystemExit(status)

        monkeypatch.setattr(gateway, "serve", ends)
        monkeypatch.setattr(signal, "signal", lambda *_: None)
        with pytest.raises(SystemExit):
            gateway.main(slot.words(number))
        assert (slot.state.read_text() if slot.state.exists() else None) == state
