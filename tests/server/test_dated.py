"""The day of a paper that decides or shows: that in its head, not that of the session whose conclusions it tells."""

from __future__ import annotations

from datetime import date

import pytest

from camket.model.document import Head
from camket.server.registry import models
from camket.server.registry.dated import dated
from camket.server.registry.rows import set_head


def row(head: Head) -> models.Document:
    made = models.Document(sha256=b"\0" * 32, name="thong-bao.txt")
    set_head(made, head)
    return made


@pytest.mark.parametrize(
    ("head", "speaks_from", "bears"),
    [
        (Head(date="2026-10-05", event_date="2026-10-02"), "2026-10-02", "2026-10-05"),
        (Head(date="2026-10-05"), "2026-10-05", "2026-10-05"),
        (Head(published="2026-10-06", event_date="2026-10-02"), "2026-10-06", "2026-10-06"),
        (Head(date="2026-10", event_date="2026-10-02"), "2026-10-02", "2026-10-02"),
    ],
)
def test_the_day_in_the_head_comes_first(head: Head, speaks_from: str, bears: str) -> None:
    made = row(head)
    assert made.said_on == date.fromisoformat(speaks_from)
    assert dated(made) == date.fromisoformat(bears)


def test_a_paper_without_a_day_has_none() -> None:
    assert dated(row(Head())) is None


def test_a_day_that_people_mended_counts() -> None:
    made = row(Head(date="2026-10-05", event_date="2026-10-02"))
    made.said_on = date(2026, 9, 30)
    assert dated(made) == date(2026, 9, 30)
