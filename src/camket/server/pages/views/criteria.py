"""`/tieu-chi`, `/dia-ban/<slug>/tieu-chi`: how an area stands by the sets of criteria in force on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.timezone import localdate

from camket import catalogue
from camket.assess.criteria import check, sets_of
from camket.assess.criteria.held import COUNTRY, Held
from camket.assess.readings import Values
from camket.model.criteria import CriteriaSet
from camket.model.period import parse_period
from camket.model.series import Statement
from camket.report.criteria import CriteriaView, CriterionRow, criteria_view
from camket.report.dates import day
from camket.report.naming import area_name
from camket.resolve.areas import boundary, forms
from camket.server.pages import area_values, index_section
from camket.server.pages.addresses import Entry
from camket.server.pages.exports import Row, asked_format, exported
from camket.server.pages.language import address_with, language_of
from camket.server.pages.linking import hrefs, indicator_address
from camket.server.pages.of_place import of_place, of_usual_place
from camket.server.pages.seeing import reader_of
from camket.server.pages.showing import place_name
from camket.server.registry.access import Reader
from camket.words import Language

_COLUMNS = (
    "column.set", "column.criterion", "column.state", "column.value", "column.period", "column.required",
    "column.gap", "column.passes", "column.points", "column.reason", "column.address",
)  # fmt: skip


class ShownCriterion(msgspec.Struct, frozen=True, kw_only=True):
    """A criterion with the addresses of the sentences of its value, and of the page of its indicator."""

    row: CriterionRow
    href: str
    more: tuple[str, ...]
    indicator: str


class ShownSet(msgspec.Struct, frozen=True, kw_only=True):
    """A set with its criteria."""

    view: CriteriaView
    criteria: tuple[ShownCriterion, ...]


def usual(request: HttpRequest) -> HttpResponse:
    """The place that most plans are of."""
    return of_usual_place(request, _page)


def criteria(request: HttpRequest, slug: str) -> HttpResponse:
    """A place, named by any of its forms; `ngay` is the day, which chooses the sets."""
    return of_place(request, slug, _page)


def _page(request: HttpRequest, slug: str) -> HttpResponse:
    language, reader, when = language_of(request), reader_of(request), _day(request)
    form = _form(slug, when)
    asked = sets_of(form, when) if form else ()
    statements, told = _standing(asked, slug, reader), _told(asked, slug, reader)
    views = _views(asked, form, when, (statements, told), language)
    if asked_format(request):
        return exported(request, f"tieu-chi-{forms(slug)[-1]}", _COLUMNS, _rows(request, views, reader))
    found = index_section.indices(slug, statements, told, reader, language)
    links = hrefs((*_mentions(views), *index_section.mentions(found)), reader)
    context = {
        "place": forms(slug)[-1],
        "place_name": place_name(slug, language),
        "has_page": any(each.series is not None and each.series.area in forms(slug) for each in statements),
        "form_name": area_name(form, language) if form else "",
        "day": when.isoformat(),
        "said_day": day(when, language),
        "here": request.path,
        "sets": tuple(_shown(views, form, links)),
        "indices": index_section.shown_indices(found, links, language),
        "csv": address_with(request, format="csv"),
        "xlsx": address_with(request, format="xlsx"),
    }
    return render(request, "pages/criteria.html", context)


def _day(request: HttpRequest) -> date:
    asked = parse_period(request.GET.get("ngay", ""))
    return asked.last if asked is not None and asked.first == asked.last else localdate()


def _form(slug: str, when: date) -> str:
    """The form of a place that stands on a day; empty where there is none."""
    return next((form for form in reversed(forms(slug)) if catalogue.area(form).stands_on(when)), "")


def _standing(asked: Iterable[CriteriaSet], slug: str, reader: Reader) -> tuple[Statement, ...]:
    """What stands of the place, of the one that it lies in and of the country, for the sets and the indices."""
    parent = catalogue.area(boundary(slug)).parent
    areas = {*forms(slug), COUNTRY, *(forms(parent) if parent is not None else ())}
    indices = index_section.indicators()
    return area_values.actuals(areas, {*_asked_for(asked), *indices}, reader, of_any_time=indices)


def _asked_for(asked: Iterable[CriteriaSet]) -> set[str]:
    return {each for one in asked for criterion in one.criteria for each in criterion.indicators}


def _told(asked: Iterable[CriteriaSet], slug: str, reader: Reader) -> tuple[Statement, ...]:
    """What papers compare with of the country, and the scores of what may be a part of an index."""
    compared = area_values.of_role([COUNTRY], _asked_for(asked))
    return area_values.besides([compared, area_values.named_in_papers(forms(slug), "score")], reader)


def _views(
    asked: Sequence[CriteriaSet],
    form: str,
    when: date,
    known: tuple[Sequence[Statement], Sequence[Statement]],
    language: Language,
) -> tuple[CriteriaView, ...]:
    if not asked:
        return ()
    statements, told = known
    held = Held(Values(statements), (*statements, *told))
    return tuple(criteria_view(check(each, boundary(form), held, when), each, language) for each in asked)


def _mentions(views: Iterable[CriteriaView]) -> Iterator[str]:
    return (id_ for view in views for row in view.rows for id_ in row.inputs)


def _shown(views: Iterable[CriteriaView], form: str, links: Mapping[str, str]) -> Iterator[ShownSet]:
    for view in views:
        yield ShownSet(view=view, criteria=tuple(_criterion(row, form, links) for row in view.rows))


def _criterion(row: CriterionRow, form: str, links: Mapping[str, str]) -> ShownCriterion:
    first, *more = [links[each] for each in row.inputs] or [""]
    known = bool(row.value) and bool(row.inputs)
    return ShownCriterion(
        row=row,
        href=first,
        more=tuple(filter(None, more)),
        indicator=indicator_address(row.indicator, form) if known and row.indicator else "",
    )


def _rows(request: HttpRequest, views: Iterable[CriteriaView], reader: Reader) -> Iterator[Row]:
    told = tuple(views)
    links = hrefs(_mentions(told), reader)
    for view in told:
        for row in view.rows:
            addresses = [request.build_absolute_uri(links[each]) for each in row.inputs if links[each]]
            yield (
                view.name, row.name, row.state, row.value, row.when, row.bound, row.gap, row.passes, row.points,
                row.reason, "; ".join(addresses),
            )  # fmt: skip


PATHS = (path("tieu-chi", usual, name="criteria"), path("dia-ban/<slug:slug>/tieu-chi", criteria, name="area-criteria"))
MENU = Entry(34, "criteria", "page.menu.criteria")
