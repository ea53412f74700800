"""Papers and pages of councils and offices: what decides over a whole paper, list or page, in sentences of our own."""

from __future__ import annotations

import pytest
from tests.extract.told import NEWS, paper, short

ACCOUNTS = """HỘI ĐỒNG NHÂN DÂN
TỈNH HÒA BÌNH
Số: 61/NQ-HĐND
Hòa Bình, ngày 09 tháng 12 năm 2031

NGHỊ QUYẾT
{title}

QUYẾT NGHỊ:

Điều 1. {article} với các nội dung sau:

a) Thu nội địa: 712 tỷ đồng.

b) Thu bổ sung từ ngân sách cấp trên: 2.456 tỷ đồng.
"""
PLAN_IN_A_PAPER = """{title}

Kế hoạch được HĐND tỉnh thông qua tại kỳ họp cuối năm.

Kim ngạch xuất khẩu đến năm 2035 đạt 1,2 tỷ USD; tỷ lệ đô thị hóa đến năm 2035 đạt 36%.
"""

BOUNDS = """3.1.2. Các chỉ tiêu chủ yếu
Về kinh tế
- Tốc độ tăng trưởng: 10,8% trở lên.
56
- Xuất khẩu đạt 2 triệu USD.
Về xã hội
- Xây dựng 6 trường đạt chuẩn quốc gia.
- Tạo việc làm cho 300 người trở lên.
- Hộ dùng nước hợp vệ sinh đạt 84% trở lên.
"""
MONEY = """HĐND tỉnh Hòa Bình họp

Kế hoạch đầu tư công năm 2033 gồm nguồn vốn địa phương là 3.561 tỷ đồng. Trong đó, vốn tập trung là 1.061 tỷ đồng. \
Vốn Trung ương là gần 2.418 tỷ đồng.
"""
SPENT = """HĐND tỉnh Hòa Bình họp

Kế hoạch đầu tư công năm 2033 gồm nguồn vốn địa phương là 3.561 tỷ đồng. Trong đó, đã giải ngân 1.061 tỷ đồng.
"""
STATISTICS = """THÔNG TIN CHUNG
    Bản in     Gởi bài viết
Tình hình kinh tế - xã hội tháng 10 năm 2030 tỉnh Hòa Bình
I. KINH TẾ
1. Chăn nuôi
Tổng đàn trâu có 34.500 con.
"""
RATES = """Quyết định về việc quy định mức thù lao đối với giảng viên tham gia các lớp đào tạo, bồi dưỡng cán bộ, công \
chức, viên chức trên địa bàn tỉnh Hòa Bình.
Ủy ban nhân dân tỉnh Hòa Bình
Căn cứ Luật Tổ chức chính quyền địa phương;
Quyết định:
Điều 1. Thù lao như sau:
- Giảng viên cấp tỉnh: 400.000 đồng/buổi.
- Giảng viên cấp huyện: 300.000 đồng/buổi.
"""
PROGRAMME = """NGHỊ QUYẾT
Về phát triển cây quế tỉnh Hòa Bình đến năm 2035
I. Mục tiêu
1. Về sản phẩm:
- Đến năm 2042 có trên 20.000 ha quế.
2. Giải quyết việc làm.
Tạo việc làm cho trên 10.000 lao động.
"""

