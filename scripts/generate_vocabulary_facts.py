"""Which keys each block of a proxy configuration takes, read from the places where LiteLLM reads them.

A block has the fields that LiteLLM declares for it, and the keys that its code asks the block for; where a key is
declared, its type is known.
"""

from __future__ import annotations

import ast
import json
import re
from collections import Counter
from pathlib import Path

from generate_vocabulary_defaults import default_tables
from generate_vocabulary_entries import entry_tables, enumeration
from generate_vocabulary_models import (
    LOOKUP,
    bare_models,
    bare_names,
    branches,
    compared_providers,
    endpoints,
    keyless,
    members,
    models,
    providers,
)
from generate_vocabulary_source import Source, Tables, named, strings

_KEY = re.compile(r"[a-z][A-Za-z0-9_-]*")
# LiteLLM's package also holds a list of models per provider, which nobody sets.
_SETTING = re.compile(r"(?!.*_models$)[a-z][a-z0-9_]*")
_GETATTR = r"\b(?:get|has)attr\(\s*litellm,\s*[\"']"
_PROXY = "proxy/proxy_server.py"
_SOLD = "premium_user is not True"


def facts_of(package: Path) -> Tables:
    """All tables of the LiteLLM package in *package*; keys and values hold no white space."""
    source = Source(package)
    params = deployment_params(source)
    tables: Tables = {
        "top_level": top_level(source),
        "model_list": deployment(source),
        "litellm_params": params,
        "provider_params": {key: readers for key, readers in passed_params(source).items() if key not in params},
        "model_info": model_info(source),
        "router_settings": router(source),
        "litellm_settings": litellm_settings(source),
        "dead_settings": dict.fromkeys(dead_settings(source), ""),
        "general_settings": general_settings(source),
        "cache_params": source.arguments("caching/caching.py", "Cache"),
        "retry_policy": source.fields("types/router.py", "RetryPolicy"),
        "allowed_fails_policy": source.fields("types/router.py", "AllowedFailsPolicy"),
        "routing_group": source.fields("types/router.py", "RoutingGroup"),
        "complexity_tiers": dict.fromkeys(
            enumeration(source, "router_strategy/complexity_router/config.py", "ComplexityTier"), ""
        ),
        "alerting_args": {
            **reads(source.proxy, "alerting_args"),
            **source.fields("types/integrations/slack_alerting.py", "SlackAlertingArgs"),
        },
        "guardrail_types": dict.fromkeys(
            enumeration(source, "types/guardrails.py", "SupportedGuardrailIntegrations"), ""
        ),
        "guardrail_modes": dict.fromkeys(enumeration(source, "types/guardrails.py", "GuardrailEventHooks"), ""),
        "guardrails": source.fields("types/guardrails.py", "Guardrail"),
        "credential_list": source.fields("types/utils.py", "CredentialItem"),
        "vector_store_registry": source.fields("types/vector_stores.py", "LiteLLM_VectorStoreConfig"),
        "vector_store_params": source.fields("types/vector_stores.py", "LiteLLM_ManagedVectorStore"),
        "search_tools": source.fields("types/router.py", "SearchToolTypedDict"),
        "mcp_transports": dict.fromkeys(enumeration(source, "types/mcp.py", "MCPTransport"), ""),
        "mcp_auth_types": dict.fromkeys(enumeration(source, "types/mcp.py", "MCPAuth"), ""),
        "licensed": licensed(source),
        "licensed_in_vain": licensed_in_vain(source),
        "modes": dict.fromkeys(modes(source), ""),
        "callbacks": callbacks(source),
        "pre_call_checks": dict.fromkeys(source.constant("types/router.py", "OptionalPreCallChecks"), ""),
        "blocked_environment": dict.fromkeys(assigned(source.file(_PROXY), "_BLOCKED_ENV_KEYS"), ""),
        "needs_base": dict.fromkeys(needs_base(source), ""),
        "keyless": keyless(package),
        "ignored_params": dict.fromkeys(ignored_params(source), ""),
        "deployment_ids": dict.fromkeys(deployment_ids(source), ""),
        "own_code": dict.fromkeys(own_code(source), ""),
        "wrong_guardrails": dict.fromkeys(wrong_guardrails(source), ""),
        "command_line": dict.fromkeys(command_line(source), ""),
        "providers": providers(package),
        "bare_models": bare_models(package),
        "bare_names": bare_names(source),
        "endpoints": endpoints(source),
        **models(package),
        **entry_tables(source),
    }
    tables |= default_tables(source, tables)
    for name, table in tables.items():
        for key, value in table.items():
            if re.search(r"\s|=", value) or re.search(r"\s", key) or not key:
                raise ValueError(f"{name}: cannot be written as one word: {key!r} = {value!r}")
    return {name: table for name, table in tables.items() if table}


