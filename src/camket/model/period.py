"""Periods as facts write them: `2024`, `2024-Q3`, `2024-H1`, `2024-01/2024-09`, `by:2026-12`, `at:2024-10-01`.

The text is the lasting form; this module reads it into inclusive days and prints it back to the letter.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

import msgspec

from camket.grammar.expression import expression

Grain = Literal["day", "month", "quarter", "half", "year"]
Relation = Literal["during", "by", "at"]

_MARK = expression(r"([0-9]{4})(?:-(?:([0-9]{2})(?:-([0-9]{2}))?|Q([1-4])|H([12])))?")
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
TERM_YEARS = 5


class _Mark(NamedTuple):
    """One of the two ends of a period: the days that it covers and how finely it was written."""

    first: date
    last: date
    grain: Grain


class Period(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A stretch of time in inclusive days.

    Attributes:
        relation: `during` it, `by` its last day (a deadline), or `at` a point of time.
        first: first day; None for a deadline, which reaches back without end.
        last: last day.
        grain: how finely the beginning was written (the whole, where there is one mark).
        last_grain: how finely the end was written, where the text names two ends; else None.
    """

    relation: Relation
    first: date | None
    last: date
    grain: Grain
    last_grain: Grain | None = None

    def __str__(self) -> str:
        if self.relation == "by" or self.first is None:
            return f"by:{_write(self.last, self.grain)}"
        if self.last_grain is not None:
            return f"{_write(self.first, self.grain)}/{_write(self.last, self.last_grain)}"
        return f"{'at:' if self.relation == 'at' else ''}{_write(self.first, self.grain)}"

    @property
    def is_year(self) -> bool:
        """Whether it is one whole calendar year."""
        return self.relation == "during" and self.grain == "year" and self.last_grain is None

    @property
    def is_term(self) -> bool:
        """Whether it is a congress term such as `2020/2025`: it opens late in the first year and ends in the last."""
        return len(self._whole_years()) == TERM_YEARS + 1

    def years(self) -> tuple[int, ...]:
        """The years that a yearly value of this period is counted over; empty where it is not made of whole years.

        A term `2020/2025` counts over 2021 to 2025: the year of the congress belongs to the term before.
        """
        years = self._whole_years()
        return years[1:] if len(years) == TERM_YEARS + 1 else years

    def _whole_years(self) -> tuple[int, ...]:
        whole = self.relation == "during" and self.grain == "year" and self.last_grain in (None, "year")
        return tuple(range(self.first.year, self.last.year + 1)) if whole and self.first is not None else ()


def year_of(number: int) -> Period:
    """The calendar year of that number."""
    return Period(relation="during", first=date(number, 1, 1), last=date(number, 12, 31), grain="year")


@lru_cache(maxsize=4096)
def parse_period(text: str) -> Period | None:
    """The period of a text in the forms above; None where it is none (no such day, ends before it begins, other words).

    `print(parse_period(text))` gives `text` back. Those asked for last are kept: papers have few different ones.
    """
    relation: Relation = "during"
    if text.startswith("by:"):
        relation = "by"
    elif text.startswith("at:"):
        relation = "at"
    marks = [_mark(part) for part in text.removeprefix(f"{relation}:").split("/")]
    first, last = marks[0], marks[-1]
    if first is None or last is None or len(marks) > (2 if relation == "during" else 1) or first.first > last.last:
        return None
    return Period(
        relation=relation,
        first=None if relation == "by" else first.first,
        last=last.last,
        grain=first.grain,
        last_grain=last.grain if len(marks) == 2 else None,
    )


def _mark(text: str) -> _Mark | None:
    found = _MARK.fullmatch(text)
    if found is None:
        return None
    year, month, day, quarter, half = (int(part) if part else None for part in found.groups())
    try:
        if year is None or day is not None:
            only = date(year or 0, month or 0, day or 0)
            return _Mark(only, only, "day")
        if month is not None:
            return _span(year, month, "month")
        if quarter is not None:
            return _span(year, 3 * quarter - 2, "quarter")
        if half is not None:
            return _span(year, 6 * half - 5, "half")
        return _span(year, 1, "year")
    except ValueError:  # a day that no calendar has, such as 2023-02-29 or month 13
        return None


def _span(year: int, month: int, grain: Grain) -> _Mark:
    last_month = month + _MONTHS[grain] - 1
    return _Mark(date(year, month, 1), date(year, last_month, monthrange(year, last_month)[1]), grain)


def _write(day: date, grain: Grain) -> str:
    if grain == "year":
        return f"{day.year:04}"
    if grain == "half":
        return f"{day.year:04}-H{(day.month + 5) // 6}"
    if grain == "quarter":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    return f"{day.year:04}-{day.month:02}" + (f"-{day.day:02}" if grain == "day" else "")
