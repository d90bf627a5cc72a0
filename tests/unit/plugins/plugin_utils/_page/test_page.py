"""The page as HTML: what it tells of each kind of host, that it loads nothing, and that no text of others becomes part of it."""

from __future__ import annotations

import html.parser
import json
import typing as t

import pytest
from ansible.errors import AnsibleFilterError
from ansible_collections.llmops.litellm.plugins.filter.report_page import FilterModule
from ansible_collections.llmops.litellm.plugins.plugin_utils._page.facts import Gateway
from ansible_collections.llmops.litellm.plugins.plugin_utils._page.page import page
from hypothesis import given
from hypothesis import strategies as st

from tests.report.hosts import AT, INVENTORIES, host, hostile

VOID = {"br", "meta"}


class Parsed(html.parser.HTMLParser):
    """The elements of a page, and its text outside of style sheets. Raises AssertionError where one does not close another."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


def made(hosts: dict[str, t.Any], **options: str) -> dict[str, t.Any]:
    found: dict[str, t.Any] = FilterModule().filters()["report_page"](list(hosts), hosts, AT, **options)
    return found


@pytest.mark.parametrize("name", INVENTORIES)
def test_a_page_that_holds_everything_itself(name: str) -> None:
    found = made(INVENTORIES[name])
    parsed = Parsed(found["html"])
    tags = {tag for tag, _attributes in parsed.seen}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
    for tag, attributes in parsed.seen:
        assert not {"src", "srcset", "style", "onload", "onclick"} & set(attributes), tag
        assert (attributes.get("href") or "#").startswith("#"), "links lead to the page itself"
    assert {"lang": "en"} in [attributes for tag, attributes in parsed.seen if tag == "html"]
    assert "url(" not in found["html"]
    assert "@import" not in found["html"]
    json.dumps(found["data"], allow_nan=False)


def test_every_chart_says_what_it_counts() -> None:
    parsed = Parsed(made(INVENTORIES["several"], reference_model="gpt")["html"])
    for caption in (
        "Requests of clients (number of requests)",
        "From request to end of the answer (seconds)",
        "Tokens (number of tokens)",
        "Cost (USD)",
        "Compared with gpt (USD)",
        "chat: its deployments side by side (share of calls)",
        "Each model was asked for a small answer",
    ):
        assert caption in parsed.text


def test_what_is_told_of_hosts_that_are_not_well() -> None:
    text = Parsed(made(INVENTORIES["several"])["html"]).text
    assert "2 of 5 gateways serve." in text
    assert "gateway3: Failed to connect to the host via ssh: No route to host" in text
    assert "gateway4: http://127.0.0.1:4000: /health/readiness cannot be asked: Connection refused" in text
    assert "gateway5: Nothing has been released on this host." in text
    assert "gateway2: version: is 1.106.2, will be 1.108.7; configuration: models: reasoner is changed" in text


def test_what_to_look_at_that_is_no_difference() -> None:
    variables = host()
    variables["__litellm_release"]["notices"] = ["a worker was killed"]
    variables["__litellm_gateway"] = {
        **variables["__litellm_gateway"],
        "redis": {"state": "away", "sentence": "Redis is away"},
    }
    text = Parsed(made({"g1": variables})["html"]).text
    assert (
        "g1: a worker was killed; Redis is away; the deployment deepseek-reasoner is failing, as its last calls went"
        in text
    )


def test_since_when_it_is_counted() -> None:
    going_on = host()
    told = going_on["__litellm_gateway"]
    going_on["__litellm_gateway"] = {**told, "usage": {**told["usage"], "goes_on": True}}
    text = Parsed(made({"g1": host(), "g2": going_on})["html"]).text
    assert "Counted by g1, each since its slot started, the first of them since 2026-11-20 09:29 UTC" in text
    assert "Counted by g2, across all releases" in text


def test_gateways_beside_each_other() -> None:
    assert "Requests by gateway (number of requests)" in made(INVENTORIES["twenty"])["html"]
    assert "Requests by gateway" not in made(INVENTORIES["one"])["html"]


def test_nobody_there_and_nobody_counting() -> None:
    assert "No host is in the inventory's group of gateways." in Parsed(made({})["html"]).text
    silent = host()
    silent["__litellm_gateway"] = {**silent["__litellm_gateway"], "usage": None}
    assert "No gateway counts its requests. With litellm_prometheus: true" in made({"g1": silent})["html"]
    assert "The host was not reached." in made({"g1": {}})["html"]


def test_a_gateway_that_counts_and_does_not_tell() -> None:
    untold = host()
    why = "http://127.0.0.1:9464/metrics: /metrics cannot be asked: Connection refused"
    untold["__litellm_gateway"] = {**untold["__litellm_gateway"], "usage": None, "metrics_problem": why}
    text = Parsed(made({"g1": untold})["html"]).text
    assert f"its metrics have an address of their own, which does not tell them: {why}" in text
    assert "Gateways count their requests, and what they counted could not be read." in text
    assert "litellm_prometheus" not in text, "that is set"


def test_no_secret_of_a_host_is_looked_at() -> None:
    assert "never-told" not in json.dumps(made(INVENTORIES["several"]))


def test_a_reference_that_nobody_knows() -> None:
    with pytest.raises(AnsibleFilterError, match="the prices of 'gtp-5' are not known; did you mean 'gpt-5'"):
        made({"g1": host()}, reference_model="gtp-5")
    with pytest.raises(AnsibleFilterError, match="litellm_reference_model: the prices of 'search' are not known"):
        made({"g1": host()}, reference_model="search")
    ready = made({"g1": host()}, reference_model="deepseek-chat")["data"]["reference_model"]
    assert (ready["input"], ready["cached_input"], ready["output"]) == (0.28, 0.028, 0.42)


def test_the_data_are_the_page_for_machines() -> None:
    data = made({"g1": host()}, reference_model="gpt")["data"]
    assert data["names"]["chat"]["requests"] == 408
    assert data["names"]["chat"]["seconds"]["p50"] > 0
    assert data["deployments"]["deepseek"]["failures"] == [{"kind": "RateLimitError", "status": "429", "count": 30}]
    assert data["comparisons"][0]["deployments"][0]["share_meant"] == 0.75
    assert data["gateways"][0]["state"] == "serves"


def test_hostile_names_stay_text() -> None:
    text = made(hostile(), title="</title><script>alert(2)</script>")["html"]
    parsed = Parsed(text)
    assert "script" not in {tag for tag, _attributes in parsed.seen}
    assert "<script>alert(1)</script>\"'&amp;</style></title>{{ 7 * 7 }}" in parsed.text
    assert "\u202e" not in text
    assert "\x00" not in text


@given(st.text(min_size=1), st.text())
def test_any_text_comes_back_as_text(name: str, problem: str) -> None:
    plain = Parsed(page("Title", AT, [Gateway("g1", problem="sentence")]))
    other = Parsed(page(name, AT, [Gateway(name, problem=f"sentence {problem}")]))
    assert [tag for tag, _attributes in other.seen] == [tag for tag, _attributes in plain.seen]
    assert [sorted(each) for _tag, each in other.seen] == [sorted(each) for _tag, each in plain.seen]


def test_what_a_real_gateway_counted() -> None:
    data = made(INVENTORIES["recorded"], reference_model="dear")["data"]
    assert {name: (each["requests"], each["fallbacks"]) for name, each in data["names"].items()} == {
        "broken": (6, 6),
        "busy": (4, 0),
        "chat": (45, 0),
        "other": (3, 0),
        "vectors": (3, 0),
        "writer": (5, 0),
    }
    (chat,) = data["comparisons"]
    assert [side["share_meant"] for side in chat["deployments"]] == [0.75, 0.25]
    assert sum(side["calls"] for side in chat["deployments"]) == 50, "agents are asked of the same deployments"