def deployment(source: Source) -> dict[str, str]:
    """An entry of ``model_list``: the declared fields, and what the router takes from beside them."""
    beside = re.findall(r'getattr\(deployment, "(\w+)", None\)', source.text("router*.py"))
    declared = source.fields("types/router.py", "Deployment")
    # A column of the database: the router reads it from model_info alone.
    declared.pop("blocked", None)
    return {**dict.fromkeys(beside, "int"), **declared}


def deployment_params(source: Source) -> dict[str, str]:
    """``litellm_params``: what a deployment declares, what a chat request takes, and what never leaves LiteLLM."""
    request = source.constant("constants.py", "OPENAI_CHAT_COMPLETION_PARAMS")
    request += source.constant("constants.py", "DEFAULT_CHAT_COMPLETION_PARAM_VALUES")
    owned = source.constant("types/utils.py", "all_litellm_params")
    known = {key: "any" for key in [*request, *owned] if _KEY.fullmatch(key)}
    typed = source.signature("main.py", named(source.file("main.py"), ast.AsyncFunctionDef, "acompletion"))
    fields = source.fields("types/router.py", "LiteLLM_Params")
    # Of a list the router makes a deployment for each.
    several = re.findall(r'isinstance\(\s*_litellm_params\["(\w+)"\], list', source.text("router.py"))
    return {
        **known,
        **{key: kind for key, kind in typed.items() if key in known},
        **source.fields("types/router.py", "LiteLLMParamsTypedDict"),
        **fields,
        **{key: f"{fields[key]}|list" for key in several if key in fields},
        # Annotated as a whole number, for type checkers only: the router hands any number to random.choices.
        "weight": "num",
    }


def passed_params(source: Source) -> dict[str, str]:
    """Parameters of single providers, which a deployment may set as well: to the folders of the providers that read them.

    ``any`` where code that serves every provider reads it.
    """
    variables = "optional_params|litellm_params|non_default_params|inference_params"
    shared = source.text("main.py") + source.text("utils.py")
    beside = source.text("vector_stores/*.py") + source.text("integrations/*.py")
    everywhere = reads(shared, "kwargs") | reads(beside, "non_default_params")
    found: dict[str, set[str]] = {}
    for path in sorted(source.package.glob("llms/**/*.py")):
        file = path.relative_to(source.package).as_posix()
        keys = [*reads(path.read_text(), variables)]
        for node in ast.walk(source.file(file)):
            if isinstance(node, ast.ClassDef) and node.name.endswith("Config"):
                keys += source.own_fields(file, node)
            elif isinstance(node, ast.FunctionDef) and node.name in (
                "get_supported_openai_params",
                "get_config_blocks",
            ):
                keys += strings(node)
        for key in keys:
            found.setdefault(key, set()).add(path.relative_to(source.package / "llms").parts[0].removesuffix(".py"))
    readers = {key: ",".join(sorted(folders)) for key, folders in found.items()} | dict.fromkeys(everywhere, "any")
    # What is asked for on behalf of a provider, and of no provider's own code.
    readers = dict.fromkeys(reads(source.text("realtime_api/main.py"), "kwargs"), "any") | readers
    return {key: who for key, who in readers.items() if _KEY.fullmatch(key) and "-" not in key}


def deployment_ids(source: Source) -> list[str]:
    """``before_names`` where the router looks for a deployment with an id first, whatever models have that name."""
    router = named(source.file("router.py"), ast.ClassDef, "Router")
    chooses = named(router, ast.FunctionDef, "_common_checks_available_deployment")
    tests = [ast.unparse(node.test) for node in ast.walk(chooses) if isinstance(node, ast.If)]
    return ["before_names"] if "self.has_model_id(model)" in tests else []


