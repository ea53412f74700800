"""Who speaks about what: the role of a number, what it is compared with, and how."""

from __future__ import annotations

import pytest
from tests.wordings.said import figures, meaning, number

ROLES = [
    # reached
    ("Năm 2025, thu ngân sách đạt 27.600 tỷ đồng.", "actual"),
    ("Thu ngân sách năm 2025 là 27.600 tỷ đồng.", "actual"),
    ("Tỷ lệ hộ nghèo năm 2025 còn 1,1%.", "actual"),
    ("Năm 2025, thu ngân sách thực hiện được 27.600 tỷ đồng.", "actual"),
    ("Năm 2025, thu được 27.600 tỷ đồng cho ngân sách.", "actual"),
    ("Thực hiện năm 2025, thu ngân sách 27.600 tỷ đồng.", "actual"),
    ("Tỷ trọng dịch vụ năm 2025 chiếm 31%.", "actual"),
    ("Số liệu chính thức, GRDP năm 2025 tăng 8,1%.", "actual"),
    ("Quyết toán thu ngân sách năm 2024 là 24.900 tỷ đồng.", "actual"),
    ("Để đạt được mục tiêu, năm 2025 tỉnh đã thu hút 120 dự án FDI.", "actual"),
    # estimated
    ("GRDP năm 2026 ước đạt 9,5%.", "estimate"),
    ("GRDP năm 2026 ước tính tăng 9,5%.", "estimate"),
    ("GRDP năm 2026 ước tăng 9,5%.", "estimate"),
    ("Ước thực hiện năm 2026, thu ngân sách 30.000 tỷ đồng.", "estimate"),
    ("Ước cả năm GRDP tăng 9,5%.", "estimate"),
    ("Sơ bộ GRDP năm 2025 tăng 9,5%.", "estimate"),
    ("GRDP năm 2026 dự ước tăng 9,5%.", "estimate"),
    ("ƯTH năm 2026, thu ngân sách 30.000 tỷ đồng.", "estimate"),
    # aimed at
    ("Mục tiêu năm 2026 GRDP tăng 10%.", "target"),
    ("Chỉ tiêu năm 2026: GRDP tăng 10%.", "target"),
    ("Kế hoạch năm 2026 đặt ra GRDP tăng 10%.", "target"),
    ("Kế hoạch giao năm 2026 thu ngân sách là 30.000 tỷ đồng.", "target"),
    ("Phấn đấu năm 2026 GRDP đạt 10%.", "target"),
    ("Tỉnh quyết tâm năm 2026 GRDP đạt 10%.", "target"),
    ("Tỉnh quyết tâm đạt GRDP năm 2026 tăng 10%.", "target"),
    ("Nghị quyết đặt ra GRDP năm 2026 tăng 10%.", "target"),
    ("Nghị quyết đề ra GRDP năm 2026 tăng 10%.", "target"),
    ("Nghị quyết xác định GRDP năm 2026 tăng 10%.", "target"),
    ("Tỉnh hướng tới GRDP năm 2026 tăng 10%.", "target"),
    ("Tỉnh đặt mục tiêu GRDP năm 2026 tăng 10%.", "target"),
    ("Tỉnh cam kết GRDP năm 2026 tăng 10%.", "target"),
    ("Dự toán Trung ương giao thu ngân sách năm 2026 là 29.000 tỷ đồng.", "target"),
    ("Dự toán HĐND tỉnh giao thu ngân sách năm 2026 là 31.000 tỷ đồng.", "target"),
    ("Dự toán thu ngân sách nhà nước năm 2026 là 30.000 tỷ đồng.", "target"),
    ("Để đạt được mục tiêu GRDP năm 2026 tăng 10%, các ngành phải nỗ lực.", "target"),
    ("Duy trì tỷ lệ bao phủ bảo hiểm y tế năm 2026 trên 95%.", "target"),
    ("Giữ vững tỷ lệ bao phủ bảo hiểm y tế năm 2026 ở mức 95%.", "target"),
    ("Bảo đảm tỷ lệ bao phủ bảo hiểm y tế năm 2026 đạt 95%.", "target"),
    ("Khống chế tỷ lệ thất nghiệp năm 2026 dưới 2,5%.", "target"),
    # foreseen
    ("Dự kiến năm 2026 GRDP tăng 9,5%.", "projection"),
    ("GRDP năm 2026 dự kiến tăng 9,5%.", "projection"),
    ("Dự báo năm 2026 GRDP tăng 9,5%.", "projection"),
    ("Triển vọng năm 2026 GRDP tăng 9,5%.", "projection"),
    ("GRDP năm 2026 có thể đạt 9,5%.", "projection"),
    ("GRDP năm 2026 có khả năng đạt 9,5%.", "projection"),
    ("6 tháng cuối năm GRDP phải tăng 11% thì cả năm mới đạt mục tiêu.", "projection"),
    # scenarios
    ("Theo kịch bản cơ sở, GRDP năm 2026 tăng 9%.", "scenario"),
    ("Kịch bản trung bình: GRDP năm 2026 tăng 9%.", "scenario"),
    ("Kịch bản cao, GRDP năm 2026 tăng 11%.", "scenario"),
    ("Kịch bản tích cực, GRDP năm 2026 tăng 11%.", "scenario"),
    ("Kịch bản thấp, GRDP năm 2026 tăng 8%.", "scenario"),
    ("Kịch bản 1, GRDP năm 2026 tăng 8%.", "scenario"),
    ("Kịch bản 2: GRDP năm 2026 tăng 9%.", "scenario"),
    # of others
    ("Năm 2025, tỷ lệ hộ nghèo bình quân cả nước là 1,9%.", "benchmark"),
    ("Năm 2025, GRDP của tỉnh tăng 8,1%, cao hơn mức tăng 7,9% của cả nước.", "actual benchmark"),
    ("Năm 2025, tỷ lệ hộ nghèo còn 1,1%, thấp hơn bình quân cả nước (1,9%).", "actual benchmark"),
]

