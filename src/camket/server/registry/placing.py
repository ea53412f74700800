"""Placements: the narrow rows by which figures are found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import Prefetch, Q, QuerySet

from camket.model.extraction import Extraction
from camket.model.judgement import Judgement as Word
from camket.model.series import Series as SeriesRecord
from camket.model.series import Statement
from camket.registry.policy import vintage_rank
from camket.resolve.corrections import Corrections
from camket.resolve.series import statements_of
from camket.server.registry.held import held
from camket.server.registry.keys import mention_key, series_key, unpack
from camket.server.registry.models import Document, Fact, Judgement, Loose, Placement, Series
from camket.server.registry.models.document import Stage
from camket.server.registry.rows import extraction_of, figures_of
from camket.server.registry.spoken import Spoken, put_right, spoke
from camket.server.registry.words import NO_WORDS, Words, words_among, words_of

CHUNK = 500
"""How many rows one statement of SQL writes or asks for."""
COUNTING = Q(fact__isnull=True) | Q(
    fact__superseded=False, fact__document__stands_for__isnull=True, fact__document__withdrawn_on__isnull=True,
    fact__document__stage=Stage.STANDS,
)  # fmt: skip
"""Placements that may stand: of facts that no newer reading replaced, in papers that stand for their text and wait for
no approval."""
SERIES_COLUMNS = ("indicator", "measure", "unit", "area", "price_basis", "period_basis", "breakdown")
"""The columns of `Series` that set it apart."""
_CLASSES = {"actual": Placement.Klass.ACTUAL, "estimate": Placement.Klass.ACTUAL, "target": Placement.Klass.TARGET}


class Group(NamedTuple):
    """What one value stands for: a series, a class, the first and last day of a period."""

    series: int
    klass: int
    first: date | None
    last: date


class Pair(NamedTuple):
    """A row with its statement as it counts, and the judgement by which it does."""

    row: Fact | Loose
    statement: Statement
    judgement: int | None = None


class Difference(NamedTuple):
    """How placements differ from what they should be: the keys of those that are wrong, and what is missing."""

    wrong: tuple[int, ...]
    missing: tuple[Pair, ...]


def class_of(statement: Statement) -> int:
    """What a statement can stand beside."""
    return _CLASSES.get(statement.figure.role, Placement.Klass.OTHER)


def place(rows: Iterable[Pair]) -> set[Group]:
    """Write the placements of statements that have none; gives the groups that they lie in.

    Runs inside an action, which calls `camket.server.registry.standing.settle` with the groups before it ends.
    """
    pairs = list(rows)
    series = _series_rows({each.statement.series for each in pairs if each.statement.series is not None})
    made = [_row(each, series) for each in pairs]
    Placement.objects.bulk_create(made, batch_size=CHUNK)
    spoke(_spoken(pairs))
    return set(filter(None, (_group(each.series_id, each.klass, each.first, each.last) for each in made)))


def replace(documents: QuerySet[Document]) -> set[Group]:
    """Place all figures of papers anew, by today's catalogue, their heads and what people mended.

    Placements that are right stay as they are. Runs inside an action, which settles the groups before it ends.
    """
    return _put_right(difference_of_papers(documents))


def replace_facts(row: Document, facts: QuerySet[Fact]) -> set[Group]:
    """The same for some facts of a paper, whose row comes with `body`."""
    known = list(facts.filter(superseded=False).order_by("kind", "start", "id"))
    words = words_of([row.id]).get(row.id, NO_WORDS)
    pairs = stated(known, extraction_of(row, known, held(), words), words)
    return _put_right(_difference(pairs, Placement.objects.filter(fact__in=facts)))


def replace_loose(rows: QuerySet[Loose]) -> set[Group]:
    """The same for statements that are in no paper."""
    return _put_right(difference_of_loose(rows))


def counting_facts(row: Document) -> list[Fact]:
    """The facts of a paper that no newer reading replaced, in order."""
    return list(row.facts.filter(superseded=False).order_by("kind", "start", "id"))


def differing(row: Document, corrections: Corrections) -> Iterator[tuple[Placement, Statement]]:
    """The placements of a paper that would be other ones by these corrections, each with its statement as it would be.

    What is compared is all that a placement keeps.
    """
    facts = counting_facts(row)
    known = {each.fact_id: each for each in Placement.objects.filter(fact__in=facts).select_related("series")}
    words = words_of([row.id]).get(row.id, NO_WORDS)
    for pair in stated(facts, extraction_of(row, facts, corrections, words), words):
        old, series = known.get(pair.row.id), pair.statement.series
        key = series_key(series) if series is not None else None
        new = _row(pair, {key: 0} if key is not None else {})
        if old is not None and (_narrow(old) != _narrow(new) or _key_of(old) != key):
            yield old, pair.statement


def _spoken(pairs: Iterable[Pair]) -> Iterator[Spoken]:
    for row, statement, _ in pairs:
        if isinstance(row, Fact) and statement.series is not None:
            yield Spoken(row.document_id, statement.series.area)


def _narrow(row: Placement) -> tuple[object, ...]:
    return row.klass, row.first, row.last, row.published, row.vintage, row.rank, row.exact, row.confidence


def _key_of(row: Placement) -> bytes | None:
    return bytes(row.series.digest) if row.series is not None else None


def difference_of_papers(documents: QuerySet[Document]) -> Difference:
    """How the placements of papers differ from what today's catalogue and their heads say."""
    facts = Fact.objects.filter(superseded=False).order_by("kind", "start", "id")
    known = documents.exclude(withdrawn_on__isnull=True, body__isnull=True)  # without a text nothing can be said
    papers = known.filter(withdrawn_on__isnull=True).select_related("body")
    pairs: list[Pair] = []
    corrections, said = held(), words_among(Judgement.objects.filter(document__in=documents.values("id")))
    for row in papers.prefetch_related(Prefetch("facts", queryset=facts)):
        counted, words = list(row.facts.all()), said.get(row.id, NO_WORDS)
        pairs += stated(counted, extraction_of(row, counted, corrections, words), words)
    return _difference(pairs, Placement.objects.filter(fact__document__in=known.values("id")))


