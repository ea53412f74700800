"""What `camket explain` prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

import click

from camket.cli.output import harmless, on_terminal, print_json, width
from camket.cli.why import card
from camket.exchange.guide import pretty
from camket.extract.explain import Explanation, Step, explain
from camket.report.layout import Cell
from camket.report.naming import word
from camket.report.pen import Pen
from camket.words import Language, term

_COLUMNS = ("column.step", "column.stage", "column.quote", "column.made", "column.rule")


def print_explanation(
    sentence: str, language: Language, *, as_json: bool, day: date | None = None, area: str | None = None
) -> None:
    """The facts of a sentence with their reasons and what they were told from, then the steps in their order."""
    explanation = explain(sentence, day=day.isoformat() if day else None, area=area)
    if as_json:
        print_json(pretty({"steps": explanation.steps, "told": explanation.told}))
        return
    if not explanation.steps:
        click.echo(term("cli.explain.nothing", language))
        return
    for line in _lines(explanation, Pen(language, width(), colour=on_terminal())):
        click.echo(line)


def _lines(explanation: Explanation, pen: Pen) -> Iterator[str]:
    facts = sorted((fact for _, fact in explanation.extraction.facts()), key=lambda fact: (fact.start, fact.end))
    told = {each.figure: each.why for each in explanation.told}
    for place, fact in enumerate(facts, start=1):
        yield from card(place, fact, told.get(fact.id, ()), pen)
        yield ""
    yield pen.strong(pen.term("explain.steps"))
    yield from pen.table(_COLUMNS, list(_rows(explanation.steps, pen)))


def _rows(steps: Sequence[Step], pen: Pen) -> Iterator[list[Cell]]:
    """A row for each step; what one rule made of the same words several times is one row."""
    grouped = groupby(steps, key=lambda step: (step.stage, step.rule, step.quote))
    for place, ((stage, rule, quote), some) in enumerate(grouped, start=1):
        made = ", ".join(dict.fromkeys(step.shown for step in some))
        named = word(f"lexicon.{rule}", pen.language) if stage == "word" else rule
        texts = (str(place), word(f"stage.{stage}", pen.language), quote, made, named)
        yield [Cell(harmless(text)) for text in texts]
