"""The text of unit files and of supervisor's configuration."""

from __future__ import annotations

import configparser

from ansible_collections.llmops.litellm.plugins.module_utils._release.units import supervisor_file, unit

from tests.unit.plugins.module_utils.releases import settings


def test_unit_values() -> None:
    text = unit({"Service": {"On": True, "Off": False, "Number": 3, "Twice": ["a", "b"], "None": []}}, {})
    assert text.splitlines()[2:] == ["[Service]", "On=yes", "Off=no", "Number=3", "Twice=a", "Twice=b"]
    assert text.endswith("\n")


def test_overrides_replace_a_key_add_a_key_and_add_a_section() -> None:
    sections = {"Unit": {"Description": "d"}, "Service": {"UMask": "0077", "Restart": "always"}}
    text = unit(sections, {"Service": {"UMask": "0027", "MemoryMax": "2G"}, "Install": {"WantedBy": ["a", "b"]}})
    assert settings(text) == {
        ("Unit", "Description"): ["d"],
        ("Service", "UMask"): ["0027"],
        ("Service", "Restart"): ["always"],
        ("Service", "MemoryMax"): ["2G"],
        ("Install", "WantedBy"): ["a", "b"],
    }


def test_supervisor_file_is_an_ini_file() -> None:
    parser = configparser.RawConfigParser()
    parser.read_string(supervisor_file({"a": {"flag": True, "number": 2}}, "a note"))
    assert dict(parser["a"]) == {"flag": "yes", "number": "2"}
