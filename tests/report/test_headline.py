"""The main indicators of an area: the change on the year before, the target that is due next."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from camket.model.message import message
from camket.model.plan import PlanKind
from camket.model.scoreboard import Bound, PlanBoard, Scoreboard, TargetLine, ValueLine
from camket.model.series import Source
from camket.report.headline import Headline, headlines

AREAS = frozenset(("bac-ninh-1997", "bac-ninh-2025", "bac-ninh-2026"))


def value(period: str, number: str, *, unit: str = "percent", area: str = "bac-ninh-1997", high: str | None = None,
          breakdown: tuple[tuple[str, str], ...] = ()) -> ValueLine:  # fmt: skip
    return ValueLine(
        statement=f"{period}-{number}", indicator="exports", measure="level", unit=unit, area=area, price_basis="",
        breakdown=breakdown, period=period, value=Decimal(number), value_high=Decimal(high) if high else None,
        role="actual", vintage=None, rivals=(), reasons=(), source=Source(document="a", published=date(2030, 1, 1)),
    )  # fmt: skip


def target(due: str, *, area: str = "bac-ninh-1997", unit: str = "percent") -> TargetLine:
    asked = Bound(comparator="ge", low=Decimal(1), high=None, low_closed=True, high_closed=False, unit=unit)
    return TargetLine(
        statement=due, indicator="exports", measure="level", area=area, due=date.fromisoformat(due), bound=asked,
        state="no_data", reason=message("assess.no_data"), source=Source(document="b"),
    )  # fmt: skip


def only(*values: ValueLine, targets: tuple[TargetLine, ...] = ()) -> Headline:
    kind: PlanKind = "yearly"
    plan = PlanBoard(id="p", kind=kind, title="", area="bac-ninh-1997", period=None, targets=targets, tallies=())
    (row,) = headlines(Scoreboard(as_of=None, plans=(plan,), values=values), AREAS).rows
    return row


@pytest.mark.parametrize(
    ("values", "change", "unit"),
    [
        ((value("2023", "40", unit="USD"), value("2024", "46", unit="USD")), "15.0", "percent"),
        ((value("2023", "97.2"), value("2024", "98.1")), "0.9", "percent"),
        ((value("2023", "7", unit="rank"), value("2024", "4", unit="rank")), "-3", "rank"),
        ((value("2023-H1", "40", unit="USD"), value("2024-H1", "30", unit="USD")), "-25.0", "percent"),
        # not alike: another length, a gap, another boundary, a range, nothing to compare a share with
        ((value("2023", "40", unit="USD"), value("2024-H1", "30", unit="USD")), None, ""),
        ((value("2022", "40", unit="USD"), value("2024", "30", unit="USD")), None, ""),
        ((value("2024", "40", unit="USD"), value("2025", "90", unit="USD", area="bac-ninh-2025")), None, ""),
        ((value("2023", "5"), value("2024", "6", high="7")), None, ""),
        ((value("2023", "0", unit="USD"), value("2024", "30", unit="USD")), None, ""),
    ],
)
def test_a_change_is_on_the_same_period_of_the_year_before(
    values: tuple[ValueLine, ...], change: str | None, unit: str
) -> None:
    row = only(*values)
    assert (row.change, row.change_unit) == (None if change is None else Decimal(change), unit)


def test_the_target_is_the_next_one_of_the_same_boundary() -> None:
    targets = (
        target("2023-12-31"),
        target("2030-12-31"),
        target("2025-12-31"),
        target("2024-12-31", area="bac-ninh-2025"),
    )
    row = only(value("2024", "5"), targets=targets)
    assert row.target is not None
    assert row.target.statement == "2025-12-31"
    past = only(value("2024", "5"), targets=(target("2022-12-31"), target("2023-12-31")))
    assert past.target is not None
    assert past.target.statement == "2023-12-31"
    assert only(value("2024", "5"), targets=(target("2025-12-31", unit="USD"),)).target is None


def test_values_of_a_later_boundary_are_told_apart() -> None:
    row = only(value("2024", "5"), value("2025", "6", area="bac-ninh-2025"))
    assert row.later == (False, True)
    board = Scoreboard(as_of=None, values=(value("2024", "5"), value("2025", "6", area="bac-ninh-2025")))
    assert headlines(board, AREAS).since == date(2025, 7, 1)
    assert headlines(board, AREAS, 0).rows == ()


def test_of_two_values_of_a_period_the_plain_one_is_meant() -> None:
    plain = value("2024", "6.03")
    assert only(value("2024", "-2.3", breakdown=(("base", "2023-12"),)), plain).latest == plain
