"""A slot with a certificate: what its clients get, when it is renewed, and when it cannot serve."""

from __future__ import annotations

import http.client
import os
import socket
import ssl
import sys
import types
import typing as t
from pathlib import Path

import pytest
import tls
from ansible_collections.llmops.litellm.plugins.module_utils._certificates import only
from reason import ReleaseRefusedError

from tests.certificates import Issued, issue
from tests.unit.roles.litellm.gateway.conftest import LONGEST, Slot, wait_until
from tests.unit.roles.litellm.gateway.test_gateway import ended

ROOT = issue("root")


class Files(t.NamedTuple):
    """Where a certificate and its key are."""

    certificate: Path
    key: Path

    def write(self, issued: Issued, key: Issued | None = None) -> None:
        """Replace both, the certificate first, each at once."""
        for file, text in ((self.certificate, issued.pem + ROOT.pem), (self.key, (key or issued).key_pem)):
            new = file.with_suffix(".new")
            new.write_text(text)
            new.replace(file)


@pytest.fixture
def files(tmp_path: Path) -> Files:
    found = Files(tmp_path / "certificate.pem", tmp_path / "key.pem")
    found.write(issue("host", ROOT, ["llm.example.com"]))
    return found


@pytest.fixture
def secure(slot: Slot, files: Files) -> Slot:
    """A slot that serves HTTPS."""
    slot.options |= {"tls-certificate": files.certificate, "tls-key": files.key}
    return slot


def connected(slot: Slot, context: ssl.SSLContext) -> http.client.HTTPSConnection:
    return http.client.HTTPSConnection("127.0.0.1", slot.port, timeout=LONGEST, context=context)


def asked(connection: http.client.HTTPConnection, path: str = "/health/readiness") -> int:
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    return answer.status


def shown(slot: Slot) -> bytes | None:
    """The certificate that the slot shows now."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with socket.create_connection(("127.0.0.1", slot.port), LONGEST) as plain, context.wrap_socket(plain) as connection:
        return connection.getpeercert(binary_form=True)


def test_a_renewed_certificate_is_shown_and_nobody_is_cut_off(secure: Slot, files: Files) -> None:
    process = secure.start()
    secure.wait_for("ready")
    kept = connected(secure, only(str(files.certificate)))
    assert asked(kept) == 200
    before = shown(secure)
    renewed = issue("host", ROOT, ["llm.example.com"], days=180)
    files.write(renewed, issue("another"))
    files.write(renewed)
    wait_until(lambda: shown(secure) != before)
    fresh = connected(secure, only(str(files.certificate)))
    assert (asked(kept), asked(fresh)) == (200, 200)
    output = ended(process)
    assert output.count("a new certificate is shown from now on") == 1
    assert "Traceback" not in output


def test_only_new_versions_of_tls_and_no_plain_http(secure: Slot, files: Files) -> None:
    process = secure.start()
    secure.wait_for("ready")
    assert secure.state.read_text().startswith("ready")
    old = only(str(files.certificate))
    old.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning, match="deprecated"):
        old.minimum_version = ssl.TLSVersion.TLSv1_1
    with pytest.warns(DeprecationWarning, match="deprecated"):
        old.maximum_version = ssl.TLSVersion.TLSv1_1
    with pytest.raises((ssl.SSLError, ConnectionError)):
        asked(connected(secure, old))
    with pytest.raises((http.client.HTTPException, OSError)):
        asked(http.client.HTTPConnection("127.0.0.1", secure.port, timeout=LONGEST))
    assert "Traceback" not in ended(process)


def test_who_has_not_finished_the_handshake_when_the_slot_ends_is_answered(secure: Slot, files: Files) -> None:
    process = secure.start()
    secure.wait_for("ready")
    kept, late = (connected(secure, only(str(files.certificate))) for _number in range(2))
    assert asked(kept) == 200
    with socket.create_connection(("127.0.0.1", secure.port), LONGEST) as plain:
        # Whoever came later is answered, so that this connection is accepted.
        assert asked(connected(secure, only(str(files.certificate)))) == 200
        process.terminate()
        wait_until(lambda: drains(kept))
        late.sock = only(str(files.certificate)).wrap_socket(plain)
        assert asked(late) == 200
    assert process.wait(LONGEST) == 0


def drains(connection: http.client.HTTPConnection) -> bool:
    """Whether the slot asks its clients to close their connections."""
    connection.request("GET", "/health/readiness")
    with connection.getresponse() as answer:
        answer.read()
        return answer.getheader("connection") == "close"


def test_a_key_of_another_certificate_is_refused(secure: Slot, files: Files) -> None:
    files.write(issue("host", ROOT, ["llm.example.com"]), issue("another"))
    process = secure.start()
    assert process.wait(LONGEST) == 3
    refused = "refused: the certificate and its key cannot serve: KEY_VALUES_MISMATCH\n"
    assert secure.state.read_text() == refused
    assert files.key.read_text().splitlines()[1] not in process.communicate()[0]


class Gauge:
    """Stands for a gauge of prometheus-client."""

    def __init__(self, name: str, _text: str, registry: None, multiprocess_mode: str) -> None:
        self.name, self.value = name, 0.0
        assert (registry, multiprocess_mode) == (None, "mostrecent")

    def set(self, value: float) -> None:
        self.value = value


def test_the_metric_tells_the_end_also_of_a_new_certificate(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "prometheus_client", types.SimpleNamespace(Gauge=Gauge))
    found = tls.Tls(*files)
    found.count_in_metrics()
    metric: t.Any = found._gauge
    assert metric.name == "litellm_gateway_certificate_expiration_timestamp_seconds"
    first = metric.value
    renewed = issue("host", ROOT, ["host"], days=180)
    files.write(renewed)
    found.look_again()
    assert metric.value == renewed.certificate.not_valid_after_utc.timestamp() > first


def test_there_is_no_metric_without_its_library(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "prometheus_client", None)
    found = tls.Tls(*files)
    found.count_in_metrics()
    found.tell_end()


def test_what_cannot_serve_is_left_alone(files: Files, capsys: pytest.CaptureFixture[str]) -> None:
    found = tls.Tls(*files)
    context = found._current
    found.look_again()
    files.write(issue("host", ROOT, ["host"]), issue("another"))
    found.look_again()
    found.look_again()
    assert capsys.readouterr().out == "the new certificate and its key cannot serve yet: KEY_VALUES_MISMATCH\n"
    os.unlink(files.key)
    found.look_again()
    assert "No such file" in capsys.readouterr().out
    assert found._current is context


def test_a_file_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ReleaseRefusedError, match="No such file"):
        tls.Tls(tmp_path / "certificate", tmp_path / "key")
