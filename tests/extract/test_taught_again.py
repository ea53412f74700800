"""Readings that sentences of our own taught: times of plans and terms, aims and forecasts, sets, chains, places."""

from __future__ import annotations

import pytest
from tests.extract.told import paper, short

CONGRESS = """Đại hội đại biểu Đảng bộ xã Xuân Phú lần thứ I, nhiệm kỳ 2025 - 2030

Ngày 15/8/2025, Đảng bộ xã Xuân Phú, tỉnh Thanh Hóa tổ chức Đại hội đại biểu lần thứ I, nhiệm kỳ 2025-2030.

"""
SESSION = """HĐND tỉnh Quảng Bình thông qua nhiều nghị quyết quan trọng

Sáng 10/12/2023, kỳ họp thứ 13 HĐND tỉnh Quảng Bình khóa XVIII bế mạc.

"""
NO_DAY = """Nông nghiệp Sóc Trăng tăng tốc

Năm 2023, ngành nông nghiệp Sóc Trăng đạt nhiều kết quả nổi bật.

"""

ROLES = [
    # what is foreseen by ability, condition, need, option
    ("Thu ngân sách năm 2025 nhiều khả năng vượt 23.000 tỷ đồng.", ["projection"]),
    ("Khả năng cả năm 2025 thu ngân sách đạt 23.000 tỷ đồng.", ["projection"]),
    ("Thu ngân sách năm 2025 ước sẽ đạt 23.000 tỷ đồng.", ["projection"]),
    ("Nếu giá than giảm, thu ngân sách năm 2025 chỉ đạt 21.000 tỷ đồng.", ["projection"]),
    ("Trường hợp dịch kéo dài, thu ngân sách năm 2025 chỉ đạt 21.000 tỷ đồng.", ["projection"]),
    ("Nhu cầu điện đến năm 2030 là 5.200 MW.", ["projection"]),
    ("Phương án 1: GRDP năm 2025 tăng 9%; thu ngân sách đạt 23.000 tỷ đồng.", ["scenario", "scenario"]),
    ("Với phương án thấp, dân số năm 2030 là 940 nghìn người.", ["scenario"]),
    # aims
    ("Phấn đấu GRDP tăng từ 7,5% trở lên, thu ngân sách đạt 26.500 tỷ đồng.", ["target", "target"]),
    ("Đến 30/11 phải giải ngân đạt ít nhất 80% kế hoạch.", ["target"]),
    ("Giai đoạn 2026-2030 tỉnh cần khoảng 12.000 tỷ đồng cho hạ tầng.", ["target"]),
    ("Phương hướng năm 2025: sản lượng lúa trên 2 triệu tấn; thêm 5 xã nông thôn mới.", ["target", "target"]),
    ("Thu nội địa: dự toán: 900 tỷ đồng.", ["target"]),
    ("Năm 2024, tổng kế hoạch vốn đầu tư công của tỉnh là 3.215 tỷ đồng.", ["target"]),
    # no aims
    ("Cán bộ cấp xã được bố trí hợp lý, trung bình 64 người/xã.", ["actual"]),
    (
        "Hải quan thu 39 tỷ đồng, đạt 64,1% chỉ tiêu Tổng cục giao phấn đấu (60 tỷ đồng), đạt 61,9% chỉ tiêu.",
        ["actual", "actual", "target", "actual"],
    ),
    ("Tỉnh đặt mục tiêu giảm tỷ lệ hộ nghèo 1% trong năm nay. Đến nay, đã sửa 876 nhà ở.", ["target", "actual"]),
    (
        "Dự kiến cả năm thu 2.150 tỷ đồng. Nợ thuế còn 187 tỷ đồng, giảm 42 tỷ đồng so với đầu năm.",
        ["projection", "actual", "actual"],
    ),
    ("GRDP 9 tháng ước tăng 8,1% (cả nước 6,8%).", ["estimate", "benchmark"]),
]


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_what_a_number_is(text: str, roles: list[str]) -> None:
    assert [one.split(" ")[-2] for one in short(text)] == roles


