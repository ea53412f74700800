"""Readings that papers in other styles taught: lists of shares, counts by place, plans told as sums, days of papers."""

from __future__ import annotations

import pytest
from tests.extract.told import NEWS, paper, short

RESOLUTION = """HỘI ĐỒNG NHÂN DÂN
TỈNH HÀ NAM
Số: 21/NQ-HĐND
Hà Nam, ngày 09 tháng 12 năm 2010

NGHỊ QUYẾT
Về quy hoạch phát triển thương mại tỉnh Hà Nam đến năm 2020

Điều 1. Nội dung quy hoạch

"""
NOTICE = """ỦY BAN NHÂN DÂN
TỈNH HÀ NAM
Số: 37/TB-UBND
Hà Nam, ngày 20 tháng 5 năm 2024

THÔNG BÁO
Kết luận của Chủ tịch Ủy ban nhân dân tỉnh Trần Văn Sơn tại cuộc họp về đầu tư công

Chủ tịch Ủy ban nhân dân tỉnh Trần Văn Sơn kết luận như sau:

"""


SHARES = [
    # the next of a list is of the kind of the first, and of its time
    (
        "Tính đến 30/9/2024, giải ngân vốn lĩnh vực y tế đạt 71,2%; các công trình thủy lợi 66,5%, giáo dục 58,4%.",
        [
            "71,2% | public_investment_disbursement share_of_plan actual at:2024-09-30",
            "66,5% | other:cac_cong_trinh_thuy_loi share_of_plan actual at:2024-09-30",
            "58,4% | other:giao_duc share_of_plan actual at:2024-09-30",
        ],
    ),
    # a share of what a sum was planned to be, though the plan is not named again
    (
        "Chín tháng năm 2024, vốn cấp huyện quản lý đạt 310 tỷ đồng, bằng 64,3% và tăng 8,1%.",
        [
            "310 tỷ đồng | other:von_cap_huyen_quan_ly level actual 2024-01/2024-09",
            "64,3% | other:von_cap_huyen_quan_ly share_of_plan actual 2024-01/2024-09",
            "8,1% | other:von_cap_huyen_quan_ly growth actual 2024-01/2024-09",
        ],
    ),
    # the plan's own sum in brackets behind who gave it
    (
        "Năm 2023, thu ngân sách đạt 5.600 tỷ đồng, đạt 112% chỉ tiêu Bộ Tài chính giao (5.000 tỷ đồng).",
        [
            "5.600 tỷ đồng | budget_revenue level actual 2023",
            "112% chỉ tiêu Bộ Tài chính giao | budget_revenue share_of_plan actual 2023",
            "5.000 tỷ đồng | budget_revenue level target 2023",
        ],
    ),
    # what was reached before a stroke, the year's plan behind it
    (
        "Đến hết tháng 9/2024, tỉnh giải ngân được 1.240/3.100 tỷ đồng.",
        [
            "1.240 | public_investment_disbursement level actual at:2024-09",
            "3.100 tỷ đồng | public_investment_disbursement level target 2024",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SHARES)
def test_shares_of_plans_in_lists(text: str, expected: list[str]) -> None:
    assert short(text) == expected


NAMES = [
    (
        "Vốn đầu tư thực hiện từ nguồn ngân sách nhà nước quý I năm 2024 đạt 640 tỷ đồng.",
        "public_investment_disbursement",
    ),
    ("GRDP không tính sản phẩm điện năm 2023 đạt 21.300 tỷ đồng.", "other:"),
    ("Năm 2023, tốc độ tăng GDP của ngành xây dựng đạt 9,1%.", "other:"),
    ("Năm 2023, khu vực kinh tế trong nước xuất siêu 1,2 tỷ USD.", "other:"),
    ("Năm 2023, ngành dệt may tăng trưởng 9,4%.", "other:"),
    ("Năm 2023, tỷ lệ huy động GRDP vào ngân sách đạt 21%.", "other:"),
    ("Năm 2023, doanh thu từ hoạt động du lịch đạt 1.900 tỷ đồng.", "tourism_revenue"),
    ("Toàn tỉnh còn 8 chủ đầu tư giải ngân dưới 30%.", "public_investment_disbursement"),
]


@pytest.mark.parametrize(("text", "indicator"), NAMES)
def test_words_beside_a_name(text: str, indicator: str) -> None:
    assert short(text)[-1].split(" | ")[1].startswith(indicator)


SAME = [
    # the former value in brackets, and what follows it, are of the same thing
    (
        ("Đại hội điều chỉnh GRDP bình quân đầu người đến năm 2025 đạt 4.200 USD (thay vì 4.500 USD như dự thảo); "
        "đến năm 2030 đạt 7.000 USD."),
        ["grdp_per_capita", "grdp_per_capita", "grdp_per_capita"],
    ),
    # the same sum in the other money, whatever it is said per
    ("GRDP bình quân năm 2023 đạt 57,8 triệu đồng/người (tương đương 2.410 USD).", ["grdp_per_capita"] * 2),
    # number and capital of those told of before
    (
        "Quý III năm 2024 có 158 doanh nghiệp thành lập mới; giảm 6,5% về số doanh nghiệp và tăng 11,2% về số vốn.",
        ["new_enterprises", "new_enterprises", "other:so_von"],
    ),
    # a part of the area, of the same thing
    (
        "Thu ngân sách năm 2023 đạt 5.600 tỷ đồng. Riêng khu vực Lạc Thủy thu được 420 tỷ đồng.",
        ["budget_revenue", "budget_revenue"],
    ),
    # what a plan of spending holds was not spent
    (
        "Tỉnh giải ngân 1.200 tỷ đồng. Tổng kế hoạch năm 2024 của tỉnh là 3.900 tỷ đồng.",
        ["public_investment_disbursement", "other:tong_ke_hoach"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "indicators"), SAME)
def test_what_goes_on_about_the_same(text: str, indicators: list[str]) -> None:
    assert [one.split(" | ")[1].split(" ")[0] for one in short(text)] == indicators


TIMES = [
    # parts are of the time of what they are parts of, over a paragraph's end too
    (
        "GRDP quý III năm 2024 tăng 7,9%, 9 tháng năm 2024 tăng 7,1%.\nTrong đó, khu vực dịch vụ tăng 8,3%.",
        ["2024-Q3", "2024-01/2024-09", "2024-01/2024-09"],
    ),
    # what is left over on a day that is told of
    ("Đến ngày 31/8/2024, tỉnh giải ngân 53%; còn 8 chủ đầu tư chưa giải ngân.", ["at:2024-08-31", "at:2024-08-31"]),
    # an income per year is of some year
    ("Năm 2023, hộ nghèo còn 3,1%. Thu nhập bình quân đầu người 52,5 triệu đồng/năm.", ["2023", "2023"]),
    # what is made is made over a time
    (
        "Năm 2023, GRDP tăng 8%; thu ngân sách năm 2023 tăng 9%.\n\nToàn ngành\n\nSản lượng xi măng đạt 4,2 triệu tấn.",
        ["2023"] * 3,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "periods"), TIMES)
def test_times_handed_on(text: str, periods: list[str]) -> None:
    assert [one.rsplit(" ", 1)[1] for one in short(text)] == periods


def test_counts_shared_out_by_place() -> None:
    text = (
        "Đến năm 2020 phát triển 9 chợ, trong đó hiện có 3 chợ và quy hoạch 6 chợ tại các huyện: Kim Bảng (03), "
        "Lý Nhân (02), Duy Tiên (01).\n"
    )
    found = [one for one in paper(RESOLUTION + text).figures if one.rule == "quantity/by_place"]
    assert [(one.quote, one.area, one.role, one.period) for one in found] == [
        ("03", "Kim Bảng", "target", "by:2020-12"),
        ("02", "Lý Nhân", "target", "by:2020-12"),
        ("01", "Duy Tiên", "target", "by:2020-12"),
    ]


def test_the_year_of_a_paper_without_a_day_is_the_one_after_what_it_compares_with() -> None:
    text = (
        "Hải quan thu ngân sách 4.600 tỷ đồng\n\nLũy kế từ đầu năm đến hết tháng 10, Cục Hải quan thu ngân sách được "
        "4.600 tỷ đồng, giảm 23% so với cùng kỳ năm 2019.\n"
    )
    assert {one.period for one in paper(text).figures} == {"2020-01/2020-10"}


def test_a_branch_of_a_body_is_no_place() -> None:
    text = "Ngày 5/11/2024, Cục Hải quan Hải Phòng họp.\n\nKết quả thu năm 2024: Chi cục Hải quan Thái Bình (83,1%).\n"
    assert [one.area for one in paper(text).figures] == ["Hải Phòng"]


def test_parts_take_the_role_of_the_figure_before_them() -> None:
    text = (
        "Tổng mức bán lẻ tháng 9/2024 ước đạt 620 tỷ đồng; 9 tháng năm 2024 đạt 5.940 tỷ đồng. "
        "Trong đó, dịch vụ lưu trú đạt 310 tỷ đồng."
    )
    assert [one.split(" ")[-2] for one in short(text)] == ["estimate", "actual", "actual"]


def test_a_tally_of_targets_named_with_their_year() -> None:
    text = "Trong số 16 chỉ tiêu của năm 2023, có 3 chỉ tiêu vượt, 11 chỉ tiêu đạt kế hoạch và 2 chỉ tiêu chưa đạt.\n"
    found = paper(NEWS + text).tallies
    assert [(one.done, one.total, one.state) for one in found] == [
        (3, 16, "exceeded"), (11, 16, "achieved"), (2, 16, "other"),
    ]  # fmt: skip


DAYS = [
    # the issuer below the province, with the province in the next line
    (
        (
            "ỦY BAN NHÂN DÂN\nHUYỆN LẠC THỦY\nTỈNH HÒA BÌNH\nSố: 15/KH-UBND\nLạc Thủy, ngày 12 tháng 01 năm 2024\n\n"
            "KẾ HOẠCH\nPhát triển kinh tế - xã hội năm 2024\n\n"
        ),
        ("2024-01-12", None, "Lạc Thủy"),
    ),
    # a resolution copied without its head tells at its foot when it was adopted
    (
        (
            "Nghị quyết về quy hoạch thương mại tỉnh Hà Nam đến năm 2020\nCăn cứ Luật Tổ chức chính quyền địa phương;\n"
            "Điều 1. Phát triển 9 chợ.\n"
            + "Điều tiếp theo nói về việc thực hiện.\n" * 8
            + "Nghị quyết này được HĐND tỉnh thông qua ngày 11 tháng 12 năm 2010.\n"
        ),
        ("2010-12-11", None, "Hà Nam"),
    ),
    # an annex says to what it belongs
    (
        (
            "BÁO CÁO\nTình hình kinh tế - xã hội quý III năm 2023 tỉnh Hà Nam\n"
            "(Kèm theo Công văn số 68/CTK ngày 28/9/2023 của Cục Thống kê)\n\n1. GRDP tăng 8%.\n"
        ),
        ("2023-09-28", None, "Hà Nam"),
    ),
    # a day cut by the edge of a page
    (
        (
            "THÔNG BÁO\n\nKẾT LUẬN CỦA CHỦ TỊCH UBND TỈNH HÀ NAM VỀ KHẮC PHỤC HẬU QUẢ MƯA LŨ\n\n"
            "Ngày 29 tháng 11\nnăm 2024, Chủ tịch UBND tỉnh đã đi kiểm tra đê điều.\n"
        ),
        (None, "2024-11-29", "Hà Nam"),
    ),
    # late in the year, the one year that the title names
    (
        (
            "Lễ công bố xã Liên Sơn, tỉnh Hòa Bình đạt chuẩn nông thôn mới năm 2017\n\n"
            "Tối ngày 28.12, xã Liên Sơn long trọng tổ chức lễ công bố.\n"
        ),
        (None, "2017-12-28", "Hòa Bình"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_days_and_places_of_heads(text: str, expected: tuple[str | None, str | None, str]) -> None:
    head = paper(text).document.head
    assert (head.date, head.event_date, head.area) == expected


def test_a_recipient_may_be_told_by_what_it_has_not_done() -> None:
    text = "1. Yêu cầu các chủ đầu tư chưa giải ngân khẩn trương hoàn thiện hồ sơ thanh toán.\n"
    (task,) = paper(NOTICE + text).directives
    assert (task.quote, task.recipient) == (
        "khẩn trương hoàn thiện hồ sơ thanh toán",
        "các chủ đầu tư chưa giải ngân",
    )


def test_divisions_of_a_district_are_told_their_tasks() -> None:
    plan = DAYS[0][0] + "III. NHIỆM VỤ TRỌNG TÂM\n1. Phòng Tài chính - Kế hoạch theo dõi tiến độ thu ngân sách.\n"
    (task,) = paper(plan).directives
    assert (task.quote, task.recipient) == ("theo dõi tiến độ thu ngân sách", "Phòng Tài chính - Kế hoạch")


WISHES = [
    (
        "1. Thống nhất đề xuất của Ủy ban nhân dân huyện Lý Nhân về việc gia hạn dự án kè sông Hồng đến năm 2025.\n",
        ("Ủy ban nhân dân huyện Lý Nhân", "accepted"),
    ),
    (
        (
            "1. Đối với kiến nghị của Ủy ban nhân dân huyện Kim Bảng bổ sung 45 tỷ đồng làm đường, giao Sở Tài chính "
            "xem xét, đề xuất.\n"
        ),
        ("Ủy ban nhân dân huyện Kim Bảng", "forwarded"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), WISHES)
def test_whose_wish_is_answered(text: str, expected: tuple[str, str]) -> None:
    (wish,) = paper(NOTICE + text).proposals
    assert (wish.proposer, wish.status) == expected
