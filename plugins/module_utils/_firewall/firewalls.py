# SPDX-License-Identifier: GPL-3.0-or-later
"""The firewalls of a host, each asked and told in its own way: firewalld, ufw, nftables."""

from __future__ import annotations

import json
import os
import typing as t
from pathlib import Path

from .rules import (
    FirewallError,
    Rule,
    closing_chains,
    comment,
    nft_handles,
    nft_text,
    rich_rule,
    ufw_rules,
    ufw_words,
)

Run = t.Callable[[list[str]], tuple[int, str, str]]
"""Runs a command and returns its status and what it printed; a program that is missing has status 127."""

FOLDER = "/etc/litellm-firewall"
"""Where a host keeps what cannot be read from the firewall itself."""

UNIT = "/etc/systemd/system/litellm-firewall.service"
"""Puts our rules in front of those of nftables' own service whenever that has read its file. A file of ours that it includes
would leave the host without any rule where one of its chains is renamed."""

_UNIT_TEXT = f"""\
[Unit]
Description=Ports that the parts of LiteLLM's fleet need
After=nftables.service
PartOf=nftables.service
ReloadPropagatedFrom=nftables.service

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/bin/sh -c 'cat {FOLDER}/*.nft | /usr/sbin/nft --file -'
ExecReload=/bin/sh -c 'cat {FOLDER}/*.nft | /usr/sbin/nft --file -'

[Install]
WantedBy=multi-user.target nftables.service
"""


class Firewall(t.Protocol):
    """One of the firewalls.

    :ivar name: as operators call it.
    """

    name: str

    def closes(self) -> bool:
        """Whether it runs here and keeps ports closed."""

    def rules(self, part: str) -> list[Rule] | None:
        """The rules that are in force for *part*; None where they cannot be read, so that they are written again."""

    def put(self, part: str, rules: t.Sequence[Rule]) -> None:
        """Let in *rules* for *part* and nothing else, now and after a reboot.

        :raises FirewallError: when it refuses.
        """


def _must(run: Run, command: list[str]) -> str:
    status, out, err = run(command)
    if status != 0:
        raise FirewallError(f"'{' '.join(command)}' failed: {(err or out).strip()}")
    return out


def _rules_of(data: t.Any) -> list[Rule]:
    return [Rule(each["protocol"], each["port"], each["source"]) for each in data]


