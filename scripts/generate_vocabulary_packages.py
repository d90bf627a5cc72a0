"""Which features of LiteLLM need a Python package that ``litellm[proxy]`` does not bring, read from LiteLLM's imports."""

from __future__ import annotations

import ast
import re
import typing as t
from pathlib import Path

from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.packages import distribution as normalized
from ansible_collections.llmops.litellm.plugins.plugin_utils._packages.lock import Lock
from generate_vocabulary_imports import Reader, definitions, everything
from generate_vocabulary_source import Source, enum_values, named

LOCKS = Path(__file__).resolve().parent.parent / "roles" / "litellm" / "files" / "locks"

_PROVIDERS = {
    "auto_router": ("router_strategy/auto_router/auto_router.py", "AutoRouter"),
    "gdc": ("llms/gdc/chat/transformation.py", "GDCGeminiConfig"),
    "nvidia_riva": ("llms/nvidia_riva/audio_transcription/handler.py", "_import_riva"),
    "vertex_ai": ("llms/vertex_ai/vertex_llm_base.py", "VertexBase"),
    "vertex_ai_beta": ("llms/vertex_ai/vertex_llm_base.py", "VertexBase"),
    "vllm": ("llms/vllm/completion/handler.py", "validate_environment"),
}
"""Provider to what every request to it goes through; other providers do with HTTP and what is there anyway."""

_LOGGING = "litellm_core_utils/litellm_logging.py"
_BY_NAME = ("_init_custom_logger_compatible_class", "build_custom_logger_compatible_class")
"""Functions that make the callback whose name they are given; from 1.108 on the first one leaves that to the second."""
_ENTERPRISE_SCAN = "../litellm_enterprise/enterprise_callbacks/secret_detection.py"
_HOOKS = "proxy/guardrails/guardrail_hooks"
_IMAGE_EXTRAS = ("proxy-runtime", "extra-proxy", "semantic-router")
"""The extras that LiteLLM's own Dockerfile installs beside ``proxy``."""

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
    wanted = {normalized(text) for features in needed.values() for texts in features.values() for text in texts}
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
        found.setdefault(extra, {})[normalized(text)] = text
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
        function = definitions(source.package / file).get(name)
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
