# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Serve one LiteLLM release on an inherited socket: load it, prove it, announce it, drain it.

Runs in LiteLLM's own environment, started by systemd or supervisor, which hold the port. The order is the point:
LiteLLM loads the configuration; what it loaded is compared with what the file declares, and the application is asked as
a client would ask it; only then is the release announced (``READY=1`` and the state file) and the first connection
accepted. A release that fails its proof exits with status 3 and one line that says why; it never answers a client.
"""

from __future__ import annotations

import argparse
import logging
import os
import signal
import socket
import sys
import typing as t
from collections import Counter
from pathlib import Path

if t.TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, MutableMapping

    Message = MutableMapping[str, t.Any]
    Receive = Callable[[], Awaitable[Message]]
    Send = Callable[[Message], Awaitable[None]]
    App = Callable[[Message, Receive, Send], Awaitable[None]]

REFERENCE = "os.environ/"
REFUSED_STATUS = 3


class ReleaseRefusedError(Exception):
    """The release is not what it declares, or does not answer as it must. The text is one sentence for the operator."""


class Deployment(t.NamedTuple):
    """One entry of ``model_list``, as far as a proof needs it."""

    name: str
    id: str


def declared_deployments(config: Mapping[str, t.Any]) -> list[Deployment]:
    """The deployments that a parsed configuration file declares."""
    return [
        Deployment(str(entry["model_name"]), str((entry.get("model_info") or {}).get("id") or ""))
        for entry in config.get("model_list") or []
    ]


def loaded_deployments(router: t.Any) -> list[Deployment]:
    """The deployments that LiteLLM's router really has; none when it has no router."""
    return [
        Deployment(str(entry["model_name"]), str(entry["model_info"]["id"]))
        for entry in (router.get_model_list() or [] if router is not None else [])
        if entry["model_name"] not in (getattr(router, "model_group_alias", None) or {})
    ]


def prove_loaded(declared: list[Deployment], loaded: list[Deployment]) -> None:
    """LiteLLM drops a deployment that it cannot use and starts without it: refuse that.

    :raises ReleaseRefusedError: naming every deployment that is missing.
    """
    ids = {deployment.id for deployment in loaded}
    missing = [d.id for d in declared if d.id and d.id not in ids]
    spare = Counter(deployment.name for deployment in loaded)
    spare.subtract(deployment.name for deployment in declared)
    missing += sorted(name for name, count in spare.items() if count < 0 and name not in missing)
    if missing:
        raise ReleaseRefusedError(
            f"LiteLLM loaded {len(loaded)} of {len(declared)} declared deployments; it dropped: {', '.join(missing)}"
        )


async def prove_answers(app: App, names: set[str], master_key: str | None) -> None:
    """Ask the application, in this process, what a client would ask it first.

    :param names: the model names that ``/v1/models`` must list; wildcards are left out by the caller.
    :param master_key: None when the configuration leaves authentication out.
    :raises ReleaseRefusedError: on the first answer that is not as it must be.
    """
    import httpx

    # An application that fails answers a client with 500, and so it does here.
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://gateway", timeout=60) as client:
        readiness = await client.get("/health/readiness")
        if readiness.status_code != 200:
            raise ReleaseRefusedError(f"/health/readiness answers {readiness.status_code} instead of 200")
        headers = {"Authorization": f"Bearer {master_key}"} if master_key else {}
        models = await client.get("/v1/models", headers=headers)
        if models.status_code != 200:
            raise ReleaseRefusedError(f"/v1/models answers {models.status_code} instead of 200 to the master key")
        missing = names - {str(model["id"]) for model in models.json()["data"]}
        if missing:
            raise ReleaseRefusedError(f"/v1/models does not list: {', '.join(sorted(missing))}")
        if master_key:
            # LiteLLM logs a refusal as an error with its traceback; this one is wanted.
            logging.disable(logging.CRITICAL)
            try:
                anonymous = await client.get("/v1/models")
            finally:
                logging.disable(logging.NOTSET)
            if anonymous.status_code != 401:
                raise ReleaseRefusedError(
                    f"/v1/models answers {anonymous.status_code} instead of 401 to a request without a key"
                )


def described(config: Mapping[str, t.Any], environment: Mapping[str, str]) -> Iterator[str]:
    """One line for each deployment: what clients call it and where it goes. Keys are named, never shown."""
    for entry in config.get("model_list") or []:
        params = entry.get("litellm_params") or {}
        key = str(params.get("api_key") or "")
        if key.startswith(REFERENCE):
            name = key[len(REFERENCE) :]
            shown = f"key {name} ({'set' if environment.get(name) else 'NOT SET'})"
        else:
            shown = "key ****" if key else "no key of its own"
        base = params.get("api_base") or "the provider's own address"
        yield f"model {entry['model_name']!r} -> {params.get('model')!r} at {base}, {shown}"


def notify(state: str) -> None:
    """Tell systemd, when it asks to be told (``Type=notify``); the protocol is sd_notify(3)."""
    address = os.environ.get("NOTIFY_SOCKET")
    if not address:
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as channel:
        channel.connect("\0" + address[1:] if address.startswith("@") else address)
        channel.sendall(state.encode())


