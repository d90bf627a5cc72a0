"""Reads what LiteLLM's source says of models and providers: its model map, and where it looks for keys."""

from __future__ import annotations

import ast
import json
import re
import typing as t
from pathlib import Path

from generate_vocabulary_source import Source, Tables, enum_values, named, strings, tree

TALKING = ("chat", "completion", "responses")
"""Modes of models that answer a conversation."""
LOOKUP = "litellm_core_utils/get_llm_provider_logic.py"
"""Where LiteLLM finds the provider of a model."""


def models(package: Path) -> Tables:
    """``models:<provider>`` tables of LiteLLM's model map, and the rules for names that the map does not have.

    A model is ``reasons``, or the mode of one that answers no conversation, or ``''``.
    """
    model_map = json.loads((package / "model_prices_and_context_window_backup.json").read_text())
    model_map.pop("sample_spec")
    rules = model_map.pop("fallback_generalizations", {}).get("rules", [])
    tables: Tables = {"routing_rules": bare_rules(Source(package)), "reasoning_rules": {}}
    for name, entry in model_map.items():
        table = tables.setdefault(f"models:{entry.get('litellm_provider', '')}", {})
        mode = entry.get("mode", TALKING[0])
        table[name] = mode if mode not in TALKING else "reasons" if entry.get("supports_reasoning") is True else ""
    for rule in rules:
        if "litellm_provider" in rule["model_info"]:
            tables["routing_rules"][rule["pattern"]] = rule["model_info"]["litellm_provider"]
        if rule["model_info"].get("supports_reasoning") is True:
            tables["reasoning_rules"][rule["pattern"]] = ",".join(rule.get("fill_missing_for_providers", []))
    return tables


def bare_models(package: Path) -> dict[str, str]:
    """``litellm_provider`` of the model map to the provider that a name of it reaches without a prefix.

    LiteLLM sorts the names of its map into one set per kind, and ``get_llm_provider`` asks these sets one by one.
    """
    kinds: dict[str, str] = {}
    for branch in branches(tree(package / "__init__.py")):
        sets = receivers(branch.body[-1], "add")
        if sets and "litellm_provider" in strings(branch.test):
            kinds.update(dict.fromkeys((text for text in strings(branch.test) if text != "litellm_provider"), sets[0]))
    routes: dict[str, str] = {}
    for branch in branches(tree(package / LOOKUP)):
        inside = [node for statement in branch.body for node in ast.walk(statement)]
        asked = [node.attr for node in ast.walk(branch.test) if isinstance(node, ast.Attribute)]
        for node in inside:
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "custom_llm_provider":
                routes.update({name: text for name in asked for text in strings(node.value)})
    return {kind: routes[name] for kind, name in kinds.items() if name in routes}


def endpoints(source: Source) -> dict[str, str]:
    """Known address to the provider that it stands for where a model's name tells none; ``''`` where LiteLLM then has none.

    LiteLLM compares the entries of its list of addresses letter by letter, also with the addresses of declared providers.
    """
    declared = json.loads((source.package / "llms/openai_like/providers.json").read_text())
    meant: dict[str, str] = {}
    chooses = ast.Module([*finds_provider(source)], [])
    if "JSONProviderRegistry.get_by_base_url(" in ast.unparse(chooses):
        meant |= {entry["base_url"]: name for name, entry in reversed(declared.items())}
    for branch in reversed([*branches(chooses)]):
        for node in ast.walk(branch.test):
            if isinstance(node, ast.Compare) and getattr(node.left, "id", "") == "endpoint":
                addresses = source.words(LOOKUP, node.comparators[0])
                meant.update((address, provider) for provider in assigned_provider(branch) for address in addresses)
    return {
        address: meant.get(address, "") for address in source.constant("constants.py", "openai_compatible_endpoints")
    }


