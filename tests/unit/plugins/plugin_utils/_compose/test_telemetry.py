"""Logs, metrics and traces: what LiteLLM gets for each option, beside what operators write themselves."""

from __future__ import annotations

import pytest

from tests.unit.plugins.plugin_utils._compose.test_database import SECRETS
from tests.unit.plugins.plugin_utils.conftest import Block, Refuse, Render

MODELS = {"a": {"upstream": "x", "api_base": "https://u.example/v1"}}
COLLECTOR = {"endpoint": "http://collector.example:4318"}


@pytest.fixture
def rendered(render: Render) -> Render:
    return lambda **options: render(models=MODELS, **options)


def test_nothing_is_traced_unless_asked(rendered: Render) -> None:
    for options in ({}, {"json_logs": False, "prometheus": False, "opentelemetry": {}}):
        found = rendered(**options)
        assert "callbacks" not in found.config["litellm_settings"]
        assert "callback_settings" not in found.config
        assert found.environment == {}


def test_json_logs(rendered: Render) -> None:
    found = rendered(json_logs=True)
    assert found.environment == {"JSON_LOGS": "True"}
    assert found.config == rendered().config


def test_prometheus(rendered: Render) -> None:
    found = rendered(prometheus=True)
    assert found.config["litellm_settings"]["callbacks"] == ["prometheus"]
    assert found.config["litellm_settings"]["prometheus_exclude_labels"] == ["client_ip", "user_agent"]
    assert found.environment == {}


@pytest.mark.parametrize(
    "own", [{"prometheus_exclude_labels": []}, {"prometheus_metrics_config": [{"group": "all", "metrics": []}]}]
)
def test_labels_that_the_operator_chose(rendered: Render, own: Block) -> None:
    found = rendered(prometheus=True, litellm_settings=own).config["litellm_settings"]
    assert {name: found[name] for name in found if name.startswith("prometheus_")} == own


OF_A_DATABASE = {"database": {"url_env": "URL"}, "environment": SECRETS}


def test_what_is_left_of_budgets_is_looked_up(rendered: Render) -> None:
    """Else a budget that is spent looks as it did before its last answer, for nobody is answered any more."""
    name = "prometheus_initialize_budget_metrics"
    assert rendered(prometheus=True, **OF_A_DATABASE).config["litellm_settings"][name] is True
    assert name not in rendered(**OF_A_DATABASE).config["litellm_settings"]
    assert name not in rendered(prometheus=True).config["litellm_settings"]
    own = rendered(prometheus=True, litellm_settings={name: False}, **OF_A_DATABASE).config["litellm_settings"]
    assert own[name] is False


def test_opentelemetry_keeps_prompts_out_of_spans(rendered: Render) -> None:
    found = rendered(opentelemetry=COLLECTOR)
    assert found.config["litellm_settings"]["callbacks"] == ["otel"]
    assert found.config["callback_settings"] == {"otel": {"message_logging": False}}
    assert found.environment == {
        "OTEL_EXPORTER_OTLP_PROTOCOL": "http/protobuf",
        "OTEL_EXPORTER_OTLP_ENDPOINT": "http://collector.example:4318",
        "OTEL_SERVICE_NAME": "litellm",
    }


def test_opentelemetry_says_what_it_is_asked_to(rendered: Render) -> None:
    found = rendered(opentelemetry={**COLLECTOR, "service_name": "gateway", "message_logging": True})
    assert found.config["callback_settings"] == {"otel": {"message_logging": True}}
    assert found.environment["OTEL_SERVICE_NAME"] == "gateway"


def test_callbacks_of_the_operator_are_joined(rendered: Render) -> None:
    found = rendered(prometheus=True, opentelemetry=COLLECTOR, litellm_settings={"callbacks": ["s3_v2", "otel"]}).config
    assert found["litellm_settings"]["callbacks"] == ["s3_v2", "otel", "prometheus"]


def test_settings_of_the_operator_win(rendered: Render) -> None:
    own = {"otel": {"message_logging": True}, "datadog": {"turn_off_message_logging": True}}
    found = rendered(opentelemetry=COLLECTOR, extra_config={"callback_settings": own}).config
    assert found["callback_settings"] == own


@pytest.mark.parametrize("own", [["otel"], {"otel": "loud"}])
def test_settings_of_another_shape_are_left_to_the_checker(rendered: Render, refuse: Refuse, own: object) -> None:
    if isinstance(own, list):
        found = refuse(models=MODELS, opentelemetry=COLLECTOR, extra_config={"callback_settings": own})
        assert "dictionary" in found["extra_config.callback_settings"]
    else:
        found = rendered(opentelemetry=COLLECTOR, extra_config={"callback_settings": own}).config
        assert found["callback_settings"] == own


def test_callbacks_of_another_shape_are_left_to_the_checker(refuse: Refuse) -> None:
    found = refuse(models=MODELS, prometheus=True, litellm_settings={"callbacks": "s3_v2"})
    assert "must be a list" in found["litellm_settings.callbacks"]


def test_every_problem_at_once(refuse: Refuse) -> None:
    wrong = {"endpont": "http://c", "service_name": "", "message_logging": "no"}
    found = refuse(models=MODELS, json_logs="yes", prometheus=1, opentelemetry=wrong)
    assert "must be true or false" in found["json_logs"]
    assert "must be true or false" in found["prometheus"]
    assert "did you mean 'endpoint'?" in found["opentelemetry.endpont"]
    assert "is missing" in found["opentelemetry.endpoint"]
    assert "is empty" in found["opentelemetry.service_name"]
    assert "must be true or false" in found["opentelemetry.message_logging"]


@pytest.mark.parametrize(
    ("endpoint", "says"),
    [
        ("collector:4318", "is not an http or https URL"),
        ("https://user:word@collector.example", "holds credentials"),
        ("os.environ/COLLECTOR", "is a reference, which is not looked up here"),
    ],
)
def test_endpoints_that_are_refused(refuse: Refuse, endpoint: str, says: str) -> None:
    assert says in refuse(models=MODELS, opentelemetry={"endpoint": endpoint})["opentelemetry.endpoint"]


def test_opentelemetry_is_a_dictionary(refuse: Refuse) -> None:
    assert "must be a dictionary" in refuse(models=MODELS, opentelemetry="http://c:4318")["opentelemetry"]


def test_a_configuration_that_is_taken_as_it_is_logs_in_json_but_gets_no_callbacks(
    render: Render, refuse: Refuse
) -> None:
    text = "model_list: []\ngeneral_settings: {master_key: os.environ/K}\n"
    assert render(config_file=text, json_logs=True, prometheus=False).environment == {"JSON_LOGS": "True"}
    found = refuse(config_file=text, prometheus=True, opentelemetry=COLLECTOR)
    assert "stands beside prometheus" in found["config_file"]
    assert "stands beside opentelemetry" in found["config_file"]
