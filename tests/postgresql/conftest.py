"""A host whose PostgreSQL is real, and whose systemd is a stand-in that starts and stops it."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import typing as t
from pathlib import Path

import pytest
import yaml
from ansible_collections.llmops.litellm.plugins.module_utils import _owned_files as files
from ansible_collections.llmops.litellm.plugins.module_utils import _postgresql_places as places
from ansible_collections.llmops.litellm.plugins.module_utils import _systemctl
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql import bringing, programs
from ansible_collections.llmops.litellm.plugins.plugin_utils._postgresql.plan import plan

from tests.certificates import issue
from tests.ports import free_port

ROLE = Path(__file__).parents[2] / "roles" / "litellm_postgresql"
DEFAULTS: dict[str, t.Any] = yaml.safe_load((ROLE / "defaults" / "main.yml").read_text())
PASSWORD = "-".join(["sk", "canary", "database", "4Tb7Wq1Zx9Lp"])
LONGEST = 60
"""Seconds that a start may take on a machine with other work."""

Options = dict[str, t.Any]


class Host:
    """A host, below a folder of its own.

    :param account: the account that PostgreSQL runs as; it takes no orders from root.
    """

    def __init__(self, folder: Path, account: str) -> None:
        self.folder, self.account, self.port = folder, account, free_port()
        self.enabled: set[str] = set()
        self.active: set[str] = set()
        self.restarts: list[str] = []
        authority = issue("ca")
        self.authority, self.certificate = authority, issue("database.test", authority, ["localhost"])

    @property
    def _pg_ctl(self) -> list[str]:
        return [f"{programs.programs().folder}/pg_ctl", f"--pgdata={places.DATA}", "--silent", "--wait"]

    def _as_account(self, command: list[str]) -> int:
        log = self.folder / "log"
        with log.open("ab") as written:
            return subprocess.run(  # noqa: S603 - programs of PostgreSQL
                command, **programs.as_account(self.account), stdout=written, stderr=written, check=False
            ).returncode

    def log(self) -> str:
        """What PostgreSQL has said."""
        return (self.folder / "log").read_text() if (self.folder / "log").exists() else ""

    def stop(self, how: str = "fast") -> None:
        """Stop PostgreSQL; ``immediate`` is as a crash is."""
        if places.SERVICE in self.active:
            self._as_account([*self._pg_ctl, f"--mode={how}", "stop"])
            self.active.discard(places.SERVICE)

    def start(self) -> bool:
        """Start PostgreSQL; whether it did."""
        options = f"--options=-c config_file={places.CONFIGURATION}"
        done = self._as_account([*self._pg_ctl, f"--timeout={LONGEST}", options, "start"]) == 0
        if done:
            self.active.add(places.SERVICE)
        return done

    def systemctl(self, *words: str, program: str = "systemctl") -> str:
        """What systemd does, as far as the room asks for it."""
        act, unit = words[0], words[-1]
        if program == "systemd-analyze":
            return ""
        if act == "show":
            state = "active" if unit in self.active else "inactive"
            return f"ActiveState={state}\nUnitFileState={'enabled' if unit in self.enabled else ''}\nResult=success\n"
        if act == "enable":
            self.enabled.add(unit)
        if act == "restart":
            self.restarts.append(unit)
            if unit == places.SERVICE:
                self.stop()
                if not self.start():
                    raise _systemctl.Failed("exit status 1")
            self.active.add(unit)
        if act == "stop":
            if unit == places.SERVICE:
                self.stop()
            self.active.discard(unit)
        return ""

    def options(self, password: str = PASSWORD, **values: t.Any) -> Options:
        """What the controller declares for this host: a database at loopback, with TLS."""
        declared: Options = {
            **DEFAULTS,
            # Only root can come as another account; without it nobody does.
            "litellm_postgresql_socket_user": "daemon" if os.geteuid() == 0 else "no_account",
            "litellm_postgresql_listen": ["127.0.0.1"],
            "litellm_postgresql_port": self.port,
            "litellm_postgresql_password_env": "DATABASE_PASSWORD",
            "litellm_postgresql_tls_certificate": self.certificate.pem,
            "litellm_postgresql_tls_key": self.certificate.key_pem,
            "litellm_postgresql_tls_ca": self.authority.pem,
            "litellm_postgresql_memory": 128,
            "litellm_postgresql_dump_folder": f"{self.folder}/dumps",
            **{f"litellm_postgresql_{name}": value for name, value in values.items()},
        }
        made = plan(declared, password, "database", [], (ROLE / "files" / "dump.py").read_text())
        for file in [*made["files"], *made["pem_files"]]:
            file["path"] = self._here(file["path"])
            file["content"] = self._here(file["content"])
            file.setdefault("source", None)
        made["services"] = [places.SERVICE, *made["services"][1:]]
        return made

    def _here(self, text: str) -> str:
        for path in ("/etc/systemd/system", "/etc/tmpfiles.d"):
            text = text.replace(path, f"{self.folder}/units")
        for path in ("/etc/litellm-postgresql", "/var/lib/litellm-postgresql", "/run/litellm-postgresql"):
            here = f"{self.folder}{path}"
            # Some of it has been told the places of the test already.
            text = text.replace(here, path).replace(path, here)
        return text.replace("admin litellm-postgresql postgres", f"admin {self.account} postgres")

    def bring(self, options: Options) -> bringing.Found:
        """Bring the host to *options*; what differed before."""
        found = bringing.look(options)
        if found.changed:
            bringing.bring(options, found)
        return found


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> t.Iterator[Host]:
    """A host with the programs of PostgreSQL and without a cluster."""
    # pytest's own folders let no other account in, and the path of a socket has to be short.
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    folder.chmod(0o755)
    for name in ("units", "etc", "var/lib", "run"):
        (folder / name).mkdir(parents=True)
    account = "nobody" if os.geteuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
    made = Host(folder, account)
    for name, value in vars(places).items():
        if isinstance(value, str) and value.startswith("/"):
            monkeypatch.setattr(places, name, made._here(value))
    monkeypatch.setattr(places, "ACCOUNT", account)
    monkeypatch.setattr(places, "UNITS", {name: made._here(path) for name, path in places.UNITS.items()})
    monkeypatch.setattr(places, "MANAGED", tuple(map(made._here, places.MANAGED)))
    monkeypatch.setattr(files, "OWNER", os.getuid())
    monkeypatch.setattr(files, "group_number", lambda _name: pwd.getpwnam(account).pw_gid)
    monkeypatch.setattr(_systemctl, "systemctl", made.systemctl)
    monkeypatch.setattr(_systemctl, "journal", lambda _unit: made.log())
    monkeypatch.setattr(bringing, "READY", LONGEST)
    if not programs.programs().folder:
        pytest.fail("There is no PostgreSQL: scripts/install_postgresql.sh installs it")
    yield made
    made.stop("immediate")
    shutil.rmtree(folder)
