"""A list against the registry: which of its tasks are there, and what their rows add. A second import adds nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from camket.findings import Finding
from camket.model.message import message
from camket.model.task import Standing, TaskEvent, TaskState
from camket.model.workbook import cell_name
from camket.report.dates import day as shown_day
from camket.work.needs import VIETNAM
from camket.work.standing import standing
from camket.work.tracking.drafts import CUT, begins, same_number, text_key
from camket.work.tracking.entering import Entering, entered
from camket.work.tracking.exporting import id_shown
from camket.work.tracking.happening import Happening
from camket.work.tracking.often import often, without_often
from camket.work.tracking.papers import number_key
from camket.work.tracking.reading import squeezed
from camket.work.tracking.records import Change, Known, ListedTask, RowAnswer, TrackingImport

_LEAST_CUT = 12
_START = 8
_THERE: Mapping[str, frozenset[TaskState]] = {
    "done": frozenset(("reported", "confirmed")),
    "waiting": frozenset(("waiting",)),
    "dropped": frozenset(("dropped", "closed")),
    "returned": frozenset(("returned",)),
    "declined": frozenset(("declined",)),
    "closed": frozenset(("closed",)),
}
"""Where a task stands that a list says to be in a state: then the list adds nothing."""


def against(listed: TrackingImport, known: Iterable[Known], by: Entering) -> TrackingImport:
    """The import with what it changes: each task new, or known by the registry's id with the events that its row adds.

    Args:
        listed: what the workbook says.
        known: the tasks of the registry that it could speak of.
        by: who enters it, when, by which rules.
    """
    there = _Registry(known)
    changes: dict[str, _Change] = {}
    tasks = []
    for each in listed.tasks:
        found = there.find(each)
        change = _Change(each, "new") if found is None else _known(each, found, by)
        changes[each.task.id] = change
        tasks.append(_below(change, changes))
    rows = tuple(_answered(row, changes) for row in listed.rows)
    findings = (*without_often(listed.findings), *often(rows))
    return msgspec.structs.replace(listed, tasks=tuple(tasks), rows=rows, findings=findings)


def _below(change: _Change, changes: Mapping[str, _Change]) -> ListedTask:
    """A new task under the task that its whole is in the registry, which stands above it in the list."""
    listed, whole = change.listed, changes.get(change.listed.task.parent)
    if change.kind != "new" or whole is None:
        return listed
    return msgspec.structs.replace(listed, task=msgspec.structs.replace(listed.task, parent=whole.listed.task.id))


class _Change(NamedTuple):
    """A task of the list as it is to be entered, what that is, and what is said of it."""

    listed: ListedTask
    kind: Change
    findings: tuple[Finding, ...] = ()


class _Registry:
    """The tasks of the registry by id, by words, and by the beginnings of their words."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._by_id: dict[str, Known] = {}
        self._by_text: dict[str, list[Known]] = defaultdict(list)
        self._by_start: dict[str, list[Known]] = defaultdict(list)
        self._by_outside: dict[str, Known] = {}
        for each in known:
            self._by_id[id_shown(each.task.id)] = each
            if each.outside:
                self._by_outside[squeezed(each.outside)] = each
            key = text_key(each.task.text)
            self._by_text[key].append(each)
            self._by_start[key[:_START]].append(each)

    def find(self, listed: ListedTask) -> Known | None:
        """The task that a list's task is: by its id, else by paper, words and lead; a cut title by its beginning."""
        outside = squeezed(listed.outside)
        found = self._by_id.get(listed.outside.upper()) or self._by_outside.get(outside or listed.task.id)
        if found is not None:
            return found
        key = text_key(listed.task.text)
        same = [each for each in self._by_text[key] if _is_same(listed, each)]
        if same or not _number(listed):
            return same[0] if same else None
        begun = [each for each in self._by_start[key[:_START]] if _begins(listed, each, key)]
        return next((each for each in begun if _is_same(listed, each)), None)


def _begins(listed: ListedTask, known: Known, key: str) -> bool:
    """Whether one of two texts is cut short, and the other goes on with it."""
    other = text_key(known.task.text)
    if min(len(key), len(other)) < _LEAST_CUT:
        return False
    is_cut = CUT.search(known.task.text) is not None
    return (listed.cut and begins(listed.task.text, known.task.text)) or (is_cut and key.startswith(other))


