# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the version of the engine of Prisma's client, which the client starts so before it asks a database anything."""

from __future__ import annotations

from prisma.client import BINARY_PATHS
from prisma.engine.utils import ensure

print(ensure(BINARY_PATHS.query_engine))