def difference_of_loose(rows: QuerySet[Loose]) -> Difference:
    """The same for statements that are in no paper."""
    pairs = [Pair(row, unpack(row.body, Statement)) for row in rows]
    return _difference(pairs, Placement.objects.filter(loose__in=rows.values("id")))


def stated(rows: Iterable[Fact], extraction: Extraction, words: Words = NO_WORDS) -> list[Pair]:
    """The figures among the rows of a paper that count, each with its statement."""
    statements: dict[bytes, Statement] = {}
    for each in statements_of(extraction):
        statements.setdefault(mention_key(each.id), each)
    found = ((fact, bytes(fact.mention)) for fact in figures_of(rows))
    return [
        Pair(fact, statements[mention], _number(words.get((fact.kind, mention))))
        for fact, mention in found
        if mention in statements
    ]


def _number(word: Word | None) -> int | None:
    return word.number if word is not None else None


def _difference(pairs: Sequence[Pair], placements: QuerySet[Placement]) -> Difference:
    wanted = {_columns(_row(each, {}), each.statement.series): each for each in pairs}
    wrong = []
    for placement in placements.select_related("series"):
        known = series_record(placement.series) if placement.series is not None else None
        if wanted.pop(_columns(placement, known), None) is None:
            wrong.append(placement.id)
    return Difference(tuple(wrong), tuple(wanted.values()))


def _columns(row: Placement, series: SeriesRecord | None) -> tuple[object, ...]:
    """All that a placement says, for comparing."""
    said = (row.klass, row.first, row.last, row.published, row.vintage, row.rank, row.exact, row.confidence)
    return (row.fact_id, row.loose_id, row.judgement_id, series, *map(str, said))


