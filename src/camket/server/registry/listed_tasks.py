"""Tasks of tracking workbooks against the registry, and written to it, many at once.

What may be written is decided by `camket.work.tracking`, which asks the life of a task about every event. Writing runs
inside the action `import-tasks`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

import msgspec
from django.db.models import Max
from django.utils.timezone import localdate

from camket import __version__
from camket.model.task import Evidence, Task, TaskEvent, TaskSource
from camket.model.workbook import Workbook
from camket.registry.copies import search_text
from camket.server.registry import models
from camket.server.registry.acting import Act, Actor
from camket.server.registry.dated import dated
from camket.server.registry.tasking import LONGEST, LONGEST_NAME, body_name, work_actor
from camket.server.registry.work import held
from camket.work.rules import rules_on
from camket.work.tracking.entering import Entering
from camket.work.tracking.importing import Listing, read_tracking
from camket.work.tracking.matching import against
from camket.work.tracking.records import Known, ListedTask, TrackingImport

_LONGEST_ID, _BATCH = 120, 500


class ListFile(msgspec.Struct, frozen=True, kw_only=True):
    """A workbook that was handed in.

    Attributes:
        name: what it is called.
        digest: of its bytes.
        workbook: its cells.
        area: slug of the area whose tasks these are.
        day: as of which it speaks where it does not say; today where not given.
    """

    name: str
    digest: str
    workbook: Workbook
    area: str = ""
    day: date | None = None


def compared(file: ListFile, who: Actor, at: datetime) -> TrackingImport:
    """A workbook as it would be taken in now: row by row, against the tasks of the registry. Writes nothing."""
    by = work_actor(who.account, who.name)
    day = min(file.day or localdate(at), localdate(at))
    listing = Listing(file=file.name, digest=file.digest, day=day, at=at, actor=by, area=file.area)
    listed = read_tracking(file.workbook, listing)
    return against(listed, known_tasks(), Entering(by, at, rules_on(day, file.area)))


def state_of(who: Actor, at: datetime) -> str:
    """What a comparison hangs on, as a text that changes whenever it would come out otherwise."""
    by = work_actor(who.account, who.name)
    last = [table.objects.aggregate(last=Max("id"))["last"] or 0 for table in (models.Task, models.TaskEvent)]
    return "-".join(map(str, (__version__, localdate(at), by.role, by.body, *last)))


def known_tasks() -> tuple[Known, ...]:
    """All tasks of the registry."""
    outside = dict(models.Task.objects.values_list("id", "outside"))
    found = held(outside)
    return tuple(
        Known(task=each.task, events=each.events, outside=outside[number]) for number, each in found.items()
    )  # fmt: skip


def enter(act: Act, listed: TrackingImport) -> list[int]:
    """Write what an import changes; gives the numbers of the tasks that it touched."""
    changes = {row.task: row.change for row in listed.rows if row.kind == "task"}
    fresh = [each for each in listed.tasks if changes.get(each.task.id) == "new"]
    papers = _papers(source for each in fresh for source in each.task.sources)
    rows = models.Task.objects.bulk_create([_row(act, each) for each in fresh], batch_size=_BATCH)
    models.TaskSource.objects.bulk_create(
        [
            _source(row, place, source, papers)
            for row, each in zip(rows, fresh, strict=True)
            for place, source in enumerate(each.task.sources, start=1)
        ],
        batch_size=_BATCH,
    )
    models.TaskHelper.objects.bulk_create(
        [helper for row, each in zip(rows, fresh, strict=True) for helper in _helpers(row, each.task)],
        batch_size=_BATCH,
    )
    _place_under(rows, fresh)
    events = [(row.id, event) for row, each in zip(rows, fresh, strict=True) for event in each.events]
    moved = [each for each in listed.tasks if changes.get(each.task.id) == "moved"]
    events += [(int(each.task.id), event) for each in moved for event in each.events]
    _write_events(events)
    numbers = [*(row.id for row in rows), *(int(each.task.id) for each in moved)]
    for number in numbers:
        act.touched("task", number)
    return numbers


def _place_under(rows: Sequence[models.Task], fresh: Sequence[ListedTask]) -> None:
    """Parts of a task get the number that their whole has, be it new or there already."""
    numbers = {each.task.id: row.id for row, each in zip(rows, fresh, strict=True)}
    parts = []
    for row, each in zip(rows, fresh, strict=True):
        whole = each.task.parent
        if whole:
            row.parent_id = numbers[whole] if whole in numbers else int(whole)
            parts.append(row)
    models.Task.objects.bulk_update(parts, ["parent"], batch_size=_BATCH)


def _row(act: Act, listed: ListedTask) -> models.Task:
    task = listed.task
    text = task.text.strip()[:LONGEST]
    return models.Task(
        text=text, folded=search_text(text), giver=task.giver[:LONGEST_NAME], level=task.level, area=task.area,
        lead=body_name(task.lead), product=task.product[:LONGEST_NAME], due=msgspec.to_builtins(task.due),
        given=task.given, entered_at=act.at, entered_by=act.who.name, key=task.key, tracked=task.tracked,
        leader=task.leader[:LONGEST_NAME], outside=(listed.outside or task.id)[:_LONGEST_ID],
    )  # fmt: skip


def _source(row: models.Task, place: int, source: TaskSource, papers: dict[tuple[str, date], int]) -> models.TaskSource:
    paper = papers.get((source.number, source.day)) if source.day is not None else None
    return models.TaskSource(
        task=row, place=place, kind=source.kind, paper_id=paper, number=source.number[:_LONGEST_ID], day=source.day,
        giver=source.giver[:LONGEST_NAME], level=source.level, quote=source.quote[:LONGEST],
    )  # fmt: skip


def _helpers(row: models.Task, task: Task) -> list[models.TaskHelper]:
    bodies = dict.fromkeys(body_name(body) for body in task.supporting if body and body != task.lead)
    return [models.TaskHelper(task=row, place=place, body=body) for place, body in enumerate(bodies, start=1)]


def _papers(sources: Iterable[TaskSource]) -> dict[tuple[str, date], int]:
    """The papers of the registry by number and day; a number alone may be of another year."""
    numbers = {source.number for source in sources if source.number and source.day is not None}
    found: dict[tuple[str, date], int] = {}
    for part in _parts(sorted(numbers)):
        rows = models.Document.objects.filter(number__in=part, withdrawn_on__isnull=True, stands_for__isnull=True)
        for row in rows.order_by("id"):
            day = dated(row)
            if day is not None:
                found.setdefault((row.number, day), row.id)
    return found


def _parts(values: Sequence[str]) -> Iterable[Sequence[str]]:
    return (values[start : start + _BATCH] for start in range(0, len(values), _BATCH))


def _write_events(events: Sequence[tuple[int, TaskEvent]]) -> None:
    rows = models.TaskEvent.objects.bulk_create(
        [
            models.TaskEvent(
                task_id=number, number=event.number, kind=event.kind, day=event.day, at=event.at, who=event.who,
                body=event.body, role=event.role,
                due=msgspec.to_builtins(event.due) if event.due is not None else None,
                lead=body_name(event.lead), percent=event.percent, words=event.words[:LONGEST],
            )
            for number, event in events
        ],
        batch_size=_BATCH,
    )  # fmt: skip
    papers: list[models.TaskPaper] = []
    for row, (_, event) in zip(rows, events, strict=True):
        if event.paper is not None:
            papers.append(_decides(row, event.paper))
        papers += [_shows(row, place, each) for place, each in enumerate(event.evidence, start=1)]
    models.TaskPaper.objects.bulk_create(papers, batch_size=_BATCH)


def _decides(row: models.TaskEvent, paper: TaskSource) -> models.TaskPaper:
    return models.TaskPaper(
        event=row, place=0, decides=True, kind=paper.kind, number=paper.number[:_LONGEST_ID], day=paper.day,
        giver=paper.giver[:LONGEST_NAME], level=paper.level,
    )  # fmt: skip


def _shows(row: models.TaskEvent, place: int, evidence: Evidence) -> models.TaskPaper:
    return models.TaskPaper(
        event=row, place=place, kind=evidence.kind, number=evidence.number[:_LONGEST_ID],
        ref="" if evidence.kind == "paper" else evidence.ref[:64], day=evidence.day, name=evidence.name[:LONGEST_NAME],
    )  # fmt: skip