def own_code(source: Source) -> list[str]:
    """``beside`` where code that a configuration names is looked for beside it and nowhere else."""
    return ["beside"] if "Could not find module file" in source.text("proxy/types_utils/utils.py") else []


def wrong_guardrails(source: Source) -> list[str]:
    """``skipped`` where LiteLLM starts without a guardrail that it cannot set up."""
    return ["skipped"] if "except (ValueError" in source.text("proxy/guardrails/init_guardrails.py") else []


def ignored_params(source: Source) -> list[str]:
    """What a model can do, which a deployment's parameters may say and LiteLLM takes out of them, in versions that do so."""
    if "def is_model_capability_field" not in source.text("router_utils/*.py"):
        return []
    model_map = json.loads((source.package / "model_prices_and_context_window_backup.json").read_text())
    of_map = {key for entry in model_map.values() for key in entry if key.startswith("supports_")}
    return sorted({*source.fields("types/utils.py", "ProviderSpecificModelInfo"), *of_map})


def licensed(source: Source) -> dict[str, str]:
    """What needs a licence: callbacks, and settings with the name of their block.

    LiteLLM refuses to start with them, or, with ``enable_jwt_auth``, to answer anything; later versions then refuse JWTs alone.
    """
    found: dict[str, str] = {}
    for node in ast.walk(source.file("proxy/common_utils/callback_utils.py")):
        if isinstance(node, ast.If) and any(_SOLD in ast.unparse(each) for each in node.body):
            found |= dict.fromkeys(compared(ast.unparse(node.test).replace("(", " "), "callback"), "callbacks")
    for name in re.findall(r"\"(?:Trying to use `(\w+)`\"|(\w+) is an Enterprise Feature)", source.text(_PROXY)):
        block = "top_level" if f'config.get("{"".join(name)}"' in source.text(_PROXY) else "general_settings"
        found["".join(name)] = block
    if "Tag budgets are an Enterprise only feature" in source.text("router_strategy/budget_limiter.py"):
        found["tag_budget_config"] = "litellm_settings"
    signs_in = source.text("proxy/auth/user_api_key_auth.py")
    if re.search(r"\n( +)if general_settings.*enable_jwt_auth.*:\n\1    from .* import premium_user\n", signs_in):
        found["enable_jwt_auth"] = "general_settings"
    if "Oauth2 token validation is only available for premium users" in signs_in:
        found["enable_oauth2_auth"] = "general_settings"
    managers = enumeration(source, "types/secret_managers/main.py", "KeyManagementSystem")
    for path in source.package.glob("secret_managers/*_secret_manager.py"):
        if _SOLD in path.read_text():
            maker = path.stem.removesuffix("_secret_manager")
            names = {path.stem, maker, f"{maker}_vault"} & set(managers)
            found |= dict.fromkeys(names, "key_management_system")
    return found


def licensed_in_vain(source: Source) -> dict[str, str]:
    """What LiteLLM does not act on without a licence, and goes on without: keys of ``general_settings``, and callbacks."""
    found = re.findall(r"using (max_\w+_mb) - not checking", source.text("proxy/auth/auth_utils.py"))
    routes = source.text("proxy/auth/route_checks.py")
    found += re.findall(r"Trying to use '(\w+)' this is an Enterprise only feature", routes)
    for node in ast.walk(source.file("proxy/auth/auth_utils.py")):
        if isinstance(node, ast.FunctionDef) and node.name == "route_in_additonal_public_routes":
            found += ["public_routes"] * (_SOLD in ast.unparse(node))
    # A callback that may not log is a line of LiteLLM's own log.
    asks = re.compile(rf"{_SOLD}|premium_user_check\(\)")
    asking = [path for path in source.package.glob("integrations/*/*.py") if asks.search(path.read_text())]
    loggers = sorted({path.parent.name for path in asking} & set(callbacks(source)))
    return {**dict.fromkeys(found, "general_settings"), **dict.fromkeys(loggers, "callbacks")}


def model_info(source: Source) -> dict[str, str]:
    """``model_info``: the declared fields, the keys of the model map, and those that the code asks for."""
    model_map = json.loads((source.package / "model_prices_and_context_window_backup.json").read_text())
    of_map = {key: "any" for entry in model_map.values() for key in entry if isinstance(entry, dict)}
    nested = r"""get\(["']model_info["'], \{\}\)"""
    asked = reads(source.text("**/*.py"), rf"(?:model_info|mi)(?:_dict)?|{nested}")
    fields = source.fields("types/router.py", "ModelInfo")
    return {key: kind for key, kind in {**asked, **of_map, **fields}.items() if _KEY.fullmatch(key)}


