"""The section of composite indices: the area's own values, those of others in years in which all are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from django.db.models import Count, QuerySet

from camket import catalogue
from camket.assess import composite
from camket.assess.readings import Values
from camket.model.composite import IndexBoard
from camket.model.series import Statement
from camket.report.indices import IndexView, PeriodView, Told, index_view
from camket.resolve.areas import boundary, forms
from camket.server.pages.linking import indicator_address
from camket.server.pages.showing import Link, boundary_name
from camket.server.registry import standing_seen
from camket.server.registry.access import Reader
from camket.server.registry.models import Placement, Standing
from camket.server.registry.ready import Given, ready
from camket.server.registry.standing_seen import Slot
from camket.words import Language

_MOST = 1_200


class Index(msgspec.Struct, frozen=True, kw_only=True):
    """A board with its words."""

    board: IndexBoard
    view: IndexView


class ShownPeriod(msgspec.Struct, frozen=True, kw_only=True):
    """A period of an index, each figure with the address of its sentence."""

    view: PeriodView
    score: Link | None
    rank: Link | None
    components: tuple[Link, ...]


class ShownIndex(msgspec.Struct, frozen=True, kw_only=True):
    """A composite index on a boundary, which is named where there are several."""

    key: str
    view: IndexView
    boundary: str
    indicator: str
    periods: tuple[ShownPeriod, ...]


def indicators() -> tuple[str, ...]:
    """The indicators of all indices, in their order."""
    return tuple(each.id for each in catalogue.load_composites())


def indices(
    place: str, own: Iterable[Statement], parts: Iterable[Statement], reader: Reader, language: Language
) -> tuple[Index, ...]:
    """The indices of a place, each boundary for itself, the latest boundary first.

    Args:
        place: slug of any of its forms.
        own: the actuals that stand for the reader, of the place and perhaps of others.
        parts: among which those of indices are looked for.
        reader: who asks.
        language: of the words.
    """
    known, areas = indicators(), forms(place)
    told = [
        each for each in own if each.series is not None and each.series.indicator in known and each.series.area in areas
    ]
    if not told:
        return ()
    found = composite.boards(Values((*told, *_others(areas, known, reader))), parts, areas)
    order = [boundary(each) for each in reversed(areas)]
    ordered = sorted(found, key=lambda board: (known.index(board.index), order.index(board.area)))
    return tuple(Index(board=board, view=index_view(board, language)) for board in ordered)


def mentions(found: Iterable[Index]) -> Iterator[str]:
    """The mentions of all that is told."""
    return (said.statement for each in found for period in each.view.periods for said in _said(period))


def shown_indices(found: Sequence[Index], links: Mapping[str, str], language: Language) -> tuple[ShownIndex, ...]:
    """Indices with the addresses of their sentences."""
    several = len({each.board.area for each in found}) > 1
    return tuple(
        ShownIndex(
            key=f"{each.view.key}-{each.board.area}",
            view=each.view,
            boundary=boundary_name(each.board.area, language) if several else "",
            indicator=indicator_address(each.board.index, each.board.area),
            periods=tuple(_shown(period, links) for period in each.view.periods),
        )
        for each in found
    )


def _shown(each: PeriodView, links: Mapping[str, str]) -> ShownPeriod:
    return ShownPeriod(
        view=each,
        score=_link(each.score, links) if each.score is not None else None,
        rank=_link(each.rank, links) if each.rank is not None else None,
        components=tuple(_link(part, links) for part in each.components),
    )


def _link(told: Told, links: Mapping[str, str]) -> Link:
    return Link(told.text, links[told.statement])


def _said(each: PeriodView) -> Iterator[Told]:
    yield from filter(None, (each.score, each.rank))
    yield from each.components


def _others(areas: tuple[str, ...], known: tuple[str, ...], reader: Reader) -> tuple[Statement, ...]:
    """The scores of other areas in years in which those of all are known, for only then a rank can be told by them."""
    counts = {each.id: each for each in catalogue.load_composites()}
    told = _scored.given(indicators=known)(reader)
    whole = [(indicator, last) for indicator, last, count in told if count == counts[indicator].count(last.year)]
    asked = {"areas": areas, "indicators": {each for each, _ in whole}, "lasts": {last for _, last in whole}}
    wanted = set(whole)
    rows = [row for row in _scores.given(**asked)(reader) if tuple(row[:2]) in wanted]
    slots = [Slot(*row) for _, _, *row in rows[:_MOST]]
    return tuple(each.standing.statement for each in standing_seen.stands(reader, slots, rivals_shown=0))


def _levels(reader: Reader) -> QuerySet[Standing]:
    rows = standing_seen.rows_seen(reader).filter(series__indicator__in=Given("indicators"))
    return rows.filter(series__measure="level", klass=Placement.Klass.ACTUAL)


@ready
def _scored(reader: Reader) -> QuerySet[Any, Any]:
    """How many areas have the score of each day."""
    told = _levels(reader).values("series__indicator", "last").annotate(count=Count("id"))
    return told.values_list("series__indicator", "last", "count")


@ready
def _scores(reader: Reader) -> QuerySet[Any, Any]:
    """The scores of some days of all areas but some, the latest first."""
    rows = _levels(reader).filter(last__in=Given("lasts")).exclude(series__area__in=Given("areas"))
    return rows.order_by("-last", "id").values_list("series__indicator", "last", *Slot._fields)
