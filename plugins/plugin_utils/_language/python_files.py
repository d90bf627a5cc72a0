# SPDX-License-Identifier: GPL-3.0-or-later
"""Python files of the operator's own: read without running them, for what they define and what they import."""

from __future__ import annotations

import contextlib
import keyword
import os
import platform
import typing as t
from functools import lru_cache
from pathlib import Path

from ...module_utils._managers import runs_containers
from .._known.python_code import OwnCode, PythonFile, installed_modules, parsed_file

if t.TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from .._report.report import Report
    from .options import RenderOptions
    from .source_files import SourceFile

_SUFFIX = ".py"


@lru_cache(maxsize=1)
def gateway_modules() -> frozenset[str]:
    """The modules of the program that serves a slot; an import finds them before a file of the operator's own."""
    folder = Path(__file__).resolve().parents[3] / "roles" / "litellm" / "files" / "gateway"
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
    complete = not packages and options.service_manager != "" and not runs_containers(options.service_manager)
    left = () if looked_at else [os.path.basename(source.name)[: -len(_SUFFIX)] for source in beside]
    return OwnCode(there, left, packages, complete, looked_at)


def read_python_files(sources: Sequence[SourceFile], report: Report) -> dict[str, PythonFile]:
    """Module to file, of the files that ``python_files`` names; what is wrong with one is reported."""
    found: dict[str, PythonFile] = {}
    for index, source in enumerate(sources):
        at = report.at("python_files", index)
        name = os.path.basename(source.name)
        module = name[: -len(_SUFFIX)] if name.endswith(_SUFFIX) else ""
        fault = _name_fault(source.name, module, found)
        if fault:
            at.add("python-file-name", *fault)
            if module not in found and not module.isidentifier():
                continue
        try:
            found.setdefault(module, parsed_file(source.text))
        except SyntaxError as error:
            at.add("python-file-syntax", *_syntax_fault(source.name, error))
            # What it would define is not known, and is not asked for.
            found.setdefault(module, PythonFile(source.text))
    return found


def _name_fault(path: str, module: str, others: Collection[str]) -> tuple[str, str] | None:
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


def check_imports(code: OwnCode, sources: Sequence[SourceFile], strict: bool, report: Report) -> None:
    """Every module that a file of ``python_files`` needs is there.

    :param strict: false makes warnings of what is missing, as it is anyway where further packages may bring it.
    """
    for index, source in enumerate(sources):
        file = code.files.get(os.path.basename(source.name)[: -len(_SUFFIX)])
        for module, line in (file.imports or {}).items() if file else ():
            if not code.has(module):
                at = report.at("python_files", index)
                message = f"{source.name}, line {line}: {module} is neither one of these files nor of a known package"
                remedy = "name its package in litellm_extra_packages"
                at.add("python-import", message, remedy, "error" if code.complete and strict else "warning")
