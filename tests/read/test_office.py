"""Old Word files, RTF and ODT, by way of LibreOffice."""

from __future__ import annotations

import io
import os
import shutil
import zipfile
from pathlib import Path

import docx
import pytest
from tests.made.office import needs_office
from tests.made.paper import parts_of
from tests.made.printed import converted
from tests.made.word import docx_of
from tests.read.word_file import codes, run, word_file

import camket
from camket.errors import ReadError
from camket.read.formats import formats
from camket.read.limits import DEFAULT, Limits
from camket.read.office import memory, through
from camket.read.office.memory import memory_folder
from camket.read.office.ole import OLE, has_password
from camket.read.office.program import to_docx
from camket.read.office.stamp import Kind, bears_raw_stamp
from camket.read.office.through import read_through_office
from camket.read.word import read_docx

KINDS: tuple[Kind, ...] = ("doc", "rtf", "odt")
SAMPLES = Path(camket.__file__).parent / "samples"
NAMES = ("04-ke-hoach-2022", "06-bao-cao-thang-9-2022", "07-thong-bao-ket-luan-2025")
needs_antiword = pytest.mark.skipif(shutil.which("antiword") is None, reason="antiword is not installed")


def papers() -> dict[str, bytes]:
    return {name: docx_of(parts_of((SAMPLES / f"{name}.txt").read_text(encoding="utf-8"))) for name in NAMES}


@needs_office
@pytest.mark.parametrize("kind", KINDS)
def test_what_office_converts_reads_as_the_word_file(kind: Kind, tmp_path: Path) -> None:
    made = papers()
    for name, data in converted(made, "docx", kind, tmp_path).items():
        assert next(each.name for each in formats() if each.recognises(data)) == kind
        read = read_through_office(data, name, kind, DEFAULT)
        assert read.text == read_docx(made[name], name, DEFAULT).text
        assert {place.at.part for place in read.places} == {"body"}  # type: ignore[union-attr]  # all of them are in parts
        assert not list(memory._IN_MEMORY.glob(f"camket-{os.getpid()}-*"))


def noted() -> bytes:
    """A list, a footnote and a table: what the letters alone lose."""
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        f"{run('GRDP tăng 6,9%')}{mark}</w:p>"
        f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:tc><w:tcPr/>'
        f"<w:p>{run('Chỉ tiêu')}</w:p></w:tc><w:tc><w:tcPr/><w:p>{run('Thực hiện')}</w:p></w:tc></w:tr></w:tbl><w:p/>"
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    notes = f'<w:footnote w:id="2"><w:p>{run("Theo giá so sánh.")}</w:p></w:footnote>'
    return word_file(body, numbering=numbering, footnotes=notes)


@needs_office
@pytest.mark.parametrize("kind", ["doc", "rtf"])
def test_lists_notes_and_tables_survive(kind: Kind, tmp_path: Path) -> None:
    data = converted({"a": noted()}, "docx", kind, tmp_path)["a"]
    read = read_through_office(data, "a", kind, DEFAULT)
    assert read.text.splitlines() == ["III. GRDP tăng 6,9%", "Chỉ tiêu\tThực hiện", "Theo giá so sánh."]
    assert [block.kind for block in read.blocks] == ["list_item", "table_cell", "table_cell", "footnote"]


@needs_office
@needs_antiword
def test_without_office_a_doc_is_read_by_its_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = NAMES[0]
    data = converted({name: papers()[name]}, "docx", "doc", tmp_path)[name]
    monkeypatch.setattr(through, "office", lambda: None)
    read = read_through_office(data, "a.doc", "doc", DEFAULT)
    assert codes(read) == ["read.doc_plain"]
    assert "(1) Tổng sản phẩm trên địa bàn (GRDP, giá so sánh 2010) tăng 5 - 6%;" in read.text.splitlines()


