"""The variables of PostgreSQL are checked before a host is asked, and the host is asked once."""

from __future__ import annotations

import functools

import pytest
from ansible_collections.llmops.litellm.plugins.action import litellm_postgresql_server

from tests.unit.plugins.action.conftest import Result, Run
from tests.unit.plugins.plugin_utils._postgresql.test_declared import DEFAULTS

PLACES: Result = {
    "inventory_hostname": "database",
    "hostvars": {
        "a": {"ansible_host": "192.0.2.11", "litellm_workers": "2"},
        "b": {"litellm_workers": 0, "ansible_facts": {"processor_vcpus": 2}},
        "c": {},
    },
}


@pytest.fixture
def run(run_service: Run) -> Run:
    """Run the action on :data:`PLACES`."""
    return functools.partial(run_service, litellm_postgresql_server, PLACES)


def test_the_host_gets_what_the_variables_declare(run: Run) -> None:
    given = {"variables": DEFAULTS, "gateways": ["a", "b", "c"], "dump": "# dump\n"}
    result, ((module, args),) = run(state="present", **given, diff=True)
    assert result == {"changed": False, "diff": []}
    assert module == "llmops.litellm.litellm_postgresql_server"
    assert (args["state"], args["user"], args["needed"]) == ("present", "litellm", 100)
    assert not {"variables", "gateways", "dump"} & set(args)


def test_a_gateway_comes_from_where_the_others_reach_it() -> None:
    variables = {"ansible_host": "198.51.100.11", "litellm_balancer_address": "192.0.2.11"}
    assert litellm_postgresql_server._gateway("a", variables).address == "192.0.2.11"
    assert litellm_postgresql_server._gateway("192.0.2.12", {}).address == "192.0.2.12"


def test_a_difference_is_told_in_diff_mode_only(run: Run) -> None:
    assert "diff" not in run(state="present", variables=DEFAULTS)[0]


def test_what_is_wrong_is_told_before_a_host_is_asked(run: Run) -> None:
    result, calls = run(state="checked", variables=DEFAULTS | {"litellm_postgresql_port": 0})
    assert calls == []
    assert result["failed"]
    assert result["problems"] == [
        "litellm_postgresql_port: is 0, and has to be a whole number from 1 to 65535 (field-range)"
    ]
    assert result["msg"].startswith("1 problem in the input; nothing was changed.")


def test_taking_it_away_needs_no_variables(run: Run) -> None:
    given = {"state": "absent", "keep_data": True, "dump_folder": "/dumps"}
    assert run(**given)[1][0][1] == given
