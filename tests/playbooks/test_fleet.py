"""Hosts behind balancers change in turn, and a run says once what became of all of them."""

from __future__ import annotations

import re
import typing as t
from pathlib import Path

import pytest

from tests.playbooks.cores import Inventory, Play, Refuse, gateway_of_the_caller

Fleet = t.Callable[..., list[str | Path]]
NAMES = ("g1", "g2", "g3")


@pytest.fixture
def fleet(inventory: Inventory, tmp_path: Path) -> Fleet:
    """Three gateways on this machine, and a group of balancers; returns the arguments that lead to them."""

    def make(*broken: str, **variables: t.Any) -> list[str | Path]:
        declared: dict[str, dict[str, t.Any]] = {
            name: {
                f"litellm_{each}_dir": str(tmp_path / name / each) for each in ("install", "config", "state", "runtime")
            }
            for name in NAMES
        }
        for name in broken:
            declared[name]["litellm_timeout"] = -1
        path = inventory(
            {
                "litellm": {"children": {"litellm_gateways": {"hosts": declared}}},
                "litellm_balancers": {"hosts": {"b1": {}}},
            },
            **{
                **gateway_of_the_caller(),
                "litellm_secrets": {"OPENAI_API_KEY": "sk-test-of-openai-0123456789"},
                "litellm_models": {"a": {"upstream": "gpt-4o", "reasoning_effort": "none"}},
                **variables,
            },
        )
        return ["-i", path, "--check"]

    return make


def turns(output: str) -> list[list[str]]:
    """The hosts of each turn, in the order of the turns."""
    plays = re.split(r"^PLAY ", output, flags=re.MULTILINE)
    found = [
        re.findall(r"for (\w+(?:, \w+)*)$", play, re.MULTILINE)
        for play in plays
        if play.startswith(("[Deploy", "[Upgrade"))
    ]
    return [hosts[0].split(", ") for hosts in found if hosts]


def test_hosts_behind_balancers_change_one_by_one(play: Play, fleet: Fleet) -> None:
    output = play(*fleet(), "playbooks/deploy.yml").stdout
    assert turns(output) == [["g1"], ["g2"], ["g3"]]
    assert output.count("The fleet: 3 of 3 serve nothing") == 1
    assert "  g3  nothing serves, would change" in output


@pytest.mark.newest_core
@pytest.mark.parametrize("arguments", [{"litellm_serial": 2}, {"litellm_serial": "50%"}])
def test_as_many_at_once_as_the_inventory_says(play: Play, fleet: Fleet, arguments: dict[str, t.Any]) -> None:
    sizes = [len(turn) for turn in turns(play(*fleet(**arguments), "playbooks/upgrade.yml").stdout)]
    assert sizes == ([2, 1] if arguments["litellm_serial"] == 2 else [1, 1, 1])


def test_the_first_host_that_fails_ends_the_run(refuse: Refuse, fleet: Fleet) -> None:
    said = refuse(*fleet("g2"), "playbooks/deploy.yml")
    assert "g1 nothing serves, would change" in said
    # Nobody asked it what it serves.
    assert "litellm_timeout" in said.partition(" g2 failed: ")[2].partition("g3")[0]
    assert "g3 nothing serves, left as it was; a deploy would change: " in said
    assert re.search(r"g3 : ok=\d+ changed=0", said)
    assert re.search(r"g2 : ok=\d+ changed=\d+ unreachable=0 failed=1", said)


def test_the_parts_after_the_gateways_are_left_as_they_were(refuse: Refuse, fleet: Fleet) -> None:
    said = refuse(*fleet("g2"), "playbooks/fleet.yml")
    assert "g3 nothing serves, left as it was; a deploy would change: " in said
    assert "PLAY [Set up the balancers]" not in said


def test_one_whose_turn_does_not_come_may_be_declared_wrongly_too(refuse: Refuse, fleet: Fleet) -> None:
    said = refuse(*fleet("g2", "g3"), "playbooks/fleet.yml")
    assert "g1 nothing serves, would change" in said
    assert "litellm_timeout" in said.partition(" g2 failed: ")[2].partition("g3")[0]
    assert re.search(r"g3 : ok=\d+ changed=0 unreachable=0 failed=1", said)
    assert "PLAY [Set up the balancers]" not in said


@pytest.mark.newest_core
def test_a_word_that_says_nothing_about_failures_is_refused(refuse: Refuse, fleet: Fleet) -> None:
    said = refuse(*fleet(litellm_on_failure="rollback"), "playbooks/deploy.yml")
    assert "litellm_on_failure: is rollback, and must be keep or roll_back" in said


@pytest.mark.newest_core
def test_a_rollback_goes_host_by_host_and_stops_at_the_first_that_fails(refuse: Refuse, fleet: Fleet) -> None:
    said = refuse(*fleet(), "playbooks/rollback.yml")
    assert re.search(r"g1 : ok=\d+ .* failed=1", said)
    assert "fatal: [g2]" not in said
