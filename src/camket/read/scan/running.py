"""Running heads and feet: the same line at the same edge of several pages is of the page, not of the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from camket.model.document import Aside, AsideKind
from camket.model.place import OnPage
from camket.read.frame import is_frame
from camket.read.repeating import of_the_pages, without_numbers
from camket.read.scan.fold import folded
from camket.read.scan.page import ScannedPage
from camket.read.scan.parts import ScannedBlock

_EDGE = 0.1
_LEAST = 3
_OF_HEAD = 10
"""Blocks from the top among which a letterhead has its motto."""
_ENDS: tuple[tuple[int, AsideKind], ...] = ((0, "header"), (-1, "footer"))


def without_running_heads(pages: Sequence[ScannedPage]) -> list[ScannedPage]:
    """The pages with lines that stand at one edge of three pages or more made asides."""
    kept = list(pages)
    for end, kind in _ENDS:
        keys = [_key(page, end) for page in kept]
        often = _often([(page.number, key) for page, key in zip(kept, keys, strict=True)])
        kept = [_less(page, end, kind) if page.number in often else page for page in kept]
    return kept


def _often(lines: Sequence[tuple[int, str]]) -> set[int]:
    """The pages of which a line is theirs: there are enough that have it, numbers aside."""
    alike: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for page, text in lines:
        if text:
            alike[without_numbers(text)].append((page, text))
    found: set[int] = set()
    for group in alike.values():
        pages = {page for (page, _), of_page in zip(group, of_the_pages(group), strict=True) if of_page}
        found |= pages if len(pages) >= _LEAST else set()
    return found


def _key(page: ScannedPage, end: int) -> str:
    """The outermost line at an edge as it is compared; empty where none stands there."""
    if len(page.parts) < 2:
        return ""
    part = page.parts[end]
    at = _first_place(part) if isinstance(part, ScannedBlock) else None
    if at is None or not isinstance(part, ScannedBlock) or (end == 0 and _heads_a_paper(page, at)):
        return ""
    near = at.bottom < page.height * _EDGE if end == 0 else at.top > page.height * (1 - _EDGE)
    return folded(part.text) if near else ""


def _heads_a_paper(page: ScannedPage, at: OnPage) -> bool:
    """Whether the first line stands beside or below the motto: that of a letterhead, which is of its own page."""
    head = [part for part in page.parts[:_OF_HEAD] if isinstance(part, ScannedBlock)]
    mottoes = [_first_place(part) for part in head if is_frame([[part.text]])]
    return any(motto is not None and at.bottom > motto.top for motto in mottoes)


def _first_place(block: ScannedBlock) -> OnPage | None:
    return next((piece.at for piece in block.pieces if isinstance(piece.at, OnPage)), None)


def _less(page: ScannedPage, end: int, kind: AsideKind) -> ScannedPage:
    parts = list(page.parts)
    part = parts.pop(end)
    if not isinstance(part, ScannedBlock):
        return page
    aside = Aside(kind=kind, text=part.text, at=_first_place(part))
    return page._replace(parts=tuple(parts), asides=(*page.asides, aside))
