"""When a figure holds: every wording of a time, read in a paper of 20/6/2026."""

from __future__ import annotations

import pytest
from tests.wordings.said import REPORT, RESOLUTION, figures

SINGLE = [
    ("Tháng 9/2025, IIP tăng 9,8%.", "2025-09"),
    ("Tháng 9 năm 2025, IIP tăng 9,8%.", "2025-09"),
    ("Tháng 9-2025, IIP tăng 9,8%.", "2025-09"),
    ("Tháng 09/2025, IIP tăng 9,8%.", "2025-09"),
    ("Trong tháng 5, IIP tăng 9,8%.", "2026-05"),
    ("Trong năm dự kiến thu hút 12 dự án.", "2026"),
    ("Lũy kế đến cuối năm có 16 dự án.", "at:2026-12"),
    ("Tại thời điểm ngày 01 tháng 4 tháng 2026, toàn tỉnh có 481 nghìn con lợn.", "at:2026-04-01"),
    ("Tháng Mười Một năm 2025, IIP tăng 9,8%.", "2025-11"),
    ("IIP tháng Tư tăng 9,8%.", "2026-04"),
    ("Đến hết tháng Năm năm 2026, thu ngân sách đạt 20.000 tỷ đồng.", "2026-01/2026-05"),
    ("Trong ba năm qua, GRDP tăng bình quân 9,1%/năm.", "2023/2025"),
    ("IIP tháng 5 tăng 9,8%.", "2026-05"),
    ("Tháng 5 năm nay, IIP tăng 9,8%.", "2026-05"),
    ("Tháng 5 năm ngoái, IIP tăng 9,8%.", "2025-05"),
    ("Quý I/2026, GRDP tăng 9,1%.", "2026-Q1"),
    ("Quý I năm 2026, GRDP tăng 9,1%.", "2026-Q1"),
    ("Quý I, GRDP tăng 9,1%.", "2026-Q1"),
    ("Quý 1, GRDP tăng 9,1%.", "2026-Q1"),
    ("Quý II/2025, GRDP tăng 9,1%.", "2025-Q2"),
    ("Quý III/2025, GRDP tăng 9,1%.", "2025-Q3"),
    ("Quý IV/2025, GRDP tăng 9,1%.", "2025-Q4"),
    ("Quý 4/2025, GRDP tăng 9,1%.", "2025-Q4"),
    ("Riêng quý I/2026, GRDP tăng 9,1%.", "2026-Q1"),
    ("Quý đầu năm, GRDP tăng 9,1%.", "2026-Q1"),
    ("Quý I năm trước, GRDP tăng 9,1%.", "2025-Q1"),
    ("6 tháng đầu năm, GRDP tăng 9,1%.", "2026-H1"),
    ("6 tháng đầu năm 2026, GRDP tăng 9,1%.", "2026-H1"),
    ("06 tháng đầu năm 2026, GRDP tăng 9,1%.", "2026-H1"),
    ("Sáu tháng đầu năm, GRDP tăng 9,1%.", "2026-H1"),
    ("6 tháng, GRDP tăng 9,1%.", "2026-H1"),
    ("6 tháng năm 2025, GRDP tăng 9,1%.", "2025-H1"),
    ("Nửa đầu năm 2026, GRDP tăng 9,1%.", "2026-H1"),
    ("6 tháng cuối năm 2025, GRDP tăng 9,1%.", "2025-H2"),
    ("Phấn đấu 6 tháng cuối năm GRDP tăng 9,1%.", "2026-H2"),
    ("Nửa cuối năm 2025, GRDP tăng 9,1%.", "2025-H2"),
    ("3 tháng đầu năm 2026, IIP tăng 9,1%.", "2026-01/2026-03"),
    ("5 tháng, IIP tăng 9,1%.", "2026-01/2026-05"),
    ("5 tháng đầu năm, IIP tăng 9,1%.", "2026-01/2026-05"),
    ("Năm tháng đầu năm, IIP tăng 9,1%.", "2026-01/2026-05"),
    ("9 tháng đầu năm 2025, IIP tăng 9,1%.", "2025-01/2025-09"),
    ("9 tháng năm 2025, IIP tăng 9,1%.", "2025-01/2025-09"),
    ("Tính chung 9 tháng năm 2025, IIP tăng 9,1%.", "2025-01/2025-09"),
    ("Lũy kế 5 tháng, IIP tăng 9,1%.", "2026-01/2026-05"),
    ("Bình quân 5 tháng, CPI tăng 3,2%.", "2026-01/2026-05"),
    ("11 tháng năm 2025, IIP tăng 9,1%.", "2025-01/2025-11"),
    ("11 tháng/2025, IIP tăng 9,1%.", "2025-01/2025-11"),
    ("Hết tháng 9/2025, thu ngân sách đạt 20.000 tỷ đồng.", "2025-01/2025-09"),
    ("Đến hết tháng 5, thu ngân sách đạt 20.000 tỷ đồng.", "2026-01/2026-05"),
    ("Lũy kế đến hết tháng 5, thu ngân sách đạt 20.000 tỷ đồng.", "2026-01/2026-05"),
    ("Lũy kế từ đầu năm, thu ngân sách đạt 20.000 tỷ đồng.", "2026-01/2026-06"),
    ("Từ đầu năm đến nay, thu ngân sách đạt 20.000 tỷ đồng.", "2026-01/2026-06"),
    ("Kể từ đầu năm đến nay, thu ngân sách đạt 20.000 tỷ đồng.", "2026-01/2026-06"),
    ("Trong năm, thu ngân sách đạt 20.000 tỷ đồng.", "2026"),
    ("Năm 2025, GRDP tăng 9,1%.", "2025"),
    ("Cả năm 2025, GRDP tăng 9,1%.", "2025"),
    ("Riêng năm 2025, GRDP tăng 9,1%.", "2025"),
    ("Trong năm 2025, GRDP tăng 9,1%.", "2025"),
    ("Ngay trong năm 2025, GRDP tăng 9,1%.", "2025"),
    ("Năm nay, GRDP ước tăng 9,1%.", "2026"),
    ("GRDP cả năm ước tăng 9,1%.", "2026"),
    ("Ước cả năm GRDP tăng 9,1%.", "2026"),
    ("Năm trước, GRDP tăng 9,1%.", "2025"),
    ("Năm ngoái, GRDP tăng 9,1%.", "2025"),
    ("Năm vừa qua, GRDP tăng 9,1%.", "2025"),
    ("Năm qua, GRDP tăng 9,1%.", "2025"),
    ("Phấn đấu năm tới GRDP tăng 9,1%.", "2027"),
    ("GRDP giai đoạn 2021-2025 tăng bình quân 9,1%/năm.", "2021/2025"),
    ("GRDP giai đoạn 2021 - 2025 tăng bình quân 9,1%/năm.", "2021/2025"),
    ("GRDP giai đoạn 2021 – 2025 tăng bình quân 9,1%/năm.", "2021/2025"),
    ("GRDP thời kỳ 2021-2030 tăng bình quân 9,1%/năm.", "2021/2030"),
    ("5 năm 2021-2025, GRDP tăng bình quân 9,1%/năm.", "2021/2025"),
    ("5 năm (2021-2025), GRDP tăng bình quân 9,1%/năm.", "2021/2025"),
    ("Từ năm 2021 đến năm 2025, GRDP tăng bình quân 9,1%/năm.", "2021/2025"),
    ("Từ 2021 đến 2025, GRDP tăng bình quân 9,1%/năm.", "2021/2025"),
    ("Các năm 2021-2025, GRDP tăng bình quân 9,1%/năm.", "2021/2025"),
    ("Trong 5 năm qua, GRDP tăng bình quân 9,1%/năm.", "2021/2025"),
    ("5 năm gần đây, GRDP tăng bình quân 9,1%/năm.", "2021/2025"),
    ("Trong nhiệm kỳ 2020-2025, GRDP tăng bình quân 9,1%/năm.", "2020/2025"),
    ("Nhiệm kỳ 2020-2025, GRDP tăng bình quân 9,1%/năm.", "2020/2025"),
    ("Phấn đấu 5 năm tới GRDP tăng bình quân 9,1%/năm.", "2026/2030"),
    ("Phấn đấu đến năm 2030 tỷ lệ đô thị hóa đạt 60%.", "by:2030-12"),
    ("Phấn đấu vào năm 2030 tỷ lệ đô thị hóa đạt 60%.", "by:2030-12"),
    ("Phấn đấu tới năm 2030 tỷ lệ đô thị hóa đạt 60%.", "by:2030-12"),
    ("Phấn đấu đến hết năm 2030 tỷ lệ đô thị hóa đạt 60%.", "by:2030-12"),
    ("Phấn đấu đến cuối năm 2030 tỷ lệ đô thị hóa đạt 60%.", "by:2030-12"),
    ("Phấn đấu hết năm 2030 tỷ lệ đô thị hóa đạt 60%.", "by:2030-12"),
    ("Phấn đấu đến 2030 tỷ lệ đô thị hóa đạt 60%.", "by:2030-12"),
    ("Phấn đấu trước năm 2030 tỷ lệ đô thị hóa đạt 60%.", "by:2029-12"),
    ("Phấn đấu đến cuối năm tỷ lệ giải ngân đạt 95%.", "by:2026-12"),
    ("Phấn đấu đến hết năm tỷ lệ giải ngân đạt 95%.", "by:2026-12"),
    ("Phấn đấu đến hết tháng 9 tỷ lệ giải ngân đạt 60%.", "by:2026-09"),
    ("Phấn đấu đến hết quý III tỷ lệ giải ngân đạt 60%.", "by:2026-09"),
    ("Phấn đấu đến ngày 30/9/2026 tỷ lệ giải ngân đạt 60%.", "by:2026-09-30"),
    ("Phấn đấu trước ngày 30/9/2026 tỷ lệ giải ngân đạt 60%.", "by:2026-09-29"),
    ("Tính đến ngày 31/5/2026, dư nợ tín dụng đạt 120.000 tỷ đồng.", "at:2026-05-31"),
    ("Tính đến 31/5/2026, dư nợ tín dụng đạt 120.000 tỷ đồng.", "at:2026-05-31"),
    ("Tính đến hết ngày 31/5/2026, dư nợ tín dụng đạt 120.000 tỷ đồng.", "at:2026-05-31"),
    ("Tính đến 17 giờ ngày 31/5/2026, dư nợ tín dụng đạt 120.000 tỷ đồng.", "at:2026-05-31"),
    ("Tại thời điểm 31/5/2026, dư nợ tín dụng đạt 120.000 tỷ đồng.", "at:2026-05-31"),
    ("Đến ngày 31/5/2026, dư nợ tín dụng đạt 120.000 tỷ đồng.", "at:2026-05-31"),
    ("Đến ngày 31/5, dư nợ tín dụng đạt 120.000 tỷ đồng.", "at:2026-05-31"),
    ("Đến 31/5, dư nợ tín dụng đạt 120.000 tỷ đồng.", "at:2026-05-31"),
    ("Ngày 31 tháng 5 năm 2026, dư nợ tín dụng đạt 120.000 tỷ đồng.", "at:2026-05-31"),
    ("Tính đến tháng 5/2026, dư nợ tín dụng đạt 120.000 tỷ đồng.", "at:2026-05"),
    ("Tính đến hết tháng 5/2026, dư nợ tín dụng đạt 120.000 tỷ đồng.", "at:2026-05"),
    ("Tính đến cuối năm 2025, dư nợ tín dụng đạt 120.000 tỷ đồng.", "at:2025-12"),
    ("Đến hết năm 2025, dư nợ tín dụng đạt 120.000 tỷ đồng.", "at:2025-12"),
    ("Đến cuối năm 2025, dư nợ tín dụng đạt 120.000 tỷ đồng.", "at:2025-12"),
    ("Cuối năm 2025, dư nợ tín dụng đạt 120.000 tỷ đồng.", "at:2025-12"),
    ("Kỳ báo cáo từ 15/5/2026 đến 14/6/2026, IIP tăng 9,8%.", "2026-05/2026-06"),
    ("Kỳ báo cáo từ ngày 15/5/2026 đến ngày 14/6/2026, IIP tăng 9,8%.", "2026-05/2026-06"),
    ("Năm học 2025-2026, tỷ lệ trường đạt chuẩn quốc gia đạt 92,5%.", "2025-09/2026-05"),
    ("Vụ Đông Xuân 2025-2026, sản lượng lúa đạt 320.000 tấn.", "2025-11/2026-05"),
    ("3 năm gần nhất, GRDP tăng bình quân 9,1%/năm.", "2023/2025"),
    ("Giữa nhiệm kỳ 2020-2025, tỷ lệ đô thị hóa đạt 38%.", "2020/2025"),
]

