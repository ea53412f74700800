"""Lists in official papers: aims in one line, districts that open items, shares of last year's, terms, routes."""

from __future__ import annotations

import pytest
from tests.extract.told import paper

REPORT = "Tình hình kinh tế - xã hội 9 tháng năm 2029 tỉnh Hà Nam\n\n"


def told(text: str) -> list[str]:
    """Quote, indicator, measure, role, period and area of each figure."""
    return [
        f"{one.quote} | {one.indicator} {one.value} {one.measure} {one.role} {one.period} {one.area}"
        for one in paper(text).figures
    ]


AIMS_IN_ONE_LINE = (
    "Huyện Lạc Sơn bước vào nhiệm kỳ mới\n"
    "CÁC CHỈ TIÊU CHỦ YẾU NHIỆM KỲ 2025-2030 I. Về kinh tế (9 chỉ tiêu) 1. Tốc độ tăng giá trị sản xuất bình quân "
    "hằng năm đạt 11%, trong đó: dịch vụ tăng 12%. 2. Thu nhập bình quân đầu người đến năm 2030: 75 triệu đồng. "
    "3. Tốc độ tăng dân số bình quân hằng năm dưới 1,1%.\n"
)


def test_a_list_of_aims_stands_in_the_line_of_its_title() -> None:
    roles = [(one.quote, one.role, one.period) for one in paper(AIMS_IN_ONE_LINE).figures]
    assert ("11%", "target", "2025/2030") in roles
    assert ("12%", "target", "2025/2030") in roles
    assert ("75 triệu đồng", "target", "by:2030-12") in roles
    assert ("dưới 1,1%", "target", "2025/2030") in roles


def test_a_party_sets_so_many_aims() -> None:
    said = paper(
        "Nhiệm kỳ 2025-2030, Đảng bộ xã Lạc Sỹ đề ra 15 chỉ tiêu cụ thể: Tốc độ tăng thu ngân sách bình quân hằng "
        "năm đạt 9%; bảo hiểm y tế đạt 97%."
    ).figures
    assert [(one.quote, one.role) for one in said] == [("15 chỉ tiêu", "actual"), ("9%", "target"), ("97%", "target")]


BESIDE_BEFORE = [
    (
        (
            "Đàn trâu có 30.000 con, bằng 97,5%; đàn bò 99.000 con, tăng 2%; đàn lợn 300.000 con, bằng 96,3% so với "
            "cùng kỳ năm trước."
        ),
        ["-2.5", "2", "-3.7"],
    ),
    (
        "Lúa mùa đạt 24.203 ha, tăng 3% so cùng kỳ. Trong đó, lúa lai 8.769 ha, bằng 94,3%.",
        ["3", "-5.7"],
    ),
    ("Sản lượng cá nuôi đạt 6.000 tấn, so với cùng kỳ năm trước bằng 98%.", ["-2"]),
]


@pytest.mark.parametrize(("text", "growths"), BESIDE_BEFORE)
def test_what_is_set_beside_the_same_months(text: str, growths: list[str]) -> None:
    said = [one for one in paper(REPORT + text).figures if one.unit == "percent"]
    assert [str(one.value) for one in said] == growths
    assert {one.measure for one in said} == {"growth"}


def test_how_far_a_plan_was_reached_stays_so() -> None:
    said = paper(
        REPORT + "Thu ngân sách đạt 500 tỷ đồng, tăng 10% so với cùng kỳ. Trong đó: thu nội địa 300 tỷ đồng, bằng 45%; "
        "thu xuất nhập khẩu 200 tỷ đồng, bằng 60% dự toán."
    ).figures
    assert [one.measure for one in said if one.unit == "percent"] == ["growth", "share_of_plan", "share_of_plan"]


def test_districts_open_the_items() -> None:
    lines = told(
        REPORT + "Thu ngân sách các huyện, thị xã như sau:\n- Kim Bảng: 351 tỷ đồng, đạt 80% dự toán\n"
        "- Bình Lục: 122 tỷ đồng\n- Thanh Liêm: 93 tỷ đồng, tăng 5%\n"
    )
    assert lines == [
        "351 tỷ đồng | budget_revenue 351000000000 level actual 2029-01/2029-09 Kim Bảng",
        "80% dự toán | budget_revenue 80 share_of_plan actual 2029-01/2029-09 Kim Bảng",
        "122 tỷ đồng | budget_revenue 122000000000 level actual 2029-01/2029-09 Bình Lục",
        "93 tỷ đồng | budget_revenue 93000000000 level actual 2029-01/2029-09 Thanh Liêm",
        "5% | budget_revenue 5 growth actual 2029-01/2029-09 Thanh Liêm",
    ]


