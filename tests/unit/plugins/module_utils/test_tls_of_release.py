"""What a certificate makes of a release: files, command, permissions, differences and the way back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._release.content import (
    record_of,
    release_digest,
    slot_files,
)
from ansible_collections.llmops.litellm.plugins.module_utils._release.desired import Release, Tls, text_digest
from ansible_collections.llmops.litellm.plugins.module_utils._release.differences import worth_telling
from ansible_collections.llmops.litellm.plugins.module_utils._release.going_back import back_fault
from ansible_collections.llmops.litellm.plugins.module_utils._release.observed import Observed
from ansible_collections.llmops.litellm.plugins.module_utils._release.permissions import slot_permissions
from ansible_collections.llmops.litellm.plugins.module_utils._release.plan import Plan, plan
from ansible_collections.llmops.litellm.plugins.module_utils._release.service_files import service_unit

from tests.certificates import Issued, issue
from tests.unit.plugins.module_utils.releases import AT, LAYOUT, contained, release
from tests.unit.plugins.module_utils.simulated_host import after

FIRST, SECOND = issue("host", names=["host"], days=30), issue("host", names=["host"], days=120)
CERTIFICATE, KEY = "/etc/litellm/slots/1/certificate.pem", "/etc/litellm/slots/1/key.pem"


def secure(issued: Issued = FIRST, key: str = "key", config: str = "model_list: []\n") -> Release:
    return release(config=config, tls=Tls(issued.pem, text_digest(key), "/etc/ssl/key.pem"))


def observed_after(*releases: Release) -> Observed:
    """A host with the keys that the tasks wrote."""
    observed = after(*releases).observe()
    keys = {
        LAYOUT.key_file(record.slot): record.files.get(LAYOUT.key_file(record.slot), "") for record in observed.records
    }
    return replace(observed, digests={**observed.digests, **{path: each for path, each in keys.items() if each}})


def said(todo: Plan) -> list[str]:
    return [each.planned for each in worth_telling(todo.differences)]


def test_plain_http_is_as_it_was() -> None:
    assert not [file for file in slot_files(release(), LAYOUT, 1) if "pem" in file.path]
    assert "tls" not in service_unit(release(), LAYOUT, 1).content
    assert record_of(release(), LAYOUT, 1, 1, AT, []).certificate == ""


def test_files_and_command() -> None:
    wanted = secure()
    assert [file.content for file in slot_files(wanted, LAYOUT, 1) if file.path == CERTIFICATE] == [FIRST.pem]
    command = f"--tls-certificate={CERTIFICATE} --tls-key={KEY}"
    assert command in service_unit(wanted, LAYOUT, 1).content
    assert (KEY, "litellm", "litellm", "0600") in slot_permissions(wanted, LAYOUT, 1)
    record = record_of(wanted, LAYOUT, 1, 1, AT, [])
    assert record.certificate == CERTIFICATE
    assert record.files[KEY] == text_digest("key")
    assert release_digest(wanted, LAYOUT) != release_digest(secure(key="another"), LAYOUT)


@pytest.mark.parametrize("engine", ["podman", "docker", "rootless-podman"])
def test_a_container_gets_both_files_and_a_check_that_knows_the_certificate(engine: str) -> None:
    wanted = replace(contained(engine), tls=Tls(FIRST.pem, "digest"))
    text = service_unit(wanted, LAYOUT, 1).content
    assert f"--volume={CERTIFICATE}:{CERTIFICATE}:ro,Z" in text
    assert f"--volume={KEY}:{KEY}:ro,Z" in text
    assert f"--url=https://127.0.0.1:4000/health/liveliness --certificate={CERTIFICATE}" in text
    assert "https" not in service_unit(contained(engine), LAYOUT, 1).content.replace("https://docs", "")


def test_a_certificate_that_is_as_declared_changes_nothing() -> None:
    assert plan(secure(), LAYOUT, observed_after(secure()), AT).differences == ()


def test_a_renewed_certificate_is_a_release_that_tells_until_when() -> None:
    todo = plan(secure(SECOND, "second"), LAYOUT, observed_after(secure()), AT)
    assert todo.release
    assert (todo.slot, todo.others) == (2, (1,))
    first, second = (f"{each.certificate.not_valid_after_utc:%Y-%m-%d}" for each in (FIRST, SECOND))
    assert said(todo) == [
        f"certificate: is one until {first}, will be one until {second}",
        "key of the certificate: will be changed (it is not shown)",
    ]


def test_one_that_ends_on_the_same_day() -> None:
    other = issue("host", names=["host"], days=30)
    assert said(plan(secure(other), LAYOUT, observed_after(secure()), AT)) == [
        "certificate: will be changed (by another one)"
    ]


def test_renewed_on_the_host_is_neither_drift_nor_a_way_back_less() -> None:
    wanted = secure(SECOND, "second")
    observed = observed_after(secure(config="# before\n"), secure())
    renewed = {LAYOUT.certificate_file(slot): SECOND.pem for slot in (1, 2)}
    digests = {path: text_digest(text) for path, text in renewed.items()}
    digests |= {LAYOUT.key_file(slot): text_digest("second") for slot in (1, 2)}
    observed = replace(observed, texts={**observed.texts, **renewed}, digests={**observed.digests, **digests})
    assert plan(wanted, LAYOUT, observed, AT).differences == ()
    assert back_fault(LAYOUT, observed) is None


def test_a_key_that_is_missing_is_written_again() -> None:
    observed = after(secure()).observe()
    assert said(plan(secure(), LAYOUT, observed, AT)) == [
        f"key of the certificate in {KEY}: is missing, will be written"
    ]


def test_without_a_certificate_again_none_is_left_in_the_slot_that_is_used_next() -> None:
    observed = observed_after(secure(config="# 1\n"), secure(config="# 2\n"), secure(config="# 3\n"), secure())
    todo = plan(release(), LAYOUT, observed, AT)
    assert {LAYOUT.certificate_file(todo.slot), LAYOUT.key_file(todo.slot)} <= {*todo.foreign}
    assert f"tls certificate of the service: is {CERTIFICATE}, will be unset" in said(todo)


def test_the_first_certificate_is_told_of_and_not_as_a_loss() -> None:
    until = f"{FIRST.certificate.not_valid_after_utc:%Y-%m-%d}"
    told = said(plan(secure(), LAYOUT, observed_after(release()), AT))
    assert told[0] == f"certificate: is none, will be one until {until}"
    assert not any("missing" in each for each in told)
