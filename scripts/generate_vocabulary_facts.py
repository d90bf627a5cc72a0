# Copyright: (c) 2026, llmops.litellm maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which keys each block of a proxy configuration takes, read from the places where LiteLLM reads them.

A block has the fields that LiteLLM declares for it, and the keys that its code asks the block for; where a key is
declared, its type is known.
"""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

from generate_vocabulary_models import bare_models, branches, compared_providers, members, models, providers
from generate_vocabulary_source import Source, Tables, named, strings

_KEY = re.compile(r"[a-z][A-Za-z0-9_-]*")
# LiteLLM's package also holds a list of models per provider, which nobody sets.
_SETTING = re.compile(r"(?!.*_models$)[a-z][a-z0-9_]*")
_PROXY = "proxy/proxy_server.py"


def facts_of(package: Path) -> Tables:
    """All tables of the LiteLLM package in *package*; keys and values hold no white space."""
    source = Source(package)
    params = deployment_params(source)
    tables: Tables = {
        "top_level": top_level(source),
        "model_list": deployment(source),
        "litellm_params": params,
        "provider_params": {key: "any" for key in passed_params(source) if key not in params},
        "model_info": model_info(source),
        "router_settings": router(source),
        "litellm_settings": litellm_settings(source),
        "general_settings": general_settings(source),
        "cache_params": source.arguments("caching/caching.py", "Cache"),
        "retry_policy": source.fields("types/router.py", "RetryPolicy"),
        "allowed_fails_policy": source.fields("types/router.py", "AllowedFailsPolicy"),
        "alerting_args": source.fields("types/integrations/slack_alerting.py", "SlackAlertingArgs"),
        "callbacks": callbacks(source),
        "pre_call_checks": dict.fromkeys(source.constant("types/router.py", "OptionalPreCallChecks"), ""),
        "blocked_environment": dict.fromkeys(assigned(source.file(_PROXY), "_BLOCKED_ENV_KEYS"), ""),
        "needs_base": dict.fromkeys(needs_base(source), ""),
        "providers": providers(package),
        "bare_models": bare_models(package),
        **models(package),
    }
    for name, table in tables.items():
        for key, value in table.items():
            if re.search(r"\s|=", value) or re.search(r"\s", key) or not key:
                raise ValueError(f"{name}: cannot be written as one word: {key!r} = {value!r}")
    return {name: table for name, table in tables.items() if table}


def deployment(source: Source) -> dict[str, str]:
    """An entry of ``model_list``: the declared fields, and what the router takes from beside them."""
    beside = re.findall(r'getattr\(deployment, "(\w+)", None\)', source.text("router*.py"))
    return {**dict.fromkeys(beside, "int"), **source.fields("types/router.py", "Deployment")}


def deployment_params(source: Source) -> dict[str, str]:
    """``litellm_params``: what a deployment declares, what a chat request takes, and what never leaves LiteLLM."""
    request = source.constant("constants.py", "OPENAI_CHAT_COMPLETION_PARAMS")
    request += source.constant("constants.py", "DEFAULT_CHAT_COMPLETION_PARAM_VALUES")
    owned = source.constant("types/utils.py", "all_litellm_params")
    known = {key: "any" for key in [*request, *owned] if _KEY.fullmatch(key)}
    typed = source.signature("main.py", named(source.file("main.py"), ast.AsyncFunctionDef, "acompletion"))
    return {
        **known,
        **{key: kind for key, kind in typed.items() if key in known},
        **source.fields("types/router.py", "LiteLLMParamsTypedDict"),
        **source.fields("types/router.py", "LiteLLM_Params"),
        # Annotated as a whole number, for type checkers only: the router hands any number to random.choices.
        "weight": "num",
    }


def passed_params(source: Source) -> list[str]:
    """Parameters of single providers, which a deployment may set as well."""
    found = reads(source.text("main.py") + source.text("utils.py"), "kwargs")
    found |= reads(source.text("llms/**/*.py"), "optional_params|litellm_params")
    for path in sorted(source.package.glob("llms/**/*.py")):
        file = path.relative_to(source.package).as_posix()
        for node in ast.walk(source.file(file)):
            if isinstance(node, ast.ClassDef) and node.name.endswith("Config"):
                found |= source.own_fields(file, node)
            elif isinstance(node, ast.FunctionDef) and node.name == "get_supported_openai_params":
                found |= dict.fromkeys(strings(node), "any")
    return [key for key in found if _KEY.fullmatch(key) and "-" not in key]


def model_info(source: Source) -> dict[str, str]:
    """``model_info``: the declared fields, the keys of the model map, and those that the code asks for."""
    model_map = json.loads((source.package / "model_prices_and_context_window_backup.json").read_text())
    of_map = {key: "any" for entry in model_map.values() for key in entry if isinstance(entry, dict)}
    asked = reads(source.text("**/*.py"), "(?:model_info|mi)(?:_dict)?")
    fields = source.fields("types/router.py", "ModelInfo")
    return {key: kind for key, kind in {**asked, **of_map, **fields}.items() if _KEY.fullmatch(key)}


def router(source: Source) -> dict[str, str]:
    """``router_settings``: the arguments of ``Router``, less those that the proxy keeps to itself."""
    kept = assigned(source.file(_PROXY), "exclude_args") or source.constant(
        "constants.py", "ROUTER_SETTINGS_MANAGED_OUTSIDE_CONFIG"
    )
    return {key: kind for key, kind in source.arguments("router.py", "Router").items() if key not in kept}


def litellm_settings(source: Source) -> dict[str, str]:
    """``litellm_settings``: the settings that LiteLLM's package has as attributes, and those that the proxy handles."""
    everything = source.text("**/*.py") + source.proxy()
    used = set(re.findall(r"\blitellm\.([a-z][a-z0-9_]*)\b(?!\()", everything))
    constants = {name: kind for name, kind in source.variables("constants.py").items() if name in used}
    attributes = {**constants, **source.variables("__init__.py")}
    loop = named(source.file(_PROXY), ast.ClassDef, "ProxyConfig")
    handled = {
        text
        for node in ast.walk(loop)
        if isinstance(node, ast.Compare) and getattr(node.left, "id", "") == "key"
        for text in strings(node)
    }
    found = {**reads(everything, "litellm_settings"), **dict.fromkeys(handled, "any"), **attributes}
    return {
        key: f"~{kind}" if key in handled and kind in ("int", "num") else kind
        for key, kind in found.items()
        if _SETTING.fullmatch(key)
    }


