"""Tasks, events and papers for the tests of `camket.work`, written short."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

from camket.model.task import Due, EventKind, Evidence, GiverLevel, Task, TaskEvent, TaskSource

VIETNAM = timezone(timedelta(hours=7))
AREA = "bac-ninh"


def on(text: str) -> date:
    """The day of `8/6` (of 2026) or `8/6/2025`."""
    parts = [int(each) for each in text.split("/")]
    return date(parts[2] if len(parts) > 2 else 2026, parts[1], parts[0])


def at(text: str, hour: int = 9) -> datetime:
    """Nine in the morning of a day, in Vietnam."""
    day = on(text)
    return datetime(day.year, day.month, day.day, hour, tzinfo=VIETNAM)


def fixed(text: str) -> Due:
    """A due on a day."""
    return Due(kind="fixed", day=on(text))


def paper(number: str, day: str, level: GiverLevel = "chair") -> TaskSource:
    """A signed paper."""
    return TaskSource(number=number, day=on(day), level=level)


def product(number: str, day: str) -> tuple[Evidence, ...]:
    """A product paper as evidence."""
    return (Evidence(number=number, day=on(day), name=number),)


def task(id_: str = "t1", due: Due | str | None = "30/6", given: str = "8/6", **more: Any) -> Task:
    """A task of the chairman's notice 412/TB-VP, led by the department of finance unless told otherwise."""
    known = due if isinstance(due, Due) else fixed(due) if due else Due()
    fields: dict[str, Any] = {
        "text": f"việc {id_}",
        "sources": (TaskSource(number="412/TB-VP", day=on(given), level="chair", document="p412"),),
        "giver": "chu-tich-ubnd-tinh",
        "level": "chair",
        "area": AREA,
        "lead": "so-tai-chinh",
        "given": on(given),
        "entered_at": at(given),
        "entered_by": "office-1",
    }
    return Task(id=id_, due=known, **(fields | more))


def event(number: int, kind: EventKind, day: str, entered: str | None = None, of: str = "t1", **more: Any) -> TaskEvent:
    """An event of a day, entered on that day unless told otherwise."""
    fields: dict[str, Any] = {"who": "body-1", "body": "so-tai-chinh", "role": "department"}
    return TaskEvent(
        task=of, number=number, kind=kind, day=on(day), at=at(entered or day, 9 + number % 8), **(fields | more)
    )
