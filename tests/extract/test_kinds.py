"""Readings that papers of districts and provinces taught: whose paper it is, shares, plans, times, counts."""

from __future__ import annotations

import pytest
from tests.extract.told import NEWS, paper, short

PLACES = [
    # the district whose body holds the meeting, in the title or the lead
    (
        "Ngày 27/6/2024, UBND huyện Lạc Sơn (tỉnh Hòa Bình) tổ chức hội nghị sơ kết.\nThu ngân sách đạt 85 tỷ đồng.",
        "Lạc Sơn",
    ),
    ("UBND huyện Ba Chẽ họp phiên thường kỳ\n15/06/2024\nThu ngân sách của huyện đạt 85 tỷ đồng.", "Ba Chẽ"),
    ("Hội nghị Ban Chấp hành Đảng bộ huyện Ngân Sơn lần thứ 14\n05/07/2023\nThu đạt 30 tỷ đồng.", "Ngân Sơn"),
    (
        "Huyện Mù Cang Chải tổng kết năm\nSáng 7/1/2022, Huyện ủy Mù Cang Chải tổ chức hội nghị. Thu đạt 30 tỷ đồng.",
        "Mù Cang Chải",
    ),
    # a city of a province issues papers as a district does, one beside the provinces is itself
    (
        (
            "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ SA ĐÉC\nSố: 31/BC-UBND\nSa Đéc, ngày 5 tháng 12 năm 2024\n\n"
            "BÁO CÁO\nThu ngân sách\n"
        ),
        "Sa Đéc",
    ),
    (
        "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG\nSố: 31/BC-UBND\nHải Phòng, ngày 5 tháng 12 năm 2024\n\nBÁO CÁO\nThu\n",
        "Hải Phòng",
    ),
    # the site of a province's press before the lead
    (
        "Chỉ tiêu năm 2024\n20:03 11-12-2023\nYenbaitv.vn - Kỳ họp HĐND tỉnh vừa thông qua các chỉ tiêu năm 2024.",
        "Yên Bái",
    ),
]


@pytest.mark.parametrize(("text", "area"), PLACES)
def test_whose_paper_it_is(text: str, area: str) -> None:
    assert paper(text).document.head.area == area


