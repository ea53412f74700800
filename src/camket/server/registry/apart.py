"""Papers with directives that nobody has worked through: those that give tasks, and news that only tell of them.

A clock runs on signed papers alone. What the news tell is an expected task that waits for its paper, and such a paper
comes within some weeks or not at all; news older than that wait for nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from camket.server.registry.models import Document, Fact, TakenApart
from camket.server.registry.models.fact import Kind
from camket.work.drafts import TOLD_KINDS, TOLD_TYPES
from camket.work.same import NEAR_DAYS

_TOLD = Q(source_kind__in=TOLD_KINDS) | Q(type__in=TOLD_TYPES)


def pending(papers: QuerySet[Document]) -> QuerySet[Document]:
    """Of some papers those that wait, the oldest first; of several sources of a text the one that counts."""
    return _untouched(papers).exclude(_TOLD).order_by("read_on", "id")


def told(papers: QuerySet[Document], day: date) -> QuerySet[Document]:
    """Of some papers the news whose instructions may get their paper still, the latest first.

    Args:
        papers: among which.
        day: on which that is asked.
    """
    since = day - timedelta(days=NEAR_DAYS)
    recent = Q(said_on__gte=since) | Q(said_on__isnull=True, read_on__gte=since)
    return _untouched(papers).filter(_TOLD, recent).order_by("-said_on", "-id")


def _untouched(papers: QuerySet[Document]) -> QuerySet[Document]:
    given = Fact.objects.filter(document=OuterRef("pk"), kind=Kind.DIRECTIVES, superseded=False)
    apart = TakenApart.objects.filter(document=OuterRef("pk"))
    return papers.filter(~Exists(apart), Exists(given), stands_for__isnull=True)


def directives_of(papers: Collection[int]) -> dict[int, int]:
    """How many directives each of some papers has."""
    rows = Fact.objects.filter(document__in=papers, kind=Kind.DIRECTIVES, superseded=False)
    return dict(rows.order_by().values_list("document").annotate(count=Count("id")))