OF_ALL = [
    # accounts that are settled were reached, a budget that is passed is aimed at
    (
        ACCOUNTS.format(
            title="Phê chuẩn quyết toán ngân sách địa phương tỉnh Hòa Bình năm 2030", article="Phê chuẩn quyết toán"
        ),
        ["712 tỷ đồng actual 2030", "2.456 tỷ đồng actual 2030"],
    ),
    (
        ACCOUNTS.format(
            title="Về dự toán ngân sách địa phương tỉnh Hòa Bình năm 2032", article="Quyết định dự toán năm 2032"
        ),
        ["712 tỷ đồng target 2032", "2.456 tỷ đồng target 2032"],
    ),
    # a page that prints a plan sets aims, one that tells how a plan went does not
    (
        PLAN_IN_A_PAPER.format(title="Kế hoạch phát triển kinh tế - xã hội 5 năm 2031 - 2035 tỉnh Hòa Bình"),
        ["1,2 tỷ USD target by:2035-12", "36% target by:2035-12"],
    ),
    # the day of a visit above the title is not the story's, whose day has its hour
    (
        (
            "Thứ hai, ngày 16/6/2031\n\nTình hình thương mại tháng 2 năm 2030\n\nThứ Năm 07/03/2030 15:20\n\n"
            "Tổng mức bán lẻ hàng hóa tháng 2 đạt 7.195 tỷ đồng, tăng 6% so với cùng kỳ.\n"
        ),
        ["7.195 tỷ đồng actual 2030-02", "6% actual 2030-02"],
    ),
    (
        (
            "Hôm nay, Thứ bảy ngày 14/06/2031\n\nHuyện Kỳ Sơn họp bàn về thu ngân sách\n\n07/03/2030\n\n"
            "Đến nay, huyện đã thu 12 tỷ đồng, đạt 24% dự toán.\n"
        ),
        ["12 tỷ đồng actual at:2030-03-07", "24% dự toán actual at:2030-03-07"],
    ),
    # a day without its year is of the one whose last months' tasks are set
    (
        (
            "Sáng ngày 30.7, HĐND xã Yên Mông họp đánh giá tình hình 6 tháng đầu năm, bàn giải pháp những tháng cuối "
            "năm 2030.\n\nTrong 6 tháng đầu năm, tổng thu ngân sách đạt 12,3 tỷ đồng.\n"
        ),
        ["12,3 tỷ đồng actual 2030-H1"],
    ),
    # a story of the last months is of the year after the one that it compares with
    (
        "Ngày 26/11, Sở Nông nghiệp tỉnh Hòa Bình họp bàn.\n\nSản lượng cả năm đạt 314 tấn, tăng 6% so với năm 2029.\n",
        ["314 tấn actual 2030", "6% actual 2030"],
    ),
    # the month of a later print is not the year of what it compares with the year before
    (
        " date 2037-03 CPI tháng 2 tăng 7,02% so với cùng kỳ năm 2032, tăng 1,3% so với tháng trước.\n",
        ["7,02% actual 2033-02", "1,3% actual 2033-02"],
    ),
    (
        " date 2033-03 CPI tháng 2 tăng 7,02% so với cùng kỳ năm 2032.\n",
        ["7,02% actual 2033-02"],
    ),
    # a list that tells bounds is one of aims, over its headings and numbers of pages
    (
        BOUNDS,
        [
            "10,8% trở lên target None",
            "2 triệu USD target None",
            "6 trường đạt chuẩn quốc gia target None",
            "300 người trở lên target None",
            "84% trở lên target None",
        ],
    ),
    (
        "Các chỉ tiêu chủ yếu\n- Xuất khẩu đạt 2 triệu USD.\n- Tạo việc làm cho 300 người.\n",
        ["2 triệu USD target None", "300 người target None"],
    ),
    # a numbered heading with a stop ends what the list before it is of; a row of tasks has none
    (
        PROGRAMME,
        ["trên 20.000 ha target by:2042-12", "trên 10.000 lao động target by:2035-12"],
    ),
    # parts of a plan of money are planned, what was spent of it is not
    (MONEY, ["3.561 tỷ đồng target 2033", "1.061 tỷ đồng target 2033", "gần 2.418 tỷ đồng target 2033"]),
    (SPENT, ["3.561 tỷ đồng target 2033", "1.061 tỷ đồng actual 2033"]),
    # statistics are of the months of their title, over what the page offers and a rubric
    (STATISTICS, ["34.500 con actual 2030-10"]),
    (
        "Tình hình kinh tế - xã hội\nTình hình kinh tế - xã hội 9 tháng đầu năm 2030\nThu ngân sách đạt 25 tỷ đồng.\n",
        ["25 tỷ đồng actual 2030-01/2030-09"],
    ),
    # a decision sets rates as a resolution does; its long title may end with a stop
    (RATES, ["400.000 đồng target None", "300.000 đồng target None"]),
    (
        RATES.replace("quy định mức thù lao đối với giảng viên", "công nhận danh sách người nhận thù lao"),
        ["400.000 đồng actual None", "300.000 đồng actual None"],
    ),
    # the last six months told of in the summer are those to come
    (
        "Ngày 26/06/2030, HĐND xã Yên Mông họp.\n\nTrong 6 tháng cuối năm, xã tập trung thực hiện 5 nhiệm vụ.\n",
        ["5 nhiệm vụ actual 2030-H2"],
    ),
]


@pytest.mark.parametrize(("text", "figures"), OF_ALL, ids=[str(number) for number in range(len(OF_ALL))])
def test_what_a_paper_decides_holds_for_all_its_figures(text: str, figures: list[str]) -> None:
    assert [f"{one.quote} {one.role} {one.period}" for one in paper(text).figures] == figures


