"""How areas stand in the composite indices: score and rank over the years, a break where the index was made anew."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache

import msgspec

from camket import catalogue
from camket.assess.readings import Point, Values
from camket.grammar.fold import fold
from camket.model.composite import ComponentLine, Composite, IndexBoard, IndexLine, Version
from camket.model.message import Message, message
from camket.model.period import Period
from camket.model.series import OTHER, Series, Statement
from camket.registry.policy import choose
from camket.resolve.areas import boundary
from camket.rules.numeral.item import show

_OF = re.compile(r"(\d{1,3})\s*/\s*(\d{1,3})(?!\d)")
_SCORE = "score"
_BEFORE = re.compile(r"^(?:(?:chỉ )?số )?(?:thành phần |nội dung |chính )?(?:về )?(?:chỉ số )?")


class _Area(msgspec.Struct):
    """What is known of an index in an area, by period."""

    scores: dict[Period, Point]
    ranks: dict[Period, Point]


def boards(values: Values, statements: Iterable[Statement], areas: Iterable[str] = ()) -> tuple[IndexBoard, ...]:
    """The boards of all indices, of every area of which a score or a rank is known.

    Args:
        values: the actuals that stand, of all areas: a rank by scores needs those of all.
        statements: among which parts of indices are looked for, which are no indicators of the catalogue.
        areas: those to show; by default all.
    """
    wanted = frozenset(map(boundary, areas))
    named = _named_in_papers(statements)
    found = []
    for index in catalogue.load_composites():
        held = _held(index, values)
        scores = _scores(held)
        for area, known in held.items():
            if not wanted or area in wanted:
                found.append(_board(index, area, known, scores, _parts(index, named.get(area, ()))))
    return tuple(found)


def breaks(indicator: str) -> tuple[int, ...]:
    """The years of data in which an index was made anew; none for an indicator that is no index."""
    index = _by_id().get(indicator)
    return tuple(each.first for each in index.versions[1:]) if index is not None else ()


@cache
def _by_id() -> dict[str, Composite]:
    return {each.id: each for each in catalogue.load_composites()}


def _held(index: Composite, values: Values) -> dict[str, _Area]:
    """By area what is known; of series with a breakdown nothing, for they are of a part of the index."""
    units = {version.unit for version in index.versions}
    held: dict[str, _Area] = defaultdict(lambda: _Area(scores={}, ranks={}))
    for series in _of_index(index, values):
        points = values.points(series)
        if series.measure == "rank":
            held[series.area].ranks |= {point.period: point for point in points}
        elif series.measure == "level" and series.unit in units:
            held[series.area].scores |= {point.period: point for point in points}
    return dict(held)


def _of_index(index: Composite, values: Values) -> Iterator[Series]:
    return (series for series in values.groups if series.indicator == index.id and not series.breakdown)


def _scores(held: Mapping[str, _Area]) -> dict[Period, list[Decimal]]:
    """The scores of all areas by period."""
    found: dict[Period, list[Decimal]] = defaultdict(list)
    for known in held.values():
        for period, point in known.scores.items():
            found[period].append(point.value)
    return found


def _board(
    index: Composite,
    area: str,
    known: _Area,
    scores: Mapping[Period, Sequence[Decimal]],
    parts: Mapping[Period, tuple[ComponentLine, ...]],
) -> IndexBoard:
    periods = sorted(known.scores.keys() | known.ranks.keys(), key=lambda each: (each.last, each.first or each.last))
    lines: list[IndexLine] = []
    for period in periods:
        lines.append(_line(index, period, known, scores.get(period, ()), lines[-1] if lines else None, parts))
    return IndexBoard(
        index=index.id, name=index.name, publisher=index.publisher, area=area, lines=tuple(reversed(lines))
    )


def _line(
    index: Composite,
    period: Period,
    known: _Area,
    scores: Sequence[Decimal],
    before: IndexLine | None,
    parts: Mapping[Period, tuple[ComponentLine, ...]],
) -> IndexLine:
    score, rank = known.scores.get(period), known.ranks.get(period)
    year = period.last.year
    version = index.version(year)
    count = _told_count(rank) or index.count(year)
    named = version.id if version is not None else None
    line = IndexLine(
        period=str(period), version=named, breaks=before is not None and before.version != named,
        rank=rank.value if rank is not None else None,
        rank_statement=rank.statement if rank is not None else None,
        rank_source=rank.source if rank is not None else None,
        score=score.value if score is not None else None, unit=version.unit if version is not None else "",
        score_statement=score.statement if score is not None else None,
        score_source=score.source if score is not None else None,
        ranked=count, known=len(scores), placed=_placed(score, scores, count),
        components=parts.get(period, ()), reason=message("index.first"),
        inputs=tuple(id_ for point in (score, rank) if point is not None for id_ in point.inputs),
        confidence=min(point.confidence for point in (score, rank) if point is not None),
    )  # fmt: skip
    change, reason = _change(line, before, version)
    return msgspec.structs.replace(line, change=change, reason=reason)


def _told_count(rank: Point | None) -> int | None:
    """`thứ 5/63`: among how many, as the paper says."""
    found = _OF.search(rank.source.quote or "") if rank is not None else None
    return int(found[2]) if found is not None and rank is not None and Decimal(found[1]) == rank.value else None


def _placed(score: Point | None, scores: Sequence[Decimal], count: int | None) -> int | None:
    """The place by the scores, where those of all are known; equal scores share the better place."""
    if score is None or count is None or len(scores) != count:
        return None
    return 1 + sum(other > score.value for other in scores)


def _change(line: IndexLine, before: IndexLine | None, version: Version | None) -> tuple[Decimal | None, Message]:
    """The change of the score against the line before, or why there is none."""
    if before is None:
        return None, message("index.first")
    if line.breaks:
        paper = version.paper if version is not None and version.paper is not None else ""
        return None, message("index.broken" if paper else "index.broken_unnamed", before=before.period, paper=paper)
    if line.score is None or before.score is None:
        return None, message("index.no_score", before=before.period)
    change = line.score - before.score
    return change, message("index.change", before=before.period, value=show(before.score))


def _named_in_papers(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    """By area the scores that papers tell of what the catalogue has no indicator for: parts of indices are such."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for each in statements:
        series = each.series
        if series is None or not series.indicator.startswith(OTHER) or not each.is_actual:
            continue
        if (series.measure, series.unit) == ("level", _SCORE):
            found[boundary(series.area)].append(each)
    return found


