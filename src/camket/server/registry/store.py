"""The registry that lives in a database; see `camket.registry.protocol.Registry`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import cached_property, lru_cache
from itertools import islice
from typing import Any, NamedTuple

import msgspec
from django.db.models import DateField, Exists, F, OuterRef, Prefetch, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from camket.model.document import Document, Head
from camket.model.extraction import Extraction
from camket.model.fact import Figure
from camket.model.judgement import Judgement
from camket.model.period import Period, parse_period
from camket.model.plan import Plan
from camket.model.series import Series, Standing, Statement
from camket.registry.policy import choose, settled
from camket.resolve.corrections import Corrections, mended_head, period_at
from camket.resolve.placing import located
from camket.resolve.plans import plans_of
from camket.resolve.series import source_of, statements_of
from camket.resolve.typed import together
from camket.server.registry import models
from camket.server.registry.access import Reader, loose, papers, withheld
from camket.server.registry.acting import CONSOLE
from camket.server.registry.actions.load import load_papers, load_statements
from camket.server.registry.actions.load_judgements import load_judgements
from camket.server.registry.held import held
from camket.server.registry.intake import VERSION, Arrival
from camket.server.registry.keys import series_key, unpack
from camket.server.registry.models.document import Stage
from camket.server.registry.placing import CHUNK, SERIES_COLUMNS, series_of_columns, series_record
from camket.server.registry.preferred import is_preferred, mark, preferred
from camket.server.registry.ready import Given, Row, ready
from camket.server.registry.rows import extraction_of
from camket.server.registry.typed import typed_plans
from camket.server.registry.words import NO_WORDS, record, words_among, words_of

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
        reader: Reader | None = None,
        version: str = VERSION,
    ) -> None:
        self._as_of, self._known_on, self._reader, self._version = as_of, known_on, reader, version

    def add(self, extracted: Iterable[Extraction], *, read_on: date | None = None) -> None:
        """Take in the resolved facts of documents, each in a transaction of its own."""
        for extraction in extracted:
            load_papers(CONSOLE, [Arrival(extraction=extraction, read_on=read_on)], version=self._version)

    def add_statements(self, statements: Iterable[Statement], *, read_on: date | None = None) -> None:
        """Take in statements that are in no document."""
        load_statements(CONSOLE, tuple(statements), read_on=read_on)

    def judge(self, judgements: Iterable[Judgement]) -> None:
        """Take in what people said of readings."""
        load_judgements(CONSOLE, tuple(judgements))

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements in the order in which they were made."""
        rows = self._judged().select_related("document").order_by("at", "id")
        known = map(record, rows) if self._known_on is None else (record(row).known_on(self._known_on) for row in rows)
        return tuple(each for each in known if each is not None)

    def orphans(self) -> tuple[Judgement, ...]:
        """The judgements whose words are in their paper no more."""
        rows = self._judged().filter(orphan=True).select_related("document").order_by("document__sha256", "at", "id")
        return tuple(record(row) for row in rows)

    def as_of(self, day: date) -> DatabaseRegistry:
        """What had been published by the end of that day."""
        return DatabaseRegistry(as_of=_earlier(self._as_of, day), known_on=self._known_on, reader=self._reader)

    def known_on(self, day: date) -> DatabaseRegistry:
        """What had been read and judged by the end of that day."""
        return DatabaseRegistry(as_of=self._as_of, known_on=_earlier(self._known_on, day), reader=self._reader)

    def seen_by(self, reader: Reader) -> DatabaseRegistry:
        """What a reader may see; without, all is seen."""
        return DatabaseRegistry(as_of=self._as_of, known_on=self._known_on, reader=reader)

    def papers(self) -> QuerySet[models.Document]:
        """The papers of this view; of several sources of one text the one that counts."""
        return _papers_asked(*self._view()).all()

    def standing_papers(self) -> QuerySet[models.Document]:
        """Of these those whose figures may stand: what departments hand in stands once it is approved."""
        return self.papers().filter(stage=Stage.STANDS)

    def at_once(self) -> DatabaseRegistry:
        """This view, reading every paper once however much is asked of it: of one moment, and not added to."""
        return _AtOnce(as_of=self._as_of, known_on=self._known_on, reader=self._reader, version=self._version)

    def extractions(self) -> tuple[Extraction, ...]:
        """The documents with their facts, by id; of several sources of one text the one that counts."""
        return tuple(extraction for _, extraction in self.addressed())

    def addressed(self) -> tuple[tuple[str, Extraction], ...]:
        """The same, each with the address of its paper."""
        facts = models.Fact.objects.filter(self._open(""), superseded=False).order_by("kind", "start", "id")
        rows = self.standing_papers().select_related("body").order_by("name", "id")
        found = rows.prefetch_related(Prefetch("facts", queryset=facts)).iterator(chunk_size=_PAPERS)
        corrections, words = held(), words_among(self._judged(), self._known_on)
        return tuple(
            (row.slug, extraction_of(row, row.facts.all(), corrections, words.get(row.id, NO_WORDS))) for row in found
        )

    def statements(self) -> tuple[Statement, ...]:
        """All figures as statements; those of documents first."""
        printed = [statement for each in self.extractions() for statement in statements_of(each)]
        found, mentions = (*printed, *sorted(self._loose(), key=lambda each: each.id)), preferred(self._known_on)
        return tuple(mark(each, mentions) for each in found)

    def series(self) -> tuple[Series, ...]:
        """All series that hold an actual or an estimate."""
        held = self.placements().filter(klass=models.Placement.Klass.ACTUAL, last__isnull=False)
        rows = models.Series.objects.filter(id__in=held.exclude(self._since()).values("series_id"))
        before = {each.series for each in self._before() if each.is_actual and each.series and each.period}
        return tuple(sorted({*before, *(series_record(row) for row in rows)}))

    def standing(self, series: Series, period: Period) -> Standing | None:
        """The actual that stands for a series and the days of a period."""
        held = self.placements().filter(
            series__digest=series_key(series), klass=models.Placement.Klass.ACTUAL, first=period.first, last=period.last
        )
        statements = [statement for _, statement in statements_at(held.exclude(self._since()), self._known_on)]
        statements += [
            each
            for each in self._before()
            if each.is_actual and each.series == series and each.period is not None
            and (each.period.first, each.period.last) == (period.first, period.last)
        ]  # fmt: skip
        return choose(statements) if statements else None

    def plans(self) -> tuple[Plan, ...]:
        """All plans, by id: those that papers speak of, and those whose targets people entered."""
        typed, ended = typed_plans(self._as_of, self._known_on, self._reader)
        return together(plans_of(self.extractions()), typed, ended)

    def placements(self) -> QuerySet[models.Placement]:
        """The placements that count on the days of this view."""
        return _placements_asked(*self._view()).all()

    def _view(self) -> tuple[date | None, date | None, Reader | None, date]:
        """All that what is asked for depends on: with the day, on which what is held back is opened."""
        return self._as_of, self._known_on, self._reader, timezone.localdate()

    def _judged(self) -> QuerySet[models.Judgement]:
        return models.Judgement.objects.filter(document__in=models.Document.objects.filter(self._within("")))

    def _since(self) -> Q:
        """The placements of papers that were judged, or whose judgements were undone, after the day of this view."""
        return Q(fact__document__in=self._judged_since()) if self._known_on is not None else Q(pk__in=[])

    def _before(self) -> Iterator[Statement]:
        """The statements of those papers as people had judged them by that day."""
        if self._known_on is None:
            return
        judged = self._judged_since()
        rows = self.standing_papers().filter(id__in=judged).select_related("body")
        words, mentions = words_of(judged, self._known_on), preferred(self._known_on)
        for row in rows.order_by("name", "id"):
            facts = row.facts.filter(self._open(""), superseded=False).order_by("kind", "start", "id")
            for each in statements_of(extraction_of(row, facts, None, words.get(row.id, NO_WORDS))):
                yield mark(each, mentions)

    def _judged_since(self) -> list[int]:
        day = self._known_on or date.max
        changed = models.Judgement.objects.filter(Q(at__date__gt=day) | Q(undone_at__date__gt=day))
        return sorted(set(changed.values_list("document", flat=True)))

    def _loose(self) -> Iterator[Statement]:
        published, read = _until("placement__published", self._as_of), _until("read_on", self._known_on)
        for row in models.Loose.objects.filter(published, read, self._open_loose("")):
            yield unpack(row.body, Statement)

    def _open(self, path: str) -> Q:
        """Facts that are not withheld from the reader of this view."""
        return Q() if self._reader is None else ~withheld(self._reader, path)

    def _open_loose(self, path: str) -> Q:
        return Q() if self._reader is None else loose(self._reader, path)

    def _within(self, path: str) -> Q:
        """The papers of this view: not withdrawn, seen by its reader, published and read by its days."""
        return Q(
            Q() if self._reader is None else papers(self._reader, path),
            _until(f"{path}said_on", self._as_of),
            _until(f"{path}read_on", self._known_on),
            **{f"{path}withdrawn_on__isnull": True},
        )

    def _counting(self, path: str) -> Q:
        """Of several sources of one text in this view the one that counts; `path` leads to the paper."""
        first = Q(**{f"{path}stands_for__isnull": True})  # the first of all is the first of every view that it is in
        if self._as_of is None and self._known_on is None and self._reader is None:
            return Q(self._within(path), first)
        day, own = Coalesce(F("said_on"), _NO_DAY), Coalesce(OuterRef(f"{path}said_on"), _NO_DAY)
        before = models.Document.objects.filter(
            Q(self._within(""), text_key=OuterRef(f"{path}text_key")),
        ).annotate(day=day).filter(
            Q(stage__lt=OuterRef(f"{path}stage")) | Q(day__lt=own) | Q(day=own, sha256__lt=OuterRef(f"{path}sha256")),
            stage__lte=OuterRef(f"{path}stage"),
        )  # fmt: skip
        return Q(self._within(path), first | ~Exists(before))


