"""Two versions and a configuration in, what changes out, without a host."""

from __future__ import annotations

import types
import typing as t

import pytest
import yaml
from ansible.errors import AnsibleError
from ansible.plugins.action import ActionBase
from ansible_collections.llmops.litellm.plugins.action.litellm_upgrade_info import ActionModule
from ansible_collections.llmops.litellm.plugins.module_utils._model_config_options import MASTER_KEY
from ansible_collections.llmops.litellm.plugins.modules import litellm_upgrade_info
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.data import VERSIONS

Run = t.Callable[..., dict[str, t.Any]]

CONFIG = """\
model_list:
  - {model_name: a, litellm_params: {model: openai/gpt-4o}, model_info: {id: first}}
litellm_settings: {callbacks: [langfuse]}
general_settings: {master_key: os.environ/LITELLM_MASTER_KEY, use_legacy_interactions_schema: true}
"""
BEFORE, AFTER = "1.99.4", VERSIONS[-1]
HASH = "--hash=sha256:" + "0" * 64


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the action with options, on a controller without a host."""

    def run_action(**options: t.Any) -> dict[str, t.Any]:
        monkeypatch.setattr(ActionBase, "run", lambda *_arguments, **_named: {})
        action = object.__new__(ActionModule)
        action._load_name = "litellm_upgrade_info"  # as the loader of plugins sets it
        args = {"before": BEFORE, "after": AFTER, "config": CONFIG, "secret_names": [MASTER_KEY], **options}
        action._task = types.SimpleNamespace(args=args, no_log=False, action="litellm_upgrade_info")
        return action.run(task_vars={"inventory_hostname": "gateway1"})

    return run_action


def test_what_changes(run: Run) -> None:
    found = run(variable_prefix="litellm_", extra_packages=["langfuse>=4.7,<5"])
    assert (found["changed"], found["host"]) == (False, "gateway1")
    assert [each["name"] for each in found["changes"]] == ["langfuse-4"]
    assert set(found["changes"][0]) == {"name", "since", "sentence", "remedy", "source"}
    assert found["unacknowledged"][0].startswith("behaviour: since 1.104.0, the callback langfuse ")
    assert found["refusal"].endswith(f"write litellm_acknowledged_version: {AFTER} and run again.")
    assert "finding that appears: warning: litellm_general_settings.use_legacy_interactions_schema: " in "\n".join(
        found["lines"]
    )


def test_a_file_is_named_as_it_stands(run: Run) -> None:
    lines = run(declared=False)["lines"]
    assert "finding that appears: warning: general_settings.use_legacy_interactions_schema (line 4): " in "\n".join(
        lines
    )


def test_packages_are_told_where_the_host_says_what_it_takes(run: Run) -> None:
    locks = {
        "lock_before": f"# litellm=={BEFORE}; python>=3.10\nlitellm=={BEFORE} {HASH}\n",
        "lock_after": f"# litellm=={AFTER}; python>=3.10\nlitellm=={AFTER} {HASH}\nnews==1 {HASH}\n",
    }
    target = {"python": "3.11.2", "machine": "x86_64", "libc": "2.36"}
    assert run(**locks, target=target)["headline"].endswith("; 1 package comes")
    assert ";" not in run(**locks)["headline"]


@pytest.mark.parametrize("config", ["- a\n", "", "a: [\n"])
def test_what_is_no_configuration_is_refused(run: Run, config: str) -> None:
    found = run(config=config)
    assert (found["failed"], found["msg"]) == (True, "config is no configuration of LiteLLM: it holds no dictionary.")


def test_an_unknown_option_is_refused(run: Run) -> None:
    with pytest.raises(AnsibleError, match="acknowledged"):
        run(acknowledged="1.2.3")


def test_the_module_documents_what_the_action_takes() -> None:
    documented = yaml.safe_load(litellm_upgrade_info.DOCUMENTATION)["options"]
    assert set(documented) == set(ActionModule._VALID_ARGS)
