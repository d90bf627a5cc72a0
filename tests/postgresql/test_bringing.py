"""A host is brought to what is declared, with a real PostgreSQL."""

from __future__ import annotations

import typing as t
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils import _postgresql_places as places
from ansible_collections.llmops.litellm.plugins.module_utils._owned_files import Refusal
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql import asking, bringing
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql.client import Client, admin
from ansible_collections.llmops.litellm.plugins.module_utils._postgresql.programs import programs
from ansible_collections.llmops.litellm.plugins.module_utils._systemctl import Failed

from tests.certificates import issue
from tests.postgresql.conftest import PASSWORD, Host


def at_root(host: Host) -> Client:
    return admin(programs().folder, host.port)


def started_at(host: Host) -> str:
    return at_root(host).say("SELECT pg_postmaster_start_time();")


def test_a_first_run_brings_everything_and_a_second_one_nothing(host: Host) -> None:
    found = host.bring(host.options())
    assert f"{places.DATA} holds no data yet" in found.told
    assert host.restarts == [places.SERVICE, places.DUMP_TIMER]
    assert bringing.look(host.options()).told == []
    proof = asking.prove(host.options())
    assert proof.problems == []
    assert proof.notices == ["there is no dump yet"]
    assert proof.facts["most_connections"] == 100
    checksums = at_root(host).say("SHOW data_checksums;")
    assert checksums == "on"


def test_what_it_takes_while_it_runs_is_changed_so(host: Host) -> None:
    host.bring(host.options())
    start = started_at(host)
    other = "another-" + PASSWORD
    host.certificate = issue("database.test", host.authority, ["localhost"])
    changed = host.options(other, connections=90, settings={"work_mem": "6MB"})
    # One that needs a start is another matter.
    changed["files"][0]["content"] = changed["files"][0]["content"].replace("'95'", "'105'")
    found = host.bring(changed)
    assert "the role litellm has another password" in found.told
    assert "the role litellm may have 100 connections instead of 90" in found.told
    assert (started_at(host), found.restarts) == (start, [])
    assert at_root(host).say("SHOW work_mem;") == "6MB"
    assert asking.prove(changed).problems == []
    assert bringing.look(changed).told == []
    assert "password authentication failed" in str(asking.prove(host.options(connections=90)).problems)


def test_what_it_takes_at_a_start_only_starts_it_again(host: Host) -> None:
    host.bring(host.options())
    found = host.bring(host.options(memory=256))
    assert "shared_buffers is taken at a start only" in found.told
    assert at_root(host).say("SHOW shared_buffers;") == "64MB"
    assert bringing.look(host.options(memory=256)).told == []


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"settings": {"work_mmem": "6MB"}}, 'unrecognized configuration parameter "work_mmem"'),
        ({"settings": {"work_mem": "much"}}, 'invalid value for parameter "work_mem": "much"'),
        ({"tls_key": issue("other").key_pem}, "litellm_postgresql_tls_key does not belong to the certificate"),
        ({"tls_ca": "-----BEGIN CERTIFICATE-----\nno\n"}, "litellm_postgresql_tls_ca is no PEM file"),
    ],
)
def test_what_is_wrong_is_refused_and_nothing_changes(host: Host, values: dict[str, t.Any], says: str) -> None:
    with pytest.raises(Refusal) as refused:
        bringing.look(host.options(**values))
    assert says in str(refused.value)
    assert str(host.folder) not in str(refused.value).replace(places.CONFIGURATION, "")
    assert not Path(places.FOLDER).exists()


def test_where_it_does_not_start_what_was_there_comes_back(host: Host) -> None:
    host.bring(host.options())
    # It can be read, and PostgreSQL finds out at the start that there is no such library.
    broken = host.options(settings={"shared_preload_libraries": "nothing_of_that_name"})
    with pytest.raises(Failed, match="nothing_of_that_name"):
        host.bring(broken)
    assert at_root(host).say("SELECT 1;") == "1"
    assert bringing.look(host.options()).told == [f"{unit} has to be started again" for unit in (places.SERVICE,)]
    host.bring(host.options())
    assert bringing.look(host.options()).told == []


