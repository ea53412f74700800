"""Any run of what people try with tasks leaves them sound, and lists say of every day what the core says of it.

The chain is whole, events follow one another, nobody confirms his own work, a past day is told as it was; groups,
alarms and shares of the database are those of `camket.work`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.server.examples import examples
from tests.server.tasks_laid import BODY, OTHER, At, a_task, paper, who

from camket.errors import UsageError
from camket.model.task import Alarm, Due, EventKind, Evidence, Standing
from camket.server.pages.work.counting import counts, share_records
from camket.server.pages.work.groups import GROUPS, OF_ALARM, OF_OUTCOME, OF_SHARE
from camket.server.pages.work.lines import days_late, outcome_on
from camket.server.registry import models
from camket.server.registry.acting import CONSOLE
from camket.server.registry.actions.act_on_task import act_on_task
from camket.server.registry.actions.give_task import give_task
from camket.server.registry.actions.merge_tasks import merge_tasks
from camket.server.registry.chain import verify_chain
from camket.server.registry.doctor import tasks as tasks_checked
from camket.server.registry.files import FileStore
from camket.server.registry.spans import on_day
from camket.server.registry.tasking import Deed
from camket.server.registry.work import held
from camket.work.shares import outcomes, shares

FIRST = date(2026, 3, 2)
PEOPLE = (("so", "department", BODY), ("giam-doc", "release", BODY), ("so-xay", "release", OTHER),
          ("mot", "officer", ""), ("hai", "officer", ""), ("duyet", "approver", ""))  # fmt: skip
KINDS: tuple[EventKind, ...] = get_args(EventKind)
DUES = (Due(), Due(kind="fixed", day=FIRST + timedelta(days=20)), Due(kind="fixed", day=FIRST + timedelta(days=45)),
        Due(kind="recurring", every="P1M", day=FIRST),
        Due(kind="relative", days=10, working=True, event="nhận văn bản"))  # fmt: skip


Step = tuple[int, EventKind, int, int, int, int]
STEPS = st.lists(
    st.tuples(
        st.integers(0, 2),  # which task
        st.sampled_from((*KINDS, *("taken", "reported", "confirmed", "returned", "extended") * 3)),
        st.sampled_from(range(len(PEOPLE))),
        st.integers(0, 14),  # days since the step before
        st.integers(0, 9),  # how many days before that its paper is
        st.integers(1, 60),  # for how long a due is put off
    ),
    min_size=4,
    max_size=22,
)


def deed(kind: EventKind, day: date, ahead: int, other: int) -> Deed:
    """Everything that any event asks for; what it does not need is left alone."""
    due = Due(kind="fixed", day=day + timedelta(days=ahead))
    decides = paper("12/TB-VP", day)
    fields: dict[EventKind, Callable[[], Deed]] = {
        "reported": lambda: Deed(kind=kind, evidence=(Evidence(number="1/BC", day=day),)),
        "extended": lambda: Deed(kind=kind, paper=decides, due=due),
        "handed_over": lambda: Deed(kind=kind, paper=decides, due=due, lead=OTHER if ahead % 2 else BODY),
        "assigned": lambda: Deed(kind=kind, key=bool(ahead % 2)),
        "progressed": lambda: Deed(kind=kind, percent=ahead),
        "merged": lambda: Deed(kind=kind, other=other),
    }
    made = fields.get(kind)
    return made() if made is not None else Deed(kind=kind, paper=decides, words="lý do", day=day)


@pytest.mark.django_db(transaction=True)
@settings(max_examples=examples(12), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, dues=st.tuples(*[st.sampled_from(DUES)] * 3))
def test_lists_say_what_the_core_says(steps: list[Step], dues: tuple[Due, ...]) -> None:
    clear()
    with At(FIRST.year, FIRST.month, FIRST.day):
        tasks = [a_task(due=due, given=FIRST, key=place == 1) for place, due in enumerate(dues)]
        numbers = [give_task(CONSOLE, each).id for each in tasks]
    day = FIRST
    told: dict[date, list[tuple[object, ...]]] = {}
    for which, kind, person, wait, back, ahead in steps:
        day += timedelta(days=wait)
        decided = max(FIRST, day - timedelta(days=back))
        with At(day.year, day.month, day.day):
            attempt(numbers[which], numbers[which - 1], kind, PEOPLE[person], decided, ahead)
        told[day] = seen(day)
    for when in sorted({*told, *(FIRST + timedelta(days=each) for each in (0, 20, 21, 45, 46, 76, 95))}):
        compare(when)
    assert {when: seen(when) for when in told if when < day} == {
        when: each for when, each in told.items() if when < day
    }
    assert list(tasks_checked.check(FileStore(None))) == []  # type: ignore[arg-type]  # it looks at no file
    assert verify_chain() is None
    for each in held(numbers).values():
        handed_in = {event.who for event in each.events if event.kind == "reported"}
        assert not {event.who for event in each.events if event.kind == "confirmed"} & handed_in


def attempt(number: int, other: int, kind: EventKind, person: tuple[str, str, str], day: date, ahead: int) -> None:
    """Somebody tries something; nothing is left where it is refused."""
    events = models.TaskEvent.objects.filter(task=number).count()
    try:
        if kind == "merged":
            merge_tasks(who(*person), other, [number])
        else:
            act_on_task(who(*person), number, deed(kind, day, ahead, other), seen=events)
    except UsageError:
        assert models.TaskEvent.objects.filter(task=number).count() == events


def seen(day: date) -> list[tuple[object, ...]]:
    """What a list shows on a day."""
    rows = on_day(day).order_by("task")
    return [(row.task_id, row.state, row.lead, row.due, outcome_on(row, day), days_late(row, day)) for row in rows]


def compare(day: date) -> None:
    """All that lists, numbers and shares say of a day is what the core says of the same tasks."""
    standings = {int(each.task.id): each for each in (found.on(day) for found in held(all_numbers()).values())}
    rows = {row.task_id: row for row in on_day(day)}
    assert rows.keys() == standings.keys()
    for number, at in standings.items():
        row = rows[number]
        assert (row.state, row.lead, row.due, row.key) == (at.state, at.lead, at.due, at.key)
        assert outcome_on(row, day) == at.outcome
        assert days_late(row, day) == (at.days_late if at.outcome in ("open_overdue", "done_late") else 0)
    for count in outcomes(standings.values()):
        assert ids(OF_OUTCOME[count.outcome], day) == set(count.tasks), count.outcome
    for alarm in get_args(Alarm):
        assert ids(OF_ALARM[alarm], day) == with_alarm(standings.values(), alarm), (alarm, day)
    numbers = counts(on_day(day), day)
    for share, own in zip(shares(standings.values()), share_records(numbers), strict=True):
        assert (own.code, own.part, own.whole) == (share.code, share.part, share.whole)
        for group, tasks in zip(OF_SHARE[share.code], (share.part_tasks, share.whole_tasks), strict=True):
            assert ids(group, day) == set(tasks), (share.code, group)


def ids(group: str, day: date) -> set[str]:
    return {str(each) for each in on_day(day).filter(GROUPS[group](day)).values_list("task", flat=True)}


def with_alarm(standings: Iterable[Standing], alarm: Alarm) -> set[str]:
    return {each.task.id for each in standings if alarm in each.alarms}


def all_numbers() -> list[int]:
    return list(models.Task.objects.values_list("id", flat=True))


def clear() -> None:
    models.Task.objects.all().delete()
    models.Audit.objects.all().delete()
    models.AuditEnd.objects.all().delete()
