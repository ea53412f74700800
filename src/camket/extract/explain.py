"""Why a sentence is read as it is: which words were found, which rules fired in what order, what was made of them.

For each figure it also tells what else its indicator, time, role and place could have been, and why that lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

import msgspec

from camket.extract.figures.clause import Slot, slots
from camket.extract.lexicon import lexicon
from camket.extract.pipeline import KINDS, extract_document
from camket.extract.place import place
from camket.extract.rivals import Asked, Why, why
from camket.extract.scene import scene
from camket.grammar.engine import Reading
from camket.grammar.rule import Made
from camket.model.document import Document, Head
from camket.model.extraction import Extraction
from camket.model.fact import Figure
from camket.rules.book import rule_set


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was found: in which stage, by which rule or word list, in which words, and what it is."""

    stage: str
    rule: str
    quote: str
    shown: str


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A figure by its id and words, with its attributes, their reasons and their rivals; none for cells of tables."""

    figure: str
    quote: str
    why: tuple[Why, ...] = ()


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """The derivation of a sentence, the facts that came of it, and what each figure was told from."""

    steps: tuple[Step, ...]
    told: tuple[Told, ...]
    extraction: Extraction


def explain(sentence: str, *, day: str | None = None, area: str | None = None) -> Explanation:
    """Derive a sentence as if it stood alone in a paper of the given day (ISO) and area, both optional."""
    reading = Reading(sentence, lexicon())
    steps = [
        Step(stage="word", rule=kind, quote=reading.folded.quote(mark.start, mark.end), shown=mark.value)
        for kind, marks in sorted(reading.marks.items())
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
    extraction = extract_document(document)
    return Explanation(steps=tuple(steps), told=tuple(_told(reading, extraction)), extraction=extraction)


def _told(reading: Reading, extraction: Extraction) -> Iterator[Told]:
    setting = scene(reading, extraction.document.head)
    found = _slots(reading, extraction.figures)
    for figure in extraction.figures:
        slot = found.get((figure.start, figure.end))
        if slot is None:
            yield Told(figure=figure.id, quote=figure.quote)
            continue
        numbers = [(one.start, one.end) for one in found.values() if one.sentence == slot.sentence]
        numbers += [(one.start, one.end) for one in reading.items("tally", slot.sentence.start, slot.sentence.end)]
        asked = Asked(reading, setting, figure, slot, sorted(numbers))
        yield Told(figure=figure.id, quote=figure.quote, why=why(asked))


def _slots(reading: Reading, figures: tuple[Figure, ...]) -> dict[tuple[int, int], Slot]:
    """The slot of each figure by its span in the source, in the order of the text."""
    spans = {(figure.start, figure.end) for figure in figures}
    found: dict[tuple[int, int], Slot] = {}
    for sentence in reading.sentences:
        made = [one for one in reading.items("quantity", sentence.start, sentence.end) if _span(reading, one) in spans]
        found |= {_span(reading, slot.made): slot for slot in slots(reading, sentence, made)}
    return found


def _span(reading: Reading, one: Made) -> tuple[int, int]:
    spot = place(reading, one.start, one.end)
    return spot.start, spot.end
