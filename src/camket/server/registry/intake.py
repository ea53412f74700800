"""Papers taken in: rows of the paper, its text, its reading, its facts, their placements, what stands.

Everything here runs inside an action (`camket.server.registry.actions`): all of it is written, or nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

import msgspec

from camket import __version__
from camket.errors import UsageError
from camket.model.extraction import Extraction
from camket.model.series import Statement
from camket.resolve.corrections import Corrections
from camket.resolve.placing import placed
from camket.server.registry import models
from camket.server.registry.hanging import PEOPLE, hang
from camket.server.registry.held import held
from camket.server.registry.keys import document_key, mention_key, pack
from camket.server.registry.models.document import Access, Stage
from camket.server.registry.placing import CHUNK, Group, Pair, forget_empty_series, groups_of, place, replace, stated
from camket.server.registry.rows import (
    HEAD_FIELDS,
    document_row,
    fact_rows,
    fitting,
    set_head,
    text_row,
)
from camket.server.registry.searching import index
from camket.server.registry.sources import settle_sources
from camket.server.registry.standing import settle

VERSION = __version__
"""The version of the reader that readings are kept by."""
Outcome = Literal["added", "reread", "known", "withdrawn"]


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """A paper that was read.

    Attributes:
        extraction: its resolved facts.
        size: how many bytes are kept of it; 0 where none are.
        read_on: the day of reading, by which `known_on` cuts.
        access: who may see it, where it is not known yet.
        owner: the body that hands it in; only that sees it then, until its leader releases it.
    """

    extraction: Extraction
    size: int = 0
    read_on: date | None = None
    access: str = models.document.Access.PUBLIC
    owner: str = ""

    @property
    def key(self) -> bytes:
        """The digest that it is kept by."""
        document = self.extraction.document
        return document_key(document.sha256, document.id)


def take_in(arrivals: Sequence[Arrival], *, version: str = VERSION, who: str = "") -> tuple[Outcome, ...]:
    """Write papers; says of each what became of it.

    A paper whose bytes are known and were read by this version changes nothing, but is called by the lower of its
    names. One that was read by another version gets a new reading: facts that are the same stay as they are, others
    supersede those of the old reading, which stay too. A withdrawn paper is not taken in again. `who` is the account
    that loads them; empty for nobody's.

    Raises:
        UsageError: facts are not resolved.
    """
    for each in arrivals:
        _demand_resolved(each.extraction)
    batch = _Batch(version, who)
    outcomes = batch.take(arrivals)
    touched = batch.write()
    settle(touched | settle_sources(batch.text_keys))
    return outcomes


def may_name(row: models.Document, owner: str, who: str) -> bool:
    """Whether a paper is called by the name under which its bytes came again: nobody names what he may not see.

    Args:
        row: the paper.
        owner: the body that hands it in; empty for the office.
        who: the account that loads it; empty for whoever sits at the machine.
    """
    if owner:
        return row.owner == owner
    return not who or row.access != Access.RESTRICTED or row.loaded_by == who


def rename(key: bytes, name: str) -> None:
    """Call a paper by a lower name under which its bytes came again."""
    row = models.Document.objects.filter(sha256=key).first()
    if row is not None:
        settle(_called(row, name))


def take_in_statements(statements: Iterable[Statement], read_on: date | None) -> int:
    """Write statements that are in no paper; gives how many were new."""
    new = {mention_key(each.id): each for each in statements}
    known = models.Loose.objects.filter(mention__in=list(new)).values_list("mention", flat=True)
    for key in map(bytes, known):
        del new[key]
    fresh = list(new.values())
    rows = [models.Loose(mention=key, read_on=read_on, body=pack(each)) for key, each in new.items()]
    models.Loose.objects.bulk_create(rows, batch_size=CHUNK)
    settle(place(Pair(row, each) for row, each in zip(rows, fresh, strict=True)))
    return len(fresh)


class _Batch:
    """What one transaction writes."""

    def __init__(self, version: str, who: str) -> None:
        self._version, self._who = version, who
        self._new: dict[bytes, Arrival] = {}
        self._again: list[tuple[models.Document, Arrival]] = []
        self._touched: set[Group] = set()
        self.text_keys: set[bytes | None] = set()

    def take(self, arrivals: Sequence[Arrival]) -> tuple[Outcome, ...]:
        """Sort papers by what is known of them."""
        keys = [each.key for each in arrivals]
        known = {bytes(row.sha256): row for row in models.Document.objects.filter(sha256__in=keys)}
        read = set(
            models.Reading.objects.filter(document__in=known.values(), version=self._version).values_list(
                "document_id", flat=True
            )
        )
        return tuple(self._sort(each, known.get(key), read) for key, each in zip(keys, arrivals, strict=True))

    def write(self) -> set[Group]:
        """Write them; gives the groups in which something changed."""
        self._write_new()
        for row, arrival in self._again:
            self._reread(row, arrival)
        return self._touched

    def _sort(self, arrival: Arrival, row: models.Document | None, read: set[int]) -> Outcome:
        if row is None:
            twin = self._new.get(arrival.key)
            if twin is None or arrival.extraction.document.id < twin.extraction.document.id:
                self._new[arrival.key] = arrival
            return "added" if twin is None else "known"
        if row.withdrawn_on is not None:
            return "withdrawn"
        if may_name(row, arrival.owner, self._who):
            self._touched |= _called(row, arrival.extraction.document.id)
        if row.stage == Stage.ENTERED and not arrival.owner:
            self._touched |= self._come_otherwise(row, arrival)
        if arrival.size and not row.size:
            row.size = arrival.size
            row.save(update_fields=["size"])
        if row.id in read:
            return "known"
        read.add(row.id)
        self._again.append((row, arrival))
        return "reread"

    def _come_otherwise(self, row: models.Document, arrival: Arrival) -> set[Group]:
        """A paper that a department keeps to itself, and that reached the office by another way: it is the office's."""
        row.stage, row.access = Stage.STANDS, arrival.access
        row.save(update_fields=["stage", "access"])
        self.text_keys.add(_bytes(row.text_key))
        return groups_of(models.Placement.objects.filter(fact__document=row))

    def _write_new(self) -> None:
        corrections = held()
        pairs = [(document_row(each.extraction, key, corrections), each) for key, each in self._new.items()]
        for row, arrival in pairs:
            row.size, row.read_on, row.access = arrival.size, arrival.read_on, arrival.access
            row.owner, row.loaded_by = arrival.owner, self._who
            row.stage = Stage.ENTERED if arrival.owner else Stage.STANDS
        texts = [text_row(row, arrival.extraction) for row, arrival in pairs]
        rows = [row for row, _ in pairs]
        models.Document.objects.bulk_create(rows, batch_size=CHUNK)
        for text in texts:
            text.document_id = text.document.id
        models.DocumentText.objects.bulk_create(texts, batch_size=CHUNK)
        readings = [models.Reading(document=row, version=self._version) for row in rows]
        models.Reading.objects.bulk_create(readings, batch_size=CHUNK)
        facts = [fact_rows(reading, each.extraction) for reading, (_, each) in zip(readings, pairs, strict=True)]
        models.Fact.objects.bulk_create([fact for each in facts for fact in each], batch_size=CHUNK)
        index(rows)
        self._touched |= place(
            pair
            for rows_, (_, each) in zip(facts, pairs, strict=True)
            for pair in stated(rows_, mended(each.extraction, corrections))
        )
        self.text_keys |= {_bytes(row.text_key) for row in rows}

    def _reread(self, row: models.Document, arrival: Arrival) -> None:
        """Write what a newer reading says otherwise."""
        old_key = _bytes(row.text_key)
        text = text_row(row, arrival.extraction)
        set_head(row, arrival.extraction.document.head, held())
        row.format = arrival.extraction.document.format
        row.save(update_fields=[*HEAD_FIELDS, "format", "text_key", "text_sha256"])
        text.save()
        row.body = text
        row.readings.exclude(version=PEOPLE).update(superseded=True)
        reading = models.Reading.objects.create(document=row, version=self._version)
        _supersede(row, fact_rows(reading, arrival.extraction))
        left = hang(row)
        index([row])
        self._touched |= left.groups | replace(models.Document.objects.filter(id=row.id))
        forget_empty_series(left.series)
        self.text_keys |= {old_key, _bytes(row.text_key)}


