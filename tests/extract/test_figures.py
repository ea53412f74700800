"""Figures: what a quantity is said of, how, with which role, when and where, sentence by sentence."""

from __future__ import annotations

import pytest

from camket import extract
from camket.model.document import Document
from camket.model.fact import Figure

NEWS = "Ngày 12/12/2024, UBND tỉnh Hà Nam họp phiên thường kỳ tháng 12.\n\n"
PLAN = """ỦY BAN NHÂN DÂN
TỈNH HÀ NAM
Số: 15/KH-UBND
Hà Nam, ngày 10 tháng 01 năm 2022

KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2022

"""


def figures(text: str, before: str = NEWS) -> tuple[Figure, ...]:
    found = extract(Document(id="paper", text=before + text, sha256="", text_sha256="")).figures
    return tuple(one for one in found if one.start >= len(before))


def short(one: Figure) -> str:
    """A figure in one line: quantity, indicator, measure, role, period."""
    return f"{one.quote} | {one.indicator} {one.measure} {one.role} {one.period}"


LINKS = [
    # the name before the quantity
    ("GRDP năm 2024 tăng 9,5%.", ["9,5% | grdp growth actual 2024"]),
    ("Tổng thu ngân sách năm 2024 đạt 12.500 tỷ đồng.", ["12.500 tỷ đồng | budget_revenue level actual 2024"]),
    ("Tỷ lệ hộ nghèo năm 2023 còn 1,2%.", ["1,2% | poverty_rate level actual 2023"]),
    ("GRDP bình quân đầu người năm 2024 đạt 110 triệu đồng.", ["110 triệu đồng | grdp_per_capita level actual 2024"]),
    # the nearest name, not the first
    (
        "Năm 2023, GRDP tăng 7,8%, kim ngạch xuất khẩu đạt 4,2 tỷ USD.",
        ["7,8% | grdp growth actual 2023", "4,2 tỷ USD | exports level actual 2023"],
    ),
    # a chain goes on about the same
    (
        "Năm 2024, thu ngân sách đạt 12.500 tỷ đồng, bằng 104,2% dự toán, tăng 8,1% so với năm 2023.",
        [
            "12.500 tỷ đồng | budget_revenue level actual 2024",
            "104,2% dự toán | budget_revenue share_of_plan actual 2024",
            "8,1% | budget_revenue growth actual 2024",
        ],
    ),
    (
        "Chỉ số PCI năm 2022 đạt 65,5 điểm, xếp thứ 31/63 tỉnh, thành phố.",
        ["65,5 điểm | pci level actual 2022", "thứ 31/63 | pci rank actual 2022"],
    ),
    # the name after a rank
    ("Năm 2023, tỉnh đứng thứ 8/63 về thu hút FDI.", ["thứ 8/63 | fdi_registered rank actual 2023"]),
    # growth alone is the economy's
    ("Năm 2021, tỉnh đạt mức tăng trưởng 6,2%.", ["6,2% | grdp growth actual 2021"]),
    # a part of a whole is no figure of the whole
    (
        "Năm 2023, thu nội địa chiếm 81% tổng thu ngân sách.",
        ["81% | other:thu_noi_dia level actual 2023"],
    ),
    # a sector grows by its value added, not by its share
    (
        "Năm 2024, khu vực dịch vụ tăng 7,2%, tỷ trọng dịch vụ chiếm 31%.",
        ["7,2% | other:grdp_services growth actual 2024", "31% | gdp_share_services level actual 2024"],
    ),
    # a general word takes its topic from what is spoken of, also behind a verb
    (
        "Năm 2024, tỉnh đón 2 triệu lượt khách, mang về tổng thu 1.500 tỷ đồng, doanh thu tăng 12%.",
        [
            "2 triệu lượt khách | tourism_arrivals level actual 2024",
            "1.500 tỷ đồng | tourism_revenue level actual 2024",
            "12% | tourism_revenue growth actual 2024",
        ],
    ),
    (  # a name that tells more than the noun that is counted
        "Năm 2024, khách quốc tế đến tỉnh đạt 235 nghìn lượt khách, giảm 7,8%.",
        [
            "235 nghìn lượt khách | other:international_tourism_arrivals level actual 2024",
            "7,8% | other:international_tourism_arrivals growth actual 2024",
        ],
    ),
    (
        "Năm 2024, có 635 doanh nghiệp đăng ký quay trở lại hoạt động.",
        ["635 doanh nghiệp | other:enterprises_returned level actual 2024"],
    ),
    (  # a plan that is passed, a share that moves, in brackets
        "Năm 2024, tỉnh được giao chỉ tiêu thu ngân sách 4.500 tỷ đồng, đã thu 5.619 tỷ đồng (vượt 25%).",
        [
            "4.500 tỷ đồng | budget_revenue level target 2024",
            "5.619 tỷ đồng | budget_revenue level actual 2024",
            "vượt 25% | budget_revenue share_of_plan actual 2024",
        ],
    ),
    (
        "Năm 2024, nông nghiệp chiếm 19% (giảm 1,8%) trong cơ cấu kinh tế.",
        ["19% | gdp_share_agriculture level actual 2024", "1,8% | gdp_share_agriculture change actual 2024"],
    ),
    (  # a part of the people is not the people
        "Năm 2024, dân số đô thị đạt 679.000 người.",
        ["679.000 người | other:dan_so_do_thi level actual 2024"],
    ),
    ("Năm 2024, tỉnh thu về 900 tỷ đồng từ ngành du lịch.", ["900 tỷ đồng | tourism_revenue level actual 2024"]),
    (
        "Năm 2024, có 20 dự án đầu tư trong nước với tổng số vốn đăng ký 3.000 tỷ đồng.",
        [
            "20 dự án đầu tư | other:domestic_investment_projects level actual 2024",
            "3.000 tỷ đồng | domestic_investment_registered level actual 2024",
        ],
    ),
    # the same sum in the other money
    (
        "Quy mô GRDP năm 2024 đạt 120.000 tỷ đồng, khoảng 4,8 tỷ USD.",
        ["120.000 tỷ đồng | grdp level actual 2024", "khoảng 4,8 tỷ USD | grdp level actual 2024"],
    ),
    # communes are counted, not the criteria that they meet
    (
        "Năm 2024, có 6 xã đạt 19/19 tiêu chí, 11 xã đạt 15-18 tiêu chí.",
        ["6 xã | new_rural_communes level actual 2024", "11 xã | other:xa level actual 2024"],
    ),
    # trade told nation by nation is the province's own
    (
        "Năm 2024, xuất khẩu sang Hoa Kỳ đạt 900 triệu USD; kế tiếp là Nhật Bản 600 triệu USD, tăng 6,5%.",
        [
            "900 triệu USD | other:exports_hoa_ky level actual 2024",
            "600 triệu USD | other:exports_nhat_ban level actual 2024",
            "6,5% | other:exports_nhat_ban growth actual 2024",
        ],
    ),
    # a clause without figures says what the next is of
    (
        "Thu ngân sách liên tục vượt dự toán; lũy kế giai đoạn 2021-2023 đạt 41.000 tỷ đồng.",
        ["41.000 tỷ đồng | budget_revenue level actual 2021/2023"],
    ),
    # a place in the order right after is of the same
    (
        "Năm 2024, chỉ số sản xuất công nghiệp tăng 14,6%, đứng đầu cả nước, năng lượng tái tạo phát triển mạnh.",
        ["14,6% | iip growth actual 2024", "đứng đầu | iip rank actual 2024"],
    ),
    # what the provincial level has is not what is collected in the area
    (
        "Năm 2024, tổng thu ngân sách cấp tỉnh là 8.000 tỷ đồng.",
        ["8.000 tỷ đồng | other:provincial_budget_revenue level actual 2024"],
    ),
    # a sector by ownership is no registered capital, and what it exports is not what the area does
    (
        "Năm 2024, khu vực có vốn đầu tư nước ngoài xuất khẩu đạt 3 tỷ USD, khu vực ngoài nhà nước chiếm 40%.",
        [
            "3 tỷ USD | other:von_dau_tu_nuoc_ngoai_xuat_khau level actual 2024",
            "40% | other:investment_by_sector level actual 2024",
        ],
    ),
    # a percent names what stands before it, not the next item of the list
    (
        "Năm 2024, khai khoáng giảm 4,1%, thu ngân sách tăng 6%.",
        ["4,1% | other:khai_khoang growth actual 2024", "6% | budget_revenue growth actual 2024"],
    ),
    # parts with a name are no figures of the whole
    (
        "Năm 2024, IIP tăng 9,1%, trong đó sản xuất điện tăng 6%, khai khoáng giảm 4%.",
        [
            "9,1% | iip growth actual 2024",
            "6% | other:san_xuat_dien growth actual 2024",
            "4% | other:khai_khoang growth actual 2024",
        ],
    ),
    # the whole of a share is not what grows behind it
    (
        "Năm 2024, tổng đầu tư toàn xã hội đạt 95.000 tỷ đồng, chiếm 38% GRDP, tăng 11%.",
        [
            "95.000 tỷ đồng | total_investment level actual 2024",
            "38% | other:tong_dau_tu_toan_xa_hoi level actual 2024",
            "11% | total_investment growth actual 2024",
        ],
    ),
    # a place alone says what the clause before said
    (
        "Năm 2024, thu ngân sách của huyện Kim Bảng đạt 500 tỷ đồng; huyện Bình Lục đạt 700 tỷ đồng.",
        ["500 tỷ đồng | budget_revenue level actual 2024", "700 tỷ đồng | budget_revenue level actual 2024"],
    ),
    # a thing has one name in every year
    ("Năng suất bình quân năm 2024 đạt 70 tạ/ha.", ["70 tạ/ha | other:nang_suat_binh_quan level actual 2024"]),
    # what moves a rate are points, also where the verb stands before its name
    ("Năm 2024, tỷ lệ hộ nghèo giảm 0,5%.", ["0,5% | poverty_rate change actual 2024"]),
    ("Phấn đấu năm 2025 giảm tỷ lệ hộ nghèo 0,5%.", ["0,5% | poverty_rate change target 2025"]),
    ("Phấn đấu năm 2025 giảm tỷ lệ hộ nghèo xuống dưới 1%.", ["dưới 1% | poverty_rate level target 2025"]),
    # `số` before a number is an ordinal only of papers and roads
    ("Năm 2024, dân số trên 61.000 người.", ["trên 61.000 người | population level actual 2024"]),
    # what is over the plan is told as a share of it
    (
        "Năm 2024, thu ngân sách vượt dự toán năm 12%.",
        ["vượt dự toán năm 12% | budget_revenue share_of_plan actual 2024"],
    ),
    (
        "Năm 2024, giải ngân vốn đầu tư công đạt 71%.",
        ["71% | public_investment_disbursement share_of_plan actual 2024"],
    ),
    # of an earlier time, or of others
    ("Năm 2024, tổng thu ngân sách gấp 1,4 lần cùng kỳ.", ["gấp 1,4 lần | budget_revenue growth actual 2024"]),
    # the verb before the number says which
    ("Năm 2024, thành lập mới 600 doanh nghiệp.", ["600 doanh nghiệp | new_enterprises level actual 2024"]),
    # steps of a rank
    (
        "Chỉ số PCI 2022 đứng thứ 12 cả nước, tụt 4 bậc so với năm 2021.",
        ["thứ 12 | pci rank actual 2022", "4 bậc | pci change actual 2022"],
    ),
    # a change in points, down and up
    ("Năm 2023, tỷ lệ hộ nghèo giảm 0,45 điểm phần trăm.", ["0,45 điểm phần trăm | poverty_rate change actual 2023"]),
]


