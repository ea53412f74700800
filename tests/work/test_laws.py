"""Laws of work: whatever people try in whatever order, some things hold."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import get_args

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.work.making import at, on, task

from camket.errors import UsageError
from camket.model.share import GroupBy
from camket.model.task import Due, EventKind, Evidence, Standing, Task, TaskEvent, TaskSource
from camket.work.life import Actor, allowed, check, is_open
from camket.work.rules import WorkRules, rules_on
from camket.work.shares import outcomes, shares
from camket.work.standing import standing

ACTORS = [
    Actor(who="staff", role="department", body="so-tai-chinh"),
    Actor(who="leader", role="release", body="so-tai-chinh"),
    Actor(who="builder", role="release", body="so-xay-dung"),
    Actor(who="giver", role="release", body="chu-tich-ubnd-tinh"),
    Actor(who="office-1", role="officer"),
    Actor(who="office-2", role="officer"),
    Actor(who="boss", role="approver"),
]
START = on("8/6")
OFTEN: tuple[EventKind, ...] = ("reported", "confirmed", "returned", "waiting", "extended") * 4


class Try(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody tries; where it is `legal`, it is done by one who may do it now, if anybody may."""

    legal: bool
    wait: int
    back: int
    kind: EventKind
    actor: Actor
    paper: bool
    level: str
    evidence: bool
    ahead: int
    lead: str
    words: str


TRIES = st.lists(
    st.builds(
        Try,
        legal=st.sampled_from([True, True, True, False]),
        wait=st.integers(0, 12),
        back=st.sampled_from([0, 0, 0, 1, 3, 15, -1]),
        kind=st.sampled_from((*get_args(EventKind), *OFTEN)),
        actor=st.sampled_from(ACTORS),
        paper=st.sampled_from([True, True, False]),
        level=st.sampled_from(["", "department", "chair", "party", "chair"]),
        evidence=st.sampled_from([True, True, False]),
        ahead=st.integers(-5, 40),
        lead=st.sampled_from(["", "so-tai-chinh", "so-xay-dung"]),
        words=st.sampled_from(["lý do", "lý do", ""]),
    ),
    min_size=3,
    max_size=30,
)
RULES = st.builds(
    lambda counts, back, late: msgspec.structs.replace(
        rules_on(START), returned_counts_from=counts, waiting_sent_back=back, late_extension=late
    ),
    st.sampled_from(["first", "last"]),
    st.sampled_from(["added", "counted"]),
    st.sampled_from(["from_its_paper", "stays_late"]),
)
TASKS = st.sampled_from(
    [
        task(),
        task(due=None),
        task(due=Due(kind="relative", days=5, working=True, event="nhận được văn bản")),
        task(sources=(TaskSource(kind="news", day=START),)),
    ]
)


def rotated(trial: Try) -> list[Actor]:
    """Who is asked first to do what is tried; where it need not be legal, nobody else is."""
    place = ACTORS.index(trial.actor)
    return ACTORS[place:] + ACTORS[:place] if trial.legal else []


def kinds(now: Standing, actor: Actor) -> set[EventKind]:
    return {each.event for each in allowed(now, actor)}


def made(the: Task, trial: Try, actor: Actor, number: int, days: int) -> TaskEvent:
    day = START + timedelta(days=days - trial.back)
    told = TaskSource(number="1/UBND", day=day, level=trial.level) if trial.paper else None  # type: ignore[arg-type]  # levels of the list above
    return TaskEvent(
        task=the.id,
        number=number,
        kind=trial.kind,
        day=day,
        at=at("8/6", 12) + timedelta(days=days, minutes=number),
        who=actor.who,
        body=actor.body,
        role=actor.role,
        paper=told,
        evidence=(Evidence(number="9/BC", day=day),) if trial.evidence else (),
        due=Due(kind="fixed", day=START + timedelta(days=days + trial.ahead)),
        lead=trial.lead,
        other="t2",
        words=trial.words,
        key=True,
    )


