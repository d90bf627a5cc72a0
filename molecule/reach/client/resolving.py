"""Run a Python program for which a name has an address; no settings of this machine are changed.

Usage: resolving.py NAME ADDRESS PROGRAM
"""

from __future__ import annotations

import runpy
import socket
import sys
import typing as t

_getaddrinfo = socket.getaddrinfo


def resolve(name: str, address: str) -> None:
    """From now on *name* has *address* in this process."""

    def resolved(host: t.Any, *arguments: t.Any, **options: t.Any) -> t.Any:
        return _getaddrinfo(address if host == name else host, *arguments, **options)

    socket.getaddrinfo = resolved


if __name__ == "__main__":
    resolve(sys.argv[1], sys.argv[2])
    runpy.run_path(sys.argv[3], run_name="__main__")
