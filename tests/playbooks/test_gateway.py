"""A gateway on this machine, without root's rights: the newest core changes it, every core finds it as declared.

What costs a start of LiteLLM (deploy, rollback, uninstall) is done by the newest core here and left to check mode on the
others; everything that asks the host is real on all of them.
"""

from __future__ import annotations

import getpass
import json
import typing as t
from pathlib import Path

import pytest
import yaml

from tests.playbooks.cores import HERE, INVENTORIES, ROOT, Play, run_playbook
from tests.ports import free_port

NEWEST = HERE[-1]
OPTIONS = yaml.safe_load((ROOT / "roles/litellm/meta/argument_specs.yml").read_text())["argument_specs"]["main"][
    "options"
]
UNSET = {"bool": False, "int": 60, "float": 60}
"""What an option gets that has no default; the gateway has it too."""


class Gateway(t.NamedTuple):
    """One that serves.

    :param arguments: those of ``ansible-playbook`` that lead to it.
    :param folder: what it keeps on this machine is below it.
    """

    arguments: list[str]
    folder: Path


def typed_options() -> dict[str, t.Any]:
    """Every boolean and every number that the role takes, with the value that the gateway is deployed with."""
    return {
        name: option.get("default", UNSET[option["type"]])
        for name, option in OPTIONS.items()
        if option["type"] in UNSET
    }


def as_text(options: dict[str, t.Any]) -> list[str]:
    """*options* as a command line gives them: all of them text."""
    return [part for name, value in options.items() for part in ("--extra-vars", f"{name}={str(value).lower()}")]


@pytest.fixture(scope="session")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> t.Iterator[Gateway]:
    folder = tmp_path_factory.mktemp("gateway")
    declared = {
        **{
            name: UNSET[option["type"]]
            for name, option in OPTIONS.items()
            if option["type"] in UNSET and "default" not in option
        },
        "litellm_port": free_port(),
        "litellm_workers": 1,
        "litellm_service_manager": "supervisor",
        "litellm_user": getpass.getuser(),
        "quickstart_master_key_file": str(folder / "master_key"),
        **{f"litellm_{name}_dir": str(folder / name) for name in ("install", "config", "state", "runtime")},
    }
    (folder / "declared.yml").write_text(yaml.safe_dump(declared))
    arguments = ["--inventory", str(INVENTORIES / "quickstart"), "--extra-vars", f"@{folder / 'declared.yml'}"]
    try:
        for more in ([], ["--extra-vars", "litellm_drop_params=true"]):
            done = run_playbook(NEWEST, *arguments, *more, "playbooks/deploy.yml")
            assert done.returncode == 0, done.stdout + done.stderr
        yield Gateway([*arguments, "--extra-vars", "litellm_drop_params=true"], folder)
        done = run_playbook(NEWEST, *arguments, "playbooks/rollback.yml")
        assert "Went back to release" in done.stdout, done.stdout + done.stderr
    finally:
        done = run_playbook(NEWEST, *arguments, "playbooks/uninstall.yml")
        assert done.returncode == 0, done.stdout + done.stderr
        assert not any((folder / name).exists() for name in ("install", "config", "state"))


def test_a_gateway_is_found_as_it_is_declared(play: Play, gateway: Gateway) -> None:
    for name in ("deploy", "upgrade"):
        assert "changed=0" in play(*gateway.arguments, f"playbooks/{name}.yml").stdout
    assert "hello" in play(*gateway.arguments, "playbooks/verify.yml").stdout


def test_booleans_and_numbers_are_taken_as_text(play: Play, gateway: Gateway) -> None:
    options = {**typed_options(), "litellm_workers": 1, "litellm_drop_params": True, "litellm_verify_probe": True}
    del options["litellm_port"]
    text = as_text({**options, "litellm_become": False, "litellm_serial": 2})
    assert "changed=0" in play(*gateway.arguments, *text, "playbooks/upgrade.yml").stdout
    done = play(*gateway.arguments, *text, "playbooks/verify.yml")
    assert "Ask each model for a small answer" in done.stdout


def test_what_would_be_done_is_told(play: Play, gateway: Gateway) -> None:
    def would(name: str, *more: str) -> str:
        return play(*gateway.arguments, "--check", "--diff", *more, f"playbooks/{name}.yml").stdout

    assert "would change" in would("deploy", "--extra-vars", "litellm_timeout=61")
    assert "Would go back to release 1" in " ".join(would("rollback").split())
    assert "changed=0" in would("verify")
    would("uninstall")
    play(*gateway.arguments, "playbooks/verify.yml")


@pytest.mark.newest_core
def test_the_report_of_it(play: Play, gateway: Gateway, tmp_path: Path) -> None:
    told = [
        "--extra-vars",
        f"litellm_report_file={tmp_path / 'page.html'}",
        "--extra-vars",
        "litellm_report_probe=true",
    ]
    play(*gateway.arguments, *told, "playbooks/report.yml")
    (found,) = json.loads((tmp_path / "page.json").read_text())["gateways"]
    assert (found["state"], found["release"], found["differs"], found["usage"]) == ("serves", 2, [], None)
    assert [each["answered"] for each in found["asked"]] == [True] * len(found["deployments"])
    assert found["since"] >= found["released"][:10]
    assert "1 of 1 gateways serve." in (tmp_path / "page.html").read_text()
