# SPDX-License-Identifier: GPL-3.0-or-later
"""Serve one LiteLLM release on an inherited socket: load it, prove it, announce it, drain it.

The program runs in an installation of LiteLLM. systemd, a container or supervisor starts it and holds the port. The order
is the point: LiteLLM loads the configuration; the program compares what LiteLLM loaded with what the file declares, and
asks the application as a client would; only then does a worker accept its first connection. When all workers are that
far, the program announces the release (``READY=1`` and the state file). A release that does not get there never answers a
client: the program exits with status 3 and one line that says why.
"""

from __future__ import annotations

import argparse
import importlib
import os
import resource
import signal
import socket
import sys
import traceback
import typing as t
from pathlib import Path

import json_log
from announcement import Announcement
from leaving import exit_now
from metrics import METRICS, serve_metrics
from proof import log_lines
from reason import ReleaseRefusedError, secret_values, sentence
from saying import say
from vitals import note_refusal

if t.TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


BELIEVED = "FORWARDED_ALLOW_IPS"
"""The variable that names who is believed when it says which client asks."""

MISLEADING = ("LISTEN_FDS", "LISTEN_PID", "LISTEN_FDNAMES", "GUNICORN_FD", "GUNICORN_PID", "WEB_CONCURRENCY")
"""Variables that tell gunicorn of sockets and workers, which it gets by other ways; with systemd's it would take a socket twice."""

REFUSED = 3
"""The exit status for a release that does not serve. Service managers do not start it again after this one."""


def parsed_arguments(argv: list[str]) -> argparse.Namespace:
    """The command line *argv*, without the program's name, as attributes. It never carries a secret.

    :raises SystemExit: with status 2, when an argument is missing, unknown or no number.
    """
    parser = argparse.ArgumentParser(prog="gateway", description="Serve one LiteLLM release on an inherited socket.")
    parser.add_argument("--config", required=True, type=Path, help="LiteLLM's configuration file")
    parser.add_argument(
        "--environment-file",
        type=Path,
        action="append",
        default=[],
        help='file of NAME="value" lines to add to the service environment; may be given again',
    )
    parser.add_argument("--fd", required=True, type=int, help="file descriptor of the listening socket")
    parser.add_argument("--state-file", required=True, type=Path, help="says 'ready <process id>' or 'refused: <why>'")
    parser.add_argument(
        "--backlog", required=True, type=int, help="connections that may wait at the socket, as who opened it said"
    )
    # The rest are named as in the inventory, behind litellm_.
    parser.add_argument("--workers", required=True, type=int, help="how many processes serve")
    parser.add_argument(
        "--max-requests-before-restart",
        required=True,
        type=int,
        help="requests after which a worker is replaced; 0: never",
    )
    parser.add_argument(
        "--max-worker-memory", required=True, type=int, help="MB of memory above which a worker is replaced; 0: never"
    )
    parser.add_argument("--max-body", required=True, type=int, help="MB of the biggest request that is taken; 0: any")
    parser.add_argument(
        "--start-timeout", required=True, type=int, help="seconds that a worker may give no sign of life"
    )
    parser.add_argument(
        "--drain-timeout", required=True, type=int, help="seconds that accepted requests may still take"
    )
    parser.add_argument("--keepalive-timeout", required=True, type=int, help="seconds that an idle connection is kept")
    parser.add_argument(
        "--tls-certificate", type=Path, help="file of the certificate to serve HTTPS with, with its chain"
    )
    parser.add_argument("--tls-key", type=Path, help="file of its key; both or none")
    parser.add_argument("--metrics-host", default="", help="address to serve the metrics on")
    parser.add_argument(
        "--metrics-port", type=int, default=0, help="port to serve the metrics on; 0: none of their own"
    )
    parser.add_argument("--metrics-folder", type=Path, help="folder in which all slots count, where there is a port")
    parser.add_argument("--no-main-metrics", action="store_true", help="serve no metrics at the port for clients")
    return parser.parse_args(argv)


def read_environment(files: Iterable[Path]) -> None:
    """Add the variables of environment *files* to ``os.environ``, for service managers that cannot read such files."""
    from dotenv import dotenv_values

    for file in files:
        values = dotenv_values(file, interpolate=False)
        os.environ.update({name: value for name, value in values.items() if value is not None})


