"""Tables whose columns only one blank parts are read as tables; lists that only look so are not."""

import pytest

from camket import extract
from camket.model.document import Document

TABLES = [
    (
        """Kết quả thực hiện các chỉ tiêu năm 2024
TT Chỉ tiêu ĐVT Kế hoạch năm 2024 Ước thực hiện năm 2024 So sánh TH/KH (%)
1 Tốc độ tăng GRDP % 8,5 7,9 92,9
2 Tổng thu ngân sách nhà nước trên địa bàn Tỷ đồng 12.000 12.500 104,2
3 Tỷ lệ hộ nghèo % 2,5 2,3 Đạt
""",
        [
            "8,5 grdp growth target 2024",
            "7,9 grdp growth estimate 2024",
            "92,9 grdp share_of_plan actual 2024",
            "12.000 budget_revenue level target 2024",
            "12.500 budget_revenue level estimate 2024",
            "104,2 budget_revenue share_of_plan actual 2024",
            "2,5 poverty_rate level target 2024",
            "2,3 poverty_rate level estimate 2024",
        ],
    ),
    (
        """Dự toán thu ngân sách năm 2025
Đơn vị: Triệu đồng
Nội dung Dự toán năm 2025
Tổng thu ngân sách nhà nước trên địa bàn 16.500.000
Thu nội địa 14.200.000
Tổng chi ngân sách địa phương 18.900.000
""",
        [
            "16.500.000 budget_revenue level target 2025",
            "14.200.000 domestic_revenue level target 2025",
            "18.900.000 budget_expenditure level target 2025",
        ],
    ),
    (
        """Một số chỉ tiêu 9 tháng năm 2024
Chỉ tiêu ĐVT Kế hoạch 2024 9 tháng 2024 9 tháng 2023
Thu ngân sách tỷ đồng 12.000 9.800 8.900
Xuất khẩu triệu USD 1.500 1.150 1.020
Nhập khẩu triệu USD 1.400 1.050 980
""",
        [
            "12.000 budget_revenue level target 2024",
            "9.800 budget_revenue level actual 2024-01/2024-09",
            "8.900 budget_revenue level actual 2023-01/2023-09",
            "1.500 exports level target 2024",
            "1.150 exports level actual 2024-01/2024-09",
            "1.020 exports level actual 2023-01/2023-09",
            "1.400 imports level target 2024",
            "1.050 imports level actual 2024-01/2024-09",
            "980 imports level actual 2023-01/2023-09",
        ],
    ),
    (
        """Các chỉ tiêu chủ yếu năm 2025
TT Chỉ tiêu Đơn vị tính Kế hoạch năm 2025
1 Tạo việc làm mới Người 25.000
2 Số xã đạt chuẩn nông thôn mới Xã 12
3 Tỷ lệ che phủ rừng % 42,5
""",
        [
            "25.000 jobs_created level target 2025",
            "12 new_rural_communes level target 2025",
            "42,5 forest_cover level target 2025",
        ],
    ),
    (
        """Tình hình thực hiện một số chỉ tiêu 9 tháng năm 2024
Chỉ tiêu Đơn vị tính Ước tháng 9/2024 Lũy kế 9 tháng 2024 So với cùng kỳ (%)
I Sản xuất công nghiệp
1 Điện sản xuất triệu kWh 125 1.050 108,2
2 Xi măng nghìn tấn 325 2.900 104,1
II Thương mại
1 Xuất khẩu triệu USD 325 2.700 114,2
2 Nhập khẩu triệu USD 290 2.450 109,7
""",
        [
            "125 other:dien_san_xuat level estimate 2024-09",
            "1.050 other:dien_san_xuat level actual 2024-01/2024-09",
            "108,2 other:dien_san_xuat growth actual 2024-01/2024-09",
            "325 other:xi_mang level estimate 2024-09",
            "2.900 other:xi_mang level actual 2024-01/2024-09",
            "104,1 other:xi_mang growth actual 2024-01/2024-09",
            "325 exports level estimate 2024-09",
            "2.700 exports level actual 2024-01/2024-09",
            "114,2 exports growth actual 2024-01/2024-09",
            "290 imports level estimate 2024-09",
            "2.450 imports level actual 2024-01/2024-09",
            "109,7 imports growth actual 2024-01/2024-09",
        ],
    ),
    (
        """Danh mục dự án khởi công mới năm 2025
STT Tên dự án Tổng mức đầu tư (tỷ đồng) Kế hoạch vốn năm 2025 (tỷ đồng)
1 Đường gom Quốc lộ 1 850 200
2 Trường THPT Lý Nhân 95 40
3 Bệnh viện đa khoa Bình Lục 320 110
""",
        [
            "850 other:tong_muc_dau_tu_duong_gom_quoc_lo_1 level actual 2025",
            "200 other:duong_gom_quoc_lo_1 level target 2025",
            "95 other:tong_muc_dau_tu_truong_thpt_ly_nhan level actual 2025",
            "40 other:truong_thpt_ly_nhan level target 2025",
            "320 other:tong_muc_dau_tu_benh_vien_da_khoa_binh_luc level actual 2025",
            "110 other:benh_vien_da_khoa_binh_luc level target 2025",
        ],
    ),
]


@pytest.mark.parametrize(("text", "rows"), TABLES)
def test_a_row_a_line(text: str, rows: list[str]) -> None:
    found = extract(Document(id="paper", text=text, sha256="", text_sha256="")).figures
    assert [f"{one.quote} {one.indicator} {one.measure} {one.role} {one.period}" for one in found] == rows


NO_TABLES = [
    "Bảng xếp hạng sau vòng 12 năm 2024\n1 Hà Nội 45\n2 Nam Định 42\n3 Thanh Hóa 39\n",
    "Liên hệ\nPhòng Tổng hợp 0912345678\nPhòng Tài chính 0987654321\nPhòng Nội vụ 0911222333\n",
    "Căn cứ các văn bản năm 2024\nNghị quyết số 12\nQuyết định số 45\nKế hoạch số 67\n",
]


@pytest.mark.parametrize("text", NO_TABLES)
def test_what_only_ends_in_numbers_is_no_table(text: str) -> None:
    assert not extract(Document(id="paper", text=text, sha256="", text_sha256="")).figures