def _called(row: models.Document, name: str) -> set[Group]:
    """Give a paper the lower of two names, so that the order of loading does not matter."""
    if name >= row.name:
        return set()
    row.name = fitting(models.Document, "name", name)
    row.save(update_fields=["name"])
    return groups_of(models.Placement.objects.filter(fact__document=row))


def _supersede(row: models.Document, read: list[models.Fact]) -> None:
    """Keep the facts that are the same, add the others, and mark those that the new reading gives no more."""
    old = {
        (fact.kind, bytes(fact.mention)): fact
        for fact in models.Fact.objects.filter(document=row, superseded=False).exclude(reading__version=PEOPLE)
    }
    new = {(fact.kind, bytes(fact.mention)): fact for fact in read}
    same = {key for key in old.keys() & new.keys() if bytes(old[key].body) == bytes(new[key].body)}
    gone = [fact.id for key, fact in old.items() if key not in same]
    models.Fact.objects.filter(id__in=gone).update(superseded=True)
    models.Fact.objects.bulk_create([fact for key, fact in new.items() if key not in same], batch_size=CHUNK)


def mended(extraction: Extraction, corrections: Corrections) -> Extraction:
    """Facts that were placed by the catalogue alone, placed by what people mended too."""
    return placed(extraction, corrections) if corrections else extraction


def _demand_resolved(extraction: Extraction) -> None:
    bare = any(figure.resolved is None for figure in extraction.figures)
    if bare or any(tally.resolved is None for tally in extraction.tallies):
        raise UsageError("registry.not_resolved", document=extraction.document.id)


def _bytes(data: bytes | memoryview | None) -> bytes | None:
    """PostgreSQL hands digests out as views."""
    return None if data is None else bytes(data)