def _parts(index: Composite, told: Iterable[Statement]) -> dict[Period, tuple[ComponentLine, ...]]:
    """The scores of parts that papers name by the words of the catalogue, in its order; of years in that version."""
    named = _words(index.id)
    found: dict[Period, dict[int, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for each in told:
        version = index.version(each.period.last.year) if each.period is not None else None
        place = named.get((version.id, _text(each))) if version is not None else None
        if place is not None and each.period is not None:
            found[each.period][place].append(each)
    return {
        period: tuple(_component(index, period, place, choose(parts[place]).statement) for place in sorted(parts))
        for period, parts in found.items()
    }


def _component(index: Composite, period: Period, place: int, statement: Statement) -> ComponentLine:
    version = index.version(period.last.year)
    if version is None:
        raise ValueError(period)  # parts are known of versions alone
    component = version.components[place]
    return ComponentLine(
        id=component.id, name=component.name, value=statement.figure.value, most=component.most,
        statement=statement.id, source=statement.source,
    )  # fmt: skip


@cache
def _words(index: str) -> dict[tuple[str, str], int]:
    """The place of a component by version and folded words."""
    return {
        (version.id, fold(words)): place
        for version in _by_id()[index].versions
        for place, component in enumerate(version.components)
        for words in (component.name.vi, *component.words)
    }


def _text(statement: Statement) -> str:
    """What papers call a part, without the words before it."""
    text = fold(statement.figure.indicator_text or "")
    return _BEFORE.sub("", text).strip()
