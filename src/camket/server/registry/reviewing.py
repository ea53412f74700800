"""Facts that wait for review, and where the review of each stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from django.db.models import Case, Exists, ExpressionWrapper, F, FloatField, OuterRef, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from camket.registry.review import DECIDING, DUE_AFTER, DUE_BEFORE, NO_CONFIDENCE, WEIGHTS, Review, review_of
from camket.server.registry.models import Document, Fact, Judgement, Reading, Series
from camket.server.registry.words import record

Key = tuple[int, bytes]
MATTERS = ("contested", "planned", "headline", "due")
"""What the order of a list knows of a fact besides its confidence."""
AGAIN = "again"
"""Whether a fact was read anew, as `weighed` tells it."""


class Known(NamedTuple):
    """What the order of review knows besides the facts: mentions and indicators that matter, and the day."""

    contested: Collection[bytes]
    planned: Collection[str]
    headline: Collection[str]
    today: date


class Step(NamedTuple):
    """A fact of a paper as the review walks over it."""

    id: int
    kind: int
    mention: bytes
    start: int
    end: int
    waits: bool


def waiting(facts: QuerySet[Fact]) -> QuerySet[Fact]:
    """The facts that nobody has settled as they are read now."""
    settled = Judgement.objects.filter(fact=OuterRef("pk"), undone_at__isnull=True, verdict__in=DECIDING)
    return facts.filter(~Exists(settled), superseded=False)


def read_anew(facts: QuerySet[Fact]) -> QuerySet[Fact]:
    """The facts that the last reading of their paper gave otherwise than the one before, or for the first time."""
    return facts.filter(_anew())


def _anew() -> Q:
    # Readings are few beside facts: looked for once, and not beside each fact.
    earlier = Reading.objects.filter(superseded=True).values("document")
    return Q(reading__in=Reading.objects.filter(superseded=False, document__in=earlier).values("id"))


def differing(facts: QuerySet[Fact]) -> QuerySet[Fact]:
    """The facts of which people made judgements without having seen each other's, and both hold."""
    return facts.filter(_of_which(unseen=True), superseded=False)


def unsure(facts: QuerySet[Fact]) -> QuerySet[Fact]:
    """The facts that wait and that somebody found unclear."""
    return waiting(facts).filter(_of_which(verdict="unsure"))


def _of_which(**said: object) -> Q:
    """The facts of which somebody said so: by mention first, of which there are few."""
    held = Judgement.objects.filter(undone_at__isnull=True, **said)
    own = held.filter(document=OuterRef("document"), kind=OuterRef("kind"), mention=OuterRef("mention"))
    return Q(Exists(own), mention__in=held.values("mention"))


def weighed(facts: QuerySet[Fact], known: Known) -> QuerySet[Fact]:
    """Facts with their `urgency`, as `camket.registry.review.urgency` tells it, and 1 or 0 for each of `MATTERS`.

    And for `AGAIN`, which the order does not weigh.
    """
    first, last = known.today - DUE_BEFORE, known.today + DUE_AFTER
    # Asked by keys: series and mentions are then looked for once, and not joined to two hundred thousand facts.
    conditions = {
        "contested": Q(id__in=Fact.objects.filter(mention__in=list(known.contested)).values("id")),
        "planned": Q(placement__series__in=Series.objects.filter(indicator__in=list(known.planned)).values("id")),
        "headline": Q(placement__series__in=Series.objects.filter(indicator__in=list(known.headline)).values("id")),
        "due": Q(placement__last__range=(first, last)),
        AGAIN: _anew(),
    }
    flags = {name: Case(When(asked, then=Value(1)), default=Value(0)) for name, asked in conditions.items()}
    confidence = Coalesce(F("placement__confidence"), Value(NO_CONFIDENCE), output_field=FloatField())
    total: Combinable = Value(float(WEIGHTS.doubt)) * (Value(1.0) - confidence)
    for name in MATTERS:
        total = total + Value(float(getattr(WEIGHTS, name))) * F(name)
    return facts.annotate(**flags).annotate(urgency=ExpressionWrapper(total, output_field=FloatField()))


def steps(row: Document) -> list[Step]:
    """The facts of a paper in the order of its text, each with whether it waits."""
    facts = Fact.objects.filter(document=row, superseded=False)
    waits = set(waiting(facts).values_list("id", flat=True))
    rows = facts.order_by("start", "-end", "kind", "id").values_list("id", "kind", "mention", "start", "end")
    return [Step(id_, kind, bytes(mention), start, end, id_ in waits) for id_, kind, mention, start, end in rows]


def judgements_of(row: Document, mentions: Iterable[bytes] | None = None) -> dict[Key, list[Judgement]]:
    """The judgements of a paper by kind and mention, the earliest first; those that were undone too."""
    rows = Judgement.objects.filter(document=row).order_by("at", "id")
    if mentions is not None:
        rows = rows.filter(mention__in=list(mentions))
    found: dict[Key, list[Judgement]] = {}
    for each in rows:
        each.document = row
        found.setdefault((each.kind, bytes(each.mention)), []).append(each)
    return found


def reviews(judgements: Mapping[Key, Iterable[Judgement]]) -> dict[Key, Review]:
    """Where the review of each fact stands."""
    return {key: review_of(record(each) for each in rows) for key, rows in judgements.items()}
