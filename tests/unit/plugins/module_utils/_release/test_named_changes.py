"""What changed in a file, by name; in any text whatever, and never with a value that may be a secret."""

from __future__ import annotations

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.module_utils._release.named_changes import (
    config_changes,
    service_environment_changes,
    unit_changes,
)
from hypothesis import given
from hypothesis import strategies as st

CONFIG = """\
# Written by llmops.litellm
model_list:
  - model_name: gpt-5
    litellm_params:
      model: openai/gpt-5
      api_key: os.environ/OPENAI_API_KEY
      extra_body:
        nested: [1, 2]
    model_info:
      id: gpt5
  - model_name: "smart: one"
    litellm_params:
      model: openai/gpt-5-mini
    model_info:
      id: "smart: one"
litellm_settings:
  drop_params: true
  callbacks:
    - prometheus
router_settings:
  num_retries: 1
"""


def changed(old: str, new: str, text: str = CONFIG) -> list[str]:
    assert old in text
    return [each.done for each in config_changes(text, text.replace(old, new))]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("# Written", "# written", []),
        ("drop_params: true", "drop_params: false", ["litellm_settings.drop_params: changed"]),
        ("    - prometheus", "    - prometheus\n    - otel", ["litellm_settings.callbacks: changed"]),
        ("router_settings:\n  num_retries: 1\n", "", ["router_settings.num_retries: removed"]),
        ("  num_retries: 1\n", "  num_retries: 1\n  timeout: 5\n", ["router_settings.timeout: added"]),
        ("nested: [1, 2]", "nested: [1]", ["model gpt5: changed (extra_body)"]),
        ("openai/gpt-5-mini", "openai/gpt-5-nano", ["model smart: one: changed (model)"]),
        (
            "id: gpt5\n",
            "id: five\n",
            ["model five: added (gpt-5 -> openai/gpt-5)", "model gpt5: removed (gpt-5 -> openai/gpt-5)"],
        ),
        ("model_name: gpt-5\n", "model_name: best\n", ["model gpt5: changed (model_name)"]),
        (
            "      model: openai/gpt-5\n",
            "      model: openai/gpt-5\n      timeout: 30\n      api_base: https://there\n",
            ["model gpt5: changed (timeout, api_base)"],
        ),
    ],
)
def test_configurations(old: str, new: str, said: list[str]) -> None:
    assert changed(old, new) == said


def test_a_list_may_stand_as_deep_as_its_key_and_a_model_may_have_no_id() -> None:
    text = "model_list:\n- model_name: a\n  litellm_params: {model: openai/a}\n- model_name: b\n  litellm_params: {model: x}\n"
    assert changed("openai/a", "openai/b", text) == ["model a: changed (litellm_params)"]
    assert changed("model_list:", "environment_variables:\n  A: b\nmodel_list:", text) == [
        "environment_variables.A: added"
    ]


def test_everything_of_a_first_configuration_is_added() -> None:
    names = [each.done for each in config_changes("", CONFIG)]
    assert names[0] == "model gpt5: added (gpt-5 -> openai/gpt-5)"
    assert names[-1] == "router_settings.num_retries: added"


@given(st.text(), st.text())
def test_any_text_has_changes_or_not_but_never_an_error(before: str, after: str) -> None:
    for changes in (
        config_changes,
        lambda old, new: service_environment_changes(old, new, "x"),
        lambda old, new: unit_changes(old, new, "x"),
    ):
        assert not list(changes(before, before))
        list(changes(before, after))


NAMES = st.text("abcdefgh_", min_size=1, max_size=6)
MODELS = st.dictionaries(NAMES, st.dictionaries(NAMES, st.integers(0, 3) | st.sampled_from(["x", "y: z"]), max_size=3))


@given(MODELS, MODELS)
def test_models_are_told_by_name_whoever_wrote_the_yaml(
    old: dict[str, dict[str, object]], new: dict[str, dict[str, object]]
) -> None:
    def text(models: dict[str, dict[str, object]]) -> str:
        listed = [
            {"model_name": "n", "litellm_params": {"model": "m", **values}, "model_info": {"id": f"id_{name}"}}
            for name, values in models.items()
        ]
        return yaml.safe_dump({"model_list": listed}, sort_keys=False)

    found = {(each.subject, each.change) for each in config_changes(text(old), text(new))}
    assert found == {
        *((f"model id_{name}", "added") for name in new.keys() - old.keys()),
        *((f"model id_{name}", "removed") for name in old.keys() - new.keys()),
        *(
            (f"model id_{name}", "changed")
            for name in new.keys() & old.keys()
            if {"model": "m", **old[name]} != {"model": "m", **new[name]}
        ),
    }


def test_variables_are_named_without_their_values() -> None:
    before = 'A="1"\nB="sk-old-secret"\nGONE="x"\n'
    after = 'A="1"\nB="sk-new-secret"\nNEW="two\nlines"\n'
    assert [each.done for each in service_environment_changes(before, after, "service.env")] == [
        "B in service.env: changed",
        "NEW in service.env: added",
        "GONE in service.env: removed",
    ]


def test_settings_of_a_unit_are_told_with_short_values() -> None:
    before = """\
[Service]
; a comment=1
ExecStart=/opt/python -I /gateway --workers=2 --name=one --volume=/a:/b --env=A=sk-old
TimeoutStartSec=180
Environment=A=1
EnvironmentFile=/etc/one
LoadCredential=key:one
"""
    after = (
        before.replace("workers=2", "workers=4")
        .replace("sk-old", "sk-new")
        .replace("180", "200\nMemoryMax=2G")
        .replace("/etc/one", "/etc/two")
        .replace("Environment=A=1\n", "")
        .replace("key:one", "key:two")
    )
    assert [each.done for each in unit_changes(before, after, "the service")] == [
        "workers of the service: was 2, is 4",
        "env of the service: changed",
        "TimeoutStartSec of the service: was 180, is 200",
        "MemoryMax of the service: was unset, is 2G",
        "EnvironmentFile of the service: changed",
        "LoadCredential of the service: changed",
        "Environment of the service: removed",
    ]
