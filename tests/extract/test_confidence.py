"""What bears on how sure a figure is, and what its confidence is made of."""

import pytest

from camket import extract
from camket.extract.confidence import traits, weights
from camket.extract.lexicon import lexicon
from camket.grammar.engine import Reading
from camket.model.document import Document, Head
from camket.model.fact import Figure

SHOWN = [
    ("Năm 2024, GRDP của tỉnh sẽ tăng 9,5%.", {"modal", "measure growth", "unit percent", "period year"}),
    ("Thu ngân sách của huyện Lạng Giang năm 2024 đạt 1.200 tỷ đồng.", {"local", "time near", "unit VND"}),
    ("GRDP năm 2024 tăng 9,5%, cao hơn mức 7,1% của cả nước.", {"compared", "goes on", "number near"}),
    ("Thu ngân sách năm 2024 (đạt 14.000 tỷ đồng) tăng khá.", {"in parentheses"}),
    ("Năm 2025 phấn đấu GRDP tăng 8-9%.", {"range", "role target"}),
]


def figures(text: str) -> tuple[Figure, ...]:
    return extract(Document(id="paper", text=text, sha256="", text_sha256="")).figures


def shown(text: str, head: Head) -> set[str]:
    folded = Reading(text, lexicon()).folded
    return {trait for figure in figures(text) for trait in traits(figure, folded, head)}


@pytest.mark.parametrize(("text", "wanted"), SHOWN)
def test_the_words_around_a_figure_bear_on_it(text: str, wanted: set[str]) -> None:
    assert wanted <= shown(text, Head())
    assert not {"modal", "local", "compared", "in parentheses", "range"} - wanted & shown(text, Head())


def test_the_paper_bears_on_it() -> None:
    text = "Năm 2024, GRDP tăng 9,5%."
    assert "paper without a day" in shown(text, Head())
    assert not {"paper without a day"} & shown(text, Head(date="2025-01-02"))


def test_what_weighs_less_is_less_sure() -> None:
    (plain,) = figures("Năm 2024, GRDP của tỉnh tăng 9,5%.")
    (hoped,) = figures("Năm 2024, GRDP của tỉnh sẽ tăng 9,5%.")
    assert weights().traits["modal"] < 0
    assert 0 <= hoped.confidence < plain.confidence <= 1
