"""When there is a way back, what is done for it, and what is said where there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._release.going_back import (
    back_fault,
    database_fault,
    plan_back,
)
from ansible_collections.llmops.litellm.plugins.module_utils._release.observed import Observed
from ansible_collections.llmops.litellm.plugins.module_utils._release.permissions import Whose

from tests.unit.plugins.module_utils.releases import AT, LAYOUT, contained, release
from tests.unit.plugins.module_utils.simulated_host import after, said

WHOSE = Whose("root", "litellm", "litellm", units=True)
NONE = "There is no release to go back to: /var/lib/litellm/releases names no earlier one."


def test_nothing_to_go_back_to() -> None:
    for observed in (Observed(), after(release()).observe()):
        assert str(back_fault(LAYOUT, observed)) == NONE


def damaged(observed: Observed, path: str, digest: str | None) -> Observed:
    digests = {name: value for name, value in observed.digests.items() if name != path}
    return replace(observed, digests={**digests, path: digest} if digest else digests)


@pytest.mark.parametrize(
    ("path", "digest", "lacks"),
    [
        ("/opt/litellm/slots/1/gateway/__main__.py", None, "__main__.py is missing"),
        ("/etc/litellm/slots/1/config.yaml", "another", "config.yaml differs"),
        ("/etc/litellm/slots/1/litellm.env", "another", "litellm.env differs"),
        ("/etc/systemd/system/litellm@1.service", None, "litellm@1.service is missing"),
    ],
)
def test_a_slot_that_is_not_whole_is_not_gone_back_to(path: str, digest: str | None, lacks: str) -> None:
    observed = after(release(version="1.105.0"), release()).observe()
    assert back_fault(LAYOUT, observed) is None
    broken = damaged(observed, path, digest)
    assert (
        str(back_fault(LAYOUT, broken)) == f"Release 1 cannot be gone back to: slot 1 is not whole any more ({lacks})."
    )


def test_a_slot_without_its_environment() -> None:
    observed = replace(after(release(version="1.105.0"), release()).observe(), installations=frozenset())
    problem = "Release 1 cannot be gone back to: slot 1 is not whole any more (LiteLLM 1.105.0 is missing)."
    assert str(back_fault(LAYOUT, observed)) == problem


def test_a_record_without_digests_needs_its_secrets() -> None:
    observed = after(release(version="1.105.0"), release()).observe()
    observed = replace(observed, records=tuple(replace(record, files={}) for record in observed.records))
    assert back_fault(LAYOUT, observed) is None
    fault = back_fault(LAYOUT, damaged(observed, "/etc/litellm/slots/1/litellm.env", None))
    assert "(litellm.env is missing)" in str(fault)


def test_a_gateway_that_has_moved() -> None:
    host = after(release())
    host.layout = replace(LAYOUT, config="/srv/etc", state="/srv/state")
    assert host.play(release())
    assert str(back_fault(host.layout, host.observe())) == (
        "Release 1 cannot be gone back to: it was in /etc/litellm and /var/lib/litellm, and the gateway has moved since; "
        "deploy what you want instead."
    )


def test_another_holder_of_the_port() -> None:
    host = after(release(manager="supervisor"), release())
    assert str(back_fault(LAYOUT, host.observe())) == (
        "Release 1 cannot be gone back to: supervisor ran it, and systemd runs the gateway now; deploy what you want instead."
    )


@pytest.mark.parametrize("manager", ["systemd", "supervisor"])
def test_going_back_and_forth(manager: str) -> None:
    first, second = release(manager=manager, version="1.105.0"), release(manager=manager)
    host = after(first, second)
    before = host.observe().previous
    assert before
    todo = plan_back(LAYOUT, host.observe(), before, WHOSE._replace(units=manager == "systemd"), AT)
    assert said(todo) == [f"release: was 2, is 1 of {AT} again", "LiteLLM: was 1.106.2, is 1.105.0"]
    assert (todo.slot, todo.install, todo.rebind, todo.files, todo.manager_files) == (1, False, False, (), ())
    assert host.go_back(manager)
    assert host.planned(first).differences == ()
    assert host.records()[-1].changes == ("went back to release 1", "LiteLLM: was 1.106.2, is 1.105.0")
    assert host.go_back(manager)
    assert host.planned(second).differences == ()
    # The release after a rollback takes the slot that neither of the two has.
    third = release(manager=manager, config="# third\n")
    assert host.planned(third).slot == 3


@pytest.mark.parametrize("manager", ["systemd", "supervisor"])
def test_going_back_to_another_address(manager: str) -> None:
    before, now = release(manager=manager), release(manager=manager, port=4001)
    host = after(before, now)
    assert host.go_back(manager)
    assert host.answers_at(before.address)
    assert host.planned(before).differences == ()


@pytest.mark.parametrize("manager", ["systemd", "supervisor"])
def test_a_rollback_that_ends_early_is_put_right_by_the_next_play(manager: str) -> None:
    first, second = release(manager=manager, config="# first\n"), release(manager=manager)
    complete, stop_after = False, 0
    while not complete:
        host = after(first, second)
        complete = host.go_back(manager, stop_after)
        stop_after += 1
        assert host.play(second)
        assert host.planned(second).differences == ()


def test_going_back_to_another_service_manager() -> None:
    host = after(release(), contained("podman"))
    assert host.go_back("systemd")
    assert host.planned(release()).differences == ()


def kept(migration: str = "", *breaking: str, salt: str = "") -> Observed:
    """A host that went from one LiteLLM to the next, the later with a database as is said, the earlier with its first migrations."""
    observed = after(release(version="1.105.0"), release()).observe()
    before, served = sorted(observed.records, key=lambda record: record.number)
    before = replace(before, migration="20250101000000_a", breaking=("20240101000000_z",), salt="abcd")
    served = replace(served, migration=migration, breaking=("20240101000000_z", *breaking), salt=salt)
    return replace(observed, records=(before, served))


def refusal(observed: Observed, other_salt: bool = False, older: bool = False) -> str:
    assert observed.served
    assert observed.previous
    fault = database_fault(observed.served, observed.previous, other_salt, older)
    return str(fault) if fault else ""


def test_a_migration_that_took_something_away_is_not_gone_back_across() -> None:
    observed = kept("20250301000000_c", "20250201000000_b")
    assert refusal(observed) == (
        "Release 1 cannot be gone back to: LiteLLM 1.106.2 has taken from the database what LiteLLM 1.105.0 needs "
        "(20250201000000_b); restore a dump of before, or set litellm_allow_downgrade."
    )
    assert refusal(observed, older=True) == ""
    unknown = replace(observed, records=tuple(replace(record, migration="") for record in observed.records))
    assert refusal(unknown) == ""


def test_migrations_that_only_add_are_gone_back_across_and_told() -> None:
    observed = kept("20250301000000_c")
    assert refusal(observed) == ""
    assert observed.previous
    told = said(plan_back(LAYOUT, observed, observed.previous, WHOSE, AT))
    assert "schema of the database: kept as LiteLLM 1.106.2 needs it (to 20250301000000_c)" in told
    same = kept("20250101000000_a")
    assert same.previous
    assert "schema" not in str(said(plan_back(LAYOUT, same, same.previous, WHOSE, AT)))


def test_another_salt_key_is_not_gone_back_to() -> None:
    observed = kept(salt="1234")
    assert "another salt key than release 2" in refusal(observed)
    assert "litellm_allow_salt_change" in refusal(observed)
    assert refusal(observed, other_salt=True) == refusal(kept(salt="abcd")) == refusal(kept()) == ""
