"""Values of the service's environment: found wanting by name, never shown."""

from __future__ import annotations

import typing as t

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.environment_values import INSTEAD, check_values
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.rules import RULES
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.setting_rules import (
    VARIABLES as RULES_OF_VARIABLES,
)
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.master_keys import KNOWN_TO_EVERYBODY
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import vocabulary_for
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.options import RenderOptions
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.source_files import SourceFile
from ansible_collections.llmops.litellm.plugins.plugin_utils._render import Rendered, render
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import InputError
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.report import Report
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.rules import Rule

from tests.unit.plugins.plugin_utils.conftest import Block

KEY = "sk-0123456789abcdef"


def rendered(secrets: dict[str, str | None], master: str | None = KEY) -> Rendered:
    models = {"gpt5": {"upstream": "gpt-5"}}
    return render(RenderOptions(models=models, environment={"LITELLM_MASTER_KEY": master, **secrets}))


def problems_of(secrets: dict[str, str | None], master: str | None = KEY) -> dict[str, str]:
    with pytest.raises(InputError) as raised:
        rendered(secrets, master)
    return {problem.path: str(problem) for problem in raised.value.problems}


def test_good_values_pass() -> None:
    assert rendered({"OPENAI_API_KEY": KEY}).required_environment == ["LITELLM_MASTER_KEY", "OPENAI_API_KEY"]


@pytest.mark.parametrize("value", ["", None, " padded-value-7", "true", "FALSE"])
def test_a_secret_that_litellm_would_misread_is_refused_without_being_shown(value: str | None) -> None:
    problems = problems_of({"OPENAI_API_KEY": value})
    assert list(problems) == ["litellm_secrets.OPENAI_API_KEY"]
    assert "padded-value-7" not in problems["litellm_secrets.OPENAI_API_KEY"]


@pytest.mark.parametrize("master", ["", None, "sk-with blank", "sk-ümlaut", "sk-line\nbreak", "sk-1234"])
def test_a_master_key_that_cannot_work_is_refused(master: str | None) -> None:
    assert list(problems_of({"OPENAI_API_KEY": KEY}, master)) == ["litellm_master_key"]


def test_a_secret_does_not_stand_in_the_open() -> None:
    settings = {
        "AZURE_API_KEY": "sk-proj-4f9Q2mVb9Lr4TzX8w1",
        "PGPASSWORD": "kennwort",
        "HTTPS_PROXY": "http://proxy:3128",
    }
    with pytest.raises(InputError) as raised:
        render(RenderOptions(models={"gpt5": {"upstream": "gpt-5"}}, litellm_environment=settings))
    found = {problem.path: problem for problem in raised.value.problems}
    assert list(found) == ["litellm_environment.AZURE_API_KEY", "litellm_environment.PGPASSWORD"]
    assert not any("kennwort" in str(problem) or "4f9Q" in str(problem) for problem in found.values())


@pytest.mark.parametrize("names_alone", [False, True])
def test_a_variable_is_one_text(names_alone: bool) -> None:
    settings = {"LITELLM_LOG": ["INFO"], "TZ": "UTC"}
    environment = {
        "LITELLM_MASTER_KEY": KEY,
        "OPENAI_API_KEY": {"value": "kennwort"},
        "SPARE": ["kennwort"],
        **settings,
    }
    options = RenderOptions(
        models={"gpt5": {"upstream": "gpt-5"}},
        environment=list(environment) if names_alone else environment,
        litellm_environment=settings,
    )
    with pytest.raises(InputError) as raised:
        render(options)
    secrets = [] if names_alone else ["litellm_secrets.OPENAI_API_KEY", "litellm_secrets.SPARE"]
    assert sorted(problem.path for problem in raised.value.problems) == ["litellm_environment.LITELLM_LOG", *secrets]
    assert "kennwort" not in str(raised.value)


@pytest.mark.parametrize("path", ["/litellm/", "litellm", "litellm/"])
def test_a_path_that_no_request_is_below(path: str) -> None:
    (found,) = rendered({"OPENAI_API_KEY": KEY, "SERVER_ROOT_PATH": path}).problems
    assert (found.severity, found.rule, found.path) == (
        "warning",
        "bad-root-path",
        "litellm_environment.SERVER_ROOT_PATH",
    )
    assert found.remedy == "write /litellm"