@pytest.mark.parametrize("kind", KINDS)
def test_without_any_program_it_is_said_what_to_install(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    for program in ("office", "antiword"):
        monkeypatch.setattr(through, program, lambda: None)
    with pytest.raises(ReadError) as caught:
        read_through_office(b"{\\rtf1 x}", "a", kind, DEFAULT)
    assert caught.value.message.code == "read.needs_office"


@needs_office
@pytest.mark.parametrize("kind", KINDS)
def test_a_broken_file_is_refused(kind: Kind) -> None:
    with pytest.raises(ReadError) as caught:
        read_through_office(OLE + b"WordDocument" + bytes(2_000), "a", kind, DEFAULT)
    assert caught.value.message.code == "read.office_failed"


@needs_antiword
def test_a_broken_doc_is_refused_by_its_letters_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(through, "office", lambda: None)
    with pytest.raises(ReadError) as caught:
        read_through_office(OLE + bytes(2_000), "a.doc", "doc", DEFAULT)
    assert caught.value.message.code == "read.office_failed"


def test_a_program_that_hangs_is_stopped(tmp_path: Path) -> None:
    hanging = tmp_path / "soffice.bin"
    hanging.write_text("#!/bin/sh\nexec sleep 60\n")
    hanging.chmod(0o755)
    with pytest.raises(ReadError) as caught, memory_folder(1) as folder:
        to_docx(str(hanging), b"x", "a.doc", "doc", folder, Limits(seconds=1))
    assert caught.value.message.code == "read.office_slow"
    assert not folder.exists()


def test_what_a_killed_process_left_is_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_IN_MEMORY", tmp_path)
    left, own, other = (tmp_path / name for name in (f"camket-{2**22 + 1}-x", f"camket-{os.getpid()}-y", "camket-z"))
    for each in (left, own, other):
        each.mkdir()
    with memory_folder(1) as folder:
        assert folder.parent == tmp_path
        assert oct(folder.stat().st_mode)[-3:] == "700"
    assert sorted(tmp_path.iterdir()) == sorted((own, other))


def encrypted(head: bytes) -> bytes:
    return OLE + bytes(504) + head + bytes(600)


PASSWORDS = [
    (encrypted(b"\xec\xa5\xc1\0" + bytes(6) + (0x0100).to_bytes(2, "little")), True),
    (encrypted(b"\xec\xa5\xc1\0" + bytes(8)), False),
    (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), True),
    (OLE + bytes(37) + b"\xec\xa5\xff\xff", False),
]


@pytest.mark.parametrize(("data", "locked"), PASSWORDS)
def test_a_password_is_seen(data: bytes, locked: bool) -> None:
    assert has_password(data) is locked
    if locked:
        with pytest.raises(ReadError) as caught:
            read_through_office(data, "a.doc", "doc", DEFAULT)
        assert caught.value.message.code == "read.password"


def odt(*paragraphs: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml", "".join(f"<text:p><text:span>{each}</text:span></text:p>" for each in paragraphs)
        )
    return held.getvalue()


STAMPS: list[tuple[Kind, bytes, bool]] = [
    ("doc", OLE + bytes(2040) + "\rMẬT\r".encode("utf-16-le"), True),
    ("doc", OLE + bytes(2041) + "\r TỐI MẬT \x07".encode("utf-16-le"), True),
    ("doc", OLE + bytes(2040) + "\rTUYỆT MẬT\r".encode("utf-16-le"), True),
    ("doc", OLE + bytes(2040) + b"\rTUY\xd6T M\xcbT\r", True),
    ("doc", OLE + bytes(2040) + "\rBảo vệ bí mật nhà nước\rKHÔNG MẬT\r".encode("utf-16-le"), False),
    ("doc", OLE + bytes(90_000) + "\rMẬT\r".encode("utf-16-le"), False),
    ("rtf", rb"{\rtf1\ansi{\fonttbl{\f0 Times;}}\pard\b M\u7852\'c2T\b0\par B\'e1o c\'e1o}", True),
    ("rtf", rb"{\rtf1\ansi\cell {\b T\u7888?I }{\b M\u7852?T}\cell}", True),
    ("rtf", rb"{\rtf1\ansi\par b\u237\'ed M\u7852\'c2T nh\'e0 n\u432?\u7899?c\par}", False),
    ("odt", odt("UBND TỈNH", "MẬT", "KẾ HOẠCH"), True),
    ("odt", odt("UBND TỈNH", "Danh mục MẬT", "KẾ HOẠCH"), False),
    ("odt", b"PK\x03\x04", False),
]


@pytest.mark.parametrize(("kind", "data", "stamped"), STAMPS)
def test_a_stamp_is_seen_before_anything_is_written(
    kind: Kind, data: bytes, stamped: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert bears_raw_stamp(data, kind) is stamped
    if stamped:
        monkeypatch.delattr(through, "memory_folder")
        with pytest.raises(ReadError) as caught:
            read_through_office(data, "a", kind, DEFAULT)
        assert caught.value.message.code == "read.secret"


@needs_office
@pytest.mark.parametrize("kind", KINDS)
def test_a_stamp_that_office_writes_is_seen(kind: Kind, tmp_path: Path) -> None:
    made = docx.Document()
    for line in ("ỦY BAN NHÂN DÂN TỈNH", "TỐI MẬT", "KẾ HOẠCH"):
        made.add_paragraph(line)
    held = io.BytesIO()
    made.save(held)
    assert bears_raw_stamp(converted({"a": held.getvalue()}, "docx", kind, tmp_path)["a"], kind)
