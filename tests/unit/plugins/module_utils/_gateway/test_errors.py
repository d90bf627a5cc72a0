"""Every way not to be answered has one name."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.errors import GatewayError, refusal


def body(message: str, kind: str | None = None) -> dict[str, object]:
    return {"error": {"message": message, "type": kind, "param": None, "code": "0"}}


@pytest.mark.parametrize(
    ("status", "kind", "retryable"),
    [
        (400, "invalid_request", False),
        (401, "authentication", False),
        (402, "authentication", False),
        (403, "authentication", False),
        (404, "model_not_found", False),
        (408, "timeout", True),
        (413, "invalid_request", False),
        (422, "invalid_request", False),
        (429, "rate_limit", True),
        (500, "unavailable", True),
        (502, "unavailable", True),
        (503, "unavailable", True),
        (504, "timeout", True),
        (529, "unavailable", True),
        (302, "unavailable", True),
    ],
)
def test_status(status: int, kind: str, retryable: bool) -> None:
    assert refusal(status, body("Sorry.")).as_result() == {
        "kind": kind,
        "message": "Sorry.",
        "http_status": status,
        "retryable": retryable,
    }


@pytest.mark.parametrize(
    ("status", "message", "type_", "kind"),
    [
        (400, "No connected db.", "no_db_connection", "authentication"),
        (400, "/chat/completions: Invalid model name passed in model=x.", "invalid_request_error", "model_not_found"),
        (400, "There are no healthy deployments for this model.", None, "unavailable"),
        (429, "No deployments available for selected model, Try again in 5 seconds.", None, "unavailable"),
    ],
)
def test_answers_of_litellm_whose_status_means_something_else(
    status: int, message: str, type_: str | None, kind: str
) -> None:
    assert refusal(status, body(message, type_)).kind == kind


def test_a_wrong_key_is_said_to_be_one() -> None:
    assert "is not the gateway's master key" in str(refusal(400, body("No connected db.", "no_db_connection")))


def test_only_the_reason_is_told() -> None:
    message = "litellm.NotFoundError: The model `x` does not exist.\n\nLiteLLM: model group 'x' failed. Add a fallback."
    assert str(refusal(404, body(message))) == "litellm.NotFoundError: The model `x` does not exist."


@pytest.mark.parametrize("said", [None, [], "<html>", {"error": "no"}, {"error": {}}, {"detail": "no"}])
def test_an_answer_without_a_message(said: object) -> None:
    assert str(refusal(503, said)) == "HTTP status 503"


@pytest.mark.parametrize(
    "message",
    [
        "Incorrect API key provided: sk-canary-9Kx2Vb7T.",
        "sent Bearer canary-9Kx2Vb7T to nobody",
        "key pk-canary-9Kx2Vb7T",
    ],
)
def test_keys_in_messages_are_hidden(message: str) -> None:
    shown = str(refusal(401, body(message)))
    assert "canary" not in shown
    assert "****" in shown


def test_without_an_answer_there_is_no_status() -> None:
    assert GatewayError("timeout", "silent").as_result()["http_status"] == 0
