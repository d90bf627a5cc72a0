"""The environments of scripts/make_cores.sh, and how a playbook is run in one."""

from __future__ import annotations

import getpass
import grp
import os
import re
import subprocess
import typing as t
from pathlib import Path

from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
CORES = ROOT / ".cache" / "cores"
SUPPORTED = re.findall(r"^make_core ([\d.]+)", (ROOT / "scripts" / "make_cores.sh").read_text(), flags=re.MULTILINE)
HERE = [core for core in SUPPORTED if (CORES / core / ".complete").is_file()]
INVENTORIES = ROOT / "inventories"

Play = t.Callable[..., "subprocess.CompletedProcess[str]"]
Refuse = t.Callable[..., str]
Inventory = t.Callable[..., Path]


def run_playbook(
    core: str, *arguments: str | Path, cwd: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run ``ansible-playbook`` of *core* in the checkout, as its user."""
    surroundings = {"ANSIBLE_CONFIG": str(ROOT / "ansible.cfg"), "ANSIBLE_NOCOLOR": "1", **environment}
    return subprocess.run(  # noqa: S603 - the command is the line below
        [CORES / core / "bin" / "ansible-playbook", *arguments],
        cwd=cwd,
        env={**os.environ, **surroundings},
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )


def gateway_of_the_caller() -> dict[str, t.Any]:
    """Variables of a gateway on this machine that whoever runs the test may have, at a free port."""
    return {
        "ansible_connection": "local",
        "ansible_python_interpreter": "{{ ansible_playbook_python }}",
        "litellm_become": False,
        "litellm_service_manager": "supervisor",
        "litellm_port": free_port(),
        "litellm_user": getpass.getuser(),
        "litellm_group": grp.getgrgid(os.getgid()).gr_name,
        "litellm_master_key": "sk-test-0123456789abcdef",
    }
