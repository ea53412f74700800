"""What a reader of Vietnamese takes from small words: kinds of misses over many papers, in sentences of our own."""

from __future__ import annotations

import json

import pytest
from tests.extract.told import NEWS, paper, short

from camket.exchange.guide import document_json

LAST = [
    # what is planned for a year is due at its end, a forecast has no month
    (
        "Dự kiến đến năm 2030, diện tích đất lúa còn 120 nghìn ha.",
        "120 nghìn ha | other:dien_tich_dat_lua level projection by:2030-12",
    ),
    (
        "Dự báo đến năm 2030, nợ công lên tới 4 triệu tỷ đồng.",
        "4 triệu tỷ đồng | other:no_cong level projection by:2030",
    ),
    # what is made or given besides is so much, what a place has besides is a change
    ("Năm 2023, huyện lắp đặt thêm 16 trạm biến áp.", "16 trạm biến áp | other:tram_bien_ap level actual 2023"),
    ("Năm 2023, tỉnh có thêm 3 xã đạt chuẩn nông thôn mới.", "3 xã | new_rural_communes change actual 2023"),
    # a difference, whatever it is told from
    (
        "Năng suất lúa năm 2023 đạt 7 tấn/ha, cao hơn vụ trước 0,2 tấn/ha.",
        "0,2 tấn/ha | other:nang_suat_lua change actual 2023",
    ),
    # parts of growth and of industry
    (
        "Năm 2023, khu vực dịch vụ tăng 8%, đóng góp 41,5% vào mức tăng trưởng chung.",
        "41,5% | other:dong_gop level actual 2023",
    ),
    (
        "Tỷ trọng công nghiệp chế biến, chế tạo trong GRDP năm 2023 đạt 24,9%.",
        "24,9% | other:ty_trong_cong_nghiep_che_bien_che_tao_trong_grdp level actual 2023",
    ),
    # takings, visitors and shares up to a month are of its months, whatever plan stands in brackets between
    (
        "Tính đến hết tháng 9/2024, tỉnh đã đón hơn 2,4 triệu lượt khách.",
        "hơn 2,4 triệu lượt khách | tourism_arrivals level actual 2024-01/2024-09",
    ),
    (
        "Đến hết tháng 7/2024, Cục Thuế thu ngân sách đạt 300 tỷ đồng, đạt 45% chỉ tiêu (670 tỷ đồng), giảm 12,5%.",
        "12,5% | budget_revenue growth actual 2024-01/2024-07",
    ),
    # bounds without a tail, and steps
    ("Năm 2025, phấn đấu mỗi năm phát triển từ 10 sản phẩm.", "từ 10 sản phẩm | other:san_pham level target 2025"),
    ("Năm 2025, phấn đấu chỉ số PAPI tăng ít nhất 3 bậc.", "ít nhất 3 bậc | papi change target 2025"),
    # what a scenario or a plan has in brackets
    (
        "GRDP 9 tháng năm 2024 tăng 6,1%, thấp hơn so với kịch bản tăng trưởng quý III của tỉnh (7,4%).",
        "7,4% | grdp growth scenario 2024-Q3",
    ),
    ("Khả năng hoàn thành mục tiêu tăng trưởng năm 2024 của tỉnh (+8%) là khó.", "+8% | grdp growth target 2024"),
    (
        "Sở Y tế đẩy nhanh thu hồi nợ (hiện khoảng 40 tỷ đồng).",
        "khoảng 40 tỷ đồng | other:so_y_te_day_nhanh_thu_hoi_no level actual at:2024-10-18",
    ),
    # nought in words
    (
        "Năm 2023, 40 xã đạt 5-14 tiêu chí, không còn xã đạt dưới 5 tiêu chí.",
        "không còn xã | other:xa level actual 2023",
    ),
    # the first of a list of branches is none of the economy
    ("Năm 2023, một số ngành có mức tăng khá như: Dệt may tăng 22,9%.", "22,9% | other:det_may growth actual 2023"),
    # other money, and a count that is more than was planned
    (
        "Năm 2023, có 29 dự án FDI, vốn đăng ký 4,8 tỷ USD tương đương 113.000 tỷ đồng.",
        "113.000 tỷ đồng | fdi_registered level actual 2023",
    ),
    ("Năm 2023, kết nạp 8.700/6.500 đảng viên.", "6.500 đảng viên | other:ket_nap level target 2023"),
    # preliminary figures set against an estimate
    ("Số sơ bộ GRDP năm 2023 tăng 9,5% (ước lần đầu 9,2%).", "9,2% | grdp growth estimate 2023"),
    # the words of a plan may end in a time
    (
        "Ngành du lịch năm 2023 đạt 116% so với kế hoạch cả năm 2023.",
        "116% so với kế hoạch cả năm | other:nganh_du_lich share_of_plan actual 2023",
    ),
    (
        "Mục tiêu của tỉnh trong năm 2025 sẽ đón 2,5 triệu lượt khách.",
        "2,5 triệu lượt khách | tourism_arrivals level target 2025",
    ),
    # loans and help are no public investment
    (
        "Năm 2023, ngân hàng đã giải ngân 650 tỷ đồng cho hộ nghèo vay vốn.",
        "650 tỷ đồng | other:giai_ngan level actual 2023",
    ),
    # projects are counted, not what they build
    ("Năm 2023, tỉnh khởi công 5 dự án nhà ở xã hội.", "5 dự án nhà | other:nha level actual 2023"),
    # the share of a set moves in points, and needs met are a share
    (
        "Năm 2023, 85% trường học đạt chuẩn quốc gia, tăng 2,5% so với năm 2022.",
        "2,5% | national_standard_schools change actual 2023",
    ),
    ("Năm 2023, tỉnh có 20 mỏ cát, đáp ứng được 35% nhu cầu.", "35% | other:dap_ung level actual 2023"),
    # the end of a budget year in brackets is due
    (
        "Phấn đấu đến hết niên độ ngân sách (31/01/2025) giải ngân vốn đầu tư công đạt trên 95%.",
        "trên 95% | public_investment_disbursement share_of_plan target by:2025-01-31",
    ),
    (
        "Kinh tế năm 2023 tăng trưởng khá, tốc độ tăng giá trị sản xuất đạt 14,2%.",
        "14,2% | other:gia_tri_san_xuat growth actual 2023",
    ),
    ("Năm 2023, 63,5% hồ sơ được nộp trực tuyến.", "63,5% hồ sơ | online_services level actual 2023"),
]


