"""Whole sentences of provincial papers, each with all that a reader takes out of it."""

from __future__ import annotations

import pytest
from tests.wordings.said import REPORT, RESOLUTION, counted, figures, meaning, number, tallies

BUDGET = (
    "Thu ngân sách 6 tháng ước 32.150 tỷ đồng, đạt 61,3% dự toán Trung ương giao, 58,1% dự toán HĐND tỉnh giao,"
    " bằng 112,4% cùng kỳ."
)
PRICES = (
    "CPI tháng 5 tăng 0,21% so với tháng trước, tăng 1,9% so với tháng 12/2025, tăng 3,4% so với cùng kỳ;"
    " bình quân 5 tháng tăng 3,2%."
)
FIGURES = [
    (
        RESOLUTION,
        "Tốc độ tăng GRDP bình quân 11-12%/năm, riêng năm 2026 từ 12,5% trở lên.",
        ["11-12%/năm | range 11..12 percent", "từ 12,5% trở lên | ge 12.5 percent"],
        ["11-12%/năm | grdp growth target 2025/2030", "từ 12,5% trở lên | grdp growth target 2026"],
    ),
    (
        RESOLUTION,
        "Tỷ lệ hộ nghèo giảm còn 1,1%.",
        ["1,1% | 1.1 percent"],
        ["1,1% | poverty_rate level target by:2030-12"],
    ),
    (
        RESOLUTION,
        "Giảm bình quân 0,2-0,3 điểm phần trăm hộ nghèo mỗi năm.",
        ["0,2-0,3 điểm phần trăm | range -0.2..-0.3 percentage_point"],
        ["0,2-0,3 điểm phần trăm | poverty_rate change target 2025/2030"],
    ),
    (
        REPORT,
        BUDGET,
        [
            "32.150 tỷ đồng | 32150000000000 VND",
            "61,3% dự toán Trung ương giao | 61.3 percent",
            "58,1% dự toán HĐND tỉnh giao | 58.1 percent",
            "112,4% | 12.4 percent",
        ],
        [
            "32.150 tỷ đồng | budget_revenue level estimate 2026-H1",
            "61,3% dự toán Trung ương giao | budget_revenue share_of_plan estimate 2026-H1",
            "58,1% dự toán HĐND tỉnh giao | budget_revenue share_of_plan estimate 2026-H1",
            "112,4% | budget_revenue growth estimate 2026-H1",
        ],
    ),
    (
        REPORT,
        "Giải ngân vốn đầu tư công đến hết 31/01/2026 đạt 96,2% kế hoạch Thủ tướng giao, 88,5% kế hoạch tỉnh giao.",
        ["96,2% kế hoạch Thủ tướng giao | 96.2 percent", "88,5% kế hoạch tỉnh giao | 88.5 percent"],
        [
            "96,2% kế hoạch Thủ tướng giao | public_investment_disbursement share_of_plan actual at:2026-01-31",
            "88,5% kế hoạch tỉnh giao | public_investment_disbursement share_of_plan actual at:2026-01-31",
        ],
    ),
    (
        REPORT,
        PRICES,
        ["0,21% | 0.21 percent", "1,9% | 1.9 percent", "3,4% | 3.4 percent", "3,2% | 3.2 percent"],
        [
            "0,21% | cpi growth actual 2026-05",
            "1,9% | cpi growth actual 2026-05",
            "3,4% | cpi growth actual 2026-05",
            "3,2% | cpi growth actual 2026-01/2026-05",
        ],
    ),
    (
        REPORT,
        "IIP tháng 6 tăng 9,8%, lũy kế 6 tháng tăng 11,2%.",
        ["9,8% | 9.8 percent", "11,2% | 11.2 percent"],
        ["9,8% | iip growth actual 2026-06", "11,2% | iip growth actual 2026-H1"],
    ),
    (
        RESOLUTION,
        "Phấn đấu chỉ số PCI thuộc nhóm 5 địa phương dẫn đầu.",
        ["nhóm 5 địa phương dẫn đầu | within 5 rank"],
        ["nhóm 5 địa phương dẫn đầu | pci rank target by:2030-12"],
    ),
    (
        RESOLUTION,
        "Duy trì 100% xã đạt chuẩn nông thôn mới.",
        ["100% xã | 100 percent"],
        ["100% xã | new_rural_communes level target by:2030-12"],
    ),
    (
        RESOLUTION,
        "Thu nội địa năm 2026 tăng ít nhất 10% so với thực hiện năm 2025.",
        ["ít nhất 10% | ge 10 percent"],
        ["ít nhất 10% | domestic_revenue growth target 2026"],
    ),
    (
        RESOLUTION,
        "GRDP bình quân đầu người năm 2030 gấp 1,6 lần năm 2025.",
        ["gấp 1,6 lần | 1.6 other:times"],
        ["gấp 1,6 lần | grdp_per_capita growth target 2030"],
    ),
    (
        REPORT,
        "Năm 2025, tỷ lệ đô thị hóa đạt 43,2% (KH 45%).",
        ["43,2% | 43.2 percent", "45% | 45 percent"],
        ["43,2% | urbanization_rate level actual 2025", "45% | urbanization_rate level target 2025"],
    ),
    (
        REPORT,
        "Năm 2025, tỷ lệ đô thị hóa đạt 43,2/45%.",
        ["43,2 | 43.2 percent", "45% | 45 percent"],
        ["43,2 | urbanization_rate level actual 2025", "45% | urbanization_rate level target 2025"],
    ),
    (
        REPORT,
        "GRDP tăng 9,8%, cao hơn 1,2 điểm phần trăm so với mục tiêu, thấp hơn 0,4 điểm phần trăm so với kịch bản.",
        [
            "9,8% | 9.8 percent",
            "1,2 điểm phần trăm | 1.2 percentage_point",
            "0,4 điểm phần trăm | -0.4 percentage_point",
        ],
        [
            "9,8% | grdp growth actual 2026-H1",
            "1,2 điểm phần trăm | grdp change actual 2026-H1",
            "0,4 điểm phần trăm | grdp change actual 2026-H1",
        ],
    ),
    (
        RESOLUTION,
        "Mỗi năm hoàn thành 3.000 căn nhà ở xã hội, đến năm 2030 đạt 28.000 căn.",
        ["3.000 căn nhà ở xã hội | 3000 count", "28.000 căn | 28000 count"],
        [
            "3.000 căn nhà ở xã hội | social_housing_units level target 2025/2030",
            "28.000 căn | social_housing_units level target by:2030-12",
        ],
    ),
    (
        REPORT,
        "Năm học 2025-2026, tỷ lệ trường đạt chuẩn quốc gia đạt 92,5%.",
        ["92,5% | 92.5 percent"],
        ["92,5% | national_standard_schools level actual 2025-09/2026-05"],
    ),
    (
        REPORT,
        "Thu ngân sách hụt 1.250 tỷ đồng so với dự toán.",
        ["1.250 tỷ đồng | -1250000000000 VND"],
        ["1.250 tỷ đồng | budget_revenue change actual 2026-H1"],
    ),
]

TALLIES = [
    ("Năm 2025, tỉnh hoàn thành vượt mức 19/26 chỉ tiêu.", ["19/26 exceeded 2025"]),
    (
        "Năm 2025, tỉnh hoàn thành và hoàn thành vượt mức 22/26 chỉ tiêu.",
        ["22/26 achieved_or_exceeded 2025"],
    ),
    ("7 nội dung chỉ đạo cơ bản đã hoàn thành.", ["7/7 completed 2026-H1"]),
    ("Năm 2025, 100% chỉ tiêu đạt và vượt kế hoạch.", []),
    ("Chỉ số PCI đứng thứ 4/34 cả nước.", []),
]


@pytest.mark.parametrize(("paper", "text", "numbers", "meanings"), FIGURES)
def test_all_figures_of_a_sentence(paper: str, text: str, numbers: list[str], meanings: list[str]) -> None:
    found = figures(text, paper)
    assert [number(one) for one in found] == numbers
    assert [meaning(one) for one in found] == meanings


@pytest.mark.parametrize(("text", "expected"), TALLIES)
def test_all_tallies_of_a_sentence(text: str, expected: list[str]) -> None:
    assert [counted(one) for one in tallies(text, REPORT)] == expected
