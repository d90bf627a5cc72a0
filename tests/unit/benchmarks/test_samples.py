"""The figures that benchmarks and the scenario release judge a gateway by."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from samples import Sample, figures, main, percentile, read, unexplained


def answered(start: float, end: float, client: str = "0 whole new") -> Sample:
    return Sample(start, end, 1000 * (end - start), client, "")


def failed(start: float, end: float, client: str = "0 whole new") -> Sample:
    return Sample(start, end, 1000 * (end - start), client, "APIConnectionError: Connection error.")


def test_figures_of_answers_and_failures() -> None:
    samples = [answered(10.0, 10.1), answered(10.2, 10.4), failed(10.5, 13.0), answered(14.0, 14.3)]
    assert figures(samples) == {"requests": 4, "failed": 1, "p50_ms": 200.0, "p99_ms": 300.0, "longest_gap_ms": 3900.0}


def test_a_service_that_is_away_at_first_has_a_gap() -> None:
    assert figures([failed(1.0, 1.1), answered(4.0, 4.5)])["longest_gap_ms"] == 3500.0


def test_no_answer_at_all_is_no_measurement() -> None:
    with pytest.raises(ValueError, match="none of 1 requests was answered"):
        figures([failed(1.0, 2.0)])


@pytest.mark.parametrize(("share", "value"), [(0.0, 1), (0.5, 50), (0.99, 99), (1.0, 100)])
def test_percentiles(share: float, value: int) -> None:
    assert percentile(range(1, 101), share) == value


def test_a_kill_explains_only_what_was_under_way() -> None:
    before, through, dying, after = failed(1.0, 2.0), failed(2.5, 3.5), failed(3.1, 3.4), failed(3.3, 3.6)
    samples = [after, answered(1.0, 4.0), through, dying, before]
    assert unexplained(samples, kills=[(3.0, 3.2)]) == [before, after]
    assert unexplained(samples) == [before, dying, through, after]


def test_a_kill_explains_the_first_failure_of_a_kept_connection_however_late() -> None:
    client = "2 whole kept"
    idle, late, later = answered(1.0, 2.0, client), failed(9.0, 9.1, client), failed(9.2, 9.3, client)
    assert unexplained([idle, late, later], kills=[(3.0, 3.2)]) == [later]
    served = answered(3.1, 3.5, client)
    assert unexplained([idle, served, late], kills=[(3.0, 3.2)]) == [late]
    assert unexplained([late, later], kills=[(3.0, 3.2), (9.15, 9.2)]) == []


def test_the_command_leaves_out_what_ended_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "seen.jsonl"
    samples = [failed(1.0, 2.0), answered(3.0, 3.5), failed(4.0, 5.0), failed(6.0, 7.0)]
    file.write_text("".join(f"{sample.written()}\n" for sample in samples))
    assert read(file) == samples
    monkeypatch.setattr(sys, "argv", ["samples.py", str(file), "--since", "2.5", "--kills", "[[4.5, 4.6]]"])
    main()
    printed = json.loads(capsys.readouterr().out)
    assert (printed["requests"], printed["failed"]) == (3, 2)
    assert printed["unexplained"] == [samples[3]._asdict()]
