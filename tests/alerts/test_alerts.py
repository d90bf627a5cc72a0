"""Each alert fires and resolves on the metrics that it is for, as promtool sees it; and no configuration is wrong to Prometheus."""

from __future__ import annotations

import subprocess
import typing as t
from pathlib import Path

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._monitoring.alerts import PAGE
from ansible_collections.llmops.litellm.plugins.plugin_utils._monitoring.plan import plan

from tests.prometheus import TOOLS
from tests.unit.plugins.plugin_utils._monitoring.variables import GATEWAYS, declared

ROOT = Path(__file__).parents[2]
OF_GATEWAY = 'instance="gw1", job="litellm"'
OF_ALIAS = f'{OF_GATEWAY}, requested_model="chat"'
FIGURE_LABELS = 'instance="gw1", requested_model="chat"'
OF_DEPLOYMENT = f'{OF_GATEWAY}, model_id="gpt"'
TLS = {"ca": "/etc/ssl/ca.pem", "server_name": "llm.example.com"}
PLANNED = plan(
    declared(daily_cost_usd=10, litellm_reference_model="deepseek-chat", token="of-the-test", **TLS),  # noqa: S106 - no secret
    "monitoring",
    GATEWAYS,
)
ALERTS = {
    rule["alert"]: rule
    for group in yaml.safe_load(PLANNED["rules"])["groups"]
    for rule in group["rules"]
    if "alert" in rule
}

Series = dict[str, str]
"""A series to its values, one for each minute, as promtool writes them."""

CASES: dict[str, tuple[Series, str, str]] = {
    "LitellmGatewayDown": ({f"up{{{OF_GATEWAY}}}": "1x10 0x30 1x30"}, "20m", "60m"),
    "LitellmGatewayNotReady": ({f"litellm_gateway_ready{{{OF_GATEWAY}}}": "1x10 0x30 1x30"}, "20m", "60m"),
    "LitellmReleaseRefused": (
        {
            f"litellm_gateway_refused_timestamp_seconds{{{OF_GATEWAY}}}": "100x10 600x60",
            f"litellm_gateway_start_timestamp_seconds{{{OF_GATEWAY}}}": "200x40 2500x30",
        },
        "20m",
        "60m",
    ),
    "LitellmDrift": ({f"litellm_gateway_changed_files{{{OF_GATEWAY}}}": "0x10 2x30 0x30"}, "20m", "60m"),
    "LitellmWorkerDied": (
        {f'litellm_gateway_worker_deaths_total{{{OF_GATEWAY}, signal="SIGSEGV"}}': "0x10 1x60"},
        "20m",
        "60m",
    ),
    "LitellmWorkerMemory": (
        {
            f"litellm_gateway_largest_worker_bytes{{{OF_GATEWAY}}}": "100x10 200x30 100x30",
            f"litellm_gateway_worker_limit_bytes{{{OF_GATEWAY}}}": "150x90",
        },
        "30m",
        "60m",
    ),
    "LitellmMemory": (
        {
            f"litellm_gateway_memory_used_bytes{{{OF_GATEWAY}}}": "80x10 95x30 80x30",
            f"litellm_gateway_memory_limit_bytes{{{OF_GATEWAY}}}": "100x90",
        },
        "30m",
        "60m",
    ),
    "LitellmCertificate": (
        {
            f"litellm_gateway_certificate_expiration_timestamp_seconds{{{OF_GATEWAY}}}": "86400x120 9000000x60",
        },
        "90m",
        "150m",
    ),
    "LitellmRedisAway": ({f"litellm_gateway_redis_up{{{OF_GATEWAY}}}": "1x10 0x30 1x30"}, "20m", "60m"),
    "LitellmDatabaseAway": ({f"litellm_gateway_database_up{{{OF_GATEWAY}}}": "1x10 0x30 1x30"}, "20m", "60m"),
    "LitellmFallbacks": (
        {
            f'litellm_proxy_total_requests_metric_total{{{OF_ALIAS}, status_code="200", model_id="gpt"}}': "0+80x30 2400+100x60",
            f'litellm_proxy_total_requests_metric_total{{{OF_ALIAS}, status_code="200", model_id="mini-for-gpt"}}': "0+20x30 600x60",
        },
        "25m",
        "60m",
    ),
    "LitellmErrors": (
        {
            f"litellm_deployment_success_responses_total{{{OF_DEPLOYMENT}}}": "0+90x90",
            f'litellm_deployment_failure_responses_total{{{OF_DEPLOYMENT}, exception_class="Timeout"}}': "0+10x30 300x60",
        },
        "25m",
        "60m",
    ),
    # A wrong key of a provider: LiteLLM counts no failure, only that the deployment rests.
    "LitellmDeploymentDead": (
        {
            f"litellm_deployment_success_responses_total{{{OF_DEPLOYMENT}}}": "0+90x10 900x30 900+90x50",
            f"litellm_deployment_cooled_down_total{{{OF_DEPLOYMENT}}}": "0x10 0+10x30 300x50",
        },
        "30m",
        "60m",
    ),
    "LitellmSlow": (
        {
            f'litellm_request_total_latency_metric_bucket{{{OF_ALIAS}, le="60.0"}}': "0x40 0+100x60",
            f'litellm_request_total_latency_metric_bucket{{{OF_ALIAS}, le="120.0"}}': "0+100x100",
            f'litellm_request_total_latency_metric_bucket{{{OF_ALIAS}, le="+Inf"}}': "0+100x100",
        },
        "30m",
        "70m",
    ),
    "LitellmBudgetRefused": (
        {
            f'litellm_proxy_failed_requests_metric_total{{{OF_GATEWAY}, team_alias="somebody", api_key_alias="None", user="None", '
            'exception_class="BudgetExceededError"}': "_x20 1x70",
            f"up{{{OF_GATEWAY}}}": "1x90",
        },
        "30m",
        "60m",
    ),
    "LitellmDailyCost": ({f"litellm_spend_metric_total{{{OF_ALIAS}}}": "0+1x20 20x1800"}, "30m", "1700m"),
}
for _kind, _label in {"team": "team_alias", "api_key": "api_key_alias", "user": "user"}.items():
    _whose = f'{OF_GATEWAY}, {_label}="somebody"'
    _whole = {f"litellm_{_kind}_max_budget_metric{{{_whose}}}": "100x90"}
    _name = _kind.title().replace("_", "")
    _left = f"litellm_remaining_{_kind}_budget_metric{{{_whose}}}"
    CASES[f"LitellmBudgetNearlySpent{_name}"] = ({**_whole, _left: "100x10 10x30 100x30"}, "20m", "60m")
    CASES[f"LitellmBudgetSpent{_name}"] = ({**_whole, _left: "100x10 -1x30 100x30"}, "20m", "60m")

