"""Answers of Redis, and what becomes of a connection without one."""

from __future__ import annotations

import typing as t
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._redis.client import (
    Address,
    Connection,
    Refused,
    Unreachable,
)

from tests.unit.plugins.module_utils._redis.conftest import Server

Start = t.Callable[[dict[str, bytes]], Server]

ANSWERS = {
    "AUTH": b"+OK\r\n",
    "PING": b"+PONG\r\n",
    "INCR": b":3\r\n",
    "GET": b"$5\r\na\r\nbc\r\n",
    "TTL": b"$-1\r\n",
    "KEYS": b"*3\r\n$1\r\na\r\n:2\r\n*-1\r\n",
    "CONFIG": b"*2\r\n$4\r\nport\r\n$1\r\n0\r\n",
    "INFO": b"$32\r\n# Server\r\nredis_version:7.0.15\r\n\r\n",
    "DEL": b"-NOPERM no right\r\n",
}


def test_answers_are_read(server: Start, tmp_path: Path) -> None:
    started = server(ANSWERS)
    with Connection(Address(str(tmp_path / "socket")), "admin", "secret") as connection:
        assert connection.ask("PING") == "PONG"
        assert connection.ask("INCR", "a") == 3
        assert connection.ask("GET", "ä") == "a\r\nbc"
        assert connection.ask("TTL", 1) is None
        assert connection.ask("KEYS") == ["a", 2, None]
        assert connection.pairs("CONFIG", "GET", "port") == {"port": "0"}
        assert connection.info("server") == {"redis_version": "7.0.15"}
        with pytest.raises(Refused, match="NOPERM no right"):
            connection.ask("DEL", "a")
        with pytest.raises(Unreachable, match="has closed the connection"):
            connection.ask("QUIT")
    assert started.asked[0] == ["AUTH", "admin", "secret"]
    assert ["GET", "ä"] in started.asked


def test_an_account_that_is_refused_ends_the_connection(server: Start, tmp_path: Path) -> None:
    server({"AUTH": b"-WRONGPASS invalid\r\n"})
    with pytest.raises(Refused, match="WRONGPASS"):
        Connection(Address(str(tmp_path / "socket")), "", "secret")


def test_nobody_there_is_told_with_the_place(tmp_path: Path) -> None:
    with pytest.raises(Unreachable, match=r"/socket cannot be reached: No such file"):
        Connection(Address(str(tmp_path / "socket")))
    with pytest.raises(Unreachable, match=r"127\.0\.0\.1:1 cannot be reached: Connection refused"):
        Connection(Address("", "127.0.0.1", 1))
