"""What is let in by each firewall, played by small ones that remember what they are told."""

from __future__ import annotations

import json
import re
import shlex
import typing as t
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._firewall.firewalls import (
    Firewall,
    Firewalld,
    Nftables,
    Ufw,
    firewalls,
)
from ansible_collections.llmops.litellm.plugins.module_utils._firewall.opening import bring, wanted_rules
from ansible_collections.llmops.litellm.plugins.module_utils._firewall.rules import FirewallError, Rule, rich_rule

GATEWAY = [Rule("tcp", 4000, "192.0.2.21"), Rule("tcp", 4000, "2001:db8::21")]
BALANCER = [Rule("tcp", 443), Rule("vrrp", 0, "192.0.2.22")]
Answer = tuple[int, str, str]


class FakeHost:
    """The programs of the firewalls, and what they keep."""

    def __init__(self, running: str) -> None:
        self.running = running
        self.rich: dict[str, set[str]] = {"now": set(), "permanent": set()}
        self.ufw: list[str] = ["ufw allow 22/tcp"]
        self.nft: list[dict[str, t.Any]] = []
        self.told: list[list[str]] = []
        self.units: set[str] = set()
        self.policy = "drop"

    def run(self, command: list[str]) -> Answer:
        self.told.append(command)
        return t.cast("Answer", getattr(self, f"_{command[0].replace('-', '_')}")(command[1:]))

    def _firewall_cmd(self, words: list[str]) -> Answer:
        if self.running != "firewalld":
            return 127, "", "is not there"
        if words == ["--state"]:
            return 0, "running\n", ""
        kept = self.rich["permanent" if "--permanent" in words else "now"]
        option, _equals, rule = words[-1].partition("=")
        if option == "--query-rich-rule":
            return (0 if rule in kept else 1), "", ""
        (kept.add if option == "--add-rich-rule" else kept.discard)(rule)
        return 0, "success\n", ""

    def _ufw(self, words: list[str]) -> Answer:
        if self.running != "ufw":
            return 127, "", "is not there"
        if words == ["status"]:
            return 0, "Status: active\n", ""
        if words == ["show", "added"]:
            return 0, "Added user rules (see 'ufw status' for running firewall):\n" + "\n".join(self.ufw) + "\n", ""
        found = re.search(r"proto (\w+) from (\S+) to any(?: port (\d+))?(?: comment (.+))?", " ".join(words))
        assert found
        protocol, source, port, comment = found.groups()
        text = (
            f"ufw allow {port}/{protocol}"
            if source == "any"
            else f"ufw allow from {source} to any port {port} proto {protocol}"
        )
        text = text if port else f"ufw allow from {source} proto {protocol}"
        if words[0] == "delete":
            self.ufw = [line for line in self.ufw if not line.startswith(f"{text} ")]
        else:
            self.ufw.append(f"{text} comment '{comment}'")
        return 0, "Rule added\n", ""

    def _nft(self, words: list[str]) -> Answer:
        if self.running != "nftables":
            return 127, "", "is not there"
        if words[0] == "--json":
            chain = {"family": "inet", "table": "filter", "name": "input", "hook": "input", "policy": self.policy}
            return 0, json.dumps({"nftables": [{"chain": chain}, *({"rule": rule} for rule in self.nft)]}), ""
        for line in Path(words[1]).read_text().splitlines():
            parts = shlex.split(line)
            if parts[0] == "delete":
                self.nft = [rule for rule in self.nft if rule["handle"] != int(parts[-1])]
            else:
                place = {"family": parts[2], "table": parts[3], "chain": parts[4]}
                self.nft.append(
                    {**place, "handle": len(self.told), "comment": parts[-1], "text": line, "expr": [{"accept": None}]}
                )
        return 0, "", ""

    def _systemctl(self, words: list[str]) -> Answer:
        """A unit that is enabled has run with the next start of the host, and systemd knows it until it is stopped."""
        if words[0] == "enable":
            self.units.add(words[-1])
        elif words[:2] == ["disable", "--now"]:
            self.units.discard(words[-1])
        return 0, "", ""


def all_of(host: FakeHost, folder: Path) -> list[Firewall]:
    kept = str(folder / "litellm-firewall")
    return [
        Firewalld(host.run, kept),
        Ufw(host.run),
        Nftables(host.run, kept, str(folder / "litellm-firewall.service")),
    ]


