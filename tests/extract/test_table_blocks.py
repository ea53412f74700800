"""Tables whose cells the file tells, as figures: every cell with its indicator, unit, measure, role, time and place."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.paper import paper, short

from camket import extract
from camket.extract.tables.numbering import lettered
from camket.model.document import Document
from camket.model.fact import Figure


def in_tables(document: Document) -> list[Figure]:
    found = extract(document).figures
    assert all(document.text[one.start : one.end] == one.quote for one in found)
    assert all(one.rule == "table/cell" for one in found), [one for one in found if one.rule != "table/cell"]
    return list(found)


CASES = sorted((Path(__file__).parent / "tables").glob("*.txt"))
"""Papers with drawn tables: its parts with blank lines between, `---`, then its figures as a person read them."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_cell_of_a_table(case: Path) -> None:
    drawn, _, facts = case.read_text(encoding="utf-8").partition("\n---\n")
    assert [short(one) for one in in_tables(paper(*drawn.strip("\n").split("\n\n")))] == facts.splitlines()


TASKS = """
TT | Nội dung nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn hoàn thành | Sản phẩm
I | Hoàn thiện thể chế | < | < | < | <
1 | Xây dựng quy chế phối hợp quản lý đầu tư công | Sở Tài chính | Các sở, ngành | Trước ngày 30/6/2026 | Quyết định
2 | Rà soát, cắt giảm thủ tục hành chính về đất đai | Sở Nông nghiệp và Môi trường | Các xã | Quý III/2026 | Báo cáo
3 | Đẩy nhanh giải ngân vốn đầu tư công | Các chủ đầu tư | Kho bạc Nhà nước | Thường xuyên |
II | Chuyển đổi số | < | < | < | <
4 | - Nâng cấp cổng dịch vụ công của tỉnh; - Đào tạo kỹ năng số cho cán bộ xã | Sở Khoa học và Công nghệ | | Tháng 9 |
"""


