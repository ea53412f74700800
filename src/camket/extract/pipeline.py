"""From a document to its facts: the order in which the kinds are read, and what each needs of the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import TypeVar

import msgspec

from camket.extract.city_form import as_written
from camket.extract.confidence import weighed
from camket.extract.damage import with_damage
from camket.extract.figures.echo import settle_tasks
from camket.extract.figures.find import find_figures
from camket.extract.head.whole import read_head
from camket.extract.lexicon import lexicon
from camket.extract.off_topic import set_aside
from camket.extract.orders.directives import find_directives
from camket.extract.orders.proposals import find_proposals
from camket.extract.orders.task_lines import find_task_grids, lines_between
from camket.extract.orders.task_tables import is_task_table, with_tables
from camket.extract.orders.whose import of_the_place
from camket.extract.people import find_people, who
from camket.extract.recognised import as_recognised, with_recognition
from camket.extract.references import find_references
from camket.extract.scene import scene
from camket.extract.tables.beside import beyond_heads, within_cells
from camket.extract.tables.cut import apart, framed
from camket.extract.tables.figures import table_figures
from camket.extract.tables.find import find_tables, row_numbers, table_findings
from camket.extract.tallies import find_tallies
from camket.grammar.engine import Reading
from camket.grammar.fold import Folded
from camket.model.document import Document
from camket.model.extraction import FACT_KINDS, Extraction
from camket.model.fact import Fact, Figure
from camket.model.span import Span
from camket.rules.book import rule_set
from camket.rules.period.item import by_months

FactT = TypeVar("FactT", bound=Fact)
KINDS = ("period", "plan", "reference", "person", "numeral", "quantity", "tally", "role", "directive", "proposal")
"""Later kinds may look at the items of earlier ones."""


def read_text(text: str | Folded) -> Reading:
    """A reading of a text with every kind of rule run over it."""
    reading = Reading(text, lexicon())
    rules = rule_set()
    for kind in KINDS:
        rules.run(kind, reading)
    return reading


def extract_document(document: Document, *, whatever: bool = False) -> Extraction:
    """All facts of a document; of a story off the topic none, unless whatever it tells is asked for."""
    folded, misread = as_recognised(document, Folded(document.text))
    aside = None if whatever else set_aside(document, folded)
    return _facts(document, read_text(folded), misread) if aside is None else aside


def _facts(document: Document, reading: Reading, misread: Sequence[Span]) -> Extraction:
    head, findings = read_head(reading, document)
    setting = scene(reading, head)
    people = who(reading)
    told = framed(reading, document.blocks)
    tasks, others = apart(told, is_task_table)
    in_lines = [one for span in lines_between(told.ranges, len(reading.low)) for one in find_task_grids(reading, *span)]
    tasks += in_lines
    directives = with_tables(find_directives(reading, people, setting), reading, tasks, people, setting)
    proposals = find_proposals(reading, people, setting)
    tallies = find_tallies(reading, setting)
    tables = find_tables(reading, setting, others, [(grid.start, grid.end) for grid in in_lines])
    said = find_figures(reading, setting, [(table.start, table.end) for table in tables if table.understood])
    said = tuple(within_cells(reading, said, told))
    numbers = row_numbers(reading, tables)
    said = tuple(figure for figure in said if figure.start not in numbers) if numbers else said
    of_tables = table_figures(reading, setting, tables)
    figures = sorted((*settle_tasks(said, directives, proposals), *of_tables), key=lambda figure: figure.start)
    raw = Extraction(
        document=msgspec.structs.replace(document, head=head),
        figures=tuple(map(_by_months, weighed(figures, reading.folded, head))),
        tallies=tallies,
        directives=of_the_place(directives, reading, setting),
        proposals=of_the_place(proposals, reading, setting),
        references=tuple(beyond_heads(reading, find_references(reading), tables)),
        people=find_people(reading),
        findings=document.findings + findings + table_findings(reading, tables, of_tables, told),
    )
    return identified(with_recognition(with_damage(as_written(raw, reading), reading, misread)), reading)


def _by_months(figure: Figure) -> Figure:
    """The figure; a time told by its days is given by its months, with the days beside."""
    period, base = by_months(figure.period), by_months(figure.base_period)
    days = figure.period if period != figure.period else None
    return msgspec.structs.replace(figure, period=period, days=days, base_period=base) if days or base else figure


def identified(extraction: Extraction, reading: Reading) -> Extraction:
    """The same facts, each with the id of its mention."""
    sha256 = extraction.document.sha256
    named = {kind: tuple(_identify(kind, sha256, reading, getattr(extraction, kind))) for kind in FACT_KINDS}
    return msgspec.structs.replace(extraction, **named)


def _identify(kind: str, sha256: str, reading: Reading, facts: Iterable[FactT]) -> Iterable[FactT]:
    """The id is a hash of the paper's bytes, the kind, the folded words of the quote and which occurrence it is."""
    seen: dict[str, int] = {}
    for fact in facts:
        words = " ".join(reading.folded.low_of(fact.start, fact.end).split())
        number = seen.get(words, 0)
        seen[words] = number + 1
        key = f"{sha256}\x1f{kind}\x1f{words}\x1f{number}"
        yield msgspec.structs.replace(fact, id=blake2b(key.encode(), digest_size=16).hexdigest())
