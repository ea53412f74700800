"""The times that a story tells once and that hold on: its months, the day up to which it counts, a time long gone."""

from __future__ import annotations

from camket.extract.figures import months_told
from camket.extract.figures.carry import of_the_whole_year
from camket.extract.figures.clause import Slot
from camket.extract.figures.counted import Close, close_of_a_heading, close_of_a_tally, counted_on, is_close
from camket.extract.figures.months import is_part_of_year
from camket.extract.figures.question import Link
from camket.extract.figures.roles import Ruling
from camket.extract.figures.timing import Timing
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.grammar.sentence import Sentence
from camket.rules.period.item import When

_OPENING = 3
"""The last paragraph, caption and headings counted, that opens a story."""
_LONG_BACK = 2
"""Years before the one that a story reports on, from which on one is only named in passing."""


def _runs_from_new_year(when: When) -> bool:
    """Whether a time is the first months, the first quarter or half of a year."""
    return is_part_of_year(when) and 1 in (when.month, when.quarter, when.half)


class StoryTimes:
    """What the sentences of a story so far tell of when its results are of, for figures that no word dates."""

    def __init__(self, reading: Reading, scene: Scene) -> None:
        self.reading, self.scene = reading, scene
        self.part = months_told.months_of_the_story(reading, scene)
        self.close: Close | None = None
        self.year: int | None = None
        """The year of the paper, or the one before it, of which results were told."""
        self.long_ago = -1
        """The paragraph that tells of a time gone by that nothing dates."""
        self.led: When | None = None
        """The year that the opening of a story without a day names, where it is the one that the story tells of."""

    def turn(self, sentence: Sentence) -> bool:
        """Begin a sentence; whether it turns to a time gone by, which forgets the one told of."""
        if months_told.tells_of_long_ago(self.reading, sentence):
            self.long_ago = sentence.paragraph
            return True
        if self.long_ago >= 0 and months_told.tells_of_late(self.reading, sentence):
            self.long_ago = -1
        return False

    def pass_by(self, sentence: Sentence, opened: When | None) -> None:
        """Take the months that a sentence without figures opens with, or the day up to which a heading counts."""
        if opened is not None and _runs_from_new_year(opened):
            dated = opened.dated(self.scene.year)
            self.part = months_told.Months(dated, sentence.paragraph) if dated is not None else self.part
        if opened is not None:
            self._note_year(opened)
            plain = opened.is_year and not opened.word and opened.year == self.scene.year
            undated = self.scene.day is None and self.scene.head.type == "news"
            if plain and undated and sentence.paragraph <= _OPENING:
                self.led = self.led or opened
        if not self.scene.is_story:
            return
        close = close_of_a_heading(self.reading, sentence, self.scene)
        close = close or close_of_a_tally(self.reading, sentence, self.scene)
        if close is not None:
            self.close = Close(close, sentence.paragraph, frozenset())

    def note(self, slot: Slot, linked: Link, said: Ruling, when: Timing, *, leads: bool) -> None:
        """Take the time of a figure: months that results are told of, a day up to which was counted.

        `leads` tells that the time is no aside and the sentence or the heading over it states it.
        """
        if when.when is None or said.role not in ("actual", "estimate"):
            return
        if when.how == "stated" and leads:
            self._note_year(when.when)
        paragraph = slot.sentence.paragraph
        if self.close is not None and when.how == "topic" and when.when == self.close.when:
            self.close = self.close.goes_on(paragraph, linked, slot)
        if not leads:
            return
        if is_part_of_year(when.when):
            self.part = months_told.Months(when.when, paragraph)
        if when.how != "stated" or not self.scene.is_story:
            return
        if is_close(self.reading, slot.sentence, when.when, self.scene):
            fresh = self.close is None or self.close.when != when.when
            close = Close(when.when, paragraph, frozenset()) if fresh or self.close is None else self.close
            self.close = close.goes_on(paragraph, linked, slot)
        elif when.when.mode == "in" and slot.sentence.paragraph >= (self.close.paragraph if self.close else 0):
            self.close = None

    def _note_year(self, when: When) -> None:
        """Take a year that is late for the paper."""
        late = self.scene.year is not None and when.year is not None and when.year >= self.scene.year - 1
        if late and when.mode == "in" and when.high_year is None and not when.word:
            self.year = when.year

    def of_late(self, when: When | None) -> When | None:
        """A year handed to the next paragraph, but for one long gone by that was only named in passing."""
        if when is None or self.year is None or self.scene.day is None or when.year is None or when.word:
            return when
        return When(year=self.year) if when.year < self.year - _LONG_BACK and when.high_year is None else when

    def at_this_time(self, slot: Slot, own: When | None) -> When | None:
        """The close that `đến thời điểm này` points back to, in a paper without a day."""
        if own is None or own.word != "now" or self.scene.now is not None or self.close is None:
            return own
        said = self.reading.low.find("thời điểm này", slot.sentence.start, slot.start) >= 0
        return self.close.when if said and self.close.holds_in(slot.sentence.paragraph) else own

    def _is_a_mean(self, slot: Slot) -> bool:
        """Whether a number is the mean of years, which no single one dates."""
        return (
            self.reading.low.find("bình quân", slot.clause_start, slot.start) >= 0 and slot.quantity.unit == "percent"
        )

    def dates(self, slot: Slot, linked: Link, said: Ruling) -> When | None:
        """The time that holds on for a figure without one."""
        if not self.scene.is_story:
            return None
        paragraph = slot.sentence.paragraph
        part, close = self.part, self.close
        held = part is not None and part.hold_in(paragraph)
        if held and part is not None and months_told.goes_on_of_them(self.reading, slot, linked, said):
            self.part = part._replace(paragraph=paragraph)
            return of_the_whole_year(self.reading, slot.sentence, part.when)
        if self.led is not None and part is None and close is None and not self._is_a_mean(slot):
            told = said.role == "estimate" or months_told.goes_on_of_them(self.reading, slot, linked, said)
            return self.led if told else None
        if close is None or not close.holds_in(paragraph):
            return None
        if not counted_on(self.reading, slot, linked, said, close, self.scene):
            return None
        self.close = close.goes_on(paragraph, linked, slot)
        return close.time_of(slot, linked)
