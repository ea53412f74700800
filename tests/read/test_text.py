from __future__ import annotations

import codecs
import hashlib
import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.errors import CamketError, ReadError, UsageError
from camket.read import read
from camket.read.encoding import decode
from camket.words import say

SENTENCE = "Năm 2024, GRDP của tỉnh tăng 6,03% so với năm trước; hộ nghèo còn 0,87%."
EXACT = [
    SENTENCE,
    f"  {SENTENCE}\r\n\r\nDòng\u00a0hai \t\r\n",
    unicodedata.normalize("NFD", SENTENCE),
    SENTENCE + unicodedata.normalize("NFD", SENTENCE),
    "một dòng\rdòng cũ\u2028dòng lạ",
    "có <b>dấu</b> < và >",
    "một mã lẻ \x07 giữa " + "chữ " * 60,
]
MARKED = [
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
]
REFUSED = [
    (b"\x7fELF\x02\x01\x01\x00\x00\x00", "read.binary", "7"),
    (b"MZ" + bytes(range(1, 32)) * 4, "read.binary", "2"),
    ("Tỉnh ".encode() + b"\xff\xfe trong UTF-8", "read.encoding", "7"),
    (SENTENCE.encode()[:-1] + "ệ".encode()[:2], "read.encoding", str(len(SENTENCE.encode()) - 1)),
    (codecs.BOM_UTF16_LE + "Bắc Ninh".encode("utf-16-le") + b"\x00\xd8", "read.encoding", "18"),
    ("Il perché è più là: città, però".encode("latin-1"), "read.encoding", "8"),
]


def _write(folder: Path, data: bytes, name: str = "van-ban.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("text", EXACT)
def test_the_text_is_the_file_to_the_letter(tmp_path: Path, text: str) -> None:
    document = read(_write(tmp_path, text.encode()))
    assert document.text == text
    assert document.sha256 == document.text_sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert (document.id, document.findings, document.blocks) == ("van-ban", (), ())


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200))
def test_any_text_comes_through_unless_a_line_of_it_is_a_word_in_old_letters_and_that_is_said(text: str) -> None:
    told = decode(text.encode(), "x")
    said = [finding.message.code for finding in told.findings]
    assert told.text == text.removeprefix("\ufeff") or said == ["read.converted_lines"]  # `A±M` is `ẢM`


@pytest.mark.parametrize(("mark", "encoding"), MARKED)
def test_a_byte_order_mark_tells_the_encoding_and_is_no_text(tmp_path: Path, mark: bytes, encoding: str) -> None:
    document = read(_write(tmp_path, mark + SENTENCE.encode(encoding)))
    assert document.text == SENTENCE
    assert document.sha256 != document.text_sha256 == hashlib.sha256(SENTENCE.encode()).hexdigest()


def test_windows_1258_is_decoded_where_it_is_clearly_that(tmp_path: Path) -> None:
    document = read(_write(tmp_path, _as_1258(SENTENCE)))
    assert unicodedata.normalize("NFC", document.text) == SENTENCE
    assert [finding.message.code for finding in document.findings] == ["read.legacy"]


def _as_1258(text: str) -> bytes:
    """Base letters that the code page has, tones as marks of their own, as Windows writes Vietnamese."""
    data = bytearray()
    for letter in unicodedata.normalize("NFC", text):
        try:
            data += letter.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            tone = next(part for part in parts[1:] if part in "\u0300\u0301\u0303\u0309\u0323")
            data += unicodedata.normalize("NFC", parts.replace(tone, "")).encode("cp1258") + tone.encode("cp1258")
    return bytes(data)


@pytest.mark.parametrize(("data", "code", "offset"), REFUSED)
def test_what_is_no_text_is_refused_with_its_place(tmp_path: Path, data: bytes, code: str, offset: str) -> None:
    path = _write(tmp_path, data)
    with pytest.raises(ReadError) as caught:
        read(path)
    said = dict(caught.value.message.params)
    assert (caught.value.message.code, said["file"], said["offset"]) == (code, str(path), offset)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
