"""What a class or function of LiteLLM imports when it is made or called: its module, its ``__init__`` with what that calls, and
its bases. An import that LiteLLM does without is not counted.
"""

from __future__ import annotations

import ast
import re
import sys
import typing as t
from functools import cache
from pathlib import Path

from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.packages import distribution as normalized
from generate_vocabulary_source import Source, imports, tree

DISTRIBUTIONS = {
    "azure.core": "azure-core",
    "azure.identity": "azure-identity",
    "azure.storage.filedatalake": "azure-storage-file-datalake",
    "conduct_litellm_guard": "conduct-litellm-guard",
    "dateutil": "python-dateutil",
    "dotenv": "python-dotenv",
    "google.auth": "google-auth",
    "google.oauth2": "google-auth",
    "google.protobuf": "protobuf",
    "jwt": "pyjwt",
    "nacl": "pynacl",
    "opentelemetry.exporter.otlp.proto.http": "opentelemetry-exporter-otlp-proto-http",
    "opentelemetry.exporter.otlp.proto.common": "opentelemetry-exporter-otlp-proto-common",
    "opentelemetry.sdk": "opentelemetry-sdk",
    "opentelemetry": "opentelemetry-api",
    "riva": "nvidia-riva-client",
    "traceloop": "traceloop-sdk",
    "yaml": "pyyaml",
}
"""Import name to distribution, where the one does not follow from the other: the longest that fits."""

_NAMESPACES = {"azure": 3, "google": 3}
"""Packages that many distributions share, and how many parts of a name say which one: ``azure-keyvault-secrets``."""

_SIGN_IN = ("llms/vertex_ai/vertex_llm_base.py", "VertexBase")
_SIGNS_IN = "vertex_chat_completion"
"""An instance of it that everything takes which calls Google."""

_USELESS_WITHOUT = ("integrations/newrelic/newrelic.py", "integrations/weights_biases.py")
"""Files that bear with a package that is missing, and do nothing then."""

_USES = ("async_get_cache", "async_set_cache")
"""What the gateway calls of everything that has it, beside what it calls to make it."""


_Function = (ast.FunctionDef, ast.AsyncFunctionDef)
_Import = (ast.Import, ast.ImportFrom)


def distribution(module: str) -> str:
    """The distribution that an import is of; empty for Python's own and LiteLLM's modules."""
    top = module.partition(".")[0]
    if top in sys.stdlib_module_names or top in ("litellm", "enterprise", "litellm_enterprise", "litellm_proxy_extras"):
        return ""
    parts = module.split(".")
    heads = [".".join(parts[:end]) for end in range(len(parts), 0, -1)]
    known = next((DISTRIBUTIONS[head] for head in heads if head in DISTRIBUTIONS), "")
    return known or normalized(re.sub(r"_v\d\w*$", "", "-".join(parts[: _NAMESPACES.get(top, 1)])))


