# SPDX-License-Identifier: GPL-3.0-or-later
"""Serve what a gateway has counted on an address of its own, in a process of its own, which has no LiteLLM and no secret of it.

Each slot has such a process. It takes the address as soon as its slot serves and the process of the slot before has left it, and
leaves it when its slot is told to stop.
"""

from __future__ import annotations

import argparse
import contextlib
import errno
import hmac
import http.server
import importlib.metadata
import os
import signal
import socket
import ssl
import subprocess
import sys
import time
import typing as t
from pathlib import Path

import json_log
from counted import Counted, number
from readiness import Readiness
from released import released
from saying import say
from vitals import vitals

if t.TYPE_CHECKING:
    from collections.abc import Mapping

METRICS = "metrics"
"""The word that begins the command line of this process."""

TOKEN = "LITELLM_METRICS_TOKEN"  # noqa: S105 - the name of the variable
"""The environment variable with the token that a scraper has to show; without it nobody is asked for one."""

RECORDS = "releases"
"""The folder with the records, beside that in which all slots count."""

TEXT = "text/plain; version=0.0.4; charset=utf-8"

AGAIN_SECONDS = 0.2
"""How long the process waits before it tries the address again."""

TAKEN_SECONDS = 600
"""After how many seconds it says that another process has the address; the slot before may have it until a release is proved."""

TIDY_SECONDS = 10
"""How often it looks for slots that have ended."""

CLIENT_SECONDS = 30
"""How long a scraper may be silent."""

