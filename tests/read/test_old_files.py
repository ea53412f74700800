"""Whole files in old letters: the same text and the same facts as in UTF-8, and nothing else taken for them."""

from __future__ import annotations

import codecs
import hashlib
import random
import unicodedata
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.old_letters import ALPHABET, tcvn3, vni, windows_1258

from camket.errors import ReadError
from camket.extract import extract
from camket.model.document import Document
from camket.model.place import InBytes
from camket.read import read
from camket.read.encoding import decode
from camket.words import say

SAMPLES = sorted(
    each.name for each in resources.files("camket.samples").iterdir() if each.name.endswith((".txt", ".html"))
)
WAYS: dict[str, Callable[[str], bytes]] = {
    "TCVN3 (ABC)": tcvn3,
    "VNI": vni,
    "Windows-1258": windows_1258,
    "UTF-16": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "UTF-16 without a mark": lambda text: text.encode("utf-16-be"),
}
KINDS = ("figures", "tallies", "directives", "proposals", "references", "people")
ASIDE = frozenset(("start", "end", "id", "confidence", "reasons", "span"))


def _read(folder: Path, data: bytes) -> Document:
    path = folder / "van-ban"
    path.write_bytes(data)
    return read(path)


def _sample(name: str) -> str:
    return unicodedata.normalize("NFC", resources.files("camket.samples").joinpath(name).read_text(encoding="utf-8"))


def _facts(document: Document) -> object:
    extraction = extract(document)
    return [_bare(msgspec.to_builtins(getattr(extraction, kind))) for kind in KINDS]


def _bare(value: object) -> object:
    """A fact without what may differ, in small letters: TCVN3 keeps no capital of a letter with a tone."""
    if isinstance(value, dict):
        return {name: _bare(each) for name, each in value.items() if name not in ASIDE}
    if isinstance(value, (list, tuple)):
        return [_bare(each) for each in value]
    return value.lower() if isinstance(value, str) else value


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_says_the_same_in_old_letters(tmp_path: Path, name: str, way: str) -> None:
    text = _sample(name)
    plain = _read(tmp_path, text.encode())
    declared = text if way.startswith("UTF") else text.replace('charset="utf-8"', 'charset="x-user-defined"')
    old = _read(tmp_path, WAYS[way](declared))
    same = str.lower if way.startswith("TCVN3") else str
    assert same(old.text) == same(plain.text)
    assert old.text_sha256 == hashlib.sha256(old.text.encode()).hexdigest()
    assert _bare(msgspec.to_builtins(old.head)) == _bare(msgspec.to_builtins(plain.head))
    assert _facts(old) == _facts(plain)
    codes = [each.message.code for each in old.findings]
    assert sum(code.startswith(("read.converted", "read.legacy")) for code in codes) == (not way.startswith("UTF"))


def test_the_heads_of_samples_keep_their_capitals_in_tcvn3() -> None:
    for name in SAMPLES[:10]:
        heads = [line for line in _sample(name).splitlines() if line.isupper()]
        read_heads = [line for line in decode(tcvn3(_sample(name)), name).text.splitlines() if line.isupper()]
        assert read_heads == heads


LINES = [
    "Thu ngân sách đạt 33.150 tỷ đồng – vượt 3% dự toán.",
    "Ủy ban nhân dân tỉnh Bắc Ninh báo cáo:",
    "Tổng sản phẩm (GRDP) tăng 6,03%; hộ nghèo còn 0,87%.",
]


@pytest.mark.parametrize("way", ["TCVN3 (ABC)", "VNI", "Windows-1258"])
def test_every_place_of_the_text_leads_to_its_bytes(way: str) -> None:
    data = WAYS[way]("\r\n".join(LINES))
    decoded = decode(data, "x")
    assert [place.start for place in decoded.places[1:]] == [place.end for place in decoded.places[:-1]]
    spans = [each.at for each in decoded.places if isinstance(each.at, InBytes)]
    assert len(spans) == len(decoded.places)
    assert b"".join(data[at.first : at.last] for at in spans) == data
    for place, at in zip(decoded.places, spans, strict=True):
        letters = decoded.text[place.start : place.end]
        assert WAYS[way](letters).lower() == data[at.first : at.last].lower() or len(letters) == at.last - at.first


def test_tcvn3_is_one_run_and_is_said_to_be_converted() -> None:
    data = tcvn3("\n".join(LINES))
    decoded = decode(data, "x.txt")
    assert [(place.start, place.end, place.at) for place in decoded.places] == [(0, len(data), InBytes(0, len(data)))]
    (finding,) = decoded.findings
    assert (finding.message.code, finding.level, finding.where) == ("read.converted", "info", "x.txt")
    assert "TCVN3 (ABC)" in say(finding.message)
    (unsure,) = decode(tcvn3("Thu ngân sách"), "x.txt").findings
    assert unsure.level == "warning"


