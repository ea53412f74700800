"""Figures kept under a name as they stand, and how they differ from what stands now."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

import msgspec
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from camket.errors import UsageError
from camket.grammar.fold import plain
from camket.model.series import OTHER, Series, Statement
from camket.resolve.areas import forms
from camket.server.registry.access import Reader, papers, reader_of_key
from camket.server.registry.acting import Act
from camket.server.registry.keys import mention_key, series_key
from camket.server.registry.models import Document, Fact, Freeze, FrozenValue, Placement
from camket.server.registry.models import Series as SeriesRow
from camket.server.registry.models.series import NO_FIRST
from camket.server.registry.placing import CHUNK
from camket.server.registry.standing_seen import rows_seen, seen, slots, stands

MOST = 50_000
"""Values of one freeze."""
_LONGEST, _SLUG = 200, 60
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_PORTION = 400
_CLASSES = (Placement.Klass.ACTUAL, Placement.Klass.TARGET)
Key = tuple[bytes, int, date | None, date]


class Scope(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept: of a place named by any of its forms, the indicators of a plan or some, or all."""

    area: str
    plan: str = ""
    indicators: tuple[str, ...] = ()


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """A value as it stood and as it stands; None where none stood, or none stands now."""

    frozen: FrozenValue | None
    now: FrozenValue | None

    @property
    def differs(self) -> bool:
        """Whether another number stands now, or the same by another source."""
        if self.frozen is None or self.now is None:
            return True
        return _number(self.frozen) != _number(self.now) or bytes(self.frozen.mention) != bytes(self.now.mention)


def freeze(act: Act, name: str, scope: Scope, reader: Reader, why: str) -> Freeze:
    """See `camket.server.registry.actions.freeze`."""
    called = " ".join(name.split())
    if not called or len(called) > _LONGEST:
        raise UsageError("freeze.no_name", most=_LONGEST)
    if Freeze.objects.filter(name=called).exists():
        raise UsageError("freeze.taken", name=called)
    values = list(standing_values(scope, reader))
    if not values:
        raise UsageError("freeze.nothing")
    row = Freeze.objects.create(
        name=called, slug=_slug(called), who=act.who.name, at=act.at, why=why.strip(), reader=reader.key,
        area=forms(scope.area)[0], plan=scope.plan, indicators=list(scope.indicators), count=len(values),
    )  # fmt: skip
    for each in values:
        each.freeze = row
    FrozenValue.objects.bulk_create(values, batch_size=CHUNK)
    act.touched("freeze", row.id)
    act.noted(values=len(values), area=row.area)
    return row


def standing_values(scope: Scope, reader: Reader) -> Iterator[FrozenValue]:
    """What stands of a scope for readers, as rows that are not written."""
    rows = rows_seen(reader).filter(series__area__in=forms(scope.area), klass__in=_CLASSES)
    rows = rows.exclude(series__indicator__startswith=OTHER)
    if scope.indicators:
        rows = rows.filter(series__indicator__in=scope.indicators)
    wanted = slots(rows.order_by("series__indicator", "series", "klass", "-last", "-first")[: MOST + 1])
    if len(wanted) > MOST:
        raise UsageError("freeze.too_many", most=MOST)
    for start in range(0, len(wanted), _PORTION):
        found = list(stands(reader, wanted[start : start + _PORTION]))
        papers = _papers(each.standing.statement for each in found)
        for each in found:
            statement = each.standing.statement
            if statement.series is not None:
                first = None if each.slot.first == NO_FIRST else each.slot.first
                key = mention_key(statement.id)
                yield _value(statement, statement.series, each.slot.klass, first, each.slot.last, papers.get(key))


def places_held(reader: Reader) -> list[str]:
    """The places of which a reader sees figures, by the first of their forms, that with most series first."""
    known = Exists(seen(reader).filter(series=OuterRef("pk")))
    areas = SeriesRow.objects.filter(known).exclude(indicator__startswith=OTHER).values_list("area")
    found: Counter[str] = Counter()
    for area, count in areas.annotate(count=Count("id")).order_by():
        found[forms(area)[0]] += count
    return sorted(found, key=lambda place: (-found[place], place))


def compared(row: Freeze, reader: Reader) -> list[Pair]:
    """Every value of a freeze beside what stands now in the same scope and view, in the order of the freeze.

    Values of papers that `reader`, who looks at it, may not see (any more, or yet) are left out.
    """
    scope = Scope(area=row.area, plan=row.plan, indicators=tuple(row.indicators))
    now = {_key(each): each for each in standing_values(scope, reader_of_key(row.reader))}
    opened = _open(row, reader)
    pairs = [Pair(frozen=each, now=now.pop(_key(each), None)) for each in opened]
    for each in row.frozen.exclude(pk__in=opened.values("pk")):
        now.pop(_key(each), None)  # what stands now is nothing new: what stood then may only not be shown
    return [*pairs, *(Pair(frozen=None, now=each) for each in now.values())]


def closed_of(row: Freeze, reader: Reader) -> int:
    """How many of its values lie in papers that a reader may not see."""
    return row.frozen.count() - _open(row, reader).count()


def _open(row: Freeze, reader: Reader) -> QuerySet[FrozenValue]:
    return row.frozen.filter(Q(document__isnull=True) | papers(reader, "document__"))


def _value(
    statement: Statement, series: Series, klass: int, first: date | None, last: date, paper: int | None
) -> FrozenValue:
    figure = statement.figure
    return FrozenValue(
        document_id=paper,
        mention=mention_key(statement.id),
        series=series_key(series),
        indicator=series.indicator,
        measure=series.measure,
        unit=series.unit,
        area=series.area,
        price_basis=series.price_basis,
        period_basis=series.period_basis,
        breakdown=[list(pair) for pair in series.breakdown],
        klass=klass,
        period=str(statement.period) if statement.period is not None else last.isoformat(),
        first=first,
        last=last,
        value=figure.value,
        value_high=figure.value_high,
        comparator=figure.comparator,
        role=figure.role,
        vintage=figure.vintage or "",
        published=statement.source.published,
    )


def _papers(statements: Iterable[Statement]) -> dict[bytes, int]:
    keys = [mention_key(each.id) for each in statements]
    rows = Fact.objects.filter(mention__in=keys, superseded=False).values_list("mention", "document")
    return {bytes(mention): paper for mention, paper in rows}


def _key(row: FrozenValue) -> Key:
    return bytes(row.series), row.klass, row.first, row.last


def _number(row: FrozenValue) -> tuple[object, ...]:
    high = row.value_high.normalize() if row.value_high is not None else None
    return row.value.normalize(), high, row.comparator


def _slug(name: str) -> str:
    """`quy-iii-2026`, with a number behind it where that is taken."""
    base = _NOT_WORD.sub("-", plain(name.lower())).strip("-")[:_SLUG].strip("-") or "chot"
    slug, number = base, 1
    while Freeze.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{base}-{number}"
    return slug


def withdrawn_of(row: Freeze) -> int:
    """How many of its values went with papers that were withdrawn since."""
    return row.count - row.frozen.count()


def documents(pairs: Iterable[Pair]) -> dict[int, Document]:
    """The papers of values, by their keys."""
    keys = {value.document_id for pair in pairs for value in (pair.frozen, pair.now) if value and value.document_id}
    return {each.id: each for each in Document.objects.filter(id__in=keys)}
