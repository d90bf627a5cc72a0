"""The page of the architecture says what the tree is."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
MAY_IMPORT = runpy.run_path(str(ROOT / "tests" / "unit" / "test_rooms.py"))["MAY_IMPORT"]
PICTURE = PAGE.partition("```text\n")[2].partition("```")[0]


def rows(heading: str) -> list[list[str]]:
    """The cells of the table below *heading*."""
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")][2:]
    return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines]


def quoted(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def test_the_table_of_rooms_is_what_is_tested() -> None:
    told = {quoted(room)[0]: set(quoted(others)) for room, _what, others in rows("Who may import whom")}
    assert told == {f"{kind}/{room}": others for kind, rooms in MAY_IMPORT.items() for room, others in rooms.items()}


def test_every_room_is_in_the_picture() -> None:
    assert [room for rooms in MAY_IMPORT.values() for room in rooms if not re.search(rf"─ {room} ", PICTURE)] == []


@pytest.mark.parametrize("path", re.findall(r"(?:plugins|roles)/[\w/]+", PICTURE))
def test_what_the_picture_names_is_there(path: str) -> None:
    assert (ROOT / path).is_dir() or (ROOT / f"{path}.py").is_file()


@pytest.mark.parametrize("name", re.findall(r"(?<![\w/])(?!playbooks/)[\w/]+\.yml", PICTURE))
def test_task_files_of_the_picture_are_there(name: str) -> None:
    assert (ROOT / "roles/litellm/tasks" / name).is_file()


def test_the_rooms_of_the_tasks_are_told() -> None:
    folders = (path.name for path in (ROOT / "roles/litellm/tasks").iterdir() if path.is_dir())
    assert sorted(quoted(room)[0] for room, _what in rows("The rooms of the tasks")) == sorted(folders)


STATIONS = rows("The way of `litellm_models`")


def test_the_stations_are_counted() -> None:
    assert [number for number, *_rest in STATIONS] == [str(number) for number in range(1, len(STATIONS) + 1)]


@pytest.mark.parametrize(("file", "name"), [quoted(row[3]) for row in STATIONS])
def test_a_station_is_where_the_page_says(file: str, name: str) -> None:
    pattern = rf"def {name}\(" if file.endswith(".py") else rf"\b{re.escape(name)}\b"
    assert re.search(pattern, (ROOT / file).read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:plugins|roles|scripts|docs|tests)/[\w/.]+)`", PAGE))))
def test_files_that_the_page_names_are_there(path: str) -> None:
    assert (ROOT / path).exists()