def leave_no_core() -> None:
    """Keep the kernel from writing a core file of this process or its workers: it would contain every secret."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def public_variables(config: Path) -> dict[str, str | None]:
    """The variables of ``service.env``, which lies beside the configuration file *config* and holds no secret."""
    from dotenv import dotenv_values

    return dotenv_values(config.with_name("service.env"), interpolate=False)


def check_port(descriptor: int) -> None:
    """Check that *descriptor* is a listening socket. The program never opens the port itself.

    :raises ReleaseRefusedError: when nobody handed the port over.
    """
    try:
        with socket.socket(fileno=os.dup(descriptor)) as port:
            if port.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                return
    except OSError:
        pass  # the descriptor is closed, or no socket
    raise ReleaseRefusedError(f"the port was not handed over: file descriptor {descriptor} is no listening socket")


def import_gunicorn() -> None:
    """Import gunicorn so that no variable of the service leads it astray.

    It reads who is believed when it says which client asks, and ends where that is a network or a name. uvicorn takes those, and
    nobody else has a use for it.
    """
    for name in MISLEADING:
        os.environ.pop(name, None)
    believed = os.environ.pop(BELIEVED, None)
    importlib.import_module("gunicorn.config")
    if believed is not None:
        os.environ[BELIEVED] = believed


def serve(arguments: argparse.Namespace, announcement: Announcement) -> None:
    """Load, prove, announce and serve the release, until the process is told to stop and its workers have drained.

    :raises ReleaseRefusedError: when the release is not what it declares.
    :raises Exception: whatever LiteLLM raises while it is imported.
    """
    import yaml

    import_gunicorn()
    from master import SlotMaster, count_alone, count_together
    from tls import Tls

    # LiteLLM's ASGI application reads the file that this variable names, and starts without models when it is missing.
    os.environ["CONFIG_FILE_PATH"] = str(arguments.config)
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    # LiteLLM itself finds the operator's Python files beside the configuration; this lets them import each other. The
    # folder comes last, so that no file in it hides a package.
    sys.path.append(str(arguments.config.parent))
    config = yaml.safe_load(arguments.config.read_text(encoding="utf-8")) or {}
    for line in log_lines(config, os.environ):
        say(line)
    announcement.loading()
    metrics = None
    if arguments.metrics_port and "prometheus" in callbacks(config):
        metrics = count_together(arguments)
    else:
        count_alone(arguments.state_file.parent / "metrics")
    tls = Tls(arguments.tls_certificate, arguments.tls_key) if arguments.tls_certificate else None
    SlotMaster(arguments, config, announcement, tls, metrics).run()


def callbacks(config: Mapping[str, t.Any]) -> list[t.Any]:
    """What ``litellm_settings.callbacks`` of the parsed configuration file names."""
    named = (config.get("litellm_settings") or {}).get("callbacks")
    return named if isinstance(named, list) else [named]


def stop(_signal: int, _frame: object) -> t.NoReturn:
    """Handle SIGTERM while LiteLLM is still loading: end in order."""
    raise SystemExit(0)


def main(argv: list[str]) -> int:
    """Serve a release, and keep the state file true while the process lives.

    :param argv: the command line; one that begins with ``metrics`` is of the process that serves a slot's metrics.
    :returns: the exit status: 0 after a stop, 3 for a refused release, 1 or LiteLLM's own for a slot that was ready before.
    """
    if argv[:1] == [METRICS]:
        return serve_metrics(argv[1:])
    arguments = parsed_arguments(argv)
    announcement = Announcement(arguments.state_file)
    signal.signal(signal.SIGTERM, stop)
    master, status, reason = os.getpid(), 0, ""
    try:
        if arguments.environment_file:  # a manager that cannot read these files sets no limits either
            leave_no_core()
        read_environment(arguments.environment_file)
        secrets = secret_values(os.environ, public_variables(arguments.config))
        announcement.hide(secrets)
        if json_log.asked(os.environ):
            json_log.write_json(secrets)
        check_port(arguments.fd)
        serve(arguments, announcement)
    except ReleaseRefusedError as refused:
        status, reason = 1, str(refused)
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
        reason = sentence(end)
    except Exception as error:
        traceback.print_exc()
        status, reason = 1, sentence(error)
    # A worker that dies before it serves gets here too; only the master speaks for the slot.
    if os.getpid() == master:
        if status and announcement.refused(reason):
            status = REFUSED
            note_refusal(arguments.metrics_folder)
        announcement.stopping()
    return status


if __name__ == "__main__":
    exit_now(main(sys.argv[1:]))