def test_the_same_is_counted_in_districts() -> None:
    lines = told(
        REPORT + "Toàn tỉnh có 83 xã đạt chuẩn nông thôn mới, trong đó Kim Bảng: 20 xã; Thanh Liêm 15 xã; "
        "Bình Lục có 17 xã."
    )
    assert [line.split(" | ")[1].split()[0] for line in lines] == ["new_rural_communes"] * 4
    assert [line.rsplit("09 ", 1)[1] for line in lines] == ["Hà Nam", "Kim Bảng", "Thanh Liêm", "Bình Lục"]


def test_work_is_of_the_months_of_its_growth() -> None:
    said = paper(
        "Ngày 18/8/2029, Chi cục Hải quan Hòa Lạc họp sơ kết.\n\nTrong 7 tháng đầu năm 2029, Chi cục tiếp nhận "
        "6.206 hồ sơ.\n\nKết quả làm thủ tục: 92.005 tờ khai (bằng 97% cùng kỳ năm 2028). Làm thủ tục cho 2.189 lượt "
        "khách (bằng 29% cùng kỳ năm 2028)."
    ).figures
    assert {one.period for one in said} == {"2029-01/2029-07"}


def test_a_mean_of_a_term_is_of_the_term() -> None:
    said = paper(
        "Hòa Bình, ngày 21/8/2025\n\nĐảng bộ xã Mường Bi vừa tổ chức Đại hội lần thứ I, nhiệm kỳ 2025-2030.\n\n"
        "Nhiệm kỳ 2020-2025, xã đạt nhiều kết quả. Cụ thể, tỷ lệ hộ nghèo giảm bình quân 5,7%/năm."
    ).figures
    assert [(one.quote, one.role, one.period) for one in said] == [("5,7%/năm", "actual", "2020/2025")]


ROUTES = [
    (
        "Theo Bộ Xây dựng, tuyến đường bộ ven biển dài khoảng 2.063 km. Điểm đầu tại cửa khẩu A, tỉnh Lạng Sơn. Điểm "
        "cuối tại tỉnh Cà Mau. Bộ Xây dựng cho biết đã đưa vào khai thác 1.443 km."
    ),
    (
        "Bộ Xây dựng cho biết một số đoạn cao tốc được mở rộng như: Cầu Giẽ - Ninh Bình, Cao Bồ - Mai Sơn, Hòa Lạc - "
        "Hòa Bình, với 12.000 tỷ đồng."
    ),
]


@pytest.mark.parametrize("text", ROUTES)
def test_where_a_route_ends_is_no_place_of_a_paper(text: str) -> None:
    assert {one.area for one in paper(text).figures}.isdisjoint(("Lạng Sơn", "Cà Mau", "Ninh Bình", "Hòa Bình"))


def test_a_province_beside_a_route_is_one() -> None:
    said = paper("UBND tỉnh Ninh Bình cho biết năm 2029 đã đầu tư 900 tỷ đồng cho các tuyến đường huyện.").figures
    assert [one.area for one in said] == ["Ninh Bình"]


ANSWERED = [
    (
        "Chủ tịch UBND tỉnh giao các sở, ngành theo nhiệm vụ được giao, giải trình những nội dung khác nhau.",
        ("các sở, ngành", "giải trình những nội dung khác nhau"),
    ),
    (
        "Chủ tịch UBND tỉnh yêu cầu Sở Tài chính phân khai nguồn vốn trong tháng 5.",
        ("Sở Tài chính", "phân khai nguồn vốn trong tháng 5"),
    ),
    (
        "Chủ tịch UBND huyện giao UBND xã cưỡng chế các hộ vi phạm.",
        ("UBND xã", "cưỡng chế các hộ vi phạm"),
    ),
]


@pytest.mark.parametrize(("text", "task"), ANSWERED)
def test_verbs_of_offices_begin_a_task(text: str, task: tuple[str, str]) -> None:
    assert [(one.recipient, one.quote) for one in paper(text).directives] == [task]


