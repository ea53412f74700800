"""A series through time: its periods by length, the rows of its table, and the chart of the same numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Literal

import msgspec

from camket import catalogue
from camket.errors import CatalogueError
from camket.model.interval import Interval
from camket.model.message import Message, message
from camket.model.period import Period
from camket.model.series import Standing, Statement
from camket.report.chart import Aim, Break, Chart, Kind, Mark, Toward, middle
from camket.report.dates import day, period
from camket.report.facts import value_of
from camket.report.naming import word
from camket.report.numbers import axis, number
from camket.resolve.areas import boundary
from camket.words import Language, say, term

Grain = Literal["year", "half", "quarter", "month", "months", "years", "at"]
GRAINS: tuple[Grain, ...] = ("year", "half", "quarter", "months", "month", "at", "years")
"""Lengths of periods in the order in which they are offered; `months` counts from January, `years` are several."""
_RELEASED = ("preliminary", "official")
_MONTHS: Mapping[int, Grain] = {1: "month", 3: "quarter", 6: "half", 12: "year"}
_WEEKS = 31  # days between two middles of months, at most; a line is not drawn over a longer gap than its grain
_APART: Mapping[Grain, int] = {
    "year": 366, "half": 185, "quarter": 93, "month": 31, "months": 366, "years": 0, "at": 366,
}  # fmt: skip


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A period of the table: what stands, what else has been published, what was asked for.

    Attributes:
        first: first day; None where the period has none.
        last: last day.
        area: slug of the form that it is of.
        period: as facts write it.
        actual: the actual or estimate that stands.
        targets: those of the same period, each once.
    """

    first: date | None
    last: date
    area: str
    period: str
    actual: Standing | None = None
    targets: tuple[Statement, ...] = ()


def grain_of(when: Period) -> Grain:
    """How long a period is. A deadline counts as the year that it closes, or as a day."""
    if when.first is None:
        return "year" if (when.last.month, when.last.day) == (12, 31) else "at"
    if when.first == when.last or when.relation == "at":
        return "at"
    if when.first.year != when.last.year:
        return "years"
    months = when.last.month - when.first.month + 1
    whole = when.first.day == 1 and (when.first.month - 1) % max(months, 1) == 0
    return _MONTHS.get(months, "months") if whole else "months"


def rows_of(standings: Iterable[Standing]) -> tuple[Row, ...]:
    """The rows of a table, the latest first.

    Args:
        standings: of one series in all forms of a place: actuals and targets, a period each.
    """
    found: dict[tuple[date, date, str], Row] = {}
    for each in standings:
        statement = each.statement
        if statement.period is None or statement.series is None:
            continue
        when, area = statement.period, boundary(statement.series.area)
        key = (when.last, when.first or date.min, area)
        row = found.get(key) or Row(first=when.first, last=when.last, area=area, period=str(when))
        if statement.is_actual:
            row = msgspec.structs.replace(row, actual=each)
        else:
            row = msgspec.structs.replace(row, targets=(*row.targets, *_each_once((statement, *each.rivals))))
        found[key] = row
    return tuple(found[key] for key in sorted(found, reverse=True))


def others(standing: Standing) -> tuple[tuple[Statement, Message], ...]:
    """The rivals that say another number or another role, each such once, with what decided against it."""
    seen, kept = {_number(standing.statement)}, []
    for rival, why in zip(standing.rivals, standing.reasons, strict=False):
        if _number(rival) not in seen:
            seen.add(_number(rival))
            kept.append((rival, why))
    return tuple(kept)


def role_name(statement: Statement, language: Language) -> str:
    """The release of a statement, else its role."""
    figure = statement.figure
    return word(f"vintage.{figure.vintage}", language) if figure.vintage else word(f"role.{figure.role}", language)


def is_estimate(statement: Statement) -> bool:
    """Whether it is an estimate, as all is that was said before its period was over."""
    figure, said, when = statement.figure, statement.source.published, statement.period
    early = said is not None and when is not None and when.relation == "during" and said <= when.last
    return figure.vintage not in _RELEASED and (figure.role == "estimate" or early)


def chart_of(
    rows: Sequence[Row], title: str, links: Mapping[str, str], language: Language, *, name: str = "chart"
) -> Chart:
    """The chart of the rows of a table.

    Args:
        rows: of one grain, and periods of several years that hold targets.
        title: what it is of.
        links: the address of the sentence of each statement.
        language: of its words.
        name: of the chart on its page.
    """
    drawn = sorted(rows, key=lambda row: (row.last, row.first or date.min))
    standings = [(row, row.actual) for row in drawn if row.actual is not None]
    numbers = [each.statement.figure.value for _, each in standings] or [Decimal(0)]
    unit = next((statement.figure.unit for statement in _all(drawn)), "")
    top = axis(max(map(abs, numbers)) or _largest_aim(drawn), unit, language)
    return Chart(
        name=name,
        title=title,
        desc=_desc(standings, language),
        unit=top.unit,
        lines=joined_lines([(row, _mark(row, each.statement, top.factor, links, language)) for row, each in standings]),
        marks=tuple(
            _mark(row, rival, top.factor, links, language, rival=True)
            for row, each in standings
            for rival, _ in others(each)
        ),
        aims=tuple(_aim(row, target, top.factor, links, language) for row in drawn for target in row.targets),
        breaks=_breaks(standings, language),
    )