def _put_right(difference: Difference) -> set[Group]:
    wrong = Placement.objects.filter(id__in=difference.wrong)
    left = set(wrong.filter(series__isnull=False).values_list("series_id", flat=True))
    touched = remove(wrong) | place(difference.missing)
    forget_empty_series(left)
    return touched


def forget_empty_series(series: Iterable[int | None]) -> None:
    """Take away those of these series on which nothing lies any more."""
    known = {number for number in series if number is not None}
    Series.objects.filter(id__in=known, placements__isnull=True).delete()


def remove(placements: QuerySet[Placement]) -> set[Group]:
    """Take placements away; gives the groups that they lay in."""
    touched = groups_of(placements)
    papers = set(placements.filter(fact__isnull=False).values_list("fact__document", flat=True))
    placements.delete()
    put_right(papers)
    return touched


def groups_of(placements: QuerySet[Placement]) -> set[Group]:
    """The groups that placements lie in."""
    rows = placements.values_list("series_id", "klass", "first", "last")
    return set(filter(None, (_group(*row) for row in rows)))


def _group(series: int | None, klass: int, first: date | None, last: date | None) -> Group | None:
    """None where a placement can stand for nothing."""
    if series is None or last is None or klass == Placement.Klass.OTHER:
        return None
    return Group(series, klass, first, last)


def _row(pair: Pair, series: dict[bytes, int]) -> Placement:
    row, statement = pair.row, pair.statement
    period = statement.period
    return Placement(
        fact=row if isinstance(row, Fact) else None,
        loose=row if isinstance(row, Loose) else None,
        judgement_id=pair.judgement,
        series_id=series.get(series_key(statement.series)) if statement.series is not None else None,
        klass=class_of(statement),
        first=period.first if period is not None else None,
        last=period.last if period is not None else None,
        published=statement.source.published,
        vintage=vintage_rank(statement),
        rank=statement.rank,
        exact=statement.figure.comparator == "eq",
        confidence=statement.figure.confidence,
    )


def _series_rows(wanted: set[SeriesRecord]) -> dict[bytes, int]:
    """The keys of series, made where they are not there yet."""
    keys = {series_key(each): each for each in wanted}
    found = dict(_found(list(keys)))
    missing = sorted(keys.keys() - found.keys())
    if missing:
        Series.objects.bulk_create(
            [_series_row(key, keys[key]) for key in missing], ignore_conflicts=True, batch_size=CHUNK
        )
        found |= dict(_found(missing))
    return found


def _found(keys: list[bytes]) -> Iterator[tuple[bytes, int]]:
    for start in range(0, len(keys), CHUNK):
        for key, number in Series.objects.filter(digest__in=keys[start : start + CHUNK]).values_list("digest", "id"):
            yield bytes(key), number


def _series_row(key: bytes, series: SeriesRecord) -> Series:
    return Series(
        digest=key,
        indicator=series.indicator,
        measure=series.measure,
        unit=series.unit,
        area=series.area,
        price_basis=series.price_basis,
        period_basis=series.period_basis,
        breakdown=[list(pair) for pair in series.breakdown],
    )


def series_record(row: Series) -> SeriesRecord:
    """The series that a row stands for."""
    return series_of_columns(*(getattr(row, name) for name in SERIES_COLUMNS))


def series_of_columns(
    indicator: str,
    measure: str,
    unit: str,
    area: str,
    price_basis: str,
    period_basis: str,
    breakdown: Iterable[Sequence[str]],
) -> SeriesRecord:
    """The same, of its columns alone (`SERIES_COLUMNS`)."""
    return SeriesRecord(
        indicator=indicator,
        measure=measure,
        unit=unit,
        area=area,
        price_basis=price_basis,
        period_basis=period_basis,
        breakdown=tuple((name, value) for name, value in breakdown),
    )
