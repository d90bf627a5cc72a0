"""A certificate, its key and its authority are there together, as text or as paths."""

from __future__ import annotations

import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.plugin_utils._variables.certificates import (
    AUTHORITY,
    CERTIFICATE,
    KEY,
    pem_files,
    read_certificate,
)
from ansible_collections.llmops.litellm.plugins.plugin_utils._variables.reading import Variables

TEXT = "-----BEGIN PRIVATE KEY-----"
PATHS = {CERTIFICATE: "/etc/a/cert.pem", KEY: "/etc/a/key.pem", AUTHORITY: "/etc/a/ca.pem"}


def read(**given: t.Any) -> tuple[dict[str, str], list[str]]:
    variables = {f"p_{name}": given.get(name, "") for name in PATHS}
    reading = Variables(variables, "p_")
    return read_certificate(reading), [problem.as_line() for problem in reading.report.problems]


def test_there_may_be_none() -> None:
    assert read() == ({}, [])
    assert pem_files({}, PATHS, "0640") == []


def test_the_key_is_for_its_owner_alone() -> None:
    given, problems = read(tls_certificate="/srv/cert.pem", tls_key=TEXT, tls_ca="/srv/ca.pem")
    assert problems == []
    assert pem_files(given, PATHS, "0640") == [
        {"path": "/etc/a/cert.pem", "mode": "0644", "source": "/srv/cert.pem"},
        {"path": "/etc/a/key.pem", "mode": "0640", "content": TEXT},
        {"path": "/etc/a/ca.pem", "mode": "0644", "source": "/srv/ca.pem"},
    ]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (
            {"tls_key": "/srv/key.pem", "tls_ca": "/srv/ca.pem"},
            ["p_tls_certificate: is needed beside p_tls_key and p_tls_ca (missing-field)"],
        ),
        (
            {"tls_certificate": "cert.pem", "tls_key": "/k", "tls_ca": "/c"},
            [
                "p_tls_certificate: is neither an absolute path on the host nor the text of a PEM file (bad-certificate)",
            ],
        ),
    ],
)
def test_what_is_wrong_is_told_once(given: dict[str, str], found: list[str]) -> None:
    assert read(**given)[1] == found
