"""Areas have dates: one name, several forms, never two at once."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from datetime import date

import pytest

from camket import catalogue
from camket.model.area import Area

AREAS = catalogue.load_areas()
PROVINCIAL = {"province", "city"}


def standing(day: date, kinds: set[str]) -> list[Area]:
    return [one for one in AREAS if one.kind in kinds and one.stands_on(day)]


def overlap(one: Area, other: Area) -> bool:
    ends = one.valid_to or date.max, other.valid_to or date.max
    starts = one.valid_from or date.min, other.valid_from or date.min
    return max(starts) <= min(ends)


def test_forms_of_one_provincial_unit_never_overlap() -> None:
    forms: dict[str, list[Area]] = defaultdict(list)
    for one in AREAS:
        if one.kind in PROVINCIAL:
            forms[re.sub(r"-\d{4}$", "", one.slug)].append(one)
    clashes = [
        (one.slug, other.slug)
        for same in forms.values()
        for one, other in itertools.combinations(same, 2)
        if overlap(one, other)
    ]
    assert clashes == []
    assert {len(same) for same in forms.values()} == {1, 2, 3}


def test_no_two_areas_of_one_kind_and_name_overlap() -> None:
    for one, other in itertools.combinations(AREAS, 2):
        assert (one.full_name, one.parent) != (other.full_name, other.parent) or not overlap(one, other)


@pytest.mark.parametrize(
    ("day", "provinces", "cities"),
    [
        (date(2024, 12, 31), 58, 5),
        (date(2025, 6, 30), 57, 6),
        (date(2025, 7, 1), 28, 6),
        (date(2026, 4, 30), 27, 7),
        (date(2026, 9, 1), 26, 8),
        (date(2026, 9, 20), 25, 9),
    ],
)
def test_the_provincial_units_of_a_day(day: date, provinces: int, cities: int) -> None:
    assert Counter(one.kind for one in standing(day, PROVINCIAL)) == {"province": provinces, "city": cities}


@pytest.mark.parametrize(
    ("day", "slugs"),
    [
        (date(2024, 10, 1), {"bac-ninh-1997", "bac-ninh-city"}),
        (date(2025, 6, 30), {"bac-ninh-1997", "bac-ninh-city"}),
        (date(2025, 7, 1), {"bac-ninh-2025"}),
        (date(2026, 9, 19), {"bac-ninh-2025"}),
        (date(2026, 9, 20), {"bac-ninh-2026"}),
    ],
)
def test_bac_ninh_is_four_things(day: date, slugs: set[str]) -> None:
    assert {one.slug for one in AREAS if one.name == "Bắc Ninh" and one.stands_on(day)} == slugs


def test_the_plain_name_never_means_the_former_district_city() -> None:
    assert not catalogue.area("bac-ninh-city").bare
    assert catalogue.area("bac-ninh-city").full_name == "Thành phố Bắc Ninh"
    assert catalogue.area("bac-ninh-1997").bare


@pytest.mark.parametrize(
    ("day", "communes", "wards"), [(date(2025, 7, 1), 66, 33), (date(2026, 9, 19), 66, 33), (date(2026, 9, 20), 54, 45)]
)
def test_the_communes_of_bac_ninh(day: date, communes: int, wards: int) -> None:
    assert len(standing(day, {"commune"})) == communes
    assert len(standing(day, {"ward"})) == wards


def test_the_former_districts() -> None:
    found = [one for one in AREAS if one.kind in {"district", "town", "district_city"}]
    assert Counter(one.parent for one in found) == {"bac-ninh-1997": 8, "bac-giang-1997": 10}
    assert {one.valid_to for one in found} == {date(2025, 6, 30)}


def test_a_code_is_no_id() -> None:
    owners = {one.slug for one in AREAS if one.code == "24"}
    assert owners == {"bac-giang-1997", "bac-ninh-2025", "bac-ninh-2026"}


@pytest.mark.parametrize(
    ("day", "to", "from_"),
    [
        (date(2025, 7, 1), "bac-ninh-2025", {"bac-giang-1997", "bac-ninh-1997"}),
        (date(2025, 7, 1), "ho-chi-minh-2025", {"binh-duong", "ba-ria-vung-tau", "ho-chi-minh-1976"}),
        (date(2026, 9, 20), "bac-ninh-2026", {"bac-ninh-2025"}),
        (date(2025, 1, 1), "hue", {"thua-thien-hue"}),
    ],
)
def test_what_became_of_an_area(day: date, to: str, from_: set[str]) -> None:
    edges = [edge for edge in catalogue.load_successions() if edge.to == to]
    assert [(edge.date, set(edge.from_)) for edge in edges] == [(day, from_)]


def test_the_merger_took_every_province_but_eleven() -> None:
    merged = [slug for edge in catalogue.load_successions() if edge.kind == "merge" for slug in edge.from_]
    assert len(merged) == len(set(merged)) == 52
    assert len([edge for edge in catalogue.load_successions() if edge.kind == "merge"]) == 23


def test_an_alias_names_one_area_of_its_time() -> None:
    names: dict[str, list[Area]] = defaultdict(list)
    for one in AREAS:
        for name in {name.lower() for name in (one.full_name, *one.aliases, *([one.name] if one.bare else []))}:
            names[name].append(one)
    clashes = {
        name: (one.slug, other.slug)
        for name, same in names.items()
        for one, other in itertools.combinations(same, 2)
        if overlap(one, other)
    }
    assert clashes == {}


@pytest.mark.parametrize(
    ("alias", "slug"),
    [
        ("TPHCM", "ho-chi-minh-1976"),
        ("TP. HCM", "ho-chi-minh-2025"),
        ("Thừa Thiên - Huế", "thua-thien-hue"),
        ("BR-VT", "ba-ria-vung-tau"),
        ("toàn quốc", "viet-nam"),
        ("ĐBSCL", "dong-bang-song-cuu-long"),
        ("TP Bắc Ninh", "bac-ninh-city"),
    ],
)
def test_wordings(alias: str, slug: str) -> None:
    assert alias in catalogue.area(slug).aliases
