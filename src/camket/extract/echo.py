"""Repeats: a paper says a figure once with its time and role, then again without."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec

from camket.model.fact import Directive, Figure
from camket.model.message import message

_GROWTH = frozenset(("grdp", "growth_overall"))
_UNSURE_TIMES = ("reason.period.default", "reason.period.topic")
_UNSURE_ROLES = ("reason.role.default",)


def settle_repeats(figures: list[Figure]) -> list[Figure]:
    """Give each figure whose time or role the words left open those of the same figure where they are stated."""
    groups: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        groups[_key(figure)].append(figure)
    return [_settled(figure, groups[_key(figure)]) for figure in figures]


def _key(figure: Figure) -> tuple[object, ...]:
    indicator = "growth" if figure.indicator in _GROWTH else figure.indicator
    return indicator, figure.measure, figure.unit, figure.value, figure.value_high, figure.area


def _settled(figure: Figure, group: list[Figure]) -> Figure:
    if len(group) == 1:
        return figure
    codes = {reason.code for reason in figure.reasons}
    if codes.intersection(_UNSURE_ROLES):
        sure = [one for one in group if not {reason.code for reason in one.reasons}.intersection(_UNSURE_ROLES)]
        if sure and sure[0].role != "benchmark":
            figure = _changed(figure, sure[0], role=sure[0].role, scenario=sure[0].scenario)
    if codes.intersection(_UNSURE_TIMES):
        dated = [one for one in group if one.period_stated and one.role == figure.role] or [
            one for one in group if one.period_stated
        ]
        if dated:
            figure = _changed(figure, dated[0], period=dated[0].period)
    return figure


def _changed(figure: Figure, source: Figure, **fields: object) -> Figure:
    reasons = (*figure.reasons, message("reason.repeat", start=source.start))
    return msgspec.structs.replace(figure, **fields, reasons=reasons)


def settle_reported_year(figures: list[Figure]) -> list[Figure]:
    """Give flows, rates and ranks without any time the year that the paper's other results are about."""
    years = Counter(
        figure.period
        for figure in figures
        if figure.period_stated and figure.role in ("actual", "estimate") and len(figure.period or "") == 4
    )
    if not years:
        return figures
    year = years.most_common(1)[0][0]
    return [_reported(figure, year) for figure in figures]


def _reported(figure: Figure, year: str | None) -> Figure:
    open_time = any(reason.code == "reason.period.default" for reason in figure.reasons)
    repeated = any(reason.code == "reason.repeat" for reason in figure.reasons)
    flow = (
        figure.measure != "level"
        or figure.unit in ("VND", "USD")
        or (figure.unit == "percent" and figure.quote[-1] == "%")
    )
    if not open_time or repeated or not flow or figure.role not in ("actual", "estimate"):
        return figure
    reasons = (*figure.reasons, message("reason.period.reported_year", year=year))
    return msgspec.structs.replace(figure, period=year, reasons=reasons)


def settle_tasks(figures: Iterable[Figure], tasks: Iterable[Directive]) -> tuple[Figure, ...]:
    """A number inside a task is what is to be reached, unless its own clause says that it was."""
    spans = [(task.start, task.end) for task in tasks]
    return tuple(_of_a_task(figure, spans) for figure in figures)


def _of_a_task(figure: Figure, spans: list[tuple[int, int]]) -> Figure:
    said = any(reason.code == "reason.role.clause" for reason in figure.reasons)
    if figure.role != "actual" or said or not any(start <= figure.start < end for start, end in spans):
        return figure
    reasons = (*figure.reasons, message("reason.role.task"))
    period = None if any(reason.code == "reason.period.default" for reason in figure.reasons) else figure.period
    return msgspec.structs.replace(figure, role="target", period=period, reasons=reasons)
