"""The words of a page to segments of lines: words that stand on one line with no more than blanks between.

The order in which the file draws is trusted where it runs along a line; what it draws later into a gap of a line, as
the number and the day of a signed paper, is put there by its box.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from camket.grammar.expression import expression
from camket.read.pdf.boxes import Segment, Word, segment

_WIDE = 1.2
"""Letters' sizes from which a gap may part columns; blanks of justified lines are narrower."""
_SAME_LINE = 0.3
_BACK = 0.6
_NO_GAP = 0.09
_BLANK = (0.18, 0.27)
"""The width of a blank in sizes."""
_OUTLYING = 2.5
"""How many times the usual one a gap is that may part columns."""
_SMALL = 0.8
"""The part of a line's height below which raised letters are marks."""
_OVER = 0.6
"""The part of the narrower of two words that the other covers where they stand over each other."""
_SPACED_LEAST = 4
"""Single letters in a row that show a word whose letters are set apart."""
_SPACED_GAP = 1.7
_MARK = expression(r"(?:\(?\[?(?:\d{1,3}|\*{1,3})\]?\)?[,;]?)+")
_LIST_MARK = expression(r"(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|[ivxIVX]{1,5})[.)]|[-+•●○▪■□◦–*])|Điều \d+\.")
_FILLED_IN = expression(r"\d{1,5}[a-z]?|\d{1,2}/\d{1,2}/\d{4}")
_ROOM = 2.5
_FORM = 8.0
_OPEN = expression(r"(?:^số\s*:?|\bkèm theo [^\W\d]+(?: [^\W\d]+){0,2} số|\bngày|\btháng)\s*[.…]*$", re.IGNORECASE)
_GOES_ON = expression(r"[./…\s-]*(?:/\s?(?:[A-ZĐ]|\d{4}\b)|-[A-ZĐ]|tháng\b|năm\b)")
"""What a form leaves open: `Số:      /UBND`, `(Kèm theo Thông báo số      /TB-UBND`, `ngày     tháng     năm 2025`,
`ngày   /   /2025`."""
_LEADERS = expression(r"[._…-]{4,}")


def segments(words: Sequence[Word], laid_over: int | None = None) -> list[Segment]:
    """The segments of a page, in no order that counts; marks of notes are raised words of them.

    Args:
        words: the words of a page as the file draws them.
        laid_over: the number of the first letter that was laid over the finished page.
    """
    runs = _runs(words)
    made = _with_marks([segment(_marked(run)) for run in runs])
    if laid_over is not None:
        made = _filled_in(made, laid_over)
    return _joined(made)


def _filled_in(made: list[Segment], laid_over: int) -> list[Segment]:
    """Numbers and days that were laid over a page stand in the gap that its line leaves for them."""
    late = [each for each in made if each.words[0].order >= laid_over]
    if not late or len(late) == len(made):
        return made
    kept = [each for each in made if each.words[0].order < laid_over]
    for each in late:
        beside = [one for one in kept if _leaves_room(one, each)] if _FILLED_IN.fullmatch(each.text) else []
        for one in beside:
            kept.remove(one)
        kept.append(segment(_woven(each.words, [word for one in beside for word in one.words])))
    return kept


def _leaves_room(one: Segment, each: Segment) -> bool:
    """Whether a piece stands in a line that leaves a gap for it, or right beside its end."""
    near = abs(one.bottom - each.bottom) < _SAME_LINE * max(one.size, each.size)
    room = _ROOM * max(one.size, each.size)
    return near and one.left - each.right < room and each.left - one.right < room


def _runs(words: Sequence[Word]) -> list[list[Word]]:
    """Words that follow each other in the file and on a line."""
    runs: list[list[Word]] = []
    before: Word | None = None
    for word in words:
        if before is not None and _follows(before, word):
            runs[-1].append(word)
        else:
            runs.append([word])
        before = word
    return [part for run in runs for part in _closed_or_parted(run)]


