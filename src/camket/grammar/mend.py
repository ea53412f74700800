"""Words that a file has lost letters of or cut in two, made whole in the folded text of a paper that shows such damage.

Some PDFs give `kế ho ạch`, `?ớc đạt`, `đợc`, `bsung`. A damaged paper is known by what can be no Vietnamese syllable in
it. There a piece is joined to its neighbour where both make a syllable, and lost letters are filled in where they make
a word known beside its neighbour: from the phrases of the catalogue and the rules, or from whole places of the same
paper. Where several words would do and none is known better, the piece stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from camket.grammar.blanked import fill_blanks, has_blanks
from camket.grammar.dropped import has_dropped, put_back
from camket.grammar.expression import expression
from camket.grammar.fold import Edit, Folded
from camket.grammar.guess import Piece, as_printed, best, guesses
from camket.grammar.known import NUMBER, Known
from camket.grammar.syllable import ABBREVIATIONS, is_bare, is_fragment, is_syllable
from camket.model.span import Span

_LEAST_SIGNS, _LEAST_SHARE = 3, 0.004
"""Signs that a damaged paper shows, at least and as a share of its words; healthy ones have below a tenth of it."""
_ROUNDS = 3
"""How often what was mended helps to mend what stands beside it."""
_TOKEN = expression(r"[^\W\d_]*(?:\?+[^\W\d_]+)+\??|[^\W\d_]+\?|[^\W\d_]+|\d[\d.,/]*")
_LETTERED = frozenset(("điểm", "nhóm", "loại", "hạng", "lớp", "khu", "tiết", "nhà", "lô", "khối", "bảng"))
"""What is told apart by letters: `điểm c`."""
_WITHIN, _AFTER_ITEM = tuple("./@-_0123456789"), tuple(")@_0123456789²³")
_SHORT_FORM = expression(r"\w/\w(?!\w)")
_LOST = expression(r"\?(?=[^\W\d_])(?<=[\s\w]\?)")


class Damage(NamedTuple):
    """What was mended, as spans of the source in order, and how many pieces are left that make no word."""

    mended: tuple[Span, ...]
    left: int


def shows_loss(text: str) -> bool:
    """Whether a `?` stands for a letter somewhere in the text."""
    return "?" in text and _LOST.search(text) is not None


def mended(folded: Folded, known: Known) -> tuple[Folded, Damage | None]:
    """The text with its broken words made whole, and what was done; a healthy text as it is."""
    if not shows_loss(folded.text) and _signs(_odd_words(folded.text)) < _LEAST_SIGNS:
        return folded, None
    pieces = _pieces(folded.text)
    signs = _signs([piece.low for piece in pieces if piece.is_broken])
    if signs < _LEAST_SIGNS or signs < _LEAST_SHARE * len(pieces):
        return folded, None
    spans: list[Span] = []
    if has_dropped(folded.low):
        fill = fill_blanks if has_blanks(folded.low) else put_back
        edits = [edit for edit in fill(folded.text, folded.low, known) if not _is_kept(folded, edit)]
        spans += (folded.span(edit.start, edit.end) for edit in edits)
        folded = folded.edited(edits)
        pieces = _pieces(folded.text)
    for _ in range(_ROUNDS):
        runs = known.with_runs(_whole_runs(pieces))
        edits = [edit for edit in _edits(pieces, runs) if not _is_kept(folded, edit)]
        if not edits:
            break
        spans += (folded.span(edit.start, edit.end) for edit in edits)
        folded = folded.edited(edits)
        pieces = _pieces(folded.text)
    if not spans:
        return folded, None
    return folded, Damage(tuple(sorted(spans)), sum(piece.is_broken for piece in pieces))


def _is_kept(folded: Folded, edit: Edit) -> bool:
    """Whether what would be mended stays: a letter of a short form (`V/v`), and what `_is_of_cells` tells."""
    return _SHORT_FORM.match(folded.text, max(0, edit.start - 2)) is not None or _is_of_cells(folded, edit)


def _is_of_cells(folded: Folded, edit: Edit) -> bool:
    """Whether what would be mended goes over the edge of a cell, or is a letter alone in one, as a row's number is."""
    start, end = folded.span(edit.start, edit.end)
    source = folded.source
    alone = end - start == 1 and source[start - 1 : start] in ("", "\n", "\t") and source[end : end + 1] == "\t"
    return alone or "\t" in source[start:end]


def _odd_words(text: str) -> list[str]:
    """What is broken among the words of a text: a quick look before the thorough one."""
    words = (word.rstrip(".,;:") for word in text.split())
    return [word for word in words if word.isalpha() and _is_broken(word)]


def _signs(broken: list[str]) -> int:
    """How many pieces show damage; one with a vowel that comes back again and again is a foreign word."""
    return len({word for word in broken if not is_bare(word)}) + sum(map(is_bare, broken))


def _pieces(text: str) -> list[Piece]:
    """All words and numbers of a text in order, with what stands right before each."""
    found: list[Piece] = []
    end = 0
    for token in _TOKEN.finditer(text):
        start, stop = token.span()
        word = token[0]
        if word[-1] == "?" and (is_syllable(word[:-1].lower()) or not _is_broken(word)):
            stop, word = stop - 1, word[:-1]
        gap = start - end if text[end:start].isspace() and "\n" not in text[end:start] else 0
        after_number = (gap == 1 or start == end) and bool(found) and found[-1].low == NUMBER
        low = NUMBER if word[0].isdigit() else word.lower()
        named = found[-1].low if found else ""
        healthy = word in ABBREVIATIONS if after_number else len(word) == 1 and named in _LETTERED
        broken = not healthy and _is_broken(word) and not _is_part(text, start, stop)
        found.append(Piece(start, stop, word, low, gap, broken))
        end = stop
    return found


def _is_broken(word: str) -> bool:
    """Whether letters are what is left of a word."""
    letters = word.replace("?", "")
    if len(letters) < len(word):
        return letters.islower() or letters.isupper() or letters[1:].islower()
    return word.islower() and is_fragment(word)


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether a piece is a part of an address or of a list's number: `www.x.vn`, `b)`."""
    return text[start - 1 : start] in _WITHIN or text[end : end + 1] in _AFTER_ITEM


def _whole_runs(pieces: Iterable[Piece]) -> Iterator[list[str]]:
    """The runs of whole words that stand beside each other."""
    run: list[str] = []
    for piece in pieces:
        if not piece.beside or not piece.is_whole:
            yield run
            run = []
        if piece.is_whole:
            run.append(piece.low)
    yield run


def _edits(pieces: list[Piece], known: Known) -> Iterator[Edit]:
    """What is to be read in place of broken pieces, in order."""
    free = 0
    now = list(pieces)
    for at, piece in enumerate(pieces):
        if at < free or not (piece.is_broken or piece.may_be_broken):
            continue
        chosen = best(guesses(now, at, free, known))
        if chosen is None:
            continue
        free = chosen.last + 1
        some = pieces[chosen.first : free]
        now[chosen.last] = now[chosen.last]._replace(low=chosen.word.split()[-1])
        yield Edit(some[0].start, some[-1].end, as_printed("".join(piece.text for piece in some), chosen.word))
