"""The moments at which plays are killed: all of them in turn, or some that a seed draws."""

from __future__ import annotations

from tests.interrupted.__main__ import Moment, drawn, every

LENGTHS = {"first": 40, "change": 30, "rollback": 20, "uninstall": 9}


def test_a_seed_draws_the_same_again_and_another_one_others() -> None:
    first = list(drawn(LENGTHS, "1 debian12", 5))
    assert first == list(drawn(LENGTHS, "1 debian12", 5))
    assert first != list(drawn(LENGTHS, "2 debian12", 5))
    for moments, _uninstalls in first:
        assert all(1 <= moment.after < LENGTHS[what] for what, moment in moments.items())
        assert ("change" in moments) is ("rollback" not in moments)


def test_each_task_has_its_turn() -> None:
    rounds = list(every(LENGTHS, "1"))
    for what, length in LENGTHS.items():
        boundaries = {moments[what].after for moments, _uninstalls in rounds if not moments[what].later}
        assert boundaries == set(range(1, length))
    assert any(moments["first"].later for moments, _uninstalls in rounds)
    assert {uninstalls for _moments, uninstalls in rounds} == {True, False}


def test_a_moment_is_told() -> None:
    assert str(Moment(3)) == "after 3 results"
    assert str(Moment(3, 0.5)) == "after 3 results and 0.50 s"
