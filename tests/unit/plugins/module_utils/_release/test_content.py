"""What a release amounts to on a host."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._managers import MANAGERS
from ansible_collections.llmops.litellm.plugins.module_utils._release import content, desired, service_files
from ansible_collections.llmops.litellm.plugins.module_utils._release.records import parse_record, record_text

from tests.unit.plugins.module_utils.releases import AT, LAYOUT, contained, release, text_of


def test_the_files_of_a_slot() -> None:
    files = {file.path: file for file in content.slot_files(release(), LAYOUT, 2)}
    assert {path: (text_of(file), file.mode) for path, file in files.items() if not path.endswith(".service")} == {
        "/opt/litellm/slots/2/gateway/__main__.py": ("print('gateway')\n", "0644"),
        "/etc/litellm/slots/2/config.yaml": ("model_list: []\n", "0640"),
        "/etc/litellm/slots/2/service.env": ('LITELLM_MODE="PRODUCTION"\n', "0640"),
    }
    assert [path for path in files if path.endswith(".service")] == ["/etc/systemd/system/litellm@2.service"]
    assert len(content.slot_files(release(manager="supervisor"), LAYOUT, 2)) == 3


def test_record() -> None:
    record = content.record_of(release(), LAYOUT, 2, 5, AT, ["one thing"])
    (socket,) = record.manager_files
    assert (record.number, record.at, record.slot, record.version) == (5, AT, 2, "1.106.2")
    assert (record.address, record.service_manager, record.changes) == ("127.0.0.1:4000", "systemd", ("one thing",))
    assert record.manager == service_files.manager_digest(release(), LAYOUT)
    assert desired.File(**socket) == service_files.socket_unit(release(), LAYOUT, 2)
    assert parse_record(record_text(record)) == record
    assert record.run_by == MANAGERS["systemd"]
    assert parse_record(record_text(replace(record, service_manager="runit"))) is None


@pytest.mark.parametrize("engine", ["podman", "rootless-podman", "docker"])
def test_a_container_has_programs_of_its_own(engine: str) -> None:
    paths = [file.path for file in content.slot_files(contained(engine), LAYOUT, 1)]
    assert "/opt/litellm/slots/1/container/health.py" in paths
    assert "/opt/litellm/slots/1/gateway/__main__.py" in paths
    assert contained(engine).secrets_owner == ("litellm" if engine == "rootless-podman" else "root")