def general_settings(source: Source) -> dict[str, str]:
    """``general_settings``: the declared fields, and the keys that the proxy asks for."""
    asked = reads(source.proxy(), "general_settings")
    fields = source.fields("proxy/_types.py", "ConfigGeneralSettings")
    return {**asked, **{key: kind.removeprefix("~") for key, kind in fields.items()}}


def top_level(source: Source) -> dict[str, str]:
    """The blocks that the proxy takes from the whole configuration."""
    found = {"include": "list"}
    for method in ast.walk(named(source.file(_PROXY), ast.ClassDef, "ProxyConfig")):
        if isinstance(method, (ast.FunctionDef, ast.AsyncFunctionDef)):
            text = ast.unparse(method)
            if "config" in [each.arg for each in method.args.args] or "self.get_config(" in text:
                found |= reads(text, "config")
    return found


def callbacks(source: Source) -> dict[str, str]:
    """Callback name to the list that takes it: ``any``, or ``log`` for ``success_callback`` and its like alone."""
    generic = source.package / "integrations/generic_api/generic_api_compatible_callbacks.json"
    names = dict.fromkeys(compared(source.text("litellm_core_utils/litellm_logging.py"), "callback"), "log")
    names |= dict.fromkeys(compared(source.text("proxy/common_utils/callback_utils.py"), "callback"), "any")
    names |= dict.fromkeys(json.loads(generic.read_text()), "any")
    names |= dict.fromkeys(source.constant("__init__.py", "_custom_logger_compatible_callbacks_literal"), "any")
    return names


def needs_base(source: Source) -> list[str]:
    """Providers that speak OpenAI's protocol and have no address of their own: no base URL, no model in the map."""
    package = source.package
    known = members(package)
    lookup = named(
        source.file("litellm_core_utils/get_llm_provider_logic.py"),
        ast.FunctionDef,
        "_get_openai_compatible_provider_info",
    )
    based = set(json.loads((package / "llms/openai_like/providers.json").read_text()))
    based |= {table.partition(":")[2] for table in models(package)}
    for branch in branches(lookup):
        if any(text.startswith("http") for statement in branch.body for text in strings(statement)):
            based |= set(compared_providers(branch.test, known))
    speaking = {*source.constant("constants.py", "openai_compatible_providers"), "openai", "custom_openai"}
    alone = (provider for provider in sorted(speaking) if provider not in based)
    return [provider for provider in alone if not re.search(r'"https?://', source.text(f"llms/{provider}/**/*.py"))]


def reads(text: str, block: str) -> dict[str, str]:
    """Keys that *text* asks a block for, by ``[…]``, ``.get(…)`` or ``in``; ``bool`` where the default says so."""
    variable = rf"\b\w*(?:{block})(?: or {{}}\))?"
    found = dict.fromkeys(re.findall(rf"""["']([\w-]+)["'] in {variable}\b""", text), "any")
    asked = rf"""{variable}(?:\.get\(|\.pop\(|\[)\s*["']([\w-]+)["'](?:\s*,\s*(True|False)\b)?"""
    for key, default in re.findall(asked, text):
        if default or key not in found:
            found[key] = "bool" if default else "any"
    return found


def compared(text: str, variable: str) -> list[str]:
    """The strings that *text* compares a variable with."""
    return re.findall(rf"""\b{variable} == ["']([\w.-]+)["']""", text)


def assigned(scope: ast.AST, name: str) -> list[str]:
    """The strings of what is assigned to *name* anywhere below *scope*; empty when nothing is."""
    for node in ast.walk(scope):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        value = node.value if isinstance(node, (ast.Assign, ast.AnnAssign)) else None
        if value and any(getattr(target, "id", "") == name for target in targets):
            return strings(value)
    return []
