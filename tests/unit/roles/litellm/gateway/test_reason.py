"""What a slot dies of, in a sentence."""

from __future__ import annotations

import pytest
import reason


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ModuleNotFoundError("No module named 'worker'"), "ModuleNotFoundError: No module named 'worker'"),
        (OSError(88, "Socket operation on non-socket"), "OSError: [Errno 88] Socket operation on non-socket"),
        (SystemExit(1), "it ended with status 1 and does not say why"),
        (SystemExit("no licence"), "no licence"),
        (KeyError(), "KeyError"),
    ],
)
def test_an_exception_is_a_sentence(error: BaseException, told: str) -> None:
    assert reason.sentence(error) == f"LiteLLM does not start: {told}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Traceback …\n  File …\nValueError: one\ntwo\n", "ValueError: one"),
        ("Traceback …\nprisma.errors.ClientError: away\n\n", "prisma.errors.ClientError: away"),
        ("it ends\nwithout a name\n", "without a name"),
        ("\n", ""),
    ],
)
def test_a_traceback_ends_with_its_error(text: str, told: str) -> None:
    assert reason.last_error(text) == told


def test_only_settings_and_what_the_system_says_may_be_shown() -> None:
    environment = {
        "USER": "litellm",
        "LITELLM_MODE": "PRODUCTION",
        "OPENAI_API_KEY": "not-for-show",
        "DATABASE_URL": "postgresql://gateway:word-of-pass@db/x",
        "ODD": "http://[half-an-address",
        "FLAG": "True",
    }
    secrets = reason.secret_values(environment, {"LITELLM_MODE": "PRODUCTION", "FLAG": "False"})
    assert secrets == {
        "not-for-show",
        "postgresql://gateway:word-of-pass@db/x",
        "word-of-pass",
        "http://[half-an-address",
    }


def test_a_reason_is_one_line_of_some_length() -> None:
    assert reason.showable("  two\n lines, sk-0123456789 ", set()) == "two lines, ****"
    assert len(reason.showable("word " * 200, set())) == reason.MOST
