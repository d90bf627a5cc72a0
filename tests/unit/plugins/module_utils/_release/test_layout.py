"""Where a gateway's files are."""

from __future__ import annotations

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._release.layout import SLOTS, Layout, layout_for

NAMES = ("install", "config", "state", "runtime")


def test_as_root() -> None:
    assert layout_for(True, "/root", {}) == Layout("/opt/litellm", "/etc/litellm", "/var/lib/litellm", "/run/litellm")


def test_without_root_everything_is_below_the_home_folder() -> None:
    layout = layout_for(False, "/home/ops", {})
    assert layout == Layout(
        "/home/ops/.local/share/litellm",
        "/home/ops/.config/litellm",
        "/home/ops/.local/state/litellm",
        "/home/ops/.local/state/litellm/run",
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_chosen_folder_replaces_only_its_own_default(name: str) -> None:
    default = layout_for(True, "/root", {})
    chosen = layout_for(True, "/root", {**dict.fromkeys(NAMES, ""), name: "/srv/gateway"})
    assert {each: getattr(chosen, each) for each in NAMES} == {
        each: "/srv/gateway" if each == name else getattr(default, each) for each in NAMES
    }


def test_slots_share_no_file() -> None:
    layout = layout_for(True, "/root", {})
    methods = (layout.code, layout.configuration, layout.state_file, layout.service_unit)
    assert len({method(slot) for method in methods for slot in SLOTS}) == len(methods) * len(SLOTS)
