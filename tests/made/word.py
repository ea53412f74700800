"""A paper as a Word file, laid out as Decree 30/2020/NĐ-CP asks."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from tests.made.paper import Part

FONT = "Liberation Serif"


def docx_of(parts: Sequence[Part]) -> bytes:
    """The bytes of the file."""
    made = docx.Document()
    style = made.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(13)
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    for part in parts:
        _WRITERS[part.kind](made, part)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def _frame(made: Document, part: Part) -> None:
    table = made.add_table(rows=1, cols=2)
    for cell, text in zip(table.rows[0].cells, part.rows[0], strict=True):
        for number, line in enumerate(text.split("\n")):
            paragraph = cell.paragraphs[0] if not number else cell.add_paragraph()
            paragraph.add_run(line)
            if not text.startswith("Nơi nhận"):
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    made.add_paragraph()


def _heading(made: Document, part: Part) -> None:
    paragraph = made.add_paragraph()
    paragraph.add_run(part.lines[0]).bold = True
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _paragraph(made: Document, part: Part) -> None:
    paragraph = made.add_paragraph(part.lines[0])
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Cm(1)


def _table(made: Document, part: Part) -> None:
    table = made.add_table(rows=0, cols=len(part.rows[0]), style="Table Grid")
    for row in part.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


_WRITERS = {"frame": _frame, "heading": _heading, "paragraph": _paragraph, "table": _table}
