"""Papers that give directives and were not taken apart yet.

News are not among them: what they tell is an expected task at most, and waits for its paper.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Count, Exists, OuterRef, QuerySet

from camket.server.registry.models import Document, Fact, TakenApart
from camket.server.registry.models.fact import Kind

_NEWS = ("press",)


def pending(papers: QuerySet[Document]) -> QuerySet[Document]:
    """Of some papers those that wait, the oldest first; of several sources of a text the one that counts."""
    given = Fact.objects.filter(document=OuterRef("pk"), kind=Kind.DIRECTIVES, superseded=False)
    apart = TakenApart.objects.filter(document=OuterRef("pk"))
    waiting = papers.filter(stands_for__isnull=True).exclude(source_kind__in=_NEWS)
    return waiting.filter(~Exists(apart), Exists(given)).order_by("read_on", "id")


def directives_of(papers: Collection[int]) -> dict[int, int]:
    """How many directives each of some papers has."""
    rows = Fact.objects.filter(document__in=papers, kind=Kind.DIRECTIVES, superseded=False)
    return dict(rows.order_by().values_list("document").annotate(count=Count("id")))
