"""What the result of a plan says, and how a file goes into it."""

from __future__ import annotations

import typing as t
from dataclasses import replace

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._host.systemd import Unit
from ansible_collections.llmops.litellm.plugins.module_utils._litellm_release import result
from ansible_collections.llmops.litellm.plugins.module_utils._managers import MANAGERS
from ansible_collections.llmops.litellm.plugins.module_utils._release.content import slot_files
from ansible_collections.llmops.litellm.plugins.module_utils._release.layout import Layout
from ansible_collections.llmops.litellm.plugins.module_utils._release.observed import Observed
from ansible_collections.llmops.litellm.plugins.module_utils._release.plan import plan

from tests.unit.plugins.module_utils.releases import AT, CONTAINER, LAYOUT, contained, release


def test_images_of_a_place_that_goes(layout: Layout, write: t.Callable[..., None]) -> None:
    place = replace(layout, install=f"{layout.install}-before")
    for name, reference in (("podman-0123456789ab", CONTAINER.image), ("podman-0123456789cd", "r/litellm:v1.99.4")):
        write(place.image(name), f"{reference}\n")
    assert [image.reference for image in result._images_left(layout, place, contained("podman"))] == [
        "r/litellm:v1.99.4"
    ]
    assert len(result._images_left(layout, place, release())) == 2
    assert result._images_left(place, place, release()) == []


def test_a_unit_starts_at_boot_from_where_it_is(layout: Layout) -> None:
    link = {"path": layout.boot_link(2), "target": layout.service_unit(2)}
    assert result.boot_link(layout, MANAGERS["systemd"], 2) == result.boot_link(layout, MANAGERS["docker"], 2) == link


@pytest.mark.parametrize(("held", "reopens"), [(True, False), (False, False), (True, True)])
def test_the_port_is_opened_again_where_systemd_does_not_hold_it(
    monkeypatch: pytest.MonkeyPatch, held: bool, reopens: bool
) -> None:
    units = [Unit("litellm.socket", "active"), Unit("litellm@1.service", "failed"), Unit("litellm@2.service", "active")]
    monkeypatch.setattr(result, "loaded_units", lambda: units)
    observed = Observed(held=held)
    todo = replace(plan(release(), LAYOUT, observed, AT), reopen=reopens)
    told = result._units(todo, LAYOUT, observed, MANAGERS["systemd"])
    assert told["failed_units"] == ["litellm@1.service"]
    assert told["reopen"] is (reopens or not held)
    assert told["stop_first"] == (["litellm@2.service"] if told["reopen"] else [])


def test_a_text_that_the_controller_has_does_not_come_back(layout: Layout) -> None:
    wanted = replace(contained("podman"), python_files={"my_hooks.py": "handler = 1\n"})
    files = {each.path: result.as_result(each) for each in slot_files(wanted, layout, 2)}
    unit = layout.service_unit(2, quadlet=True)
    assert {path: file["source"] for path, file in files.items() if path != unit} == {
        f"{layout.configuration(2)}/config.yaml": "config",
        f"{layout.configuration(2)}/service.env": "service_environment",
        f"{layout.configuration(2)}/my_hooks.py": "python_files/my_hooks.py",
        f"{layout.gateway(2)}/__main__.py": "gateway/__main__.py",
        f"{layout.container(2)}/health.py": "container/health.py",
    }
    assert [path for path, file in files.items() if "content" in file] == [unit]
