"""Single words in letters of old fonts within lines in Unicode: told where they are sure, and nothing else taken."""

from __future__ import annotations

import pytest
from tests.read.old_letters import tcvn3, vni, windows_1258

from camket.model.place import InBytes
from camket.read.encoding import decode
from camket.read.legacy.words import old_words

LINE = "Sở Y tế đã làm việc với {} ngày 5/3/2031, ước đạt 7%."


def _pasted(words: str, way: object) -> str:
    assert callable(way)
    return LINE.format(way(words).decode("latin-1"))


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("tỉnh Bắc Ninh", tcvn3),
        ("Nguyễn Văn An", tcvn3),
        ("huyện Lương Tài", tcvn3),
        ("tỉnh Bắc Ninh và tăng cường", vni),
        ("ủy ban tỉnh Hải Dương", vni),
        ("tỉnh Bắc Ninh và hướng dẫn", windows_1258),
    ],
)
def test_words_pasted_into_a_line_are_converted_and_said(words: str, way: object) -> None:
    pasted = _pasted(words, way)
    data = f"Kính gửi: Ủy ban nhân dân tỉnh.\n{pasted}\n".encode()
    told = decode(data, "a.txt")
    assert told.text == f"Kính gửi: Ủy ban nhân dân tỉnh.\n{LINE.format(words)}\n"
    (finding,) = told.findings
    assert finding.message.code == "read.converted_words"
    assert dict(finding.message.params)["lines"] == "2"
    for place in told.places:
        at = place.at
        assert isinstance(at, InBytes)
        held = data[at.first : at.last].decode()
        assert held == told.text[place.start : place.end] or held in pasted
    assert "".join(told.text[place.start : place.end] for place in told.places) == told.text


@pytest.mark.parametrize(
    "text",
    [
        "Hãng Citroën và ngài Noël ở München được mời; ông Caën đến.",
        "Diện tích 12 m² ở 25°C; hàng «Việt» được bán, lãi 5‰, ½ số vốn.",
        "Thành phố Orléans, khách sạn Saône, món naïf và café được nhắc đến.",
        "Ông Haïdar và bà Maï ở Đức đã đến Curaçao, Åland và Malmö.",
        "Đường 5×3 m, mã A·B, giá 7£/kg, điều §3 của hợp đồng được sửa.",
        "Người Đức nói: für, über, Straße; người Séc: příliš žluťoučký được nghe.",
    ],
)
def test_words_of_other_languages_and_signs_stay(text: str) -> None:
    assert old_words(text) == []
    assert decode(text.encode(), "a.txt") == decode(text.encode(), "a.txt")._replace(text=text, findings=(), places=())


def test_one_word_with_a_vowel_and_its_mark_alone_is_not_enough() -> None:
    assert old_words("Đã gặp ông Caën ở Đà Nẵng.") == []
    assert [word.font.writing for word in old_words("Đã gặp ông Caén, oâng Baéc ở Đà Nẵng.")] == ["VNI"] * 3


@pytest.mark.parametrize(
    ("words", "way"),
    [("tỉnh Bắc Ninh", tcvn3), ("tỉnh Bắc Ninh và tăng cường", vni), ("tỉnh Bắc Ninh, hướng dẫn", windows_1258)],
)
def test_words_whose_bytes_are_no_utf_8_within_a_line_that_is(words: str, way: object) -> None:
    assert callable(way)
    before, behind = LINE.split("{}")
    data = before.encode() + way(words) + behind.encode() + b"\n"
    told = decode(data, "a.txt")
    assert told.text == LINE.format(words) + "\n"
    assert [finding.message.code for finding in told.findings] == ["read.converted_words"]
    assert (told.places[0].start, told.places[-1].end) == (0, len(told.text))
