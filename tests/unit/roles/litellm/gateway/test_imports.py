"""No two files of the program import each other, not even for their types."""

from __future__ import annotations

import ast
import graphlib

from tests.unit.roles.litellm.gateway.conftest import PROGRAM

FILES = {file.stem: file for file in PROGRAM.glob("*.py")}


def imported(name: str) -> set[str]:
    """The files of the program that the file *name* imports from."""
    nodes = list(ast.walk(ast.parse(FILES[name].read_text(encoding="utf-8"))))
    names = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    return names | {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}


def test_imports_make_no_circle() -> None:
    graph = {name: imported(name) & FILES.keys() for name in FILES}
    assert graph["__main__"] >= {"master", "proof"}
    graphlib.TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle
