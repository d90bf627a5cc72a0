"""What psql is told, and what is made of what it says."""

from __future__ import annotations

import os
import socket
import ssl
import threading
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils import _postgresql_places as places
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql import client
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql.client import Client, Refused, Unreachable

from tests.certificates import issue
from tests.unit.plugins.module_utils._postgresql.conftest import program

PASSWORD = "-".join(["sk", "canary", "5Rt8"])


def psql(tmp_path: Path, text: str, **values: str) -> Client:
    return Client(str(program(tmp_path / "psql", text)), "127.0.0.1", 5432, "litellm", "litellm", PASSWORD, **values)


def test_the_password_is_no_argument_and_sql_is_the_input(tmp_path: Path) -> None:
    said = psql(tmp_path, 'echo "$@"; env; cat').say("SELECT 1;")
    arguments, *rest = said.splitlines()
    assert PASSWORD not in arguments
    assert f"PGPASSWORD={PASSWORD}" in rest
    assert "PGSSLMODE=disable" in rest
    assert rest[-1] == "SELECT 1;"


def test_texts_of_a_query_are_quoted_by_psql(tmp_path: Path) -> None:
    asked = psql(tmp_path, f"cat > {tmp_path}/asked; echo '[{{\"a\": 1}}]'").rows("SELECT :'name'", name="it's \\ so")
    assert asked == [{"a": 1}]
    lines = (tmp_path / "asked").read_text().splitlines()
    assert lines[0] == "\\set name 'it\\'s \\\\ so'"
    assert lines[1] == "SELECT coalesce(json_agg(r), '[]') FROM (SELECT :'name') r;"


@pytest.mark.parametrize(
    ("status", "said", "error", "sentence"),
    [
        (
            3,
            "psql:<stdin>:1: ERROR:  syntax error at or near X\nLINE 1: ALTER ROLE x PASSWORD 'secret'",
            Refused,
            "syntax error at or near X",
        ),
        (
            2,
            'psql: error: connection to server at "127.0.0.1", port 5432 failed: FATAL:  role "x" does not exist',
            Refused,
            'role "x" does not exist',
        ),
        (
            2,
            'psql: error: connection to server at "127.0.0.1", port 5432 failed: Connection refused\n\tIs the server running?',
            Unreachable,
            'connection to server at "127.0.0.1", port 5432 failed: Connection refused',
        ),
        (1, "", Refused, "psql failed"),
    ],
)
def test_an_error_is_its_sentence_without_the_statement(
    tmp_path: Path, status: int, said: str, error: type[Exception], sentence: str
) -> None:
    (tmp_path / "said").write_text(said)
    with pytest.raises(error) as told:
        psql(tmp_path, f"cat {tmp_path}/said >&2; exit {status}").say("SELECT 1;")
    assert str(told.value) == sentence


def test_a_psql_that_hangs_is_told_without_its_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "ANSWER", 0.2)
    with pytest.raises(Unreachable) as told:
        psql(tmp_path, "exec sleep 60").say("SELECT 1;")
    assert str(told.value) == "it gave no answer within 0.2 s"
    assert told.value.__cause__ is None


def test_root_asks_by_the_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert client.admin("/bin", 5432) == Client("/bin/psql", places.RUNTIME, 5432, "postgres", "postgres")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert client.admin("/bin", 5432).account == places.ACCOUNT


def test_names_and_texts_are_quoted() -> None:
    assert client.identifier('a"b') == '"a""b"'
    assert client.literal("it's") == "'it''s'"


@pytest.mark.parametrize("answer", [b"S", b"N"])
def test_the_certificate_that_is_shown(tmp_path: Path, answer: bytes) -> None:
    made = issue("database.test")
    for name, text in {"cert": made.pem, "key": made.key_pem}.items():
        (tmp_path / name).write_text(text)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert", tmp_path / "key")
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            connection, _address = listening.accept()
            connection.recv(8)
            connection.sendall(answer)
            if answer == b"S":
                context.wrap_socket(connection, server_side=True).close()
            connection.close()

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        found = client.certificate_at("127.0.0.1", listening.getsockname()[1])
        thread.join()
    expected = ssl.PEM_cert_to_DER_cert(made.pem) if answer == b"S" else b""
    assert found == expected


def test_nobody_shows_no_certificate() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    assert client.certificate_at("127.0.0.1", port) == b""
