"""Public investment at a closing day: each denominator apart, beside the year before, with the pace that is needed."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from importlib import resources
from typing import get_args

import msgspec

from camket import plain_yaml
from camket.model.investment import (
    Disbursed,
    MonthLine,
    PeriodBasis,
    PlanGiver,
    Planned,
    Project,
    ProjectStanding,
    Rate,
)
from camket.typed import typed

_HUNDRED, _CENT, _ONE = Decimal(100), Decimal("0.01"), Decimal(1)
_DAYS_A_MONTH = Decimal("30.4375")
_CLOSES = 14
"""The day on which a month that runs from the 15th closes."""
_MONTHS = 13
"""Those of the year, and January of the next, in which its money can still be disbursed."""


class YearRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Until when the money of a year can be disbursed, from a day on; see `investment.yaml`."""

    since: date
    last_month: int
    last_day: int
    carried_month: int
    carried_day: int
    source: str
    source_en: str
    confidence: str

    def last_of(self, year: int, *, carried: bool = False) -> date:
        """The last day for the money of a year; that carried into it has its own."""
        month, day = (self.carried_month, self.carried_day) if carried else (self.last_month, self.last_day)
        return date(year if carried or month > _HALF_YEAR else year + 1, month, day)


_HALF_YEAR = 6


@cache
def year_rules() -> tuple[YearRule, ...]:
    """The rules, the newest first."""
    text = resources.files("camket.work").joinpath("investment.yaml").read_text(encoding="utf-8")
    rules = msgspec.convert(plain_yaml.load(text), typed(list[YearRule]))
    return tuple(sorted(rules, key=lambda each: each.since))[::-1]


def rule_of(year: int) -> YearRule:
    """The rule in force at the beginning of a year; before the first one the first."""
    return next((each for each in year_rules() if each.since <= date(year, 1, 1)), year_rules()[-1])


def closing_day(year: int, month: int, basis: PeriodBasis = "calendar") -> date:
    """The day with which a month closes: its last, or the 14th; month 13 is January of the next year."""
    if month > 12:
        year, month = year + 1, month - 12
    return date(year, month, _CLOSES if basis == "15-14" else monthrange(year, month)[1])


def year_before(day: date) -> date:
    """The same closing day of the year before: the last day of a month stays the last."""
    last = day.day == monthrange(day.year, day.month)[1]
    return date(day.year - 1, day.month, monthrange(day.year - 1, day.month)[1] if last else day.day)


class Money:
    """All that tables told, by project, so that one project is asked without looking at the others."""

    def __init__(self, planned: Iterable[Planned], disbursed: Iterable[Disbursed]) -> None:
        self._planned: dict[tuple[str, int], list[Planned]] = {}
        self._disbursed: dict[tuple[str, int, bool], list[Disbursed]] = {}
        for plan in planned:
            self._planned.setdefault((plan.project, plan.year), []).append(plan)
        for each in disbursed:
            self._disbursed.setdefault((each.project, each.year, each.carried), []).append(each)

    def plans(self, project: str, year: int, day: date) -> tuple[Planned, ...]:
        """The plan of each giver that holds on a day, money carried over apart; of several the latest."""
        found: dict[tuple[PlanGiver, bool], Planned] = {}
        for plan in sorted(self._planned.get((project, year), ()), key=lambda each: each.day or date.min):
            if plan.day is None or plan.day <= day:
                found[plan.giver, plan.carried] = plan
        order = ((giver, own) for own in (False, True) for giver in get_args(PlanGiver))
        return tuple(found[each] for each in order if each in found)

    def until(self, project: str, year: int, day: date, *, carried: bool = False) -> Disbursed | None:
        """What was disbursed until a day, as last told by then; of two of one closing day the later one in order."""
        told = [each for each in self._disbursed.get((project, year, carried), ()) if each.until <= day]
        return max(enumerate(told), key=lambda each: (each[1].until, each[0]))[1] if told else None

    def at(self, project: str, year: int, day: date) -> Disbursed | None:
        """The same of exactly this closing day."""
        found = self.until(project, year, day)
        return found if found is not None and found.until == day else None

    def days(self, year: int) -> tuple[date, ...]:
        """The closing days of which anything is told, in order."""
        return tuple(sorted({each.until for (_, of, _), own in self._disbursed.items() if of == year for each in own}))

    def years(self) -> tuple[int, ...]:
        """The years with a plan or with money disbursed, the latest first."""
        told = {year for _, year in self._planned} | {year for _, year, _ in self._disbursed}
        return tuple(sorted(told, reverse=True))


def standing(project: Project, money: Money, year: int, day: date) -> ProjectStanding:
    """Where a project stands at a closing day.

    Args:
        project: the project.
        money: what tables told.
        year: of the plan.
        day: the closing day; what was told until then counts.
    """
    told, plans = money.until(project.id, year, day), money.plans(project.id, year, day)
    carried = money.until(project.id, year, day, carried=True)
    rates = tuple(rate for plan in plans if (rate := _rate(plan, carried if plan.carried else told)) is not None)
    before = money.at(project.id, year - 1, year_before(told.until)) if told is not None else None
    last_year = before.amount if before is not None else None
    growth = _share(told.amount - last_year, last_year) if told is not None and last_year else None
    last = rule_of(year).last_of(year)
    expected = _expected(year, told.until if told is not None else day, last)
    main = next((plan for plan in plans if not plan.carried), None)
    made = ProjectStanding(
        project=project,
        year=year,
        day=day,
        rates=rates,
        disbursed=told.amount if told is not None else None,
        told=told.until if told is not None else None,
        last_year=last_year,
        growth=growth,
        expected=expected,
    )
    return _paced(made, main, last) if main is not None and told is not None else made


