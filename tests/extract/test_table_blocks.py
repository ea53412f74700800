"""Tables whose cells the file tells, as figures: every cell with its indicator, unit, measure, role, time and place."""

from __future__ import annotations

import pytest

from camket import extract
from camket.model.document import Document
from camket.model.fact import Figure
from tests.extract.paper import paper, short


def in_tables(document: Document) -> list[Figure]:
    found = extract(document).figures
    assert all(document.text[one.start : one.end] == one.quote for one in found)
    assert all(one.rule == "table/cell" for one in found), [one for one in found if one.rule != "table/cell"]
    return list(found)


PLAN = (
    """
TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2024 | Năm 2025 | < | < | Kế hoạch năm 2026
^ | ^ | ^ | ^ | Kế hoạch | Ước thực hiện | Ước TH so với KH (%) | ^
A | B | C | 1 | 2 | 3 | 4=3/2 | 5
I | CHỈ TIÊU KINH TẾ | | | | | |
1 | Tốc độ tăng tổng sản phẩm trên địa bàn (GRDP) | % | 8,1 | 9 | 9,4 | 104,4 | Trên 10
 | - Công nghiệp - xây dựng | % | 9,9 | 11 | 11,2 | | 12-12,5
2 | Thu ngân sách nhà nước | Tỷ đồng | 15.200 | 16.000 | 17.350 | 108,4 | 18.500
 | Trong đó: Thu nội địa | Tỷ đồng | 12.100 | 13.000 | 13.900 | 106,9 | 14.800
II | CHỈ TIÊU XÃ HỘI | | | | | |
3 | Tỷ lệ hộ nghèo | % | 1,9 | Giảm 0,5 | 1,4 | x | Dưới 1
4 | Tỷ lệ dân số tham gia bảo hiểm y tế | % | 93,5 | ≥ 95 | 95,2 | Đạt | >95,5
5 | Số giường bệnh/vạn dân | Giường | 30 | - | … | ... | Duy trì
""",
    [
        "8,1 | grdp 8.1 percent growth actual 2024",
        "9 | grdp 9 percent growth target 2025",
        "9,4 | grdp 9.4 percent growth estimate 2025",
        "104,4 | grdp 104.4 percent share_of_plan estimate 2025",
        "Trên 10 | grdp gt 10 percent growth target 2026",
        "9,9 | other:grdp_industry_construction 9.9 percent growth actual 2024",
        "11 | other:grdp_industry_construction 11 percent growth target 2025",
        "11,2 | other:grdp_industry_construction 11.2 percent growth estimate 2025",
        "12-12,5 | other:grdp_industry_construction 12..12.5 percent growth target 2026",
        "15.200 | budget_revenue 15200000000000 VND level actual 2024",
        "16.000 | budget_revenue 16000000000000 VND level target 2025",
        "17.350 | budget_revenue 17350000000000 VND level estimate 2025",
        "108,4 | budget_revenue 108.4 percent share_of_plan estimate 2025",
        "18.500 | budget_revenue 18500000000000 VND level target 2026",
        "12.100 | domestic_revenue 12100000000000 VND level actual 2024",
        "13.000 | domestic_revenue 13000000000000 VND level target 2025",
        "13.900 | domestic_revenue 13900000000000 VND level estimate 2025",
        "106,9 | domestic_revenue 106.9 percent share_of_plan estimate 2025",
        "14.800 | domestic_revenue 14800000000000 VND level target 2026",
        "1,9 | poverty_rate 1.9 percent level actual 2024",
        "Giảm 0,5 | poverty_rate -0.5 percentage_point change target 2025",
        "1,4 | poverty_rate 1.4 percent level estimate 2025",
        "Dưới 1 | poverty_rate lt 1 percent level target 2026",
        "93,5 | health_insurance_coverage 93.5 percent level actual 2024",
        "≥ 95 | health_insurance_coverage ge 95 percent level target 2025",
        "95,2 | health_insurance_coverage 95.2 percent level estimate 2025",
        ">95,5 | health_insurance_coverage gt 95.5 percent level target 2026",
        "30 | hospital_beds_per_10k 30 count level actual 2024",
    ],
)
MONTH = (
    """
 | Đơn vị tính | Thực hiện tháng 8/2025 | Ước tính tháng 9/2025 | Ước tính 9 tháng năm 2025 | Tháng 9/2025 so với (%) | < | 9 tháng năm 2025 so với cùng kỳ năm trước (%)
^ | ^ | ^ | ^ | ^ | Tháng trước | Cùng kỳ năm trước | ^
Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng | Tỷ đồng | 5.010 | 5.060 | 44.300 | 101 | 111,5 | 110,2
Kim ngạch xuất khẩu | Triệu USD | 420 | 431,5 | 3.650 | 102,7 | 98,6 | 107,4
""",
    [
        "5.010 | retail_sales 5010000000000 VND level actual 2025-08",
        "5.060 | retail_sales 5060000000000 VND level estimate 2025-09",
        "44.300 | retail_sales 44300000000000 VND level estimate 2025-01/2025-09",
        "101 | retail_sales 1 percent growth estimate 2025-09",
        "111,5 | retail_sales 11.5 percent growth estimate 2025-09",
        "110,2 | retail_sales 10.2 percent growth estimate 2025-01/2025-09",
        "420 | exports 420000000 USD level actual 2025-08",
        "431,5 | exports 431500000 USD level estimate 2025-09",
        "3.650 | exports 3650000000 USD level estimate 2025-01/2025-09",
        "102,7 | exports 2.7 percent growth estimate 2025-09",
        "98,6 | exports -1.4 percent growth estimate 2025-09",
        "107,4 | exports 7.4 percent growth estimate 2025-01/2025-09",
    ],
)
PLACES = (
    """
TT | Xã, phường | Diện tích tự nhiên (km2) | Dân số trung bình (người) | Thu ngân sách nhà nước năm 2025 (tỷ đồng) | <
^ | ^ | ^ | ^ | Dự toán | Ước thực hiện
 | Toàn tỉnh | 862,3 | 890.000 | 16.000 | 17.350
1 | Xã Tân Hưng | 12,5 | 10.230 | 12 | 13
2 | Phường Đông Kinh | 5,2 | 21.400 | 95 | 101,5
""",
    [
        "862,3 | area_size 862.3 other:km2 level actual 2024",
        "890.000 | population 890000 person level actual 2024",
        "16.000 | budget_revenue 16000000000000 VND level target 2025",
        "17.350 | budget_revenue 17350000000000 VND level estimate 2025",
        "12,5 | area_size 12.5 other:km2 level actual 2024 in Tân Hưng",
        "10.230 | population 10230 person level actual 2024 in Tân Hưng",
        "12 | budget_revenue 12000000000 VND level target 2025 in Tân Hưng",
        "13 | budget_revenue 13000000000 VND level estimate 2025 in Tân Hưng",
        "5,2 | area_size 5.2 other:km2 level actual 2024 in Đông Kinh",
        "21.400 | population 21400 person level actual 2024 in Đông Kinh",
        "95 | budget_revenue 95000000000 VND level target 2025 in Đông Kinh",
        "101,5 | budget_revenue 101500000000 VND level estimate 2025 in Đông Kinh",
    ],
)
YEARS = (
    """
Năm | GRDP giá hiện hành (tỷ đồng) | Thu ngân sách nhà nước (tỷ đồng) | Tỷ lệ hộ nghèo (%)
2022 | 75.100 | 13.100 | 3,1
2023 | 85.000 | 14.400 | 2,4
Ước 2024 | 95.100 | 15.200 | 1,9
KH 2025 | 106.000 | 16.000 | 1,4
""",
    [
        "75.100 | grdp 75100000000000 VND level actual 2022",
        "13.100 | budget_revenue 13100000000000 VND level actual 2022",
        "3,1 | poverty_rate 3.1 percent level actual 2022",
        "85.000 | grdp 85000000000000 VND level actual 2023",
        "14.400 | budget_revenue 14400000000000 VND level actual 2023",
        "2,4 | poverty_rate 2.4 percent level actual 2023",
        "95.100 | grdp 95100000000000 VND level estimate 2024",
        "15.200 | budget_revenue 15200000000000 VND level estimate 2024",
        "1,9 | poverty_rate 1.9 percent level estimate 2024",
        "106.000 | grdp 106000000000000 VND level target 2025",
        "16.000 | budget_revenue 16000000000000 VND level target 2025",
        "1,4 | poverty_rate 1.4 percent level target 2025",
    ],
)
TERM = (
    """
STT | Chỉ tiêu | ĐVT | Thực hiện | < | < | ƯTH 2025 | Tăng bình quân 2021-2025 (%) | Mục tiêu 2026-2030 | <
^ | ^ | ^ | 2020 | 2023 | 2024 | ^ | ^ | Năm 2030 | Tăng BQ 2026-2030 (%)
1 | Tổng sản phẩm trên địa bàn (giá so sánh 2010) | Tỷ đồng | 36.200 | 45.900 | 49.800 | 54.500 | 8,5 | 90.000 | 10,5
2 | GRDP bình quân đầu người | Tr.đồng | 71 | 96,2 | 107 | 118,5 | | 200 |
3 | Tỷ lệ đô thị hóa | % | 30,1 | 40 | 41,3 | 43 | | ≥ 55 |
""",
    [
        "36.200 | grdp 36200000000000 VND level actual 2020",
        "45.900 | grdp 45900000000000 VND level actual 2023",
        "49.800 | grdp 49800000000000 VND level actual 2024",
        "54.500 | grdp 54500000000000 VND level estimate 2025",
        "8,5 | grdp 8.5 percent growth estimate 2021/2025",
        "90.000 | grdp 90000000000000 VND level target 2030",
        "10,5 | grdp 10.5 percent growth target 2026/2030",
        "71 | grdp_per_capita 71000000 VND level actual 2020",
        "96,2 | grdp_per_capita 96200000 VND level actual 2023",
        "107 | grdp_per_capita 107000000 VND level actual 2024",
        "118,5 | grdp_per_capita 118500000 VND level estimate 2025",
        "200 | grdp_per_capita 200000000 VND level target 2030",
        "30,1 | urbanization_rate 30.1 percent level actual 2020",
        "40 | urbanization_rate 40 percent level actual 2023",
        "41,3 | urbanization_rate 41.3 percent level actual 2024",
        "43 | urbanization_rate 43 percent level estimate 2025",
        "≥ 55 | urbanization_rate ge 55 percent level target 2030",
    ],
)
CROPS = (
    """
Loại cây trồng | Năm 2024 | < | < | Ước năm 2025 | < | <
^ | Diện tích (ha) | Năng suất (tạ/ha) | Sản lượng (tấn) | Diện tích (ha) | Năng suất (tạ/ha) | Sản lượng (tấn)
Lúa đông xuân | 29.500 | 67,2 | 198.240 | 29.200 | 67,5 | 197.100
Ngô | 4.100 | 55,1 | 22.591 | | |
""",
    [
        "29.500 | other:dien_tich_lua_dong_xuan 29500 ha level actual 2024",
        "67,2 | other:nang_suat_lua_dong_xuan 67.2 other:quintal_per_ha level actual 2024",
        "198.240 | other:san_luong_lua_dong_xuan 198240 tonne level actual 2024",
        "29.200 | other:dien_tich_lua_dong_xuan 29200 ha level estimate 2025",
        "67,5 | other:nang_suat_lua_dong_xuan 67.5 other:quintal_per_ha level estimate 2025",
        "197.100 | other:san_luong_lua_dong_xuan 197100 tonne level estimate 2025",
        "4.100 | other:dien_tich_ngo 4100 ha level actual 2024",
        "55,1 | other:nang_suat_ngo 55.1 other:quintal_per_ha level actual 2024",
        "22.591 | other:san_luong_ngo 22591 tonne level actual 2024",
    ],
)
PROJECTS = (
    """
STT | Tên dự án | Chủ đầu tư | Tổng mức đầu tư | Kế hoạch vốn năm 2025 | Giải ngân đến 30/9/2025 | Tỷ lệ giải ngân (%)
 | TỔNG SỐ | | 945.000 | 240.000 | 151.200 | 63
1 | Đường nối hai cao tốc | Ban QLDA giao thông | 850.000 | 200.000 | 130.000 | 65
2 | Trường THPT Lý Nhân | UBND huyện Lý Nhân | 95.000 | 40.000 | 21.200 | 53
""",
    [
        "945.000 | other:tong_muc_dau_tu 945000000000 VND level actual 2025",
        "240.000 | other:ke_hoach_von 240000000000 VND level target 2025",
        "151.200 | public_investment_disbursement 151200000000 VND level actual at:2025-09-30",
        "63 | public_investment_disbursement 63 percent share_of_plan actual at:2025-09-30",
        "850.000 | other:tong_muc_dau_tu_duong_noi_hai_cao_toc 850000000000 VND level actual 2025",
        "200.000 | other:duong_noi_hai_cao_toc 200000000000 VND level target 2025",
        "130.000 | other:giai_ngan_duong_noi_hai_cao_toc 130000000000 VND level actual at:2025-09-30",
        "65 | other:giai_ngan_duong_noi_hai_cao_toc 65 percent share_of_plan actual at:2025-09-30",
        "95.000 | other:tong_muc_dau_tu_truong_thpt_ly_nhan 95000000000 VND level actual 2025",
        "40.000 | other:truong_thpt_ly_nhan 40000000000 VND level target 2025",
        "21.200 | other:giai_ngan_truong_thpt_ly_nhan 21200000000 VND level actual at:2025-09-30",
        "53 | other:giai_ngan_truong_thpt_ly_nhan 53 percent share_of_plan actual at:2025-09-30",
    ],
)
FIELDS = (
    """
Lĩnh vực | Chỉ tiêu | Đơn vị | Kế hoạch năm 2025 | Kết quả 6 tháng
Kinh tế | Thu ngân sách nhà nước | tỷ đồng | 16.000 | 8.900
^ | Kim ngạch xuất khẩu | triệu USD | 5.000 | 2.410
Xã hội | Số lao động được giải quyết việc làm | người | 20.000 | 11.200
^ | Tỷ lệ lao động qua đào tạo | % | 74 | 73,1
""",
    [
        "16.000 | budget_revenue 16000000000000 VND level target 2025",
        "8.900 | budget_revenue 8900000000000 VND level actual 2025-H1",
        "5.000 | exports 5000000000 USD level target 2025",
        "2.410 | exports 2410000000 USD level actual 2025-H1",
        "20.000 | jobs_created 20000 person level target 2025",
        "11.200 | jobs_created 11200 person level actual 2025-H1",
        "74 | trained_labour_rate 74 percent level target 2025",
        "73,1 | trained_labour_rate 73.1 percent level actual 2025-H1",
    ],
)
QUARTERS = (
    """
Chỉ tiêu | Năm 2025 (tỷ đồng) | < | < | Lũy kế 6 tháng (tỷ đồng) | So với cùng kỳ (%)
^ | Quý I | Quý II | Dự kiến quý III | ^ | ^
Thu ngân sách nhà nước | 4.300 | 4.600 | 4.200 | 8.900 | 112,6
Chi ngân sách địa phương | 3.100 | 3.900 | 4.400 | 7.000 | 104
""",
    [
        "4.300 | budget_revenue 4300000000000 VND level actual 2025-Q1",
        "4.600 | budget_revenue 4600000000000 VND level actual 2025-Q2",
        "4.200 | budget_revenue 4200000000000 VND level projection 2025-Q3",
        "8.900 | budget_revenue 8900000000000 VND level actual 2025-H1",
        "112,6 | budget_revenue 12.6 percent growth actual 2025-H1",
        "3.100 | budget_expenditure 3100000000000 VND level actual 2025-Q1",
        "3.900 | budget_expenditure 3900000000000 VND level actual 2025-Q2",
        "4.400 | budget_expenditure 4400000000000 VND level projection 2025-Q3",
        "7.000 | budget_expenditure 7000000000000 VND level actual 2025-H1",
        "104 | budget_expenditure 4 percent growth actual 2025-H1",
    ],
)
INVESTMENT = (
    """
TT | Nội dung | Năm 2024 | < | 10 tháng năm 2025 | <
^ | ^ | Số dự án | Vốn đăng ký (triệu USD) | Số dự án | Vốn đăng ký (triệu USD)
1 | Cấp mới | 62 | 910,4 | 71 | 1.205
2 | Điều chỉnh tăng vốn | 40 | 380 | 33 | 295,5
""",
    [
        "62 | other:so_du_an_cap_moi 62 count level actual 2024",
        "910,4 | other:von_dang_ky_cap_moi 910400000 USD level actual 2024",
        "71 | other:so_du_an_cap_moi 71 count level actual 2025-01/2025-10",
        "1.205 | other:von_dang_ky_cap_moi 1205000000 USD level actual 2025-01/2025-10",
        "40 | other:fdi_projects_adjusted 40 count level actual 2024",
        "380 | other:von_dang_ky_dieu_chinh_tang_von 380000000 USD level actual 2024",
        "33 | other:fdi_projects_adjusted 33 count level actual 2025-01/2025-10",
        "295,5 | other:von_dang_ky_dieu_chinh_tang_von 295500000 USD level actual 2025-01/2025-10",
    ],
)
CASES = {
    "a yearly plan": (("Biểu 1. Các chỉ tiêu chủ yếu", PLAN[0]), PLAN[1]),
    "a month of statistics": (("Một số chỉ tiêu chủ yếu tháng 9 và 9 tháng năm 2025", MONTH[0]), MONTH[1]),
    "rows of communes": (("Diện tích, dân số các xã, phường năm 2024", PLACES[0]), PLACES[1]),
    "rows of years": (("Một số chỉ tiêu qua các năm", YEARS[0]), YEARS[1]),
    "a term": (("Các chỉ tiêu giai đoạn 2021-2025 và mục tiêu 2026-2030", TERM[0]), TERM[1]),
    "crops": (("Kết quả sản xuất một số cây trồng", CROPS[0]), CROPS[1]),
    "projects": (("Tình hình giải ngân vốn đầu tư công năm 2025\nĐơn vị tính: Triệu đồng", PROJECTS[0]), PROJECTS[1]),
    "fields beside the names": (("Kết quả 6 tháng đầu năm 2025", FIELDS[0]), FIELDS[1]),
    "quarters": (("Thu, chi ngân sách năm 2025", QUARTERS[0]), QUARTERS[1]),
    "what is counted in the heads": (("Thu hút đầu tư nước ngoài", INVESTMENT[0]), INVESTMENT[1]),
}


