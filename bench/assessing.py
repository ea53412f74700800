"""How long a board of a whole country takes: every indicator, every province, twenty years, a target each."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from camket import catalogue
from camket.assess.board import scoreboard
from camket.assess.forecast import outlook
from camket.model.extraction import Extraction
from camket.model.indicator import Indicator
from camket.model.period import parse_period
from camket.model.plan import Plan, TypedTarget
from camket.model.published import PublishedValue
from camket.model.scoreboard import Scoreboard
from camket.model.series import Source, Statement
from camket.registry.memory import MemoryRegistry
from camket.registry.published import published_statements
from camket.resolve.typed import identify, typed_plan

INDICATORS, AREAS, YEARS = 160, 34, 20
_DAY = date(2026, 6, 1)
_LAST = 2025
LIMIT = 5.0


class Assessed(NamedTuple):
    """What was assessed, and how long it took on one core."""

    statements: int
    targets: int
    lines: int
    seconds: float


class _Country(MemoryRegistry):
    """Statements without papers, with plans that people entered."""

    def __init__(self, statements: tuple[Statement, ...], plans: tuple[Plan, ...]) -> None:
        super().__init__()
        self.add_statements(statements)
        self._entered = plans

    def plans(self) -> tuple[Plan, ...]:
        return self._entered

    def as_of(self, day: date) -> _Country:  # noqa: ARG002  # all of it had been published by then
        return self

    def extractions(self) -> tuple[Extraction, ...]:
        return ()


def assessed(rounds: int = 2) -> Assessed:
    """The best of some rounds; what is made only once, as the catalogue, is made before."""
    country = _country()
    spent = []
    for _ in range(rounds):
        began = time.process_time()
        board = scoreboard(country, _DAY, outlook)
        spent.append(time.process_time() - began)
    return Assessed(len(country.statements()), _targets(board), len(board.values), min(spent))


def assessing_lines(found: Assessed) -> list[str]:
    """One line of the bench."""
    held = "within" if found.seconds < LIMIT else "ABOVE"
    size = f"{INDICATORS} indicators x {AREAS} areas x {YEARS} years: {found.statements} statements"
    told = f"{found.targets} targets, {found.lines} values in {found.seconds:.2f} s of one core"
    return [f"assessing {size}, {told} ({held} {LIMIT:.0f} s)"]


def _targets(board: Scoreboard) -> int:
    return sum(len(plan.targets) for plan in board.plans)


def _country() -> _Country:
    provinces = [each for each in catalogue.load_areas() if each.kind in ("province", "city") and each.valid_to is None]
    indicators = catalogue.load_indicators()[:INDICATORS]
    areas = [area.slug for area in provinces[:AREAS]]
    values = [
        value
        for place, area in enumerate(areas)
        for number, indicator in enumerate(indicators)
        for value in _series(indicator, area, place + number)
    ]
    return _Country(published_statements(values), tuple(_plan(area, indicators) for area in areas))


def _series(indicator: Indicator, area: str, seed: int) -> Iterator[PublishedValue]:
    """Twenty years of one indicator, growing unevenly within its plausible range; the last one is an estimate."""
    unit = indicator.units[0]
    for year in range(_LAST - YEARS + 1, _LAST + 1):
        part = Decimal(20 + seed % 17 + (year - _LAST + YEARS) * (1 + seed % 2) + (seed * year) % 5) / 100
        value = _within(indicator, part)
        yield PublishedValue(
            area=area, indicator=indicator.id, measure="level", period=str(year), value=value, unit=unit,
            role="estimate" if year == _LAST else "actual", comparator="eq", source=f"report-{year}",
            source_kind="report", published=f"{year + 1}-02-01",
        )  # fmt: skip


def _within(indicator: Indicator, part: Decimal) -> Decimal:
    """A value so far up the plausible range of an indicator; of 0 to 100 where the catalogue has none."""
    unit = indicator.units[0]
    ranges = [each for each in indicator.plausible if (each.unit, each.measure) == (unit, "level")]
    low, high = (ranges[0].low, ranges[0].high) if ranges else (Decimal(0), Decimal(100))
    return (low + (high - low) * part).quantize(Decimal("0.01"))


def _plan(area: str, indicators: tuple[Indicator, ...]) -> Plan:
    term = parse_period("2025/2030")
    if term is None:
        raise ValueError("2025/2030")
    name = catalogue.area(area).name
    asked = [
        TypedTarget(
            number=str(number), name=indicator.name.vi, indicator=indicator.id, measure="level",
            unit=indicator.units[0],
            value=_within(indicator, Decimal(60 + number % 30) / 100), comparator="ge", period="by:2030-12",
            source=Source(document=f"congress-{area}", published=date(2025, 10, 1)),
        )
        for number, indicator in enumerate(indicators, start=1)
    ]  # fmt: skip
    title = f"Nghị quyết Đại hội Đảng bộ {name}, nhiệm kỳ 2025-2030"
    return typed_plan(identify(title, area, term), title, term, asked)
