"""What holds for a class of words holds for each of them: names, times, plans and roles in wordings of one sort."""

from __future__ import annotations

import pytest
from tests.extract.told import paper, short

CASES = [
    # names with their words in another order, abbreviated, or with a head in brackets
    ("Năm 2023, tổng nguồn vốn đầu tư phát triển đạt 900 tỷ đồng.", "900 tỷ đồng | total_investment level actual 2023"),
    ("Năm 2023, tỷ lệ rừng che phủ là 42%.", "42% | forest_cover level actual 2023"),
    (
        "Năm 2023, tổng sản phẩm trên địa bàn tính trên đầu người đạt 70 triệu đồng.",
        "70 triệu đồng | grdp_per_capita level actual 2023",
    ),
    (
        "Năm 2023, giá trị sản xuất CN-TTCN đạt 900 tỷ đồng.",
        "900 tỷ đồng | industrial_output level actual 2023",
    ),
    # a general word whose topic is spoken of, but for that of the customs
    (
        "Tỉnh thu ngân sách vượt dự toán. Cả năm 2023 thu đạt 6.045 tỷ đồng.",
        "6.045 tỷ đồng | budget_revenue level actual 2023",
    ),
    (
        "Ngành thuế và hải quan họp. Năm 2023 thu 6.045 tỷ đồng.",
        "6.045 tỷ đồng | budget_revenue level actual 2023",
    ),
    (
        "Huyện xây dựng nông thôn mới. Năm 2023, có 12 xã đạt chuẩn.",
        "12 xã | new_rural_communes level actual 2023",
    ),
    # plans by what was given
    (
        "Năm 2023, giải ngân đạt 33% số vốn được phân bổ.",
        "33% số vốn được phân bổ | public_investment_disbursement share_of_plan actual 2023",
    ),
    (
        "Năm 2023, thu ngân sách đạt 100% nhiệm vụ được giao.",
        "100% nhiệm vụ được giao | budget_revenue share_of_plan actual 2023",
    ),
    # on an earlier month, not of it
    (
        "Tháng 5/2024, IIP bằng 101,3% tháng 4.",
        "101,3% | iip growth actual 2024-05",
    ),
    # the time of the year before, told without brackets
    (
        "Năm 2023, GRDP tăng 7%, cao hơn mức 6,5% của cùng kỳ.",
        "7% | grdp growth actual 2023",
        "6,5% | grdp growth actual 2022",
    ),
    (
        "Quý I/2024, giải ngân đạt 20%, trong khi cùng kỳ năm trước đạt 16,8%.",
        "20% | public_investment_disbursement share_of_plan actual 2024-Q1",
        "16,8% | public_investment_disbursement share_of_plan actual 2023-Q1",
    ),
    # a time without its year is of the year of its sentence
    (
        "Đầu năm 2023 huyện có 312 hộ nghèo, đến cuối năm còn 268 hộ.",
        "312 hộ nghèo | poor_households level actual at:2023-01",
        "268 hộ | poor_households level actual at:2023-12",
    ),
    # months gone by, now
    ("Sau 9 tháng, GRDP của tỉnh tăng 6,1%.", "6,1% | grdp growth actual 2024-01/2024-09"),
    ("Hiện tại có 67 xã đạt chuẩn nông thôn mới.", "67 xã | new_rural_communes level actual at:2024-10-18"),
    # years of a stage, and means of them
    (
        "Giai đoạn 2021 - 2023, tỉnh lo nhà ở. Qua 3 năm triển khai, tỉnh hỗ trợ 900 căn nhà.",
        "900 căn nhà | other:can_nha level actual 2021/2023",
    ),
    # efforts and plans are aims; what is left, and what a preliminary count told, is not
    ("Năm 2025, Cục Thuế nỗ lực thu nội địa đạt 900 tỷ đồng.", "900 tỷ đồng | domestic_revenue level target 2025"),
    ("Năm 2024, tỉnh lên kế hoạch đón 3 triệu lượt khách.", "3 triệu lượt khách | tourism_arrivals level target 2024"),
    ("Theo sơ bộ quý II/2024 IIP tăng 5%.", "5% | iip growth actual 2024-Q2"),
    ("Năm 2023, doanh thu du lịch ước khoảng 410 tỷ đồng.", "khoảng 410 tỷ đồng | tourism_revenue level estimate 2023"),
    # a year before the word province is no count of provinces
    ("Năm 2025 tỉnh dự kiến thu hút vốn FDI 500 triệu USD.", "500 triệu USD | fdi_registered level projection 2025"),
    # an average of criteria
    (
        "Năm 2023, các xã đạt 17,4 tiêu chí nông thôn mới.",
        "17,4 tiêu chí | other:tieu_chi level actual 2023",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_figures(case: tuple[str, ...]) -> None:
    text, *expected = case
    assert short(text) == expected


def test_small_items_go_on() -> None:
    text = "Phấn đấu năm 2025 GRDP tăng 8%\n- xuất khẩu đạt 9 tỷ USD\n- thu ngân sách đạt 900 tỷ đồng."
    assert [(one.role, one.period) for one in paper(text).figures] == [("target", "2025")] * 3


PLACES = [
    ("Sáng 6/4/2025, tại Hà Nội, Tổng cục Thống kê họp báo.\nQuý I/2025, GDP tăng 6,9%.", "cả nước"),
    ("Báo Bạc Liêu Online\nTôm được mùa\nNgày 11/11/2023, sở nông nghiệp báo cáo.\nSản lượng tôm 900 tấn.", "Bạc Liêu"),
]


def test_a_pair_beside_the_country() -> None:
    text = "Năm 2023, IIP của tỉnh tăng cao hơn mức bình quân chung cả nước (15,07% so với 9,64%)."
    figures = paper(f"Ngày 15/10/2024, UBND tỉnh Hà Nam họp.\n\n{text}").figures
    assert [(one.role, one.area) for one in figures] == [("actual", "Hà Nam"), ("benchmark", "cả nước")]


@pytest.mark.parametrize(("text", "area"), PLACES)
def test_a_place(text: str, area: str) -> None:
    assert {one.area for one in paper(text).figures} == {area}
