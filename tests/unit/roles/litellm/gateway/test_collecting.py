"""Garbage is collected between two pieces of work, never within one."""

from __future__ import annotations

import gc
import subprocess
import sys
import time
import typing as t
import weakref

import collecting
import pytest

from tests.unit.roles.litellm.gateway.conftest import PROGRAM

CRASH = """
import contextvars, gc, random, sys
sys.path.insert(0, sys.argv[1])
from collecting import Collector

collector = Collector() if sys.argv[2] == "between" else None
variables = [contextvars.ContextVar(f"variable {number}") for number in range(12)]
other = contextvars.ContextVar("other")
collected = 0

class Stream:
    "Sets a variable when it is collected, as what LiteLLM leaves behind of a stream does."
    def __init__(self):
        self.me = self
    def __del__(self):
        global collected, junk
        collected += 1
        other.set(object())
        junk = [(3,) * random.randrange(1, 20) for number in range(100)]

def work():
    for variable in variables:
        Stream()
        gc.set_threshold(random.randrange(1, 6), 10**6, 10**6)
        variable.set(None)
        gc.set_threshold(10**6, 10**6, 10**6)

random.seed(1)
for number in range(1000):
    contextvars.Context().run(work)
    if collector:
        gc.set_threshold(1, 10**6, 10**6)
        collector.collect()
print(collected)
"""


class Cycle:
    """Only a collection frees it."""

    def __init__(self) -> None:
        self.me = self


def garbage() -> weakref.ref[Cycle]:
    return weakref.ref(Cycle())


@pytest.fixture(autouse=True)
def _as_before() -> t.Iterator[None]:
    thresholds = gc.get_threshold()
    gc.collect()
    yield
    gc.enable()
    gc.set_threshold(*thresholds)


def allocated(number: int) -> list[list[int]]:
    return [[each] for each in range(number)]


def test_what_frees_a_mapping_while_it_is_copied_does_no_harm_any_more() -> None:
    done = subprocess.run(  # noqa: S603 - the text above
        [sys.executable, "-c", CRASH, str(PROGRAM), "between"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) > 1000


def test_nothing_is_collected_within_work() -> None:
    collector = collecting.Collector(within_work=True)
    gone = garbage()
    gc.enable()  # some library does
    collector.collect()
    kept = allocated(5000)
    assert not gc.isenabled()
    assert gone() is not None
    collector.collect()
    assert gone() is None
    assert len(kept) == 5000


def test_nothing_is_done_before_it_is_due() -> None:
    gc.set_threshold(10**6, 10, 10)
    collector = collecting.Collector(within_work=True)
    gone = garbage()
    collector.collect()
    assert gone() is not None
    gc.set_threshold(0, 10, 10)
    collector.collect()
    assert gone() is not None


def test_a_collection_of_everything_is_not_repeated_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    monkeypatch.setattr(gc, "collect", seen.append)
    monkeypatch.setattr(gc, "get_count", lambda: (701, 11, 11))
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
    moments = iter([100.0, 101.0, 150.0, 201.5, 202.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(moments))
    collector = collecting.Collector(within_work=True)
    for _time in range(3):
        collector.collect()
    assert seen == [2, 1, 2]


def test_python_is_left_alone_where_it_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    collector = collecting.Collector(within_work=False)
    gone = garbage()
    kept = allocated(5000)
    collector.collect()
    assert gc.isenabled()
    assert gone() is None
    assert len(kept) == 5000


def test_only_older_pythons_need_it() -> None:
    assert (sys.version_info < (3, 12)) == collecting.WITHIN_WORK
