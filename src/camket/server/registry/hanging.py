"""Judgements hung on the facts and places of a paper as it is read now.

Facts that people hold to be there and the reader does not give are rows of a reading of their own, that of people:
everything that asks for facts finds them, and whatever is judged, undone or read anew, they are worked out again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from camket.model.document import Document as Paper
from camket.model.extraction import FACT_KINDS, Extraction
from camket.model.fact import Fact as FactRecord
from camket.registry.judging import attach, held_fact
from camket.registry.review import content
from camket.server.registry.keys import mention_key, pack, unpack
from camket.server.registry.models import Document, Fact, Judgement, Placement, Reading
from camket.server.registry.placing import Group, remove
from camket.server.registry.words import TYPES, record

PEOPLE = "people"
"""The version of the reading that holds what people added."""
_Key = tuple[int, bytes]


class Hung(NamedTuple):
    """Where the judgements of a paper hang: by their keys the mention, None for orphans; and the facts of people."""

    mentions: Mapping[int, bytes | None]
    facts: Mapping[_Key, FactRecord]


class Left(NamedTuple):
    """Where facts of people that went lay: the groups to settle, and the series on which nothing may lie any more."""

    groups: frozenset[Group] = frozenset()
    series: frozenset[int] = frozenset()


def hang(row: Document) -> Left:
    """Hang the judgements of a paper anew, and bring the facts of people in step. Runs inside an action.

    Whoever calls places the facts anew, forgets the series that are empty then, settles the groups (those that this
    gives among them), and makes the entries of search.

    Args:
        row: with `body`, as it is read now.
    """
    judgements = list(Judgement.objects.filter(document=row).select_related("document", "fact").order_by("at", "id"))
    if not judgements:
        return Left()
    hung = where(row, judgements)
    for each in judgements:
        mention = hung.mentions[each.id]
        if (mention is None) != each.orphan or (mention is not None and mention != bytes(each.mention)):
            each.orphan = mention is None
            each.mention = mention or bytes(each.mention)
            each.save(update_fields=["orphan", "mention"])
    left = _bring_in_step(row, hung.facts)
    _carry_over(row, judgements)
    return left


def _carry_over(row: Document, judgements: Iterable[Judgement]) -> None:
    """What was judged and is read the same again, only at another offset or more surely, needs no second look."""
    now = {(fact.kind, bytes(fact.mention)): fact for fact in Fact.objects.filter(document=row, superseded=False)}
    for each in judgements:
        fact = now.get((each.kind, bytes(each.mention)))
        if each.orphan or fact is None or fact.id == each.fact_id:
            continue
        before = each.fact.body if each.fact is not None else each.body
        if before is not None and _content(each.kind, before) == _content(each.kind, fact.body):
            each.fact = fact
            each.save(update_fields=["fact"])


def _content(kind: int, body: bytes | memoryview) -> FactRecord:
    return content(unpack(body, TYPES[kind]))


def where(row: Document, judgements: Sequence[Judgement]) -> Hung:
    """Where judgements hang by what the reader gives now; nothing is written."""
    text = row.body.text
    extraction = _read(text, facts_read(row))
    attached = attach(extraction, [record(each) for each in judgements])
    mentions: dict[int, bytes | None] = {each.number: None for each in attached.orphans}
    for (_, name), own in attached.facts.items():
        mentions |= {each.number: mention_key(name) for each in own}
    facts: dict[_Key, FactRecord] = {}
    for held in attached.held:
        mention = mention_key(held.judgements[0].mention)
        mentions |= {each.number: mention for each in held.judgements}
        fact = held_fact(held, text)
        if fact is not None:
            facts[FACT_KINDS.index(held.judgements[0].kind), mention] = fact
    return Hung(mentions, facts)


def facts_read(row: Document) -> Iterable[Fact]:
    """The facts that the reader gives of a paper, without those of people."""
    return Fact.objects.filter(document=row, superseded=False).exclude(reading__version=PEOPLE)


def facts_of_people(row: Document) -> dict[_Key, Fact]:
    """The facts of a paper that people hold to be there, those that count."""
    rows = Fact.objects.filter(document=row, superseded=False, reading__version=PEOPLE)
    return {(fact.kind, bytes(fact.mention)): fact for fact in rows}


def _read(text: str, facts: Iterable[Fact]) -> Extraction:
    lists: dict[str, list[FactRecord]] = {kind: [] for kind in FACT_KINDS}
    for fact in facts:
        lists[FACT_KINDS[fact.kind]].append(unpack(fact.body, TYPES[fact.kind]))
    found = {kind: tuple(each) for kind, each in lists.items()}
    document = Paper(id="", text=text, sha256="", text_sha256="")
    return Extraction(document=document, **found)  # type: ignore[arg-type]  # each list holds its kind


def _bring_in_step(row: Document, wanted: Mapping[_Key, FactRecord]) -> Left:
    """Add and take away facts of people; what was judged keeps its row, and one that is back counts again."""
    known = {
        (fact.kind, bytes(fact.mention)): fact for fact in Fact.objects.filter(document=row, reading__version=PEOPLE)
    }
    groups: set[Group] = set()
    series: set[int] = set()
    for key, fact in known.items():
        same = key in wanted and bytes(fact.body) == pack(wanted[key])
        if key in wanted and not same:
            lying = Placement.objects.filter(fact=fact)
            series |= set(lying.filter(series__isnull=False).values_list("series_id", flat=True))
            groups |= remove(lying)
            fact.delete()
        elif fact.superseded == same:
            fact.superseded = not same
            fact.save(update_fields=["superseded"])
    fresh = [key for key, fact in wanted.items() if key not in known or bytes(known[key].body) != pack(fact)]
    left = Left(frozenset(groups), frozenset(series))
    if not fresh:
        return left
    reading, _ = Reading.objects.get_or_create(document=row, version=PEOPLE)
    Fact.objects.bulk_create(
        Fact(
            reading=reading, document=row, kind=kind, mention=mention, start=wanted[kind, mention].start,
            end=wanted[kind, mention].end, body=pack(wanted[kind, mention]),
        )
        for kind, mention in fresh
    )  # fmt: skip
    return left
