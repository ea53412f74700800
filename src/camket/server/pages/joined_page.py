"""The page of an indicator on the boundary of areas that were joined: their series as one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

import msgspec
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from camket.assess.boundary import Joined, Joint, joint, joint_parts, needed
from camket.model.message import message
from camket.model.series import Series
from camket.report import history
from camket.report.chart import draw
from camket.report.dates import day
from camket.report.joined import JoinedRow, Piece, grains, joined_chart, joined_rows, of_grain
from camket.report.naming import area_name, word
from camket.report.numbers import axis
from camket.report.outlook import Outlook, outlook_of_joined
from camket.resolve.areas import forms
from camket.server.pages import series_page
from camket.server.pages.asked import one_of
from camket.server.pages.exports import Row, asked_format, exported
from camket.server.pages.language import address_with
from camket.server.pages.linking import hrefs
from camket.server.pages.seeing import reader_of
from camket.server.pages.series_page import Choice, period_basis
from camket.server.registry import models
from camket.server.registry.access import Reader
from camket.words import Language, say, term

AS_ONE = "mot-dia-ban"
"""How an address asks for it, in the place of a boundary."""
_MOST, _WIDE, _NARROW = 600, 1080, 360
_COLUMNS = (
    "column.indicator", "column.name", "column.area_code", "column.area", "column.measure", "column.period",
    "column.value", "column.low", "column.high", "column.unit", "column.price_basis", "column.period_basis",
    "column.boundary", "column.how", "column.made_of", "column.address",
)  # fmt: skip


class ShownPiece(msgspec.Struct, frozen=True, kw_only=True):
    """A statement that a number was worked out of, with the address of its sentence."""

    name: str
    value: str
    href: str


class ShownRow(msgspec.Struct, frozen=True, kw_only=True):
    """A period as its table shows it."""

    key: str
    when: str
    value: str
    between: str
    how: str
    is_estimate: bool
    pieces: tuple[ShownPiece, ...]


def is_joined(area: str) -> bool:
    """Whether a place came of a merger, so that it can be asked for as one."""
    return bool(joint_parts(forms(area)[-1]))


def joined_page(
    request: HttpRequest, choice: Choice, area: str, context: Mapping[str, Any], language: Language
) -> HttpResponse:
    """The page; `context` holds what it shares with the page of each boundary for itself."""
    board = _board(choice, area, reader_of(request))
    held = grains(board)
    usual: history.Grain = "year" if held.get("year") else next(iter(held), "year")
    grain = one_of(request, "do-dai", list(held), usual)
    rows = of_grain(board, grain)  # type: ignore[arg-type]  # one of those that are there
    shown = joined_rows(rows, choice.series, language)
    links = hrefs((piece.statement for row in shown for piece in row.pieces), reader_of(request))
    if asked_format(request):
        series = msgspec.structs.replace(choice.series, area=board.area)
        own = _of_series(series, context["name"], board, language)
        name = f"{series.indicator}-{board.area}"
        return exported(request, name, _COLUMNS, _rows(request, rows, shown, links, own))
    title = f"{context['title']}, {context['place_name']}"
    chart = joined_chart(rows, choice.series, title, language, name="rong")
    ahead = (
        _outlook(rows, msgspec.structs.replace(choice.series, area=board.area), language) if grain == "year" else None
    )
    if ahead is not None and ahead.fan is not None:
        chart = msgspec.structs.replace(chart, courses=(ahead.fan,))
    narrow = msgspec.structs.replace(chart, name="hep")
    written = history.axis_number(language)
    drawn = {
        "chart": "" if chart.is_empty else draw(chart, written, width=_WIDE, height=400),
        "narrow_chart": "" if chart.is_empty else draw(narrow, written, width=_NARROW, height=300),
        "joined": [_row(row, links) for row in shown],
        "ahead": ahead,
        "part_names": ", ".join(area_name(each, language) for each in board.parts),
        "since": day(board.since, language),
        "grains": [
            (term(f"grain.{each}", language), count, address_with(request, **{"do-dai": each}), each == grain)
            for each, count in held.items()
        ],
    }
    return render(request, "pages/joined.html", {**context, **drawn})


def _outlook(rows: Sequence[Joined], series: Series, language: Language) -> Outlook | None:
    """The forecast, in the unit of the chart."""
    largest = max((abs(each.number.value) for each in rows if each.number is not None), default=Decimal(0))
    return outlook_of_joined(rows, series, axis(largest or Decimal(1), series.unit, language).factor, language)


def _board(choice: Choice, area: str, reader: Reader) -> Joint:
    series = msgspec.structs.replace(choice.series, area=forms(area)[-1])
    places = {form for each in (series.area, *joint_parts(series.area)) for form in forms(each)}
    own = Q(indicator=series.indicator) & (Q(measure=series.measure, unit=series.unit) | Q(measure="level"))
    levels = Q(indicator__in=needed(series), measure="level")
    rows = models.Series.objects.filter(own | levels, area__in=places).values_list("id", flat=True)
    board = joint(series, series_page.actuals(list(rows), _MOST, reader))
    if board is None:
        raise ValueError(area)  # asked of joined areas only
    return board


def _row(row: JoinedRow, links: Mapping[str, str]) -> ShownRow:
    return ShownRow(
        key=row.key,
        when=row.when,
        value=row.value,
        between=row.between,
        how=row.how,
        is_estimate=row.is_estimate,
        pieces=tuple(_piece(each, links) for each in row.pieces),
    )


def _piece(piece: Piece, links: Mapping[str, str]) -> ShownPiece:
    return ShownPiece(name=piece.name, value=piece.value, href=links[piece.statement])


class _OfSeries(NamedTuple):
    """What every row of the file says of the series: before its period, its unit, and after its number."""

    before: tuple[str, ...]
    unit: str
    after: tuple[str, ...]


def _of_series(series: Series, name: str, board: Joint, language: Language) -> _OfSeries:
    named = (area_name(each, language) for each in board.parts)
    parts = message("joined.boundary", since=day(board.since, language), parts=", ".join(named))
    return _OfSeries(
        (
            series.indicator,
            name,
            series.area,
            area_name(series.area, language),
            term(f"measure.{series.measure}", language),
        ),
        axis(Decimal(1), series.unit, language).unit,
        (
            word(f"price.{series.price_basis}", language) if series.price_basis else term("price.none", language),
            period_basis(series.period_basis, language),
            say(parts, language),
        ),
    )


def _rows(
    request: HttpRequest, rows: Sequence[Joined], shown: Sequence[JoinedRow], links: Mapping[str, str], own: _OfSeries
) -> Iterator[Row]:
    for made, row in zip(rows, shown, strict=True):
        number_ = made.number
        yield (
            *own.before,
            str(made.period),
            number_.value if number_ is not None else None,
            number_.low if number_ is not None else None,
            number_.high if number_ is not None else None,
            own.unit,
            *own.after,
            row.how,
            "; ".join(f"{piece.name}: {piece.value}" for piece in row.pieces),
            "; ".join(request.build_absolute_uri(links[piece.statement]) for piece in row.pieces),
        )
