"""What the tasks of a gateway share is valid when its heading says so, and leads to where it should."""

from __future__ import annotations

import json
import re
import typing as t
from pathlib import Path

import pytest
import yaml

from tests.unit.ansible_programs import TOP, ansible

ROLE = TOP / "roles" / "litellm"
SHARED = ROLE / "vars" / "main.yml"
SECTIONS = re.split(r"(?m)^# --- (.*?) -*$", SHARED.read_text())[1:]
HEADINGS = dict(zip(SECTIONS[::2], SECTIONS[1::2], strict=True))
FROM_THE_START = "What is valid from the start: the inventory says it"
ONCE_RENDERED = "What is valid once the configuration is rendered: __litellm_config says it"


def names(text: str) -> set[str]:
    return set(re.findall(r"__litellm_\w+", re.sub(r"(?m)^ *#.*$", "", text)))


def defined(heading: str) -> set[str]:
    return set(yaml.safe_load(HEADINGS[heading]))


def test_what_is_valid_from_the_start_needs_nothing_else() -> None:
    assert names(HEADINGS[FROM_THE_START]) == defined(FROM_THE_START)


def test_what_is_valid_once_rendered_needs_nothing_of_the_host() -> None:
    needed = names(HEADINGS[ONCE_RENDERED]) - defined(ONCE_RENDERED) - defined(FROM_THE_START)
    assert needed == {"__litellm_config"}


@pytest.mark.parametrize(
    ("host", "certificate", "url"),
    [
        ("127.0.0.1", "/c.pem", "http://127.0.0.1:9464/metrics"),
        ("::1", "/c.pem", "http://[::1]:9464/metrics"),
        ("192.0.2.11", "/c.pem", "https://192.0.2.11:9464/metrics"),
        ("0.0.0.0", "/c.pem", "https://127.0.0.1:9464/metrics"),  # noqa: S104 - read, not bound
        ("::", "/c.pem", "https://[::1]:9464/metrics"),
        ("0.0.0.0", "", "http://127.0.0.1:9464/metrics"),  # noqa: S104 - read, not bound
    ],
)
def test_metrics_that_leave_the_host_are_asked_for_with_tls(
    tmp_path: Path, host: str, certificate: str, url: str
) -> None:
    play: list[dict[str, t.Any]] = [
        {
            "hosts": "localhost",
            "gather_facts": False,
            "vars_files": [str(ROLE / "defaults" / "main.yml"), str(SHARED)],
            "tasks": [{"ansible.builtin.debug": {"msg": "is {{ __litellm_metrics_url }} here"}}],
        }
    ]
    given = {"__litellm_host": {"certificate": certificate}, "litellm_prometheus": True, "litellm_metrics_host": host}
    (tmp_path / "play.json").write_text(json.dumps(play))
    (tmp_path / "given.json").write_text(json.dumps(given))
    said = ansible("playbook", "-i", "localhost,", "play.json", "-e", "@given.json", cwd=tmp_path).stdout
    assert f"is {url} here" in said
