"""Times in the heads of tables: `Năm 2025`, `TH 2024`, `5 tháng`, `Tháng 5` under `Năm 2025`, `2021-2025`."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from camket.extract.lexicon import lexicon
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.rules.book import rule_set
from camket.rules.period.item import When

_BARE_YEAR = expression(r"(?<![\d.,])((?:19|20)\d\d)(?![\d.,]\d|\d| ?%)")
_SHORT_MONTH = expression(r"(?<!\w)t(0?[1-9]|1[0-2])(?=[/ ]|$)")


@lru_cache(maxsize=1024)
def times_in(text: str) -> tuple[When, ...]:
    """The times that folded words name, in order; those that something is compared with are among them."""
    reading = Reading(_SHORT_MONTH.sub(r"tháng \1", text), lexicon())
    made = rule_set().run("period", reading)
    found = [(one.start, one.item) for one in made if isinstance(one.item, When)]
    taken = [(one.start, one.end) for one in made]
    found += [
        (year.start(), When(year=int(year[1])))
        for year in _BARE_YEAR.finditer(reading.low)
        if not any(start < year.end() and year.start() < end for start, end in taken)
    ]
    return tuple(when for _, when in sorted(found, key=lambda pair: pair[0]))


def time_in(text: str) -> When | None:
    """The time that words name: the first that is not compared with, with the year that stands beside it."""
    times = [_plain(when) for when in times_in(text) if when.mode != "since" and when.word != "same"]
    if not times:
        return None
    first = times[0]
    years = [when for when in times[1:] if when.year is not None]
    return joined(first, years[0]) if years else first


def _plain(when: When) -> When:
    """`TH 2024` after a word of comparison is still the year 2024 in a head of its own."""
    return msgspec.structs.replace(when, mode="in") if when.mode == "base" else when


def is_whole_year(when: When) -> bool:
    """Whether a time is a year and nothing more."""
    return when.year is not None and when.is_year


def lacks_year(when: When) -> bool:
    """Whether a time is a part of a year that is not named, nor told by the words (`năm trước`)."""
    return when.year is None and not when.word and when.span is None and when.shift == 0


def joined(part: When, year: When | None) -> When:
    """A part of a year with the year that stands elsewhere."""
    if year is None or year.year is None or not lacks_year(part):
        return part
    return msgspec.structs.replace(part, year=year.year)
