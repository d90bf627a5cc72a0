"""What a release has to show before it is announced."""

from __future__ import annotations

import asyncio
import logging
import typing as t

import proof
import pytest
from proof import Deployment
from reason import ReleaseRefusedError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

KEY = "sk-of-the-test"
Refused = ReleaseRefusedError


class Router:
    """LiteLLM's router, as far as the program asks it."""

    def __init__(self, *deployments: tuple[str, str], aliases: dict[str, str] | None = None) -> None:
        self.model_group_alias = aliases
        self._deployments = deployments

    def get_model_list(self) -> list[dict[str, t.Any]] | None:
        entries = [{"model_name": name, "model_info": {"id": id_}} for name, id_ in self._deployments]
        # LiteLLM lists an alias beside the deployments, with the one that it leads to.
        aliases = self.model_group_alias or {}
        entries += [{"model_name": name, "model_info": {"id": "of its target"}} for name in aliases]
        return entries or None


def application(
    *models: str, key: str | None = KEY, ready: int = 200, served: int = 200, refused: int = 401, fails: bool = False
) -> Starlette:
    """A gateway that answers readiness and the list of its models."""

    async def readiness(_request: Request) -> JSONResponse:
        return JSONResponse({}, ready)

    async def listed(request: Request) -> JSONResponse:
        if fails:
            raise RuntimeError("a bug")
        if key and request.headers.get("Authorization") != f"Bearer {key}":
            logging.getLogger("LiteLLM").error("refused")
            return JSONResponse({}, refused)
        return JSONResponse({"data": [{"id": name} for name in models]}, served)

    return Starlette(routes=[Route("/health/readiness", readiness), Route("/v1/models", listed)])


# --- What is declared and what was loaded ---------------------------------------------------------


def test_declared_deployments() -> None:
    config = {
        "model_list": [
            {"model_name": "gpt-5", "model_info": {"id": "gpt5"}},
            {"model_name": 4, "model_info": None},
            {"model_name": "plain"},
        ]
    }
    assert proof.declared_deployments(config) == [("gpt-5", "gpt5"), ("4", ""), ("plain", "")]
    assert proof.declared_deployments({"model_list": None}) == proof.declared_deployments({}) == []


def test_loaded_deployments_are_without_aliases() -> None:
    router = Router(("gpt-5", "gpt5"), ("gpt-5", "spare"), aliases={"supervisor": "gpt-5"})
    assert proof.loaded_deployments(router) == [("gpt-5", "gpt5"), ("gpt-5", "spare")]
    assert proof.loaded_deployments(None) == proof.loaded_deployments(Router()) == []


@pytest.mark.parametrize(
    ("declared", "loaded"),
    [
        ([], []),
        ([("a", "1"), ("b", "2")], [("b", "2"), ("a", "1")]),
        ([("a", "")], [("a", "made up")]),
        ([("a", "1")], [("a", "1"), ("added by LiteLLM", "2")]),
    ],
)
def test_all_that_is_declared_was_loaded(declared: list[tuple[str, str]], loaded: list[tuple[str, str]]) -> None:
    proof.prove_loaded([Deployment(*each) for each in declared], [Deployment(*each) for each in loaded])


@pytest.mark.parametrize(
    ("declared", "loaded", "dropped"),
    [
        ([("a", "1"), ("b", "2")], [("a", "1")], "1 of 2 declared deployments; it dropped: 2, b"),
        ([("a", "1"), ("a", "2")], [("a", "1")], "1 of 2 declared deployments; it dropped: 2, a"),
        ([("a", ""), ("a", "")], [("a", "made up")], "1 of 2 declared deployments; it dropped: a"),
        ([("a", "a")], [], "0 of 1 declared deployments; it dropped: a"),
        ([("a", "1")], [("a", "made up")], "1 of 1 declared deployments; it dropped: 1"),
    ],
)
def test_a_deployment_that_was_dropped(
    declared: list[tuple[str, str]], loaded: list[tuple[str, str]], dropped: str
) -> None:
    with pytest.raises(Refused) as refused:
        proof.prove_loaded([Deployment(*each) for each in declared], [Deployment(*each) for each in loaded])
    assert str(refused.value) == f"LiteLLM loaded {dropped}"


