# SPDX-License-Identifier: GPL-3.0-or-later
"""What runs where: the part of the page about gateways and the models that they serve."""

from __future__ import annotations

import typing as t

from markupsafe import Markup

from .facts import NOT_READY, NOTHING, SERVES, SILENT, UNKNOWN, Deployment, Gateway
from .markup import Text, element, pieces, void
from .tables import Row, table
from .words import NONE, moment, usd, whole

_LOOKS = {SERVES: "good", NOT_READY: "warn", SILENT: "bad", NOTHING: "bad", UNKNOWN: "warn"}
_SIGNS = {"good": "✓", "warn": "!", "bad": "✗"}


def gateways_section(gateways: t.Sequence[Gateway]) -> Markup:
    """Which release each host serves, and what is wrong with it."""
    if not gateways:
        return element(
            "p", "No host is in the inventory's group of gateways. Add one, deploy it, and ask for this page again."
        )
    columns = ["Gateway", "State", "LiteLLM", "Release", "Serves since", "Slot", "Run by", "Reached at", "As declared"]
    rows = [Row(each.name, _cells(each)) for each in gateways]
    return pieces(
        element("div", table("What runs where", columns, rows), class_="text"),
        _list("What is wrong", [(each.name, [each.problem]) for each in gateways if each.problem]),
        _list("What to look at", [(each.name, list(each.notices)) for each in gateways if each.notices]),
        _list("What a deploy would change", [(each.name, list(each.differs)) for each in gateways if each.differs]),
    )


def _cells(gateway: Gateway) -> list[Text]:
    return [
        state(_LOOKS[gateway.state], gateway.state),
        gateway.version or NONE,
        str(gateway.release or NONE),
        moment(gateway.released) if gateway.released else NONE,
        str(gateway.slot or NONE),
        gateway.manager or NONE,
        ", ".join(gateway.urls) or NONE,
        _drift(gateway),
    ]


def _drift(gateway: Gateway) -> Text:
    if gateway.differs is None:
        return state("warn", "unknown")
    number = len(gateway.differs)
    return state("warn", f"{number} difference{'s' * (number != 1)}") if number else state("good", "yes")


def state(look: str, words: str) -> Markup:
    """Words with a sign and a colour that say how good that is: ``good``, ``warn`` or ``bad``."""
    return element("span", element("span", f"{_SIGNS[look]} ", aria_hidden="true"), words, class_=f"state {look}")


def _list(title: str, told: t.Sequence[tuple[str, t.Sequence[str]]]) -> Markup:
    """Sentences for each host; those of hosts with the same ones together."""
    if not told:
        return Markup()
    together: dict[tuple[str, ...], list[str]] = {}
    for name, sentences in told:
        together.setdefault(tuple(sentences), []).append(name)
    items = [
        element("li", element("strong", ", ".join(names)), ": ", "; ".join(sentences))
        for sentences, names in together.items()
    ]
    return pieces(element("h3", title), element("ul", *items))


def models_section(gateways: t.Sequence[Gateway]) -> Markup:
    """Every deployment once, with its prices and limits, and the gateways that serve it."""
    served: dict[Deployment, list[str]] = {}
    for gateway in gateways:
        for each in gateway.deployments:
            served.setdefault(each, []).append(gateway.name)
    if not served:
        return element("p", "No gateway has told what it serves.")
    asking = [gateway.name for gateway in gateways if gateway.deployments]
    columns = ["Name for clients", "Deployment", "Model at its provider", "For", "Asked", "Input", "Cached", "Output"]
    columns += ["Context", "Longest answer", "On"]
    rows = [
        Row(
            each.alias,
            [
                each.id,
                pieces(
                    each.model, *([void("br"), element("span", each.api_base, class_="quiet")] if each.api_base else [])
                ),
                each.mode,
                _turn(each),
                usd(each.input),
                usd(each.cached_input),
                usd(each.output),
                whole(each.context_window),
                whole(each.max_output),
                "all" if names == asking and len(names) > 1 else ", ".join(names),
            ],
        )
        for each, names in served.items()
    ]
    note = element(
        "p",
        "Prices in USD for 1,000,000 tokens; context and longest answer in tokens. ",
        f"{NONE} is not known.",
        class_="quiet",
    )
    return element("div", table("Models, their prices and limits", columns, rows, note), class_="text")


def _turn(deployment: Deployment) -> str:
    """When it is asked, compared with the other deployments of its name."""
    weight = "" if deployment.weight is None else f", weight {deployment.weight:g}"
    return ("first" if deployment.order == 0 else f"as backup {deployment.order}") + weight


def health_section(gateways: t.Sequence[Gateway]) -> Markup:
    """What the models answered, where they were asked; empty where nobody asked them."""
    asked = [each for each in gateways if each.asked is not None]
    if not asked:
        return Markup()
    rows = [
        Row(
            answer.alias,
            [gateway.name, state("good", "answers") if answer.answered else state("bad", "does not"), answer.summary],
        )
        for gateway in asked
        for answer in gateway.asked or ()
    ]
    caption = "Each model was asked for a small answer"
    return element(
        "div", table(caption, ["Name for clients", "Gateway", "Answers", "What it said"], rows), class_="text"
    )