# A page asks several times for the same view. Its question is put together once and copied; it holds no answers.
@lru_cache(maxsize=128)
def _papers_asked(
    as_of: date | None,
    known_on: date | None,
    reader: Reader | None,
    today: date,  # noqa: ARG001 - what is held back depends on it
) -> QuerySet[models.Document]:
    view = DatabaseRegistry(as_of=as_of, known_on=known_on, reader=reader)
    return models.Document.objects.filter(view._counting(""))


@lru_cache(maxsize=128)
def _placements_asked(
    as_of: date | None,
    known_on: date | None,
    reader: Reader | None,
    today: date,  # noqa: ARG001 - as above
) -> QuerySet[models.Placement]:
    view = DatabaseRegistry(as_of=as_of, known_on=known_on, reader=reader)
    counting = Q(view._counting("fact__document__"), fact__document__stage=Stage.STANDS)
    printed = Q(counting, view._open("fact__"), fact__superseded=False)
    others = Q(_until("published", as_of), _until("loose__read_on", known_on), loose__isnull=False)
    return models.Placement.objects.filter(printed | Q(others, view._open_loose("loose__")))


class _AtOnce(DatabaseRegistry):
    """A view that keeps what it has read."""

    @cached_property
    def _read(self) -> tuple[tuple[str, Extraction], ...]:
        return super().addressed()

    def addressed(self) -> tuple[tuple[str, Extraction], ...]:
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
    judged: bytes | None
    paper: str | None
    sha256: bytes | None
    head: bytes | None
    loose: bytes | None
    preferred: bool


