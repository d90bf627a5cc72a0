"""Blocks, references, the master key, callbacks, the cache, and mistakes that only the text of a file can hold."""

from __future__ import annotations

import typing as t

import yaml

from .cases_entries import has
from .configuration import ENVIRONMENT, NO_MASTER_KEY, PARAMS, QUIET, Case, case, cut, misspelt, param, put, right

if t.TYPE_CHECKING:
    from collections.abc import Iterator

    from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import Vocabulary

    from .configuration import Config, Path

MASTER_KEY: Path = ("general_settings", "master_key")


def top_level_cases() -> Iterator[Case]:
    """Blocks that are misspelt, null, of another type."""
    probes: dict[str, Path] = {
        "litellm_settings": ("litellm_settings", "request_timeout"),
        "general_settings": ("general_settings", QUIET),
        "router_settings": ("router_settings", "num_retries"),
        "model_list": (),
    }
    for block, probe in probes.items():
        control: Config = {"control": block, "probe": probe}
        value = right()[block]
        yield case(block, "right", right(), probe=probe)
        yield case(f"{block}: misspelt", "misspelt", put(cut(right(), (block,)), (misspelt(block),), value), **control)
        bare: Config = {"probe": probe, "requests": ("alpha",)}
        yield case(f"{block}: absent", "sample", cut(right(), (block,)), **bare)
        yield case(f"{block}: null", "null", put(right(), (block,), None), **bare, control=f"{block}: absent")
        yield case(f"{block}: list", "type", put(right(), (block,), [1]), **control)
        yield case(f"{block}: text", "type", put(right(), (block,), "text"), **control)
    control = {"control": "environment_variables", "probe": ("environment", "CASE")}
    yield case(
        "environment_variables", "right", {**right(), "environment_variables": {"CASE": "here"}}, probe=control["probe"]
    )
    for label, block, value in (
        ("misspelt", "environment_variable", {"CASE": "here"}),
        ("list", "environment_variables", ["CASE"]),
        ("dictionary for text", "environment_variables", {"CASE": {"a": 1}}),
    ):
        yield case(f"environment_variables: {label}", "misspelt", {**right(), block: value}, **control)
    used = put(cut(right(), (*PARAMS, "api_key")), (*PARAMS, "litellm_credential_name"), "shared")
    stored = [
        {"credential_name": "shared", "credential_values": {"api_key": "os.environ/ALPHA_KEY"}, "credential_info": {}}
    ]
    yield case("credential_list", "right", {**used, "credential_list": stored})
    yield case("credential_list: misspelt", "misspelt", {**used, "credentials_list": stored}, control="credential_list")
    yield case("credential_list: missing", "missing target", used, control="credential_list")
    yield case("anchors under x-", "right", {**right(), "x-shared": {"timeout": 5}})