def router(source: Source) -> dict[str, str]:
    """``router_settings``: the arguments of ``Router``, less those that the proxy keeps to itself."""
    kept = assigned(source.file(_PROXY), "exclude_args") or source.constant(
        "constants.py", "ROUTER_SETTINGS_MANAGED_OUTSIDE_CONFIG"
    )
    text = source.text("router.py")
    return {
        # What the router makes text of may be text.
        key: f"{kind}|str" if kind == "int" and f"str({key})" in text else fraction(key, kind)
        for key, kind in source.arguments("router.py", "Router").items()
        if key not in kept
    }


def litellm_settings(source: Source) -> dict[str, str]:
    """``litellm_settings``: the settings that LiteLLM's package has as attributes, and those that the proxy handles."""
    everything = source.everything
    used = asked_attributes(everything)
    constants = {name: kind for name, kind in source.variables("constants.py").items() if name in used}
    named_only = dict.fromkeys(re.findall(rf"{_GETATTR}([a-z]\w*)", everything), "any")
    attributes = {**named_only, **constants, **source.variables("__init__.py")}
    handled = handled_settings(source)
    # Annotated as a dictionary, and only ever handed on to a provider as it is.
    passed_on = dict.fromkeys(re.findall(r"""params\[["']\w+["']\] = litellm\.(\w+)\b""", everything), "any")
    # The admin interface asks the file for them, by a name that it hands on.
    asked = r"""proxy_config\.get_config\(\)\s+[^\n]*_get_settings_with_schema\(\s*settings_key="(\w+)\""""
    shown = dict.fromkeys(re.findall(asked, everything), "dict")
    found = {**shown, **reads(everything, "litellm_settings"), **dict.fromkeys(handled, "any"), **attributes}
    return {
        key: f"~{kind}"
        if key in handled and kind in ("int", "num")
        else passed_on.get(key, kind)
        if kind == "dict"
        else kind
        for key, kind in found.items()
        if _SETTING.fullmatch(key) or (key in constants and key.isupper())
    }


def handled_settings(source: Source) -> set[str]:
    """The settings that the proxy does something with of its own, instead of setting an attribute."""
    loop = named(source.file(_PROXY), ast.ClassDef, "ProxyConfig")
    return {
        text
        for node in ast.walk(loop)
        if isinstance(node, ast.Compare) and getattr(node.left, "id", "") == "key"
        for text in strings(node)
    }


def asked_attributes(text: str) -> set[str]:
    """The attributes of LiteLLM's package that *text* asks for, by ``litellm.name`` or ``getattr(litellm, "name")``."""
    return {*re.findall(r"\blitellm\.([A-Za-z]\w*)\b(?!\()", text), *re.findall(rf"{_GETATTR}(\w+)", text)}


def dead_settings(source: Source) -> list[str]:
    """Attributes of LiteLLM's package that are declared there and that nothing reads."""
    everything = source.everything
    mentioned = Counter(re.findall(r"\w+", source.text("__init__.py")))
    of_anything = set(re.findall(r"\.([A-Za-z_]\w*)", everything))
    read = {*reads(everything, "litellm_settings"), *handled_settings(source), *asked_attributes(everything)}
    imported = set(re.findall(r"\w+", " ".join(re.findall(r"from litellm import (\([^)]*\)|.*)", everything))))
    return [
        name
        for name in source.variables("__init__.py")
        if _SETTING.fullmatch(name) and name not in read | imported | of_anything and mentioned[name] == 1
    ]


