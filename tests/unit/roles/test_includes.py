"""Every task file that a role includes is there, whatever a template puts into its name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROLES = Path(__file__).parents[3] / "roles"
FILES = sorted(ROLES.glob("*/tasks/**/*.yml"))
ROOMS = sorted(ROLES.glob("*/tasks/*/**/*.yml"))
INCLUDED = re.compile(r"(?:(?:include|import)_tasks|^ +file): \"?([^\"\n]+\.yml)\"?$", re.MULTILINE)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROLES)))
def test_what_it_includes_is_there(file: Path) -> None:
    tasks = next(folder for folder in file.parents if folder.name == "tasks")
    for name in INCLUDED.findall(file.read_text()):
        names = [re.sub(r"\{\{.*?\}\}", each, name) for each in re.findall(r"'(\w+)'", name) or ["*"]]
        assert all([*tasks.glob(each), *file.parent.glob(each), *tasks.glob(f"service/{each}")] for each in names), name


@pytest.mark.parametrize("file", ROOMS, ids=lambda file: str(file.relative_to(ROLES)))
def test_a_room_imports_only_what_stands_beside_it(file: Path) -> None:
    """ansible-core 2.17 fails at an import of another room, where a play includes the role."""
    for name in re.findall(r"import_tasks: (\S+)", file.read_text()):
        assert file.with_name(name).is_file(), name
