"""What clients saw, request by request, and the figures that follow from it.

``python benchmarks/samples.py FILE`` prints the figures of what ``load.py`` wrote there, and the failures, as JSON.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import typing as t
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path


class Sample(t.NamedTuple):
    """One request.

    :param start: seconds since the epoch.
    :param end: the same; when the answer was complete, or failed.
    :param wait_ms: milliseconds until the answer was complete; of a stream, until its first piece.
    :param client: which client asked, and how: ``7 stream kept``.
    :param error: empty when the answer was complete and right.
    """

    start: float
    end: float
    wait_ms: float
    client: str
    error: str

    def written(self) -> str:
        """One line of JSON."""
        return json.dumps(self._asdict())


class Figures(t.TypedDict):
    """``longest_gap_ms`` is the longest time without one complete answer to any client."""

    requests: int
    failed: int
    p50_ms: float
    p99_ms: float
    longest_gap_ms: float


def read(path: Path) -> list[Sample]:
    """The samples that ``load.py`` wrote to *path*."""
    return [Sample(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def figures(samples: Sequence[Sample]) -> Figures:
    """The figures of *samples*; times are of answered requests.

    :raises ValueError: when no request was answered: that is no measurement.
    """
    answered = [sample for sample in samples if not sample.error]
    if not answered:
        raise ValueError(f"none of {len(samples)} requests was answered")
    waits = sorted(sample.wait_ms for sample in answered)
    # From the first question on: a service that is away from the start has a gap, too.
    times = sorted([min(sample.start for sample in samples), *(sample.end for sample in answered)])
    return {
        "requests": len(samples),
        "failed": len(samples) - len(answered),
        "p50_ms": round(percentile(waits, 0.50), 1),
        "p99_ms": round(percentile(waits, 0.99), 1),
        "longest_gap_ms": round(1000 * max(after - before for before, after in itertools.pairwise(times)), 1),
    }


def percentile(ordered: Sequence[float], share: float) -> float:
    """The smallest of the *ordered* values that *share* of them do not exceed."""
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def unexplained(samples: Iterable[Sample], kills: Sequence[tuple[float, float]] = ()) -> list[Sample]:
    """The requests that failed, first failure first, without those that a dying worker took with it.

    A worker takes with it what was under way in it, and on a connection that a client keeps the first request after that: the
    client has not heard yet that nobody is there any more. How long that takes says nothing; a client that is busy looks late.

    :param kills: when each was killed, and when it was dead, in seconds since the epoch. Until then its connections are open.
    """
    ordered = sorted(samples, key=lambda sample: sample.start)
    lost = {id(each) for killed, dead in kills for each in _lost(ordered, killed, dead)}
    failed = [each for each in ordered if each.error and id(each) not in lost]
    return sorted(failed, key=lambda sample: sample.end)


def _lost(ordered: Sequence[Sample], killed: float, dead: float) -> Iterator[Sample]:
    """The requests that a worker may have taken with it, of those in the order in which they began."""
    answered: set[str] = set()
    for each in ordered:
        if each.end < killed or each.client in answered:
            continue
        if each.start <= dead or each.client.endswith(" kept"):
            yield each
        if each.client.endswith(" kept"):
            answered.add(each.client)


def main() -> None:
    """Print figures and failures."""
    parser = argparse.ArgumentParser(description="Sum up what clients saw.")
    parser.add_argument("file", type=Path, help="what load.py has written")
    parser.add_argument("--since", type=float, default=0.0, help="leave out what ended before; seconds since the epoch")
    parser.add_argument(
        "--kills", type=json.loads, default=[], help="when workers were killed and dead, likewise, as JSON"
    )
    arguments = parser.parse_args()
    samples = [sample for sample in read(arguments.file) if sample.end >= arguments.since]
    failed = [sample._asdict() for sample in unexplained(samples, arguments.kills)]
    print(json.dumps({**figures(samples), "unexplained": failed}))


if __name__ == "__main__":
    main()
