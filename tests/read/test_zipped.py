"""What a ZIP is, told by the names of its files."""

from __future__ import annotations

import io
import zipfile

import pytest
from tests.read.word_file import p, parts_of, word_file, zipped

from camket.read.foreign import is_zip
from camket.read.formats import formats
from camket.read.zipped import entries, holds_open_document, holds_word, member_names

WORD = word_file(p("một"))


def stored(**files: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_", "."), content)
    return held.getvalue()


CASES = [
    ("a Word file", WORD, True),
    ("with a comment behind", WORD[:-2] + (3).to_bytes(2, "little") + b"abc", True),
    ("an archive with a Word file in it, unpacked", stored(a_docx=WORD, b_txt=b"x"), False),
    ("a workbook with a part called word", zipped({"xl/workbook.xml": "", "word/x.xml": ""}), False),
    ("an archive", stored(a_txt=b"word/document.xml"), False),
    ("an empty archive", stored(), False),
    ("text", b"word/document.xml", False),
    ("nothing", b"", False),
    ("a beginning", b"PK\x03\x04", False),
]


@pytest.mark.parametrize(("data", "word"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_word_file_is_told_by_its_names(data: bytes, word: bool) -> None:
    assert holds_word(data) is word
    assert [each.name for each in formats() if each.recognises(data)].count("docx") == word


def test_an_archive_of_word_files_is_an_archive() -> None:
    assert is_zip(stored(a_docx=WORD, b_docx=WORD))
    assert not is_zip(WORD)


def test_the_names_of_a_long_file_are_told_by_its_beginning_and_end() -> None:
    long = zipped({**parts_of(p("một")), "word/media/anh.png": bytes(range(256)) * 2_000})
    assert holds_word(long[:4_096] + long[-2_048:])


def test_names_are_read_whole_and_cut() -> None:
    names = [name.lower() for name in parts_of("")]
    assert member_names(word_file("")) == names
    assert member_names(word_file("")[:-40])[: len(names)] == names


@pytest.mark.parametrize("kind", [b"text", b"spreadsheet"])
def test_open_document_says_what_it_is(kind: bytes) -> None:
    data = stored(mimetype=b"application/vnd.oasis.opendocument." + kind)
    assert holds_open_document(data, kind)
    assert not holds_open_document(data, b"presentation")
    assert not holds_open_document(WORD, kind)


def test_a_workbook_is_not_read_as_a_word_file() -> None:
    assert not holds_word(zipped({"[Content_Types].xml": "", "xl/workbook.xml": "", "xl/embeddings/word/a.xml": ""}))


def test_the_files_of_a_plain_archive_are_told_by_its_list() -> None:
    data = zipped({"thư mục/đơn vị.txt": "một" * 400, "b.txt": ""})
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        known = [
            (one.filename, one.flag_bits, one.compress_type, one.CRC, one.compress_size, one.file_size)
            for one in opened.infolist()
        ]
        places = [one.header_offset for one in opened.infolist()]
    found = entries(data)
    assert found is not None
    assert ([each[:-1] for each in found], [each.at for each in found]) == (known, places)


NOT_PLAIN = [
    ("a comment behind", WORD[:-2] + (3).to_bytes(2, "little") + b"abc"),
    ("something before", b"x" * 40 + WORD),
    ("something behind", WORD + b"x"),
    ("cut", WORD[:-30]),
    ("a count that lies", WORD[:-12] + (2).to_bytes(2, "little") * 2 + WORD[-8:]),
    ("a list that is damaged", WORD.replace(b"PK\x01\x02", b"PK\x01\x03", 1)),
    ("nothing", b""),
]


@pytest.mark.parametrize("data", [case[1] for case in NOT_PLAIN], ids=[case[0] for case in NOT_PLAIN])
def test_an_archive_that_is_not_plain_is_left_to_the_library(data: bytes) -> None:
    assert entries(data) is None
