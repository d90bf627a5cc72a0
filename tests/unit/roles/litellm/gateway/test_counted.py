"""What slots count is added up, goes on while they change, and is never there twice."""

from __future__ import annotations

import json
import os
import shutil
import struct
import typing as t
from pathlib import Path

import counted
import pytest
from hypothesis import given
from hypothesis import strategies as st


def key(metric: str, name: str, **labels: str) -> str:
    """As prometheus-client writes one."""
    return json.dumps([metric, name, labels, f"About {metric}."])


def write(file: Path, values: t.Mapping[str, float | tuple[float, float]]) -> None:
    """A file as prometheus-client writes it: key to value, or to value and time."""
    data = b""
    for name, value in values.items():
        text = name.encode()
        text += b" " * (8 - (len(text) + 4) % 8)
        data += struct.pack("i", len(name.encode())) + text
        data += struct.pack("dd", *(value if isinstance(value, tuple) else (value, 0.0)))
    file.write_bytes(struct.pack("ii", len(data) + 8, 0) + data + bytes(64))


REQUESTS = key("requests", "requests_total", model="a")


def test_all_processes_of_all_slots_count_together(tmp_path: Path) -> None:
    both = counted.Counted(tmp_path / "metrics")
    first, second = both.begin(), both.begin()
    write(first / "counter_1.db", {REQUESTS: 2.0})
    write(first / "counter_2.db", {REQUESTS: 3.0})
    write(second / "counter_1.db", {REQUESTS: 4.0, key("requests", "requests_total", model='b"\\\n'): 1.0})
    assert both.text(second).splitlines() == [
        "# HELP requests_total About requests.",
        "# TYPE requests_total counter",
        'requests_total{model="a"} 9.0',
        r'requests_total{model="b\"\\\n"} 1.0',
    ]


def ended(folder: Path) -> None:
    """Have the slot that counts there look as if it had ended: its lock is held by nobody."""
    (folder / "alive").unlink()


def test_what_ended_slots_counted_goes_on(tmp_path: Path) -> None:
    both = counted.Counted(tmp_path)
    first, second = both.begin(), both.begin()
    write(first / "counter_1.db", {REQUESTS: 2.0})
    write(second / "counter_1.db", {REQUESTS: 4.0})
    both.forget_ended()
    assert first.exists(), "a slot that drains still counts"
    ended(first)
    before = both.text(second)
    both.forget_ended()
    assert not first.exists()
    assert second.exists()
    assert both.text(second) == before
    both.forget_ended()
    assert counted.Counted(tmp_path).text(second) == before


def test_who_is_killed_while_adding_up_counts_nothing_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    both = counted.Counted(tmp_path)
    first, second = both.begin(), both.begin()
    write(first / "counter_1.db", {REQUESTS: 2.0})
    ended(first)
    with monkeypatch.context() as killed:
        killed.setattr(shutil, "rmtree", lambda *_arguments, **_options: None)
        both.forget_ended()
    assert first.exists()
    assert "} 2.0" in both.text(second)
    both.forget_ended()
    assert not first.exists()
    assert "} 2.0" in both.text(second)


def test_counters_begin_anew_after_a_reboot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    both = counted.Counted(tmp_path)
    first, second = both.begin(), both.begin()
    for each in (first, second):
        write(each / "counter_1.db", {REQUESTS: 2.0})
    ended(first)
    both.forget_ended()
    ended(second)
    (tmp_path / "boot").write_text("another-boot")
    monkeypatch.setattr(counted, "BOOT_ID", tmp_path / "boot")
    both = counted.Counted(tmp_path)
    third = both.begin()
    assert "requests" not in both.text(third)
    both.forget_ended()
    assert not second.exists()
    assert "requests" not in both.text(third)


def test_histograms_are_added_up_bucket_by_bucket(tmp_path: Path) -> None:
    both = counted.Counted(tmp_path)
    own = both.begin()
    for process in (1, 2):
        buckets = {key("seconds", "seconds_bucket", le=limit): 1.0 for limit in ("+Inf", "10.0", "0.5")}
        write(own / f"histogram_{process}.db", {key("seconds", "seconds_sum"): 2.5, **buckets})
    assert both.text(own).splitlines()[1:] == [
        "# TYPE seconds histogram",
        "seconds_sum 5.0",
        'seconds_bucket{le="0.5"} 2.0',
        'seconds_bucket{le="10.0"} 4.0',
        'seconds_bucket{le="+Inf"} 6.0',
        "seconds_count 6.0",
    ]


@pytest.mark.parametrize(
    ("mode", "name", "expected"),
    [
        ("all", "litellm_deployment_state", "2.0"),
        ("all", "litellm_remaining_tokens", "0.0"),
        ("livemin", "up", "0.0"),
        ("livesum", "queue", "2.0"),
        ("mostrecent", "ends", "2.0"),
    ],
)
def test_one_gauge_stands_for_all_processes_that_live(tmp_path: Path, mode: str, name: str, expected: str) -> None:
    both = counted.Counted(tmp_path)
    own = both.begin()
    write(own / f"gauge_{mode}_{os.getpid()}.db", {key(name, name): (2.0, 9.0)})
    write(own / f"gauge_{mode}_1.db", {key(name, name): (0.0, 5.0)})
    write(own / f"gauge_{mode}_999999999.db", {key(name, name): (-7.0, 99.0)})
    assert both.text(own).splitlines()[-1] == f"{name} {expected}"


def test_what_comes_between_two_scrapes_is_seen(tmp_path: Path) -> None:
    both = counted.Counted(tmp_path)
    own = both.begin()
    another = key("requests", "requests_total", model="b")
    write(own / "counter_1.db", {REQUESTS: 2.0})
    assert both.text(own).endswith('{model="a"} 2.0\n')
    write(own / "counter_1.db", {REQUESTS: 3.0, another: 1.0})
    write(own / "counter_2.db", {another: 1.0})
    assert both.text(own).endswith('{model="a"} 3.0\nrequests_total{model="b"} 2.0\n')


@given(st.binary())
def test_no_file_is_too_broken(data: bytes) -> None:
    try:
        list(counted.entries(data))
    except UnicodeDecodeError:
        assert len(data) > 12
