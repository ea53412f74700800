"""What lists of work name in a cell or a line: who leads, by when, under which id it is kept."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from datetime import date
from functools import cache

from camket import catalogue
from camket.extract.tables.time import times_in
from camket.grammar.fold import fold
from camket.grammar.words import words
from camket.model.period import parse_period
from camket.model.task import Due
from camket.rules.period.item import deadline

_RECURRING = re.compile(r"(?<!\w)(?:thường xuyên|hằng|hàng|định kỳ|mỗi)(?!\w)")
_EVERY = (("tuần", "P7D"), ("tháng", "P1M"), ("quý", "P3M"), ("6 tháng", "P6M"), ("năm", "P1Y"))
_SHORT = re.compile(r"(?<![\d/])(?P<month>0?[1-9]|1[0-2])/(?P<year>20\d\d)(?!\d)")
_OF_AREA = re.compile(r"(?<=\w) (?:tỉnh|thành phố|tp\.?) [^,;]+$|(?<=\w) (?:tỉnh|thành phố)$")
_NAMES = re.compile(
    r"\s*(?:[,;]|(?<!\w)và(?= (?:sở|ban|ủy|ubnd|văn phòng|các|công an|bộ|thanh tra|chi cục|trung tâm|thuế|kho bạc"
    r")))\s*",
    re.IGNORECASE,
)
_LONGEST_SLUG = 60


def body_of(name: str) -> str:
    """The id of the body that words name; the words without blanks at the edges where the catalogue has none."""
    kept = " ".join(name.split()).strip(" .,;:-")
    folded = fold(kept)
    return _bodies().get(folded) or _bodies().get(_OF_AREA.sub("", folded)) or kept


def bodies_in(text: str) -> tuple[str, ...]:
    """The bodies of a list of names, each once."""
    return tuple(dict.fromkeys(body_of(part) for part in _NAMES.split(text) if part.strip(" .,;:-")))


def due_in(text: str, day: date | None) -> Due:
    """The due that words tell: a day, the end of a month, quarter or year, or one that comes back.

    Args:
        text: as a cell or a line has it (`Quý III/2026`, `trước 30/6`, `hằng năm`).
        day: of the paper, whose year counts where the words tell none.
    """
    told = " ".join(text.split()).strip(" .;,")
    folded = fold(told)
    if not folded:
        return Due()
    if _RECURRING.search(folded):
        every = next((length for word, length in reversed(_EVERY) if word in folded), "")
        return Due(kind="recurring" if every else "standing", every=every, words=told)
    found = [deadline(dated) for each in times_in(folded) if (dated := each.dated(day.year if day else None))]
    known = [period.last for each in found if each is not None and (period := parse_period(each)) is not None]
    if not known and (short := _SHORT.search(folded)):
        period = parse_period(f"by:{short['year']}-{int(short['month']):02}")
        known = [period.last] if period is not None else []
    return Due(kind="fixed", day=known[-1], words=told) if known else Due(words=told)


def slug_of(title: str, taken: Container[str]) -> str:
    """An id for an address made of a title; a number behind it sets it apart from those that are taken."""
    plain = "-".join(word.bare for word in words(title) if word.bare.isascii())
    kept = plain[:_LONGEST_SLUG].rpartition("-")[0] if len(plain) > _LONGEST_SLUG else plain
    kept = kept or "muc"
    found, number = kept, 2
    while found in taken:
        found, number = f"{kept}-{number}", number + 1
    return found


@cache
def _bodies() -> Mapping[str, str]:
    """By folded name the body; of several with one name that of today."""
    found: dict[str, str] = {}
    for body in sorted(catalogue.load_bodies(), key=lambda each: each.valid_to is not None):
        for name in (body.name, *body.aliases, *body.abbreviations):
            found.setdefault(fold(name), body.id)
    return found
