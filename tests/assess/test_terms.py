"""What several years are asked for: of each year in the mean, all together, or above a base; steps; times of a base.

Each case is worked out by hand beforehand from the sentences of two papers.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from tests.assess.reading import read_text

from camket.assess import assess
from camket.model.scoreboard import TargetLine
from camket.words import say

D = Decimal
REVENUE = (
    "Thu ngân sách nhà nước trên địa bàn năm 2021 đạt 12.000 tỷ đồng, năm 2022 đạt 14.000 tỷ đồng, năm 2023 đạt 15.000 "
    "tỷ đồng, năm 2024 đạt 16.000 tỷ đồng"
)
EXPORTS = "Kim ngạch xuất khẩu năm 2020 đạt 2,5 tỷ USD; năm 2024 đạt 4,4 tỷ USD"
POOR = "Tỷ lệ hộ nghèo năm 2020 là 4,0%, năm 2021 còn 3,6%, năm 2024 còn 2,5%"


def judged(asked: str, told: str, day: date) -> TargetLine:
    head = {"area": "Hà Nam", "type": "resolution", "date": "2020-12-10"}
    plan = f"NGHỊ QUYẾT\nVề kế hoạch phát triển kinh tế - xã hội 5 năm 2021-2025\n1. {asked}.\n"
    report = read_text("report", f"BÁO CÁO\n{told}.\n", type="report", date=day.isoformat(), area="Hà Nam")
    board = assess([read_text("plan", plan, **head), report], day)
    (line,) = (line for board in board.plans for line in board.targets)
    return line


@pytest.mark.parametrize(
    ("asked", "told", "state", "value", "ratio"),
    [
        # 57.000 in four years are 14.250 a year; 15.000 a year ask for 18.000 in the fifth: 14.250 / 18.000
        ("Thu ngân sách nhà nước bình quân đạt 15.000 tỷ đồng/năm", REVENUE, "off_track", "14250e9", "0.79"),
        ("Thu ngân sách nhà nước 5 năm 2021-2025 đạt 75.000 tỷ đồng", REVENUE, "off_track", "57000e9", "0.79"),
        # from 4,0 to 2,5 in four years are 0,375 a year; 0,5 a year ask for 1,0 in the fifth
        ("Tỷ lệ hộ nghèo giảm bình quân 0,5%/năm", POOR, "off_track", "-0.375", "0.38"),
        # 2,0 points in five years, 1,5 in four: 0,375 a year had, 0,5 needed
        ("Trong 5 năm 2021-2025 tỷ lệ hộ nghèo giảm 2 điểm phần trăm", POOR, "off_track", "-1.5", "0.75"),
        # 4,4 / 2,5 is 1,76 times and 76 % more; 0,19 a year had, 0,24 needed, the same in both
        ("Kim ngạch xuất khẩu đến năm 2025 gấp 2 lần năm 2020", EXPORTS, "off_track", "1.76", "0.79"),
        ("Kim ngạch xuất khẩu đến năm 2025 tăng 100% so với năm 2020", EXPORTS, "off_track", "76", "0.79"),
    ],
)
def test_before_the_due(asked: str, told: str, state: str, value: str, ratio: str) -> None:
    line = judged(asked, told, date(2025, 3, 1))
    assert (line.state, line.value, line.pace and line.pace.ratio) == (state, D(value), D(ratio))


@pytest.mark.parametrize(
    ("asked", "told", "state", "value", "code"),
    [
        # 75.200 in five years are 15.040 a year
        ("Thu ngân sách nhà nước bình quân đạt 15.000 tỷ đồng/năm", f"{REVENUE}, năm 2025 đạt 18.200 tỷ đồng",
         "exceeded", "15040e9", "exceeded"),
        # 71.500 are 14.300 a year: 95,3 % of 15.000, and far above 15.000 if they were taken for the sum
        ("Thu ngân sách nhà nước bình quân đạt 15.000 tỷ đồng/năm", f"{REVENUE}, năm 2025 đạt 14.500 tỷ đồng",
         "nearly_met", "14300e9", "nearly_met"),
        # 4,0 / 2,5 is 60 % above 2020, and 9,86 % a year
        ("Giai đoạn 2021-2025, kim ngạch xuất khẩu tăng 50% so với năm 2020",
         "Kim ngạch xuất khẩu năm 2020 đạt 2,50 tỷ USD, năm 2025 đạt 4,00 tỷ USD", "exceeded", "60", "exceeded"),
        # 1,9 times: nine tenths of the way from 1 to 2
        ("Kim ngạch xuất khẩu đến năm 2025 gấp 2 lần năm 2020",
         "Kim ngạch xuất khẩu năm 2020 đạt 2,50 tỷ USD, năm 2025 đạt 4,75 tỷ USD", "missed", "1.9",
         "missed_from_base"),
        # a paper that says it in percent answers what is asked for in times
        ("Kim ngạch xuất khẩu đến năm 2025 gấp 2 lần năm 2020",
         "Kim ngạch xuất khẩu năm 2025 tăng 105% so với năm 2020", "exceeded", "2.05", "exceeded"),
        ("Tỷ lệ hộ nghèo giảm bình quân 0,5%/năm",
         "Tỷ lệ hộ nghèo năm 2020 là 4,00%, năm 2025 còn 1,30%", "exceeded", "-0.54", "exceeded_down"),
        # 2,4 of 2,5 points are 96 % of the way
        ("Trong 5 năm 2021-2025 tỷ lệ hộ nghèo giảm 2,5 điểm phần trăm",
         "Tỷ lệ hộ nghèo năm 2020 là 4,00%, năm 2025 còn 1,60%", "nearly_met", "-2.4", "nearly_met_from_base"),
        # what the day before is compared with is not said, and no level tells since when
        ("Đến năm 2025 tỷ lệ hộ nghèo giảm 2,5 điểm phần trăm",
         "Tỷ lệ hộ nghèo năm 2024 là 4,0%, năm 2025 còn 1,4%", "no_data", None, "area_merged"),
    ],
)  # fmt: skip
def test_once_the_due_is_over(asked: str, told: str, state: str, value: str | None, code: str) -> None:
    line = judged(asked, told, date(2026, 2, 1))
    assert (line.state, line.value) == (state, D(value) if value is not None else None)
    assert line.reason.code == f"assess.{code}"
    for language in ("vi", "en"):
        assert "{" not in say(line.reason, language) + (say(line.method, language) if line.method else "")


def test_the_sum_and_the_mean_year_are_no_contradiction() -> None:
    both = (
        "Thu ngân sách nhà nước giai đoạn 2021-2025 đạt 75.200 tỷ đồng. Giai đoạn 2021-2025, thu ngân sách nhà nước "
        "bình quân đạt 15.040 tỷ đồng/năm."
    )
    board = assess([read_text("a", both, published="2026-02-01", area="Hà Nam")])
    assert board.contradictions == ()