def test_where_it_does_not_start_without_tls_it_runs_again_with_the_certificate_it_had(host: Host) -> None:
    host.bring(host.options())
    broken = host.options(**{f"tls_{name}": "" for name in ("certificate", "key", "ca")})
    broken["files"][0]["content"] += "shared_preload_libraries = 'nothing_of_that_name'\n"
    assert f"{places.CERTIFICATE} should not be there" in bringing.look(broken).told
    with pytest.raises(Failed, match="nothing_of_that_name"):
        host.bring(broken)
    assert places.SERVICE in host.active
    assert asking.prove(host.options()).problems == []


def test_a_rule_that_it_does_not_understand_is_not_taken(host: Host) -> None:
    host.bring(host.options())
    broken = host.options()
    broken["files"][1]["content"] += "hostssl litellm litellm 10.0.0.0/8 scram-sha-265\n"
    with pytest.raises(Failed, match="invalid authentication method"):
        host.bring(broken)
    assert bringing.look(host.options()).changes == []
    assert "265" not in Path(places.ACCESS).read_text()
    assert asking.prove(host.options()).problems == []


def test_what_was_changed_by_hand_is_told_and_put_right(host: Host) -> None:
    host.bring(host.options())
    at_root(host).say(
        "ALTER SYSTEM SET work_mem = '64MB'; ALTER ROLE litellm SUPERUSER CONNECTION LIMIT -1 VALID UNTIL '2020-01-01';"
        "GRANT CONNECT ON DATABASE litellm TO PUBLIC; ALTER DATABASE litellm OWNER TO postgres;"
    )
    told = host.bring(host.options()).told
    assert [sentence.replace("2020-01-01T00:00:00", "2020")[:50] for sentence in told] == [
        "work_mem is set by ALTER SYSTEM",
        "the role litellm has SUPERUSER",
        "the password of the role litellm ends at 2020+00:0",
        "the role litellm may have -1 connections instead o",
        "the database litellm belongs to postgres instead o",
        "every role may use the database litellm",
    ]
    assert bringing.look(host.options()).told == []
    assert asking.prove(host.options()).problems == []


def test_a_crash_loses_nothing_that_was_accepted(host: Host) -> None:
    host.bring(host.options())
    options = host.options()
    gateway = asking._client(options, programs(), "127.0.0.1")
    gateway.say("CREATE TABLE spend (id int); INSERT INTO spend SELECT generate_series(1, 1000);")
    host.stop("immediate")
    assert f"{places.SERVICE} has to be started" in bringing.look(options).told
    host.bring(options)
    assert gateway.say("SELECT count(*) FROM spend;") == "1000"


def test_a_gateway_gets_as_many_connections_as_are_declared(host: Host) -> None:
    host.bring(host.options(connections=5))
    options = host.options(connections=5)
    gateway = asking._client(options, programs(), "127.0.0.1")
    at_root(host).say("ALTER ROLE litellm CONNECTION LIMIT 0;")
    assert "too many connections for role" in str(asking.prove(options).problems)
    host.bring(options)
    assert gateway.say("SELECT rolconnlimit FROM pg_roles WHERE rolname = 'litellm';") == "5"


def test_the_password_is_nowhere(host: Host) -> None:
    host.bring(host.options())
    for path in host.folder.rglob("*"):
        if path.is_file():
            assert PASSWORD.encode() not in path.read_bytes(), path


def test_taking_it_away_leaves_the_data_unless_told(host: Host) -> None:
    options = host.options()
    host.bring(options)
    bringing.take_away(True, options["dump_folder"])
    assert bringing.remains(True, options["dump_folder"]) == []
    assert Path(places.DATA).is_dir()
    bringing.take_away(False, options["dump_folder"])
    assert not Path(places.STATE).exists()
