"""What `camket tasks` does: tracking workbooks in and out, letters of reminder, tables of results."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

import click

from camket.cli.output import harmless, print_json, print_table
from camket.exchange.guide import pretty
from camket.model.message import message
from camket.model.workbook import Workbook
from camket.read.limits import limits_of
from camket.read.loading import load_workbook, read_bytes
from camket.report.layout import Cell
from camket.words import Language, say, term
from camket.work.life import Actor
from camket.work.needs import VIETNAM
from camket.work.tracking.importing import Listing, read_tracking
from camket.work.tracking.records import RowAnswer, TrackingImport
from camket.work.tracking.reporting import Reason, changes, needs_look, reasons, record_of, summary, trouble_of

_COLUMNS = ("tracking.row", "tracking.what", "tracking.text", "tracking.trouble")
_REASONS = ("tracking.level", "tracking.rows", "tracking.trouble", "tracking.where")
_SHOWN, _PLACES = 60, 120
_FEW = 30
"""Up to so many rows to look at are printed one by one; more of them by reason."""
_PLAIN = ("title", "head", "numbering", "group", "total", "foot", "continued", "outside", "empty", "hidden_sheet")


class Asked(NamedTuple):
    """A workbook to import, the day as of which it speaks (None: what it says, else today), the area of its tasks."""

    file: Path
    day: date | None
    area: str


def dry_run(asked: Asked) -> TrackingImport:
    """The tasks of a tracking workbook; the registry is not asked.

    Raises:
        UsageError: there is no such file.
        ReadError: it is no workbook, or cannot be read.
    """
    data, workbook = _read(asked.file)
    at = datetime.now(VIETNAM)
    listing = Listing(
        file=asked.file.name, digest=hashlib.sha256(data).hexdigest(), day=asked.day or at.date(), at=at,
        actor=Actor(who="", role="administrator"), area=asked.area,
    )  # fmt: skip
    return read_tracking(workbook, listing)


def taken_in(asked: Asked) -> TrackingImport:
    """A tracking workbook taken into the registry.

    Raises:
        UsageError, ReadError: as `dry_run`; or there is no task in it.
    """
    from camket.cli.server import started

    data, workbook = _read(asked.file)
    started()
    from camket.server.registry.acting import CONSOLE
    from camket.server.registry.actions.import_tasks import import_tasks
    from camket.server.registry.listed_tasks import ListFile

    digest = hashlib.sha256(data).hexdigest()
    file = ListFile(name=asked.file.name, digest=digest, workbook=workbook, area=asked.area, day=asked.day)
    return import_tasks(CONSOLE, file)


def _read(file: Path) -> tuple[bytes, Workbook]:
    limits = limits_of(os.environ)
    data = read_bytes(file, limits)
    return data, load_workbook(data, str(file), limits)


def print_import(
    listed: TrackingImport, file: str, language: Language, *, as_json: bool, every: bool, dry: bool
) -> int:
    """Print an import row by row.

    Returns:
        The exit code: 1 where a row was not taken or there is no task.
    """
    refused = any(row.kind == "no_text" for row in listed.rows) or not listed.tasks
    if as_json:
        print_json(pretty(record_of(listed, file, language)))
        return int(refused)
    few = sum(map(needs_look, listed.rows)) <= _FEW
    asked = (row for row in listed.rows if every or row.kind == "no_text" or (few and needs_look(row)))
    rows = [_cells(row, language) for row in asked]
    if rows:
        print_table(_COLUMNS, rows, language)
    grouped = (each for each in reasons(listed, language) if each.level == "info" or not few)
    told = [_reason(each, language) for each in grouped]
    if told:
        print_table(_REASONS, told, language)
    for finding in listed.findings:
        click.echo(
            f"{term(f'level.{finding.level}', language)}: {harmless(trouble_of(finding, language).said)}", err=True
        )
    for line in _ending(listed, file, language, dry=dry, every=every):
        click.echo(harmless(line))
    return int(refused)


def _cells(row: RowAnswer, language: Language) -> list[Cell]:
    what = term(f"tracking.kind.{row.kind}", language)
    if row.change:
        what = f"{what} ({term(f'tracking.change.{row.change}', language)})"
    told = "; ".join(_sentence(row, language))
    where = f"{row.sheet}!{row.row}" if row.sheet else str(row.row)
    text = row.text if len(row.text) <= _SHOWN else f"{row.text[: _SHOWN - 1]}…"
    return [Cell(harmless(each)) for each in (where, what, text, told)]


def _reason(each: Reason, language: Language) -> list[Cell]:
    level = term("tracking.decide" if each.level != "info" else "tracking.remark", language)
    said = say(message("tracking.such_as", where=each.where, said=each.said), language)
    where = each.rows if len(each.rows) <= _PLACES else f"{each.rows[: _PLACES - 1]}…"
    return [Cell(harmless(text)) for text in (level, str(each.count), said, where)]


def _sentence(row: RowAnswer, language: Language) -> Iterator[str]:
    for finding in row.findings:
        trouble = trouble_of(finding, language)
        cell = trouble.where.rpartition("!")[2]
        expects = say(message("tracking.expects", expected=trouble.expected), language) if trouble.expected else ""
        yield f"[{cell}] {trouble.said}" + (f" ({expects})" if expects and finding.level != "info" else "")


def _ending(listed: TrackingImport, file: str, language: Language, *, dry: bool, every: bool) -> Iterator[str]:
    yield summary(listed, file, language)
    kinds = Counter(row.kind for row in listed.rows if row.kind in _PLAIN)
    if kinds:
        told = ", ".join(f"{term(f'tracking.kind.{kind}', language)} {count}" for kind, count in kinds.items())
        yield say(message("tracking.kinds", kinds=told), language)
    if any(row.change for row in listed.rows):
        yield changes(listed, language)
    if listed.rows and not every:
        yield term("tracking.each_row", language)
    if dry:
        yield term("tracking.dry", language)
