"""Further directives of a program: which are taken, how they are written, and what is refused."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._report.report import Report
from ansible_collections.llmops.litellm.plugins.plugin_utils._variables.directives import Directives
from ansible_collections.llmops.litellm.plugins.plugin_utils._variables.rules import RULES

OWNED = {"port": "port", "daemonize": ""}
DIRECTIVES = Directives("Redis", r"[a-z-]+", OWNED, "litellm_redis_", ("no", "yes"), '""')


def read(given: t.Any) -> tuple[dict[str, str] | None, list[str]]:
    report = Report(RULES)
    return DIRECTIVES(given, report.at("settings")), [problem.as_line() for problem in report.problems]


def test_values_are_written_as_the_program_reads_them() -> None:
    given = {"activerehashing": False, "appendonly": True, "maxclients": 10, "notify": ""}
    assert read(given) == ({"activerehashing": "no", "appendonly": "yes", "maxclients": "10", "notify": '""'}, [])
    assert read(None) == ({}, [])


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([], "settings: is a list, and has to be a dictionary (field-type)"),
        (
            {"Max Clients": 1},
            "settings.Max Clients: is no directive of Redis; write it in small letters (bad-directive)",
        ),
        ({3: 1}, "settings.3: is no directive of Redis; write it in small letters (bad-directive)"),
        (
            {"port": 1},
            "settings.port: is written by the role, as litellm_redis_port says; take it out (owned-directive)",
        ),
        ({"daemonize": True}, "settings.daemonize: is written by the role; take it out (owned-directive)"),
        ({"save": None}, "settings.save: is nothing (null), and has to be one line of text or a number (field-type)"),
        ({"save": "1\nport 2"}, "settings.save: is text, and has to be one line of text or a number (field-type)"),
        ({"save": "1\x00"}, "settings.save: is text, and has to be one line of text or a number (field-type)"),
    ],
)
def test_what_is_wrong_is_told(given: t.Any, told: str) -> None:
    made, problems = read(given)
    assert problems == [told]
    assert not made
