# SPDX-License-Identifier: GPL-3.0-or-later
"""What gateways counted, added up: by the name that clients ask for, and by the deployment that answered."""

from __future__ import annotations

import fnmatch
import typing as t
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from ...module_utils._litellm_names import TALKING_MODES
from .facts import Deployment, Gateway, Json
from .times import Times, times

_MILLION = 1_000_000


@dataclass(frozen=True)
class Prices:
    """What a model costs, in USD per 1 M tokens.

    :ivar name: of the model.
    :ivar cached_input: of input that the provider had in its cache.
    """

    name: str
    input: float
    output: float
    cached_input: float

    def of(self, tokens: int, cached: int, output: int) -> float:
        """USD for so many tokens of input, of which some were cached, and of output."""
        spent = (tokens - cached) * self.input + cached * self.cached_input + output * self.output
        return spent / _MILLION


@dataclass
class Work:
    """What was done, by one deployment or for one name.

    :ivar answered: how many calls were answered.
    :ivar tokens: of input; ``cached`` are among them.
    :ivar cost: USD.
    :ivar otherwise: USD that the reference model would have cost; of conversations alone.
    :ivar compared: USD of ``cost`` that ``otherwise`` compares with.
    """

    answered: int = 0
    tokens: int = 0
    cached: int = 0
    output: int = 0
    cost: float = 0.0
    otherwise: float = 0.0
    compared: float = 0.0
    seconds: Times = field(default_factory=Times)
    first_token: Times = field(default_factory=Times)

    def add(self, done: Json, reference: Prices | None) -> None:
        """Add what one gateway says of a deployment's work.

        :param reference: None where it is nothing to compare with.
        """
        tokens, cached, output = (int(done[key]) for key in ("input_tokens", "cached_input_tokens", "output_tokens"))
        self.answered += int(done["answered"])
        self.tokens, self.cached, self.output = self.tokens + tokens, self.cached + cached, self.output + output
        self.cost += float(done["cost"])
        if reference:
            self.otherwise += reference.of(tokens, cached, output)
            self.compared += float(done["cost"])
        self.seconds += times(done["seconds"])
        self.first_token += times(done["first_token_seconds"])

    @property
    def saved(self) -> float:
        """USD less than the reference model would have cost; below zero where it was more."""
        return self.otherwise - self.compared

    @property
    def cost_of_thousand(self) -> float | None:
        """USD for 1,000 answers; None without one."""
        return self.cost / self.answered * 1000 if self.answered else None


@dataclass
class Asked:
    """What clients got who asked for one name.

    :ivar answered: requests with an answer.
    :ivar backed: those of them that another deployment answered than those that are asked first.
    :ivar refused: requests with an error, by HTTP status.
    :ivar went_to: who answered those that were backed, and how often.
    """

    answered: int = 0
    backed: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    went_to: Counter[str] = field(default_factory=Counter)
    work: Work = field(default_factory=Work)

    @property
    def failed(self) -> int:
        """Requests with an error."""
        return self.refused.total()

    @property
    def requests(self) -> int:
        """All requests."""
        return self.answered + self.failed


@dataclass
class Calls:
    """What one deployment did, for whichever name.

    :ivar failed: calls that failed, by LiteLLM's class of the error and the provider's status.
    :ivar cooldowns: how often it was left out for a while.
    """

    failed: Counter[tuple[str, str]] = field(default_factory=Counter)
    cooldowns: int = 0
    work: Work = field(default_factory=Work)

    @property
    def calls(self) -> int:
        """Calls, answered or not."""
        return self.work.answered + self.failed.total()


@dataclass(frozen=True)
class Figures:
    """All gateways that count, together.

    :ivar counting: their names.
    :ivar since: when the first of those began to count that begin anew with each slot, in UTC, as ISO 8601; empty where there is
        none, or nobody knows.
    :ivar going_on: those that go on counting while slots change.
    :ivar names: by the name that clients asked for.
    :ivar deployments: by the deployment's id.
    :ivar elsewhere: requests that failed without a deployment, by kind and status: names that are not served, budgets, and the like.
    """

    counting: tuple[str, ...]
    since: str
    going_on: tuple[str, ...]
    names: t.Mapping[str, Asked]
    deployments: t.Mapping[str, Calls]
    elsewhere: Counter[tuple[str, str]]


def figures(gateways: t.Sequence[Gateway], reference: Prices | None = None) -> Figures:
    """What *gateways* counted, added up.

    :param reference: the model that everything is compared with; None for no comparison.
    """
    names: dict[str, Asked] = defaultdict(Asked)
    deployments: dict[str, Calls] = defaultdict(Calls)
    elsewhere: Counter[tuple[str, str]] = Counter()
    counting = [each for each in gateways if each.usage is not None]
    for each in counting:
        _add(each, reference, names, deployments, elsewhere)
    return Figures(
        tuple(each.name for each in counting),
        min((each.since for each in counting if each.since and not _goes_on(each)), default=""),
        tuple(each.name for each in counting if _goes_on(each)),
        dict(sorted(names.items())),
        dict(sorted(deployments.items())),
        elsewhere,
    )


def _goes_on(gateway: Gateway) -> bool:
    return bool((gateway.usage or {}).get("goes_on"))


def _add(
    gateway: Gateway,
    reference: Prices | None,
    names: dict[str, Asked],
    deployments: dict[str, Calls],
    elsewhere: Counter[tuple[str, str]],
) -> None:
    usage = gateway.usage or {}
    modes = {deployment.id: deployment.mode for deployment in gateway.deployments}
    for request in usage["requests"]:
        name, who, count = str(request["asked_for"]), str(request["deployment"]), int(request["count"])
        if not str(request["status"]).startswith("2"):
            names[name].refused[str(request["status"])] += count
            continue
        names[name].answered += count
        if is_backup(gateway.deployments, name, who):
            names[name].backed += count
            names[name].went_to[who] += count
    for done in usage["work"]:
        who = str(done["deployment"])
        compared = reference if modes.get(who, TALKING_MODES[0]) in TALKING_MODES else None
        for work in (names[str(done["asked_for"])].work, deployments[who].work):
            work.add(done, compared)
    for failure in usage["failures"]:
        counted = deployments[str(failure["deployment"])].failed if failure["deployment"] else elsewhere
        counted[str(failure["kind"]), str(failure["status"])] += int(failure["count"])
    for who, count in usage["cooldowns"].items():
        deployments[str(who)].cooldowns += int(count)


def is_backup(deployments: t.Sequence[Deployment], name: str, who: str) -> bool:
    """Whether the deployment *who* answers for *name* only when those fail that are asked first.

    A name that the gateway does not list may have been any; nobody is called its backup then.
    """
    own = [
        each
        for each in deployments
        if each.alias == name or ("*" in each.alias and fnmatch.fnmatchcase(name, each.alias))
    ]
    first = min((each.order for each in own), default=0)
    return bool(own) and who not in {each.id for each in own if each.order == first}
