"""Where the review of a fact stands, and which facts people should look at first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

import msgspec

from camket.model.fact import Fact, Figure, Tally
from camket.model.judgement import Judgement, Verdict
from camket.registry.policy import last_word

ReviewState = Literal["machine", "confirmed", "corrected", "rejected", "unsure", "added"]
"""Read by the machine and seen by nobody; or what the word that counts says of it."""


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """The review of one fact.

    Attributes:
        state: where it stands.
        word: the judgement that counts; None where nobody has settled it.
        differing: whether people who settled it say different things; the latest counts, both are shown.
    """

    state: ReviewState
    word: Judgement | None = None
    differing: bool = False


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """How much each thing counts in the order of review. Ours: what does most harm when wrong comes first.

    Attributes:
        contested: its value contradicts that of another source.
        planned: a plan asks for its indicator.
        headline: its indicator is among those that the area's page shows first.
        due: the report on its period is being written.
        doubt: the reader has no confidence at all; at half confidence half of it.
    """

    contested: int = 40
    planned: int = 20
    headline: int = 15
    due: int = 10
    doubt: int = 50


WEIGHTS = Weights()
DUE_BEFORE, DUE_AFTER = timedelta(days=60), timedelta(days=30)
"""A period's report is written from thirty days before its end to sixty days after."""
NO_CONFIDENCE = 0.5
"""Stands in for the confidence of a fact that the order does not know it of."""


class Matter(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a fact that waits; see `Weights`."""

    confidence: float = NO_CONFIDENCE
    contested: bool = False
    planned: bool = False
    headline: bool = False
    due: bool = False


def urgency(matter: Matter) -> float:
    """How much a fact matters; the highest is reviewed first."""
    points = (
        (matter.contested, WEIGHTS.contested),
        (matter.planned, WEIGHTS.planned),
        (matter.headline, WEIGHTS.headline),
        (matter.due, WEIGHTS.due),
    )
    return sum(weight for holds, weight in points if holds) + WEIGHTS.doubt * (1 - matter.confidence)


def is_due(last: date | None, today: date) -> bool:
    """Whether the report on a period that ends on `last` is being written."""
    return last is not None and last - DUE_AFTER <= today <= last + DUE_BEFORE


def review_of(judgements: Iterable[Judgement]) -> Review:
    """Where the review of a fact stands by all judgements of it."""
    held = [each for each in judgements if each.holds()]
    word = last_word(held)
    if word is None:
        return Review(state="unsure" if held else "machine")
    return Review(state=word.verdict, word=word, differing=len(_settled(held)) > 1)


def _settled(held: Iterable[Judgement]) -> set[object]:
    """The different things that people say in their last words."""
    people: dict[str, list[Judgement]] = {}
    for each in held:
        people.setdefault(each.who, []).append(each)
    words = (last_word(own) for own in people.values())
    return {content(word.fact) if word.fact is not None else "rejected" for word in words if word is not None}


def content(fact: Fact) -> Fact:
    """What a fact says, without where it stands and how it was found: equal for two readings that say the same."""
    bare = msgspec.structs.replace(fact, id="", start=0, end=0, quote="", rule="", confidence=0, reasons=())
    return msgspec.structs.replace(bare, resolved=None) if isinstance(bare, Figure | Tally) else bare


DECIDING: tuple[Verdict, ...] = ("confirmed", "corrected", "rejected", "added")
"""The verdicts after which a fact waits no longer."""