class Firewalld:
    """firewalld; its rules have no comment, so that a file tells which ones are ours."""

    name = "firewalld"

    def __init__(self, run: Run, folder: str = FOLDER) -> None:
        self._run, self._folder = run, Path(folder)

    def closes(self) -> bool:
        """Whether firewalld runs."""
        return self._run(["firewall-cmd", "--state"])[0] == 0

    def rules(self, part: str) -> list[Rule] | None:
        """Those of the file, as long as firewalld has them both now and after a reboot."""
        kept = self._kept(part)
        there = [rule for rule in kept if all(self._has(rule, when) for when in ([], ["--permanent"]))]
        return kept if there == kept else None

    def put(self, part: str, rules: t.Sequence[Rule]) -> None:
        """Add what is missing and remove what is ours and no longer wanted."""
        kept = self._kept(part)
        ours = []
        for when in ([], ["--permanent"]):
            for rule in set(kept) - set(rules):
                if self._has(rule, when):
                    _must(self._run, ["firewall-cmd", *when, f"--remove-rich-rule={rich_rule(rule)}"])
            for rule in rules:
                if not self._has(rule, when):
                    _must(self._run, ["firewall-cmd", *when, f"--add-rich-rule={rich_rule(rule)}"])
                    ours.append(rule)
        # What somebody else has opened before stays when ours go.
        mine = sorted(set(ours) | (set(kept) & set(rules)))
        _write(self._file(part), json.dumps([vars(rule) for rule in mine]) if mine else "")

    def _has(self, rule: Rule, when: list[str]) -> bool:
        return self._run(["firewall-cmd", *when, f"--query-rich-rule={rich_rule(rule)}"])[0] == 0

    def _kept(self, part: str) -> list[Rule]:
        file = self._file(part)
        return _rules_of(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else []

    def _file(self, part: str) -> Path:
        return self._folder / f"{part}.json"


class Ufw:
    """ufw, whose comments tell which rules are ours."""

    name = "ufw"

    def __init__(self, run: Run) -> None:
        self._run = run

    def closes(self) -> bool:
        """Whether ufw is switched on."""
        status, out, _err = self._run(["ufw", "status"])
        return status == 0 and "Status: active" in out

    def rules(self, part: str) -> list[Rule] | None:
        """What ``ufw show added`` has with our comment."""
        status, out, _err = self._run(["ufw", "show", "added"])
        return ufw_rules(out, part) if status == 0 else []

    def put(self, part: str, rules: t.Sequence[Rule]) -> None:
        """Delete ours that are not wanted, and add the others."""
        there = self.rules(part) or []
        for rule in there:
            if rule not in rules:
                _must(self._run, ["ufw", "delete", "allow", *ufw_words(rule)])
        for rule in rules:
            if rule not in there:
                _must(self._run, ["ufw", "allow", *ufw_words(rule), "comment", comment(part)])


class Nftables:
    """nftables alone: rules go in front of each chain that closes, now and, by a unit, whenever its service has read its file."""

    name = "nftables"

    def __init__(self, run: Run, folder: str = FOLDER, unit: str = UNIT) -> None:
        self._run, self._folder, self._unit = run, Path(folder), Path(unit)

    def closes(self) -> bool:
        """Whether a chain for what comes in lets something fall."""
        return bool(closing_chains(self._ruleset()))

    def rules(self, part: str) -> list[Rule] | None:
        """Those of the file, as long as they are in force, and will be after a reboot."""
        file = self._file(part)
        if not file.exists():
            return None if nft_handles(self._ruleset(), part) else []
        first, _newline, text = file.read_text(encoding="utf-8").partition("\n")
        kept = _rules_of(json.loads(first[2:]))
        wanted = nft_text(kept, closing_chains(self._ruleset()), part)
        in_force = len(nft_handles(self._ruleset(), part)) == len(text.splitlines())
        return kept if text == wanted and in_force and self._unit.exists() else None

    def put(self, part: str, rules: t.Sequence[Rule]) -> None:
        """Replace ours in one step, and write the file that says so at boot."""
        ruleset = self._ruleset()
        text = nft_text(rules, closing_chains(ruleset), part)
        gone = "".join(
            f"delete rule {chain.family} {chain.table} {chain.name} handle {handle}\n"
            for chain, handle in nft_handles(ruleset, part)
        )
        kept = f"# {json.dumps([vars(rule) for rule in rules])}\n{text}" if rules else ""
        if gone or text:
            change = self._folder / f".{part}.change"
            _write(change, gone + text)
            try:
                _must(self._run, ["nft", "--file", str(change)])
            finally:
                change.unlink()
        _write(self._file(part), kept)
        self._see_to_unit()

    def _see_to_unit(self) -> None:
        """Have systemd know the unit as long as a part has rules, and not longer."""
        needed = self._folder.is_dir() and any(self._folder.glob("*.nft"))
        if needed and not self._unit.exists():
            _replace(self._unit, _UNIT_TEXT)
            _must(self._run, ["systemctl", "daemon-reload"])
            _must(self._run, ["systemctl", "enable", self._unit.name])
        elif not needed and self._unit.exists():
            _must(self._run, ["systemctl", "disable", "--now", self._unit.name])
            self._unit.unlink()
            _must(self._run, ["systemctl", "daemon-reload"])

    def _ruleset(self) -> str:
        status, out, _err = self._run(["nft", "--json", "list", "ruleset"])
        return out if status == 0 and out.strip() else '{"nftables": []}'

    def _file(self, part: str) -> Path:
        return self._folder / f"{part}.nft"


def _write(file: Path, text: str) -> None:
    """Write a file of the folder; without a text there is none, and without files no folder."""
    if text:
        file.parent.mkdir(mode=0o755, exist_ok=True)
        _replace(file, text)
    else:
        if file.exists():
            file.unlink()
        if file.parent.is_dir() and not any(file.parent.iterdir()):
            file.parent.rmdir()


def _replace(file: Path, text: str) -> None:
    """Write *file* in one step, with the mode that it has, or for everybody to read."""
    if file.exists() and file.read_text(encoding="utf-8") == text:
        return
    mode = file.stat().st_mode & 0o7777 if file.exists() else 0o644
    new = file.with_name(f".{file.name}.new")
    new.write_text(text, encoding="utf-8")
    os.chmod(new, mode)
    os.replace(new, file)


def firewalls(run: Run) -> tuple[Firewall, ...]:
    """All of them, in the order in which one is chosen: those with a service of their own before what they use themselves."""
    return (Firewalld(run), Ufw(run), Nftables(run))
