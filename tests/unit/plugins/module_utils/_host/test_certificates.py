"""Which certificates and keys of a host are refused, each with a sentence, and what is told of one that ends."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._host.certificates import certificate_notices, read_tls
from ansible_collections.llmops.litellm.plugins.module_utils._release.desired import Tls, text_digest

from tests.certificates import NOW, Issued, issue

ROOT = issue("root")
HOST = issue("host", ROOT, ["llm.example.com"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path, HOST)


def written(folder: Path, issued: Issued) -> Path:
    """*folder* with a certificate and its key, named as certbot names them."""
    (folder / "fullchain.pem").write_text(issued.pem + ROOT.pem)
    (folder / "privkey.pem").write_text(issued.key_pem)
    (folder / "privkey.pem").chmod(0o600)
    return folder


def read(folder: Path) -> tuple[Tls | None, list[str]]:
    tls, faults = read_tls(str(folder / "fullchain.pem"), str(folder / "privkey.pem"), "")
    return tls, list(map(str, faults))


def test_files_that_fit(folder: Path) -> None:
    source = str(folder / "privkey.pem")
    assert read(folder) == (Tls(HOST.pem + ROOT.pem, text_digest(HOST.key_pem), source), [])


def test_texts_that_the_controller_has_judged() -> None:
    assert read_tls(HOST.pem, "", "digest") == (Tls(HOST.pem, "digest"), [])


def test_none() -> None:
    assert read_tls("", "", "") == (None, [])


def test_what_is_not_there(tmp_path: Path) -> None:
    assert read(tmp_path)[1] == [
        f"litellm_tls_certificate is {tmp_path}/fullchain.pem, which is not on the host.",
        f"litellm_tls_key is {tmp_path}/privkey.pem, which is not on the host.",
    ]


def test_a_key_that_everybody_can_read(folder: Path) -> None:
    (folder / "privkey.pem").chmod(0o644)
    (problem,) = read(folder)[1]
    assert problem.endswith("which everybody on the host can read (mode 0644); take that right away with chmod o-r.")


def test_what_does_not_belong_together(folder: Path) -> None:
    (folder / "privkey.pem").write_text(issue("another").key_pem)
    assert read(folder)[1] == [f"litellm_tls_key is {folder}/privkey.pem, which does not belong to the certificate."]


def test_what_is_no_certificate_and_no_key(folder: Path) -> None:
    (folder / "fullchain.pem").write_text("nothing")
    os.unlink(folder / "privkey.pem")
    (folder / "privkey.pem").mkdir()
    certificate, key = read(folder)[1]
    assert "which has no certificate in PEM" in certificate
    assert key == f"litellm_tls_key is {folder}/privkey.pem, which cannot be read."


def test_a_text_that_has_ended() -> None:
    (problem,) = read_tls(issue("old", names=["old"], days=-2).pem, "", "digest")[1]
    assert (problem.rule, str(problem)[:33]) == ("bad-certificate", "litellm_tls_certificate ended on ")


def test_notices() -> None:
    assert certificate_notices("") == certificate_notices(HOST.pem) == []
    begins = NOW - datetime.timedelta(days=80)
    assert "in 4 days" in certificate_notices(issue("host", ROOT, ["host"], days=4.5, begins=begins).pem)[0]
