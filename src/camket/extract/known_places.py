"""Places below the provinces that the gazetteer knows: in which provinces they lie, and how papers write them."""

from __future__ import annotations

from functools import cache, lru_cache

from camket import catalogue
from camket.catalogue.homes import Level, homes, names_of
from camket.grammar.fold import fold
from camket.rules.person.vocabulary import surnames

LEVELS: tuple[Level, ...] = ("district", "commune", "old_commune")
OLD_LEVELS: tuple[Level, ...] = ("district", "old_commune", "commune")
"""The order in which a name is looked up, in papers since 2025-07-01 and before."""
_SHORT_NAME = 2
"""Words of a name behind which another may begin."""
NEW_LEVEL_FROM = "2025-07-01"
"""The first day of the communes that lie in no district."""


@lru_cache(maxsize=1024)
def provinces_of(name: str, level: Level = "district") -> frozenset[str]:
    """The plain names of the provinces that hold a district or commune of this name, those they became among them."""
    found = {home.province for home in homes(name, level)}
    return frozenset(catalogue.area(slug).name for one in found for slug in (one, _became().get(one, one)))


def home_of(area: str) -> str | None:
    """The province that a district or commune lies or lay in; None where several hold one of its name."""
    found = next(filter(None, (homes(area, level) for level in LEVELS)), ())
    slugs = {home.province for home in found}
    return catalogue.area(slugs.pop()).name if len(slugs) == 1 else None


@lru_cache(maxsize=1024)
def around(area: str) -> frozenset[str]:
    """The provinces that a paper's place lies in; itself, where it is a province or city."""
    if area in _provinces():
        return frozenset((area,))
    return next(filter(None, (provinces_of(area, level) for level in LEVELS)), frozenset())


_BESIDE_A_PLACE = ("TP", "TP.", "Tỉnh")
"""Words that begin the name of the province behind a place."""


def alone(name: str) -> str:
    """The name of a place without that of a person or a city behind it: `phường Phong Thái Dương Phước Phú`."""
    words = name.split(" ")
    if len(words) <= _SHORT_NAME or any(homes(name, level) for level in LEVELS):
        return name
    for count in range(_SHORT_NAME, len(words)):
        person = words[count].lower() in surnames() and count < len(words) - 1
        if person or words[count] in _BESIDE_A_PLACE:
            kept = " ".join(words[:count])
            return kept if any(homes(kept, level) for level in LEVELS) else name
    return name


@cache
def parts_of(province: str, level: Level) -> tuple[str, ...]:
    """The names of two words and more of all districts or communes of a province, as the folded text has them.

    One that is a province's as well is left out: the province is meant.
    """
    slugs = [slug for slug, name in _slugs() if name == province]
    slugs += [old for old, new in _became().items() if catalogue.area(new).name == province]
    found = {fold(name) for slug in slugs for name in names_of(slug, level)}
    kept = {name for name in found - names_of_provinces() if " " in name and not name[-1].isdigit()}
    return tuple(sorted(kept | {each for name in kept for each in _written(name)}))


@cache
def districts() -> frozenset[str]:
    """The names of two words and more of all districts, as the folded text has them."""
    return frozenset(name for province in _provinces() for name in parts_of(province, "district"))


_HIGHLAND = ("đắk", "đăk", "đắc", "đak")
"""Ways of writing one word of the highlands."""

_IN_USE = {"mù căng chải": "mù cang chải"}
"""Names that hardly any paper writes as the lists do."""


def _written(name: str) -> list[str]:
    """The other ways in which papers write a name."""
    first, _, rest = name.partition(" ")
    if first in _HIGHLAND:
        return [f"{other} {rest}" for other in _HIGHLAND if other != first]
    if name in _IN_USE:
        return [_IN_USE[name]]
    return [name.replace("quy ", "qui ")] if name.startswith("quy ") else []


@cache
def _provinces() -> frozenset[str]:
    return frozenset(name for _, name in _slugs())


@cache
def names_of_provinces() -> frozenset[str]:
    """The folded names of all provinces and cities, of which a district may bear one as well."""
    return frozenset(map(fold, _provinces()))


@cache
def _slugs() -> tuple[tuple[str, str], ...]:
    return tuple((area.slug, area.name) for area in catalogue.load_areas() if area.kind in ("province", "city"))


@cache
def _became() -> dict[str, str]:
    """The province or city that each became by a merger or as a city."""
    return {
        old: edge.to
        for edge in catalogue.load_successions()
        if edge.kind in ("merge", "upgrade") and edge.to is not None
        for old in edge.from_
    }
