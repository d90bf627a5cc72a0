"""A certificate and its key become one file, or are refused; what runs is given them."""

from __future__ import annotations

from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._balancer.certificate import (
    fingerprint,
    in_use,
    joined,
    put_in_use,
    text_of,
)
from ansible_collections.llmops.litellm.plugins.module_utils._balancer.errors import BalancerError
from ansible_collections.llmops.litellm.plugins.module_utils._balancer.runtime import Runtime
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.certificates import issue
from tests.unit.plugins.module_utils._balancer.conftest import FakeHaproxy

Pair = tuple[str, str]


def made(name: str) -> Pair:
    """A certificate and its key."""
    issued = issue(name)
    return issued.pem, issued.key_pem


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("certificates")


@pytest.fixture(scope="module")
def pair(folder: Path) -> Pair:
    certificate, key = made("one")
    (folder / "one.pem").write_text(certificate)
    return certificate, key


@pytest.fixture(scope="module")
def other() -> Pair:
    return made("other")


def test_both_in_one_text_and_nothing_else(pair: Pair, other: Pair) -> None:
    certificate, key = pair
    text = joined(f"subject=one\n{certificate}{other[0]}", f"notes\n{key}")
    assert text == f"{certificate}{other[0]}{key}"


def test_a_file_may_hold_both(pair: Pair) -> None:
    both = pair[1] + pair[0]
    assert joined(both, both) == pair[0] + pair[1]


def test_what_is_refused(pair: Pair, other: Pair) -> None:
    closed = issue("closed")
    rsa_key = rsa.generate_private_key(65537, 2048).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    broken = pair[1].replace("-----BEGIN PRIVATE KEY-----\n", "-----BEGIN PRIVATE KEY-----\nAAAA")
    for certificate, key, told in [
        ("nothing", pair[1], "The certificate is no certificate in PEM"),
        (pair[0], pair[0], "has to be one private key"),
        (pair[0], pair[1] + other[1], "has to be one private key"),
        (closed.pem, closed.encrypted_key_pem, "The key is encrypted"),
        (pair[0], other[1], "The key does not belong to the certificate"),
        (pair[0], rsa_key.decode(), "The key does not belong to the certificate"),
        (pair[0], broken, "The key or its certificate cannot be read; it is damaged"),
    ]:
        with pytest.raises(BalancerError, match=told) as refused:
            joined(certificate, key)
        assert key[40:60] not in str(refused.value)


def test_text_or_a_file(pair: Pair, folder: Path) -> None:
    assert text_of(pair[0], "certificate") == pair[0]
    assert text_of(str(folder / "one.pem"), "certificate") == pair[0]
    with pytest.raises(BalancerError, match=r"The key /no/such cannot be read: No such file or directory\."):
        text_of("/no/such", "key")
    (folder / "der").write_bytes(b"\xff\xfe")
    with pytest.raises(BalancerError, match=r"is no text in PEM"):
        text_of(str(folder / "der"), "key")


def test_which_certificate_runs(haproxy: FakeHaproxy, runtime: Runtime, pair: Pair, other: Pair) -> None:
    haproxy.answers = {"show ssl cert": f"Filename: /c.pem\nSHA1 FingerPrint: {fingerprint(pair[0])}\n"}
    assert in_use(runtime, "/c.pem", pair[0])
    assert not in_use(runtime, "/c.pem", other[0])
    haproxy.answers = {"show ssl cert": "Can't display the certificate: Not found or the certificate is a bundle!\n"}
    assert in_use(runtime, "/c.pem", other[0])


def test_a_certificate_is_put_in_use(haproxy: FakeHaproxy, runtime: Runtime, pair: Pair) -> None:
    haproxy.answers = {"set ssl": "Transaction created for certificate /c.pem!\n", "commit": "Committing.\nSuccess!\n"}
    put_in_use(runtime, "/c.pem", joined(*pair))
    assert haproxy.said[-1] == "commit ssl cert /c.pem"
    haproxy.answers["commit"] = ""
    with pytest.raises(BalancerError, match="does not take the new certificate: it says nothing"):
        put_in_use(runtime, "/c.pem", joined(*pair))
