"""Occurrences of recurring tasks: each once, given to the body that leads now."""

from __future__ import annotations

from msgspec.structs import replace
from tests.work.making import at, event, on, paper, task

from camket.model.task import Due
from camket.work.recurring import repeats
from camket.work.standing import standing

MONTHLY = task("m", due=Due(kind="recurring", every="P1M", day=on("20/6"), words="trước ngày 21 hằng tháng"))


def test_occurrences_are_made_once_and_some_time_before_their_due() -> None:
    stands = standing(MONTHLY, (), on("1/7"))
    first = repeats(stands, (), at("1/7"))
    assert [(each.id, each.due.day, each.due.kind, each.recurs) for each in first] == [
        ("m@2026-06-20", on("20/6"), "fixed", "m"),
        ("m@2026-07-20", on("20/7"), "fixed", "m"),
    ]
    assert repeats(stands, first, at("1/7")) == ()
    assert [each.due.day for each in repeats(stands, first, at("25/7"))] == [on("20/8")]
    assert [each.due.day for each in repeats(stands, (), at("1/7"), ahead=0)] == [on("20/6")]


def test_an_occurrence_is_counted_by_itself() -> None:
    (june, july) = repeats(standing(MONTHLY, (), on("1/7")), (), at("1/7"))
    assert standing(june, (), on("5/7")).outcome == "open_overdue"
    assert standing(july, (), on("5/7")).outcome == "open_in_time"
    assert standing(MONTHLY, (), on("5/7")).outcome == "out"


def test_they_go_to_the_body_that_leads_now_and_end_with_the_task() -> None:
    moved = event(1, "handed_over", "1/7", of="m", who="o", paper=paper("5/UBND", "1/7"), lead="so-xay-dung")
    stands = standing(MONTHLY, (moved,), on("10/7"))
    assert {each.lead for each in repeats(stands, (), at("10/7"))} == {"so-xay-dung"}
    assert repeats(replace(stands, state="dropped"), (), at("10/7")) == ()
    assert repeats(replace(stands, state="expected"), (), at("10/7")) == ()
    assert repeats(standing(task(), (), on("10/7")), (), at("10/7")) == ()


def test_a_task_that_is_entered_long_after_it_was_given_has_no_occurrences_that_nobody_can_tell_of() -> None:
    late = replace(MONTHLY, given=on("1/6"), entered_at=at("10/9"))
    days = [each.due.day for each in repeats(standing(late, (), on("12/9")), (), at("12/9"))]
    assert days == [on("20/9")]
