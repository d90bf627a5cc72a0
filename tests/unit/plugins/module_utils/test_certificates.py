"""What is read of certificates, what is refused of a chain and a key, and which certificate a client accepts."""

from __future__ import annotations

import datetime
import ssl
import typing as t
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._certificates import (
    chain_faults,
    chain_of,
    end_notice,
    first_binary,
    first_of,
    key_fault,
    only,
    pair_fault,
    texts_fault,
)
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from hypothesis import given
from hypothesis import strategies as st

from tests.certificates import NOW, Issued, issue

ROOT = issue("root")
MIDDLE = issue("middle", ROOT)
HOST = issue("llm.example.com", MIDDLE, ["llm.example.com", "192.0.2.7", "2001:db8::1"])
RSA_KEY = (
    rsa.generate_private_key(65537, 2048)
    .private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    .decode()
)
CHAIN = HOST.pem + MIDDLE.pem
NOW_S = NOW.timestamp()


def test_what_a_certificate_says() -> None:
    first, second = chain_of(f"a comment\n{CHAIN}")
    assert first.names == ("llm.example.com", "192.0.2.7", "2001:db8::1")
    assert first.ends == HOST.certificate.not_valid_after_utc.timestamp()
    assert first.begins == HOST.certificate.not_valid_before_utc.timestamp()
    assert (first.issuer, second.names) == (second.subject, ())
    assert first.last_day == f"{NOW + datetime.timedelta(days=90):%Y-%m-%d}"


def test_what_a_server_sends_first() -> None:
    assert first_binary(f"a comment\n{CHAIN}") == HOST.certificate.public_bytes(serialization.Encoding.DER)
    assert first_binary("nothing") == first_binary("-----BEGIN CERTIFICATE-----\né\n-----END CERTIFICATE-----") == b""


@pytest.mark.parametrize("days", [1, 40 * 365])
def test_both_ways_to_write_a_time(days: int) -> None:
    found = first_of(issue("late", days=days).pem)
    assert found
    assert found.ends == NOW_S + days * 86400


@pytest.mark.parametrize("chain", [CHAIN, HOST.pem, CHAIN + ROOT.pem, ROOT.pem], ids=["usual", "short", "long", "own"])
def test_a_chain_that_can_serve(chain: str) -> None:
    assert chain_faults(chain, NOW_S) == []


@pytest.mark.parametrize(
    ("chain", "fault"),
    [
        ("", "has no certificate in PEM"),
        ("nothing", "has no certificate in PEM"),
        (CHAIN + HOST.key_pem, "holds a private key too"),
        (CHAIN.replace("MII", "MIJ", 1), "cannot be read"),
        (MIDDLE.pem + HOST.pem, "is in the wrong order"),
        (HOST.pem + ROOT.pem, "is in the wrong order"),
        (issue("old", days=-2).pem, f"ended on {NOW - datetime.timedelta(days=2):%Y-%m-%d}; renew it"),
        (issue("new", begins=NOW + datetime.timedelta(days=2)).pem, "is valid only from"),
    ],
)
def test_a_chain_that_cannot(chain: str, fault: str) -> None:
    (found,) = chain_faults(chain, NOW_S)
    assert fault in found


def test_every_fault_of_a_chain_at_once() -> None:
    old = issue("old", days=-2)
    assert len(chain_faults(old.pem + HOST.pem + old.pem, NOW_S)) == 3


def test_a_certificate_in_the_middle_has_ended() -> None:
    old = issue("old", ROOT, days=-2)
    (fault,) = chain_faults(issue("host", old, ["host"]).pem + old.pem, NOW_S)
    assert fault.startswith("holds certificate 2, which ended on")


