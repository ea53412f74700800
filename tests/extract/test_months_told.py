"""How far the months of a story hold, and times that only the day of a story tells."""

from __future__ import annotations

import pytest
from tests.extract.told import paper


def periods(text: str) -> list[str]:
    """Quantity and period of each figure of a text."""
    return [f"{one.quote} {one.period}" for one in paper(text).figures]


MONTHS = [
    # the month of the first paragraph holds over those that go on about it
    (
        (
            "Quảng Lâm: Kinh tế khởi sắc\n\nChiều 6-2, UBND tỉnh Quảng Lâm họp báo về tình hình tháng 1-2023.\n\n"
            "Theo đó, IIP tháng 1 tăng 6,2% so với cùng kỳ.\n\n"
            "Ngoài ra, kim ngạch xuất khẩu đạt 148 triệu USD. Có 96 doanh nghiệp được cấp phép thành lập mới.\n\n"
            "Đặc biệt, thu ngân sách đạt 1.245 tỉ đồng, bằng 11,6% dự toán.\n\n"
            "Hiện toàn tỉnh có 45 doanh nghiệp xuất khẩu.\n"
        ),
        [
            "6,2% 2023-01",
            "148 triệu USD 2023-01",
            "96 doanh nghiệp 2023-01",
            "1.245 tỉ đồng 2023-01",
            "11,6% dự toán 2023-01",
            "45 doanh nghiệp at:2023-02-06",
        ],
    ),
    # a story that names no month but compares with the one before is about the month gone by
    (
        (
            "Doanh nghiệp trở lại\n\nChiều 7/2/2022, UBND thành phố Hải Châu gặp mặt báo chí.\n\n"
            "Theo đó, có 512 doanh nghiệp thành lập mới, tăng 9,8% so với tháng trước.\n\n"
            "Thu ngân sách đạt 4.210 tỷ đồng, tăng 7% so với cùng kỳ.\n"
        ),
        ["512 doanh nghiệp 2022-01", "9,8% 2022-01", "4.210 tỷ đồng 2022-01", "7% 2022-01"],
    ),
    # a place held with so much of those months; the same months a year before
    (
        (
            "Thu hút vốn\n\nCục Thống kê vừa công bố số liệu quý I/2019. Theo đó, vốn FDI đăng ký đạt 10,8 tỷ USD.\n\n"
            "Vốn thực hiện ước đạt 4,1 tỷ USD, tăng 6,2%. Cùng kỳ năm 2018, vốn thực hiện đạt 3,9 tỷ USD.\n"
        ),
        ["10,8 tỷ USD 2019-Q1", "4,1 tỷ USD 2019-Q1", "6,2% 2019-Q1", "3,9 tỷ USD 2018-Q1"],
    ),
    (
        (
            "Lãi lớn\n\n22/10/2013\n\n9 tháng năm 2013, công ty lỗ 70 tỷ đồng, cùng kỳ lỗ 30 tỷ đồng. "
            "Doanh thu đạt 4.600 tỷ đồng.\n"
        ),
        ["70 tỷ đồng 2013-01/2013-09", "30 tỷ đồng 2012-01/2012-09", "4.600 tỷ đồng 2013-01/2013-09"],
    ),
    # a time gone by that nothing dates; some year or other
    (
        (
            "Chống chuyển giá\n\n12/07/2023\n\nSáu tháng đầu năm 2023, ngành thuế truy thu 128 tỷ đồng.\n\n"
            "Trước đây, đơn vị từng rà soát 1.020 doanh nghiệp, phát hiện 430 doanh nghiệp kê khai lỗ, chiếm 42,2%.\n"
        ),
        ["128 tỷ đồng 2023-H1", "1.020 doanh nghiệp None", "430 doanh nghiệp None", "42,2% None"],
    ),
    (
        "Giai đoạn 2001-2020, kinh tế tỉnh tăng trưởng khá, có năm tăng trên 18%. GRDP bình quân tăng 11,2%/năm.",
        ["trên 18% None", "11,2%/năm 2001/2020"],
    ),
    # the very same time again
    (
        (
            "Từ ngày 15/12/2021 đến 14/6/2022, toàn tỉnh xảy ra 68 vụ tai nạn giao thông.\n\n"
            "Cùng thời gian trên, lực lượng chức năng xử lý 12.400 trường hợp vi phạm.\n"
        ),
        ["68 vụ tai nạn giao thông 2021-12/2022-06", "12.400 trường hợp 2021-12/2022-06"],
    ),
    # parts are of the time of the last of their kind
    (
        (
            "Hiện toàn vùng có 51.600 ha cà phê, sản lượng năm 2012 đạt 120.000 tấn.\n\n"
            "Trong đó, huyện Đắk Mil có 20.100 ha, huyện Cư Jút 8.300 ha.\n"
        ),
        ["51.600 ha None", "120.000 tấn 2012", "20.100 ha None", "8.300 ha None"],
    ),
    # half a year over years in brackets
    (
        "6 tháng đầu năm 2009, GRDP tăng 5,4%, thấp hơn 6 tháng đầu các năm trước (2007 tăng 10,2%; 2008 tăng 9,1%).",
        ["5,4% 2009-H1", "10,2% 2007-H1", "9,1% 2008-H1"],
    ),
    # `năm 2018` behind the last number is that number's alone
    (
        (
            "\n\nNgày 5/9/2019, huyện báo cáo kết quả.\n\nTỷ lệ hộ dùng nước sạch đạt 99,6%, hộ nghèo còn 3,5%, "
            "thu nhập bình quân đầu người năm 2018 đạt 39 triệu đồng."
        ),
        ["99,6% at:2019-09-05", "3,5% at:2019-09-05", "39 triệu đồng 2018"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MONTHS)
def test_months_that_a_story_tells(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


BY_DAY = [
    ("30/05/2016", "CPI tháng qua tăng 0,35% so với tháng trước.", ["0,35% 2016-05"]),
    ("06/06/2016", "CPI tháng qua tăng 0,35% so với tháng trước.", ["0,35% 2016-05"]),
    ("05/04/2021", "Quý vừa qua, toàn tỉnh có 512 doanh nghiệp thành lập mới.", ["512 doanh nghiệp 2021-Q1"]),
    ("28/12/2021", "Năm qua, GRDP của tỉnh tăng 7,1%.", ["7,1% 2021"]),
    ("15/01/2022", "Năm qua, GRDP của tỉnh tăng 7,1%.", ["7,1% 2021"]),
    ("06/09/2022", "Năm học này, huyện có 6.200 học sinh.", ["6.200 học sinh 2022-09/2023-05"]),
    ("14/05/2019", "Ngày mai, tỉnh sẽ trao chứng nhận cho 12 dự án.", ["12 dự án at:2019-05-15"]),
    ("02/12/2023", "Từ năm 2018 đến nay, tỉnh đã hỗ trợ 900 hộ.", ["900 hộ 2018/2023"]),
    ("02/12/2023", "Từ tháng 6/2023 đến nay, tỉnh đã hỗ trợ 900 hộ.", ["900 hộ 2023-06/2023-12"]),
    ("20/11/2020", "Trong 5 năm qua, huyện đã đầu tư 1.240 tỷ đồng.", ["1.240 tỷ đồng 2016/2020"]),
    ("26/09/2019", "Đến đầu năm 2019, thu nhập bình quân đạt 35 triệu đồng.", ["35 triệu đồng at:2019-01"]),
    (
        "26/09/2019",
        "Thời điểm năm 2011, tỷ lệ hộ nghèo là 15,4%, nay chỉ còn 2,1%.",
        ["15,4% 2011", "2,1% at:2019-09-26"],
    ),
    (
        "23/10/2013",
        "Tháng này, nhóm giao thông giảm 0,24% khi giá xăng giảm 400 đồng từ ngày 7/10.",
        ["0,24% 2013-10", "400 đồng at:2013-10-07"],
    ),
    (
        "19/08/2022",
        "Ngày 18/8/2022, Sở tổ chức Ngày hội việc làm năm 2022 với hơn 2.300 lao động tham gia.",
        ["hơn 2.300 lao động at:2022-08-18"],
    ),
    (
        "10/09/2022",
        "Khi mới thành lập năm 1997, thành phố chỉ có 9 phường.",
        ["9 phường 1997"],
    ),
    (
        "20/03/2018",
        (
            "Đến hết năm 2017, toàn tỉnh có 41 xã đạt chuẩn. Thu nhập bình quân nông thôn đạt 22 triệu đồng/người/năm, "
            "tăng 3 triệu đồng so với năm 2016."
        ),
        ["41 xã at:2017-12", "22 triệu đồng/người/năm 2017", "3 triệu đồng 2017"],
    ),
]


@pytest.mark.parametrize(("day", "text", "expected"), BY_DAY)
def test_times_that_the_day_tells(day: str, text: str, expected: list[str]) -> None:
    assert periods(f"Tin trong tỉnh Bình Sơn hôm nay\n\n{day}\n\n{text}\n") == expected


def test_a_stamp_before_the_first_words_dates_no_figure() -> None:
    text = (
        "9 tháng, Đồng Tân thu hút vốn\n\n(08/10/2022) - Theo Sở Kế hoạch và Đầu tư, có 64 dự án FDI được cấp mới."
        "\n\nLũy kế đến nay, tỉnh có 1.420 dự án còn hiệu lực.\n"
    )
    assert periods(text) == ["64 dự án FDI 2022-01/2022-09", "1.420 dự án at:2022-10-08"]


def test_what_a_plan_gives_out_is_of_its_years() -> None:
    text = (
        "Chiều 27/9/2023, Ủy ban thẩm tra báo cáo về Kế hoạch cơ cấu lại nền kinh tế giai đoạn 2021-2025.\n\n"
        "Chính phủ đã ban hành Chương trình hành động, giao 30 chỉ tiêu và 102 nhiệm vụ cho các bộ.\n"
    )
    assert periods(text) == ["30 chỉ tiêu 2021/2025", "102 nhiệm vụ 2021/2025"]


def test_a_plan_that_was_carried_out_dates_what_it_cost() -> None:
    text = "Thực hiện Đề án cứng hóa đường nông thôn, giai đoạn từ năm 2012-2015, kinh phí thực hiện trên 9,6 tỉ đồng."
    assert periods(text) == ["trên 9,6 tỉ đồng 2012/2015"]
