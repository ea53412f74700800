"""The lexicon of the one scan: every word of the catalogue and every cue of the rules."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from camket import catalogue, samples
from camket.grammar.scan import FRAGMENT, Entry, Lexicon, Table, tabled
from camket.grammar.syllable import common_fragments
from camket.kept import kept
from camket.rules.book import kinds, rule_set, rules_of, words_of

INDICATOR, WEAK_INDICATOR, AREA, BODY = "indicator", "weak_indicator", "area", "body"


def _is_abbreviation(word: str) -> bool:
    return len(word) <= 5 and word.isupper()


@cache
def lexicon() -> Lexicon:
    """All entries, in one automaton, built once."""
    return Lexicon(kept("lexicon", "", Table, lambda: tabled(_entries())), _prose)


def _entries() -> list[Entry]:
    entries = list(rule_set().cue_entries())
    for indicator in catalogue.load_indicators():
        names = (indicator.name.vi, *indicator.aliases)
        entries += [Entry(word, INDICATOR, indicator.id, _is_abbreviation(word)) for word in names]
        entries += [
            Entry(word, WEAK_INDICATOR, indicator.id, _is_abbreviation(word)) for word in indicator.weak_aliases
        ]
    for area in catalogue.load_areas():
        names = (*((area.name,) if area.bare else ()), area.full_name, *area.aliases)
        entries += [Entry(word, AREA, area.slug, _is_abbreviation(word)) for word in names]
    for body in catalogue.load_bodies():
        entries += [Entry(word, BODY, body.id, _is_abbreviation(word)) for word in (body.name, *body.aliases)]
    entries += [Entry(f" {piece} ", FRAGMENT, piece, cased=True) for piece in common_fragments()]
    return entries


def _prose() -> Iterator[str]:
    """Texts in the language of the papers: the word lists and examples of the rules, and the sample papers."""
    for kind in kinds():
        yield from (phrase for words in words_of(kind).values() for phrase in words)
        for rule in rules_of(kind):
            yield from (example.text for example in rule.examples)
            yield from rule.counter_examples
    papers = Path(samples.__path__[0]).glob("*.txt")
    yield from (paper.read_text(encoding="utf-8") for paper in papers)
