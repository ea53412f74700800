"""A series of areas that were joined, shown as one: its numbers with what they were worked out of, and its chart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec

from camket.assess.boundary import Joined, Joint, Number
from camket.model.series import Series, Statement
from camket.report import history
from camket.report.chart import Chart, Mark
from camket.report.dates import period
from camket.report.facts import value_of
from camket.report.naming import area_name, indicator_name
from camket.report.numbers import amount, axis
from camket.report.wording import reason
from camket.words import Language

_NARROW = Decimal("0.002")
_FINE = Decimal("0.01")
"""Rates that were worked out are written to the hundredth, as papers print theirs."""


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A statement that a number was worked out of.

    Attributes:
        name: of the area, of a weight with the indicator.
        value: as its source says it, with its period where that is another.
        statement: id of the mention.
    """

    name: str
    value: str
    statement: str


class JoinedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A period of the table: its number and how it was made; without a number why there is none.

    `when` and `key` are its days, in words and for an address; `between` is what it can be, empty where it is exact.
    """

    key: str
    when: str
    value: str
    between: str
    how: str
    is_estimate: bool
    pieces: tuple[Piece, ...]


def joined_rows(rows: Iterable[Joined], series: Series, language: Language) -> tuple[JoinedRow, ...]:
    """The rows of a table, in the order given."""
    return tuple(_row(each, series, language) for each in rows)


def joined_chart(rows: Sequence[Joined], series: Series, title: str, language: Language, *, name: str) -> Chart:
    """The chart of the same numbers; each point leads to its row, where its sentences are."""
    numbers = [(each, each.number) for each in reversed(rows) if each.number is not None]
    top = axis(max((abs(number.value) for _, number in numbers), default=Decimal(1)), series.unit, language)
    marks = [(_place(each), _mark(each, number, top.factor, series, language)) for each, number in numbers]
    return Chart(name=name, title=title, desc=title, unit=top.unit, lines=history.joined_lines(marks))


def of_grain(board: Joint, grain: history.Grain) -> tuple[Joined, ...]:
    """The rows whose periods are of one length."""
    return tuple(each for each in board.rows if history.grain_of(each.period) == grain)


def grains(board: Joint) -> dict[history.Grain, int]:
    """How many rows there are of each length."""
    found = [history.grain_of(each.period) for each in board.rows]
    return {grain: found.count(grain) for grain in history.GRAINS if grain in found}


def _row(each: Joined, series: Series, language: Language) -> JoinedRow:
    number = each.number
    return JoinedRow(
        key=str(each.period).replace(":", "-").replace("/", "-"),
        when=period(str(each.period), language),
        value=_value(number, series, language) if number is not None else "",
        between=_between(number, series, language) if number is not None else "",
        how=reason(each.reason, language),
        is_estimate=number is not None and number.is_estimate,
        pieces=tuple(_pieces(each, number, series, language)) if number is not None else (),
    )


def _pieces(each: Joined, number: Number, series: Series, language: Language) -> Iterable[Piece]:
    for statement in (*number.made_of, *number.weights):
        own = statement.series
        if own is None:
            continue
        named = [area_name(own.area, language)]
        if (own.indicator, own.measure) != (series.indicator, series.measure):
            named.append(indicator_name(own.indicator, None, language))
        said = value_of(statement.figure, language)
        elsewhen = statement.period is not None and not _same_days(statement, each)
        when = period(str(statement.period), language) if elsewhen else ""
        yield Piece(name=", ".join(named), value=f"{said} ({when})" if when else said, statement=statement.id)


def _same_days(statement: Statement, each: Joined) -> bool:
    own = statement.period
    return own is not None and (own.first, own.last) == (each.period.first, each.period.last)


def _value(number: Number, series: Series, language: Language) -> str:
    return amount(_written(number, number.value), series.unit, language)


def _between(number: Number, series: Series, language: Language) -> str:
    """What it can be, where that is wider than a reader would think; of a published number its own words say that."""
    if len(number.made_of) == 1 or number.low is None or number.high is None:
        return ""
    if number.high - number.low < abs(number.value) * _NARROW:
        return ""
    low, high = _written(number, number.low), _written(number, number.high)
    return amount(low, series.unit, language, high) if low != high else ""


def _written(number: Number, value: Decimal) -> Decimal:
    """A sum as exact as its parts; what was divided to the hundredth."""
    return value.quantize(_FINE) if number.is_divided else value


def _place(each: Joined) -> history.Row:
    return history.Row(first=each.period.first, last=each.period.last, area="", period=str(each.period))


def _mark(each: Joined, number: Number, factor: Decimal, series: Series, language: Language) -> Mark:
    row = _row(each, series, language)
    return Mark(
        when=history.drawn_at(_place(each)),
        value=number.value / factor,
        kind="estimate" if number.is_estimate else "actual",
        label=f"{row.when}: {row.value}, {row.how}",
        href=f"#ky-{row.key}",
    )
