"""The variables of Redis are checked before a host is asked, and the host is asked once."""

from __future__ import annotations

import functools

import pytest
from ansible_collections.llmops.litellm.plugins.action import litellm_redis_server

from tests.unit.plugins.action.conftest import Result, Run
from tests.unit.plugins.plugin_utils._redis.test_declared import DEFAULTS, PASSWORD

VARIABLES = DEFAULTS | {"litellm_redis_socket_group": "litellm"}
PLACES: Result = {
    "inventory_hostname": "a",
    "groups": {"litellm_redis": ["a", "b"]},
    "hostvars": {"a": {"ansible_host": "10.0.0.1"}, "b": {"litellm_redis_address": "10.0.0.2"}},
}


@pytest.fixture
def run(run_service: Run) -> Run:
    """Run the action on :data:`PLACES`."""
    return functools.partial(run_service, litellm_redis_server, PLACES)


def test_the_host_gets_what_the_variables_declare(run: Run) -> None:
    variables = VARIABLES | {"litellm_redis_listen": ["127.0.0.1"], "litellm_redis_password": PASSWORD}
    result, ((module, args),) = run(state="present", variables=variables, begin="# begin\n", diff=True)
    assert result == {"changed": False, "diff": []}
    assert module == "llmops.litellm.litellm_redis_server"
    assert (args["state"], args["hosts"], args["own_address"]) == ("present", ["10.0.0.1", "10.0.0.2"], "10.0.0.1")
    assert "variables" not in args


def test_a_difference_is_told_in_diff_mode_only(run: Run) -> None:
    variables = VARIABLES | {"litellm_redis_group": "nobody"}
    assert "diff" not in run(state="present", variables=variables)[0]


def test_what_is_wrong_is_told_before_a_host_is_asked(run: Run) -> None:
    result, calls = run(state="checked", variables=VARIABLES)
    assert calls == []
    assert result["failed"]
    assert result["problems"][0].startswith("litellm_redis_listen: is empty, and the 2 hosts of litellm_redis have to")
    assert result["msg"].startswith("1 problem in the input; nothing was changed.")


def test_taking_it_away_needs_no_variables(run: Run) -> None:
    assert run(state="absent", keep_data=True)[1][0][1] == {"state": "absent", "keep_data": True}
