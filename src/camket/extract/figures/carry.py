"""The time that earlier sentences hand down to the figures of the next ones, and how it fades."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.sentence import Sentence
from camket.rules.period.item import When

_CARRIED_SENTENCES = 2
_CARRIED_USES = 4


class Carry(msgspec.Struct, frozen=True):
    """What earlier sentences hand down: the time of the last figure, how many sentences ago, and the last pair.

    `of_figure` tells that a figure, not only a heading, had the time; `hopped` that it came over a paragraph's end.
    `aimed`: it is the time of an aim that is not past, of which nothing was counted yet.
    `uses` counts the sentences that took over the time since one stated it: it fades, for a story moves on.
    A pair is the two times of `từ A năm X lên B năm Y`, which a following `từ C lên D` takes over.
    """

    when: When | None = None
    age: int = 0
    pair: tuple[When, When] | None = None
    of_figure: bool = True
    uses: int = 0
    hopped: bool = False
    aimed: bool = False

    def is_year(self) -> bool:
        """Whether the time handed down is a whole year."""
        when = self.when
        return when is not None and when.is_year and not when.word

    def used(self, when: When, *, stated: bool, first: bool, story: bool, aimed: bool) -> Carry:
        """The time of a figure handed on, whether its sentence states it or took it over; a `story` is news."""
        uses = 0 if stated else self.uses + first
        return Carry(
            when,
            0,
            self.pair,
            of_figure=self.of_figure or stated or story,
            uses=uses,
            hopped=self.hopped and not stated,
            aimed=aimed if stated else self.aimed,
        )

    def faded(self) -> Carry:
        """The same for the next sentence: a time that enough sentences have taken over is gone."""
        return self if self.uses < _CARRIED_USES else replace(self, when=None)

    def to_next_paragraph(self) -> Carry:
        """The same in the next paragraph: only the plain year of a figure goes over."""
        when = self.when
        plain = (
            when is not None
            and self.of_figure
            and not when.word
            and when.high_year is when.month is when.quarter is when.half is when.span is None
        )
        return self if plain or when is None else replace(self, when=None)

    def older(self) -> Carry:
        """The same a sentence later; a time is not carried over more than two sentences without figures."""
        if self.when is None:
            return self
        return replace(self, when=self.when if self.age < _CARRIED_SENTENCES else None, age=self.age + 1)


def handed_time(reading: Reading, sentence: Sentence, told: When | None) -> When | None:
    """The time handed to a sentence: that of the lead for the items of its list, else that told last."""
    return _of_the_lead(reading, sentence) or (told and of_the_whole_year(reading, sentence, told))


_NEXT_ITEM = expression(r"\((?:[2-9]|[1-9]\d)\) ")
_FIRST_ITEM = "(1) "


def _of_the_lead(reading: Reading, sentence: Sentence) -> When | None:
    """The year by which the lead of a list in one line says all of it is aimed at: `đến năm 2020: (1)`.

    `(2) GRDP năm 2018 đạt A. (3) Tỷ lệ hộ nghèo còn B`: that of 2018 is no time of the third.
    """
    if _NEXT_ITEM.match(reading.low, sentence.start) is None:
        return None
    line = reading.low.rfind("\n", 0, sentence.start) + 1
    first = reading.low.find(_FIRST_ITEM, line, sentence.start)
    if first < 0 or not reading.low.endswith(":", line, first - 1):
        return None
    lead = reading.items("period", reading.sentence_at(first).start, first)
    years = [one.item for one in lead if isinstance(one.item, When) and one.item.mode in ("by", "until")]
    return years[0] if len(years) == len(lead) == 1 and years[0].is_year else None


def of_the_whole_year(reading: Reading, sentence: Sentence, told: When) -> When:
    """The year, where a sentence compares with the whole year before the month told of.

    `Tháng 12/2020 ước tăng 2,6%.` and below `Xuất khẩu ước đạt 43,8 tỷ USD, tăng 3,1% so với năm 2019`: 2020.
    """
    if told.year is None or told.word or told.high_year is not None or told.day is not None:
        return told
    months = told.month is not None and (told.last_month is None or told.month > 1)
    if not months and told.quarter is None:
        return told
    times = [one.item for one in reading.items("period", sentence.start, sentence.end)]
    bases = [when for when in times if isinstance(when, When) and when.mode == "base"]
    whole = [when for when in bases if when.is_year and not when.word]
    if len(bases) != len(times) or not whole or any(when.year != told.year - 1 for when in whole):
        return told
    return When(year=told.year)
