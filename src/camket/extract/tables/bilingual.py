"""Tables of yearbooks, which say everything again in English: the Vietnamese words are kept."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from camket.extract.tables.cell import Cell, value_of
from camket.extract.tables.words import table_words
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import plain

_SIGN = expression(r"(?<![a-z])(?:total|unit|of which|by types|prel\.|public|number of|previous year|and)(?![a-z])")
"""What some line of such a table says."""
_WORD = expression(r"[a-z]+")
_TAIL = expression(
    r" [-–—/(] ?(?=[a-z])|[/(](?=[a-z])| (?=(?:prel|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)\.?$)"
)
_YEAR = expression(r"prel\.? ?((?:19|20)\d\d(?: ?- ?(?:19|20)\d\d)?)")
_ROUGH = expression(r"(sơ bộ|ước tính)(?: ?- ?| )(?:prel|est)\. ?((?:19|20)\d\d)")
_VIETNAMESE_KIND = expression(r"(?:thành phố|tp\.?|thị xã|thị trấn|huyện|quận|xã|phường|tỉnh|vùng) ")
_ENGLISH_KIND = expression(r" (?:city|town|townlet|township|district|commune|ward|province|region)$")
_UNIT = expression(r" ?\(%\)$")
_OPEN = expression(r" ?[-–—/]$")


def is_bilingual(reading: Reading, start: int, end: int) -> bool:
    """Whether a range may hold such a table."""
    return _SIGN.search(reading.low, start, end) is not None


@lru_cache(maxsize=4096)
def is_english(text: str) -> bool:
    """Whether folded words are English: half of them or more are those of such tables, none has a Vietnamese letter."""
    if not text.isascii():
        return False
    words = _WORD.findall(text)
    known = sum(word in table_words().english for word in words)
    return bool(words) and known * 2 >= len(words)


def is_same_place(said: str, again: str) -> bool:
    """Whether words say in English the name of a place: `Huyện Đà Bắc`, `Da Bac district`."""
    own, other = _VIETNAMESE_KIND.match(said.strip()), _ENGLISH_KIND.search(again)
    return own is not None and other is not None and plain(said.strip()[own.end() :]) == again[: other.start()].strip()


def without_english(cells: Iterable[Cell]) -> list[Cell]:
    """The cells without those in English, and without the English after a dash: `Tiểu học - Primary school`."""
    kept: list[Cell] = []
    for cell in cells:
        year = _YEAR.fullmatch(cell.low)
        if year is not None:
            kept.append(Cell(cell.start + year.start(1), cell.end, year[1]))
        elif cell.low and value_of(cell.low) is None and is_english(cell.low):
            if kept:
                kept[-1] = _closed(kept[-1])
        else:
            kept.append(without_tail(cell))
    return kept


def without_tail(cell: Cell) -> Cell:
    """The cell without the English words that end it."""
    rough = _ROUGH.fullmatch(cell.low)
    if rough is not None:
        return cell._replace(low=f"{rough[1]} {rough[2]}")
    unit = _UNIT.search(cell.low)
    low = cell.low[: unit.start()] if unit else cell.low
    for found in _TAIL.finditer(low):
        if found.start() and is_english(low[found.end() :]) and not low[-1].isdigit():
            kept = _closed(Cell(cell.start, cell.start + found.start(), low[: found.start()]))
            return kept._replace(low=f"{kept.low} {unit[0].strip()}") if unit else kept
    return cell


def _closed(cell: Cell) -> Cell:
    """The cell without the dash that led over to the English."""
    low = _OPEN.sub("", cell.low)
    return cell if len(low) == len(cell.low) or not low else Cell(cell.start, cell.start + len(low), low)