QUIET: dict[str, Series] = {
    "refused keys and budgets have no deployment": {
        f'litellm_deployment_failure_responses_total{{{OF_GATEWAY}, model_id="", exception_class="ProxyException"}}': "0+100x90",
        f"litellm_deployment_success_responses_total{{{OF_DEPLOYMENT}}}": "0+1x90",
    },
    "of a gateway that was not seen before nobody knows when it refused": {
        f'litellm_proxy_failed_requests_metric_total{{{OF_GATEWAY}, exception_class="BudgetExceededError"}}': "_x35 7x60",
        f"up{{{OF_GATEWAY}}}": "_x35 1x60",
    },
    "a counter that begins anew": {
        f"litellm_gateway_ready{{{OF_GATEWAY}}}": "1x90",
        f"litellm_deployment_success_responses_total{{{OF_DEPLOYMENT}}}": "0+100x30 0+100x60",
        f'litellm_deployment_failure_responses_total{{{OF_DEPLOYMENT}, exception_class="Timeout"}}': "500+1x30 0+1x60",
    },
    "a name that only refused keys ask for": {
        f'litellm_proxy_total_requests_metric_total{{{OF_ALIAS}, status_code="401", model_id=""}}': "0+100x90",
    },
    "a team without a budget": {
        f'litellm_team_max_budget_metric{{{OF_GATEWAY}, team_alias="t"}}': "0x90",
        f'litellm_remaining_team_budget_metric{{{OF_GATEWAY}, team_alias="t"}}': "0x90",
    },
}


def program(name: str) -> str:
    """A program of the distribution's."""
    path = TOOLS / name
    if not path.exists():
        pytest.fail(f"{path} is not there: scripts/install_prometheus.sh brings it")
    return str(path)


def promtool(folder: Path, series: Series, checks: dict[str, tuple[str, bool]]) -> None:
    """Have promtool see what alerts do: name and time of each check, and whether the alert fires then."""
    expected = [
        {
            "expr": f'count(ALERTS{{alertname="{name}", alertstate="firing"}}) or vector(0)',
            "eval_time": when,
            "exp_samples": [{"labels": "{}", "value": int(fires)}],
        }
        for name, (when, fires) in ((key.split(" ")[0], value) for key, value in checks.items())
    ]
    rows = [{"series": name, "values": values} for name, values in series.items()]
    judge(folder, [{"interval": "1m", "input_series": rows, "promql_expr_test": expected}])


