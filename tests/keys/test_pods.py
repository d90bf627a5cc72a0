"""What the Job and the waiting container of the manifests run, run here: the same words and variables, a real LiteLLM and PostgreSQL."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import typing as t
from pathlib import Path

import pytest
import yaml

from tests.keys.served import ROOT, engine_settings, migrations
from tests.prisma_engine.database import Database, running_database
from tests.routing.gateway import KEY

LONGEST = 600
"""Seconds that all migrations may take on a machine with other work."""
PASSWORD = "canary-p@ss/w:rd-0123456789"  # noqa: S105 - of a database that asks for none
FULL = "no room is left"
NO_ROOM = f"""
CREATE FUNCTION no_room() RETURNS event_trigger LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION '{FULL}'; END$$;
CREATE EVENT TRIGGER no_room ON ddl_command_start WHEN TAG IN ('ALTER TABLE') EXECUTE FUNCTION no_room();
"""
"""PostgreSQL makes tables and changes none."""
ROOM = "DROP EVENT TRIGGER no_room; DROP FUNCTION no_room();"
TAKEN_BACK = "UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL"
"""What ``prisma migrate resolve --rolled-back`` writes."""

Data = dict[str, t.Any]


class Pods:
    """The written manifests, and what stands in a cluster where they name it."""

    def __init__(self, folder: Path, database: Database, python: str) -> None:
        self.folder, self.python, self.database = folder, python, database
        self._play()
        found = [yaml.safe_load(path.read_text()) for path in (folder / "manifests").iterdir()]
        self.job = next(each for each in found if each["kind"] == "Job")
        self.deployment = next(each for each in found if each["kind"] == "Deployment")
        (program,) = (each for each in found if "migrations.py" in each.get("data", {}))
        self.secret = yaml.safe_load((folder / "secret.yaml").read_text())
        assert {"name": "gateway", "configMap": {"name": program["metadata"]["name"]}} in self._pod(self.job)["volumes"]
        for name, text in program["data"].items():
            path = folder / "gateway" / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
        (folder / "tmp").mkdir()

    def _play(self) -> None:
        variables: Data = {
            "litellm_models": {"hello": {"upstream": "gpt-4o-mini", "mock_response": "Hello."}},
            "litellm_master_key": KEY,
            "litellm_salt_key": "canary-salt-0123456789",
            "litellm_secrets": {"PASSWORD": PASSWORD},
            "litellm_database": {
                "host": "127.0.0.1",
                "port": self.database.port,
                "password_env": "PASSWORD",
                "sslmode": "disable",
            },
            "litellm_environment": engine_settings(),
            "litellm_image_python": self.python,
            "litellm_kubernetes_folder": str(self.folder / "manifests"),
            "litellm_kubernetes_secret_file": str(self.folder / "secret.yaml"),
        }
        (self.folder / "variables.json").write_text(json.dumps(variables))
        (self.folder / "hosts.yml").write_text(yaml.safe_dump({"litellm": {"hosts": {"pods": None}}}))
        subprocess.run(  # noqa: S603 - a list
            [
                *(sys.executable, "-m", "ansible", "playbook", "-i", self.folder / "hosts.yml"),
                *("-e", f"@{self.folder / 'variables.json'}", ROOT / "playbooks" / "kubernetes.yml"),
            ],
            check=True,
            timeout=LONGEST,
            env={**os.environ, "ANSIBLE_CONFIG": str(ROOT / "ansible.cfg")},
        )

    def _pod(self, manifest: Data) -> Data:
        return t.cast(Data, manifest["spec"]["template"]["spec"])

    def start(self, container: Data, seconds: str = "") -> subprocess.Popen[str]:
        """Start what *container* runs, with its variables and no others but where programs are; *seconds* instead of its own."""
        where = {"/opt/litellm/gateway/": f"{self.folder}/gateway/", "/tmp": f"{self.folder}/tmp"}  # noqa: S108 - of the pod
        words = [where.get(word, word) for word in container["command"]]
        words = [word.replace("/opt/litellm/gateway/", where["/opt/litellm/gateway/"]) for word in words]
        variables = {"PATH": os.environ["PATH"]}
        for each in container["env"]:
            reference = each.get("valueFrom", {}).get("secretKeyRef")
            if reference:
                assert reference["name"] == self.secret["metadata"]["name"]
            variables[each["name"]] = self.secret["stringData"][reference["key"]] if reference else each["value"]
        assert PASSWORD not in str(words)
        return subprocess.Popen(  # noqa: S603 - of the manifest
            [*words[:-1], seconds or words[-1]],
            env=variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def migrate(self) -> tuple[int, str]:
        """How the Job's container ends, and its log."""
        return self._ended(self.start(self._pod(self.job)["containers"][0]))

    def waiting(self, seconds: str = "") -> subprocess.Popen[str]:
        """The container before the gateway's, started."""
        return self.start(self._pod(self.deployment)["initContainers"][0], seconds)

    def wait(self, seconds: str = "") -> tuple[int, str]:
        """How the container before the gateway's ends, and its log."""
        return self._ended(self.waiting(seconds))

    def _ended(self, process: subprocess.Popen[str]) -> tuple[int, str]:
        printed, _nothing = process.communicate(timeout=LONGEST)
        assert "canary" not in printed
        assert not list((self.folder / "tmp").glob("litellm-migration-*"))
        return process.returncode, printed

    def done(self) -> list[str]:
        """The migrations that the database has."""
        names = self.database.sql("SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL")
        return sorted(names.splitlines())


