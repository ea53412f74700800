"""Figures of tables: each cell of values with what its row, its column and its caption say of it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from msgspec.structs import replace

from camket.extract.figures.attributes import last_plan, plan_of, price_basis_of
from camket.extract.figures.clause import Slot
from camket.extract.figures.figure import guide_indicator, guide_unit
from camket.extract.figures.reckoned import Reckoned
from camket.extract.figures.timing import phrase
from camket.extract.place import place
from camket.extract.scene import Scene
from camket.extract.tables.cell import PERCENT, RANK, Cell, Measured, place_of, value_of, value_part
from camket.extract.tables.find import Table, unit_at
from camket.extract.tables.head import Column
from camket.extract.tables.measure import Gauged, gauge
from camket.extract.tables.name import Named, usual_unit
from camket.extract.tables.row import Row
from camket.extract.tables.said import (
    Dated,
    Linked,
    Ruled,
    Spot,
    Whole,
    dated,
    linked,
    named_of_column,
    place_said,
    ruled,
    whole,
)
from camket.extract.tables.subject import counted_in, names_first
from camket.grammar.engine import Reading
from camket.grammar.rule import Made
from camket.grammar.sentence import Sentence
from camket.model.fact import Figure
from camket.model.message import Message, message
from camket.rules.period.item import When, written
from camket.rules.quantity.item import Quantity

RULE = "table/cell"
"""The name of the rule in the facts that come of tables."""

_LASTS = frozenset(("other:hours", "other:days", "other:weeks", "other:months"))
_NO_GROWTH_OF = frozenset(("percent", "percentage_point", "rank"))


class _Told(NamedTuple):
    """All that was found of a cell."""

    spot: Spot
    name: Linked
    when: Dated
    ruling: Ruled
    gauged: Gauged


def table_figures(reading: Reading, scene: Scene, tables: tuple[Table, ...]) -> tuple[Figure, ...]:
    """The figures of all tables that are understood, in the order of the text."""
    found: list[Figure] = []
    for table in tables:
        if not table.understood:
            continue
        of = whole(reading, table, scene)
        plan = last_plan(reading, table.around.start, table.around.end)
        for spot in _spots(of):
            told = _told(reading, spot, of, scene)
            if told is not None:
                found.append(_figure(reading, told, of, scene, plan))
    return tuple(sorted(found, key=lambda figure: figure.start))


def _spots(of: Whole) -> Iterator[Spot]:
    """The cells that hold a value with a unit. A rate, a share or a place set against another is no growth of it."""
    columns = of.table.columns
    for row in of.table.rows:
        plain = any(columns[at].measure is None and value_of(cell.low) for at, cell in row.values)
        a_rate = plain and row.unit is not None and row.unit.base in _NO_GROWTH_OF
        for at, cell in row.values if not row.words.startswith("cơ cấu") else ():
            spot = _spot(row, at, cell, of)
            if spot is not None and not (a_rate and columns[at].measure == "growth"):
                yield spot


def _spot(row: Row, at: int, cell: Cell, of: Whole) -> Spot | None:
    unit, unit_from = unit_at(row, at, of.table)
    cell = value_part(cell)
    value = place_of(cell.low) if unit == RANK else value_of(cell.low)
    if value is None:
        return None
    if value.unit is not None:
        unit, unit_from = value.unit, "cell"
        if unit.base in _LASTS:
            return None  # how long something takes is no figure
    if unit is None:
        usual = usual_unit(of.names[row.number], row.words) or _usual_of_column(row, at, of)
        unit, unit_from = Measured(usual) if usual else None, "catalogue"
        if unit is None and of.table.columns[at].measure is None:
            unit, unit_from = counted_in(row.words), "name"
    return None if unit is None else Spot(row, at, cell, value, unit, unit_from)


def _usual_of_column(row: Row, at: int, of: Whole) -> str | None:
    """The base unit of what the column measures, where the rows are places or times: a score under `Điểm PCI`."""
    if of.places[row.number] is None and of.times[row.number] is None:
        return None
    column = of.table.columns[at]
    if column.measure is not None:
        return None
    named = named_of_column(column, None)
    if named is not None:
        return usual_unit(Named(named, "column"), column.text)
    whole_of = usual_unit(Named(of.speaks_of, "caption"), "") if of.speaks_of else None
    if whole_of == "percent" and names_first(column.subject):
        return None
    return whole_of if whole_of in ("score", "percent") else None  # the parts of an index, of a rate, are such too


def _told(reading: Reading, spot: Spot, of: Whole, scene: Scene) -> _Told | None:
    name = linked(reading, spot, of)
    column = _over_years(of.table.columns[spot.at], spot)
    words = spot.row.words if name.start == spot.row.name.start else column.text
    gauged = gauge(spot.value, spot.unit, column, name.named, words, index=spot.at in of.indices)
    when = dated(spot, of)
    return _Told(spot, name, when, ruled(spot, when, of, scene), gauged)


def _over_years(column: Column, spot: Spot) -> Column:
    """A column of percents of several years beside rows in another unit tells how these grew."""
    several = column.when is not None and column.when.high_year is not None
    plain = column.measure is None and not column.share and spot.unit_from == "column" and spot.unit == PERCENT
    if several and plain and spot.row.unit is not None and spot.row.unit.base not in _NO_GROWTH_OF:
        return replace(column, measure="growth", rises=True)
    return column


def _figure(reading: Reading, told: _Told, of: Whole, scene: Scene, plan: str | None) -> Figure:
    spot, gauged, when = told.spot, told.gauged, told.when.when
    column = of.table.columns[spot.at]
    slot = _slot(reading, spot, gauged.unit)
    spans = place(reading, spot.cell.start, spot.cell.end)
    period = phrase(when, told.ruling.role, scene) if when is not None else None
    area = place_said(spot, of, scene)
    return Figure(
        start=spans.start,
        end=spans.end,
        quote=spans.quote,
        rule=RULE,
        reasons=_reasons(told, column, period),
        indicator=guide_indicator(told.name.named.indicator, Reckoned(gauged.measure), slot.quantity),
        indicator_text=place(reading, told.name.start, told.name.end).quote or None,
        value=_reckoned(spot.value.value, gauged),
        value_high=None if spot.value.high is None else _reckoned(spot.value.high, gauged),
        unit=guide_unit(gauged.unit),
        comparator=spot.value.comparator,
        measure=gauged.measure,
        role=told.ruling.role,
        period=period,
        period_stated=period is not None and told.when.how != "caption",
        base_period=_base(column, when, scene) if gauged.measure in ("growth", "change") else None,
        area=area,
        scenario=column.scenario,
        plan=plan_of(reading, slot, told.ruling.role, gauged.measure, scene, plan),
        price_basis=column.prices or _price_basis(reading, slot, spot.row, of),
    )


def _reckoned(value: Decimal, gauged: Gauged) -> Decimal:
    return value * gauged.factor + gauged.shift


def _base(column: Column, when: When | None, scene: Scene) -> str | None:
    """The period compared with, where the head names it; `năm trước` is the year before the column's own."""
    if column.base is None:
        return None
    year = when.year if when is not None and when.year is not None else scene.year
    base = column.base.dated(year)
    return written(str(base.year), base) if base is not None and base.year is not None else None


