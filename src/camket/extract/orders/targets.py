"""Targets handed down: `Thủ tướng giao Bộ Y tế chỉ tiêu ... là 82%`, `Bộ Công Thương được giao chỉ tiêu ...`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from camket.extract.orders.edges import trimmed
from camket.extract.orders.floor import Spoken
from camket.extract.orders.ranks import LOWEST_OFFICE, rank_of
from camket.extract.orders.speaker import Speaker, subject_before
from camket.extract.orders.tasks import Clause, after_links, names_actor
from camket.extract.orders.unlisted import end_of_told
from camket.extract.people import People
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.sentence import Sentence
from camket.rules.directive.item import Act

_GIVING = Act("order", "instruct", "giao")
_TARGETS = r"(?:thêm )?(?:các |những |một số |\d{1,2} )?chỉ tiêu"
_GIVES = expression(rf"(?<!được )(?<!kế hoạch )\bgiao (?:cho )?(?=(?:[^,;.:]{{3,80}}? )?{_TARGETS} )")
_GIVEN = expression(rf" được (?:(?P<by>[^,;.:]{{3,60}}?) )?giao {_TARGETS} (?=[^\W\d_])")
_BEHIND = expression(
    r",? là (?:một trong )?(?:những |các )?chỉ tiêu (?:được |cho )*giao (?:cho )?(?P<whom>[^,;:.]{3,60})\.?$"
)
_LISTED = expression(r"(?:những |các )?chỉ tiêu (?:được )?giao (?:cho )?(?P<whom>[^:;.]{3,80}?) (?:gồm|là|bao gồm): ?")
_WITH = expression(r"(?<!\w)(?:đối với|với|về phía) (?P<whom>[^,;:.]{3,60}), $")
_NAMED = expression(rf" ?{_TARGETS} ")
_REACHED = expression(r"(?<!\w)(?:đã|mới đạt|mới được|thực hiện được|vượt|so với kế hoạch)(?!\w)")
"""Words by which what was reached is told, and no target."""
_FURTHER = expression(r"(?<!\w)(?:giao|yêu cầu|đề nghị|chỉ đạo) ")
"""How a piece behind a semicolon tells another order."""
_DIGIT = expression(r"\d")
_NEAR = 80


def with_targets(reading: Reading, people: People, spoken: Iterable[Spoken]) -> tuple[Spoken, ...]:
    """What is spoken with the targets that are handed down; what overlaps one of these gives way to it."""
    low = reading.low
    if "chỉ tiêu" not in low or "giao" not in low:
        return tuple(spoken)
    given = tuple(_given(reading, people))
    kept = [one for one in spoken if not any(_meet(one.clause, other.clause) for other in given)]
    return tuple(sorted([*kept, *given], key=lambda one: one.clause.start)) if given else tuple(kept)


def _meet(one: Clause, other: Clause) -> bool:
    return one.start < other.end and other.start < one.end


def _given(reading: Reading, people: People) -> Iterator[Spoken]:
    """The targets of a text in its order; who gives them without being named is who gave some before."""
    low = reading.low
    giver: Speaker | None = None
    for sentence in reading.sentences:
        if low.find("giao", sentence.start, sentence.end) < 0:
            continue
        gives = _GIVES.search(low, sentence.start, sentence.end)
        who = subject_before(reading, people, sentence.start, gives.start(), opening=True) if gives else None
        if gives and who is not None and who.rank >= LOWEST_OFFICE:
            giver = who
            yield from _handed(reading, sentence, who, _whom(reading, sentence, who, gives))
            continue
        by = _GIVEN.search(low, sentence.start, sentence.end)
        named = _body(reading, *by.span("by")) if by is not None and by["by"] else giver
        if named is not None:
            yield from _handed(reading, sentence, named, _told_in_passive(reading, sentence))


def _body(reading: Reading, start: int, end: int) -> Speaker | None:
    """The body by which targets were given, where it stands high enough: `được UBND tỉnh giao chỉ tiêu ...`."""
    rank = rank_of(reading.low[start:end])
    return Speaker(start, end, reading.text[start:end], None, rank, body=True) if rank >= LOWEST_OFFICE else None


_Told = tuple[tuple[int, int], int, int]
"""Who is given targets, and from where to where these are told."""


def _whom(reading: Reading, sentence: Sentence, who: Speaker, gives: re.Match[str]) -> _Told | None:
    """Whom `với Bộ Y tế, Thủ tướng giao chỉ tiêu ...` or `giao Bộ Y tế chỉ tiêu ...` is for."""
    begin = gives.end()
    before = _WITH.search(reading.low, sentence.start, who.start)
    if (named := _NAMED.match(reading.low, begin, sentence.end)) is not None:
        return (before.span("whom"), named.end(), sentence.end) if before else None
    end = end_of_told(reading, begin, sentence.end)
    named = _NAMED.match(reading.low, end, sentence.end)
    return ((begin, end), named.end(), sentence.end) if end > begin and named else None


def _told_in_passive(reading: Reading, sentence: Sentence) -> _Told | None:
    """Whom targets are told to have been given to: `Bộ Y tế được giao chỉ tiêu ...`, `... là chỉ tiêu giao cho ...`."""
    low, (start, end) = reading.low, (sentence.start, sentence.end)
    begin = after_links(low, start, end)
    if listed := _LISTED.match(low, begin, end):
        return listed.span("whom"), listed.end(), end
    given = _GIVEN.search(low, begin, min(end, begin + _NEAR))
    if given and end_of_told(reading, begin, end) == given.start():
        return (begin, given.start()), given.end(), end
    behind = _BEHIND.search(low, begin, end)
    if behind and names_actor(reading, behind.start("whom"), end):
        return behind.span("whom"), begin, behind.start()
    return None


def _handed(reading: Reading, sentence: Sentence, giver: Speaker, told: _Told | None) -> Iterator[Spoken]:
    """One order for each piece that a semicolon parts; a sentence that tells what was reached hands out nothing."""
    if told is None:
        return
    whom, start, end = told
    if _REACHED.search(reading.low, start, end):
        return
    while start < end:
        cut = reading.low.find(";", start, end)
        last = cut if cut >= 0 else end
        first, stop = trimmed(reading.low, start, last)
        if _FURTHER.search(reading.low, first, stop):
            return
        if _DIGIT.search(reading.low, first, stop):
            clause = Clause(first, stop, whom, verb=True, head=first)
            yield Spoken(clause, giver, _GIVING, sentence.number, "said")
        start = last + 1
