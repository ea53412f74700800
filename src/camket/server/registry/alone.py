"""Whoever changes papers, placements or what stands does so alone; readers are never kept waiting."""

from __future__ import annotations

from django.db import connection

_LOCK = 0x63616D6B6574  # "camket": one number of PostgreSQL's advisory locks, for the whole registry


def alone() -> None:
    """Wait until no other transaction writes to the registry, and keep others waiting until this one ends.

    What stands is chosen among all statements of a series: two transactions that do not see each other's would each
    choose wrongly. SQLite lets one transaction write anyhow; on PostgreSQL an advisory lock is held until the end.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
