"""People of whole texts: who is recorded with which position, and whom words mean at a place."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.extract.lexicon import lexicon
from camket.extract.people import find_people, is_short_of, who
from camket.grammar.engine import Reading


def people(text: str) -> list[tuple[str, str]]:
    return [(each.name, each.position) for each in find_people(Reading(text, lexicon()))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy Kiên Giang Nguyễn Thanh Nghị báo cáo.",
            [("Nguyễn Thanh Nghị", "Ủy viên Trung ương Đảng"), ("Nguyễn Thanh Nghị", "Bí thư Tỉnh ủy Kiên Giang")],
        ),
        (
            "Dự có các đồng chí: Nguyễn Hồng Thái, Bí thư Tỉnh ủy; Phạm Hoàng Sơn, Chủ tịch UBND tỉnh.",
            [("Nguyễn Hồng Thái", "Bí thư Tỉnh ủy"), ("Phạm Hoàng Sơn", "Chủ tịch UBND tỉnh")],
        ),
        (
            "Bí thư Tỉnh ủy Nguyễn Nhân Chiến, Phó Bí thư Thường trực Tỉnh ủy Đào Ngọc Lan dự.",
            [("Nguyễn Nhân Chiến", "Bí thư Tỉnh ủy"), ("Đào Ngọc Lan", "Phó Bí thư Thường trực Tỉnh ủy")],
        ),
        (
            "Giám đốc Sở Nông nghiệp và Môi trường Lê Xuân Lợi nói.",
            [("Lê Xuân Lợi", "Giám đốc Sở Nông nghiệp và Môi trường")],
        ),
        # a title before a comma that opens the clause
        ("Chủ tịch UBND tỉnh, ông Lê Văn Sáu cho biết.", [("Lê Văn Sáu", "Chủ tịch UBND tỉnh")]),
        (
            "Đại diện Hiệp hội Doanh nghiệp tỉnh, bà Đinh Thị Mai nói.",
            [("Đinh Thị Mai", "Đại diện Hiệp hội Doanh nghiệp tỉnh")],
        ),
        # the titles behind a semicolon are of the next one; a body that is no more says so
        (
            "Dự có bà Lê Thị Thảo - Phó Chủ tịch UBND tỉnh; nguyên Chủ tịch UBND tỉnh Quảng Bình (cũ) Trần Thế Vượng.",
            [
                ("Lê Thị Thảo", "Phó Chủ tịch UBND tỉnh"),
                ("Trần Thế Vượng", "nguyên Chủ tịch UBND tỉnh Quảng Bình (cũ)"),
            ],
        ),
        # names of the smaller peoples
        (
            "Bà H'Yim Kđoh, Phó Chủ tịch UBND tỉnh; ông Y Thanh Hà Niê Kđăm - Bí thư Tỉnh ủy.",
            [("H'Yim Kđoh", "Phó Chủ tịch UBND tỉnh"), ("Y Thanh Hà Niê Kđăm", "Bí thư Tỉnh ủy")],
        ),
        # one title for a row of names
        (
            "Cùng dự có các Phó Chủ tịch UBND tỉnh: Trần Quốc Bảo, Lê Thị Hòa, Phạm Văn Đông.",
            [(each, "Phó Chủ tịch UBND tỉnh") for each in ("Trần Quốc Bảo", "Lê Thị Hòa", "Phạm Văn Đông")],
        ),
        # a body with a comma in its name
        (
            "Ông Trần Quốc Bảo, Trưởng Ban Chính sách, chiến lược Trung ương phát biểu.",
            [("Trần Quốc Bảo", "Trưởng Ban Chính sách, chiến lược Trung ương")],
        ),
        # what somebody has become since
        (
            "Chủ tịch UBND tỉnh Lê Văn Sáu (nay là Bí thư Tỉnh ủy) đã ký.",
            [("Lê Văn Sáu", "Chủ tịch UBND tỉnh"), ("Lê Văn Sáu", "Bí thư Tỉnh ủy")],
        ),
        # a heading in capitals ends the name at a small word and is one with the prose below
        (
            "KẾT LUẬN CỦA PHÓ THỦ TƯỚNG CHÍNH PHỦ LÊ VĂN SÁU TẠI TỈNH\nPhó Thủ tướng Chính phủ Lê Văn Sáu nói.",
            [("Lê Văn Sáu", "Phó Thủ tướng Chính phủ")],
        ),
        ("Bí thư Đảng ủy phường Kinh Bắc Nguyễn Song Hà nêu", [("Nguyễn Song Hà", "Bí thư Đảng ủy phường Kinh Bắc")]),
        (
            "Bộ trưởng Kế hoạch và Đầu tư Nguyễn Chí Dũng cho biết",
            [("Nguyễn Chí Dũng", "Bộ trưởng Kế hoạch và Đầu tư")],
        ),
        (
            "Chủ nhiệm Ủy ban Kinh tế và Tài chính của Quốc hội Phan Văn Mãi nêu",
            [("Phan Văn Mãi", "Chủ nhiệm Ủy ban Kinh tế và Tài chính của Quốc hội")],
        ),
        ("Chủ tịch HĐQT Tập đoàn Kinh Bắc Phạm Nhật Minh dự", [("Phạm Nhật Minh", "Chủ tịch HĐQT Tập đoàn Kinh Bắc")]),
        (
            "ông Đinh Quang Hợp, Chủ tịch Hiệp hội Du lịch Hà Nam - Ninh Bình, kiến nghị tỉnh",
            [("Đinh Quang Hợp", "Chủ tịch Hiệp hội Du lịch Hà Nam - Ninh Bình")],
        ),
        ("Cử tri Lương Thị Bích hỏi về đường làng.", []),
        ("tân Bí thư Tỉnh ủy Nguyễn Văn Gấu hứa", [("Nguyễn Văn Gấu", "Bí thư Tỉnh ủy")]),
        ("nguyên Bí thư Tỉnh ủy Nguyễn Thế Thảo dự", [("Nguyễn Thế Thảo", "nguyên Bí thư Tỉnh ủy")]),
        ("Đại tá Bùi Duy Hưng, Giám đốc Công an tỉnh, cho biết", [("Bùi Duy Hưng", "Giám đốc Công an tỉnh")]),
        (
            "PGS.TS Trần Hoàng Ngân, Giám đốc Học viện cán bộ TP cũng",
            [("Trần Hoàng Ngân", "Giám đốc Học viện cán bộ TP")],
        ),
        (
            "Trưởng ban Nguyễn Văn Dũng (Phó bí thư quận Tân Phú) được bầu",
            [("Nguyễn Văn Dũng", "Trưởng ban"), ("Nguyễn Văn Dũng", "Phó bí thư quận Tân Phú")],
        ),
        (
            "Với tư cách Chủ tịch UBND TP HCM, ông Nguyễn Thành Phong giới thiệu",
            [("Nguyễn Thành Phong", "Chủ tịch UBND TP HCM")],
        ),
        ("Quốc hội bầu ông Lương Cường giữ chức Chủ tịch nước.", [("Lương Cường", "Chủ tịch nước")]),
        (
            "đoàn của Thủ tướng, Chủ tịch UBND thành phố Nguyễn Thành Phong kiến nghị",
            [("Nguyễn Thành Phong", "Chủ tịch UBND thành phố")],
        ),
        (
            "Ông Cao Hồng Việt, Phó chủ tịch UBND phường Phạm Ngũ Lão, nói",
            [("Cao Hồng Việt", "Phó chủ tịch UBND phường Phạm Ngũ Lão")],
        ),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\n\nVương Minh Khuê\n", [("Vương Minh Khuê", "Phó Chủ tịch")]),
        (
            "Ban Đô thị: Trưởng ban Trương Trung Kiên đạt 96%.\nPhó ban Nguyễn Tấn Tuyến và Nguyễn Minh Nhựt.",
            [
                ("Trương Trung Kiên", "Trưởng ban Đô thị"),
                ("Nguyễn Tấn Tuyến", "Phó ban Đô thị"),
                ("Nguyễn Minh Nhựt", "Phó ban Đô thị"),
            ],
        ),
    ],
)
def test_position_and_name(text: str, expected: list[tuple[str, str]]) -> None:
    assert people(text) == expected


BODIES = [
    ("Chi cục trưởng Chi cục Hải quan cửa khẩu Tà Lùng", "Nông Văn Bách"),
    ("Chánh Văn phòng Điều phối nông thôn mới tỉnh", "Nguyễn Văn Việt"),
    ("Trưởng phòng Nông nghiệp huyện Tủa Chùa", "Vừ A Bằng"),
    ("Bí thư Chi bộ bản Huổi Sâu", "Giàng A Páo"),
    ("Chủ tịch Công đoàn Khu công nghiệp tỉnh Đồng Nai", "Hồ Thị Minh"),
    ("Chi cục trưởng Chi cục Thủy lợi và Phòng, chống thiên tai tỉnh", "Phạm Văn Ba"),
    ("Giám đốc Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh", "Trần Anh Dũng"),
    ("Phó Chủ tịch UBND đặc khu Vân Đồn", "Lường Văn Tỉnh"),
]


@pytest.mark.parametrize(("position", "name"), BODIES)
def test_a_body_is_named_up_to_its_holder(position: str, name: str) -> None:
    assert people(f"Sáng 5/3, {position} {name} cho biết kết quả.") == [(name, position)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Theo ông Trần Quốc Khải, trưởng Thi hành án dân sự tỉnh Hậu Giang, còn 6 tỷ đồng.",
         [("Trần Quốc Khải", "trưởng Thi hành án dân sự tỉnh Hậu Giang")]),
        ("Ông Lê Văn Đồng, Đoàn đại biểu Quốc hội Hà Nội cho rằng thu ngân sách khó khăn.",
         [("Lê Văn Đồng", "Đoàn đại biểu Quốc hội Hà Nội")]),
        # rows of a table, a row of names under one title, an author above the titles
        ("Chủ tịch UBND | Nguyễn Tuấn Anh\nHội đồng nhân dân | 56 đại biểu\nChủ tịch HĐND | Tạ Văn Long\n",
         [("Nguyễn Tuấn Anh", "Chủ tịch UBND"), ("Tạ Văn Long", "Chủ tịch HĐND")]),
        ("Các Phó Chủ tịch UBND tỉnh Nguyễn Hồng Quang, Trần Anh Tuấn và Hồ Quang Bửu dự.",
         [(each, "Phó Chủ tịch UBND tỉnh") for each in ("Nguyễn Hồng Quang", "Trần Anh Tuấn", "Hồ Quang Bửu")]),
        ("CƠ HỘI\n\nHỒ QUỐC DŨNG\nỦy viên Trung ương Đảng, Bí thư Tỉnh ủy Bình Định\n\nNăm 2023, tỉnh tăng 7,5%.",
         [("Hồ Quốc Dũng", "Ủy viên Trung ương Đảng"), ("Hồ Quốc Dũng", "Bí thư Tỉnh ủy Bình Định")]),
        ("Phó Chủ tịch UBND tỉnh tặng bằng khen cho xã Lê Văn Thịnh.", []),
        ("Giám đốc Sở Y tế thăm gia đình tại phường Trần Hưng Đạo.", []),
        ("Phó hiệu trưởng Trường THPT Tô Hiệu dự.", []),
    ],
)  # fmt: skip
def test_who_is_told_with_an_office_and_who_only_stands_near_one(text: str, found: list[tuple[str, str]]) -> None:
    assert people(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Ông Nguyễn Nhân Chiến phát biểu.",
        "Thủ tướng yêu cầu Bộ trưởng Giao thông vận tải hoàn thiện thủ tục.",
        "Chủ tịch UBND huyện Tân Yên và Giám đốc Sở Tài chính khẩn trương.",
        "Bí thư Thành ủy TP Hồ Chí Minh chủ trì tại đường Nguyễn Huệ.",
        "Phóng viên ghi lại. Ảnh: Hữu Khoa",
        "Đại tướng Tô Lâm nhấn mạnh.",
    ],
)
def test_no_position_no_record(text: str) -> None:
    assert people(text) == []


def test_who_signs_in_the_right_column_beside_the_list_of_recipients() -> None:
    foot = (
        "Nơi nhận:                         T/M BAN THƯỜNG VỤ\n"
        "- Ban Bí thư (để báo cáo),             PHÓ BÍ THƯ\n"
        "- Như trên,\n"
        "- Lưu VPTU.\n"
        "                                     Đinh Trọng Khoan\n"
    )
    assert people(foot) == [("Đinh Trọng Khoan", "Phó Bí thư")]


def test_the_longer_title_stands_for_its_shortening() -> None:
    assert people("Bộ trưởng Tô Lâm nói. Ông Tô Lâm, Bộ trưởng Bộ Công an, nói. Bộ trưởng Công an Tô Lâm nói.") == [
        ("Tô Lâm", "Bộ trưởng Bộ Công an")
    ]


def test_a_pronoun_gives_its_position_to_the_one_named_last() -> None:
    text = "Ông Lê Văn Khoa được 94% phiếu.\nÔng từng giữ vị trí Chủ tịch UBND quận 5, Giám đốc Sở Công thương."
    found = find_people(Reading(text, lexicon()))
    assert [(each.name, each.position, each.quote) for each in found] == [
        ("Lê Văn Khoa", "Chủ tịch UBND quận 5", "Lê Văn Khoa"),
        ("Lê Văn Khoa", "Giám đốc Sở Công thương", "Lê Văn Khoa"),
    ]


@pytest.mark.parametrize("does", ["báo cáo kết quả", "kiểm tra tuyến đê", "phát biểu kết luận", "tổ chức họp báo"])
def test_what_the_holder_does_is_no_part_of_the_title(does: str) -> None:
    assert people(f"Ông Trần Văn Tú, Phó Chủ tịch UBND tỉnh {does}.") == [("Trần Văn Tú", "Phó Chủ tịch UBND tỉnh")]


def test_a_given_name_is_the_nearest_of_that_name() -> None:
    text = "Bà Nguyễn Thị Thu và ông Trần Văn Thu dự. Bà Đỗ Thị Hoa nói. Năm 2015, ông Thu làm Bí thư Huyện ủy Tân Yên."
    assert people(text) == [("Trần Văn Thu", "Bí thư Huyện ủy Tân Yên")]


TEXT = (
    "Phó Thủ tướng Vương Đình Huệ làm việc với tỉnh. Bí thư Thành ủy TP HCM Nguyễn Thiện Nhân báo cáo. "
    "Bộ trưởng Bộ Công an Tô Lâm dự."
)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Phó Thủ tướng", "Vương Đình Huệ"),
        ("Thủ tướng", None),
        ("ông Nhân", "Nguyễn Thiện Nhân"),
        ("đồng chí Bí thư Thành ủy", "Nguyễn Thiện Nhân"),
        ("Bộ trưởng Công an", "Tô Lâm"),
        ("Đại tướng Tô Lâm", "Tô Lâm"),
        ("Ông", "Tô Lâm"),
        ("Chủ tịch nước", None),
    ],
)
def test_whom_words_mean(words: str, name: str | None) -> None:
    holder = who(Reading(TEXT, lexicon())).named_at(len(TEXT), words)
    assert (holder.name if holder else None) == name


def test_the_last_named_before_the_place_is_meant() -> None:
    text = "Thủ tướng Nguyễn Tấn Dũng thôi nhiệm. Thủ tướng Nguyễn Xuân Phúc nhậm chức."
    found = who(Reading(text, lexicon()))
    first, second = (found.named_at(at, "Thủ tướng") for at in (30, len(text)))
    assert first is not None
    assert second is not None
    assert (first.name, second.name) == ("Nguyễn Tấn Dũng", "Nguyễn Xuân Phúc")


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("Bộ trưởng", "Bộ trưởng Bộ Công an", True),
        ("Chủ tịch UBND TP", "Chủ tịch UBND TP. HCM", True),
        ("Chủ tịch Ủy ban nhân dân tỉnh", "Chủ tịch UBND tỉnh", True),
        ("Thủ tướng", "Phó Thủ tướng", False),
        ("Trưởng ban VHXH", "Trưởng ban VHXH nhiệm kỳ 2011-2016", False),
        ("Chủ tịch UBND tỉnh", "Chủ tịch HĐND tỉnh", False),
    ],
)
def test_shortening(short: str, full: str, expected: bool) -> None:
    assert is_short_of(short, full) is expected


@given(
    surname=st.sampled_from(["Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đặng", "Bùi"]),
    middle=st.sampled_from(["Văn", "Thị", "Đức", "Minh", "Quốc"]),
    given_name=st.sampled_from(["An", "Bích", "Chung", "Dũng", "Giang", "Khoa", "Tuệ"]),
    title=st.sampled_from(["Chủ tịch UBND tỉnh", "Bí thư Tỉnh ủy Bắc Ninh", "Giám đốc Sở Tài chính", "Thủ tướng"]),
)
def test_any_name_comes_back_from_before_and_after(surname: str, middle: str, given_name: str, title: str) -> None:
    name = f"{surname} {middle} {given_name}"
    assert people(f"Tại hội nghị, {title} {name} phát biểu.") == [(name, title)]
    assert people(f"Tại hội nghị, đồng chí {name}, {title}, phát biểu.") == [(name, title)]


def test_decomposed_letters_change_nothing_but_the_quote() -> None:
    text = "Chủ tịch UBND tỉnh Nguyễn Hương Giang kêu gọi."
    (one,) = find_people(Reading(unicodedata.normalize("NFD", text), lexicon()))
    assert (one.name, one.position) == ("Nguyễn Hương Giang", "Chủ tịch UBND tỉnh")
    assert unicodedata.normalize("NFC", one.quote) == "Nguyễn Hương Giang"
