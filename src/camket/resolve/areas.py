"""Which area a name means: the form that stood at the time the words are about.

Bắc Ninh is four things (the province to 2025-06-30, the merged province, the centrally run city from 2026-09-20, the
former district-level city), so a name alone is no area.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

from camket import catalogue
from camket.catalogue.homes import Level, homes
from camket.grammar.expression import expression
from camket.grammar.fold import fold
from camket.grammar.placeset import is_set_of_places
from camket.model.area import Area
from camket.model.period import Period

_OLD = expression(r"\s*\(?(?:cũ|trước sắp xếp|trước hợp nhất|trước sáp nhập)\)?$")
_NEW = expression(r"\s*\(?(?:mới|sau sắp xếp|sau hợp nhất|sau sáp nhập)\)?$")
_KIND_WORD = expression(r"^(?:tỉnh|thành phố|tp\.?|huyện|thị xã|xã|phường|quận)\s+")
_TOP = frozenset(("country", "region", "province", "city"))
_LEVELS: tuple[Level, ...] = ("district", "commune", "old_commune")
_SAME_BOUNDARY = frozenset(("upgrade", "rename"))


class FoundArea(NamedTuple):
    """The slug, or the code of why there is none; `within` names the provinces that hold a place of the gazetteer."""

    slug: str | None
    trouble: str | None = None
    within: tuple[str, ...] = ()


def find_area(name: str, period: Period | None, day: date | None) -> FoundArea:
    """The dated area of a plain name.

    A statement is about the form that stood at the end of its period's year, and never about one that came after the
    paper: a 2024 figure in a paper of 2026 is of the province before the merger; a target for 2030 set in 2020 too.
    The first half of 2025 told after the merger is told of the merged province. `cũ` and `mới` decide by themselves.

    Args:
        name: as the facts give it (`Bắc Ninh`, `thành phố Bắc Ninh`, `cả nước`).
        period: what the figure is about.
        day: the day of the paper.
    """
    folded = fold(name).strip()
    bare, old = _OLD.subn("", folded)
    bare, new = _NEW.subn("", bare)
    known = _by_name()
    candidates = known.get(bare) or known.get(_KIND_WORD.sub("", bare))
    if not candidates:
        return FoundArea(None, "resolve.area_part") if is_set_of_places(folded) else _listed(_KIND_WORD.sub("", bare))
    if len(candidates) == 1:
        return FoundArea(candidates[0].slug)
    if old:
        return _latest(candidates, day or date.max)
    reference = day if new and day is not None else reference_day(period, day)
    if reference is None:
        return FoundArea(None, "resolve.area_undated")
    standing = [area for area in candidates if area.stands_on(reference)]
    if standing:
        return FoundArea(min(standing, key=_level).slug)
    return _latest(candidates, reference)


def _listed(name: str) -> FoundArea:
    """A district or commune that the catalogue knows by its name alone, with the provinces that hold one so named."""
    found = (homes(name, level) for level in _LEVELS)
    within = sorted({catalogue.area(home.province).name for home in next(filter(None, found), ())})
    return FoundArea(None, "resolve.area_listed" if within else "resolve.area_unknown", tuple(within))


def has_entry(name: str) -> bool:
    """Whether the catalogue has an entry for an area of that name, at any time."""
    return find_area(name, None, None).trouble not in ("resolve.area_unknown", "resolve.area_listed")


def has_forms(name: str) -> bool:
    """Whether a name is that of several provinces or cities in time."""
    return sum(area.kind in _TOP for area in _by_name().get(fold(name), ())) > 1


def reference_day(period: Period | None, day: date | None) -> date | None:
    """The day at which the name of an area is looked up."""
    if period is None:
        return day
    if day is None:  # what a plan will be about is not known, so its first year decides
        return date((period.first or period.last).year, 12, 31)
    return min(date(period.last.year, 12, 31), day)


def forms_of(to: str) -> frozenset[str]:
    """All areas that a slug or a name can mean, whatever the time."""
    folded = _NEW.sub("", _OLD.sub("", fold(to).strip()))
    known = _by_name().get(folded) or _by_name().get(_KIND_WORD.sub("", folded)) or ()
    return frozenset({area.slug for area in known} | {to})


@cache
def boundary(slug: str) -> str:
    """The first form with the same boundary: an upgrade or a new name leaves the series whole, a merger breaks it."""
    return boundary(_predecessors()[slug]) if slug in _predecessors() else slug


@cache
def form_on(slug: str, day: date) -> str:
    """The form of a boundary that stood on a day; of a day before them all the first."""
    alike = [form for form in forms(slug) if boundary(form) == boundary(slug)]
    return next((form for form in reversed(alike) if _opened(form) <= day), alike[0])


@cache
def forms(slug: str) -> tuple[str, ...]:
    """All forms of one place in time, the first one first: what upgrades, new names, and mergers under its name made.

    Bắc Ninh the province, the merged province and the city are forms of one place; Bắc Giang is another.
    """
    steps = [
        (old, edge.to)
        for edge in catalogue.load_successions()
        for old in edge.from_
        if edge.to is not None and (edge.kind in _SAME_BOUNDARY or _name(old) == _name(edge.to))
    ]
    found = {slug}
    while True:
        more = {end for step in steps if found & set(step) for end in step} - found
        if not more:
            return tuple(sorted(found, key=lambda each: (_opened(each), each)))
        found |= more


def _name(slug: str) -> str:
    return catalogue.area(slug).name


def _opened(slug: str) -> date:
    """The first day of a form; of a name that the catalogue does not hold there is one form only."""
    return next((area.valid_from or date.min for area in catalogue.load_areas() if area.slug == slug), date.min)


@cache
def _predecessors() -> dict[str, str]:
    return {
        edge.to: edge.from_[0]
        for edge in catalogue.load_successions()
        if edge.to is not None and edge.kind in _SAME_BOUNDARY and len(edge.from_) == 1
    }


@cache
def _by_name() -> dict[str, tuple[Area, ...]]:
    names: dict[str, list[Area]] = {}
    for area in catalogue.load_areas():
        for name in {fold(each) for each in (*([area.name] if area.bare else ()), area.full_name, *area.aliases)}:
            names.setdefault(name, []).append(area)
    return {name: tuple(areas) for name, areas in names.items()}


def _latest(areas: tuple[Area, ...], before: date) -> FoundArea:
    """The form that ended last before a day."""
    ended = [area for area in areas if area.valid_to is not None and area.valid_to < before]
    if not ended:
        return FoundArea(None, "resolve.area_not_standing")
    return FoundArea(max(ended, key=lambda area: (area.valid_to or date.min, area.slug)).slug)


def _level(area: Area) -> tuple[bool, str]:
    return area.kind not in _TOP, area.slug
