"""The alerts of budgets and of a database come and go, as a real Prometheus sees a gateway with a database."""

from __future__ import annotations

import json
import re
import time
import typing as t
import urllib.request
import uuid
from pathlib import Path
from urllib.error import HTTPError

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._monitoring.plan import plan

from tests.keys.host import COST, LONGEST, Host
from tests.prisma_engine.database import Database
from tests.prometheus import running_prometheus
from tests.unit.plugins.plugin_utils._monitoring.variables import declared

ENOUGH = 100 * COST
ALMOST = 1.1 * COST
"""A budget of which one answer leaves less than a fifth."""
TOO_LITTLE = 0.5 * COST
"""One that an answer ends."""

Raise = t.Callable[[], object]
"""Gives somebody a budget that is enough."""


class Alerts:
    """What a Prometheus says of the gateway, without the patience that the alerts have."""

    def __init__(self, address: str) -> None:
        self._address = address

    def firing(self) -> set[str]:
        """The names of the alerts that fire now."""
        with urllib.request.urlopen(f"{self._address}/api/v1/alerts", timeout=30) as answer:  # noqa: S310 - its own
            alerts = json.load(answer)["data"]["alerts"]
        return {alert["labels"]["alertname"] for alert in alerts if alert["state"] == "firing"}

    def come(self, *names: str, meanwhile: t.Callable[[], object] = lambda: None) -> None:
        """Wait, not for ever, until all of them fire."""

        def there() -> bool:
            meanwhile()
            return self.firing() >= set(names)

        self._wait(there)

    def go(self, *names: str, meanwhile: t.Callable[[], object] = lambda: None) -> None:
        """Wait, not for ever, until none of them fires."""

        def gone() -> bool:
            meanwhile()
            return not self.firing() & set(names)

        self._wait(gone)

    def _wait(self, holds: t.Callable[[], bool]) -> None:
        deadline = time.monotonic() + LONGEST
        while not holds():
            assert time.monotonic() < deadline, self.firing()
            time.sleep(1)


@pytest.fixture
def alerts(host: Host, tmp_path: Path) -> t.Iterator[Alerts]:
    planned = plan(declared(), "localhost", {"localhost": {"litellm_metrics_port": host.metrics_port}})
    rules = re.sub(r"for: \d+[mh]\n", "for: 0s\n", planned["rules"])
    (tmp_path / "rules.yml").write_text(re.sub(r"\b1[05]m\b", "1m", rules))
    scraped = {"job_name": "litellm", "static_configs": [{"targets": [f"127.0.0.1:{host.metrics_port}"]}]}
    configuration = {
        "global": {"scrape_interval": "1s", "evaluation_interval": "1s"},
        "rule_files": [str(tmp_path / "rules.yml")],
        "scrape_configs": [scraped],
    }
    with running_prometheus(tmp_path, yaml.safe_dump(configuration)) as address:
        yield Alerts(address)


def _team(host: Host, name: str, budget: float) -> tuple[str, Raise]:
    team = host.post("/team/new", {"team_alias": name, "max_budget": budget})["team_id"]
    key = host.post("/key/generate", {"team_id": team})["key"]
    return key, lambda: host.post("/team/update", {"team_id": team, "max_budget": ENOUGH})


def _key(host: Host, name: str, budget: float) -> tuple[str, Raise]:
    key = host.post("/key/generate", {"key_alias": name, "max_budget": budget})["key"]
    return key, lambda: host.post("/key/update", {"key": key, "max_budget": ENOUGH})


def _user(host: Host, name: str, budget: float) -> tuple[str, Raise]:
    host.post("/user/new", {"user_id": name, "max_budget": budget, "auto_create_key": False})
    key = host.post("/key/generate", {"user_id": name})["key"]
    return key, lambda: host.post("/user/update", {"user_id": name, "max_budget": ENOUGH})


@pytest.mark.parametrize(("kind", "made"), [("Team", _team), ("ApiKey", _key), ("User", _user)])
def test_a_budget_that_ends(
    host: Host, alerts: Alerts, kind: str, made: t.Callable[[Host, str, float], tuple[str, Raise]]
) -> None:
    nearly, spent, refused = f"LitellmBudgetNearlySpent{kind}", f"LitellmBudgetSpent{kind}", "LitellmBudgetRefused"
    name = f"t{uuid.uuid4().hex[:8]}"
    careful, raise_careful = made(host, f"{name}-careful", ALMOST)
    careless, raise_careless = made(host, f"{name}-careless", TOO_LITTLE)
    host.ask("dear", careful)
    host.ask("dear", careless)

    def be_refused() -> None:
        with pytest.raises(HTTPError, match="422"):
            host.ask("dear", careless)

    alerts.come(nearly, spent, refused, meanwhile=be_refused)
    raise_careful()
    raise_careless()

    def ask_both() -> None:
        host.ask("hello", careful)
        host.ask("hello", careless)

    alerts.go(nearly, spent, refused, meanwhile=ask_both)


def test_a_database_that_is_away(host: Host, alerts: Alerts, database: Database) -> None:
    database.pg_ctl("--mode=immediate", "stop")
    try:
        alerts.come("LitellmDatabaseAway", "LitellmGatewayNotReady")
    finally:
        database.start()
    alerts.go("LitellmDatabaseAway", "LitellmGatewayNotReady")
    host.generate_key()
    assert alerts.firing() == set()
