"""Where a task stands on a day: timeliness, alarms, dues, and that a past day never changes."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from msgspec.structs import replace
from tests.work.making import at, event, fixed, on, paper, product, task

from camket.model.task import Due, Standing, Task, TaskEvent, TaskSource
from camket.words import say
from camket.work.rules import WorkRules, rules_on
from camket.work.saying import due_in_words
from camket.work.standing import is_known_on, standing

RULES = rules_on(on("1/6"))


def changed(**settings: object) -> WorkRules:
    return msgspec.structs.replace(RULES, **settings)


def stands(*events: TaskEvent, day: str, of: Task | None = None, rules: WorkRules = RULES) -> Standing:
    return standing(of or task(), events, on(day), rules)


REPORTED = event(1, "reported", "28/6", "2/7", evidence=product("55/BC-STC", "28/6"))
CONFIRMED = event(2, "confirmed", "5/7", who="office-1", body="", role="officer")


@pytest.mark.parametrize(
    ("events", "day", "state", "outcome", "late"),
    [
        ((), "29/6", "given", "open_in_time", 0),
        ((), "30/6", "given", "open_in_time", 0),
        ((), "1/7", "given", "open_overdue", 1),
        ((), "10/8", "given", "open_overdue", 41),
        # the product is of 28/6; on 1/7 nobody knew of it
        ((REPORTED, CONFIRMED), "1/7", "given", "open_overdue", 1),
        ((REPORTED, CONFIRMED), "2/7", "reported", "open_in_time", 0),
        ((REPORTED, CONFIRMED), "5/7", "confirmed", "done_in_time", 0),
        ((REPORTED, CONFIRMED), "31/12", "confirmed", "done_in_time", 0),
    ],
)
def test_the_day_of_the_product_counts_and_what_was_known_decides(
    events: tuple[TaskEvent, ...], day: str, state: str, outcome: str, late: int
) -> None:
    found = stands(*events, day=day)
    assert (found.state, found.outcome, found.days_late) == (state, outcome, late)


def test_later_knowledge_shows_the_past_as_it_was() -> None:
    known = standing(task(), (REPORTED, CONFIRMED), on("30/6"), RULES, known_on=on("10/7"))
    assert (known.state, known.outcome, known.done_on) == ("confirmed", "done_in_time", on("28/6"))
    before = standing(task(), (REPORTED, CONFIRMED), on("27/6"), RULES, known_on=on("10/7"))
    assert (before.state, before.done_on) == ("given", None)


def test_later_knowledge_does_not_undo_a_return() -> None:
    again = event(3, "reported", "28/6", "8/7", evidence=product("55/BC-STC", "28/6"))
    events = (REPORTED, RETURNED, again, ACCEPTED)
    days = ("30/6", "3/7", "4/7")
    seen = {day: standing(task(), events, on(day), RULES, known_on=on("10/7")) for day in days}
    assert {day: each.state for day, each in seen.items()} == {
        "30/6": "reported",
        "3/7": "reported",
        "4/7": "confirmed",
    }
    assert seen["4/7"].outcome == "done_late"


def test_done_late_by_the_paper_not_by_the_typing() -> None:
    late = event(1, "reported", "3/7", evidence=product("60/BC-STC", "3/7"))
    found = stands(late, event(2, "confirmed", "20/7", who="office-1"), day="20/7")
    assert (found.outcome, found.days_late, found.done_on) == ("done_late", 3, on("3/7"))


RETURNED = event(2, "returned", "4/7", who="office-1", words="thiếu phụ lục")
AGAIN = event(3, "reported", "8/7", evidence=product("61/BC-STC", "8/7"))
ACCEPTED = event(4, "confirmed", "9/7", who="office-1")


def test_returned_counts_as_not_done() -> None:
    found = stands(REPORTED, RETURNED, day="4/7")
    assert (found.state, found.outcome, found.days_late) == ("returned", "open_overdue", 4)


@pytest.mark.parametrize(
    ("counts", "outcome", "counted"), [("last", "done_late", "8/7"), ("first", "done_in_time", "28/6")]
)
def test_which_hand_in_counts_is_a_rule_of_the_province(counts: str, outcome: str, counted: str) -> None:
    found = stands(REPORTED, RETURNED, AGAIN, ACCEPTED, day="10/7", rules=changed(returned_counts_from=counts))
    assert (found.outcome, found.counted_on, found.done_on) == (outcome, on(counted), on("8/7"))


def test_the_same_paper_handed_in_again_counts_from_its_return() -> None:
    again = event(3, "reported", "28/6", "8/7", evidence=product("55/BC-STC", "28/6"))
    found = stands(REPORTED, RETURNED, again, ACCEPTED, day="10/7")
    assert (found.outcome, found.done_on) == ("done_late", on("4/7"))


WAITING = event(1, "waiting", "25/6", paper=paper("70/TTr-STC", "25/6", "department"))


def test_what_waits_for_a_higher_level_does_not_run_against_the_body() -> None:
    assert stands(WAITING, day="20/8").outcome == "open_in_time"
    decided = event(2, "reported", "15/8", evidence=product("900/QĐ-UBND", "15/8"))
    found = stands(WAITING, decided, event(3, "confirmed", "16/8", who="office-1"), day="16/8")
    assert (found.outcome, found.done_on, found.counted_on) == ("done_in_time", on("15/8"), on("25/6"))


@pytest.mark.parametrize(
    ("rule", "day", "outcome", "late"),
    [
        ("added", "20/7", "open_in_time", 0),  # sent back on 15/7 after 20 days: 30/6 becomes 20/7
        ("added", "21/7", "open_overdue", 1),
        ("counted", "15/7", "open_overdue", 15),
    ],
)
def test_days_at_a_higher_level_that_sent_it_back(rule: str, day: str, outcome: str, late: int) -> None:
    back = event(2, "returned", "15/7", who="office-1", words="chưa đủ căn cứ")
    found = stands(WAITING, back, day=day, rules=changed(waiting_sent_back=rule))
    assert (found.outcome, found.days_late) == (outcome, late)


def test_a_new_due_is_set_by_those_who_know_of_the_waiting() -> None:
    back = event(2, "returned", "15/7", who="office-1", words="chưa đủ căn cứ")
    later = event(3, "extended", "16/7", who="office-1", paper=paper("560/UBND-TH", "16/7"), due=fixed("30/7"))
    found = stands(WAITING, back, later, day="31/7")
    assert (found.due, found.paused, found.outcome, found.days_late) == (on("30/7"), 0, "open_overdue", 1)
    meanwhile = event(2, "extended", "5/7", who="office-1", paper=paper("560/UBND-TH", "5/7"), due=fixed("30/7"))
    back = event(3, "returned", "15/7", who="office-1", words="chưa đủ căn cứ")
    assert stands(WAITING, meanwhile, back, day="15/7").paused == 10


def test_submitted_late_stays_late_by_those_days() -> None:
    late = event(1, "waiting", "5/7", paper=paper("70/TTr-STC", "5/7", "department"))
    found = stands(late, day="20/8")
    assert (found.outcome, found.days_late) == ("open_overdue", 5)


EXTENDED = event(1, "extended", "25/6", who="office-1", paper=paper("500/UBND-TH", "25/6"), due=fixed("30/7"))


def test_both_dues_are_kept() -> None:
    second = event(2, "extended", "28/7", who="office-1", paper=paper("620/UBND-TH", "28/7"), due=fixed("30/8"))
    found = stands(EXTENDED, second, day="15/8")
    assert (found.first_due, found.due, found.extended) == (on("30/6"), on("30/8"), 2)
    assert found.outcome == "open_in_time"
    assert stands(EXTENDED, second, day="26/7").due == on("30/7")


@pytest.mark.parametrize(
    ("of", "events", "said"),
    [
        (task(), (), "30/6/2026"),
        (task(), (EXTENDED,), "30/7/2026 (+30 ngày, gia hạn lần 1; hạn giao ban đầu 30/6/2026)"),
        (task(due=None), (), "Chưa có thời hạn"),
        (task(due=Due(kind="conditional", words="sau khi có Nghị định")), (), "Theo sự kiện: sau khi có Nghị định"),
        (task(due=Due(kind="standing", words="thường xuyên")), (), "Thường xuyên"),
    ],
)  # fmt: skip
def test_a_due_is_said_with_how_often_it_was_put_off(of: Task, events: tuple[TaskEvent, ...], said: str) -> None:
    assert say(due_in_words(stands(*events, day="1/7", of=of))) == said


def test_a_slip_in_an_extension_is_mended_by_the_same_paper() -> None:
    mended = event(2, "extended", "25/6", "26/6", who="office-1", paper=paper("500/UBND-TH", "25/6"), due=fixed("20/7"))
    found = stands(EXTENDED, mended, day="15/7")
    assert (found.due, found.extended) == (on("20/7"), 1)


@pytest.mark.parametrize(("rule", "outcome"), [("from_its_paper", "open_in_time"), ("stays_late", "open_overdue")])
def test_an_extension_after_the_due_goes_by_the_rules(rule: str, outcome: str) -> None:
    late = event(1, "extended", "5/7", who="office-1", paper=paper("510/UBND-TH", "5/7"), due=fixed("30/7"))
    rules = changed(late_extension=rule)
    assert stands(late, day="4/7", rules=rules).outcome == "open_overdue"
    found = stands(late, day="6/7", rules=rules)
    assert (found.outcome, found.due) == (outcome, on("30/7"))
    assert [each.code for each in found.reasons] == [
        "work.extended_late" if rule == "from_its_paper" else "work.extended_in_vain"
    ]


def test_an_objective_cause_excuses_lateness_and_says_so() -> None:
    cause = event(1, "excused", "20/7", who="boss-1", paper=paper("600/UBND-TH", "20/7"), words="bão số 3")
    assert stands(cause, day="19/7").outcome == "open_overdue"
    found = stands(cause, day="20/7")
    assert (found.outcome, found.days_late, found.excused) == ("open_in_time", 20, True)
    assert found.reasons[0].code == "work.excused"


def test_handing_over_leaves_lateness_with_the_old_lead() -> None:
    over = event(
        1,
        "handed_over",
        "10/7",
        who="office-1",
        paper=paper("530/UBND-TH", "10/7"),
        lead="so-xay-dung",
        due=fixed("30/7"),
    )
    found = stands(over, day="11/7")
    assert (found.lead, found.state, found.outcome, found.due) == ("so-xay-dung", "given", "open_in_time", on("30/7"))
    assert [(each.body, each.days_late) for each in found.held] == [("so-tai-chinh", 10)]
    assert stands(over, day="9/7").lead == "so-tai-chinh"
    cause = event(1, "excused", "5/7", who="boss-1", paper=paper("600/UBND-TH", "5/7"), words="bão số 3")
    moved = stands(cause, replace(over, number=2), day="11/7")
    assert (moved.held[0].days_late, moved.excused, moved.reasons) == (0, False, ())


@pytest.mark.parametrize("kind", ["dropped", "replaced", "merged"])
def test_what_is_closed_stands_in_no_share(kind: str) -> None:
    closed = event(1, kind, "10/7", who="office-1", paper=paper("1/TB", "10/7"), other="t2")  # type: ignore[arg-type]
    assert stands(closed, day="9/7").outcome == "open_overdue"
    found = stands(closed, day="10/7")
    assert (found.outcome, found.days_late) == ("out", 0)
    assert found.reasons[0].code == f"work.closed.{kind}"


def test_reopened_is_open_again() -> None:
    reopened = event(3, "reopened", "15/7", who="boss-1", words="sản phẩm chưa đạt")
    found = stands(REPORTED, CONFIRMED, reopened, day="15/7")
    assert (found.state, found.outcome, found.done_on) == ("taken", "open_overdue", None)
    assert stands(REPORTED, CONFIRMED, reopened, day="14/7").outcome == "done_in_time"
    dropped = event(1, "dropped", "10/7", who="boss-1", paper=paper("1/TB", "10/7"))
    again = stands(dropped, event(2, "reopened", "15/7", who="boss-1", words="nhầm"), day="15/7")
    assert (again.outcome, again.reasons) == ("open_overdue", ())


def test_news_is_expected_until_its_paper_comes() -> None:
    expected = task(sources=(TaskSource(kind="news", day=on("8/6")),))
    assert (stands(day="9/7", of=expected).state, stands(day="9/7", of=expected).outcome) == ("expected", "out")
    based = event(1, "based", "7/6", "12/6", who="office-1", paper=paper("412/TB-VP", "7/6"))
    assert stands(based, day="12/6", of=expected).outcome == "open_in_time"


def test_a_relative_due_is_known_once_its_event_has_come() -> None:
    waits = task(due=Due(kind="relative", days=5, working=True, event="nhận được văn bản"))
    assert stands(day="30/8", of=waits).outcome == "open_in_time"
    came = event(1, "dated", "10/6", who="office-1", words="văn bản đến")
    found = stands(came, day="18/6", of=waits)  # 11, 12, 15, 16, 17 June
    assert (found.first_due, found.due, found.outcome) == (on("17/6"), on("17/6"), "open_overdue")
    mended = event(2, "dated", "15/6", "19/6", who="office-1", words="văn bản đến ngày 15")
    assert stands(came, mended, day="19/6", of=waits).due == on("22/6")


@pytest.mark.parametrize(
    ("due", "events", "day", "alarms"),
    [
        ("30/6", (), "22/6", ()),
        ("30/6", (), "23/6", ("due_soon",)),
        ("30/6", (), "30/6", ("due_today",)),
        ("30/6", (), "30/7", ("not_updated",)),
        ("30/6", (), "31/7", ("overdue_long", "not_updated")),
        (None, (), "8/9", ("not_updated",)),
        (None, (), "9/9", ("no_due_long", "not_updated")),
        ("30/6", (event(1, "progressed", "20/7", words="xong 50%", percent=50),), "31/7", ("overdue_long",)),
        ("30/6", (WAITING,), "31/7", ()),
        ("30/6", (REPORTED,), "31/7", ()),
    ],
)
def test_alarms(due: str | None, events: tuple[TaskEvent, ...], day: str, alarms: tuple[str, ...]) -> None:
    assert stands(*events, day=day, of=task(due=due)).alarms == alarms


def test_what_is_set_stays_as_last_set() -> None:
    first = event(1, "assigned", "9/6", who="office-1", leader="PCT 1", officer="office-2", key=True)
    second = event(2, "assigned", "20/6", who="office-1", officer="office-3")
    found = stands(first, second, day="20/6")
    assert (found.leader, found.officer, found.key) == ("PCT 1", "office-3", True)


def test_a_recurring_task_and_a_general_instruction_stand_in_no_share() -> None:
    recurring = task(due=Due(kind="recurring", every="P1M", day=on("20/6")))
    assert stands(day="30/8", of=recurring).outcome == "out"
    assert stands(day="30/8", of=task(tracked=False)).outcome == "out"


def test_a_task_is_not_known_before_it_was_entered() -> None:
    typed = task(entered_at=at("10/6", 23))
    assert [is_known_on(typed, on(day)) for day in ("9/6", "10/6")] == [False, True]


def test_the_last_minute_of_a_day_in_vietnam_counts() -> None:
    night = msgspec.structs.replace(REPORTED, at=at("30/6", 23))
    assert stands(night, day="30/6").state == "reported"
    assert stands(msgspec.structs.replace(night, at=night.at + timedelta(hours=1)), day="30/6").state == "given"


def test_rules_of_an_area_hold_from_their_day() -> None:
    own = changed(area="bac-ninh", valid_from=date(2026, 7, 1), returned_counts_from="first")
    every = (RULES, own)
    assert rules_on(date(2026, 7, 2), "bac-ninh", every) is own
    assert rules_on(date(2026, 7, 2), "hai-phong", every) is RULES
