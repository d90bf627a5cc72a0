"""What the upstream does for one model, and how a model id says so.

A model id is a name and any number of behaviours, joined by ``+``: ``gpt-5+status-429+retry-after-2``. The name may be
left out (``status-429``). Anything that is no behaviour is part of the name, so that real model ids answer plainly.
"""

from __future__ import annotations

import difflib
import typing as t
from dataclasses import dataclass, replace

HangUp = t.Literal["never", "before", "midstream"]
Usage = t.Literal["small", "cached-openai", "cached-deepseek"]

HANG_MS: t.Final = 600_000
"""The cap of ``hang`` and ``hold``: longer than any timeout under test, short enough to leave nothing behind for ever."""


@dataclass(frozen=True)
class Behaviour:
    """One way to answer. ``PUT /_behaviour/<model>`` takes the same fields.

    :param status: HTTP status; from 400 on the body is an error in OpenAI's shape.
    :param retry_after: seconds in the ``Retry-After`` header; 0 leaves it out.
    :param delay_ms: silence before the first byte.
    :param pace_ms: silence before each chunk of a stream.
    :param hold: silence half way through the answer, until a behaviour is set for the model anew.
    :param hang_up: close the connection ``before`` the answer or ``midstream``, half way through it.
    :param reasoning: DeepSeek's ``reasoning_content``; empty leaves it out.
    :param think: text of a ``<think>`` block in front of the content; empty leaves it out.
    :param tool_call: answer with a call of the first tool that the request offers.
    :param usage: name of the token counts, see ``answers.USAGES``.
    """

    status: int = 200
    retry_after: int = 0
    delay_ms: int = 0
    pace_ms: int = 0
    hold: bool = False
    hang_up: HangUp = "never"
    reasoning: str = ""
    think: str = ""
    tool_call: bool = False
    usage: Usage = "small"


Fields = dict[str, t.Any]

NAMED: t.Final[dict[str, Fields]] = {
    "plain": {},
    "reasoning": {"reasoning": "First one thing, then another."},
    "think": {"think": "First one thing, then another."},
    "tools": {"tool_call": True},
    "cached-openai": {"usage": "cached-openai"},
    "cached-deepseek": {"usage": "cached-deepseek"},
    "hang": {"delay_ms": HANG_MS},
    "hold": {"hold": True},
    "hangup": {"hang_up": "before"},
    "hangup-midstream": {"hang_up": "midstream"},
}

NUMBERED: t.Final[dict[str, str]] = {  # "<prefix>-<number>" sets the field to the number
    "status": "status",
    "delay": "delay_ms",
    "pace": "pace_ms",
    "retry-after": "retry_after",
}


def behaviour_of(model: str) -> Behaviour:
    """What the id of *model* asks for; an id that asks for nothing answers plainly."""
    behaviour = Behaviour()
    for part in model.split("+"):
        behaviour = replace(behaviour, **(_changes(part) or {}))
    return behaviour


def behaviour_from(value: object) -> Behaviour:
    """The behaviour that *value* describes: a string as in a model id, or an object of fields.

    :raises ValueError: something in *value* is not known here; the message names it.
    """
    if isinstance(value, str):
        if unknown := [part for part in value.split("+") if _changes(part) is None]:
            known = [*NAMED, *(f"{prefix}-<number>" for prefix in NUMBERED)]
            raise ValueError(_unknown("behaviour", unknown[0], known))
        return behaviour_of(value)
    if not isinstance(value, dict):
        raise ValueError("a behaviour is a string or an object")
    types = t.get_type_hints(Behaviour)
    for name, given in value.items():
        if name not in types:
            raise ValueError(_unknown("field", name, list(types)))
        if choices := t.get_args(types[name]):
            if given not in choices:
                raise ValueError(_unknown(name, str(given), list(choices)))
        elif not isinstance(given, types[name]) or isinstance(given, bool) != (types[name] is bool):
            raise ValueError(f"field {name!r} is of type {types[name].__name__}")
    return Behaviour(**value)


def _changes(part: str) -> Fields | None:
    """The fields that one part of a model id sets, ``None`` when it is no behaviour."""
    prefix, _dash, number = part.rpartition("-")
    if prefix in NUMBERED and number.isdecimal():
        return {NUMBERED[prefix]: int(number)}
    return NAMED.get(part)


def _unknown(kind: str, word: str, known: list[str]) -> str:
    near = difflib.get_close_matches(word, known, n=1)
    return f"unknown {kind} {word!r}; " + (f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}")
