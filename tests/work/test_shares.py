"""Shares with their counts, their rounding, and the classes of bodies."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.work.making import on, task

from camket.errors import UsageError
from camket.model.share import Share
from camket.model.task import Held, Outcome, Standing
from camket.report.wording import reason
from camket.work.agency import agency_class, handed_over_late, load_class_sets
from camket.work.shares import in_words, outcomes, shares

DAY = on("30/6")


def stand(number: int, outcome: Outcome, due: str | None = "20/6", **more: object) -> Standing:
    fields: dict[str, object] = {"lead": "so-tai-chinh", "state": "given", "due": on(due) if due else None} | more
    return Standing(task=task(f"t{number}"), day=DAY, outcome=outcome, **fields)  # type: ignore[arg-type]


def many(outcome: Outcome, count: int, first: int = 0, due: str | None = "20/6") -> list[Standing]:
    return [stand(first + number, outcome, due) for number in range(count)]


def test_what_is_done_early_is_due() -> None:
    stands = [stand(1, "done_in_time", "31/7"), stand(2, "open_in_time", "31/7"), stand(3, "open_in_time", None)]
    found = {each.code: (each.part, each.whole) for each in shares(stands)}
    assert found["done_of_due"] == (1, 1)
    assert found["done_of_all"] == (1, 3)


def test_what_is_out_stands_in_no_share_but_is_counted() -> None:
    stands = [stand(1, "out"), stand(2, "done_late")]
    assert {each.whole for each in shares(stands)} == {1}
    assert {each.outcome: each.tasks for each in outcomes(stands) if each.count} == {
        "out": ("t1",),
        "done_late": ("t2",),
    }


def test_groups_are_by_what_was_last_set() -> None:
    stands = [stand(1, "done_in_time", key=True), stand(2, "done_in_time", "5/7")]
    by_key = {each.group: each.whole for each in shares(stands, "key") if each.code == "done_of_all"}
    assert by_key == {"": 1, "key": 1}
    by_period = {each.group: each.whole_tasks for each in shares(stands, "period") if each.code == "done_of_all"}
    assert by_period == {"2026-06": ("t1",), "2026-07": ("t2",)}
    assert shares([], "body") == ()
    assert len(shares([])) == 5


def known(points: str | None, **more: object) -> dict[str, Any]:
    """A body about which all is well, as far as it is not told otherwise."""
    fine: dict[str, object] = {"beyond": 0, "subordinates": True, "mended": True, "wrongdoing": False}
    return {"points": Decimal(points) if points is not None else None, **fine, **more}


def share(part: int, whole: int) -> Share:
    return Share(code="in_time_of_done", part=part, whole=whole)


@pytest.mark.parametrize(
    ("part", "whole", "language", "said"),
    [
        (1, 2, "vi", "Đúng hạn trên số hoàn thành: 1/2 (50%)"),
        (16051, 16274, "vi", "Đúng hạn trên số hoàn thành: 16.051/16.274 (98,63% làm tròn; nếu cắt bớt là 98,62%)"),
        (16051, 16274, "en", "In time of those done: 16,051/16,274 (98.63% rounded; 98.62% if cut)"),
        (0, 0, "vi", "Đúng hạn trên số hoàn thành: không có nhiệm vụ nào để tính."),
    ],
)
def test_a_share_prints_its_counts_and_its_rounding(part: int, whole: int, language: str, said: str) -> None:
    assert reason(in_words(share(part, whole)), language) == said  # type: ignore[arg-type]  # both languages


def test_classes_go_by_the_day() -> None:
    (regime,) = load_class_sets()
    assert (regime.valid_from, [each.id for each in regime.classes]) == (
        date(2026, 1, 1),
        ["excellent", "good", "done", "not_done"],
    )
    with pytest.raises(UsageError) as wrong:
        agency_class([], "so-tai-chinh", date(2025, 12, 31))
    assert wrong.value.message.code == "work.no_class_set"


@pytest.mark.parametrize(
    ("in_time", "late", "open_late", "points", "beyond", "expected"),
    [
        (10, 0, 0, "95", 3, "excellent"),
        (10, 0, 0, "95", 2, "good"),  # 20 % beyond what was asked
        (10, 0, 0, "89.9", 10, "good"),
        (8, 2, 0, "95", 9, "done"),  # 20 % late
        (7, 3, 0, "95", 9, None),  # done all, 30 % late: the article has no class for it
        (7, 0, 3, "60", 0, None),  # 70 % done: neither
        (6, 0, 4, "95", 9, "not_done"),
        (10, 0, 0, "49", 9, "not_done"),
        (10, 0, 0, None, None, None),
    ],
)
def test_the_class_of_a_body(
    in_time: int, late: int, open_late: int, points: str | None, beyond: int | None, expected: str | None
) -> None:
    stands = many("done_in_time", in_time) + many("done_late", late, 20) + many("open_overdue", open_late, 40)
    found = agency_class(stands, "so-tai-chinh", DAY, **known(points, beyond=beyond))
    assert found.class_ == expected


def test_what_is_not_known_is_asked_for() -> None:
    found = agency_class(many("done_in_time", 10), "so-tai-chinh", DAY)
    assert found.possible == ("excellent", "good", "done", "not_done")
    assert found.asked == ("points", "beyond", "subordinates", "mended", "wrongdoing")
    assert (found.next, found.class_) == ("excellent", None)
    nothing_due = agency_class([], "so-tai-chinh", DAY, points=Decimal(80))
    assert set(nothing_due.asked) == {"in_time", "done", "late", "wrongdoing"}


@pytest.mark.parametrize(
    ("said", "expected", "asked"),
    [
        ({"subordinates": False}, "good", ()),
        ({"mended": False}, "good", ()),
        ({"mended": None}, None, ("mended",)),
        ({"wrongdoing": True}, "not_done", ()),
        ({"wrongdoing": None}, "excellent", ("wrongdoing",)),
    ],
)
def test_what_tasks_do_not_tell_decides_too(
    said: dict[str, bool | None], expected: str | None, asked: tuple[str, ...]
) -> None:
    found = agency_class(many("done_in_time", 10), "so-tai-chinh", DAY, **known("95", beyond=5, **said))
    assert (found.class_, found.asked) == (expected, asked)


def test_how_many_tasks_lie_before_the_next_class() -> None:
    stands = many("done_in_time", 6) + many("open_overdue", 4, 40)
    found = agency_class(stands, "so-tai-chinh", DAY, **known("75"))
    assert (found.class_, found.next) == ("not_done", "done")
    lines = {each.condition.input: each for each in found.between}
    assert (lines["done"].part, lines["done"].whole, lines["done"].short) == (6, 10, 4)
    assert (lines["late"].short, lines["late"].can_mend) == (2, False)


def test_what_was_handed_over_late_stays_with_the_old_lead() -> None:
    moved = stand(
        1, "done_in_time", lead="so-xay-dung", held=(Held(body="so-tai-chinh", until=on("25/6"), days_late=5),)
    )
    assert list(handed_over_late([moved])) == [("so-tai-chinh", "t1", 5)]
    old = agency_class([moved, *many("done_in_time", 4, 10)], "so-tai-chinh", DAY, **known("95", beyond=4))
    assert old.class_ != "excellent"
    new = agency_class([moved], "so-xay-dung", DAY, **known("95", beyond=1))
    assert new.class_ == "excellent"