def test_a_table_of_tasks_gives_directives() -> None:
    document = paper(
        "KẾ HOẠCH\nTriển khai nhiệm vụ năm 2026", "PHỤ LỤC\nPhân công nhiệm vụ năm 2026", TASKS,
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
        ("Đào tạo kỹ năng số cho cán bộ xã", "Sở Khoa học và Công nghệ", "by:2026-09", "directive/table"),
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


def test_a_list_of_people_is_no_table_of_figures() -> None:
    document = paper(
        "Danh sách cán bộ",
        "TT | Họ và tên | Năm sinh | Chức vụ | Số điện thoại\n"
        "1 | Nguyễn Văn An | 1975 | Giám đốc | 0912345678\n2 | Trần Thị Bình | 1980 | Phó Giám đốc | 0987654321",
    )
    found = extract(document)
    assert not found.figures
    assert not [one for one in found.findings if one.message.code.startswith("table.")]


def test_a_head_that_is_not_understood_is_a_finding_and_gives_no_figures() -> None:
    document = paper("Biểu 5", "TT | Abc | Def | Ghi\n1 | Thu nội địa | 5 | 12,5\n2 | Xuất khẩu | 7 | 10,1")
    found = extract(document)
    assert not found.figures
    assert [one.message.code for one in found.findings if one.message.code.startswith("table.")] == [
        "table.head_unknown"
    ]


def test_a_note_of_percents_is_a_share_of_the_plan_where_the_numbers_say_so() -> None:
    head = "STT | Chỉ tiêu | ĐVT | KH 2019 | Thực hiện 2019 | Ghi chú | Mục tiêu 2020\n"
    rows = "A | Cà phê | Ha | 2.000 | 2.100 | {} | 2.300\nB | Tiêu | Ha | 500 | 400 | {} | 450"
    told = paper("x", head + rows.format("105,00 %", "80 %"))
    assert [short(one) for one in in_tables(told) if one.measure == "share_of_plan"] == [
        "105,00 % | other:ca_phe 105 percent share_of_plan actual 2019",
        "80 % | other:tieu 80 percent share_of_plan actual 2019",
    ]
    other = paper("x", head + rows.format("7 %", "9 %"))
    assert "share_of_plan" not in {one.measure for one in in_tables(other)}


def test_a_head_whose_joined_cells_are_lost_is_set_by_its_words() -> None:
    document = paper(
        "x",
        "TT | Chỉ tiêu | ĐVT | Năm 2025 | Kế hoạch năm 2026 | So sánh (%)\n"
        "Kế hoạch | Ước TH | ƯTH/KH 2025 | KH 2026/ƯTH 2025\n"
        "1 | Kim ngạch xuất khẩu | Triệu USD | 5.000 | 5.150 | 5.600 | 103 | 108,7",
    )
    assert [short(one) for one in in_tables(document)] == [
        "5.000 | exports 5000000000 USD level target 2025",
        "5.150 | exports 5150000000 USD level estimate 2025",
        "5.600 | exports 5600000000 USD level target 2026",
        "103 | exports 103 percent share_of_plan estimate 2025",
        "108,7 | exports 8.7 percent growth target 2026",
    ]


def test_a_table_that_goes_on_after_the_name_of_a_group() -> None:
    document = paper(
        "Chỉ tiêu năm 2026", "TT | Chỉ tiêu | ĐVT | KH 2026", "I. CHỈ TIÊU KINH TẾ",
        "1 | Kim ngạch xuất khẩu | Triệu USD | 5.600\n2 | Kim ngạch nhập khẩu | Triệu USD | 4.900",
        "II. CHỈ TIÊU MÔI TRƯỜNG", "3 | Tỷ lệ che phủ rừng | % | 5,9",
    )  # fmt: skip
    assert [one.indicator for one in in_tables(document)] == ["exports", "imports", "forest_cover"]


def test_tables_of_two_years_under_the_same_head_stay_two() -> None:
    table = "Chỉ tiêu | ĐVT | Thực hiện\nKim ngạch xuất khẩu | Triệu USD | {}"
    document = paper("Năm 2023", table.format("4.100"), "Năm 2024", table.format("4.800"))
    assert [(one.quote, one.period) for one in in_tables(document)] == [("4.100", "2023"), ("4.800", "2024")]


LETTERS = [
    (["A", "I", "II", "B", "I", "1"], {0, 3}),
    (["H", "I", "K"], {0, 1, 2}),
    (["G", "H", "I", "II", "III"], {0, 1}),
    (["U", "I", "II", "V", "W"], {0, 3, 4}),
    (["AA", "BB", "1", "CC"], {0, 1, 3}),
    (["I", "II", "III", "IV", "V"], set()),
    (["1", "2", "a", "b"], set()),
]


@pytest.mark.parametrize(("numbers", "capitals"), LETTERS)
def test_which_numbers_are_capital_letters(numbers: list[str], capitals: set[int]) -> None:
    assert lettered(numbers) == capitals


def test_rows_under_capital_letters_are_parts_of_theirs() -> None:
    document = paper(
        "x",
        "TT | Chỉ tiêu | ĐVT | TH 2024\nG | Sản lượng cây trồng chính | Tấn | 5.000\nI | Cà phê | Tấn | 2.300\n"
        "H | Tổng số hộ | Hộ | 1.250\nI | Số chợ | Cái | 3\nK | Tỷ lệ hộ nghèo | % | 2,1",
    )
    assert [one.indicator for one in in_tables(document)] == [
        "other:san_luong_cay_trong_chinh", "other:san_luong_cay_trong_chinh_ca_phe", "other:households",
        "other:so_cho", "poverty_rate",
    ]  # fmt: skip


@given(rows=st.integers(1, 30), columns=st.integers(1, 12), seed=st.randoms(use_true_random=False))
def test_no_table_of_any_shape_stops_the_reading(rows: int, columns: int, seed: Random) -> None:
    words = [
        "",
        "<",
        "^",
        "TT",
        "Chỉ tiêu",
        "ĐVT",
        "Năm 2025",
        "KH 2026",
        "So sánh (%)",
        "Thu ngân sách",
        "12,5",
        "I",
        "x",
    ]
    drawing = "\n".join(" | ".join(seed.choice(words) for _ in range(columns + 1)) for _ in range(rows))
    document = paper("Biểu", drawing)
    for one in extract(document).figures:
        assert document.text[one.start : one.end] == one.quote


def test_columns_beyond_the_widest_that_is_read_are_a_finding() -> None:
    head = "Chỉ tiêu | ĐVT | " + " | ".join(f"Năm {1700 + at}" for at in range(300))
    document = paper("x", f"{head}\nKim ngạch xuất khẩu | Triệu USD | " + " | ".join(["5"] * 300))
    wide = [one for one in extract(document).findings if one.message.code == "table.too_wide"]
    assert [dict(one.message.params) for one in wide] == [{"most": "256"}]


def test_a_table_without_a_head_is_read_as_lines() -> None:
    document = paper(
        "Kết quả năm 2024",
        "Kim ngạch xuất khẩu | 5.150 triệu USD\nThu nội địa | 16.200 tỷ đồng\nGhi chú | 12",
        day="2025-02-01",
    )
    assert [(one.quote, one.indicator) for one in extract(document).figures] == [
        ("5.150 triệu USD", "exports"), ("16.200 tỷ đồng", "domestic_revenue"),
    ]  # fmt: skip
