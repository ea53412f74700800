"""Pages, paragraphs and tables of Vietnamese official papers in Word: A4, Times New Roman, margins of Decree 30/2020.

Sizes and places are those of appendix I of Decree 30/2020/NĐ-CP; what it leaves open (12 or 13, 13 or 14 points) is
chosen once, here.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from camket.errors import UsageError
from camket.report.fixed import without_clock
from camket.report.word.letters import holdable

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
BODY, SMALL, HEAD, NOTE = 14, 13, 12, 11
"""Points: of the text; of numbers, places and days; of letterheads and tables; of the list of recipients."""
_TOP, _BOTTOM, _LEFT, _RIGHT = 20, 20, 30, 15
_LONG, _SHORT = 297, 210
_TWIPS = 56.6929
"""Twentieths of a point in a millimetre."""
_CELL = 1.0
"""Millimetres between the lines of a table and its letters."""
Align = Literal["left", "center", "right", "both"]


class Text(NamedTuple):
    """A run of letters: `bold`, `italic`, its size in points."""

    text: str
    bold: bool = False
    italic: bool = False
    size: float = BODY


class Column(NamedTuple):
    """A column of a table: the words over it, its width in millimetres, how its cells are set."""

    head: str
    width: float
    align: Align = "left"


class Page:
    """A paper while it is laid out."""

    def __init__(self, *, landscape: bool = False) -> None:
        """A blank paper.

        Raises:
            UsageError: `word.needs_docx` where python-docx is not installed.
        """
        try:
            import docx
        except ImportError as error:
            raise UsageError("word.needs_docx") from error
        self.document: Document = docx.Document()
        self.width = (_LONG if landscape else _SHORT) - _LEFT - _RIGHT
        self._set_up(landscape=landscape)

    def _set_up(self, *, landscape: bool) -> None:
        from docx.enum.section import WD_ORIENT
        from docx.oxml.ns import qn
        from docx.shared import Mm, Pt

        style = self.document.styles["Normal"]
        style.font.name, style.font.size = FONT, Pt(BODY)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
        style.element.rPr.rFonts.set(qn("w:cs"), FONT)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
        style.paragraph_format.line_spacing = 1.0
        section = self.document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (Mm(_LONG), Mm(_SHORT)) if landscape else (Mm(_SHORT), Mm(_LONG))
        section.top_margin, section.bottom_margin = Mm(_TOP), Mm(_BOTTOM)
        section.left_margin, section.right_margin = Mm(_LEFT), Mm(_RIGHT)
        section.header_distance = section.footer_distance = Mm(10)
        section.different_first_page_header_footer = True  # the first page bears no number
        self._number(section.header.paragraphs[0])
        properties = self.document.core_properties
        properties.author = properties.title = properties.comments = ""

    def _number(self, paragraph: Paragraph) -> None:
        """The number of the page, in the middle of the top margin."""
        from docx.oxml.ns import qn
        from docx.oxml.parser import OxmlElement

        _align(paragraph, "center")
        run = paragraph.add_run()
        _dress(run, Text("", size=SMALL))
        for kind in ("begin", "", "end"):
            element = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                element.set(qn("w:fldCharType"), kind)
            else:
                element.text = "PAGE"
            run._r.append(element)  # python-docx has no call for fields

    def bytes(self) -> bytes:
        """The finished file; the same for the same words."""
        held = io.BytesIO()
        self.document.save(held)
        return without_clock(held.getvalue())

    def line(self, *texts: Text, align: Align = "center", before: float = 0, after: float = 0) -> Paragraph:
        """A line on its own."""
        paragraph = self.document.add_paragraph()
        write(paragraph, texts, align=align, before=before, after=after)
        return paragraph

    def body(self, *texts: Text, indent: bool = True, keep: bool = False) -> Paragraph:
        """A paragraph of running text: set to both edges, its first line one centimetre in.

        Args:
            texts: what it says.
            indent: whether its first line goes in.
            keep: whether it stays on the page of what follows.
        """
        from docx.shared import Mm

        paragraph = self.document.add_paragraph()
        write(paragraph, texts, align="both", before=6)
        paragraph.paragraph_format.line_spacing = 1.15
        paragraph.paragraph_format.keep_with_next = keep
        if indent:
            paragraph.paragraph_format.first_line_indent = Mm(10)
        return paragraph

    def gap(self, points: float, *, keep: bool = False) -> None:
        """Empty space; with `keep` on the page of what follows."""
        from docx.shared import Pt

        form = self.document.add_paragraph().paragraph_format
        form.line_spacing = Pt(points)
        form.keep_with_next = keep

    def rule(self, cell: _Cell | None, width: float, length: float) -> None:
        """A ruled line in the middle, as long as asked, in a place so many millimetres wide."""
        from docx.shared import Mm, Pt

        paragraph = self.document.add_paragraph() if cell is None else cell.add_paragraph()
        _border(
            paragraph
        )  # first: the order of such elements is fixed, and what python-docx sets after finds its place
        form = paragraph.paragraph_format
        form.left_indent = form.right_indent = Mm(max((width - length) / 2, 0))
        form.line_spacing = Pt(3)

    def frame(self, widths: Sequence[float]) -> list[_Cell]:
        """The cells of a row without lines, for what stands side by side."""
        table = self.document.add_table(rows=1, cols=len(widths))
        _widths(table, widths)
        _inner(table, 0)
        _keep_row(table, 0)
        return list(table.rows[0].cells)

    def table(
        self, columns: Sequence[Column], rows: Iterable[Sequence[str]], *, size: float = HEAD, group: str = ""
    ) -> Table:
        """A ruled table; its head is printed again on each page. A row of one cell only is a heading over all columns.

        Args:
            columns: their heads and widths.
            rows: the cells, lines within one parted by line ends.
            size: points of the letters.
            group: a heading over all of it; empty for none.
        """
        table: Table = self.document.add_table(rows=1, cols=len(columns))
        table.style = "Table Grid"
        scale = self.width / sum(column.width for column in columns)
        from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT

        for cell, column in zip(table.rows[0].cells, columns, strict=True):
            _fill(cell, _held_end(column.head, size, column.width * scale - 2 * _CELL), "center", size, bold=True)
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        _repeat(table)
        for row in ([group], *rows) if group else rows:
            _row(table, columns, row, size)
        _widths(table, [column.width * scale for column in columns])
        _inner(table, _CELL)
        return table


def _row(table: Table, columns: Sequence[Column], row: Sequence[str], size: float) -> None:
    added: _Row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx leaves it without types
    cells = added.cells
    _keep_row(table, len(table.rows) - 1)
    if len(row) == 1:
        _fill(cells[0].merge(cells[-1]), row[0], "left", size, bold=True)
        return
    for cell, column, text in zip(cells, columns, row, strict=True):
        _fill(cell, text, column.align, size)


def _held_end(head: str, size: float, room: float) -> str:
    """The last two words of a head stay on one line where it holds them: words of two syllables are the rule."""
    first, _, last = head.rpartition(" ")
    pair = f"{first.rpartition(' ')[2]} {last}"
    held = " " in first and printed_length(pair, size, bold=True) <= room
    return f"{first}\N{NO-BREAK SPACE}{last}" if held else head


def _fill(cell: _Cell, text: str, align: Align, size: float, *, bold: bool = False) -> None:
    for place, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if not place else cell.add_paragraph()
        write(paragraph, [Text(line, bold=bold, size=size)], align=align, before=1, after=1)


def write(
    paragraph: Paragraph, texts: Iterable[Text], *, align: Align = "left", before: float = 0, after: float = 0
) -> None:
    """Put runs into a paragraph; `before` and `after` are points."""
    from docx.shared import Pt

    _align(paragraph, align)
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(after)
    for text in texts:
        _dress(paragraph.add_run(holdable(text.text)), text)


def _dress(run: object, text: Text) -> None:
    from docx.shared import Pt
    from docx.text.run import Run

    if isinstance(run, Run):
        run.bold, run.italic, run.font.size = text.bold or None, text.italic or None, Pt(text.size)


def _align(paragraph: Paragraph, align: Align) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH as PLACES

    places = {"left": PLACES.LEFT, "center": PLACES.CENTER, "right": PLACES.RIGHT, "both": PLACES.JUSTIFY}
    paragraph.alignment = places[align]


def _widths(table: Table, widths: Sequence[float]) -> None:
    """Fixed widths: a program that opens it must not set its own."""
    from docx.shared import Mm

    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            if cell._tc.grid_span == 1:  # a joined cell is as wide as its columns together
                cell.width = Mm(width)


def _inner(table: Table, margin: float) -> None:
    """Space left and right in the cells, in millimetres."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        element = OxmlElement(f"w:{side}")
        element.set(qn("w:w"), str(round(margin * _TWIPS)))
        element.set(qn("w:type"), "dxa")
        margins.append(element)
    indent = OxmlElement("w:tblInd")
    indent.set(qn("w:w"), str(round(margin * _TWIPS)))
    indent.set(qn("w:type"), "dxa")
    properties = table._tbl.tblPr
    for name, element, put in (("w:tblW", indent, "addnext"), ("w:tblLook", margins, "addprevious")):
        beside = properties.find(qn(name))  # the order of such elements is fixed
        if beside is not None:
            getattr(beside, put)(element)


def _property(element: object, name: str) -> None:
    from docx.oxml.parser import OxmlElement

    element.append(OxmlElement(name))  # type: ignore[attr-defined]  # an element of lxml, which python-docx hides


def _repeat(table: Table) -> None:
    _property(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
    _keep_row(table, 0)


def _keep_row(table: Table, place: int) -> None:
    """No row is parted by the end of a page."""
    _property(table.rows[place]._tr.get_or_add_trPr(), "w:cantSplit")


def _border(paragraph: Paragraph) -> None:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)


def printed_length(text: str, size: float, *, bold: bool = False) -> float:
    """About how long a line is in Times New Roman, in millimetres."""
    ems = sum(0.72 if letter.isupper() else 0.25 if letter in " .,:;-" else 0.5 for letter in text)
    return ems * size * (1.06 if bold else 1) * 0.3528
