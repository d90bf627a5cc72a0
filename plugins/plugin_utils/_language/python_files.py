# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
# Note that this plugin util is **PRIVATE** to the collection. It can have breaking changes at any time.
"""Python files of the operator's own: read without running them, for what they define and what they import."""

from __future__ import annotations

import ast
import contextlib
import keyword
import os
import platform
import re
import sys
import typing as t
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .._checker.service import WITHOUT_IMAGE
from .._known.installed_modules import MODULES
from .._report.locations import Place

if t.TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from .._report.problems import Problem
    from .options import RenderOptions
    from .source_files import SourceFile

_SUFFIX = ".py"
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


@lru_cache(maxsize=1)
def gateway_modules() -> frozenset[str]:
    """The modules of the program that serves a slot; an import finds them before a file of the operator's own."""
    folder = Path(__file__).resolve().parents[2] / "roles" / "litellm" / "files" / "gateway"
    return frozenset(path.stem for path in folder.glob("*.py"))


def own_code(options: RenderOptions, files: Mapping[str, PythonFile], packages: Sequence[str]) -> OwnCode | None:
    """The code that a gateway of *options* will find; None where nobody says which it has.

    :param files: what ``python_files`` brings.
    :param packages: what is installed beside LiteLLM, as pip takes it.
    """
    beside = options.files_beside or ()
    if options.python_files is None and not beside:
        return None
    looked_at = options.config_file is not None and options.environment is None
    there = dict(files)
    for source in beside if looked_at else ():
        with contextlib.suppress(SyntaxError):  # it belongs to somebody else, perhaps
            there.setdefault(os.path.basename(source.name)[: -len(_SUFFIX)], parsed_file(source.text))
    complete = not packages and options.service_manager in WITHOUT_IMAGE
    left = () if looked_at else [os.path.basename(source.name)[: -len(_SUFFIX)] for source in beside]
    return OwnCode(there, left, packages, complete, looked_at)


def read_python_files(sources: Sequence[SourceFile], problems: list[Problem]) -> dict[str, PythonFile]:
    """Module to file, of the files that ``python_files`` names; what is wrong with one is appended to *problems*."""
    found: dict[str, PythonFile] = {}
    for index, source in enumerate(sources):
        place = Place("python_files").child(index)
        name = os.path.basename(source.name)
        module = name[: -len(_SUFFIX)] if name.endswith(_SUFFIX) else ""
        fault = _name_fault(source.name, name, module, found)
        if fault:
            problems.append(place.error(*fault))
            if module not in found and not module.isidentifier():
                continue
        try:
            found.setdefault(module, parsed_file(source.text))
        except SyntaxError as error:
            problems.append(place.error(*_syntax_fault(source.name, error)))
            # What it would define is not known, and is not asked for.
            found.setdefault(module, PythonFile(source.text))
    return found


def _name_fault(path: str, name: str, module: str, others: Collection[str]) -> tuple[str, str] | None:
    """What is wrong with the name of a file, and what to do."""
    if not module:
        return f"{path} is no Python file", f"its name must end in {_SUFFIX}"
    if not module.isidentifier() or keyword.iskeyword(module):
        return f"{path} cannot be imported under its name", "a name has letters, digits and _, such as my_hooks.py"
    if module in others:
        return f"{path} has the name of another of these files", "all of them are in one folder on the host; rename it"
    if module in installed_modules():
        return f"{path} has the name of a module that the gateway has already", "give it another name"
    if module in gateway_modules():
        return f"{path} has the name of a part of the gateway's program", "give it another name"
    return None


def _syntax_fault(path: str, error: SyntaxError) -> tuple[str, str]:
    where = f", line {error.lineno}" if error.lineno else ""
    version = ".".join(platform.python_version_tuple()[:2])
    return f"{path}{where}: {error.msg}, says Python {version}, which reads it here", ""


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


def check_imports(code: OwnCode, sources: Sequence[SourceFile], strict: bool, problems: list[Problem]) -> None:
    """Every module that a file of ``python_files`` needs is there.

    :param strict: false makes warnings of what is missing, as it is anyway where further packages may bring it.
    """
    for index, source in enumerate(sources):
        file = code.files.get(os.path.basename(source.name)[: -len(_SUFFIX)])
        for module, line in (file.imports or {}).items() if file else ():
            if not code.has(module):
                place = Place("python_files").child(index)
                message = f"{source.name}, line {line}: {module} is neither one of these files nor of a known package"
                remedy = "name its package in litellm_extra_packages"
                judged = place.error if code.complete and strict else place.warning
                problems.append(judged(message, remedy))
