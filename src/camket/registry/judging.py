"""The facts of a paper as they count: the reader's, with what people said of them.

A judgement holds on to its place in the text, not to an offset. Where a newer reader gives the text or the fact
otherwise, the place is found again by its words and those around them; where the words are gone, the judgement is an
orphan, which is shown and counts for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import msgspec

from camket.grammar.fold import Folded, fold
from camket.model.extraction import FACT_KINDS, Extraction
from camket.model.fact import Fact
from camket.model.judgement import AROUND, Anchor, Judgement
from camket.model.span import Span
from camket.registry.policy import counted, last_word

PERSON = "person"
"""The `rule` of a fact that people hold to be there and the reader does not give."""
_LONG = 24
"""Letters of a quote that is known by itself, where the words around it are others."""


class Held(NamedTuple):
    """Judgements of a place that the reader gives no fact of."""

    span: Span
    judgements: tuple[Judgement, ...]


class Attached(NamedTuple):
    """Where judgements hang: on facts as read (by kind and id), on bare places, on nothing any more."""

    facts: dict[tuple[str, str], tuple[Judgement, ...]]
    held: tuple[Held, ...]
    orphans: tuple[Judgement, ...]


def applied(extraction: Extraction, judgements: Iterable[Judgement]) -> Extraction:
    """The facts as they count; figures and tallies that a person settled are not placed yet."""
    attached = attach(extraction, judgements)
    if not (attached.facts or attached.held):
        return extraction
    lists: dict[str, list[Fact]] = {kind: [] for kind in FACT_KINDS}
    for kind, fact in extraction.facts():
        said = counted(fact, last_word(attached.facts.get((kind, fact.id), ())))
        if said is not None:
            lists[kind].append(said)
    for held in attached.held:
        added = held_fact(held, extraction.document.text)
        if added is not None:
            lists[held.judgements[0].kind].append(added)
    found = {kind: tuple(sorted(facts, key=lambda fact: fact.start)) for kind, facts in lists.items()}
    return msgspec.structs.replace(extraction, **found)


def held_fact(held: Held, text: str) -> Fact | None:
    """The fact that people hold to be at a place where the reader gives none; None where they hold none."""
    word = last_word(held.judgements)
    if word is None or word.fact is None:
        return None
    span = held.span
    there = msgspec.structs.replace(
        word.fact, id=word.mention, start=span.start, end=span.end, quote=text[span.start : span.end], rule=PERSON,
        reasons=(),
    )  # fmt: skip
    return counted(there, word)


def attach(extraction: Extraction, judgements: Iterable[Judgement]) -> Attached:
    """Find the facts and places that judgements hold on to."""
    groups: dict[tuple[str, str], list[Judgement]] = {}
    for each in sorted(judgements, key=lambda each: (each.at, each.number, each.who)):
        groups.setdefault((each.kind, each.mention), []).append(each)
    facts: dict[tuple[str, str], tuple[Judgement, ...]] = {}
    held: list[Held] = []
    orphans: list[Judgement] = []
    places = Places(extraction.document.text)
    located = [(key, places.locate(group[-1].anchor), tuple(group)) for key, group in sorted(groups.items())]
    exact: dict[tuple[str, int, int], list[Fact]] = {}
    for kind, read in extraction.facts():
        exact.setdefault((kind, read.start, read.end), []).append(read)
    taken = {(kind, *span) for (kind, _), span, _ in located if span is not None and (kind, *span) in exact}
    for (kind, mention), span, group in located:
        if span is None:
            orphans += group
            continue
        fact = _of_words(exact.get((kind, *span), ()), mention) or _overlapping(extraction, kind, span, taken)
        if fact is not None:
            facts[kind, fact.id] = (*facts.get((kind, fact.id), ()), *group)
        else:
            held.append(Held(span, group))
    return Attached(facts, tuple(held), tuple(orphans))


def _of_words(facts: Sequence[Fact], mention: str) -> Fact | None:
    """Of the facts of the same words (a person with two offices), the one that was judged, else the first."""
    return next((fact for fact in facts if fact.id == mention), facts[0] if facts else None)


def _overlapping(extraction: Extraction, kind: str, span: Span, taken: set[tuple[str, int, int]]) -> Fact | None:
    """The fact that a newer reader gives there with other edges: of those that share letters, the one with most."""
    facts: Sequence[Fact] = getattr(extraction, kind)
    shared = [
        (min(fact.end, span.end) - max(fact.start, span.start), -fact.start, fact)
        for fact in facts
        if (kind, fact.start, fact.end) not in taken
    ]
    best = max(shared, key=lambda each: each[:2], default=None)
    return best[2] if best is not None and best[0] > 0 else None


class Places:
    """A text in which anchors are found again."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _folded(self) -> Folded:
        return Folded(self._text)

    def locate(self, anchor: Anchor) -> Span | None:
        """Where the words of an anchor stand; None where they are gone, or stand among other words only."""
        span = Span(anchor.start, anchor.end)
        if _stands(anchor, self._text, span):
            return span
        found = list(self.candidates(anchor))
        if not found:
            return None
        agreeing, span = max(found, key=lambda each: (each[0], -abs(each[1].start - anchor.start)))
        known = _letters(anchor.prefix) + _letters(anchor.suffix)
        alone = len(found) == 1 and len(_bare(anchor.quote)) >= _LONG
        return span if alone or 2 * agreeing >= known else None

    def candidates(self, anchor: Anchor) -> Iterator[tuple[int, Span]]:
        """Every place with these words, and how many letters around it agree."""
        words = fold(anchor.quote).split()
        if not words:
            return
        low = self._folded.low
        before, after = _bare(anchor.prefix), _bare(anchor.suffix)
        for found in re.finditer(_pattern(words), low):
            left = "".join(low[max(0, found.start() - 2 * AROUND) : found.start()].split())
            right = "".join(low[found.end() : found.end() + 2 * AROUND].split())
            agreeing = _common(reversed(before), reversed(left)) + _common(after, right)
            yield agreeing, self._folded.span(*found.span())


def _pattern(words: Sequence[str]) -> str:
    """The words as they may be parted otherwise; `8%` is not found in `18%`, nor `5` in `7,5`."""
    inside = r"\s+".join(map(re.escape, words))
    opening = r"(?<!\w)(?<!\d[.,])" if words[0][0].isalnum() else ""
    closing = r"(?!\w)(?![.,]\d)" if words[-1][-1].isalnum() else ""
    return f"{opening}{inside}{closing}"


def _stands(anchor: Anchor, text: str, span: Span) -> bool:
    """Whether the words stand where they stood, among the same words."""
    first = span.start - len(anchor.prefix)
    whole = anchor.prefix + anchor.quote + anchor.suffix
    return first >= 0 and bool(anchor.quote) and text[first : span.end + len(anchor.suffix)] == whole


def _bare(text: str) -> str:
    return "".join(fold(text).split())


def _letters(text: str) -> int:
    return len(_bare(text))


def _common(one: Iterable[str], other: Iterable[str]) -> int:
    """How many letters agree from the beginning on."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
