"""Who may do what with a task in which state: one table of all of it; and what an event needs."""

from __future__ import annotations

from itertools import product as every
from pathlib import Path
from typing import Any, get_args

import pytest
from tests.work.making import at, event, fixed, on, paper, product, task

from camket.errors import UsageError
from camket.model.task import EventKind, Standing, Task, TaskEvent, TaskSource, TaskState
from camket.words import sentences
from camket.work.drawing import diagram, drawn_into, table
from camket.work.life import Actor, allowed, check, load_life
from camket.work.needs import Need
from camket.work.standing import standing

ACTORS = {
    "lead staff": Actor(who="a", role="department", body="so-tai-chinh"),
    "lead leader": Actor(who="b", role="release", body="so-tai-chinh"),
    "other staff": Actor(who="c", role="department", body="so-xay-dung"),
    "other leader": Actor(who="d", role="release", body="so-xay-dung"),
    "giver leader": Actor(who="e", role="release", body="chu-tich-ubnd-tinh"),
    "giver staff": Actor(who="f", role="department", body="chu-tich-ubnd-tinh"),
    "officer": Actor(who="g", role="officer"),
    "approver": Actor(who="h", role="approver"),
    "administrator": Actor(who="i", role="administrator"),
    "nobody": Actor(who="j", role=""),
}
_BY_BODY = {"taken", "progressed", "reported", "waiting"}
_BY_GIVER = {"dated", "confirmed", "returned", "refused", "extended", "excused", "handed_over", "dropped"}
_BY_OFFICE = {
    *_BY_BODY,
    *(_BY_GIVER - {"excused", "dropped"}),
    "based",
    "asked",
    "replaced",
    "merged",
    "assigned",
}
MAY: dict[str, set[str]] = {
    "lead staff": _BY_BODY,
    "lead leader": {*_BY_BODY, "declined", "asked"},
    "other staff": set(),
    "other leader": set(),
    "giver leader": _BY_GIVER,
    "giver staff": set(),
    "officer": _BY_OFFICE,
    "approver": {*_BY_OFFICE, "reopened", "excused", "dropped"},
    "administrator": {*_BY_OFFICE, "reopened", "excused", "dropped"},
    "nobody": set(),
}
"""Who may bring which event, whatever the state."""
_OFFICE_ALWAYS = {"dated", "replaced", "dropped", "assigned"}
_DECIDED = {*_OFFICE_ALWAYS, "refused", "extended", "excused"}
LEADS: dict[str, dict[str, str]] = {
    "expected": {"based": "given", "merged": "closed"} | dict.fromkeys(_OFFICE_ALWAYS, ""),
    "given": {
        "taken": "taken",
        "declined": "declined",
        "progressed": "taken",
        "reported": "reported",
        "waiting": "waiting",
        "asked": "",
        "handed_over": "",
        "merged": "closed",
    }
    | dict.fromkeys(_DECIDED, ""),
    "declined": {"taken": "taken", "returned": "returned", "handed_over": "given", "merged": "closed"}
    | dict.fromkeys(_DECIDED, ""),
    "taken": {
        "declined": "declined",
        "progressed": "",
        "reported": "reported",
        "waiting": "waiting",
        "asked": "",
        "handed_over": "given",
        "merged": "closed",
    }
    | dict.fromkeys(_DECIDED, ""),
    "reported": {"confirmed": "confirmed", "returned": "returned"} | dict.fromkeys(_DECIDED, ""),
    "waiting": {"progressed": "", "reported": "reported", "returned": "returned", "asked": "", "handed_over": "given"}
    | dict.fromkeys(_DECIDED, ""),
    "returned": {
        "progressed": "",
        "reported": "reported",
        "waiting": "waiting",
        "asked": "",
        "handed_over": "given",
        "merged": "closed",
    }
    | dict.fromkeys(_DECIDED, ""),
    "confirmed": {"reopened": "taken", "excused": ""},
    "dropped": {"reopened": "taken"},
    "closed": {"reopened": "taken"},
}
"""What may happen in which state, and where it leads; empty where the state stays."""
ENDS = {"dropped": "dropped", "replaced": "closed"}


def standing_in(state: TaskState) -> Standing:
    return Standing(
        task=task(),
        day=on("20/6"),
        state=state,
        outcome="open_in_time",
        lead="so-tai-chinh",
        asked=True,
        due=on("30/6"),
    )


@pytest.mark.parametrize(("state", "who"), list(every(LEADS, ACTORS)))
def test_every_transition_by_every_role(state: TaskState, who: str) -> None:
    expected = {kind: ENDS.get(kind) or to or state for kind, to in LEADS[state].items() if kind in MAY[who]}
    found = {each.event: each.to for each in allowed(standing_in(state), ACTORS[who])}
    assert found == expected


def test_every_state_and_event_is_in_the_table_and_has_its_words() -> None:
    assert {each.id for each in load_life().states} == set(LEADS) == set(get_args(TaskState))
    kinds = {each.id for each in load_life().events}
    assert kinds == set(get_args(EventKind))
    for kind in kinds:
        assert {f"work.event.{kind}", f"work.do.{kind}", f"work.not_now.{kind}", f"work.not_allowed.{kind}"} <= set(
            sentences("vi")
        )
    assert {f"work.needs.{need}" for need in get_args(Need)} <= set(sentences("vi"))
    assert {f"work.state.{state}" for state in LEADS} <= set(sentences("vi"))
    assert {f"work.party.{party.id}" for party in load_life().parties} <= set(sentences("vi"))


