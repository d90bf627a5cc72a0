# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Serve one LiteLLM release on an inherited socket: load it, prove it, announce it, drain it.

Runs in LiteLLM's own environment, started by systemd, a container or supervisor. Somebody else holds the port. The
order is the point: LiteLLM loads the configuration; what it loaded is compared with what the file declares, and the
application is asked as a client would ask it; only then does a worker accept its first connection. When all workers are
that far, the release is announced (``READY=1`` and the state file). A release that does not get there exits with status 3
and one line that says why; it never answers a client.
"""

from __future__ import annotations

import argparse
import os
import resource
import signal
import socket
import sys
import traceback
import typing as t
from pathlib import Path

from announcement import Announcement
from leaving import leave
from proof import described
from reason import ReleaseRefusedError, secret_values, sentence

if t.TYPE_CHECKING:
    from collections.abc import Iterable


REFUSED = 3
"""The status of a release that does not serve; service managers do not try it again by themselves."""


def parsed_arguments(argv: list[str]) -> argparse.Namespace:
    """The command line; it never carries a secret."""
    parser = argparse.ArgumentParser(prog="gateway", description="Serve one LiteLLM release on an inherited socket.")
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
    return parser.parse_args(argv)


def read_environment(files: Iterable[Path]) -> None:
    """Add the variables of environment files, for service managers that cannot read them."""
    from dotenv import dotenv_values

    for file in files:
        values = dotenv_values(file, interpolate=False)
        os.environ.update({name: value for name, value in values.items() if value is not None})


def leave_no_core() -> None:
    """Have no core file written of this process and its workers, because it would have every secret in it."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def public_settings(config: Path) -> dict[str, str | None]:
    """The variables without secrets, which every service manager keeps in a file beside the configuration."""
    from dotenv import dotenv_values

    return dotenv_values(config.with_name("service.env"), interpolate=False)


def check_port(descriptor: int) -> None:
    """The port is somebody else's to open.

    :raises ReleaseRefusedError: when nobody handed it over.
    """
    try:
        with socket.socket(fileno=os.dup(descriptor)) as port:
            if port.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                return
    except OSError:
        pass  # none at all
    raise ReleaseRefusedError(f"the port was not handed over: file descriptor {descriptor} is no listening socket")


def serve(arguments: argparse.Namespace, announcement: Announcement) -> None:
    """Load, prove, announce and serve, until told to stop and drained."""
    import yaml
    from master import SlotMaster, collect_metrics

    # The ASGI application reads its configuration from here, and starts empty when the file is missing.
    os.environ["CONFIG_FILE_PATH"] = str(arguments.config)
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    # LiteLLM loads the operator's own files from there by itself; this is for what they import of each other. At the end, so
    # that nothing there stands for a package.
    sys.path.append(str(arguments.config.parent))
    # gunicorn gets the socket by its number; what systemd says of it would make it take the same one twice.
    for name in ("LISTEN_FDS", "LISTEN_PID", "LISTEN_FDNAMES"):
        os.environ.pop(name, None)
    config = yaml.safe_load(arguments.config.read_text(encoding="utf-8")) or {}
    for line in described(config, os.environ):
        print(line, flush=True)
    announcement.loading()
    collect_metrics(arguments.state_file.parent / "metrics")
    SlotMaster(arguments, config, announcement).run()


def stop(_signal: int, _frame: object) -> t.NoReturn:
    """End in order on SIGTERM, while LiteLLM is still loading."""
    raise SystemExit(0)


def main(argv: list[str]) -> int:
    """Serve a release, and keep the state file true all the while.

    :returns: the status to end with.
    """
    arguments = parsed_arguments(argv)
    announcement = Announcement(arguments.state_file)
    signal.signal(signal.SIGTERM, stop)
    master, status, reason = os.getpid(), 0, ""
    try:
        check_port(arguments.fd)
        if arguments.environment_file:  # who cannot read them sets no limit either
            leave_no_core()
        read_environment(arguments.environment_file)
        announcement.hide(secret_values(os.environ, public_settings(arguments.config)))
        serve(arguments, announcement)
    except ReleaseRefusedError as refused:
        status, reason = 1, str(refused)
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
        reason = sentence(end)
    except Exception as error:
        traceback.print_exc()
        status, reason = 1, sentence(error)
    # A worker that dies before it serves comes by here too, and its slot is not its own to speak for.
    if os.getpid() == master:
        if status and announcement.refused(reason):
            status = REFUSED
        announcement.stopping()
    return status


if __name__ == "__main__":
    leave(main(sys.argv[1:]))
