"""Whole PDF files: drawn by hand, and printed by LibreOffice."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pypdfium2
import pytest
from tests.made.drawn import Drawn, lines, pdf_of, said
from tests.made.office import convert, needs_office

from camket.errors import ReadError
from camket.model.document import Document
from camket.model.place import OnPage
from camket.read import read
from camket.read.limits import Limits
from camket.read.loading import load_bytes
from camket.read.parsing import format_of
from camket.read.pdf.page import read_page
from camket.read.pdf.pdfium import signature_boxes


def _read(data: bytes, limits: Limits | None = None) -> Document:
    return load_bytes(data, "van-ban.pdf", "van-ban", limits=limits or Limits())


def _codes(document: Document) -> list[str]:
    return [finding.message.code for finding in document.findings]


BODY = lines("Thu hai, ngay 12/01/2025", "Nguyen Van Mau, can bo so")


def test_a_pdf_is_told_by_its_content_and_rubbish_before_it_is_passed_over() -> None:
    data = pdf_of([Drawn(BODY)])
    assert format_of(data, "a.txt").name == "pdf"
    document = _read(b"\0\x01rac\r\n" * 30 + data)
    assert document.text == "Thu hai, ngay 12/01/2025\nNguyen Van Mau, can bo so\n"
    assert format_of(b"Trong tep co dong chu %PDF-1.7 cua mot bai viet.", "a.txt").name == "text"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7\n", "pdf.damaged"),
        (pdf_of([Drawn(BODY)])[:300], "pdf.damaged"),
        (pdf_of([]), "pdf.no_pages"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        _read(data)
    assert (caught.value.message.code, dict(caught.value.message.params)["file"]) == (code, "van-ban.pdf")


def test_pages_beyond_the_limit_are_counted() -> None:
    document = _read(pdf_of([Drawn(lines(f"Noi dung rieng cua trang {n}")) for n in range(12)]), Limits(pages=10))
    assert len(document.pages) == 10
    (finding,) = document.findings
    assert finding.message.code == "pdf.too_many_pages"
    assert dict(finding.message.params) == {"pages": "12", "read": "10", "left": "2"}


def test_a_broken_page_loses_only_itself() -> None:
    data = pdf_of([Drawn(lines("Trang mot")), Drawn(lines("Trang hai")), Drawn(lines("Trang ba"))])
    document = _read(data.replace(b"12 0 obj\n<<", b"12 0 obj\n<>"))
    assert document.text == "Trang mot\nTrang ba\n"
    assert _codes(document) == ["pdf.broken_page"]
    assert dict(document.findings[0].message.params)["page"] == "2"


def test_every_word_knows_its_box() -> None:
    document = _read(pdf_of([Drawn(said("Thu hai", 100, 700, size=20))]))
    (first, second) = document.places
    assert [document.text[place.start : place.end] for place in document.places] == ["Thu", "hai"]
    assert isinstance(first.at, OnPage) and isinstance(second.at, OnPage)
    assert first.at.page == 1
    assert first.at.left == pytest.approx(100, abs=0.5)
    assert first.at.right < second.at.left
    assert first.at.top < 842 - 700 - 10 < first.at.bottom < 842 - 700 + 8


TURNED = {0: "1 0 0 1", 1: "0 1 -1 0", 2: "-1 0 0 -1", 3: "0 -1 1 0"}


@pytest.mark.parametrize("direction", range(4))
@pytest.mark.parametrize("rotate", range(4))
def test_boxes_are_where_the_letters_are_shown(direction: int, rotate: int) -> None:
    """A page may be turned to be shown, and its lines may run in any direction on it."""
    text = said("Thu", 300, 400, size=20, turned=TURNED[direction])
    data = pdf_of([Drawn(text, more=f"/Rotate {90 * rotate}")])
    document = _read(data)
    assert document.text == "Thu\n"
    at = document.places[0].at
    page = document.pages[0]
    assert isinstance(at, OnPage)
    shown = pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil().convert("L").point(lambda shade: 255 - shade)
    assert (round(page.width), round(page.height)) == shown.size
    left, top, right, bottom = shown.getbbox() or (0, 0, 0, 0)
    assert at.left <= left + 2 and at.top <= top + 2 and at.right >= right - 2 and at.bottom >= bottom - 2
    assert (at.right - at.left) * (at.bottom - at.top) < 4 * (right - left) * (bottom - top)


def test_a_watermark_is_no_text() -> None:
    document = _read(pdf_of([Drawn(BODY + said("DU THAO", 150, 300, size=60, turned="0.7 0.7 -0.7 0.7"))]))
    assert "THAO" not in document.text
    assert [aside.text for aside in document.asides] == ["DU THAO"]


@pytest.mark.parametrize(
    ("fonts", "drawn", "text"),
    [
        ((".VnTime",), "Uû ban nh©n d©n tØnh B¾c Ninh", "Uỷ ban nhân dân tỉnh Bắc Ninh"),
        (
            (".VnTime",),
            "®Çu t\xad v\xadît dù to¸n, kinh tÕ-x· héi 2006-2010",
            "đầu tư vượt dự toán, kinh tế-xã hội 2006-2010",
        ),
        ((".VnTimeH",), "QUYÕT §ÞNH", "QUYẾT ĐỊNH"),
        (("ABCDEF+VNI-Times",), "UÛy ban nhaân daân tænh Baéc Ninh", "Ủy ban nhân dân tỉnh Bắc Ninh"),
    ],
)
def test_letters_of_old_fonts_are_converted_by_the_fonts_names(fonts: tuple[str, ...], drawn: str, text: str) -> None:
    document = _read(pdf_of([Drawn(lines(drawn))], fonts=fonts))
    assert document.text == f"{text}\n"
    assert _codes(document) == ["pdf.old_font"]


def test_letters_of_fonts_whose_names_say_nothing_are_told_by_their_words() -> None:
    old = lines(
        "Uû ban nh©n d©n tØnh B¾c Ninh b¸o c¸o kÕt qu¶ ph¸t triÓn kinh tÕ - x· héi n¨m 2008",
        "tèc ®é t¨ng tr­ëng ®¹t 16,2%, thu ng©n s¸ch nhµ n­íc v­ît dù to¸n ®­îc giao",
    )
    document = _read(pdf_of([Drawn(old)], fonts=("ABCDEF+TT1E7o00",)))
    assert "tỉnh Bắc Ninh báo cáo kết quả phát triển kinh tế - xã hội" in document.text
    assert "tốc độ tăng trưởng đạt 16,2%" in document.text
    assert _codes(document) == ["pdf.old_font"]


def _widget(text: str, box: str) -> tuple[str, str]:
    """A field of a signature that shows a text, and what it shows."""
    field = f"<< /Type /Annot /Subtype /Widget /FT /Sig /F 4 /Rect [{box}] /AP << /N 100001 0 R >> >>"
    shown = (
        "<< /Type /XObject /Subtype /Form /BBox [0 0 300 40] /Resources << /Font << /F1 << /Type /Font /Subtype "
        f"/Type1 /BaseFont /Times-Roman >> >> >> /Length {len(text)} >>\nstream\n{text}endstream"
    )
    return field, shown


@pytest.mark.parametrize(
    ("shown", "box", "text", "asides"),
    [
        ("45", "103 755 130 775", "So: 45/UBND\n", []),
        ("Signed by: UBND tinh", "300 500 600 540", "So: /UBND\n", ["Signed by: UBND tinh"]),
    ],
)
def test_what_a_signature_lays_over_a_page(shown: str, box: str, text: str, asides: list[str]) -> None:
    field, appearance = _widget(said(shown, 0, 5), box)
    page = Drawn(said("So:", 85, 760) + said("/UBND", 115, 760), more="/Annots [100000 0 R]")
    document = _read(pdf_of([page], more=(field, appearance)))
    assert document.text == text
    assert [aside.text for aside in document.asides] == asides
    assert _codes(document) == (["pdf.stamps"] if asides else [])


def test_a_number_that_is_laid_over_itself_is_read_once() -> None:
    field, appearance = _widget(said("45", 0, 5), "103 755 130 775")
    shown = said("So:", 85, 760) + said("45", 103, 760) + said("/UBND", 115, 760) + said("Kinh gui", 85, 700)
    page = Drawn(shown, more="/Annots [100000 0 R]")
    assert _read(pdf_of([page], more=(field, appearance))).text == "So: 45/UBND\nKinh gui\n"


def test_where_a_signature_is_drawn_with_the_picture_behind_its_words() -> None:
    drawn = "1 1 1 rg 0 0 300 40 re f 0 0 0 rg\n" + said("Signed by: UBND tinh", 80, 15)
    field, appearance = _widget(drawn, "10 790 310 830")
    page = Drawn(said("So: 45/UBND", 85, 760), more="/Annots [100000 0 R]")
    document = pypdfium2.PdfDocument(pdf_of([page], more=(field, appearance)))
    (stamp,) = read_page(document, 1).stamps
    words = (stamp.left, stamp.top, stamp.right, stamp.bottom)
    boxes = [tuple(map(round, box)) for box in signature_boxes(document[0], [words])]
    assert boxes == [tuple(map(round, words)), (10, 12, 310, 52)]


HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:font-family="Liberation Serif"
 fo:font-size="13pt"/></style:default-style></office:styles><office:automatic-styles>
<style:style style:name="J" style:family="paragraph"><style:paragraph-properties fo:text-align="justify"
 fo:text-indent="1cm" fo:margin-bottom="0.2cm"/></style:style>
<style:style style:name="C" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style>
<style:style style:name="S" style:family="paragraph"><style:text-properties fo:font-size="10pt"/></style:style>
<style:style style:name="Apart" style:family="text"><style:text-properties fo:letter-spacing="0.15cm"/></style:style>
<style:style style:name="Up" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="Down" style:family="text"><style:text-properties style:text-position="sub 58%"/></style:style>
<style:style style:name="Box" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"
 fo:padding="0.05cm"/></style:style>
<style:style style:name="Two" style:family="section"><style:section-properties><style:columns fo:column-count="2"
 fo:column-gap="0.6cm"/></style:section-properties></style:style>
<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"
 fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="3cm" fo:margin-right="2cm"/><style:header-style/>
<style:footer-style/></style:page-layout></office:automatic-styles><office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="P"><style:header><text:p text:style-name="S">Báo cáo
 chính trị trình Đại hội</text:p></style:header><style:footer><text:p text:style-name="C"><text:page-number/></text:p>
</style:footer></style:master-page></office:master-styles><office:body><office:text>"""
TAIL = "</office:text></office:body></office:document>"
PROSE = (
    "Năm 2024, tổng sản phẩm trên địa bàn tỉnh ước tăng 6,03% so với năm trước, trong đó khu vực công nghiệp - xây "
    "dựng tăng 6,2%, dịch vụ tăng 5,9%; thu ngân sách nhà nước trên địa bàn đạt 33.150 tỷ đồng{}, bằng 103% dự toán "
    "năm; kim ngạch xuất khẩu đạt 41,5 tỷ USD; đã giải quyết việc làm cho trên 27.000 lao động ở các khu công nghiệp."
)
SENTENCE = PROSE.format("")


