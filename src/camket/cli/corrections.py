"""What `camket correct` prints: how much a correction moves, the first statements with their places."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click
import msgspec

from camket.cli.output import harmless, print_json, print_table
from camket.model.message import message
from camket.report.dates import day
from camket.report.layout import Cell
from camket.report.naming import series_name
from camket.words import Language, say, term

if TYPE_CHECKING:
    from camket.server.registry.corrected import Effect, Place


def print_effect(told: Effect, language: Language, *, code: str, as_json: bool) -> None:
    """How many statements, papers and series change, and the first of them."""
    if as_json:
        print_json(msgspec.json.format(msgspec.json.encode(told)) + b"\n")
        return
    if not told.statements and not told.numbers:
        code = "correct.no_change"
    numbers = ", ".join(map(str, told.numbers)) or "-"
    said = message(code, statements=told.statements, papers=told.papers, series=told.series, numbers=numbers)
    click.echo(say(said, language))
    rows = [
        [
            Cell(change.slug, "quiet"),
            Cell(harmless(change.quote)),
            Cell(place_text(change.before, language)),
            Cell(place_text(change.after, language)),
        ]
        for change in told.shown
    ]
    if rows:
        print_table(("column.document", "column.quote", "column.from", "column.to"), rows, language)
    if told.statements > len(told.shown):
        click.echo(say(message("correct.more", count=told.statements - len(told.shown)), language))


def place_text(place: Place, language: Language) -> str:
    """Where a statement lies, in words."""
    known = series_name(place.series, None, language) if place.series is not None else term("correct.nowhere", language)
    days = " - ".join(day(each, language) for each in _days(place))
    published = day(place.published, language) if place.published is not None else ""
    return "; ".join(filter(None, (known, days, published and f"({published})")))


def print_corrections(language: Language, *, as_json: bool) -> None:
    """The corrections that hold."""
    from camket.server.registry.held import record, rows_held

    held = list(rows_held())
    if as_json:
        print_json(
            msgspec.json.encode([{"number": row.id} | msgspec.structs.asdict(record(row)) for row in held]) + b"\n"
        )
    elif not held:
        click.echo(term("correct.none", language))
    else:
        rows = [
            [
                Cell(str(row.id), "quiet"),
                Cell(term(f"correction.kind.{row.kind}", language)),
                Cell(harmless(row.of if not row.kind.startswith("paper") else row.of[:12])),
                Cell(row.to),
                Cell(f"{row.who}, {day(row.at.date(), language)}"),
                Cell(harmless(row.why)),
            ]
            for row in held
        ]
        columns = ("column.id", "column.kind", "column.from", "column.to", "column.by", "column.reason")
        print_table(columns, rows, language)


def _days(place: Place) -> list[date]:
    return list(dict.fromkeys(each for each in (place.first, place.last) if each is not None))
