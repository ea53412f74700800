"""The results themselves: the latest values of the main indicators of the usual area, year by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from typing import NamedTuple

from camket import catalogue
from camket.model.message import message
from camket.model.period import Period, parse_period
from camket.model.scoreboard import Scoreboard, ValueLine
from camket.report.dates import day, period
from camket.report.naming import area_name, indicator_name, measure_name, short_name, word
from camket.report.notes import Notes
from camket.report.numbers import amount
from camket.report.view import ResultRow, ResultsView, ResultValue
from camket.resolve.areas import boundary
from camket.words import Language, say

_MOST_ROWS, _MOST_VALUES = 8, 5
_EARLIEST_ESTIMATE = 4  # a paper of the first quarter of a time tells no result of it, but a plan
_RELEASED = ("preliminary", "official")
MARK = "*"


class Thing(NamedTuple):
    """What a line of results is of."""

    indicator: str
    measure: str
    unit: str
    price_basis: str


class Told(NamedTuple):
    """A value with its period and the boundary that its area has."""

    line: ValueLine
    period: Period
    boundary: str


_GROWTH = ("grdp", "growth", "percent")


class MainValues(NamedTuple):
    """The main indicators of an area, each with its latest values, the oldest first.

    `later` holds the boundaries that the area took on under the same name, `since` the day of the first of them.
    """

    values: Mapping[Thing, tuple[Told, ...]]
    later: frozenset[str]
    since: date | None


def main_values(board: Scoreboard, areas: Container[str], most: int | None = _MOST_ROWS) -> MainValues:
    """The main indicators of some forms of one area, with a value a year.

    First the growth of GRDP, then what has targets on the board, then what has the most values; ranks come after
    amounts. No more than `most` are given.
    """
    told = list(_results(line for line in board.values if line.area in areas))
    opened = {each.boundary: catalogue.area(each.boundary).valid_from or date.min for each in told}
    later = frozenset(slug for slug, first in opened.items() if first > min(opened.values()))
    things: dict[Thing, list[Told]] = {}
    for each in told:
        line = each.line
        things.setdefault(Thing(line.indicator, line.measure, line.unit, line.price_basis), []).append(each)
    latest = {thing: found for thing, own in things.items() if (found := _one_a_year(own, opened))}
    aimed = {(target.indicator, target.measure, target.bound.unit) for plan in board.plans for target in plan.targets}
    chosen = sorted(latest, key=lambda thing: _weight(thing, latest[thing], thing[:3] in aimed))[:most]
    return MainValues(
        values={thing: latest[thing] for thing in chosen},
        later=later,
        since=min((opened[slug] for slug in later), default=None),
    )


def main_results(board: Scoreboard, usual_area: str, notes: Notes, language: Language) -> ResultsView:
    """The main indicators in words. Values of a later boundary of the area under the same name are marked."""
    main = main_values(board, {line.area for line in board.values if area_name(line.area, language) == usual_area})
    rows = tuple(_row(thing, told, main.later, notes, language) for thing, told in main.values.items())
    marked = any(value.mark for row in rows for value in row.values)
    remark = boundary_remark(main.since, language) if marked and main.since is not None else ""
    return ResultsView(rows=rows, remark=remark)


def boundary_remark(since: date, language: Language) -> str:
    """What the mark says."""
    return f"{MARK} {say(message('results.boundary', day=day(since, language)), language)}"


def _results(lines: Iterable[ValueLine]) -> Iterator[Told]:
    """The values that are results. Of one thing and period that of the plain series; two cannot be told apart here."""
    told: dict[tuple[object, ...], list[Told]] = {}
    for line in lines:
        parsed = parse_period(line.period)
        if parsed is not None and not _is_plan(line, parsed):
            place = (line.indicator, line.measure, line.unit, line.price_basis, line.area, line.period)
            told.setdefault(place, []).append(Told(line, parsed, boundary(line.area)))
    for found in told.values():
        plain = [each for each in found if not each.line.breakdown] or found
        if len(plain) == 1:
            yield plain[0]


def _is_plan(line: ValueLine, when: Period) -> bool:
    """Whether its time had hardly begun when it was said."""
    said = line.source.published
    if said is None or when.first is None or when.relation != "during":
        return False
    return said < when.first + (when.last - when.first + timedelta(days=1)) / _EARLIEST_ESTIMATE


def _one_a_year(told: Sequence[Told], opened: Mapping[str, date]) -> tuple[Told, ...]:
    """The latest values, the oldest first: of each year that of the whole year, else the one that reaches furthest."""
    best: dict[tuple[int, date], Told] = {}
    for each in sorted(told, key=lambda each: _fullness(each.period)):
        best[each.period.last.year, opened[each.boundary]] = each
    return tuple(best[place] for place in sorted(best))[-_MOST_VALUES:]


def _fullness(when: Period) -> tuple[bool, bool, date, int]:
    """How well a period stands for its year; several years stand for it only where nothing else does."""
    first = when.first or when.last
    return when.is_year, first.year == when.last.year, when.last, (when.last - first).days


def _weight(thing: Thing, told: Sequence[Told], is_aimed: bool) -> tuple[object, ...]:
    newest = max(each.period.last for each in told)
    return (
        thing[:3] != _GROWTH, not is_aimed, thing.measure == "rank", -len(told), -newest.toordinal(), thing,
    )  # fmt: skip


def _row(thing: Thing, told: Iterable[Told], later: AbstractSet[str], notes: Notes, language: Language) -> ResultRow:
    name = indicator_name(thing.indicator, None, language)
    basis = word(f"price.{thing.price_basis}", language) if thing.price_basis and thing.measure == "level" else ""
    return ResultRow(
        name=name,
        short=short_name(name),
        detail=", ".join(filter(None, (measure_name(thing.measure, language), basis))),
        values=tuple(
            ResultValue(
                value=amount(each.line.value, each.line.unit, language, each.line.value_high),
                when=when_told(each, language),
                mark=MARK if each.boundary in later else "",
                note=notes.number(each.line.source),
            )
            for each in told
        ),
    )


def when_told(told: Told, language: Language) -> str:
    """Its period, and whether it is an estimate, as all is that was said before the period was over."""
    line, said = told.line, told.line.source.published
    shown = period(line.period, language)
    early = said is not None and told.period.relation == "during" and said <= told.period.last
    is_estimate = line.vintage not in _RELEASED and (line.role == "estimate" or early)
    return say(message("value.estimated", when=shown), language) if is_estimate else shown


def usual_area(board: Scoreboard, language: Language) -> str:
    """The name of the area that most plans are of, without plans most values; empty where there is neither."""
    names = Counter(area_name(plan.area, language) for plan in board.plans if plan.area)
    names = names or Counter(area_name(line.area, language) for line in board.values)
    return max(sorted(names), key=names.__getitem__, default="")
