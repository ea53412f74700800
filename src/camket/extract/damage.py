"""What the facts of a damaged paper are worth: those of mended sentences are less sure, and a finding says why."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec

from camket.findings import Finding
from camket.grammar.engine import Reading
from camket.model.extraction import FACT_KINDS, Extraction
from camket.model.fact import Fact
from camket.model.message import message
from camket.model.span import Span

FactT = TypeVar("FactT", bound=Fact)
_KEPT = 0.8
"""How much of its confidence a fact of a mended sentence keeps."""


def with_damage(extraction: Extraction, reading: Reading, misread: Sequence[Span] = ()) -> Extraction:
    """The same facts, less sure where words of their sentence were mended, and a finding that the text is damaged.

    Args:
        extraction: the facts.
        reading: what they were found in.
        misread: the words of a scan that were read by their company.
    """
    if misread:
        said = message("scan.misread", count=len(misread))
        found = Finding(message=said, level="info", start=misread[0].start, end=misread[0].end)
        extraction = _with_doubts(extraction, reading, misread, "reason.misread", found)
    damage = reading.damage
    if damage is None:
        return extraction
    first = damage.mended[0]
    said = message("text.damaged", mended=len(damage.mended), left=damage.left)
    found = Finding(message=said, start=first.start, end=first.end)
    return _with_doubts(extraction, reading, damage.mended, "reason.mended", found)


def _with_doubts(
    extraction: Extraction, reading: Reading, mended: Sequence[Span], reason: str, found: Finding
) -> Extraction:
    doubted = {kind: tuple(_doubted(reading, mended, reason, getattr(extraction, kind))) for kind in FACT_KINDS}
    return msgspec.structs.replace(extraction, findings=(*extraction.findings, found), **doubted)


def _doubted(reading: Reading, mended: Sequence[Span], reason: str, facts: Iterable[FactT]) -> Iterator[FactT]:
    sentences = [reading.folded.span(one.start, one.end) for one in reading.sentences]
    ends, starts = [one.end for one in sentences], [one.start for one in mended]
    for fact in facts:
        place = min(bisect_left(ends, fact.start + 1), len(sentences) - 1)
        first, last = min(sentences[place].start, fact.start), max(sentences[place].end, fact.end)
        count = bisect_left(starts, last) - bisect_left(starts, first)
        yield _less_sure(fact, reason, count) if count else fact


def _less_sure(fact: FactT, reason: str, count: int) -> FactT:
    reasons = (*fact.reasons, message(reason, count=count))
    return msgspec.structs.replace(fact, confidence=round(fact.confidence * _KEPT, 2), reasons=reasons)
