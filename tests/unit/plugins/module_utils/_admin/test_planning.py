"""What has to be done so that a gateway holds what is wanted, tried on a gateway in memory."""

from __future__ import annotations

import dataclasses
import typing as t

import pytest
from ansible_collections.llmops.litellm.plugins.module_utils._admin.applying import Outcome, apply
from ansible_collections.llmops.litellm.plugins.module_utils._admin.changes import change_of
from ansible_collections.llmops.litellm.plugins.module_utils._admin.client import AdminClient
from ansible_collections.llmops.litellm.plugins.module_utils._admin.desired import Desired, digest
from ansible_collections.llmops.litellm.plugins.module_utils._admin.kinds import KINDS
from ansible_collections.llmops.litellm.plugins.module_utils._admin.planning import Choices, Plan, plan
from ansible_collections.llmops.litellm.plugins.module_utils._litellm_names import MARKER

from tests.unit.plugins.admin_stub import NOW, AdminStub, stamp
from tests.unit.plugins.gateway_stub import KEY, error

CHOICES = Choices(NOW, "inventory", whole=True)
VALUE, OTHER_VALUE = "sk-canary-value-1-abcdefgh", "sk-canary-value-2-abcdefgh"
OURS = {MARKER: {"by": "inventory"}}


def whole(kind: str, name: str, **fields: t.Any) -> Desired:
    return Desired(kind, name, fields, whole=True)


def planned(stub: AdminStub, *wanted: Desired, absent: t.Sequence[Desired] = (), **choices: t.Any) -> Plan:
    present = AdminClient("http://g.example", KEY, stub).read(KINDS.values())
    return plan(wanted, absent, present, dataclasses.replace(CHOICES, **choices))


def brought(
    stub: AdminStub, *wanted: Desired, secrets: t.Mapping[str, t.Any] | None = None, **more: t.Any
) -> list[str]:
    """The changes of a run, after which another one has nothing to do."""
    found = planned(stub, *wanted, **more)
    assert found.problems == []
    # As they travel from the controller to the host.
    changes = [change_of(change.as_result()) for change in found.changes]
    outcome = apply(changes, AdminClient("http://g.example", KEY, stub), secrets or dict.fromkeys(("ci", "nb"), VALUE))
    assert outcome.failed == []
    again = planned(stub, *wanted, **more)
    assert [change.as_line() for change in again.changes] == []
    return [change.as_line() for change in found.changes]


RESEARCH = {"models": ["gpt-5"], "budget": {"limit": 200, "period": "30d"}, "rpm": 600}


def test_everything_is_made_in_its_order() -> None:
    stub = AdminStub()
    done = brought(
        stub,
        whole("key", "ci", team="research", user="ana", budget="small", expires="90d", models=["gpt-5"]),
        whole("user", "ana", teams=["research"], email="ana@example.com"),
        whole("team", "research", **RESEARCH),
        whole("budget", "small", limit=5, period="30d"),
    )
    assert done == [
        "create budget small: limit 5, period 30d",
        "create team research: models [gpt-5], budget.limit 200, budget.period 30d, rpm 600",
        "create user ana: email ana@example.com, teams [research]",
        "update user ana: joins research",
        "create key ci: team research, user ana, models [gpt-5], budget small, expires 90d",
    ]
    key = stub.row("key", "ci")
    assert key["token"] == digest(VALUE)
    assert (key["team_id"], key["budget_id"], key["metadata"]) == ("research", "small", OURS)


def test_what_is_left_out_is_empty() -> None:
    stub = AdminStub()
    stub.add("team", "research", models=["gpt-5"], max_budget=9.0, rpm_limit=5, blocked=True, metadata=OURS)
    assert brought(stub, whole("team", "research")) == [
        "update team research: models [gpt-5] -> none, budget.limit 9 -> none, rpm 5 -> none, blocked true -> none"
    ]
    assert stub.row("team", "research")["models"] == []


def test_a_module_leaves_alone_what_it_says_nothing_of() -> None:
    stub = AdminStub()
    stub.add("team", "research", models=["gpt-5"], max_budget=9.0)
    assert brought(stub, Desired("team", "research", {"rpm": 3}), whole=False)[0].startswith(
        "update team research: rpm none -> 3"
    )
    assert stub.row("team", "research")["max_budget"] == 9.0


