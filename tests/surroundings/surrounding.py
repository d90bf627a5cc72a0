"""A copy of this checkout in a place where somebody deploys from: its folder, account, umask, environment and settings.

Everything that a deploy makes lies below one folder of the test's own, and the service's account is the test's own
too, so that a gateway on this machine is left alone.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import typing as t
from dataclasses import dataclass, field
from pathlib import Path

from tests.ports import free_port

PROJECT = Path(__file__).resolve().parents[2]
PATHS = ("install", "config", "state", "runtime")
PROGRAMS = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

LEADS_ASTRAY = 'raise SystemExit("{name} was imported from PYTHONPATH")\n'

HOSTILE_PIP = {
    "user": "true",
    "target": "/nonexistent/target",
    "prefix": "/nonexistent/prefix",
    "root": "/nonexistent/root",
    "require-virtualenv": "true",
    "require-hashes": "true",
    "constraint": "/nonexistent/constraint",
    "no-deps": "true",
}
"""What a configuration of pip may say and what would lead an installation elsewhere, or end it."""


def pip_configuration() -> str:
    """A hostile configuration for pip that still knows this machine's mirror and certificates."""
    command = [sys.executable, "-m", "pip", "config", "list"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 - this Python's pip
    names = (line.removeprefix("global.").split("=", 1) for line in told.splitlines() if line.startswith("global."))
    own = {name: value.strip("'") for name, value in names}
    return "[global]\n" + "".join(f"{name} = {value}\n" for name, value in {**own, **HOSTILE_PIP}.items())


def copy_checkout(target: Path) -> None:
    """Copy what git has or would have of this checkout."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=PROJECT, capture_output=True, text=True, check=True).stdout  # noqa: S603 - git
    for name in filter(None, names.split("\0")):
        source, copy = PROJECT / name, target / name
        if source.is_symlink() or source.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, copy, follow_symlinks=False)


@dataclass
class Surrounding:
    """Where, as whom and with what in the environment somebody deploys.

    :param root: the folder that everything lies below; every account may enter it.
    :param folder: the checkout's name, which may have blanks.
    :param account: who deploys; None for whoever runs the test.
    :param environment: what is set; None takes a variable away.
    :param user: whom the service runs as, where root deploys.
    """

    root: Path
    folder: str
    umask: int
    environment: t.Mapping[str, str | None]
    account: pwd.struct_passwd | None = None
    user: str = "litellm"
    variables: dict[str, t.Any] = field(default_factory=dict)
    port: int = field(default_factory=free_port)

    @property
    def checkout(self) -> Path:
        return self.root / "closed to others" / self.folder

    def path(self, name: str) -> Path:
        """One of the gateway's folders."""
        return self.root / "gateway" / name

    def prepare(self) -> None:
        """Copy the checkout, and close its folder to everybody but who deploys."""
        copy_checkout(self.checkout)
        own = {f"litellm_{name}_dir": str(self.path(name)) for name in PATHS}
        # systemd has one gateway for the whole machine, which is not the test's.
        own |= {"litellm_service_manager": "supervisor", "litellm_user": self.user}
        lines = [f"{name}: {value}\n" for name, value in {**own, **self.variables}.items()]
        (self.checkout / "inventories/quickstart/group_vars/all.yml").write_text("".join(lines), encoding="utf-8")
        closed, place = self.checkout.parent, self.path("")
        closed.chmod(0o700)
        place.mkdir()
        place.chmod(0o755)
        if self.account:
            for path in (place, closed, *closed.rglob("*")):
                os.chown(path, self.account.pw_uid, self.account.pw_gid, follow_symlinks=False)

    def make(self, target: str) -> subprocess.CompletedProcess[str]:
        """Run make there, and return what it printed and how it ended."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "ANSIBLE"))}
        changed = {**inherited, **self.environment}
        return subprocess.run(  # noqa: S603 - make, with a target of the test
            ["make", "--no-print-directory", target, f"PORT={self.port}", *self._python()],  # noqa: S607 - from PATH
            cwd=self.checkout,
            env={name: value for name, value in changed.items() if value is not None},
            umask=self.umask,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
            timeout=1800,
            user=self.account.pw_uid if self.account else None,
            group=self.account.pw_gid if self.account else None,
            extra_groups=[] if self.account else None,
        )

    def _python(self) -> list[str]:
        return [f"PYTHON={python_of(self.account)}"]

    def processes(self) -> list[str]:
        """Command lines of what still runs of the gateway."""
        found = []
        for path in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                line = path.read_bytes().replace(b"\0", b" ").decode(errors="replace")
            except OSError:
                continue  # it ended
            if str(self.path("")) in line:
                found.append(line)
        return found


def python_of(account: pwd.struct_passwd | None) -> str:
    """A Python with venv that *account* can run; empty where there is none."""
    base = getattr(sys, "_base_executable", sys.executable)
    if account is None:
        return str(base)
    question = "import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 10))"
    for python in ("/usr/bin/python3", str(base)):
        try:
            asked = subprocess.run(  # noqa: S603 - a Python of this machine
                [python, "-I", "-c", question],
                user=account.pw_uid,
                group=account.pw_gid,
                extra_groups=[],
                cwd="/",
                capture_output=True,
                check=False,
            )
        except OSError:
            continue  # it is not there, or not to be entered
        if asked.returncode == 0:
            return python
    return ""