def general_settings(source: Source) -> dict[str, str]:
    """``general_settings``: the declared fields, the keys that the proxy asks for, and those of classes that it makes of them."""
    # One file is handed them under a shorter name.
    handed = reads(source.text("proxy/common_utils/http_parsing_utils.py"), "settings")
    asked = reads(source.proxy, "general_settings") | handed
    fields = source.fields("proxy/_types.py", "ConfigGeneralSettings")
    days = "|int" if "isinstance(retention_setting, int)" in source.proxy else ""
    # What the proxy looks at as a dictionary may be one, whatever is declared.
    nested = set(re.findall(r"\bisinstance\((\w+), dict\)", source.text("proxy/management_endpoints/*.py")))
    declared = {
        key: f"dict|{kind}" if key in nested and kind.startswith("one(") else kind
        for key, kind in ((key, general_kind(key, kind.removeprefix("~"), days)) for key, kind in fields.items())
    }
    numbers = re.findall(r"\bfloat\((\w+)\)", source.text(_PROXY))
    used = {key: "~num" for key in numbers if key in asked} | handed_on(source, "proxy/auth/auth_utils.py", asked)
    # The classes convert, and other places read the same settings as they are.
    made = {key: kind.removeprefix("~") for key, kind in made_of(source, "general_settings").items()}
    kinds = {**asked, **used, **made, **declared}
    compared_with_true = re.findall(
        r'\bgeneral_settings(?:\.get\("(\w+)"[^)]*\)|\["(\w+)"\]) is (?:not )?True', source.proxy
    )
    truths = {"".join(names) for names in compared_with_true}
    return {key: "bool" if key in truths and kind == "any" else kind for key, kind in kinds.items()}


def handed_on(source: Source, file: str, asked: dict[str, str]) -> dict[str, str]:
    """The types of those keys that functions of *file* take as arguments of the same name."""
    functions = [node for node in source.file(file).body if isinstance(node, ast.FunctionDef)]
    typed = {key: kind for function in functions for key, kind in source.signature(file, function).items()}
    return {key: kind for key, kind in typed.items() if asked.get(key) == "any"}


def made_of(source: Source, block: str) -> dict[str, str]:
    """The fields of the classes that the proxy makes of *block* to read a setting or two."""
    found: dict[str, str] = {}
    for path in sorted(source.package.glob("proxy/**/*.py")):
        for name in re.findall(rf"(\w+)\.model_validate\({block}\)", path.read_text()):
            found |= source.fields(path.relative_to(source.package).as_posix(), name)
    return found


def general_kind(key: str, kind: str, days: str) -> str:
    """The type of a key of ``general_settings``, as far as it is wider than what is declared.

    :param days: what a period of retention may be beside text.
    """
    if key.endswith("_retention_period"):
        return kind + days
    if kind in ("int", "num") and re.match(r"database_(?:connect|connection|socket)_", key):
        return f"{kind}|str"  # It becomes a part of an address.
    return fraction(key, kind)


def fraction(key: str, kind: str) -> str:
    """The type of *key*, which may have a fraction where it is waited for, compared or multiplied, whatever is declared."""
    return (
        "num" if kind == "int" and re.search(r"(?:_threshold|_interval|_seconds|_ttl|_mb|retry_after)$", key) else kind
    )


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


def modes(source: Source) -> set[str]:
    """The words for ``model_info.mode``: those of the model map, and those that health checks can ask."""
    model_map = json.loads((source.package / "model_prices_and_context_window_backup.json").read_text())
    of_map = {entry["mode"] for name, entry in model_map.items() if name != "sample_spec" and "mode" in entry}
    handlers = named(source.file("litellm_core_utils/health_check_helpers.py"), ast.FunctionDef, "get_mode_handlers")
    return {*of_map, *(strings(handlers.returns) if handlers.returns else ())}


def needs_base(source: Source) -> list[str]:
    """Providers that speak OpenAI's protocol and have no address of their own: no base URL, no model in the map."""
    package = source.package
    known = members(package)
    lookup = named(
        source.file(LOOKUP),
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


def command_line(source: Source) -> list[str]:
    """The variables that LiteLLM's command line reads, and so nothing that serves without it."""
    calls = (node for node in ast.walk(source.file("proxy/proxy_cli.py")) if isinstance(node, ast.Call))
    options = [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == "option"]
    return [text for call in options for each in call.keywords if each.arg == "envvar" for text in strings(each.value)]


def reads(text: str, block: str) -> dict[str, str]:
    """Keys that *text* asks a block for, by ``[…]``, ``.get(…)`` or ``in``; ``bool`` where the default says so."""
    variable = rf"(?:{block})(?: or {{}}\))?"
    found = dict.fromkeys(re.findall(rf"""["']([\w-]+)["'] in \w*{variable}\b""", text), "any")
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
