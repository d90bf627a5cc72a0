"""Which features of LiteLLM need a Python package that ``litellm[proxy]`` does not bring, read from LiteLLM's imports.

Counted is what a feature imports when it is made: its module, its ``__init__`` with what that calls, and its bases. An
import that LiteLLM does without is not counted.
"""

from __future__ import annotations

import ast
import re
import sys
import typing as t
from functools import cache
from pathlib import Path

from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.lock import Lock
from generate_vocabulary_source import Source, enum_values, imports, named, tree

LOCKS = Path(__file__).resolve().parent.parent / "roles" / "litellm" / "files" / "locks"

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

_PROVIDERS = {
    "auto_router": ("router_strategy/auto_router/auto_router.py", "AutoRouter"),
    "gdc": ("llms/gdc/chat/transformation.py", "GDCGeminiConfig"),
    "nvidia_riva": ("llms/nvidia_riva/audio_transcription/handler.py", "_import_riva"),
    "vertex_ai": ("llms/vertex_ai/vertex_llm_base.py", "VertexBase"),
    "vertex_ai_beta": ("llms/vertex_ai/vertex_llm_base.py", "VertexBase"),
    "vllm": ("llms/vllm/completion/handler.py", "validate_environment"),
}
"""Provider to what every request to it goes through; other providers do with HTTP and what is there anyway."""

_SIGN_IN = ("llms/vertex_ai/vertex_llm_base.py", "VertexBase")
_SIGNS_IN = "vertex_chat_completion"
"""An instance of it that everything takes which calls Google."""

_USELESS_WITHOUT = ("integrations/newrelic/newrelic.py", "integrations/weights_biases.py")
"""Files that bear with a package that is missing, and do nothing then."""

_USES = ("async_get_cache", "async_set_cache")
"""What the gateway calls of everything that has it, beside what it calls to make it."""

_LOGGING = "litellm_core_utils/litellm_logging.py"
_BY_NAME = ("_init_custom_logger_compatible_class", "build_custom_logger_compatible_class")
"""Functions that make the callback whose name they are given; from 1.108 on the first one leaves that to the second."""
_ENTERPRISE_SCAN = "../litellm_enterprise/enterprise_callbacks/secret_detection.py"
_HOOKS = "proxy/guardrails/guardrail_hooks"
_IMAGE_EXTRAS = ("proxy-runtime", "extra-proxy", "semantic-router")
"""The extras that LiteLLM's own Dockerfile installs beside ``proxy``."""

_Function = (ast.FunctionDef, ast.AsyncFunctionDef)
_Import = (ast.Import, ast.ImportFrom)
Packages = dict[str, dict[str, list[str]]]


def packages_of(package: Path) -> Packages:
    """Kind (``callbacks``, ``providers``, …) and name of a feature to the requirements that it has beside ``litellm[proxy]``.

    ``image``: the distributions among them that LiteLLM's own image brings.
    """
    source = Source(package)
    requirements = extras(package)
    found = {
        "callbacks": callbacks(source),
        "providers": {name: everything(source, *place) for name, place in _PROVIDERS.items()},
        "caches": caches(source),
        "key_management_systems": key_management_systems(source),
        "guardrails": guardrails(source),
    }
    there = installed(package)
    specified = {name: text for extra in requirements.values() for name, text in extra.items()}
    needed = {
        kind: {
            name: [specified.get(each, each) for each in sorted(wanted - there)]
            for name, wanted in sorted(features.items())
            if wanted - there
        }
        for kind, features in found.items()
    }
    wanted = {normal(text) for features in needed.values() for texts in features.values() for text in texts}
    brought = {name for extra in _IMAGE_EXTRAS for name in requirements.get(extra, {})}
    if any(name.startswith("google-cloud-") for name in brought):
        brought.add("google-auth")
    return {**needed, "image": {name: [] for name in sorted(wanted & brought)}}


def extras(package: Path) -> dict[str, dict[str, str]]:
    """Extra of LiteLLM to distribution to the requirement as LiteLLM states it, without markers."""
    return stated_extras(next(package.parent.glob("litellm-*.dist-info/METADATA")).read_text())


def stated_extras(metadata: str) -> dict[str, dict[str, str]]:
    """Extra to distribution to requirement, as the metadata of a package states them."""
    found: dict[str, dict[str, str]] = {}
    for text, extra in re.findall(r"^Requires-Dist: ([^;\n]+?) *;.*extra == '([\w-]+)'$", metadata, re.MULTILINE):
        found.setdefault(extra, {})[normal(text)] = text
    return found


def installed(package: Path) -> set[str]:
    """The distributions that the collection's lock of this LiteLLM names; without one, its newest lock."""
    own = LOCKS / f"{litellm_version(package)}.txt"
    newest = max(LOCKS.glob("[0-9]*.txt"), key=lambda path: [*map(int, re.findall(r"\d+", path.name))])
    lock = Lock.parse((own if own.is_file() else newest).read_text(encoding="utf-8"))
    return {entry.name for entry in lock.entries}


def litellm_version(package: Path) -> str:
    """The version of the LiteLLM package in *package*."""
    return next(package.parent.glob("litellm-*.dist-info")).name.removeprefix("litellm-").removesuffix(".dist-info")


