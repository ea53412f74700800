"""Decisions on a whole story or list, on which all its figures hang: its place, its time, whether it sets aims."""

from __future__ import annotations

import pytest
from tests.extract.told import paper, short

PLACES = [
    # the paper that published it, a station of a town
    ("Báo Bà Rịa - Vũng Tàu\nThu ngân sách nửa năm\n\nChiều 3/7/2023, Cục Thống kê tỉnh họp báo.", "Bà Rịa - Vũng Tàu"),
    ("Đài Truyền thanh - Truyền hình Sông Cầu\n\nThu hơn 100 tỷ\n\nSáng 3/7/2023, UBND thị xã họp.", "Sông Cầu"),
    # papers of the nation are named after no place
    ("Báo Nhân Dân\nThu ngân sách nửa năm\n\nChiều 3/7/2023, Cục Thống kê tỉnh họp báo.", None),
    ("Báo Lao Động\nThu ngân sách nửa năm\n\nChiều 3/7/2023, Cục Thống kê tỉnh họp báo.", None),
    # the province that a title only describes
    (
        (
            "Một tỉnh ở Tây Nguyên đặt mục tiêu tăng 8%\n\nNgày 3/7/2023, tỉnh này cho biết kết quả. "
            "Theo Sở Tài chính tỉnh Gia Lai, GRDP nửa năm tăng 5,2%, thứ ba vùng Tây Nguyên."
        ),
        "Gia Lai",
    ),
    ("Các tỉnh Tây Nguyên trồng thêm rừng\n\nNgày 3/7/2023, các tỉnh họp bàn trồng rừng.", "Tây Nguyên"),
    # what it is called
    ("Đất Cảng vươn ra biển lớn\n\nNăm 2023, GRDP của thành phố tăng 10,3%.", "Hải Phòng"),
    ("Xứ Thanh và xứ Nghệ bắt tay\n\nNăm 2023, hai tỉnh ký 12 thỏa thuận.", None),
    # communes lie in no country as a whole
    ("Chỉ tiêu năm tới\n\nGDP bình quân đạt 30 triệu đồng. Xây dựng xong đường ở xã Minh Tân.", "Minh Tân"),
]


@pytest.mark.parametrize(("text", "area"), PLACES, ids=[text[:40] for text, _ in PLACES])
def test_the_place_of_a_story(text: str, area: str | None) -> None:
    assert paper(text).document.head.area == area


CONGRESS = (
    "Bế mạc Đại hội Đảng bộ huyện Phú Bình\n\n"
    "Sáng 12/8, Đại hội đại biểu Đảng bộ huyện lần thứ 25 bế mạc, thông qua Nghị quyết với 18 chỉ tiêu.\n\n"
    "Trong đó, phấn đấu thu nhập bình quân đạt 60 triệu đồng; mỗi năm tạo việc làm cho 1.500 lao động. "
    "Phấn đấu đến năm 2025, 80% số xã đạt chuẩn nông thôn mới."
)


def test_a_congress_is_dated_by_its_aims() -> None:
    made = paper(CONGRESS)
    assert made.document.head.event_date == "2020-08-12"
    assert {one.quote: one.period for one in made.figures}["60 triệu đồng"] == "2020/2025"


YEARS = [
    ("Chiều 6/6, Thủ tướng làm việc với tỉnh. Năm 2019, GRDP tăng 16,2%; dự kiến năm 2020 tăng 10%.", "2020-06-06"),
    ("Chiều 6/6, tỉnh họp. Năm 2019, GRDP tăng 16,2%.", None),
    ("Chiều 6/12, tỉnh họp. Năm 2019, GRDP ước tăng 16,2%; năm 2020 phấn đấu tăng 10%.", "2019-12-06"),
]


@pytest.mark.parametrize(("text", "day"), YEARS)
def test_the_year_of_a_day(text: str, day: str | None) -> None:
    assert paper(f"Tin trong tỉnh Bắc Giang\n\n{text}").document.head.event_date == day


MONTHS_FIRST = [
    (
        (
            "Kinh tế tăng trưởng khá\n\n(TB) - Theo Sở Công Thương Hà Nam, 6 tháng đầu năm 2019, kinh tế tăng.\n\n"
            "Cụ thể, giá trị sản xuất công nghiệp ước đạt 31.500 tỷ đồng."
        ),
        "2019-H1",
    ),
    (
        (
            "Kinh tế thành phố Phủ Lý\n\nTrong 09 tháng, thành phố đã tập trung thực hiện các nhiệm vụ năm 2019.\n\n"
            "Thu ngân sách ước đạt 1.536 tỷ đồng, tăng 32% so với cùng kỳ năm 2018."
        ),
        "2019-01/2019-09",
    ),
]


@pytest.mark.parametrize(("text", "period"), MONTHS_FIRST)
def test_months_that_open_a_story_are_its_time(text: str, period: str) -> None:
    assert paper(text).figures[0].period == period