SCENARIOS = [
    ("Kịch bản cơ sở, GRDP năm 2026 tăng 9%.", "base"),
    ("Kịch bản trung bình, GRDP năm 2026 tăng 9%.", "base"),
    ("Kịch bản cao, GRDP năm 2026 tăng 9%.", "high"),
    ("Kịch bản tích cực, GRDP năm 2026 tăng 9%.", "high"),
    ("Kịch bản thấp, GRDP năm 2026 tăng 9%.", "low"),
    ("Kịch bản 1, GRDP năm 2026 tăng 9%.", "1"),
    ("Kịch bản 2, GRDP năm 2026 tăng 9%.", "2"),
]

FRAMES = [
    ("Năm 2025, thu ngân sách tăng 8,1% so với cùng kỳ.", ["8,1% | budget_revenue growth actual 2025"]),
    ("Năm 2025, thu ngân sách giảm 8,1% so với cùng kỳ.", ["8,1% | budget_revenue growth actual 2025"]),
    ("Năm 2025, thu ngân sách bằng 112,4% cùng kỳ.", ["112,4% | budget_revenue growth actual 2025"]),
    ("Năm 2025, thu ngân sách bằng 112,4% so với cùng kỳ.", ["112,4% | budget_revenue growth actual 2025"]),
    (
        "Năm 2025, thu ngân sách đạt 112,4% dự toán.",
        ["112,4% dự toán | budget_revenue share_of_plan actual 2025"],
    ),
    ("Năm 2025, thu ngân sách đạt 112,4% kế hoạch.", ["112,4% kế hoạch | budget_revenue share_of_plan actual 2025"]),
    ("Năm 2025, thu ngân sách bằng 112,4% dự toán.", ["112,4% dự toán | budget_revenue share_of_plan actual 2025"]),
    (
        "Năm 2025, thu ngân sách bằng 112,4% mục tiêu.",
        ["112,4% mục tiêu | budget_revenue share_of_plan actual 2025"],
    ),
    (
        "Năm 2025, thu ngân sách đạt 112,4% so với kế hoạch.",
        ["112,4% so với kế hoạch | budget_revenue share_of_plan actual 2025"],
    ),
    (
        "Năm 2025, thu ngân sách vượt 1,1% dự toán.",
        ["vượt 1,1% dự toán | budget_revenue share_of_plan actual 2025"],
    ),
    (
        "Năm 2025, thu ngân sách vượt 1.250 tỷ đồng so với dự toán.",
        ["1.250 tỷ đồng | budget_revenue change actual 2025"],
    ),
    (
        "Năm 2025, thu ngân sách hụt thu 1.250 tỷ đồng so với dự toán.",
        ["1.250 tỷ đồng | budget_revenue change actual 2025"],
    ),
    (
        "Năm 2025, thu ngân sách tăng 1.250 tỷ đồng so với năm 2024.",
        ["1.250 tỷ đồng | budget_revenue change actual 2025"],
    ),
    ("Năm 2025, thu ngân sách gấp 1,5 lần năm 2020.", ["gấp 1,5 lần | budget_revenue growth actual 2025"]),
    (
        "Năm 2025, tỷ lệ đô thị hóa tăng 1,2 điểm phần trăm.",
        ["1,2 điểm phần trăm | urbanization_rate change actual 2025"],
    ),
    ("Năm 2025, tỷ lệ hộ nghèo giảm 0,5%.", ["0,5% | poverty_rate change actual 2025"]),
    (
        "Giai đoạn 2021-2025, tỷ lệ hộ nghèo giảm bình quân 1,5%/năm.",
        ["1,5%/năm | poverty_rate change actual 2021/2025"],
    ),
    ("Năm 2025, tỷ lệ hộ nghèo giảm còn 1,1%.", ["1,1% | poverty_rate level actual 2025"]),
    ("Năm 2025, tỷ lệ hộ nghèo giảm xuống còn 1,1%.", ["1,1% | poverty_rate level actual 2025"]),
    ("Năm 2025, tỷ lệ đô thị hóa tăng lên 45,2%.", ["45,2% | urbanization_rate level actual 2025"]),
    ("Năm 2025, chỉ số PCI tăng 1,5 điểm.", ["1,5 điểm | pci change actual 2025"]),
    ("Năm 2025, chỉ số PCI đạt 68,4 điểm.", ["68,4 điểm | pci level actual 2025"]),
    ("Năm 2025, chỉ số PCI tăng 2 bậc.", ["2 bậc | pci change actual 2025"]),
    ("Năm 2025, chỉ số PCI giảm 2 bậc.", ["2 bậc | pci change actual 2025"]),
    ("Năm 2025, chỉ số PCI tăng 3 hạng.", ["3 hạng | pci change actual 2025"]),
    ("Năm 2025, tỷ trọng dịch vụ chiếm 31%.", ["31% | gdp_share_services level actual 2025"]),
    ("Năm 2025, năng suất lao động tăng 6,6%.", ["6,6% | labour_productivity growth actual 2025"]),
]