def test_a_module_leaves_the_note_of_the_inventory() -> None:
    stub = AdminStub()
    inventory = whole("key", "ci", rotation="1", metadata={"floor": 3})
    brought(stub, inventory)
    stub.row("key", "ci")["metadata"]["cost_centre"] = 42
    module = Desired("key", "ci", {"rpm": 3, "digest": digest(OTHER_VALUE)})
    brought(stub, module, secrets={"ci": OTHER_VALUE}, whole=False, owner="module")
    noted = {MARKER: {"by": "inventory", "rotation": "1"}}
    assert stub.row("key", "ci")["metadata"] == {"floor": 3, "cost_centre": 42, **noted}
    assert planned(stub, inventory).changes[0].differences == ["rpm 3 -> none"]


def test_a_user_loses_the_models_in_the_way_that_litellm_takes() -> None:
    stub = AdminStub()
    stub.add("user", "ana", models=["gpt-5"], metadata=OURS, user_role="internal_user")
    brought(stub, whole("user", "ana"))
    assert stub.writes[-1] == ("/user/update", {"user_id": "ana", "models": ["all-proxy-models"]})


def test_an_address_that_litellm_cannot_take_away_is_no_difference() -> None:
    stub = AdminStub()
    stub.add("user", "ana", user_email="a@example.com", metadata=OURS, user_role="internal_user")
    assert planned(stub, whole("user", "ana")).changes == []


def test_what_somebody_else_made_is_taken_over_with_all_that_is_noted_there() -> None:
    stub = AdminStub()
    stub.add("team", "5f70", team_alias="research", metadata={"cost_centre": 42})
    stub.add("key", "ci", team_id=None)
    done = brought(stub, whole("team", "research", metadata={"floor": 3}), whole("key", "ci", team="research"))
    assert done == [
        "update team research: metadata.floor none -> 3, declared by nobody -> inventory",
        "update key ci: team none -> 5f70, declared by nobody -> inventory",
    ]
    assert stub.row("team", "5f70")["metadata"] == {"cost_centre": 42, "floor": 3, **OURS}


@pytest.mark.parametrize(
    ("unmanaged", "told", "left"),
    [
        ("keep", [], ["by-hand"]),
        ("report", ["budget b", "team t", "key by-hand"], ["by-hand"]),
        ("remove", ["budget b"], []),
    ],
)
def test_what_nobody_declares(unmanaged: str, told: list[str], left: list[str]) -> None:
    stub = AdminStub()
    stub.add("team", "litellm-dashboard")
    stub.add("user", "default_user_id")
    stub.add("budget", "b")
    stub.add("team", "t")
    stub.add("key", "by-hand", team_id="t")
    stub.add("key", "session", team_id="litellm-dashboard")
    stub.add("key", "ours", metadata=OURS)
    assert planned(stub, unmanaged=unmanaged).unmanaged == told
    brought(stub, unmanaged=unmanaged)
    assert [row["key_alias"] for row in stub.rows["key"]] == [*left, "session"]
    assert [row["budget_id"] for row in stub.rows["budget"]] == ["b"]


def test_what_another_inventory_made_is_left_alone() -> None:
    stub = AdminStub()
    stub.add("key", "theirs", metadata={MARKER: {"by": "production"}})
    assert planned(stub).changes == []


def test_a_team_goes_after_its_keys_and_never_with_keys_that_nobody_asked_to_remove() -> None:
    stub = AdminStub()
    stub.add("team", "t", metadata=OURS)
    stub.add("key", "ours", team_id="t", metadata=OURS)
    assert brought(stub) == ["remove key ours", "remove team t"]
    stub.add("team", "t", metadata=OURS)
    stub.add("key", "by-hand", team_id="t")
    found = planned(stub)
    assert found.changes == []
    assert found.problems == [
        "team t: LiteLLM would remove key by-hand with it, which nobody asked for; remove them first, or give them another team"
    ]


