"""This machine as a host of the role: a gateway with a database, deployed under supervisor below a folder."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import typing as t
import urllib.request
from pathlib import Path

import yaml

from tests.keys.served import ROOT, engine_settings
from tests.prisma_engine.database import Database
from tests.routing.gateway import KEY, free_port

LONGEST = 900
"""Seconds that a play may take on a machine with other work; it installs LiteLLM."""
SALT, PASSWORD, ADMIN = "canary-salt-0123456789", "canary-database-0123456789", "canary-admin-%0123456789"
"""The salt key, the password of the database, which asks for none, and that of the admin interface."""
UI = {"username": "operator", "password_env": "ADMIN"}


class Host:
    """This machine, below a folder: a gateway of the account that runs the tests."""

    def __init__(self, folder: Path, database: Database) -> None:
        self.folder, self.port = folder, free_port()
        here = {"ansible_connection": "local", "ansible_python_interpreter": sys.executable}
        own: dict[str, t.Any] = {"litellm_user": "root", "litellm_group": "root"} if os.geteuid() == 0 else {}
        self._variables: dict[str, t.Any] = {
            **own,
            "litellm_become": False,
            "litellm_service_manager": "supervisor",
            "litellm_port": self.port,
            "litellm_workers": 1,
            "litellm_prometheus": True,
            "litellm_metrics_port": 0,
            "litellm_models": {"hello": {"alias": "hello", "upstream": "gpt-4o-mini", "mock_response": "Hello."}},
            "litellm_master_key": KEY,
            "litellm_salt_key": SALT,
            "litellm_secrets": {"PASSWORD": PASSWORD, "ADMIN": ADMIN},
            "litellm_database": {
                "host": "127.0.0.1",
                "port": database.port,
                "password_env": "PASSWORD",
                "sslmode": "disable",
            },
            "litellm_environment": engine_settings(),
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

    def generate_key(self) -> str:
        """A key that the gateway has made, and keeps in its database."""
        request = urllib.request.Request(  # noqa: S310 - its own
            f"{self.url}/key/generate",
            b"{}",
            {"Authorization": f"Bearer {KEY}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - its own
            return str(json.load(answer)["token"])

    def database_up(self) -> float:
        """What the gateway's metric says of its database."""
        request = urllib.request.Request(f"{self.url}/metrics/", headers={"Authorization": f"Bearer {KEY}"})  # noqa: S310 - its own
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - its own
            found = re.search(r"^litellm_gateway_database_up(?:\{.*\})? (\S+)$", answer.read().decode(), re.MULTILINE)
        assert found
        return float(found[1])
