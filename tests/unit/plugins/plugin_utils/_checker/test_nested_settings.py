"""Faults in what stands below the blocks, as people make them: each is found at its path, and its right form is no finding."""

from __future__ import annotations

import pytest
import yaml

from tests.unit.plugins.plugin_utils._checker.test_words import found

GUARDRAIL = "guardrails: [{guardrail_name: g, litellm_params: {guardrail: %s, mode: pre_call, %s}}]"
AT_GUARDRAIL = "guardrails[0].litellm_params"


def of(snippet: str) -> list[str]:
    """The findings of a configuration that has *snippet* beside its model, without those about keys, Redis and databases."""
    return [each for each in found(yaml.safe_load(snippet)) if "master_key" not in each]


@pytest.mark.parametrize(
    ("wrong", "right", "finding"),
    [
        (
            GUARDRAIL % ("presidio", "default-on: true"),
            GUARDRAIL % ("presidio", "default_on: true"),
            f"unknown-key {AT_GUARDRAIL}.default-on",
        ),
        (GUARDRAIL % ("presidio", "default_om: true"), "", f"unknown-key {AT_GUARDRAIL}.default_om"),
        (GUARDRAIL % ("presidio", "Default_On: true"), "", f"unknown-key {AT_GUARDRAIL}.Default_On"),
        (
            GUARDRAIL % ("litellm_content_filter", "blocked_words: [{keyword: secret, action: block}]"),
            GUARDRAIL % ("litellm_content_filter", "blocked_words: [{keyword: secret, action: BLOCK}]"),
            f"wrong-type {AT_GUARDRAIL}.blocked_words[0].action",
        ),
        (
            GUARDRAIL % ("litellm_content_filter", "blocked_words: [{action: BLOCK}]"),
            "",
            f"missing-key {AT_GUARDRAIL}.blocked_words[0].keyword",
        ),
        (
            GUARDRAIL % ("litellm_content_filter", "categories: [{category: harmful_self_harn, action: BLOCK}]"),
            GUARDRAIL % ("litellm_content_filter", "categories: [{category: harmful_self_harm, action: BLOCK}]"),
            f"unknown-word {AT_GUARDRAIL}.categories[0].category",
        ),
        (
            GUARDRAIL
            % ("litellm_content_filter", "patterns: [{pattern_type: prebuilt, pattern_name: us_ssnn, action: MASK}]"),
            GUARDRAIL
            % ("litellm_content_filter", "patterns: [{pattern_type: prebuilt, pattern_name: us_ssn, action: MASK}]"),
            f"unknown-word {AT_GUARDRAIL}.patterns[0].pattern_name",
        ),
        (
            GUARDRAIL % ("litellm_content_filter", "patterns: [{pattern_type: regex, action: MASK}]"),
            GUARDRAIL % ("litellm_content_filter", "patterns: [{pattern_type: regex, pattern: a+, action: MASK}]"),
            f"missing-key {AT_GUARDRAIL}.patterns[0].pattern",
        ),
        (
            "litellm_settings: {default_team_settings: [{team_id: a, success-callback: [langfuse]}]}",
            "litellm_settings: {default_team_settings: [{team_id: a, success_callback: [langfuse]}]}",
            "unknown-key litellm_settings.default_team_settings[0].success-callback",
        ),
        (
            "callback_settings: {datadog: {turn-off-message-logging: true}}",
            "callback_settings: {datadog: {turn_off_message_logging: true}}",
            "unknown-key callback_settings.datadog.turn-off-message-logging",
        ),
        (
            'router_settings: {alerting_config: {webhook_url: "https://x.example", alerting_threshold: 300}}',
            "",
            "wrong-type router_settings.alerting_config",
        ),
        (
            'litellm_settings:\nmcp_servers: {g: {url: "https://x.example/mcp", transport: http}}',
            'litellm_settings: {}\nmcp_servers: {g: {url: "https://x.example/mcp", transport: http}}',
            "null-setting litellm_settings",
        ),
        (
            "litellm_settings: {mcp_aliases: [a]}",
            "litellm_settings: {mcp_aliases: {a: g}}",
            "wrong-type litellm_settings.mcp_aliases",
        ),
        (
            "litellm_settings: {callbacks: [prometheus], prometheus_metrics_config: [{group: a, metric: [x]}]}",
            "litellm_settings: {callbacks: [prometheus], prometheus_metrics_config: [{group: a, metrics: [litellm_requests_metric]}]}",
            "unknown-key litellm_settings.prometheus_metrics_config[0].metric",
        ),
        (
            "litellm_settings: {callbacks: [prometheus], prometheus_metrics_config: [{group: a, metrics: [litellm_request_metric]}]}",
            "",
            "unknown-word litellm_settings.prometheus_metrics_config[0].metrics[0]",
        ),
        (
            "router_settings: {routing_strategy: latency-based-routing, routing_strategy_args: {ttls: 5}}",
            "router_settings: {routing_strategy: latency-based-routing, routing_strategy_args: {ttl: 5}}",
            "unknown-key router_settings.routing_strategy_args.ttls",
        ),
        (
            "router_settings: {default_litellm_params: {temprature: 1}}",
            "router_settings: {default_litellm_params: {temperature: 1}}",
            "unknown-parameter router_settings.default_litellm_params.temprature",
        ),
        (
            "general_settings: {user_header_mappings: [{header_name: x, litellm_user_roles: customer}]}",
            "general_settings: {user_header_mappings: [{header_name: x, litellm_user_role: customer}]}",
            "unknown-key general_settings.user_header_mappings[0].litellm_user_roles",
        ),
        (
            "general_settings: {user_header_mappings: [{header_name: x, litellm_user_role: customers}]}",
            "",
            "unknown-word general_settings.user_header_mappings[0].litellm_user_role",
        ),
        (
            "general_settings: {spend_report_frequency: 7}",
            "general_settings: {spend_report_frequency: 7d}",
            "unknown-word general_settings.spend_report_frequency",
        ),
        (
            "litellm_settings: {ui_theme_confi: {logo_url: a}}",
            "litellm_settings: {ui_theme_config: {logo_url: a}}",
            "unknown-key litellm_settings.ui_theme_confi",
        ),
        (
            "general_settings: {supported_db_objects: [model]}",
            "",
            "unknown-word general_settings.supported_db_objects[0]",
        ),
        (
            "router_settings: {model_group_retry_policy: {b: {TimeoutErrorRetries: 1}}}",
            "router_settings: {model_group_retry_policy: {a: {TimeoutErrorRetries: 1}}}",
            "policy-source-missing router_settings.model_group_retry_policy.b",
        ),
        (
            "litellm_settings: {guardrails: [{g: {callbacks: [hide_secret], default_on: true}}]}",
            "litellm_settings: {guardrails: [{g: {callbacks: [detect_prompt_injection], default_on: true}}]}",
            "unknown-callback litellm_settings.guardrails[0].g.callbacks[0]",
        ),
        (
            "litellm_settings: {guardrails: [{g: {default_on: true}}]}",
            "",
            "missing-key litellm_settings.guardrails[0].g.callbacks",
        ),
        (
            "litellm_settings: {guardrails: [{g: {callbacks: [presidio], default-on: true}}]}",
            "litellm_settings: {guardrails: [{g: {callbacks: [presidio], default_on: true}}]}",
            "unknown-key litellm_settings.guardrails[0].g.default-on",
        ),
        (
            "litellm_settings: {success_callback: [null]}",
            "",
            "unknown-callback litellm_settings.success_callback[0]",
        ),
        (
            "litellm_settings: {success_callback: [{langfuse: {}}]}",
            "litellm_settings: {success_callback: [langfuse]}",
            "unknown-callback litellm_settings.success_callback[0]",
        ),
        (
            "litellm_settings: {prompt_injection_params: {heuristics_chek: true}}",
            "litellm_settings: {prompt_injection_params: {heuristics_check: true}}",
            "unknown-key litellm_settings.prompt_injection_params.heuristics_chek",
        ),
        (
            "litellm_settings: {model_group_settings: {forward_client_header_to_llm_api: [a]}}",
            "litellm_settings: {model_group_settings: {forward_client_headers_to_llm_api: [a]}}",
            "unknown-key litellm_settings.model_group_settings.forward_client_header_to_llm_api",
        ),
        (
            "general_settings: {fail_closed_budget_enforcement: 'true'}",
            "",
            "wrong-type general_settings.fail_closed_budget_enforcement",
        ),
        (
            "litellm_settings: {cache: true, cache_params: {type: redis, redis_startup_nodes: ['h:7001']}}",
            "",
            "wrong-shape litellm_settings.cache_params.redis_startup_nodes[0]",
        ),
        (
            "litellm_settings: {cache: true, cache_params: {type: redis, sentinel_nodes: ['h:26379'], service_name: a}}",
            "",
            "wrong-shape litellm_settings.cache_params.sentinel_nodes[0]",
        ),
        (
            "litellm_settings: {guardrails: [{g: [presidio]}]}",
            "",
            "wrong-shape litellm_settings.guardrails[0].g",
        ),
    ],
)
def test_one_fault_below_the_settings(wrong: str, right: str, finding: str) -> None:
    assert f"error {finding}" in of(wrong)
    assert not right or of(right) == []
