# SPDX-License-Identifier: GPL-3.0-or-later
"""The Python code that a gateway finds: Python's own modules, LiteLLM's packages, and files of the operator's own.

A file is read without running it, for what it defines and what it imports.
"""

from __future__ import annotations

import ast
import re
import sys
import typing as t
from dataclasses import dataclass

from .installed_modules import MODULES

if t.TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

_UNSEEN = frozenset(("exec", "globals", "locals", "setattr", "vars"))
"""Functions that define names in a way that only running the file would show."""

_PACKAGE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True)
class PythonFile:
    """A file that LiteLLM may load.

    :param names: what stands at its top level; None where only running it would tell.
    :param imports: first parts of the modules that it cannot be loaded without, each with its line.
    """

    text: str
    names: frozenset[str] | None = None
    imports: Mapping[str, int] | None = None


@dataclass(frozen=True)
class OwnCode:
    """Which Python code LiteLLM will find beside its own.

    :param files: module to its file.
    :param left: modules that are beside the configuration on the controller, and that nothing brings to the host.
    :param packages: names of further packages, as pip has them.
    :param complete: whether nothing else can be there; False where an image, a mount or a package may bring modules of any name.
    :param looked_at: whether a file is only looked at, so that code beside it counts.
    """

    files: Mapping[str, PythonFile]
    left: Collection[str] = ()
    packages: Collection[str] = ()
    complete: bool = True
    looked_at: bool = False

    def has(self, module: str) -> bool:
        """Whether the top-level *module* is there."""
        return module in self.files or module in installed_modules() or module in map(module_of, self.packages)


def installed_modules() -> frozenset[str]:
    """The top-level modules that every gateway has: Python's own, and those of LiteLLM's packages."""
    return MODULES | sys.stdlib_module_names


def module_of(package: str) -> str:
    """The module that *package*, as pip takes it, most likely brings: ``Lang-Fuse[x]==2`` to ``lang_fuse``."""
    found = _PACKAGE.match(package.strip())
    return re.sub(r"[-.]+", "_", found.group()).lower() if found else ""


def parsed_file(text: str) -> PythonFile:
    """What *text* defines and imports.

    :raises SyntaxError: it is no Python.
    """
    # What Python makes of line ends when it reads a file; hosts get these.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        tree = ast.parse(text.encode())
    except SyntaxError:
        raise
    except (ValueError, RecursionError, MemoryError) as error:
        raise SyntaxError(str(error) or type(error).__name__) from error
    return PythonFile(text, _names(tree), dict(_imports(tree.body)))


def _names(tree: ast.Module) -> frozenset[str] | None:
    nodes = list(ast.walk(tree))
    if any(isinstance(node, ast.Name) and node.id in _UNSEEN for node in nodes):
        return None
    names = set(_defined(tree))
    names.update(name for node in nodes if isinstance(node, ast.Global) for name in node.names)
    return None if {"*", "__getattr__"} & names else frozenset(names)


def _defined(node: ast.AST) -> Iterator[str]:
    """The names that *node* defines where it stands; what is inside a function or a class is its own."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield child.name
        elif isinstance(child, (ast.Import, ast.ImportFrom)):
            yield from (alias.asname or alias.name.partition(".")[0] for alias in child.names)
        elif isinstance(child, ast.Lambda):
            continue
        else:
            if isinstance(child, ast.Name) and isinstance(child.ctx, ast.Store):
                yield child.id
            for key in ("name", "rest"):
                captured = getattr(child, key, None)
                if isinstance(captured, str):
                    yield captured
            yield from _defined(child)


def _imports(body: Iterable[ast.stmt]) -> Iterator[tuple[str, int]]:
    """What is imported whenever the file is loaded, and not only tried; relative imports find nothing there."""
    for statement in body:
        if isinstance(statement, ast.Import):
            yield from ((alias.name.partition(".")[0], statement.lineno) for alias in statement.names)
        elif isinstance(statement, ast.ImportFrom) and statement.module and not statement.level:
            yield statement.module.partition(".")[0], statement.lineno
