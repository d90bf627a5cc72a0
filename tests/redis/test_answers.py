"""What the gateway makes of each way in which a Redis may be wrong, in every form in which LiteLLM reaches one."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import typing as t
from pathlib import Path

import pytest

from tests.redis.conftest import Server, make_certificates

ASK = Path(__file__).with_name("ask.py")
PASSWORD = "geheim-of-the-test"  # noqa: S105 - nobody else's

UNTRUSTED = "shows a certificate that the gateway does not trust ({}): set the right ca, or renew it"
USERS = (
    "user default off",
    f"user litellm on >{PASSWORD} ~litellm:* &* +@all -@admin -@dangerous +info",
    f"user elsewhere on >{PASSWORD} ~other:* &* +@all",
    f"user reads on >{PASSWORD} ~* &* +@all -@write",
    f"user scriptless on >{PASSWORD} ~* &* +@all -@scripting",
)


def answers(python: str, asked: dict[str, dict[str, t.Any]]) -> dict[str, list[str]]:
    """What each Redis answers."""
    done = subprocess.run(  # noqa: S603 - whoever runs the tests names the interpreter
        [python, "-I", str(ASK)],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
        env={"PATH": os.defpath, "HOME": "/nonexistent"},
    )
    assert PASSWORD not in done.stdout
    return t.cast("dict[str, list[str]]", json.loads(done.stdout.splitlines()[-1]))


@pytest.fixture
def servers(tmp_path: Path) -> t.Iterator[t.Callable[..., Server]]:
    """Starts servers, each in a folder of its own."""
    made: list[Server] = []

    def start(*lines: str, **options: t.Any) -> Server:
        folder = tmp_path / str(len(made))
        folder.mkdir()
        made.append(Server(folder, *lines, **options))
        return made[-1].start()

    yield start
    for each in made:
        each.stop()


def test_every_answer(python: str, tmp_path: Path, servers: t.Callable[..., Server]) -> None:
    make_certificates(tmp_path)
    keyed = servers(*USERS, "databases 1")
    tls = servers(certificates=tmp_path)
    full = servers("maxmemory 1", "maxmemory-policy noeviction")
    hung = servers()
    gone = servers()
    copy = servers(f"replicaof 127.0.0.1 {gone.port}")
    gone.stop()
    sentinel = servers(
        f"sentinel monitor main 127.0.0.1 {full.port} 1", f"requirepass {PASSWORD}", mode="redis-sentinel"
    )
    cluster = servers("cluster-enabled yes")
    assert cluster.say("CLUSTER", "ADDSLOTSRANGE", "0", "16383") == "+OK\r\n"
    hung.signal(signal.SIGSTOP)
    closed = tmp_path / "none.sock"

    def as_user(name: str, **more: t.Any) -> dict[str, t.Any]:
        return {"url": f"redis://{name}:{PASSWORD}@127.0.0.1:{keyed.port}/0", "namespace": "litellm", **more}

    def over_tls(query: str, host: str = "localhost") -> dict[str, t.Any]:
        return {"url": f"rediss://{host}:{tls.port}/0{query}"}

    sentinels = {"sentinel_nodes": [["127.0.0.1", sentinel.port]], "service_name": "main"}
    told = answers(
        python,
        {
            "right": as_user("litellm"),
            "right, host": {
                **{"host": "127.0.0.1", "port": keyed.port, "username": "litellm", "password": PASSWORD},
                "namespace": "litellm",
            },
            "right, cluster": {"startup_nodes": [{"host": "127.0.0.1", "port": cluster.port}]},
            "right, TLS": over_tls(f"?ssl_ca_certs={tmp_path}/ca.pem"),
            "wrong password": {"url": f"redis://litellm:{PASSWORD}x@127.0.0.1:{keyed.port}/0"},
            "no password": {"url": keyed.url},
            "other keys": as_user("elsewhere"),
            "no writes": as_user("reads"),
            "no scripts": as_user("scriptless"),
            "no such database": {"url": f"redis://litellm:{PASSWORD}@127.0.0.1:{keyed.port}/7"},
            "wrong ca": over_tls(f"?ssl_ca_certs={tmp_path}/other.pem"),
            "no ca": over_tls(f"?ssl_ca_certs={tmp_path}/none.pem"),
            "no authority in it": over_tls(f"?ssl_ca_certs={tmp_path}/ca.key"),
            "other name": over_tls(f"?ssl_ca_certs={tmp_path}/ca.pem", "127.0.0.1"),
            "no TLS": {"url": f"redis://localhost:{tls.port}/0"},
            "away": {"url": gone.url},
            "away, host": {"host": "127.0.0.1", "port": gone.port},
            "no socket": {"url": f"unix://{closed}?db=0"},
            "hangs": {"url": f"{hung.url}?socket_timeout=4"},
            "full": {"url": full.url},
            "a replica": {"url": copy.url},
            "Sentinel's password": {**sentinels, "sentinel_password": "wrong-one"},
            "through Sentinel": {**sentinels, "sentinel_password": PASSWORD},
            "not a Sentinel": {**sentinels, "sentinel_nodes": [["127.0.0.1", full.port]]},
            "Sentinels away": {**sentinels, "sentinel_nodes": [["127.0.0.1", gone.port]]},
        },
    )
    up, away, refused = "up", "away", "refused"
    assert {name: (state, sentence.removeprefix("Redis (its place) ")) for name, (state, sentence) in told.items()} == {
        "right": (up, ""),
        "right, host": (up, ""),
        "right, cluster": (up, ""),
        "right, TLS": (up, ""),
        "wrong password": (refused, "does not take the gateway's user and password: set those that Redis knows"),
        "no password": (refused, "asks for a password, and the gateway has none: set it"),
        "other keys": (refused, "does not let the gateway's user use its keys: give it the right ~litellm:*"),
        "no writes": (refused, "does not let the gateway's user run SET: give it the right to"),
        "no scripts": (refused, "does not let the gateway's user run EVAL: give it the right to"),
        "no such database": (refused, "has no database of the number that is set: choose another one"),
        "wrong ca": (refused, UNTRUSTED.format("self-signed certificate in certificate chain")),
        "no ca": (
            refused,
            f"needs the file {tmp_path}/none.pem, which the gateway cannot read: put it there (ssl_ca_certs)",
        ),
        "no authority in it": (
            refused,
            "and the gateway do not agree on TLS (no certificate or crl found): set the right ca and certificates",
        ),
        "other name": (refused, UNTRUSTED.format("IP address mismatch, certificate is not valid for '127.0.0.1'")),
        "no TLS": (away, "cannot be reached: Connection reset by peer"),
        "away": (away, "cannot be reached: Connection refused"),
        "away, host": (away, "cannot be reached: Connection refused"),
        "no socket": (away, "cannot be reached: No such file or directory"),
        "hangs": (away, "does not answer within 2 s"),
        "full": (away, "has reached its maxmemory and takes no writes: give it more"),
        "a replica": (away, "is a replica, which takes no writes: name the primary, or Sentinels that know it"),
        "Sentinel's password": (refused, "has Sentinels that do not take the gateway's password: set theirs"),
        "through Sentinel": (away, "has reached its maxmemory and takes no writes: give it more"),
        "not a Sentinel": (refused, "is named as its own Sentinel and is none: name Sentinels"),
        "Sentinels away": (away, "has no Sentinel that answers and names a primary"),
    }