def bare_names(source: Source) -> dict[str, str]:
    """Names that LiteLLM knows without a prefix and from lists in its source, whatever its map says: to the provider of each."""
    found: dict[str, str] = {}
    for branch in branches(ast.Module([*finds_provider(source)], [])):
        for node in ast.walk(branch.test):
            if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In) and ast.unparse(node.left) == "model":
                where, listed = source.definition("__init__.py", getattr(node.comparators[0], "attr", "")) or ("", None)
                if isinstance(listed, (ast.List, ast.Call)):
                    for provider in assigned_provider(branch):
                        found = dict.fromkeys(source.words(where, listed), provider) | found
    return found


def bare_rules(source: Source) -> dict[str, str]:
    """Patterns for model names that LiteLLM knows without a prefix by how they begin, or by what is in them."""
    found: dict[str, str] = {}
    for branch in branches(ast.Module([*finds_provider(source)], [])):
        for provider in assigned_provider(branch):
            found = dict.fromkeys(name_patterns(branch.test), provider) | found
    if "REPLICATE_MODEL_NAME_WITH_ID_LENGTH" in source.text(LOOKUP):
        found["^[^:]*:[^:]{64}(?::|$)"] = "replicate"
    return found


def finds_provider(source: Source) -> list[ast.stmt]:
    """The body of the function that tells a model's provider."""
    return named(source.file(LOOKUP), ast.FunctionDef, "get_llm_provider").body


def assigned_provider(branch: ast.If) -> list[str]:
    """The provider that a branch settles on itself: one word, or none."""
    return [
        text
        for node in branch.body
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "custom_llm_provider"
        for text in (strings(node.value) if isinstance(node.value, ast.Constant) else ())
    ]


def name_patterns(test: ast.expr) -> t.Iterator[str]:
    """What a condition asks of the name of a model, as patterns: how it begins, and what is in it."""
    for node in ast.walk(test):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "model.startswith":
            yield from (f"^{re.escape(text)}" for text in strings(node))
        elif isinstance(node, ast.Compare) and ast.unparse(node.comparators[0]) == "model":
            yield from (re.escape(text) for text in strings(node.left) if len(text) > 1)


_KEY_NAME = re.compile(r"[A-Z][A-Z0-9_]*_(?:API_KEY|API_TOKEN|KEY|TOKEN)")


def providers(package: Path) -> dict[str, str]:
    """Provider prefix to the environment variable that its API key is read from, ``''`` where the source names none.

    The places that say so are asked in the order in which LiteLLM keeps them up to date.
    """
    declared = json.loads((package / "llms/openai_like/providers.json").read_text())
    names = {**members(package), **{name: name for name in declared}}
    places = [
        {name: [entry["api_key_env"]] for name, entry in declared.items()},
        keys_by_branch(package, "utils.py", "validate_environment"),
        keys_by_branch(package, LOOKUP, "_get_openai_compatible_provider_info"),
        {name: keys_in_folder(package / "llms" / name, {*names.values()} - {name}) for name in names.values()},
        keys_by_branch(package, "main.py"),
    ]
    return {
        name: next(filter(None, (best_key(name, place.get(name, [])) for place in places)), "")
        for name in sorted(names.values())
    }


def keyless(package: Path) -> dict[str, str]:
    """Providers that have a variable for a key and need none: to what has to be written as the key, ``''`` for nothing.

    Servers of one's own, for which LiteLLM sends a placeholder where it is given no key (where only another part of it
    than chat does, chat would send the key of OpenAI); and what signs in to AWS as the machine that it runs on.
    """
    found: dict[str, str] = {}
    for name, variable in providers(package).items():
        files = [tree(path) for path in sorted((package / "llms" / name).rglob("*.py"))]
        addresses = [text for file in files for text in strings(file) if text.startswith(("http://", "https://"))]
        elsewhere = any(not re.match(r"https?://(?:localhost|127\.0\.0\.1)\b", address) for address in addresses)
        to_aws = any("BaseAWSLLM" in names_used(file) for file in files)
        stands_in = any(placeholders(file) for file in files)
        if variable and (to_aws or (stands_in and not elsewhere)):
            found[name] = ""
    for branch in branches(tree(package / "main.py")):
        for provider in compared_providers(branch.test, members(package)):
            for placeholder in [each for statement in branch.body for each in placeholders(statement)]:
                found.setdefault(provider, placeholder)
    return found