FOREIGN = [
    (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="x"\r\n\r\n--x\r\n',
        "read.format_text",
        "MHTML",
    ),
    (
        b"From: <Saved by Blink>\nSubject: =?utf-8?Q?B=C3=A1o?=\nMIME-Version: 1.0\nContent-Type: multipart/related\n",
        "read.format_text",
        "MHTML",
    ),
    (
        b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument/>',
        "read.format_text",
        "Word XML 2003",
    ),
    (
        b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook/>',
        "read.format_text",
        "Excel XML 2003",
    ),
    (b'\xef\xbb\xbf<?xml version="1.0"?><pkg:package xmlns:pkg="x"/>', "read.format_text", "Word XML"),
    (b'<?xml version="1.0"?>\n<office:document office:version="1.3">', "read.format_text", "FODT"),
    (b"From: a@b.vn\nSubject: a\nMIME-Version: 1.0\n\nGRDP", "read.format_mail", "EML"),
    (b"!BDN" + bytes(40), "read.format_mail", "PST"),
    (OLE + "PowerPoint Document".encode("utf-16-le"), "read.format_text", "PowerPoint (PPT)"),
    (b"PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.presentation", "read.format_text", "ODP"),
    (b"PK\x03\x04\x14\0ppt/presentation.xml\0", "read.format_text", "PowerPoint (PPTX)"),
    (b"PK\x03\x04\x14\0anh.png\0", "read.format_archive", "ZIP"),
    (b"\0\0\0\x18ftypheic" + bytes(40), "read.format_image", "HEIC"),
]


@pytest.mark.parametrize("name", ["van-ban.txt", "van-ban"])
@pytest.mark.parametrize(("data", "code", "called"), FOREIGN)
def test_a_format_that_is_not_read_yet_is_named_whatever_the_name(
    tmp_path: Path, data: bytes, code: str, called: str, name: str
) -> None:
    with pytest.raises(ReadError) as caught:
        read(_write(tmp_path, data, name))
    said = say(caught.value.message)
    assert caught.value.message.code == code
    assert called in dict(caught.value.message.params)["format"]
    assert called in said
    assert "byte" not in said


TCVN3 = (
    b"\xf1y ban nh\xa9n d\xa9n t\xd8nh B\xbec Ninh b\xb8o c\xb8o k\xd5t qu\xb6 ph\xb8t tri\xd3n kinh t\xd5 - x\xb7 "
    b"h\xe9i n\xa8m 2008, t\xe8c \xae\xe9 t\xa8ng tr\xad\xebng \xae\xb9t 16,2%"
)
VNI = (
    "UÛy ban nhaân daân tænh Baéc Ninh baùo caùo keát quaû phaùt trieån kinh teá - xaõ hoäi naêm 2008, toác ñoä taêng "
    "tröôûng ñaït 16,2%"
).encode("latin-1")


READ = (
    "Ủy ban nhân dân tỉnh Bắc Ninh báo cáo kết quả phát triển kinh tế - xã hội năm 2008, tốc độ tăng trưởng đạt 16,2%"
)


@pytest.mark.parametrize(("data", "font"), [(TCVN3, "TCVN3 (ABC)"), (VNI, "VNI")])
@pytest.mark.parametrize("copied", [False, True])
def test_a_text_in_an_old_font_is_read_in_unicode(tmp_path: Path, data: bytes, font: str, *, copied: bool) -> None:
    document = read(_write(tmp_path, data.decode("latin-1").encode() if copied else data))
    assert document.text.lower() == READ.lower()
    assert document.sha256 != document.text_sha256 == hashlib.sha256(document.text.encode()).hexdigest()
    (finding,) = document.findings
    assert finding.message.code == ("read.converted_lines" if copied else "read.converted")
    assert f"phông chữ cũ {font}" in say(finding.message)


def test_a_pipe_is_no_file_and_a_loop_of_links_is_none(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ong.txt")
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    for name, code in (("ong.txt", "read.no_file"), ("a.txt", "read.link_loop")):
        with pytest.raises(ReadError) as caught:
            read(tmp_path / name)
        assert caught.value.message.code == code


@pytest.mark.parametrize("data", [b"", b" \r\n\t", codecs.BOM_UTF8, b"<html><body></body></html>"])
def test_an_empty_file_is_a_document_with_a_finding(tmp_path: Path, data: bytes) -> None:
    document = read(_write(tmp_path, data))
    assert document.text.strip() == ""
    assert [finding.message.code for finding in document.findings] == ["read.empty"]


def test_a_long_line_is_read(tmp_path: Path) -> None:
    text = SENTENCE * (20_000_000 // len(SENTENCE.encode()))
    assert read(_write(tmp_path, text.encode())).text == text


@pytest.mark.parametrize(
    ("name", "code"), [("khong-co.txt", "read.missing"), (".", "read.folder"), ("a\0b", "read.missing")]
)
def test_wrong_use(tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        read(tmp_path / name)
    assert caught.value.message.code == code


def test_errors_say_the_file_in_their_text(tmp_path: Path) -> None:
    with pytest.raises(CamketError, match="khong-co"):
        read(tmp_path / "khong-co.txt")


def test_the_id_can_be_given(tmp_path: Path) -> None:
    assert read(_write(tmp_path, b"x"), id="2024/x").id == "2024/x"