ROLES = [
    # parts of an estimate say themselves what they are
    (
        "Thu ngân sách năm 2024 ước đạt 41 tỷ đồng. Trong đó, thu nội địa thực hiện 21 tỷ đồng, đạt 53% dự toán.",
        ["estimate", "actual", "actual"],
    ),
    # what was done in years that go on
    ("Giai đoạn 2021-2026, tỉnh đã hỗ trợ 1.200 hộ.", ["actual"]),
    ("Giai đoạn 2021-2026, tỉnh hỗ trợ 1.200 hộ.", ["target"]),
]


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_roles(text: str, roles: list[str]) -> None:
    head = "Ngày 18/10/2024, UBND tỉnh Hòa Bình họp báo.\n\n"
    assert [one.role for one in paper(head + text).figures] == roles


LISTS = [
    (
        "3.1.2. Các chỉ tiêu chủ yếu\nVề kinh tế\n- GRDP tăng 9%.\n12\n- Tổng vốn đầu tư 1.500 tỷ đồng.\nVề xã hội\n"
        "- Xây 6 trường đạt chuẩn quốc gia."
    ),
    "II. Các chỉ tiêu kinh tế - xã hội chủ yếu năm 2031\n\n1. GRDP tăng từ 8,5% trở lên.\n\n2. Thu ngân sách 900 tỷ.",
]


@pytest.mark.parametrize("text", LISTS)
def test_what_stands_under_a_title_of_aims_is_aimed_at(text: str) -> None:
    assert {one.role for one in paper(text).figures} == {"target"}


PLAN = """ỦY BAN NHÂN DÂN
TỈNH HÀ NAM
Số: 179/KH-UBND
Hà Nam, ngày 18 tháng 11 năm 2024

KẾ HOẠCH
Phát triển kinh tế số trên địa bàn tỉnh Hà Nam giai đoạn 2026 - 2030

1. Kinh tế số đến năm 2030 (16 mục tiêu)

a) Mục tiêu chung (6 mục tiêu)

(1) Tỷ trọng kinh tế số đạt tối thiểu 30% GRDP;
"""


def test_a_heading_that_counts_its_items_still_dates_them() -> None:
    assert {one.quote: one.period for one in paper(PLAN).figures}["tối thiểu 30%"] == "by:2030-12"


def test_a_season_of_crops_is_of_its_year() -> None:
    text = (
        "BÁO CÁO Tình hình kinh tế - xã hội tháng 10 và 10 tháng năm 2031 1. Trồng trọt Lúa hè thu được 34.153 ha,"
        " giảm 0,3% (114 ha) so với cùng vụ năm trước. Thu ngân sách đạt 900 tỷ đồng."
    )
    told = [(one.quote, one.measure, str(one.value), one.period) for one in paper(text).figures]
    assert told == [
        ("34.153 ha", "level", "34153", "2031"),
        ("0,3%", "growth", "-0.3", "2031"),
        ("114 ha", "change", "-114", "2031"),
        ("900 tỷ đồng", "level", "900000000000", "2031-01/2031-10"),
    ]


WORDINGS = [
    (
        "Tỉnh miền núi đứng thứ 36 cả nước về diện tích, thứ 12 về dân số.",
        ["thứ 36 | area_size", "thứ 12 | population"],
    ),
    ("Năm 2023, thu ngân sách tăng từ 5% trở lên so với kế hoạch.", ["từ 5% trở lên so với kế hoạch | budget_revenue"]),
    ("Năm 2023, GRDP xếp thứ 4/13 vùng và 26/63 cả nước.", ["thứ 4/13 | grdp", "26/63 | grdp"]),
    ("Năm 2023, Cục Hải quan tỉnh thu được 900 tỷ đồng.", ["900 tỷ đồng | budget_revenue"]),
    ("Năm 2023, doanh thu xã hội từ du lịch đạt 3.000 tỷ đồng.", ["3.000 tỷ đồng | tourism_revenue"]),
]


@pytest.mark.parametrize(("text", "told"), WORDINGS)
def test_wordings(text: str, told: list[str]) -> None:
    assert [" ".join(one.split(" ")[: one.split(" ").index("|") + 2]) for one in short(text)] == told


def test_what_a_paper_calls_again_and_again_is_no_count() -> None:
    text = (
        "Tiến độ của 02 công trình chậm. " * 2 + "Kiểm tra 02 công trình. Bộ lo vốn cho 02 công trình. Có 05 nhà thầu."
    )
    assert [one.quote for one in paper(text).figures] == ["05 nhà thầu"]


def test_who_speaks_at_a_meeting_gives_no_order() -> None:
    text = "Đồng chí Lê Văn Tám - Phó Bí thư Tỉnh ủy dự và chỉ đạo đại hội; tham dự có 177 đại biểu."
    assert paper(text).directives == ()
