"""Files of parts in different letters: each part to Unicode, with the way back to its bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from camket.grammar.expression import expression
from camket.model.place import InBytes, Place
from camket.read.legacy.convert import codes_of, convert
from camket.read.legacy.font import OldFont
from camket.read.legacy.pasted import is_unicode, lines_of

BYTES = "latin-1"
"""The encoding of a part whose characters are its bytes."""

_LONG = 1_000_000
_WORDS = re.compile(rb"\s+|[^\s]+")
_LINE = expression(r"[^\n]{0,8000}[\n \t]|[\s\S]{1,8000}")


class Part(NamedTuple):
    """A run of a file.

    Attributes:
        text: its characters as the encoding gives them.
        first: its first byte.
        last: the byte behind it.
        encoding: how its bytes become characters.
        font: the old font that the characters are written for; None where they are Unicode.
        line: the number of its line, from 1; 0 for a whole file.
        word: whether it is a word in old letters within a line in Unicode.
    """

    text: str
    first: int
    last: int
    encoding: str
    font: OldFont | None = None
    line: int = 0
    word: bool = False


class Made(NamedTuple):
    """The text of all parts and its places."""

    text: str
    places: tuple[Place, ...]


def parts_of_text(text: str, encoding: str, skip: int) -> list[Part]:
    """The lines of a text in Unicode of which some are in old letters; empty where none is.

    Args:
        text: the text.
        encoding: how it stands in the file.
        skip: bytes before it.
    """
    parts: list[Part] = []
    first = skip
    for line in lines_of(text):
        piece = text[line.start : line.end]
        last = first + len(piece.encode(encoding))
        parts.append(Part(piece, first, last, encoding, line.font, line.number, line.word))
        first = last
    return parts


def parts_of_bytes(data: bytes) -> list[Part]:
    """The lines of a file of which some are Vietnamese in UTF-8; the others have their bytes for characters.

    Empty where no line is Vietnamese in UTF-8: such a file is of one kind.
    """
    parts: list[Part] = []
    first = 0
    for number, line in enumerate(data.split(b"\n"), start=1):
        last = min(first + len(line) + 1, len(data))
        parts.extend(_parts(data[first:last], first, number))
        first = last
    return parts if any(part.encoding != BYTES and is_unicode(part.text) for part in parts) else []


def _parts(line: bytes, first: int, number: int) -> Iterator[Part]:
    """A line as one part, or its words where some are Vietnamese in UTF-8 and others in bytes of their own."""
    whole = _part(line, first, number)
    pieces = [_part(found[0], first + found.start(), number) for found in _WORDS.finditer(line)]
    if whole.encoding != BYTES or not any(piece.encoding != BYTES and is_unicode(piece.text) for piece in pieces):
        yield whole
        return
    for encoding, group in groupby(pieces, key=lambda piece: piece.encoding):
        held = list(group)
        text = "".join(piece.text for piece in held)
        yield Part(text, held[0].first, held[-1].last, encoding, line=number, word=encoding == BYTES)


def _part(line: bytes, first: int, number: int) -> Part:
    try:
        return Part(line.decode("utf-8"), first, first + len(line), "utf-8", line=number)
    except UnicodeDecodeError:
        return Part(line.decode(BYTES), first, first + len(line), BYTES, line=number)


def made_of(parts: Iterable[Part]) -> Made:
    """All parts in Unicode. Neighbours that were not converted share a place."""
    pieces: list[str] = []
    places: list[Place] = []
    length = 0
    for part in _joined(parts):
        text, found = _plain(part, length) if part.font is None else _converted(part, part.font, length)
        places += found
        pieces.append(text)
        length += len(text)
    return Made("".join(pieces), tuple(place for place in places if place.end > place.start))


def _joined(parts: Iterable[Part]) -> Iterator[Part]:
    for font, group in groupby(parts, key=lambda part: part.font):
        if font is not None:
            yield from group
            continue
        members = list(group)
        text = "".join(part.text for part in members)
        yield members[0]._replace(text=text, last=members[-1].last)


def _plain(part: Part, start: int) -> tuple[str, list[Place]]:
    return part.text, [Place(start, start + len(part.text), InBytes(part.first, part.last))]


def _converted(part: Part, font: OldFont, start: int) -> tuple[str, list[Place]]:
    if len(part.text) > _LONG:
        return _converted_by_lines(part, font, start)
    made = convert(codes_of(part.text), font)
    ends = _ends(part)
    places = [
        Place(start + run.start, start + run.end, InBytes(part.first + ends[run.first], part.first + ends[run.last]))
        for run in made.runs
    ]
    return made.text, places


def _converted_by_lines(part: Part, font: OldFont, start: int) -> tuple[str, list[Place]]:
    """As `_converted`, with a place a line: those of single letters would take a hundred times the file's memory."""
    pieces: list[str] = []
    places: list[Place] = []
    first = part.first
    for found in _LINE.finditer(part.text):
        made = convert(codes_of(found[0]), font).text
        last = first + len(found[0].encode(part.encoding))
        places.append(Place(start, start + len(made), InBytes(first, last)))
        pieces.append(made)
        start, first = start + len(made), last
    return "".join(pieces), places


def _ends(part: Part) -> Sequence[int]:
    """How many bytes stand before each character of the part, and before its end."""
    if part.encoding == BYTES:
        return range(len(part.text) + 1)
    return list(accumulate((len(character.encode(part.encoding)) for character in part.text), initial=0))