@pytest.mark.parametrize("rotation", ["1", "2"])
def test_a_team_goes_once_its_keys_are_in_another_one(rotation: str) -> None:
    stub = AdminStub()
    brought(stub, whole("team", "old"), whole("key", "ci", team="old", rotation="1"))
    done = brought(
        stub, whole("team", "new"), whole("key", "ci", team="new", rotation=rotation), secrets={"ci": OTHER_VALUE}
    )
    assert done[-1] == "remove team old"
    assert stub.row("key", "ci")["team_id"] == "new"


def test_a_user_does_not_leave_a_team_in_which_keys_would_be_lost() -> None:
    stub = AdminStub()
    stub.add("team", "t", metadata=OURS)
    stub.add("user", "ana", teams=["t"], metadata=OURS, user_role="internal_user")
    stub.add("key", "k", team_id="t", user_id="ana")
    found = planned(stub, whole("team", "t"), whole("user", "ana"))
    assert found.problems == [
        "user ana: leaves team t, and LiteLLM would remove key k with that; remove them first, or give them another user"
    ]
    stub.rows["key"] = []
    assert brought(stub, whole("team", "t"), whole("user", "ana")) == ["update user ana: leaves t"]


@pytest.mark.parametrize("grace", ["", "1h"])
def test_a_rotation_keeps_what_was_spent(grace: str) -> None:
    stub = AdminStub()
    more = {"grace": grace} if grace else {}
    brought(stub, whole("key", "ci", rotation="1", rpm=3, **more))
    stub.row("key", "ci")["spend"] = 4.5
    secrets = {"ci": OTHER_VALUE}
    done = brought(stub, whole("key", "ci", rotation="2", rpm=3, **more), secrets=secrets)
    last = "the old value is valid for 1h" if grace else "the old value is refused from then on"
    assert done == [f"rotate key ci: rotation 1 -> 2, {last}", "rotate key ci: spend 4.5 goes on"]
    key = stub.row("key", "ci")
    assert (key["token"], key["spend"], key["rpm_limit"]) == (digest(OTHER_VALUE), 4.5, 3)
    old = [row for row in stub.rows["key"] if row["token"] == digest(VALUE)]
    assert bool(old) == bool(grace)
    if old:
        assert old[0]["key_alias"] == f"ci~{digest(VALUE)[:8]}"
        assert old[0]["expires"] == "2026-11-28T13:00:00.000Z"
        old[0]["expires"] = "2026-11-28T11:00:00.000Z"
        assert brought(stub, whole("key", "ci", rotation="2", rpm=3, **more)) == [f"remove key ci~{digest(VALUE)[:8]}"]


def test_a_rotation_that_was_interrupted_goes_on_with_what_was_spent() -> None:
    stub = AdminStub()
    brought(stub, whole("key", "ci", rotation="1"))
    stub.row("key", "ci")["spend"] = 4.5
    found = planned(stub, whole("key", "ci", rotation="2"))
    apply(found.changes[:1], AdminClient("http://g.example", KEY, stub), {})
    assert brought(stub, whole("key", "ci", rotation="2"), secrets={"ci": OTHER_VALUE}) == [
        "rotate key ci: spend 4.5 goes on"
    ]
    assert [row["spend"] for row in stub.rows["key"]] == [4.5]


def test_a_value_of_ones_own_that_changes_is_a_rotation() -> None:
    stub = AdminStub()
    brought(stub, whole("key", "nb", digest=digest(VALUE)))
    done = brought(stub, whole("key", "nb", digest=digest(OTHER_VALUE)), secrets={"nb": OTHER_VALUE})
    assert "has another value than the declared one" in done[0]


def test_a_key_that_is_renamed_keeps_its_value() -> None:
    stub = AdminStub()
    brought(stub, whole("key", "nb", digest=digest(VALUE)))
    assert brought(stub, whole("key", "notebook", digest=digest(VALUE))) == ["update key notebook: name nb -> notebook"]
    assert stub.row("key", "notebook")["token"] == digest(VALUE)