def _p(text: str, style: str = "J") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def _note(number: int, text: str) -> str:
    return (
        f'<text:note text:id="n{number}" text:note-class="footnote"><text:note-citation>{number}</text:note-citation>'
        f'<text:note-body><text:p text:style-name="S">{text}</text:p></text:note-body></text:note>'
    )


def _cell(text: str, columns: int = 1, rows: int = 1) -> str:
    reach = f'table:number-columns-spanned="{columns}" table:number-rows-spanned="{rows}"'
    covered = "<table:covered-table-cell/>" * (columns - 1)
    return f'<table:table-cell table:style-name="Box" {reach}>{_p(text, "S")}</table:table-cell>{covered}'


COVERED = "<table:covered-table-cell/>"


def _table(heads: list[list[str]], rows: list[list[str]], columns: int) -> str:
    def written(row: list[str]) -> str:
        cells = "".join(cell if cell.startswith("<") else _cell(cell) for cell in row)
        return f"<table:table-row>{cells}</table:table-row>"

    head = "".join(map(written, heads))
    return (
        f'<table:table><table:table-column table:number-columns-repeated="{columns}"/><table:table-header-rows>{head}'
        f"</table:table-header-rows>{''.join(map(written, rows))}</table:table>"
    )


LONG = (
    _p('<text:span text:style-name="Apart">THÔNG BÁO</text:span>', "C")
    + "".join(_p(SENTENCE) for _ in range(8))
    + _p(PROSE.format(_note(1, "Số ước của Kho bạc Nhà nước tỉnh đến ngày 31/12/2024.")))
    + "".join(_p(SENTENCE) for _ in range(6))
    + _p(
        'Đất công nghiệp đạt 25 km<text:span text:style-name="Up">2</text:span>; khí CO'
        '<text:span text:style-name="Down">2</text:span> giảm 5%.'
    )
)
YEARS = _table(
    [
        [_cell("TT", 1, 2), _cell("Chỉ tiêu", 1, 2), _cell("Năm 2023", 2), _cell("Năm 2024", 2)],
        [COVERED, COVERED, "KH", "TH", "KH", "TH"],
    ],
    [
        ["I", _cell("Kinh tế", 5)],
        ["1", "GRDP", "7,0", "6,1", "6,5", ""],
        ["2", "Thu ngân sách", "", "31.100", "", "33.150"],
    ],
    6,
)
SERIES = _table(
    [["TT", "Mặt hàng", "Sản lượng"]],
    [[str(n), f"Mặt hàng công nghiệp chủ lực thứ {n} của tỉnh", f"{1000 + n}.250,5"] for n in range(1, 90)],
    3,
)
COLUMNS = f'<text:section text:style-name="Two" text:name="s">{"".join(_p(SENTENCE) for _ in range(5))}</text:section>'
PAPERS = {
    "long": LONG,
    "years": _p(SENTENCE) + YEARS + _p(SENTENCE),
    "series": _p("Phụ lục", "C") + SERIES,
    "columns": _p("Nhật báo", "C") + COLUMNS,
    "locked": _p(SENTENCE),
    "guarded": _p(SENTENCE),
}


