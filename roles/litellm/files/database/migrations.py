# SPDX-License-Identifier: GPL-3.0-or-later
"""LiteLLM's migrations of its database: which there are, which are pending, and LiteLLM's own job that carries them out.

``python -I -c TEXT known``, ``… look ACCOUNT``, ``… migrate ACCOUNT FOLDER SECONDS`` and ``… wait ACCOUNT FOLDER SECONDS``, with the
Python of an installation. Prints one line of JSON, and with the last two a sentence to standard error. Standard input is the service's
environment, as environment files have it, and empty in a pod, whose processes have it already. ACCOUNT is whom root becomes first, and
empty to become nobody; FOLDER is one that the account may write to and run programs of; SECONDS is how long the job may take, or how
long somebody else's is waited for. Ends with 1 where the database cannot be asked, or lacks something after the wait, and with 2 where
it could not be migrated. Nothing that it prints, and no argument of what it starts, has the database's password.
"""

from __future__ import annotations

import asyncio
import grp
import importlib.util
import io
import json
import os
import pwd
import re
import signal
import sys
import tempfile
import time
import types
import typing as t
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlsplit

ADDRESS, DIRECT = "DATABASE_URL", "DIRECT_URL"
ENGINE = "PRISMA_SCHEMA_ENGINE_BINARY"
LEDGER = "_prisma_migrations"
"""Prisma's table of what was done to the database."""

PERIOD = 5
"""Seconds after which the database is asked again."""
UNASKED, UNDONE = 1, 2
"""How this ends where the database could not be asked, or did not become what was waited for, and where it could not be migrated."""

HIDDEN = "LITELLM_MIGRATION"
"""What the variables begin with that only the program before Prisma's engine reads."""

# What an older LiteLLM still reads or needs is gone afterwards, or no longer what it was. Prisma names unique indexes …_key.
BREAKS = re.compile(
    r"""\bDROP\s+(?:TABLE|COLUMN|TYPE|CONSTRAINT)\b|\bDROP\s+INDEX\s+[^;]*_key"|\bRENAME\b|\bSET\s+NOT\s+NULL\b|\bSET\s+DATA\s+TYPE\b"""
    r"""|\bADD\s+COLUMN\s+(?:IF\s+NOT\s+EXISTS\s+)?"[^"]+"(?![^,;]*\bDEFAULT\b)[^,;]*\bNOT\s+NULL\b""",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"--[^\n]*")
_STAMP = re.compile(r"\d{14}_")

# Prisma's program names the address of the database in an argument of its engine, to ask whether it is there, which was just asked.
# Whatever it tells the engine to do afterwards is in no argument.
_BEFORE_ENGINE = f"""#!/bin/sh
case "$*" in *can-connect-to-database) exit 0 ;; esac
{ADDRESS}=${HIDDEN}_ADDRESS exec "${HIDDEN}_ENGINE" "$@"
"""


class OutOfTime(BaseException):
    """The job took too long. Not an ``Exception``, of which LiteLLM tries again."""


class Failed(Exception):
    """What did not work, in words for the operator."""


@dataclass(frozen=True)
class Row:
    """A line of Prisma's table."""

    name: str
    done: bool
    taken_back: bool
    said: str


def folder_of_migrations() -> Path:
    """Where LiteLLM keeps them."""
    found = importlib.util.find_spec("litellm_proxy_extras")
    if found is None or found.origin is None:
        raise Failed("litellm-proxy-extras is missing, which has LiteLLM's migrations")
    return Path(found.origin).parent / "migrations"


def known(folder: Path) -> dict[str, t.Any]:
    """The migrations below *folder*: their names in order, and those after which an older LiteLLM does not work as before."""
    texts = {path.parent.name: path.read_text(encoding="utf-8") for path in folder.glob("*/migration.sql")}
    breaking = sorted(name for name, text in texts.items() if BREAKS.search(_COMMENT.sub("", text)))
    return {"names": sorted(texts), "breaking": breaking}


def compared(names: t.Sequence[str], rows: t.Iterable[Row]) -> dict[str, t.Any]:
    """What a database with *rows* lacks of the migrations *names*, what it has of a newer LiteLLM, and what failed there."""
    rows = list(rows)
    done = {row.name for row in rows if row.done and not row.taken_back}
    newest = max(names, default="")
    return {
        "applied": len(done),
        "pending": [name for name in names if name not in done],
        # As LiteLLM itself tells it: what it does not know and is later than all that it knows.
        "ahead": sorted(name for name in done - set(names) if _STAMP.match(name) and name > newest),
        "failed": [
            {"name": row.name, "said": row.said.strip()}
            for row in rows
            if not row.done and not row.taken_back and row.name not in done
        ],
    }


def read_rows(found: t.Iterable[t.Mapping[str, t.Any]]) -> list[Row]:
    """The lines of Prisma's table as its client returns them."""
    return [
        Row(each["migration_name"], bool(each["done"]), bool(each["taken_back"]), each["logs"] or "") for each in found
    ]


