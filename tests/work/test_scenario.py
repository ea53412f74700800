"""Two offices' month: seven tasks of three bodies, their numbers at three dates, and again when asked later."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from tests.work.making import at, event, fixed, on, paper, product
from tests.work.papers import CONCLUSION, NEWS, NOTICE, read

from camket.model.task import EventKind, Standing, Task, TaskEvent
from camket.work.agency import agency_class
from camket.work.drafts import drafts, task_of
from camket.work.life import Actor, check
from camket.work.rules import rules_on
from camket.work.same import merged
from camket.work.shares import outcomes, shares
from camket.work.standing import is_known_on, standing

FINANCE, BUILDING, FARMING = "so-tai-chinh", "so-xay-dung", "so-nong-nghiep-va-moi-truong"
PAPER = """
1. Giao Sở Tài chính chủ trì, phối hợp với Thuế tỉnh rà soát các khoản nợ thuế trên 5 tỷ đồng, báo cáo UBND tỉnh \
chậm nhất ngày 19/6/2026.

2. Giao Sở Tài chính tham mưu UBND tỉnh ban hành Đề án quản lý tài sản công dôi dư, hoàn thành chậm nhất ngày 30/6/2026.

3. Giao Sở Xây dựng lập danh mục dự án chậm tiến độ, gửi UBND tỉnh chậm nhất ngày 15/6/2026.

4. Giao Sở Xây dựng chủ trì, phối hợp với Công an tỉnh kiểm tra các bến thủy nội địa, báo cáo chậm nhất ngày 20/6/2026.

5. Giao Sở Nông nghiệp và Môi trường trình UBND tỉnh phê duyệt phương án phòng, chống lũ, chậm nhất ngày 25/6/2026.

6. Giao Sở Nông nghiệp và Môi trường kiểm tra an toàn hồ đập trước mùa mưa lũ, hoàn thành chậm nhất ngày 30/6/2026.

