"""Routes past LiteLLM: each fault that people make, at its path; and what LiteLLM takes is no finding."""

from __future__ import annotations

import pytest

from tests.unit.plugins.plugin_utils._checker.test_nested_settings import of

ROUTE = "path: /rerank, target: 'https://rerank.example.com/v1'"
GUARD = "guardrails: [{guardrail_name: pii, litellm_params: {guardrail: presidio, mode: pre_call}}]"
AT = "general_settings.pass_through_endpoints[0]"


def routes(entry: str, more: str = "") -> list[str]:
    return of(f"{{general_settings: {{pass_through_endpoints: [{{{entry}}}]}}, {more}}}")


@pytest.mark.parametrize(
    ("entry", "finding"),
    [
        ("path: rerank, target: 'https://a'", "dead-route {}.path"),
        ("path: '/rerank/*', target: 'https://a'", "dead-route {}.path"),
        ("path: /a, target: rerank.example.com/v1", "dead-route {}.target"),
        ("path: /a, target: 'rerank.example.com:8080'", "dead-route {}.target"),
        (f"{ROUTE}, methods: [get]", "dead-route {}.methods[0]"),
        (f"{ROUTE}, methods: [POST, FETCH]", "dead-route {}.methods[1]"),
        (f"{ROUTE}, timeout: 10s", "wrong-type {}.timeout"),
        (f"{ROUTE}, cost_per_request: free", "wrong-type {}.cost_per_request"),
        (f"{ROUTE}, headers: {{x-version: 2}}", "wrong-type {}.headers.x-version"),
        (f"{ROUTE}, guardrails: pii", "wrong-type {}.guardrails"),
        (f"{ROUTE}, guardrails: [piii]", "unknown-guardrail {}.guardrails[0]"),
        (f"{ROUTE}, guardrails: {{piii: {{}}}}", "unknown-guardrail {}.guardrails.piii"),
    ],
)
def test_a_fault(entry: str, finding: str) -> None:
    assert routes(entry, GUARD) == [f"error {finding.format(AT)}"]


@pytest.mark.parametrize(
    "entry",
    [
        ROUTE,
        f"{ROUTE}, include_subpath: true, methods: [GET, POST], timeout: 10, cost_per_request: 0.5, headers: {{a: b, c: null}}",
        f"{ROUTE}, guardrails: [pii]",
        f"{ROUTE}, guardrails: {{pii: {{request_fields: [query]}}}}",
        "path: /a, target: my_hooks.adapter",
    ],
)
def test_what_leads_somewhere(entry: str) -> None:
    assert [each for each in routes(entry, GUARD) if "unknown-code" not in each] == []


def test_an_open_route_with_paths_below_it_asks_for_a_key_there() -> None:
    assert routes(f"{ROUTE}, auth: false, include_subpath: true") == [f"notice open-route {AT}.auth"]