@pytest.mark.parametrize(("parts", "facts"), CASES.values(), ids=CASES.keys())
def test_every_cell_of_a_table(parts: tuple[str, ...], facts: list[str]) -> None:
    assert [short(one) for one in in_tables(paper(*parts))] == facts


TASKS = """
TT | Nội dung nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn hoàn thành | Sản phẩm
I | Hoàn thiện thể chế | < | < | < | <
1 | Xây dựng quy chế phối hợp quản lý đầu tư công | Sở Tài chính | Các sở, ngành | Trước ngày 30/6/2026 | Quyết định
2 | Rà soát, cắt giảm thủ tục hành chính về đất đai | Sở Nông nghiệp và Môi trường | UBND các xã, phường | Quý III/2026 | Báo cáo
3 | Đẩy nhanh giải ngân vốn đầu tư công | Các chủ đầu tư | Kho bạc Nhà nước | Thường xuyên |
II | Chuyển đổi số | < | < | < | <
4 | - Nâng cấp cổng dịch vụ công của tỉnh; - Đào tạo kỹ năng số cho cán bộ cấp xã | Sở Khoa học và Công nghệ | Sở Nội vụ | Tháng 9 | Hệ thống
"""


def test_a_table_of_tasks_gives_directives() -> None:
    document = paper(
        "KẾ HOẠCH\nTriển khai nhiệm vụ phát triển kinh tế - xã hội năm 2026", "PHỤ LỤC\nPhân công nhiệm vụ năm 2026", TASKS,
        day="2025-12-20", kind="plan",
    )  # fmt: skip
    found = extract(document)
    assert [(one.quote, one.recipient, one.deadline, one.rule) for one in found.directives] == [
        ("Xây dựng quy chế phối hợp quản lý đầu tư công", "Sở Tài chính", "by:2026-06-29", "directive/table"),
        (
            "Rà soát, cắt giảm thủ tục hành chính về đất đai", "Sở Nông nghiệp và Môi trường", "by:2026-09",
            "directive/table",
        ),
        ("Đẩy nhanh giải ngân vốn đầu tư công", "Các chủ đầu tư", None, "directive/table"),
        ("Nâng cấp cổng dịch vụ công của tỉnh", "Sở Khoa học và Công nghệ", "by:2026-09", "directive/table"),
        ("Đào tạo kỹ năng số cho cán bộ cấp xã", "Sở Khoa học và Công nghệ", "by:2026-09", "directive/table"),
    ]  # fmt: skip
    assert not [one for one in found.findings if one.message.code.startswith("table.")]


