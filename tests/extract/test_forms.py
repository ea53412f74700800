"""The same paper in another form of the same letters gives the same facts, each with its own text to the letter."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import camket.samples
from camket import extract, read
from camket.grammar.fold import fold
from camket.model.document import Document

SAMPLES = sorted(Path(camket.samples.__file__).parent.glob("[0-9]*.*"))
FORMS: dict[str, Callable[[str], str]] = {
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "lines of Windows": lambda text: text.replace("\r\n", "\n").replace("\n", "\r\n"),
    "unbroken blanks": lambda text: text.replace(" ", "\u00a0"),
    "old tone marks": lambda text: text.replace("òa", "oà").replace("ủy", "uỷ").replace("óa", "oá").replace("ỏa", "oả"),
    "long dashes": lambda text: text.replace("-", "\u2013"),
    "curled quotes": lambda text: text.replace("“", '"').replace("”", '"'),
    "soft hyphens": lambda text: text.replace("ng ", "n\u00adg "),
}
PLACED = frozenset(("id", "start", "end", "quote", "reasons", "resolved"))
SPOKEN = """
GRDP tăng giảm đạt ước năm 2024 2022 6,03% thứ 5/63 22/26 chỉ tiêu Bắc Ninh tỉnh UBND Bí thư An yêu cầu Nguyễn Văn giao
Sở Tài chính trước ngày 30/6/2025 Nghị quyết số 19-NQ/TW ; : , . ( ) - “ ” đề nghị xem xét 1.234,5 tỷ đồng nghìn
USD/người quý III 6 tháng đầu đến hết so với cùng kỳ không quá trở lên khoảng
"""
WORDS = (*SPOKEN.split(), "\n", "\r\n", "\u0301", "\u00a0")


def document(text: str) -> Document:
    return Document(id="paper", text=text, sha256="", text_sha256="")


def facts(text: str) -> list[tuple[str, dict[str, object]]]:
    """All facts of a text without their places, words folded."""
    found = []
    for kind, fact in extract(document(text)).facts():
        assert text[fact.start : fact.end] == fact.quote
        fields = {name: _folded(value) for name, value in msgspec.structs.asdict(fact).items() if name not in PLACED}
        found.append((kind, fields | {"quote": _folded(fact.quote)}))
    return found


def _folded(value: object) -> object:
    return " ".join(fold(value).split()) if isinstance(value, str) else value


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_the_form_of_letters_changes_no_fact(sample: Path, form: str) -> None:
    text = read(sample).text
    plain = facts(text)
    assert plain
    assert facts(FORMS[form](text)) == plain


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_every_quote_is_the_text_to_the_letter(text: str) -> None:
    facts(text)


@settings(max_examples=40)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    facts(text)


@pytest.mark.soak
def test_scrambled_papers_are_read() -> None:
    """Papers cut, repeated and shuffled at random: nothing falls over and every quote holds."""
    draw = random.Random(20250113)
    whole = "\n".join(read(sample).text for sample in SAMPLES)
    for _ in range(300):
        pieces = [whole[at : at + draw.randint(1, 400)] for at in draw.choices(range(len(whole)), k=12)]
        facts("".join(pieces))


@pytest.mark.soak
def test_a_long_line_takes_time_in_proportion() -> None:
    """Twenty megabytes in one line are read to the end."""
    sentence = "Năm 2024, GRDP của tỉnh Bắc Ninh tăng 6,03%, thu ngân sách đạt 33.000 tỷ đồng. "
    text = sentence * (20_000_000 // len(sentence))
    assert len(extract(document(text)).figures) == 2 * (20_000_000 // len(sentence))
