# SPDX-License-Identifier: GPL-3.0-or-later
"""Ask the balancer of this host whether it serves; keepalived runs it each second. Exit status 0 means yes.

Argument: the port on 127.0.0.1 for such questions.
"""

from __future__ import annotations

import socket
import sys

PATIENCE = 1
"""Seconds that the balancer may take; one that hangs does not serve."""


def serves(port: int) -> bool:
    """Whether the balancer answers at *port* that it serves."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
            connection.sendall(b"GET /alive HTTP/1.0\r\n\r\n")
            version, _blank, rest = connection.recv(64).partition(b" ")
            return version.startswith(b"HTTP/1.") and rest.startswith(b"200 ")
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(0 if serves(int(sys.argv[1])) else 1)
