"""The gateway with a database that the tests ask: ``tests/keys/served.py`` starts one, else whoever calls them says where it is.

It serves the models ``mock`` and ``priced``, which need no provider, and an agent ``writer`` that is ``mock``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import typing as t
import urllib.request
import uuid
from pathlib import Path
from urllib.error import HTTPError

import pytest
import yaml

from tests.keys.host import UI, Host
from tests.prisma_engine.database import Database, running_database

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 300
"""Seconds that a play may take on a machine with other work."""

Data = dict[str, t.Any]


class Gateway:
    """The gateway, and a name that nobody else has, with which everything of one test begins."""

    def __init__(self, url: str, master_key: str, folder: Path) -> None:
        self.url, self.master_key, self.folder = url, master_key, folder
        self.mark = f"t{uuid.uuid4().hex[:8]}"

    def ask(self, path: str, body: Data | None = None, key: str = "") -> tuple[int, t.Any]:
        """The status and the JSON that *path* answers; a POST where there is a *body*."""
        headers = {"Authorization": f"Bearer {key or self.master_key}", "Content-Type": "application/json"}
        request = urllib.request.Request(self.url + path, json.dumps(body).encode() if body else None, headers)  # noqa: S310 - its own
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - its own
                return answer.status, json.load(answer)
        except HTTPError as refused:
            return refused.code, json.loads(refused.read() or b"null")

    def chat(self, key: str, model: str) -> int:
        """The status of a small request for *model*."""
        return self.ask("/v1/chat/completions", {"model": model, "messages": [{"role": "user", "content": "x"}]}, key)[
            0
        ]

    def there(self, name: str) -> Data:
        """The key that is called *name*."""
        found = self.ask(f"/key/list?return_full_object=true&key_alias={name}")[1]["keys"]
        assert len(found) == 1, name
        return t.cast(Data, found[0])

    def play(self, *arguments: str, **options: t.Any) -> Played:
        """Run ``litellm_access`` with *options*, and *arguments* of ``ansible-playbook``."""
        reach: Data = {
            "url": self.url,
            "master_key": "{{ lookup('env', 'MASTER_KEY') }}",
            "use_proxy": False,
            "owner": self.mark,
        }
        tasks: list[Data] = [{"llmops.litellm.litellm_access": {**reach, **options}, "register": "found"}]
        tasks.append(
            {
                "ansible.builtin.copy": {"content": "{{ found }}", "dest": str(self.folder / "found.json")},
                "check_mode": False,
            }
        )
        play = {"hosts": "localhost", "connection": "local", "gather_facts": False, "tasks": tasks}
        (self.folder / "play.yml").write_text(yaml.safe_dump([play]))
        (self.folder / "found.json").unlink(missing_ok=True)
        ended = subprocess.run(  # noqa: S603 - a list
            [
                *(sys.executable, "-m", "ansible", "playbook"),
                "-i",
                "localhost,",
                "-e",
                f"ansible_python_interpreter={sys.executable}",
                *arguments,
                self.folder / "play.yml",
            ],
            capture_output=True,
            text=True,
            timeout=LONGEST,
            check=False,
            cwd=self.folder,
            env={**os.environ, "ANSIBLE_CONFIG": str(ROOT / "ansible.cfg"), "MASTER_KEY": self.master_key},
        )
        result = self.folder / "found.json"
        return Played(
            ended.returncode, ended.stdout + ended.stderr, json.loads(result.read_text()) if result.exists() else {}
        )


class Played(t.NamedTuple):
    """What became of a play: its status, everything that it printed, and the module's result."""

    status: int
    printed: str
    result: Data


@pytest.fixture
def gateway(tmp_path: Path) -> Gateway:
    """The gateway that ``KEYS_GATEWAY`` and ``KEYS_MASTER_KEY`` name."""
    url, key = os.environ.get("KEYS_GATEWAY"), os.environ.get("KEYS_MASTER_KEY")
    if not url or not key:
        pytest.fail(
            "KEYS_GATEWAY and KEYS_MASTER_KEY are not set: they name a gateway with a database, and its master key"
        )
    return Gateway(url, key, tmp_path)


@pytest.fixture(scope="session")
def database() -> t.Iterator[Database]:
    """The database of the gateway that the role deploys."""
    with running_database() as running:
        yield running


@pytest.fixture(scope="session")
def host(database: Database, tmp_path_factory: pytest.TempPathFactory) -> t.Iterator[Host]:
    """A host on which a gateway with a database was deployed."""
    made = Host(tmp_path_factory.mktemp("host"), database)
    try:
        status, printed = made.play("deploy")
        assert status == 0, printed
        yield made
    finally:
        status, printed = made.play("uninstall")
        assert status == 0, printed


@pytest.fixture(scope="session")
def interface(host: Host) -> str:
    """What a deploy at the highest verbosity printed that switched the admin interface of *host* on, and the play of the keys."""
    printed = ""
    for name in ("deploy", "keys"):
        status, said = host.play(
            name,
            "-vvvv",
            "--diff",
            litellm_ui=UI,
            litellm_keys={"of-the-browser": {"models": ["hello"]}},
            litellm_key_handover={"file": str(host.folder / "keys.yml")},
        )
        assert status == 0, said
        printed += said
    return printed
