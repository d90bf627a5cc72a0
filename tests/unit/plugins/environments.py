"""Folders that are like virtual environments, as far as somebody sees who does not start their Python."""

from __future__ import annotations

import base64
import hashlib
import typing as t
from pathlib import Path

SITE = "lib/python3.11/site-packages"


def make_environment(folder: Path, settings: str = "include-system-site-packages = false") -> Path:
    """An environment without packages; what comes back is where packages go."""
    site = folder / SITE
    site.mkdir(parents=True)
    (folder / "lib64").symlink_to("lib")
    (folder / "pyvenv.cfg").write_text(f"home = /usr/bin\nversion_info = 3.11.2\n{settings}\n")
    return site


def add_package(site: Path, name: str, version: str, files: t.Mapping[str, str]) -> None:
    """Install a package with *files*: path below *site* to text."""
    metadata = site / f"{name.replace('-', '_')}-{version}.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n\nA text: with a colon\n"
    )
    lines = [f"{metadata.name}/RECORD,,", f"{metadata.name}/METADATA"]
    for path, text in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text)
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
        lines.append(f"{path},sha256={digest},{len(text)}")
    (metadata / "RECORD").write_text("".join(f"{line}\n" for line in lines))