MEASURES = [
    # a share moves in points, the sum before it grows
    (
        "Năm 2023, công nghiệp và xây dựng chiếm 44,9%, tăng 1,3%; các ngành dịch vụ chiếm 32,2%, giảm 0,4%.",
        [
            "44,9% | gdp_share_industry_construction level actual 2023",
            "1,3% | gdp_share_industry_construction change actual 2023",
            "32,2% | gdp_share_services level actual 2023",
            "0,4% | gdp_share_services change actual 2023",
        ],
    ),
    # a verb inside a name is none of the number's; that of a fall is
    ("Năm 2023, tỷ lệ tăng dân số tự nhiên đạt 1,1%.", ["1,1% | other:population_growth_rate level actual 2023"]),
    ("Năm 2023, tỷ lệ giảm nghèo đa chiều đạt 4%.", ["4% | poverty_rate change actual 2023"]),
    # a rate without a name in the catalogue moves in points as the others do
    (
        "Năm 2023, tỷ lệ hộ nghèo dân tộc thiểu số giảm 3%.",
        ["3% | other:ty_le_ho_ngheo_dan_toc_thieu_so change actual 2023"],
    ),
    # a number with a sign in brackets tells the same step in its own unit
    (
        "Năm 2023, diện tích lúa đạt 54.295 ha, giảm 1,1% (-717 ha).",
        [
            "54.295 ha | other:dien_tich_lua level actual 2023",
            "1,1% | other:dien_tich_lua growth actual 2023",
            "-717 ha | other:dien_tich_lua change actual 2023",
        ],
    ),
    # so much of a weight or a sum is a share of its plan though no plan is named
    (
        "Năm 2023, sản lượng lương thực ước 56.300 tấn, đạt 94,4%.",
        [
            "56.300 tấn | other:grain_output level estimate 2023",
            "94,4% | other:grain_output share_of_plan estimate 2023",
        ],
    ),
    # new and added capital is a sum, no change
    (
        "Năm 2023, thu hút FDI với tổng vốn đầu tư cấp mới và tăng thêm 298 triệu USD.",
        ["298 triệu USD | fdi_registered level actual 2023"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MEASURES)
def test_what_is_measured(text: str, expected: list[str]) -> None:
    found = short(text)
    assert [one for one in found if "other:exports" not in one] == [
        one for one in expected if "other:exports" not in one
    ]
    assert len(found) == len(expected)


NAMES = [
    ("Năm 2023, tốc độ tăng trưởng lĩnh vực trồng trọt đạt 3,9%.", "other:"),
    ("Năm 2023, tốc độ tăng trưởng chăn nuôi tăng 4,5%.", "other:"),
    ("Năm 2023, tốc độ phát triển kinh tế đạt 7,4%.", "grdp"),
    ("Năm 2023, toàn tỉnh có 2 huyện đạt chuẩn nông thôn mới.", "other:new_rural_districts"),
    ("Năm 2023, số doanh nghiệp thành lập đạt 850 doanh nghiệp.", "new_enterprises"),
    ("Năm 2023 có 386 doanh nghiệp đăng ký tạm ngừng kinh doanh.", "other:enterprises_suspended"),
    (
        "Năm 2023, phấn đấu đón 4 triệu lượt, trong đó khách nội địa chiếm đa số; thu từ du lịch tăng.",
        "tourism_arrivals",
    ),
    ("Năm 2023, cả nước có 2.045 xã (23%) đạt chuẩn nông thôn mới.", "new_rural_communes"),
    ("Năm 2023, đón 3 triệu lượt khách du lịch. Tỷ lệ nợ đọng sát trần, ở mức 62,2%.", "other:ty_le_no_dong_sat_tran"),
    ("Năm 2023, lượng khách du lịch tăng mạnh, công suất phòng bình quân đạt 85%.", "other:cong_suat_phong_binh_quan"),
    ("Năm 2023, đàn bò có 13.353 con- tăng 13,5% so với cùng kỳ.", "other:dan_bo"),
    ("Hồ sơ trực tuyến\n92,7%", "online_services"),
    # the same is counted in another place
    ("Năm 2023, cả nước có 15.500 doanh nghiệp thành lập mới; Tây Nguyên 1.280 doanh nghiệp.", "new_enterprises"),
    (
        "Năm 2023, đón 5 triệu lượt khách quốc tế; Khách trong nước đến Hà Nội đạt 8 triệu lượt khách.",
        "other:domestic_tourism_arrivals",
    ),
    ("Năm 2023, có 16/34 địa phương tăng trưởng GRDP trên 8%; 6 địa phương tăng trưởng trên 10%.", "grdp"),
    # those that left poverty are not those that are poor
    ("Năm 2023, toàn tỉnh có 1.250 hộ thoát nghèo.", "other:households_escaping_poverty"),
    ("Năm 2023, toàn tỉnh còn 1.250 hộ nghèo.", "poor_households"),
    # a province alone goes on about what the sentence before spoke of
    ("Năm 2023, một số địa phương có IIP tăng cao. Hải Phòng tăng 26,4%; Bắc Ninh tăng 8,2%.", "iip"),
    # a rate among some people is not the rate among all
    ("Năm 2023, tỷ lệ lao động qua đào tạo đạt 72%, trong đó lao động nữ đạt 60%.", "other:lao_dong_nu"),
    (
        "Năm 2023, tỷ lệ học sinh, sinh viên tham gia bảo hiểm y tế đạt 100%.",
        "other:ty_le_hoc_sinh_sinh_vien_tham_gia_bao_hiem_y_te",
    ),
    ("Năm 2023, tỷ lệ thất nghiệp của thanh niên là 7,5%.", "other:ty_le_that_nghiep_cua_thanh_nien"),
    ("Năm 2023, tỷ lệ thất nghiệp khu vực thành thị là 2,5%.", "unemployment_rate"),
    ("Năm 2023, tỷ lệ người dân tham gia bảo hiểm y tế đạt 94%.", "health_insurance_coverage"),
]


@pytest.mark.parametrize(("text", "indicator"), NAMES)
def test_what_it_is_said_of(text: str, indicator: str) -> None:
    found = paper(NEWS + text).figures[-1].indicator
    assert found.startswith(indicator) if indicator.endswith(":") else found == indicator


TIMES = [
    # nothing is dated by what never was before
    ("Năm 2023, thu ngân sách vượt 29.000 tỷ đồng, cao nhất từ trước đến nay.", ["2023"]),
    # in brackets behind an earlier quarter
    (
        "Quý III/2024, GRDP tăng 5,3%, cao hơn quý II (4,1%) nhưng thấp hơn quý I (5,6%).",
        ["2024-Q3", "2024-Q2", "2024-Q1"],
    ),
    # what the name of a plan tells rules what it sets, not the year before
    (
        "Năm 2023, GRDP đạt 8%. Theo Nghị quyết về nhiệm vụ kinh tế - xã hội năm 2025, tỉnh đặt mục tiêu GRDP tăng 9%.",
        ["2023", "2025"],
    ),
    # papers that a meeting passes are counted on its day
    ("Năm 2023, GRDP đạt 8%.\n\nKỳ họp đã thông qua 25 nghị quyết.", ["2023", "at:2024-10-18"]),
    # a day at which things were counted is not handed on
    (
        "Năm 2023, đàn lợn tại thời điểm 1/4/2023 là 794 nghìn con; sản lượng thịt đạt 77 nghìn tấn.",
        ["at:2023-04-01", "2023"],
    ),
    ("Từ đầu năm đến cuối tháng 5/2024, khai thác được 17.790 m3 gỗ.", ["2024-01/2024-05"]),
    ("Qúy I/2024, tỉnh thu ngân sách 4.100 tỷ đồng.", ["2024-Q1"]),
    # growth is of no day
    ("Kinh tế ổn định; tốc độ tăng trưởng đạt 12,4%.", [None]),
    # what comes back every year is of no single one
    ("Phấn đấu cả năm 2024 giải ngân 95% kế hoạch. Mỗi năm giảm tỷ lệ hộ nghèo ít nhất 3%.", ["2024", None]),
    # years among which something is the most are not its time
    (
        "Năm 2023, GRDP tăng 9,1%, cao nhất trong vòng 10 năm gần đây. Hàng qua cảng đạt 43 triệu tấn.",
        ["2023", "2023"],
    ),
    # what is compared with is no time of its own
    ("Năm 2023, xuất khẩu đạt 1,79 tỷ USD, tăng 1,2% so ước thực hiện năm 2022.", ["2023", "2023"]),
    ("Năm 2023, được mùa nên năng suất cao hơn năm trước. Sản lượng vải đạt 65.000 tấn.", ["2023"]),
    # quarters set out do not take the place of the time that they are of
    (
        "6 tháng đầu năm 2024, GRDP tăng 7,6%, trong đó quý I tăng 7,3%, quý II tăng 7,9%. Công nghiệp tăng 9,5%.",
        ["2024-H1", "2024-Q1", "2024-Q2", "2024-H1"],
    ),
]


@pytest.mark.parametrize(("text", "periods"), TIMES)
def test_when(text: str, periods: list[str | None]) -> None:
    assert [one.period for one in paper(NEWS + text).figures] == periods


ROLES = [
    ("Năm 2024, xuất khẩu ước đạt 4,5 tỷ USD, cao hơn so với chỉ tiêu 1,8 tỷ USD.", ["estimate", "target"]),
    ("Năm 2024, tỉnh vượt chỉ tiêu 1.420 căn nhà ở xã hội được Thủ tướng giao.", ["target"]),
    ("Năm 2024, tỉnh vượt kế hoạch 150 tỷ đồng.", ["actual"]),
    # a day gone by is no aim, whatever was aimed at before
    (
        "Phấn đấu năm 2024 giải ngân 95% kế hoạch. Đến hết ngày 10/10/2024, toàn tỉnh giải ngân 2.880 tỷ đồng.",
        ["target", "actual"],
    ),
]


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_plans_and_results(text: str, roles: list[str]) -> None:
    assert [one.role for one in paper(NEWS + text).figures] == roles


NO_FIGURES = [
    "Cập nhật lúc 17:38, Thứ Năm, 28/11/2019",
    "Môn Toán, buổi sáng, khóa 12, lớp loại 2.",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_no_figure(text: str) -> None:
    assert short(text) == []


def test_nouns_end_before_words_that_only_begin_like_things() -> None:
    assert [one.quote for one in paper(NEWS + "Có 8 chỉ tiêu xã hội, đẩy nhanh tiến độ 12 dự án.").figures] == [
        "8 chỉ tiêu",
        "12 dự án",
    ]


def test_a_title_of_aims_makes_a_plan_of_its_year() -> None:
    text = "CHỈ TIÊU KINH TẾ - XÃ HỘI NĂM 2024\n\n- Tốc độ tăng GRDP: 8,5%.\n\n- Thu ngân sách: 11.800 tỷ đồng.\n"
    assert [(one.role, one.period) for one in paper(text).figures] == [("target", "2024")] * 2


def test_the_months_that_a_lead_looks_back_on_are_those_of_its_results() -> None:
    text = (
        "Ngày 25/6/2021, UBND huyện Lương Sơn tổ chức hội nghị sơ kết tình hình kinh tế 6 tháng đầu năm.\n\n"
        "Huyện đã giải quyết việc làm cho 1.262 lao động, đạt 93,5% kế hoạch."
    )
    assert [one.period for one in paper(text).figures] == ["2021-H1", "2021-H1"]


def test_a_page_of_figures_says_its_time_once() -> None:
    text = "Tỉnh Hậu Giang\nLũy kế 9 tháng năm 2025\n\nTổng thu ngân sách\n5.120 tỷ đồng\nTăng 9,2% so với cùng kỳ\n"
    found = paper(text).figures
    assert [(one.indicator, one.measure, one.period) for one in found] == [
        ("budget_revenue", "level", "2025-01/2025-09"),
        ("budget_revenue", "growth", "2025-01/2025-09"),
    ]


def test_a_congress_looks_back_on_the_term_that_ends() -> None:
    text = (
        "Đại hội Đảng bộ huyện Yên Thủy nhiệm kỳ 2020-2025\n"
        "Sáng 15/7/2020, Đảng bộ huyện Yên Thủy khai mạc Đại hội.\n\n"
        "Kinh tế phát triển; tốc độ tăng trưởng đạt bình quân 12,4%."
    )
    assert paper(text).figures[-1].period == "2015/2020"


def test_a_sum_over_several_projects_is_the_size_of_none() -> None:
    text = "Tính đến 15/11/2022, số dự án còn hiệu lực là 446, gồm 349 dự án FDI với tổng vốn đầu tư 5.685 triệu USD."
    assert short(text)[-1] == "5.685 triệu USD | fdi_registered level actual at:2022-11-15"


def test_a_result_up_to_a_day_is_no_task() -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\nSố: 37/TB-UBND\nHà Nam, ngày 20 tháng 6 năm 2024\n\nTHÔNG BÁO\n"
        "Kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại cuộc họp về đầu tư công\n\n"
        "Chủ tịch Ủy ban nhân dân tỉnh kết luận:\n\n"
        "1. Đến hết ngày 10/6/2024, toàn tỉnh giải ngân 2.880 tỷ đồng, đạt 29,2% kế hoạch.\n"
        "2. Sở Tài chính rà soát các dự án chậm trước ngày 30/6/2024.\n"
    )
    found = paper(text)
    assert [one.quote for one in found.directives] == ["rà soát các dự án chậm trước ngày 30/6/2024"]
    assert [one.role for one in found.figures[:2]] == ["actual", "actual"]