@pytest.mark.parametrize(("text", "last"), LAST)
def test_small_words(text: str, last: str) -> None:
    assert short(text)[-1] == last


def _of(text: str, *fields: str, before: str = NEWS) -> list[tuple[object, ...]]:
    made = paper(before + text).figures
    return [tuple(getattr(one, name) for name in fields) for one in made if one.start >= len(before)]


def test_those_with_whom_a_task_deals_are_there() -> None:
    task = "Yêu cầu Sở Xây dựng khắc phục dứt điểm vướng mắc của 23 hộ dân tại phường Tân Hòa."
    assert _of(task, "role") == [("actual",)]


def test_those_who_have_it_are_listed_with_their_numbers_in_brackets() -> None:
    text = (
        "Thu ngân sách 10 tháng năm 2024 đạt 3.900 tỷ đồng. Xét kết quả thu so với chỉ tiêu cả năm, có 3 chi cục đạt"
        " trên 60% gồm: Chi cục Thuế khu vực 1 (đạt 83%); Chi cục Thuế khu vực 2 (72,1%)."
    )
    told = _of(text, "quote", "indicator", "measure")[2:]
    assert told == [(quote, "budget_revenue", "share_of_plan") for quote in ("trên 60%", "83%", "72,1%")]


def test_a_body_is_where_its_brackets_say() -> None:
    text = "Công ty Vĩnh An (quận Tân Phú) nợ trên 6 tỷ đồng; Công ty May Hòa (quận 12) nợ 4,1 tỷ đồng."
    assert _of(text, "area") == [("Tân Phú",), ("quận 12",)]


def test_a_rate_goes_on_by_places() -> None:
    text = "Năm 2023, nhiều tỉnh có tỷ lệ cán bộ nữ cao hơn 15% như Bắc Giang 15,1%; Lào Cai 16,7%."
    assert [one[0] for one in _of(text, "indicator")] == ["other:ty_le_can_bo_nu"] * 3


def test_words_under_a_picture_hand_nothing_on() -> None:
    text = (
        "Ước đến 30/9/2024, toàn tỉnh giải ngân được 538 tỷ đồng, bằng 81% kế hoạch vốn đầu tư công.\n"
        "Tỉnh phấn đấu giải ngân hết kế hoạch vốn trong năm 2025. Ảnh: P.V.\n"
        "Số vốn giải ngân này bằng 42,9% kế hoạch vốn do HĐND tỉnh giao."
    )
    assert _of(text, "role", "period")[-1] == ("estimate", "at:2024-09-30")