class Reader:
    """Collects in ``found`` the distributions that things of LiteLLM need when they are made or called."""

    def __init__(self, source: Source, *, lenient: bool = True) -> None:
        """:param lenient: whether LiteLLM may do without what it catches the lack of."""
        self.source = source
        self._lenient = lenient
        self.found: set[str] = set()
        self._seen: set[tuple[str, str]] = set()

    def make(self, file: str, name: str, method: str = "__init__") -> None:
        """A class that gets an instance, or a function that is called."""
        where, node = self._find(file, name) or ("", None)
        if (where, f"{name}.{method}") in self._seen or not _is_feature(where):
            return
        self._seen.add((where, f"{name}.{method}"))
        if (where, name) == _SIGN_IN:
            self.take(where, node)
            return
        self._imported(where)
        if isinstance(node, _Function):
            self.run(where, [node])
        elif isinstance(node, ast.ClassDef):
            self._make_class(where, node, method)

    def take(self, file: str, node: ast.AST | None) -> None:
        """Everything that is imported anywhere in *node*."""
        for below in ast.walk(node) if node else ():
            if isinstance(below, _Import) and self._is_needed(file, below):
                self._count(below)

    def run(self, file: str, nodes: t.Sequence[ast.AST]) -> None:
        """Statements: what they import, and what they make or call."""
        for below in (each for node in nodes for each in ast.walk(node)):
            if isinstance(below, _Import) and self._is_needed(file, below):
                self._count(below)
                target = self.source.imported(file, below) if isinstance(below, ast.ImportFrom) else ""
                if target and Path(target).parent == Path(file).parent:
                    self._imported(target)
            if isinstance(below, ast.Call) and isinstance(below.func, ast.Name):
                self.make(file, below.func.id)
            elif isinstance(below, ast.Call) and isinstance(below.func, ast.Attribute):
                self.make(file, getattr(below.func.value, "id", ""), below.func.attr)

    def _make_class(self, file: str, node: ast.ClassDef, method: str) -> None:
        lineage = self._lineage(file, node)
        methods: dict[str, list[tuple[str, ast.AST]]] = {}
        for where, owner in lineage:
            self._imported(where)
            for each in owner.body:
                if isinstance(each, _Function):
                    methods.setdefault(each.name, []).append((where, each))
        if any(_SIGNS_IN in ast.unparse(each) for same in methods.values() for _file, each in same):
            self.make(*_SIGN_IN)
        reached: dict[str, None] = {}
        waiting = [method, *_USES]
        while waiting:
            name = waiting.pop()
            if name in methods and name not in reached:
                reached[name] = None
                for place, function in methods[name]:
                    self.run(place, [function])
                    source = ast.unparse(function)
                    waiting += re.findall(r"\b(?:self|cls)\.(\w+)", source)
                    if f"super().{name}(" not in source and f".{name}(self" not in source:
                        break

    def _lineage(self, file: str, node: ast.ClassDef) -> list[tuple[str, ast.ClassDef]]:
        """A class and its bases, as far as they belong to features."""
        found = [(file, node)]
        for base in node.bases:
            where, owner = self._find(file, getattr(base, "id", "")) or ("", None)
            if (where, getattr(base, "id", "")) == _SIGN_IN:
                self.make(*_SIGN_IN)
            elif isinstance(owner, ast.ClassDef) and _is_feature(where):
                found += self._lineage(where, owner)
        return found

    def _imported(self, file: str) -> None:
        """A module that is imported."""
        if (file, "") not in self._seen:
            self._seen.add((file, ""))
            for node in _outside_functions(self.source.file(file)):
                if isinstance(node, _Import) and self._is_needed(file, node):
                    self._count(node)

    def _count(self, node: ast.Import | ast.ImportFrom) -> None:
        for alias in node.names:
            level = getattr(node, "level", 0)
            module = f"{node.module}.{alias.name}" if isinstance(node, ast.ImportFrom) else alias.name
            self.found |= {distribution(module)} - {""} if not level else set()

    def _is_needed(self, file: str, node: ast.stmt) -> bool:
        """Whether LiteLLM does not do without an import."""
        if file in _USELESS_WITHOUT or not self._lenient:
            return True
        for around in _around(self.source.file(file), node):
            if isinstance(around, ast.If) and "TYPE_CHECKING" in ast.unparse(around.test):
                return False
            if isinstance(around, ast.Try) and any(node in ast.walk(each) for each in around.body):
                handled = [each for handler in around.handlers for each in ast.walk(handler)]
                again = {ast.unparse(each) for each in handled if isinstance(each, _Import)}
                if (
                    handled
                    and not any(isinstance(each, ast.Raise) for each in handled)
                    and ast.unparse(node) not in again
                ):
                    return False
        return True

    def _find(self, file: str, name: str, seen: frozenset[str] = frozenset()) -> tuple[str, ast.AST] | None:
        """Where a class or function that *file* calls *name* is defined in LiteLLM."""
        if not file or not name or f"{file}:{name}" in seen:
            return None
        path, seen = self.source.package / file, seen | {f"{file}:{name}"}
        node = definitions(path).get(name)
        if isinstance(node, ast.Name):
            return self._find(file, node.id, seen)
        if node is not None:
            return file, node
        for below in imports(path):
            for alias in below.names:
                if name == (alias.asname or alias.name):
                    found = self._find(self.source.imported(file, below), alias.name, seen)
                    if found:
                        return found
        return None


@cache
def definitions(path: Path) -> dict[str, ast.AST]:
    """Name to the class or function that a module defines, or to the name that it gives another one to."""
    found: dict[str, ast.AST] = {}
    for node in _outside_functions(tree(path)):
        if isinstance(node, (ast.ClassDef, *_Function)):
            found.setdefault(node.name, node)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and isinstance(node.value, ast.Name):
            found.setdefault(node.target.id, node.value)
    return found


def _is_feature(file: str) -> bool:
    """Whether a file belongs to features, and not to what all of LiteLLM stands on."""
    places = ("caching/", "integrations/", "secret_managers/", "proxy/guardrails/", "proxy/hooks/", "router_strategy/")
    return file.startswith(places) or file in ("proxy/proxy_server.py", _SIGN_IN[0])


def _outside_functions(scope: ast.AST) -> t.Iterator[ast.AST]:
    """What runs when a module is imported."""
    for node in ast.iter_child_nodes(scope):
        yield node
        if not isinstance(node, (*_Function, ast.Lambda)):
            yield from _outside_functions(node)


@cache
def _holders(scope: ast.AST) -> dict[ast.AST, ast.AST]:
    """Node to the node that it stands in."""
    return {child: node for node in ast.walk(scope) for child in ast.iter_child_nodes(node)}


def _around(scope: ast.AST, wanted: ast.AST) -> t.Iterator[ast.AST]:
    """The nodes that hold *wanted*, the nearest one first."""
    holders = _holders(scope)
    while wanted in holders:
        wanted = holders[wanted]
        yield wanted


def everything(source: Source, file: str, name: str) -> set[str]:
    """What a class or function of *file* needs anywhere in it; nothing where this version has none."""
    reader = Reader(source)
    for node in source.file(file).body if (source.package / file).is_file() else ():
        if isinstance(node, (ast.ClassDef, *_Function)) and node.name == name:
            reader.take(file, node)
    return reader.found