RESTART_SECONDS = 10
"""How long after its start the process is at least, when it is started again."""


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers one scraper."""

    server: Server
    timeout = CLIENT_SECONDS

    def setup(self) -> None:
        """Do the handshake of TLS here, in the scraper's own thread."""
        if self.server.tls is not None:
            self.request.settimeout(CLIENT_SECONDS)
            self.request = self.server.tls.wrap_socket(self.request, server_side=True)
        super().setup()

    def do_GET(self) -> None:
        """Answer with the metrics, or refuse."""
        if self.path.partition("?")[0].rstrip("/") not in ("", "/metrics"):
            self._answer(404, "The metrics are at /metrics.\n")
        elif not self.server.lets_in(self.headers.get("Authorization", "")):
            self._answer(401, "These metrics need their token, as 'Authorization: Bearer <token>'.\n")
        else:
            self._answer(200, self.server.text())

    def _answer(self, status: int, text: str) -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", TEXT)
        self.send_header("Content-Length", str(len(body)))
        if status == 401:
            self.send_header("WWW-Authenticate", "Bearer")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Log nothing: a scrape is no news."""


class Server(http.server.ThreadingHTTPServer):
    """Listens for scrapers.

    :param arguments: as of ``parsed_arguments``.
    :param token: what they have to show; empty for nothing.
    :param counted: what they get.
    :param readiness: of the gateway.
    :raises OSError: when the address is taken, or none of this host.
    """

    daemon_threads = False
    """Who has asked is answered, also when the slot is told to stop."""

    def __init__(self, arguments: argparse.Namespace, token: str, counted: Counted, readiness: Readiness) -> None:
        self._arguments = arguments
        self._readiness = readiness
        self._token = token
        self._counted = counted
        self._version = importlib.metadata.version("litellm")
        self._tidied = 0.0
        self.tls = _tls(arguments)
        if ":" in arguments.host:
            self.address_family = socket.AF_INET6
        super().__init__((arguments.host, arguments.port), Handler)

    def lets_in(self, shown: str) -> bool:
        """Whether a scraper that *shown* this header gets the metrics."""
        return not self._token or hmac.compare_digest(shown.encode(), f"Bearer {self._token}".encode())

    def text(self) -> str:
        """All metrics."""
        # A pod is no slot.
        name = self._arguments.state_file.parent.name
        slot = name if name.isdecimal() else ""
        found = released(self._arguments.folder.parent / RECORDS, slot)
        number_of = str(found.number or "")
        info = f'litellm_gateway_info{{release="{number_of}",slot="{slot}",version="{self._version}"}}'
        told = vitals(
            self._arguments.state_file,
            self._arguments.folder,
            self._arguments.max_worker_memory,
            answers=self._readiness.ready,
        )
        if found.number:
            told["litellm_gateway_changed_files"] = float(found.changed)
        lines = ["# TYPE litellm_gateway_info gauge", f"{info} 1.0"]
        for name, value in told.items():
            lines += [f"# TYPE {name} gauge", f"{name} {number(value)}"]
        return self._counted.text(self._arguments.own) + "\n".join([*lines, ""])

    def service_actions(self) -> None:
        """Add up what ended slots counted. The server calls it about twice a second."""
        if os.getppid() != self._arguments.master:
            raise SystemExit(0)
        if time.monotonic() - self._tidied > TIDY_SECONDS:
            self._tidied = time.monotonic()
            self._counted.forget_ended()
            with contextlib.suppress(OSError):  # a certificate and a key that are being replaced do not fit yet
                self.tls = _tls(self._arguments)

    def handle_error(self, _request: object, _address: object) -> None:
        """Say nothing of scrapers that leave, or speak no TLS."""


def _tls(arguments: argparse.Namespace) -> ssl.SSLContext | None:
    if not arguments.tls_certificate:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(arguments.tls_certificate, arguments.tls_key)
    return context


def parsed_arguments(argv: list[str]) -> argparse.Namespace:
    """The command line *argv* of this process, as attributes."""
    parser = argparse.ArgumentParser(prog="gateway metrics")
    parser.add_argument("--folder", required=True, type=Path, help="where all slots count")
    parser.add_argument("--own", required=True, type=Path, help="where this slot counts")
    parser.add_argument("--state-file", required=True, type=Path, help="says whether this slot serves")
    parser.add_argument("--master", required=True, type=int, help="process id of this slot's master")
    parser.add_argument("--max-worker-memory", required=True, type=int, help="MB that a worker may have; 0: any")
    parser.add_argument("--gateway-host", required=True, help="where the gateway itself answers")
    parser.add_argument("--gateway-port", required=True, type=int, help="its port")
    parser.add_argument("--gateway-tls", required=True, type=int, choices=(0, 1), help="1: it speaks HTTPS")
    parser.add_argument("--host", required=True, help="address to listen on")
    parser.add_argument("--port", required=True, type=int, help="port to listen on")
    parser.add_argument("--tls-certificate", type=Path, help="file of the certificate to serve HTTPS with")
    parser.add_argument("--tls-key", type=Path, help="file of its key")
    return parser.parse_args(argv)


def serve_metrics(argv: list[str]) -> int:
    """Serve the metrics until told to stop, or until the slot's master is gone; returns the exit status.

    :param argv: see ``parsed_arguments``.
    """
    arguments = parsed_arguments(argv)
    token = os.environ.get(TOKEN, "")
    if json_log.asked(os.environ):
        json_log.write_json([token] if token else [])
    os.environ.clear()
    signal.signal(signal.SIGTERM, lambda *_signal: sys.exit(0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    began, told = time.monotonic(), False
    counted: Counted | None = None
    readiness = Readiness(arguments.gateway_host, arguments.gateway_port, secure=bool(arguments.gateway_tls))
    while os.getppid() == arguments.master:
        try:
            if arguments.state_file.read_text(encoding="utf-8").startswith("ready"):
                if counted is None:
                    # It meets the series of all slots now, which takes seconds where there are many, and no scraper waits.
                    counted = Counted(arguments.folder)
                    counted.text(arguments.own)
                    readiness.watch()
                with Server(arguments, token, counted, readiness) as server:
                    secure = "s" * (server.tls is not None)
                    say(f"metrics are at http{secure}://{arguments.host}:{arguments.port}/metrics")
                    server.serve_forever()
        except FileNotFoundError:
            pass  # the slot is not ready yet
        except OSError as error:
            # The slot before has the address until it is told to stop.
            if not told and (error.errno != errno.EADDRINUSE or time.monotonic() - began > TAKEN_SECONDS):
                told = True
                reason = error.strerror or str(error)
                say(f"warning: no metrics at {arguments.host}:{arguments.port} yet: {reason}")
        time.sleep(AGAIN_SECONDS)
    return 0


class MetricsProcess:
    """The process that serves the metrics of a slot, as the slot's master sees it.

    :param command: what it is started with.
    """

    def __init__(self, command: list[str]) -> None:
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._started = 0.0
        self._stopped = False

    def keep(self) -> None:
        """Start the process, or start it again where it has ended. Call it about once a second."""
        ended = self._process is None or self._process.poll() is not None
        now = time.monotonic()
        if ended and not self._stopped and (not self._started or now - self._started > RESTART_SECONDS):
            self._started = now
            self._process = subprocess.Popen(  # noqa: S603 - a list, of this program
                self._command, env=_environment(os.environ), stdin=subprocess.DEVNULL
            )

    def stop(self) -> None:
        """Have the process leave its address to that of the next slot."""
        self._stopped = True
        if self._process is not None:
            self._process.terminate()


def _environment(environment: Mapping[str, str]) -> dict[str, str]:
    """What of the *environment* the process gets: its token, how it logs, and no other secret."""
    return {name: environment[name] for name in (TOKEN, "JSON_LOGS", "PATH", "TZ") if name in environment}
