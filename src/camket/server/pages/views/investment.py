"""`/dau-tu-cong`: projects of public investment at a closing day; `/dau-tu-cong/<slug>`: the money of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import get_args

import msgspec
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.safestring import mark_safe
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache

from camket.model.investment import PeriodBasis, PlanGiver, ProjectStanding, Rate
from camket.report.dates import day as written
from camket.report.marked import shown
from camket.server.pages.allowed import needs
from camket.server.pages.asked import day_of, one_of
from camket.server.pages.exports import MOST_ROWS, Row, asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.naming import body_name, who_did
from camket.server.pages.paging import sheet, takes
from camket.server.pages.views.tasks import SEEING
from camket.server.pages.work.projects import GIVERS, drawn, money_of, month_rows, project_line, shown_rate
from camket.server.registry import investments
from camket.server.registry.models import InvestmentMoney, InvestmentProject
from camket.words import Language, term
from camket.work.investment import Money, late_first, months, rule_of, standing, totals

_BASES: tuple[PeriodBasis, ...] = get_args(PeriodBasis)
_COLUMNS = (
    "column.project", "work.column.owner", "investment.giver.prime_minister", "investment.giver.council",
    "investment.giver.allotted", "investment.giver.unnamed", "investment.giver.carried", "investment.disbursed",
    "investment.carried_disbursed", "work.column.told", "investment.last_year", "investment.column.behind",
    "investment.had", "investment.needed", "column.link",
)  # fmt: skip

_AMOUNTS = (
    "investment.column.what", "work.column.told", "column.amount_vnd", "column.source", "column.entered_on",
    "column.audit_who",
)  # fmt: skip


class Amount(msgspec.Struct, frozen=True, kw_only=True):
    """One amount of a project, with the file that told it and who entered it when."""

    what: str
    until: str
    value: str
    source: str
    entered: str
    who: str


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """The year, closing day and basis of months that an address asks for, with the years that there are."""

    year: int
    day: date
    basis: PeriodBasis
    years: tuple[int, ...]

    @property
    def query(self) -> str:
        """The same as a question of an address."""
        return f"?nam={self.year}&ngay={self.day.isoformat()}&ky={self.basis}"


@never_cache
@needs(*SEEING)
def investment(request: HttpRequest) -> HttpResponse:
    """Totals by each denominator, the months of the year, and the projects, late ones first."""
    language, asked = language_of(request), _asked(request)
    projects, money = investments.projects(), investments.money((asked.year, asked.year - 1))
    every = [each for each in projects if not each.whole]
    told = [standing(each, money, asked.year, asked.day) for each in every]
    known = late_first(each for each in told if each.rates or each.disbursed is not None)
    if asked_format(request):
        return exported(
            request, f"dau-tu-cong-{asked.year}", _COLUMNS, _exported(request, known, money, asked, language)
        )
    rates = totals(known)
    givers = tuple(giver for giver in GIVERS if any(rate.giver == giver and not rate.carried for rate in rates))
    lines, rule = months(every, money, asked.year, asked.basis, asked.day), rule_of(asked.year)
    page = sheet(request, known)
    whole = [standing(each, money, asked.year, asked.day) for each in projects if each.whole]
    context = {
        "asked": asked,
        "bases": [(each, term(f"investment.basis.{each}", language)) for each in _BASES],
        "day": asked.day.isoformat(),
        "day_words": written(asked.day, language),
        "rates": [shown_rate(rate, language) for rate in rates],
        "printed": [shown_rate(rate, language) for each in whole for rate in each.rates],
        "givers": [term(f"investment.giver.{giver}", language) for giver in givers],
        "has_carried": any(rate.carried for rate in rates),
        "page": msgspec.structs.replace(
            page, rows=tuple(project_line(each, givers, language, asked.query) for each in page.rows)
        ),
        "late": sum(each.late and (each.behind or 0) > 0 for each in known),
        "months": month_rows(lines, language),
        "wide": mark_safe(drawn(lines, asked.year, language)),  # noqa: S308 - made by us of numbers
        "narrow": mark_safe(drawn(lines, asked.year, language, width=360, height=260)),  # noqa: S308 - as above
        "last": written(rule.last_of(asked.year), language),
        "rule": rule.source if language == "vi" else rule.source_en,
        "may_enter": request.user.has_perm("registry.plan"),
        **takes(request),
    }
    return render(request, "pages/investment.html", context)


def _asked(request: HttpRequest) -> Asked:
    """The year asked for, else the latest; the day asked for, else today, within the time of that year's money."""
    years = investments.years_told()
    today = localdate()
    typed = request.GET.get("nam", "")
    year = (
        int(typed)
        if typed.isascii() and typed.isdigit() and len(typed) == 4 and int(typed) in years
        else (years[0] if years else today.year)
    )
    last = rule_of(year).last_of(year)
    try:
        day = day_of(request.GET.get("ngay", ""))
    except ValueError:
        day = today
    if not date(year, 1, 1) <= day <= last:
        day = min(max(today, date(year, 1, 1)), last)
    basis = one_of(request, "ky", _BASES, "calendar")
    return Asked(year=year, day=day, basis="15-14" if basis == "15-14" else "calendar", years=years)


