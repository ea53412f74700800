"""The registry that lives in a database; see `camket.registry.protocol.Registry`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec
from django.db import transaction
from django.db.models import Q, QuerySet

from camket import __version__
from camket.errors import UsageError
from camket.findings import Finding
from camket.model.document import Aside, Block, Document, Head
from camket.model.extraction import FACT_KINDS, Extraction
from camket.model.fact import Directive, Fact, Figure, Person, Proposal, Reference, Tally
from camket.model.period import Period, parse_period
from camket.model.place import Page, Place
from camket.model.plan import Plan
from camket.model.series import Series, Standing, Statement
from camket.registry.policy import choose
from camket.resolve.placing import document_day, figure_interval, placed
from camket.resolve.plans import plans_of
from camket.resolve.series import source_of, statements_of
from camket.server.registry import models
from camket.server.registry.keys import document_key, mention_key, pack, series_key, text_key, unpack
from camket.server.registry.placing import place, stand
from camket.server.registry.searching import index
from camket.server.registry.slugs import slug_of

VERSION = __version__
"""The version of the reader that readings are kept by."""
_TYPES: tuple[type[Fact], ...] = (Figure, Tally, Directive, Proposal, Reference, Person)


class Body(msgspec.Struct, frozen=True):
    """What is kept packed beside the text of a paper."""

    blocks: tuple[Block, ...] = ()
    places: tuple[Place, ...] = ()
    pages: tuple[Page, ...] = ()
    asides: tuple[Aside, ...] = ()
    findings: tuple[Finding, ...] = ()
    noticed: tuple[Finding, ...] = ()


class DatabaseRegistry:
    """Statements of sources in the tables of `camket.server.registry.models`.

    `as_of` and `known_on` give views, which are asked and not added to.
    """

    def __init__(self, *, as_of: date | None = None, known_on: date | None = None) -> None:
        self._as_of, self._known_on = as_of, known_on

    def add(self, extracted: Iterable[Extraction], *, read_on: date | None = None) -> None:
        """Take in the resolved facts of documents, each in a transaction of its own."""
        for extraction in extracted:
            _demand_resolved(extraction)
            with transaction.atomic():
                touched = _take_in(extraction, read_on)
                if touched is not None:
                    self._settle(touched)

    def add_statements(self, statements: Iterable[Statement], *, read_on: date | None = None) -> None:
        """Take in statements that are in no document."""
        with transaction.atomic():
            new = {mention_key(each.id): each for each in statements}
            known = models.Loose.objects.filter(mention__in=list(new)).values_list("mention", flat=True)
            for key in map(bytes, known):
                del new[key]
            fresh = list(new.values())
            rows = [models.Loose(mention=mention_key(each.id), read_on=read_on, body=pack(each)) for each in fresh]
            models.Loose.objects.bulk_create(rows, batch_size=500)
            self._settle(place(zip(rows, fresh, strict=True)))

    def as_of(self, day: date) -> DatabaseRegistry:
        """What had been published by the end of that day."""
        return DatabaseRegistry(as_of=_earlier(self._as_of, day), known_on=self._known_on)

    def known_on(self, day: date) -> DatabaseRegistry:
        """What had been read by the end of that day."""
        return DatabaseRegistry(as_of=self._as_of, known_on=_earlier(self._known_on, day))

    def extractions(self) -> tuple[Extraction, ...]:
        """The documents with their facts, by id."""
        return tuple(_extraction(row) for row in self._documents().order_by("name"))

    def statements(self) -> tuple[Statement, ...]:
        """All figures as statements; those of documents first."""
        printed = [statement for each in self.extractions() for statement in statements_of(each)]
        return (*printed, *sorted(self._loose(), key=lambda each: each.id))

    def series(self) -> tuple[Series, ...]:
        """All series that hold an actual or an estimate."""
        held = self._placements().filter(klass=models.Placement.Klass.ACTUAL, last__isnull=False)
        rows = models.Series.objects.filter(id__in=held.values("series_id"))
        return tuple(sorted(series_record(row) for row in rows))

    def standing(self, series: Series, period: Period) -> Standing | None:
        """The actual that stands for a series and the days of a period."""
        held = self._placements().filter(
            series__digest=series_key(series), klass=models.Placement.Klass.ACTUAL, first=period.first, last=period.last
        )
        statements = [statement for _, statement in statements_at(held)]
        return choose(statements) if statements else None

    def plans(self) -> tuple[Plan, ...]:
        """All plans, by id."""
        return plans_of(self.extractions())

    def _documents(self) -> QuerySet[models.Document]:
        rows = models.Document.objects.filter(withdrawn_on__isnull=True).select_related("body")
        return rows.filter(_until("said_on", self._as_of), _until("read_on", self._known_on))

    def _loose(self) -> Iterator[Statement]:
        for row in models.Loose.objects.filter(
            _until("placement__published", self._as_of), _until("read_on", self._known_on)
        ):
            yield unpack(row.body, Statement)

    def _placements(self) -> QuerySet[models.Placement]:
        counts = Q(fact__superseded=False, fact__document__stands_for__isnull=True) | Q(fact__isnull=True)
        known = Q(_until("fact__document__read_on", self._known_on), fact__isnull=False) | Q(
            _until("loose__read_on", self._known_on), loose__isnull=False
        )
        return models.Placement.objects.filter(counts, known, _until("published", self._as_of))

    def _settle(self, touched: Iterable[int]) -> None:
        """Choose anew what stands in the series that changed."""
        for series in sorted(touched):
            rows = DatabaseRegistry()._placements().filter(series_id=series)
            stand(series, statements_at(rows))


def _earlier(known: date | None, day: date) -> date:
    return day if known is None else min(known, day)


def _until(field: str, day: date | None) -> Q:
    """What has no day is kept: it cannot be shown to be later."""
    return Q() if day is None else Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__lte": day})


def _take_in(extraction: Extraction, read_on: date | None) -> set[int] | None:
    """Write a document with its facts; None where its bytes are known, whose name is then the lower one."""
    document = extraction.document
    key = document_key(document.sha256, document.id)
    known = models.Document.objects.select_for_update().filter(sha256=key).first()
    if known is not None:
        if document.id < known.name:
            known.name = document.id
            known.save(update_fields=["name"])
        return None
    row = _document_row(extraction, key, read_on)
    row.save()
    models.DocumentText.objects.create(
        document=row, text=document.text, folded="", packed=pack(_body(extraction)),
    )  # fmt: skip
    reading = models.Reading.objects.create(document=row, version=VERSION)
    facts = [
        models.Fact(
            reading=reading,
            document=row,
            kind=FACT_KINDS.index(kind),
            mention=mention_key(fact.id),
            start=fact.start,
            end=fact.end,
            body=pack(_bare(fact)),
        )
        for kind, fact in extraction.facts()
    ]
    models.Fact.objects.bulk_create(facts, batch_size=500)
    index(row)
    figures = [each for each in facts if each.kind == 0]
    return place(zip(figures, statements_of(extraction), strict=True))


def _bare(fact: Fact) -> Fact:
    """What the words say, without where that was placed."""
    return msgspec.structs.replace(fact, resolved=None) if isinstance(fact, Figure | Tally) else fact


def _body(extraction: Extraction) -> Body:
    document = extraction.document
    return Body(
        document.blocks, document.places, document.pages, document.asides, document.findings, extraction.findings
    )


def _document_row(extraction: Extraction, key: bytes, read_on: date | None) -> models.Document:
    document, head = extraction.document, extraction.document.head
    return models.Document(
        sha256=key,
        text_key=text_key(document.text) if document.text.strip() else None,
        text_sha256=bytes.fromhex(document.text_sha256) if document.text_sha256 else None,
        name=document.id,
        slug=slug_of(document, key),
        title=head.title or "",
        number=head.number or "",
        type=head.type,
        issuer=head.issuer or "",
        signer=head.signer or "",
        publisher=head.publisher or "",
        url=head.url or "",
        source_kind=head.source_kind,
        area=head.area or "",
        head=pack(head),
        said_on=document_day(head),
        read_on=read_on,
        format=document.format,
    )


def _extraction(row: models.Document) -> Extraction:
    """A document with its facts as it was taken in, placed by today's catalogue."""
    body = unpack(row.body.packed, Body)
    document = Document(
        id=row.name,
        text=row.body.text,
        sha256=bytes(row.sha256).hex(),
        text_sha256=bytes(row.text_sha256).hex() if row.text_sha256 else "",
        format=row.format,
        blocks=body.blocks,
        places=body.places,
        pages=body.pages,
        asides=body.asides,
        head=unpack(row.head, Head),
        findings=body.findings,
    )
    facts: dict[str, list[Fact]] = {kind: [] for kind in FACT_KINDS}
    for fact in row.facts.filter(superseded=False).order_by("kind", "id"):
        facts[FACT_KINDS[fact.kind]].append(unpack(fact.body, _TYPES[fact.kind]))
    lists = {kind: tuple(found) for kind, found in facts.items()}
    return placed(Extraction(document=document, findings=body.noticed, **lists))  # type: ignore[arg-type]  # each list holds its kind


