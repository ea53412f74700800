"""Heads with marks that a recogniser has lost, names that go over lines, and bodies that issue a paper together."""

from __future__ import annotations

import pytest
from tests.extract.test_head import head_of

from camket.extract.head.issuer import issuer_of

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
BODY = "Về việc tổ chức phiên chợ\nCăn cứ Luật Thương mại;\nCác đơn vị tổ chức phiên chợ.\n"


@pytest.mark.parametrize(
    ("lines", "number", "issuer"),
    [
        (["ỦY BAN THƯỜNG VỤ", "QUỐC HỘI"], "87/2031/UBTVQH18", "Ủy ban Thường vụ Quốc hội"),
        (["BỘ Y TẾ", "BỘ XÂY DỰNG"], "3/2014/TTLT-BYT-BXD", "Bộ Y tế - Bộ Xây dựng"),
        (
            ["BỘ Y TẾ - BỘ XÂY DỰNG -", "BỘ TÀI CHÍNH"],
            "3/2014/TTLT-BYT-BXD-BTC",
            "Bộ Y tế - Bộ Xây dựng - Bộ Tài chính",
        ),
        (
            [
                "ỦY BAN THƯỜNG VỤ QUỐC HỘI",
                "CHÍNH PHỦ - ĐOÀN CHỦ TỊCH",
                "ỦY BAN TRUNG ƯƠNG",
                "MẶT TRẬN TỔ QUỐC VIỆT NAM",
            ],
            "8/2031/NQLT-UBTVQH18-CP-ĐCTUBTWMTTQVN",
            "Ủy ban Thường vụ Quốc hội - Chính phủ - Đoàn chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
        ),
        (
            ["UBND TỈNH BẮC NINH", "SỞ Y TẾ - SỞ CÔNG THƯƠNG"],
            "12/KHLT-SYT-SCT",
            "Sở Y tế - Sở Công Thương tỉnh Bắc Ninh",
        ),
    ],
)
def test_the_signs_of_the_number_tell_how_many_bodies_issue_a_paper(lines: list[str], number: str, issuer: str) -> None:
    assert issuer_of(lines, number) == issuer


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (["ỦY BAN NHÂN DÂN", "THÀNH PHÓ CÀN THƠ"], "Ủy ban nhân dân thành phố Cần Thơ"),
        (["ỦY BAN NHÂN DÂN", "THANH PHO CAN THƠ"], "Ủy ban nhân dân thành phố Cần Thơ"),
        (["HỘI ĐỒNG NHÂN DÂN", "THÀNH PHỐ HÀ NỌI"], "Hội đồng nhân dân thành phố Hà Nội"),
        (["UBND THÀNH PHÓ CÂN THƠ", "TRƯỜNG CAO ĐẲNG", "NÔNG NGHIỆP CẢN THƠ"], "Trường Cao đẳng nông nghiệp Cần Thơ"),
        (["TRƯỜNG ĐẠI HỌC", "TRUYÈN THÔNG VÀ NÔNG NGHIỆP"], "Trường Đại học truyền thông và nông nghiệp"),
        (["ỦY BAN NHÂN DÂN", "XÃ HÒA BÌNH"], "Ủy ban nhân dân xã Hòa Bình"),
        (["ỦY BAN NHÂN DÂN", "THÀNH PHÓ HÒ CHÍ MINH"], "Ủy ban nhân dân thành phố Hồ Chí Minh"),
        (["ỦY BANNHÂN DÂN", "TỈNH HÀ NAM"], "Ủy ban nhân dân tỉnh Hà Nam"),
        (["Bộ CÔNG THƯƠNG"], "Bộ Công Thương"),
        (["VĂN BẢN KHÁC", "VĂN BẢN HỢP NHẤT - VĂN PHÒNG QUỐC HỘI"], "Văn phòng Quốc hội"),
        (["ỦY BAN NHÂN DÂN", "TỈNH BÀ RỊA-VŨNG TÀU"], "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu"),
        (["BỘ Y TẾ", "VAN PHONG CHƯƠNG TRÌNH", "KHOA HỌC"], "Văn phòng chương trình khoa học Bộ Y tế"),
    ],
)
def test_places_and_words_find_their_marks(lines: list[str], issuer: str) -> None:
    assert issuer_of(lines) == issuer