OF_OTHERS = [
    # a multiple of another place, a part of the growth of the whole: levels of their own
    ("GRDP bình quân đầu người năm 2025 cao gấp 1,16 lần bình quân cả nước.", ["gấp 1,16 lần | 1.16 other:times"]),
    ("GRDP bình quân đầu người năm 2025 cao hơn 1,15 lần bình quân cả nước.", ["1,15 lần | 1.15 other:times"]),
    (
        "Năm 2025, công nghiệp đóng góp 12,79 điểm phần trăm vào tăng trưởng chung.",
        ["12,79 điểm phần trăm | 12.79 percentage_point"],
    ),
]

RANKS = [
    ("Năm 2025, chỉ số PCI xếp thứ 5 cả nước.", ["thứ 5 | 5 rank"]),
    ("Năm 2025, chỉ số PCI đứng thứ 5 cả nước.", ["thứ 5 | 5 rank"]),
    ("Năm 2025, chỉ số PCI đứng thứ 5/34.", ["thứ 5/34 | 5 rank"]),
    ("Năm 2025, chỉ số PCI đứng thứ 5/34 tỉnh, thành phố.", ["thứ 5/34 | 5 rank"]),
    ("Năm 2025, chỉ số PCI xếp hạng 5.", ["hạng 5 | 5 rank"]),
    ("Năm 2025, chỉ số PCI xếp hạng 5/34.", ["hạng 5/34 | 5 rank"]),
    ("Năm 2025, chỉ số PCI xếp hạng thứ 5.", ["hạng thứ 5 | 5 rank"]),
    ("Năm 2025, chỉ số PCI đứng vị trí thứ 2.", ["vị trí thứ 2 | 2 rank"]),
    ("Năm 2025, chỉ số PCI ở vị trí thứ 2 cả nước.", ["vị trí thứ 2 | 2 rank"]),
    ("Năm 2025, chỉ số PCI xếp vị trí số 2 cả nước.", ["vị trí số 2 | 2 rank"]),
    ("Năm 2025, chỉ số PCI đứng thứ hai cả nước.", ["thứ hai | 2 rank"]),
    ("Năm 2025, chỉ số PCI đứng thứ nhì cả nước.", ["thứ nhì | 2 rank"]),
    ("Năm 2025, chỉ số PCI xếp thứ nhất cả nước.", ["thứ nhất | 1 rank"]),
    ("Năm 2025, chỉ số PCI dẫn đầu cả nước.", ["dẫn đầu | 1 rank"]),
    ("Năm 2025, chỉ số PCI đứng đầu cả nước.", ["đứng đầu | 1 rank"]),
    ("Năm 2025, chỉ số PCI đứng thứ 4/34 cả nước.", ["thứ 4/34 | 4 rank"]),
    (
        "Năm 2025, chỉ số PCI đứng thứ 4/34 cả nước, thứ 2 vùng Đồng bằng sông Hồng, tăng 3 bậc.",
        ["thứ 4/34 | 4 rank", "thứ 2 | 2 rank", "3 bậc | 3 rank"],
    ),
    ("Năm 2025, chỉ số PCI thuộc tốp 10.", ["tốp 10 | within 10 rank"]),
    ("Năm 2025, chỉ số PCI thuộc top 5 cả nước.", ["top 5 | within 5 rank"]),
    ("Năm 2025, chỉ số PCI nằm trong tốp 10 cả nước.", ["tốp 10 | within 10 rank"]),
    ("Năm 2025, chỉ số PCI thuộc nhóm 10 tỉnh dẫn đầu.", ["nhóm 10 tỉnh dẫn đầu | within 10 rank"]),
    (
        "Phấn đấu năm 2026 chỉ số PCI thuộc nhóm 5 địa phương dẫn đầu.",
        ["nhóm 5 địa phương dẫn đầu | within 5 rank"],
    ),
    ("Năm 2025, chỉ số PCI nằm trong 5 địa phương dẫn đầu cả nước.", ["5 địa phương dẫn đầu | within 5 rank"]),
    (
        "Năm 2025, chỉ số PCI thuộc 10 tỉnh, thành phố đứng đầu cả nước.",
        ["10 tỉnh, thành phố đứng đầu | within 10 rank"],
    ),
    ("Năm 2025, tỉnh là một trong 4 địa phương dẫn đầu về chỉ số PCI.", ["một trong 4 địa phương | within 4 rank"]),
    # vague praise is none
    ("Năm 2025, chỉ số PCI thuộc nhóm dẫn đầu cả nước.", []),
    ("Năm 2025, chỉ số PCI thuộc tốp đầu cả nước.", []),
]

