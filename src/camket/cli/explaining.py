"""What `camket explain` prints."""

from __future__ import annotations

import click

from camket.cli.marking import print_facts
from camket.cli.output import harmless, print_json, print_table
from camket.exchange.guide import pretty
from camket.extract.explain import explain
from camket.report.layout import Cell
from camket.words import Language, term


def print_explanation(sentence: str, language: Language, *, as_json: bool) -> None:
    """The steps in their order, then the facts that came of them."""
    explanation = explain(sentence)
    if as_json:
        print_json(pretty({"steps": explanation.steps}))
        return
    if not explanation.steps:
        click.echo(term("cli.explain.nothing", language))
        return
    rows = [
        [Cell(harmless(each)) for each in (str(number), step.stage, step.rule, step.quote, step.shown)]
        for number, step in enumerate(explanation.steps, start=1)
    ]
    print_table(("column.step", "column.stage", "column.rule", "column.quote", "column.made"), rows, language)
    print_facts(explanation.extraction, language)
