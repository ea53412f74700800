"""What `camket projects` does: read a table row by row, answer each row, and enter what was taken."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import click
import msgspec

from camket.cli.flow import list_of
from camket.cli.output import harmless, print_findings, print_json, print_table
from camket.findings import finding_record
from camket.model.investment import PeriodBasis
from camket.model.message import message
from camket.report.layout import Cell
from camket.words import Language, say, term
from camket.work.investment_reading import ProjectsRead, RowTold, outcomes_of, read_projects


class AskedTable(NamedTuple):
    """What the table itself may not say: the year, the closing day, and how months run."""

    year: int | None
    until: date | None
    basis: PeriodBasis


def enter(file: Path, asked: AskedTable, language: Language, *, dry_run: bool, as_json: bool) -> None:
    """Enter a table. Every row is answered; the exit code is 1 where one was refused or nothing was there."""
    found = read_projects(list_of(file), year=asked.year, until=asked.until, basis=asked.basis)
    changed = None
    if found.projects and not dry_run:
        from camket.server.registry.acting import CONSOLE
        from camket.server.registry.actions.load_projects import load_projects

        changed = load_projects(CONSOLE, found, source=file.name)
    if as_json:
        told = {
            "projects": found.projects,
            "planned": found.planned,
            "disbursed": found.disbursed,
            "rows": [_told(row, language) for row in found.rows],
            "findings": [finding_record(each, language) for each in found.findings],
            "changed": changed,
        }
        print_json(msgspec.json.format(msgspec.json.encode(told)) + b"\n")
    else:
        _print(found, file, language)
        if changed is not None:
            click.echo(say(message("work.projects.entered", **msgspec.structs.asdict(changed)), language))
    if not found.projects or "refused" in outcomes_of(found.rows):
        click.get_current_context().exit(1)


def _told(row: RowTold, language: Language) -> dict[str, object]:
    said = [say(each, language) for each in row.said]
    return {"sheet": row.sheet, "row": row.row, "name": row.name, "outcome": row.outcome, "said": said}


def _print(found: ProjectsRead, file: Path, language: Language) -> None:
    rows = [
        [
            Cell(f"{row.sheet} {row.row}".strip(), "quiet"),
            Cell(harmless(row.name)),
            Cell(term(f"work.row.{row.outcome}", language), "bad" if row.outcome == "refused" else None),
            Cell(harmless(" ".join(say(each, language) for each in row.said))),
        ]
        for row in found.rows
    ]
    if rows:
        print_table(("column.row", "column.project", "column.outcome", "column.reason"), rows, language)
    print_findings(found.findings, language, paper=file.name, words={})