def series_record(row: models.Series) -> Series:
    """The series that a row stands for."""
    return Series(
        indicator=row.indicator,
        measure=row.measure,
        unit=row.unit,
        area=row.area,
        price_basis=row.price_basis,
        period_basis=row.period_basis,
        breakdown=tuple((name, value) for name, value in row.breakdown),
    )


def statements_at(placements: QuerySet[models.Placement]) -> Iterator[tuple[int, Statement]]:
    """The statements of placements, each with the key of its placement."""
    rows = placements.select_related("series", "fact", "fact__document", "loose")
    for row in rows.order_by("fact__document__name", "fact__start", "id").iterator(chunk_size=500):
        if row.fact is not None:
            yield row.id, _statement(row, row.fact)
        elif row.loose is not None:
            yield row.id, unpack(row.loose.body, Statement)


def _statement(row: models.Placement, fact: models.Fact) -> Statement:
    """A figure in its place; its series and rank are those of the placement."""
    document = Document(
        id=fact.document.name, text="", sha256="", text_sha256="", head=unpack(fact.document.head, Head)
    )
    bare = Extraction(document=document, figures=(unpack(fact.body, Figure),))
    figure = placed(bare).figures[0]
    return Statement(
        figure=figure,
        source=source_of(figure, document),
        series=series_record(row.series) if row.series is not None else None,
        period=parse_period(figure.period) if figure.period else None,
        interval=figure_interval(figure),
        rank=row.rank,
    )


def _demand_resolved(extraction: Extraction) -> None:
    bare = any(figure.resolved is None for figure in extraction.figures)
    if bare or any(tally.resolved is None for tally in extraction.tallies):
        raise UsageError("registry.not_resolved", document=extraction.document.id)
