"""Read by Python itself before a server of the tests starts: its clock is as far ahead as the file TEST_CLOCK says."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.utils import timezone

_FILE = Path(os.environ["TEST_CLOCK"])


def _now() -> datetime:
    return datetime.now(UTC) + timedelta(seconds=float(_FILE.read_text(encoding="utf-8")))


timezone.now = _now
