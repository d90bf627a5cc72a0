# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make a container a service of systemd: hand the port and the secrets in, pass its notices on.

Docker gives a container no socket of its host's and systemd no word of a container, and rootless podman keeps a container
where systemd takes no word from it. This program stands between them, with two Unix sockets in a folder that host and
container share:

- ``handover.sock``: the container connects once and is sent two file descriptors, the listening socket and the secrets.
  A listening socket stays in the network that it was opened in, so the container answers on the host's port whatever
  network it is in. The secrets are memory: no file in the container, and nothing that ``inspect`` shows.
- ``notify.sock``: stands for systemd's, as sd_notify(3) describes it.

``run`` is the unit's main process, on the host. ``receive`` is the container's first process and becomes the one that it
was started for. ``remove`` is for what is left when ``run`` was killed.
"""

from __future__ import annotations

import argparse
import contextlib
import fcntl
import grp
import os
import pwd
import selectors
import signal
import socket
import subprocess
import sys
import typing as t
from pathlib import Path

LISTENING = 3
"""Where systemd puts the listening socket, and where it is put in the container; the secrets come next."""
FROM_SYSTEMD = ("LISTEN_FDNAMES", "LISTEN_FDS", "LISTEN_PID", "NOTIFY_SOCKET")
"""What systemd says to this program in its environment."""
NOTICE_BYTES = 4096
"""How much of one notice is read; what is longer is cut off."""
PASSED_ON = (b"READY=", b"STATUS=", b"STOPPING=", b"EXTEND_TIMEOUT_USEC=")
"""What a container may say to systemd; all else, such as who its main process is, is for the host to say."""


def passed_on(notice: bytes) -> bytes:
    """The lines of a notice that systemd gets to hear."""
    return b"\n".join(line for line in notice.split(b"\n") if line.startswith(PASSED_ON))


def in_memory(content: bytes) -> int:
    """A file descriptor of a file that is nowhere but in memory."""
    descriptor = os.memfd_create("secrets")
    os.write(descriptor, content)
    os.lseek(descriptor, 0, os.SEEK_SET)
    return descriptor


@contextlib.contextmanager
def unix_socket(path: Path, kind: socket.SocketKind, user: int, group: int) -> t.Iterator[socket.socket]:
    """A Unix socket at *path* that only *user* may connect to."""
    path.unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX, kind) as opened:
        opened.bind(str(path))
        path.chmod(0o600)
        os.chown(path, user, group)
        yield opened


def hand_over(offer: socket.socket, descriptors: t.Sequence[int]) -> None:
    """Send *descriptors* to whoever connected to *offer*."""
    channel, _address = offer.accept()
    with channel:
        socket.send_fds(channel, [b"\0"], list(descriptors))


def notify(notice: bytes) -> None:
    """Tell systemd."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if address and notice:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as channel:
            channel.connect("\0" + address[1:] if address.startswith("@") else address)
            channel.sendall(notice)


def engine_environment() -> dict[str, str]:
    """This program's environment without what is not meant for an engine: podman would take it as said to itself."""
    return {name: value for name, value in os.environ.items() if name not in FROM_SYSTEMD}


def remove(engine: str, name: str) -> None:
    """Remove the container *name*, running or not, if there is one."""
    subprocess.run(  # noqa: S603 - a list
        [engine, "container", "rm", "--force", name], env=engine_environment(), capture_output=True, check=False
    )


def attend(child: subprocess.Popen[bytes], offer: socket.socket, notices: socket.socket, secrets: bytes) -> int:
    """Serve both sockets until *child* has ended; returns its status."""
    ended = os.pidfd_open(child.pid)
    with selectors.DefaultSelector() as selector:
        for source in (ended, offer, notices):
            selector.register(source, selectors.EVENT_READ)
        while child.poll() is None:
            for key, _events in selector.select():
                if key.fileobj is offer:
                    # Once, so that nothing that gets into the container later is given the secrets again.
                    selector.unregister(offer)
                    memory = in_memory(secrets)
                    hand_over(offer, [LISTENING, memory])
                    os.close(memory)
                elif key.fileobj is notices:
                    notify(passed_on(notices.recv(NOTICE_BYTES)))
    os.close(ended)
    return child.returncode


