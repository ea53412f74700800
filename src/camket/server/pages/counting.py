"""Facts as they count: corrected by review, with what the reader gave beside it where that is another thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec
from django.db.models import QuerySet

from camket.model.fact import Fact as FactRecord
from camket.model.fact import Figure
from camket.model.judgement import Judgement as Word
from camket.model.series import Statement
from camket.registry.policy import counted
from camket.report.facts import describe, value_of
from camket.report.marked import shown
from camket.server.registry.keys import unpack
from camket.server.registry.models import Fact, Judgement, Loose, Placement
from camket.server.registry.words import TYPES, words_among
from camket.words import Language

_FIGURES = 0


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """A fact as it counts.

    Attributes:
        fact: what it says; of one that was rejected what was read.
        read: what the reader gave.
        rejected: whether a person said that it is none.
    """

    fact: FactRecord
    read: FactRecord
    rejected: bool = False


class CountedText(msgspec.Struct, frozen=True, kw_only=True):
    """The same in words (`counted.html`); `read` is empty where people say nothing else."""

    said: str
    read: str = ""
    rejected: bool = False


def counted_facts(rows: Iterable[Fact]) -> dict[int, Counted]:
    """Facts as they count, by their keys; two questions of the database for all."""
    held = list(rows)
    asked = Judgement.objects.filter(
        document__in={row.document_id for row in held}, mention__in={bytes(row.mention) for row in held}
    )
    words = words_among(asked)
    return {row.id: counted_by(row, words.get(row.document_id, {}).get((row.kind, bytes(row.mention)))) for row in held}


def counted_figures(mentions: Iterable[bytes], facts: QuerySet[Fact] | None = None) -> dict[bytes, Counted]:
    """Figures by their mentions as they count, those of published series too; `facts` are where to look."""
    keys = list(mentions)
    among = Fact.objects.all() if facts is None else facts
    held = among.filter(mention__in=keys, kind=_FIGURES).order_by("-superseded", "id")
    rows = {bytes(row.mention): row for row in held}
    said = counted_facts(rows.values())
    found = {mention: said[row.id] for mention, row in rows.items()}
    loose = Loose.objects.filter(mention__in=keys).values_list("mention", "body")
    alone = {bytes(mention): unpack(body, Statement).figure for mention, body in loose}
    return found | {mention: Counted(fact=figure, read=figure) for mention, figure in alone.items()}


def counted_text(each: Counted | None, language: Language) -> CountedText:
    """A fact as it counts in words; nothing for none."""
    if each is None:
        return CountedText(said="")
    said, read = describe(each.fact, language), describe(each.read, language)
    if isinstance(each.fact, Figure) and isinstance(each.read, Figure):
        now, before = value_of(each.fact, language), value_of(each.read, language)
        if read != said and read.replace(before, now) == said:  # the number alone is another
            read = before
    return CountedText(said=shown(said), read=shown(read) if read != said else "", rejected=each.rejected)


def values_read(verdicts: Mapping[int, str], language: Language) -> dict[int, str]:
    """Of placements that people corrected what the reader had given for the number, where it differs.

    Args:
        verdicts: by the keys of placements.
        language: of the numbers.
    """
    corrected = [key for key, verdict in verdicts.items() if verdict == "corrected"]
    if not corrected:
        return {}
    rows = Placement.objects.filter(id__in=corrected).values_list("id", "fact__body", "judgement__body")
    found: dict[int, str] = {}
    for key, body, said in rows:
        if body is not None and said is not None:
            read, counts = (value_of(unpack(each, Figure), language) for each in (body, said))
            found |= {key: read} if read != counts else {}
    return found


def counted_by(row: Fact, word: Word | None) -> Counted:
    """A fact as it counts by a judgement."""
    read = unpack(row.body, TYPES[row.kind])
    said = counted(read, word)
    return Counted(fact=read if said is None else said, read=read, rejected=said is None)
