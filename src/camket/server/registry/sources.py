"""Several sources of one text: which of them counts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from camket.registry.copies import precedence
from camket.server.registry.models import Document, Placement
from camket.server.registry.placing import CHUNK, Group, groups_of


class Source(NamedTuple):
    """A paper as one of the sources of its text."""

    id: int
    text_key: bytes | None
    said_on: date | None
    sha256: bytes
    stands_for: int | None
    withdrawn: date | None
    stage: int


def settle_sources(keys: Iterable[bytes | memoryview | None]) -> set[Group]:
    """Decide anew which paper stands for each text; gives the groups of the papers that began or ceased to count.

    Runs inside an action, which settles the groups before it ends.
    """
    wanted = sorted({bytes(key) for key in keys if key is not None})
    changed: set[int] = set()
    for start in range(0, len(wanted), CHUNK):
        for row, stands_for in misplaced(sources(wanted[start : start + CHUNK])):
            Document.objects.filter(id=row.id).update(stands_for=stands_for)
            if (row.stands_for is None) != (stands_for is None):
                changed.add(row.id)
    return groups_of(Placement.objects.filter(fact__document__in=changed, fact__superseded=False)) if changed else set()


def sources(keys: Iterable[bytes] | None = None) -> list[Source]:
    """The papers with one of these texts, or all."""
    rows = Document.objects.all() if keys is None else Document.objects.filter(text_key__in=list(keys))
    columns = ("id", "text_key", "said_on", "sha256", "stands_for", "withdrawn_on", "stage")
    return [
        Source(number, None if key is None else bytes(key), day, bytes(digest), other, gone, stage)
        for number, key, day, digest, other, gone, stage in rows.values_list(*columns)
    ]


def misplaced(papers: Iterable[Source]) -> list[tuple[Source, int | None]]:
    """The papers that do not point to the one that counts, each with that one; None where it counts itself."""
    given = list(papers)
    first: dict[bytes, Source] = {}
    for paper in given:
        if paper.text_key is None or paper.withdrawn is not None:
            continue
        known = first.get(paper.text_key)
        if known is None or _order(paper) < _order(known):
            first[paper.text_key] = paper
    wanted = [_stands_for(paper, first) for paper in given]
    return [(paper, other) for paper, other in zip(given, wanted, strict=True) if paper.stands_for != other]


def _stands_for(paper: Source, first: dict[bytes, Source]) -> int | None:
    if paper.text_key is None or paper.withdrawn is not None or first[paper.text_key].id == paper.id:
        return None
    return first[paper.text_key].id


def _order(paper: Source) -> tuple[int, date, bytes]:
    """What waits for approval comes after what does not."""
    return paper.stage, *precedence(paper.said_on, paper.sha256)
