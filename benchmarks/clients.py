"""The clients of ``load.py`` beside a piece of work, and what they saw of it."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from samples import Sample, read

LOAD = Path(__file__).resolve().parent / "load.py"
WARM_UP_S = 4.0
SETTLE_S = 3.0


class Watch:
    """What clients see between two moments; complete once ``clients`` has ended.

    :param file: where they write it down.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self.samples: list[Sample] = []
        self.began = time.time()

    def requests(self) -> int:
        """How many requests ended until now, with those of the warm-up."""
        return self._file.read_bytes().count(b"\n")


@contextlib.contextmanager
def clients(url: str, key: str, *arguments: str) -> Iterator[Watch]:
    """Clients that ask the gateway at *url* while the body runs, and a little longer.

    They have warmed up when the body begins. Requests that were answered before that do not count.

    :param arguments: for ``load.py``.
    """
    environment = {**os.environ, "OPENAI_BASE_URL": f"{url}/v1", "OPENAI_API_KEY": key}
    with tempfile.NamedTemporaryFile() as file:
        command = [sys.executable, str(LOAD), *arguments]
        load = subprocess.Popen(command, env=environment, stdout=file)  # noqa: S603 - own code
        try:
            time.sleep(WARM_UP_S)
            watch = Watch(Path(file.name))
            yield watch
            time.sleep(SETTLE_S)
        finally:
            load.terminate()
            status = load.wait()
        if status != 0:
            raise ChildProcessError(f"the clients ended with status {status}")
        watch.samples += [sample for sample in read(Path(file.name)) if sample.end >= watch.began]
