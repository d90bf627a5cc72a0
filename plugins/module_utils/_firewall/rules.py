# SPDX-License-Identifier: GPL-3.0-or-later
"""What a part of a fleet lets in, and how each firewall says it."""

from __future__ import annotations

import ipaddress
import json
import re
import typing as t
from dataclasses import dataclass

OWNER = "llmops.litellm"
"""What the comments of all rules of the collection begin with."""

VRRP = "vrrp"
"""What keepalived speaks: a protocol of its own, without ports."""

_VRRP_NUMBER = 112


class FirewallError(Exception):
    """A firewall cannot be asked or does not obey; the text is for the operator."""


@dataclass(frozen=True, order=True)
class Rule:
    """One thing that is let in.

    :ivar protocol: ``tcp`` or ``vrrp``.
    :ivar port: of this host; 0 for ``vrrp``.
    :ivar source: an address or network, IPv4 or IPv6; empty for any.
    """

    protocol: str
    port: int
    source: str = ""

    @property
    def told(self) -> str:
        """The rule in words."""
        what = f"{self.protocol} port {self.port}" if self.port else self.protocol
        return f"{what} from {self.source or 'anywhere'}"

    @property
    def family(self) -> str:
        """``ipv4`` or ``ipv6``; empty for both."""
        return f"ipv{ipaddress.ip_network(self.source, strict=False).version}" if self.source else ""


def comment(part: str) -> str:
    """What marks the rules of *part* as its own."""
    return f"{OWNER} {part}"


# --- firewalld -----------------------------------------------------------------------------------------------------------


def rich_rule(rule: Rule) -> str:
    """*rule* in firewalld's rich language, as ``firewall-cmd`` takes and lists it."""
    words = ["rule"]
    if rule.family:
        words += [f'family="{rule.family}"', f'source address="{rule.source}"']
    words.append(
        f'port port="{rule.port}" protocol="{rule.protocol}"' if rule.port else f'protocol value="{rule.protocol}"'
    )
    return " ".join([*words, "accept"])


# --- ufw -----------------------------------------------------------------------------------------------------------------


def ufw_words(rule: Rule) -> list[str]:
    """*rule* as ``ufw allow`` takes it."""
    port = ["port", str(rule.port)] if rule.port else []
    return ["proto", rule.protocol, "from", rule.source or "any", "to", "any", *port]


def ufw_rules(added: str, part: str) -> list[Rule]:
    """The rules of *part* among what ``ufw show added`` prints."""
    found = []
    for line in added.splitlines():
        if not line.startswith("ufw allow ") or not line.endswith(f" comment '{comment(part)}'"):
            continue
        # ufw writes "4000/tcp" where the rule is for everybody.
        short = re.match(r"ufw allow (\d+)/(\w+) ", line)
        port, protocol = re.search(r" port (\d+)", line), re.search(r" proto (\w+)", line)
        source = re.search(r" from (\S+)", line)
        if short:
            found.append(Rule(short[2], int(short[1])))
        elif protocol:
            where = source[1] if source and source[1] != "any" else ""
            found.append(Rule(protocol[1], int(port[1]) if port else 0, where))
    return found


# --- nftables ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Chain:
    """A chain of nftables that closes ports.

    :ivar family: ``inet``, ``ip`` or ``ip6``.
    :ivar table: its table.
    :ivar name: its name.
    """

    family: str
    table: str
    name: str

    def takes(self, rule: Rule) -> bool:
        """Whether packets that *rule* is about come through it."""
        return self.family == "inet" or not rule.family or rule.family == {"ip": "ipv4", "ip6": "ipv6"}[self.family]


def closing_chains(ruleset: str) -> list[Chain]:
    """The chains for packets to this host that let some of them fall, in ``nft --json list ruleset``."""
    entries = json.loads(ruleset)["nftables"]
    chains = [each["chain"] for each in entries if "chain" in each and each["chain"].get("hook") == "input"]
    dropping = {
        (rule["family"], rule["table"], rule["chain"])
        for rule in (each["rule"] for each in entries if "rule" in each)
        if any("drop" in part or "reject" in part for part in rule.get("expr", ()))
    }
    return [
        Chain(each["family"], each["table"], each["name"])
        for each in chains
        if each["family"] in ("inet", "ip", "ip6")
        and (each.get("policy") == "drop" or (each["family"], each["table"], each["name"]) in dropping)
    ]


def nft_handles(ruleset: str, part: str) -> list[tuple[Chain, int]]:
    """The rules of *part* that are in force, as their chain and the number by which nftables deletes them."""
    rules = [each["rule"] for each in json.loads(ruleset)["nftables"] if "rule" in each]
    return [
        (Chain(rule["family"], rule["table"], rule["chain"]), rule["handle"])
        for rule in rules
        if rule.get("comment") == comment(part)
    ]


def nft_text(rules: t.Iterable[Rule], chains: t.Iterable[Chain], part: str) -> str:
    """Commands of nftables that put *rules* in front of those of *chains*."""
    lines = []
    for chain in chains:
        for rule in rules:
            if chain.takes(rule):
                match = f"tcp dport {rule.port}" if rule.port else f"meta l4proto {_VRRP_NUMBER}"
                source = f"{'ip6' if rule.family == 'ipv6' else 'ip'} saddr {rule.source} " if rule.source else ""
                place = f"{chain.family} {chain.table} {chain.name}"
                lines.append(f'insert rule {place} {source}{match} accept comment "{comment(part)}"')
    return "".join(f"{line}\n" for line in lines)
