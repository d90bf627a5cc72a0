# SPDX-License-Identifier: GPL-3.0-or-later
"""Make a container a service of systemd: hand the port and the secrets in, pass its notices on.

Docker passes neither a socket of the host into a container nor a container's readiness to systemd. Rootless podman runs
containers outside the unit, so that systemd ignores their notices. This program stands between the two, with two Unix
sockets in a folder that host and container share:

- ``handover.sock``: the container connects once and receives two file descriptors, the listening socket and the secrets.
  A listening socket stays in the network that it was opened in, so the container answers on the host's port in whichever
  network it runs. The secrets are only memory: no file in the container holds them, and ``inspect`` does not show them.
- ``notify.sock``: stands for systemd's socket, as sd_notify(3) describes it.

``run`` is the unit's main process, on the host. ``receive`` is the container's first process; it receives the descriptors
and becomes the gateway. ``remove`` removes the container that is left when ``run`` was killed.
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
"""The descriptor of the listening socket, on the host and in the container. The secrets have the next one."""
FROM_SYSTEMD = ("LISTEN_FDNAMES", "LISTEN_FDS", "LISTEN_PID", "NOTIFY_SOCKET")
"""Variables that systemd sets for this program alone."""
NOTICE_BYTES = 4096
"""How many bytes of one notice are read; the rest of a longer one is lost."""
PASSED_ON = (b"READY=", b"STATUS=", b"STOPPING=", b"EXTEND_TIMEOUT_USEC=")
"""The notices that a container may send to systemd. Only the host says all else, such as which process is the main one."""


def passed_on(notice: bytes) -> bytes:
    """The lines of *notice* that are passed on to systemd."""
    return b"\n".join(line for line in notice.split(b"\n") if line.startswith(PASSED_ON))


def in_memory(content: bytes) -> int:
    """The file descriptor of a file in memory that holds *content*. The caller closes it."""
    descriptor = os.memfd_create("secrets")
    os.write(descriptor, content)
    os.lseek(descriptor, 0, os.SEEK_SET)
    return descriptor


@contextlib.contextmanager
def unix_socket(path: Path, kind: socket.SocketKind, user: int, group: int) -> t.Iterator[socket.socket]:
    """A Unix socket at *path* that only *user* may connect to. A file that is there is removed.

    :param user: the user's number.
    :param group: the group's number.
    """
    path.unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX, kind) as opened:
        opened.bind(str(path))
        path.chmod(0o600)
        os.chown(path, user, group)
        yield opened


def hand_over(offer: socket.socket, descriptors: t.Sequence[int]) -> None:
    """Send *descriptors* to the process that connected to *offer*."""
    channel, _address = offer.accept()
    with channel:
        socket.send_fds(channel, [b"\0"], list(descriptors))


def notify(notice: bytes) -> None:
    """Send *notice* to systemd, if this process is a service that notifies."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if address and notice:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as channel:
            channel.connect("\0" + address[1:] if address.startswith("@") else address)
            channel.sendall(notice)


def engine_environment() -> dict[str, str]:
    """This program's environment without systemd's variables, which podman would take for its own."""
    return {name: value for name, value in os.environ.items() if name not in FROM_SYSTEMD}


def remove(engine: str, name: str) -> None:
    """Remove the container *name*, running or not, if there is one."""
    subprocess.run(  # noqa: S603 - a list
        [engine, "container", "rm", "--force", name], env=engine_environment(), capture_output=True, check=False
    )


def attend(child: subprocess.Popen[bytes], offer: socket.socket, notices: socket.socket, secrets: bytes) -> int:
    """Serve both sockets until *child* has ended.

    :param offer: listens at ``handover.sock``.
    :param notices: receives at ``notify.sock``.
    :param secrets: the text of the environment file with the secrets.
    :returns: the exit status of *child*.
    """
    ended = os.pidfd_open(child.pid)
    with selectors.DefaultSelector() as selector:
        for source in (ended, offer, notices):
            selector.register(source, selectors.EVENT_READ)
        while child.poll() is None:
            for key, _events in selector.select():
                if key.fileobj is offer:
                    # Only once, so that no later process in the container is given the secrets.
                    selector.unregister(offer)
                    memory = in_memory(secrets)
                    hand_over(offer, [LISTENING, memory])
                    os.close(memory)
                elif key.fileobj is notices:
                    notify(passed_on(notices.recv(NOTICE_BYTES)))
    os.close(ended)
    return child.returncode


def run(arguments: argparse.Namespace) -> int:
    """Start the container, hand the port and the secrets over, and stay until it has ended.

    :returns: the container's exit status.
    :raises SystemExit: when systemd passed no listening socket.
    """
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
            # The engine passes the signal on to the container's first process.
            signal.signal(signal.SIGTERM, lambda _signal, _frame: child.terminate())
            try:
                return attend(child, offer, notices, arguments.secrets.read_bytes())
            finally:
                remove(arguments.engine, arguments.name)


def receive(arguments: argparse.Namespace) -> t.NoReturn:
    """Receive the two descriptors, put them at 3 and 4, and become the command. Never returns."""
    with socket.socket(socket.AF_UNIX) as channel:
        channel.connect(str(arguments.folder / "handover.sock"))
        _message, descriptors, _flags, _address = socket.recv_fds(channel, 1, 2)
    # First move both out of the way, because one may already have the other's number.
    aside = [fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 16) for descriptor in descriptors]
    for number, descriptor in enumerate(aside, start=LISTENING):
        os.dup2(descriptor, number)
    os.execv(arguments.command[0], arguments.command)  # noqa: S606 - a list, from the unit


def parsed_arguments(argv: list[str]) -> argparse.Namespace:
    """The command line *argv*, without the program's name. It never carries a secret."""
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
    """Run the action that the command line names; returns the exit status."""
    arguments = parsed_arguments(argv)
    if arguments.action == "receive":
        receive(arguments)
    if arguments.action == "remove":
        remove(arguments.engine, arguments.name)
        return 0
    return run(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
