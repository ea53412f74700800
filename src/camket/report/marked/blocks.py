"""One part of a paper's text as HTML: headings, paragraphs, tables, as the file has them or as its lines look."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from camket.model.document import Block
from camket.report.marked.marks import Mark, Marks, Ways
from camket.report.marked.parts import Part
from camket.report.marked.table import table

_TAGS = {
    "heading": ("<h3>", "</h3>"),
    "paragraph": ("<p>", "</p>"),
    "list_item": ('<p class="item">', "</p>"),
    "footnote": ('<p class="note">', "</p>"),
}
_WIDE = re.compile(r"(?<=\S)(?: {3,}|\t+ *)(?=\S)")
_LONGEST_SIDE = 70
_LETTERS = re.compile(r"[^\W\d_]")


def marked_text(
    text: str,
    blocks: Sequence[Block],
    marks: Sequence[Mark],
    part: Part,
    table_label: str,
    ways: Ways = Ways(),  # noqa: B008
) -> str:
    """A part of a text with its facts marked. Everything of the paper is escaped.

    Args:
        text: the whole text.
        blocks: its parts as the file has them; none where the file has only lines.
        marks: the facts that have letters in the part.
        part: what to write.
        table_label: what a table is called for those who cannot see it.
        ways: what marks lead to, and whether places are told.
    """
    writer = Marks(text, marks, ways)
    within = [block for block in blocks if block.start < part.end and block.end > part.start]
    return "\n".join(_blocks(text, writer, within, part, table_label))


def _blocks(text: str, writer: Marks, blocks: Iterable[Block], part: Part, label: str) -> Iterator[str]:
    place = part.start
    for number, group in groupby(blocks, key=lambda block: block.table):
        cut = [_within(block, part) for block in group]
        for run in [cut] if number is not None else [[block] for block in cut]:
            if run[0].start > place:
                yield from _lines(text, writer, place, run[0].start)
            yield table(writer, run, label) if number is not None else _block(writer, run[0])
            place = max(place, run[-1].end)
    if place < part.end:
        yield from _lines(text, writer, place, part.end)


def _within(block: Block, part: Part) -> Block:
    """The block as far as it is in the part."""
    if part.start <= block.start and block.end <= part.end:
        return block
    return Block(
        start=max(block.start, part.start),
        end=min(block.end, part.end),
        kind=block.kind,
        table=block.table,
        row=block.row,
        column=block.column,
        rows=block.rows,
        columns=block.columns,
        head=block.head,
    )


def _block(writer: Marks, block: Block) -> str:
    opening, closing = _TAGS.get(block.kind, _TAGS["paragraph"])
    return f"{opening}{writer.html(block.start, block.end)}{closing}"


def _lines(text: str, writer: Marks, start: int, end: int) -> Iterator[str]:
    """Lines that no block holds: each a paragraph, columns drawn with blanks as they were drawn."""
    spans = _joined(writer, _spans(text, start, end))
    for is_drawn, group in groupby(spans, key=lambda span: _is_drawn(text[span[0] : span[1]])):
        if is_drawn:
            lines = "\n".join(writer.html(*span) for span in group)
            yield f'<div class="drawn" tabindex="0">{lines}</div>'
        else:
            yield from (_line(text, writer, *span) for span in group)


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines with something on them, without the blanks around."""
    while start < end:
        line = text.find("\n", start, end)
        line = end if line < 0 else line
        inner = text[start:line]
        bare = inner.strip()
        if bare:
            first = start + len(inner) - len(inner.lstrip())
            yield first, first + len(bare)
        start = line + 1


def _joined(writer: Marks, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Lines over whose end a fact goes on are one paragraph."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and writer.crossing(found[-1][1]):
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


def _is_drawn(line: str) -> bool:
    return "\n" not in line and (len(_WIDE.findall(line)) > 1 or line.count("|") > 1)


def _line(text: str, writer: Marks, start: int, end: int) -> str:
    line = text[start:end]
    gap = _WIDE.search(line)
    if gap is not None and "\n" not in line and max(gap.start(), len(line) - gap.end()) <= _LONGEST_SIDE:
        left, right = writer.html(start, start + gap.start()), writer.html(start + gap.end(), end)
        return f'<p class="sides"><span>{left}</span> <span>{right}</span></p>'
    capital = line.upper() == line and _LETTERS.search(line) is not None
    opening = '<p class="caps">' if capital else "<p>"
    return f"{opening}{writer.html(start, end)}</p>"