def _paced(made: ProjectStanding, plan: Planned, last: date) -> ProjectStanding:
    """The same with how far it is behind, and the pace that is needed until the last day."""
    amount, told = made.disbursed or Decimal(0), made.told or made.day
    left = max(plan.amount - amount, Decimal(0))
    gone = Decimal(max((told - date(made.year, 1, 1)).days + 1, 1)) / _DAYS_A_MONTH
    ahead = Decimal((last - told).days) / _DAYS_A_MONTH
    share = _share(amount, plan.amount)
    needed = (left / ahead).quantize(_ONE) if ahead > 0 else None
    had = (amount / gone).quantize(_ONE)
    ends = made.project.ends
    return msgspec.structs.replace(
        made,
        behind=made.expected - share if share is not None else None,
        left=left,
        had_a_month=had,
        needed_a_month=needed,
        late=left > 0 and (needed is None or had < needed),
        days_past=max((made.day - ends).days, 0) if ends is not None and left > 0 else 0,
    )


def late_first(standings: Iterable[ProjectStanding]) -> tuple[ProjectStanding, ...]:
    """Late ones first: those past their own day, then those that are furthest behind even spending.

    Those of which too little is known to tell stand at the end.
    """
    return tuple(
        sorted(
            standings,
            key=lambda each: (-min(each.days_past, 1), each.behind is None, -(each.behind or 0), each.project.name),
        )
    )


def totals(standings: Sequence[ProjectStanding]) -> tuple[Rate, ...]:
    """All projects together, by each denominator: only projects that have such a plan stand in part and whole."""
    found = []
    for carried in (False, True):
        for giver in get_args(PlanGiver):
            own = [rate for each in standings for rate in each.rates if (rate.giver, rate.carried) == (giver, carried)]
            if not own:
                continue
            part, whole = sum((rate.part for rate in own), Decimal(0)), sum((rate.whole for rate in own), Decimal(0))
            without = () if carried else tuple(each.project.id for each in standings if _lacks(each, giver))
            found.append(
                Rate(
                    giver=giver,
                    carried=carried,
                    part=part,
                    whole=whole,
                    share=_share(part, whole),
                    projects=len(own),
                    without=without,
                    untold=sum(rate.untold for rate in own),
                )
            )
    return tuple(found)


def _lacks(standing: ProjectStanding, giver: PlanGiver) -> bool:
    """Whether a project has spent money and has no plan of a giver."""
    return bool(standing.disbursed) and not any(rate.giver == giver and not rate.carried for rate in standing.rates)


def months(
    projects: Sequence[Project], money: Money, year: int, basis: PeriodBasis = "calendar", day: date = date.max
) -> tuple[MonthLine, ...]:
    """Month by month what was disbursed from the beginning of the year, beside the year before.

    A month counts the projects of which a table tells a day within it; a month of which none tells has no value.

    Args:
        projects: whose money is added up.
        money: what tables told.
        year: of the plan.
        basis: how months run.
        day: the day after which nothing of this year is looked at.
    """
    found = []
    for month in range(1, _MONTHS + 1):
        until = closing_day(year, month, basis)
        first = closing_day(year, month - 1, basis) if month > 1 else date(year - 1, 12, 31)
        own, before = (
            [
                told.amount
                for project in projects
                if (told := money.until(project.id, of, last)) is not None and told.until > start
            ]
            for of, last, start in ((year, min(until, day), first), (year - 1, year_before(until), year_before(first)))
        )
        found.append(
            MonthLine(
                month=month,
                until=until,
                disbursed=sum(own, Decimal(0)) if own else None,
                last_year=sum(before, Decimal(0)) if before else None,
                projects=len(own),
            )
        )
    return tuple(found)


def _rate(plan: Planned, told: Disbursed | None) -> Rate | None:
    part = told.amount if told is not None else Decimal(0)
    return Rate(
        giver=plan.giver,
        carried=plan.carried,
        part=part,
        whole=plan.amount,
        share=_share(part, plan.amount) if told is not None else None,
        untold=0 if told is not None else 1,
    )


def _share(part: Decimal, whole: Decimal) -> Decimal | None:
    return (part / whole * _HUNDRED).quantize(_CENT, ROUND_HALF_UP) if whole else None


def _expected(year: int, day: date, last: date) -> Decimal:
    """What even spending from the first day of the year to the last day would have reached by a day."""
    whole = (last - date(year, 1, 1)).days + 1
    gone = min(max((day - date(year, 1, 1)) + timedelta(days=1), timedelta()), timedelta(days=whole)).days
    return (Decimal(gone) / whole * _HUNDRED).quantize(_CENT, ROUND_HALF_UP)