def test_a_part_has_its_quarter_alone() -> None:
    text = (
        "Tính chung 9 tháng năm 2024, doanh thu ước đạt 5.600 tỷ đồng, trong đó: lưu trú ước đạt 228 tỷ đồng, tính"
        " riêng quý III đạt 89 tỷ đồng; ăn uống ước đạt 5.300 tỷ đồng."
    )
    assert [one[0] for one in _of(text, "period")] == [
        "2024-01/2024-09", "2024-01/2024-09", "2024-Q3", "2024-01/2024-09",
    ]  # fmt: skip


def test_parts_of_what_was_told_on_a_passing_day() -> None:
    text = (
        "Kế hoạch vốn đầu tư công năm 2024 là 5.150 tỷ đồng. Tính đến ngày 30/9, toàn tỉnh giải ngân 2.945 tỷ đồng."
        " Trong đó, vốn ngân sách địa phương giải ngân 1.870 tỷ đồng."
    )
    assert _of(text, "role", "period")[1:] == [("actual", "at:2024-09-30")] * 2


MONTHS = """BÁO CÁO
Tình hình kinh tế - xã hội tháng 7 và 7 tháng năm 2024

Chỉ số giá tiêu dùng tháng 7 tăng 0,31% so với tháng trước; bình quân 7 tháng tăng 3,05%. Chỉ số giá vàng tăng 15,62%.
Chỉ số sản xuất công nghiệp tháng 7 ước tăng 1,6% so với tháng trước. So với cùng kỳ, ngành khai khoáng giảm 7,5%.
"""


def test_a_month_of_statistics() -> None:
    told = {one.quote: (one.role, one.period) for one in paper(MONTHS).figures}
    assert told["15,62%"] == ("actual", "2024-07")
    assert told["7,5%"] == ("estimate", "2024-07")


NOTICE = """VĂN PHÒNG UBND TỈNH HÀ NAM
Số: 112/TB-VPUB
Hà Nam, ngày 18 tháng 9 năm 2024

THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh Hà Nam tại phiên họp ngày 16/9/2024

1. Về tình hình kinh tế - xã hội 9 tháng
GRDP ước tăng 10,1%; thu ngân sách đạt 12.950 tỷ đồng.
"""


def test_a_heading_dates_by_months() -> None:
    assert [one.period for one in paper(NOTICE).figures] == ["2024-01/2024-09"] * 2


CONGRESS = """Đại hội Đảng bộ huyện Tân Yên

Ngày 18/7/2020, Đảng bộ huyện Tân Yên tổ chức Đại hội lần thứ XXIII, nhiệm kỳ 2020 - 2025.

Nhiệm kỳ qua, thu nhập năm 2020 ước đạt 52 triệu đồng/người. Thu ngân sách tăng bình quân 18%/năm.

Đại hội đề ra 18 chỉ tiêu chủ yếu. Trong đó, tốc độ tăng giá trị sản xuất 15 - 16%/năm.

Đại hội đã bầu 39 đồng chí vào Ban Chấp hành.
"""


def test_a_congress_looks_back_sets_aims_and_elects() -> None:
    told = [(one.quote, one.role, one.period) for one in paper(CONGRESS).figures][1:]
    assert told == [
        ("18%/năm", "actual", "2015/2020"),
        ("18 chỉ tiêu chủ yếu", "actual", "2020/2025"),
        ("15 - 16%/năm", "target", "2020/2025"),
        ("39 đồng chí", "actual", "at:2020-07-18"),
    ]


def test_a_story_counts_to_a_day_and_its_congress_tells_the_year() -> None:
    text = "Kết quả đại hội\n\nĐến ngày 29/10, 9 trên 10 đảng bộ đã tổ chức xong đại hội nhiệm kỳ 2015-2020.\n"
    assert paper(text).document.head.event_date == "2015-10-29"


def test_a_day_planned_ahead_tells_the_year() -> None:
    text = (
        "Giao ban\n\nChiều 5/11, UBND tỉnh Cà Mau họp. Kế hoạch vốn năm 2024 là 5.000 tỷ đồng.\n"
        "Yêu cầu các chủ đầu tư phấn đấu đến 31/12/2024 giải ngân đạt 80% và đến hết niên độ (31/01/2025) đạt 95%.\n"
    )
    assert paper(text).document.head.event_date == "2024-11-05"


