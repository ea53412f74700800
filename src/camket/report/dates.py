"""Days and periods as the readers of the two languages write them: `05/6/2026`, `quý III/2024`, `9 tháng năm 2024`."""

from __future__ import annotations

from datetime import date, timedelta

from camket.model.message import message
from camket.model.period import Grain, Period, parse_period
from camket.words import Language, say, term

_ROMAN = ("I", "II", "III", "IV")
_FIRST_NEEDING_NO_ZERO = 3


def day(when: date, language: Language = "vi") -> str:
    """A day. Official Vietnamese papers write a zero before days under 10 and before months 1 and 2 only."""
    if language == "en":
        return f"{when.day} {term(f'month.{when.month}', 'en')} {when.year}"
    return f"{when.day:02}/{_month(when)}/{when.year}"


def short_day(when: date, language: Language = "vi") -> str:
    """A day for narrow columns: month and year where it ends its month."""
    return f"{_month(when)}/{when.year}" if (when + timedelta(days=1)).day == 1 else day(when, language)


def period(written: str | None, language: Language = "vi") -> str:
    """A period as facts write it, in words; empty where there is none, as it stands where it is none of ours."""
    if written is None:
        return ""
    parsed = parse_period(written)
    if parsed is None:
        return written
    if parsed.relation != "during" or parsed.first is None:
        return say(message(f"period.{parsed.relation}", when=_mark(parsed.last, parsed.grain, language)), language)
    if parsed.last_grain is None:
        return _mark(parsed.last, parsed.grain, language)
    return _stretch(parsed, parsed.first, language)


def _stretch(parsed: Period, first: date, language: Language) -> str:
    last = parsed.last
    if parsed.grain == parsed.last_grain == "year":
        return str(first.year) if first.year == last.year else f"{first.year}-{last.year}"
    if parsed.grain == parsed.last_grain == "month" and first.year == last.year and first.month == 1:
        return say(message("period.months", count=last.month, year=last.year), language)
    start = _mark(first, parsed.grain, language)
    end = _mark(last, parsed.last_grain or parsed.grain, language)
    return say(message("period.stretch", start=start, end=end), language)


def _mark(when: date, grain: Grain, language: Language) -> str:
    if grain == "day":
        return day(when, language)
    if grain == "year":
        return str(when.year)
    if grain == "half":
        return say(message(f"period.half.{1 if when.month <= 6 else 2}", year=when.year), language)
    if grain == "quarter":
        return say(message("period.quarter", quarter=_ROMAN[(when.month - 1) // 3], year=when.year), language)
    if language == "en":
        return f"{term(f'month.{when.month}', 'en')} {when.year}"
    return say(message("period.month", month=_month(when), year=when.year), language)


def _month(when: date) -> str:
    return f"{when.month:02}" if when.month < _FIRST_NEEDING_NO_ZERO else str(when.month)
