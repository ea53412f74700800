"""What changed of an area since a day, worked out from what is kept: the values known then beside those known now.

What was known then is what had been read, judged, corrected, preferred and opened by then. Of a paper that was
withdrawn since nothing is left that could be set beside; it is told by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import Any, NamedTuple

import msgspec
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from camket.model.series import OTHER, Statement
from camket.model.series import Series as SeriesRecord
from camket.resolve.corrections import Corrections
from camket.resolve.series import statements_of
from camket.server.registry.access import Reader, papers
from camket.server.registry.beside import Both, values_of
from camket.server.registry.beside import Values as Changed
from camket.server.registry.corrected import touched_papers
from camket.server.registry.held import record
from camket.server.registry.keys import series_key
from camket.server.registry.lasting import lasting
from camket.server.registry.models import (
    Approval,
    Correction,
    Document,
    Embargo,
    Fact,
    Judgement,
    Loose,
    PaperArea,
    Placement,
    Preference,
    Series,
    Standing,
)  # fmt: skip
from camket.server.registry.models.document import Access
from camket.server.registry.models.fact import Kind
from camket.server.registry.models.series import NO_FIRST
from camket.server.registry.placing import SERIES_COLUMNS, Group, class_of, series_of_columns
from camket.server.registry.preferred import mark, preferred
from camket.server.registry.ready import Given, Values, ready
from camket.server.registry.rows import extraction_of
from camket.server.registry.standing_seen import Slot, rows_seen, same_place, seen, standing_in
from camket.server.registry.store import DatabaseRegistry
from camket.server.registry.weighing import first_of, parts, weighed
from camket.server.registry.words import NO_WORDS, words_of

MOST = 400
"""Values that are compared at most, the latest periods first."""
MOST_PAPERS = 100
"""Papers that are named at most, the latest first."""
_CLASSES = (Placement.Klass.ACTUAL, Placement.Klass.TARGET)
_MOST_TOUCHED = 300

_FEW = 500
"""New papers, and statements in none, that are looked for one by one."""
_AT_ONCE = 600
"""Groups that are looked at in one question: some of them fall out."""
_MANY = 40
"""Of more new papers than these the latest groups are asked for them, not the papers for their groups."""
_GROUP = tuple(f"placement__{name}" for name in Group._fields)
Key = tuple[SeriesRecord, int, date | None, date]
"""What one value stands for: its series, class, first and last day."""


class _Touched(NamedTuple):
    """What is not as it was: papers that were opened since, papers that were corrected, facts that were judged.

    `of` are the papers of those facts.
    """

    opened: set[int]
    corrected: set[int]
    judged: set[int]
    of: set[int]

    @property
    def papers(self) -> set[int]:
        """The papers of all that."""
        return self.opened | self.corrected | self.of


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """What changed.

    Attributes:
        papers: those that whoever reads sees now and did not then, by their keys, the latest first; where there are
            more than `MOST_PAPERS`, one more than that.
        values: those that stand otherwise, the latest period first; their statements are read where they are looked at.
        cut: whether more than `MOST` values had to be compared.
        corrections: made or revoked since.
        withdrawn: taken out since, of all areas: a tombstone names none.
    """

    papers: tuple[int, ...]
    values: Changed
    cut: bool
    corrections: tuple[Correction, ...]
    withdrawn: tuple[Document, ...]


def changes(reader: Reader, areas: Sequence[str], since: date) -> Changes:
    """What changed from the beginning of a day until now.

    Args:
        reader: whose view it is.
        areas: the slugs of all forms of a place.
        since: the day.
    """
    day = since - timedelta(days=1)
    corrections = _corrections(since)
    touched = _touched(reader, since, corrections)
    then = _by_key(each for each in _then(reader, touched, day) if _lies_in(each, areas))
    groups = _groups(reader, areas, since, touched, then)
    held = sorted({*groups, *then}, key=_latest, reverse=True)
    wanted = {groups[key] for key in held[:MOST] if key in groups}
    moved = {groups[key] for key in then if key in groups}
    old, new = _weighed_both(reader, touched, wanted, moved, since)
    places = [(key, groups.get(key)) for key in held[:MOST]]
    told = _papers.given((0, MOST_PAPERS + 1), since=since, opened=touched.opened or {0}, areas=areas)(reader)
    both = (Both(key[1], tuple(then.get(key, ())), _at(old, group), _at(new, group)) for key, group in places)
    return Changes(
        papers=tuple(key for (key,) in told),
        values=values_of(both),
        cut=len(held) > MOST,
        corrections=corrections,
        withdrawn=tuple(
            Document.objects.filter(papers(reader), withdrawn_on__gte=since).order_by("-withdrawn_on", "id")
        ),
    )


def _weighed_both(
    reader: Reader, touched: _Touched, wanted: set[Group], moved: set[Group], since: date
) -> tuple[dict[Group, tuple[int, ...]], dict[Group, tuple[int, ...]]]:
    """The best of groups before a day and now, but for those in which the same stands; `moved` are none of these."""
    day = since - timedelta(days=1)
    early = Q(read_on__isnull=True) | Q(read_on__lt=since)
    if not (Document.objects.filter(early).exists() or Loose.objects.filter(early).exists()):
        return {}, _now(reader, wanted)
    left: Values = {"papers": touched.opened | touched.corrected or {0}, "judged": touched.judged or {0}}
    changed = Document.objects.filter(Q(read_on__gte=since) | Q(id__in=touched.papers))
    known = lasting(
        lambda keys: _known_among.given(keys=keys, **left)(reader, day), wanted - moved, changed, _preferred(since)
    )
    then = weighed(
        lambda series, lasts: _first_known.given(series=series, lasts=lasts, **left)(reader, day), wanted - known
    )
    return then, _now(reader, wanted - known)


def _now(reader: Reader, groups: Collection[Group]) -> dict[Group, tuple[int, ...]]:
    """The best of groups now: what stands where that fits the reader, else what he may see is weighed."""
    standing, unfit = standing_in(reader, groups)
    chosen = weighed(lambda series, lasts: _first_now.given(series=series, lasts=lasts)(reader), unfit)
    return {group: (key,) for group, key in standing.items()} | chosen


def _known(reader: Reader, day: date) -> QuerySet[Placement]:
    """What counted for a reader on a day, but for papers and facts that are given: what is not as it was then."""
    known = DatabaseRegistry().known_on(day).seen_by(reader).placements()
    return known.exclude(Q(fact__document__in=Given("papers")) | Q(fact__in=Given("judged")))


@ready
def _known_among(reader: Reader, day: date) -> QuerySet[Any, Any]:
    return _known(reader, day).filter(id__in=Given("keys")).values_list("id")


@ready
def _first_known(reader: Reader, day: date) -> QuerySet[Any, Any]:
    return first_of(_known(reader, day), day)


@ready
def _first_now(reader: Reader) -> QuerySet[Any, Any]:
    return first_of(seen(reader))


def _groups(
    reader: Reader, areas: Sequence[str], since: date, touched: _Touched, then: Iterable[Key]
) -> dict[Key, Group]:
    """The groups in which something may have changed, by their keys, and those of `then`.

    Where few papers came since, those that they speak of; else the latest of all: most of them have something new.
    """
    read = Document.objects.filter(read_on__gte=since).values_list("id", flat=True)
    alone = Loose.objects.filter(Q(read_on__gte=since) | Q(mention__in=_preferred(since))).values_list("id", flat=True)
    new, loose = list(read[: _FEW + 1]), list(alone[: _FEW + 1])
    if max(len(new), len(loose)) > _FEW:
        found = set(islice(_latest_seen(reader, areas), MOST + 1))
    else:
        papers = {*touched.opened, *touched.corrected, *new, *_papers_of(_preferred(since))}
        found = _new_printed(reader, areas, papers, touched) | _new_loose(areas, loose)
    numbers, digests = {each.series for each in found}, {series_key(key[0]) for key in then}
    kept = _series.given(ids=numbers or {0}, digests=digests or {b""})()
    records = {id_: series_of_columns(*columns) for id_, *columns in kept}
    keys = {record: number for number, record in records.items()}
    groups = {(records[each.series], each.klass, each.first, each.last): each for each in found}
    return groups | {key: Group(keys[key[0]], *key[1:]) for key in then if key[0] in keys}


@ready
def _series() -> QuerySet[Any, Any]:
    kept = Series.objects.filter(Q(id__in=Given("ids")) | Q(digest__in=Given("digests")))
    return kept.values_list("id", *SERIES_COLUMNS)


def _latest_seen(reader: Reader, areas: Sequence[str], of: Collection[int] | None = None) -> Iterator[Group]:
    """The groups of some areas that a reader may see, the latest first; no more are looked at than are asked for.

    Args:
        reader: who asks.
        areas: slugs.
        of: papers, where only groups are wanted in which one of them says something.
    """
    having: Values = {} if of is None else {"papers": of}
    ordered = _latest_standing.given(areas=areas)
    for part in parts((key for (key,) in ordered()), _AT_ONCE):
        for row in _slots_seen.given(ids=part, **having)(reader, of is not None):
            slot = Slot(*row)
            yield Group(slot.series, slot.klass, _day(slot.first), slot.last)


@ready
def _latest_standing() -> QuerySet[Any, Any]:
    """The keys of what stands in some areas, the latest first."""
    rows = Standing.objects.filter(series__area__in=Given("areas"), klass__in=_CLASSES)
    return rows.exclude(series__indicator__startswith=OTHER).order_by("-last", "-first", "-id").values_list("id")


@ready
def _slots_seen(reader: Reader, of_papers: bool) -> QuerySet[Any, Any]:
    rows = rows_seen(reader).filter(id__in=Given("ids"))
    if of_papers:
        rows = rows.filter(Exists(same_place(reader).filter(fact__document__in=Given("papers"))))
    return rows.order_by("-last", "-first", "-id").values_list(*Slot._fields)


def _new_printed(reader: Reader, areas: Sequence[str], papers: set[int], touched: _Touched) -> set[Group]:
    """The groups of some papers and of facts that were judged, as far as a reader sees them."""
    # Asked by keys: a database would else go through all that lies in an area, and weigh each paper at each figure.
    counting = DatabaseRegistry().seen_by(reader).standing_papers()
    own = set(counting.filter(id__in=papers | touched.of).values_list("id", flat=True))
    about = PaperArea.objects.filter(document__in=papers & own, area__in=areas)
    speaking = set(about.values_list("document", flat=True))
    figures = Fact.objects.filter(kind=Kind.FIGURES)
    whole, single = figures.filter(document__in=speaking), figures.filter(id__in=touched.judged, document__in=own)
    asked = [single] if len(speaking) > _MANY else [whole, single]
    placed = (Placement.objects.filter(fact__in=each.values("id")) for each in asked)
    found = {group for each in placed for group in _new_groups(each, areas)}
    if len(speaking) > _MANY:
        found.update(islice(_latest_seen(reader, areas, speaking), MOST + 1))
    return found


def _new_groups(placed: QuerySet[Placement], areas: Sequence[str]) -> set[Group]:
    """The groups that some placements are in, the latest periods first."""
    own = Series.objects.filter(area__in=areas).exclude(indicator__startswith=OTHER)
    rows = placed.filter(series__in=own.values("id"), klass__in=_CLASSES, last__isnull=False)
    latest = rows.values_list("series", "klass", "first", "last").order_by("-last", "-first").distinct()
    found = latest[: MOST + 1]
    return {Group(series or 0, klass, first, last) for series, klass, first, last in found if last}


def _new_loose(areas: Sequence[str], loose: Sequence[int]) -> set[Group]:
    """The groups of some statements in no paper; all readers see them."""
    rows = Loose.objects.filter(id__in=loose).values_list(
        "placement__series__indicator", "placement__series__area", *_GROUP
    )
    groups = (Group(*group) for indicator, area, *group in rows if area in areas and not indicator.startswith(OTHER))
    return {each for each in groups if each.klass in _CLASSES and each.last}


def _papers_of(mentions: Iterable[bytes]) -> set[int]:
    return set(Fact.objects.filter(mention__in=list(mentions)).values_list("document", flat=True))


def _day(first: date) -> date | None:
    return None if first == NO_FIRST else first


def _at(found: Mapping[Group, tuple[int, ...]], group: Group | None) -> tuple[int, ...]:
    return found.get(group, ()) if group is not None else ()


def _then(reader: Reader, touched: _Touched, day: date) -> Iterator[Statement]:
    """The statements that were judged or corrected since, as they were read and placed by that day."""
    papers = touched.corrected | touched.of
    known = DatabaseRegistry().known_on(day).seen_by(reader).standing_papers()
    rows = known.filter(id__in=papers - touched.opened).select_related("body")
    held, words, mentions = _held_then(day), words_of(papers, day), preferred(day)
    for row in rows if papers else ():
        facts = row.facts.filter(kind=Kind.FIGURES, superseded=False).order_by("start", "id")
        if row.id not in touched.corrected:
            facts = facts.filter(id__in=touched.judged)
        for each in statements_of(extraction_of(row, facts, held, words.get(row.id, NO_WORDS))):
            yield mark(each, mentions)


def _held_then(day: date) -> Corrections:
    held = Correction.objects.filter(at__date__lte=day).exclude(revoked_at__date__lte=day).exclude(of="").order_by("id")
    return Corrections(record(row) for row in held)


def _corrections(since: date) -> tuple[Correction, ...]:
    rows = Correction.objects.filter(Q(at__date__gte=since) | Q(revoked_at__date__gte=since)).exclude(of="")
    return tuple(rows.order_by("-id")[:_MOST_TOUCHED])


def _touched(reader: Reader, since: date, corrections: Iterable[Correction]) -> _Touched:
    said = Judgement.objects.filter(Q(at__date__gte=since) | Q(undone_at__date__gte=since), kind=Kind.FIGURES)
    mentions = said.values_list("document", "mention")[:_MOST_TOUCHED]
    judged = {(paper, bytes(mention)) for paper, mention in mentions}
    rows = Fact.objects.filter(
        document__in={paper for paper, _ in judged}, kind=Kind.FIGURES, mention__in={mention for _, mention in judged}
    ).values_list("id", "document", "mention")
    facts = {id_: paper for id_, paper, mention in rows if (paper, bytes(mention)) in judged}
    return _Touched(
        opened=_opened(reader, since),
        corrected=touched_papers([record(each) for each in corrections]),
        judged=set(facts),
        of=set(facts.values()),
    )


def _preferred(since: date) -> list[bytes]:
    rows = Preference.objects.filter(Q(at__date__gte=since) | Q(ended_at__date__gte=since))
    return [bytes(each) for each in rows.values_list("mention", flat=True)]


def _opened(reader: Reader, since: date) -> set[int]:
    """Papers that did not count for this reader before that day: opened since by an approval, or their day came.

    What departments hand in counts for nobody before it is approved.
    """
    decided = Approval.objects.filter(approved=True, decided_at__date__gte=since)
    opened = decided.filter(~Q(before__in=reader.levels) | ~Q(document__owner=""))
    found = set(opened.values_list("document", flat=True))
    if Access.INTERNAL not in reader.levels:
        came = Embargo.objects.filter(until__gte=since, until__lte=timezone.localdate(), ended_at__isnull=True)
        found |= set(came.values_list("document", flat=True))
    return found


@ready
def _papers(reader: Reader) -> QuerySet[Any, Any]:
    """The papers read since a day, and some others, the latest first: those that say a figure of some areas."""
    about = PaperArea.objects.filter(document=OuterRef("pk"), area__in=Given("areas"))
    came = Q(read_on__gte=Given("since")) | Q(id__in=Given("opened"))
    rows = DatabaseRegistry().seen_by(reader).papers().filter(came, Exists(about))
    return rows.order_by("-read_on", "-id").values_list("id")


def _lies_in(statement: Statement, areas: Sequence[str]) -> bool:
    return statement.is_placed and statement.series is not None and statement.series.area in areas


def _by_key(statements: Iterable[Statement]) -> dict[Key, list[Statement]]:
    found: dict[Key, list[Statement]] = {}
    for each in statements:
        if each.is_placed and each.series is not None and each.period is not None and class_of(each) in _CLASSES:
            key = each.series, class_of(each), each.period.first, each.period.last
            found.setdefault(key, []).append(each)
    return found


def _latest(key: Key) -> tuple[object, ...]:
    return key[3], key[2] or date.min, key[1], str(key[0])
