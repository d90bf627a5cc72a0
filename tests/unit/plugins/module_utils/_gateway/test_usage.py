"""What the metrics of a gateway add up to."""

from __future__ import annotations

from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._gateway.usage import READ, usage

TEXT = """
litellm_proxy_total_requests_metric_total{requested_model="a",model_id="one",status_code="200",user="x"} 3
litellm_proxy_total_requests_metric_total{requested_model="a",model_id="one",status_code="200",user="y"} 4
litellm_proxy_total_requests_metric_total{requested_model="a",model_id="None",status_code="429",user="y"} 2
litellm_proxy_total_requests_metric_total{requested_model="b",model_id="one",status_code="200",user="y"} 0
litellm_deployment_success_responses_total{requested_model="a",model_id="one"} 7
litellm_input_tokens_metric_total{requested_model="a",model_id="one"} 70
litellm_input_cached_tokens_metric_total{requested_model="a",model_id="one"} 30
litellm_output_tokens_metric_total{requested_model="a",model_id="one"} 35
litellm_spend_metric_total{requested_model="a",model_id="one",user="x"} 0.1
litellm_spend_metric_total{requested_model="a",model_id="one",user="y"} 0.2
litellm_spend_metric_total{requested_model="a",model_id="None"} 0
litellm_request_total_latency_metric_bucket{requested_model="a",model_id="one",le="0.5"} 5
litellm_request_total_latency_metric_bucket{requested_model="a",model_id="one",le="+Inf"} 7
litellm_request_total_latency_metric_count{requested_model="a",model_id="one"} 7
litellm_request_total_latency_metric_sum{requested_model="a",model_id="one"} 4.5
litellm_deployment_failure_responses_total{requested_model="a",model_id="one",exception_class="Timeout",exception_status="408"} 2
litellm_deployment_failure_responses_total{requested_model="None",model_id="",exception_class="AuthError",exception_status="401"} 9
litellm_deployment_cooled_down_total{model_id="one",exception_status="408"} 1
litellm_deployment_state{model_id="one",pid="10"} 0
litellm_deployment_state{model_id="one",pid="11"} 2
litellm_deployment_state{model_id="two",pid="11"} 1
process_start_time_seconds 1700000000
"""


def test_what_people_ask_for() -> None:
    found = usage(TEXT)
    assert found["requests"] == [
        {"asked_for": "a", "deployment": "", "status": "429", "count": 2},
        {"asked_for": "a", "deployment": "one", "status": "200", "count": 7},
    ]
    assert found["work"] == [
        {
            "asked_for": "a",
            "deployment": "one",
            "answered": 7,
            "input_tokens": 70,
            "cached_input_tokens": 30,
            "output_tokens": 35,
            "cost": 0.3,
            "seconds": {"count": 7, "sum": 4.5, "buckets": {"0.5": 5, "+Inf": 7}},
            "first_token_seconds": {"count": 0, "sum": 0.0, "buckets": {}},
        }
    ]
    assert found["failures"] == [
        {"deployment": "", "kind": "AuthError", "status": "401", "count": 9},
        {"deployment": "one", "kind": "Timeout", "status": "408", "count": 2},
    ]
    assert found["cooldowns"] == {"one": 1}
    assert found["states"] == {"one": "dead", "two": "failing"}


def test_a_gateway_that_was_asked_nothing() -> None:
    assert usage("") == {"requests": [], "work": [], "failures": [], "cooldowns": {}, "states": {}}


def test_a_state_that_nobody_knows() -> None:
    assert usage('litellm_deployment_state{model_id="one"} 7\n')["states"] == {"one": "dead"}


@pytest.mark.parametrize(("last_call", "state"), [(0, "healthy"), (1, "dead")])
def test_a_deployment_that_rested_is_what_its_last_call_says(last_call: int, state: str) -> None:
    told = 'litellm_deployment_state{model_id="one",litellm_model_name="%s"} %s\n'
    assert usage(told % ("chat", 2) + told % ("chatty", last_call))["states"] == {"one": state}


def test_no_label_of_a_client_is_read() -> None:
    assert not [name for name in READ if "user" in name or "team" in name]


def test_what_a_real_gateway_has_counted() -> None:
    found = usage((Path(__file__).parent / "recorded.txt").read_text())
    answered = {
        (each["asked_for"], each["deployment"]): each["count"] for each in found["requests"] if each["status"] == "200"
    }
    assert sum(answered[name] for name in (("chat", "dear"), ("chat", "cheap"))) == 45
    assert answered["broken", "backup-for-broken"] == 6
    assert {each["deployment"]: each["status"] for each in found["failures"]} == {
        "": "400",
        "broken": "500",
        "busy": "429",
    }
    assert (found["cooldowns"], found["states"]["broken"], found["states"]["dear"]) == (
        {"broken": 1},
        "dead",
        "healthy",
    )
    streams = [each["first_token_seconds"]["count"] for each in found["work"]]
    assert sum(streams) == 5
    assert sum(each["cost"] for each in found["work"]) > 0.05
