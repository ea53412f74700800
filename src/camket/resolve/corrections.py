"""Corrections as placing uses them: names that a person gave to things, days and areas that a person mended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

import msgspec

from camket import catalogue
from camket.grammar.expression import expression
from camket.grammar.fold import fold, plain
from camket.model.correction import Correction, CorrectionKind
from camket.model.document import Document, Head
from camket.model.fact import Figure
from camket.model.period import Period, parse_period
from camket.model.series import OTHER
from camket.resolve.areas import FoundArea, find_area

_WORD = expression(r"\w+")
_YEAR = expression(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_DAY = expression(r"(?:tháng \d{1,2}(?: năm |[-/.])|\d{1,2}[-/.]\d{1,2}[-/.])$")
_BEFORE = 16


class Corrections:
    """Every correction that holds, found by what it is of. Of two for the same thing the later one holds."""

    def __init__(self, given: Iterable[Correction] = ()) -> None:
        self._held: Mapping[tuple[CorrectionKind, str], str] = {
            (each.kind, correction_key(each.kind, each.of)): each.to for each in given
        }

    def __bool__(self) -> bool:
        return bool(self._held)

    def indicator(self, figure: Figure) -> str | None:
        """The catalogue's indicator that a person gave to the words of a figure."""
        return self._held.get(("indicator", figure.indicator)) if figure.indicator.startswith(OTHER) else None

    def area(self, name: str, period: Period | None, day: date | None) -> FoundArea | None:
        """The area that a person gave to a name."""
        to = self._held.get(("area", fold(name)))
        return standing_area(to, period, day) if to is not None else None

    def body(self, name: str | None) -> str | None:
        """The name of the body that a person gave to a wording; the wording itself where none did."""
        to = self._held.get(("body", fold(name))) if name else None
        return _bodies()[to] if to is not None else name

    def day(self, document: Document) -> date | None:
        """The day that a person gave to a paper."""
        to = self._held.get(("paper_date", paper_key(document)))
        return date.fromisoformat(to) if to is not None else None

    def own_area(self, document: Document) -> str | None:
        """The area that a person gave to a paper: a slug or a name."""
        return self._held.get(("paper_area", paper_key(document)))


NONE = Corrections()
"""Nothing is mended."""


def correction_key(kind: CorrectionKind, of: str) -> str:
    """What two wordings of one thing have in common: a name of an indicator becomes its `other:` name."""
    if kind == "indicator" and not of.startswith(OTHER):
        return OTHER + "_".join(_WORD.findall(plain(of)))
    return fold(of) if kind in ("body", "area") else of


def paper_key(document: Document) -> str:
    """What a paper is known by: the digest of its bytes, else its id."""
    return document.sha256 or document.id


def mended_head(document: Document, corrections: Corrections) -> Head:
    """The head of a paper as it was read, with the day, the area and the bodies that people gave it."""
    head = document.head
    changes: dict[str, str | None] = {
        name: corrections.body(said)
        for name, said in (("issuer", head.issuer), ("publisher", head.publisher))
        if corrections.body(said) != said
    }
    day, area = corrections.day(document), corrections.own_area(document)
    if day is not None:
        changes |= _with_day(head, day)
    if area is not None:
        changes["area"] = area_name(area)
    return msgspec.structs.replace(head, **changes) if changes else head


def _with_day(head: Head, day: date) -> dict[str, str | None]:
    """The day in the field that the paper's day is taken from, and wherever the same wrong day stands."""
    wrong = head.published or head.event_date or head.date
    fields = [name for name in ("published", "event_date", "date") if wrong and getattr(head, name) == wrong]
    return dict.fromkeys(fields or ["date"], day.isoformat())


def standing_area(to: str, period: Period | None, day: date | None) -> FoundArea:
    """The area of a slug; of a name, the form that stood at the time."""
    return FoundArea(to) if to in _slugs() else find_area(to, period, day)


def area_name(to: str) -> str:
    """The plain name of an area given by slug or name."""
    return catalogue.area(to).name if to in _slugs() else to


def shifted(text: str, years: int) -> str | None:
    """A period so many years later; None where it is none."""
    period = parse_period(text)
    moved = _YEAR.sub(lambda found: f"{int(found[0]) + years:04}", text)
    return moved if period is not None and parse_period(moved) is not None else None


def period_at(text: str | None, last: date | None) -> Period | None:
    """A period whose last day is known to have been moved to another year, or not."""
    period = parse_period(text or "")
    if period is None or last is None or period.last.year == last.year:
        return period
    return parse_period(shifted(text or "", last.year - period.last.year) or "") or period


def year_is_printed(text: str, year: int) -> bool:
    """Whether a paper prints a year other than in a day.

    A year that it prints nowhere else was taken from its day, and is wrong where the day is.
    """
    return any(
        not _DAY.search(fold(text[max(0, found.start() - _BEFORE) : found.start()]))
        for found in re.finditer(rf"(?<!\d){year}(?!\d)", text)
    )


@cache
def _slugs() -> frozenset[str]:
    return frozenset(area.slug for area in catalogue.load_areas())


@cache
def _bodies() -> Mapping[str, str]:
    return {body.id: body.name for body in catalogue.load_bodies()}
