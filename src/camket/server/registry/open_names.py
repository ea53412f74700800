"""Names of papers that the catalogue does not know: how often they stand, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import get_args

import msgspec
from django.db.models import Count, Q, QuerySet

from camket import catalogue
from camket.grammar.fold import fold
from camket.model.correction import CorrectionKind
from camket.model.fact import Figure
from camket.model.series import OTHER
from camket.resolve.areas import has_entry
from camket.resolve.corrections import correction_key
from camket.server.registry.access import Reader, papers, placements
from camket.server.registry.corrected import naming
from camket.server.registry.held import rows_held
from camket.server.registry.keys import unpack
from camket.server.registry.models import Document, Placement
from camket.server.registry.placing import CHUNK, COUNTING

KINDS: tuple[CorrectionKind, ...] = tuple(each for each in get_args(CorrectionKind) if not each.startswith("paper"))
"""What a name can be of: an indicator, a body, an area."""
MOST_UNPLACED = 20_000
"""Statements on no series that are gone through for names, the latest first."""
_UNNAMED = f"{OTHER}unnamed"


class OpenName(msgspec.Struct, frozen=True):
    """A name with how many statements (of a body: papers) have it that a reader may see."""

    of: str
    count: int


def open_names(kind: CorrectionKind, reader: Reader) -> list[OpenName]:
    """The names of a kind that are the catalogue's nothing, the most frequent first; those given to something are out.

    Of names of indicators all that lie on a series are counted, of the statements on none the latest `MOST_UNPLACED`.
    """
    counted = _counters[kind](reader)
    given = {row.key for row in rows_held() if row.kind == kind}
    found = (OpenName(of, count) for of, count in counted.items() if correction_key(kind, of) not in given)
    return sorted(found, key=lambda each: (-each.count, each.of))


def named_by(kind: CorrectionKind, of: str, reader: Reader) -> list[int]:
    """The keys of the placements by a name of an indicator or an area that a reader may see, in their order."""
    return sorted(each.placement for each in naming(kind, of, among=open_placements(reader)))


def papers_of_body(of: str, reader: Reader) -> QuerySet[Document]:
    """The papers that a body of this name issued or published, those that a reader may see."""
    seen = Document.objects.filter(papers(reader), withdrawn_on__isnull=True)
    same = {said for said in _bodies_said(seen) if fold(said) == fold(of)}
    return seen.filter(Q(issuer__in=same) | Q(publisher__in=same))


def open_placements(reader: Reader) -> QuerySet[Placement]:
    """The placements that count, of papers that a reader may see."""
    return Placement.objects.filter(COUNTING, placements(reader), fact__isnull=False)


def _indicators(reader: Reader) -> Mapping[str, int]:
    rows = open_placements(reader).filter(series__indicator__startswith=OTHER)
    found = Counter(dict(rows.values_list("series__indicator").annotate(count=Count("id")).order_by()))
    found.update(each.indicator for each in _unplaced(reader) if each.indicator.startswith(OTHER))
    found.pop(_UNNAMED, None)
    return found


def _areas(reader: Reader) -> Mapping[str, int]:
    """Names by their first wording; figures of a known area lie on no series for another reason."""
    wordings: dict[str, str] = {}
    found: Counter[str] = Counter()
    for each in _unplaced(reader):
        if each.area:
            found[wordings.setdefault(fold(each.area), each.area)] += 1
    return {name: count for name, count in found.items() if not is_area(name)}


def is_area(name: str) -> bool:
    """Whether the catalogue knows an area of that name, at any time."""
    return has_entry(name)


def _bodies(reader: Reader) -> Mapping[str, int]:
    """Who issued or published papers, where nothing in the name is a body of the catalogue."""
    seen = Document.objects.filter(papers(reader), withdrawn_on__isnull=True)
    known = {fold(name) for each in catalogue.load_bodies() for name in (each.name, *each.aliases)}
    wordings: dict[str, str] = {}
    found: Counter[str] = Counter()
    for said, count in _bodies_said(seen).items():
        name = fold(said)
        if not any(each in name for each in known):
            found[wordings.setdefault(name, said)] += count
    return found


def _bodies_said(seen: QuerySet[Document]) -> Counter[str]:
    """Who papers say that they are from, each with how many."""
    found: Counter[str] = Counter()
    for column in ("issuer", "publisher"):
        rows = seen.exclude(**{column: ""}).order_by(column).values_list(column).annotate(count=Count("id"))
        found.update(dict(rows))
    return found


def _unplaced(reader: Reader) -> Iterator[Figure]:
    """Figures on no series, as they count."""
    rows = (
        open_placements(reader).filter(series__isnull=True).order_by("-id").values_list("fact__body", "judgement__body")
    )
    for body, said in rows[:MOST_UNPLACED].iterator(chunk_size=CHUNK):
        yield unpack(said or body, Figure)


_counters = {"indicator": _indicators, "area": _areas, "body": _bodies}
