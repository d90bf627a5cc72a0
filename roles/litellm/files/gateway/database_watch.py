# SPDX-License-Identifier: GPL-3.0-or-later
"""Watch in each worker whether its database answers, and tell it: in the log and in a metric."""

from __future__ import annotations

import asyncio
import typing as t

from saying import say
from up_metric import UpMetric

WATCH_SECONDS = 10
"""How long a worker waits between two questions, which are the smallest that PostgreSQL knows."""

ANSWER_SECONDS = 5
"""How long the database may take; LiteLLM's own readiness gives it as long."""

AWAY = "warning: the database does not answer; keys that this worker has not seen lately are refused with 503"


class DatabaseWatch:
    """What a worker knows of its database. LiteLLM finds its way back by itself; this only says how it is."""

    def __init__(self) -> None:
        self._metric = UpMetric(
            "litellm_gateway_database_up", "Whether the database answers every worker of the gateway: 1 or 0."
        )
        self._up = True
        self._task: asyncio.Task[None] | None = None

    def begin(self, client: t.Any) -> None:
        """Ask again and again as long as the worker lives; call it in the event loop of a worker.

        :param client: LiteLLM's ``prisma_client``; None where there is no database.
        """
        if client is not None:
            self._metric.begin()
            self._task = asyncio.get_running_loop().create_task(self._watch(client))

    async def _watch(self, client: t.Any) -> None:
        while True:
            self._tell(await _answers(client))
            await asyncio.sleep(WATCH_SECONDS)

    def _tell(self, up: bool) -> None:
        self._metric.tell(up)
        if up != self._up:
            self._up = up
            say("The database answers again" if up else AWAY)


async def _answers(client: t.Any) -> bool:
    """Whether the database answers now. LiteLLM replaces ``client.db`` when it connects again, so it is looked up each time."""
    try:
        await asyncio.wait_for(client.db.query_raw("SELECT 1"), ANSWER_SECONDS)
    except Exception:  # of Prisma, its engine and the network
        return False
    return True