@pytest.mark.parametrize(("way", "end"), [(tcvn3, "\n"), (vni, " "), (tcvn3, "")])
def test_a_file_of_a_megabyte_has_a_place_a_line(way: Callable[[str], bytes], end: str) -> None:
    line = LINES[0] + end
    data = way(line) * 20_000
    decoded = decode(data, "x")
    assert decoded.text == line * 20_000
    assert len(decoded.places) <= 20_000
    spans = [place.at for place in decoded.places if isinstance(place.at, InBytes)]
    assert b"".join(data[at.first : at.last] for at in spans) == data
    second = decoded.places[1]
    assert decode(data[spans[1].first : spans[1].last], "x").text == decoded.text[second.start : second.end]


@pytest.mark.parametrize("way", [tcvn3, vni])
@pytest.mark.parametrize(("encoding", "copied"), [("utf-8", False), ("utf-8", True), ("utf-16", True)])
def test_lines_pasted_among_unicode_are_converted_and_named(
    way: Callable[[str], bytes], encoding: str, *, copied: bool
) -> None:
    """`copied`: as letters into a text in Unicode; else the bytes of two files stand in one."""
    pasted = (1, 3, 4, 5)
    lines = [LINES[0], LINES[2], "Công tác cán bộ:", LINES[2], "số: 12", LINES[2], "Công an, Café, 10 m²", LINES[0]]
    if copied:
        old = [way(line).decode("cp1252") if at in pasted else line for at, line in enumerate(lines)]
        data = "\n".join(old).encode(encoding)
    else:
        data = b"\n".join(way(line) if at in pasted else line.encode() for at, line in enumerate(lines))
    decoded = decode(data, "x")
    assert decoded.text == "\n".join(lines)
    (finding,) = decoded.findings
    params = dict(finding.message.params)
    assert (finding.message.code, finding.level) == ("read.converted_lines", "warning")
    assert (params["lines"], params["count"]) == ("2, 4-6", "4")
    for place in decoded.places:
        assert isinstance(place.at, InBytes)
        if b"33.150" in data[place.at.first : place.at.last] and encoding == "utf-8":
            assert "33.150" in decoded.text[place.start : place.end]
    assert decoded.places[-1].end == len(decoded.text)


@given(st.lists(st.sampled_from([*LINES, "", "x", "Công tác", "GRDP 5%", "Café"]), max_size=8))
def test_correct_unicode_stays_to_the_letter(lines: list[str]) -> None:
    text = "\n".join(lines)
    for form in ("NFC", "NFD"):
        written = unicodedata.normalize(form, text)
        assert decode(written.encode(), "x") == (written, (), ())


@given(st.text(st.sampled_from([*ALPHABET, *"bcdghklmnpqrstvx  .,\n"]), max_size=200))
def test_vietnamese_letters_of_any_order_stay_to_the_letter(text: str) -> None:
    if any(letter in text for letter in "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹăđơư"):
        line = text.replace("\n", " ")
        assert decode(line.encode(), "x").text == line


FOREIGN = [
    (
        "cp1252",
        "Le président a déclaré que la région où il était né, là-bas, très tôt, doit être protégée à côté du thé.",
    ),
    ("cp1250", "Příliš žluťoučký kůň úpěl ďábelské ódy; má, dá, tá, sám, kraj se má zlepšit, já též."),
    ("cp1250", "Rząd przyjął projekt ustawy. Są tą, mną, się, być, żeby, także, więc, już, można, tę, ją."),
    ("cp1252", "Die größte Stadt könnte für über fünf Jahre höhere Zuschüsse erhalten. Öl, schön, Maß, Tür."),
    ("cp1252", "El año pasado, la región creció más: según él, así está; sí, qué, aún, baúl, país, niño."),
    ("cp1252", "A região não tem condições; são três milhões, João, mãe, põe, pão, avô, já, é, há, só."),
    ("cp1252", "Il perché è più là: città, però, così, già, può, finì, né, dà, sé, tè, giù."),
    ("cp1252", "På väg till Göteborg såg jag två män; då får vi gå över ån på en bro, nu är åren för få."),
    ("cp1252", "Geïnteresseerde beëindigde reünie, zoëven, één, vóór, hè, coöperatie, Israël, haïku."),
    ("cp1254", "Şehir için çok önemli bir gün; öğrenciler büyük bir başarı gösterdi: üç, iş, kış, güç."),
    ("cp1251", "Правительство приняло закон о развитии городов и сельских территорий."),
    ("shift_jis", "政府は新しい法律を承認した。都市の発展に関する計画である。"),
    ("gb18030", "政府批准了新的法律，关于城市发展的计划。"),
]


