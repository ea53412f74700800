"""Tasks as records of the core, fetched in a few queries however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec
from django.utils.timezone import localdate

from camket.model.span import Span
from camket.model.task import Due, Evidence, Standing, Task, TaskEvent, TaskSource
from camket.server.registry import models
from camket.typed import typed
from camket.work.standing import standing

_CHUNK = 900
"""Keys of one question; SQLite takes no more."""


class Followed(msgspec.Struct, frozen=True, kw_only=True):
    """A task with what happened to it; the events in their order."""

    task: Task
    events: tuple[TaskEvent, ...]

    def on(self, day: date) -> Standing:
        """Where it stands at the end of a day, by what was entered until then."""
        return standing(self.task, self.events, day)


def held(numbers: Iterable[int]) -> dict[int, Followed]:
    """Tasks by their numbers, with all that happened to them; four questions for nine hundred tasks."""
    found: dict[int, Followed] = {}
    for part in _parts(list(numbers)):
        rows = models.Task.objects.filter(id__in=part).prefetch_related("sources__paper", "helpers")
        events: dict[int, list[TaskEvent]] = {}
        happened = models.TaskEvent.objects.filter(task__in=part).order_by("task", "number")
        for row in happened.prefetch_related("papers__paper"):
            events.setdefault(row.task_id, []).append(event_record(row))
        for task in rows:
            found[task.id] = Followed(task=task_record(task), events=tuple(events.get(task.id, ())))
    return found


def task_record(row: models.Task) -> Task:
    """A task as a record; asks twice more where sources and helpers were not fetched with it."""
    return Task(
        id=str(row.id),
        text=row.text,
        sources=tuple(source_record(each) for each in row.sources.all()),
        giver=row.giver,
        level=row.level,  # type: ignore[arg-type]  # written from a record
        area=row.area,
        lead=row.lead,
        supporting=tuple(each.body for each in row.helpers.all()),
        product=row.product,
        due=msgspec.convert(row.due, typed(Due)),
        given=row.given,
        entered_at=row.entered_at,
        entered_by=row.entered_by,
        key=row.key,
        tracked=row.tracked,
        parent=str(row.parent_id or ""),
        leader=row.leader,
        officer=row.officer,
        recurs=str(row.recurs_id or ""),
    )


def source_record(row: models.TaskSource) -> TaskSource:
    """A source as a record; of a withdrawn paper its kind and day."""
    return TaskSource(
        kind=row.kind,  # type: ignore[arg-type]  # written from a record
        document=row.paper.slug if row.paper is not None else "",
        mention=bytes(row.mention).hex() if row.mention is not None else "",
        number=row.number,
        day=row.day,
        giver=row.giver,
        level=row.level,  # type: ignore[arg-type]  # as above
        quote=row.quote,
        span=Span(row.start, row.end) if row.start is not None and row.end is not None else None,
    )


def event_record(row: models.TaskEvent) -> TaskEvent:
    """An event as a record, with the paper that decides it and its evidence."""
    papers = list(row.papers.all())
    decides = next((each for each in papers if each.decides), None)
    return TaskEvent(
        task=str(row.task_id),
        number=row.number,
        kind=row.kind,  # type: ignore[arg-type]  # written from a record
        day=row.day,
        at=row.at,
        who=row.who,
        body=row.body,
        role=row.role,
        paper=_deciding(decides) if decides is not None else None,
        evidence=tuple(_evidence(each) for each in papers if not each.decides),
        due=msgspec.convert(row.due, typed(Due)) if row.due is not None else None,
        lead=row.lead,
        other=str(row.other_id or ""),
        percent=row.percent,
        leader=row.leader,
        officer=row.officer,
        key=row.key,
        words=row.words,
    )


def _deciding(row: models.TaskPaper) -> TaskSource:
    return TaskSource(
        kind=row.kind,  # type: ignore[arg-type]  # written from a record
        document=row.paper.slug if row.paper is not None else "",
        number=row.number,
        day=row.day,
        giver=row.giver,
        level=row.level,  # type: ignore[arg-type]  # as above
    )


def _evidence(row: models.TaskPaper) -> Evidence:
    return Evidence(
        kind=row.kind,  # type: ignore[arg-type]  # written from a record
        ref=row.paper.slug if row.paper is not None and row.kind == "paper" else row.ref,
        number=row.number,
        day=row.day,
        name=row.name,
    )


def days_of(found: Followed) -> list[date]:
    """The days at whose end a task stood otherwise than before: that of its entry, and those of its events."""
    moments = [found.task.entered_at, *(each.at for each in found.events)]
    return sorted({localdate(each) for each in moments})


def _parts(numbers: list[int]) -> Iterable[list[int]]:
    return (numbers[start : start + _CHUNK] for start in range(0, len(numbers), _CHUNK))


def names_of(numbers: Iterable[int]) -> Mapping[int, str]:
    """The texts of tasks by their numbers."""
    return dict(models.Task.objects.filter(id__in=list(numbers)).values_list("id", "text"))