TIMES = [
    # the years of a standard are not those of the rate
    ("Tỷ lệ hộ nghèo năm 2023 theo chuẩn nghèo đa chiều giai đoạn 2022-2025 còn 2,5%.", ["2023"]),
    # a day that opens its sentence is that of all of it
    (
        "Đến 31/10/2023, tổng nguồn vốn huy động đạt 117.350 tỷ đồng; dư nợ tín dụng đạt 92.460 tỷ đồng, tăng 8,9%.",
        ["at:2023-10-31"] * 3,
    ),
    # a mean begins anew behind a comparison
    (
        (
            "Chỉ số giá tiêu dùng tháng 9 tăng 1,2% so với tháng trước, tăng 2,9% so với đầu năm và bình quân 9 tháng "
            "tăng 8,6% so với cùng kỳ."
        ),
        ["2024-09", "2024-09", "2024-01/2024-09"],
    ),
    # a time of a part is not that of the whole before it
    (
        "Tỉnh đã hoàn thành 9 dự án, nâng tổng số cao tốc lên 189 km, trong đó riêng năm 2023 là 47 km.",
        ["at:2024-10-18", "at:2024-10-18", "2023"],
    ),
    # records over years, years that begin or are estimated to their end
    ("Năm 2023, GRDP tăng 7,9%, cao nhất trong 10 năm qua; thu ngân sách đạt 5.020 tỷ đồng.", ["2023", "2023"]),
    ("Tỷ lệ hộ nghèo giảm từ 18,17% đầu năm 2022 xuống 12,91% cuối năm 2022.", ["at:2022-01", "at:2022-12"]),
    ("Dự ước đến hết năm 2024, tỉnh hoàn thành mọi chỉ tiêu. Thu ngân sách ước đạt 5.020 tỷ đồng.", ["2024"]),
    ("GRDP 2023 tăng 8,2%.", ["2023"]),
    # nothing was reached in a year to come
    ("Năm 2025, phấn đấu thu 900 tỷ đồng.\n\nHội nghị khen thưởng 22 người.", ["2025", "at:2024-10-18"]),
    # what is there now goes on about the year that was spoken of
    (
        "Năm 2023, tỷ lệ hộ nghèo giảm 3,2%, hiện còn 5,7%. Công nhận thêm 9 xã đạt chuẩn nông thôn mới.",
        ["2023", "at:2024-10-18", "2023"],
    ),
    # what a change comes to is no value of the time compared with
    ("Năm 2025, phấn đấu tỷ lệ hộ nghèo giảm 3,5% so với năm 2024 (còn khoảng 18%).", ["2025", "2025"]),
    ("Vốn thực hiện năm 2024 có thể đạt 25 tỷ USD.", ["2024"]),
    (
        "Giải ngân đến 30/4/2024 đạt 12,7% kế hoạch, thấp hơn cùng kỳ (15,4%) và thấp hơn bình quân cả nước (16,4%).",
        ["at:2024-04-30", "at:2023-04-30", "at:2024-04-30"],
    ),
]


@pytest.mark.parametrize(("text", "times"), TIMES)
def test_when_a_number_holds(text: str, times: list[str]) -> None:
    assert [one.split(" ")[-1] for one in short(text)] == times


REVIEW = """Ngành y tế Quảng Ngãi vượt khó

Tại hội nghị tổng kết công tác y tế năm 2023 diễn ra ngày 12/1/2024, Sở Y tế tỉnh Quảng Ngãi cho biết """


def test_the_day_of_a_meeting_is_not_the_time_of_what_it_looks_back_on() -> None:
    text = (
        "toàn tỉnh đạt 31,5 giường bệnh/vạn dân. Tỷ lệ hộ nghèo còn 9,8%.\n\nCác cơ sở khám cho 2,1 triệu lượt người."
    )
    assert [one.split(" ")[-1] for one in short(text, REVIEW)] == ["2023"] * 3


