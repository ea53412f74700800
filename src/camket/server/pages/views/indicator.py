"""`/chi-tieu/<indicator>/<area>`: a series through time, as chart, as table, and as what every source says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

import msgspec
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from camket import catalogue
from camket.errors import CatalogueError
from camket.model.message import message
from camket.model.period import parse_period
from camket.model.series import Statement
from camket.report import history
from camket.report.chart import draw
from camket.report.dates import day, period
from camket.report.facts import value_of
from camket.report.layout import shortened
from camket.report.marked import shown
from camket.report.naming import area_name, indicator_name, word
from camket.report.numbers import axis, number
from camket.report.outlook import Outlook, outlook
from camket.resolve.areas import boundary, forms
from camket.server.pages import series_page
from camket.server.pages.asked import one_of
from camket.server.pages.counting import values_read
from camket.server.pages.exports import MOST_ROWS, Row, asked_format, exported
from camket.server.pages.joined_page import AS_ONE, is_joined, joined_page
from camket.server.pages.language import address_with, addresses_with, language_of
from camket.server.pages.linking import hrefs
from camket.server.pages.paging import sheet
from camket.server.pages.seeing import reader_of
from camket.server.pages.sentences import address_of
from camket.server.pages.series_page import Choice, Held, Placed
from camket.server.pages.showing import Link, apart, boundary_name, place_name
from camket.server.registry import standing_seen
from camket.server.registry.access import Reader
from camket.server.registry.preferred import reason_of
from camket.words import Language, say, term

_EACH, _LONGEST_QUOTE, _MOST_CHOICES, _WIDE = 40, 160, 24, 1080
_COLUMNS = (
    "column.indicator", "column.name", "column.area_code", "column.area", "column.measure", "column.period",
    "column.amount", "column.high", "column.unit", "column.comparator", "column.role", "column.release",
    "column.price_basis", "column.period_basis", "column.breakdown", "column.boundary", "column.in_use",
    "column.method_note", "column.source", "column.said_by", "column.published", "column.source_url",
    "column.address",
)  # fmt: skip


class ShownOther(msgspec.Struct, frozen=True):
    """Another number that has been published for a period, and what decided against it."""

    link: Link
    about: str


class ShownPeriod(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the table under the chart."""

    period: str
    area: str
    value: Link | None
    preferred: str
    role: str
    others: tuple[ShownOther, ...]
    targets: tuple[Link, ...]
    statements: str


class ShownStatement(msgspec.Struct, frozen=True, kw_only=True):
    """What one source says."""

    period: str
    value: Link
    mention: str
    role: str
    quote: str
    source: str
    said_by: str
    published: str
    area: str
    in_use: bool
    review: str
    read: str


def indicator(request: HttpRequest, id_: str, area: str) -> HttpResponse:
    """A series: `chuoi` names it, `dia-gioi` a boundary, `do-dai` the length of its periods, `thoi-ky` one period."""
    name = _name(id_, language_of(request))
    language = language_of(request)
    reader = reader_of(request)
    found = series_page.choices(id_, area, reader)
    if not found:
        raise Http404
    choice = _chosen(request, found)
    known = series_page.boundaries(choice)
    joined = is_joined(area)
    only = one_of(request, "dia-gioi", (*known, *([AS_ONE] if joined else [])))
    frame = {
        "name": name,
        "title": _title(name, choice, language),
        "place": forms(area)[-1],
        "place_name": place_name(area, language),
        "series": _series_links(request, found[:_MOST_CHOICES], choice, language),
        "boundaries": _boundary_links(request, known, only, language, joined=joined),
        "csv": address_with(request, format="csv", trang=""),
        "xlsx": address_with(request, format="xlsx", trang=""),
    }
    if only == AS_ONE:
        return joined_page(request, choice, area, frame, language)
    when = parse_period(request.GET.get("thoi-ky", ""))
    placements = series_page.statements(choice, only, when, reader)
    if asked_format(request):
        rows = _rows(request, placements[:MOST_ROWS], name, language)
        return exported(request, f"{id_}-{forms(area)[-1]}", _COLUMNS, rows)
    asked = one_of(request, "do-dai", history.GRAINS)
    held = series_page.held(choice, asked or None, only, reader)  # type: ignore[arg-type]  # one of the grains
    page = sheet(request, placements, _EACH)
    said = series_page.read(page.rows)
    table, of_period = history.rows_of(held.standings), addresses_with(request, "thoi-ky", trang="")
    links = hrefs([*_named(table), *(statement.id for _, statement in said)], reader)
    context = {
        **frame,
        "grains": [
            (
                term(f"grain.{each}", language),
                count,
                address_with(request, **{"do-dai": each, "trang": ""}),
                each == held.grain,
            )
            for each, count in held.grains
        ],
        **_drawn(table, held, choice, f"{frame['title']}, {frame['place_name']}", links, language),
        "rows": [_period(of_period, row, links, len(known) > 1, language) for row in table],
        "left_out": held.left_out,
        "page": page,
        "statements": _statements(said, page.rows, reader, links, len(known) > 1, language),
        "only_period": period(str(when), language) if when else "",
        "all_periods": address_with(request, **{"thoi-ky": "", "trang": ""}),
    }
    return render(request, "pages/indicator.html", context)


