"""The year of a story that has lost its day, as its own times tell it."""

from __future__ import annotations

import pytest
from tests.extract.told import paper

TITLE = "Nam Định: Sản xuất khởi sắc trở lại\n\n"


def times(text: str) -> list[str]:
    """Quantity, role and period of each figure of a story without a day."""
    return [f"{one.quote} {one.role} {one.period}" for one in paper(TITLE + text).figures]


TOLD = [
    # beside the month before it is the same year
    (
        "Tháng 8, chỉ số sản xuất công nghiệp của tỉnh tăng 6,5% so với tháng 7/2021. Tháng 8, tỉnh đón 310.000 lượt.",
        ["6,5% actual 2021-08", "310.000 lượt actual 2021-08"],
    ),
    # beside the same month a year before it is the next
    (
        "Tháng 8, chỉ số sản xuất công nghiệp của tỉnh tăng 6,5% so với tháng 8/2021.",
        ["6,5% actual 2022-08"],
    ),
    # January lies after December
    ("Tháng 1, xuất khẩu của tỉnh giảm 4% so với tháng 12/2018.", ["4% actual 2019-01"]),
    # a quarter beside the one before
    ("Quý III, doanh thu du lịch tăng 12% so với quý II/2022.", ["12% actual 2022-Q3"]),
    (
        "Quý III, doanh thu du lịch tăng 12% so với quý III/2022.",
        ["12% actual 2023-Q3"],
    ),
    # months of a year tell more than whole years that are gone by
    (
        (
            "Năm 2019 tỉnh thu hút 16 dự án. Năm 2019 là năm khó khăn. 9 tháng đầu năm 2020 tỉnh thu hút 30 dự án. "
            "Quý IV, tỉnh khởi công 2 dự án."
        ),
        ["16 dự án actual 2019", "30 dự án actual 2020-01/2020-09", "2 dự án actual 2020-Q4"],
    ),
    # up to when was counted
    (
        "Tính đến 20/6/2020, tỉnh có 2.504 doanh nghiệp giải thể. Tính đến ngày 1/7, cơ quan thuế nhận 41.498 hồ sơ.",
        ["2.504 doanh nghiệp actual at:2020-06-20", "41.498 hồ sơ actual at:2020-07-01"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_the_year_that_parts_of_a_year_tell(text: str, expected: list[str]) -> None:
    assert times(text) == expected


AHEAD = [
    # years that are looked out to are not the story's: what is reached of them is aimed at
    (
        "Theo dự thảo chiến lược giai đoạn 2021-2030, GRDP bình quân đầu người đạt 7.500 USD vào năm 2030.",
        ["7.500 USD target by:2030-12"],
    ),
    # the next year is told by its aims
    (
        (
            "8 tháng năm 2020, tỉnh thu ngân sách 9.000 tỷ đồng. Trong năm 2021, chỉ tiêu thu ngân sách là 14.000 tỷ "
            "đồng, năm 2021 phấn đấu có 120 xã đạt chuẩn. Năm nay tỉnh trồng 300 ha rừng."
        ),
        [
            "9.000 tỷ đồng actual 2020-01/2020-08",
            "14.000 tỷ đồng target 2021",
            "120 xã target 2021",
            "300 ha actual 2020",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), AHEAD)
def test_years_to_come_are_not_the_year_of_the_story(text: str, expected: list[str]) -> None:
    assert times(text) == expected


def test_a_year_that_only_lists_aims_is_taken() -> None:
    """Where a story tells of nothing else, the year that it plans for is the one it speaks of."""
    assert times("Mục tiêu năm 2021 của tỉnh là trồng 300 ha rừng.") == ["300 ha target 2021"]