async def _ask() -> list[Row]:
    from prisma import Prisma

    client = Prisma()
    await client.connect()
    try:
        there = await client.query_raw(f"SELECT to_regclass('{LEDGER}')::text AS name")
        if not there[0]["name"]:
            return []
        return read_rows(
            await client.query_raw(
                "SELECT migration_name, finished_at IS NOT NULL AS done, rolled_back_at IS NOT NULL AS taken_back, logs"  # noqa: S608
                f" FROM {LEDGER} ORDER BY started_at"
            )
        )
    finally:
        await client.disconnect()


def look() -> dict[str, t.Any]:
    """What the database lacks of the migrations.

    :raises Failed: when it cannot be asked.
    """
    names = known(folder_of_migrations())["names"]
    try:
        rows = asyncio.run(_ask())
    except Exception as wrong:  # of the client, of its engine, or of the network below both
        raise Failed(f"{type(wrong).__name__}: {wrong}") from wrong
    return compared(names, rows)


def without_password(address: str) -> tuple[str, str]:
    """*address* without its password, and that. A socket is the host, too, where libpq looks for it."""
    parts = urlsplit(address)
    who, at, place = parts.netloc.rpartition("@")
    user, _colon, password = who.partition(":")
    socket = parse_qs(parts.query).get("host", [""])[-1]
    if socket.startswith("/"):
        _host, colon, port = place.rpartition(":")
        place = f"{quote(socket, safe='')}{colon}{port}"
    return parts._replace(netloc=f"{user}{at}{place}").geturl(), unquote(password)


def schema_engine(environment: t.Mapping[str, str]) -> str:
    """The program that migrates: the one that is named, or what Prisma has downloaded; empty where nobody can tell."""
    if environment.get(ENGINE):
        return environment[ENGINE]
    from prisma import config

    found = sorted(Path(config.binary_cache_dir).glob("node_modules/**/schema-engine-*"))
    return next((str(path) for path in found if path.is_file() and os.access(path, os.X_OK)), "")


def hide_password(environment: t.MutableMapping[str, str], folder: Path) -> None:
    """Have Prisma's program know the address without the password, and its engine alone with it.

    :param folder: where the program that stands before the engine is written.
    """
    engine = schema_engine(environment)
    whole = environment.pop(DIRECT, "") or environment[ADDRESS]
    bare, password = without_password(whole)
    if not engine or not password:
        environment[ADDRESS] = whole if password else bare
        return
    before = folder / "schema-engine"
    before.write_text(_BEFORE_ENGINE, encoding="utf-8")
    before.chmod(0o700)
    environment.update({ADDRESS: bare, "PGPASSWORD": password, ENGINE: str(before)})
    environment.update({f"{HIDDEN}_ADDRESS": whole, f"{HIDDEN}_ENGINE": engine})


def carry_out(seconds: int, folder: Path) -> str:
    """Have LiteLLM migrate the database, and make the indexes that it makes afterwards. What went wrong, or nothing.

    :param folder: one that may be written to; what is put there is taken away again.
    """
    from litellm_proxy_extras.utils import ProxyExtrasDBManager as Manager

    def end(_signal: int, _frame: types.FrameType | None) -> None:
        raise OutOfTime

    before = dict(os.environ)
    with tempfile.TemporaryDirectory(prefix="litellm-migration-", dir=folder) as made:
        os.environ["LITELLM_MIGRATION_DIR"] = f"{made}/migrations"
        for name in ("LITELLM_PRISMA_MIGRATE_DEPLOY_TIMEOUT", "LITELLM_MIGRATION_LOCK_TIMEOUT"):
            os.environ.setdefault(name, str(seconds))
        hide_password(os.environ, Path(made))
        signal.signal(signal.SIGALRM, end)
        signal.alarm(seconds)
        try:
            if not Manager.setup_database(use_migrate=True, use_v2_resolver=True):
                return "LiteLLM's job gave up, and said nothing more"
            build = getattr(Manager, "build_request_log_indexes", None)
            if build is not None and not build():
                return "LiteLLM could not build the indexes of its request log"
        except OutOfTime:
            return f"it took longer than {seconds} seconds"
        except RuntimeError as wrong:
            return str(wrong)
        finally:
            signal.alarm(0)
            os.environ.clear()
            os.environ.update(before)
    return ""


def migrate(seconds: int, folder: Path) -> dict[str, t.Any]:
    """Carry out what is pending; what is pending then, ``done`` of what was, and ``said``, what LiteLLM said where it failed."""
    before = look()
    if not before["pending"]:
        return {**before, "done": [], "said": ""}
    said = carry_out(seconds, folder)
    after = look()
    return {**after, "done": [name for name in before["pending"] if name not in after["pending"]], "said": said}


def wait(seconds: int, tell: t.Callable[[str], None]) -> dict[str, t.Any]:
    """What the database lacks once nothing is pending, or after *seconds*.

    :param tell: what is told, in a sentence, whenever it is another one than before.
    :raises Failed: when it could not be asked at last.
    """
    end, told = time.monotonic() + seconds, ""
    while True:
        late = time.monotonic() >= end
        try:
            answer = look()
        except Failed as wrong:
            if late:
                raise
            answer = {"wrong": str(wrong)}
        else:
            if late or not answer["pending"]:
                return answer
        now = sentence(answer)
        if now != told:
            tell(now)
        told = now
        time.sleep(PERIOD)