LISTS = [
    # how many targets were passed sets no aim for what comes of it
    (
        (
            "Năm 2023, huyện có 28/31 chỉ tiêu đạt và vượt kế hoạch đề ra, đưa thu nhập bình quân lên 61 triệu đồng; "
            "thu ngân sách đạt 540 tỷ đồng."
        ),
        ["61 triệu đồng income_per_capita level actual", "540 tỷ đồng budget_revenue level actual"],
    ),
    ("Năm 2025, kế hoạch đề ra là 540 tỷ đồng thu ngân sách.", ["540 tỷ đồng other:ke_hoach_de_ra level target"]),
    # a list of aims goes on behind what one of them foresees, and behind what there was
    (
        (
            "Năm 2025, huyện phấn đấu thu ngân sách đạt 79 tỷ đồng; sản lượng ngô dự kiến đạt 53 nghìn tấn; trồng mới "
            "2.470 ha rừng; tỷ lệ hộ nghèo giảm từ 18% xuống còn 15%."
        ),
        [
            "79 tỷ đồng budget_revenue level target",
            "53 nghìn tấn other:san_luong_ngo_du_kien level projection",
            "2.470 ha other:trong level target",
            "18% poverty_rate level actual",
            "15% poverty_rate level target",
        ],
    ),
    (
        "Năm 2023, tỷ lệ hộ nghèo giảm từ 18% xuống còn 15%.",
        ["18% poverty_rate level actual", "15% poverty_rate level actual"],
    ),
    # poor households in lists, with their share
    (
        "Hộ nghèo: 120 hộ, chiếm 3,2%; hộ cận nghèo: 80 hộ, chiếm 2,1%.",
        [
            "120 hộ poor_households level actual",
            "3,2% poverty_rate level actual",
            "80 hộ other:near_poor_households level actual",
            "2,1% other:near_poor_rate level actual",
        ],
    ),
    (
        "Cuối năm, hộ nghèo còn 45 hộ (2,8%).",
        ["45 hộ poor_households level actual", "2,8% poverty_rate level actual"],
    ),
    (
        "Tổng số hộ nghèo toàn xã là 45 hộ, tỷ lệ 2,8%.",
        ["45 hộ poor_households level actual", "2,8% poverty_rate level actual"],
    ),
    ("Toàn xã hỗ trợ 45 hộ vay vốn.", ["45 hộ other:ho level actual"]),
    # communes with their share; villages are no communes
    (
        "Tỷ lệ số xã đạt chuẩn nông thôn mới năm 2023 đạt 50% (8 xã).",
        ["50% new_rural_communes level actual", "8 xã new_rural_communes level actual"],
    ),
    ("Tỷ lệ thôn đạt chuẩn nông thôn mới 58,9%.", ["58,9% other:chuan_nong_thon level actual"]),
    # the structure of the economy by the names of its branches
    (
        (
            "Cơ cấu kinh tế năm 2023: công nghiệp - TTCN - XDCB 64%; các ngành dịch vụ khoảng 28,5%; nông, lâm, thủy "
            "sản 7,5%."
        ),
        [
            "64% gdp_share_industry_construction level actual",
            "khoảng 28,5% gdp_share_services level actual",
            "7,5% gdp_share_agriculture level actual",
        ],
    ),
    ("Năm 2023, các ngành dịch vụ tăng 8,5%.", ["8,5% other:grdp_services growth actual"]),
    # a rate that is a part of another has not fallen; beside an earlier time it has
    (
        "Mức chi cấp huyện bằng 70% mức chi cấp tỉnh.",
        ["70% other:muc_chi_cap_huyen level actual"],
    ),
    ("Chi phí được trừ bằng 200% chi phí thực tế.", ["200% other:tru level actual"]),
    ("Giá thuê bằng 97% mức cùng kỳ năm trước.", ["97% other:gia_thue growth actual"]),
    # the structure of the economy as a row of shares
    (
        "Cơ cấu nông nghiệp - công nghiệp, xây dựng - dịch vụ năm 2023 là 23% - 32% - 45%.",
        [
            "23% gdp_share_agriculture level actual",
            "32% gdp_share_industry_construction level actual",
            "45% gdp_share_services level actual",
        ],
    ),
    (
        "Cơ cấu lao động nông nghiệp - công nghiệp - dịch vụ năm 2023 là 23% - 32% - 45%.",
        [
            "23% other:agricultural_labour_share level actual",
            "32% other:agricultural_labour_share level actual",
            "45% other:agricultural_labour_share level actual",
        ],
    ),
    # lists of what grew go on without their verb
    (
        "Năm 2023, giá thực phẩm giảm 2,3%; trứng sữa 1,5%.",
        ["2,3% other:gia_thuc_pham growth actual", "1,5% other:trung_sua growth actual"],
    ),
    (
        "Năm 2023, dân số tăng 1,1%, nữ 50,3%.",
        ["1,1% population growth actual", "50,3% other:nu level actual"],
    ),
    # who told a share where a line has lost its stop
    ("CPI năm 2023 tăng 0,51% Tổng cục Thống kê vừa công bố.", ["0,51% cpi growth actual"]),
    # an estimate that is little, a fall that is named, what is compared with right behind its time
    ("Năm 2023, thu ngân sách ước chỉ đạt 44 tỷ đồng.", ["44 tỷ đồng budget_revenue level estimate"]),
    ("Kết quả thực hiện giảm tỷ lệ hộ nghèo năm 2023 là 0,47%.", ["0,47% poverty_rate change actual"]),
    ("Năm 2023, giảm tỷ lệ hộ nghèo xuống còn 3%.", ["3% poverty_rate level actual"]),
    # firms counted as they are founded, in the years that stand beside
    (
        "Tổng số doanh nghiệp mới được thành lập giai đoạn 2021-2025: 100 doanh nghiệp.",
        ["100 doanh nghiệp new_enterprises level target"],
    ),
    ("Tổng giá trị sản lượng công nghiệp đạt 44,8 tỷ đồng.", ["44,8 tỷ đồng industrial_output level actual"]),
]


