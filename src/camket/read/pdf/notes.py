"""Footnotes: smaller lines at the foot of a page that begin with a mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from camket.grammar.expression import expression
from camket.read.pdf.boxes import Segment, segment

SMALLER = 0.93
"""How small the letters of a footnote are beside those of the text, at most."""
_LEADING, _OTHER_SIZE = 1.7, 0.06
_MARK = expression(r"[(\[]?(\d{1,3}|\*{1,4})[)\].]?")


def body_size(segments: Iterable[Segment]) -> float:
    """The size of most letters; 0 where there are none."""
    letters: Counter[float] = Counter()
    for each in segments:
        letters[round(2 * each.size) / 2] += sum([len(word.text) for word in each.words])
    return letters.most_common(1)[0][0] if letters else 0.0


def footnotes(segments: Sequence[Segment], size: float) -> list[list[Segment]]:
    """The footnotes of a page, each with its lines from above; the word that is its mark is raised.

    Args:
        segments: all lines of the page that are of its text.
        size: that of the letters of the whole paper.
    """
    below = sorted(segments, key=lambda each: (each.bottom, each.left))
    lowest = max((each.bottom for each in below if each.size >= SMALLER * size), default=0.0)
    raised = [word for each in below if each.bottom <= lowest for word in each.words if word.raised]
    called = {mark for word in raised if (mark := _mark(word.text))}
    notes: list[list[Segment]] = []
    for each in below:
        if each.bottom <= lowest:
            continue
        if _begins(each, called):
            notes.append([_with_mark(each)])
        elif notes:
            notes[-1].append(each)
    return notes


def unbroken(lines: Sequence[Segment]) -> list[Segment]:
    """The lines of a footnote down to the first wide gap or other size: what follows may be the foot of the page.

    Notes of consolidated laws end in the same words on many pages, and are no running feet for that.
    """
    kept = list(lines[:1])
    for each in lines[1:]:
        above = kept[-1]
        if each.bottom - above.bottom > _LEADING * above.size or abs(each.size - above.size) > _OTHER_SIZE * above.size:
            break
        kept.append(each)
    return kept


def _begins(each: Segment, called: set[str]) -> bool:
    """Whether a line begins with the mark of a note: a raised one, or one that is `called` in the text above."""
    first = each.words[0]
    mark = _mark(first.text)
    return mark is not None and len(each.words) > 1 and (first.raised == 1 or mark in called)


def _with_mark(each: Segment) -> Segment:
    return segment([replace(each.words[0], raised=1), *each.words[1:]])


def _mark(written: str) -> str | None:
    found = _MARK.fullmatch(written)
    return found[1] if found else None