def sentence(answer: t.Mapping[str, t.Any]) -> str:
    """*answer* for the operator, in one line."""
    if "wrong" in answer:
        return _line(f"The database cannot be asked what it lacks: {answer['wrong']}")
    pending, done, said = answer["pending"], answer.get("done"), answer.get("said", "")
    failed = " ".join(f"{each['name']} failed: {each['said']}" for each in answer["failed"] if each["said"])
    if said or (pending and done is not None):
        of = f"{len(done or [])} of {len(done or []) + len(pending)} migrations are done, and stay"
        return _line(f"LiteLLM could not migrate the database; {of}. {failed or said or 'Nothing tells why.'}")
    if pending:
        which = f"{len(pending)} migrations, from {pending[0]} to {pending[-1]}" if pending[1:] else pending[0]
        return _line(f"The database lacks {which}. {failed}")
    more = f", {len(done)} more than before" if done else ""
    newer = f", and {', '.join(answer['ahead'])} of a newer one" if answer["ahead"] else ""
    return _line(f"The database has all migrations of this LiteLLM{more}{newer}.")


def _line(text: str) -> str:
    """*text* in one line, and short enough for the status of a pod."""
    return " ".join(text.split())[:2000]


def become(account: str) -> None:
    """Be *account* from now on, where this is root."""
    if not account or os.geteuid() != 0:
        return
    user = pwd.getpwnam(account)
    os.setgroups([group.gr_gid for group in grp.getgrall() if account in group.gr_mem] + [user.pw_gid])
    os.setgid(user.pw_gid)
    os.setuid(user.pw_uid)


def enter(text: str, account: str, folder: str) -> None:
    """Be the service: its account, and its environment in *text*, beside a little of this one."""
    from dotenv import dotenv_values

    become(account)
    given = dotenv_values(stream=io.StringIO(text), interpolate=False)
    programs = str(Path(sys.executable).parent)
    os.environ["PATH"] = f"{programs}:{os.environ.get('PATH', '/usr/bin:/bin')}"
    os.environ["HOME"] = folder
    os.environ.update({name: value for name, value in given.items() if value is not None and name != "PATH"})
    os.chdir(folder)


def secrets_in(environment: t.Mapping[str, str]) -> list[str]:
    """What must not be printed: addresses with their passwords, and these, as they are written and as they are meant."""
    found = []
    for name in (ADDRESS, DIRECT):
        who = urlsplit(environment.get(name, "")).netloc.rpartition("@")[0]
        password = who.partition(":")[2]
        found += [environment.get(name, ""), password, unquote(password)]
    return sorted({each for each in found if each}, key=len, reverse=True)


def without(secrets: t.Sequence[str], text: str) -> str:
    """*text* without the *secrets*."""
    for secret in secrets:
        text = text.replace(secret, "[hidden]")
    return text


def hidden(answer: t.Any, secrets: t.Sequence[str]) -> t.Any:
    """*answer* without the *secrets* in what others said."""
    if isinstance(answer, dict):
        return {
            name: without(secrets, each)
            if name in ("said", "wrong") and isinstance(each, str)
            else hidden(each, secrets)
            for name, each in answer.items()
        }
    return [hidden(each, secrets) for each in answer] if isinstance(answer, list) else answer


def answers_alone() -> t.TextIO:
    """Standard output, for the answer; what Prisma and LiteLLM print, and what they start, goes to standard error from now on."""
    alone = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return alone


def main(arguments: t.Sequence[str], output: t.TextIO) -> int:
    """Answer, or say in a sentence why not."""
    act, *rest = arguments
    secrets: list[str] = []

    def tell(text: str) -> None:
        print(without(secrets, text), file=sys.stderr, flush=True)

    try:
        if act == "known":
            answer = known(folder_of_migrations())
        else:
            account, folder, seconds = [*rest, "", "", ""][:3]
            enter(sys.stdin.read(), account, folder or "/")
            secrets = secrets_in(os.environ)
            acts: dict[str, t.Callable[[], dict[str, t.Any]]] = {
                "look": look,
                "wait": lambda: wait(int(seconds), tell),
                "migrate": lambda: migrate(int(seconds), Path(folder)),
            }
            answer = acts[act]()
    except (Failed, OSError, KeyError, ValueError) as wrong:
        answer = {"wrong": f"{wrong}" or type(wrong).__name__}
    output.write(json.dumps(hidden(answer, secrets)) + "\n")
    output.flush()
    if act in ("migrate", "wait"):
        # The last line, which is what a cluster shows of a container that failed.
        tell(sentence(answer))
    return status(act, answer)


def status(act: str, answer: t.Mapping[str, t.Any]) -> int:
    """How this ends."""
    if "wrong" in answer:
        return UNASKED
    if act == "migrate" and (answer["said"] or answer["pending"]):
        return UNDONE
    return UNASKED if act == "wait" and answer["pending"] else 0


if __name__ == "__main__":
    with answers_alone() as alone:
        ended = main(sys.argv[1:], alone)
    sys.exit(ended)
