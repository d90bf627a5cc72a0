# SPDX-License-Identifier: GPL-3.0-or-later
"""Who listens at a port of a host, whether a gateway answers there, and whether one could listen. Binds a free port for a moment."""

from __future__ import annotations

import errno
import glob
import http.client
import os
import socket
import struct
import typing as t

from .._addresses import client_host
from .._certificates import only
from .._faults import Fault
from .._litellm_names import READINESS
from .files import text_of

_REMEDY = "free it, or choose another litellm_port or litellm_host"


def answers(host: str, port: int, certificate: str = "", seconds: float = 5) -> bool:
    """Whether the gateway at *host*, *port* says that it is ready, within some *seconds*.

    :param certificate: file of the certificate that it shows, which may have ended; empty for plain HTTP.

    It is asked over ``http.client``: what modules ask a gateway with takes longer to import than this takes in all.
    """
    there = client_host(host)
    connection = http.client.HTTPConnection(there, port, timeout=seconds)
    try:
        if certificate:
            context = only(certificate, whenever=True)
            connection = http.client.HTTPSConnection(there, port, timeout=seconds, context=context)
        connection.request("GET", READINESS)
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _listening() -> t.Iterator[tuple[bytes, int, str]]:
    """Address (packed), port and inode of every listening TCP socket."""
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        for line in (text_of(table) or "").splitlines()[1:]:
            columns = line.split()
            if columns[3] == "0A":
                words, _colon, port = columns[1].partition(":")
                numbers = [int(words[start : start + 8], 16) for start in range(0, len(words), 8)]
                yield b"".join(struct.pack("=I", number) for number in numbers), int(port, 16), columns[9]


def listens(host: str, port: int) -> bool:
    """Whether a socket listens on *host*, *port*. Only looks: a connection would start a service that rests."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except OSError:
        return False
    family, _kind, _protocol, _name, address = found[0]
    packed = socket.inet_pton(family, str(address[0]).partition("%")[0])
    return any((there, number) == (packed, port) for there, number, _inode in _listening())


def systemd_holds_port(address: str | None) -> bool:
    """Whether systemd listens where its socket says that it does; it may say so and have lost the port.

    True where there is no systemd to ask, or where nobody may see what it has.

    :param address: what ``open_at`` of ``systemd`` says.
    """
    if not address:
        return address is None
    port = address.rpartition(":")[2]
    return not _may_see(1) or (port.isdigit() and 1 in _listeners(int(port)))


def port_fault(host: str, port: int, own: t.Collection[int] = ()) -> Fault | None:
    """Why the gateway cannot listen on *host*, *port*; None when it can.

    :param own: ids of processes that may hold the port, because they will let it go.
    """
    taken = ("taken-port", f"{host}:{port}")
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _name, address = found[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen(1)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            listeners = _listeners(port)
            names = "".join(f" by {name} (process {process})" for process, name in list(listeners.items())[:1])
            return None if listeners.keys() & set(own) else Fault(*taken, f"is already in use{names}", _REMEDY)
        if error.errno == errno.EACCES:
            return Fault(*taken, "needs root, because the port is below 1024", _REMEDY)
        return Fault("taken-port", host, "is not an address of this host", _REMEDY)
    return None


def _may_see(process: int) -> bool:
    """Whether this user may see what files a process has open."""
    try:
        os.listdir(f"/proc/{process}/fd")
    except OSError:
        return False
    return True


def _listeners(port: int) -> dict[int, str]:
    """Process ids and program names of who listens on *port*, as far as this user may see them."""
    inodes = {f"socket:[{inode}]" for _address, number, inode in _listening() if number == port}
    found = {}
    for link in glob.glob("/proc/[0-9]*/fd/*"):
        try:
            if os.readlink(link) in inodes:
                pid = link.split("/")[2]
                found[int(pid)] = (text_of(f"/proc/{pid}/comm") or "a process").strip()
        except OSError:
            continue  # the process ended, or is another user's
    return found