def _closed_or_parted(run: list[Word]) -> list[list[Word]]:
    closed = _spaced(run)
    return [closed] if len(closed) < len(run) else _parted(run)


def _parted(run: list[Word]) -> list[list[Word]]:
    """A run parted at gaps far wider than its others: columns that come close on one line."""
    gaps = [after.left - before.right for before, after in pairwise(run)]
    size = run[0].size
    if not gaps or max(gaps) < _OUTLYING * _BLANK[1] * size:
        return [run]
    usual = max(sorted(gaps)[(len(gaps) - 1) // 2] if len(gaps) > 1 else 0.0, _BLANK[1] * size)
    marked = _MARK.fullmatch(run[0].text) is not None or _LIST_MARK.fullmatch(run[0].text) is not None
    cuts = [at for at, gap in enumerate(gaps, 1) if gap > _OUTLYING * usual and not (marked and at == 1)]
    return [run[start:end] for start, end in pairwise((0, *cuts, len(run)))]


def _follows(before: Word, word: Word) -> bool:
    size = before.size if before.size > word.size else word.size
    gap = word.left - before.right
    if gap > _WIDE * size or gap < -_BACK * size:
        return False
    off = word.bottom - before.bottom
    if -_SAME_LINE * size < off < _SAME_LINE * size:
        return True
    # A raised mark stands higher than that, but still beside the letters.
    return word.size < _SMALL * before.size and word.bottom > before.top and word.top < before.bottom and gap < size / 2


def _with_marks(made: list[Segment]) -> list[Segment]:
    """Raised marks that a program draws apart, put to the line that begins or ends beside them."""
    marks = [each for each in made if len(each.words) == 1 and _MARK.fullmatch(each.words[0].text)]
    for mark in marks:
        word = mark.words[0]
        for each in made:
            small = word.size < _SMALL * each.size and each.top < word.bottom < each.bottom - 0.1 * each.size
            if small and (0 <= each.left - word.right < each.size or 0 <= word.left - each.right < each.size / 2):
                made = [one for one in made if one is not mark and one is not each]
                made.append(segment(_woven(each.words, [replace(word, raised=1)])))
                break
    return made


def _joined(made: list[Segment]) -> list[Segment]:
    """Segments that stand on one line with a blank between, or whose gap a list's mark makes, are one."""
    drawn = sorted(made, key=lambda each: each.words[0].order)
    after = {id(one): other for one, other in pairwise(drawn)}
    before = {id(other): one for one, other in pairwise(drawn)}
    waiting = sorted(made, key=lambda each: (each.bottom, each.left))
    joined: list[Segment] = []
    for waits in waiting:
        each, at = waits, len(joined) - 1
        while at >= 0 and each.bottom - joined[at].bottom < _SAME_LINE * max(each.size, joined[at].size):
            left, right = (joined[at], each) if joined[at].left <= each.left else (each, joined[at])
            if _is_one(left, right) and not _are_columns(left, after.get(id(left)), right, before.get(id(right))):
                each = segment(_woven(left.words, right.words))
                del joined[at]
                at = len(joined)  # what stood too far from either may stand beside both
            at -= 1
        joined.append(each)
    return joined


def _are_columns(left: Segment, after: Segment | None, right: Segment, before: Segment | None) -> bool:
    """Whether two segments on a line belong to columns that all but touch: each was drawn with the lines of its own."""
    gap = (right.left - left.right) / max(left.size, right.size)
    if _BLANK[0] < gap < _BLANK[1] or after is None or before is None:
        return False
    return abs(after.bottom - left.bottom) > left.size / 2 and abs(before.bottom - right.bottom) > right.size / 2


def _is_one(left: Segment, right: Segment) -> bool:
    size = max(left.size, right.size)
    if min(left.size, right.size) < size / 2:
        return False
    gap = right.left - left.right
    if gap < _BACK * size:
        return gap > -_BACK * size or _fits(left, right)
    if gap < _FORM * size and _OPEN.search(left.text) and _GOES_ON.match(right.text):
        return True
    return gap < 4 * size and len(left.words) <= 2 and _LIST_MARK.fullmatch(left.text) is not None


def _fits(one: Segment, other: Segment) -> bool:
    """Whether the words of two pieces stand in gaps of each other; boxes of letters may be wider than those."""
    return not any(_is_over(word, beside) for word in one.words for beside in other.words)


def _is_over(word: Word, beside: Word) -> bool:
    both = min(word.right, beside.right) - max(word.left, beside.left)
    return both > _OVER * min(word.right - word.left, beside.right - beside.left)


def _woven(words: Sequence[Word], others: Sequence[Word]) -> list[Word]:
    return sorted((*words, *others), key=lambda word: word.left)


def _marked(words: list[Word]) -> list[Word]:
    """The words of a run with raised marks told from small letters that belong to the word before (`CO2`)."""
    if len(words) == 1 or min([word.size for word in words]) > _SMALL * max([word.size for word in words]):
        return _touching(words)
    line = max(words, key=lambda word: word.size)
    kept: list[Word] = []
    for word in words:
        raised = word.size < _SMALL * line.size and word.bottom < line.bottom - 0.15 * line.size
        if raised and _MARK.fullmatch(word.text):
            kept.append(replace(word, raised=1))
        else:
            kept.append(word)
    return _touching(kept)


def _touching(words: list[Word]) -> list[Word]:
    """Pieces between which no blank is drawn and no gap is are one word; a raised mark stands for itself."""
    kept = words[:1]
    for word in words[1:]:
        before = kept[-1]
        beside = word.order == before.order + len(before.text) and not word.raised and not before.raised
        if beside and word.left - before.right < _NO_GAP * before.size:
            kept[-1] = replace(before, text=before.text + word.text, right=word.right)
        else:
            kept.append(word)
    return kept


def _spaced(words: list[Word]) -> list[Word]:
    """`T H Ô N G  B Á O`: letters that are set apart make words, which wider gaps part."""
    if len(words) < _SPACED_LEAST or sum([len(word.text) == 1 for word in words]) < _SPACED_LEAST:
        return words
    kept: list[Word] = []
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and len(words[end].text) == 1 and words[end].text.isalpha():
            end += 1
        if end - at >= _SPACED_LEAST:
            kept.extend(_closed(words[at:end]))
        else:
            kept.extend(words[at : max(end, at + 1)])
        at = max(end, at + 1)
    return kept


def _closed(single: Sequence[Word]) -> list[Word]:
    gaps = [after.left - before.right for before, after in pairwise(single)]
    usual = sorted(gaps)[(len(gaps) - 1) // 4]
    groups: list[list[Word]] = [[single[0]]]
    for word, gap in zip(single[1:], gaps, strict=True):
        if gap > _SPACED_GAP * usual + _NO_GAP * word.size:
            groups.append([])
        groups[-1].append(word)
    return [
        replace(
            group[0],
            text="".join(word.text for word in group),
            right=group[-1].right,
            top=min(word.top for word in group),
        )
        for group in groups
    ]


def is_rule(one: Segment) -> bool:
    """Whether a line is only drawn of letters: `_______`, `-------`."""
    return _LEADERS.fullmatch(one.text.replace(" ", "")) is not None


def lines_of(words: Sequence[Word]) -> list[list[Word]]:
    """Words that stand in a box, by line from above; where they run in another direction, as the file draws them."""
    if any(word.turned for word in words):
        return [list(words)]
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda each: (each.bottom, each.left)):
        near = lines and word.bottom - lines[-1][-1].bottom < _SAME_LINE * max(word.size, lines[-1][-1].size)
        if near:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [_marked(_spaced(sorted(line, key=lambda each: each.left))) for line in lines]
