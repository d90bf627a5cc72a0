# SPDX-License-Identifier: GPL-3.0-or-later
"""Watch in each worker whether its Redis answers, and tell it: in the log, in a file beside the state file, in a metric."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import json
import os
import shutil
import threading
import typing as t
from pathlib import Path

from reason import ReleaseRefusedError
from redis_access import AWAY, REFUSED, UP, Answer
from saying import say
from up_metric import UpMetric

if t.TYPE_CHECKING:
    from collections.abc import Sequence

    from redis_access import Redis

WATCH_SECONDS = 10
"""How long a worker waits between two questions; one is a dozen small commands, of which Redis has thousands a second."""

PROOF_SECONDS = 20
"""How long the first question may take. Only Sentinels and clusters of which several do not answer take more than some."""


def worst(answers: Sequence[Answer]) -> Answer:
    """The answer that matters of those of several; one that tells all sentences of its state."""
    for state in (REFUSED, AWAY):
        sentences = [answer.sentence for answer in answers if answer.state == state]
        if sentences:
            return Answer(state, "; ".join(sentences))
    return Answer(UP)


class RedisWatch:
    """What the workers of one slot know of Redis. The constructor removes what those of an earlier start left.

    :param folder: gets one file for each worker that has a Redis, named after its process id:
        ``{"state": "away", "sentence": "Redis (…) cannot be reached: Connection refused", "at": "2026-11-21T09:30:00+00:00"}``,
        with the time since which that holds.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._told: Answer | None = None
        self._metric = UpMetric(
            "litellm_gateway_redis_up",
            "Whether Redis answers every worker of the gateway and lets it do its work: 1 or 0.",
        )
        shutil.rmtree(folder, ignore_errors=True)

    async def prove(self, redises: Sequence[Redis], served_before: bool) -> None:
        """Ask each Redis, tell what it answers, and go on asking as long as the worker lives; call it in a worker.

        :param served_before: whether the release, or another worker of it, has served clients. Then nothing is refused: it is
            better to serve them without Redis than not at all.
        :raises ReleaseRefusedError: when a Redis will never let this gateway in as it is configured.
        """
        if not redises:
            return
        asked = asyncio.to_thread(lambda: worst([redis.ask() for redis in redises]))
        try:
            answer = await asyncio.wait_for(asked, PROOF_SECONDS)
        except asyncio.TimeoutError:
            answer = Answer(AWAY, f"Redis ({redises[0].place}) does not answer within {PROOF_SECONDS} s")
        if answer.state == REFUSED and not served_before:
            raise ReleaseRefusedError(
                f"{answer.sentence}; without it this gateway would count limits and budgets alone"
            )
        self._metric.begin()
        self.tell(answer)
        threading.Thread(target=self._watch, args=(redises,), name="redis watch", daemon=True).start()

    def forget(self, process: int) -> None:
        """Remove what the worker *process* told, which has ended; call it in the master."""
        (self._folder / str(process)).unlink(missing_ok=True)

    def _watch(self, redises: Sequence[Redis]) -> None:
        pause = threading.Event()
        while not pause.wait(WATCH_SECONDS):
            self.tell(worst([redis.ask() for redis in redises]))

    def tell(self, answer: Answer) -> None:
        """Set the metric, and if *answer* is another one than before, write the file and a line of the log."""
        self._metric.tell(answer.state == UP)
        if answer == self._told:
            return
        if answer.state != UP:
            say(f"warning: {answer.sentence}; this worker counts limits and budgets alone")
        elif self._told is not None:
            say("Redis answers again, and counts for all workers")
        self._told = answer
        at = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")
        whole = self._folder / f"{os.getpid()}.new"
        # On a full disk the worker serves on, and watches on.
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            whole.write_text(json.dumps({**answer._asdict(), "at": at}) + "\n", encoding="utf-8")
            whole.replace(self._folder / str(os.getpid()))