def run(arguments: argparse.Namespace) -> int:
    """Start the container, hand over what it needs, and stay until it has ended; returns its status."""
    if os.environ.get("LISTEN_FDS") != "1":
        sys.exit("systemd gave no listening socket; is litellm.socket active?")
    user, group = pwd.getpwnam(arguments.user).pw_uid, grp.getgrnam(arguments.group).gr_gid
    os.chown(arguments.folder, -1, group)
    remove(arguments.engine, arguments.name)
    command = [
        arguments.engine,
        "run",
        "--rm",
        f"--name={arguments.name}",
        f"--user={user}:{group}",
        *arguments.command,
    ]
    with unix_socket(arguments.folder / "handover.sock", socket.SOCK_STREAM, user, group) as offer:
        offer.listen(1)
        with unix_socket(arguments.folder / "notify.sock", socket.SOCK_DGRAM, user, group) as notices:
            child = subprocess.Popen(  # noqa: S603 - a list, from the unit
                command, stdin=subprocess.DEVNULL, env=engine_environment()
            )
            # The engine passes it on to the container's first process.
            signal.signal(signal.SIGTERM, lambda _signal, _frame: child.terminate())
            try:
                return attend(child, offer, notices, arguments.secrets.read_bytes())
            finally:
                remove(arguments.engine, arguments.name)


def receive(arguments: argparse.Namespace) -> t.NoReturn:
    """Put what is handed over at descriptors 3 and 4, and become the command."""
    with socket.socket(socket.AF_UNIX) as channel:
        channel.connect(str(arguments.folder / "handover.sock"))
        _message, descriptors, _flags, _address = socket.recv_fds(channel, 1, 2)
    # First out of the way of each other.
    aside = [fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 16) for descriptor in descriptors]
    for number, descriptor in enumerate(aside, start=LISTENING):
        os.dup2(descriptor, number)
    os.execv(arguments.command[0], arguments.command)  # noqa: S606 - a list, from the unit


def parsed_arguments(argv: list[str]) -> argparse.Namespace:
    """The command line; it never carries a secret."""
    parser = argparse.ArgumentParser(description="Make a container a service of systemd.")
    actions = parser.add_subparsers(dest="action", required=True)
    running = actions.add_parser("run", help="be the unit's main process")
    running.add_argument("--engine", required=True, help="the engine's program")
    running.add_argument("--name", required=True, help="name of the container")
    running.add_argument("--folder", required=True, type=Path, help="folder that host and container share")
    running.add_argument("--user", required=True, help="user of the host that the container runs as")
    running.add_argument("--group", required=True, help="group of the host that the container runs as")
    running.add_argument("--secrets", required=True, type=Path, help="environment file with the secrets")
    running.add_argument("command", nargs="+", help="further options of the engine, image and command")
    receiving = actions.add_parser("receive", help="be the first process in the container")
    receiving.add_argument("--folder", required=True, type=Path, help="folder that host and container share")
    receiving.add_argument("command", nargs="+", help="what to become")
    removing = actions.add_parser("remove", help="remove a container, if there is one")
    removing.add_argument("--engine", required=True, help="the engine's program")
    removing.add_argument("--name", required=True, help="name of the container")
    return parser.parse_args(argv)


def main(argv: list[str]) -> int:
    """Do what the command line says; returns the exit status."""
    arguments = parsed_arguments(argv)
    if arguments.action == "receive":
        receive(arguments)
    if arguments.action == "remove":
        remove(arguments.engine, arguments.name)
        return 0
    return run(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
