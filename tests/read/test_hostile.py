"""Files that are broken or mean harm: each is answered in its time with what is the matter, and the others are read.

The files go through the door that everyone uses: a folder, `camket extract`, the process that parses.
"""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner
from openpyxl import Workbook
from PIL import Image
from tests.made.archive import archive
from tests.made.paper import parts_of
from tests.made.printed import needs_recognition
from tests.made.word import docx_of

from camket.cli.app import app

GOOD = "Ngày 13/01/2025, tỉnh Bắc Ninh cho biết: năm 2024, GRDP của tỉnh tăng 6,03% so với năm 2023."
LIMITS = {"CAMKET_READ_SECONDS": "20", "CAMKET_READ_MEMORY": "1500", "CAMKET_READ_MEGABYTES": "60"}


def docx() -> bytes:
    return docx_of(parts_of(GOOD))


def repacked(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same archive with one part changed; a part that is not there is added."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
        if part not in old.namelist():
            new.writestr(part, change(b""))
    return held.getvalue()


def laughing(data: bytes) -> bytes:
    """XML whose entities unfold to a billion letters."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    declared = f'<!DOCTYPE x [<!ENTITY l0 "lol">{entities}]>'.encode()
    start = data.index(b"?>") + 2
    return data[:start] + declared + data[start:].replace(b"GRDP", b"&l9;", 1)


def reaching_out(data: bytes) -> bytes:
    """XML that asks for a file of the machine."""
    declared = b'<!DOCTYPE x [<!ENTITY out SYSTEM "file:///etc/hostname">]>'
    start = data.index(b"?>") + 2
    return data[:start] + declared + data[start:].replace(b"GRDP", b"&out;", 1)


def pdf(pages: int) -> bytes:
    made = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        made.new_page(595, 842)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def locked_pdf() -> bytes:
    """A PDF that no password of ours opens."""
    trailer = (
        b"<< /Size 4 /Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
        + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >> >>"
    )  # fmt: skip
    return _assembled([b"<< /Type /Catalog /Pages 2 0 R >>", _PAGES, _PAGE], trailer)


def looping_pdf() -> bytes:
    """A PDF whose pages hold themselves."""
    return _assembled([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"])


def inflating_pdf() -> bytes:
    """A PDF whose one page unpacks to hundreds of megabytes of drawing."""
    packed = zlib.compress(b"0 0 m 1 1 l S\n" * 20_000_000, 9)
    content = b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed) + packed + b"\nendstream"
    page = _PAGE.replace(b" >>", b" /Contents 4 0 R >>")
    return _assembled([b"<< /Type /Catalog /Pages 2 0 R >>", _PAGES, page, content])


_PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
_PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"


def _assembled(objects: list[bytes], trailer: bytes = b"<< /Size 9 /Root 1 0 R >>") -> bytes:
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + table + b"trailer\n" + trailer + b"\nstartxref\n%d\n%%%%EOF" % len(data)


def picture(width: int, height: int) -> bytes:
    held = io.BytesIO()
    Image.new("1", (width, height), 1).save(held, "PNG")
    return held.getvalue()


def vast_picture() -> bytes:
    """A picture of few bytes that says it has ten thousand million points."""
    data = bytearray(picture(8, 8))
    data[16:24] = (100_000).to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    return bytes(data)


def workbook(rows: int, *, formula: str | None = None) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Biểu")
    for number in range(rows):
        sheet.append([number, formula or "a"])
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def far_cell() -> bytes:
    """A sheet of two cells, the second in the last row and column that a sheet can have."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["XFD1048576"] = "đầu", "cuối"
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def locked_office() -> bytes:
    """How Office files with a password begin: a compound file with an encrypted package."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000) + "EncryptedPackage".encode("utf-16-le") + bytes(2_000)


HOSTILE: dict[str, tuple[Callable[[], bytes], str, set[str]]] = {
    "empty": (lambda: b"", "rong.txt", {"read.empty"}),
    "locked pdf": (locked_pdf, "a.pdf", {"pdf.locked", "pdf.damaged"}),
    "cut pdf": (lambda: pdf(3)[:200], "a.pdf", {"pdf.damaged", "pdf.no_pages"}),
    "pdf without pages": (lambda: pdf(0), "a.pdf", {"pdf.no_pages", "pdf.damaged"}),
    "three thousand pages": (lambda: pdf(3_000), "a.pdf", {"pdf.too_many_pages"}),
    "pages that hold themselves": (
        looping_pdf,
        "a.pdf",
        {"pdf.damaged", "pdf.no_pages", "pdf.broken_page", "read.empty"},
    ),
    "a page that inflates": (inflating_pdf, "a.pdf", {"read.memory", "read.timeout", "read.crashed", "read.empty"}),
    "a picture only": (lambda: picture(800, 600), "a.png", {"scan.no_text"}),
    "a vast picture": (vast_picture, "a.png", {"scan.too_large", "scan.broken"}),
    "zip bomb": (lambda: archive(**{"a.txt": b"a" * 70_000_000}), "a.zip", {"read.archive_bomb"}),
    "path outside": (lambda: archive(**{"../../a.txt": b"x"}), "a.zip", {"read.archive_outside"}),
    "cut zip": (lambda: archive(**{"a.txt": b"x" * 900})[:-40], "a.zip", {"read.archive_broken"}),
    "a billion laughs": (lambda: repacked(docx(), "word/document.xml", laughing), "a.docx", {"read.word_entities"}),
    "external entity": (lambda: repacked(docx(), "word/document.xml", reaching_out), "a.docx", {"read.word_entities"}),
    "a part that inflates": (
        lambda: repacked(docx(), "word/document.xml", lambda data: data + b" " * 70_000_000),
        "a.docx",
        {"read.word_too_large"},
    ),
    "cut docx": (lambda: docx()[:-900], "a.docx", {"read.word_broken"}),
    "wrong suffix": (lambda: b"\x7fELF" + bytes(500), "a.docx", {"read.binary"}),
    "the suffix of another format": (docx, "a.pdf", {"read.misnamed"}),
    "an old file cut before its list of parts": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4_000),
        "a.doc",
        {"read.old_office_damaged"},
    ),
    "password": (locked_office, "a.xlsx", {"sheet.locked", "read.password"}),
    "cut workbook": (lambda: workbook(50)[:-300], "a.xlsx", {"read.sheet_damaged"}),
    "a far cell": (far_cell, "a.xlsx", set()),
    "deep page": (lambda: b"<html><body>" + b"<div>" * 400_000 + b"x", "a.html", set()),
    "half a letter": (lambda: GOOD.encode() + b"\xe1\xbb", "a.txt", {"read.encoding"}),
    "half a rich text": (lambda: rb"{\rtf1\ansi {\b " * 5_000, "a.rtf", set()),
}


@needs_recognition
@pytest.mark.parametrize(("make", "name", "codes"), HOSTILE.values(), ids=HOSTILE)
def test_each_is_answered_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[], bytes], name: str, codes: set[str]
) -> None:
    for variable, value in LIMITS.items():
        monkeypatch.setenv(variable, value)
    (tmp_path / "vao").mkdir()
    (tmp_path / "vao" / name).write_bytes(make())
    (tmp_path / "vao" / "tot.txt").write_text(GOOD, encoding="utf-8")
    done = CliRunner().invoke(app, ["extract", str(tmp_path / "vao"), "--out", str(tmp_path / "ra")])
    assert done.exit_code == 0, done.output
    manifest = json.loads((tmp_path / "ra/manifest.json").read_bytes())
    found = {each["code"] for each in manifest["findings"]}
    for each in manifest["files"]:
        if each["output"] is not None:
            facts = json.loads((tmp_path / "ra" / each["output"]).read_bytes())
            found |= {finding["code"] for finding in facts["findings"]}
    assert not codes or found & codes, found
    good = json.loads((tmp_path / "ra/tot.json").read_bytes())
    assert [figure["value"] for figure in good["figures"]] == [6.03]


def test_nothing_of_the_machine_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(repacked(docx(), "word/document.xml", reaching_out))
    done = CliRunner().invoke(app, ["read", str(path), "--text"])
    secret = Path("/etc/hostname")
    assert not secret.exists() or secret.read_text(encoding="utf-8").strip() not in done.stdout