def judge(folder: Path, tests: list[dict[str, t.Any]]) -> None:
    """Have promtool run *tests* of the rules."""
    (folder / "rules.yml").write_text(PLANNED["rules"])
    test = {"rule_files": ["rules.yml"], "evaluation_interval": "1m", "tests": tests}
    (folder / "test.yml").write_text(yaml.safe_dump(test))
    result = subprocess.run(  # noqa: S603 - the distribution's program
        [program("promtool"), "test", "rules", "test.yml"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_alert_has_a_case() -> None:
    assert CASES.keys() == ALERTS.keys()


@pytest.mark.parametrize("name", CASES)
def test_an_alert_fires_and_resolves(tmp_path: Path, name: str) -> None:
    series, fires, resolved = CASES[name]
    promtool(
        tmp_path, series, {f"{name} before": ("1m", False), name: (fires, True), f"{name} after": (resolved, False)}
    )


@pytest.mark.parametrize("case", QUIET)
def test_no_alert_fires_for_what_is_well(tmp_path: Path, case: str) -> None:
    promtool(tmp_path, QUIET[case], dict.fromkeys(ALERTS, ("45m", False)))


@pytest.mark.parametrize("name", ALERTS)
def test_an_alert_says_what_to_do_and_where_more_is_said(name: str) -> None:
    annotations = ALERTS[name]["annotations"]
    assert annotations["summary"].count(". ") >= 1, "one sentence says what is wrong, another what to do"
    page, _hash, anchor = annotations["runbook_url"].partition("#")
    assert page == PAGE
    headings = [
        line.lstrip("# ").lower()
        for line in (ROOT / "docs/monitoring.md").read_text().splitlines()
        if line.startswith("#")
    ]
    assert anchor in headings


@pytest.mark.parametrize(
    ("kind", "command"),
    [
        ("rules", ["promtool", "check", "rules"]),
        ("scrape", ["promtool", "check", "config", "--syntax-only"]),
        ("prometheus", ["promtool", "check", "config", "--syntax-only"]),
        ("alertmanager", ["amtool", "check-config"]),
    ],
)
def test_the_distributions_programs_take_each_file(tmp_path: Path, kind: str, command: list[str]) -> None:
    file = tmp_path / "file.yml"
    file.write_text(PLANNED[kind])
    result = subprocess.run(  # noqa: S603 - the distribution's program
        [program(command[0]), *command[1:], str(file)], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr


def figures(folder: Path, series: Series, expected: dict[str, float]) -> None:
    """Have promtool compare what figures are after 20 minutes, for the gateway and the name of these tests."""
    checks = [
        {
            "expr": f"round({name}, 0.0001)",
            "eval_time": "20m",
            "exp_samples": [{"labels": f"{{{FIGURE_LABELS}}}", "value": round(value, 4)}],
        }
        for name, value in expected.items()
    ]
    rows: list[dict[str, t.Any]] = [{"series": name, "values": values} for name, values in series.items()]
    judge(folder, [{"interval": "1m", "input_series": rows, "promql_expr_test": checks}])


@pytest.mark.parametrize(
    ("to_itself", "elsewhere", "share"),
    [(None, None, 0.2), (20, None, 0.2), (20, 10, 0.3), (None, 10, 0.3)],
    ids=["backups", "also counted as a fallback to itself", "to itself and elsewhere", "backups and elsewhere"],
)
def test_a_fallback_is_counted_once(tmp_path: Path, to_itself: int | None, elsewhere: int | None, share: float) -> None:
    """Of 100 answers in a minute a backup of the gateway's own gives 20."""
    requests = f'litellm_proxy_total_requests_metric_total{{{OF_ALIAS}, status_code="200", model_id='
    series = {f'{requests}"gpt"}}': "0+80x30", f'{requests}"mini-for-gpt"}}': "0+20x30"}
    for name, count in {"chat": to_itself, "other": elsewhere}.items():
        if count:
            labels = f'{OF_ALIAS}, fallback_model="{name}"'
            series[f"litellm_deployment_successful_fallbacks_total{{{labels}}}"] = f"0+{count}x30"
    figures(tmp_path, series, {"litellm:fallback_share:rate10m": share})


def test_what_was_saved(tmp_path: Path) -> None:
    """A million tokens in, 400,000 of them cached, and as many out, at the prices of deepseek-chat."""
    names = {
        "litellm_input_tokens_metric_total": "0 1000000x30",
        "litellm_input_cached_tokens_metric_total": "0 400000x30",
        "litellm_output_tokens_metric_total": "0 1000000x30",
        "litellm_spend_metric_total": "0 0.1x30",
    }
    expected = 0.6 * 0.28 + 0.4 * 0.028 + 0.42
    figures(
        tmp_path,
        {f"{name}{{{OF_ALIAS}}}": values for name, values in names.items()},
        {"litellm:reference_usd:increase1d": expected, "litellm:saved_usd:increase1d": expected - 0.1},
    )
