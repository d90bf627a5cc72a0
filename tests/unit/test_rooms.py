"""Who may import whom in the private library, and where a test stands: docs/architecture.md says why."""

from __future__ import annotations

import ast
import typing as t
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAY_IMPORT = {
    "plugin_utils": {
        "_report": set(),
        "_known": {"_report"},
        "_packages": {"_report", "_known"},
        "_language": {"_report", "_known"},
        "_checker": {"_report", "_known"},
        "_compose": {"_report", "_known", "_language"},
        "_variables": {"_report"},
        "_balancer": {"_report", "_variables"},
        "_redis": {"_report", "_variables"},
        "_postgresql": {"_report", "_variables"},
        "_page": {"_report"},
        "_keys": {"_report", "_language"},
        "_monitoring": {"_report", "_variables"},
        "_kubernetes": {"_report", "_variables"},
    },
    "module_utils": {
        "_gateway": set(),
        "_admin": {"_gateway"},
        "_balancer": set(),
        "_firewall": set(),
        "_redis": set(),
        "_postgresql": set(),
        "_release": set(),
        "_host": {"_release"},
        "_litellm_release": {"_release", "_host"},
    },
}
"""Room to the rooms that its files may import; files at the top of a folder are for all, or put the rooms together."""


def imported_rooms(file: Path, top: Path) -> t.Iterator[str]:
    """The rooms of *top* that *file* imports from, its own among them."""
    package = file.relative_to(top).parts[:-1]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level or "ansible_collections" not in (node.module or ""), f"{file}: write a relative import"
            if node.level == len(package) + 2:
                shared, _dot, file_name = (node.module or "").partition(".")
                assert shared == "module_utils", f"{file}: imports {node.module}"
                for name in [file_name] if file_name else [alias.name for alias in node.names]:
                    assert (ROOT / "plugins" / shared / f"{name}.py").is_file(), f"{file}: imports a room of {shared}"
            assert node.level <= len(package) + 2, f"{file}: imports from outside of the collection's library"
            base = package[: len(package) + 1 - node.level] if 0 < node.level <= len(package) + 1 else None
            if base is not None:
                yield from (
                    [*base, *(node.module or "").split(".")][:1]
                    if base or node.module
                    else [alias.name for alias in node.names]
                )


@pytest.mark.parametrize(("kind", "room"), [(kind, room) for kind, rooms in MAY_IMPORT.items() for room in rooms])
def test_a_room_imports_only_rooms_below_it(kind: str, room: str) -> None:
    top = ROOT / "plugins" / kind
    for file in (top / room).rglob("*.py"):
        others = {found for found in imported_rooms(file, top) if (top / found).is_dir()} - {room}
        assert others <= MAY_IMPORT[kind][room], file


def test_a_filter_imports_the_library_only_when_it_is_called() -> None:
    # Ansible imports every filter of a collection to find one, in each task of each host.
    for file in (ROOT / "plugins" / "filter").glob("*.py"):
        imported = [
            node for node in ast.parse(file.read_text(encoding="utf-8")).body if isinstance(node, ast.ImportFrom)
        ]
        assert not [node.module for node in imported if ".plugin_utils" in (node.module or "")], file


@pytest.mark.parametrize("kind", MAY_IMPORT)
def test_every_folder_is_a_room(kind: str) -> None:
    folders = {
        path.parent.relative_to(ROOT / "plugins" / kind).parts for path in (ROOT / "plugins" / kind).rglob("*.py")
    }
    assert {parts[0] for parts in folders if parts} == set(MAY_IMPORT[kind])


@pytest.mark.parametrize("kind", MAY_IMPORT)
def test_a_test_in_a_room_is_named_after_a_file_of_it(kind: str) -> None:
    for test in (ROOT / "tests" / "unit" / "plugins" / kind).glob("_*/**/test_*.py"):
        source = ROOT / test.parent.relative_to(ROOT / "tests" / "unit") / test.name.removeprefix("test_")
        assert source.is_file(), test
