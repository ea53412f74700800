"""What papers say of work, made with a scoreboard and kept beside it; papers are named by their addresses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from camket.model.extraction import Extraction
from camket.model.message import Message
from camket.model.number_check import NumberFinding
from camket.model.petition import Petition, Reply
from camket.model.plan import PlacedTally, Plan
from camket.model.scoreboard import DifferenceLine
from camket.model.series import Source
from camket.model.work_board import CountLine
from camket.server.pages.models import Board, BoardWork
from camket.server.registry.keys import mention_key, pack, unpack
from camket.server.registry.store import DatabaseRegistry
from camket.server.registry.unagreed import key_of_line
from camket.work.board import work_board

_AROUND = 160
_Told = tuple[str, frozenset[bytes]]


class Petitions(msgspec.Struct, frozen=True):
    """Proposals, and what papers say became of them."""

    petitions: tuple[Petition, ...] = ()
    replies: tuple[Reply, ...] = ()


class Quoted(NamedTuple):
    """Words of a paper within those of their line."""

    slug: str
    before: str
    quote: str
    after: str


class KeptFinding(msgspec.Struct, frozen=True, kw_only=True):
    """What does not agree, with its sentences; places of one line stand together where they follow one another.

    `key` is that of the line of the same board which tells the same; empty where none does.
    """

    kind: str
    verdict: str
    reason: Message
    quotes: tuple[Quoted, ...]
    tried: tuple[Message, ...] = ()
    likely: tuple[Message, ...] = ()
    key: bytes = b""


class Numbers(msgspec.Struct, frozen=True):
    """Lines that count tasks, and what does not agree."""

    counts: tuple[CountLine, ...] = ()
    findings: tuple[KeptFinding, ...] = ()


def work_of(registry: DatabaseRegistry, contradictions: Iterable[DifferenceLine] = ()) -> BoardWork:
    """What the papers of a view say of work; the row is not saved.

    Args:
        registry: the view.
        contradictions: what its scoreboard tells of figures: what is told there too is one thing, approved once.
    """
    addressed = registry.addressed()
    papers = [_named(paper, slug) for slug, paper in addressed]
    made = work_board(papers, _plans(registry, papers))
    texts = {paper.document.id: paper.document.text for paper in papers}
    keys = {_of_line(line.kind, line.statements): key_of_line(line) for line in contradictions}
    findings = tuple(_kept(each, texts, keys) for each in made.findings)
    return BoardWork(
        petitions=pack(Petitions(made.petitions, made.replies)),
        numbers=pack(Numbers(made.counts, findings)),
    )


def petitions_of(board: Board) -> Petitions:
    """The proposals that a board keeps."""
    row = BoardWork.objects.filter(board=board).only("petitions").first()
    return unpack(row.petitions, Petitions) if row is not None else Petitions()


def numbers_of(board: Board) -> Numbers:
    """The numbers of tasks that a board keeps."""
    row = BoardWork.objects.filter(board=board).only("numbers").first()
    return unpack(row.numbers, Numbers) if row is not None else Numbers()


def _named(paper: Extraction, slug: str) -> Extraction:
    """The paper under its address, which is its own where names of files are not."""
    return msgspec.structs.replace(paper, document=msgspec.structs.replace(paper.document, id=slug))


def _plans(registry: DatabaseRegistry, papers: Iterable[Extraction]) -> list[Plan]:
    """The plans, their tallies under the addresses of their papers too: names of files may be those of several."""
    slugs = {tally.id: paper.document.id for paper in papers for tally in paper.tallies}
    return [
        msgspec.structs.replace(plan, tallies=tuple(_moved(each, slugs) for each in plan.tallies))
        for plan in registry.plans()
    ]


def _moved(placed: PlacedTally, slugs: Mapping[str, str]) -> PlacedTally:
    slug = slugs.get(placed.tally.id, placed.source.document)
    return msgspec.structs.replace(placed, source=msgspec.structs.replace(placed.source, document=slug))


def _of_line(kind: str, statements: Iterable[str]) -> _Told:
    """What a line and a finding that tell the same have in common: the kind, and of which figures it is."""
    return kind, frozenset(map(mention_key, statements))


def _kept(found: NumberFinding, texts: Mapping[str, str], keys: Mapping[_Told, bytes]) -> KeptFinding:
    quotes = dict.fromkeys(_quoted(source, texts) for source in found.sources)
    return KeptFinding(
        kind=found.kind,
        verdict=found.verdict,
        reason=found.reason,
        quotes=tuple(quotes),
        tried=found.tried,
        likely=tuple(each.reason for each in found.likely),
        key=keys.get(_of_line(found.kind, found.statements), b"") if found.verdict == "contradicting" else b"",
    )


def _quoted(source: Source, texts: Mapping[str, str]) -> Quoted:
    """The words of a source."""
    slug = source.document
    text = texts.get(slug, "")
    if source.start is None or source.end is None:
        return Quoted(slug, "", source.quote or "", "")
    first, last = text.rfind("\n", 0, source.start) + 1, text.find("\n", source.end)
    before, after = text[first : source.start], text[source.end : last if last >= 0 else len(text)]
    if len(before) > _AROUND:  # cut between two words, and said to be
        before = f"… {before[-_AROUND:].partition(' ')[2]}"
    if len(after) > _AROUND:
        after = f"{after[:_AROUND].rpartition(' ')[0]} …"
    return Quoted(slug, before, text[source.start : source.end], after)
