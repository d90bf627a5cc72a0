# SPDX-License-Identifier: GPL-3.0-or-later
"""What was asked, answered and paid: the part of the page that gateways count."""

from __future__ import annotations

import typing as t

from markupsafe import Markup

from .comparison import Comparison
from .facts import Gateway
from .figures import Asked, Figures, Prices, Work, figures
from .markup import element, pieces
from .tables import Part, Row, chart, table
from .times import Times
from .words import NONE, moment, percent, seconds, usd, whole

_UNNAMED = "(no name)"
_GOT = {"answered": "answered", "backed": "answered by a fallback", "failed": "with an error"}
"""What becomes of a request."""


def totals(counted: Figures, reference: Prices | None) -> Markup:
    """The figures that a person looks for first."""
    names = counted.names.values()
    requests, failed = sum(each.requests for each in names), sum(each.failed for each in names)
    answered, backed = sum(each.answered for each in names), sum(each.backed for each in names)
    cost = sum(each.work.cost for each in names)
    facts = {
        "Requests": whole(requests),
        "With an error": percent(failed / requests if requests else None),
        "Answered by a fallback": percent(backed / answered if answered else None),
        "Tokens": whole(sum(each.work.tokens + each.work.output for each in names)),
        "Cost": f"{usd(cost)} USD",
    }
    if reference:
        facts[f"Saved, compared with {reference.name}"] = f"{usd(sum(each.work.saved for each in names))} USD"
    return element(
        "dl",
        *(element("div", element("dt", key), element("dd", value)) for key, value in facts.items()),
        class_="facts",
    )


def since(counted: Figures) -> str:
    """From when on, and by whom, the figures are."""
    anew = [name for name in counted.counting if name not in counted.going_on]
    said = []
    if anew:
        begun = f", the first of them since {moment(counted.since)}" if counted.since else ""
        said.append(f"Counted by {', '.join(anew)}, each since its slot started{begun}; a new release begins at zero.")
    if counted.going_on:
        said.append(
            f"Counted by {', '.join(counted.going_on)}, across all releases since they count at an address of their own."
        )
    return " ".join(said)


def requests_section(counted: Figures) -> Markup:
    """What clients got."""
    if not counted.names:
        return element("p", "Nothing was asked yet.")
    rows = [
        Row(
            name or _UNNAMED,
            [
                whole(each.requests),
                _share(each.failed, each.requests),
                _share(each.backed, each.answered),
                _statuses(each),
            ],
            [Part("answered", each.answered - each.backed), Part("backed", each.backed), Part("failed", each.failed)],
        )
        for name, each in counted.names.items()
    ]
    columns = ["Asked for", "Requests", "With an error", "Fallback answered", "Errors by HTTP status"]
    return pieces(
        chart("Requests of clients (number of requests)", columns, rows, _GOT), _went_to(counted), _failures(counted)
    )


def by_gateway(gateways: t.Sequence[Gateway]) -> Markup:
    """The same for each gateway that counts; empty where there is only one."""
    counted = {each.name: figures([each]) for each in gateways if each.usage is not None}
    if len(counted) < 2:
        return Markup()
    rows = []
    for name, own in counted.items():
        asked = own.names.values()
        requests, failed = sum(each.requests for each in asked), sum(each.failed for each in asked)
        answered, backed = sum(each.answered for each in asked), sum(each.backed for each in asked)
        took = sum((each.work.seconds for each in asked), Times()).quantile(0.95)
        cost = usd(sum(each.work.cost for each in asked))
        cells = [whole(requests), _share(failed, requests), _share(backed, answered), seconds(took), cost]
        parts = [Part("answered", answered - backed), Part("backed", backed), Part("failed", failed)]
        rows.append(Row(name, cells, parts))
    columns = ["Gateway", "Requests", "With an error", "Fallback answered", "95 % within (s)", "Cost (USD)"]
    return chart("Requests by gateway (number of requests)", columns, rows, _GOT)


def _statuses(asked: Asked) -> str:
    return ", ".join(f"{status or 'none'}: {whole(count)}" for status, count in sorted(asked.refused.items())) or NONE


def _went_to(counted: Figures) -> Markup:
    rows = [
        Row(name, [who, whole(count), percent(count / each.answered)], [Part("backed", count)])
        for name, each in counted.names.items()
        for who, count in each.went_to.most_common()
    ]
    if not rows:
        return Markup()
    caption = "Where fallbacks went (number of answers)"
    columns = ["Asked for", "Answered by", "Answers", "Share of its answers"]
    return chart(caption, columns, rows, {"backed": "answers of a fallback"})


def _failures(counted: Figures) -> Markup:
    rows = [
        Row(who, [kind or NONE, status or NONE, whole(count)], [Part("failed", count)])
        for who, each in counted.deployments.items()
        for (kind, status), count in each.failed.most_common()
    ]
    rows += [
        Row("no deployment", [kind or NONE, status or NONE, whole(count)], [Part("failed", count)])
        for (kind, status), count in counted.elsewhere.most_common()
    ]
    cooled = [Row(who, [whole(each.cooldowns)]) for who, each in counted.deployments.items() if each.cooldowns]
    caption = "Calls that failed, also where another deployment answered then (number of calls)"
    note = "No deployment: requests that were refused before one was asked, such as for a name that is not served."
    return pieces(
        chart(caption, ["Deployment", "Kind", "Status", "Calls"], rows, {"failed": "calls that failed"}, note)
        if rows
        else "",
        table("Cooldowns: a deployment is left out for a while after failures", ["Deployment", "Cooldowns"], cooled)
        if cooled
        else "",
    )


