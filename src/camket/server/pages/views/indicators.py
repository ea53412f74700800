"""`/chi-tieu`: the indicators of a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from camket.grammar.fold import plain
from camket.report.dates import day, period
from camket.report.headline import Headline
from camket.report.naming import area_name, indicator_name, measure_name, word
from camket.report.numbers import axis
from camket.resolve.areas import forms
from camket.server.pages import boards
from camket.server.pages.addresses import Entry
from camket.server.pages.asked import one_of
from camket.server.pages.board_lines import HeadlinePage
from camket.server.pages.exports import Row, asked_format, exported
from camket.server.pages.language import address_with, language_of
from camket.server.pages.linking import hrefs
from camket.server.pages.paging import sheet
from camket.server.pages.seeing import reader_of
from camket.server.pages.showing import headline_remark, place_name, shown_headline, statements_of_headline
from camket.words import Language, term

_COLUMNS = (
    "column.indicator", "column.name", "column.measure", "column.area", "column.period", "column.amount", "column.unit",
    "column.role", "column.price_basis", "column.boundary", "column.source", "column.address",
)  # fmt: skip


def indicators(request: HttpRequest) -> HttpResponse:
    """The indicators of which a place has values, each with the latest; `loc` looks for a word of the name."""
    language, board = language_of(request), boards.current(reader_of(request))
    places = list(
        board.places.filter(values_held__gt=0).order_by("-values_held", "place").values_list("place", flat=True)
    )
    place = one_of(request, "dia-ban", places, board.usual_area)
    row = board.places.filter(place=place).first()
    sought = request.GET.get("loc", "")[:100]
    found = boards.headlines_of(row) if row is not None else HeadlinePage()
    lines = _sought(found, sought)
    if asked_format(request):
        return exported(request, f"chi-tieu-{place or 'camket'}", _COLUMNS, _rows(request, lines, language))
    page = sheet(request, lines)
    links = hrefs((each for line in page.rows for each in statements_of_headline(line)), reader_of(request))
    shown = [shown_headline(line, place, links, language) for line in page.rows]
    context = {
        "page": page,
        "rows": shown,
        "place_name": place_name(place, language) if place else "",
        "places": [(each, place_name(each, language), each == place) for each in places],
        "sought": sought,
        "remark": headline_remark(shown, found.since, language),
        "as_of": day(board.as_of, language) if board.as_of else "",
        "csv": address_with(request, format="csv", trang=""),
        "xlsx": address_with(request, format="xlsx", trang=""),
    }
    return render(request, "pages/indicators.html", context)


def _sought(found: HeadlinePage, words: str) -> Sequence[Headline]:
    """The indicators whose names hold all the words, with or without marks, in either language."""
    wanted, lines = plain(words.lower()).split(), found.lines
    if not wanted:
        return lines
    names = enumerate(map(_names, found.indicators()))
    return [lines[place] for place, name in names if all(word in name for word in wanted)]


def _names(indicator: str) -> str:
    return plain(" ".join((indicator_name(indicator, None, "vi"), indicator_name(indicator, None, "en"))).lower())


def _rows(request: HttpRequest, lines: Iterable[Headline], language: Language) -> Iterator[Row]:
    held = list(lines)
    links = hrefs((line.latest.statement for line in held), reader_of(request))
    for line in held:
        latest = line.latest
        yield (
            line.indicator,
            indicator_name(line.indicator, None, language),
            measure_name(line.measure, language),
            area_name(forms(latest.area)[-1], language),
            period(latest.period, language),
            latest.value,
            axis(Decimal(1), line.unit, language).unit,
            word(f"role.{latest.role}", language),
            word(f"price.{line.price_basis}", language) if line.price_basis else term("price.none", language),
            area_name(latest.area, language),
            latest.source.title or latest.source.document,
            request.build_absolute_uri(links[latest.statement]),
        )


PATHS = (path("chi-tieu", indicators, name="indicators"),)
MENU = Entry(30, "indicators", "page.menu.indicators")