@pytest.mark.parametrize(("text", "expected"), LINKS)
def test_what_a_quantity_is_said_of(text: str, expected: list[str]) -> None:
    assert [short(one) for one in figures(text)] == expected


ROLES = [
    ("GRDP năm 2024 ước tăng 9,5%.", "estimate"),
    ("Ước thực hiện năm 2024, thu ngân sách đạt 12.500 tỷ đồng.", "estimate"),
    ("Tỉnh phấn đấu năm 2025 GRDP tăng 10,5% trở lên.", "target"),
    ("Mục tiêu năm 2025: GRDP tăng 10,5%.", "target"),
    ("Dự báo năm 2025 GRDP tăng khoảng 10%.", "projection"),
    ("Theo kịch bản cao, GRDP năm 2025 tăng trên 10%.", "scenario"),
    ("GRDP năm 2023 đạt 9,4%.", "actual"),
    # words of a plan behind a parenthesis rule the number after them
    ("Tỷ lệ đô thị hóa năm 2024 đạt 44,5% (kế hoạch 46%).", "actual target"),
    ("GRDP năm 2024 tăng 6,1%, không đạt mục tiêu 8,0% đề ra.", "actual target"),
    ("GRDP năm 2024 ước đạt 6,92%, cao hơn kế hoạch năm (6,5%).", "estimate target"),
    ("GRDP năm 2024 không đạt 8,5% như kế hoạch mà chỉ đạt 7,01%.", "target actual"),
    # an estimate goes on about its subject, through what is next; the parts that news tell as reached are
    ("Xuất khẩu năm 2024 ước đạt 3,1 tỷ USD, chiếm 9% cả vùng và tăng 4,2%.", "estimate estimate estimate"),
    (
        "Xuất khẩu năm 2024 sang Nhật Bản ước đạt 2 tỷ USD; kế tiếp là Pháp 0,9 tỷ USD, chiếm 13% và tăng 6%.",
        "estimate estimate estimate estimate",
    ),
    (
        "Năm 2024, sản lượng thủy sản ước đạt 3,4 triệu tấn. Trong đó, tôm đạt 1,1 triệu tấn, cá đạt 2,3 triệu tấn.",
        "estimate actual actual",
    ),
    # but not to parts of another time, nor on from a result
    (
        "Năm 2024, sản lượng thủy sản ước đạt 3,4 triệu tấn. Trong đó, 9 tháng tôm đạt 1,1 triệu tấn.",
        "estimate actual",
    ),
    (
        "Tháng 9/2024, xuất khẩu ước đạt 0,3 tỷ USD, lũy kế 9 tháng đạt 2,6 tỷ USD, tăng 4%.",
        "estimate actual actual",
    ),
    # what is compared with a plan is no plan; nor is how much of it was handed out
    ("So với kế hoạch Thủ tướng Chính phủ giao, có 8 bộ đạt tỷ lệ giải ngân cao.", "actual"),
    ("Năm 2024, tỉnh đã phân bổ 867 tỷ đồng, đạt 95% kế hoạch vốn.", "target actual"),
    ("Năm 2024, số doanh nghiệp giải thể lên tới 213 doanh nghiệp.", "actual"),
    ("Trong đó 44 tỷ đồng mới được Chính phủ giao bổ sung.", "target"),
    # the noun of a plan in an aside that explains a name sets none
    ("GRDP (chỉ tiêu phản ánh quy mô kinh tế) năm 2024 tăng 6,1%.", "actual"),
    # what work was done for is reached, and the list goes on
    ("Huyện đã xây 9 trạm điện, bảo đảm 100% số xã có điện; sửa chữa 48 nhà văn hóa.", "actual actual actual"),
    ("Bảo đảm 100% số xã có điện.", "target"),
    # what the country or others have is there for comparison
    ("Mức tăng trưởng của cả nước năm 2024 đạt khoảng 6%; Hà Nội tăng 6,5%.", "benchmark benchmark"),
    # a year to come can only be aimed at
    ("GRDP năm 2026 tăng 11%.", "target"),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_roles(text: str, role: str) -> None:
    assert [one.role for one in figures(text)] == role.split()


PERIODS = [
    ("Quý III/2024, GRDP tăng 9,1%.", "2024-Q3", True),
    ("6 tháng đầu năm 2024, GRDP tăng 8,8%.", "2024-H1", True),
    ("9 tháng đầu năm 2024, thu ngân sách đạt 9.800 tỷ đồng.", "2024-01/2024-09", True),
    ("Tháng 11/2024, chỉ số sản xuất công nghiệp tăng 12%.", "2024-11", True),
    ("Giai đoạn 2021-2025, GRDP tăng bình quân 9,3%/năm.", "2021/2025", True),
    ("Phấn đấu đến năm 2030 GRDP bình quân đầu người đạt 9.000 USD.", "by:2030-12", True),
    ("Phấn đấu đến hết năm 2025 tỷ lệ hộ nghèo còn dưới 1%.", "by:2025-12", True),
    ("Đến ngày 30/11/2024, giải ngân vốn đầu tư công đạt 71,5%.", "at:2024-11-30", True),
]


@pytest.mark.parametrize(("text", "period", "stated"), PERIODS)
def test_periods(text: str, period: str, *, stated: bool) -> None:
    assert [(one.period, one.period_stated) for one in figures(text)] == [(period, stated)]


def test_the_time_of_a_sentence_is_handed_on_in_its_paragraph() -> None:
    found = figures("Năm 2023, GRDP tăng 9,4%. Thu ngân sách đạt 13.000 tỷ đồng.")
    assert [(one.period, one.period_stated) for one in found] == [("2023", True), ("2023", False)]


def test_a_base_of_comparison_is_not_the_time_of_the_figure() -> None:
    (figure,) = figures("Kim ngạch xuất khẩu năm 2024 tăng 12% so với năm 2023.")
    assert (figure.period, figure.base_period, figure.measure) == ("2024", "2023", "growth")


def test_a_parenthesis_gives_the_value_of_the_time_compared_with() -> None:
    now, then = figures("Kim ngạch xuất khẩu năm 2024 đạt 5,2 tỷ USD, cao hơn xuất khẩu năm 2023 (4,6 tỷ USD).")
    assert (now.period, then.period) == ("2024", "2023")


def test_a_parenthesis_gives_the_value_of_the_same_months_a_year_before() -> None:
    found = figures("9 tháng đầu năm 2024, IIP tăng 11,2% (cùng kỳ tăng 8,3%).")
    assert [one.period for one in found] == ["2024-01/2024-09", "2023-01/2023-09"]


def test_what_is_compared_with_the_same_months_is_of_the_year_before() -> None:
    found = figures("Quý I/2024, tỉnh giải ngân đạt 9,8% kế hoạch, thấp hơn cùng kỳ (12,4%).")
    assert [one.period for one in found] == ["2024-Q1", "2023-Q1"]


def test_after_a_month_a_report_falls_back_to_its_own_time() -> None:
    report = "BÁO CÁO\nTình hình kinh tế - xã hội 9 tháng năm 2024\n\n"
    found = figures("Tháng 9/2024, IIP tăng 4,5%. Thu ngân sách đạt 9.800 tỷ đồng.", report)
    assert [one.period for one in found] == ["2024-09", "2024-01/2024-09"]


def test_from_and_to_have_a_time_each() -> None:
    found = figures("Tỷ lệ đô thị hóa tăng từ 30% năm 2020 lên 38% năm 2024.")
    assert [(one.quote, one.period) for one in found] == [("30%", "2020"), ("38%", "2024")]


AREAS = [
    ("GRDP năm 2024 tăng 9,5%.", "Hà Nam"),
    ("GRDP năm 2024 của tỉnh Nam Định tăng 9,5%.", "Nam Định"),
    ("Năm 2024, GDP cả nước tăng 7,09%.", "cả nước"),
    ("Năm 2024, tỷ lệ hộ nghèo của xã Thanh Sơn còn 4%.", "Thanh Sơn"),
    ("Năm 2024, cả nước tăng trưởng 7,09%.", "cả nước"),
    ("Riêng huyện Bình Lục, năm 2024 thu ngân sách đạt 520 tỷ đồng.", "Bình Lục"),
]


@pytest.mark.parametrize(("text", "area"), AREAS)
def test_areas(text: str, area: str) -> None:
    assert [one.area for one in figures(text)] == [area]


COMPARATORS = [
    ("Phấn đấu năm 2025 GRDP tăng trên 10%.", "gt", "trên 10%"),
    ("Phấn đấu năm 2025 GRDP tăng 10% trở lên.", "ge", "10% trở lên"),
    ("Phấn đấu năm 2025 tỷ lệ hộ nghèo dưới 1%.", "lt", "dưới 1%"),
    ("Phấn đấu năm 2025 tỷ lệ hộ nghèo không quá 1%.", "le", "không quá 1%"),
    ("Năm 2024 GRDP tăng khoảng 9%.", "approx", "khoảng 9%"),
    ("Mật độ dân số năm 2024 là 1.030 người/km2.", "eq", "1.030 người/km2"),
]


@pytest.mark.parametrize(("text", "comparator", "quote"), COMPARATORS)
def test_comparators_are_part_of_the_quote(text: str, comparator: str, quote: str) -> None:
    assert [(one.comparator, one.quote) for one in figures(text)] == [(comparator, quote)]


NO_FIGURES = [
    "Hội nghị lần thứ 15 khai mạc ngày 12/12/2024.",
    "Căn cứ Điều 5 Nghị quyết số 57-NQ/TW.",
    "Tuyến Quốc lộ 38 và Quốc lộ 21B được nâng cấp.",
    "Đại biểu HĐND tỉnh khóa 19 dự họp.",
    "Đối với 4 chỉ tiêu đạt thấp, cần có giải pháp.",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_numbers_that_only_name_things_are_no_figures(text: str) -> None:
    assert figures(text) == ()


SECTIONS = [
    ("II. MỤC TIÊU NĂM 2022\n1. Về kinh tế\n- Tốc độ tăng GRDP: 8,5%.", "target", "2022"),
    ("I. KẾT QUẢ NĂM 2021\n1. Về kinh tế\n- Tốc độ tăng GRDP: 6,9%.", "actual", "2021"),
    ("III. KIẾN NGHỊ\n1. Đề nghị Chính phủ bổ sung 500 tỷ đồng xây kè sông.", "target", None),
]


@pytest.mark.parametrize(("text", "role", "period"), SECTIONS)
def test_a_heading_rules_its_section(text: str, role: str, period: str | None) -> None:
    assert [(one.role, one.period) for one in figures(text, PLAN)] == [(role, period)]


def test_targets_of_a_plan_hold_for_its_year() -> None:
    (figure,) = figures("Chỉ tiêu chủ yếu: thu ngân sách 14.000 tỷ đồng.", PLAN)
    assert (figure.indicator, figure.role, figure.period) == ("budget_revenue", "target", "2022")


def test_doubt_is_told() -> None:
    sure, unsure = figures("Năm 2024, GRDP tăng 9,5%.\n\nMột nơi khác đạt 17%.")
    assert sure.confidence > unsure.confidence
    assert [reason.code for reason in sure.reasons][:3] == [
        "reason.indicator.before",
        "reason.role.default",
        "reason.period.stated",
    ]