def test_a_rotation_is_only_noted_for_a_key_that_was_taken_over() -> None:
    stub = AdminStub()
    stub.add("key", "ci")
    assert brought(stub, whole("key", "ci", rotation="1")) == ["update key ci: declared by nobody -> inventory"]


def test_expiry_counts_from_when_the_key_was_made() -> None:
    stub = AdminStub()
    brought(stub, whole("key", "ci", expires="90d"))
    assert brought(stub, whole("key", "ci", expires="30d")) == [
        "update key ci: expires 2027-02-26 12:00 -> 30d after it was made"
    ]
    assert stub.row("key", "ci")["expires"] == "2026-12-28T12:00:00.000Z"
    assert brought(stub, whole("key", "ci")) == ["update key ci: expires 2026-12-28 12:00 -> none"]


def test_an_expired_key_is_told() -> None:
    stub = AdminStub()
    stub.add("key", "ci", created_at="2026-01-01T00:00:00Z", expires="2026-04-01T00:00:00Z", metadata=OURS)
    found = planned(stub, whole("key", "ci", expires="90d"))
    assert found.changes == []
    assert found.notices == ["key ci has expired; a new rotation makes a new value for it, and spend goes on"]


def test_every_problem_at_once() -> None:
    stub = AdminStub()
    stub.add("team", "research")
    found = planned(
        stub,
        whole(
            "key",
            "ci",
            team="reserch",
            user="ana",
            models=["gpt5", "openai/*", "all-team-models"],
            extra={"tags": ["x"]},
        ),
        whole("user", "bob", teams=["nowhere"]),
    )
    assert found.changes == []
    assert found.problems == [
        "key ci: team 'reserch' is not there; did you mean 'research'?",
        "key ci: user 'ana' is not there; there is 'bob'",
        "key ci: model 'gpt5' is not served; did you mean 'gpt-5'?",
        "key ci: tags needs LiteLLM's licence, which this gateway does not have; leave it out",
        "user bob: team 'nowhere' is not there; there is 'research'",
    ]


def test_what_needs_a_licence_is_let_through_where_there_is_one() -> None:
    stub = AdminStub(licensed=True)
    brought(stub, whole("key", "ci", extra={"tags": ["x"]}))
    assert stub.row("key", "ci")["tags"] == ["x"]


def test_a_thousand_keys_are_read_once_and_written_where_they_differ() -> None:
    stub = AdminStub()
    wanted = [whole("key", f"k{number}", rpm=1) for number in range(1000)]
    brought(stub, *wanted, secrets={each.name: f"sk-{each.name}" for each in wanted})
    stub.row("key", "k7")["rpm_limit"] = 9
    stub.asked.clear()
    found = planned(stub, *wanted)
    assert [change.as_line() for change in found.changes] == ["update key k7: rpm 9 -> 1"]
    assert len(stub.asked) == 10 + 7
    assert stub.writes == []


def outcome_of(stub: AdminStub, *wanted: Desired) -> Outcome:
    return apply(
        planned(stub, *wanted).changes, AdminClient("http://g.example", KEY, stub), {"a": VALUE, "b": OTHER_VALUE}
    )


def test_a_refused_change_stops_what_comes_after_its_kind() -> None:
    stub = AdminStub()
    stub.refusing["/team/new"] = error(400, "{'error': 'No more teams'}")
    outcome = outcome_of(stub, whole("team", "t"), whole("team", "u"), whole("key", "a", team="t"))
    assert outcome.failed == ["team t: /team/new: No more teams"]
    assert outcome.done == ["create team u"]


def test_a_gateway_that_goes_away_is_not_asked_again() -> None:
    stub = AdminStub()
    stub.refusing["/key/generate"] = error(503, "starting")
    outcome = outcome_of(stub, whole("key", "a"), whole("key", "b"))
    assert outcome.failed == ["key a: /key/generate: starting"]
    assert outcome.made == []
    assert len(stub.writes) == 1


def test_no_secret_is_in_a_plan() -> None:
    stub = AdminStub()
    found = planned(stub, whole("key", "nb", digest=digest(VALUE)))
    assert VALUE not in str([change.as_result() for change in found.changes])
    assert stamp(NOW) == "2026-11-28T12:00:00.000Z"
