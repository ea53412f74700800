"""What `camket extract` prints and writes."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import msgspec

from camket.cli.flow import Harvest, Outcome
from camket.cli.output import print_findings, print_json, print_table, write
from camket.exchange.guide import document_json
from camket.exchange.manifest import Entry, manifest_json
from camket.model.extraction import FACT_KINDS, Extraction
from camket.model.message import message
from camket.report.dates import period
from camket.report.layout import Cell
from camket.words import Language, say


def print_extractions(harvest: Harvest, language: Language, *, as_json: bool) -> None:
    """The facts as JSON, one document a line; or for people how many of each kind every document has."""
    if as_json:
        for extraction in harvest.extractions:
            print_json(msgspec.json.format(document_json(extraction, language=language), indent=-1) + b"\n")
        return
    columns = ("column.document", "column.number", "column.day", *(f"fact.{kind}.many" for kind in FACT_KINDS))
    rows = [[*_named(each, language), *_counted(each)] for each in harvest.extractions]
    if rows:
        print_table(columns, rows, language)


def _named(extraction: Extraction, language: Language) -> list[Cell]:
    head = extraction.document.head
    day = head.date or head.published or head.event_date
    return [Cell(extraction.document.id), Cell(head.number or ""), Cell(period(day, language))]


def _counted(extraction: Extraction) -> list[Cell]:
    return [Cell(str(len(getattr(extraction, kind)))) for kind in FACT_KINDS]


def print_noticed(harvest: Harvest, language: Language) -> None:
    """What was noticed, paper by paper, to the error stream."""
    words = harvest.own_words
    print_findings(harvest.troubles, language, words=words)
    for each in harvest.extractions:
        document = each.document
        found = (*document.findings, *each.findings)
        print_findings(found, language, text=document.text, paper=document.id, words=words)


class OutputFolder:
    """Where facts are written as they come: `NAME.json`, `NAME.txt` where the text is not the file itself."""

    def __init__(self, folder: Path, language: Language) -> None:
        self._folder, self._language = folder, language
        self._entries: list[Entry] = []

    def keep(self, outcome: Outcome) -> None:
        """Write the facts of one input.

        Raises:
            UsageError: a file cannot be written.
        """
        self._entries.append(_write_one(outcome, self._folder, self._language))

    def finish(self, harvest: Harvest) -> None:
        """Write `manifest.json`."""
        file = self._folder / "manifest.json"
        write(file, manifest_json(self._entries, harvest.troubles, self._language))
        if sys.stdout.isatty():
            click.echo(say(message("cli.written", file=file), self._language), err=True)


def _write_one(outcome: Outcome, out: Path, language: Language) -> Entry:
    extraction, name = outcome.extraction, outcome.input.name
    if extraction is None:
        return Entry(input=outcome.input.file, output=None, text=None, sha256=None, text_sha256=None, status="failed")
    document = extraction.document
    write(out / f"{name}.json", document_json(extraction, language=language))
    text = None
    if document.text_sha256 != document.sha256:
        text = f"{name}.txt"
        write(out / text, document.text.encode())
    return Entry(
        input=outcome.input.file,
        output=f"{name}.json",
        text=text,
        sha256=document.sha256,
        text_sha256=document.text_sha256,
        status="read" if document.text.strip() else "empty",
    )