def latency_section(counted: Figures) -> Markup:
    """How long clients waited."""
    timed = {name: each.work for name, each in counted.names.items() if each.work.seconds.count}
    if not timed:
        return element("p", "No answer was timed yet.")
    rows = []
    for name, work in timed.items():
        p50, p95, p99 = (work.seconds.quantile(share) for share in (0.5, 0.95, 0.99))
        first = work.first_token.quantile(0.5)
        cells = [whole(work.seconds.count), *map(seconds, (p50, p95, p99, first))]
        rows.append(Row(name or _UNNAMED, cells, [Part("p50", p50 or 0), Part("p95", (p95 or 0) - (p50 or 0))]))
    columns = ["Asked for", "Answers", "Half within", "95 % within", "99 % within", "First token: half within"]
    note = "LiteLLM counts in ranges, so these are estimates within a range. The first token is known of streams alone."
    kinds = {"p50": "half of the answers", "p95": "up to 95 % of them"}
    return chart("From request to end of the answer (seconds)", columns, rows, kinds, note)


def tokens_section(counted: Figures) -> Markup:
    """How much was read and written."""
    rows = [
        Row(
            name or _UNNAMED,
            [whole(work.tokens), whole(work.cached), _share(work.cached, work.tokens), whole(work.output)],
            [Part("input", work.tokens - work.cached), Part("cached", work.cached), Part("output", work.output)],
        )
        for name, work in _works(counted)
        if work.tokens or work.output
    ]
    if not rows:
        return element("p", "No token was counted yet.")
    columns = ["Asked for", "Input", "of it cached", "Cached share", "Output"]
    kinds = {"input": "input", "cached": "input from the provider's cache", "output": "output"}
    return chart("Tokens (number of tokens)", columns, rows, kinds)


def cost_section(counted: Figures, reference: Prices | None) -> Markup:
    """What was paid, and what it would have been elsewhere."""
    works = [(name, work) for name, work in _works(counted) if work.answered or work.cost]
    if not works:
        return element("p", "Nothing was paid yet.")
    rows = [
        Row(name or _UNNAMED, [usd(work.cost), usd(work.cost_of_thousand)], [Part("cost", work.cost)])
        for name, work in works
    ]
    columns = ["Asked for", "Cost", "Cost of 1,000 answers"]
    spent = chart("Cost (USD)", columns, rows, {"cost": "what was paid"})
    return pieces(spent, _savings(works, reference) if reference else "")


def _savings(works: t.Sequence[tuple[str, Work]], reference: Prices) -> Markup:
    rows = [
        Row(
            name or _UNNAMED,
            [usd(work.compared), usd(work.otherwise), usd(work.saved), percent(work.saved / work.otherwise)],
            [Part("cost", min(work.compared, work.otherwise)), Part("otherwise", abs(work.saved))],
        )
        for name, work in works
        if work.otherwise
    ]
    if not rows:
        return Markup()
    note = (
        f"The same tokens at the prices of {reference.name}: {usd(reference.input)} USD for 1,000,000 tokens of input, "
        f"{usd(reference.cached_input)} cached, {usd(reference.output)} of output. Only conversations are compared, and another "
        "model might have taken more or fewer tokens."
    )
    columns = ["Asked for", "Paid", f"With {reference.name}", "Saved", "Saved share"]
    kinds = {"cost": "the smaller of both", "otherwise": "the difference"}
    return chart(f"Compared with {reference.name} (USD)", columns, rows, kinds, note)


def comparisons_section(found: t.Sequence[Comparison]) -> Markup:
    """Deployments that share a name, side by side; empty where none do."""
    return pieces(*(piece for each in found for piece in (_compared(each), element("p", each.verdict))))


def _compared(comparison: Comparison) -> Markup:
    rows = []
    for side in comparison.sides:
        work = side.calls.work
        cells = [
            whole(side.calls.calls),
            percent(side.meant),
            percent(side.seen),
            percent(side.failing),
            seconds(work.seconds.quantile(0.5)),
            seconds(work.seconds.quantile(0.95)),
            usd(work.cost_of_thousand),
        ]
        rows.append(Row(side.deployment.id, cells, [Part("share", side.seen or 0)]))
    columns = [
        "Deployment",
        "Calls",
        "Share meant",
        "Share seen",
        "Calls that failed",
        "Half within (s)",
        "95 % within (s)",
    ]
    columns.append("USD for 1,000 answers")
    return chart(
        f"{comparison.name}: its deployments side by side (share of calls)", columns, rows, {"share": "share seen"}
    )


def _works(counted: Figures) -> list[tuple[str, Work]]:
    return [(name, each.work) for name, each in counted.names.items()]


def _share(part: int, whole_of_it: int) -> str:
    return percent(part / whole_of_it if whole_of_it else None)