COMPARATORS = [
    ("trên 10%", "trên 10% | gt 10 percent"),
    ("hơn 10%", "hơn 10% | gt 10 percent"),
    ("vượt 10%", "vượt 10% | gt 10 percent"),
    ("vượt mức 10%", "vượt mức 10% | gt 10 percent"),
    ("quá 10%", "quá 10% | gt 10 percent"),
    ("lớn hơn 10%", "lớn hơn 10% | gt 10 percent"),
    ("cao hơn 10%", "cao hơn 10% | gt 10 percent"),
    ("trên mức 10%", "trên mức 10% | gt 10 percent"),
    ("từ 10% trở lên", "từ 10% trở lên | ge 10 percent"),
    ("10% trở lên", "10% trở lên | ge 10 percent"),
    ("ít nhất 10%", "ít nhất 10% | ge 10 percent"),
    ("tối thiểu 10%", "tối thiểu 10% | ge 10 percent"),
    ("tối thiểu là 10%", "tối thiểu là 10% | ge 10 percent"),
    ("không thấp hơn 10%", "không thấp hơn 10% | ge 10 percent"),
    ("không dưới 10%", "không dưới 10% | ge 10 percent"),
    ("không ít hơn 10%", "không ít hơn 10% | ge 10 percent"),
    ("đạt từ 10%", "từ 10% | ge 10 percent"),
    ("đạt từ 10% trở lên", "từ 10% trở lên | ge 10 percent"),
    ("≥ 10%", "≥ 10% | ge 10 percent"),
    ("≥10%", "≥10% | ge 10 percent"),
    ("> 10%", "> 10% | gt 10 percent"),
    ("dưới 10%", "dưới 10% | lt 10 percent"),
    ("chưa đến 10%", "chưa đến 10% | lt 10 percent"),
    ("chưa tới 10%", "chưa tới 10% | lt 10 percent"),
    ("chưa đầy 10%", "chưa đầy 10% | lt 10 percent"),
    ("thấp hơn 10%", "thấp hơn 10% | lt 10 percent"),
    ("dưới mức 10%", "dưới mức 10% | lt 10 percent"),
    ("nhỏ hơn 10%", "nhỏ hơn 10% | lt 10 percent"),
    ("< 10%", "< 10% | lt 10 percent"),
    ("không quá 10%", "không quá 10% | le 10 percent"),
    ("không vượt quá 10%", "không vượt quá 10% | le 10 percent"),
    ("không vượt 10%", "không vượt 10% | le 10 percent"),
    ("không cao hơn 10%", "không cao hơn 10% | le 10 percent"),
    ("không trên 10%", "không trên 10% | le 10 percent"),
    ("tối đa 10%", "tối đa 10% | le 10 percent"),
    ("tối đa không quá 10%", "tối đa không quá 10% | le 10 percent"),
    ("nhiều nhất 10%", "nhiều nhất 10% | le 10 percent"),
    ("từ 10% trở xuống", "từ 10% trở xuống | le 10 percent"),
    ("10% trở xuống", "10% trở xuống | le 10 percent"),
    ("≤ 10%", "≤ 10% | le 10 percent"),
    ("khoảng 10%", "khoảng 10% | approx 10 percent"),
    ("vào khoảng 10%", "khoảng 10% | approx 10 percent"),
    ("gần 10%", "gần 10% | approx 10 percent"),
    ("xấp xỉ 10%", "xấp xỉ 10% | approx 10 percent"),
    ("chừng 10%", "chừng 10% | approx 10 percent"),
    ("trên dưới 10%", "trên dưới 10% | approx 10 percent"),
    ("ngót 10%", "ngót 10% | approx 10 percent"),
    ("tầm 10%", "tầm 10% | approx 10 percent"),
    ("cỡ 10%", "cỡ 10% | approx 10 percent"),
    ("10%", "10% | 10 percent"),
    ("từ 9% đến 10%", "từ 9% đến 10% | range 9..10 percent"),
    ("từ 9-10%", "từ 9-10% | range 9..10 percent"),
]

