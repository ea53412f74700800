"""Repeats: a paper says a figure once with its time and role, then again without."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Iterable
from operator import attrgetter, itemgetter

import msgspec

from camket.grammar.expression import expression
from camket.model.fact import Directive, Figure, Proposal
from camket.model.message import message
from camket.rules.book import words_of

_GROWTH = frozenset(("grdp", "growth_overall"))
_UNSURE_TIMES = ("reason.period.default", "reason.period.topic")
_UNSURE_ROLES = ("reason.role.default",)


_TO_COME = ("projection", "target")
_OWN_ROLES = ("benchmark", "estimate")
"""Roles that hold only where their words stand: a title gives as reached what the text calls an estimate."""


def settle_repeats(figures: list[Figure]) -> list[Figure]:
    """Give each figure whose time or role the words left open those of the same figure where they are stated."""
    keys = [_key(figure) for figure in figures]
    if len(set(keys)) == len(keys):
        return figures
    said: dict[tuple[object, ...], _Said] = defaultdict(_Said)
    for figure, key in zip(figures, keys, strict=True):
        said[key].add(figure)
    return [_settled(figure, said[key]) for figure, key in zip(figures, keys, strict=True)]


class _Said:
    """What is stated of one figure somewhere: the first role that words settle, the first stated time, also by role.

    `handed` is the first with a time that sentences before it hand on.
    """

    __slots__ = ("by_role", "dated", "handed", "sure")

    def __init__(self) -> None:
        self.sure: Figure | None = None
        self.dated: Figure | None = None
        self.handed: Figure | None = None
        self.by_role: dict[str, Figure] = {}

    def add(self, figure: Figure) -> None:
        if self.sure is None and not _has(figure, _UNSURE_ROLES):
            self.sure = figure
        if figure.period_stated:
            self.dated = self.dated or figure
            self.by_role.setdefault(figure.role, figure)
        elif figure.period is not None and _has(figure, ("reason.period.topic",)):
            self.handed = self.handed or figure


def _key(figure: Figure) -> tuple[object, ...]:
    indicator = "growth" if figure.indicator in _GROWTH else figure.indicator
    if figure.unit in ("VND", "USD") or figure.value != figure.value.to_integral_value():
        indicator = indicator.partition(":")[0]  # a sum or a number with decimals is the same by whatever words
    return indicator, figure.measure, figure.unit, figure.value, figure.value_high, figure.area


def _settled(figure: Figure, said: _Said) -> Figure:
    unsure_time = _has(figure, _UNSURE_TIMES)
    if said.sure is not None and said.sure.role not in _OWN_ROLES and _has(figure, _UNSURE_ROLES):
        figure = _changed(figure, said.sure, role=said.sure.role, scenario=said.sure.scenario)
    dated = said.by_role.get(figure.role, said.dated)
    if figure.period is not None and figure.role in _TO_COME and not _has(figure, ("reason.period.default",)):
        dated = said.by_role.get(figure.role)  # what is foreseen of next year is not what this year's result was
    if dated is not None and unsure_time and _is_counted_on_a_day(figure):
        return figure  # the same number of things counted elsewhere in another year is not the one of that day
    if dated is not None and unsure_time and (figure.role == dated.role or not (dated.period or "").startswith("by:")):
        figure = _changed(figure, dated, period=dated.period)
    if figure.period is None and said.handed is not None and figure.role == said.handed.role:
        return _changed(figure, said.handed, period=said.handed.period)  # a title says it before any time is told
    return figure


def _is_counted_on_a_day(figure: Figure) -> bool:
    """Whether things were counted at a time that the words before tell: `tháng 12/2009 còn 300 hộ, gồm: 95 hộ A`."""
    counted = figure.unit in ("count", "person", "household")
    return counted and (figure.period or "").startswith("at:") and _has(figure, ("reason.period.topic",))


def _has(figure: Figure, codes: tuple[str, ...]) -> bool:
    for reason in figure.reasons:  # noqa: SIM110 - asked of each figure several times, and a loop is cheaper
        if reason.code in codes:
            return True
    return False


def _changed(figure: Figure, source: Figure, **fields: object) -> Figure:
    reasons = (*figure.reasons, message("reason.repeat", start=source.start))
    return msgspec.structs.replace(figure, **fields, reasons=reasons)


_SPAN = expression(r"\d{4}(?:-Q\d|-H\d|-01/\d{4}-\d\d)?")
_COUNTED_FLOWS = frozenset(
    (
        "tourism_arrivals", "other:international_tourism_arrivals", "other:domestic_tourism_arrivals",
        "new_enterprises", "other:enterprises_returned", "other:enterprises_suspended", "fdi_projects",
        "other:fdi_projects_adjusted", "other:domestic_investment_projects", "jobs_created", "other:workers_abroad",
        "other:traffic_accidents", "other:party_members_admitted",
    )
)  # fmt: skip
"""What is counted over a time, unlike most things that are counted."""
_MADE_UNITS = ("tonne", "other:kWh")
_MADE = ("sản xuất", "sản lượng", "tiêu thụ", "khai thác", "chế biến")
"""Of what is made, so much is made over a time."""
_OFTEN = 2
"""How many results of a year make it the year that a paper reports on."""


def running_year(day: str | None) -> str | None:
    """The year that still runs on a day, but for its last two months, when it is reported on as a whole."""
    return None if day is None or day[5:7] in ("", "11", "12") else day[:4]


def settle_reported_year(
    figures: list[Figure],
    running: str | None,
    titled: str | None = None,
    done: Container[int] = (),
    beside: Container[int] = (),
) -> list[Figure]:
    """Give flows, rates and ranks without any time the year that the paper's other results are about.

    A year that still runs on the paper's day (`running`) is not reported on as a whole. The time that the title names
    (`titled`) is that of the paper. Times that are those of some figures alone (`beside`) are not: `từ 22% (năm 2010)`.
    """
    years = Counter(
        figure.period
        for place, figure in enumerate(figures)
        if place not in beside
        and figure.period_stated
        and figure.role in ("actual", "estimate")
        and _SPAN.fullmatch(figure.period or "")
    )
    if titled is not None:
        years[titled] += _OFTEN
    year, often = years.most_common(1)[0] if years else (None, 0)
    if year is None or often < _OFTEN or (year == running and year != titled):
        return figures
    return [_reported(figure, year, flow=place in done) for place, figure in enumerate(figures)]


def _reported(figure: Figure, year: str, *, flow: bool) -> Figure:
    open_time = _has(figure, ("reason.period.default",)) and not _has(figure, ("reason.repeat",))
    flow = (
        flow
        or figure.measure != "level"
        or figure.unit in ("VND", "USD")
        or (figure.unit == "percent" and figure.quote[-1] == "%")
        or figure.unit == "percentage_point"
        or figure.indicator in _COUNTED_FLOWS
        or figure.unit in _MADE_UNITS
        or (figure.indicator_text or "").lower().startswith(_MADE)
    )
    if not open_time or not flow or figure.role not in ("actual", "estimate"):
        return figure
    reasons = (*figure.reasons, message("reason.period.reported_year", year=year))
    return msgspec.structs.replace(figure, period=year, reasons=reasons)


def settle_tasks(
    figures: Iterable[Figure], tasks: Iterable[Directive], asked: Iterable[Proposal]
) -> tuple[Figure, ...]:
    """A number inside a task or a request is what is to be reached, unless its own clause says that it was.

    What is asked of a higher level belongs to no period but one that the sentence states.
    """
    requests = sorted((one.start, one.end) for one in asked)
    ordered = sorted(tasks, key=attrgetter("start"))
    spans = sorted((*((task.start, task.end) for task in ordered), *requests))
    settled: list[Figure] = []
    done: Figure | None = None
    for figure in figures:
        goes_on = done is not None and figure.start - done.end < _GOES_ON and _has(figure, ("reason.role.list",))
        one = _as_task(figure) if not goes_on and _lies_in(figure.start, spans) else figure
        told = figure.role == "actual" and (goes_on or _has(figure, ("reason.role.clause",)))
        done = figure if told else None
        if one.role == "target" and not one.period_stated:
            one = _due_with(one, ordered)
            one = msgspec.structs.replace(one, period=None) if _lies_in(one.start, requests) else one
        settled.append(one)
    return tuple(settled)


_GOES_ON = 120
"""So near a number goes on about the one before, as in one sentence."""


def _due_with(figure: Figure, tasks: list[Directive]) -> Figure:
    """What a task sets without a time of its own is to be reached by the day on which the task is due."""
    number = bisect_right(tasks, figure.start, key=attrgetter("start")) - 1
    task = tasks[number] if number >= 0 and figure.start < tasks[number].end else None
    if task is None or figure.period is not None or not (task.deadline or "").startswith("by:"):
        return figure
    reasons = (*figure.reasons, message("reason.period.due", period=task.deadline or ""))
    return msgspec.structs.replace(figure, period=task.deadline, reasons=reasons)


def _lies_in(place: int, spans: list[tuple[int, int]]) -> bool:
    """Whether a place lies in one of the sorted spans, which do not overlap."""
    number = bisect_right(spans, place, key=itemgetter(0)) - 1
    return number >= 0 and place < spans[number][1]


def _as_task(figure: Figure) -> Figure:
    part = (figure.indicator_text or "").lower() in words_of("role")["plan_part"]
    if (
        figure.role not in ("actual", "projection")
        or part
        or _has(figure, ("reason.role.clause", "reason.role.past", "reason.repeat"))
    ):
        return figure
    reasons = (*figure.reasons, message("reason.role.task"))
    period = None if _has(figure, ("reason.period.default",)) else figure.period
    if period is not None and figure.period_stated and period.startswith("at:"):
        period = f"by:{period.removeprefix('at:')}"
    return msgspec.structs.replace(figure, role="target", period=period, reasons=reasons)
