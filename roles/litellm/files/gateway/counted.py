# SPDX-License-Identifier: GPL-3.0-or-later
"""What all slots of a gateway have counted, from the files of prometheus-client, as one text for Prometheus.

Each start of a slot counts in a folder of its own, in one file for each of its processes. The sum over all of them goes on while
slots change: a slot that drains still counts, and is still read. When it has ended, what it counted is added to ``past.json``
and its folder goes away. After a reboot all counters begin at 0, for what the disk has may be older than what was counted,
and a counter that is a little lower than before is, to Prometheus, one that began at 0 and has counted all of it again.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import math
import os
import shutil
import struct
import time
import typing as t
from pathlib import Path

if t.TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ADDED_UP = ("counter", "histogram", "summary")
"""The kinds of metrics whose values of several processes are added up, and outlive their process."""

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")

_LENGTH = struct.Struct("i").unpack_from
_VALUE_AND_TIME = struct.Struct("dd").unpack_from
_HEADER_BYTES = 8

Values = dict[str, dict[str, float]]
"""Kind of metric → key of prometheus-client (JSON of metric, name, labels, help) → value."""


class Gauge(t.NamedTuple):
    """A value of one process, when it was set (seconds since 1970, or 0), and how those of several become one."""

    value: float
    at: float
    mode: str


def boot() -> str:
    """A short name of the time since the machine started."""
    return BOOT_ID.read_text(encoding="ascii").strip()[:8]


def entries(data: bytes) -> Iterator[tuple[str, float, float]]:
    """Key, value and time of each entry in a file of prometheus-client; those that are not complete yet are left out."""
    if len(data) < _HEADER_BYTES:
        return
    used, place = min(_LENGTH(data, 0)[0], len(data)), _HEADER_BYTES
    while place + 4 <= used:
        length = _LENGTH(data, place)[0]
        start = place + 4
        place = start + length + 8 - (length + 4) % 8
        if length <= 0 or place + 16 > used:
            return
        value, at = _VALUE_AND_TIME(data, place)
        yield data[start : start + length].decode("utf-8"), value, at
        place += 16


class Counted:
    """The *folder* in which all slots of a gateway count. Slots, and those that read, may be different processes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._past = folder / "past.json"
        self._series: dict[str, tuple[str, str, str, str, str]] = {}

    def begin(self) -> Path:
        """Make a folder in which a slot counts, as long as this process or one that is forked from it lives."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self._alone():
            own = self._folder / f"{boot()}-{time.monotonic_ns()}"
            own.mkdir(mode=0o700)
            lock = os.open(own / "alive", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
            fcntl.flock(lock, fcntl.LOCK_EX)
        return own

    def forget_ended(self) -> None:
        """Add what ended slots have counted to what is past, and remove their folders; and all from before a reboot."""
        with self._alone():
            ended = [each for each in self._folders() if not self._lives(each)]
            if not ended:
                return
            values, merged = self._read_past()
            fresh = [each for each in ended if each.name.startswith(boot()) and each.name not in merged]
            for folder in fresh:
                _add(values, folder)
            # Written in one step, with the names of what is in it: who is killed now counts nothing twice.
            whole = self._past.with_suffix(".new")
            whole.write_text(
                json.dumps({"boot": boot(), "merged": [each.name for each in ended], "values": values}),
                encoding="utf-8",
            )
            whole.replace(self._past)
            for folder in ended:
                shutil.rmtree(folder, ignore_errors=True)

    def text(self, own: Path) -> str:
        """All that is counted, in Prometheus's text format.

        :param own: the folder of the slot whose gauges are shown.
        """
        with self._alone():
            values, merged = self._read_past()
            for folder in self._folders():
                if folder.name.startswith(boot()) and folder.name not in merged:
                    _add(values, folder)
        gauges = _gauges(own)
        lines = []
        for kind in ADDED_UP:
            lines += self._lines(kind, values.get(kind, {}))
        return "\n".join([*lines, *self._lines("gauge", gauges), ""])

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other processes from adding up meanwhile."""
        with (self._folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _folders(self) -> list[Path]:
        return sorted(each for each in self._folder.iterdir() if each.is_dir())

    @staticmethod
    def _lives(folder: Path) -> bool:
        """Whether a process of the slot that counts in *folder* lives."""
        try:
            with (folder / "alive").open("r+") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except FileNotFoundError:
            return False
        except BlockingIOError:
            return True
        return False

    def _read_past(self) -> tuple[Values, list[str]]:
        """What ended slots have counted since the machine started, and the names of their folders."""
        try:
            past = json.loads(self._past.read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            return {}, []  # nothing has ended yet; or the machine went down while it was written, and all begins at 0
        return (past["values"], past["merged"]) if past["boot"] == boot() else ({}, [])

    def _lines(self, kind: str, values: dict[str, float]) -> list[str]:
        """The lines of all metrics of one *kind*."""
        metrics: dict[str, list[str]] = {}
        buckets: dict[tuple[str, str], list[tuple[float, float]]] = {}
        for key, value in values.items():
            metric, about, name, labels, limit = self._series.get(key) or self._parsed(kind, key)
            lines = metrics.setdefault(metric, [])
            if not lines:
                lines.append(about)
            if limit:
                buckets.setdefault((metric, labels), []).append((float(limit), value))
            else:
                lines.append(f"{_sample(name, labels)} {number(value)}")
        for (metric, labels), found in buckets.items():
            before = f"{labels}," if labels else ""
            total = 0.0
            for limit_value, value in sorted(found):
                total += value
                metrics[metric].append(f'{metric}_bucket{{{before}le="{number(limit_value)}"}} {number(total)}')
            metrics[metric].append(f"{_sample(f'{metric}_count', labels)} {number(total)}")
        return [line for lines in metrics.values() for line in lines]

    def _parsed(self, kind: str, key: str) -> tuple[str, str, str, str, str]:
        """Metric, its HELP and TYPE, name of the sample, its labels, and the limit of a bucket, of one *key*."""
        metric, name, labels, about = json.loads(key)
        limit = labels.pop("le", "") if kind == "histogram" else ""
        shown = f"{metric}_total" if kind == "counter" else metric
        text = about.replace("\\", r"\\").replace("\n", r"\n")
        pairs = ",".join(f'{label}="{_escaped(str(value))}"' for label, value in sorted(labels.items()))
        self._series[key] = (metric, f"# HELP {shown} {text}\n# TYPE {shown} {kind}", name, pairs, limit)
        return self._series[key]


def _sample(name: str, labels: str) -> str:
    return f"{name}{{{labels}}}" if labels else name


def _escaped(value: str) -> str:
    return value.replace("\\", r"\\").replace("\n", r"\n").replace('"', r"\"")


def number(value: float) -> str:
    """*value* as Prometheus writes it."""
    if math.isinf(value):
        return "+Inf" if value > 0 else "-Inf"
    return "NaN" if math.isnan(value) else repr(float(value))


def _add(values: Values, folder: Path) -> None:
    """Add what the processes of one slot have counted to *values*."""
    for kind in ADDED_UP:
        sums = values.setdefault(kind, {})
        for file in folder.glob(f"{kind}_*.db"):
            for key, value, _at in entries(file.read_bytes()):
                sums[key] = sums.get(key, 0.0) + value


def _gauges(folder: Path) -> dict[str, float]:
    """The gauges of the processes of one slot that live; one value for all of them."""
    found: dict[str, list[Gauge]] = {}
    for file in folder.glob("gauge_*.db"):
        _kind, mode, process = file.stem.split("_", 2)
        if not Path("/proc", process).exists():
            continue
        with contextlib.suppress(FileNotFoundError):
            for key, value, at in entries(file.read_bytes()):
                found.setdefault(key, []).append(Gauge(value, at, mode.removeprefix("live")))
    return {key: _one(key, gauges) for key, gauges in found.items()}


def _one(key: str, gauges: list[Gauge]) -> float:
    """The value that stands for those of several processes.

    LiteLLM says of none of its gauges how that is. What is left of a limit is the least that one knows of; of everything else
    (a state, of which 0 is the best; a limit) the most is told.
    """
    values: Iterable[float] = (gauge.value for gauge in gauges)
    mode = gauges[0].mode
    if mode == "sum":
        return sum(values)
    if mode == "mostrecent":
        return max(gauges, key=lambda gauge: gauge.at).value
    if mode == "min" or (mode == "all" and "_remaining_" in key):
        return min(values)
    return max(values)
