"""The checker as a whole: every rule's example, severities, lines, what is let through, and nothing that crashes it."""

from __future__ import annotations

import copy
import random
import typing as t

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.check import check_config
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.checked_config import Service
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.key_rules import KEYS
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.model_rules import MODELS
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.rules import RULES
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.setting_rules import SETTINGS
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.python_code import OwnCode, PythonFile
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import vocabulary_for
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.rules import Rule
from hypothesis import given, settings
from hypothesis import strategies as st

VOCABULARY = vocabulary_for("1.106.2")
ENVIRONMENT = ["LITELLM_MASTER_KEY", "OPENAI_API_KEY"]
PRESIDIO = {
    "guardrail": "presidio",
    "mode": "pre_call",
    "presidio_analyzer_api_base": "http://analyzer.example:3000",
    "presidio_anonymizer_api_base": "http://anonymizer.example:3000",
}


def right() -> dict[str, t.Any]:
    """A configuration without a finding."""
    return {
        "model_list": [
            {
                "model_name": name,
                "litellm_params": {"model": f"openai/{name}", "api_base": "https://u.example/v1", "api_key": "sk-none"},
                "model_info": {"id": name},
            }
            for name in ("alpha", "beta")
        ],
        "litellm_settings": {"drop_params": True},
        "router_settings": {"num_retries": 2, "fallbacks": [{"alpha": ["beta"]}]},
        "general_settings": {"master_key": "os.environ/LITELLM_MASTER_KEY"},
    }


def check(config: object, **options: t.Any) -> list[tuple[str, str, str]]:
    """Severity, rule and path of each finding."""
    how = {name: options.pop(name) for name in ("deployments", "lines", "strict", "vocabulary") if name in options}
    service = Service(**{"environment": ENVIRONMENT, **options})
    problems = check_config(config, **{"vocabulary": VOCABULARY, **how}, service=service)
    return [(problem.severity, problem.rule, problem.path) for problem in problems]


def completed(snippet: dict[str, t.Any]) -> dict[str, t.Any]:
    """A snippet of the documentation as a configuration: parts of a model are put into a model."""
    if not {"litellm_params", "model_info"} & snippet.keys():
        return snippet
    model: dict[str, t.Any] = {"model_name": "alpha", "litellm_params": {"model": "openai/gpt-5"}, **snippet}
    return {"model_list": [model]}


def test_a_right_configuration_has_no_finding() -> None:
    assert check(right()) == []


@pytest.mark.parametrize("version", ["1.99.4", "1.106.12"])
def test_a_guardrail_without_a_name_ends_the_start(version: str) -> None:
    config = {**right(), "guardrails": [{"litellm_params": PRESIDIO}]}
    (problem,) = check_config(config, vocabulary=vocabulary_for(version), service=Service(environment=ENVIRONMENT))
    assert (problem.rule, "LiteLLM refuses to start" in problem.message) == ("missing-key", True)


@pytest.mark.parametrize(
    ("version", "effect"), [("1.99.4", "LiteLLM refuses to start"), ("1.106.12", "starts without the guardrail")]
)
@pytest.mark.parametrize("wrong", [{"guardrail": "presidoi"}, {"mode": "befor"}, {"default_on": "maybe"}])
def test_what_becomes_of_a_wrong_guardrail(version: str, effect: str, wrong: dict[str, t.Any]) -> None:
    params = {**PRESIDIO, **wrong}
    config = {**right(), "guardrails": [{"guardrail_name": "pii", "litellm_params": params}]}
    (problem,) = check_config(config, vocabulary=vocabulary_for(version), service=Service(environment=ENVIRONMENT))
    assert (problem.severity, effect in problem.message) == ("error", True)


@pytest.mark.parametrize(
    ("version", "severity", "effect"),
    [("1.106.12", "error", "sends it to the upstream"), ("1.108.7", "warning", "ignores it here")],
)
def test_what_a_model_can_do_among_its_parameters(version: str, severity: str, effect: str) -> None:
    config = right()
    config["model_list"][0]["litellm_params"]["supports_vision"] = True
    (problem,) = check_config(config, vocabulary=vocabulary_for(version), service=Service(environment=ENVIRONMENT))
    assert (problem.severity, problem.rule) == (severity, "misplaced-key")
    assert effect in problem.message


@pytest.mark.parametrize("block", ["litellm_settings", "litellm_params"])
@pytest.mark.parametrize(
    ("version", "value", "effect"),
    [
        ("1.92.2", "false", "for true, the word false too"),
        ("1.99.4", 1, "for true, the word false too"),
        ("1.106.12", "false", ""),
        ("1.108.7", 1, ""),
        ("1.108.7", "maybe", "takes it for false"),
    ],
)
def test_text_in_drop_params_is_read_by_newer_versions(version: str, value: object, effect: str, block: str) -> None:
    config = right()
    holder = config[block] if block in config else config["model_list"][0][block]
    holder["drop_params"] = value
    found = check_config(config, vocabulary=vocabulary_for(version), service=Service(environment=ENVIRONMENT))
    assert [each.rule for each in found] == (["wrong-type"] if effect else [])
    assert all(effect in each.message for each in found)