def test_what_is_sold_up_to_a_month_is_of_its_months() -> None:
    said = paper(
        "Xuất khẩu thủy sản năm 2029\nLũy kế đến hết tháng 10, XK cá tra đạt trên 1,2 tỷ USD, giảm gần 26% so với cùng "
        "kỳ. Theo cơ quan hải quan (cập nhật hết tháng 9), gỗ xuất sang Nhật Bản đạt 3,5 tỷ USD; sang thị trường Mỹ "
        "đạt 7,4 tỷ USD."
    ).figures
    months = ["2029-01/2029-10"] * 2 + ["2029-01/2029-09"] * 2
    assert [one.period for one in said] == months


def test_what_is_there_at_the_end_of_a_month_stays_so() -> None:
    said = paper(REPORT + "Đến hết tháng 9/2029, toàn tỉnh có 1.600 dự án.").figures
    assert [one.period for one in said] == ["at:2029-09"]


def test_a_plan_behind_its_share() -> None:
    said = paper(
        REPORT + "Thu ngân sách được 97.402 tỷ đồng, đạt 84,7% dự toán pháp lệnh 115.000 tỷ đồng, đạt 80,5% chỉ tiêu "
        "phấn đấu 121.000 tỷ đồng, tăng 9% so với cùng kỳ."
    ).figures
    assert [(one.indicator, one.role, one.measure) for one in said] == [
        ("budget_revenue", "actual", "level"),
        ("budget_revenue", "actual", "share_of_plan"),
        ("budget_revenue", "target", "level"),
        ("budget_revenue", "actual", "share_of_plan"),
        ("budget_revenue", "target", "level"),
        ("budget_revenue", "actual", "growth"),
    ]


def test_runs_of_vehicles_are_no_people() -> None:
    said = paper(REPORT + "Làm thủ tục cho 312 lượt chuyến bay, 59.013 lượt ô tô và 41.600 lượt người.").figures
    assert [one.unit for one in said] == ["count", "count", "person"]


def test_the_number_of_a_committee_counts_nothing() -> None:
    said = paper("Theo Ban Chỉ đạo 389 quốc gia, 9 tháng đầu năm 2029 cả nước xử lý 138.374 vụ việc.").figures
    assert [one.quote for one in said] == ["138.374 vụ việc"]


def test_what_a_sector_adds_is_no_growth_in_a_list_of_growths() -> None:
    said = paper(
        "GDP quý I/2029 tăng 5,1%. Trong đó, nông nghiệp tăng 2,4%, đóng góp 5,7% vào mức tăng chung; công nghiệp và "
        "xây dựng tăng 6,3%, đóng góp 51,1%; dịch vụ tăng 4,6%, đóng góp 43,2%."
    ).figures
    assert [one.measure for one in said] == ["growth", "growth", "level", "growth", "level", "growth", "level"]


STAMPS = [
    ("05/06/2029 16:38 Số lượt xem: 409", "2029-06-05"),
    ("Lượt xem: 22 | 19/04/2029", "2029-04-19"),
    ("Số: 409, 05/06/2029", None),
]


@pytest.mark.parametrize(("line", "day"), STAMPS)
def test_a_page_tells_its_day_beside_how_often_it_was_read(line: str, day: str | None) -> None:
    read = paper(f"Tình hình kinh tế - xã hội tháng 5 năm 2029\n\n{line}\n\nTrong tháng, trồng được 20 ha rừng.\n")
    assert read.document.head.published == day


def test_a_council_that_passes_a_plan_sets_aims() -> None:
    said = paper(
        "Hội nghị Huyện ủy A Lưới\n\nNgày 4/3/2021, hội nghị đã thảo luận và thông qua Nghị quyết về nhiệm vụ phát "
        "triển kinh tế - xã hội 5 năm 2021 - 2025 của huyện A Lưới. Trong đó, nông nghiệp chiếm 45%, dịch vụ chiếm 35%."
    ).figures
    assert {one.role for one in said} == {"target"}


def test_the_day_of_a_paper_behind_a_comma_is_no_event() -> None:
    read = paper("Xã Sơn Lang\nSố thôn đạt chuẩn (theo Chỉ thị 12-CT/TU, ngày 13/2/2028 của Tỉnh ủy): 04/09 thôn.")
    assert read.document.head.event_date is None