def axis_number(language: Language) -> Callable[[Decimal], str]:
    """Writes the numbers of an axis."""
    return lambda value: number(value, language)


def _all(rows: Iterable[Row]) -> Iterable[Statement]:
    for row in rows:
        yield from ([row.actual.statement] if row.actual is not None else [])
        yield from row.targets


def _largest_aim(rows: Iterable[Row]) -> Decimal:
    return max((abs(target.figure.value) for row in rows for target in row.targets), default=Decimal(1))


def _number(statement: Statement) -> tuple[object, ...]:
    figure = statement.figure
    return figure.value, figure.value_high, figure.comparator


def _each_once(statements: Iterable[Statement]) -> list[Statement]:
    kept: dict[tuple[object, ...], Statement] = {}
    for each in statements:
        kept.setdefault(_number(each), each)
    return list(kept.values())


def drawn_at(row: Row) -> date:
    """The day at which a value is drawn: the middle of its period, the end of one that began in January."""
    if row.first is None:
        return middle(date(row.last.year, 1, 1), row.last)
    if row.first.year == row.last.year and row.first.month == 1 and row.last.month != 12:
        return row.last
    return middle(row.first, row.last)


def _mark(
    row: Row,
    statement: Statement,
    factor: Decimal,
    links: Mapping[str, str],
    language: Language,
    *,
    rival: bool = False,
) -> Mark:
    kind: Kind = "rival" if rival else "estimate" if is_estimate(statement) else "actual"
    return Mark(
        when=drawn_at(row),
        value=statement.figure.value / factor,
        kind=kind,
        label=_label(row, statement, language),
        href=links.get(statement.id, ""),
    )


def _label(row: Row, statement: Statement, language: Language) -> str:
    said = statement.source.published
    return ", ".join(
        filter(
            None,
            (
                f"{period(row.period, language)}: {value_of(statement.figure, language)}",
                role_name(statement, language),
                day(said, language) if said is not None else "",
            ),
        )
    )


def joined_lines(marks: Iterable[tuple[Row, Mark]]) -> tuple[tuple[Mark, ...], ...]:
    """Marks in lines: another boundary begins a new one, and so does a gap."""
    lines: list[list[Mark]] = []
    before: Row | None = None
    for row, mark in marks:
        joined = before is not None and before.area == row.area and _follows(before, row)
        if not joined:
            lines.append([])
        lines[-1].append(mark)
        before = row
    return tuple(map(tuple, lines))


def _follows(before: Row, row: Row) -> bool:
    grain = grain_of(_period(row))
    return (drawn_at(row) - drawn_at(before)).days <= _APART[grain] + _WEEKS // 10


def _period(row: Row) -> Period:
    return Period(relation="during", first=row.first, last=row.last, grain="day")


def _aim(row: Row, target: Statement, factor: Decimal, links: Mapping[str, str], language: Language) -> Aim:
    low, high, toward = _ends(target.interval)
    years = target.period.years() if target.period is not None else ()
    return Aim(
        first=date(years[0], 1, 1) if years else row.first or date(row.last.year, 1, 1),
        last=row.last,
        low=low / factor,
        high=high / factor,
        toward=toward,
        label=_label(row, target, language),
        href=links.get(target.id, ""),
    )


def _ends(interval: Interval) -> tuple[Decimal, Decimal, Toward]:
    low, high = interval.low, interval.high
    if low is not None and high is not None:
        return low, high, "at"
    if low is not None:
        return low, low, "up"
    end = high if high is not None else Decimal(0)
    return end, end, "down"


def _breaks(standings: Sequence[tuple[Row, Standing]], language: Language) -> tuple[Break, ...]:
    """Between two values of different boundaries, midway, told by the first day of the later boundary."""
    found = []
    for (before, _), (after, _) in pairwise(standings):
        opened = _opened(after.area)
        if before.area != after.area and opened is not None:
            said = say(message("chart.break", day=day(opened, language)), language)
            found.append(Break(when=middle(drawn_at(before), drawn_at(after)), label=said))
    return tuple(found)


def _opened(area: str) -> date | None:
    try:
        return catalogue.area(area).valid_from
    except CatalogueError:
        return None


def _desc(standings: Sequence[tuple[Row, Standing]], language: Language) -> str:
    if not standings:
        return term("chart.only_targets", language)
    (first, one), (last, other) = standings[0], standings[-1]
    said = message(
        "chart.says",
        count=len(standings),
        first=period(first.period, language),
        first_value=value_of(one.statement.figure, language),
        last=period(last.period, language),
        last_value=value_of(other.statement.figure, language),
    )
    return say(said, language)