def test_a_report_of_tasks_gives_none() -> None:
    assert not extract(paper("BÁO CÁO\nKết quả phân công nhiệm vụ", TASKS)).directives


def test_a_table_of_targets_with_who_answers_for_them_is_one_of_figures() -> None:
    document = paper(
        "Các chỉ tiêu năm 2026",
        "TT | Nội dung | ĐVT | Kế hoạch 2026 | Cơ quan chủ trì\n"
        "1 | Thu ngân sách nhà nước | Tỷ đồng | 18.500 | Sở Tài chính\n"
        "2 | Tỷ lệ hộ nghèo | % | 1,1 | Sở Nông nghiệp và Môi trường\n",
        kind="plan",
    )
    found = extract(document)
    assert [one.indicator for one in found.figures] == ["budget_revenue", "poverty_rate"]
    assert not found.directives


MORE = {
    "pages": (
        (
            "Các chỉ tiêu chủ yếu năm 2026",
            """
TT | Chỉ tiêu | ĐVT | Ước TH 2025 | KH 2026
1 | Giá trị sản xuất | | |
 | - Công nghiệp | Tỷ đồng | 71.000 | 79.000
""",
            """
TT | Chỉ tiêu | ĐVT | Ước TH 2025 | KH 2026
 | - Nông nghiệp | Tỷ đồng | 9.000 | 9.200
""",
            """
2 | Tỷ lệ che phủ rừng | % | 5,8 | 5,9
""",
        ),
        [
            "71.000 | industrial_output 71000000000000 VND level estimate 2025",
            "79.000 | industrial_output 79000000000000 VND level target 2026",
            "9.000 | agricultural_output 9000000000000 VND level estimate 2025",
            "9.200 | agricultural_output 9200000000000 VND level target 2026",
            "5,8 | forest_cover 5.8 percent level estimate 2025",
            "5,9 | forest_cover 5.9 percent level target 2026",
        ],
    ),
    "crop progress": (
        (
            "Sản xuất nông nghiệp đến ngày 15 tháng 9 năm 2025\nĐơn vị tính: Ha",
            """
 | Thực hiện cùng kỳ năm trước | Thực hiện kỳ này | Thực hiện kỳ này so với cùng kỳ năm trước (%)
1. Gieo trồng lúa mùa | 30.100 | 29.800 | 99
2. Diện tích rau các loại | 6.200 | 6.355 | 102,5
""",
        ),
        [
            "30.100 | other:gieo_trong_lua_mua 30100 ha level actual at:2024-09-15",
            "29.800 | other:gieo_trong_lua_mua 29800 ha level actual at:2025-09-15",
            "99 | other:gieo_trong_lua_mua -1 percent growth actual at:2025-09-15",
            "6.200 | other:dien_tich_rau_cac_loai 6200 ha level actual at:2024-09-15",
            "6.355 | other:dien_tich_rau_cac_loai 6355 ha level actual at:2025-09-15",
            "102,5 | other:dien_tich_rau_cac_loai 2.5 percent growth actual at:2025-09-15",
        ],
    ),
    "prices": (
        (
            "Chỉ số giá tiêu dùng tháng 9 năm 2025\nĐơn vị tính: %",
            """
 | Tháng 9/2025 so với | < | < | Bình quân 9 tháng so với cùng kỳ năm trước
^ | Cùng kỳ năm trước | Tháng 12 năm trước | Tháng trước | ^
CHỈ SỐ GIÁ TIÊU DÙNG | 103,1 | 102,4 | 100,2 | 103,3
Hàng ăn và dịch vụ ăn uống | 102 | 101,1 | 99,8 | 102,9
""",
        ),
        [
            "103,1 | cpi 3.1 percent growth actual 2025-09",
            "102,4 | cpi 2.4 percent growth actual 2025-09",
            "100,2 | cpi 0.2 percent growth actual 2025-09",
            "103,3 | cpi 3.3 percent growth actual 2025-01/2025-09",
            "102 | other:cpi_hang_an_va_dich_vu_an_uong 2 percent growth actual 2025-09",
            "101,1 | other:cpi_hang_an_va_dich_vu_an_uong 1.1 percent growth actual 2025-09",
            "99,8 | other:cpi_hang_an_va_dich_vu_an_uong -0.2 percent growth actual 2025-09",
            "102,9 | other:cpi_hang_an_va_dich_vu_an_uong 2.9 percent growth actual 2025-01/2025-09",
        ],
    ),
    "budget": (
        (
            "Tình hình thực hiện thu ngân sách 9 tháng năm 2025",
            """
STT | Nội dung | Dự toán năm 2025 | < | Thực hiện 9 tháng | So sánh (%) | < | <
^ | ^ | TW giao | HĐND tỉnh giao | ^ | DT TW | DT HĐND | CK 2024
A | B | 1 | 2 | 3 | 4=3/1 | 5=3/2 | 6
 | TỔNG THU NSNN (tỷ đồng) | 15.000 | 16.000 | 12.800 | 85,3 | 80 | 112,5
I | Thu nội địa (tỷ đồng) | 12.500 | 13.000 | 10.400 | 83,2 | 80 | 109
""",
        ),
        [
            "15.000 | budget_revenue 15000000000000 VND level target 2025",
            "16.000 | budget_revenue 16000000000000 VND level target 2025",
            "12.800 | budget_revenue 12800000000000 VND level actual 2025-01/2025-09",
            "85,3 | budget_revenue 85.3 percent share_of_plan actual 2025-01/2025-09",
            "80 | budget_revenue 80 percent share_of_plan actual 2025-01/2025-09",
            "112,5 | budget_revenue 12.5 percent growth actual 2025-01/2025-09",
            "12.500 | domestic_revenue 12500000000000 VND level target 2025",
            "13.000 | domestic_revenue 13000000000000 VND level target 2025",
            "10.400 | domestic_revenue 10400000000000 VND level actual 2025-01/2025-09",
            "83,2 | domestic_revenue 83.2 percent share_of_plan actual 2025-01/2025-09",
            "80 | domestic_revenue 80 percent share_of_plan actual 2025-01/2025-09",
            "109 | domestic_revenue 9 percent growth actual 2025-01/2025-09",
        ],
    ),
    "people": (
        (
            "Dân số các xã, phường năm 2024",
            """
STT | Đơn vị hành chính | Dân số (người) | < | <
^ | ^ | Tổng số | Nam | Nữ
1 | Phường Phủ Lý | 41.000 | 20.100 | 20.900
2 | Xã Bình Lục | 15.300 | 7.500 | 7.800
""",
        ),
        [
            "41.000 | population 41000 person level actual 2024 in Phủ Lý",
            "20.100 | other:dan_so_nam 20100 person level actual 2024 in Phủ Lý",
            "20.900 | other:dan_so_nu 20900 person level actual 2024 in Phủ Lý",
            "15.300 | population 15300 person level actual 2024 in Bình Lục",
            "7.500 | other:dan_so_nam 7500 person level actual 2024 in Bình Lục",
            "7.800 | other:dan_so_nu 7800 person level actual 2024 in Bình Lục",
        ],
    ),
    "resolution": (
        (
            "Một số chỉ tiêu chủ yếu đến năm 2030, tầm nhìn 2045",
            """
STT | Chỉ tiêu | Mục tiêu đến năm 2030 | Tầm nhìn đến năm 2045
1 | Tốc độ tăng GRDP bình quân giai đoạn 2026-2030 | 10 - 11%/năm |
2 | GRDP bình quân đầu người | Khoảng 200 triệu đồng | Trên 600 triệu đồng
3 | Tỷ lệ đô thị hóa | Trên 55% | ≥ 75%
4 | Tỷ lệ lao động qua đào tạo | 80-85% | 90%
""",
        ),
        [
            "10 - 11%/năm | grdp 10..11 percent growth target 2026/2030",
            "Khoảng 200 triệu đồng | grdp_per_capita approx 200000000 VND level target by:2030-12",
            "Trên 600 triệu đồng | grdp_per_capita gt 600000000 VND level target by:2045-12",
            "Trên 55% | urbanization_rate gt 55 percent level target by:2030-12",
            "≥ 75% | urbanization_rate ge 75 percent level target by:2045-12",
            "80-85% | trained_labour_rate 80..85 percent level target by:2030-12",
            "90% | trained_labour_rate 90 percent level target by:2045-12",
        ],
    ),
    "files": (
        (
            "Kết quả giải quyết thủ tục hành chính quý III năm 2025",
            """
TT | Đơn vị | Số hồ sơ tiếp nhận | Số hồ sơ đã giải quyết | Tỷ lệ giải quyết đúng hạn (%)
1 | Sở Xây dựng | 1.250 | 1.198 | 99,2
2 | Sở Nội vụ | 310 | 305 | 100
""",
        ),
        [
            "1.250 | other:so_ho_so_tiep_nhan_so_xay_dung 1250 count level actual 2025-Q3",
            "1.198 | other:so_ho_so_da_giai_quyet_so_xay_dung 1198 count level actual 2025-Q3",
            "99,2 | other:ty_le_giai_quyet_dung_han_so_xay_dung 99.2 percent level actual 2025-Q3",
            "310 | other:so_ho_so_tiep_nhan_so_noi_vu 310 count level actual 2025-Q3",
            "305 | other:so_ho_so_da_giai_quyet_so_noi_vu 305 count level actual 2025-Q3",
            "100 | other:ty_le_giai_quyet_dung_han_so_noi_vu 100 percent level actual 2025-Q3",
        ],
    ),
    "values with units": (
        (
            "Kết quả thực hiện các chỉ tiêu năm 2024",
            """
Chỉ tiêu | Nghị quyết HĐND giao | Kết quả thực hiện | Đánh giá
Thu ngân sách nhà nước | 16.000 tỷ đồng | 17.350 tỷ đồng | Vượt
Tỷ lệ hộ nghèo giảm | 0,5% | 0,6% | Hoàn thành
Số xã đạt chuẩn nông thôn mới nâng cao | 5 xã | 5 xã | Đạt
""",
        ),
        [
            "16.000 tỷ đồng | budget_revenue 16000000000000 VND level target 2024",
            "17.350 tỷ đồng | budget_revenue 17350000000000 VND level actual 2024",
            "0,5% | poverty_rate -0.5 percentage_point change target 2024",
            "0,6% | poverty_rate -0.6 percentage_point change actual 2024",
            "5 xã | other:advanced_new_rural_communes 5 count level target 2024",
            "5 xã | other:advanced_new_rural_communes 5 count level actual 2024",
        ],
    ),
    "industry": (
        (
            "Chỉ số sản xuất công nghiệp tháng 9 và 9 tháng năm 2025\nĐơn vị: %",
            """
Ngành công nghiệp | Tháng 8/2025 so với cùng kỳ | Ước tháng 9/2025 so với tháng trước | Ước tháng 9/2025 so với cùng kỳ | 9 tháng 2025 so với cùng kỳ
Toàn ngành công nghiệp | 108,1 | 102,2 | 109,4 | 107,8
Công nghiệp chế biến, chế tạo | 108,9 | 102,5 | 110 | 108,3
""",
        ),
        [
            "108,1 | iip 8.1 percent growth actual 2025-08",
            "102,2 | iip 2.2 percent growth estimate 2025-09",
            "109,4 | iip 9.4 percent growth estimate 2025-09",
            "107,8 | iip 7.8 percent growth actual 2025-01/2025-09",
            "108,9 | other:iip_cong_nghiep_che_bien_che_tao 8.9 percent growth actual 2025-08",
            "102,5 | other:iip_cong_nghiep_che_bien_che_tao 2.5 percent growth estimate 2025-09",
            "110 | other:iip_cong_nghiep_che_bien_che_tao 10 percent growth estimate 2025-09",
            "108,3 | other:iip_cong_nghiep_che_bien_che_tao 8.3 percent growth actual 2025-01/2025-09",
        ],
    ),
    "years down, one indicator across provinces": (
        (
            "Tỷ lệ đô thị hóa (%)",
            """
Địa phương | 2021 | 2022 | 2023 | 2024
Hà Nam | 30,5 | 35,1 | 40 | 41,3
Nam Định | 20,1 | 21,4 | 22 | 23,6
""",
        ),
        [
            "30,5 | urbanization_rate 30.5 percent level actual 2021",
            "35,1 | urbanization_rate 35.1 percent level actual 2022",
            "40 | urbanization_rate 40 percent level actual 2023",
            "41,3 | urbanization_rate 41.3 percent level actual 2024",
            "20,1 | urbanization_rate 20.1 percent level actual 2021 in Nam Định",
            "21,4 | urbanization_rate 21.4 percent level actual 2022 in Nam Định",
            "22 | urbanization_rate 22 percent level actual 2023 in Nam Định",
            "23,6 | urbanization_rate 23.6 percent level actual 2024 in Nam Định",
        ],
    ),
    "two tables and a note": (
        (
            "1. Kinh tế",
            """
TT | Chỉ tiêu | ĐVT | TH 2024
1 | Kim ngạch xuất khẩu | Triệu USD | 4.800
* | Ghi chú: số liệu ước của Thống kê tỉnh | < | <
""",
            "2. Xã hội",
            """
TT | Chỉ tiêu | ĐVT | TH 2024 | KH 2025 | KH 2025/TH 2024 (%)
1 | Số lao động được giải quyết việc làm trong năm | Nghìn người | 21,5 | 22 | 102,3
2 | Số giường bệnh trên 1 vạn dân | Giường | 30 | 31 | 
""",
        ),
        [
            "4.800 | exports 4800000000 USD level actual 2024",
            "21,5 | jobs_created 21500 person level actual 2024",
            "22 | jobs_created 22000 person level target 2025",
            "102,3 | jobs_created 2.3 percent growth target 2025",
            "30 | hospital_beds_per_10k 30 count level actual 2024",
            "31 | hospital_beds_per_10k 31 count level target 2025",
        ],
    ),
    "dashboard": (
        (
            "Kết quả 9 tháng năm 2025",
            """
Chỉ tiêu | Giá trị | Tăng/giảm so với cùng kỳ (%)
GRDP (tỷ đồng) | 78.200 | 9,4
Thu ngân sách nhà nước (tỷ đồng) | 12.800 | 12,5
Giải ngân vốn đầu tư công (%) | 62,5 |
""",
        ),
        [
            "78.200 | grdp 78200000000000 VND level actual 2025-01/2025-09",
            "9,4 | grdp 9.4 percent growth actual 2025-01/2025-09",
            "12.800 | budget_revenue 12800000000000 VND level actual 2025-01/2025-09",
            "12,5 | budget_revenue 12.5 percent growth actual 2025-01/2025-09",
            "62,5 | public_investment_disbursement 62.5 percent share_of_plan actual 2025-01/2025-09",
        ],
    ),
}


@pytest.mark.parametrize(("parts", "facts"), MORE.values(), ids=MORE.keys())
def test_every_cell_of_more_tables(parts: tuple[str, ...], facts: list[str]) -> None:
    assert [short(one) for one in in_tables(paper(*parts))] == facts