def test_the_page_shows_the_machine_as_it_is() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reference" / "work.md").read_text(encoding="utf-8")
    assert diagram() in page
    assert table() in page
    assert drawn_into(page) == page


def trying(happened: list[TaskEvent], new: TaskEvent, actor: Actor, of: Task | None = None) -> str:
    """The state that the event leads to, or the code of what is wrong."""
    the = of or task()
    try:
        return check(standing(the, happened, on("20/7")), happened, new, actor)
    except UsageError as error:
        return error.message.code


OTHER = paper("9/STC", "10/7", "department")
PARTY = paper("9/TB-TU", "10/7", "party")
UNSAID = paper("9/UBND", "10/7", "")
EARLY = {"at": at("27/6"), "day": on("27/6")}
MOVE = {"lead": "so-xay-dung", "due": fixed("30/7")}
REPORTED = event(1, "reported", "28/6", who="a", evidence=product("55/BC-STC", "28/6"))
BOSS, OFFICER, LEAD = ACTORS["approver"], ACTORS["officer"], ACTORS["lead leader"]
NOTICE = paper("500/UBND-TH", "10/7")


@pytest.mark.parametrize(
    ("happened", "kind", "more", "actor", "expected"),
    [
        ([REPORTED], "confirmed", {}, OFFICER, "confirmed"),
        ([REPORTED], "confirmed", {"who": "a"}, OFFICER, "work.needs.another_person"),
        ([REPORTED], "confirmed", {}, LEAD, "work.not_allowed.confirmed"),
        ([], "confirmed", {}, OFFICER, "work.not_now.confirmed"),
        ([], "reported", {}, LEAD, "work.needs.evidence"),
        ([], "reported", {"evidence": product("1", "9/7")}, LEAD, "work.needs.evidence"),  # the day is not the paper's
        ([], "reported", {"evidence": product("1", "10/7")}, LEAD, "reported"),
        ([], "waiting", {}, LEAD, "work.needs.outgoing"),
        ([], "declined", {"words": " "}, LEAD, "work.needs.words"),
        ([], "extended", {"due": fixed("30/7")}, OFFICER, "work.needs.competent"),
        ([], "extended", {"due": fixed("30/7"), "paper": NOTICE}, OFFICER, "given"),
        ([], "extended", {"due": fixed("30/6"), "paper": NOTICE}, OFFICER, "work.needs.later_due"),
        ([], "extended", {"due": fixed("30/7"), "paper": OTHER}, OFFICER, "work.needs.competent"),
        ([], "extended", {"due": fixed("30/7"), "paper": PARTY}, OFFICER, "given"),
        ([], "extended", {"due": fixed("30/7"), "paper": UNSAID}, OFFICER, "work.needs.competent"),
        ([], "excused", {"paper": NOTICE, "words": "bão số 3"}, BOSS, "given"),
        ([], "excused", {"paper": NOTICE, "words": "bão số 3"}, OFFICER, "work.not_allowed.excused"),
        ([], "excused", {"words": "bão số 3"}, BOSS, "work.needs.competent"),
        ([], "handed_over", {"paper": NOTICE, "lead": "so-xay-dung"}, OFFICER, "work.needs.due_if_late"),
        ([], "handed_over", {"paper": NOTICE, **MOVE}, OFFICER, "given"),
        ([], "handed_over", {"paper": NOTICE, **MOVE, "lead": "so-tai-chinh"}, OFFICER, "work.needs.lead"),
        ([], "dropped", {"paper": NOTICE}, BOSS, "dropped"),
        ([], "dropped", {}, BOSS, "work.needs.competent"),
        ([], "replaced", {"paper": NOTICE, "other": "t2"}, OFFICER, "closed"),
        ([], "merged", {"other": "t1"}, OFFICER, "work.needs.other"),
        ([], "refused", {"words": "không"}, OFFICER, "work.needs.asked"),
        ([], "assigned", {}, OFFICER, "work.needs.assigned"),
        ([], "progressed", {}, LEAD, "work.needs.progress"),
        ([], "progressed", {"percent": 0}, LEAD, "taken"),
        ([], "taken", {"number": 3}, LEAD, "work.order.number"),
        ([], "taken", {"task": "t9"}, LEAD, "work.order.number"),
        ([], "taken", {"day": on("11/7")}, LEAD, "work.order.future"),
        ([], "taken", {"day": on("7/6")}, LEAD, "work.order.before_given"),
        ([REPORTED], "confirmed", EARLY, OFFICER, "work.order.entered"),
        ([REPORTED], "confirmed", {"day": on("27/6")}, OFFICER, "work.order.before_report"),
    ],
)  # fmt: skip
def test_what_an_event_needs(
    happened: list[TaskEvent], kind: EventKind, more: dict[str, Any], actor: Actor, expected: str
) -> None:
    fields = {"who": actor.who, "body": actor.body, "role": actor.role} | more
    new = event(len(happened) + 1, kind, "10/7")
    new = TaskEvent(**({name: getattr(new, name) for name in new.__struct_fields__} | fields))
    assert trying(happened, new, actor) == expected


def test_what_never_had_its_paper_is_not_reopened() -> None:
    news = task(sources=(TaskSource(kind="news", day=on("8/6")),))
    dropped = event(1, "dropped", "9/6", who="h", words="không có văn bản")
    again = event(2, "reopened", "10/7", who="h", words="nhầm")
    assert trying([dropped], again, BOSS, news) == "work.order.never_based"
    assert trying([dropped], again, BOSS) == "taken"
