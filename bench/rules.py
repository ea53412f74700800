"""What the rules cost."""

from __future__ import annotations

import time
from collections.abc import Sequence

from bench.ways import Text
from camket.extract.lexicon import lexicon
from camket.extract.pipeline import KINDS
from camket.grammar.engine import Reading
from camket.rules.book import rule_set


def slowest_rules(texts: Sequence[Text], count: int = 8) -> list[tuple[str, float]]:
    """The kinds of rule that took longest, in milliseconds a document."""
    spent = dict.fromkeys(KINDS, 0.0)
    for one in texts:
        reading = Reading(one.text, lexicon())
        for kind in KINDS:
            began = time.perf_counter()
            rule_set().run(kind, reading)
            spent[kind] += time.perf_counter() - began
    ranked = sorted(spent.items(), key=lambda pair: -pair[1])
    return [(kind, 1000 * seconds / len(texts)) for kind, seconds in ranked[:count]]
