"""What an event needs before it may be entered: papers, evidence, days in order, another person."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta, timezone
from typing import Literal, NamedTuple

from camket.model.message import Message, message
from camket.model.task import GiverLevel, Standing, TaskEvent, TaskSource
from camket.work.days import written

VIETNAM = timezone(timedelta(hours=7), "+07:00")
"""The whole country, all year."""
Need = Literal[
    "paper",
    "competent",
    "basis",
    "outgoing",
    "evidence",
    "due",
    "later_due",
    "due_if_late",
    "lead",
    "other",
    "words",
    "progress",
    "another_person",
    "asked",
    "assigned",
]
_RANK: Mapping[GiverLevel, int] = {
    "centre": 5,
    "party": 4,
    "council": 3,
    "committee": 2,
    "chair": 2,
    "department": 1,
    "commune": 0,
}
"""Who may decide about whose task: the chairman signs for the committee, and so stands beside it."""


class _Case(NamedTuple):
    standing: Standing
    events: Sequence[TaskEvent]
    event: TaskEvent


def missing(needs: Sequence[Need], standing: Standing, events: Sequence[TaskEvent], event: TaskEvent) -> Message | None:
    """What an event lacks, the first thing; None where it has all."""
    wrong = out_of_order(standing, events, event)
    if wrong is not None:
        return wrong
    case = _Case(standing, events, event)
    for need in needs:
        if not _CHECKS[need](case):
            return message(f"work.needs.{need}")
    return None


def out_of_order(standing: Standing, events: Sequence[TaskEvent], event: TaskEvent) -> Message | None:
    """What is wrong with the number and the days of an event; None where they follow those before."""
    if event.task != standing.task.id or event.number != len(events) + 1:
        return message("work.order.number", number=len(events) + 1)
    before = events[-1].at if events else standing.task.entered_at
    if event.at < before:
        return message("work.order.entered")
    if event.day > event.at.astimezone(VIETNAM).date():
        return message("work.order.future")
    given = standing.task.given
    if given is not None and event.day < given and event.kind != "based":
        return message("work.order.before_given", given=written(given))
    if event.kind == "reopened" and _never_based(standing, events):
        return message("work.order.never_based")
    handed_in = next((each for each in reversed(events) if each.kind == "reported"), None)
    if event.kind == "confirmed" and handed_in is not None and event.day < handed_in.day:
        return message("work.order.before_report", day=written(handed_in.day))
    return None


def _never_based(standing: Standing, events: Sequence[TaskEvent]) -> bool:
    """Whether a task was only ever expected: news that was dropped or merged is not reopened as if a paper gave it."""
    sources = standing.task.sources
    return (
        bool(sources)
        and all(each.kind != "paper" for each in sources)
        and not any(each.kind == "based" for each in events)
    )


def is_competent(paper: TaskSource | None, level: GiverLevel) -> bool:
    """Whether a paper is of the level that gave a task, or of a higher one; where nobody knows who gave it, of any."""
    return paper is not None and bool(paper.level) and _RANK[paper.level] >= _RANK.get(level, 0)


def day_of_completion(report: TaskEvent) -> date:
    """The day on which handed-in work was done: of its latest paper, else of what shows it, else the day told."""
    dated = [(each.kind == "paper", each.day) for each in report.evidence if each.day is not None]
    return max(dated)[1] if dated else report.day


def _has_paper(paper: TaskSource | None) -> bool:
    return paper is not None and bool(paper.number or paper.document) and paper.day is not None


def _paper(case: _Case) -> bool:
    return _has_paper(case.event.paper)


def _competent(case: _Case) -> bool:
    return _has_paper(case.event.paper) and is_competent(case.event.paper, case.standing.task.level)


def _basis(case: _Case) -> bool:
    return _has_paper(case.event.paper) and case.event.paper is not None and case.event.paper.kind == "paper"


def _evidence(case: _Case) -> bool:
    return bool(case.event.evidence) and day_of_completion(case.event) == case.event.day


def _due(case: _Case) -> bool:
    return case.event.due is not None and case.event.due.day is not None


def _later_due(case: _Case) -> bool:
    if case.event.due is None or case.event.due.day is None:
        return False
    return case.standing.first_due is None or case.event.due.day > case.standing.first_due


def _due_if_late(case: _Case) -> bool:
    return case.standing.days_late == 0 or _due(case)


def _lead(case: _Case) -> bool:
    return bool(case.event.lead) and case.event.lead != case.standing.lead


def _other(case: _Case) -> bool:
    return bool(case.event.other) and case.event.other != case.standing.task.id


def _words(case: _Case) -> bool:
    return bool(case.event.words.strip())


def _progress(case: _Case) -> bool:
    return case.event.percent is not None or bool(case.event.words.strip())


def handed_in_by(events: Sequence[TaskEvent]) -> frozenset[str]:
    """Who handed work in, or said that it is not his: nobody answers himself."""
    return frozenset(each.who for each in events if each.kind in ("reported", "waiting", "declined"))


def _another_person(case: _Case) -> bool:
    return case.event.who not in handed_in_by(case.events)


def _asked(case: _Case) -> bool:
    return case.standing.asked


def _assigned(case: _Case) -> bool:
    return not (case.event.leader is None and case.event.officer is None and case.event.key is None)


_CHECKS: Mapping[Need, Callable[[_Case], bool]] = {
    "paper": _paper,
    "competent": _competent,
    "basis": _basis,
    "outgoing": _paper,
    "evidence": _evidence,
    "due": _due,
    "later_due": _later_due,
    "due_if_late": _due_if_late,
    "lead": _lead,
    "other": _other,
    "words": _words,
    "progress": _progress,
    "another_person": _another_person,
    "asked": _asked,
    "assigned": _assigned,
}
