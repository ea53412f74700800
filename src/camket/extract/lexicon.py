"""The lexicon of the one scan: every word of the catalogue and every cue of the rules."""

from __future__ import annotations

from functools import cache

from camket import catalogue
from camket.grammar.scan import FRAGMENT, Entry, Lexicon
from camket.grammar.syllable import common_fragments
from camket.rules.book import kinds, rule_set, words_of

INDICATOR, WEAK_INDICATOR, AREA, BODY = "indicator", "weak_indicator", "area", "body"


def _is_abbreviation(word: str) -> bool:
    return len(word) <= 5 and word.isupper()


@cache
def lexicon() -> Lexicon:
    """All entries, in one automaton, built once."""
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
    lists = (words for kind in kinds() for words in words_of(kind).values())
    return Lexicon(entries, {phrase for words in lists for phrase in words})
