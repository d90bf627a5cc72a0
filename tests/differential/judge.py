"""What the outcomes mean: did LiteLLM do what the configuration says, and did the checker say so?"""

from __future__ import annotations

import json
import typing as t
from dataclasses import dataclass

import yaml
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.check import check_config
from ansible_collections.llmops.litellm.plugins.plugin_utils._checker.checked_config import Service
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.python_code import OwnCode
from ansible_collections.llmops.litellm.plugins.plugin_utils._known.vocabulary import Vocabulary
from ansible_collections.llmops.litellm.plugins.plugin_utils._language.rules import RULES
from ansible_collections.llmops.litellm.plugins.plugin_utils._report import yaml_text
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.report import Report

from .configuration import QUIET, Case

Outcome = dict[str, t.Any]


@dataclass(frozen=True)
class Judgement:
    """One case: what LiteLLM does wrong with it, and what the checker reports.

    :param faults: how LiteLLM's behaviour differs from what the configuration means; empty when it works.
    :param findings: ``severity rule path`` of each finding that is an error or a warning.
    """

    name: str
    faults: tuple[str, ...]
    findings: tuple[str, ...]

    @property
    def verdict(self) -> str:
        """``reported`` or ``missed`` where LiteLLM goes wrong; ``accepted``, ``advised`` or ``false alarm`` where it works.

        A warning refuses nothing: on a configuration that works it is advice.
        """
        if self.faults:
            return "reported" if self.findings else "missed"
        if any(finding.startswith("error") for finding in self.findings):
            return "false alarm"
        return "advised" if self.findings else "accepted"


def judge(cases: list[Case], outcomes: t.Mapping[str, Outcome], vocabulary: Vocabulary) -> list[Judgement]:
    """Every case that can be judged, in order.

    A sample whose made-up value is none that the key can have is no right configuration, and its mistakes are not judged.
    Nor are those of a key whose value changes nothing that can be seen: nothing shows that it is not there. Of what is right and
    yet does not run with this version, or leaves no trace where one is looked for, the mistakes show nothing either; that it is so is
    judged.
    """
    judged = []
    samples = {case.name for case in cases if case.kind == "sample"}
    failing = {name for name in {case.control for case in cases} | samples if fails(outcomes[name])}
    failing |= {case.name for case in cases if traceless(case, outcomes[case.name])}
    for case in cases:
        outcome = outcomes[case.name]
        if case.name in failing & samples or (case.control in failing and case.name != case.control):
            continue
        faults = tuple(differences(case, outcome, outcomes))
        if not faults and case.control in samples and not telling(case, outcomes):
            continue
        judged.append(Judgement(case.name, faults, tuple(findings(case, vocabulary))))
    return judged


def telling(case: Case, outcomes: t.Mapping[str, Outcome]) -> bool:
    """Whether the effective value of the control is another one than without the key."""
    absent = outcomes["right"]["probes"].get(json.dumps(case.probe))
    return not case.probe or outcomes[case.control].get("effective") != absent


def traceless(case: Case, outcome: Outcome) -> bool:
    """Whether LiteLLM keeps nothing of what is right where the case looks for it: this version keeps it elsewhere."""
    return case.kind == "right" and bool(case.probe) and outcome.get("effective") == "absent"


def fails(outcome: Outcome) -> bool:
    """Whether LiteLLM does not start, is not alive, or fails to answer."""
    return (
        bool(outcome["start"])
        or outcome["alive"] != 200
        or any(a["status"] != 200 for a in outcome["answers"].values())
    )


def differences(case: Case, outcome: Outcome, outcomes: t.Mapping[str, Outcome]) -> t.Iterator[str]:
    """What LiteLLM does otherwise than the configuration means."""
    control = outcomes[case.control]
    if outcome["start"]:
        yield f"does not start: {outcome['start'][:120]}"
    elif case.kind in ("right", "sample"):
        if fails(outcome):
            yield "a right configuration fails"
        elif traceless(case, outcome):
            yield f"{case.probe[-1]} leaves no trace, so that its mistakes cannot be judged"
    elif case.kind == "dead":
        if outcome["effective"] == "absent":
            yield "looks at the setting nowhere"
    elif case.kind == "address":
        asked = {name for answer in outcome["answers"].values() for name in answer["outside"]}
        if any("openai.com" in name for name in asked):
            yield f"sends the key to {', '.join(sorted(asked))}"
    else:
        yield from behaves(outcome, control)
        wanted = control.get("effective") or outcomes["right"]["probes"].get(json.dumps(case.probe))
        if case.probe and outcome["effective"] != wanted:
            yield f"takes {outcome['effective']} for {wanted}"
        yield from dangling(case, outcome)


def behaves(outcome: Outcome, control: Outcome) -> t.Iterator[str]:
    """How the running proxy differs from that of the control."""
    for key in ("alive", "keyless", "routes"):
        if outcome[key] != control[key]:
            yield f"{key}: {outcome[key]} instead of {control[key]}"
    missing = [name for name in control["served"] if name not in outcome["served"]]
    if missing:
        yield f"does not serve {', '.join(missing)}"
    if len(set(outcome["deployments"])) < len(outcome["deployments"]):
        yield "two deployments share an id"
    for model, answer in outcome["answers"].items():
        yield from answered(model, answer, control["answers"].get(model, answer))


def answered(model: str, answer: Outcome, control: Outcome) -> t.Iterator[str]:
    """How one answer differs: its status, who gave it, its price, what the upstream got, who else was asked."""
    for key in ("status", "answer", "cost", "outside"):
        if answer[key] != control[key]:
            yield f"{model}: {key} is {str(answer[key])[:80]!r} instead of {str(control[key])[:80]!r}"
            if key == "status":
                return
    if len(answer["upstream"]) != len(control["upstream"]):
        yield f"{model}: {len(answer['upstream'])} requests to the upstream instead of {len(control['upstream'])}"
    for got, wanted in zip(answer["upstream"], control["upstream"], strict=False):
        for part in ("authorization", "body", "headers"):
            if got[part] != wanted[part]:
                yield f"{model}: the upstream got {part} {str(got[part])[:80]} instead of {str(wanted[part])[:80]}"


def dangling(case: Case, outcome: Outcome) -> t.Iterator[str]:
    """Names that the configuration routes to, and that are not served: nothing says so."""
    if case.kind != "routing":
        return
    config = yaml.safe_load(case.text)
    router = config.get("router_settings") or {}
    served = {*outcome["served"], *(router.get("model_group_alias") or {})}
    for entry in router.get("fallbacks") or []:
        for source, targets in entry.items() if isinstance(entry, dict) else ():
            for name in (source, *(targets if isinstance(targets, list) else ())):
                if isinstance(name, str) and name not in served and name != "*":
                    yield f"routes to {name}, which is not served"


def findings(case: Case, vocabulary: Vocabulary) -> t.Iterator[str]:
    """What the checker says of the file of a case: errors and warnings, from reading it on."""
    report = Report(RULES)
    config = yaml_text.load(case.text, report.at("config_file"))
    environment = [name for name, value in case.environment.items() if value]
    if case.environment.get("LITELLM_MASTER_KEY") is None:
        environment.append("LITELLM_MASTER_KEY")
    problems = report.problems or check_config(
        config,
        vocabulary=vocabulary,
        service=Service(environment=environment, allow=[f"general_settings.{QUIET}"], code=OwnCode({})),
        lines=report.lines,
    )
    for problem in problems:
        if problem.severity != "notice":
            yield f"{problem.severity} {problem.rule} {problem.path}"
