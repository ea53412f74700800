"""`/kich-ban`, `/dia-ban/<slug>/kich-ban`: growth paths of an area run to a year, and back from a goal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from camket.assess.readings import Values
from camket.assess.scenario import Around, Needed, Path, Run, named_paths, needed, run, stated_paths
from camket.assess.starts import INDICATORS, Start, starts
from camket.report import paths as said
from camket.report.chart import draw
from camket.report.courses import COLOURS, key
from camket.report.dates import period
from camket.report.history import axis_number
from camket.report.naming import area_name
from camket.report.numbers import amount, axis, number
from camket.report.wording import reason
from camket.resolve.areas import forms
from camket.resolve.written import written_number
from camket.server.pages import area_values
from camket.server.pages.addresses import Entry
from camket.server.pages.asked import one_of
from camket.server.pages.exports import Row, asked_format, exported
from camket.server.pages.language import address_with, language_of
from camket.server.pages.linking import hrefs, indicator_address
from camket.server.pages.of_place import of_place, of_usual_place
from camket.server.pages.paging import takes
from camket.server.pages.seeing import reader_of
from camket.server.pages.showing import place_name
from camket.server.registry.access import Reader
from camket.words import Language

_AHEAD, _MOST_AHEAD, _MOST_OWN, _MOST_STATED = 5, 30, 2, 2
_LEAST, _MOST = Decimal("-50"), Decimal(100)
_LARGEST = Decimal(10) ** 18
_WIDE = 1080
_COLUMNS = (
    "column.area", "column.indicator", "scenario.path", "scenario.growth", "scenario.year", "scenario.value",
    "column.unit", "scenarios.methods", "column.start_level", "column.address",
)  # fmt: skip
_FIELDS = ("tang", "den", "muc-tieu", "tu-nam", "truoc", "dan-so", "gia", "ty-gia")


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What an address asks for; `wrong` are the questions that were not understood, as they were written."""

    last: int
    own: tuple[Decimal, ...]
    goal: Decimal | None
    first: int | None
    before: Decimal | None
    around: Around
    wrong: tuple[str, ...]


class ShownPath(msgspec.Struct, frozen=True, kw_only=True):
    """A path with how its line looks and the sentence that draws it."""

    row: said.PathRow
    key: str
    href: str


def usual(request: HttpRequest) -> HttpResponse:
    """The place that most plans are of."""
    return of_usual_place(request, _page)


def scenarios(request: HttpRequest, slug: str) -> HttpResponse:
    """A place, named by any of its forms; what is run, to which year, by which own paths, stands in the address."""
    return of_place(request, slug, _page)


def _page(request: HttpRequest, slug: str) -> HttpResponse:
    language, reader = language_of(request), reader_of(request)
    places = forms(slug)
    held = Values(area_values.actuals(places, INDICATORS, reader))
    found = next((own for form in reversed(places) if (own := starts(held, form))), ())
    frame = {
        "place": places[-1],
        "place_name": place_name(slug, language),
        "here": request.path,
        "written": {name.replace("-", "_"): request.GET.get(name, "")[:40] for name in _FIELDS},
    }
    if not found:
        return render(request, "pages/scenarios.html", frame)
    chosen = one_of(request, "muc", [each.key for each in found], found[0].key)
    start = next(each for each in found if each.key == chosen)
    if asked_format(request):
        return exported(request, f"kich-ban-{places[-1]}", _COLUMNS, _rows(request, start, reader, language))
    return render(request, "pages/scenarios.html", {**frame, **_worked(request, start, found, reader, language)})


def _rows(request: HttpRequest, start: Start, reader: Reader, language: Language) -> Iterator[Row]:
    """A row for each path and year; the level that all start from, with its sentence, in every row."""
    asked = _asked(request, start, axis(start.level.value, start.level.unit, language).factor)
    paths = _paths(start, asked, _needed(start, asked), reader, language)
    level, statement = start.level, start.past[-1].statement
    known = f"{amount(level.value, level.unit, language)} ({period(str(start.past[-1].period), language)})"
    sentence = request.build_absolute_uri(hrefs([statement], reader)[statement])
    for each in paths:
        made = run(each, level, asked.last, what=start.what, around=asked.around)
        for step in made.years:
            yield (
                area_name(start.series.area, language), said.start_name(start, language),
                said.path_name(each, language), each.growth, step.year, said.short(step.value), level.unit,
                reason(made.method, language), known, sentence,
            )  # fmt: skip


