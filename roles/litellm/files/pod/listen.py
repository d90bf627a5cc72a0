# SPDX-License-Identifier: GPL-3.0-or-later
"""Open the port of a pod, and become the gateway.

On a host the service manager holds the port, because slots hand it over. A pod has a port of its own, and the Service in
front of it sends nobody there before the pod is ready.
"""

from __future__ import annotations

import argparse
import os
import socket
import sys
import typing as t

LISTENING = 3
"""The descriptor of the listening socket, as on a host."""


def opened(host: str, port: int, backlog: int) -> socket.socket:
    """A socket that listens at *port* of an address of the pod; ``::`` takes IPv4 too, whose clients are ``::ffff:…`` then."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    both = family == socket.AF_INET6 and socket.has_dualstack_ipv6()
    found = socket.create_server((host, port), family=family, backlog=backlog, dualstack_ipv6=both)
    found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return found


def parsed_arguments(argv: list[str]) -> argparse.Namespace:
    """The command line *argv*, without the program's name."""
    parser = argparse.ArgumentParser(description="Open the port of a pod, and become the gateway.")
    parser.add_argument("--host", required=True, help="address to listen at")
    parser.add_argument("--port", required=True, type=int, help="port to listen at")
    parser.add_argument("--backlog", required=True, type=int, help="connections that may wait there")
    parser.add_argument("command", nargs="+", help="what to become; it has the socket at descriptor 3")
    return parser.parse_args(argv)


def main(argv: list[str]) -> t.NoReturn:
    """Open the port and become the command. Never returns."""
    arguments = parsed_arguments(argv)
    port = opened(arguments.host, arguments.port, arguments.backlog)
    os.dup2(port.fileno(), LISTENING)
    os.set_inheritable(LISTENING, True)
    os.execv(arguments.command[0], arguments.command)  # noqa: S606 - a list, from the manifest


if __name__ == "__main__":
    main(sys.argv[1:])
