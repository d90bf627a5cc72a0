# SPDX-License-Identifier: GPL-3.0-or-later
"""The page, in one piece: no script, no font, no picture, no address of its own, so that it can be kept and sent."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass

from markupsafe import Markup

from .comparison import comparisons
from .counted import (
    by_gateway,
    comparisons_section,
    cost_section,
    latency_section,
    requests_section,
    since,
    tokens_section,
    totals,
)
from .course import History
from .facts import SERVES, Gateway
from .figures import Prices, figures
from .gateways import gateways_section, health_section, models_section
from .lines import history_section
from .markup import Text, element, pieces, void
from .style import STYLE
from .words import moment

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may load for the page: its own style sheet, and nothing from anywhere."""

_UNTOLD = "Gateways count their requests, and what they counted could not be read. What to look at, above, says why."
_NOT_COUNTED = "No gateway counts its requests. With litellm_prometheus: true in the inventory and a deploy, they are counted from then on."


@dataclass(frozen=True)
class Section:
    """A part of the page; one without a body is left out."""

    name: str
    title: str
    body: Markup


def page(
    title: str,
    at: str,
    gateways: t.Sequence[Gateway],
    reference: Prices | None = None,
    over_time: History | None = None,
) -> str:
    """The whole page as HTML.

    :param at: when the gateways were asked, in UTC, as ISO 8601.
    :param reference: the model that costs are compared with; None for none.
    :param over_time: what a Prometheus remembers; None where none was asked.
    """
    sections = [section for section in _sections(gateways, reference, over_time) if section.body]
    links = [element("li", element("a", each.title, href=f"#{each.name}")) for each in sections]
    serving = sum(each.state == SERVES for each in gateways)
    head = element(
        "head",
        void("meta", charset="utf-8"),
        void("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        void("meta", name="referrer", content="no-referrer"),
        element("title", title),
        element("style", Markup(STYLE)),  # noqa: S704 - this room's own text
    )
    body = element(
        "body",
        element(
            "header",
            element("h1", title),
            element("p", f"{serving} of {len(gateways)} gateways serve. Asked on {moment(at)}.", class_="quiet"),
            element("nav", element("ul", *links), aria_label="On this page"),
        ),
        element("main", *(_section(each) for each in sections)),
    )
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en')}\n"


def _sections(
    gateways: t.Sequence[Gateway], reference: Prices | None, over_time: History | None
) -> t.Iterator[Section]:
    counted = figures(gateways, reference)
    yield Section("gateways", "Gateways", gateways_section(gateways))
    if gateways:
        yield Section("models", "Models", models_section(gateways))
        yield Section("health", "Health", health_section(gateways))
        if not counted.counting:
            untold = any(each.untold for each in gateways)
            yield Section("requests", "Requests", element("p", _UNTOLD if untold else _NOT_COUNTED))
    if counted.counting:
        head: list[Text] = [element("p", since(counted), class_="quiet"), totals(counted, reference)]
        yield Section("requests", "Requests and errors", pieces(*head, requests_section(counted), by_gateway(gateways)))
        yield Section("latency", "Latency", latency_section(counted))
        yield Section("tokens", "Tokens", tokens_section(counted))
        yield Section("cost", "Cost", cost_section(counted, reference))
        yield Section("comparison", "Comparison", comparisons_section(comparisons(gateways, counted)))
    yield Section("history", "Over time", history_section(over_time))


def _section(section: Section) -> Markup:
    name = f"{section.name}-title"
    return element(
        "section", element("h2", section.title, id=name), section.body, id=section.name, aria_labelledby=name
    )