LEVELS = [
    # `giảm còn` sets a ceiling, a year's growth a floor, where the words are a target's
    ("Phấn đấu năm 2026 tỷ lệ hộ nghèo giảm còn 1,1%.", ["1,1% | 1.1 percent"]),
    ("Năm 2025, tỉnh không còn hộ nghèo.", ["không còn hộ nghèo | 0 household"]),
    ("Năm 2025, tỉnh không có hộ tái nghèo.", ["không có hộ tái nghèo | 0 household"]),
    (
        "Phấn đấu năm 2026 không có tổ chức cơ sở đảng không hoàn thành nhiệm vụ.",
        ["không có tổ chức cơ sở đảng | 0 count"],
    ),
    ("Phấn đấu xóa xong nhà tạm, nhà dột nát trước ngày 31/12/2026.", ["xóa xong nhà tạm, nhà dột nát | 0 count"]),
    ("Năm 2025, tỉnh cơ bản không còn hộ nghèo.", []),
    ("Duy trì 100% xã đạt chuẩn nông thôn mới năm 2026.", ["100% xã | 100 percent"]),
    ("Năm 2025, kết quả đạt thấp so với kế hoạch.", []),
    ("Năm 2025, GRDP bám sát mục tiêu đề ra.", []),
]

NONE_LEFT = [
    ("Năm 2025, tỉnh không còn hộ nghèo.", "poor_households"),
    ("Năm 2025, tỉnh xóa xong nhà tạm, nhà dột nát.", "other:nha_tam_nha_dot_nat"),  # none left, not none removed
    ("Năm 2025, tỉnh xóa 1.240 nhà tạm, nhà dột nát.", "temporary_houses_removed"),
]