@pytest.mark.parametrize(("encoding", "text"), FOREIGN)
def test_another_language_is_never_taken_for_old_vietnamese(encoding: str, text: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode((text + "\n").encode(encoding) * 3, "x")
    assert caught.value.message.code == "read.encoding"
    assert decode(text.encode(), "x") == (text, (), ())


def test_rubbish_is_never_taken_for_old_vietnamese() -> None:
    chance = random.Random(1993)
    for size in (16, 60, 400, 5_000):
        for _ in range(25):
            data = bytes(chance.choices(range(1, 256), k=size))
            with pytest.raises(ReadError):
                decode(data, "x")


def test_too_damaged_to_be_converted_is_refused_and_named() -> None:
    damaged = tcvn3("\n".join(LINES)).replace(b"\xb8", b"\xeb").replace(b"\xe9", b"\xfa").replace(b"\xa8", b"\xf3")
    with pytest.raises(ReadError) as caught:
        decode(damaged, "x.txt")
    assert caught.value.message.code == "read.old_font"
    assert "TCVN3 (ABC)" in say(caught.value.message)


ASCII_WITH_SIGNS = [
    (
        b"GRDP growth \x96 the province\x92s own \x93estimate\x94, 5 \x80 \xb1 2",
        "GRDP growth – the province’s own “estimate”, 5 € ± 2",
    ),
    (b"Bao cao nam 2008 \x97 ban thao", "Bao cao nam 2008 — ban thao"),
]


@pytest.mark.parametrize(("data", "text"), ASCII_WITH_SIGNS)
def test_quotes_and_dashes_of_windows_in_plain_letters_are_read(data: bytes, text: str) -> None:
    decoded = decode(data, "x")
    assert decoded.text == text
    assert [(each.message.code, each.level) for each in decoded.findings] == [("read.legacy", "info")]


BAD = [
    ("Tỉnh Bắc Ninh năm".encode()[:-1] + b"\xc4", "read.encoding"),  # cut within a letter
    (b"Tinh \xed\xa0\x80 Bac Ninh", "read.encoding"),  # a lone surrogate
    ("Tỉnh".encode("utf-16-le") + b"\x00\xd8", "read.binary"),  # one in UTF-16 without a mark
    (tcvn3(LINES[0]) + b"\0", "read.binary"),
    ("Tỉnh Bắc Ninh".encode("utf-16-le")[:-1], "read.binary"),
    (b"\x89\xa8\0\0" * 40, "read.binary"),
]


@pytest.mark.parametrize(("data", "code"), BAD)
def test_what_is_cut_or_no_text_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data, "x")
    assert caught.value.message.code == code


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data, "x")
    except ReadError:
        return
    decoded.text.encode()
    assert all(place.end <= len(decoded.text) for place in decoded.places)


PAGES = [
    (
        '<html><meta charset="x-user-defined"><p><font face=".VnTime">{tcvn3}</font></p><font face="Arial">Café 2²',
        LINES[0] + "\nCafé 2²\n",
    ),
    (
        "<html><p style='color: red; font-family:\".VnTimeH\", serif'>{head}<p style='font: 14pt VNI-Times'>{vni}",
        "SỞ Y TẾ TỈNH\n" + LINES[0] + "\n",
    ),
    ("<html><body><p>{tcvn3}</p><p>S\xe8: 12</p></body>", LINES[0] + "\nSố: 12\n"),
]


@pytest.mark.parametrize(("page", "text"), PAGES)
def test_the_face_of_a_text_on_a_page_decides(tmp_path: Path, page: str, text: str) -> None:
    filled = page.format(
        tcvn3=tcvn3(LINES[0]).decode("latin-1"),
        head=tcvn3("Sở y tế tỉnh").decode("latin-1"),
        vni=vni(LINES[0]).decode("latin-1"),
    )
    assert _read(tmp_path, filled.encode("latin-1")).text == text


def test_old_letters_written_as_entities_of_a_page_are_read(tmp_path: Path) -> None:
    letters = "".join(f"&#{ord(letter)};" if ord(letter) > 127 else letter for letter in vni(LINES[1]).decode("cp1252"))
    document = _read(tmp_path, f"<html><meta charset=utf-8><title>{letters}</title><body><p>{letters}</p>".encode())
    assert document.text == LINES[1] + "\n"
    assert document.head.title == LINES[1]
    assert [each.message.code for each in document.findings] == ["read.converted_page"]
