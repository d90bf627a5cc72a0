"""PostgreSQL asked as a gateway does."""

from __future__ import annotations

import os
import ssl
import typing as t
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils import _postgresql_places as places
from ansible_collections.llmops.litellm.plugins.module_utils import _systemctl
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql import asking
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql.client import Client, Refused, Unreachable
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql.programs import Programs

from tests.certificates import issue
from tests.unit.plugins.module_utils._postgresql.conftest import Said

CERTIFICATE = issue("database.test")
CERTIFICATE_DER = ssl.PEM_cert_to_DER_cert(CERTIFICATE.pem)
Allowed = t.Callable[[Client], bool]


def options(host: Path, **others: t.Any) -> dict[str, t.Any]:
    return {
        "port": 5432,
        "user": "litellm",
        "database": "litellm",
        "password": "a-password",
        "connections": 10,
        "needed": 8,
        "socket_user": "litellm",
        "addresses": ["127.0.0.1", "192.0.2.31"],
        "tls": True,
        "dump_folder": f"{host}/dumps",
        "dump_schedule": "daily",
        **others,
    }


def should(client: Client) -> bool:
    """Whether PostgreSQL should let somebody in."""
    if (client.user, client.database) != ("litellm", "litellm"):
        return False
    if client.host == places.RUNTIME:
        return client.account == "litellm"
    return client.password == "a-password" and (client.host == "127.0.0.1" or client.mode == "verify-ca")  # noqa: S105


@pytest.fixture
def prove(host: Path, monkeypatch: pytest.MonkeyPatch) -> t.Callable[..., asking.Proof]:
    """Asks a PostgreSQL that lets in whom *allowed* says."""
    Path(places.FOLDER).mkdir()
    Path(places.CERTIFICATE).write_text(CERTIFICATE.pem)
    (host / "dumps").mkdir()
    monkeypatch.setattr(asking, "programs", lambda: Programs("/bin", 15, "15.4", ""))
    monkeypatch.setattr(asking, "certificate_at", lambda *_place: CERTIFICATE_DER)
    monkeypatch.setattr(_systemctl, "state", lambda _unit: {"Result": "success"})

    def run(allowed: Allowed = should, connections: int = 3, **others: t.Any) -> asking.Proof:
        def say(self: Client, _sql: str) -> str:
            if not allowed(self):
                raise Refused("no")
            return ""

        row = {"version": "15.4 (Debian)", "connections": connections, "bytes": 8000}
        monkeypatch.setattr(Client, "say", say)
        monkeypatch.setattr(asking, "admin", lambda *_place: Said({"server_version": [row]}))
        return asking.prove(options(host, **others))

    return run


Prove = t.Callable[..., asking.Proof]


def test_one_that_is_right_has_no_problem(prove: Prove) -> None:
    proof = prove()
    assert (proof.problems, proof.notices) == ([], ["there is no dump yet"])
    assert proof.facts == {
        "version": "15.4",
        "size": 8000,
        "connections": 3,
        "most_connections": 10,
        "needed_connections": 8,
        "newest_dump": "",
        "dump_hours": 0,
    }


@pytest.mark.parametrize(
    ("allowed", "told"),
    [
        (lambda client: should(client) and client.host != "192.0.2.31", "at 192.0.2.31 port 5432: no"),
        (lambda client: should(client) or client.database == "postgres", "it lets the role into the database postgres"),
        (lambda client: should(client) or client.user == "postgres", "it lets the role sign in as postgres"),
        (lambda client: should(client) or client.password.endswith("-not"), "it takes any password"),
        (lambda client: should(client) or client.mode == "disable", "it takes the password without TLS"),
    ],
)
def test_what_it_should_not_do_is_a_problem(prove: Prove, allowed: Allowed, told: str) -> None:
    assert any(problem.endswith(told) for problem in prove(allowed).problems)


def test_an_account_that_is_not_there_is_not_tried(prove: Prove, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "user_number", lambda _name: -1)
    assert prove(lambda client: should(client) and client.host != places.RUNTIME).problems == []


def test_another_certificate_is_a_problem(prove: Prove, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "certificate_at", lambda *_place: b"")
    assert "shows another certificate than" in prove().problems[0]


def test_connections_that_run_short_are_told(prove: Prove) -> None:
    assert prove(connections=9).notices[0] == "gateways have 9 of 10 connections"


def test_dumps_are_looked_at(prove: Prove, host: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dump = host / "dumps/litellm-20260102T000000Z.dump"
    dump.write_text("")
    dump.chmod(0o644)
    os.utime(dump, (0, 0))
    monkeypatch.setattr(_systemctl, "state", lambda _unit: {"Result": "exit-code"})
    proof = prove()
    assert proof.problems == [
        f"the last dump failed: journalctl -u {places.DUMP_SERVICE} says why",
        f"{dump} can be read by others",
    ]
    assert (proof.facts["newest_dump"], proof.facts["dump_hours"] > 1000) == (str(dump), True)


def test_none_are_missed_where_none_are_declared(prove: Prove) -> None:
    assert prove(dump_schedule="").notices == []


def test_one_that_does_not_answer_is_told(host: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(_query: str, **_values: str) -> t.NoReturn:
        raise Unreachable("nobody there")

    said = Said({})
    monkeypatch.setattr(said, "rows", silent)
    monkeypatch.setattr(asking, "admin", lambda *_place: said)
    monkeypatch.setattr(asking, "programs", lambda: Programs("/bin", 15, "15.4", ""))
    assert asking.prove(options(host)).problems == ["PostgreSQL does not answer: nobody there"]
    monkeypatch.setattr(asking, "programs", lambda: Programs("", 0, "", "postgresql"))
    assert asking.prove(options(host)).problems == ["postgresql is not installed"]
