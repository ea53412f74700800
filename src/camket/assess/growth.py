"""Growth over several years: from the levels at both ends, else year by year, else not at all.

Never interpolated: where one year is not known, the years that are missing are the answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

import msgspec

from camket.assess import derived
from camket.assess.boundary import Number, joint, joint_parts
from camket.assess.readings import Point, Values, whole
from camket.model.message import Message, message
from camket.model.series import Series

_ONE, _HUNDRED = Decimal(1), Decimal(100)
_DIGITS = Decimal("0.01")


class GrowthOver(msgspec.Struct, frozen=True, kw_only=True):
    """The growth of a series from the year before `first` to `last`.

    Attributes:
        first: first year.
        last: last year.
        total: growth over all years together, in percent; None where it cannot be worked out.
        mean: the geometric mean of a year, in percent.
        method: how it was come by, or why it cannot be.
        missing: the years of which nothing is known, where it cannot be worked out.
        inputs: ids of the statements that it rests on.
        confidence: that of the least sure of them.
    """

    first: int
    last: int
    total: Decimal | None = None
    mean: Decimal | None = None
    method: Message
    missing: tuple[int, ...] = ()
    inputs: tuple[str, ...] = ()
    confidence: float = 1.0


class _Link(NamedTuple):
    """Growth over one year or several, as a factor."""

    years: tuple[int, ...]
    factor: Decimal
    inputs: tuple[str, ...]
    confidence: float


def growth_over(values: Values, series: Series, first: int, last: int) -> GrowthOver:
    """The growth of a series over whole years.

    Args:
        values: the actuals that stand.
        series: of growth; its levels are those of the same prices.
        first: first year; its growth counts.
        last: last year.
    """
    years = tuple(range(first, last + 1))
    ends = _from_levels(values, series, years)
    if ends is not None:
        return _made(years, [ends], "assess.growth_from_levels")
    links = _links(values, series, years)
    chain = _chain(years, links)
    if chain is not None:
        return _made(years, chain, "assess.growth_chained")
    covered = {year for link in links for year in link.years}
    missing = tuple(year for year in years if year not in covered) or years
    said = message("assess.growth_not_known", area=whole(series).area, missing=", ".join(map(str, missing)))
    return GrowthOver(first=first, last=last, method=said, missing=missing)


def _made(years: Sequence[int], links: Sequence[_Link], code: str) -> GrowthOver:
    factor = _ONE
    for link in links:
        factor *= link.factor
    mean = factor ** (_ONE / len(years))
    parts = ", ".join(
        str(link.years[0]) if len(link.years) == 1 else f"{link.years[0]}-{link.years[-1]}" for link in links
    )
    return GrowthOver(
        first=years[0],
        last=years[-1],
        total=((factor - 1) * _HUNDRED).quantize(_DIGITS),
        mean=((mean - 1) * _HUNDRED).quantize(_DIGITS),
        method=message(code, years=parts, base=years[0] - 1, last=years[-1]),
        inputs=tuple(dict.fromkeys(id_ for link in links for id_ in link.inputs)),
        confidence=min(link.confidence for link in links),
    )


def _from_levels(values: Values, series: Series, years: Sequence[int]) -> _Link | None:
    """From the levels of the year before and the last year, of the area itself or of all that it was joined of."""
    for own in derived.level_series(values, series):
        points = _yearly_levels(values, own)
        start, end = points.get(years[0] - 1), points.get(years[-1])
        if start is not None and end is not None and start[0] > 0 and end[0] > 0:
            inputs = tuple(dict.fromkeys((*start[1], *end[1])))
            return _Link(tuple(years), end[0] / start[0], inputs, min(start[2], end[2]))
    return None


def _yearly_levels(values: Values, series: Series) -> Mapping[int, tuple[Decimal, tuple[str, ...], float]]:
    """Value, inputs and confidence by year; of a joined area also what its parts make."""
    found = {year: (point.value, point.inputs, point.confidence) for year, point in values.yearly(series).items()}
    board = joint(series, values.all_standings()) if joint_parts(series.area) else None
    for row in board.rows if board is not None else ():
        if row.number is not None and row.period.is_year:
            found.setdefault(row.period.last.year, _of_number(row.number))
    return found


def _of_number(number: Number) -> tuple[Decimal, tuple[str, ...], float]:
    made = (*number.made_of, *number.weights)
    return number.value, tuple(each.id for each in made), min(each.figure.confidence for each in made)


def _links(values: Values, series: Series, years: Sequence[int]) -> list[_Link]:
    """What is known of single years and, as a mean, of several."""
    wanted = set(years)
    links = []
    for point in derived.growths(values, series):
        own = point.period.years()
        if own and set(own) <= wanted and point.value > -_HUNDRED:
            links.append(_Link(own, _factor(point, len(own)), point.inputs, point.confidence))
    known = {link.years for link in links}
    board = joint(series, values.all_standings()) if joint_parts(series.area) else None
    for row in board.rows if board is not None else ():
        is_new = row.period.is_year and row.period.years() not in known and row.period.last.year in wanted
        if row.number is not None and is_new:
            value, inputs, sure = _of_number(row.number)
            links.append(_Link(row.period.years(), _ONE + value / _HUNDRED, inputs, sure))
    return links


def _factor(point: Point, years: int) -> Decimal:
    return (_ONE + point.value / _HUNDRED) ** years


def _chain(years: Sequence[int], links: Sequence[_Link]) -> list[_Link] | None:
    """Links that cover every year once, single years before means of several; None where a year is left."""
    if not years:
        return []
    fitting = [link for link in links if link.years == tuple(years[: len(link.years)])]
    for link in sorted(fitting, key=lambda each: len(each.years)):
        rest = _chain(years[len(link.years) :], links)
        if rest is not None:
            return [link, *rest]
    return None


def growth_series(indicator: str, area: str, price_basis: str = "") -> Series:
    """The plain series of the growth of an indicator: on the same period of the year before."""
    return Series(indicator=indicator, measure="growth", unit="percent", area=area, price_basis=price_basis)