@pytest.mark.parametrize("version", ["1.84.10", "1.92.2", "1.99.4", "1.108.7"])
@pytest.mark.parametrize(("value", "wanted"), [("1e-6", []), ("cheap", ["wrong-type"])])
def test_a_price_in_model_info_is_a_number(version: str, value: str, wanted: list[str]) -> None:
    config = right()
    config["model_list"][0]["model_info"] |= {"input_cost_per_token": value, "output_cost_per_token": 2e-6}
    assert [rule for _severity, rule, _path in check(config, vocabulary=vocabulary_for(version))] == wanted


def test_a_model_of_a_database_is_not_null() -> None:
    config = right()
    config["model_list"][0]["model_info"]["db_model"] = None
    assert check(config) == [("error", "null-setting", "model_list[0].model_info.db_model")]


@pytest.mark.parametrize(
    ("version", "wanted"),
    [("1.92.2", [("error", "needs-license", "general_settings.enable_jwt_auth")]), ("1.99.4", [])],
)
def test_older_versions_answer_nobody_where_tokens_sign_in_without_a_license(
    version: str, wanted: list[tuple[str, str, str]]
) -> None:
    config = right()
    for switched_on, findings in ((True, wanted), (False, [])):
        config["general_settings"]["enable_jwt_auth"] = switched_on
        assert check(config, vocabulary=vocabulary_for(version)) == findings


@pytest.mark.parametrize(
    ("version", "files", "wanted"),
    [
        ("1.92.2", {}, [("error", "unknown-code", "general_settings.custom_auth")]),
        ("1.92.2", {"json": PythonFile("", frozenset({"dumps"}))}, []),
        ("1.99.4", {}, []),
    ],
)
def test_older_versions_load_code_of_files_alone(
    version: str, files: dict[str, PythonFile], wanted: list[tuple[str, str, str]]
) -> None:
    config = right()
    config["general_settings"] |= {"custom_auth": "json.dumps", "custom_auth_run_common_checks": True}
    assert check(config, vocabulary=vocabulary_for(version), code=OwnCode(files)) == wanted


@pytest.mark.parametrize("rule", [*KEYS, *MODELS, *SETTINGS], ids=lambda rule: rule.name)
def test_the_example_of_a_rule_has_its_finding(rule: Rule) -> None:
    config = completed(yaml.safe_load(rule.example))
    environment = ["OPENAI_API_KEY"] if rule.name == "no-master-key" else ["NOTHING"]
    options: dict[str, t.Any] = {"environment": environment, "workers": 0, "service_manager": "systemd"}
    if rule.name == "id-is-a-name":
        options["vocabulary"] = vocabulary_for("1.99.4")
    found = check(config, code=OwnCode({}), **options)
    assert rule.name in [name for _severity, name, _path in found]


@pytest.mark.parametrize("config", [None, [], "text", 3])
def test_something_that_is_no_dictionary_is_one_finding(config: object) -> None:
    assert check(config) == [("error", "wrong-shape", "configuration")]


def test_strict_false_makes_unknown_keys_warnings() -> None:
    config = {**right(), "router_setting": {}, "litellm_settings": {"drop_param": True}}
    assert {severity for severity, _rule, _path in check(config)} == {"error"}
    assert {severity for severity, _rule, _path in check(config, strict=False)} == {"warning"}


@pytest.mark.parametrize(
    ("block", "key"),
    [
        ("litellm_settings", "master_key"),
        ("router_settings", "max_budget"),
        ("general_settings", "max_internal_user_budget"),
    ],
)
def test_keys_that_guard_access_and_money_stay_errors(block: str, key: str) -> None:
    config = right()
    config[block][key] = 5
    assert ("error", "misplaced-key", f"{block}.{key}") in check(config, strict=False)


def test_a_misspelt_guard_stays_an_error() -> None:
    config = right()
    config["model_list"][0]["litellm_params"]["api_ky"] = "sk-x"
    assert check(config, strict=False) == [("error", "unknown-parameter", "model_list[0].litellm_params.api_ky")]


@pytest.mark.parametrize("allowed", ["my_block", "my_plugin", "litellm_settings.my_plugin", "own"])
def test_what_is_named_is_let_through(allowed: str) -> None:
    config = right()
    config["my_block"] = {}
    config["litellm_settings"]["my_plugin"] = {}
    config["model_list"][0]["litellm_params"]["own"] = 1
    everything = check(config)
    assert len(everything) == 3
    left = check(config, allow=[allowed])
    assert len(left) == 2
    assert set(left) < set(everything)