@pytest.mark.parametrize("path", ["", "/", "/litellm", "/a/b", None])
def test_a_path_that_requests_are_below(path: str | None) -> None:
    assert rendered({"OPENAI_API_KEY": KEY, "SERVER_ROOT_PATH": path}).problems == []


def test_a_short_master_key_is_warned_of() -> None:
    found = rendered({"OPENAI_API_KEY": KEY}, "sk-e7Q2x").problems
    assert [(problem.path, problem.severity) for problem in found] == [("litellm_master_key", "warning")]
    assert "8 characters" in found[0].message


@pytest.mark.parametrize("key", sorted(KNOWN_TO_EVERYBODY))
def test_keys_that_everybody_knows_are_refused_by_the_role_and_in_files_alike(key: str) -> None:
    assert "everybody knows" in problems_of({"OPENAI_API_KEY": KEY}, key)["litellm_master_key"]
    file = SourceFile("config.yaml", f"general_settings: {{master_key: {key!r}}}")
    with pytest.raises(InputError, match="everybody knows"):
        render(RenderOptions(config_file=file))


HEADERS = ["sk-line\nbreak-canary", "sk-canary-\u00fcmlaut", "sk-canary\u200b", "sk-tab\tcanary"]


@pytest.mark.parametrize("value", HEADERS)
def test_a_key_that_no_header_carries_is_refused_without_being_shown(value: str) -> None:
    problems = problems_of({"OPENAI_API_KEY": value})
    assert "no HTTP header carries" in problems["litellm_secrets.OPENAI_API_KEY"]
    assert "canary" not in str(problems)


@pytest.mark.parametrize("params", [{"extra_headers": {"X-Key": "os.environ/OTHER"}}, {"api_key": "os.environ/OTHER"}])
def test_so_is_one_that_becomes_another_header(params: Block) -> None:
    model = {"upstream": "gpt-5", "litellm_params": {"api_key": "sk-none", **params}}
    environment = {"LITELLM_MASTER_KEY": KEY, "OTHER": "a\nb", "OPENAI_API_KEY": KEY}
    with pytest.raises(InputError, match=r"litellm_secrets\.OTHER: holds a line break"):
        render(RenderOptions(models={"k": model}, environment=environment))


@pytest.mark.parametrize("name", ["vertex_credentials", "api_key"])
def test_documents_may_have_lines(name: str) -> None:
    model = {"upstream": "x", "provider": "vertex_ai", "litellm_params": {name: "os.environ/DOCUMENT"}}
    environment = {"LITELLM_MASTER_KEY": KEY, "DOCUMENT": '{\n"type": "service_account"\n}'}
    assert render(RenderOptions(models={"k": model}, environment=environment)).problems == []


VARIABLES = {
    "HOST": "set litellm_host",
    "PORT": "set litellm_port",
    "NUM_WORKERS": "set litellm_workers",
    "KEEPALIVE_TIMEOUT": "set litellm_keepalive_timeout",
    "MAX_REQUESTS_BEFORE_RESTART": "set litellm_max_requests_before_restart",
    "SSL_KEYFILE_PATH": "set litellm_tls_key",
    "SSL_CERTFILE_PATH": "set litellm_tls_certificate",
    "DETAILED_DEBUG": "write LITELLM_LOG: DEBUG, which writes prompts to the log",
    "CONFIG_FILE_PATH": "set litellm_config_file",
    "PROMETHEUS_MULTIPROC_DIR": "take it out: each slot counts in a folder of its own",
    "WEB_CONCURRENCY": "set litellm_workers",
    "TIMEOUT_WORKER_HEALTHCHECK": "take it out",
}


def of_service(settings: dict[str, str], secrets: t.Collection[str] = (), **options: t.Any) -> RenderOptions:
    environment = {"LITELLM_MASTER_KEY": KEY, "OPENAI_API_KEY": KEY, **settings, **dict.fromkeys(secrets, "x")}
    return RenderOptions(
        models={"k": {"upstream": "gpt-5"}}, environment=environment, litellm_environment=settings, **options
    )