def _maps_to_blank(letter: str) -> str:
    """A map of letters that says of one that it is a blank, and nothing of the others."""
    mapped = (
        f"begincmap\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n1 beginbfchar\n<{ord(letter):02X}> <0020>\n"
    )
    body = f"/CIDInit /ProcSet findresource begin\n12 dict begin\n{mapped}endbfchar\nendcmap\nend\nend\n"
    return f"<< /Length {len(body)} >>\nstream\n{body}endstream"


@pytest.mark.parametrize(("font", "unread"), [("Times-Roman", "rubbish"), ("Wingdings", "")])
def test_letters_that_the_font_calls_blanks_make_a_page_to_recognise(font: str, unread: str) -> None:
    drawn = Drawn(lines("CHINH PHU", "CONG HOA XA HOI", "Thu ngan sach dat 5 ty dong"))
    data = pdf_of([drawn], fonts=(f"{font} /ToUnicode 100000 0 R",), more=(_maps_to_blank("H"),))
    assert read_page(pypdfium2.PdfDocument(data), 1).unread == unread


def _export(**settings: object) -> str:
    held = {
        name: {"type": "boolean" if isinstance(value, bool) else "string", "value": str(value).lower()}
        for name, value in settings.items()
    }
    return f"pdf:writer_pdf_Export:{json.dumps(held)}"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("in")
    for name, body in PAPERS.items():
        (folder / f"{name}.fodt").write_text(HEAD + body + TAIL, encoding="utf-8")
    ways = {
        "pdf": [name for name in PAPERS if name not in ("locked", "guarded")],
        _export(EncryptFile=True, DocumentOpenPassword="mat khau"): ["locked"],
        _export(RestrictPermissions=True, PermissionPassword="mat khau"): ["guarded"],
    }
    for way, names in ways.items():
        convert(way, folder, *(folder / f"{name}.fodt" for name in names))
    return folder