REPORT = """ỦY BAN NHÂN DÂN
HUYỆN ĐẠI TỪ
Số: 88/BC-UBND
Đại Từ, ngày 05 tháng 7 năm 2023

BÁO CÁO
Kết quả thực hiện nhiệm vụ phát triển kinh tế - xã hội 6 tháng đầu năm 2023

I. KẾT QUẢ ĐẠT ĐƯỢC

"""


def test_plans_in_a_report_of_short_lines() -> None:
    text = "- Giá trị sản xuất công nghiệp: 412 tỷ đồng/850 tỷ đồng, bằng 48,5% kế hoạch.\n"
    text += "- Trồng rừng 486,5 ha, đạt 97,3% KH.\n"
    text += "- Tỷ lệ hộ nghèo đầu năm 5,82%; kế hoạch giảm 1,5% trong năm.\n"
    assert [" ".join(one.split(" ")[-3:]) for one in short(text, REPORT)] == [
        "level actual 2023-H1",
        "level target 2023",
        "share_of_plan actual 2023-H1",
        "level actual 2023-H1",
        "share_of_plan actual 2023-H1",
        "level actual at:2023-01",
        "change target at:2023-01",
    ]


def test_a_day_gone_by_ends_what_a_plan_before_it_aims_at() -> None:
    text = "Vốn Trung ương giao năm 2024 là 214 tỷ đồng, đến 30/6 giải ngân 38,6 tỷ đồng, đạt 18%."
    assert [" ".join(one.split(" ")[-2:]) for one in short(text)] == [
        "target 2024",
        "actual at:2024-06-30",
        "actual at:2024-06-30",
    ]


BANK = """Dư nợ ở Nghệ An tăng

Đến 31/10/2023, """


def test_parts_of_what_there_is_on_a_day_are_of_that_day() -> None:
    text = "tổng dư nợ đạt 287.400 tỷ đồng. Trong đó, dư nợ ngắn hạn 165.200 tỷ đồng, chiếm 57,5%.\n\n"
    text += "Doanh số cho vay 10 tháng đạt 246.000 tỷ đồng."
    assert [" ".join(one.split(" | ")[1].split(" ")) for one in short(text, BANK)] == [
        "credit level actual at:2023-10-31",
        "other:du_no_ngan_han level actual at:2023-10-31",
        "other:du_no_ngan_han level actual at:2023-10-31",
        "other:vay level actual 2023-01/2023-10",
    ]


def test_a_mean_of_years_is_of_those_between_which_a_rate_moved() -> None:
    text = "Tỷ lệ hộ nghèo giảm bình quân 4,2%/năm, từ 40,3% năm 2016 xuống còn 19,1% năm 2020."
    assert [one.split(" ")[-1] for one in short(text)] == ["2016/2020", "2016", "2020"]


def test_a_congress_counts_its_delegates_today_and_its_results_over_the_term_that_ends() -> None:
    text = "Dự Đại hội có 148 đại biểu đại diện cho 712 đảng viên sinh hoạt tại 31 chi bộ. Nhiệm kỳ qua, tổng huy động "
    text += (
        "vốn đầu tư phát triển 5 năm đạt 820 tỷ đồng. Đại hội đề ra chỉ tiêu đến năm 2030 thu nhập đạt 95 triệu đồng."
    )
    assert [one.split(" ")[-1] for one in short(text, CONGRESS)] == [
        *["at:2025-08-15"] * 3,
        "2020/2025",
        "by:2030-12",
    ]


def test_papers_that_a_session_is_to_hear_are_of_its_day() -> None:
    text = "Các đại biểu sẽ xem xét 36 báo cáo và dự kiến thông qua 41 nghị quyết."
    assert [one.split(" ")[-1] for one in short(text, SESSION)] == ["at:2023-12-10"] * 2


