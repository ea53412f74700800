"""Folding: one form for all habits of writing, and the way back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.grammar.fold import Edit, Folded, fold, plain

LETTERS = st.text(
    alphabet=st.sampled_from(
        "aăâeêioôơuưyđAĐÐoà úỷhòaủQquý.,;%–—-…\r\n\t\u00a0\u200b\ufeff“”‘’İ0123456789"
        "\u0300\u0301\u0303\u0309\u0323\u0302\u031b\U0001f600"
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Hoà Bình", "hòa bình"),
        ("Uỷ ban", "ủy ban"),
        ("thuý", "thúy"),
        ("khoẻ", "khỏe"),
        ("quý I", "quý i"),
        ("hoàn toàn", "hoàn toàn"),
        ("quyết toán", "quyết toán"),
        ("ÐẢNG BỘ", "đảng bộ"),
        ("KHU VỰC NHÀ N\u01a2ỚC, đầu t\u01a3 n\u01a3ớc ngoài", "khu vực nhà nước, đầu tư nước ngoài"),
        ("2021–2025", "2021-2025"),
        ("“mục tiêu kép”", '"mục tiêu kép"'),
        ("30\u00a0567 tỷ", "30 567 tỷ"),
        ("a\r\nb", "a\n\nb"),
        ("tăng\u200b trưởng", "tăng trưởng"),
        ("Số 15/KH\u00adUBND năm 2020\u00ad2025", "số 15/kh-ubnd năm 2020-2025"),
        ("Độc lập \u00ad Tự do", "độc lập - tự do"),
        ("kế ho\u00adạch", "kế hoạch"),
    ],
)
def test_one_form(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_plain_drops_every_mark() -> None:
    assert plain("Đường Hồ Chí Minh") == "duong ho chi minh"


@given(LETTERS)
def test_low_has_the_length_of_text(text: str) -> None:
    folded = Folded(text)
    assert len(folded.low) == len(folded.text)


@given(LETTERS)
def test_spans_are_in_order_and_inside(text: str) -> None:
    folded = Folded(text)
    end = 0
    for place in range(len(folded.text)):
        span = folded.span(place, place + 1)
        assert 0 <= span.start < span.end <= len(text)
        assert span.start >= end or span.start == folded.span(place - 1, place).start
        end = max(end, span.end)


@given(LETTERS)
def test_a_place_of_the_source_leads_to_where_it_is_read(text: str) -> None:
    folded = Folded(text)
    begins = [folded.span(place, place + 1).start for place in range(len(folded.text))]
    for source in range(len(text) + 1):
        after = [place for place, begin in enumerate(begins) if begin >= source]
        assert folded.at(source) == (after[0] if after else len(folded.text))


def test_no_letter_is_taken_for_composed_that_is_not() -> None:
    marks = ("", "\u0301", "\u0323", "\u00ad", "\u200b")
    for letter in map(chr, (*range(0x20, 0x370), *range(0x1E00, 0x1F00))):
        for mark in marks:
            text = Folded(f"x{letter}{mark}").text
            assert unicodedata.is_normalized("NFC", text), f"U+{ord(letter):04X}"
            assert not {"\u00ad", "\u200b"} & set(text)


@pytest.mark.parametrize(
    ("written", "folded", "quoted"),
    [
        ("a\u0323\u0302\u0301b", "ậ\u0301b", "a\u0323\u0302\u0301"),
        ("\u0301ab", "\u0301ab", "\u0301"),
        ("\u200bab", "ab", "a"),
        ("x\u00ady e\u0301", "xy é", "x\u00ad"),
        ("5 м² “Ωa”", '5 м² "ωa"', "5"),
    ],
)
def test_marks_go_with_the_letter_before_them(written: str, folded: str, quoted: str) -> None:
    found = Folded(written)
    assert (found.low, found.quote(0, 1)) == (folded, quoted)


@given(LETTERS)
def test_folding_again_changes_nothing(text: str) -> None:
    once = Folded(text).text
    assert Folded(once).text == once


HALF_CONVERTED = [
    ("Só\u0302 vò\u0302n", "Số vồn"), ("Bá\u0306c Ninh", "Bắc Ninh"), ("đú\u031bng", "đứng"),
    ("Vie\u0323\u0302t", "Việt"), ("lo\u0303\u0302", "lỗ"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "meant"), HALF_CONVERTED)
def test_a_tone_that_stands_before_the_hat_is_of_the_same_letter(written: str, meant: str) -> None:
    folded = Folded(f"{written} 5%")
    assert folded.text == f"{meant} 5%"
    assert folded.quote(0, len(folded.text)) == f"{written} 5%"


@given(st.text(alphabet=st.sampled_from("aăâeêioôơuưyđàảãáạằẳẵắặủỷờởỡớợ \n"), max_size=40))
def test_composed_and_decomposed_fold_alike(text: str) -> None:
    assert Folded(unicodedata.normalize("NFD", text)).text == Folded(unicodedata.normalize("NFC", text)).text


def test_the_quote_keeps_the_letters_of_the_file() -> None:
    text = unicodedata.normalize("NFD", "Tỷ lệ đô thị hoá đạt 60,3%")
    folded = Folded(text)
    at = folded.low.index("đô thị hóa")
    assert unicodedata.normalize("NFC", folded.quote(at, at + len("đô thị hóa"))) == "đô thị hoá"


@given(LETTERS, st.lists(st.tuples(st.integers(0, 59), st.integers(1, 4), st.text("ab ", max_size=3)), max_size=5))
def test_an_edit_stands_for_all_it_replaces(text: str, wanted: list[tuple[int, int, str]]) -> None:
    folded = Folded(text)
    edits: list[Edit] = []
    for start, length, written in sorted(wanted):
        if start >= (edits[-1].end if edits else 0) and start + length <= len(folded.text):
            edits.append(Edit(start, start + length, written))
    made = folded.edited(edits)
    expected = []
    last = 0
    for start, end, written in (*edits, Edit(len(folded.text), len(folded.text), "")):
        expected += [(folded.text[at], folded.span(at, at + 1)) for at in range(last, start)]
        expected += [(letter, folded.span(start, end)) for letter in written]
        last = end
    assert [(letter, made.span(at, at + 1)) for at, letter in enumerate(made.text)] == expected
    assert len(made.low) == len(made.text)


def test_edits_of_edits_lead_back_to_the_source() -> None:
    once = Folded("t rong\nnăm").edited([Edit(0, 3, "tr")])
    twice = once.edited([Edit(5, 6, " ")])
    assert twice.text == "trong năm"
    assert [twice.quote(*bounds) for bounds in ((0, 5), (5, 6), (6, 9))] == ["t rong", "\n", "năm"]
