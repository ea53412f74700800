"""Times of figures as newspapers tell them: terms, holidays, comparisons, means of years, days of visits."""

from __future__ import annotations

import pytest
from tests.extract.told import NEWS, paper

CONGRESS_YEAR = "Tháng 8/2020, Đảng bộ tỉnh Sơn La chuẩn bị đại hội.\n\n"
HOLIDAY = "Tây Ninh đón đông khách\n05/09/2023 09:12\n\n"


def times(text: str, before: str = NEWS) -> list[str]:
    """Quantity, role and period of each figure of a text."""
    return [f"{one.quote} {one.role} {one.period}" for one in paper(before + text).figures if one.start >= len(before)]


COMPARED = [
    # what a growth is set beside is that of the same part of the years named
    (
        "GRDP quý III/2024 ước tăng 7,2%, cao hơn mức tăng 5,1% và 6,3% của cùng kỳ năm 2022 và 2023.",
        ["7,2% estimate 2024-Q3", "5,1% actual 2022-Q3", "6,3% actual 2023-Q3"],
    ),
    (
        "Quý II/2024, IIP ước tính tăng 8,4%, thấp hơn tốc độ tăng 9,6% và 10,2% của cùng kỳ các năm 2022 và 2023.",
        ["8,4% estimate 2024-Q2", "9,6% actual 2022-Q2", "10,2% actual 2023-Q2"],
    ),
    (
        "9 tháng năm 2024, xuất khẩu ước tăng 12,5%, vượt xa tốc độ tăng 4,8% của cùng kỳ năm 2023.",
        ["12,5% estimate 2024-01/2024-09", "4,8% actual 2023-01/2023-09"],
    ),
    # one part of several years, said before them
    (
        "Tốc độ tăng IIP 9 tháng các năm: năm 2021 (+5,2%); năm 2022 (+14,1%); năm 2023 (+3,9%).",
        ["+5,2% actual 2021-01/2021-09", "+14,1% actual 2022-01/2022-09", "+3,9% actual 2023-01/2023-09"],
    ),
    (
        "Tăng trưởng GRDP quý I: Năm 2022 tăng 6,7%; năm 2023 tăng 4,2%; năm 2024 tăng 7,5%.",
        ["6,7% actual 2022-Q1", "4,2% actual 2023-Q1", "7,5% actual 2024-Q1"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), COMPARED)
def test_the_same_part_of_other_years(text: str, expected: list[str]) -> None:
    assert times(text) == expected


SINCE = [
    # a month or day from which something is reached
    ("Tỉnh đã hoàn thành 100% xã nông thôn mới từ tháng 7.2023.", ["100% xã actual at:2023-07"]),
    (
        "Huyện có 100% trạm y tế đạt chuẩn quốc gia từ tháng 6/2022.",
        ["100% trạm y tế actual at:2022-06"],
    ),
    ("Giá xăng giảm gần 500 đồng một lít từ ngày 3/10.", ["gần 500 đồng actual at:2024-10-03"]),
]


@pytest.mark.parametrize(("text", "expected"), SINCE)
def test_a_time_from_which_on_it_holds(text: str, expected: list[str]) -> None:
    assert times(text) == expected


TERMS = [
    (
        (
            "Nhiệm kỳ qua, kinh tế tăng trưởng bình quân 9,4%/năm. Năm 2020, GRDP bình quân đầu người gấp 1,6 lần"
            " so với đầu nhiệm kỳ. Tổng vốn đầu tư tăng bình quân 12,5%/năm."
        ),
        ["9,4%/năm actual 2015/2020", "gấp 1,6 lần actual 2020", "12,5%/năm actual 2015/2020"],
    ),
    (
        "Trong nhiệm kỳ vừa qua, tỉnh kết nạp 4.120 đảng viên. Năm 2020, thu ngân sách đạt 5.200 tỷ đồng.",
        ["4.120 đảng viên actual 2015/2020", "5.200 tỷ đồng actual 2020"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TERMS)
def test_the_term_that_ends_with_a_congress(text: str, expected: list[str]) -> None:
    assert times(text, CONGRESS_YEAR) == expected


HOLIDAYS = [
    (
        (
            "Trong dịp nghỉ lễ 2/9, tỉnh đón 61.000 lượt khách, tăng 12% so với năm 2022. Doanh thu du lịch ước đạt"
            " 48 tỷ đồng. Công suất phòng bình quân đạt 72%."
        ),
        [
            *("61.000 lượt khách actual 2023-09", "12% actual 2023-09"),
            *("48 tỷ đồng estimate 2023-09", "72% actual 2023-09"),
        ],
    ),
    (
        "Dịp lễ Quốc khánh 2-9, lượng khách lưu trú đạt 8.400 lượt, trong đó khách quốc tế đạt 310 lượt.",
        ["8.400 lượt actual 2023-09", "310 lượt actual 2023-09"],
    ),
    (
        "Kỳ nghỉ lễ 30/4 - 1/5 vừa qua, khu du lịch đón hơn 95.000 lượt khách.",
        ["hơn 95.000 lượt khách actual 2023-04/2023-05"],
    ),
    # a day within it is its own
    ("Riêng ngày 2/9, núi Bà Đen đón trên 27.000 lượt khách.", ["trên 27.000 lượt khách actual at:2023-09-02"]),
]


@pytest.mark.parametrize(("text", "expected"), HOLIDAYS)
def test_holidays_are_of_their_month(text: str, expected: list[str]) -> None:
    assert times(text, HOLIDAY) == expected


MONTHS_OF = [
    (
        "9 tháng của năm 2024, thu ngân sách ước đạt 4.300 tỷ đồng, tăng 11%.",
        ["4.300 tỷ đồng estimate 2024-01/2024-09", "11% estimate 2024-01/2024-09"],
    ),
    ("Trong 6 tháng của năm 2023, xuất khẩu đạt 210 triệu USD.", ["210 triệu USD actual 2023-H1"]),
]


@pytest.mark.parametrize(("text", "expected"), MONTHS_OF)
def test_months_of_a_year(text: str, expected: list[str]) -> None:
    assert times(text) == expected


SHRIMP = "Ngày 12/8/2024, tỉnh Sóc Trăng tổng kết 7 tháng.\n\n"
PLACES = [
    # a body of the nation tells of its trade in a story of a province
    (
        "Theo số liệu của Tổng cục Hải quan, 7 tháng xuất khẩu ngành tôm đạt 2,1 tỷ USD, tăng 8%.",
        ["cả nước", "cả nước"],
    ),
    ("Theo Tổng cục Thống kê, GRDP của tỉnh tăng 7,1%, xếp thứ 20 cả nước.", ["Sóc Trăng"]),
    # among whom a rank holds is no place of its figures
    (
        "Sóc Trăng là tỉnh thứ 3 trong toàn quốc có 100% đơn vị cấp huyện đạt chuẩn nông thôn mới.",
        ["Sóc Trăng"],
    ),
    ("Đây là địa phương đầu tiên trong cả nước có 100% xã phủ sóng 5G.", ["Sóc Trăng"]),
    # a commune with a number, and what is told after it
    (
        (
            "Qua 9 năm xây dựng nông thôn mới, xã Long Đức 2 đã huy động trên 18 tỷ đồng. Xã xóa 27 nhà tạm. Hộ nghèo"
            " giảm còn 3,1%."
        ),
        ["Long Đức 2", "Long Đức 2", "Long Đức 2"],
    ),
    (
        (
            "Huyện Kế Sách hiện có 12 xã đạt chuẩn. Thu nhập bình quân đạt 58 triệu đồng/người. Toàn tỉnh có 70 xã đạt"
            " chuẩn nông thôn mới."
        ),
        ["Kế Sách", "Kế Sách", "Sóc Trăng"],
    ),
]


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_whose_figures_they_are(text: str, places: list[str]) -> None:
    found = [one for one in paper(SHRIMP + text).figures if one.start >= len(SHRIMP) and one.measure != "rank"]
    assert [one.area for one in found] == places


DAYS = [
    # a day of old that is only told of
    (
        (
            "Sau 28 năm hợp nhất, ngày 12/8/1991, kỳ họp thứ 9 của Quốc hội quyết định chia tỉnh Hà Tuyên.\n\n"
            "Trong giai đoạn 1992-2022, GRDP của tỉnh Tuyên Quang tăng bình quân 9,1%/năm; riêng năm 2022, tăng 8,7%."
        ),
        (None, None),
        ["actual 1992/2022", "actual 2022"],
    ),
    # the day of a visit to the page
    (
        (
            "Thứ tư, 18/05/2022\n\nXuất khẩu chè 9 tháng đạt 160 triệu USD\n\n"
            "Bộ Nông nghiệp cho biết xuất khẩu chè trong 9 tháng đầu năm 2018 tăng 3%."
        ),
        (None, None),
        ["actual 2018-01/2018-09", "actual 2018-01/2018-09"],
    ),
    # the day of a story of the year before stays
    (
        (
            "Thứ năm, 10/01/2019\n\nXuất khẩu chè năm 2018 đạt 210 triệu USD\n\n"
            "Bộ Nông nghiệp cho biết xuất khẩu chè tháng 12/2018 tăng 3%."
        ),
        ("2019-01-10", None),
        ["actual 2018", "actual 2018-12"],
    ),
]


@pytest.mark.parametrize(("text", "days", "expected"), DAYS)
def test_days_that_are_not_the_storys(text: str, days: tuple[str | None, str | None], expected: list[str]) -> None:
    read = paper(text)
    head = read.document.head
    assert (head.published, head.event_date) == days
    assert [f"{one.role} {one.period}" for one in read.figures] == expected


MEANS = [
    (
        (
            "Bình quân 2 năm, công nghiệp chế biến tăng 14,2%, cao hơn mức bình quân đã đề ra theo Nghị quyết 05 là"
            " 12%/năm."
        ),
        ["14,2% actual 2023/2024", "12%/năm target 2023/2024"],
    ),
    ("Tính chung 3 năm, tỉnh thu hút 1.200 tỷ đồng.", ["1.200 tỷ đồng actual 2022/2024"]),
]


@pytest.mark.parametrize(("text", "expected"), MEANS)
def test_means_of_the_last_years(text: str, expected: list[str]) -> None:
    assert times(text) == expected


def test_the_year_of_a_review_of_half_a_term() -> None:
    text = "Chiều 14/6, Tỉnh ủy Yên Bái sơ kết giữa nhiệm kỳ thực hiện Nghị quyết Đại hội, nhiệm kỳ 2020 - 2025.\n\n"
    assert paper(text + "Tỉnh có 96 xã đạt chuẩn.").document.head.event_date == "2023-06-14"


PRESENT = [
    # what someone does at present, behind a result of months
    (
        "9 tháng năm 2024, công ty chế biến 21.000 tấn sữa. Hiện công ty liên kết với hơn 3.200 hộ dân.",
        ["21.000 tấn actual 2024-01/2024-09", "hơn 3.200 hộ dân actual at:2024-10-18"],
    ),
    # what is to come some time
    (
        "9 tháng năm 2024, công ty chế biến 21.000 tấn sữa. Sắp tới, công ty sẽ đầu tư thêm 4 trang trại.",
        ["21.000 tấn actual 2024-01/2024-09", "4 trang trại target None"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PRESENT)
def test_the_present_and_what_is_to_come(text: str, expected: list[str]) -> None:
    assert times(text) == expected


WHOSE = [
    # a branch of the country, of which its ministry tells, whatever province is named on the way
    (
        (
            "Ngành Hải quan: Tăng tốc thu ngân sách\n\nTổng cục Hải quan (Bộ Tài chính) cho biết, số thu tại tỉnh Quảng"
            " Ninh và các địa bàn lớn đang tăng. Toàn ngành thu 220.000 tỷ đồng."
        ),
        "cả nước",
    ),
    # who wrote it
    (
        (
            "Nhập khẩu ngô tăng mạnh\n\nTheo Tổng cục Hải quan, Việt Nam nhập khẩu 6 triệu tấn ngô trong 8 tháng"
            " năm 2020, trị giá 1,2 tỷ USD.\n\nThái Bình\n"
        ),
        "cả nước",
    ),
]


@pytest.mark.parametrize(("text", "area"), WHOSE)
def test_whose_story_it_is(text: str, area: str) -> None:
    assert paper(text).document.head.area == area