MORE = [
    (
        "Năm 2025, tỉnh đón 1,8 triệu lượt khách quốc tế, cao hơn 250 nghìn so với năm 2024.",
        ["1,8 triệu lượt khách quốc tế | 1800000 person", "250 nghìn | 250000 person"],
    ),
    (
        "Năm 2025, toàn tỉnh có 1.245 doanh nghiệp thành lập mới, tăng 120 so với năm 2024.",
        ["1.245 doanh nghiệp | 1245 count", "120 | 120 count"],
    ),
]

VINTAGES = [
    ("Số liệu chính thức, GRDP năm 2024 tăng 8,1%.", "official"),
    ("GRDP năm 2024 chính thức đạt 8,1%.", "official"),
    ("Quyết toán thu ngân sách năm 2024 là 24.900 tỷ đồng.", "official"),
    ("Số liệu sơ bộ, GRDP năm 2025 tăng 8,1%.", "preliminary"),
    ("Sơ bộ GRDP năm 2025 tăng 8,1%.", "preliminary"),
    ("GRDP năm 2025 ước tính lần 1 tăng 8,1%.", "estimate_1"),
    ("GRDP năm 2025 ước lần 2 tăng 8,1%.", "estimate_2"),
    ("GRDP năm 2025 tăng 8,1%.", None),
]

PRICES = [
    ("Quy mô GRDP theo giá hiện hành năm 2025 đạt 320.000 tỷ đồng.", "current"),
    ("GRDP năm 2025 (giá hiện hành) đạt 320.000 tỷ đồng.", "current"),
    ("GRDP theo giá so sánh 2010 năm 2025 đạt 190.000 tỷ đồng.", "constant:2010"),
    ("GRDP năm 2025 (giá so sánh 2010) đạt 190.000 tỷ đồng.", "constant:2010"),
    ("GRDP theo giá so sánh năm 2010 của năm 2025 đạt 190.000 tỷ đồng.", "constant:2010"),
    ("GRDP năm 2025 tính theo giá so sánh đạt 190.000 tỷ đồng.", "constant:2010"),
    ("GRDP năm 2025 đạt 320.000 tỷ đồng.", None),
]


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_a_role(text: str, roles: str) -> None:
    assert [one.role for one in figures(text)] == roles.split()


@pytest.mark.parametrize(("text", "scenario"), SCENARIOS)
def test_the_name_of_a_scenario(text: str, scenario: str) -> None:
    assert [one.scenario for one in figures(text)] == [scenario]


@pytest.mark.parametrize(("text", "expected"), FRAMES)
def test_a_frame_of_comparison(text: str, expected: list[str]) -> None:
    assert [meaning(one) for one in figures(text)] == expected


@pytest.mark.parametrize(("text", "expected"), OF_OTHERS)
def test_a_level_beside_others(text: str, expected: list[str]) -> None:
    found = figures(text)
    assert [number(one) for one in found] == expected
    assert {one.measure for one in found} == {"level"}


@pytest.mark.parametrize(("text", "expected"), RANKS + LEVELS)
def test_a_place_or_a_level_in_words(text: str, expected: list[str]) -> None:
    assert [number(one) for one in figures(text)] == expected


@pytest.mark.parametrize(("words", "expected"), COMPARATORS)
def test_a_comparator(words: str, expected: str) -> None:
    assert [number(one) for one in figures(f"Phấn đấu năm 2026 tỷ lệ đô thị hóa {words}.")] == [expected]


@pytest.mark.parametrize(("text", "indicator"), NONE_LEFT)
def test_none_left_is_not_none_removed(text: str, indicator: str) -> None:
    assert [one.indicator for one in figures(text)] == [indicator]


@pytest.mark.parametrize(("text", "expected"), MORE)
def test_by_how_many_more(text: str, expected: list[str]) -> None:
    found = figures(text)
    assert [number(one) for one in found] == expected
    assert [one.measure for one in found] == ["level", "change"]


@pytest.mark.parametrize(("text", "vintage"), VINTAGES)
def test_which_release(text: str, vintage: str | None) -> None:
    assert [one.vintage for one in figures(text)] == [vintage]


@pytest.mark.parametrize(("text", "basis"), PRICES)
def test_which_prices(text: str, basis: str | None) -> None:
    assert [one.price_basis for one in figures(text)] == [basis]
