"""Whether a word of duty (`cần`, `phải`) lays a task on somebody, or tells what anything has to be like."""

from __future__ import annotations

from camket.extract.orders.floor import Floor
from camket.extract.orders.news import TIMED
from camket.extract.orders.ranks import LOWEST_OFFICE
from camket.extract.orders.tasks import Clause
from camket.extract.orders.turns import DATED, MOREOVER
from camket.grammar.engine import Reading
from camket.grammar.sentence import Sentence


def lays_duty(
    reading: Reading, place: tuple[Sentence, int], floor: Floor, clause: Clause, *, official: bool, own: bool
) -> bool:
    """Whether a word of duty makes a clause a task of whoever has the floor.

    Args:
        reading: the text.
        place: the sentence, and where it begins behind its links.
        floor: who has the floor.
        clause: the clause.
        official: whether the text is an official paper.
        own: whether the floor is the text's own, and not that of somebody quoted.
    """
    if not clause.duty or not floor.duties or floor.speaker is None:
        return False
    sentence, begin = place
    linked = begin > sentence.start or floor.paragraph in (0, sentence.paragraph)
    timed = TIMED.search(reading.low, clause.start, clause.end) is not None
    told = floor.act is not None and floor.act.means == "tell"
    low, dated = reading.low, official and floor.handing_out and clause.fronted
    plain = not own and not told and not timed
    plain = plain or (dated and bool(DATED.search(low, clause.start, clause.end)))
    among = floor.listed or (floor.silent == 0 and low.startswith("trong đó", sentence.start))
    near = floor.handing_out and floor.silent == 0 and floor.paragraph == sentence.paragraph
    among = among or (near and floor.speaker.position is not None and bool(MOREOVER.match(low, sentence.start)))
    plain = plain or (among and not timed)
    return (linked or floor.speaker.rank >= LOWEST_OFFICE) and (plain or not clause.fronted)
