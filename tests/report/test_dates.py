from __future__ import annotations

from datetime import date

import pytest

from camket.report.dates import day, period, short_day

DAYS = [
    (date(2026, 6, 5), "05/6/2026", "5 June 2026"),
    (date(2025, 2, 28), "28/02/2025", "28 February 2025"),
    (date(2025, 12, 31), "31/12/2025", "31 December 2025"),
]
PERIODS = [
    (None, "", ""),
    ("2024", "2024", "2024"),
    ("2024-10", "tháng 10/2024", "October 2024"),
    ("2024-02", "tháng 02/2024", "February 2024"),
    ("2024-Q3", "quý III/2024", "quarter III of 2024"),
    ("2024-H1", "6 tháng đầu năm 2024", "first half of 2024"),
    ("2024-H2", "6 tháng cuối năm 2024", "second half of 2024"),
    ("2024-01/2024-09", "9 tháng năm 2024", "first 9 months of 2024"),
    ("2024-03/2024-09", "từ tháng 3/2024 đến tháng 9/2024", "from March 2024 to September 2024"),
    ("2021/2025", "2021-2025", "2021-2025"),
    ("2022/2022", "2022", "2022"),
    ("by:2026-12", "đến hết tháng 12/2026", "by December 2026"),
    ("by:2025-06-24", "đến hết 24/6/2025", "by 24 June 2025"),
    ("at:2024-10-01", "tại 01/10/2024", "on 1 October 2024"),
    ("nonsense", "nonsense", "nonsense"),
]


@pytest.mark.parametrize(("when", "vi", "en"), DAYS)
def test_day(when: date, vi: str, en: str) -> None:
    assert (day(when, "vi"), day(when, "en")) == (vi, en)


@pytest.mark.parametrize(("written", "vi", "en"), PERIODS)
def test_period(written: str | None, vi: str, en: str) -> None:
    assert (period(written, "vi"), period(written, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        (date(2025, 12, 31), "12/2025"), (date(2024, 2, 29), "02/2024"), (date(2023, 2, 28), "02/2023"),
        (date(2024, 2, 28), "28/02/2024"), (date(2025, 9, 25), "25/9/2025"),
    ],
)  # fmt: skip
def test_a_day_for_narrow_columns(when: date, shown: str) -> None:
    assert short_day(when) == shown