def _blocks(document: Document, kind: str) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind == kind]


@needs_office
def test_paragraphs_over_pages_notes_and_raised_letters(printed: Path) -> None:
    document = read(printed / "long.pdf")
    assert len(document.pages) > 1
    assert document.text.splitlines() == [
        "THÔNG BÁO",
        *[SENTENCE] * 15,
        "Đất công nghiệp đạt 25 km²; khí CO2 giảm 5%.",
        "Số ước của Kho bạc Nhà nước tỉnh đến ngày 31/12/2024.",
    ]
    assert _blocks(document, "footnote") == ["Số ước của Kho bạc Nhà nước tỉnh đến ngày 31/12/2024."]
    assert [(aside.kind, aside.text) for aside in document.asides] == [
        ("header", "Báo cáo chính trị trình Đại hội"),
        ("footer", "1"),
    ]


@needs_office
def test_a_table_with_cells_that_reach_further(printed: Path) -> None:
    document = read(printed / "years.pdf")
    assert document.text.splitlines()[1:] == [
        SENTENCE,
        "TT\tChỉ tiêu\tNăm 2023\tNăm 2024",
        "KH\tTH\tKH\tTH",
        "I\tKinh tế",
        "1\tGRDP\t7,0\t6,1\t6,5\t",
        "2\tThu ngân sách\t\t31.100\t\t33.150",
        SENTENCE,
    ]
    cells = {document.text[block.start : block.end]: block for block in document.blocks if block.kind == "table_cell"}
    assert (cells["Chỉ tiêu"].rows, cells["Năm 2024"].column, cells["Năm 2024"].columns) == (2, 4, 2)
    assert (cells["33.150"].row, cells["33.150"].column, cells["Kinh tế"].columns) == (4, 5, 5)