def _slot(reading: Reading, spot: Spot, unit: str) -> Slot:
    """The cell as a quantity in a sentence that is its row."""
    row, cell, value = spot.row, spot.cell, spot.value
    quantity = Quantity(value=value.value, high=value.high, unit=unit, comparator=value.comparator)
    near = reading.sentence_at(row.start)
    sentence = Sentence(row.start, row.end, near.number, near.paragraph, near.place)
    made = Made(cell.start, cell.end, RULE, quantity)
    return Slot(made, quantity, sentence, row.start, row.end, row.name.end, row.end, False, cell.start, cell.end)


def _price_basis(reading: Reading, slot: Slot, row: Row, of: Whole) -> str | None:
    """The prices that the row names, else one that it is a part of, else the caption."""
    above = [row]
    while above[-1].parent is not None:
        above.append(of.table.rows[above[-1].parent])
    for start, end in (*((one.start, one.end) for one in above), (of.table.around.start, of.table.around.end)):
        basis = price_basis_of(reading, replace(slot, clause_start=start, clause_end=end))
        if basis is not None:
            return basis
    return None


def _printed(unit: Measured) -> str:
    """The unit as the table prints it: per mille is kept as percent, and said to have been per mille."""
    return "‰" if unit.base == "percent" and unit.factor < 1 else unit.base


def _reasons(told: _Told, column: Column, period: str | None) -> tuple[Message, ...]:
    reasons = [
        message(f"reason.table.indicator.{told.name.named.how}", indicator=told.name.named.indicator),
        message(f"reason.table.role.{told.ruling.how}", role=told.ruling.role),
        message(f"reason.table.period.{told.when.how}", period=period or "-"),
        message(f"reason.table.unit.{told.spot.unit_from}", unit=_printed(told.spot.unit)),
    ]
    if told.gauged.shift:
        reasons.append(message("reason.table.index", value=told.spot.value.value))
    if column.reckoned:
        reasons.append(message("reason.table.quotient"))
    return tuple(reasons)
