"""What the facts of a damaged paper are worth: those of mended sentences are less sure, and a finding says why."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TypeVar

import msgspec

from camket.findings import Finding
from camket.grammar.engine import Reading
from camket.grammar.mend import Damage
from camket.model.extraction import FACT_KINDS, Extraction
from camket.model.fact import Fact
from camket.model.message import message

FactT = TypeVar("FactT", bound=Fact)
_KEPT = 0.8
"""How much of its confidence a fact of a mended sentence keeps."""


def with_damage(extraction: Extraction, reading: Reading) -> Extraction:
    """The same facts, less sure where words of their sentence were mended, and a finding that the text is damaged."""
    damage = reading.damage
    if damage is None:
        return extraction
    doubted = {kind: tuple(_doubted(reading, damage, getattr(extraction, kind))) for kind in FACT_KINDS}
    first = damage.mended[0]
    said = message("text.damaged", mended=len(damage.mended), left=damage.left)
    found = Finding(message=said, start=first.start, end=first.end)
    return msgspec.structs.replace(extraction, findings=(*extraction.findings, found), **doubted)


def _doubted(reading: Reading, damage: Damage, facts: Iterable[FactT]) -> Iterator[FactT]:
    sentences = [reading.folded.span(one.start, one.end) for one in reading.sentences]
    ends, mended = [one.end for one in sentences], [one.start for one in damage.mended]
    for fact in facts:
        place = min(bisect_left(ends, fact.start + 1), len(sentences) - 1)
        first, last = min(sentences[place].start, fact.start), max(sentences[place].end, fact.end)
        count = bisect_left(mended, last) - bisect_left(mended, first)
        yield _less_sure(fact, count) if count else fact


def _less_sure(fact: FactT, count: int) -> FactT:
    reasons = (*fact.reasons, message("reason.mended", count=count))
    return msgspec.structs.replace(fact, confidence=round(fact.confidence * _KEPT, 2), reasons=reasons)
