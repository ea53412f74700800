"""Projects of public investment as pages show them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import get_args

import msgspec
from django.urls import reverse

from camket.model.investment import MonthLine, PlanGiver, ProjectStanding, Rate
from camket.model.message import message
from camket.report.dates import day as written
from camket.report.marked import shown
from camket.report.months import MonthBar, month_bars
from camket.report.numbers import amount, axis, number
from camket.server.pages.naming import body_name
from camket.words import Language, say, term

_CENT = Decimal("0.01")


class ShownRate(msgspec.Struct, frozen=True, kw_only=True):
    """Money against one denominator, in words: `45,2% (452/1.000 tỷ đồng)`; empty where there is no such plan."""

    giver: str
    share: str = ""
    part: str = ""
    whole: str = ""
    projects: int = 0
    without: int = 0
    untold: int = 0


class ProjectLine(msgspec.Struct, frozen=True, kw_only=True):
    """A project in the list."""

    address: str
    name: str
    owner: str
    ends: str
    rates: tuple[ShownRate, ...]
    carried: ShownRate | None
    disbursed: str
    told: str
    growth: str
    behind: str
    had: str
    needed: str
    late: bool
    past: str
    tone: str


class MonthRow(msgspec.Struct, frozen=True, kw_only=True):
    """A month in the table below the chart."""

    name: str
    until: str
    disbursed: str
    last_year: str
    growth: str
    projects: int


GIVERS: tuple[PlanGiver, ...] = get_args(PlanGiver)


def money_of(value: Decimal | None, language: Language) -> str:
    """An amount in words; empty for None."""
    return amount(_rounded(value), "VND", language) if value is not None else ""


def _rounded(value: Decimal) -> Decimal:
    """To a hundredth of the unit in which it is written: tables tell money no more exactly."""
    for size in (Decimal(10**9), Decimal(10**6)):
        if abs(value) >= size:
            return (value / size).quantize(_CENT) * size
    return value


def percent(value: Decimal | None, language: Language) -> str:
    """A percentage as printed; empty for None."""
    return f"{number(value, language)}%" if value is not None else ""


def signed(value: Decimal | None, language: Language) -> str:
    """A change in percent with its sign."""
    shown_ = percent(value, language)
    return say(message("number.plus", value=shown_), language) if value is not None and value > 0 else shown_


def shown_rate(rate: Rate, language: Language) -> ShownRate:
    """Money against one denominator."""
    return ShownRate(
        giver=term(f"investment.giver.{'carried' if rate.carried else rate.giver}", language),
        share=percent(rate.share, language),
        part=money_of(rate.part, language),
        whole=money_of(rate.whole, language),
        projects=rate.projects,
        without=len(rate.without),
        untold=rate.untold,
    )


def project_line(each: ProjectStanding, givers: Sequence[PlanGiver], language: Language, query: str) -> ProjectLine:
    """A project with a place for each denominator of the list."""
    own = {rate.giver: rate for rate in each.rates if not rate.carried}
    carried = next((rate for rate in each.rates if rate.carried), None)
    bad = each.days_past > 0 or (each.late and each.behind is not None and each.behind > 0)
    return ProjectLine(
        address=reverse("project", args=[each.project.id]) + query,
        name=shown(each.project.name),
        owner=body_name(each.project.owner, language),
        ends=written(each.project.ends, language) if each.project.ends is not None else "",
        rates=tuple(
            shown_rate(own[giver], language)
            if giver in own
            else ShownRate(giver=term(f"investment.giver.{giver}", language))
            for giver in givers
        ),
        carried=shown_rate(carried, language) if carried is not None else None,
        disbursed=money_of(each.disbursed, language),
        told=written(each.told, language) if each.told is not None else "",
        growth=signed(each.growth, language),
        behind=_behind(each, language),
        had=money_of(each.had_a_month, language),
        needed=money_of(each.needed_a_month, language),
        late=each.late,
        past=say(message("investment.past", count=each.days_past), language) if each.days_past else "",
        tone="bad" if bad else "quiet" if each.behind is None else "good" if not each.left else "fair",
    )


def _behind(each: ProjectStanding, language: Language) -> str:
    """By how many points it is behind even spending, or ahead of it."""
    if each.behind is None:
        return ""
    code = "investment.behind" if each.behind > 0 else "investment.ahead"
    return say(message(code, points=number(abs(each.behind), language)), language)


def month_rows(lines: Sequence[MonthLine], language: Language) -> tuple[MonthRow, ...]:
    """The months that are known, this year or the year before."""
    return tuple(
        MonthRow(
            name=month_name(line.month, language),
            until=written(line.until, language),
            disbursed=money_of(line.disbursed, language),
            last_year=money_of(line.last_year, language),
            growth=signed(_growth(line), language),
            projects=line.projects,
        )
        for line in lines
        if line.disbursed is not None or line.last_year is not None
    )


def month_name(month: int, language: Language) -> str:
    """The month, the thirteenth as January of the next year."""
    return say(message("investment.month", month=month if month <= 12 else 1), language) + ("*" if month > 12 else "")


def _growth(line: MonthLine) -> Decimal | None:
    if line.disbursed is None or not line.last_year:
        return None
    return ((line.disbursed - line.last_year) / line.last_year * 100).quantize(_CENT)


def drawn(lines: Sequence[MonthLine], year: int, language: Language, *, width: int = 1080, height: int = 320) -> str:
    """The chart of months; empty where nothing is known."""
    known = [each for line in lines for each in (line.disbursed, line.last_year) if each is not None]
    if not known:
        return ""
    scale = axis(max(known), "VND", language)
    bars = [
        MonthBar(
            name=str(line.month if line.month <= 12 else "1*"),
            value=line.disbursed / scale.factor if line.disbursed is not None else None,
            before=line.last_year / scale.factor if line.last_year is not None else None,
            label=_said(line, year, language),
        )
        for line in lines
    ]
    title = say(message("investment.chart", year=year, before=year - 1), language)
    return month_bars(bars, title, scale.unit, lambda value: number(value, language), width=width, height=height)


def _said(line: MonthLine, year: int, language: Language) -> str:
    """What a bar shows, for those who do not see it."""
    values = (money_of(each, language) or "–" for each in (line.disbursed, line.last_year))
    value, before = values
    told = message("investment.bar", month=month_name(line.month, language), year=year, value=value, before=before)
    return say(told, language)
