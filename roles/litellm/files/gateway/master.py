# SPDX-License-Identifier: GPL-3.0-or-later
"""The master process of a slot: it imports LiteLLM once, forks the workers, and replaces each worker that ends."""

from __future__ import annotations

import contextlib
import copy
import gc
import ipaddress
import logging
import os
import shutil
import signal
import sys
import typing as t
from pathlib import Path

import interface
import json_log
import uvicorn.config
from application import ProvedApp
from arbiter import SlotArbiter
from callbacks import OwnCode, declared_callbacks, dropped_callbacks
from checks import AnsweredChecks
from closing import Closing
from counted import Counted
from database_watch import DatabaseWatch
from deaths import Deaths
from door import Door
from features import declared_features, loaded_features, prove_features
from gunicorn.app.base import BaseApplication
from keys import known_keys
from metrics import METRICS, MetricsProcess
from proof import (
    Deployment,
    declared_deployments,
    loaded_deployments,
    proof_key,
    prove_answers,
    prove_loaded,
)
from readiness import address_of
from reason import ReleaseRefusedError
from redis_access import loaded_redises
from redis_watch import RedisWatch
from routes import declared_routes, dropped_routes
from saying import say
from tokens import Tokens
from worker import GatewayWorker

if t.TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from announcement import Announcement
    from tls import Tls

LOGGERS = ("LiteLLM", "LiteLLM Proxy", "LiteLLM Router")
"""The loggers of LiteLLM that have a level of their own."""

SPARE_SECONDS = 5
"""Seconds beyond ``drain_timeout`` after which gunicorn kills a worker that does not end."""


