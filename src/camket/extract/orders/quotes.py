"""Speeches in quotes that the speaker is named behind: `"...", Thủ tướng nhấn mạnh`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from camket.extract.orders.ranks import LOWEST_OFFICE
from camket.extract.orders.speaker import Speaker, speaker_titled
from camket.extract.orders.utterances import Utterance
from camket.extract.people import People
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.rules.directive.item import Act

_LONGEST = 2500
"""No speech in quotes has more letters."""
_CLOSING = "”»"


class Quote(NamedTuple):
    """A speech in quotes: where its marks stand, and the verb of saying behind it."""

    first: int
    last: int
    said: Utterance

    def holds(self, at: int) -> bool:
        """Whether a sentence that begins at `at` is of the speech."""
        return self.first <= at + 2 and at < self.last


def closed_quotes(reading: Reading, some: Iterable[Utterance]) -> Iterator[Quote]:
    """The speeches that verbs of saying close: the words in quotes before are the speaker's."""
    low = reading.low
    for one in some:
        if one.speaker is None or not low[max(0, one.left - 4) : one.left].rstrip(" ,.").endswith('"'):
            continue
        last = low.rfind('"', 0, one.left)
        first = _opening_of(reading, last)
        if first >= 0:
            yield Quote(first, last, one)


_WHOSE = expression(
    r"\"[.,]? ?[-–,]? ?(?:đó |đây )?là (?:một trong (?:những|các) )?(?:nội dung|yêu cầu|chỉ đạo|ý kiến|lời|thông điệp"
    r"|điều|nhiệm vụ|mong muốn|phát biểu|kết luận)[^.;:\n\"]{0,100}?(?:của|mà) (?P<who>[^.;:,\n\"]{4,80})"
)
"""Words behind a speech in quotes that say whose it is: `"..." - Là một trong những yêu cầu của Bí thư Tỉnh ủy A`."""
_SPEAKING = Act("stress", "instruct", "phát biểu")


def told_quotes(reading: Reading, people: People) -> Iterator[Quote]:
    """The speeches that fill a paragraph up to the words that say whose they are."""
    for whose in _WHOSE.finditer(reading.low):
        named = people.within(*whose.span("who"))
        first = reading.low.rfind("\n", 0, whose.start()) + 1
        if not named or reading.low[first : first + 1] != '"':
            continue
        speaker = speaker_titled(reading, people, whose.start("who"), named[0].end)
        if speaker is not None and speaker.rank >= LOWEST_OFFICE:
            yield Quote(first, whose.start(), Utterance(_SPEAKING, whose.start(), whose.end(), speaker))


def _opening_of(reading: Reading, last: int) -> int:
    """Where the quote opens that ends at `last`, words in quotes within it passed over; -1 where nothing opens it.

    Printed quotes tell by their shape whether they open or close, which the folded text does not keep.
    """
    folded, depth, at = reading.folded, 1, last
    while (at := reading.low.rfind('"', max(0, last - _LONGEST), at)) >= 0:
        depth += 1 if folded.source[folded.span(at, at + 1).start] in _CLOSING else -1
        if not depth:
            return at
    return -1


_WORDED = expression(r"[^;.\"]{0,120}?(?:như sau|là|thành|theo hướng|nội dung)?: ?(?=\")")
"""Words before the wording that somebody wants a rule to have."""


def wording(low: str, start: int, end: int) -> int:
    """Where the wording ends that a wish gives in quotes behind a colon; 0 where it gives none.

    Args:
        low: the text in lower case.
        start: where the wish begins.
        end: the end of its sentence.
    """
    found = _WORDED.match(low, start, end)
    closed = low.find('"', found.end() + 1, found.end() + _LONGEST) if found else -1
    return closed if closed >= 0 else 0


_RECALLED, _WE = 10, 40
"""So many sentences back whoever says `chúng tôi` was named; so many letters before the verb hold that word."""


def who_says_we(reading: Reading, heard: tuple[int, Speaker] | None, one: Utterance) -> Speaker | None:
    """Who was heard last, where nobody has the floor any more but somebody asks and speaks of himself.

    Args:
        reading: the text.
        heard: the number of the sentence in which somebody was last named who said something, and who it was.
        one: what is said.
    """
    if heard is None or not (one.act.means == "ask" or one.act.kind == "request"):
        return None
    near = reading.sentence_at(one.end).number - heard[0] <= _RECALLED
    return heard[1] if near and " tôi " in f" {reading.low[max(0, one.left - _WE) : one.left]}" else None
