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
