"""What a period rule makes: a time as the words give it, and its dates once the context is known."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

import msgspec

Mode = Literal["in", "by", "until", "before", "at", "since", "base"]


class When(msgspec.Struct, frozen=True, kw_only=True):
    """A time as it is written. A missing `year` is that of the context, moved by `shift` years.

    Attributes:
        year, high_year: the year, or the first and last year of a range (`giai đoạn 2021-2025`).
        month, day: of a date or month; `last_month` ends a run of months (`9 tháng` is 1 to 9).
        quarter, half: of the year.
        shift: years from the context's year (`năm trước` is -1); used only where `year` is None.
        span: years that a range without printed years runs, forward (`5 năm tới` is 5) or back (negative).
        mode: `by` a deadline that counts the time itself, `before` one that does not, `until` either a deadline or
            the close of a count (`đến hết năm 2018`), `at` a point in time, `since` a beginning,
            `base` what is compared with.
        since: year, month and day on which a run of days that ends on `day` begins; no year is that of its end.
        closes: the end of the time is named (`đến hết năm 2025`).
        within: the time is named as that of a state (`vào năm 2030`), for a target the day by which it is due.
        word: `now` for `đến nay`, `same` for `cùng kỳ`, `term` for the running term, `plan` for the years of the
            plan that the paper speaks of (`bình quân 5 năm`), `year` for the whole of the year spoken of (`cả năm`),
            `year_so_far` for `từ đầu năm đến nay`, `month` for the month spoken of (`trong tháng`), `step` for the
            month or quarter before that of the figure (`so với tháng trước`), `after` for years that no one counts
            (`giai đoạn sau năm 2030`), `tet` for the lunar new year of `year`; those that only the paper's day tells:
            `month_gone`, `month_now`, `quarter_gone`, `year_gone` (`tháng qua`, `tháng này`, `quý vừa qua`, `năm qua`),
            `months_gone` the last months, so many as `span` says (`3 tháng gần đây`),
            `school_year` (moved by `shift`), `since_then` from `year` to that day, `tomorrow`; else empty.
    """

    year: int | None = None
    high_year: int | None = None
    month: int | None = None
    last_month: int | None = None
    day: int | None = None
    quarter: int | None = None
    half: int | None = None
    shift: int = 0
    span: int | None = None
    mode: Mode = "in"
    since: tuple[int | None, int, int] | None = None
    within: bool = False
    closes: bool = False
    word: Literal[
        "",
        "now",
        "same",
        "term",
        "term_so_far",
        "plan",
        "year",
        "year_so_far",
        "month",
        "step",
        "after",
        "tet",
        "month_gone",
        "months_gone",
        "month_now",
        "quarter_gone",
        "year_gone",
        "school_year",
        "since_then",
        "tomorrow",
    ] = ""

    @property
    def is_year(self) -> bool:
        """Whether no part of a year and no range of years is told."""
        return self.high_year is self.month is self.quarter is self.half is None

    def __str__(self) -> str:
        return " ".join(part for part in (self.word, "" if self.mode == "in" else self.mode, self._body()) if part)

    def _body(self) -> str:
        if self.word:
            return self._since() if self.word in ("tet", "since_then") and self.year is not None else ""
        year = str(self.year) if self.year is not None else f"?{self.shift:+d}" if self.shift else "?"
        if self.span is not None:
            return f"{self.span:+d} years"
        return written(year, self)

    def _since(self) -> str:
        return f"{self.year}" if self.month is None else f"{self.year}-{self.month:02}"

    def dated(self, year: int | None) -> When | None:
        """The same time with the context's year where none is printed; None where there is no year to take."""
        if self.year is not None or self.word:
            return self
        if year is None:
            return None
        if self.span is not None:
            first = _first_ahead(year, self.span) if self.span > 0 else year + self.span
            return msgspec.structs.replace(self, year=first, high_year=first + abs(self.span) - 1, span=None)
        return msgspec.structs.replace(self, year=year + self.shift, shift=0)


def _first_ahead(year: int, span: int) -> int:
    """The first of the years ahead; `5 năm tới` is the next five-year plan (2021-2025 in 2019, 2016-2020 in 2016)."""
    if span != 5:
        return year + 1
    return year + (1 - year) % 5


def written(year: str, when: When) -> str:
    """The bare period of the guide, without `by:` or `at:`: `2024-09`, `2024-Q2`, `2024-01/2024-09`, `2021/2025`."""
    if when.since is not None and when.month is not None:
        begins, month, day = when.since
        own = int(year) - (month > when.month) if year.isdecimal() else year
        return f"{begins or own}-{month:02}-{day:02}/{year}-{when.month:02}-{when.day:02}"
    if when.high_year is not None:
        if when.month is not None and when.last_month is not None:
            return f"{year}-{when.month:02}/{when.high_year}-{when.last_month:02}"
        return f"{year}/{when.high_year}"
    if when.quarter is not None:
        return f"{year}-Q{when.quarter}"
    if when.half is not None:
        return f"{year}-H{when.half}"
    if when.month is None:
        return year
    if when.last_month is not None:
        return f"{year}-{when.month:02}/{year}-{when.last_month:02}"
    return f"{year}-{when.month:02}" + (f"-{when.day:02}" if when.day is not None else "")


def by_months(period: str | None) -> str | None:
    """A run of days by the months that it lies in: `2010-01-16/2010-02-15` is `2010-01/2010-02`; others as they are."""
    if period is None or period.count("-") != len("--") * 2 or ":" in period:
        return period
    first, last = (day[: len("2010-01")] for day in period.split("/"))
    return first if first == last else f"{first}/{last}"


def last_day(when: When) -> date | None:
    """The last day of a dated time, None where it has no year or no such day exists."""
    if when.year is None:
        return None
    year = when.high_year or when.year
    if when.day is not None and when.month is not None:
        return _day(year, when.month, when.day)
    month = when.last_month or when.month or (when.quarter or 0) * 3 or (when.half or 0) * 6 or 12
    return date(year, month, monthrange(year, month)[1])


def deadline(when: When) -> str | None:
    """The guide's `by:` form of a dated time: the month for years and months, the day for days.

    `trước ngày 30/6/2026` is the day before (`by:2026-06-29`), `trước năm 2030` the December before.
    """
    last = last_day(when)
    if last is None:
        return None
    if when.mode == "before":
        if when.day is not None:
            return f"by:{last - timedelta(days=1):%Y-%m-%d}"
        return (
            f"by:{date(when.year or last.year, when.month or (when.quarter or 1) * 3 - 2, 1) - timedelta(days=1):%Y-%m}"
        )
    return f"by:{last:%Y-%m-%d}" if when.day is not None else f"by:{last:%Y-%m}"


def _day(year: int, month: int, day: int) -> date | None:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day)
