"""Features whose Python package is not there are named before any host is touched, and never by mistake."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.check import check_config
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.checked_config import Service
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.packages import given_packages
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.data import VERSIONS
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.packages import SINCE
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import packages, vocabulary_for
from hypothesis import given
from hypothesis import strategies as st

OWN_IMAGE = "ghcr.io/berriai/litellm:v1.106.2"
GENERAL = {"master_key": "os.environ/LITELLM_MASTER_KEY"}
VERTEX = {"upstream": "gemini-2.5-pro", "provider": "vertex_ai", "litellm_params": {"vertex_project": "p"}}


def model(name: str = "openai/gpt-4o", **params: t.Any) -> dict[str, t.Any]:
    """One entry of ``model_list``."""
    return {"model_name": "a", "litellm_params": {"model": name, **params}, "model_info": {"id": "a"}}


def found(config: dict[str, t.Any], *, version: str = VERSIONS[-1], **options: t.Any) -> list[tuple[str, str, str]]:
    """Severity, path and text of what is said about packages."""
    whole = {"model_list": [model()], "general_settings": GENERAL, **config}
    options = {"service_manager": "systemd", "environment": ("LITELLM_MASTER_KEY", "OPENAI_API_KEY"), **options}
    lines = options.pop("lines", None)
    problems = check_config(whole, vocabulary=vocabulary_for(version), service=Service(**options), lines=lines)
    return [
        (problem.severity, problem.path, f"{problem.message}; {problem.remedy}")
        for problem in problems
        if problem.rule == "missing-package"
    ]


def settings(**those: t.Any) -> dict[str, t.Any]:
    """A configuration with nothing but these of ``litellm_settings``."""
    return {"litellm_settings": those}


def guardrail(kind: str) -> dict[str, t.Any]:
    """A configuration with one guardrail."""
    return {"guardrails": [{"guardrail_name": "g", "litellm_params": {"guardrail": kind, "mode": "pre_call"}}]}


NEEDS = [
    ({"model_list": [model("vertex_ai/gemini-2.5-pro")]}, "model_list[0].litellm_params.model", "google-auth"),
    ({"model_list": [model("vertex_ai/*")]}, "model_list[0].litellm_params.model", "google-auth"),
    (
        {"model_list": [model("auto_router/mine")]},
        "model_list[0].litellm_params.model",
        '"semantic-router>=0.1.15,<1.0"',
    ),
    (
        {"model_list": [model("gemini-2.5-pro", custom_llm_provider="vertex_ai")]},
        "model_list[0].litellm_params.custom_llm_provider",
        "google-auth",
    ),
    (settings(success_callback=["langfuse"]), "litellm_settings.success_callback[0]", '"langfuse>=4.7,<5.0"'),
    (settings(failure_callback=["sentry"]), "litellm_settings.failure_callback[0]", '"sentry-sdk>=2.21.0,<3.0"'),
    (settings(callbacks=["otel", "gcs_bucket"]), "litellm_settings.callbacks[1]", "google-auth"),
    (
        settings(cache=True, cache_params={"type": "disk"}),
        "litellm_settings.cache_params.type",
        '"diskcache>=5.6.3,<6.0"',
    ),
    (
        {"general_settings": {**GENERAL, "key_management_system": "azure_key_vault"}},
        "general_settings.key_management_system",
        '"azure-keyvault-secrets>=4.10.0,<5.0"',
    ),
    (guardrail("model_armor"), "guardrails[0].litellm_params.guardrail", "google-auth"),
]


@pytest.mark.parametrize(("config", "path", "requirement"), NEEDS, ids=str)
def test_what_needs_a_package(config: dict[str, t.Any], path: str, requirement: str) -> None:
    ((severity, where, text),) = found(config)
    assert (severity, where) == ("error", path)
    assert text.endswith(f"; write litellm_extra_packages: [{requirement}]")


NEEDS_NOTHING = [
    {"model_list": [model("vertex_ai/gemini-2.5-pro", mock_response="Hello.")]},
    {"model_list": [model("gemini/gemini-2.5-pro"), model("bedrock/x"), model("hosted_vllm/x"), model("sagemaker/x")]},
    {"model_list": [model("auto_router/complexity_router")]},
    settings(
        callbacks=["prometheus", "otel", "s3_v2", "langfuse_otel", "mine.handler"], success_callback=["langsmith"]
    ),
    settings(callbacks=["azure_storage", "presidio"], success_callback="langfuse", failure_callback=[1, None]),
    settings(cache=True, cache_params={"type": "redis"}),
    settings(cache=True, cache_params={"type": "valkey-semantic"}),
    settings(cache=False, cache_params={"type": "disk"}),
    {"general_settings": {**GENERAL, "key_management_system": "aws_secret_manager"}},
    guardrail("presidio"),
    guardrail("mine.Guardrail"),
    {"guardrails": [None, {"litellm_params": 1}]},
]


@pytest.mark.parametrize("config", NEEDS_NOTHING, ids=str)
@pytest.mark.parametrize("version", VERSIONS)
def test_what_needs_none(config: dict[str, t.Any], version: str) -> None:
    assert found(config, version=version) == []


@pytest.mark.parametrize(
    ("callback", "variable", "needs"),
    [("azure_storage", "AZURE_STORAGE_ACCOUNT_KEY", True), ("newrelic", "LITELLM_OTEL_V2", False)],
)
def test_what_goes_another_way_by_a_variable(callback: str, variable: str, *, needs: bool) -> None:
    config = settings(callbacks=[callback])
    assert bool(found(config, environment=[variable])) is needs
    assert bool(found(config, environment=[])) is not needs


VERTEX_CONFIG = {"model_list": [model("vertex_ai/gemini-2.5-pro")]}


@pytest.mark.parametrize(
    "packages",
    [
        ["google-auth"],
        ["google_auth==2.40.3"],
        [" Google.Auth[requests] >= 2 ; python_version > '3.9'"],
        ["google-auth @ https://files.example/google-auth.zip"],
        ["https://files.example/g/google_auth-2.40.3-py3-none-any.whl#sha256=abc"],
        ["/srv/wheels/google_auth-2.40.3.tar.gz"],
        ["google-cloud-aiplatform>=1.133"],
        ["anthropic[vertex]"],
        ["litellm[google]"],
        ["git+https://git.example/mirror/google-auth.git@main"],
        ["./mine"],
        ["-r more.txt"],
    ],
    ids=str,
)
def test_what_may_bring_it(packages: list[str]) -> None:
    assert found(VERTEX_CONFIG, extra_packages=packages) == []


@pytest.mark.parametrize("packages", [["langfuse"], ["googleauth"], ["/srv/wheels/lunary-1.0.tar.gz"]], ids=str)
def test_what_does_not_bring_it(packages: list[str]) -> None:
    ((severity, _path, text),) = found(VERTEX_CONFIG, extra_packages=packages)
    assert severity == "error"
    assert text.endswith("; add to litellm_extra_packages: [google-auth]")


def test_one_line_brings_everything_that_is_missing() -> None:
    config = {**VERTEX_CONFIG, **settings(success_callback=["lunary", "gcs_bucket"], failure_callback=["lunary"])}
    told = found(config)
    assert [path for _severity, path, _text in told] == [
        "model_list[0].litellm_params.model",
        "litellm_settings.success_callback[0]",
    ]
    assert {text.rpartition("; ")[2] for _severity, _path, text in told} == {
        "write litellm_extra_packages: [google-auth, lunary]"
    }


def test_a_package_that_is_let_through() -> None:
    assert found(VERTEX_CONFIG, allow=["google-auth"]) == []


def test_a_file_that_is_only_looked_at() -> None:
    ((severity, _path, _text),) = found(VERTEX_CONFIG, environment=None, lines={})
    assert severity == "warning"


@pytest.mark.parametrize(
    ("options", "severities"),
    [
        ({"service_manager": "auto"}, ["error"]),
        ({"service_manager": ""}, []),
        ({"service_manager": "podman", "image": OWN_IMAGE}, ["warning"]),
        ({"service_manager": "docker", "image": "docker.litellm.ai/berriai/litellm-database:v1.106.2"}, ["warning"]),
        ({"service_manager": "podman", "image": "registry.example.com/team/litellm:v1.106.2"}, []),
    ],
)
def test_who_runs_it(options: dict[str, t.Any], severities: list[str]) -> None:
    """LiteLLM's own image has what signs in at Google, and no lunary."""
    assert [severity for severity, _path, _text in found(settings(callbacks=["lunary"]), **options)] == severities
    assert len(found(VERTEX_CONFIG, **options)) == severities.count("error")