def reference_cases() -> Iterator[Case]:
    """``os.environ/NAME`` that resolves and that does not."""
    for label, value in {
        "undefined": "os.environ/NO_SUCH_KEY",
        "misspelt name": "os.environ/ALPHA_KY",
        "misspelt prefix": "os.enviro/ALPHA_KEY",
        "other prefix": "os.environ.ALPHA_KEY",
        "shell": "$ALPHA_KEY",
        "braces": "${ALPHA_KEY}",
        "space in front": " os.environ/ALPHA_KEY",
        "space behind": "os.environ/ALPHA_KEY ",
        "no name": "os.environ/",
        "inside text": "Bearer os.environ/ALPHA_KEY",
        "capitals": "OS.ENVIRON/ALPHA_KEY",
        "Python": "os.environ['ALPHA_KEY']",
        "getenv": "os.getenv('ALPHA_KEY')",
        "a default": "${ALPHA_KEY:-sk-alpha}",
        "round brackets": "$(ALPHA_KEY)",
        "Windows": "%ALPHA_KEY%",
        "GitHub": "${{ secrets.ALPHA_KEY }}",
        "template": "{{ ALPHA_KEY }}",
        "JavaScript": "process.env.ALPHA_KEY",
        "a letter left out": "os.eviron/ALPHA_KEY",
        "two slashes": "os/environ/ALPHA_KEY",
        "a key as its name": "os.environ/gsk_Zq8vR2mN4xK7pL1wT9yB3cD5",
        "a key with dashes as its name": "os.environ/sk-proj-Zq8vR2mN4xK7pL1wT9yB3cD5",
    }.items():
        yield case(f"reference: {label}", "reference", param("api_key", value))
    yield case("reference: in a dictionary", "right", param("extra_body", {"case": "os.environ/FROM_ENVIRONMENT"}))
    yield case("reference: resolved in a list", "right", param("extra_body", {"case": ["from-environment"]}))
    listed = param("extra_body", {"case": ["os.environ/FROM_ENVIRONMENT"]})
    yield case("reference: in a list", "reference", listed, control="reference: resolved in a list")
    yield case(
        "reference: undefined in a header", "reference", param("extra_headers", {"x-case": "os.environ/NO_SUCH"})
    )
    yield case(
        "reference: in a setting",
        "right",
        put(right(), ("general_settings", "user_header_name"), "os.environ/FROM_ENVIRONMENT"),
    )
    declared = {**right(), "environment_variables": {"LATE": "sk-late"}}
    yield case(
        "reference: to environment_variables", "reference", put(declared, (*PARAMS, "api_key"), "os.environ/LATE")
    )
    blocked: Config = {"probe": ("environment", "PATH")}
    yield case(
        "environment_variables.PATH",
        "misplaced",
        {**right(), "environment_variables": {"PATH": "/here"}},
        **blocked,
        control="PATH of the service",
    )
    yield case("PATH of the service", "right", right(), **blocked, environment={**ENVIRONMENT, "PATH": "/here"})
    number: Config = {"probe": ("router_settings", "num_retries")}
    yield case("num_retries: 1", "right", put(right(), ("router_settings", "num_retries"), 1), **number)
    retries: Config = {**number, "control": "num_retries: 1", "environment": {**ENVIRONMENT, "RETRIES": "1"}}
    yield case(
        "reference: for a number",
        "reference",
        put(right(), ("router_settings", "num_retries"), "os.environ/RETRIES"),
        **retries,
    )
    yield case("num_retries: quoted", "type", put(right(), ("router_settings", "num_retries"), "1"), **retries)


def security_cases(vocabulary: Vocabulary) -> Iterator[Case]:
    """The master key, and what guards or watches the gateway."""
    none: Config = {"environment": NO_MASTER_KEY}
    for label, value in {
        "sk-1234": "sk-1234",
        "integer": 123456789,
        "null": None,
        "empty": "",
        "padded": " sk-padded ",
        "non-ASCII": "sk-schlüssel",
        "undefined": "os.environ/NO_SUCH_KEY",
        "list": ["sk-x"],
    }.items():
        yield case(f"master_key: {label}", "master key", put(right(), MASTER_KEY, value), **none)
    keyless = cut(right(), MASTER_KEY)
    yield case("master_key: from the environment alone", "right", keyless)
    yield case("master_key: absent", "master key", keyless, **none)
    yield case("master_key: misspelt", "misspelt", put(keyless, ("general_settings", "mastr_key"), "sk-x"), **none)
    for block in ("litellm_settings", "router_settings"):
        yield case(f"master_key: in {block}", "misplaced", put(keyless, (block, "master_key"), "sk-x"), **none)
    yield case("master_key: at the top", "misplaced", put(keyless, ("master_key",), "sk-x"), **none)
    purpose: Path = ("general_settings", "dangerously_permit_weak_or_unset_master_key")
    if has(vocabulary, purpose):
        yield case("master_key: none on purpose", "right", put(keyless, purpose, True), **none)
    away: Path = ("general_settings", "allow_requests_on_db_unavailable")
    opened: Config = {"probe": ("without a database", "opens")}
    yield case("database away: refuses", "right", put(right(), away, False), **opened)
    for value in (True, "true"):
        wrong = put(right(), away, value)
        yield case(f"database away: {value!r}", "security", wrong, **opened, control="database away: refuses")
    for key, good, bad in (
        ("max_request_size_mb", 5, "x"),
        ("health_check_interval", 300, "abc"),
        ("alerting", ["slack"], "slack"),
        ("background_health_checks", False, "false"),
    ):
        probe: Config = {"probe": ("general_settings", key)}
        yield case(f"general_settings.{key}", "right", put(right(), ("general_settings", key), good), **probe)
        wrong = put(right(), ("general_settings", key), bad)
        yield case(f"general_settings.{key}: {bad}", "type", wrong, **probe, control=f"general_settings.{key}")
        moved = put(right(), ("router_settings", key), good)
        yield case(
            f"general_settings.{key}: in router_settings",
            "misplaced",
            moved,
            **probe,
            control=f"general_settings.{key}",
        )