def _worked(
    request: HttpRequest, start: Start, found: Sequence[Start], reader: Reader, language: Language
) -> dict[str, object]:
    scale = axis(start.level.value, start.level.unit, language)
    asked = _asked(request, start, scale.factor)
    wanted = _needed(start, asked)
    paths = _paths(start, asked, wanted, reader, language)
    runs = [run(each, start.level, asked.last, what=start.what, around=asked.around) for each in paths]
    links = hrefs([*(each.statement for each in start.past), *(id_ for each in paths for id_ in each.inputs)], reader)
    rows = said.path_rows(paths, runs, asked.goal, language)
    return {
        "starts": [
            (said.start_name(each, language), address_with(request, muc=each.key, **{"muc-tieu": ""}), each is start)
            for each in found
        ],
        "start": start.key,
        "start_name": said.start_name(start, language),
        "level": amount(start.level.value, start.level.unit, language),
        "level_href": links[start.past[-1].statement],
        "level_when": period(str(start.past[-1].period), language),
        "indicator": indicator_address(start.series.indicator, start.series.area),
        "unit": scale.unit,
        "last": asked.last,
        "goal": amount(asked.goal, start.level.unit, language) if asked.goal is not None else "",
        "needed": said.needed_text(wanted, language) if wanted is not None else "",
        "wrong": asked.wrong,
        "paths": [
            ShownPath(row=row, key=key(row.style), href=next((links[each] for each in row.inputs), "")) for row in rows
        ],
        "years": said.year_rows(paths, runs, language),
        **takes(request),
        "method": reason(wanted.method, language) if wanted is not None else "",
        **_charts(start, paths, runs, asked, links, language),
    }


def _charts(
    start: Start, paths: Sequence[Path], runs: Sequence[Run], asked: Asked, links: dict[str, str], language: Language
) -> dict[str, str]:
    chart = said.paths_chart(start, paths, runs, asked.goal, links, language, name="rong")
    narrow, number_ = msgspec.structs.replace(chart, name="hep"), axis_number(language)
    return {
        "chart": draw(chart, number_, width=_WIDE, height=420),
        "narrow_chart": draw(narrow, number_, width=360, height=320),
    }


def _paths(start: Start, asked: Asked, wanted: Needed | None, reader: Reader, language: Language) -> tuple[Path, ...]:
    """Those with a name, those that papers draw, one's own, and the one that reaches the goal."""
    drawn = area_values.besides([area_values.of_role(forms(start.series.area), ["grdp"])], reader)
    stated = {(each.name, each.growth): each for each in stated_paths(drawn, start.series.area)}
    own = tuple(Path(name=f"{number(each, language)}%", growth=each) for each in asked.own)
    found = (*named_paths(), *list(stated.values())[:_MOST_STATED], *own)
    if wanted is None or wanted.growth is None:
        return found[: len(COLOURS)]
    years = range(start.level.year + 1, wanted.first) if asked.before is not None else range(0)
    single = tuple((year, asked.before) for year in years if asked.before is not None)
    return (*found[: len(COLOURS) - 1], Path(name="needed", growth=wanted.growth, single=single))


def _needed(start: Start, asked: Asked) -> Needed | None:
    if asked.goal is None:
        return None
    before = Path(name="before", growth=asked.before) if asked.before is not None else None
    return needed(
        start.level, asked.goal, asked.last, what=start.what, first=asked.first, before=before, around=asked.around
    )


def _asked(request: HttpRequest, start: Start, factor: Decimal) -> Asked:
    """Every question that is not understood is as if not asked, and is named."""
    wrong: list[str] = []

    def one(name: str, low: Decimal = _LEAST, high: Decimal = _MOST) -> Decimal | None:
        written = request.GET.get(name, "").strip()
        found = written_number(written) if written else None
        if written and (found is None or not low <= found <= high):
            wrong.append(written[:40])
            return None
        return found

    year = Decimal(start.level.year)
    usual = max(start.level.year + _AHEAD, -(-start.level.year // _AHEAD) * _AHEAD)
    last = int(one("den", year + 1, year + _MOST_AHEAD) or usual)
    goal, first = one("muc-tieu", Decimal(0), _LARGEST), one("tu-nam", year + 1, Decimal(last))
    own: list[Decimal] = []
    for written in request.GET.get("tang", "").replace(";", " ").replace("%", " ").split()[: _MOST_OWN + 1]:
        found = written_number(written)
        if found is None or not _LEAST <= found <= _MOST or len(own) == _MOST_OWN:
            wrong.append(written[:40])
        else:
            own.append(found)
    around = {name: one(asked) or Decimal(0) for name, asked in
              (("people", "dan-so"), ("prices", "gia"), ("currency", "ty-gia"))}  # fmt: skip
    return Asked(
        last=last,
        own=tuple(own),
        goal=goal * factor if goal else None,
        first=int(first) if first is not None else None,
        before=one("truoc"),
        around=Around(**around),
        wrong=tuple(dict.fromkeys(wrong)),
    )


PATHS = (
    path("kich-ban", usual, name="usual-scenarios"),
    path("dia-ban/<slug:slug>/kich-ban", scenarios, name="scenarios"),
)
MENU = Entry(36, "usual-scenarios", "page.menu.scenarios")
