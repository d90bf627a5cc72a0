"""A service of two units on its host: what differs, what is done about it, and what comes back where it does not answer."""

from __future__ import annotations

import os
import time
import typing as t
from pathlib import Path

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils import _owned_files as owned
from ansible_collections.llmops.litellm.plugins.module_utils import _service_bringing as bringing
from ansible_collections.llmops.litellm.plugins.module_utils import _systemctl
from ansible_collections.llmops.litellm.plugins.module_utils._owned_files import File
from ansible_collections.llmops.litellm.plugins.module_utils._service_bringing import Found, Service

from tests.unit.plugins.module_utils.simulated_systemd import Systemd

Texts = dict[str, str]
OLD = {"configuration": "old\n", "certificate": "c\n", "a.service": "a\n", "b.service": "b\n"}
NEW = {"configuration": "new\n", "a.service": "a\n"}


class Silent(Exception):
    """What does not answer."""


class Host:
    """A host whose service is two units, which read a configuration and a certificate."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.systemd = Systemd(f"{folder}/configuration")
        units = {name: f"{folder}/{name}" for name in ("a.service", "b.service")}
        self.service = Service([f"{folder}/{name}" for name in OLD], units, f"{folder}/unfinished", str.strip)

    def look(self, texts: Texts, again: t.Container[str] = ()) -> Found:
        """What differs from *texts*, by the name of the file."""
        wanted = [File(f"{self.folder}/{name}", text, 0o640, "root", True) for name, text in texts.items()]
        return self.service.look([], wanted, [name for name in texts if name.endswith(".service")], again)

    def bring(self, texts: Texts, again: t.Container[str] = (), answers: bool = True) -> None:
        """Bring it to *texts*; whether it *answers* then is not asked of systemd."""
        with self.service.brought(self.look(texts, again)):
            if not answers:
                raise Silent

    def texts(self) -> Texts:
        """The files on the host."""
        return {path.name: path.read_text() for path in self.folder.iterdir()}


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Host:
    made = Host(tmp_path)
    monkeypatch.setattr(_systemctl, "systemctl", made.systemd.systemctl)
    monkeypatch.setattr(_systemctl, "journal", lambda _unit: "the port is taken\n")
    monkeypatch.setattr(owned, "OWNER", os.getuid())
    monkeypatch.setattr(owned, "group_number", lambda _name: os.getgid())
    return made


def test_everything_that_differs_is_told(host: Host) -> None:
    host.bring(OLD)
    assert host.look(OLD).told == []
    host.systemd.enabled.clear()
    found = host.look(NEW, again=["a.service"])
    assert found.told == [
        f"{host.folder}/configuration has another text",
        f"{host.folder}/certificate should not be there",
        f"{host.folder}/b.service should not be there",
        "a.service has to be started again",
        "a.service does not start at boot",
    ]
    assert [each["before"] for each in found.diff] == ["old\n"]
    assert (found.restarts, found.enables) == (["a.service"], ["a.service"])


def test_a_unit_starts_again_where_its_file_differs_or_a_run_did_not_end(host: Host) -> None:
    host.bring(OLD)
    assert host.look(OLD | {"b.service": "other\n"}).restarts == ["b.service"]
    (host.folder / "unfinished").write_text("a.service\n")
    assert host.look(OLD).restarts == ["a.service"]


def test_a_host_is_brought_to_what_is_declared(host: Host) -> None:
    host.bring(OLD)
    assert host.texts() == OLD
    assert host.systemd.active == host.systemd.enabled == {"a.service", "b.service"}
    host.bring(NEW, again=["a.service"])
    assert host.texts() == NEW
    assert host.systemd.active == host.systemd.enabled == {"a.service"}
    assert host.systemd.restarted == ["a.service", "b.service", "a.service"]


def test_a_first_start_that_fails_leaves_only_what_a_next_run_has_to_know(host: Host) -> None:
    host.systemd.fails = "old"
    with pytest.raises(_systemctl.Failed, match=r"a\.service did not start: the port is taken"):
        host.bring(OLD)
    assert host.texts() == {"unfinished": "a.service\nb.service\n"}
    assert (host.systemd.active, host.systemd.enabled) == (set(), set())


@pytest.mark.parametrize("answers", [True, False])
def test_where_it_does_not_answer_all_that_was_there_comes_back(host: Host, answers: bool) -> None:
    host.bring(OLD)
    before = host.texts()
    host.systemd.fails = "new" if answers else ""
    with pytest.raises(_systemctl.Failed if answers else Silent):
        host.bring(NEW | {"more": "m\n"}, again=["a.service"], answers=answers)
    assert host.texts() == {**before, "unfinished": "a.service\n"}
    assert host.systemd.active == host.systemd.enabled == {"a.service", "b.service"}
    assert host.systemd.restarted[-2:] == ["a.service", "b.service"]


def test_a_file_that_should_not_be_there_goes_when_the_service_answers_and_its_unit_stops_before(host: Host) -> None:
    host.bring(OLD)
    with host.service.brought(host.look(NEW, again=["a.service"])):
        assert host.texts() == OLD | NEW | {"unfinished": "a.service\n"}
        assert host.systemd.active == {"a.service"}
    assert host.texts() == NEW


def test_where_a_file_cannot_be_written_all_that_was_there_comes_back(
    host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    host.bring(OLD)
    write = owned.write

    def full(path: str, text: str, mode: int, group: str) -> None:
        if text == "other\n":
            raise OSError("no space left on device")
        write(path, text, mode, group)

    monkeypatch.setattr(owned, "write", full)
    with pytest.raises(OSError, match="no space"):
        host.bring(OLD | {"configuration": "new\n", "b.service": "other\n"})
    assert host.texts() == OLD | {"unfinished": "b.service\n"}


def test_it_waits_as_long_as_a_service_may_take(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([Silent(), Silent(), None])

    def ask() -> None:
        if (answer := next(answers)) is not None:
            raise answer

    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    bringing.wait(ask, Silent, 10.0)
    answers = iter([Silent()])
    with pytest.raises(Silent):
        bringing.wait(ask, Silent, -1.0)
