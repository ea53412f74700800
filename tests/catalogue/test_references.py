"""Whatever an entry points to exists."""

from __future__ import annotations

from camket import catalogue

INDICATORS = {one.id: one for one in catalogue.load_indicators()}
BODIES = {one.id: one for one in catalogue.load_bodies()}
AREAS = {one.slug: one for one in catalogue.load_areas()}
BASES = {one.base for one in catalogue.load_units()}


def missing(asked: set[str], known: object) -> set[str]:
    return {each for each in asked if each not in known}  # type: ignore[operator]  # any container will do


def test_indicators_point_to_indicators() -> None:
    asked = {each for one in INDICATORS.values() for each in (*one.near, *([one.weight] if one.weight else []))}
    assert missing(asked, INDICATORS) == set()


def test_indicators_are_weighed_by_what_can_be_added() -> None:
    for one in INDICATORS.values():
        if one.weight:
            assert INDICATORS[one.weight].aggregate == "sum", one.id


def test_indicators_point_to_bodies_that_stand() -> None:
    owners = {one.owner for one in INDICATORS.values() if one.owner}
    assert missing(owners, BODIES) == set()
    assert [id_ for id_ in sorted(owners) if BODIES[id_].valid_to is not None] == []


def test_indicators_use_units_of_the_catalogue() -> None:
    used = {unit for one in INDICATORS.values() for unit in one.units}
    assert missing(used, BASES) == set()


def test_areas_point_to_parents_of_their_first_day() -> None:
    for one in AREAS.values():
        if one.parent is not None:
            parent = AREAS[one.parent]
            day = one.valid_from or one.valid_to
            assert day is None or parent.stands_on(day), one.slug


def test_successions_join_forms_that_touch() -> None:
    for edge in catalogue.load_successions():
        for slug in edge.from_:
            ended = AREAS[slug].valid_to
            assert ended is not None
            assert (edge.date - ended).days == 1, slug
        if edge.to is not None:
            assert AREAS[edge.to].valid_from == edge.date


def test_every_form_that_ended_has_its_succession() -> None:
    ended = {one.slug for one in AREAS.values() if one.valid_to is not None}
    assert ended == {slug for edge in catalogue.load_successions() for slug in edge.from_}


def test_bodies_that_ended_name_successors_that_came_after() -> None:
    without = set()
    for one in BODIES.values():
        assert bool(one.successors) <= (one.valid_to is not None), one.id
        if one.valid_to is not None and not one.successors:
            without.add(one.id)
        for id_ in one.successors:
            later = BODIES[id_]
            assert later.valid_to is None or (one.valid_to is not None and later.valid_to > one.valid_to)
    assert without == {"huyen-uy", "hdnd-huyen", "ubnd-huyen", "mttq-huyen", "cong-an-huyen"}  # the level ended


def test_units_point_to_base_units() -> None:
    by_id = {one.id: one for one in catalogue.load_units()}
    for one in by_id.values():
        assert by_id[one.base].base == one.base
        assert by_id[one.base].factor == 1
        assert by_id[one.base].kind == one.kind


def test_magnitudes_use_units_of_the_catalogue() -> None:
    assert missing({each.unit for each in catalogue.load_magnitudes() if each.unit}, BASES) == set()
