"""The calendar of working days: as many as the law leaves, and the days that were exchanged."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.work.making import on

from camket.work.days import (
    add_working_days,
    is_announced,
    is_known,
    load_calendars,
    months_after,
    next_working_day,
    working_day,
    working_days_between,
    written,
)

YEARS = range(2019, 2028)
# Days off by law beside weekends: 10 to 2020, 11 from 2021 (2/9 is two days). Beyond that: 31/12/2018 was exchanged for
# 5/1/2019; 24/11 is left out from 2026; of 2027 two days (one of Tết, one beside 2/9) are not announced.
OFF = {2019: 10 - 1, 2020: 10, 2021: 11, 2022: 11, 2023: 11, 2024: 11, 2025: 11, 2026: 12, 2027: 12 - 2}


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=count) for count in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize("year", YEARS)
def test_a_year_has_the_holidays_of_the_law(year: int) -> None:
    weekdays = sum(day.weekday() < 5 for day in days_of(year))
    assert weekdays - sum(map(working_day, days_of(year))) == OFF[year]


def test_a_year_whose_days_off_are_not_all_announced_says_so() -> None:
    assert [is_announced(year) for year in (2025, 2026, 2027, 2031)] == [True, True, False, False]
    assert all(load_calendars()[year].unknown for year in YEARS if not is_announced(year))


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        ("29/1/2025", False),  # mùng 1 Tết Ất Tỵ
        ("17/2/2026", False),
        ("2/9/2025", False),
        ("1/9/2025", False),
        ("3/9/2025", True),
        ("26/4/2025", True),  # a Saturday, for 2 May
        ("2/5/2025", False),
        ("27/4/2026", False),  # 10/3 of the moon is a Sunday
        ("8/6/2026", True),
        ("7/6/2026", False),
        ("18/4/2024", False),
        ("4/5/2024", True),
        ("5/2/2027", False),  # the last day of the year of the moon; the first of Đinh Mùi is Saturday, 6 February
        ("10/2/2027", False),
        ("12/2/2027", True),
        ("16/4/2027", False),  # 10/3 of the moon
        ("3/5/2027", False),  # 1 May is a Saturday
    ],
)
def test_days_of_the_announcements(day: str, *, worked: bool) -> None:
    assert working_day(on(day)) is worked


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [("10/6", 5, "17/6"), ("12/6", 1, "15/6"), ("13/2", 1, "23/2"), ("25/4/2025", 1, "26/4/2025"), ("8/6", 0, "8/6")],
)
def test_working_days_are_added(day: str, count: int, expected: str) -> None:
    assert add_working_days(on(day), count) == on(expected)


@given(day=st.dates(date(2018, 1, 1), date(2030, 1, 1)), count=st.integers(0, 60))
def test_adding_and_counting_agree(day: date, count: int) -> None:
    last = add_working_days(day, count)
    assert working_days_between(day, last) == count
    assert count == 0 or working_day(last)
    assert working_day(next_working_day(day))


def test_every_entry_lies_in_its_year_and_says_its_source() -> None:
    assert sorted(load_calendars()) == list(YEARS)
    for year, calendar in load_calendars().items():
        for each in (*calendar.off, *calendar.worked):
            assert each.first.year == each.last.year == year == calendar.year
            assert each.first <= each.last
            assert each.source
        assert all(each.first.weekday() >= 5 for each in calendar.worked)


def test_a_year_without_a_calendar_is_not_known() -> None:
    assert not is_known(2035)
    assert not working_day(date(2035, 4, 30))
    assert not working_day(date(2035, 9, 2))
    assert load_calendars()[2027].unknown


def test_months_and_days_as_people_count_and_write_them() -> None:
    assert months_after(on("31/1"), 1) == on("28/2")
    assert months_after(on("30/11/2025"), 3) == on("28/2")
    assert [written(on(day)) for day in ("5/6", "5/2", "15/12")] == ["05/6/2026", "05/02/2026", "15/12/2026"]