_COLUMNS = (
    "id", "first", "last", "rank", "series_id", "fact__body", "judgement__body", "fact__document__name",
    "fact__document__sha256", "fact__document__head", "loose__body", "preferred",
)  # fmt: skip


def statements_at(
    placements: QuerySet[models.Placement], known_on: date | None = None
) -> Iterator[tuple[int, Statement]]:
    """The statements of placements, each with the key of its placement; preferred as they were on a day."""
    ordered = _with_words(placements, known_on)
    yield from _statements(ordered.iterator(chunk_size=CHUNK))


def statements_by_key(keys: Collection[int], reader: Reader | None = None) -> Iterator[tuple[int, Statement]]:
    """The statements of placements by their keys; of those that count for a reader where one is given."""
    yield from _statements(_worded.given(keys=keys)(reader))


def _with_words(placements: QuerySet[models.Placement], known_on: date | None = None) -> QuerySet[Any, Any]:
    asked = placements.annotate(preferred=is_preferred(known_on))
    return asked.order_by("fact__document__name", "fact__start", "id").values_list(*_COLUMNS)


@ready
def _worded(reader: Reader | None) -> QuerySet[Any, Any]:
    rows = models.Placement.objects.all() if reader is None else DatabaseRegistry().seen_by(reader).placements()
    return _with_words(rows.filter(id__in=Given("keys")))


@ready
def _series() -> QuerySet[Any, Any]:
    return models.Series.objects.filter(id__in=Given("ids")).values_list("id", *SERIES_COLUMNS)


def _statements(asked: Iterable[Row]) -> Iterator[tuple[int, Statement]]:
    corrections = held()
    known: dict[int, Series] = {}
    heads: dict[bytes, Document] = {}
    rows = map(_Row._make, asked)
    while part := list(islice(rows, CHUNK)):
        missing = {row.series for row in part if row.series is not None} - known.keys()
        known |= {id_: series_of_columns(*each) for id_, *each in _series.given(ids=missing)()}
        for row in part:
            if row.body is not None:
                key = bytes(row.sha256 or b"")
                if key not in heads:
                    heads[key] = _paper(row, corrections)
                statement = _statement(row, row.body, known.get(row.series or 0), heads[key], corrections)
                yield row.id, _marked(statement, row.preferred)
            elif row.loose is not None:
                yield row.id, _marked(unpack(row.loose, Statement), row.preferred)


def _marked(statement: Statement, preferred: bool) -> Statement:
    return msgspec.structs.replace(statement, preferred=True) if preferred else statement


def _paper(row: _Row, corrections: Corrections) -> Document:
    """The paper of a placement with its mended head, without its words."""
    head = unpack(row.head, Head) if row.head is not None else Head()
    sha256 = bytes(row.sha256 or b"").hex()
    paper = Document(id=row.paper or "", text="", sha256=sha256, text_sha256="", head=head)
    return msgspec.structs.replace(paper, head=mended_head(paper, corrections)) if corrections else paper


def _statement(row: _Row, body: bytes, series: Series | None, paper: Document, corrections: Corrections) -> Statement:
    """A figure in its place; series, days and rank are those of the placement, which knew the text of the paper."""
    read = unpack(body, Figure)
    counts = settled(read, unpack(row.judged, Figure)) if row.judged is not None else read
    area = series.area if series is not None else None
    figure, interval = located(counts, corrections, area, period_at(counts.period, row.last))
    return Statement(
        figure=figure,
        source=source_of(figure, paper),
        series=series,
        period=parse_period(figure.placed_period or ""),
        interval=interval,
        rank=row.rank,
    )