# --- What the application answers -----------------------------------------------------------------


def prove(app: Starlette, names: set[str], key: str | None = KEY) -> None:
    asyncio.run(proof.prove_answers(app, names, proof.proof_key({}, key, {})))


def test_answers_as_a_gateway_must(caplog: pytest.LogCaptureFixture) -> None:
    prove(application("a", "b", "hidden"), {"a", "b"})
    assert caplog.records == [], "the refusal that is wanted is not logged"
    logging.getLogger("LiteLLM").error("later")
    assert [record.message for record in caplog.records] == ["later"]


def test_without_authentication() -> None:
    prove(application("a", key=None), {"a"}, None)


@pytest.mark.parametrize(
    ("app", "reason"),
    [
        (application("a", ready=503), "/health/readiness answers 503 instead of 200"),
        (application("a", served=500), "/v1/models answers 500 instead of 200 to the master key"),
        (application("a", fails=True), "/v1/models answers 500 instead of 200 to the master key"),
        (application("a", key="sk-another"), "/v1/models answers 401 instead of 200 to the master key"),
        (application("b"), "/v1/models does not list: a, c"),
        (application("a", "c", key=None), "/v1/models answers 200 instead of 401 to a request without a key"),
        (application("a", "c", refused=500), "/v1/models answers 500 instead of 401 to a request without a key"),
    ],
)
def test_answers_that_refuse_a_release(app: Starlette, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        prove(app, {"a", "c"})
    assert str(refused.value) == reason
    assert not logging.root.manager.disable


CUSTOM = {"general_settings": {"custom_auth": "my_auth.auth"}}
REMEDY = "; custom_auth does not take it: set litellm_proof_key to a key that it takes"


@pytest.mark.parametrize(
    ("config", "master_key", "environment", "expected"),
    [
        ({}, KEY, {}, (KEY, "the master key", "", (401,))),
        ({"general_settings": None}, None, {}, ("", "a request without a key", "", (401,))),
        (CUSTOM, KEY, {}, (KEY, "the master key", REMEDY, (401, 403))),
        (CUSTOM, None, {}, ("", "a request without a key", REMEDY, (401,))),
        (CUSTOM, KEY, {"LITELLM_PROOF_KEY": "sk-team"}, ("sk-team", "litellm_proof_key", "", (401, 403))),
        ({}, KEY, {"LITELLM_PROOF_KEY": ""}, (KEY, "the master key", "", (401,))),
    ],
)
def test_the_key_to_ask_with(
    config: dict[str, t.Any], master_key: str | None, environment: dict[str, str], expected: tuple[t.Any, ...]
) -> None:
    assert proof.proof_key(config, master_key, environment) == expected


def test_a_function_that_does_not_take_the_master_key() -> None:
    app = application("a", key="sk-team", refused=403)
    asyncio.run(proof.prove_answers(app, {"a"}, proof.proof_key(CUSTOM, KEY, {"LITELLM_PROOF_KEY": "sk-team"})))
    with pytest.raises(Refused, match="403 instead of 200 to the master key; custom_auth does not take it"):
        asyncio.run(proof.prove_answers(app, {"a"}, proof.proof_key(CUSTOM, KEY, {})))


# --- What it says ---------------------------------------------------------------------------------


def test_description_names_keys_and_shows_none() -> None:
    config = {
        "model_list": [
            {
                "model_name": "a",
                "litellm_params": {"model": "openai/a", "api_key": "os.environ/SET", "api_base": "http://x"},
            },
            {"model_name": "b", "litellm_params": {"model": "openai/b", "api_key": "os.environ/UNSET"}},
            {"model_name": "c", "litellm_params": {"model": "openai/c", "api_key": "sk-literal"}},
            {"model_name": "d", "litellm_params": None},
        ]
    }
    assert list(proof.log_lines(config, {"SET": "sk-value"})) == [
        "model 'a' -> 'openai/a' at http://x, key SET (set)",
        "model 'b' -> 'openai/b' at the provider's own address, key UNSET (NOT SET)",
        "model 'c' -> 'openai/c' at the provider's own address, key ****",
        "model 'd' -> None at the provider's own address, no key of its own",
    ]
    assert list(proof.log_lines({}, {})) == []
