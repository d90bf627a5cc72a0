"""Models without a key: stored credentials, other ways to sign in, servers of one's own."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.data import VERSIONS
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.sign_in import RENEWED, WITHOUT_KEY
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import vocabulary_for

from tests.unit.plugins.plugin_utils.conftest import Block, Refuse, Render

ENVIRONMENT = {
    "LITELLM_MASTER_KEY": "sk-0123456789abcdef",
    "TEAM_KEY": "t",
    "TENANT": "a",
    "CLIENT": "b",
    "SECRET": "c",
}
SHARED = {"api_key": "os.environ/TEAM_KEY", "api_base": "https://llm.example.com/v1"}
ENTRA = {"tenant_id": "os.environ/TENANT", "client_id": "os.environ/CLIENT", "client_secret": "os.environ/SECRET"}
BASE = "https://dep.example.com"
USES = {"litellm_credential_name": "shared"}


def params(render: Render, model: Block, **options: object) -> Block:
    rendered = render(models={"k": {"upstream": "x", **model}}, environment=ENVIRONMENT, **options)
    found = rendered.config["model_list"][0]["litellm_params"]
    return {name: value for name, value in found.items() if name not in ("model", "reasoning_effort")}


def credentials(**values: str) -> Block:
    return {"credential_list": [{"credential_name": "shared", "credential_values": values, "credential_info": {}}]}


class TestStoredCredentials:
    @pytest.mark.parametrize("provider", [None, "openai", "azure", "anthropic", "vllm"])
    def test_nothing_of_the_provider_stands_beside_one(self, render: Render, provider: str | None) -> None:
        model = {"provider": provider, "litellm_params": USES}
        values = {**SHARED, "api_version": "2024-10-21"}
        assert params(render, model, extra_config=credentials(**values), api_base="https://g/v1") == USES

    def test_what_the_operator_says_of_the_provider_is_left_out_where_the_credential_has_it(
        self, render: Render
    ) -> None:
        own = {"api_base": BASE, "api_key_env": "OWN", "litellm_params": {"api_version": "1", "seed": 2}}
        held = credentials(**SHARED, api_version="2024-10-21")
        found = params(
            render, {"provider": "azure", "litellm_params": USES}, providers={"azure": own}, extra_config=held
        )
        assert found == {**USES, "seed": 2}

    def test_an_address_that_the_credential_lacks_is_the_provider_s(self, render: Render) -> None:
        # Without it, the requests and the key of the credential would go to api.openai.com.
        providers = {"gpu": {"prefix": "hosted_vllm", "api_base": "http://gpu:8000/v1", "api_key_env": "OWN"}}
        model = {"provider": "gpu", "litellm_params": USES}
        found = params(render, model, providers=providers, extra_config=credentials(api_key="os.environ/TEAM_KEY"))
        assert found == {**USES, "api_base": "http://gpu:8000/v1"}

    def test_one_that_nobody_sees_is_trusted_with_everything(self, render: Render) -> None:
        general = {"store_model_in_db": True}
        model = {"provider": "azure", "litellm_params": USES}
        assert params(render, model, general_settings=general, providers={"azure": {"api_base": BASE}}) == USES

    def test_a_provider_may_name_one(self, render: Render) -> None:
        providers = {"azure": {"litellm_params": USES}}
        assert params(render, {"provider": "azure"}, providers=providers, extra_config=credentials(**SHARED)) == USES

    def test_what_the_model_itself_says_is_written_and_warned_of_where_it_wins(self, render: Render) -> None:
        model = {"provider": "openai", "api_key_env": "TEAM_KEY", "api_base": "https://own/v1", "litellm_params": USES}
        held = credentials(api_key="os.environ/SECRET", api_base="https://llm.example.com/v1")
        rendered = render(models={"k": {"upstream": "x", **model}}, environment=ENVIRONMENT, extra_config=held)
        written = rendered.config["model_list"][0]["litellm_params"]
        assert (written["api_key"], written["api_base"]) == ("os.environ/TEAM_KEY", "https://own/v1")
        assert [(problem.rule, problem.path) for problem in rendered.problems] == [
            ("two-sign-ins", "models.k.api_key_env"),
            ("two-sign-ins", "models.k.api_base"),
        ]

    def test_a_name_with_a_slash_is_not_taken_for_one_at_openai(self, render: Render) -> None:
        models = {"k": {"upstream": "deepseek/deepseek-chat", "litellm_params": USES}}
        assert render(models=models, environment=ENVIRONMENT, extra_config=credentials(**SHARED)).problems == []

    def test_an_azure_model_with_a_credential_without_an_address_needs_one(self, refuse: Refuse) -> None:
        models = {"k": {"upstream": "x", "provider": "azure", "litellm_params": USES}}
        problems = refuse(models=models, extra_config=credentials(api_key="os.environ/TEAM_KEY"))
        assert "write api_base" in problems["models.k.api_base"]


class TestOtherWaysToSignIn:
    @pytest.mark.parametrize(
        ("provider", "ways"),
        [
            ("azure", ENTRA),
            ("azure", {"azure_ad_token": "oidc/azure/"}),
            ("azure_ai", ENTRA),
            ("anthropic", {"anthropic_federation_rule_id": "r"}),
            ("openai", {"openai_identity_provider_id": "i"}),
            ("watsonx", {"token": "os.environ/SECRET"}),
            ("bedrock", {"aws_role_name": "arn:aws:iam::1:role/r", "aws_region_name": "eu-central-1"}),
            ("bedrock", {"aws_profile_name": "p"}),
            ("bedrock", {}),
            ("bedrock_mantle", {}),
            ("sagemaker", {}),
            ("vertex_ai", {"vertex_project": "p", "vertex_location": "l"}),
            ("vertex_ai", {"vertex_credentials": "os.environ/SECRET"}),
        ],
    )
    def test_no_key_is_written_or_asked_for(self, render: Render, provider: str, ways: dict[str, str]) -> None:
        model = {"provider": provider, "api_base": BASE}
        assert params(render, {**model, "litellm_params": ways}) == {"api_base": BASE, **ways}
        shared = {provider: {"litellm_params": ways}}
        assert params(render, model, providers=shared) == {"api_base": BASE, **ways}

    def test_a_managed_identity_signs_in_for_every_model_of_azure(self, render: Render) -> None:
        settings = {RENEWED: True}
        model = {"provider": "azure", "api_base": BASE}
        assert params(render, model, litellm_settings=settings) == {"api_base": BASE}
        with_key = {**model, "api_key_env": "TEAM_KEY"}
        assert params(render, with_key, litellm_settings=settings)["api_key"] == "os.environ/TEAM_KEY"

    def test_that_of_one_provider_is_none_of_another(self, refuse: Refuse) -> None:
        model = {"upstream": "x", "provider": "anthropic", "litellm_params": {"tenant_id": "os.environ/TENANT"}}
        problems = refuse(models={"k": model}, environment=ENVIRONMENT, litellm_settings={RENEWED: True})
        assert "ANTHROPIC_API_KEY is not in the environment" in problems["models.k.api_key_env"]

    def test_a_key_that_wins_is_warned_of(self, render: Render) -> None:
        model = {
            "upstream": "x",
            "provider": "azure",
            "api_base": BASE,
            "api_key_env": "TEAM_KEY",
            "litellm_params": ENTRA,
        }
        (problem,) = render(models={"k": model}, environment=ENVIRONMENT).problems
        assert (problem.severity, problem.rule, problem.path) == ("warning", "two-sign-ins", "models.k.api_key_env")

    def test_every_parameter_and_setting_is_one_that_litellm_takes(self) -> None:
        tables = vocabulary_for("1.106.2").tables
        known = {*tables["litellm_params"], *tables["provider_params"]}
        assert {name for names in WITHOUT_KEY.values() for name in names} <= known
        assert RENEWED in tables["litellm_settings"]
        assert set(WITHOUT_KEY) <= set(tables["providers"])


class TestServersOfOneSOwn:
    @pytest.mark.parametrize(
        "provider",
        [
            "hosted_vllm",
            "vllm",
            "lm_studio",
            "llamafile",
            "docker_model_runner",
            "lemonade",
            "ollama",
            "ollama_chat",
            "oobabooga",
        ],
    )
    def test_no_key_is_written_or_asked_for(self, render: Render, provider: str) -> None:
        assert params(render, {"provider": provider, "api_base": "http://127.0.0.1:1/v1"}).keys() == {"api_base"}

    def test_xinference_gets_the_placeholder_without_which_chat_sends_the_key_of_openai(self, render: Render) -> None:
        found = params(render, {"provider": "xinference", "api_base": "http://127.0.0.1:1/v1"})
        assert found["api_key"] == "stub-xinference-key"

    def test_a_key_that_is_named_is_written(self, render: Render) -> None:
        base = {"api_base": "http://127.0.0.1:1/v1"}
        for provider in ("lm_studio", "xinference"):
            found = params(render, {"provider": provider, **base, "api_key_env": "TEAM_KEY"})
            assert found["api_key"] == "os.environ/TEAM_KEY"
            declared = {provider: {**base, "api_key_env": "TEAM_KEY"}}
            assert params(render, {"provider": provider}, providers=declared)["api_key"] == "os.environ/TEAM_KEY"

    @pytest.mark.parametrize("version", VERSIONS)
    def test_every_version_knows_some(self, version: str) -> None:
        keyless = vocabulary_for(version).tables["keyless"]
        assert {"hosted_vllm", "lm_studio", "llamafile", "xinference"} <= set(keyless)
        assert not {"datarobot", "openai", "litellm_proxy", "azure"} & set(keyless)
