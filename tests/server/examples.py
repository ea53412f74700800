"""How many examples a law of the registry gets."""

from __future__ import annotations

import os


def examples(count: int) -> int:
    """So many on SQLite; on PostgreSQL, whose answers alone may differ there, the first third of the same."""
    return max(2, count // 3) if "CAMKET_TEST_DATABASE_URL" in os.environ else count