def _drawn(
    table: Sequence[history.Row], held: Held, choice: Choice, title: str, links: Mapping[str, str], language: Language
) -> dict[str, object]:
    """The chart in two widths with the forecast, and the forecast itself."""
    chart, ahead = history.chart_of(table, title, links, language, name="rong"), _outlook(held, choice, language)
    if ahead is not None and ahead.fan is not None:
        chart = msgspec.structs.replace(chart, courses=(ahead.fan,))
    narrow, number_ = msgspec.structs.replace(chart, name="hep"), history.axis_number(language)
    return {
        "chart": "" if chart.is_empty else draw(chart, number_, width=_WIDE, height=400),
        "narrow_chart": "" if chart.is_empty else draw(narrow, number_, width=360, height=300),
        "ahead": ahead,
    }


def _outlook(held: Held, choice: Choice, language: Language) -> Outlook | None:
    """The forecast of years or of quarters, in the unit of the chart."""
    if held.grain not in ("year", "quarter"):
        return None
    actual = [each for each in held.standings if each.statement.is_actual]
    largest = max((abs(each.statement.figure.value) for each in actual), default=Decimal(1))
    return outlook(actual, axis(largest or Decimal(1), choice.series.unit, language).factor, language, held.grain)


def _name(id_: str, language: Language) -> str:
    try:
        catalogue.indicator(id_)
    except CatalogueError:
        raise Http404 from None
    return indicator_name(id_, None, language)


def _chosen(request: HttpRequest, found: Sequence[Choice]) -> Choice:
    key = one_of(request, "chuoi", [each.key for each in found], found[0].key)
    return next(each for each in found if each.key == key)


def _title(name: str, choice: Choice, language: Language) -> str:
    about = _about(choice, language)
    return f"{name}: {about}" if about else name


def _about(choice: Choice, language: Language) -> str:
    """What sets a series apart from others of its indicator."""
    series = choice.series
    priced = series.price_basis and series.measure not in ("rank", "share_of_plan")
    basis = word(f"price.{series.price_basis}", language) if priced else ""
    based = any(name == "base" for name, _ in series.breakdown)
    measure = "" if based and series.measure == "growth" else term(f"measure.{series.measure}", language)
    days = "" if series.period_basis == "calendar" else say(message("series.days", days=series.period_basis), language)
    return ", ".join(filter(None, (measure, *apart(series.breakdown, language), basis, days)))


def _unit_note(choice: Choice, language: Language) -> str:
    return "" if choice.series.measure == "rank" else axis(Decimal(1), choice.series.unit, language).unit


def _series_links(
    request: HttpRequest, found: Sequence[Choice], chosen: Choice, language: Language
) -> list[tuple[str, int, str, bool]]:
    """The series as links: what it is, how many values it has, its address, whether it is shown."""
    units = {each.series.unit for each in found}
    cleared = {"do-dai": "", "dia-gioi": "", "thoi-ky": "", "trang": ""}
    return [
        (
            _capital(", ".join(filter(None, (_about(each, language), _unit_note(each, language) * (len(units) > 1))))),
            each.values,
            address_with(request, chuoi=each.key, **cleared),
            each is chosen,
        )
        for each in found
    ]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _boundary_links(
    request: HttpRequest, known: Sequence[str], only: str, language: Language, *, joined: bool
) -> list[tuple[str, str, bool]]:
    """The boundaries as links, and joined areas as one; none where there is but one boundary."""
    if len(known) < 2 and not joined:
        return []
    everything = (term("boundary.all", language), address_with(request, **{"dia-gioi": "", "trang": ""}), not only)
    return [
        everything,
        *(
            (boundary_name(each, language), address_with(request, **{"dia-gioi": each, "trang": ""}), each == only)
            for each in known
        ),
        *([_as_one(request, only, language)] if joined else []),
    ]


def _as_one(request: HttpRequest, only: str, language: Language) -> tuple[str, str, bool]:
    address = address_with(request, **{"dia-gioi": AS_ONE, "do-dai": "", "thoi-ky": "", "trang": ""})
    return term("boundary.joined", language), address, only == AS_ONE