def names_used(scope: ast.AST) -> set[str]:
    """The names that the code below *scope* mentions."""
    return {node.id for node in ast.walk(scope) if isinstance(node, ast.Name)}


def placeholders(scope: ast.AST) -> list[str]:
    """What stands last in ``api_key or get_secret("…_API_KEY") or "…"`` below *scope*; for a constant, its name."""
    found = []
    for node in ast.walk(scope):
        if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or):
            last = node.values[-1]
            text = last.attr if isinstance(last, ast.Attribute) else getattr(last, "value", None)
            asked = [each for value in node.values[:-1] for each in strings(value) if _KEY_NAME.fullmatch(each)]
            if asked and isinstance(text, str) and text and (text.isupper() or not isinstance(last, ast.Attribute)):
                found.append(text)
    return found


def best_key(provider: str, found: list[str]) -> str:
    """The variable that is named after *provider*, else the first that is not for another well-known service."""
    own = [key for key in found if named_after(provider, key)]
    other = [key for key in found if not key.startswith(("OPENAI_", "AWS_"))]
    return next(iter(own + other), "")


def named_after(provider: str, key: str) -> bool:
    """Whether a variable begins like the name of *provider*: ``TOGETHERAI_API_KEY`` for ``together_ai``."""
    return key.replace("_", "").startswith(re.sub(r"[^A-Z]", "", provider.upper())[:5])


def members(package: Path) -> dict[str, str]:
    """Member name to value of ``LlmProviders``."""
    return enum_values(named(tree(package / "types/utils.py"), ast.ClassDef, "LlmProviders"))


def keys_by_branch(package: Path, file: str, function: str = "") -> dict[str, list[str]]:
    """Provider to the key variables in the branches ``if custom_llm_provider == "…"`` of a file (or one function of it)."""
    scope: ast.AST = tree(package / file)
    if function:
        scope = named(scope, ast.FunctionDef, function)
    known = members(package)
    found: dict[str, list[str]] = {}
    for branch in ast.walk(scope):
        if isinstance(branch, ast.If):
            keys = [text for statement in branch.body for text in strings(statement) if _KEY_NAME.fullmatch(text)]
            for provider in compared_providers(branch.test, known):
                found.setdefault(provider, []).extend(keys)
    return found


def compared_providers(test: ast.expr, known: dict[str, str]) -> t.Iterator[str]:
    """The providers that a condition compares ``custom_llm_provider`` with, for equality or membership."""
    for node in ast.walk(test):
        if (
            isinstance(node, ast.Compare)
            and getattr(node.left, "id", "") == "custom_llm_provider"
            and isinstance(node.ops[0], (ast.Eq, ast.In))
        ):
            for part in ast.walk(node.comparators[0]):
                if isinstance(part, ast.Attribute) and part.attr in known:
                    yield known[part.attr]
            yield from strings(node.comparators[0])


def keys_in_folder(folder: Path, others: set[str]) -> list[str]:
    """Key variables that the modules of one provider read, the most frequent first, less those named after *others*."""
    found: dict[str, int] = {}
    for path in sorted(folder.rglob("*.py")):
        for key in re.findall(rf'get_secret(?:_str)?\(\s*"({_KEY_NAME.pattern})"', path.read_text()):
            found[key] = found.get(key, 0) + 1
    own = [key for key in found if named_after(folder.name, key) or not any(named_after(name, key) for name in others)]
    return sorted(own, key=lambda key: -found[key])


def branches(scope: ast.AST) -> t.Iterator[ast.If]:
    """Every ``if`` and ``elif`` below *scope*."""
    return (node for node in ast.walk(scope) if isinstance(node, ast.If))


def receivers(scope: ast.AST, method: str) -> list[str]:
    """The variables below *scope* that *method* is called on."""
    functions = [node.func for node in ast.walk(scope) if isinstance(node, ast.Call)]
    methods = [node.value for node in functions if isinstance(node, ast.Attribute) and node.attr == method]
    return [node.id for node in methods if isinstance(node, ast.Name)]