UNSTATED = [
    ("Đến nay, toàn tỉnh có 120 trường đạt chuẩn quốc gia.", "at:2026-06-20"),
    ("Hiện nay, toàn tỉnh có 120 trường đạt chuẩn quốc gia.", "at:2026-06-20"),
    ("Toàn tỉnh hiện có 120 trường đạt chuẩn quốc gia.", "at:2026-06-20"),
    ("Tính đến nay, toàn tỉnh có 120 trường đạt chuẩn quốc gia.", "at:2026-06-20"),
    ("Đến thời điểm này, toàn tỉnh có 120 trường đạt chuẩn quốc gia.", "at:2026-06-20"),
    ("Đến thời điểm báo cáo, toàn tỉnh có 120 trường đạt chuẩn quốc gia.", "at:2026-06-20"),
    ("Đến thời điểm hiện tại, toàn tỉnh có 120 trường đạt chuẩn quốc gia.", "at:2026-06-20"),
    ("Cho đến nay, toàn tỉnh có 120 trường đạt chuẩn quốc gia.", "at:2026-06-20"),
]

BASES = [
    ("IIP tháng 5 tăng 9,8% so với cùng kỳ.", "2025-05"),
    ("IIP tháng 5 tăng 9,8% so với cùng kỳ năm trước.", "2025-05"),
    ("IIP tháng 5 tăng 9,8% so cùng kỳ.", "2025-05"),
    ("IIP tháng 5 tăng 9,8% so với cùng kỳ năm 2025.", "2025-05"),
    ("IIP tháng 5 tăng 9,8% so với tháng trước.", "2026-04"),
    ("IIP tháng 5 tăng 9,8% so với tháng 4.", "2026-04"),
    ("IIP tháng 5 tăng 9,8% so với tháng 12/2025.", "2025-12"),
    ("IIP tháng 5 tăng 9,8% so với tháng 12 năm trước.", "2025-12"),
    ("GRDP quý II tăng 9,8% so với quý trước.", "2026-Q1"),
    ("GRDP quý I tăng 9,8% so với quý trước.", "2025-Q4"),
    ("GRDP 6 tháng đầu năm tăng 9,8% so với cùng kỳ năm ngoái.", "2025-H1"),
    ("Thu ngân sách 9 tháng năm 2025 tăng 9,8% so với cùng kỳ.", "2024-01/2024-09"),
    ("GRDP năm 2025 tăng 9,8% so với năm 2024.", "2024"),
    ("GRDP năm 2025 tăng 9,8% so với năm trước.", "2024"),
    ("GRDP năm 2025 tăng 9,8% so năm 2024.", "2024"),
    ("Kim ngạch xuất khẩu năm 2025 bằng 97,7% so với năm 2024.", "2024"),
    ("Kim ngạch xuất khẩu năm 2025 gấp 1,5 lần năm 2020.", "2020"),
    ("Kim ngạch xuất khẩu năm 2025 gấp 1,5 lần so với năm 2020.", "2020"),
    ("Thu ngân sách năm 2025 tăng 45% so với đầu nhiệm kỳ.", None),
    ("Thu nội địa năm 2026 phấn đấu tăng ít nhất 10% so với thực hiện năm 2025.", "2025"),
]

