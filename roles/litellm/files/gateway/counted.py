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
    from collections.abc import Callable, Iterable, Iterator

ADDED_UP = ("counter", "histogram", "summary")
"""The kinds of metrics whose values of several processes are added up, and outlive their process."""

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")

_LENGTH = struct.Struct("i").unpack_from
_VALUE_AND_TIME = struct.Struct("dd").unpack_from
_HEADER_BYTES = 8
_DOUBLE_BYTES = 8
_VALUE_BYTES = 16

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


def entries(data: bytes, begin: int = _HEADER_BYTES) -> Iterator[tuple[str, int, int]]:
    """Each entry in a file of prometheus-client: its key, where its value is, and where it ends; none that is not complete yet.

    :param begin: where to begin, which is the end of another entry.
    """
    if len(data) < _HEADER_BYTES:
        return
    used, place = min(_LENGTH(data, 0)[0], len(data)), begin
    while place + 4 <= used:
        length = _LENGTH(data, place)[0]
        start = place + 4
        place = start + length + 8 - (length + 4) % 8
        if length <= 0 or place + _VALUE_BYTES > used:
            return
        yield data[start : start + length].decode("utf-8"), place, place + _VALUE_BYTES
        place += _VALUE_BYTES


class Known:
    """One file of a process that counts: which series are at which place. Entries are only ever added."""

    def __init__(self) -> None:
        self._end = _HEADER_BYTES
        self._numbers: list[int] = []
        self._places: list[int] = []

    def add(self, data: bytes, number: Callable[[str], int], sums: list[float]) -> None:
        """Add the values in *data*, the whole file, to *sums*, by the *number* of each series' key."""
        for key, place, end in entries(data, self._end):
            self._end = end
            self._numbers.append(number(key))
            self._places.append(place // _DOUBLE_BYTES)
        missing = max(self._numbers, default=-1) + 1 - len(sums)
        sums.extend([0.0] * missing)
        doubles = memoryview(data)[: len(data) - len(data) % _DOUBLE_BYTES].cast("d")
        for series, place in zip(self._numbers, self._places, strict=True):
            sums[series] += doubles[place]


class Metric(t.NamedTuple):
    """What is written of one metric.

    :param about: its HELP and TYPE.
    :param samples: the beginning of a line, and the number of its series.
    :param histograms: labels → limit of a bucket, the beginning of its line, and the number of its series; in their order.
    """

    about: str
    samples: list[tuple[str, int]]
    histograms: dict[str, list[tuple[float, str, int]]]


class Shown:
    """The text of added-up metrics of one *kind*. What does not change between two scrapes is made once."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._numbers: dict[str, int] = {}
        self._metrics: dict[str, Metric] = {}

    def __len__(self) -> int:
        """How many series there are."""
        return len(self._numbers)

    def number(self, key: str) -> int:
        """The number of the series with this *key* of prometheus-client."""
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = len(self._numbers)
            self._learn(key, found)
        return found

    def values(self, sums: list[float]) -> dict[str, float]:
        """Key → what *sums* has of it."""
        return {key: sums[number] for key, number in self._numbers.items() if number < len(sums)}

    def lines(self, sums: list[float]) -> Iterator[str]:
        """The lines of all metrics."""
        for name, metric in self._metrics.items():
            yield metric.about
            for begin, series in metric.samples:
                yield f"{begin} {number(sums[series])}"
            for labels, buckets in metric.histograms.items():
                total = 0.0
                for _limit, begin, series in buckets:
                    total += sums[series]
                    # A number, which all but a few are, is written without a further call: there may be 100,000 of them.
                    yield f"{begin} {total!r}" if total - total == 0 else f"{begin} {number(total)}"
                yield f"{_sample(f'{name}_count', labels)} {number(total)}"

    def _learn(self, key: str, series: int) -> None:
        name, sample, labels, about = json.loads(key)
        limit = labels.pop("le", "") if self._kind == "histogram" else ""
        shown = f"{name}_total" if self._kind == "counter" else name
        if name not in self._metrics:
            text = about.replace("\\", r"\\").replace("\n", r"\n")
            self._metrics[name] = Metric(f"# HELP {shown} {text}\n# TYPE {shown} {self._kind}", [], {})
        pairs = ",".join(f'{label}="{_escaped(str(value))}"' for label, value in sorted(labels.items()))
        if limit:
            bound = f'le="{number(float(limit))}"'
            begin = _sample(f"{name}_bucket", f"{pairs},{bound}" if pairs else bound)
            buckets = self._metrics[name].histograms.setdefault(pairs, [])
            buckets.append((float(limit), begin, series))
            buckets.sort()
        else:
            self._metrics[name].samples.append((_sample(sample, pairs), series))


class Counted:
    """The *folder* in which all slots of a gateway count. Slots, and those that read, may be different processes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._past = folder / "past.json"
        self._known: dict[Path, Known] = {}
        self._shown = {kind: Shown(kind) for kind in ADDED_UP}

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
            added = self._sums(values, fresh)
            values = {kind: self._shown[kind].values(sums) for kind, sums in added.items()}
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
            here = [each for each in self._folders() if each.name.startswith(boot()) and each.name not in merged]
            added = self._sums(values, here)
            self._known = {file: known for file, known in self._known.items() if file.parent in here}
        lines = [line for kind, sums in added.items() for line in self._shown[kind].lines(sums)]
        gauges = Shown("gauge")
        shown = {gauges.number(key): value for key, value in _gauges(own).items()}
        return "\n".join([*lines, *gauges.lines([shown[each] for each in range(len(shown))]), ""])

    def _sums(self, past: Values, folders: Iterable[Path]) -> dict[str, list[float]]:
        """What is *past* and what is counted in *folders*, added up: kind → value of each series, by its number."""
        found = {}
        for kind in ADDED_UP:
            shown, old = self._shown[kind], past.get(kind, {})
            before = {shown.number(key): value for key, value in old.items()}
            sums = [before.get(series, 0.0) for series in range(max(before, default=-1) + 1)]
            for folder in folders:
                for file in folder.glob(f"{kind}_*.db"):
                    self._known.setdefault(file, Known()).add(file.read_bytes(), shown.number, sums)
            # Series that only files which are gone had.
            sums.extend([0.0] * (len(shown) - len(sums)))
            found[kind] = sums
        return found

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


def _sample(name: str, labels: str) -> str:
    return f"{name}{{{labels}}}" if labels else name


def _escaped(value: str) -> str:
    return value.replace("\\", r"\\").replace("\n", r"\n").replace('"', r"\"")


def number(value: float) -> str:
    """*value* as Prometheus writes it."""
    if math.isinf(value):
        return "+Inf" if value > 0 else "-Inf"
    return "NaN" if math.isnan(value) else repr(float(value))


def _gauges(folder: Path) -> dict[str, float]:
    """The gauges of the processes of one slot that live; one value for all of them."""
    found: dict[str, list[Gauge]] = {}
    for file in folder.glob("gauge_*.db"):
        _kind, mode, process = file.stem.split("_", 2)
        if not Path("/proc", process).exists():
            continue
        with contextlib.suppress(FileNotFoundError):
            data = file.read_bytes()
            for key, place, _end in entries(data):
                value, at = _VALUE_AND_TIME(data, place)
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