def _number(listed: ListedTask) -> str:
    return next((source.number for source in listed.task.sources if source.number), "")


def _is_same(listed: ListedTask, known: Known) -> bool:
    number = _number(listed)
    numbers = [source.number for source in known.task.sources if source.number]
    if number and numbers and not any(same_number(number, each) for each in numbers):
        return False
    leads = {known.task.lead, *(event.lead for event in known.events if event.lead)}
    return not listed.task.lead or not known.task.lead or listed.task.lead in leads


def _known(listed: ListedTask, known: Known, by: Entering) -> _Change:
    """A task of the registry with the events that the row adds."""
    findings: list[Finding] = []
    where = cell_name(listed.sheet, listed.row, 1)
    now = standing(known.task, known.events, by.at.astimezone(VIETNAM).date(), by.rules)
    due = listed.task.due.day
    if due is not None and due not in (now.first_due, now.due, known.task.due.day):
        told = shown_day(now.due) if now.due is not None else "-"
        said = message("tracking.due_differs", found=shown_day(due), known=told, field="due")
        findings.append(Finding(message=said, where=where))
    fresh = [_happening(event) for event in listed.events if not _is_there(event, listed, known, now)]
    events = entered(
        known.task, known.events, fresh, by, lambda said: findings.append(Finding(message=said, where=where))
    )  # fmt: skip
    events = tuple(event for event in events if not _is_there(event, listed, known, now))
    made = msgspec.structs.replace(listed, task=known.task, events=events)
    return _Change(made, "moved" if events else "known", tuple(findings))


def _happening(event: TaskEvent) -> Happening:
    return Happening(
        event.kind, event.day, event.words, event.paper, event.evidence, event.due, event.lead, event.percent
    )  # fmt: skip


def _is_there(event: TaskEvent, listed: ListedTask, known: Known, now: Standing) -> bool:
    """Whether the registry has what an event tells: the same event, or a task that stands there already."""
    if now.state in ("dropped", "closed"):
        return True
    if event.kind == "asked" and now.asked:
        return True
    if event.kind in ("extended", "asked") and listed.due_now is not None and listed.due_now == now.due:
        return True
    if event.kind != "progressed" and now.state in _THERE.get(listed.state, ()):
        return event.kind in ("reported", "waiting", "dropped", "returned") or _has(event, known)
    if event.kind == "handed_over" and event.lead == now.lead:
        return True
    if event.kind == "progressed":
        return now.state in _THERE.get(listed.state, ()) or _is_known(event, known, now)
    return _has(event, known)


def _is_known(event: TaskEvent, known: Known, now: Standing) -> bool:
    """Whether a row tells only what was heard before: its words by any event, and the percent as it stands."""
    words = squeezed(event.words)
    heard = not words or any(squeezed(each.words) == words for each in known.events)
    return heard and event.percent in (None, now.percent)


def _has(event: TaskEvent, known: Known) -> bool:
    return any(_sign(each) & _sign(event) for each in known.events if each.kind == event.kind)


def _sign(event: TaskEvent) -> frozenset[object]:
    """By which two events of a kind are one: words, the new due, the new lead, the numbers of papers."""
    signs: set[object] = {number_key(each.number) for each in event.evidence if each.number}
    if event.kind == "extended" and event.due is not None:
        return frozenset([event.due.day])
    if event.kind == "handed_over":
        return frozenset([event.lead])
    if event.kind == "asked":
        return frozenset([squeezed(event.words)])
    if event.paper is not None and event.paper.number:
        signs.add(number_key(event.paper.number))
    return frozenset(signs or {event.day})


def _answered(row: RowAnswer, changes: Mapping[str, _Change]) -> RowAnswer:
    if row.task not in changes:
        return row
    change = changes[row.task]
    told = change.findings if row.kind == "task" else ()
    said: Change = change.kind if row.kind in ("task", "double") else ""
    own = row.findings
    if said == "known":  # it was looked at when it was taken in
        own = tuple(msgspec.structs.replace(each, level="info") for each in own)
    return msgspec.structs.replace(row, task=change.listed.task.id, change=said, findings=(*own, *told))


def as_known(listed: TrackingImport) -> tuple[Known, ...]:
    """What a registry holds after an import into an empty one."""
    return tuple(
        Known(task=each.task, events=each.events, outside=each.outside or each.task.id) for each in listed.tasks
    )