OF_A_RESOLUTION = [
    ("Đến năm 2030, tỷ lệ đô thị hóa đạt 60%.", "by:2030-12"),
    ("GRDP bình quân nhiệm kỳ tăng 10%/năm.", "2025/2030"),
    ("Tốc độ tăng GRDP bình quân 10%/năm.", "2025/2030"),
    ("Riêng năm 2026, GRDP tăng 12,5% trở lên.", "2026"),
    ("Cuối nhiệm kỳ, tỷ lệ hộ nghèo dưới 1%.", "by:2030-12"),
    ("Tỷ lệ hộ nghèo đến cuối nhiệm kỳ dưới 1%.", "by:2030-12"),
    ("Hết nhiệm kỳ, tỷ lệ hộ nghèo dưới 1%.", "by:2030-12"),
    ("Tầm nhìn đến năm 2045, tỷ lệ đô thị hóa đạt 80%.", "by:2045-12"),
]

OF_A_REPORT = [
    ("Thu ngân sách đạt 20.000 tỷ đồng.", "2026-H1"),
    ("Tháng 6, IIP tăng 9,8%.", "2026-06"),
    ("Quý II, GRDP tăng 9,8%.", "2026-Q2"),
    ("Phấn đấu cả năm GRDP tăng 10%.", "2026"),
    ("IIP tháng 6 tăng 9,8%, lũy kế 6 tháng tăng 11,2%.", "2026-06 2026-H1"),
    ("Năm 2025, GRDP tăng 9,1%.", "2025"),
]


@pytest.mark.parametrize(("text", "period"), SINGLE)
def test_a_stated_time(text: str, period: str) -> None:
    assert [(one.period, one.period_stated) for one in figures(text)] == [(period, True)]


@pytest.mark.parametrize(("text", "period"), UNSTATED)
def test_the_time_of_the_paper(text: str, period: str) -> None:
    assert [(one.period, one.period_stated) for one in figures(text)] == [(period, False)]


@pytest.mark.parametrize(("text", "base"), BASES)
def test_what_a_growth_is_measured_against(text: str, base: str | None) -> None:
    assert [one.base_period for one in figures(text)] == [base]


@pytest.mark.parametrize(("text", "periods"), OF_A_RESOLUTION)
def test_times_in_a_resolution(text: str, periods: str) -> None:
    assert [one.period for one in figures(text, RESOLUTION)] == periods.split()


@pytest.mark.parametrize(("text", "periods"), OF_A_REPORT)
def test_times_in_a_report(text: str, periods: str) -> None:
    assert [one.period for one in figures(text, REPORT)] == periods.split()
