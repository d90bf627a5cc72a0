"""The dashboard as Grafana reads it: what every panel has, where it is, and which variables it names."""

from __future__ import annotations

import re
from collections import Counter

import pytest
import yaml

from tests.dashboard.queries import FILE, VALUES, board, panels, queries

PANELS = panels()
KNOWN = {"__rate_interval", "__range", "1"}
"""What is no variable of the dashboard: Grafana's own, and what label_replace() has found."""


@pytest.mark.parametrize("panel", PANELS, ids=[str(panel["title"]) for panel in PANELS])
def test_every_panel_names_its_unit_and_what_it_means(panel: dict[str, str]) -> None:
    assert panel["fieldConfig"]["defaults"]["unit"]  # type: ignore[index]
    assert panel["description"].endswith(".")
    assert panel["targets"]
    assert panel["datasource"]["uid"] == "${source}"  # type: ignore[index]


def test_titles_are_told_once() -> None:
    assert [title for title, times in Counter(panel["title"] for panel in PANELS).items() if times > 1] == []


def test_no_panel_covers_another() -> None:
    taken: set[tuple[int, int]] = set()
    for panel in board()["panels"]:
        place = panel["gridPos"]
        assert place["x"] + place["w"] <= 24
        area = {
            (x, y)
            for x in range(place["x"], place["x"] + place["w"])
            for y in range(place["y"], place["y"] + place["h"])
        }
        assert not area & taken, panel["title"]
        taken |= area


def test_queries_name_variables_that_there_are() -> None:
    declared = {variable["name"] for variable in board()["templating"]["list"]}
    texts = [target["expr"] for panel in PANELS for target in panel["targets"]]
    named = {name for text in texts for name in re.findall(r"\$(\w+)", text)}
    assert named - KNOWN == declared - {"source"}
    assert {f"${name}" for name in named} == {*VALUES, "$1"}
    assert set(re.findall(r"\$\w+", "".join(query.expr for query in queries()))) == {"$1"}


def test_there_is_one_variable_for_each_dimension() -> None:
    chosen = [each for each in board()["templating"]["list"] if each["type"] == "query"]
    assert [each["name"] for each in chosen] == ["gateway", "name", "deployment"]
    assert all(each["multi"] and each["includeAll"] for each in chosen)


def test_clients_keys_and_teams_are_in_no_query() -> None:
    assert not re.search("client_ip|user_agent|hashed_api_key|end_user", FILE.read_text(encoding="utf-8"))


def test_the_files_that_provision_it() -> None:
    for file in FILE.parent.glob("provisioning/*/*.yml"):
        assert yaml.safe_load(file.read_text())["apiVersion"] == 1
