# SPDX-License-Identifier: GPL-3.0-or-later
"""Several gateways behind the same balancers, seen as one: who serves what, and in what they differ though they should be equal."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass

_NONE = object()
"""What is at a place of a configuration that has no such place; equal to nothing that a configuration holds."""


@dataclass(frozen=True)
class Gateway:
    """One host, as a run has left it.

    :ivar name: in the inventory.
    :ivar asked: whether anything is known of it.
    :ivar answered: whether it said what serves. One whose inventory is refused is not asked that.
    :ivar turn: ``changed``, ``would change``, ``unchanged``, ``failed``, or empty where its turn did not come or there was none.
    :ivar failure: what failed, in words.
    :ivar went_back: whether it serves the release of before again; None where it did not try.
    :ivar version: LiteLLM's, of what serves; empty where nothing does or nobody knows.
    :ivar release: number and time of the release that serves, in words; empty where they are not known.
    :ivar differs: what a deploy would change, one sentence each.
    :ivar config: the configuration that it should serve, as data; None where it is not known.
    :ivar aliases: the names that clients may ask for.
    """

    name: str
    asked: bool = True
    answered: bool = True
    turn: str = ""
    failure: str = ""
    went_back: bool | None = None
    version: str = ""
    release: str = ""
    differs: tuple[str, ...] = ()
    config: t.Mapping[str, t.Any] | None = None
    aliases: tuple[str, ...] = ()

    @property
    def serves(self) -> str:
        """Which LiteLLM serves, in words; empty where nobody knows."""
        return f"LiteLLM {self.version}" if self.version else "nothing serves" if self.answered else ""

    @property
    def says(self) -> str:
        """What became of it, in words."""
        back = {True: ", went back", False: ", did not go back", None: ""}[self.went_back]
        if self.turn == "failed":
            return f"failed{back}: {self.failure}"
        if self.turn or not self.asked:
            return f"{self.turn}{back}" if self.asked else "was not asked"
        return f"left as it was; a deploy would change: {'; '.join(self.differs)}" if self.differs else "as declared"


def gateway(name: str, facts: t.Mapping[str, t.Any]) -> Gateway:
    """The host *name* from the *facts* that the plays have left of it."""
    found = facts.get("__litellm_release") or {}
    release, rendered = found.get("release") or {}, facts.get("__litellm_config") or {}
    turn, went_back = str(facts.get("__litellm_turn", "")), facts.get("__litellm_went_back")
    serves_it = went_back or turn in ("changed", "unchanged") or (not turn and not found.get("differences"))
    number, time = release.get("number"), release.get("at")
    return Gateway(
        name,
        bool(found) or bool(turn),
        bool(found),
        turn,
        str(facts.get("__litellm_way_back_failure") or facts.get("__litellm_turn_failure", "")),
        went_back,
        version=str(release.get("version" if serves_it else "version_before", "")),
        release=f"release {number}" + (f" of {time}" if time else "") if serves_it and number else "",
        differs=() if turn else tuple(found.get("differences") or ()),
        config=rendered.get("config"),
        aliases=tuple(model["alias"] for model in rendered.get("models") or ()),
    )


def report(gateways: t.Sequence[Gateway]) -> list[str]:
    """Who serves what, a line for each host, and then in what they differ."""
    versions = _grouped({each.name: each.version for each in gateways if each.answered})
    head = "; ".join(f"{len(names)} of {len(gateways)} {_serves(version)}" for version, names in versions.items())
    head = head or "no gateway said what it serves"
    width = max((len(each.name) for each in gateways), default=0)
    lines = [
        f"  {each.name:<{width}}  {', '.join(filter(None, (each.serves, each.release, each.says)))}"
        for each in gateways
    ]
    told = [f"  differs: {each}" for each in differences(gateways)]
    return [f"The fleet: {head}", *lines, *told]


def differences(gateways: t.Sequence[Gateway]) -> list[str]:
    """In what the hosts differ that a client would notice, one sentence each."""
    known = [each for each in gateways if each.config is not None]
    found = []
    versions = _grouped({each.name: each.version for each in gateways if each.version})
    if len(versions) > 1:
        found.append(f"LiteLLM: {'; '.join(f'{version} on {_join(names)}' for version, names in versions.items())}")
    every = dict.fromkeys(alias for each in known for alias in each.aliases)
    for alias in every:
        lacking = [each.name for each in known if alias not in each.aliases]
        if lacking:
            found.append(f"the model {alias}: not on {_join(lacking)}")
    places = {each.name: _by_location(each.config) for each in known}
    for place in dict.fromkeys(place for each in places.values() for place in each):
        alike = _grouped({name: repr(each.get(place, _NONE)) for name, each in places.items()})
        if len(alike) > 1 and not place.startswith("model_list"):
            usual, *others = sorted(alike.values(), key=len, reverse=True)
            odd = _join([name for names in others for name in names])
            found.append(f"{place}: another one on {odd} than on {_join(usual)}")
    models = _grouped({each.name: repr(_known_to_all(each, known)) for each in known})
    if len(models) > 1:
        usual, *others = sorted(models.values(), key=len, reverse=True)
        odd = _join([name for names in others for name in names])
        found.append(f"model_list: models of the same name are others on {odd} than on {_join(usual)}")
    return found


def _known_to_all(one: Gateway, gateways: t.Sequence[Gateway]) -> list[t.Any]:
    """Its deployments of the names that all have."""
    common = set.intersection(*(set(each.aliases) for each in gateways))
    return [each for each in (one.config or {}).get("model_list") or [] if each.get("model_name") in common]


def _by_location(config: t.Mapping[str, t.Any] | None) -> dict[str, t.Any]:
    """The values of a configuration by where they stand, such as ``router_settings.num_retries``; two levels deep."""
    found: dict[str, t.Any] = {}
    for block, settings in (config or {}).items():
        if isinstance(settings, dict):
            found.update({f"{block}.{key}": value for key, value in settings.items()})
        else:
            found[block] = settings
    return found


def _grouped(values: t.Mapping[str, str]) -> dict[str, list[str]]:
    """Names by their value, in the order in which the values first appear."""
    found: dict[str, list[str]] = {}
    for name, value in values.items():
        found.setdefault(value, []).append(name)
    return found


def _serves(version: str) -> str:
    return f"serve LiteLLM {version}" if version else "serve nothing"


def _join(names: t.Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
