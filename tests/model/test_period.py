from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.model.period import parse_period, year_of

CASES = [
    ("2024", "2024-01-01", "2024-12-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2024-Q3", "2024-07-01", "2024-09-30"),
    ("2024-H1", "2024-01-01", "2024-06-30"),
    ("2024-H2", "2024-07-01", "2024-12-31"),
    ("2024-01/2024-09", "2024-01-01", "2024-09-30"),
    ("2021/2025", "2021-01-01", "2025-12-31"),
    ("by:2026-12", None, "2026-12-31"),
    ("by:2020", None, "2020-12-31"),
    ("by:2026-06-29", None, "2026-06-29"),
    ("at:2024-10-01", "2024-10-01", "2024-10-01"),
    ("at:2022-10", "2022-10-01", "2022-10-31"),
    ("2026-05-15/2026-06-14", "2026-05-15", "2026-06-14"),
]


@pytest.mark.parametrize(("text", "first", "last"), CASES)
def test_the_forms_of_the_guide(text: str, first: str | None, last: str) -> None:
    period = parse_period(text)
    assert period is not None
    assert period.first == (date.fromisoformat(first) if first else None)
    assert period.last == date.fromisoformat(last)
    assert str(period) == text


@pytest.mark.parametrize(
    "text",
    ["", "24", "2024-13", "2024-Q5", "2024-H3", "2023-02-29", "2025/2021", "2021/2022/2023", "by:2021/2025", "0000",
     "at:", "2024-1", " 2024", "2024\n", "năm 2024", "by:at:2024"],
)  # fmt: skip
def test_what_is_no_period(text: str) -> None:
    assert parse_period(text) is None


_years = st.integers(1, 9999)
_marks = st.one_of(
    _years.map(lambda year: f"{year:04}"),
    st.tuples(_years, st.integers(1, 12)).map(lambda mark: f"{mark[0]:04}-{mark[1]:02}"),
    st.tuples(_years, st.integers(1, 4)).map(lambda mark: f"{mark[0]:04}-Q{mark[1]}"),
    st.tuples(_years, st.integers(1, 2)).map(lambda mark: f"{mark[0]:04}-H{mark[1]}"),
    st.dates().map(lambda day: day.isoformat()),
)
_texts = st.one_of(
    _marks,
    _marks.map(lambda mark: f"by:{mark}"),
    _marks.map(lambda mark: f"at:{mark}"),
    st.tuples(_marks, _marks).map("/".join),
)


@given(_texts)
def test_printing_gives_the_text_back(text: str) -> None:
    period = parse_period(text)
    if period is None:  # only a range that ends before it begins is none of these
        first, last = (parse_period(mark) for mark in text.split("/"))
        assert first is not None and last is not None
        assert first.first is not None and first.first > last.last
    else:
        assert str(period) == text
        assert period.first is None or period.first <= period.last


@given(st.text(alphabet="0123456789-/:QHabyt", max_size=24))
def test_any_text_is_read_or_refused(text: str) -> None:
    period = parse_period(text)
    assert period is None or str(period) == text


@given(st.integers(1, 9998))
def test_years_follow_one_another(year: int) -> None:
    following = year_of(year + 1)
    assert following.first == year_of(year).last + timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "years", "term"),
    [
        ("2020/2025", (2021, 2022, 2023, 2024, 2025), True),
        ("2021/2025", (2021, 2022, 2023, 2024, 2025), False),
        ("2016/2019", (2016, 2017, 2018, 2019), False),
        ("2022", (2022,), False),
        ("2022-Q1", (), False),
        ("by:2025", (), False),
        ("2020-01/2025-12", (), False),
    ],
)
def test_a_term_counts_from_the_year_after_its_congress(text: str, years: tuple[int, ...], term: bool) -> None:
    period = parse_period(text)
    assert period is not None
    assert period.years() == years
    assert period.is_term is term