def test_variables_of_the_command_line_are_refused_with_what_acts() -> None:
    with pytest.raises(InputError) as raised:
        render(of_service({**dict.fromkeys(VARIABLES, "canary"), "LITELLM_LOG": "INFO"}))
    found = {problem.path: problem.remedy for problem in raised.value.problems}
    assert found == {f"litellm_environment.{name}": remedy for name, remedy in VARIABLES.items()}
    assert "canary" not in str(raised.value)


def test_they_are_refused_without_the_other_variables_too() -> None:
    with pytest.raises(InputError, match=r"litellm_environment\.PORT: is read by LiteLLM's command line alone"):
        render(RenderOptions(models={"k": {"upstream": "gpt-5"}}, litellm_environment={"PORT": "9000"}))


def test_code_of_one_s_own_may_read_them() -> None:
    assert render(of_service({"PORT": "9000"}, allow_unknown=["PORT"])).problems == []


def test_every_remedy_is_for_a_variable_that_the_command_line_reads() -> None:
    assert set(INSTEAD) <= set(vocabulary_for("1.106.2").tables["command_line"])


def test_every_value_is_reported_at_once() -> None:
    problems = problems_of({"OPENAI_API_KEY": ""}, "sk-1234")
    assert set(problems) == {"litellm_secrets.OPENAI_API_KEY", "litellm_master_key"}


def test_a_variable_that_nothing_refers_to_is_left_alone() -> None:
    assert rendered({"OPENAI_API_KEY": KEY, "UNUSED": ""}).problems == []


def test_a_file_with_a_secret_is_looked_at_but_not_deployed() -> None:
    params = "{model: openai/gpt-5, api_key: sk-proj-4f9Q2mVb9Lr4TzX8w1}"
    text = f"model_list:\n- {{model_name: a, litellm_params: {params}, model_info: {{id: a}}}}\n"
    file = SourceFile("config.yaml", text)
    assert [problem.severity for problem in render(RenderOptions(config_file=file)).problems] == ["warning"]
    with pytest.raises(InputError, match=r"model_list\[0\]\.litellm_params\.api_key \(line 2\): holds a secret"):
        render(RenderOptions(config_file=file, environment={}))


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("os.environ/TEAM_KEY", "names TEAM_KEY, which is not in litellm_secrets"),
        ("", "is empty where litellm_secrets has it"),
        ("sk-a\nsk-b", "holds a line break"),
    ],
)
def test_a_key_for_the_proof_that_cannot_be(value: str, says: str) -> None:
    report = Report(RULES)
    check_values({"LITELLM_PROOF_KEY": "sk-team-key"}, [], report)
    assert report.problems == []
    check_values({"LITELLM_PROOF_KEY": value}, [], report)
    (problem,) = report.problems
    assert (problem.path, problem.severity) == ("litellm_proof_key", "error")
    assert says in problem.message


@pytest.mark.parametrize("rule", RULES_OF_VARIABLES, ids=lambda rule: rule.name)
def test_the_example_of_a_rule_has_its_problem(rule: Rule) -> None:
    example = yaml.safe_load(rule.example)
    settings = example.get("litellm_environment", {})
    environment = {"LITELLM_MASTER_KEY": KEY, "OPENAI_API_KEY": KEY, **example.get("litellm_secrets", {}), **settings}
    options = RenderOptions(
        models={"gpt5": {"upstream": "gpt-5"}}, environment=environment, litellm_environment=settings
    )
    try:
        problems = list(render(options).problems)
    except InputError as error:
        problems = list(error.problems)
    assert [(problem.rule, problem.severity) for problem in problems] == [(rule.name, rule.severity)]


def test_a_path_of_python_has_no_effect() -> None:
    models = {"gpt5": {"upstream": "gpt-5", "mock_response": "hi"}}
    options = RenderOptions(models=models, litellm_environment={"PYTHONPATH": "/srv"}, service_manager="systemd")
    (problem,) = [each for each in render(options).problems if "PYTHONPATH" in each.path]
    assert str(problem).endswith("name files of your own in litellm_python_files")
