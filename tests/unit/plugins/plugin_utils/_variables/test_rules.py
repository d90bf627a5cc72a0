"""Each rule of variables has its problem in the example that the page shows, by the role whose variables those are."""

from __future__ import annotations

import typing as t
from pathlib import Path

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._balancer.balancer import balancer_of
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes import declared as kubernetes
from ansible_collections.llmops.litellm.plugins.plugin_utils._kubernetes.plan import plan
from ansible_collections.llmops.litellm.plugins.plugin_utils._monitoring.declared import monitoring_of
from ansible_collections.llmops.litellm.plugins.plugin_utils._postgresql.declared import Gateway, postgresql_of
from ansible_collections.llmops.litellm.plugins.plugin_utils._redis.declared import redis_of
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.problems import InputError, Problem
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.rules import Rule
from ansible_collections.llmops.litellm.plugins.plugin_utils._variables.reading import Variables
from ansible_collections.llmops.litellm.plugins.plugin_utils._variables.rules import OWN

from tests.unit.plugins.plugin_utils._kubernetes import samples, test_plan

PASSWORD = "-".join(["a", "password", "of", "nobody"])
ROLES = Path(__file__).parents[5] / "roles"
Values = dict[str, t.Any]
HOSTS: Values = {"a": {"ansible_host": "192.0.2.31"}, "b": {"ansible_host": "192.0.2.32"}}

ELSEWHERE = ("bad-container",)
"""Rules of which reading hears nothing; the tests of the action plugin have them."""


def in_kubernetes(values: Values) -> list[Problem]:
    """What is wrong with a gateway in Kubernetes that *values* declare."""
    read = Variables(values, kubernetes.PREFIX)
    cluster = kubernetes.declared(read)
    if cluster:
        try:
            plan(cluster, samples.gateway(port=values["litellm_port"]), test_plan.GIVEN, {})
        except InputError as refused:
            return refused.problems
    return read.report.problems


READERS: dict[str, t.Callable[[Values], list[Problem]]] = {
    "litellm_balancer": lambda values: balancer_of(values, "a", HOSTS, HOSTS)[1],
    "litellm_kubernetes": in_kubernetes,
    "litellm_monitoring": lambda values: monitoring_of(values, "watcher", {"gw1": values})[1],
    "litellm_postgresql": lambda values: postgresql_of(values, PASSWORD, "database", [Gateway("a", "a.test", 1)])[1],
    "litellm_redis": lambda values: redis_of(values, "a", HOSTS if values["litellm_redis_primary"] else {})[1],
}
"""The name of a role to what is wrong with its variables."""


OTHERS: Values = {
    "litellm_metrics_host": "192.0.2.41",
    "litellm_monitoring_token": "",
    "litellm_port": 4000,
    "litellm_reference_model": "",
}
"""Variables that roles read besides their own."""


def defaults_of(role: str) -> Values:
    """The defaults of a *role*, with an account in the place of a template."""
    role = "litellm" if role == "litellm_kubernetes" else role
    values: Values = yaml.safe_load((ROLES / role / "defaults" / "main.yml").read_text(encoding="utf-8"))
    return {name: "litellm" if "{{" in str(value) else value for name, value in values.items()} | OTHERS


def role_of(example: Values) -> str:
    """The role whose variables the *example* has."""
    (role,) = {role for role in READERS for name in example if name.startswith(f"{role}_")}
    return role


@pytest.mark.parametrize(
    "rule", [rule for name, rule in OWN.items() if name not in ELSEWHERE], ids=lambda rule: rule.name
)
def test_the_example_of_a_rule_has_its_problem(rule: Rule) -> None:
    example = yaml.safe_load(rule.example)
    role = role_of(example)
    defaults = defaults_of(role)
    assert set(example) <= set(defaults)
    assert (rule.name, rule.severity) in {(each.rule, each.severity) for each in READERS[role]({**defaults, **example})}


@pytest.mark.parametrize("role", READERS)
def test_what_a_role_sets_by_itself_breaks_no_rule(role: str) -> None:
    assert READERS[role](defaults_of(role)) == []