def test_the_remedy_for_an_image() -> None:
    ((_severity, _path, text),) = found(settings(callbacks=["lunary"]), service_manager="podman", image=OWN_IMAGE)
    assert text.endswith("; set litellm_image to one that has it")


def test_a_model_is_named_by_its_provider(refuse: t.Callable[..., dict[str, str]]) -> None:
    problems = refuse(models={"a": VERTEX, "b": VERTEX}, environment=["LITELLM_MASTER_KEY"], service_manager="systemd")
    assert list(problems) == ["models.a.provider"]
    assert "google-auth" in problems["models.a.provider"]


def test_a_model_that_names_its_provider_itself(refuse: t.Callable[..., dict[str, str]]) -> None:
    entry = {"model_name": "a", "litellm_params": {"model": "vertex_ai/gemini-2.5-pro"}}
    problems = refuse(models={"a": entry}, environment=["LITELLM_MASTER_KEY"], service_manager="systemd")
    assert list(problems) == ["models.a.litellm_params.model"]


def test_what_features_need_is_known_of_every_version() -> None:
    versions = {version for features in SINCE.values() for since in features.values() for version in since}
    assert versions <= set(VERSIONS)
    assert [packages(version)["callbacks"]["langfuse"] for version in (VERSIONS[0], VERSIONS[-1])] == [
        ["langfuse==2.59.7"],
        ["langfuse>=4.7,<5.0"],
    ]


@pytest.mark.parametrize("version", VERSIONS)
def test_every_callback_with_packages_is_one_that_litellm_knows(version: str) -> None:
    tables, needed = vocabulary_for(version).tables, packages(version)
    assert needed["callbacks"].keys() <= tables["callbacks"].keys()
    assert needed["guardrails"].keys() <= tables["guardrail_types"].keys()
    assert needed["key_management_systems"].keys() <= tables["key_management_systems"].keys()


@given(st.lists(st.text()))
def test_whatever_is_given_names_packages_or_nothing(entries: list[str]) -> None:
    given_packages(entries)
