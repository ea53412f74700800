"""Papers named in cells: `Thông báo số 215/TB-VP ngày 12/5/2026`, `127-KL/TU`, one below the other."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from camket.grammar.fold import fold
from camket.model.message import Message
from camket.model.task import GiverLevel
from camket.work.due_days import checked
from camket.work.tracking.days import DayFound, day_in, days_in
from camket.work.tracking.reading import any_of, words

_KEPT = 8_192  # texts of cells come back row after row
_SIGN = r"[A-ZĐ][A-Za-zĐđ0-9]*(?:\.[A-Za-zĐđ0-9]+)*"
_NUMBER = re.compile(
    rf"(?<![\w/])\d{{1,6}}(?:/(?:19|20)\d\d/{_SIGN}(?:-{_SIGN})?|/{_SIGN}(?:[-/]{_SIGN}){{0,2}}|-{_SIGN}(?:[/-]{_SIGN}){{1,2}})(?![\w/])"
)
_ROUND_SIGNS = re.compile(r"(?<=[\w]) *([/-]) *(?=[\w])")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | {"\u00d0": "Đ"})
_AFTER = 60
_DAY_BEHIND = re.compile(r"[ ,;(]*(?:ngày )?(?P<day>[0-3]?\d)/(?P<month>[01]?\d)(?![\d/])")
"""`Kế hoạch 45/KH-UBND, 12/2`: right behind a number and without its year."""
_CODES: tuple[tuple[re.Pattern[str], GiverLevel], ...] = (
    (re.compile(r"(?:^|[-/])(?:ttg|cp|vpcp|qh\d*|ubtvqh\d*|tw|bct|ct?n)$|/(?:vpcp|b[a-zđ]{2,5})-"), "centre"),
    (re.compile(r"[-/](?:tu|vptu|btctu|btgtu|ubkttu|đu|bcđ)$|/(?:vptu|tu)-"), "party"),
    (re.compile(r"hđnd"), "council"),
    (re.compile(r"ubnd|[-/]vp$|/vp-"), "committee"),
    (re.compile(r"[-/]s[a-zđ]{1,5}$|/s[a-zđ]{1,5}-"), "department"),
)


class PaperFound(NamedTuple):
    """A paper in a cell: its number as printed (empty for none), its day."""

    number: str
    day: date | None
    trouble: Message | None = None


def papers_in(cell: str, year: int | None = None) -> tuple[PaperFound, ...]:
    """The papers that a cell names, each with the day that stands behind it."""
    text = _ROUND_SIGNS.sub(r"\1", unicodedata.normalize("NFC", " ".join(cell.split())).translate(_DASHES))
    hits = list(_NUMBER.finditer(text))
    found = []
    for place, hit in enumerate(hits):
        end = hits[place + 1].start() if place + 1 < len(hits) else len(text)
        low = fold(text[hit.end() : min(end, hit.end() + _AFTER)])
        first = next(days_in(low, year), None)
        behind = _DAY_BEHIND.match(low) if year is not None and (first is None or first.start) else None
        if behind is not None and year is not None and (first is None or first.start > behind.start("day")):
            first = DayFound(0, 0, *checked(year, int(behind["month"]), int(behind["day"]), behind[0]))
        found.append(PaperFound(hit[0], first.day if first else None, first.trouble if first else None))
    return tuple(found)


def number_of(cell: str) -> str:
    """The number in a cell of numbers: that of a paper, else the cell's words themselves (`215`, `TB 215`)."""
    found = papers_in(cell)
    return found[0].number if found else " ".join(cell.split())


def number_key(number: str) -> str:
    """A number as it is compared: `215 / TB - VP` and `215/TB-VP` are one, and so are `05/...` and `5/...`."""
    return fold(number.translate(_DASHES)).replace(" ", "").removeprefix("số").lstrip(":0")


def day_of_paper(cell: str) -> tuple[date | None, Message | None]:
    """The day in a cell of days."""
    return day_in(" ".join(fold(cell).split()))


@lru_cache(maxsize=_KEPT)
def level_of(number: str, said: str) -> GiverLevel:
    """At which level a task is given: by the sign in the number of its paper, else by words for who gives it."""
    sign = fold(number).lstrip("0123456789")
    for pattern, level in _CODES:
        if sign and pattern.search(sign):
            return level
    folded = fold(said)
    return next((each.level for each in words().levels if any_of(each.says).search(folded)), "") if folded else ""