@pytest.mark.parametrize(
    ("key", "fault"),
    [
        (HOST.key_pem, ""),
        (MIDDLE.key_pem, "does not belong to the certificate"),
        (RSA_KEY, "does not belong to the certificate"),
        (HOST.encrypted_key_pem, "is encrypted"),
        ("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "or its certificate cannot be read"),
    ],
    ids=["own", "another", "another kind", "encrypted", "damaged"],
)
def test_a_pair(key: str, fault: str, tmp_path: Path) -> None:
    assert key_fault(key) == ""
    (tmp_path / "certificate").write_text(CHAIN)
    (tmp_path / "key").write_text(key)
    for found in (texts_fault(CHAIN, key), pair_fault(f"{tmp_path}/certificate", f"{tmp_path}/key")):
        assert found.startswith(fault)
        assert bool(found) is bool(fault)
        assert key.splitlines()[1] not in found


def test_no_key() -> None:
    assert "no private key" in key_fault(CHAIN)
    assert "cannot be read" in pair_fault("/nowhere", "/nowhere")


@pytest.mark.parametrize(
    ("valid", "left", "told"), [(90, 30, ""), (90, 20, "in 20 days"), (90, 1.5, "in 1 day;"), (6, 3, ""), (6, 1, "in")]
)
def test_an_end_that_is_near(valid: float, left: float, told: str) -> None:
    certificate = first_of(issue("host", days=left, begins=NOW + datetime.timedelta(days=left - valid)).pem)
    assert certificate
    notice = end_notice(certificate, NOW_S)
    assert bool(notice) is bool(told)
    assert told in notice
    assert "ended on" in end_notice(certificate, NOW_S + left * 86400)


@given(st.text(alphabet="MIIBabc+/=-\n ") | st.binary(max_size=40).map(lambda octets: octets.hex()))
def test_whatever_is_given_is_refused_with_a_sentence(text: str) -> None:
    pem = f"-----BEGIN CERTIFICATE-----\n{text}\n-----END CERTIFICATE-----\n"
    assert chain_faults(pem, NOW_S)
    assert first_of(pem) is None


def handshake(certificate: Path, key: Path, client: ssl.SSLContext) -> str:
    """The error of a handshake of *client* with a server that has *certificate*; empty where there is none."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    ends = [
        client.wrap_bio(to_client, to_server, server_hostname="127.0.0.1"),
        context.wrap_bio(to_server, to_client, server_side=True),
    ]
    for _round in range(5):
        for each in ends:
            try:
                each.do_handshake()
            except ssl.SSLWantReadError:
                continue
            except ssl.SSLError as error:
                return str(error)
    return ""


@pytest.fixture
def written(tmp_path: Path) -> t.Callable[[Issued, str], tuple[Path, Path]]:
    """Writes a certificate with its chain and its key, and returns where they are."""

    def write(issued: Issued, chain: str) -> tuple[Path, Path]:
        number = len(list(tmp_path.iterdir()))
        files = tmp_path / f"{number}.pem", tmp_path / f"{number}.key"
        for file, text in zip(files, (chain, issued.key_pem), strict=True):
            file.write_text(text)
        return files

    return write


def test_a_client_takes_one_certificate_only(written: t.Callable[[Issued, str], tuple[Path, Path]]) -> None:
    own, other = written(HOST, CHAIN), issue("llm.example.com", MIDDLE, ["llm.example.com"])
    assert handshake(*own, only(str(own[0]))) == ""
    refused = handshake(*written(other, other.pem + MIDDLE.pem), only(str(own[0])))
    assert "CERTIFICATE_VERIFY_FAILED" in refused


def test_one_that_has_ended_is_taken_only_where_that_does_not_matter(
    written: t.Callable[[Issued, str], tuple[Path, Path]],
) -> None:
    old = issue("old", names=["old"], days=-2)
    files = written(old, old.pem)
    assert "expired" in handshake(*files, only(str(files[0])))
    assert handshake(*files, only(str(files[0]), whenever=True)) == ""


def test_a_file_without_a_certificate(tmp_path: Path) -> None:
    (tmp_path / "empty").write_text("")
    with pytest.raises(OSError, match="has no certificate"):
        only(str(tmp_path / "empty"))
