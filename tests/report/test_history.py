"""Series through time: periods by length, the rows of the table, the chart of the same numbers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from camket.model.fact import Figure, Vintage
from camket.model.interval import Interval, exactly
from camket.model.period import parse_period
from camket.model.series import Series, Source, Standing, Statement
from camket.registry.policy import choose
from camket.report.history import chart_of, grain_of, others, rows_of


def statement(
    id_: str, period: str, value: str, *, role: str = "actual", area: str = "bac-ninh-1997",
    published: str = "2025-12-01", vintage: Vintage | None = None, interval: Interval | None = None,
) -> Statement:  # fmt: skip
    figure = Figure(
        start=0, end=1, quote=f"{value}%", id=id_, indicator="grdp", value=Decimal(value), unit="percent",
        measure="growth", role=role, period=period, vintage=vintage,  # type: ignore[arg-type]  # roles by name
    )  # fmt: skip
    return Statement(
        figure=figure,
        source=Source(document=f"paper-{id_}", published=date.fromisoformat(published)),
        series=Series(indicator="grdp", measure="growth", unit="percent", area=area),
        period=parse_period(period),
        interval=interval or exactly(Decimal(value)),
    )


def standing(*statements: Statement) -> Standing:
    return choose(statements)


@pytest.mark.parametrize(
    ("period", "grain"),
    [
        ("2024", "year"), ("by:2030", "year"), ("by:2030-12", "year"), ("2024-Q3", "quarter"), ("2024-H1", "half"),
        ("2024-H2", "half"), ("2024-10", "month"), ("2024-01/2024-09", "months"), ("2024-02/2024-04", "months"),
        ("2021/2025", "years"), ("at:2024-10-01", "at"), ("by:2025-06-29", "at"), ("2024-10-15", "at"),
    ],
)  # fmt: skip
def test_periods_have_lengths(period: str, grain: str) -> None:
    parsed = parse_period(period)
    assert parsed is not None
    assert grain_of(parsed) == grain


def test_rows_hold_what_stands_and_what_was_asked_for_the_latest_first() -> None:
    rows = rows_of(
        [
            standing(
                statement("a", "2022", "7.39", vintage="official"), statement("b", "2022", "8.75", role="estimate")
            ),
            standing(statement("t", "2022", "5", role="target"), statement("u", "2022", "6", role="target")),
            standing(statement("c", "2023", "-9.28")),
            standing(statement("d", "2023", "1", area="bac-ninh-2025")),
        ]
    )
    assert [(row.period, row.area) for row in rows] == [
        ("2023", "bac-ninh-2025"), ("2023", "bac-ninh-1997"), ("2022", "bac-ninh-1997"),
    ]  # fmt: skip
    assert rows[2].actual is not None
    assert rows[2].actual.statement.id == "a"
    assert sorted(each.id for each in rows[2].targets) == ["t", "u"]


def test_other_values_are_said_once_and_only_where_they_differ() -> None:
    held = standing(
        statement("a", "2022", "7.39", vintage="official"),
        statement("b", "2022", "7.39", role="estimate"),
        statement("c", "2022", "8.75", role="estimate"),
        statement("d", "2022", "8.75", role="estimate"),
    )
    assert [(rival.figure.value, why.code) for rival, why in others(held)] == [(Decimal("8.75"), "registry.vintage")]


def test_lines_end_at_gaps_and_at_boundaries() -> None:
    rows = rows_of(
        standing(statement(str(number), period, "1", area=area))
        for number, (period, area) in enumerate(
            [
                ("2018", "bac-ninh-1997"), ("2019", "bac-ninh-1997"), ("2022", "bac-ninh-1997"),
                ("2024", "bac-ninh-1997"), ("2025", "bac-ninh-2025"), ("2026", "bac-ninh-2026"),
            ]
        )
    )  # fmt: skip
    chart = chart_of(rows, "GRDP", {}, "vi")
    assert [[mark.when.year for mark in line] for line in chart.lines] == [[2018, 2019], [2022], [2024], [2025, 2026]]
    (only,) = chart.breaks
    assert only.label == "địa giới từ 01/7/2025"
    assert date(2024, 7, 1) < only.when < date(2025, 7, 2)


def test_estimates_and_what_was_said_before_the_period_was_over_are_hollow() -> None:
    rows = rows_of(
        [
            standing(statement("a", "2022", "7", vintage="official", published="2022-06-01")),
            standing(statement("b", "2023", "7", role="estimate", published="2024-06-01")),
            standing(statement("c", "2024", "7", published="2024-11-01")),
            standing(statement("d", "2021", "7", published="2022-11-01")),
        ]
    )
    kinds = {mark.when.year: mark.kind for mark in chart_of(rows, "GRDP", {}, "vi").all_marks}
    assert kinds == {2021: "actual", 2022: "actual", 2023: "estimate", 2024: "estimate"}


def test_targets_are_values_ranges_and_bounds_over_their_years() -> None:
    at_least = Interval(low=Decimal(7), high=None, high_closed=False)
    between = Interval(low=Decimal(5), high=Decimal(6))
    rows = rows_of(
        [
            standing(statement("a", "2022", "5", role="target", interval=between)),
            standing(statement("b", "2020/2025", "7", role="target", interval=at_least)),
        ]
    )
    aims = {aim.toward: aim for aim in chart_of(rows, "GRDP", {"a": "/a"}, "en").aims}
    assert (aims["at"].low, aims["at"].high, aims["at"].href) == (Decimal(5), Decimal(6), "/a")
    assert (aims["up"].first, aims["up"].last) == (
        date(2021, 1, 1),
        date(2025, 12, 31),
    )  # a term counts from its second year


def test_the_description_says_how_many_from_when_to_when() -> None:
    rows = rows_of([standing(statement("a", "2022", "7.39")), standing(statement("b", "2023", "-9.28"))])
    said = chart_of(rows, "GRDP", {}, "vi").desc
    assert said.startswith("2 số liệu, từ 2022 (7,39%) đến 2023 (-9,28%).")
    only_target = rows_of([standing(statement("t", "2026", "12.5", role="target"))])
    assert "chưa có số thực hiện" in chart_of(only_target, "GRDP", {}, "vi").desc