GAPS = """CHỈ TIÊU NĂM 2023 VÀ KẾ HOẠCH NĂM 2024
STT  Chỉ tiêu  ĐVT  Thực hiện năm 2022  Kế hoạch năm 2023  So sánh (%)  Kế hoạch năm 2024
1  Thu ngân sách trên địa bàn  Tỷ đồng  7.900  8.100  102,5  8.700
2  Tốc độ tăng GRDP  %  7,2  7,5    8,0
"""


def test_wide_gaps_are_blank_cells() -> None:
    told = [(one.quote, one.role, one.period) for one in paper(GAPS).figures if one.indicator == "grdp"]
    assert told == [("7,2", "actual", "2022"), ("7,5", "target", "2023"), ("8,0", "target", "2024")]


LINES = """CÁC CHỈ TIÊU CHỦ YẾU NĂM 2019
Stt
Chỉ tiêu
TH năm 2018
KH năm 2019
Ước TH năm 2019
Ghi chú
1
Tốc độ tăng GRDP (%)
6,6
7,5
7,1
Không đạt
Tr.đó:
- Dịch vụ (%)
6,7
6,9
7,3
2
Tỷ lệ suy dinh dưỡng:
- Cân nặng (%)
- Chiều cao (%)
7,6
10,4
7,5
10,2
7,4
10,1
Đạt
3
Tỷ lệ hộ nghèo giảm (%)
1,06
0,7
(còn 4,3%)
0,86
(còn 4,1%)
Đạt
4
Tỷ lệ che phủ rừng (%)
57,1
57,2
57,3
Đạt
"""


def test_a_cell_a_line_with_ratings_words_and_too_many_values() -> None:
    told: dict[str, list[str]] = {}
    for one in paper(LINES).figures:
        told.setdefault(f"{one.indicator} {one.measure}", []).append(f"{one.value} {one.role} {one.period}")
    assert told == {
        "grdp growth": ["6.6 actual 2018", "7.5 target 2019", "7.1 estimate 2019"],
        "other:grdp_services growth": ["6.7 actual 2018", "6.9 target 2019", "7.3 estimate 2019"],
        "poverty_rate change": ["-1.06 actual 2018", "-0.7 target 2019", "-0.86 estimate 2019"],
        "forest_cover level": ["57.1 actual 2018", "57.2 target 2019", "57.3 estimate 2019"],
    }


ROWS = """TT | Chỉ tiêu | Đơn vị | TH 2018 | KH 2019
1 | Cơ cấu kinh tế: - Công nghiệp, xây dựng | % | 46 | 47
 | - Dịch vụ | % | 37 | 36
2 | Mức giảm tỷ lệ hộ nghèo | điểm | 1,1 | 1,2
3 | Tổng vốn đầu tư toàn xã hội so GDP | % | 33 | 34
"""


def test_a_whole_with_its_first_part_and_points_of_a_rate() -> None:
    told = [(one.indicator, one.measure, one.unit, float(one.value)) for one in paper(ROWS).figures][::2]
    assert told == [
        ("gdp_share_industry_construction", "level", "percent", 46.0),
        ("gdp_share_services", "level", "percent", 37.0),
        ("poverty_rate", "change", "percentage_point", -1.1),
        ("total_investment", "level", "percent", 33.0),
    ]


SETS = [
    "Giá xăng năm 2023 tăng 3 đợt liên tiếp.",
    "Thi công 3 ca, 4 kíp.",
    "Số liệu được tổng hợp từ 3 xã cũ.",
    "Sản lượng của 3 tỉnh trọng điểm tăng khá.",
]


@pytest.mark.parametrize("text", SETS)
def test_how_often_and_of_whom_is_no_count(text: str) -> None:
    assert short(text) == []


def test_cases_are_counted() -> None:
    assert len(short("Năm 2023, ghi nhận 120 ca mắc sốt xuất huyết; tổ chức 3 đợt kiểm tra.")) == 2


MILLE = """TT | Chỉ tiêu | Đơn vị | TH 2018 | KH 2019
1 | Mức giảm tỷ suất sinh | ‰ | 0,2 | 0,1
2 | Tỷ lệ tăng dân số tự nhiên | ‰ | 10,8 | 10,5
"""


def test_per_mille_of_a_table_is_written_as_printed() -> None:
    figures = json.loads(document_json(paper(MILLE)))["figures"]
    assert [(one["value"], one["unit"], one["measure"]) for one in figures][::2] == [
        (-0.2, "other:per_mille", "change"),
        (10.8, "other:per_mille", "level"),
    ]
