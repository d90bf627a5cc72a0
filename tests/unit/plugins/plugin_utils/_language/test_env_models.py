"""What the variables of an environment file declare, and what is wrong with them."""

from __future__ import annotations

import pytest

from tests.unit.plugins.plugin_utils.conftest import Refuse, Render

MODEL = "MODEL_GPT5_UPSTREAM_MODEL=gpt-5\n"


@pytest.mark.parametrize(
    ("lines", "path", "text"),
    [
        ("PROXY_MODEL_KEYS=gpt5,gpt5\n" + MODEL, "PROXY_MODEL_KEYS:1", "names 'gpt5' twice"),
        ("PROXY_MODEL_KEYS=gpt5,GPT5\n" + MODEL, "PROXY_MODEL_KEYS:1", "names 'gpt5' twice"),
        ("PROXY_MODEL_KEYS=gpt5,a b\n" + MODEL, "PROXY_MODEL_KEYS:1", "key 2 holds more than letters"),
        ("PROXY_MODEL_KEYS=,\n" + MODEL, "PROXY_MODEL_KEYS:1", "names no key"),
        ("PROXY_MODELS=gpt5\n" + MODEL, "PROXY_MODELS:1", "did you mean PROXY_MODEL_KEYS?"),
        (MODEL + "MODEL_GPT5_REASONING=high", "MODEL_GPT5_REASONING:2", "did you mean MODEL_GPT5_REASONING_EFFORT?"),
        ("PROXY_MODEL_KEYS=gpt5\nMODEL_GPT5_UPSTREAM=x", "MODEL_GPT5_UPSTREAM:2", "MODEL_GPT5_UPSTREAM_MODEL?"),
        (MODEL + "MODEL_GPT5_UPSTREAM=x", "MODEL_GPT5_UPSTREAM:2", "did you mean MODEL_GPT5_UPSTREAM_BASE?"),
        (MODEL + "MODEL_GPT5_XYZ=x", "MODEL_GPT5_XYZ:2", "known: MODEL_<KEY>_UPSTREAM_MODEL, "),
        (MODEL + "MODEL_DIRECTORY=x", "MODEL_DIRECTORY:2", "known: MODEL_<KEY>_UPSTREAM_MODEL, "),
        (
            MODEL + "MODEL_GTP5_ALIAS=x",
            "MODEL_GTP5_ALIAS:2",
            "belongs to no declared model; did you mean 'MODEL_GPT5_ALIAS'?",
        ),
        (MODEL + "PORT=0", "PORT:2", "from 1 to 65535"),
        (MODEL + "PORT=65536", "PORT:2", "from 1 to 65535"),
        (MODEL + "PORT=4000000000000000", "PORT:2", "from 1 to 65535"),
        (MODEL + "PORT=http", "PORT:2", "from 1 to 65535"),
        (MODEL + "PORT=²", "PORT:2", "from 1 to 65535"),
        (MODEL + "IS_STREAMING=maybe", "IS_STREAMING:2", "true or false"),
        (MODEL + "REASONING_EFFORT=off", "REASONING_EFFORT:2", "write none"),
        (MODEL + "REASONING_EFFORT=hihg", "REASONING_EFFORT:2", "did you mean 'high'?"),
        (MODEL + "OPENAI_API_BASE=agentrouter.org", "OPENAI_API_BASE:2", "https://host/v1"),
        (MODEL + "MODEL_GPT5_UPSTREAM_BASE=ftp://x", "MODEL_GPT5_UPSTREAM_BASE:2", "not an http or https URL"),
        (MODEL + "MODEL_GPT5_KEY_ENV=my key", "MODEL_GPT5_KEY_ENV:2", "not the name of an environment variable"),
        (MODEL + "MODEL_GPT5_ALIAS=gpt-*", "MODEL_GPT5_ALIAS:2", "wildcard"),
        (MODEL + "OPENAI_API_KEY=${KEY:-x}", "OPENAI_API_KEY:2", "write the value itself"),
        (MODEL + "MODEL_GPT5_ALIAS=${ALIAS}", "MODEL_GPT5_ALIAS:2", "write the value itself"),
        (MODEL + "nonsense", ":2", "is not NAME=value"),
    ],
)
def test_refused(refuse: Refuse, lines: str, path: str, text: str) -> None:
    problems = refuse(env_file=lines)
    where = f"env_file.{path}" if not path.startswith(":") else f"env_file{path}"
    assert where in problems
    assert text in problems[where]


def test_a_valid_port_is_accepted(render: Render) -> None:
    assert render(env_file=MODEL + "PORT=65535").models


def test_a_declared_model_that_is_not_listed_is_noticed(render: Render) -> None:
    rendered = render(env_file="PROXY_MODEL_KEYS=gpt5\n" + MODEL + "MODEL_OLD_UPSTREAM_MODEL=x\nMODEL_OLD_ALIAS=y\n")
    assert [model["key"] for model in rendered.models] == ["gpt5"]
    assert [str(problem) for problem in rendered.problems] == [
        "env_file.MODEL_OLD_UPSTREAM_MODEL (line 3): "
        "declares a model that PROXY_MODEL_KEYS does not name, so it is not served"
    ]


def test_problems_of_the_finished_configuration_point_to_the_line(refuse: Refuse) -> None:
    problems = refuse(env_file=MODEL + "MODEL_GPT5_KEY_ENV=MY_KEY\n", environment=["MYKEY", "LITELLM_MASTER_KEY"])
    assert problems == {
        "env_file.MODEL_GPT5_KEY_ENV:2": "MY_KEY is not in the environment of the service; "
        "LiteLLM reads nothing there, without a word; declare MY_KEY in litellm_secrets, or write MYKEY if that is meant"
    }


def test_two_keys_of_one_alias_point_to_their_lines(refuse: Refuse) -> None:
    problems = refuse(
        env_file=MODEL + "MODEL_B_UPSTREAM_MODEL=x\nMODEL_B_ALIAS=gpt-5\n",
        models={"c": {"upstream": "x", "alias": "gpt-5", "weight": 2}},
    )
    assert set(problems) == {"env_file.MODEL_GPT5.weight", "env_file.MODEL_B.weight"}
