"""The last words of people on facts, by paper and mention."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from django.db.models import QuerySet

from camket.model.extraction import FACT_KINDS
from camket.model.fact import Directive, Fact, Figure, Person, Proposal, Reference, Tally
from camket.model.judgement import Anchor, Judgement, Verdict
from camket.registry.policy import last_word, settled
from camket.server.registry import models
from camket.server.registry.keys import unpack

TYPES: tuple[type[Fact], ...] = (Figure, Tally, Directive, Proposal, Reference, Person)
"""The records of `FACT_KINDS`."""
FactT = TypeVar("FactT", bound=Fact)
Words = Mapping[tuple[int, bytes], Judgement]
"""By kind and mention the judgement that counts; its `number` is the key of its row."""
NO_WORDS: Words = {}


def words_of(documents: Iterable[int], known_on: date | None = None) -> dict[int, Words]:
    """What counts in some papers, or had been said by the end of a day; papers that nobody judged are left out."""
    return words_among(models.Judgement.objects.filter(document__in=list(documents)), known_on)


def words_among(rows: QuerySet[models.Judgement], known_on: date | None = None) -> dict[int, Words]:
    """The same among some judgements, which hold all of each mention."""
    held = rows.filter(undone_at__isnull=True) if known_on is None else rows
    said: dict[int, dict[tuple[int, bytes], list[Judgement]]] = {}
    for row in held.prefetch_related("document").order_by("at", "id"):
        known = record(row) if known_on is None else record(row).known_on(known_on)
        if known is not None and not row.orphan:
            said.setdefault(row.document_id, {}).setdefault((row.kind, bytes(row.mention)), []).append(known)
    return {
        paper: {key: word for key, judgements in mentions.items() if (word := last_word(judgements)) is not None}
        for paper, mentions in said.items()
    }


def said_of(fact: models.Fact, judgement: models.Judgement | None, type_: type[FactT]) -> FactT:
    """A fact as it counts, by the judgement that its placement or entry names; `type_` is the record of its kind."""
    return said_by(fact.body, judgement.body if judgement is not None else None, type_)


def said_by(body: bytes | memoryview, judged: bytes | memoryview | None, type_: type[FactT]) -> FactT:
    """The same of the packed fact and of the packed fact of its judgement."""
    read = unpack(body, type_)
    return read if judged is None else settled(read, unpack(judged, type_))


def record(row: models.Judgement) -> Judgement:
    """The judgement of a row, which comes with its paper."""
    verdict: Verdict = row.verdict  # type: ignore[assignment]  # only verdicts are written
    return Judgement(
        document=bytes(row.document.sha256).hex(),
        kind=FACT_KINDS[row.kind],
        mention=bytes(row.mention).hex(),
        verdict=verdict,
        anchor=Anchor(quote=row.quote, prefix=row.prefix, suffix=row.suffix, start=row.start),
        fact=unpack(row.body, TYPES[row.kind]) if row.body is not None else None,
        who=row.who,
        at=row.at,
        why=row.why,
        undone_at=row.undone_at,
        undone_by=row.undone_by,
        number=row.id,
    )