def lived(the: Task, tries: list[Try], rules: WorkRules) -> tuple[list[TaskEvent], list[Standing]]:
    """The events that the machine lets in, with where the task stood on each day as it was seen then."""
    events: list[TaskEvent] = []
    seen: list[Standing] = []
    days = 0
    for trial in tries:
        seen += [standing(the, events, START + timedelta(days=days + passed), rules) for passed in range(trial.wait)]
        days += trial.wait
        now = standing(the, events, START + timedelta(days=days), rules)
        actor = next((each for each in rotated(trial) if trial.kind in kinds(now, each)), trial.actor)
        new = made(the, trial, actor, len(events) + 1, days)
        try:
            to = check(now, events, new, actor)
        except UsageError:
            continue
        assert trial.kind in kinds(now, actor)
        events.append(new)
        assert standing(the, events, START + timedelta(days=days), rules).state == to
    seen.append(standing(the, events, START + timedelta(days=days), rules))
    return events, seen


@settings(max_examples=150)
@given(the=TASKS, tries=TRIES, rules=RULES)
def test_nobody_confirms_own_work_and_history_is_whole(the: Task, tries: list[Try], rules: WorkRules) -> None:
    events, seen = lived(the, tries, rules)
    assert [each.number for each in events] == list(range(1, len(events) + 1))
    assert all(one.at <= other.at for one, other in pairwise(events))
    assert all(each.day <= each.at.date() for each in events)
    for place, each in enumerate(events):
        if each.kind == "confirmed":
            assert each.who not in {before.who for before in events[:place] if before.kind in ("reported", "waiting")}
            assert any(before.kind == "reported" and before.evidence for before in events[:place])
    assert all(each.lead for each in seen)


@settings(max_examples=150)
@given(the=TASKS, tries=TRIES, rules=RULES)
def test_a_past_day_never_changes(the: Task, tries: list[Try], rules: WorkRules) -> None:
    events, seen = lived(the, tries, rules)
    assert [standing(the, events, each.day, rules) for each in seen] == seen


@settings(max_examples=100)
@given(the=TASKS, tries=TRIES, rules=RULES)
def test_later_knowledge_looks_back_in_order(the: Task, tries: list[Try], rules: WorkRules) -> None:
    events, seen = lived(the, tries, rules)
    last = seen[-1].day
    assert standing(the, events, last, rules, known_on=last) == seen[-1]
    for each in seen:
        then = standing(the, events, each.day, rules, known_on=last)
        assert then.day == each.day
        assert then.done_on is None or then.done_on <= each.day


@settings(max_examples=150)
@given(the=TASKS, tries=TRIES, rules=RULES)
def test_timeliness_follows_from_state_and_days(the: Task, tries: list[Try], rules: WorkRules) -> None:
    for each in lived(the, tries, rules)[1]:
        assert (each.outcome == "out") == (each.state in ("expected", "dropped", "closed"))
        assert (each.outcome in ("done_in_time", "done_late")) == (each.state == "confirmed")
        assert each.done_on is None or (each.state == "confirmed" and each.done_on <= each.day)
        assert each.due is None or each.first_due is not None
        if each.outcome in ("done_late", "open_overdue"):
            assert each.days_late > 0
            assert not each.excused
        if each.alarms:
            assert is_open(each.state)


@settings(max_examples=60)
@given(lives=st.lists(st.tuples(TASKS, TRIES), max_size=5), rules=RULES, by=st.sampled_from(get_args(GroupBy)))
def test_shares_are_parts_of_their_wholes(lives: list[tuple[Task, list[Try]]], rules: WorkRules, by: GroupBy) -> None:
    stands = [
        msgspec.structs.replace(lived(the, tries, rules)[1][-1], task=msgspec.structs.replace(the, id=f"t{number}"))
        for number, (the, tries) in enumerate(lives)
    ]
    for each in shares(stands, by):
        assert set(each.part_tasks) <= set(each.whole_tasks)
        assert (each.part, each.whole) == (len(each.part_tasks), len(each.whole_tasks))
    alls = [each for each in shares(stands, by) if each.code == "done_of_all"]
    counted = outcomes(stands, by)
    assert sum(each.whole for each in alls) == sum(each.count for each in counted if each.outcome != "out")
    assert sum(each.count for each in counted) == len(stands)
