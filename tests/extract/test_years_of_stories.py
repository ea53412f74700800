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


COMPARED = [
    # the value from which something grew, as the numbers show, is of the year before
    (
        (
            "Trong 9 tháng năm 2020, thương mại qua cửa khẩu ước đạt 80.295 triệu USD, giảm 1,34% so với cùng kỳ "
            "năm 2019 đạt 81.386 triệu USD. Trong đó, xuất khẩu đạt 39,5 tỷ USD."
        ),
        [
            "80.295 triệu USD estimate 2020-01/2020-09",
            "1,34% estimate 2020-01/2020-09",
            "81.386 triệu USD actual 2019-01/2019-09",
            "39,5 tỷ USD actual 2020-01/2020-09",
        ],
    ),
    # what it grew to stands behind it as well
    (
        "Xuất khẩu gỗ tháng 11/2020 tăng 13% so với cùng kỳ năm 2019 đạt 868 triệu USD.",
        ["13% actual 2020-11", "868 triệu USD actual 2020-11"],
    ),
    # beside a whole year it is a whole year, whatever month was told of before
    (
        (
            "Riêng tháng 12/2020, sản xuất công nghiệp tăng 2,6% so với tháng 12/2019.\n\n"
            "Xuất khẩu của doanh nghiệp ước đạt 43,8 tỷ USD, tăng 3,1% so với năm 2019 (cùng kỳ tăng 10,7%)."
        ),
        [
            "2,6% actual 2020-12",
            "43,8 tỷ USD estimate 2020",
            "3,1% estimate 2020",
            "10,7% actual 2019",
        ],
    ),
    # but not where the same months are compared with
    (
        "Tháng 12/2020, sản xuất công nghiệp tăng 2,6%.\n\nXuất khẩu đạt 430 triệu USD, tăng 3% so với cùng kỳ 2019.",
        ["2,6% actual 2020-12", "430 triệu USD actual 2020-12", "3% actual 2020-12"],
    ),
    # as much as in a year is of the other one
    (
        "Dự báo xuất khẩu cả năm 2020 sẽ tương đương năm 2019 với 8,58 tỷ USD.",
        ["8,58 tỷ USD projection 2020"],
    ),
    # months from one to another
    (
        "Xuất khẩu cá tra giảm sâu từ tháng 3 đến tháng 9/2020 với mức giảm 17%.",
        ["17% actual 2020-03/2020-09"],
    ),
    (
        "Trong kỳ 1 tháng 12/2018, xuất khẩu đạt 9,38 tỷ USD.",
        ["9,38 tỷ USD actual 2018-12"],
    ),
]


