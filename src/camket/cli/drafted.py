"""What `camket drafts` prints: the tasks that papers give, once each, and what a person must decide about them."""

from __future__ import annotations

from collections.abc import Sequence

import click
import msgspec

from camket.catalogue import load_bodies
from camket.cli.flow import Harvest
from camket.cli.output import print_findings, print_json, print_table
from camket.findings import finding_record
from camket.report.layout import Cell
from camket.words import Language, term
from camket.work.days import written
from camket.work.drafts import Draft, Drafts, drafts
from camket.work.same import merged

_COLUMNS = (
    "work.column.source",
    "column.task",
    "work.column.lead",
    "work.column.supporting",
    "work.column.product",
    "column.due",
)


def print_drafts(harvest: Harvest, language: Language, *, as_json: bool) -> bool:
    """The drafts of all papers, the same instruction once, with findings to the error stream.

    Returns:
        Whether a person must look at something.
    """
    found = [(each, drafts(each)) for each in harvest.extractions]
    tasks = merged([each.tasks for _, each in found])
    if as_json:
        print_json(msgspec.json.format(_object(tasks, [each for _, each in found], language)) + b"\n")
    elif tasks:
        print_table(_COLUMNS, [_row(each, language) for each in tasks], language)
    else:
        click.echo(term("work.no_tasks", language))
    print_findings(harvest.troubles, language, words={})
    for extraction, each in found:
        document = extraction.document
        print_findings(each.findings, language, text=document.text, paper=document.id, words={})
    return bool(harvest.troubles) or any(each.findings for _, each in found)


def _object(tasks: Sequence[Draft], found: Sequence[Drafts], language: Language) -> bytes:
    return msgspec.json.encode(
        {
            "format": 1,
            "tasks": tasks,
            "closings": [closing for each in found for closing in each.closings],
            "findings": [finding_record(finding, language) for each in found for finding in each.findings],
        }
    )


def _row(draft: Draft, language: Language) -> list[Cell]:
    first = draft.sources[0]
    more = f" (+{len(draft.sources) - 1})" if len(draft.sources) > 1 else ""
    source = " ".join(part for part in (first.number or first.document, first.place) if part) + more
    due = written(draft.due.day) if draft.due.day is not None else draft.due.words
    lead = _names((draft.lead,)) if draft.lead else f"{term('work.column.nobody', language)} {_names(draft.addressees)}"
    return [Cell(each) for each in (source, draft.text, lead.strip(), _names(draft.supporting), draft.product, due)]


def _names(bodies: Sequence[str]) -> str:
    names = {each.id: each.name for each in load_bodies()}
    return ", ".join(names.get(each, each) for each in bodies)
