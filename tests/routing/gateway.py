"""The real LiteLLM on a free local port, with a configuration that the collection has rendered."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
import time
import typing as t
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.ports import free_port

ROLE = Path(__file__).parents[2] / "roles" / "litellm"
KEY = "sk-routing-master-key"
LONGEST_START = 300  # seconds


@dataclass(frozen=True)
class Gateway:
    """A gateway that is ready."""

    url: str
    log: Path

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {KEY}"}


def production_settings() -> dict[str, str]:
    """The environment that the role gives to every gateway."""
    variables = yaml.safe_load((ROLE / "vars" / "main.yml").read_text(encoding="utf-8"))
    settings = variables["__litellm_production"]
    return {name: str(value) for name, value in settings.items() if "{{" not in str(value)}


@contextlib.contextmanager
def running_gateway(python: str, content: str, environment: t.Mapping[str, str]) -> t.Iterator[Gateway]:
    """LiteLLM in a process of its own, ready for requests.

    :param python: an interpreter that can import ``litellm[proxy]``.
    :param content: the text of the configuration.
    :param environment: the secrets that it refers to, without the master key.
    """
    with tempfile.TemporaryDirectory() as folder:
        config, log = Path(folder, "config.yaml"), Path(folder, "log")
        config.write_text(content, encoding="utf-8")
        port = free_port()
        command = [python, "-m", "uvicorn", "litellm.proxy.proxy_server:app", "--host", "127.0.0.1"]
        command += ["--port", str(port), "--no-access-log", "--log-level", "warning"]
        command += ["--timeout-keep-alive", "75"]  # as the role
        settings = {"PATH": os.defpath, "HOME": folder, **production_settings()}
        settings |= {"CONFIG_FILE_PATH": str(config), "LITELLM_MASTER_KEY": KEY, **environment}
        with log.open("wb") as output:
            process = subprocess.Popen(  # noqa: S603 - whoever runs the tests names the interpreter
                command, env=settings, cwd=folder, stdout=output, stderr=output
            )
        try:
            url = f"http://127.0.0.1:{port}"
            _wait_until_ready(process, url, log)
            yield Gateway(url, log)
        finally:
            process.terminate()
            try:
                process.wait(timeout=60)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait_until_ready(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    deadline = time.monotonic() + LONGEST_START
    while time.monotonic() < deadline and process.poll() is None:
        with (
            contextlib.suppress(OSError),
            urllib.request.urlopen(f"{url}/health/readiness", timeout=5) as answer,  # noqa: S310 - a URL of this file
        ):
            if answer.status == 200:
                return
        time.sleep(0.2)
    raise RuntimeError(f"LiteLLM did not become ready:\n{log.read_text(encoding='utf-8', errors='replace')[-3000:]}")
