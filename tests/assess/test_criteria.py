"""Criteria: the set by the day, each value against its bound, points, what is asked for; true figures by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.assess.making import figure, placed

from camket import catalogue
from camket.assess import assess, criteria
from camket.assess.criteria import sets_of
from camket.assess.readings import Values
from camket.model.criteria import CriteriaBoard, CriterionLine
from camket.model.fact import Figure
from camket.model.series import Statement
from camket.registry.memory import MemoryRegistry
from camket.registry.published import published_statements
from camket.report.plain import as_object
from camket.words import sentences

D = Decimal
WARD = "da-mai-ward"


def boards(statements: Sequence[Statement], day: date, areas: Sequence[str] = ()) -> tuple[CriteriaBoard, ...]:
    return criteria.boards(Values(statements), statements, day, areas)


def of_set(found: tuple[CriteriaBoard, ...], name: str, area: str = "bac-ninh-2025") -> CriteriaBoard:
    (board,) = (each for each in found if each.set == name and each.area == area)
    return board


def line(board: CriteriaBoard, name: str) -> CriterionLine:
    (found,) = (each for each in board.criteria if each.id == name)
    return found


def known(*figures: Figure, day: str = "2026-11-01", areas: tuple[str, ...] = ()) -> tuple[CriteriaBoard, ...]:
    registry = MemoryRegistry([placed("report", published="2026-03-01", figures=list(figures))])
    return boards(registry.statements(), date.fromisoformat(day), areas)


def said(indicator: str, value: str, **fields: Any) -> Figure:
    kept = {"measure": "level", "period": "2025", "area": "Bắc Ninh (mới)"} | fields
    return figure(value, value, indicator=indicator, **kept)


@pytest.mark.parametrize(
    ("day", "area", "sets"),
    [
        ("2022-12-31", "bac-ninh-1997", {"central-city-2016", "urban-class-1-2016"}),
        ("2023-01-01", "bac-ninh-1997", {"central-city-2023", "urban-class-1-2023"}),
        ("2025-12-31", "bac-ninh-2025", {"central-city-2023", "urban-class-1-2023"}),
        ("2026-01-01", "bac-ninh-2025", {"central-city-2026", "urban-class-1-2026", "province-2026"}),
        ("2026-09-20", "bac-ninh-2026", {"central-city-2026", "urban-class-1-2026"}),
        ("2026-02-01", WARD, {"ward-2026", "urban-class-2-2026", "urban-class-3-2026"}),
        ("2016-05-24", "bac-ninh-1997", set()),
    ],
)
def test_the_day_of_the_assessment_chooses_the_regime(day: str, area: str, sets: set[str]) -> None:
    assert {each.id for each in sets_of(area, date.fromisoformat(day))} == sets


def test_the_tables_of_points_add_up() -> None:
    for each in catalogue.load_criteria():
        indicators = [name for criterion in each.criteria for name in criterion.indicators]
        assert all(catalogue.indicator(name) for name in indicators)
        assert all(len(criterion.bounds) in (0, len(criterion.indicators)) for criterion in each.criteria)
        if each.combine == "points":
            points = [criterion.points for criterion in each.criteria if criterion.points is not None]
            assert (sum(one.least for one in points), sum(one.most for one in points)) == (75, 100)
            for group, least in each.groups.items():
                own = [one.points for one in each.criteria if one.group == group and one.points is not None]
                assert sum(one.least for one in own) == least


def test_bac_ninh_of_february_2025_by_the_old_criteria() -> None:
    """The old province: 822,7 of 1.500 km2, 1.778 of 2.000 people a km2; the rest must be asked for."""
    found = boards(published_statements(), date(2025, 2, 15), ["bac-ninh-1997"])
    city = of_set(found, "central-city-2023", "bac-ninh-1997")
    area = line(city, "area")
    assert (area.state, area.value, area.bound, area.gap) == ("fail", D("822.7"), D(1500), D("822.7") - 1500)
    assert area.source is not None and area.source.url
    assert (city.state, city.passed, city.failed, city.unknown) == ("fail", 0, 1, 11)
    assert "Số quận" in {name.vi for name in city.asked}
    classed = of_set(found, "urban-class-1-2023", "bac-ninh-1997")
    # 18 + 8 + 0 + 6 + 60 at most: the total could be 92, but density fails its own least
    assert (classed.points_least, classed.points_most, classed.state) == (D(0), D(92), "fail")
    assert line(classed, "density").state == "fail"
    # the file of that month gave itself 77,36 points: what is known bears that out no more than it refutes it
    assert classed.points_least is not None and classed.points_most is not None
    assert classed.points_least <= D("77.36") <= classed.points_most


def test_bac_ninh_of_2025_and_2026_after_the_merger() -> None:
    before = of_set(boards(published_statements(), date(2025, 12, 15)), "central-city-2023")
    after = of_set(boards(published_statements(), date(2026, 6, 1)), "central-city-2026")
    # 3.619.433 people: 1.000.000 were enough until 2025, 2.500.000 are from 2026; 4.718,6 km2: 1.500, then 2.500
    assert [(line(board, "population").bound, line(board, "population").state) for board in (before, after)] == [
        (D(1_000_000), "pass"), (D(2_500_000), "pass"),
    ]  # fmt: skip
    assert [(line(board, "area").gap) for board in (before, after)] == [D("3218.6"), D("2218.6")]
    assert (before.state, after.state) == ("unknown", "unknown")
    assert (after.passed, after.failed, after.unknown) == (3, 0, 4)
    assert [name.vi for name in after.asked][-1] == "Cơ cấu và trình độ phát triển kinh tế - xã hội"
    assert line(after, "structure").reason.code == "criteria.not_found"


def test_twelve_communes_became_wards_with_the_city() -> None:
    wards = {
        day: line(of_set(boards(published_statements(), date.fromisoformat(day)), "central-city-2026"), "wards").value
        for day in ("2026-06-01", "2026-09-20")
    }
    assert wards == {"2026-06-01": D("33.3"), "2026-09-20": D("45.5")}  # 33 of 99, then 45 of 99


@pytest.mark.parametrize(
    ("own", "country", "state"),
    [
        ({"2023": "8", "2024": "9", "2025": "10"}, {"2023": "5", "2024": "7", "2025": "8"}, "pass"),
        ({"2023": "4", "2024": "9", "2025": "10"}, {"2023": "5", "2024": "7", "2025": "8"}, "fail"),
        ({"2024": "9", "2025": "10"}, {"2023": "5", "2024": "7", "2025": "8"}, "unknown"),
        ({"2023": "8", "2024": "9", "2025": "10"}, {"2024": "7", "2025": "8"}, "unknown"),
        ({"2023": "8", "2024": "9", "2025": "10"}, {}, "unknown"),
    ],
)
def test_growth_is_compared_with_the_country_year_by_year(
    own: dict[str, str], country: dict[str, str], state: str
) -> None:
    told = [said("grdp", value, measure="growth", period=year) for year, value in own.items()]
    told += [
        said("grdp", value, measure="growth", period=year, area="cả nước", role="benchmark")
        for year, value in country.items()
    ]
    board = of_set(known(*told), "urban-class-1-2026")
    assert line(board, "I.04").state == state


@pytest.mark.parametrize(("value", "state"), [("1.75", "pass"), ("1.74", "fail")])
def test_income_as_a_multiple_of_the_country(value: str, state: str) -> None:
    money = {"unit": "VND", "area": "Bắc Ninh", "period": "2023"}
    own = said("income_per_capita", f"{D(value) * 60_000_000:f}", **money)
    country = said("income_per_capita", "60000000", **money | {"area": "cả nước", "role": "benchmark"})
    registry = MemoryRegistry([placed("r", published="2025-03-01", figures=[own, country])])
    board = of_set(boards(registry.statements(), date(2025, 4, 1)), "central-city-2023", "bac-ninh-1997")
    assert line(board, "income").state == state


def test_when_a_rate_passes_at_the_pace_had() -> None:
    rates = [said("urbanization_rate", value, period=year) for year, value in (("2023", "36"), ("2025", "40"))]
    found = line(of_set(known(*rates), "central-city-2026"), "urbanization")
    # two points a year: 5 are left, which takes three years
    assert (found.state, found.gap, found.passes_in) == ("fail", D(-5), 2028)
    falling = [said("urbanization_rate", value, period=year) for year, value in (("2023", "42"), ("2025", "40"))]
    assert line(of_set(known(*falling), "central-city-2026"), "urbanization").passes_in is None


def test_either_of_two_indicators_is_enough() -> None:
    ranks = [
        said(name, value, measure="rank", unit="rank")
        for name, value in (("fdi_registered", "14"), ("domestic_investment_registered", "9"))
    ]
    found = line(of_set(known(*ranks), "urban-class-1-2026"), "I.05")
    assert (found.state, found.indicator) == ("pass", "domestic_investment_registered")


@pytest.mark.parametrize(("beds", "points"), [("35", "3.75"), ("37.5", "4.38"), ("40", "5"), ("55", "5"), ("34", "0")])
def test_points_run_in_a_straight_line_between_two_bounds(beds: str, points: str) -> None:
    told = said("hospital_beds_per_10k", beds, unit="other:per_10k", area="phường Đa Mai")
    found = line(of_set(known(told), "urban-class-2-2026", WARD), "III.14")
    assert (found.points_least, found.points_most) == (D(points), D(points))


def test_a_commune_below_the_bound_may_be_one_of_the_mountains() -> None:
    commune = next(each for each in catalogue.load_areas() if each.kind == "commune" and each.valid_to is None)
    told = said("population_registered", "9000", unit="person", area=commune.full_name)
    found = line(of_set(known(told), "commune-2026", commune.slug), "population")
    assert (found.state, found.reason.code) == ("unknown", "criteria.lower")
    assert dict(found.reason.params)["case"] == "mountain"


def test_the_board_carries_the_criteria_of_its_day() -> None:
    registry = MemoryRegistry([placed("r", published="2026-03-01", figures=[said("urbanization_rate", "47")])])
    board = assess(registry, date(2026, 6, 1))
    assert {each.set for each in board.criteria} == {"central-city-2026", "urban-class-1-2026", "province-2026"} - {
        "province-2026"
    }
    told = as_object(board)["criteria"]
    assert isinstance(told, list) and told[0]["reason_code"] == "criteria.count"
    assert assess(registry, date(2026, 2, 1)).criteria == ()  # the paper was not there yet


def test_every_code_of_a_criterion_has_its_words() -> None:
    codes = {
        line.reason.code
        for day in ("2022-10-15", "2025-12-15", "2026-11-01")
        for board in boards(published_statements(), date.fromisoformat(day))
        for line in board.criteria
    }
    assert codes <= sentences("vi").keys()


def ward_density(*figures: Figure) -> CriterionLine:
    found = known(*figures, areas=(WARD,))
    return line(of_set(found, "urban-class-2-2026", WARD), "II.04")


def test_density_follows_from_people_and_size_where_no_paper_prints_it() -> None:
    people = said("population_registered", "30000", unit="person", area="phường Đa Mai", id="people")
    size = said("area_size", "25", unit="km2", area="phường Đa Mai", id="size")
    found = ward_density(people, size)
    # 30.000 / 25 = 1.200 people by km2, against 1.000: passed, 200 more; a fifth of the way to 1.500 is 0.4:
    # 4.5 + 0.4 x (6 - 4.5) = 5.1 points
    assert (found.state, found.value, found.gap, found.points_least) == ("pass", D(1200), D(200), D("5.10"))
    assert set(found.inputs) == {"people", "size"}
    assert found.method is not None and dict(found.method.params)["size"] == "25"
    printed = said("population_density", "900", unit="other:person_per_km2", area="phường Đa Mai", id="printed")
    stated = ward_density(people, size, printed)
    assert (stated.state, stated.value, stated.method) == ("fail", D(900), None)  # what is printed stands
