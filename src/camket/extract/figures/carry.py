"""The time that earlier sentences hand down to the figures of the next ones, and how it fades."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

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
