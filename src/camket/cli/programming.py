"""What `camket programmes` does: read a tree, show it, enter it, list what is entered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
import msgspec

from camket.cli.flow import facts_of, list_of
from camket.cli.output import harmless, print_findings, print_json, print_table
from camket.findings import finding_record
from camket.model.document import Document
from camket.model.message import message
from camket.model.programme import Node
from camket.report.dates import day
from camket.report.layout import Cell
from camket.report.naming import word
from camket.words import Language, say, term
from camket.work.programme_reading import read_programme


class AskedTree(NamedTuple):
    """Title, area and paper of a tree, empty where the file itself says them."""

    title: str
    area: str
    paper: str


def enter(file: Path, asked: AskedTree, language: Language, *, dry_run: bool, as_json: bool) -> None:
    """Enter the tree of a file; a dry run only shows what was read. Exit code 1 where the file lists nothing."""
    paper = list_of(file)
    text = paper.text if isinstance(paper, Document) else ""
    found = read_programme(facts_of(paper).document if isinstance(paper, Document) else paper, asked.title)
    if found.root is None:
        print_findings(found.findings, language, text=text, paper=file.name, words={})
        click.get_current_context().exit(1)
    changed = None
    if not dry_run:
        from camket.server.registry.acting import CONSOLE
        from camket.server.registry.actions.load_programme import load_programme

        changed = load_programme(CONSOLE, found.root, area=asked.area, paper=asked.paper, source=file.name)
    if as_json:
        told = {
            "tree": found.root,
            "findings": [finding_record(each, language) for each in found.findings],
            "changed": changed,
        }
        print_json(msgspec.json.format(msgspec.json.encode(told)) + b"\n")
        return
    print_table(_COLUMNS, [_row(node, depth, language) for node, depth in _walk(found.root, 0)], language)
    print_findings(found.findings, language, text=text, paper=file.name, words={})
    if changed is not None:
        click.echo(say(message("work.programme.entered", **msgspec.structs.asdict(changed)), language))


def show(language: Language) -> None:
    """The trees that are entered."""
    from camket.server.registry.models import Programme

    rows = [
        [Cell(each.slug), Cell(harmless(each.title)), Cell(word(f"work.node.{each.kind}", language)), Cell(each.area)]
        for each in Programme.objects.order_by("title")
    ]
    if rows:
        print_table(("column.id", "column.title", "column.kind", "column.area"), rows, language)
    else:
        click.echo(term("work.programme.none_entered", language))


_COLUMNS = ("column.number_of_target", "column.kind", "column.title", "column.lead", "column.due")


def _walk(node: Node, depth: int) -> Iterator[tuple[Node, int]]:
    yield node, depth
    for child in node.children:
        yield from _walk(child, depth + 1)


def _row(node: Node, depth: int, language: Language) -> list[Cell]:
    when = day(node.due.day, language) if node.due.day is not None else node.due.words
    return [
        Cell(node.number, "quiet"),
        Cell(word(f"work.node.{node.kind}", language)),
        Cell(harmless("  " * depth + node.title)),
        Cell(harmless(node.lead)),
        Cell(harmless(when)),
    ]
