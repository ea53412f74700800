"""Why a sentence is read as it is: which words were found, which rules fired in what order, what was made of them."""

from __future__ import annotations

from hashlib import sha256

import msgspec

from camket.extract.lexicon import lexicon
from camket.extract.pipeline import KINDS, extract_document
from camket.grammar.engine import Reading
from camket.grammar.scan import CUE, Mark
from camket.model.document import Document, Head
from camket.model.extraction import Extraction
from camket.rules.book import rule_set


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was found: in which stage, by which rule or word list, in which words, and what it is."""

    stage: str
    rule: str
    quote: str
    shown: str


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """The derivation of a sentence, and the facts that came of it with their reasons."""

    steps: tuple[Step, ...]
    extraction: Extraction


def explain(sentence: str, *, day: str | None = None, area: str | None = None) -> Explanation:
    """Derive a sentence as if it stood alone in a paper of the given day (ISO) and area, both optional."""
    reading = Reading(sentence, lexicon())
    steps = [
        Step(stage="word", rule=kind, quote=reading.folded.quote(mark.start, mark.end), shown=mark.value)
        for kind, marks in sorted((*reading.marks.items(), (CUE, _cue_marks(reading))))
        for mark in marks
    ]
    for kind in KINDS:
        steps += [
            Step(stage=kind, rule=one.rule, quote=reading.folded.quote(one.start, one.end).strip(), shown=str(one.item))
            for one in rule_set().run(kind, reading)
        ]
    digest = sha256(sentence.encode()).hexdigest()
    document = Document(
        id="sentence", text=sentence, sha256=digest, text_sha256=digest, head=Head(event_date=day, area=area)
    )
    return Explanation(steps=tuple(steps), extraction=extract_document(document))


def _cue_marks(reading: Reading) -> list[Mark]:
    """The cues of a reading with their places, in order."""
    return sorted(Mark(at, at + len(cue), CUE, cue) for cue, places in reading.cues.items() for at in places)