def _exported(
    request: HttpRequest, rows: Sequence[ProjectStanding], money: Money, asked: Asked, language: Language
) -> Iterator[Row]:
    for each in rows:
        own: dict[PlanGiver, Rate] = {rate.giver: rate for rate in each.rates if not rate.carried}
        carried = next((rate for rate in each.rates if rate.carried), None)
        spent = money.until(each.project.id, asked.year, asked.day, carried=True)
        yield (
            each.project.name, body_name(each.project.owner, language),
            *(own[giver].whole if giver in own else None for giver in GIVERS),
            carried.whole if carried is not None else None, each.disbursed, spent.amount if spent is not None else None,
            each.told, each.last_year, each.behind, each.had_a_month, each.needed_a_month,
            request.build_absolute_uri(reverse("project", args=[each.project.id])),
        )  # fmt: skip


@never_cache
@needs(*SEEING)
def project(request: HttpRequest, slug: str) -> HttpResponse:
    """Every amount that tables told of a project, the latest first, with where it is from."""
    row = InvestmentProject.objects.filter(slug=slug).first()
    if row is None:
        raise Http404
    language, asked = language_of(request), _asked(request)
    record = investments.project_record(row)
    money = investments.money((asked.year, asked.year - 1), slug)
    told = standing(record, money, asked.year, asked.day)
    lines = months((record,), money, asked.year, asked.basis, asked.day)
    amounts = InvestmentMoney.objects.filter(project=row).order_by("-year", "-until", "-id")
    if asked_format(request):
        return exported(request, slug, _AMOUNTS, (_amount_cells(each, language) for each in amounts[:MOST_ROWS]))
    page = sheet(request, amounts)
    context = {
        "asked": asked,
        "day": asked.day.isoformat(),
        "day_words": written(asked.day, language),
        "name": shown(record.name),
        "owner": body_name(record.owner, language),
        "line": project_line(told, GIVERS, language, ""),
        "rates": [shown_rate(rate, language) for rate in told.rates],
        "months": month_rows(lines, language),
        "wide": mark_safe(drawn(lines, asked.year, language)),  # noqa: S308 - made by us of numbers
        "narrow": mark_safe(drawn(lines, asked.year, language, width=360, height=260)),  # noqa: S308 - as above
        "page": msgspec.structs.replace(page, rows=tuple(_amount(each, language) for each in page.rows)),
        **takes(request),
    }
    return render(request, "pages/project.html", context)


def _amount(row: InvestmentMoney, language: Language) -> Amount:
    if row.until is None:
        giver = term(f"investment.giver.{'carried' if row.carried else row.giver}", language)
        what = f"{term('investment.plan', language)} {row.year}: {giver}"
    else:
        what = f"{term('investment.carried_disbursed' if row.carried else 'investment.disbursed', language)} {row.year}"
    return Amount(
        what=what,
        until=written(row.until, language) if row.until is not None else "",
        value=money_of(row.amount, language),
        source=row.source,
        entered=written(localdate(row.entered_at), language),
        who=who_did(row.entered_by, language),
    )


def _amount_cells(row: InvestmentMoney, language: Language) -> Row:
    told = _amount(row, language)
    return told.what, row.until, row.amount, told.source, localdate(row.entered_at), told.who


PATHS = (
    path("dau-tu-cong", investment, name="investment"),
    path("dau-tu-cong/<slug:slug>", project, name="project"),
)
