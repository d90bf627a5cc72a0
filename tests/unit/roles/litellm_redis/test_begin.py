"""What Redis and Sentinel go on with when they start again."""

from __future__ import annotations

import runpy
import sys
import typing as t
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[4] / "roles" / "litellm_redis" / "files" / "begin.py"
DECLARED = """\
# hosts 10.0.0.1 10.0.0.2 10.0.0.3
sentinel monitor litellm 10.0.0.1 6379 2
dir /var/lib/litellm-redis-sentinel
"""
FOUND_OUT = """\
# hosts 10.0.0.1 10.0.0.2 10.0.0.3
sentinel monitor litellm 10.0.0.2 6379 9
dir /somewhere/else
sentinel myid 0123
sentinel current-epoch 4
sentinel known-replica litellm 10.0.0.1 6379
sentinel known-sentinel litellm 10.0.0.9 26379 abcd
"""
Begin = t.Callable[..., str]


@pytest.fixture
def begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Begin:
    """Runs the program; ``state`` is what is there before, and what is there afterwards is returned."""

    def run(kind: str, state: str | None, *first: str) -> str:
        (tmp_path / "declared").write_text(DECLARED)
        if state is not None:
            (tmp_path / "state").write_text(state)
        monkeypatch.setattr(sys, "argv", ["begin.py", kind, str(tmp_path / "declared"), str(tmp_path / "state"), *first])
        runpy.run_path(str(PROGRAM), run_name="__main__")
        assert (tmp_path / "state").stat().st_mode & 0o777 == 0o600
        return (tmp_path / "state").read_text().replace(str(tmp_path), "")

    return run


def test_redis_begins_as_it_is_declared(begin: Begin) -> None:
    assert begin("redis", None, "10.0.0.1", "6379") == "include /declared\nreplicaof 10.0.0.1 6379\n"


def test_redis_goes_on_as_what_sentinel_made_of_it(begin: Begin) -> None:
    assert begin("redis", "include /declared\nmaxmemory 3\n", "10.0.0.1", "6379") == "include /declared\n"
    assert begin("redis", "replicaof 10.0.0.3 6379\nport 1\n") == "include /declared\nreplicaof 10.0.0.3 6379\n"


def test_sentinel_begins_as_it_is_declared(begin: Begin) -> None:
    assert begin("sentinel", None) == DECLARED


def test_sentinel_goes_on_with_the_primary_and_the_hosts_that_are_declared_still(begin: Begin) -> None:
    told = begin("sentinel", FOUND_OUT)
    assert told.splitlines() == [
        "# hosts 10.0.0.1 10.0.0.2 10.0.0.3",
        "sentinel monitor litellm 10.0.0.2 6379 2",
        "dir /var/lib/litellm-redis-sentinel",
        "sentinel myid 0123",
        "sentinel current-epoch 4",
        "sentinel known-replica litellm 10.0.0.1 6379",
    ]
    assert begin("sentinel", told) == told


def test_sentinel_forgets_a_primary_that_is_declared_no_more(begin: Begin) -> None:
    found_out = FOUND_OUT.replace("10.0.0.2 6379 9", "10.0.0.9 6379 2")
    assert "sentinel monitor litellm 10.0.0.1 6379 2" in begin("sentinel", found_out).splitlines()