class SlotMaster(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """A release that several workers serve on one inherited socket, as a gunicorn application.

    :param arguments: the parsed command line of this program.
    :param config: LiteLLM's parsed configuration file.
    :param announcement: is told when the release serves, or why it does not.
    :param tls: the certificate to serve HTTPS with; None for plain HTTP.
    :param metrics: serves what is counted at an address of its own; None where it is only at the port for clients.
    """

    def __init__(
        self,
        arguments: argparse.Namespace,
        config: Mapping[str, t.Any],
        announcement: Announcement,
        tls: Tls | None = None,
        metrics: MetricsProcess | None = None,
    ) -> None:
        self._fd: int = arguments.fd
        self._backlog: int = arguments.backlog
        self._workers: int = arguments.workers
        self._declared: list[Deployment] = declared_deployments(config)
        self._features = declared_features(config)
        self._routes = declared_routes(config)
        self._callbacks = declared_callbacks(config)
        self._config = config
        self._announcement = announcement
        self.tls = tls
        self.start_timeout: int = arguments.start_timeout
        self.drain_timeout: int = arguments.drain_timeout
        self.keepalive_timeout: int = arguments.keepalive_timeout
        self.max_requests_before_restart: int = arguments.max_requests_before_restart
        self.max_worker_memory: int = arguments.max_worker_memory
        self._max_body: int = arguments.max_body
        self._metrics = metrics
        closed = ("/metrics",) if arguments.no_main_metrics else ()
        self._closed_paths = interface.closed_paths(os.environ, closed)
        self._pages = arguments.state_file.with_name("pages")
        self._unproved = Tokens(self._workers)
        self._successors = Tokens()
        self._deaths = Deaths(arguments.state_file.with_name("deaths.json"))
        self._redis_watch = RedisWatch(arguments.state_file.with_name("redis"))
        self._database_watch = DatabaseWatch()
        # A release that has served has a second name, which the play gives its configuration when it hands the port over.
        self._has_served: bool = arguments.config.stat().st_nlink > 1
        self.closing = Closing(arguments.state_file.with_name("port-closes"))
        super().__init__()

    def load_config(self) -> None:
        """Set gunicorn's options. gunicorn calls it from the constructor."""
        options = {
            "bind": f"fd://{self._fd}",
            "backlog": self._backlog,
            "workers": self._workers,
            "worker_class": GatewayWorker,
            "preload_app": True,
            "timeout": self.start_timeout,
            "graceful_timeout": self.drain_timeout + SPARE_SECONDS,
            "child_exit": self._forget,
            "proc_name": "litellm",
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> ProvedApp:
        """Import LiteLLM, which takes seconds, and return its application. gunicorn calls it once, before it forks workers.

        Each worker reads the configuration by itself, when the application starts in it.
        """
        interface.own_pages(os.environ, self._pages)
        # Imports leave hardly any garbage. Looking for it among all that LiteLLM makes is a fifth of their time.
        gc.disable()
        import litellm
        from litellm.proxy import proxy_server

        # What is loaded before the fork is shared. The encoder is 36 MB, and a worker's first stream would wait for it.
        with contextlib.suppress(Exception):  # without it a request that counts tokens says what is wrong
            litellm.encode(text="tokens")
        set_log_level()
        self.request_log = request_log()
        if json_log.asked(os.environ):
            json_log.quiet_refusals()
        self._deaths.count_in_metrics()
        if self.tls:
            self.tls.count_in_metrics()
        # All imports stay in memory. A collection that marks them would copy their pages into every worker.
        gc.collect()
        gc.freeze()
        gc.enable()

        code = OwnCode()
        code.watch()
        door = Door(proxy_server.app, self._max_body, self._closed_paths)

        async def prove() -> None:
            door.keys = known_keys(proxy_server, os.environ)
            prove_loaded(self._declared, loaded_deployments(proxy_server.llm_router))
            dropped = {
                "pass-through routes": dropped_routes(self._routes),
                "callbacks": dropped_callbacks(self._callbacks, code),
            }
            loaded = loaded_features() if any(self._features.values()) else {}
            prove_features(self._features, loaded, dropped)
            served_before = self._has_served or not self._unproved.left()
            await self._redis_watch.prove(loaded_redises(self._config, proxy_server), served_before)
            self._database_watch.begin(getattr(proxy_server, "prisma_client", None))
            listed = {deployment.name for deployment in self._declared if "*" not in deployment.name}
            await prove_answers(door, listed, proof_key(self._config, proxy_server.master_key, os.environ))

        log_request = json_log.print_request if json_log.asked(os.environ) else None
        return ProvedApp(door, prove, self._announce, log_request)

    def run(self) -> None:
        """Serve until the process is told to stop. gunicorn's own ``run`` would print some errors and not raise them."""
        SlotArbiter(self, self._deaths, self.closing, self._metrics).run()

    def _announce(self) -> None:
        """Say that a worker is ready; called in the worker.

        The last of the first workers makes the slot ready. A later one is a successor, and the oldest worker is stopped.
        """
        master = os.getppid()
        if self._unproved.take() and not self._unproved.left():
            self._announcement.ready(master, len(self._declared))
        if self._successors.take():
            os.kill(master, signal.SIGTTOU)

    def _forget(self, _arbiter: object, worker: t.Any) -> None:
        """Forget what an ended *worker* told of itself. gunicorn calls it after each end."""
        forget_metrics(worker.pid)
        self._redis_watch.forget(worker.pid)

    def ask_for_successor(self) -> None:
        """Have one more worker started, and the oldest one stopped when the new one is ready; called in a worker."""
        self._successors.put()
        os.kill(os.getppid(), signal.SIGTTIN)

    def report_refusal(self, reason: ReleaseRefusedError) -> bool:
        """Refuse the release, or only log *reason* if the slot was ready before; called in a worker that did not start.

        :returns: whether the release is refused.
        """
        if not self._unproved.left():
            say(f"a worker does not start: {reason}")
            return False
        self._announcement.refused(str(reason))
        return True


def set_log_level() -> None:
    """Set the log level that ``LITELLM_LOG`` names. LiteLLM itself does so only when its own command line starts it."""
    level = os.environ.get("LITELLM_LOG", "").upper()
    for name in LOGGERS if level else ():
        logging.getLogger(name).setLevel(level)


def request_log() -> dict[str, t.Any]:
    """uvicorn's logging configuration, for ``logging.config.dictConfig``; in JSON when LiteLLM logs JSON (``JSON_LOGS``)."""
    import litellm

    config: dict[str, t.Any] = copy.deepcopy(uvicorn.config.LOGGING_CONFIG)
    if litellm.json_logs:
        config["formatters"] = {name: {"()": "litellm._logging.JsonFormatter"} for name in config["formatters"]}
    config["filters"] = {"answered checks": {"()": AnsweredChecks}}
    config["loggers"]["uvicorn.access"]["filters"] = ["answered checks"]
    return config


def count_alone(folder: Path) -> None:
    """Make *folder* anew, and have prometheus-client add up there what the workers of this slot count."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)


def count_together(arguments: argparse.Namespace) -> MetricsProcess:
    """Have prometheus-client count where all slots do; returns who serves the metrics of all of them.

    :param arguments: the parsed command line of this program.
    """
    own = Counted(arguments.metrics_folder).begin()
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(own)
    gateway_host, gateway_port = address_of(arguments.fd)
    words = {
        "gateway-host": gateway_host,
        "gateway-port": gateway_port,
        "gateway-tls": int(bool(arguments.tls_certificate)),
        "folder": arguments.metrics_folder,
        "own": own,
        "state-file": arguments.state_file,
        "master": os.getpid(),
        "max-worker-memory": arguments.max_worker_memory,
        "host": arguments.metrics_host,
        "port": arguments.metrics_port,
    }
    # What never leaves the host needs no certificate, which stands for other names.
    if arguments.tls_certificate and not ipaddress.ip_address(arguments.metrics_host).is_loopback:
        words |= {"tls-certificate": arguments.tls_certificate, "tls-key": arguments.tls_key}
    program = [sys.executable, "-I", str(Path(__file__).parent), METRICS]
    return MetricsProcess([*program, *(f"--{name}={value}" for name, value in words.items())])


def forget_metrics(process: int) -> None:
    """Take the gauges of an ended *process* out of the metrics; its counters stay."""
    multiprocess = sys.modules.get("prometheus_client.multiprocess")
    if multiprocess is not None:
        multiprocess.mark_process_dead(process)
