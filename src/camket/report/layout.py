"""Aligned text for terminals and pipes: tables whose cells wrap, widths counted as a terminal shows them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from itertools import zip_longest

import msgspec

from camket.report.view import Tone

_GAP = "  "
_NARROWEST = 4


class Cell(msgspec.Struct, frozen=True):
    """A text of a table, with its tone where it has one."""

    text: str
    tone: Tone | None = None


Painter = Callable[[str, Tone | None], str]
"""Gives a text its colour; takes it as it will be printed, padding included."""


def plain(text: str, tone: Tone | None) -> str:  # noqa: ARG001 - a painter takes a tone; this one has no colours
    """The painter without colours."""
    return text


def shown_width(text: str) -> int:
    """How many columns a text takes: a combining mark takes none."""
    return len(text) if text.isascii() else len(text) - sum(map(bool, map(unicodedata.combining, text)))


def table(
    headers: Sequence[str], rows: Sequence[Sequence[Cell]], width: int, paint: Painter = plain, *, ruled: bool = True
) -> list[str]:
    """The lines of a table no wider than `width`, unless its longest words need more.

    Under its head is a rule; without one (`ruled`) the head is dim.
    """
    cells = [[Cell(header, None if ruled else "quiet") for header in headers], *rows]
    widths = _widths(cells, width)
    rule = "─" * (sum(widths) + len(_GAP) * (len(widths) - 1))
    lines = _row_lines(cells[0], widths, paint)
    if ruled:
        lines.append(rule)
    for row in rows:
        lines.extend(_row_lines(row, widths, paint))
    return lines


def wrap(text: str, width: int) -> list[str]:
    """A text in lines of at most `width` columns; a longer word is cut."""
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if shown_width(joined) <= width:
            lines[-1] = joined
            continue
        if lines[-1]:
            lines.append("")
        lines[-1:] = _cut(word, width)
    return lines


def shortened(text: str, width: int) -> str:
    """A text on one line of at most `width` columns, cut between words with an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= width or shown_width(text) <= width:
        return text
    first = wrap(text, width - 1)[0] if width > 1 else ""
    return first.rstrip(" ,;:(") + "…"


def _cut(word: str, width: int) -> list[str]:
    pieces = [""]
    for letter in word:
        if shown_width(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _widths(cells: Sequence[Sequence[Cell]], width: int) -> list[int]:
    """Natural widths, the widest column made narrower until the table fits."""
    columns = list(zip(*cells, strict=True))
    widths = [max(shown_width(cell.text) for cell in column) for column in columns]
    least = [
        max((shown_width(word) for cell in column for word in cell.text.split()), default=_NARROWEST)
        for column in columns
    ]
    room = width - len(_GAP) * (len(columns) - 1)
    while sum(widths) > room:
        loose = [place for place in range(len(widths)) if widths[place] > min(least[place], room // 2)]
        if not loose:
            break
        widths[max(loose, key=widths.__getitem__)] -= 1
    return widths


def _row_lines(row: Sequence[Cell], widths: Sequence[int], paint: Painter) -> list[str]:
    wrapped = [wrap(cell.text, max(1, width)) for cell, width in zip(row, widths, strict=True)]
    lines: list[str] = []
    for pieces in zip_longest(*wrapped, fillvalue=""):
        padded = [_pad(piece, width) for piece, width in zip(pieces, widths, strict=True)]
        painted = [paint(piece, cell.tone) for piece, cell in zip(padded, row, strict=True)]
        lines.append(_GAP.join(painted).rstrip())
    return lines


def _pad(text: str, width: int) -> str:
    return text + " " * (width - shown_width(text))
