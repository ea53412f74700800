"""The registry that lives in a database; see `camket.registry.protocol.Registry`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from itertools import islice
from typing import NamedTuple

import msgspec
from django.db.models import DateField, Exists, F, OuterRef, Prefetch, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from camket.model.document import Document, Head
from camket.model.extraction import Extraction
from camket.model.fact import Figure, Placement
from camket.model.period import Period, parse_period
from camket.model.plan import Plan
from camket.model.series import Series, Standing, Statement
from camket.registry.policy import choose
from camket.resolve.corrections import Corrections, period_at
from camket.resolve.placing import figure_interval, placed
from camket.resolve.plans import plans_of
from camket.resolve.series import source_of, statements_of
from camket.resolve.typed import together
from camket.server.registry import models
from camket.server.registry.access import Readers
from camket.server.registry.acting import CONSOLE
from camket.server.registry.actions.load import load_papers, load_statements
from camket.server.registry.held import held
from camket.server.registry.intake import VERSION, Arrival
from camket.server.registry.keys import series_key, unpack
from camket.server.registry.placing import CHUNK, series_record
from camket.server.registry.rows import extraction_of
from camket.server.registry.typed import typed_plans

_PAPERS = 200  # held in memory at a time, with their texts and facts
_NO_DAY = Value(date.max, output_field=DateField())


class DatabaseRegistry:
    """Statements of sources in the tables of `camket.server.registry.models`.

    `as_of`, `known_on` and `seen_by` give views, which are asked and not added to.
    """

    def __init__(
        self,
        *,
        as_of: date | None = None,
        known_on: date | None = None,
        readers: Readers | None = None,
        version: str = VERSION,
    ) -> None:
        self._as_of, self._known_on, self._readers, self._version = as_of, known_on, readers, version

    def add(self, extracted: Iterable[Extraction], *, read_on: date | None = None) -> None:
        """Take in the resolved facts of documents, each in a transaction of its own."""
        for extraction in extracted:
            load_papers(CONSOLE, [Arrival(extraction=extraction, read_on=read_on)], version=self._version)

    def add_statements(self, statements: Iterable[Statement], *, read_on: date | None = None) -> None:
        """Take in statements that are in no document."""
        load_statements(CONSOLE, tuple(statements), read_on=read_on)

    def as_of(self, day: date) -> DatabaseRegistry:
        """What had been published by the end of that day."""
        return DatabaseRegistry(as_of=_earlier(self._as_of, day), known_on=self._known_on, readers=self._readers)

    def known_on(self, day: date) -> DatabaseRegistry:
        """What had been read by the end of that day."""
        return DatabaseRegistry(as_of=self._as_of, known_on=_earlier(self._known_on, day), readers=self._readers)

    def seen_by(self, readers: Readers) -> DatabaseRegistry:
        """What papers of some accesses say; see `camket.server.registry.access`."""
        return DatabaseRegistry(as_of=self._as_of, known_on=self._known_on, readers=readers)

    def at_once(self) -> DatabaseRegistry:
        """This view, reading every paper once however much is asked of it: of one moment, and not added to."""
        return _AtOnce(as_of=self._as_of, known_on=self._known_on, readers=self._readers, version=self._version)

    def extractions(self) -> tuple[Extraction, ...]:
        """The documents with their facts, by id; of several sources of one text the one that counts."""
        facts = models.Fact.objects.filter(superseded=False).order_by("kind", "start", "id")
        rows = models.Document.objects.filter(self._counting("")).select_related("body").order_by("name", "id")
        found = rows.prefetch_related(Prefetch("facts", queryset=facts)).iterator(chunk_size=_PAPERS)
        corrections = held()
        return tuple(extraction_of(row, row.facts.all(), corrections) for row in found)

    def statements(self) -> tuple[Statement, ...]:
        """All figures as statements; those of documents first."""
        printed = [statement for each in self.extractions() for statement in statements_of(each)]
        return (*printed, *sorted(self._loose(), key=lambda each: each.id))

    def series(self) -> tuple[Series, ...]:
        """All series that hold an actual or an estimate."""
        held = self.placements().filter(klass=models.Placement.Klass.ACTUAL, last__isnull=False)
        rows = models.Series.objects.filter(id__in=held.values("series_id"))
        return tuple(sorted(series_record(row) for row in rows))

    def standing(self, series: Series, period: Period) -> Standing | None:
        """The actual that stands for a series and the days of a period."""
        held = self.placements().filter(
            series__digest=series_key(series), klass=models.Placement.Klass.ACTUAL, first=period.first, last=period.last
        )
        statements = [statement for _, statement in statements_at(held)]
        return choose(statements) if statements else None

    def plans(self) -> tuple[Plan, ...]:
        """All plans, by id: those that papers speak of, and those whose targets people entered."""
        typed, ended = typed_plans(self._as_of, self._known_on, self._readers)
        return together(plans_of(self.extractions()), typed, ended)

    def placements(self) -> QuerySet[models.Placement]:
        """The placements that count on the days of this view."""
        printed = Q(self._counting("fact__document__"), fact__superseded=False)
        loose = Q(_until("published", self._as_of), _until("loose__read_on", self._known_on), loose__isnull=False)
        return models.Placement.objects.filter(printed | loose)

    def _loose(self) -> Iterator[Statement]:
        for row in models.Loose.objects.filter(
            _until("placement__published", self._as_of), _until("read_on", self._known_on)
        ):
            yield unpack(row.body, Statement)

    def _within(self, path: str) -> Q:
        """The papers of this view: not withdrawn, of its accesses, published and read by its days."""
        return Q(
            Q() if self._readers is None else Q(**{f"{path}access__in": self._readers}),
            _until(f"{path}said_on", self._as_of),
            _until(f"{path}read_on", self._known_on),
            **{f"{path}withdrawn_on__isnull": True},
        )

    def _counting(self, path: str) -> Q:
        """Of several sources of one text in this view the one that counts; `path` leads to the paper."""
        if self._as_of is None and self._known_on is None and self._readers is None:
            return Q(self._within(path), **{f"{path}stands_for__isnull": True})
        day, own = Coalesce(F("said_on"), _NO_DAY), Coalesce(OuterRef(f"{path}said_on"), _NO_DAY)
        before = models.Document.objects.filter(
            Q(self._within(""), text_key=OuterRef(f"{path}text_key")),
        ).annotate(day=day).filter(Q(day__lt=own) | Q(day=own, sha256__lt=OuterRef(f"{path}sha256")))  # fmt: skip
        return Q(self._within(path), ~Exists(before))


class _AtOnce(DatabaseRegistry):
    """A view that keeps what it has read."""

    @cached_property
    def _read(self) -> tuple[Extraction, ...]:
        return super().extractions()

    def extractions(self) -> tuple[Extraction, ...]:
        """As of any registry; read from the database once."""
        return self._read


def _earlier(known: date | None, day: date) -> date:
    return day if known is None else min(known, day)


def _until(field: str, day: date | None) -> Q:
    """What has no day is kept: it cannot be shown to be later."""
    return Q() if day is None else Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__lte": day})


class _Row(NamedTuple):
    """A placement with what its statement is made of; columns alone, for pages make hundreds of them."""

    id: int
    first: date | None
    last: date | None
    rank: int
    series: int | None
    body: bytes | None
    paper: str | None
    sha256: bytes | None
    head: bytes | None
    loose: bytes | None


_COLUMNS = (
    "id", "first", "last", "rank", "series_id", "fact__body", "fact__document__name", "fact__document__sha256",
    "fact__document__head", "loose__body",
)  # fmt: skip


def statements_at(placements: QuerySet[models.Placement]) -> Iterator[tuple[int, Statement]]:
    """The statements of placements, each with the key of its placement."""
    corrections = held()
    known: dict[int, Series] = {}
    ordered = placements.order_by("fact__document__name", "fact__start", "id").values_list(*_COLUMNS)
    rows = map(_Row._make, ordered.iterator(chunk_size=CHUNK))
    while part := list(islice(rows, CHUNK)):
        missing = {row.series for row in part if row.series is not None} - known.keys()
        known |= {each.id: series_record(each) for each in models.Series.objects.filter(id__in=missing)}
        for row in part:
            if row.body is not None:
                yield row.id, _statement(row, row.body, known.get(row.series or 0), corrections)
            elif row.loose is not None:
                yield row.id, unpack(row.loose, Statement)


def _statement(row: _Row, body: bytes, series: Series | None, corrections: Corrections) -> Statement:
    """A figure in its place; series, days and rank are those of the placement, which knew the text of the paper."""
    document = Document(
        id=row.paper or "",
        text="",
        sha256=bytes(row.sha256 or b"").hex(),
        text_sha256="",
        head=unpack(row.head, Head) if row.head is not None else Head(),
    )
    done = placed(Extraction(document=document, figures=(unpack(body, Figure),)), corrections)
    figure = _settled(done.figures[0], row, series)
    return Statement(
        figure=figure,
        source=source_of(figure, done.document),
        series=series,
        period=parse_period(figure.placed_period or ""),
        interval=figure_interval(figure),
        rank=row.rank,
    )


def _settled(figure: Figure, row: _Row, series: Series | None) -> Figure:
    """With the days and the area of its placement."""
    period = period_at(figure.period, row.last)
    resolved = msgspec.structs.replace(
        figure.resolved or Placement(),
        period=str(period) if period is not None and str(period) != figure.period else None,
        from_=row.first.isoformat() if row.first is not None else None,
        to=row.last.isoformat() if row.last is not None else None,
    )
    if series is not None:
        resolved = msgspec.structs.replace(resolved, area=series.area)
    return msgspec.structs.replace(figure, resolved=resolved)