@pytest.mark.parametrize(
    "motto",
    [
        "CÓNG HÒA XÃ HỌI CHỦ NGHĨA. VIỆT NAM",
        "CỘNG HO XÃ HỘI CHU NGHỈA VHT NAM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIET NAM",
    ],
)
def test_the_motto_with_wrong_marks_is_no_part_of_a_name(motto: str) -> None:
    head, _ = head_of(f"SỞ CÔNG THƯƠNG\n{motto}\nĐộc lập - Tự đo - Hạnh phúc\nTHÔNG BÁO\n{BODY}")
    assert (head.type, head.issuer) == ("notice", "Sở Công Thương")


@pytest.mark.parametrize("type_line", ["THÔNG BÁO (Lần 2)", "THÔNG BÁO\n(Lần 2)"])
def test_a_type_with_a_remark_in_brackets(type_line: str) -> None:
    head, _ = head_of(f"SỞ CÔNG THƯƠNG\nSố: 15/TB-SCT\n{STATE}Bắc Ninh, ngày 12 tháng 3 năm 2024\n{type_line}\n{BODY}")
    assert head.type == "notice"


def test_blanks_that_were_left_for_the_number() -> None:
    head, _ = head_of(f"SỞ CÔNG THƯƠNG\nSố:   93 /TB-SCT\n{STATE}Bắc Ninh, ngày 12 tháng 3 năm 2024\nTHÔNG BÁO\n{BODY}")
    assert head.number == "93/TB-SCT"


def test_an_annex_whose_paper_is_named_over_two_lines() -> None:
    head, _ = head_of(
        "PHỤ LỤC\nMẪU ĐƠN\n(Ban hành kèm theo Nghị định số 6/2031/NĐ-CP\nngày 08 tháng 8 năm 2031 của Chính phủ)\n"
        "1. Mẫu số 01: Đơn đăng ký.\n"
    )
    assert (head.number, head.date, head.issuer) == ("6/2031/NĐ-CP", "2031-08-08", "Chính phủ")


@pytest.mark.parametrize(
    ("dated", "date"),
    [
        ("ngày O1 tháng 11năm 2023", "2023-11-01"),
        ("ngàyÊÔ thắng 7 năm 2022", "2022-07"),
        ("ngày OX tháng 7 năm 2022", "2022-07"),
    ],
)
def test_days_as_recognisers_read_them(dated: str, date: str) -> None:
    head, _ = head_of(f"SỞ CÔNG THƯƠNG\nSố: 15/TB-SCT\n{STATE}Bắc Ninh, {dated}\nTHÔNG BÁO\n{BODY}")
    assert head.date == date


def test_a_number_that_cannot_be_read_is_no_part_of_the_body() -> None:
    head, _ = head_of(f"BỘ XÂY DỰNG số: Ôổ /2010/TT-BXD\n{STATE}Hà Nội, ngày tháng 01 năm 2010\nTHÔNG BÁO\n{BODY}")
    assert (head.issuer, head.number) == ("Bộ Xây dựng", None)


@pytest.mark.parametrize(
    ("number", "issuer", "said"),
    [
        ("Số:      /BC-SCT", "Sở Công Thương", "/BC-SCT"),
        ("Số: ........../BC-SCT", "Sở Công Thương", "/BC-SCT"),
        ("SỞ CÔNG THƯƠNG số]  /BC-SCT", "Sở Công Thương", "/BC-SCT"),
        ("Số: ¿4 /BC-SCT", "Sở Công Thương", "/BC-SCT"),
        ("SỐ:142/BC-SCT", "Sở Công Thương", None),
    ],
)
def test_a_number_that_is_filled_in_by_hand_is_said_with_its_signs(number: str, issuer: str, said: str | None) -> None:
    opening = "" if number.startswith("SỞ") else "SỞ CÔNG THƯƠNG\n"
    head, findings = head_of(f"{opening}{number}\n{STATE}Hà Nam, ngày 4 tháng 5 năm 2024\nBÁO CÁO\n{BODY}")
    told = [dict(each.message.params) for each in findings if each.message.code == "head.number_open"]
    assert (head.issuer, head.type, [each["signs"] for each in told]) == (issuer, "report", [said] if said else [])
    assert head.number == (None if said else "142/BC-SCT")