COMPARED += [
    # two months together
    ("Trong 2 tháng 8 và 9/2020, xuất khẩu mực đạt 5,8 triệu USD.", ["5,8 triệu USD actual 2020-08/2020-09"]),
    # parts in brackets behind what is compared with are of the time told of
    (
        "Năm 2020, kim ngạch đạt 131 tỷ USD, tăng 8% so với năm 2019 (trong đó xuất khẩu đạt 73 tỷ USD).",
        ["131 tỷ USD actual 2020", "8% actual 2020", "73 tỷ USD actual 2020"],
    ),
    # but the value of then is of then
    (
        "Năm 2020, thu ngân sách đạt 131 tỷ đồng, tăng 31 tỷ đồng so với năm 2019 (100 tỷ đồng).",
        ["131 tỷ đồng actual 2020", "31 tỷ đồng actual 2020", "100 tỷ đồng actual 2019"],
    ),
    # as much as a whole year gone by
    (
        "7 tháng đầu năm, tỉnh xuất khẩu 256 tấn chè, bằng khối lượng của cả năm 2019. Tháng 7 xuất khẩu 53 tấn chè.",
        ["256 tấn actual 2020-01/2020-07", "53 tấn actual 2020-07"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), COMPARED)
def test_what_is_compared_with(text: str, expected: list[str]) -> None:
    assert times(text) == expected


INTENDED = [
    # work that someone says he will do is aimed at, what comes of it is foreseen
    ("Trong năm 2024, tỉnh sẽ hỗ trợ cho 740 hộ nghèo.", ["740 hộ nghèo target 2024"]),
    ("Năm 2024, thành phố sẽ tiếp tục đầu tư 310 tỷ đồng cho y tế.", ["310 tỷ đồng target 2024"]),
    ("Năm 2024, dự án sẽ mang lại 20 tỷ đồng cho ngân sách.", ["20 tỷ đồng projection 2024"]),
    ("Năm 2024, nếu được mùa, hợp tác xã sẽ bán 12 tấn chè.", ["12 tấn projection 2024"]),
    ("Năm 2024, du lịch của tỉnh được kỳ vọng tăng 9%.", ["9% projection 2024"]),
    # what is foreseen of an aim is aimed at
    ("Năm 2024, tỉnh đặt mục tiêu kim ngạch xuất khẩu dự kiến đạt 5,9 tỷ USD.", ["5,9 tỷ USD target 2024"]),
    ("Năm 2024, tỉnh phấn đấu đến hết tháng 8 sẽ rà soát 800 hộ.", ["800 hộ target by:2024-08"]),
    (
        "Mục tiêu năm 2024 là tăng 8%, dự kiến cả năm chỉ đạt 7%.",
        ["8% target 2024", "7% projection 2024"],
    ),
    # what is allotted, and what a plan says, is aimed at; what was done under it is not
    (
        "Năm 2015, y tế tỉnh được cấp 451 tỷ đồng cho đầu tư.",
        ["451 tỷ đồng target 2015"],
    ),
    (
        "Trong năm 2015, ngành được duyệt chi 40 tỷ đồng để sửa trường, 16 tỷ đồng mua thiết bị.",
        ["40 tỷ đồng target 2015", "16 tỷ đồng target 2015"],
    ),
    (
        "Theo kế hoạch kiểm tra năm 2020, đơn vị thực hiện 169 cuộc kiểm tra.",
        ["169 cuộc kiểm tra target 2020"],
    ),
    (
        "Theo kế hoạch năm 2020, đến nay đơn vị đã thực hiện 69 cuộc kiểm tra.",
        ["69 cuộc kiểm tra actual None"],
    ),
    # an aim told behind a result, papers that are applied for
    (
        "Giai đoạn 2016-2018, kinh tế tăng bình quân 6,7% và mục tiêu tăng trưởng năm 2019 là 6,8%.",
        ["6,7% actual 2016/2018", "6,8% target 2019"],
    ),
    (
        "Năm 2024, trị giá hàng xin cấp giấy chứng nhận đạt 183 triệu USD.",
        ["183 triệu USD actual 2024"],
    ),
    # an estimate that will be reached is one with its growth
    (
        "Ước tính xuất khẩu chè cả năm 2024 sẽ đạt 154 triệu USD, giảm 23%.",
        ["154 triệu USD estimate 2024", "23% estimate 2024"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), INTENDED)
def test_what_is_intended_and_what_is_foreseen(text: str, expected: list[str]) -> None:
    assert times(text) == expected


def test_things_that_are_done_already_end_no_aims() -> None:
    """`đã` that only tells of which things turns to no results."""
    text = (
        "Phấn đấu đến năm 2030, tỉnh trở thành đô thị thông minh.\n\n"
        "Đến năm 2025, 80% thủ tục được giải quyết trên mạng;\n\n"
        "60% số xã đã đưa vào vận hành được kết nối; 90% hồ sơ của tỉnh được xử lý trên mạng."
    )
    quotes = ("80% thủ tục", "60% số xã", "90% hồ sơ")
    assert times(text) == [f"{quote} target by:2025-12" for quote in quotes]


PLACES = [
    # ministries tell of the country, though something is held or was found in a province
    (
        (
            "Xuất khẩu gỗ về đích\n\nThứ trưởng Bộ Nông nghiệp và Phát triển nông thôn cho biết xuất khẩu tăng 10%.\n\n"
            "Toàn ngành đặt mục tiêu 14 tỷ USD.\n\nNgày 1/12 tới, tại thành phố Vinh, tỉnh Nghệ An có lễ kỷ niệm."
        ),
        "cả nước",
    ),
    (
        (
            "Tăng cường hậu kiểm\n\nTheo Tổng cục Hải quan, toàn ngành kiểm tra 286 cuộc.\n\n"
            "Thu nhiều nhất là Cục Hải quan TP.HCM với 782 tỷ đồng."
        ),
        "cả nước",
    ),
    # but not where the bodies of a province act
    (
        (
            "Gỡ khó cho doanh nghiệp\n\nNhiều doanh nghiệp thiếu mặt bằng.\n\nTheo Bộ Công Thương, đó là khó khăn.\n\n"
            "UBND tỉnh Nghệ An giao Sở Công Thương rà soát 12 cụm. Sở Xây dựng Nghệ An báo cáo UBND tỉnh. "
            "Toàn tỉnh có 40 cụm công nghiệp, cả nước có 100."
        ),
        "Nghệ An",
    ),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_the_place_of_a_story_told_by_ministries(text: str, place: str) -> None:
    assert paper(text).document.head.area == place