7. Giao Sở Tài chính xây dựng kịch bản thu ngân sách quý III, hoàn thành chậm nhất ngày 30/6/2026."""
PARTY = "Yêu cầu Sở Nông nghiệp và Môi trường tổng kiểm tra an toàn hồ đập trước mùa mưa lũ trong tháng 6/2026."
PRESS = "Chủ tịch UBND tỉnh yêu cầu Sở Nông nghiệp và Môi trường kiểm tra an toàn hồ đập trước mùa mưa lũ."
NAMES = ("1 done", "2 extended", "3 returned", "4 overdue", "5 waiting", "6 of three", "7 dropped")


def given() -> dict[str, Task]:
    """The tasks that the officer takes over on the day of the notice, and the one that the news gave before."""
    news = drafts(read(NEWS, PRESS)).tasks
    found = merged([drafts(read(NOTICE, PAPER)).tasks, drafts(read(CONCLUSION, PARTY)).tasks, news])
    tasks = [task_of(each, name, at("8/6"), "office-1") for each, name in zip(found, NAMES, strict=True)]
    tasks.append(task_of(news[0], "6 from news", at("7/6"), "office-1"))
    return {each.id: each for each in tasks}


TASKS = given()
HAPPENED: tuple[tuple[str, EventKind, str, str, dict[str, Any]], ...] = (
    ("6 from news", "merged", "9/6", "office-1", {"other": "6 of three"}),
    ("1 done", "taken", "9/6", FINANCE, {}),
    ("2 extended", "taken", "9/6", FINANCE, {}),
    ("3 returned", "reported", "15/6", BUILDING, {"evidence": product("88/BC-SXD", "15/6")}),
    ("6 of three", "progressed", "15/6", FARMING, {"percent": 40}),
    ("7 dropped", "dropped", "17/6", "boss", {"paper": paper("498/UBND-TH", "17/6")}),
    ("1 done", "reported", "18/6", FINANCE, {"evidence": product("70/BC-STC", "18/6")}),
    ("3 returned", "returned", "18/6", "office-1", {"words": "chưa có số liệu theo từng dự án"}),
    ("1 done", "confirmed", "19/6", "office-1", {}),
    ("2 extended", "asked", "22/6", FINANCE, {"words": "chờ hướng dẫn của Bộ", "due": fixed("31/7")}),
    ("5 waiting", "waiting", "24/6", FARMING, {"paper": paper("45/TTr-SNNMT", "24/6", "department")}),
    ("2 extended", "extended", "26/6", "office-1", {"paper": paper("520/UBND-TH", "26/6"), "due": fixed("31/7")}),
    ("6 of three", "reported", "29/6", FARMING, {"evidence": product("90/BC-SNNMT", "29/6")}),
    ("6 of three", "confirmed", "1/7", "office-1", {}),
    ("3 returned", "reported", "2/7", BUILDING, {"evidence": product("95/BC-SXD", "2/7")}),
    ("3 returned", "confirmed", "3/7", "office-1", {}),
    ("5 waiting", "reported", "9/7", FARMING, {"evidence": product("700/QĐ-UBND", "9/7")}),
    ("5 waiting", "confirmed", "10/7", "office-1", {}),
    ("2 extended", "reported", "30/7", FINANCE, {"evidence": product("101/BC-STC", "30/7")}),
    ("2 extended", "confirmed", "31/7", "office-1", {}),
)


def actor(who: str) -> Actor:
    if who.startswith("so-"):
        return Actor(who=f"leader of {who}", role="release", body=who)
    return Actor(who=who, role="approver" if who == "boss" else "officer")


def month() -> dict[str, list[TaskEvent]]:
    """The events of each task, each let in by the state machine."""
    found: dict[str, list[TaskEvent]] = {name: [] for name in TASKS}
    for name, kind, day, who, more in HAPPENED:
        does = actor(who)
        happened = found[name]
        new = event(len(happened) + 1, kind, day, of=name, who=does.who, body=does.body, role=does.role, **more)
        check(standing(TASKS[name], happened, on(day)), happened, new, does)
        happened.append(new)
    return found


EVENTS = month()


def at_day(day: str, *, later: bool = False) -> list[Standing]:
    """All tasks on a day: asked on that day, when nothing later had been entered, or asked later."""

    def known(the: Task) -> list[TaskEvent]:
        return [each for each in EVENTS[the.id] if later or each.at.date() <= on(day)]

    return [
        standing(each, known(each), on(day), rules_on(on(day))) for each in TASKS.values() if is_known_on(each, on(day))
    ]


def test_a_paper_gives_seven_tasks_to_three_bodies() -> None:
    told = {name: (each.lead, each.due.day) for name, each in TASKS.items()}
    assert told == {
        "1 done": (FINANCE, on("19/6")),
        "2 extended": (FINANCE, on("30/6")),
        "3 returned": (BUILDING, on("15/6")),
        "4 overdue": (BUILDING, on("20/6")),
        "5 waiting": (FARMING, on("25/6")),
        "6 of three": (FARMING, on("30/6")),
        "7 dropped": (FINANCE, on("30/6")),
        "6 from news": (FARMING, None),
    }
    assert TASKS["1 done"].supporting == ("thue-tinh",)
    assert [each.number or each.kind for each in TASKS["6 of three"].sources] == ["31-KL/TU", "412/TB-VP", "news"]


OUTCOMES = {
    "16/6": {
        "open_in_time": ["1 done", "2 extended", "3 returned", "4 overdue", "5 waiting", "6 of three", "7 dropped"],
        "out": ["6 from news"],
    },
    "30/6": {
        "done_in_time": ["1 done"],
        "open_in_time": ["2 extended", "5 waiting", "6 of three"],
        "open_overdue": ["3 returned", "4 overdue"],
        "out": ["6 from news", "7 dropped"],
    },
    "31/7": {
        "done_in_time": ["1 done", "2 extended", "5 waiting", "6 of three"],
        "done_late": ["3 returned"],
        "open_overdue": ["4 overdue"],
        "out": ["6 from news", "7 dropped"],
    },
}
SHARES = {
    "16/6": ("0/1", "0/7", "0/0", "0/7", "4/7"),
    "30/6": ("1/5", "1/6", "1/1", "2/6", "5/6"),
    "31/7": ("5/6", "5/6", "4/5", "1/6", "5/6"),
}
"""Done of due, done of all, in time of done, overdue of all, updated of all."""


@pytest.mark.parametrize("later", [False, True], ids=["asked on the day", "asked later"])
@pytest.mark.parametrize("day", OUTCOMES)
def test_the_numbers_of_three_dates(day: str, *, later: bool) -> None:
    stands = at_day(day, later=later)
    counted = {each.outcome: sorted(each.tasks) for each in outcomes(stands) if each.count}
    assert counted == OUTCOMES[day]
    assert tuple(f"{each.part}/{each.whole}" for each in shares(stands)) == SHARES[day]


def test_details_behind_the_numbers() -> None:
    june = {each.task.id: each for each in at_day("30/6")}
    assert (june["3 returned"].state, june["3 returned"].days_late) == ("returned", 15)
    assert (june["4 overdue"].days_late, june["5 waiting"].counted_on) == (10, on("24/6"))
    assert (june["2 extended"].first_due, june["2 extended"].due, june["2 extended"].extended) == (
        on("30/6"),
        on("31/7"),
        1,
    )
    july = {each.task.id: each for each in at_day("31/7")}
    assert (july["3 returned"].days_late, july["5 waiting"].done_on) == (17, on("9/7"))
    assert july["4 overdue"].alarms == ("overdue_long", "not_updated")
    assert len(july["6 of three"].task.sources) == 3


def test_shares_by_body_and_by_month_of_due() -> None:
    stands = at_day("31/7")
    by_body = {each.group: f"{each.part}/{each.whole}" for each in shares(stands, "body") if each.code == "done_of_due"}
    assert by_body == {FINANCE: "2/2", BUILDING: "1/2", FARMING: "2/2"}
    by_month = {each.group: each.whole for each in shares(stands, "period") if each.code == "done_of_all"}
    assert by_month == {"2026-06": 5, "2026-07": 1}
    (late,) = [each for each in shares(stands, "body") if each.code == "overdue_of_all" and each.group == BUILDING]
    assert late.part_tasks == ("4 overdue",)


def test_the_classes_of_the_three_bodies() -> None:
    stands = at_day("31/7")
    fine: dict[str, Any] = {"subordinates": True, "mended": True, "wrongdoing": False}
    finance = agency_class(stands, FINANCE, on("31/7"), points=Decimal(92), **fine)
    assert (finance.class_, finance.possible, finance.asked) == (None, ("excellent", "good", "done"), ("beyond",))
    known = fine | {"beyond": 1}
    assert agency_class(stands, FINANCE, on("31/7"), points=Decimal(92), **known).class_ == "excellent"
    assert agency_class(stands, FINANCE, on("31/7"), points=Decimal(85), **known).class_ == "good"
    building = agency_class(stands, BUILDING, on("31/7"))
    assert (building.class_, building.next) == ("not_done", "done")
    lines = {each.condition.input: each for each in building.between}
    assert (lines["done"].short, lines["done"].tasks, lines["done"].can_mend) == (1, ("4 overdue",), True)
    assert (lines["late"].short, lines["late"].tasks, lines["late"].can_mend) == (2, ("3 returned", "4 overdue"), False)
    assert building.asked == ("points", "wrongdoing")