@pytest.mark.parametrize(
    ("day", "date", "codes"),
    [
        ("ngày 4 tháng 5 năm 2024", "2024-05-04", []),
        ("ngày     tháng 5 năm 2024", "2024-05", ["head.day_open"]),
        ("ngày/Ÿ tháng 5 năm 2024", "2024-05", ["head.day_open"]),
        ("ngày … tháng … năm 2024", "2024", ["head.day_open"]),
        ("ngày 26 tháng 10 năm 201 1", "2011-10-26", []),
    ],
)
def test_a_day_that_is_open_is_said(day: str, date: str, codes: list[str]) -> None:
    head, findings = head_of(f"SỞ CÔNG THƯƠNG\nSố: 5/BC-SCT\n{STATE}Hà Nam, {day}\nBÁO CÁO\n{BODY}")
    assert (head.date, [each.message.code for each in findings if "day" in each.message.code]) == (date, codes)


def test_the_number_that_a_subject_names_is_not_the_papers_own() -> None:
    head, findings = head_of(
        "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM só:Ab03// /UBND-VP\nV/v triển khai thực hiện Thông tư số\n"
        f"116/2018/TT-BTC của Bộ Tài chính\n{STATE}Hà Nam, ngày 4 tháng 5 năm 2024\nKính gửi: Các Sở.\n{BODY}"
    )
    assert (head.number, head.issuer, head.type) == (None, "Ủy ban nhân dân tỉnh Hà Nam", "letter")
    assert "head.number_open" in [each.message.code for each in findings]


def test_a_stamp_of_receipt_names_no_issuer() -> None:
    head, _ = head_of(
        "BỘ TÀI CHÍNH\nSố: §324/BTC-HCSN\nV/v kinh phí chợ phiên\nSỞ CÔNG THƯƠNG HÀ NAM\nVĂN BẢN ĐẾN số đến:... 3Z\n"
        f"Ngày: 5/5\n{STATE}Hà Nội, ngày 4 tháng 5 năm 2024\nKính gửi: Sở Công Thương Hà Nam\n{BODY}"
    )
    assert (head.issuer, head.type, head.number) == ("Bộ Tài chính", "letter", None)


def test_a_seal_over_the_motto() -> None:
    head, _ = head_of(
        "UỶ BAN NHÂN DÂN\nTỈNH HÀ NAM\nSố: 24 (2023/QĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA V\nĐộc lập - Tự do - Hạnh phú\n"
        f"Hà Nam, ngày 4 tháng 5 năm 2023\nQUYẾT ĐỊNH\n{BODY}"
    )
    assert (head.issuer, head.type, head.date) == ("Ủy ban nhân dân tỉnh Hà Nam", "decision", "2023-05-04")


def test_a_committee_of_the_youth_union_below_the_one_above_it() -> None:
    head, _ = head_of(
        "THÀNH ĐOÀN HÀ NỘI\nBCH ĐOÀN XÃ TAM GIANG\n***\nSố: 5/KH-ĐTN\nĐOÀN TNCS HỒ CHÍ MINH\n"
        f"Tam Giang, ngày 4 tháng 5 năm 2024\nKẾ HOẠCH\n{BODY}"
    )
    assert (head.issuer, head.type, head.number) == ("BCH đoàn xã Tam Giang", "plan", "5/KH-ĐTN")


def test_capitals_with_a_small_letter_that_a_recogniser_put_in() -> None:
    head, _ = head_of(f"Bộ TÀI CHÍNH\nSỐ:142/2017/TT-BTC\n{STATE}Hà Nội, ngày 29 tháng 12 năm 2017\nTHÔNG Tư\n{BODY}")
    assert (head.issuer, head.type, head.number) == ("Bộ Tài chính", "other", "142/2017/TT-BTC")