def test_a_paper_without_a_day_is_of_the_year_that_it_tells_not_of_the_one_it_plans() -> None:
    text = "Sản lượng lúa cả năm 2,09 triệu tấn.\n\nPhương hướng năm 2024: sản lượng lúa trên 2 triệu tấn."
    assert [one.split(" ")[-2:] for one in short(text, NO_DAY)] == [["actual", "2023"], ["target", "2024"]]


def test_what_was_done_is_of_the_months_that_the_title_tells_of() -> None:
    head = "Kết quả cải cách hành chính 8 tháng đầu năm 2025\n\nNgày 10/9/2025, Sở Nội vụ thành phố Huế họp báo.\n\n"
    text = "Thành phố đã tổ chức 3 khóa huấn luyện; tư vấn cho 17 tổ chức. Thành phố hiện có 40 xã, phường."
    assert [one.split(" ")[-1] for one in short(text, head)] == [
        "2025-01/2025-08",
        "2025-01/2025-08",
        "at:2025-09-10",
    ]


LINKS = [
    # a multiple of what others have
    ("GRDP bình quân đầu người gấp 1,9 lần của tỉnh Sơn La.", ["other:grdp_per_capita_vs_others level"]),
    ("Thu ngân sách năm 2023 gấp 1,9 lần năm 2015.", ["budget_revenue growth"]),
    ("Thu ngân sách năm 2023 gấp 1,9 lần bình quân giai đoạn 2011-2015.", ["budget_revenue growth"]),
    # a place behind `của` says whose it is
    ("Sản lượng thép các loại của tỉnh Hòa Bình đạt 1,2 triệu tấn.", ["other:san_luong_thep_cac_loai level"]),
    # the set of a share stands behind it
    (
        "Tỷ lệ hộ nghèo còn 1,9%. Đến nay, 100% đường thôn được bê tông hóa.",
        ["poverty_rate level", "other:duong_thon level"],
    ),
    # more is named behind the count than before it
    (
        "Huyện có 20 xã đạt chuẩn nông thôn mới, 9 xã nông thôn mới nâng cao, 3 xã kiểu mẫu.",
        [
            "new_rural_communes level",
            "other:advanced_new_rural_communes level",
            "other:advanced_new_rural_communes level",
        ],
    ),
    # what is told of the counted stands between them and their growth
    ("Có 14.560 người nộp hồ sơ hưởng trợ cấp, tăng 21,4%.", ["other:nguoi level", "other:nguoi growth"]),
    # how many households are poor comes with their share
    ("Toàn tỉnh có 14.420 hộ nghèo, chiếm 4,35%.", ["poor_households level", "poverty_rate level"]),
    # behind a colon stands a thing of its own, and a pace is that of what stands before it
    (
        "Đại hội đề ra 22 chỉ tiêu đến năm 2030: tỷ lệ che phủ rừng đạt 45%.",
        ["other:targets_planned level", "forest_cover level"],
    ),
    (
        "Tổng kim ngạch xuất nhập khẩu đạt 10 tỷ USD; tốc độ tăng bình quân trên 15%/năm.",
        ["trade_total level", "trade_total growth"],
    ),
    # a plan grows on that of another year, and over its own
    (
        "Dự toán chi ngân sách địa phương năm 2025 là 12.480 tỷ đồng, tăng 8,2% so với dự toán năm 2024.",
        ["budget_expenditure level", "budget_expenditure growth"],
    ),
    (
        "Thu ngân sách năm 2023 đạt 5.600 tỷ đồng, tăng 12% so với dự toán.",
        ["budget_revenue level", "budget_revenue share_of_plan"],
    ),
    # a rate of its own, a deficit, a share that is over an aim, prices in brackets
    ("Tỷ lệ tham gia BHXH đạt 40%, tỷ lệ chậm đóng dưới 1,8%.", None),
    ("Bội chi ngân sách địa phương năm 2024: 95 tỷ đồng.", ["other:boi_chi_ngan_sach_dia_phuong level"]),
    ("Giá trị sản xuất toàn ngành (giá so sánh 2010) đạt 900 tỷ đồng.", ["other:gia_tri_san_xuat_toan_nganh level"]),
    # less than the thing named: a local budget, a market, an owner, goods without services, a branch
    ("Thu ngân sách địa phương năm 2023 đạt 37.300 tỷ đồng.", ["other:thu_ngan_sach_dia_phuong level"]),
    ("Xuất khẩu sang thị trường Hoa Kỳ năm 2023 đạt 900 triệu USD.", None),
    (
        "IIP 9 tháng tăng 12,4%, trong đó: công nghiệp chế biến, chế tạo tăng 15,6%; 4 ngành trọng điểm tăng 11%.",
        None,
    ),
    ("Chỉ số hài lòng (SIPAS) đạt 82,66%, tăng 2,58%.", ["sipas level", "sipas change"]),
]