def callback_cases(vocabulary: Vocabulary) -> Iterator[Case]:
    """Callbacks, the cache, keys that LiteLLM handles by themselves, names of its functions."""
    for key in ("callbacks", "success_callback", "failure_callback"):
        path: Path = ("litellm_settings", key)
        probe: Config = {"probe": path}
        good = "anthropic_cache_control_hook" if key == "callbacks" else "langfuse"
        yield case(f"{key}: empty", "right", put(right(), path, []))
        yield case(key, "sample", put(right(), path, [good]), **probe)
        yield case(f"{key}: misspelt", "callback", put(right(), path, [misspelt(good)]), **probe, control=key)
        yield case(f"{key}: text", "callback", put(right(), path, good), **probe, control=key)
    cached = put(right(), ("litellm_settings", "cache"), True)
    params: Path = ("litellm_settings", "cache_params")
    local = {"type": "local", "namespace": "x"}
    probe = {"probe": ("litellm_settings", "cache", "namespace"), "control": "cache"}
    yield case("cache", "right", put(cached, params, local), probe=probe["probe"])
    described: dict[str, t.Any] = {
        "unknown type": {"type": "locl", "namespace": "x"},
        "misspelt key": {"type": "local", "nmespace": "x"},
        "text": "local",
    }
    for label, description in described.items():
        yield case(f"cache: {label}", "cache", put(cached, params, description), **probe)
    switches: list[object] = ["true", "yes", {"type": "local"}]
    for switch in switches:
        turned = put(put(right(), params, local), ("litellm_settings", "cache"), switch)
        yield case(f"cache: {switch!r}", "cache", turned, **probe)
    yield case("cache: not turned on", "cache", put(right(), params, local), **probe)
    drops: list[object] = ["true", "maybe", 1, [True]]
    for value in drops:
        probe = {"probe": ("litellm_settings", "drop_params")}
        yield case(f"drop_params: {value!r}", "type", put(right(), ("litellm_settings", "drop_params"), value), **probe)
        inside = put(right(), (*PARAMS, "drop_params"), value)
        probe = {"probe": ("litellm_params", "drop_params"), "control": "litellm_params.drop_params"}
        yield case(f"litellm_params.drop_params: {value!r}", "type", inside, **probe)
    yield case(
        "litellm_params.drop_params", "right", param("drop_params", True), probe=("litellm_params", "drop_params")
    )
    for key in sorted(vocabulary.tables["litellm_settings"]):
        if key in HANDLED:
            yield case(f"litellm_settings.{key}: null", "null", put(right(), ("litellm_settings", key), None))
    for key in ("acompletion", "completion", "utils"):
        function = put(right(), ("litellm_settings", key), 5)
        yield case(f"litellm_settings.{key}: a function", "misplaced", function, probe=("litellm_settings", key))


HANDLED = frozenset(
    {
        "audit_log_callbacks",
        "cache",
        "cache_params",
        "callbacks",
        "custom_provider_map",
        "default_internal_user_params",
        "default_max_internal_user_budget",
        "default_team_settings",
        "drop_params",
        "failure_callback",
        "guardrails",
        "json_logs",
        "max_budget",
        "max_internal_user_budget",
        "max_ui_session_budget",
        "model_group_settings",
        "modify_params",
        "post_call_rules",
        "priority_reservation_settings",
        "responses",
        "success_callback",
        "upperbound_key_generate_params",
    }
)
"""Settings for which the proxy has code of its own, so that null may be something else than absence."""


def text_cases() -> Iterator[Case]:
    """Keys that stand twice, files that are none."""
    text = yaml.safe_dump(right(), sort_keys=False)
    yield Case("file: model_list twice", "duplicate", text + "model_list: []\n")
    yield Case("file: router_settings twice", "duplicate", text + "router_settings: {num_retries: 0}\n")
    twice = text.replace("  request_timeout: 20", "  request_timeout: 20\n  request_timeout: 21")
    yield Case("file: key twice", "duplicate", twice, probe=("litellm_settings", "request_timeout"))
    for label, broken in {
        "empty": "",
        "list": "- model_list\n",
        "text": "model_list\n",
        "broken": text + "  - : [\n",
        "tab": text + "x:\n\ty: 1\n",
    }.items():
        yield Case(f"file: {label}", "shape", broken)
    yield Case("include: text", "shape", text + "include: other.yaml\n")
