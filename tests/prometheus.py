"""The distribution's Prometheus, for tests; ``scripts/install_prometheus.sh`` brings it."""

from __future__ import annotations

import contextlib
import subprocess
import time
import typing as t
import urllib.request
from pathlib import Path

from tests.ports import free_port

TOOLS = Path(__file__).parents[1] / ".cache" / "prometheus" / "usr" / "bin"
LONGEST_START = 120
"""Seconds, on a machine with other work."""


@contextlib.contextmanager
def running_prometheus(folder: Path, configuration: str) -> t.Iterator[str]:
    """The address of a Prometheus that keeps what it sees below *folder*."""
    (folder / "prometheus.yml").write_text(configuration)
    address = f"127.0.0.1:{free_port()}"
    command = [f"{TOOLS}/prometheus", f"--config.file={folder}/prometheus.yml", f"--storage.tsdb.path={folder}/data"]
    command += [f"--web.listen-address={address}", "--storage.tsdb.retention.time=10y"]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)  # noqa: S603 - a program of these tests
    try:
        deadline = time.monotonic() + LONGEST_START
        while not _ready(f"http://{address}/-/ready"):
            assert process.poll() is None, (folder / "log").read_text()
            assert time.monotonic() < deadline, (folder / "log").read_text()
            time.sleep(0.1)
        yield f"http://{address}"
    finally:
        process.terminate()
        process.wait(timeout=60)


def _ready(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - this machine's own
            return bool(answer.status == 200)
    except OSError:
        return False