@pytest.mark.parametrize(("text", "links"), LINKS)
def test_what_a_number_is_of(text: str, links: list[str] | None) -> None:
    found = [" ".join(one.split(" | ")[1].split(" ")[:2]) for one in short(text)]
    assert found == links if links is not None else all(one.startswith("other:") for one in found[1:] or found)


PLACES = [
    ("Hàn Quốc đầu tư 124 dự án vào tỉnh, nâng tổng vốn của tỉnh lên 1,3 tỷ USD.", "Hòa Bình"),
    ("Số nợ chiếm 1,9%, thấp hơn 0,4 điểm phần trăm so với bình quân cả nước.", "Hòa Bình"),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_where(text: str, place: str) -> None:
    head = "Ngày 18/10/2024, UBND tỉnh Hòa Bình họp báo.\n\n"
    assert {one.area for one in paper(head + text).figures} == {place}


def test_a_task_that_only_was_foreseen_before_is_an_aim() -> None:
    text = "Dự báo cả năm chỉ giải ngân được khoảng 85% kế hoạch. Chủ tịch UBND tỉnh Bùi Đức Hinh yêu cầu các sở "
    text += "giải ngân đạt 60%, đến hết ngày 31/12/2024 đạt trên 95% kế hoạch vốn."
    assert [one.split(" ")[-2:] for one in short(text)][1:] == [["target", "2024"], ["target", "by:2024-12-31"]]


STANDS = [
    "Tình hình kinh tế - xã hội 4 tháng tiếp tục chuyển biến tích cực.",
    "Kinh tế của tỉnh tiếp tục phục hồi; an sinh xã hội được bảo đảm.",
    "Công tác giải phóng mặt bằng còn chậm, nhiều dự án vướng mắc.",
    "Thu ngân sách nhà nước chưa đạt tiến độ đề ra.",
]


@pytest.mark.parametrize("text", STANDS)
def test_how_things_stand_is_no_task(text: str) -> None:
    head = "THÔNG BÁO\nKết luận của Chủ tịch UBND tỉnh Nguyễn Thanh Hải tại cuộc họp giao ban tháng 4 năm 2024\n\n"
    head += "Ngày 03/5/2024, UBND tỉnh Phú Yên họp giao ban. Chủ tịch UBND tỉnh kết luận như sau:\n\n"
    found = paper(f"{head}1. {text}\n2. Sở Tài chính rà soát nguồn thu.\n").directives
    assert [one.quote for one in found] == ["rà soát nguồn thu"]


def test_rows_of_a_term_and_years_of_a_standard_in_a_table() -> None:
    text = (
        "NGHỊ QUYẾT\nPhụ lục chỉ tiêu\n\nChỉ tiêu | Đơn vị | Ước thực hiện 2025 | Mục tiêu đến năm 2030\n"
        "Tốc độ tăng trưởng GRDP bình quân 5 năm | % | 8,6 | 11\nTỷ lệ hộ nghèo (chuẩn 2026-2030) | % | 4,1 | 1,5\n"
        "Thu ngân sách nhà nước | Tỷ đồng | 46.300 | 82.000\n"
    )
    assert [one.period for one in paper(text).figures] == [
        *("2021/2025", "2026/2030", "2025", "by:2030-12", "2025", "by:2030-12"),
    ]