class ProvedApp:
    """An ASGI application that finishes its start-up only when *prove* is content; else *refusal* says why."""

    def __init__(self, app: App, prove: Callable[[], Awaitable[None]], announce: Callable[[], None]) -> None:
        self._app = app
        self._prove = prove
        self._announce = announce
        self.refusal: ReleaseRefusedError | None = None

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass everything on; hold back ``lifespan.startup.complete`` until the proof is done."""
        if scope["type"] != "lifespan":
            await self._app(scope, receive, send)
            return

        async def send_proved(message: Message) -> None:
            if message["type"] == "lifespan.startup.failed":
                lines = str(message.get("message", "")).split("\n")
                reason = next((line.strip() for line in reversed(lines) if line.strip()), "it does not say why")
                self.refusal = ReleaseRefusedError(f"LiteLLM does not start: {reason}")
            if message["type"] != "lifespan.startup.complete":
                await send(message)
                return
            try:
                await self._prove()
            except ReleaseRefusedError as refused:
                self.refusal = refused
                await send({"type": "lifespan.startup.failed", "message": ""})
                return
            await send(message)
            self._announce()

        await self._app(scope, receive, send_proved)


def parsed_arguments(argv: list[str]) -> argparse.Namespace:
    """The command line; it never carries a secret."""
    parser = argparse.ArgumentParser(description="Serve one LiteLLM release on an inherited socket.")
    parser.add_argument("--config", required=True, type=Path, help="LiteLLM's configuration file")
    parser.add_argument(
        "--environment-file",
        type=Path,
        action="append",
        default=[],
        help='file of NAME="value" lines to add to the environment; may be given again',
    )
    parser.add_argument("--fd", required=True, type=int, help="file descriptor of the listening socket")
    parser.add_argument("--state-file", required=True, type=Path, help="says 'ready <process id>' or 'refused: <why>'")
    parser.add_argument("--drain-seconds", required=True, type=int, help="how long accepted requests may still take")
    parser.add_argument("--keepalive-seconds", required=True, type=int, help="how long an idle connection is kept")
    return parser.parse_args(argv)


def read_environment(files: Iterable[Path]) -> None:
    """Add the variables of environment files, for service managers that cannot read them."""
    from dotenv import dotenv_values

    for file in files:
        values = dotenv_values(file, interpolate=False)
        os.environ.update({name: value for name, value in values.items() if value is not None})


def serve(arguments: argparse.Namespace) -> None:
    """Load, prove, announce and serve, until told to stop and drained.

    :raises ReleaseRefusedError: when the release does not start.
    """
    import uvicorn
    import yaml

    # The ASGI application reads its configuration from here, and starts empty when the file is missing.
    os.environ["CONFIG_FILE_PATH"] = str(arguments.config)
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    config = yaml.safe_load(arguments.config.read_text(encoding="utf-8")) or {}
    for line in described(config, os.environ):
        print(line, flush=True)
    notify("STATUS=loading LiteLLM")

    from litellm.proxy import proxy_server

    declared = declared_deployments(config)

    async def prove() -> None:
        prove_loaded(declared, loaded_deployments(proxy_server.llm_router))
        listed = {deployment.name for deployment in declared if "*" not in deployment.name}
        await prove_answers(proxy_server.app, listed, proxy_server.master_key)

    def announce() -> None:
        arguments.state_file.write_text(f"ready {os.getpid()}\n", encoding="ascii")
        print(f"ready: serving {len(declared)} deployments", flush=True)
        notify(f"READY=1\nSTATUS=serving {len(declared)} deployments")

    application = ProvedApp(proxy_server.app, prove, announce)
    server = uvicorn.Server(
        uvicorn.Config(
            application,
            timeout_graceful_shutdown=arguments.drain_seconds,
            timeout_keep_alive=arguments.keepalive_seconds,
            server_header=False,
        )
    )
    try:
        server.run(sockets=[socket.socket(fileno=arguments.fd)])
    except SystemExit:
        # Some versions of uvicorn end the process when start-up fails, some return.
        if server.started:
            raise
    if not server.started:
        raise application.refusal or ReleaseRefusedError("LiteLLM does not start; its own lines above say why")


def stop(_signal: int, _frame: object) -> t.NoReturn:
    """End in order on SIGTERM, which uvicorn raises again once it has drained."""
    raise SystemExit(0)


def main(argv: list[str]) -> None:
    """Serve a release, and keep the state file true all the while."""
    arguments = parsed_arguments(argv)
    arguments.state_file.unlink(missing_ok=True)
    signal.signal(signal.SIGTERM, stop)
    try:
        read_environment(arguments.environment_file)
        serve(arguments)
    except ReleaseRefusedError as refused:
        print(f"release refused: {refused}", flush=True)
        arguments.state_file.write_text(f"refused: {refused}\n", encoding="utf-8")
        raise SystemExit(REFUSED_STATUS) from None
    except (Exception, SystemExit) as error:
        if not arguments.state_file.exists() and getattr(error, "code", 1) not in (0, None):
            arguments.state_file.write_text(f"refused: {type(error).__name__}\n", encoding="utf-8")
        raise
    finally:
        notify("STOPPING=1")
        if arguments.state_file.exists() and arguments.state_file.read_text(encoding="utf-8").startswith("ready"):
            arguments.state_file.unlink()


if __name__ == "__main__":
    main(sys.argv[1:])