@pytest.mark.parametrize(
    ("block", "name", "value", "key"),
    [
        ("router_settings", "retry_policy", {"MineRetries": 1}, "MineRetries"),
        ("router_settings", "model_group_retry_policy", {"alpha": {"MineRetries": 1}}, "MineRetries"),
        ("general_settings", "alerting_args", {"daily_report_frequenc": 5}, "daily_report_frequenc"),
        ("litellm_settings", "cache_params", {"type": "local", "namespac": "x"}, "namespac"),
    ],
)
def test_a_key_below_a_setting_is_let_through_by_its_name(block: str, name: str, value: object, key: str) -> None:
    config = right()
    config["litellm_settings"]["cache"] = name == "cache_params"
    config[block][name] = value
    assert [rule for _severity, rule, path in check(config) if path.endswith(key)] == ["unknown-key"]
    assert check(config, allow=[key]) == []


def test_a_finding_has_the_line_of_its_place_or_of_what_is_around_it() -> None:
    config = right()
    del config["model_list"][1]["model_name"]
    lines = {("model_list",): 1, ("model_list", 1): 7}
    problems = check_config(config, vocabulary=VOCABULARY, lines=lines)
    assert [problem.line for problem in problems if problem.rule == "wrong-shape"] == [7]


@pytest.mark.parametrize(
    ("value", "remedy"),
    [
        ("os.environ['MY_KEY']", "os.environ/MY_KEY"),
        ('os.environ["MY_KEY"]', "os.environ/MY_KEY"),
        ("os.environ[MY_KEY]", "os.environ/MY_KEY"),
        ("os.environ.get('MY_KEY')", "os.environ/MY_KEY"),
        ("os.environ.get('MY_KEY', 'none')", "os.environ/MY_KEY"),
        ("os.getenv('MY_KEY')", "os.environ/MY_KEY"),
        ("env('MY_KEY')", "os.environ/MY_KEY"),
        ("process.env.MY_KEY", "os.environ/MY_KEY"),
        ("process.env['MY_KEY']", "os.environ/MY_KEY"),
        ("$MY_KEY", "os.environ/MY_KEY"),
        ("${MY_KEY}", "os.environ/MY_KEY"),
        ("${MY_KEY:-sk-1234}", "os.environ/MY_KEY"),
        ("${MY_KEY:?is missing}", "os.environ/MY_KEY"),
        ("$(MY_KEY)", "os.environ/MY_KEY"),
        ("$env:MY_KEY", "os.environ/MY_KEY"),
        ("%MY_KEY%", "os.environ/MY_KEY"),
        ("${{ secrets.MY_KEY }}", "os.environ/MY_KEY"),
        ("{{ MY_KEY }}", "os.environ/MY_KEY"),
        ("{{ lookup('env', 'MY_KEY') }}", "os.environ/MY_KEY"),
        ("{{ my_key }}", "os.environ/NAME"),
        ("os.eviron/MY_KEY", "os.environ/MY_KEY"),
        ("os/environ/MY_KEY", "os.environ/MY_KEY"),
        ("so.environ/MY_KEY", "os.environ/MY_KEY"),
        ("os.environ.MY_KEY", "os.environ/MY_KEY"),
        (" os.environ.MY_KEY", "os.environ/MY_KEY"),
        ("env:sk", "os.environ/sk"),
    ],
)
@pytest.mark.parametrize("block", ["litellm_params", "general_settings"])
def test_what_people_take_for_a_reference(value: str, remedy: str, block: str) -> None:
    config = right()
    if block in config:
        config[block]["master_key"] = value
    else:
        config["model_list"][0][block]["api_key"] = value
    problems = check_config(config, vocabulary=VOCABULARY)
    assert [problem.remedy for problem in problems if problem.rule == "looks-like-reference"] == [f"write {remedy}"]


@pytest.mark.parametrize(
    "value",
    [
        "$5",
        "100%",
        "%d%",
        "{{ messages }}",
        "{x}",
        "$2b$12$abcdefghijkl",
        "openai/gpt-5",
        "openrouter/auto",
        "process",
        "sonnet.anthropic/x",
        "os.path",
        "stop",
        "${X-GITHUB-TOKEN}",
        "{% if X %}",
        "%Y-%m-%d",
        "o1/mini",
        "env",
        "s3://b/k",
    ],
)
def test_what_nobody_takes_for_a_reference(value: str) -> None:
    config = right()
    config["model_list"][0]["litellm_params"]["extra_body"] = {"chat_template": value, "key": "plain"}
    assert check(config) == []


def test_what_litellm_fills_in_for_each_client_is_no_reference() -> None:
    server = {"url": "https://h/mcp", "static_headers": {"x-key": "${MY_KEY}"}, "env": {"KEY": "${MY_KEY}"}}
    assert "looks-like-reference" not in str(check({**right(), "mcp_servers": {"own": server}}))


