"""Texts in which the letters of one block left blanks, and texts that are short of them otherwise."""

from __future__ import annotations

import re

from camket import extract
from camket.extract.lexicon import lexicon
from camket.grammar.blanked import has_blanks
from camket.grammar.engine import Reading
from camket.model.document import Document

WHOLE = (
    "Mục tiêu phát triển kinh tế - xã hội: tốc độ tăng trưởng đạt 8,5%; tổng vốn đầu tư 350 tỷ đồng; sản lượng đạt "
    "3.200 tấn / năm vào năm 2030, năng suất lúa 52 tạ/ha; 25 trường đạt chuẩn; giải quyết việc làm cho 3.450 người; "
    "tỷ lệ hộ nghèo giảm còn 5%, khoảng 1.200 hộ nghèo; tỷ lệ lao động qua đào tạo đạt 60%."
)


def blanked(text: str) -> str:
    return re.sub("[\u1ea0-\u1ef9]", " ", text)


def test_words_are_put_together_over_the_blanks() -> None:
    low = " ".join(Reading(blanked(WHOLE), lexicon()).low.split())
    for words in ("đạt 8,5%", "350 tỷ đồng", "3.200 tấn", "52 tạ/ha", "25 trường đạt chuẩn", "3.450 người", "hộ nghèo"):
        assert words in low, words


def test_figures_are_those_of_the_whole_text() -> None:
    def read(text: str) -> list[tuple[str, str, str]]:
        figures = extract(Document(id="paper", text=text + "\n", sha256="", text_sha256="")).figures
        return [(one.unit, str(one.value), one.role) for one in figures]

    assert read(blanked(WHOLE)) == read(WHOLE)


def test_letters_lost_without_a_trace_are_no_blanks() -> None:
    assert has_blanks(blanked(WHOLE).lower())
    assert not has_blanks(re.sub("[\u1ea0-\u1ef9]", "", WHOLE).lower())
    assert not has_blanks(WHOLE.lower())
