"""A web page to its main text. The text is made by rules of our own, so that every block knows its span."""

from __future__ import annotations

import msgspec
from selectolax.lexbor import LexborHTMLParser

from camket.model.document import Block, Head
from camket.model.place import Place
from camket.read.page.fonts import Fonts
from camket.read.page.furniture import find_main
from camket.read.page.head import page_head
from camket.read.page.nesting import flattened
from camket.read.page.tree import grow
from camket.read.page.walk import Walk

_FIRST = 40
"""Blocks in which the title and the day of publication stand."""


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """The main text, its blocks, what the page says of itself, and how many of its parts were left out.

    `old_fonts` are the old ways of writing from which text was converted.
    """

    text: str
    blocks: tuple[Block, ...]
    places: tuple[Place, ...]
    head: Head
    left_out: int
    old_fonts: tuple[str, ...] = ()


def read_page(html: str) -> Page:
    """Read a page.

    Each block of the text is a line, or several where the page breaks its lines; a table has a line for each row, its
    cells joined by tabs. Blanks are run together as a browser does, so that a sentence stays whole; a no-break space
    is kept. Items of numbered lists have the numbers that a browser shows.
    """
    parser = LexborHTMLParser(flattened(html))
    body = grow(parser.body or parser.root)
    fonts = Fonts()
    fonts.convert(body)
    walk = Walk(find_main(body))
    walk.run(body)
    written = walk.result()
    lines = [written.text[block.start : block.end] for block in written.blocks[:_FIRST]]
    kinds = [block.kind for block in written.blocks[:_FIRST]]
    heading = lines[kinds.index("heading")] if body.titles and "heading" in kinds else None
    return Page(
        text=written.text,
        blocks=written.blocks,
        places=written.places,
        head=page_head(parser, heading, lines, fonts.convert_title),
        left_out=walk.left_out,
        old_fonts=tuple(fonts.names),
    )
