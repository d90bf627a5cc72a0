"""An address in Prisma's words, for node-postgres."""

from __future__ import annotations

import os
import typing as t
from pathlib import Path

import pytest

from tests.prisma_engine.address import BadAddressError, read_address

WHOLE = "postgresql://lite%40llm:p%2Fw@db.test:6432/keys?connection_limit=7&pool_timeout=60&connect_timeout=9&schema=own&options=-c%20a%3Db"


def options(text: str) -> dict[str, t.Any]:
    return read_address(text).for_node()


def test_all_of_it() -> None:
    assert options(WHOLE) == {
        "host": "db.test",
        "port": 6432,
        "database": "keys",
        "user": "lite@llm",
        "password": "p/w",
        "options": "-c a=b",
        "max": 7,
        "idleTimeoutMillis": 300_000,
        "connectionTimeoutMillis": 60_000,
        "ssl": False,
    }
    assert (read_address(WHOLE).schema, read_address(WHOLE).place) == ("own", "db.test:6432")


def test_what_prisma_takes_where_nothing_is_said() -> None:
    made = options("postgres://u@h/d")
    assert (made["port"], made["max"]) == (5432, 2 * (os.cpu_count() or 1) + 1)
    assert (made["connectionTimeoutMillis"], made["password"], made["options"]) == (10_000, "", None)


def test_a_socket() -> None:
    assert options("postgresql://u@localhost/d?host=/run/postgresql")["host"] == "/run/postgresql"


def test_an_address_of_ipv6() -> None:
    assert options("postgresql://u@[::1]:5433/d")["host"] == "::1"


@pytest.mark.parametrize(
    ("query", "tls"),
    [
        ("", False),
        ("?sslmode=prefer", False),
        ("?sslmode=require&sslaccept=accept_invalid_certs", {"rejectUnauthorized": False}),
        ("?sslmode=require&sslaccept=strict", {"rejectUnauthorized": True}),
    ],
)
def test_encryption(query: str, tls: object) -> None:
    assert options(f"postgresql://u@h/d{query}")["ssl"] == tls


def test_whose_certificates_count(tmp_path: Path) -> None:
    authority = tmp_path / "ca.pem"
    authority.write_text("-----BEGIN")
    made = options(f"postgresql://u@h/d?sslmode=require&sslaccept=strict&sslcert={authority}")
    assert made["ssl"] == {"rejectUnauthorized": True, "ca": "-----BEGIN"}


@pytest.mark.parametrize(
    "wrong", ["", "mysql://u:secret@h/d", "postgresql://u:secret@h:port/d", "postgresql://u:secret@[h/d"]
)
def test_what_is_no_address(wrong: str) -> None:
    with pytest.raises(BadAddressError) as refused:
        read_address(wrong)
    assert "secret" not in str(refused.value)
