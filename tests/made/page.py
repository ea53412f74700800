"""A paper as a web page, with menus and advertisements around it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from tests.made.paper import Part

_AROUND = (
    "<nav><ul><li><a href='/'>Trang chủ</a></li><li><a href='/tin'>Tin tức 24h</a></li></ul></nav>",
    "<aside class='quang-cao'><p>Vay tiêu dùng 0,9%/tháng</p></aside><footer><p>Giấy phép số 1</p></footer>",
)


def page_of(parts: Sequence[Part]) -> bytes:
    """The bytes of the page, in UTF-8."""
    body = "".join(_written(part) for part in parts)
    before, after = _AROUND
    page = (
        f"<!doctype html><html><head><meta charset='utf-8'></head><body>{before}<article>{body}</article>{after}</body>"
    )
    return f"{page}</html>".encode()


def _written(part: Part) -> str:
    if part.kind == "heading":
        return f"<p style='text-align:center'><b>{escape(part.lines[0])}</b></p>"
    if part.kind == "paragraph":
        return f"<p>{escape(part.lines[0])}</p>"
    cells = ("".join(f"<td>{'<br>'.join(map(escape, cell.split(chr(10))))}</td>" for cell in row) for row in part.rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"
