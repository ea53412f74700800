"""A Word file from the XML of its parts, for what python-docx cannot make."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from camket.model.document import Block
from camket.read.limits import DEFAULT, Limits
from camket.read.parsed import Parsed
from camket.read.word import read_docx

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_ROOTS = {
    "styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes",
    "comments": "comments", "header1": "hdr", "header2": "hdr", "footer1": "ftr",
}  # fmt: skip


def part(root: str, content: str) -> str:
    """A part with its namespaces."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {NAMESPACES}>{content}</w:{root}>'


def parts_of(body: str, **others: str) -> dict[str, str | bytes]:
    """The parts of a file: its body, and others by name (`styles`, `footnotes`, `header1`, ...)."""
    listed = "".join(
        f'<Relationship Id="{name}" Type="{_KIND}{name.rstrip("12")}" Target="{name}.xml"/>' for name in others
    )
    return {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS.format(
            f'<Relationship Id="r" Type="{_KIND}officeDocument" Target="word/document.xml"/>'
        ),
        "word/_rels/document.xml.rels": _RELATIONS.format(listed),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        **{f"word/{name}.xml": part(_ROOTS[name], content) for name, content in others.items()},
    }


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """The bytes of the file."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def word_file(body: str, **others: str) -> bytes:
    """The bytes of a Word file with this body and these other parts."""
    return zipped(parts_of(body, **others))


def parsed(body: str, **others: str) -> Parsed:
    """The same, read."""
    return read_docx(word_file(body, **others), "a.docx", DEFAULT)


def lines(body: str, **others: str) -> list[str]:
    """The lines of its text."""
    return parsed(body, **others).text.splitlines()


def read_parts(parts: Mapping[str, str | bytes], limits: Limits = DEFAULT) -> Parsed:
    """A file made of these parts, read."""
    return read_docx(zipped(parts), "a.docx", limits)


def run(text: str, properties: str = "") -> str:
    """A run of letters."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(text: str = "", properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text) if text else ''}</w:p>"


def cell(content: str, properties: str = "") -> str:
    """A cell of one paragraph, or of the blocks given."""
    inner = content if content.startswith("<w:") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of cells; a text is a cell."""
    made = (each if each.startswith("<w:tc>") else cell(each) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"


def table(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def codes(read: Parsed) -> list[str]:
    """The codes of its findings."""
    return [each.message.code for each in read.findings]


def said(read: Parsed, block: Block) -> str:
    """The text of a block."""
    return read.text[block.start : block.end]