@pytest.mark.parametrize("name", ["firewalld", "ufw", "nftables"])
def test_rules_are_put_in_force_once_changed_and_taken_away(name: str, tmp_path: Path) -> None:
    host = FakeHost(name)
    several = all_of(host, tmp_path)
    dry = bring(several, "gateway", GATEWAY, dry=True)
    assert (dry.changed, dry.firewall, dry.before) == (True, name, ())
    assert dry.after == ("tcp port 4000 from 192.0.2.21", "tcp port 4000 from 2001:db8::21")
    assert list(tmp_path.iterdir()) == []
    assert bring(several, "gateway", GATEWAY, dry=False).changed
    assert not bring(several, "gateway", GATEWAY, dry=False).changed
    assert bring(several, "balancer", BALANCER, dry=False).changed
    assert not bring(several, "gateway", GATEWAY, dry=False).changed, "parts do not disturb each other"
    fewer = bring(several, "gateway", GATEWAY[:1], dry=False)
    assert (fewer.changed, fewer.before, fewer.after) == (True, dry.after, dry.after[:1])
    assert not bring(several, "gateway", GATEWAY[:1], dry=False).changed
    for part in ("gateway", "balancer"):
        assert bring(several, part, [], dry=False).changed
        assert not bring(several, part, [], dry=False).changed
    assert list(tmp_path.iterdir()) == []
    assert host.ufw == ["ufw allow 22/tcp"]
    assert host.units == set()
    assert host.rich == {"now": set(), "permanent": set()}
    assert host.nft == []


def test_nothing_is_opened_where_nothing_closes(tmp_path: Path) -> None:
    host = FakeHost("nftables")
    host.policy = "accept"
    outcome = bring(all_of(host, tmp_path), "gateway", GATEWAY, dry=False)
    assert (outcome.changed, outcome.firewall, outcome.after) == (False, "", ())


def test_what_somebody_opened_before_stays_when_ours_go(tmp_path: Path) -> None:
    host = FakeHost("firewalld")
    there = rich_rule(GATEWAY[0])
    for kept in host.rich.values():
        kept.add(there)
    bring(all_of(host, tmp_path), "gateway", GATEWAY, dry=False)
    bring(all_of(host, tmp_path), "gateway", [], dry=False)
    assert host.rich == {"now": {there}, "permanent": {there}}


def test_rules_that_nftables_has_lost_come_back(tmp_path: Path) -> None:
    host = FakeHost("nftables")
    several = all_of(host, tmp_path)
    bring(several, "gateway", GATEWAY, dry=False)
    assert 'ip saddr 192.0.2.21 tcp dport 4000 accept comment "llmops.litellm gateway"' in host.nft[0]["text"]
    host.nft = []
    assert bring(several, "gateway", GATEWAY, dry=False).changed
    assert len(host.nft) == 2


def test_names_become_addresses_and_networks_stay() -> None:
    options = [{"protocol": "tcp", "ports": [4000], "sources": ["localhost", "192.0.2.0/24", "192.0.2.7/32"]}]
    sources = {rule.source for rule in wanted_rules(options)}
    assert {"127.0.0.1", "192.0.2.0/24", "192.0.2.7"} <= sources
    assert wanted_rules([{"protocol": "vrrp", "ports": [], "sources": []}]) == [Rule("vrrp", 0)]
    with pytest.raises(FirewallError, match=r"no\.such\.host\.invalid has no address here"):
        wanted_rules([{"protocol": "tcp", "ports": [1], "sources": ["no.such.host.invalid"]}])


def test_a_firewall_that_refuses_is_quoted(tmp_path: Path) -> None:
    host = FakeHost("ufw")
    ufw = Ufw(lambda command: (1, "", "ERROR: Bad port") if "comment" in command else host.run(command))
    with pytest.raises(FirewallError, match="failed: ERROR: Bad port"):
        ufw.put("gateway", GATEWAY)


def test_each_firewall_is_asked_in_its_order() -> None:
    names = [each.name for each in firewalls(lambda command: (127, "", ""))]
    assert names == ["firewalld", "ufw", "nftables"]
