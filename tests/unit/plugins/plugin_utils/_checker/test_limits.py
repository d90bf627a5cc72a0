"""Budgets and limits say what they come to, and where they limit nothing."""

from __future__ import annotations

import typing as t

import pytest

from tests.unit.plugins.plugin_utils.conftest import Render

ENFORCED = {"optional_pre_call_checks": ["enforce_model_rate_limits"]}
REDIS = {"redis_url": "redis://r.example:6379?socket_timeout=0.5"}
KEYS = {"OPENAI_API_KEY": "k-0123456789abcdef", "LITELLM_MASTER_KEY": "sk-0123456789abcdef"}


def said(render: Render, fields: dict[str, t.Any], **options: t.Any) -> dict[str, str]:
    """Severity and text of each problem of a model with *fields*, by path."""
    models = {"a": {"upstream": "gpt-5", "cost": {"input": 1, "output": 1}, **fields}}
    problems = render(models=models, environment=KEYS, **options).problems
    return {problem.path: f"{problem.severity} {problem.message}; {problem.remedy}" for problem in problems}


BUDGET = {"budget": {"limit": 0.01, "period": "1d"}}
FIGURES = [
    (1, 1, "up to 0.01 USD on this host in 1d, and again after each release or restart"),
    (2, 1, "up to 2 x 0.01 USD on this host in 1d, and again after each release or restart"),
    (2, 3, "up to 2 x 0.01 USD on this host, and as much on each of the 3 hosts of this play in 1d"),
    (0, 1, "up to 0.01 USD for each worker, of which a host has one per core"),
]


@pytest.mark.parametrize(("workers", "hosts", "figure"), FIGURES)
def test_a_budget_names_what_can_be_spent(render: Render, workers: int, hosts: int, figure: str) -> None:
    found = said(render, BUDGET, workers=workers, hosts=hosts)
    assert list(found) == ["models.a.budget.limit"]
    assert found["models.a.budget.limit"].startswith("warning is counted by each worker by itself: ")
    assert figure in found["models.a.budget.limit"]
    assert "declare litellm_redis" in found["models.a.budget.limit"]
    assert ("litellm_workers: 1" in found["models.a.budget.limit"]) == ((workers, hosts) != (1, 1))


def test_a_budget_of_a_provider_is_told_where_it_was_written(render: Render) -> None:
    providers = {"openai": {"budget": {"limit": 5, "period": "1d"}}}
    found = said(render, {"provider": "openai"}, providers=providers, workers=2)
    assert list(found) == ["providers.openai.budget.limit"]
    assert "up to 2 x 5 USD on this host" in found["providers.openai.budget.limit"]


def test_with_a_redis_budgets_are_a_notice_and_limits_are_silent(render: Render) -> None:
    found = said(render, {**BUDGET, "rpm": 3}, router_settings={**REDIS, **ENFORCED}, workers=2, hosts=2)
    assert list(found) == ["models.a.budget.limit"]
    assert found["models.a.budget.limit"].startswith("notice is counted in Redis")


def test_an_enforced_limit_is_one_of_each_worker(render: Render) -> None:
    found = said(render, {"rpm": 3, "tpm": 900}, router_settings=ENFORCED, workers=2)
    assert "up to 2 x 3 requests a minute on this host" in found["models.a.rpm"]
    assert "up to 2 x 900 tokens a minute on this host" in found["models.a.tpm"]
    assert said(render, {"rpm": 3}, router_settings=ENFORCED, workers=1) == {}


def test_requests_in_flight_are_counted_apart_with_a_redis_too(render: Render) -> None:
    fields = {"litellm_params": {"max_parallel_requests": 4}}
    found = said(render, fields, router_settings=REDIS, workers=2)
    assert "up to 2 x 4 requests at a time" in found["models.a.litellm_params.max_parallel_requests"]
    assert said(render, fields, workers=1) == {}
    found = said(render, {}, router_settings={"default_max_parallel_requests": 9}, workers=0)
    assert "up to 9 requests at a time for each worker" in found["router_settings.default_max_parallel_requests"]


def test_nothing_is_said_where_the_number_of_workers_is_not_known(render: Render) -> None:
    assert said(render, {**BUDGET, "rpm": 3}, router_settings=ENFORCED) == {}


def test_a_limit_that_limits_nothing_is_told_of_every_model(render: Render) -> None:
    models = {
        "a": {"upstream": "gpt-5", "rpm": 3},
        "b": {"upstream": "gpt-5-mini", "tpm": 9},
        "c": {"upstream": "m", "mock_response": "hi", "rpm": 3},
    }
    problems = render(models=models, environment=KEYS).problems
    assert [problem.path for problem in problems] == ["models.a.rpm", "models.b.tpm", "models.c.rpm"]
    assert all("limits no minute" in problem.message for problem in problems)
