"""Writes the Grafana dashboard with Grafana's own SDK; ``--check`` only says whether it is up to date."""

from __future__ import annotations

import json
import sys
import typing as t
from pathlib import Path

import generated_files
from grafana_foundation_sdk.builders import common, dashboard, prometheus, stat, table, timeseries
from grafana_foundation_sdk.cog.encoder import JSONEncoder
from grafana_foundation_sdk.models.common import LegendDisplayMode, LegendPlacement, TooltipDisplayMode, VisibilityMode
from grafana_foundation_sdk.models.dashboard import (
    DashboardCursorSync,
    DataSourceRef,
    VariableHide,
    VariableOption,
    VariableRefresh,
    VariableSort,
)
from grafana_foundation_sdk.models.prometheus import PromQueryFormat

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / ".collections"))

# ruff: noqa: E402  (path above)
from ansible_collections.llmops.litellm.plugins.plugin_utils._ready_models import MODELS
from dashboard_queries import CHANGES, ROWS, VARIABLES, Panel

FILE = ROOT / "docs" / "examples" / "grafana" / "litellm.json"
SOURCE = DataSourceRef("prometheus", "${source}")
REFERENCE = "gpt-5"
"""The ready model whose prices the reference has unless somebody writes others."""

HEIGHTS = {"lines": 8, "figure": 4, "table": 8}


def board() -> dict[str, t.Any]:
    """The dashboard as Grafana's JSON."""
    built = (
        dashboard.Dashboard("LiteLLM gateways")
        .uid("llmops-litellm")
        .description("Gateways of the collection llmops.litellm: what was asked, answered and paid.")
        .tags(["litellm"])
        .timezone("browser")
        .refresh("1m")
        .time("now-6h", "now")
        .tooltip(DashboardCursorSync.CROSSHAIR)
        .with_variable(dashboard.DatasourceVariable("source").label("Prometheus").type("prometheus"))
    )
    for name, (label, query) in VARIABLES.items():
        built = built.with_variable(_variable(name, label, query))
    for side, price in MODELS[REFERENCE]["cost"].items():
        built = built.with_variable(_price(side, price))
    built = built.annotation(
        dashboard.AnnotationQuery().name("Releases").datasource(SOURCE).enable(True).icon_color("purple").expr(CHANGES)
    )
    for title, panels in ROWS.items():
        built = built.with_row(dashboard.Row(title))
        for panel in panels:
            built = built.with_panel(_panel(panel))
    found: dict[str, t.Any] = json.loads(json.dumps(built.build(), cls=JSONEncoder))
    # The SDK has no word for what Grafana writes beside an annotation of Prometheus.
    found["annotations"]["list"][0] |= {
        "step": "60s",
        "titleFormat": "{{instance}}: LiteLLM {{version}}",
        "textFormat": "release {{release}}, slot {{slot}}",
    }
    return found


def _variable(name: str, label: str, query: str) -> dashboard.QueryVariable:
    return (
        dashboard.QueryVariable(name)
        .label(label)
        .datasource(SOURCE)
        .query({"query": query, "refId": name})
        .refresh(VariableRefresh.ON_TIME_RANGE_CHANGED)
        .sort(VariableSort.ALPHABETICAL_ASC)
        .multi(True)
        .include_all(True)
        .all_value(".*")
        .current(VariableOption(text="All", value="$__all", selected=True))
    )


def _price(side: str, price: float) -> dashboard.TextBoxVariable:
    text = f"{price:g}"
    return (
        dashboard.TextBoxVariable(f"reference_{side}")
        .label(f"Reference: {side.replace('_', ' ')}, USD per 1 M tokens")
        .hide(VariableHide.DONT_HIDE)
        .default_value(text)
        .current(VariableOption(text=text, value=text, selected=True))
    )


def _panel(panel: Panel) -> t.Any:
    # The SDK's panels have these methods each by itself, and no class in common that has them.
    builders: dict[str, t.Any] = {"lines": timeseries.Panel, "figure": stat.Panel, "table": table.Panel}
    built = (
        builders[panel.kind]()
        .title(panel.title)
        .description(panel.says)
        .datasource(SOURCE)
        .unit(panel.unit)
        .span(panel.width)
        .height(HEIGHTS[panel.kind])
    )
    if panel.kind == "lines":
        # With twenty gateways the legend scrolls, and the tooltip has the largest first.
        legend = common.VizLegendOptions().display_mode(LegendDisplayMode.TABLE).placement(LegendPlacement.BOTTOM)
        built = (
            built.legend(legend.show_legend(True).calcs(["lastNotNull", "max"]))
            .tooltip(common.VizTooltipOptions().mode(TooltipDisplayMode.MULTI))
            .show_points(VisibilityMode.NEVER)
            .fill_opacity(8)
            .axis_soft_min(0)
        )
    for place, query in enumerate(panel.queries):
        asked = (
            prometheus.Dataquery()
            .expr(query.expr)
            .legend_format(query.legend)
            .ref_id(chr(ord("A") + place))
            .datasource(SOURCE)
        )
        built = built.with_target(
            asked.instant().format(PromQueryFormat.TABLE) if panel.kind == "table" else asked.range()
        )
    return built


def main() -> int:
    """Write the dashboard, or compare it."""
    return generated_files.write(lambda: {FILE: json.dumps(board(), indent=2, ensure_ascii=False) + "\n"})


if __name__ == "__main__":
    sys.exit(main())
