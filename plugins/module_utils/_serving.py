# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program that serves a gateway is told wherever it runs: in a slot of a host, in a pod of Kubernetes."""

from __future__ import annotations

import typing as t

BACKLOG = 4096
"""How many connections may wait at the port until a worker accepts them."""

SLOTS_AT_ONCE = 2
"""How many slots of a host have their connections to a database at once: while one takes over, the other drains."""

SPARE_SECONDS = 15
"""How much longer than the drain whoever runs the program waits before it kills."""


class Knobs(t.Protocol):
    """How a gateway serves; each is the variable of its name.

    :ivar workers: how many processes serve.
    :ivar max_requests_before_restart: after how many requests a worker is replaced; 0: never.
    :ivar max_worker_memory: above how many MB a worker is replaced; 0: never.
    :ivar max_body: how many MB the biggest request has that is taken; 0: any.
    :ivar start_timeout: seconds that it may take until it is ready.
    :ivar drain_timeout: seconds that accepted requests may still take once it is told to stop.
    :ivar keepalive_timeout: seconds that an idle client connection is kept.
    :ivar main_metrics: whether the metrics are at the port for clients too.
    :ivar metrics_host: the address that the metrics have of their own.
    :ivar metrics_port: its port; 0 for none.
    """

    @property
    def workers(self) -> int: ...

    @property
    def max_requests_before_restart(self) -> int: ...

    @property
    def max_worker_memory(self) -> int: ...

    @property
    def max_body(self) -> int: ...

    @property
    def start_timeout(self) -> int: ...

    @property
    def drain_timeout(self) -> int: ...

    @property
    def keepalive_timeout(self) -> int: ...

    @property
    def main_metrics(self) -> bool: ...

    @property
    def metrics_host(self) -> str: ...

    @property
    def metrics_port(self) -> int: ...


def serving_words(
    knobs: Knobs, program: str, config: str, state_file: str, tls: tuple[str, str] | None, metrics_folder: str
) -> list[str]:
    """The program and its arguments, without the socket and the environment files.

    :param program: its folder, which Python runs as it is.
    :param config: path of LiteLLM's configuration.
    :param state_file: path of the file that says how it is.
    :param tls: paths of the certificate and of its key; None for plain HTTP.
    :param metrics_folder: path of the folder in which all that serve count, one after the other.
    """
    return [
        program,
        f"--config={config}",
        f"--state-file={state_file}",
        f"--backlog={BACKLOG}",
        f"--workers={knobs.workers}",
        f"--max-requests-before-restart={knobs.max_requests_before_restart}",
        f"--max-worker-memory={knobs.max_worker_memory}",
        f"--max-body={knobs.max_body}",
        f"--start-timeout={knobs.start_timeout}",
        f"--drain-timeout={knobs.drain_timeout}",
        f"--keepalive-timeout={knobs.keepalive_timeout}",
        *([f"--tls-certificate={tls[0]}", f"--tls-key={tls[1]}"] if tls else []),
        *_metrics_words(knobs, metrics_folder),
    ]


def _metrics_words(knobs: Knobs, folder: str) -> list[str]:
    words = [] if knobs.main_metrics else ["--no-main-metrics"]
    if knobs.metrics_port:
        words += [f"--metrics-host={knobs.metrics_host}", f"--metrics-port={knobs.metrics_port}"]
        words += [f"--metrics-folder={folder}"]
    return words
