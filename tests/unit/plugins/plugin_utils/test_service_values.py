"""Values of the service's environment: found wanting by name, never shown."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._files import SourceFile
from ansible_collections.llmops.litellm.plugins.plugin_utils._master_key import KNOWN_TO_EVERYBODY
from ansible_collections.llmops.litellm.plugins.plugin_utils._problems import InputError
from ansible_collections.llmops.litellm.plugins.plugin_utils._render import RenderOptions, render

KEY = "sk-0123456789abcdef"


def rendered(secrets, master=KEY):
    models = {"gpt5": {"upstream": "gpt-5"}}
    return render(RenderOptions(models=models, environment={"LITELLM_MASTER_KEY": master, **secrets}))


def problems_of(secrets, master=KEY):
    with pytest.raises(InputError) as raised:
        rendered(secrets, master)
    return {problem.path: str(problem) for problem in raised.value.problems}


def test_good_values_pass():
    assert rendered({"OPENAI_API_KEY": KEY}).required_environment == ["LITELLM_MASTER_KEY", "OPENAI_API_KEY"]


@pytest.mark.parametrize("value", ["", None, " padded-value-7", "true", "FALSE"])
def test_a_secret_that_litellm_would_misread_is_refused_without_being_shown(value):
    problems = problems_of({"OPENAI_API_KEY": value})
    assert list(problems) == ["litellm_secrets.OPENAI_API_KEY"]
    assert "padded-value-7" not in problems["litellm_secrets.OPENAI_API_KEY"]


@pytest.mark.parametrize("master", ["", None, "sk-with blank", "sk-ümlaut", "sk-line\nbreak", "sk-1234"])
def test_a_master_key_that_cannot_work_is_refused(master):
    assert list(problems_of({"OPENAI_API_KEY": KEY}, master)) == ["litellm_master_key"]


def test_a_short_master_key_is_warned_of():
    found = rendered({"OPENAI_API_KEY": KEY}, "sk-e7Q2x").problems
    assert [(problem.path, problem.severity) for problem in found] == [("litellm_master_key", "warning")]
    assert "8 characters" in found[0].message


@pytest.mark.parametrize("key", sorted(KNOWN_TO_EVERYBODY))
def test_keys_that_everybody_knows_are_refused_by_the_role_and_in_files_alike(key):
    assert "everybody knows" in problems_of({"OPENAI_API_KEY": KEY}, key)["litellm_master_key"]
    file = SourceFile("config.yaml", f"general_settings: {{master_key: {key!r}}}")
    with pytest.raises(InputError, match="everybody knows"):
        render(RenderOptions(config_file=file))


def test_every_value_is_reported_at_once():
    problems = problems_of({"OPENAI_API_KEY": ""}, "sk-1234")
    assert set(problems) == {"litellm_secrets.OPENAI_API_KEY", "litellm_master_key"}


def test_a_variable_that_nothing_refers_to_is_left_alone():
    assert rendered({"OPENAI_API_KEY": KEY, "UNUSED": ""}).problems == []


def test_a_file_with_a_secret_is_looked_at_but_not_deployed():
    params = "{model: openai/gpt-5, api_key: sk-proj-4f9Q2mVb9Lr4TzX8w1}"
    text = f"model_list:\n- {{model_name: a, litellm_params: {params}, model_info: {{id: a}}}}\n"
    file = SourceFile("config.yaml", text)
    assert [problem.severity for problem in render(RenderOptions(config_file=file)).problems] == ["warning"]
    with pytest.raises(InputError, match=r"model_list\[0\]\.litellm_params\.api_key \(line 2\): holds a secret"):
        render(RenderOptions(config_file=file, environment={}))