@pytest.mark.parametrize(("text", "figures"), LISTS, ids=[text for text, _ in LISTS])
def test_a_list_is_read_as_its_office_means_it(text: str, figures: list[str]) -> None:
    told = [line.replace(" | ", " ").rsplit(" ", 1)[0] for line in short(text, before=NEWS)]
    assert told == figures


def test_firms_founded_over_some_years_are_of_these() -> None:
    text = "Tổng số doanh nghiệp mới được thành lập giai đoạn 2021-2025: 100 doanh nghiệp."
    assert short(text) == ["100 doanh nghiệp | new_enterprises level target 2021/2025"]


def test_a_time_that_ends_an_item_is_of_it_alone() -> None:
    text = (
        "Đại hội thông qua 16 chỉ tiêu nhiệm kỳ 2030-2035. Cụ thể, thu nhập đến năm 2035 đạt 70 triệu đồng/người/năm; "
        "đạt xã nông thôn mới nâng cao vào cuối năm 2031; tỷ lệ tham gia bảo hiểm y tế đạt 95%."
    )
    assert [f"{one.quote} {one.period}" for one in paper(text).figures] == [
        "16 chỉ tiêu 2030/2035",
        "70 triệu đồng/người/năm by:2035-12",
        "95% by:2035-12",
    ]


def test_a_rate_for_so_many_people_is_no_tally() -> None:
    assert not paper("Năm 2023, tỷ lệ tử vong còn 18/100.000 trẻ.").tallies
    assert paper("Năm 2023, có 18/20 xã đạt chuẩn.").tallies


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "GRDP 9 tháng năm 2023 tăng 8,1% (cao hơn tốc độ tăng 9 tháng năm 2022 chỉ 7,7%).",
            ["8,1% 2023-01/2023-09", "7,7% 2022-01/2022-09"],
        ),
        ("GRDP quý I/2023 tăng 6%, cao hơn quý I/2022 4,5%.", ["6% 2023-Q1", "4,5% 2023-Q1"]),
        ("Diện tích cỏ năm 2023 là 8 ha, tăng 33% năm trước.", ["8 ha 2023", "33% 2023"]),
    ],
)
def test_times_beside_what_is_compared(text: str, figures: list[str]) -> None:
    assert [f"{one.quote} {one.period}" for one in paper(text).figures] == figures


def test_months_set_beside_a_longer_time_open_with_the_longer() -> None:
    text = (
        "UBND tỉnh Hòa Bình họp tháng 3 năm 2025\n\nTrong tháng 3 và trong quý I năm 2025, tình hình có nhiều kết quả. "
        "GRDP tăng 8,1% so với cùng kỳ."
    )
    assert [f"{one.quote} {one.period}" for one in paper(text).figures] == ["8,1% 2025-Q1"]
