"""The process that serves the metrics of a slot: who gets them, and when it has its address."""

from __future__ import annotations

import contextlib
import hashlib
import http.client
import json
import os
import ssl
import subprocess
import sys
import time
import typing as t
import urllib.error
import urllib.request
from pathlib import Path

import counted
import metrics
import pytest

from tests.certificates import issue
from tests.ports import free_port
from tests.unit.roles.litellm.gateway.conftest import LONGEST, PROGRAM

TOKEN = "of-the-test"  # noqa: S105 - of the test


@contextlib.contextmanager
def serving(folder: Path, port: int, number: int, **words: object) -> t.Iterator[metrics.MetricsProcess]:
    """The process of slot *number*, which serves."""
    own = counted.Counted(folder / "metrics").begin()
    state = folder / str(number) / "state"
    state.parent.mkdir()
    state.write_text("ready 1")
    options = {
        "folder": folder / "metrics",
        "own": own,
        "state-file": state,
        "master": os.getpid(),
        "max-worker-memory": 512,
        "gateway-host": "127.0.0.1",
        "gateway-port": free_port(),
        "gateway-tls": 0,
        "host": "127.0.0.1",
        "port": port,
        **words,
    }
    package = folder / "litellm-1.2.3.dist-info"
    package.mkdir(exist_ok=True)
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: litellm\nVersion: 1.2.3\n")
    code = f"import sys; sys.path[:0] = [{str(PROGRAM)!r}, {str(folder)!r}]; import metrics; metrics.serve_metrics(sys.argv[1:])"
    process = metrics.MetricsProcess(
        [sys.executable, "-c", code, *(f"--{name}={value}" for name, value in options.items())]
    )
    process.keep()
    try:
        yield process
    finally:
        process.stop()
        counted.Counted(folder / "metrics").forget_ended()


def get(url: str, token: str = "", context: ssl.SSLContext | None = None) -> tuple[int, str]:
    """Status and text of an answer, once somebody answers."""
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"} if token else {})  # noqa: S310 - http
    deadline = time.monotonic() + LONGEST
    while True:
        try:
            with urllib.request.urlopen(request, context=context) as answer:  # noqa: S310 - http
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except (OSError, http.client.HTTPException):  # nobody is there, or not any more
            assert time.monotonic() < deadline
            time.sleep(0.05)


def test_slots_pass_the_address_on(tmp_path: Path) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    seen = {slot: f'litellm_gateway_info{{release="",slot="{slot}",version="1.2.3"}} 1.0' for slot in (1, 2)}
    with serving(tmp_path, port, 1) as first:
        assert seen[1] in get(f"{url}/metrics")[1]
        with serving(tmp_path, port, 2):
            assert seen[1] in get(f"{url}/metrics")[1]
            first.stop()
            deadline = time.monotonic() + LONGEST
            while seen[2] not in (text := get(f"{url}/metrics")[1]):
                assert time.monotonic() < deadline
                time.sleep(0.05)
            assert "litellm_gateway_worker_limit_bytes 536870912.0" in text
            assert get(f"{url}/elsewhere")[0] == 404


def test_which_release_it_is_and_whether_it_is_as_it_was(tmp_path: Path) -> None:
    config = tmp_path / "config" / "slots" / "1" / "config.yaml"
    config.parent.mkdir(parents=True)
    config.write_text("model_list: []\n")
    config.chmod(0o640)
    (tmp_path / "releases").mkdir()
    record = {
        "slot": 1,
        "folders": {"install": "/opt/litellm", "config": str(tmp_path / "config")},
        "files": {str(config): hashlib.sha256(config.read_bytes()).hexdigest(), "/etc/systemd/system/a.service": "0"},
    }
    for number, told in ((9, record), (10, record), (11, record | {"slot": 2}), (12, {})):
        (tmp_path / "releases" / f"{number}.json").write_text(json.dumps(told))
    port = free_port()
    with serving(tmp_path, port, 1):
        url = f"http://127.0.0.1:{port}/metrics"
        text = get(url)[1]
        assert 'litellm_gateway_info{release="10",slot="1",version="1.2.3"} 1.0' in text
        assert "litellm_gateway_changed_files 0.0" in text
        config.write_text("model_list: [somebody else's]\n")
        assert "litellm_gateway_changed_files 1.0" in get(url)[1]
        # What its owner alone may read holds secrets, and its digest in the record is another one.
        config.chmod(0o600)
        assert "litellm_gateway_changed_files 0.0" in get(url)[1]
        config.unlink()
        assert "litellm_gateway_changed_files 1.0" in get(url)[1]


def test_who_has_not_the_token_gets_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(metrics.TOKEN, TOKEN)
    port = free_port()
    with serving(tmp_path, port, 1):
        url = f"http://127.0.0.1:{port}/metrics"
        assert get(url)[0] == 401
        assert get(url, "wrong") == (401, "These metrics need their token, as 'Authorization: Bearer <token>'.\n")
        assert get(url, TOKEN)[0] == 200


def test_others_get_them_over_tls(tmp_path: Path) -> None:
    host = issue("localhost", names=["localhost"])
    (tmp_path / "cert.pem").write_text(host.pem)
    (tmp_path / "key.pem").write_text(host.key_pem)
    port = free_port()
    with serving(tmp_path, port, 1, **{"tls-certificate": tmp_path / "cert.pem", "tls-key": tmp_path / "key.pem"}):
        context = ssl.create_default_context(cadata=host.pem)
        context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
        assert get(f"https://localhost:{port}/metrics", context=context)[0] == 200


def test_a_process_that_dies_is_started_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metrics, "RESTART_SECONDS", 0)
    started: list[list[str]] = []

    class Ended:
        def __init__(self, command: list[str], **_options: object) -> None:
            started.append(command)

        def poll(self) -> int:
            return 1

        def terminate(self) -> None: ...

    monkeypatch.setattr(subprocess, "Popen", Ended)
    process = metrics.MetricsProcess(["program"])
    process.keep()
    process.keep()
    assert started == [["program"]] * 2
    process.stop()
    process.keep()
    assert len(started) == 2


def test_it_gets_no_secret_but_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-canary")
    monkeypatch.setenv(metrics.TOKEN, TOKEN)
    told = tmp_path / "told"
    program = f"import json, os; open({str(told)!r}, 'w').write(json.dumps(dict(os.environ)))"
    process = metrics.MetricsProcess([sys.executable, "-c", program])
    process.keep()
    deadline = time.monotonic() + LONGEST
    while not (told.exists() and told.read_text()):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    environment = json.loads(told.read_text())
    assert environment[metrics.TOKEN] == TOKEN
    assert "OPENAI_API_KEY" not in environment
