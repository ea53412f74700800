"""Months, quarters and halves as parts of a year."""

from __future__ import annotations

from camket.rules.period.item import When


def is_within(part: When, whole: When) -> bool:
    """Whether a time is some months of another one, of the same year or of none."""
    if part.word or whole.word or part.high_year or whole.high_year or part.year not in (None, whole.year):
        return False
    (first, last), (begins, ends) = _months(part), _months(whole)
    return part.day is whole.day is None and begins <= first and last <= ends and (last - first) < (ends - begins)


def _months(when: When) -> tuple[int, int]:
    """The first and last month of the year that a time runs over."""
    if when.quarter is not None:
        return when.quarter * 3 - 2, when.quarter * 3
    if when.half is not None:
        return when.half * 6 - 5, when.half * 6
    return (1, 12) if when.month is None else (when.month, when.last_month or when.month)


def is_part_of_year(when: When) -> bool:
    """Whether a time is some months, a quarter or a half of one year, or half a month."""
    whole = when.month is when.quarter is when.half is None
    days = when.day is not None and (when.since is None or when.mode != "in")
    return not (when.word or whole or when.high_year is not None or days)