def test_findings_never_hold_a_value_that_could_be_a_secret() -> None:
    secret = "-".join(["sk", "proj", "Zk3v9QpL2mXw8RtY5uBn"])
    config = right()
    config["model_list"][0]["litellm_params"] |= {"api_ky": secret, "api_base": secret, "rpm": secret, "model": secret}
    config["general_settings"] |= {"master_key": [secret], secret: secret}
    config["router_settings"]["fallbacks"] = [{secret: [secret]}]
    problems = check_config(config, vocabulary=VOCABULARY)
    assert len(problems) > 5
    assert secret not in " ".join(f"{problem} {problem.remedy}" for problem in problems)


_KEYS = st.sampled_from(
    [
        "model_list", "model_name", "litellm_params", "model_info", "model", "api_base", "api_key", "rpm", "weight", "order",
        "router_settings", "fallbacks", "model_group_alias", "retry_policy", "litellm_settings", "cache", "cache_params",
        "callbacks", "general_settings", "master_key", "environment_variables", "credential_list", "include", "guardrails",
        "timeout", "base_model", "optional_pre_call_checks", "default_fallbacks", "hidden", "id", "input_cost_per_token",
        "alerting_args", "reasoning_effort", "custom_provider_map", "health_check_interval", 7, True, None, "", "*",
    ]
)  # fmt: skip
_LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.sampled_from(["os.environ/X", "$X", "*", "", "a"]),
)
_TREES = st.recursive(
    _LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=5), max_leaves=30
)


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(_KEYS, _TREES, max_size=6), st.booleans())
def test_no_tree_crashes_the_checker(config: dict[t.Any, t.Any], strict: bool) -> None:
    for problem in check_config(config, vocabulary=VOCABULARY, service=Service(environment=["X"]), strict=strict):
        assert problem.rule in RULES
        assert problem.path
        assert problem.message


_ANY_KEYS = st.one_of(
    st.integers(), st.booleans(), st.none(), st.dates(), st.floats(), st.sampled_from(["", "*", "model"])
)
"""What YAML takes for a key, and text that is one of LiteLLM's or none."""
_ANY_LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.dates(),
    st.sampled_from(["os.environ/X", "$X", "*", "", "a", "alpha", "a/b", "1d", "https://h/v1", "local", "redis"]),
)
_ANY_VALUES = st.recursive(
    _ANY_LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_ANY_KEYS, inner, max_size=3), max_leaves=5
)


def full() -> dict[str, t.Any]:
    """A configuration with something in every corner that a check looks into: every example of a rule, put together."""
    config: dict[str, t.Any] = {}
    for rule in (*KEYS, *MODELS, *SETTINGS):
        _join(config, completed(yaml.safe_load(rule.example)))
    _join(config, right())
    return config


def _join(config: dict[str, t.Any], more: dict[str, t.Any]) -> None:
    for key, value in more.items():
        known = config.get(key)
        if isinstance(known, dict) and isinstance(value, dict):
            _join(known, value)
        elif isinstance(known, list) and isinstance(value, list):
            known.extend(value)
        else:
            config[key] = value


FULL = full()


def places(tree: t.Any, table: str = "top_level") -> t.Iterator[tuple[t.Any, t.Any]]:
    """Every dictionary and list in *tree*, with each of its keys or indexes, and with those that LiteLLM knows there.

    :param table: what the vocabulary calls the keys that *tree* takes.
    """
    keys = range(len(tree)) if isinstance(tree, list) else {**VOCABULARY.tables.get(table, {}), **tree}
    for key in keys:
        yield tree, key
        value = tree[key] if isinstance(tree, list) or key in tree else None
        if isinstance(value, (dict, list)):
            yield from places(value, table if isinstance(tree, list) else str(key))


@settings(max_examples=60)
@given(
    st.integers(0),
    st.sampled_from([3, 300, 6000]),
    st.lists(_ANY_VALUES, min_size=1),
    st.lists(_ANY_KEYS),
    st.booleans(),
)
def test_no_value_and_no_key_anywhere_crashes_the_checker(
    seed: int, changes: int, values: list[t.Any], new_keys: list[t.Any], strict: bool
) -> None:
    choose = random.Random(seed)  # noqa: S311  (an example is to be the same whenever it is tried)
    config = copy.deepcopy(FULL)
    for holder, key in choose.sample(list(places(config)), changes):
        new = isinstance(holder, dict) and new_keys and choose.random() < 0.3
        holder[choose.choice(new_keys) if new else key] = choose.choice(values)
    for problem in check_config(config, vocabulary=VOCABULARY, service=Service(environment=["X"]), strict=strict):
        assert problem.rule in RULES
        assert problem.path
        assert problem.message
