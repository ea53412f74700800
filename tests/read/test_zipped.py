"""What a ZIP is, told by the names of its files."""

from __future__ import annotations

import io
import zipfile

import pytest
from tests.read.word_file import p, parts_of, word_file, zipped

from camket.read.foreign import is_zip
from camket.read.formats import formats
from camket.read.zipped import holds_open_document, holds_word, member_names

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
