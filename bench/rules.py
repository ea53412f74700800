"""Which rules cost most: each rule alone, on readings that all the others have already run over."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from bench.ways import CAMKET, Text, way
from camket.extract.lexicon import lexicon
from camket.extract.pipeline import KINDS, read_text
from camket.grammar.engine import Reading, RuleSet
from camket.rules.book import rules_of, words_of

_ROUNDS = 5
_SHOWN = 10


class Cost(NamedTuple):
    """What one rule takes: milliseconds a document, and the share of the whole extraction."""

    rule: str
    milliseconds: float
    share: float


class Parts(NamedTuple):
    """The shares of the extraction: reading (folding, sentences, scan), rules, and what is made of their items."""

    reading: float
    rules: float
    facts: float


def parts(texts: Sequence[Text]) -> Parts:
    """The shares of the three parts over some texts."""
    work, words = way(CAMKET).make(), lexicon()
    whole = _best(lambda: [work(one) for one in texts])
    read = _best(lambda: [Reading(one.text, words) for one in texts]) / whole
    ruled = _best(lambda: [read_text(one.text) for one in texts]) / whole
    return Parts(read, ruled - read, 1.0 - ruled)


def costs(texts: Sequence[Text]) -> list[Cost]:
    """Every rule, the dearest first."""
    work = way(CAMKET).make()
    readings = [read_text(one.text) for one in texts]
    whole = _best(lambda: [work(one) for one in texts])
    spent = {rule.name: _alone(kind, rule.name, readings) for kind in KINDS for rule in rules_of(kind)}
    return ranked(spent, whole, len(texts))


def ranked(spent: dict[str, float], whole: float, documents: int) -> list[Cost]:
    """The costs of rules out of the seconds that each and the whole took over some documents."""
    dearest = sorted(spent.items(), key=lambda pair: -pair[1])
    return [Cost(name, 1000 * seconds / documents, seconds / whole) for name, seconds in dearest]


def _alone(kind: str, name: str, readings: Sequence[Reading]) -> float:
    rules = RuleSet([rule for rule in rules_of(kind) if rule.name == name], {kind: words_of(kind)})
    made = [reading.made[kind] for reading in readings]
    seconds = _best(lambda: [rules.run(kind, reading) for reading in readings])
    for reading, items in zip(readings, made, strict=True):
        reading.keep(kind, items)  # a run stores what it made: later kinds look at the items of all rules
    return seconds


def _best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def cost_lines(found: Sequence[Cost], of: Parts) -> list[str]:
    """The parts, the ten dearest rules, the kinds of rule, and what all rules take when each runs alone."""
    shares = f"reading (fold, sentences, scan) {of.reading:.1%}, rules {of.rules:.1%}, facts {of.facts:.1%}"
    lines = [f"where the time goes: {shares}", f"{'the slowest rules':36}{'ms/document':>12}{'share':>8}"]
    lines += [f"{one.rule:36}{one.milliseconds:12.3f}{one.share:8.1%}" for one in found[:_SHOWN]]
    kinds: dict[str, float] = {}
    for one in found:
        kind = one.rule.split("/")[0]
        kinds[kind] = kinds.get(kind, 0.0) + one.share
    of_kinds = ", ".join(f"{kind} {share:.1%}" for kind, share in sorted(kinds.items(), key=lambda pair: -pair[1]))
    return [*lines, f"all {len(found)} rules, each alone, {sum(kinds.values()):.1%}: {of_kinds}"]