def normal(requirement: str) -> str:
    """The distribution of a requirement, in the spelling of the index."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]*", requirement).group()).lower()  # type: ignore[union-attr]  # it matches anything


def distribution(module: str) -> str:
    """The distribution that an import is of; empty for Python's own and LiteLLM's modules."""
    top = module.partition(".")[0]
    if top in sys.stdlib_module_names or top in ("litellm", "enterprise", "litellm_enterprise", "litellm_proxy_extras"):
        return ""
    parts = module.split(".")
    heads = [".".join(parts[:end]) for end in range(len(parts), 0, -1)]
    known = next((DISTRIBUTIONS[head] for head in heads if head in DISTRIBUTIONS), "")
    return known or normal(re.sub(r"_v\d\w*$", "", "-".join(parts[: _NAMESPACES.get(top, 1)])))


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
        node = _definitions(path).get(name)
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
def _definitions(path: Path) -> dict[str, ast.AST]:
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


def with_called(source: Source, file: str, nodes: t.Sequence[ast.AST]) -> list[ast.AST]:
    """*nodes*, and the functions of *file* that they call by their names, with what those call in turn.

    Those that make things of features by name are left out: what they make depends on what they are given.
    """
    functions = {each.name: each for each in source.file(file).body if isinstance(each, ast.FunctionDef)}
    reached: dict[str, ast.AST] = {}
    waiting = list(nodes)
    while waiting:
        for below in ast.walk(waiting.pop()):
            name = getattr(below.func, "id", "") if isinstance(below, ast.Call) else ""
            if name in functions and name not in reached and name not in _BY_NAME:
                reached[name] = functions[name]
                waiting.append(functions[name])
    return [*nodes, *reached.values()]


def branches_of(function: ast.AST, variable: str) -> t.Iterator[tuple[list[str], list[ast.stmt]]]:
    """The branches of a function that compare *variable*: what they compare it with, as source, and what they do."""
    for node in ast.walk(function):
        if isinstance(node, ast.If):
            compared = [
                ast.unparse(each.comparators[0])
                for each in ast.walk(node.test)
                if isinstance(each, ast.Compare)
                and getattr(each.left, "id", "") == variable
                and isinstance(each.ops[0], ast.Eq)
            ]
            if compared:
                yield compared, node.body


def by_branch(
    file: str, function: ast.AST, variable: str, words: t.Callable[[str], str], reader_of: t.Callable[[], Reader]
) -> dict[str, set[str]]:
    """Word to what its branch needs."""
    found: dict[str, set[str]] = {}
    for compared, body in branches_of(function, variable):
        reader = reader_of()
        reader.run(file, with_called(reader.source, file, body))
        for text in compared:
            found.setdefault(words(text), set()).update(reader.found)
    return found


def callbacks(source: Source) -> dict[str, set[str]]:
    """Callback to what it needs."""
    found: dict[str, set[str]] = {}
    for file, name, variable in (
        (_LOGGING, "set_callbacks", "callback"),
        *((_LOGGING, name, "logging_integration") for name in _BY_NAME),
        ("proxy/common_utils/callback_utils.py", "initialize_callbacks_on_proxy", "callback"),
    ):
        function = _definitions(source.package / file).get(name)
        if function is None:
            continue
        for word, needs in by_branch(file, function, variable, ast.literal_eval, lambda: Reader(source)).items():
            found.setdefault(word, set()).update(needs)
    found["hide_secrets"] = secret_detection(source)
    return found


def secret_detection(source: Source) -> set[str]:
    """What the enterprise package needs to look for secrets."""
    reader = Reader(source)
    reader.take(_ENTERPRISE_SCAN, source.file(_ENTERPRISE_SCAN))
    return reader.found


def _members(source: Source, file: str, name: str) -> t.Callable[[str], str]:
    """From ``Kind.MEMBER`` to the word of an enumeration."""
    _where, body = source.definition(file, name) or ("", None)
    known = enum_values(body) if isinstance(body, ast.ClassDef) else {}
    return lambda text: known.get(text.removesuffix(".value").rpartition(".")[2], "")


def caches(source: Source) -> dict[str, set[str]]:
    """Type of cache to what it needs."""
    file = "caching/caching.py"
    words = _members(source, "types/caching.py", "LiteLLMCacheType")
    return by_branch(file, named(source.file(file), ast.ClassDef, "Cache"), "type", words, lambda: Reader(source))


def key_management_systems(source: Source) -> dict[str, set[str]]:
    """Store of secrets to what it needs."""
    file = "proxy/proxy_server.py"
    function = named(source.file(file), ast.FunctionDef, "initialize_secret_manager")
    words = _members(source, "types/secret_managers/main.py", "KeyManagementSystem")
    return by_branch(file, function, "key_management_system", words, lambda: Reader(source, lenient=False))


def guardrails(source: Source) -> dict[str, set[str]]:
    """Kind of guardrail to what it needs."""
    words = _members(source, "types/guardrails.py", "SupportedGuardrailIntegrations")
    found: dict[str, set[str]] = {}
    for path in [
        *source.package.glob(f"{_HOOKS}/*/__init__.py"),
        source.package / "proxy/guardrails/guardrail_registry.py",
    ]:
        file = path.relative_to(source.package).as_posix()
        for member, function in re.findall(
            r"SupportedGuardrailIntegrations\.(\w+)\.value\s*:\s*(\w+)", path.read_text()
        ):
            reader = Reader(source)
            reader.make(file, function)
            found.setdefault(words(member), set()).update(reader.found)
    found["hide-secrets"] = secret_detection(source)
    return found
