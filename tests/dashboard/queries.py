"""The queries of the dashboard as Prometheus gets them: Grafana's variables replaced by what it would put there."""

from __future__ import annotations

import json
import typing as t
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "docs" / "examples" / "grafana" / "litellm.json"

VALUES = {
    "$gateway": ".*",
    "$name": ".*",
    "$deployment": ".*",
    "$__rate_interval": "5m",
    "$__range": "1h",
    "$reference_input": "1.25",
    "$reference_cached_input": "0.125",
    "$reference_output": "10",
}


class Asked(t.NamedTuple):
    """One query, and the panel that asks it."""

    panel: str
    expr: str


def plain(expr: str) -> str:
    """*expr* without variables, the longest names first."""
    for name in sorted(VALUES, key=len, reverse=True):
        expr = expr.replace(name, VALUES[name])
    return expr


def board() -> dict[str, t.Any]:
    """The dashboard."""
    found: dict[str, t.Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def panels() -> list[dict[str, t.Any]]:
    """Its panels without the rows."""
    return [panel for panel in board()["panels"] if panel["type"] != "row"]


def queries() -> list[Asked]:
    """What all panels ask, and what finds the changes that are drawn into all of them."""
    found = [Asked(panel["title"], plain(target["expr"])) for panel in panels() for target in panel["targets"]]
    return [*found, *(Asked(each["name"], plain(each["expr"])) for each in board()["annotations"]["list"])]
