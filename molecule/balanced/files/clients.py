"""Clients without retries that ask a balancer until they are told to stop, half of them for streams.

Arguments: the balancer's host, its port, how many clients, a file. They run until that file exists, then one line of JSON
says how many requests there were, how many failed and how, and how long answers took (of a stream, its first piece).
"""

from __future__ import annotations

import collections
import http.client
import json
import ssl
import sys
import threading
import time
from pathlib import Path

PATIENCE = 60
"""Seconds after which a client gives up on an answer."""

CALM = 0.2
"""Seconds that a client rests after each answer."""


class Clients:
    """Many clients of one balancer.

    :param host: the address of the balancer.
    :param port: its port.
    :param stop: the file that ends them.
    """

    def __init__(self, host: str, port: int, stop: Path) -> None:
        self._host, self._port, self._stop = host, port, stop
        self._trust = ssl.create_default_context()
        self._trust.check_hostname = False
        self._trust.verify_mode = ssl.CERT_NONE
        self.waits: list[float] = []
        self.failed: collections.Counter[str] = collections.Counter()

    def ask(self, number: int) -> None:
        """Ask again and again. Even numbers want streams; of each four clients, two keep their connection."""
        connection = None
        while not self._stop.exists():
            streams = number % 2 == 0
            begun = time.monotonic()
            try:
                connection = connection or http.client.HTTPSConnection(
                    self._host, self._port, timeout=PATIENCE, context=self._trust
                )
                body = json.dumps({"model": "m", "messages": "x" * 500})
                connection.request("POST", "/stream" if streams else "/slow", body)
                answer = connection.getresponse()
                first = answer.read(1)
                waited = time.monotonic() - begun
                rest = first + answer.read()
                if answer.status != 200:
                    raise OSError(f"status {answer.status}")
                if streams and not rest.endswith(b"[DONE]\n\n"):
                    raise OSError("incomplete stream")
                self.waits.append(waited)
                if number % 4 >= 2:
                    connection.close()
                    connection = None
            except (OSError, http.client.HTTPException) as error:
                self.failed[str(error) or type(error).__name__] += 1
                connection = None
            time.sleep(CALM)

    def run(self, count: int) -> dict[str, object]:
        """Let *count* clients ask until they are stopped; returns what they saw."""
        threads = [threading.Thread(target=self.ask, args=(number,)) for number in range(count)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        waits = sorted(self.waits) or [0.0]
        return {
            "requests": len(self.waits) + self.failed.total(),
            "failed": self.failed.total(),
            "how": dict(self.failed),
            "p50_ms": round(1000 * waits[len(waits) // 2]),
            "p99_ms": round(1000 * waits[len(waits) * 99 // 100]),
            "longest_ms": round(1000 * waits[-1]),
        }


if __name__ == "__main__":
    clients = Clients(sys.argv[1], int(sys.argv[2]), Path(sys.argv[4]))
    print(json.dumps(clients.run(int(sys.argv[3]))), flush=True)
