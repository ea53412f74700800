"""HTML: the main text of a page; menus, related lists, comments and advertisements are left out and counted."""

from __future__ import annotations

import re

from camket.findings import Finding
from camket.grammar.expression import expression
from camket.model.message import message
from camket.read.encoding import decode_page
from camket.read.limits import Limits
from camket.read.parsed import Format, Parsed
from camket.read.wide import wide
from camket.read.zipped import ZIP

_BEGINS = expression(
    r"\ufeff?(?:\s|<!--(?:(?!-->)[\s\S])*-->|<\?xml[^>]*>)*"
    r"<(?:!doctype\s+html|(?:html|head|body|meta|title|article|section|main|header|div|p|h[1-6]|table|ul|ol|span)[\s>])",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([a-z0-9_-]{1,40})", re.IGNORECASE)
_START = 8_192


def _recognises(data: bytes) -> bool:
    if data.startswith(ZIP):  # spares most files the look for letters of two or four bytes
        return False
    marked = wide(data)
    text = data[:_START].decode(marked.encoding if marked else "utf-8", errors="replace")
    return _BEGINS.match(text) is not None


def _parse(data: bytes, file: str, _limits: Limits) -> Parsed:
    # Loaded late: a folder of plain text needs no HTML parser.
    from camket.read.page import read_page

    declared = _CHARSET.search(data[:_START])
    decoded = decode_page(data, file, declared[1].decode("ascii").lower() if declared else None)
    page = read_page(decoded.text)
    converted = (
        Finding(message=message("read.converted_page", font=font), level="info", where=file) for font in page.old_fonts
    )
    findings = (*decoded.findings, *converted)
    if page.left_out:
        left_out = Finding(message=message("read.left_out", count=page.left_out), level="info", where=file)
        findings = (*findings, left_out)
    return Parsed(text=page.text, blocks=page.blocks, places=page.places, head=page.head, findings=findings)


FORMAT = Format(name="html", suffixes=(".html", ".htm", ".xhtml"), recognises=_recognises, parse=_parse, rank=10)