def next_sentence(waiting: subprocess.Popen[str]) -> str:
    """The next line of the log that is not of Prisma's engine, which tells its version whenever it starts, and what it lacks."""
    assert waiting.stdout is not None
    return next(line.rstrip("\n") for line in waiting.stdout if not line.startswith(("query-engine ", "{")))


@pytest.fixture
def pods(tmp_path: Path) -> t.Iterator[Pods]:
    """A gateway in pods, and an empty database."""
    python = os.environ.get("KEYS_PYTHON")
    if not python:
        pytest.fail("KEYS_PYTHON is not set: it names the Python of a LiteLLM with a client of Prisma")
    with running_database() as database:
        yield Pods(tmp_path, database, python)


def test_the_job_migrates_an_empty_database_while_the_pods_wait(pods: Pods) -> None:
    names = sorted(path.parent.name for path in migrations(pods.python).glob("*/migration.sql"))
    waiting = pods.waiting()
    assert next_sentence(waiting) == f"The database lacks {len(names)} migrations, from {names[0]} to {names[-1]}."
    status, log = pods.migrate()
    assert status == 0, log
    more = f"The database has all migrations of this LiteLLM, {len(names)} more than before."
    assert log.splitlines()[-1] == more
    assert pods.done() == names
    printed = waiting.communicate(timeout=LONGEST)[0]
    assert (waiting.returncode, printed.splitlines()[-1]) == (0, "The database has all migrations of this LiteLLM.")

    lines = "SELECT count(*), max(finished_at) FROM _prisma_migrations"
    before = pods.database.sql(lines)
    status, log = pods.migrate()
    assert (status, log.splitlines()[-1]) == (0, "The database has all migrations of this LiteLLM.")
    assert pods.database.sql(lines) == before


def test_a_migration_that_fails_is_told_and_the_pods_wait_on(pods: Pods) -> None:
    pods.database.sql(NO_ROOM)
    status, log = pods.migrate()
    said = log.splitlines()[-1]
    open_lines = "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NULL"
    (failed,) = pods.database.sql(open_lines).splitlines()
    assert status == 2, log
    assert said.startswith(f"LiteLLM could not migrate the database; {len(pods.done())} of "), log
    assert f" {failed} failed: " in said
    assert FULL in said
    status, log = pods.wait("0")
    assert status == 1
    assert log.splitlines()[-1].startswith("The database lacks ")
    assert f" {failed} failed: " in log

    pods.database.sql(ROOM + TAKEN_BACK)
    status, log = pods.migrate()
    assert status == 0, log
    assert pods.wait()[0] == 0


def test_a_database_that_is_away_is_told_and_asked_again(pods: Pods) -> None:
    pods.database.pg_ctl("--mode=immediate", "stop")
    try:
        status, log = pods.migrate()
        waiting = pods.waiting()
        assert next_sentence(waiting).startswith("The database cannot be asked what it lacks: ")
    finally:
        pods.database.start()
    assert status == 1
    assert log.splitlines()[-1].startswith("The database cannot be asked what it lacks: ")
    assert next_sentence(waiting).startswith("The database lacks ")
    waiting.terminate()
    assert waiting.wait(timeout=60) != 0
