"""Every secret is in its one place, and nowhere else: not in what plays print, in logs, in other files, or in the database."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.keys.host import ADMIN, PASSWORD, SALT, Host
from tests.prisma_engine.database import Database
from tests.routing.gateway import KEY

OWN = ("variables.json", "keys.yml")
"""What the test itself wrote, and where the generated values go."""


def holding(folder: Path, secret: str) -> set[str]:
    """The names of files below *folder* that hold *secret*, without the installation and what is the test's own."""
    return {
        file.name
        for file in folder.rglob("*")
        if file.is_file()
        and file.name not in OWN
        and "install" not in file.relative_to(folder).parts
        and secret.encode() in file.read_bytes()
    }


def test_no_secret_is_shown_or_kept_elsewhere(host: Host, database: Database, interface: str) -> None:
    generated = yaml.safe_load((host.folder / "keys.yml").read_text())["of-the-browser"]
    assert generated.startswith("sk-")
    secrets = {"key": generated, "password": PASSWORD, "salt": SALT, "ui": ADMIN, "master": KEY}
    assert "of-the-browser" in interface
    assert [name for name, value in secrets.items() if value in interface] == []
    places = {name: holding(host.folder, value) for name, value in secrets.items()}
    assert places.pop("key") == set()
    assert set(map(frozenset, places.values())) == {frozenset({"litellm.env"})}, places
    kept = database.sql('SELECT row_to_json(t)::text FROM "LiteLLM_VerificationToken" t')
    assert "of-the-browser" in kept
    assert [name for name, value in secrets.items() if value in kept] == []
