"""The marks that open headings and items, and the sentences and tasks behind them."""

from __future__ import annotations

import pytest

from camket.extract.lexicon import lexicon
from camket.grammar.engine import Reading
from camket.grammar.numbering import mark_at

MARKS = [
    ("Điều 1. Giao UBND tỉnh", "article", 0, "Giao UBND tỉnh"),
    ("PHẦN THỨ NHẤT", "article", 0, ""),
    ("A. KẾT QUẢ", "capital", 1, "KẾT QUẢ"),
    ("B- NHIỆM VỤ", "capital", 1, "NHIỆM VỤ"),
    ("C. Kiến nghị", "capital", 1, "Kiến nghị"),
    ("I. KẾT QUẢ", "roman", 2, "KẾT QUẢ"),
    ("V- Nhiệm vụ", "roman", 2, "Nhiệm vụ"),
    ("XII/ Tổ chức", "roman", 2, "Tổ chức"),
    ("1. Kinh tế", "number", 3, "Kinh tế"),
    ("1- Kinh tế", "number", 3, "Kinh tế"),
    ("2.1. Nông nghiệp", "number", 4, "Nông nghiệp"),
    ("2.1 Nông nghiệp", "number", 4, "Nông nghiệp"),
    ("2.1.3) Chăn nuôi", "number", 5, "Chăn nuôi"),
    ("a) Trồng trọt", "letter", 7, "Trồng trọt"),
    ("(2) rà soát", "letter", 7, "rà soát"),
    ("- Phấn đấu", "dash", 9, "Phấn đấu"),
]


@pytest.mark.parametrize(("line", "kind", "level", "rest"), MARKS)
def test_a_mark_has_a_kind_a_level_and_an_end(line: str, kind: str, level: int, rest: str) -> None:
    mark = mark_at(line, 0, len(line))
    assert mark is not None
    assert (mark.kind, mark.level, line[mark.end :]) == (kind, level, rest)


@pytest.mark.parametrize(
    "line",
    [
        "5 năm qua",
        "12/3 xã",
        "12 - 15 triệu đồng",
        "1.200 tỷ đồng",
        "Phần lớn các xã",
        "Điều hành ngân sách",
        "Mục tiêu",
    ],
)
def test_numbers_and_words_that_open_a_sentence_are_no_marks(line: str) -> None:
    assert mark_at(line, 0, len(line)) is None


@pytest.mark.parametrize("mark", ["A.", "B.", "III.", "2.1.", "Điều 4."])
def test_the_number_of_a_heading_is_no_part_of_its_sentence(mark: str) -> None:
    (only,) = Reading(f"{mark} Kết quả thực hiện", lexicon()).sentences
    assert only.start == len(mark) + 1