@needs_office
def test_a_table_over_pages_is_one_and_says_its_head_once(printed: Path) -> None:
    document = read(printed / "series.pdf")
    assert len(document.pages) > 1
    assert document.text.splitlines()[1:] == [
        "TT\tMặt hàng\tSản lượng",
        *(f"{n}\tMặt hàng công nghiệp chủ lực thứ {n} của tỉnh\t{1000 + n}.250,5" for n in range(1, 90)),
    ]
    assert {block.table for block in document.blocks if block.kind == "table_cell"} == {0}
    assert [block.head for block in document.blocks if block.row == 0] == [True] * 3


@needs_office
def test_the_columns_of_a_newspaper_are_read_one_after_the_other(printed: Path) -> None:
    assert read(printed / "columns.pdf").text.splitlines()[-6:] == ["Nhật báo", *[SENTENCE] * 5]


@needs_office
def test_a_password_to_open_is_asked_for_and_one_for_changes_is_not(printed: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read(printed / "locked.pdf")
    assert caught.value.message.code == "pdf.locked"
    assert SENTENCE in read(printed / "guarded.pdf").text


def test_letters_hidden_under_a_picture_are_read_and_said_to_be_recognised() -> None:
    shapes = "".join(f"{x} 10 20 20 re f\n" for x in range(301))
    document = _read(pdf_of([Drawn(f"{shapes} 3 Tr {BODY}")]))
    assert document.text.startswith("Thu hai")
    assert [page.scanned for page in document.pages] == [True]
    assert _codes(document) == ["pdf.hidden"]
    assert {place.at.sure for place in document.places if isinstance(place.at, OnPage)} == {0.8}


def test_files_that_a_pdf_carries_are_named_and_not_read() -> None:
    carrying = pypdfium2.PdfDocument(pdf_of([Drawn(BODY)]))
    carrying.new_attachment("phu-luc.xlsx").set_data(b"PK")
    held = io.BytesIO()
    carrying.save(held)
    document = _read(held.getvalue())
    (finding,) = document.findings
    assert (finding.message.code, dict(finding.message.params)["names"]) == ("pdf.attached", "phu-luc.xlsx")
    assert document.text.startswith("Thu hai")


def test_a_page_that_is_a_picture_among_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Tesseract the other pages are read, and a finding names those that are pictures."""
    from PIL import Image

    from camket.read.pdf import read_pdf, scanned

    held = io.BytesIO()
    Image.new("L", (600, 800), 200).save(held, "PDF", resolution=72)
    both = pypdfium2.PdfDocument(held.getvalue())
    both.import_pages(pypdfium2.PdfDocument(pdf_of([Drawn(BODY)])))
    made = io.BytesIO()
    both.save(made)
    monkeypatch.setattr(scanned, "missing", lambda: "tesseract-ocr-vie")
    parsed = read_pdf(made.getvalue(), "a.pdf", Limits())
    assert parsed.text.startswith("Thu hai")
    (finding,) = parsed.findings
    assert (finding.message.code, dict(finding.message.params)["pages"]) == ("pdf.no_ocr", "1")
