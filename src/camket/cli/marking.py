"""The text of a paper with its facts in colour, and its facts as a table."""

from __future__ import annotations

from itertools import groupby

import click

from camket.cli.output import harmless, on_terminal, print_table
from camket.model.extraction import Extraction
from camket.report.facts import describe
from camket.report.layout import Cell
from camket.words import Language, term

# Where facts lie in one another the last of these is seen: a figure within an instruction, not the other way round.
_COLOURS = (
    ("directives", "\x1b[4m"),
    ("proposals", "\x1b[4;2m"),
    ("people", "\x1b[35m"),
    ("references", "\x1b[34m"),
    ("tallies", "\x1b[1;33m"),
    ("figures", "\x1b[1;32m"),
)
_END = "\x1b[0m"


def print_marked(extraction: Extraction) -> None:
    """The text; on a terminal with its facts marked, elsewhere as it is."""
    text = extraction.document.text
    click.echo(_marked(extraction) if on_terminal() else text, nl=not text.endswith("\n"))


def print_facts(extraction: Extraction, language: Language) -> None:
    """Every fact in the order of the text: its kind, its quote, what it says."""
    facts = sorted(extraction.facts(), key=lambda pair: (pair[1].start, pair[1].end))
    rows = [
        [
            Cell(term(f"fact.{kind}", language)),
            Cell(harmless(fact.quote)),
            Cell(harmless(describe(fact, language))),
            Cell(fact.rule),
        ]
        for kind, fact in facts
    ]
    if rows:
        click.echo()
        print_table(("column.kind_of_fact", "column.quote", "column.fact", "column.rule"), rows, language)


def _marked(extraction: Extraction) -> str:
    text = extraction.document.text
    kinds = bytearray(len(text))
    for number, (kind, _) in enumerate(_COLOURS, start=1):
        for fact in getattr(extraction, kind):
            kinds[fact.start : fact.end] = bytes([number]) * (fact.end - fact.start)
    pieces: list[str] = []
    place = 0
    for number, run in groupby(kinds):
        end = place + sum(1 for _ in run)
        piece = harmless(text[place:end])
        pieces.append(f"{_COLOURS[number - 1][1]}{piece}{_END}" if number else piece)
        place = end
    return "".join(pieces)
