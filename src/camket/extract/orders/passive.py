"""Requests in the passive: `mức phí được Sở Tài chính đề xuất tăng lên ...`, `dự án đang được tỉnh kiến nghị ...`."""

from __future__ import annotations

from camket.extract.orders.speaker import Speaker, subject_behind
from camket.extract.orders.tasks import Clause, after_links, names_actor
from camket.extract.people import People
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.sentence import Sentence

ASKED = frozenset({"kiến nghị", "đề xuất", "đề nghị"})
"""Verbs of asking that stand in the passive."""
_BY = "được "
_REACH = 140
"""So many letters hold who asks, between `được` and the verb."""
_TIMES = expression(r"(?:,? (?:cũng|đã|đang|vừa|từng|sẽ|đều|tiếp tục|mới))*,? ?$")
_WISH = expression(r"(?: [^\s,.;:()]+){3}")
"""The fewest words behind the verb that are a wish; fewer only say who asked for a thing."""
_NAMED = expression(r" ?(?:$|[,.;:)\"])| (?:đã|đang|sẽ|này|trên|trước đó|từ|nhưng|song|gồm|trong|tại|với)\b")
"""What follows where the thing is only said to have been asked for."""


def asker(reading: Reading, people: People, left: int, start: int, end: int) -> Speaker | None:
    """Who asks in the passive by the verb from `start` to `end`; None where it is in no passive, or tells somebody."""
    low = reading.low
    by = low.rfind(_BY, max(left, start - _REACH), start)
    if (
        by < 0
        or _NAMED.match(low, end)
        or not _WISH.match(low, end)
        or names_actor(reading, after_links(low, left, by), by)
    ):
        return None
    return subject_behind(reading, people, by + len(_BY), start)


def in_passive(reading: Reading, sentence: Sentence, speaker: Speaker, clause: Clause) -> Clause | None:
    """What is asked for in the passive: what stands behind the verb, or all of it where most stands before.

    None where the words before the speaker are no passive.
    """
    low = reading.low
    if not low.endswith(_BY, sentence.start, speaker.start):
        return None
    begin = after_links(low, sentence.start, speaker.start)
    times = _TIMES.search(low, begin, speaker.start - len(_BY))
    thing = low[begin : times.start() if times else speaker.start].split()
    if len(thing) <= len(low[clause.start : clause.end].split()):
        return clause._replace(verb=True)
    return clause._replace(start=begin, verb=True, fronted=True)
