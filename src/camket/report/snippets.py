"""The part of a text in which words were found, with the words marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from camket.grammar.words import Written

_BEGINNING, _MOST = 4_000, 200_000
"""Letters that are read first, and at most: where all the words stand together early on, the rest need not be read."""


class Piece(NamedTuple):
    """A piece of a snippet; `hit` where it is what was looked for."""

    text: str
    hit: bool = False


class Snippet(NamedTuple):
    """Pieces in the order of the text, which together are `text[start:end]` on one line."""

    pieces: tuple[Piece, ...]
    start: int
    end: int


def snippet(text: str, wanted: Sequence[str], *, exact: bool, phrase: bool, room: int = 240) -> Snippet:
    """The best part of a text to show for a search.

    Args:
        text: to look in; blanks and line ends in it are shown as one blank.
        wanted: words as `camket.grammar.words` gives them, with their marks where `exact`, else without.
        exact: whether marks must agree.
        phrase: whether only all the words in a row are a hit.
        room: how many letters to show, about.
    """
    if len(text) > _BEGINNING:
        early = _looked(text[:_BEGINNING], wanted, exact=exact, phrase=phrase, room=room)
        if early is not None and early.has_all and early.spans[early.best][0] + 2 * room < _BEGINNING:
            return _around(text, early, room)
    found = _looked(text[:_MOST], wanted, exact=exact, phrase=phrase, room=room)
    if found is None:
        end = min(room, len(text))
        return Snippet((Piece(_one_line(text[:end]) + (" …" if len(text) > end else "")),), 0, end)
    return _around(text, found, room)


class _Looked(NamedTuple):
    """The words that were read, where the hits stand, which is the best, and whether nothing later can be better."""

    written: Written
    spans: list[tuple[int, int]]
    best: int
    has_all: bool


def _looked(text: str, wanted: Sequence[str], *, exact: bool, phrase: bool, room: int) -> _Looked | None:
    """The hits in a text, rows of all the words where a phrase is sought and there; None where there are none."""
    # What comes later cannot be better: each place of a phrase has all the words, and the first of equals is shown.
    found = Written(text, exact=exact, enough=wanted if phrase else (), beyond=room)
    rows = _rows(found.words, wanted, len(wanted)) if phrase else []
    hits = rows or _mixed(found.words, wanted)
    if not hits:
        return None
    spans = [(found.span(first)[0], found.span(last - 1)[1]) for first, last in hits]
    names = [frozenset(found.words[first:last]) for first, last in hits]
    best, most = _densest(spans, names, room)
    return _Looked(found, spans, best, bool(rows) if phrase else most == len(set(wanted)))


def _mixed(written: Sequence[str], wanted: Sequence[str]) -> list[tuple[int, int]]:
    """Where two or more of the words stand in a row, and single words that stand in no row anywhere."""
    rows = _rows(written, wanted, 2)
    told = {word for first, last in rows for word in written[first:last]}
    single = frozenset(wanted) - told
    alone = [(place, place + 1) for place, word in enumerate(written) if word in single]
    return sorted((*rows, *alone))


def _rows(written: Sequence[str], wanted: Sequence[str], least: int) -> list[tuple[int, int]]:
    """Where at least so many of the words stand in a row as they were asked for, each row as long as it goes."""
    starts: dict[str, list[int]] = {}
    for at, word in enumerate(wanted):
        starts.setdefault(word, []).append(at)
    found, last = [], 0
    for place, word in enumerate(written):
        if word not in starts or place < last:
            continue
        longest = max(_run(written, place, wanted, at) for at in starts[word])
        if longest >= least:
            last = place + longest
            found.append((place, last))
    return found


def _run(written: Sequence[str], place: int, wanted: Sequence[str], at: int) -> int:
    """How many words agree from two places on."""
    length = 0
    while place + length < len(written) and at + length < len(wanted):
        if written[place + length] != wanted[at + length]:
            break
        length += 1
    return length


def _densest(spans: Sequence[tuple[int, int]], names: Sequence[frozenset[str]], room: int) -> tuple[int, int]:
    """The hit from which on, within the room, the most different words stand, the first of equals; and how many."""
    best, most = 0, 0
    last = 0
    for first, (start, _) in enumerate(spans):
        last = max(last, first)
        while last + 1 < len(spans) and spans[last + 1][1] - start <= room:
            last += 1
        count = len(frozenset().union(*names[first : min(last + 1, first + 40)]))
        if count > most:
            best, most = first, count
    return best, most


def _around(text: str, looked: _Looked, room: int) -> Snippet:
    found, spans, best, _ = looked
    start, first_end = spans[best]
    begin = max(start - room // 3, text.rfind("\n\n", 0, start) + 1, 0)
    begin = min(start if (first := found.from_(begin)) is None else first, start) if begin else 0
    end = min(max(begin + room, first_end), len(text))
    if end < len(text):
        end = len(text) if (after := found.from_(end)) is None else after
    pieces = [Piece("… ")] if begin > 0 else []
    place = begin
    for left, right in spans[best:]:
        if left >= end:
            break
        pieces += [Piece(_one_line(text[place:left])), Piece(_one_line(text[left:right]), hit=True)]
        place = right
    pieces.append(Piece(_one_line(text[place : max(end, place)]).rstrip() + (" …" if end < len(text) else "")))
    return Snippet(tuple(piece for piece in pieces if piece.text), begin, max(end, place))


def _one_line(text: str) -> str:
    """Blanks made single; one at an end is kept, for pieces are joined."""
    inner = " ".join(text.split())
    before = " " if text[:1].isspace() and inner else ""
    after = " " if text[-1:].isspace() else ""
    return f"{before}{inner}{after}"