def _named(rows: Sequence[history.Row]) -> Iterator[str]:
    for row in rows:
        yield from (each.id for each in row.targets)
        if row.actual is not None:
            yield row.actual.statement.id
            yield from (rival.id for rival, _ in history.others(row.actual))


def _period(
    of_period: Callable[[str], str], row: history.Row, links: Mapping[str, str], several: bool, language: Language
) -> ShownPeriod:
    actual = row.actual
    return ShownPeriod(
        period=period(row.period, language),
        area=boundary_name(row.area, language) if several else "",
        value=_linked(actual.statement, links, language) if actual is not None else None,
        preferred=_preferred(actual.statement) if actual is not None else "",
        role=history.role_name(actual.statement, language) if actual is not None else "",
        others=tuple(
            ShownOther(
                _linked(rival, links, language),
                f"{history.role_name(rival, language)}; {term(why.code.replace('registry.', 'rival.'), language)}",
            )
            for rival, why in (history.others(actual) if actual is not None else ())
        ),
        targets=tuple(_linked(each, links, language) for each in row.targets),
        statements=f"{of_period(row.period)}#cau-trich",
    )


def _preferred(statement: Statement) -> str:
    """Why it is preferred; such figures are few, so each asks."""
    return shown(reason_of(statement.id)) if statement.preferred else ""


def _linked(statement: Statement, links: Mapping[str, str], language: Language) -> Link:
    return Link(value_of(statement.figure, language), links[statement.id])


def _statements(
    said: Sequence[tuple[int, Statement]], rows: Sequence[Placed], reader: Reader, links: Mapping[str, str],
    several: bool, language: Language,
) -> list[ShownStatement]:  # fmt: skip
    used, verdicts = standing_seen.in_use(reader, [key for key, _ in said]), series_page.verdicts(rows)
    read = values_read(verdicts, language)
    return [
        ShownStatement(
            period=period(str(each.period) if each.period else None, language),
            value=_linked(each, links, language),
            mention=address_of(each.id),
            role=history.role_name(each, language),
            quote=shortened(each.source.quote or "", _LONGEST_QUOTE),
            source=shortened(each.source.name, _LONGEST_QUOTE),
            said_by=each.figure.said_by or "",
            published=day(each.source.published, language) if each.source.published else "",
            area=boundary_name(boundary(each.series.area), language) if several and each.series is not None else "",
            in_use=key in used,
            review=_review(each, verdicts.get(key), language),
            read=read.get(key, ""),
        )
        for key, each in said
    ]


def _review(statement: Statement, verdict: str | None, language: Language) -> str:
    """Where the review of a statement stands; published series are of no paper that could be read wrongly."""
    return term(f"review.mark.{verdict or 'machine'}", language) if statement.source.start is not None else ""


def _rows(request: HttpRequest, placements: Sequence[Placed], name: str, language: Language) -> Iterator[Row]:
    """Every statement with what a reader of the file must know of it."""
    reader, said = reader_of(request), series_page.read(placements)
    used, verdicts = standing_seen.in_use(reader, [key for key, _ in said]), series_page.verdicts(placements)
    links = hrefs((statement.id for _, statement in said), reader)
    for key, each in said:
        figure, series = each.figure, each.series
        if series is None:
            continue
        yield (
            series.indicator,
            name,
            series.area,
            area_name(series.area, language),
            term(f"measure.{series.measure}", language),
            str(each.period or ""),
            figure.value,
            figure.value_high,
            axis(Decimal(1), series.unit, language).unit,
            word(f"comparator.{figure.comparator}", language),
            word(f"role.{figure.role}", language),
            word(f"vintage.{figure.vintage}", language) if figure.vintage else "",
            word(f"price.{series.price_basis}", language) if series.price_basis else term("price.none", language),
            series_page.period_basis(series.period_basis, language),
            "; ".join(f"{name}={value}" for name, value in series.breakdown),
            boundary_name(boundary(series.area), language),
            term("answer.yes" if key in used else "answer.no", language),
            _method_note(each, verdicts.get(key), language),
            each.source.title or each.source.document,
            figure.said_by,
            each.source.published,
            each.source.url or "",
            request.build_absolute_uri(links[each.id]),
        )


def _method_note(statement: Statement, verdict: str | None, language: Language) -> str:
    """How the number came here and what it can mean."""
    if statement.source.start is None:
        return term("note.published", language)
    if verdict is not None:
        return say(message(f"note.{verdict}", interval=str(statement.interval)), language)
    sure = number((Decimal(str(statement.figure.confidence)) * 100).quantize(Decimal(1)), language)
    return say(message("note.machine_read", sure=sure, interval=str(statement.interval)), language)


PATHS = (path("chi-tieu/<slug:id_>/<slug:area>", indicator, name="indicator"),)
