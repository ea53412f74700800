"""Every rule makes of its examples just what it says, and nothing of its counter-examples."""

from __future__ import annotations

import pytest

from camket.extract.lexicon import lexicon
from camket.extract.pipeline import KINDS
from camket.grammar.engine import Reading
from camket.grammar.rule import Example, Rule
from camket.rules.book import kinds, rule_set, rules_of

RULES = [rule for kind in kinds() for rule in rules_of(kind)]
EXAMPLES = [pytest.param(rule, shown, id=f"{rule.name}:{shown.text[:40]}") for rule in RULES for shown in rule.examples]
COUNTER = [pytest.param(rule, text, id=f"{rule.name}:{text[:40]}") for rule in RULES for text in rule.counter_examples]


def made_by(rule: Rule, text: str) -> tuple[str, ...]:
    reading = Reading(text, lexicon())
    for kind in KINDS[: KINDS.index(rule.kind) + 1]:
        rule_set().run(kind, reading)
    return tuple(
        f"{reading.folded.quote(one.start, one.end).strip()} => {one.item}"
        for one in reading.made[rule.kind]
        if one.rule == rule.name
    )


@pytest.mark.parametrize(("rule", "shown"), EXAMPLES)
def test_example(rule: Rule, shown: Example) -> None:
    assert made_by(rule, shown.text) == shown.made


@pytest.mark.parametrize(("rule", "text"), COUNTER)
def test_counter_example(rule: Rule, text: str) -> None:
    assert made_by(rule, text) == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_has_examples(rule: Rule) -> None:
    assert rule.examples, "a rule shows what it makes"
    assert rule.counter_examples, "a rule shows what it leaves alone"


def test_every_kind_is_run() -> None:
    assert set(kinds()) == set(KINDS)
