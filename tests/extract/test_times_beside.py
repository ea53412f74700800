"""Times of values that stand beside others, and of the months of a report, which the next figures take over or not."""

from __future__ import annotations

import pytest
from tests.extract.told import paper, short

BESIDE = [
    (
        "Năm 2023, kinh tế tăng 7,71%, cao hơn mức tăng 1,18% của năm 2022 và vượt 1,21 điểm phần trăm so với kế hoạch. "
        "GRDP bình quân đầu người đạt 51,8 triệu đồng.",
        ["7,71% 2023", "1,18% 2022", "1,21 điểm phần trăm 2023", "51,8 triệu đồng 2023"],
    ),
    (
        "Thu ngân sách năm 2023 đạt 4.100 tỷ đồng, cao hơn mức 3.900 tỷ đồng của năm 2022. Chi ngân sách 12.000 tỷ đồng.",
        ["4.100 tỷ đồng 2023", "3.900 tỷ đồng 2022", "12.000 tỷ đồng 2023"],
    ),
]
MONTHS = [
    (
        "Tổng mức bán lẻ tháng 5 ước 2.410 tỷ đồng; 5 tháng 12.105 tỷ đồng, tăng 13,6%.",
        ["2.410 tỷ đồng 2024-05", "12.105 tỷ đồng 2024-01/2024-05", "13,6% 2024-01/2024-05"],
    ),
    (
        "Xuất khẩu 5 tháng 12 triệu USD, bằng 40% kế hoạch.",
        ["12 triệu USD 2024-01/2024-05", "40% kế hoạch 2024-01/2024-05"],
    ),
    (
        "Khách du lịch trong tháng 185.000 lượt, doanh thu 152 tỷ đồng; lũy kế 1.120.000 lượt, doanh thu 905 tỷ đồng.",
        [
            *("185.000 lượt 2024-05", "152 tỷ đồng 2024-05"),
            *("1.120.000 lượt 2024-01/2024-05", "905 tỷ đồng 2024-01/2024-05"),
        ],
    ),
    (
        "Đến hết tháng 5 tỷ lệ giải ngân đạt 30% kế hoạch.",
        ["30% kế hoạch 2024-01/2024-05"],
    ),
]
REPORT = """ỦY BAN NHÂN DÂN TỈNH HÒA BÌNH
Số: 118/BC-UBND
Hòa Bình, ngày 06 tháng 6 năm 2024

BÁO CÁO
Tình hình kinh tế - xã hội tháng 5 và 5 tháng đầu năm 2024

"""


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_the_time_of_a_value_set_beside_is_that_of_no_other(text: str, expected: list[str]) -> None:
    assert [f"{one.quote} {one.period}" for one in paper(text).figures] == expected


@pytest.mark.parametrize(("text", "expected"), MONTHS)
def test_months_of_a_report(text: str, expected: list[str]) -> None:
    assert [f"{one.quote} {one.period}" for one in paper(REPORT + text).figures] == expected


def test_a_count_is_not_of_the_years_of_a_later_clause() -> None:
    text = "Ngày 14/10/2023, Sở họp.\n\nMới có 3/6 khu có trạm xử lý; cần 780 tỷ đồng cho giai đoạn 2023-2025."
    assert [(one.quote, one.period) for one in paper(text).tallies] == [("3/6 khu", "at:2023-10-14")]


def test_what_is_kept_is_no_aim_unless_it_is_aimed_at() -> None:
    kept, aimed = short("6 tháng qua, cà phê duy trì 2.170 ha. Huyện phấn đấu năm 2025 duy trì độ che phủ rừng 45%.")
    assert kept.endswith("level actual 2024-H1")
    assert aimed == "45% | forest_cover level target 2025"
