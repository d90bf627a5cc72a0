"""Ask the reverse proxy of this host twice, and print the ports of its connections to the gateway that served both times.

Usage: kept_connections.py NAME KEY
"""

from __future__ import annotations

import http.client
import socket
import ssl
import sys

ESTABLISHED = "01"
GATEWAY = "0100007F:0FA0"  # 127.0.0.1:4000, as the kernel writes it


def connections() -> set[str]:
    """The local ports of open connections to the gateway."""
    with open("/proc/net/tcp", encoding="ascii") as table:
        rows = [row.split() for row in table]
    return {row[1].partition(":")[2] for row in rows if row[2] == GATEWAY and row[3] == ESTABLISHED}


def ask(name: str, key: str) -> None:
    """One request, over a connection of its own to the proxy."""
    trusted = ssl.create_default_context(cafile="/etc/ssl/litellm/fullchain.pem")
    connection = http.client.HTTPSConnection(name, context=trusted, timeout=120)
    connection.sock = trusted.wrap_socket(socket.create_connection(("127.0.0.1", 443)), server_hostname=name)
    connection.request("GET", "/v1/models", headers={"Authorization": f"Bearer {key}"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    if answer.status != 200:
        sys.exit(f"The proxy answers {answer.status}")


if __name__ == "__main__":
    ask(*sys.argv[1:])
    first = connections()
    ask(*sys.argv[1:])
    print(*sorted(first & connections()))
