"""A key that stands where the name of a variable belongs is refused, and shown nowhere."""

from __future__ import annotations

import json

import pytest

from tests.unit.plugins.plugin_utils.conftest import Block, Refuse, adopted

KEYS = [
    "sk-proj-Canary2mN4xK7pL1wT9yB3cD5fG6hJ0aS",
    "gsk_Canary2mN4xK7pL1wT9yB3cD5fG6hJ0aSq1w2",
    "AKIACANARY2MN4XK7PL1",
    "Canary2mN4xK7pL1wT9yB3cD5fG6hJ0aS",
]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("environment", [None, ["LITELLM_MASTER_KEY", "OPENAI_API_KEY"]])
@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"api_key": "os.environ/{}"}, "models.a.api_key"),
        ({"api_key_env": "os.environ/{}"}, "models.a.api_key_env"),
        ({"api_key_env": "{}"}, "models.a.api_key_env"),
        ({"litellm_params": {"api_key": "os.environ/{}"}}, "models.a.litellm_params.api_key"),
        ({"litellm_params": {"tags": ["os.environ/{}"]}}, "models.a.litellm_params.tags[0]"),
        ({"headers": {"Authorization": "Bearer os.environ/{}"}}, "models.a.headers.Authorization"),
    ],
)
def test_a_key_in_the_place_of_a_name_is_refused_and_not_shown(
    refuse: Refuse, fields: Block, path: str, environment: list[str] | None, key: str
) -> None:
    given = json.loads(json.dumps(fields).replace("{}", key))
    model = {"upstream": "gpt-5", "provider": "openai", **given}
    found = refuse(models={"a": model}, environment=environment)
    assert "canary" not in str(found).casefold()
    assert "looks like a" in found[path]


@pytest.mark.parametrize("key", KEYS)
def test_a_master_key_in_the_place_of_a_name_is_refused_and_not_shown(refuse: Refuse, key: str) -> None:
    models = {"a": {"upstream": "gpt-5", "provider": "openai"}}
    for options in ({"general_settings": {"master_key": f"os.environ/{key}"}}, {"master_key_env": key}):
        found = refuse(models=models, **options)
        assert "canary" not in str(found).casefold()
        assert len(found) == 1


@pytest.mark.parametrize("key", KEYS)
def test_a_key_in_the_place_of_a_name_in_a_file(refuse: Refuse, key: str) -> None:
    config = {
        "model_list": [
            {
                "model_name": "a",
                "litellm_params": {
                    "model": "openai/gpt-5",
                    "api_key": f"os.environ/{key}",
                    "tags": [f"os.environ/{key}"],
                },
            }
        ],
        "general_settings": {"master_key": f"os.environ/{key}"},
    }
    for environment in (None, ["LITELLM_MASTER_KEY"]):
        found = refuse(config_file=json.dumps(config), environment=environment)
        assert "canary" not in str(found).casefold()
        assert len(found) == 3
    assert "canary" not in str(adopted(json.dumps(config))).casefold()
