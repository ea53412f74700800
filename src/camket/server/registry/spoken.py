"""The areas of which papers say figures (`PaperArea`), kept in step with the placements that they follow from."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from camket.server.registry.models import PaperArea, Placement

_CHUNK = 500


class Spoken(NamedTuple):
    """That a paper says a figure of an area."""

    paper: int
    area: str


class Difference(NamedTuple):
    """How the rows of some papers differ from their placements: keys of rows that are wrong, and what is missing."""

    wrong: tuple[int, ...]
    missing: tuple[Spoken, ...]

    @property
    def rows(self) -> int:
        """How many rows that concerns."""
        return len(self.wrong) + len(self.missing)


def spoke(said: Iterable[Spoken]) -> None:
    """Tell that papers say figures of areas; what was told before is left. Runs inside an action."""
    rows = (PaperArea(document_id=each.paper, area=each.area) for each in sorted(set(said)))
    PaperArea.objects.bulk_create(rows, ignore_conflicts=True, batch_size=_CHUNK)


def difference(papers: Collection[int]) -> Difference:
    """How the areas that are kept of some papers differ from those of their placements."""
    placed = Placement.objects.filter(fact__document__in=papers, series__isnull=False)
    wanted = {Spoken(paper, area) for paper, area in placed.values_list("fact__document", "series__area").distinct()}
    kept = PaperArea.objects.filter(document__in=papers).order_by("id").values_list("id", "document", "area")
    known = {Spoken(paper, area): key for key, paper, area in kept}
    wrong = tuple(key for each, key in known.items() if each not in wanted)
    return Difference(wrong, tuple(sorted(wanted - known.keys())))


def put_right(papers: Collection[int]) -> int:
    """Bring the areas of some papers in step with their placements; gives how many were not. Runs inside an action."""
    found = difference(papers)
    PaperArea.objects.filter(id__in=found.wrong).delete()
    spoke(found.missing)
    return found.rows
