"""This machine as a host of the role: a gateway with a database, deployed under supervisor below a folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import typing as t
import urllib.request
from pathlib import Path

import yaml

from tests.keys.served import ROOT, engine_settings
from tests.ports import free_port
from tests.prisma_engine.database import Database
from tests.routing.gateway import KEY

LONGEST = 900
"""Seconds that a play may take on a machine with other work; it installs LiteLLM."""
SALT, PASSWORD, ADMIN = "canary-salt-0123456789", "canary-database-0123456789", "canary-admin-%0123456789"
"""The salt key, the password of the database, which asks for none, and that of the admin interface."""
HELLO = {"upstream": "gpt-4o-mini", "mock_response": "Hello."}
DEAR = {"input": 100_000, "output": 0}
"""USD for a million tokens of a model."""
COST = 0.8
"""USD for each answer of that model: the question has eight tokens."""
UI = {"username": "operator", "password_env": "ADMIN"}


class Host:
    """This machine, below a folder: a gateway of the account that runs the tests."""

    def __init__(self, folder: Path, database: Database) -> None:
        self.folder, self.port, self.metrics_port = folder, free_port(), free_port()
        here = {"ansible_connection": "local", "ansible_python_interpreter": sys.executable}
        own: dict[str, t.Any] = {"litellm_user": "root", "litellm_group": "root"} if os.geteuid() == 0 else {}
        self._variables: dict[str, t.Any] = {
            **own,
            "litellm_become": False,
            "litellm_service_manager": "supervisor",
            "litellm_port": self.port,
            "litellm_workers": 1,
            "litellm_prometheus": True,
            "litellm_metrics_port": self.metrics_port,
            "litellm_general_settings": {"proxy_batch_write_at": 2},
            "litellm_models": {"hello": {**HELLO, "alias": "hello"}, "dear": {**HELLO, "alias": "dear", "cost": DEAR}},
            "litellm_master_key": KEY,
            "litellm_salt_key": SALT,
            "litellm_secrets": {"PASSWORD": PASSWORD, "ADMIN": ADMIN},
            "litellm_database": {
                "host": "127.0.0.1",
                "port": database.port,
                "password_env": "PASSWORD",
                "sslmode": "disable",
            },
            "litellm_environment": {**engine_settings(), "PROMETHEUS_BUDGET_METRICS_REFRESH_INTERVAL_MINUTES": "1"},
            **{f"litellm_{name}_dir": str(folder / name) for name in ("install", "config", "state", "runtime")},
        }
        (folder / "hosts.yml").write_text(yaml.safe_dump({"litellm": {"hosts": {"localhost": here}}}))

    def play(self, name: str, *arguments: str, **more: t.Any) -> tuple[int, str]:
        """The status of a playbook, and what it printed. *arguments* are ``ansible-playbook``'s own."""
        given = self.folder / "variables.json"
        given.write_text(json.dumps({**self._variables, **more}))
        ended = subprocess.run(  # noqa: S603 - a list
            [
                *(sys.executable, "-m", "ansible", "playbook", "-i", self.folder / "hosts.yml", "-e", f"@{given}"),
                *arguments,
                ROOT / "playbooks" / f"{name}.yml",
            ],
            capture_output=True,
            text=True,
            timeout=LONGEST,
            check=False,
            env={**os.environ, "ANSIBLE_CONFIG": str(ROOT / "ansible.cfg")},
        )
        return ended.returncode, ended.stdout + ended.stderr

    @property
    def migrations(self) -> Path:
        """Where the installation has LiteLLM's migrations."""
        return next(self.folder.glob("install/*/lib/python3*/site-packages/litellm_proxy_extras/migrations"))

    @property
    def url(self) -> str:
        """Where it serves."""
        return f"http://127.0.0.1:{self.port}"

    def post(self, path: str, body: dict[str, t.Any], key: str = KEY) -> dict[str, t.Any]:
        """What the gateway answers."""
        request = urllib.request.Request(  # noqa: S310 - its own
            self.url + path,
            json.dumps(body).encode(),
            {"Authorization": f"Bearer {key}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - its own
            return t.cast("dict[str, t.Any]", json.load(answer))

    def ask(self, model: str, key: str) -> None:
        """Ask *model* as a client that has this key, and get an answer."""
        self.post("/v1/chat/completions", {"model": model, "messages": [{"role": "user", "content": "x"}]}, key)

    def generate_key(self) -> str:
        """A key that the gateway has made, and keeps in its database."""
        return str(self.post("/key/generate", {})["token"])
