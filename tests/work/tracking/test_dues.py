"""Dues as people type them into cells."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from camket.work.due import due_from_words
from camket.work.rules import WorkRules
from camket.work.tracking.days import day_in
from camket.work.tracking.dues import due_of

GIVEN = date(2025, 11, 15)
DAYS = [
    ("30/6/2026", date(2026, 6, 30)),
    ("30.6.26", date(2026, 6, 30)),
    ("30-06-2026", date(2026, 6, 30)),
    ("2026-06-30", date(2026, 6, 30)),
    ("30/06/2026 00:00", date(2026, 6, 30)),
    ("ngày 30 tháng 6 năm 2026", date(2026, 6, 30)),
    ("trước 30/6/2026", date(2026, 6, 29)),
    ("Trước ngày 30/6/2026", date(2026, 6, 29)),
    ("chậm nhất 30/6/2026", date(2026, 6, 30)),
    ("45838", date(2025, 6, 30)),
    ("Quý II/2026", date(2026, 6, 30)),
    ("quý 2.2026", date(2026, 6, 30)),
    ("Trong quý II, III năm 2026", date(2026, 9, 30)),
    ("Quý II", date(2026, 6, 30)),
    ("tháng 7", date(2026, 7, 31)),
    ("đầu tháng 9/2026", date(2026, 9, 10)),
    ("giữa tháng 9", date(2026, 9, 20)),
    ("cuối tháng 9", date(2026, 9, 30)),
    ("T7/2026", date(2026, 7, 31)),
    ("02/2028", date(2028, 2, 29)),
    ("tháng 6-7/2026", date(2026, 7, 31)),
    ("trước tháng 7", date(2026, 6, 30)),
    ("30/6", date(2026, 6, 30)),
    ("20/12", date(2025, 12, 20)),
    ("6 tháng đầu năm 2026", date(2026, 6, 30)),
    ("Năm 2026", date(2026, 12, 31)),
    ("2026-2030", date(2030, 12, 31)),
    ("từ 01/3 đến 30/6/2026", date(2026, 6, 30)),
    ("15-20/5/2026", date(2026, 5, 20)),
    ("1/7/2026-30/9/2026", date(2026, 9, 30)),
    ("Tuần 2 tháng 5/2026", date(2026, 5, 31)),
    ("Trước ngày 15 tháng 7", date(2026, 7, 14)),
    ("Trước 17h00 ngày 25/6/2026", date(2026, 6, 25)),
    ("Thứ 6, ngày 12/6/2026", date(2026, 6, 12)),
    ("30/6/2026 và 31/12/2026", date(2026, 12, 31)),
    ("Quý 1,2/2026", date(2026, 6, 30)),
    ("Cuối năm", date(2025, 12, 31)),
    ("Trong tuần này", date(2025, 11, 16)),
    ("2026", date(2026, 12, 31)),
]


@pytest.mark.parametrize(("cell", "day"), DAYS)
def test_a_due_is_the_last_day_in_time(cell: str, day: date) -> None:
    found = due_of(cell, given=GIVEN)
    assert (found.due.kind, found.due.day) == ("fixed", day)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026/06/30", date(2026, 6, 30)),
        ("30-Jun-26", date(2026, 6, 30)),
        ("Jun-26", date(2026, 6, 30)),
        ("June 30, 2026", date(2026, 6, 30)),
        ("tháng Sáu", date(2026, 6, 30)),
        ("tháng mười hai", date(2025, 12, 31)),
        ("Tuần tới", date(2025, 11, 23)),
    ],
)
def test_days_in_other_writings_are_read_and_kept_as_written(cell: str, day: date) -> None:
    found = due_of(cell, given=GIVEN)
    assert (found.due.day, found.due.words) == (day, cell)


def test_days_of_papers_and_of_completion_in_other_writings_are_read_too() -> None:
    assert [day_in(text)[0] for text in ("30-jun-26", "2026/06/30", "jun-26")] == [date(2026, 6, 30)] * 2 + [None]


@pytest.mark.parametrize("cell", [cell for cell, _ in DAYS if cell != "45838"])
def test_the_same_words_are_due_on_the_same_day_in_a_cell_and_anywhere_else(cell: str) -> None:
    assert due_from_words(cell, GIVEN) == due_of(cell, given=GIVEN).due


@pytest.mark.parametrize(
    "cell",
    ["", " ", "-", "01/01/1970", "1/1/1970 7:00", "00/01/1900", "0", "Không thời hạn", "Chưa có thời hạn", "x",
     "Không giới hạn"],
)  # fmt: skip
def test_what_means_no_due_is_none_and_no_trouble(cell: str) -> None:
    found = due_of(cell, given=GIVEN)
    assert (found.due.kind, found.due.day, found.trouble) == ("none", None, ())


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("31/6/2026", "no_such_day"),
        ("29/02/2026", "no_such_day"),
        ("6/30/2026", "month_first"),
        ("tháng 13/2026", "no_such_month"),
        ("30/6/2099", "odd_year"),
        ("càng nhanh càng tốt", "bad_due"),
        ("khẩn trương", "due_soon_only"),
        ("làm ngay", "due_soon_only"),
    ],
)
def test_a_day_that_is_none_is_said_and_not_guessed(cell: str, code: str) -> None:
    found = due_of(cell, given=GIVEN)
    assert found.due.day is None
    assert [each.code for each in found.trouble] == [f"tracking.{code}"]
    assert found.due.words == cell


def test_a_year_that_is_not_written_is_said() -> None:
    assert [each.code for each in due_of("Quý II", given=GIVEN).trouble] == ["tracking.year_added"]
    assert [each.code for each in due_of("Quý II").trouble] == ["tracking.no_year"]
    assert due_of("30/6", year=2026).due.day == date(2026, 6, 30)


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("Hằng tháng", "recurring"),
        ("Ngày 15 hằng quý", "recurring"),
        ("Thường xuyên", "standing"),
        ("trong 15 ngày làm việc kể từ khi có hướng dẫn", "relative"),
        ("Sau khi có hướng dẫn của Bộ Tài chính", "conditional"),
    ],
)
def test_dues_that_are_no_day_keep_their_kind_and_words(cell: str, kind: str) -> None:
    found = due_of(cell, given=GIVEN)
    assert (found.due.kind, found.due.words) == (kind, cell)


def test_a_term_without_its_beginning_runs_from_the_paper_and_says_so() -> None:
    found = due_of("Trong vòng 10 ngày", given=GIVEN)
    assert (found.due.day, [each.code for each in found.trouble]) == (date(2025, 11, 25), ["tracking.from_paper"])
    assert (due_of("Trong vòng 10 ngày").due.day, due_of("Trong vòng 10 ngày").trouble) == (None, ())


def test_a_due_that_was_put_off_keeps_both_days() -> None:
    found = due_of("30/6/2026 (gia hạn đến 30/9/2026)")
    assert (found.due.day, found.moved) == (date(2026, 6, 30), date(2026, 9, 30))


def test_whether_the_day_before_is_late_is_a_rule_of_the_province() -> None:
    rules = WorkRules(valid_from=date(2020, 1, 1), before_includes_day=True)
    assert due_of("trước 30/6/2026", rules=rules).due.day == date(2026, 6, 30)


@settings(suppress_health_check=[HealthCheck.too_slow])  # the first cell loads the calendar
@given(st.text(max_size=60), st.none() | st.dates(date(2000, 1, 1), date(2060, 1, 1)))
def test_no_cell_breaks_it(cell: str, day: date | None) -> None:
    found = due_of(cell, given=day)
    assert found.due.kind != "fixed" or found.due.day is not None


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)))
def test_every_day_in_every_writing_is_itself(day: date) -> None:
    for written in (f"{day.day}/{day.month}/{day.year}", f"{day:%d.%m.%Y}", day.isoformat(), f"{day:%d-%m-%Y}"):
        assert due_of(written).due.day == day


@pytest.mark.parametrize(
    ("cell", "first", "now"),
    [
        ("30/6/2026; 15/8/2026", date(2026, 6, 30), date(2026, 8, 15)),
        ("30/6/2026\n15/8/2026", date(2026, 6, 30), date(2026, 8, 15)),
        ("Dự thảo 30/6/2026; trình 15/8/2026", date(2026, 8, 15), None),
        ("30/6/2026 và 31/12/2026", date(2026, 12, 31), None),
    ],
)
def test_two_days_apart_are_the_first_due_and_the_one_in_force_and_days_of_steps_are_not(
    cell: str, first: date, now: date | None
) -> None:
    found = due_of(cell, given=GIVEN)
    assert (found.due.day, found.moved) == (first, now)


@pytest.mark.parametrize(
    ("cell", "kind", "every"),
    [
        ("6 tháng, năm", "recurring", "P6M"),
        ("Tháng, quý, 6 tháng và năm", "recurring", "P1M"),
        ("Định kỳ quý", "recurring", "P3M"),
        ("Trong năm 2026 và các năm tiếp theo", "standing", ""),
        ("Từ quý III/2026 trở đi", "standing", ""),
        ("TX", "standing", ""),
        ("Theo tiến độ dự án", "conditional", ""),
        ("Theo KH", "none", ""),
        ("Theo kế hoạch được duyệt", "none", ""),
        ("Theo yêu cầu", "none", ""),
        ("2 tuần/lần", "recurring", "P14D"),
        ("Thường kỳ", "standing", ""),
        ("Trong nhiệm kỳ", "standing", ""),
        ("Kỳ họp thứ 5 HĐND tỉnh", "conditional", ""),
    ],
)
def test_what_comes_back_lasts_or_goes_with_something_is_no_day(cell: str, kind: str, every: str) -> None:
    found = due_of(cell, given=GIVEN)
    assert (found.due.kind, found.due.every) == (kind, every)
    assert [each.code for each in found.trouble] in ([], ["tracking.due_soon_only"])
