"""The places of a host below a folder of the test, and a PostgreSQL that answers what a test says."""

from __future__ import annotations

import getpass
import os
import typing as t
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils import _owned_files as files
from ansible_collections.llmops.litellm.plugins.module_utils import _postgresql_places as places
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql.client import Refused

Rows = list[dict[str, t.Any]]


class Said:
    """A client that answers rows from a table, by a part of the query, and keeps what it was told."""

    def __init__(self, answers: dict[str, Rows]) -> None:
        self.answers = answers
        self.told: list[str] = []
        self.refuses = ""

    def rows(self, query: str, **_values: str) -> Rows:
        return next((rows for part, rows in self.answers.items() if part in query), [])

    def say(self, sql: str) -> str:
        if self.refuses and self.refuses in sql:
            raise Refused("permission denied")
        self.told.append(sql)
        return ""


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The places of the host, below the folder of the test."""

    def here(path: str) -> str:
        return f"{tmp_path}{path}"

    for folder in ("etc/systemd/system", "etc/tmpfiles.d", "var/lib", "run"):
        (tmp_path / folder).mkdir(parents=True)
    for name, value in vars(places).copy().items():
        if isinstance(value, str) and value.startswith("/"):
            monkeypatch.setattr(places, name, here(value))
    monkeypatch.setattr(places, "ACCOUNT", getpass.getuser())
    monkeypatch.setattr(places, "UNITS", {name: here(path) for name, path in places.UNITS.items()})
    monkeypatch.setattr(places, "MANAGED", tuple(map(here, places.MANAGED)))
    monkeypatch.setattr(files, "OWNER", os.getuid())
    monkeypatch.setattr(files, "group_number", lambda _name: os.getgid())
    monkeypatch.setattr(files, "user_number", lambda _name: os.getuid())
    return tmp_path


def program(path: Path, text: str) -> Path:
    """A program of the shell's."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path
