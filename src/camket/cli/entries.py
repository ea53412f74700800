"""What `camket catalogue` prints."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import singledispatch

import click

from camket.catalogue.search import Entry, Kind, find
from camket.cli.output import print_json, print_table
from camket.exchange.guide import pretty
from camket.model.area import Area
from camket.model.body import Body
from camket.model.indicator import Indicator
from camket.model.message import message
from camket.model.unit import Unit
from camket.report.dates import day
from camket.report.layout import Cell
from camket.report.numbers import axis
from camket.words import Language, say, sentences, term

_SHOWN_WORDS = 3
_COLUMNS: dict[Kind, tuple[str, ...]] = {
    "indicators": ("column.id", "column.name", "column.unit", "column.words"),
    "areas": ("column.id", "column.name", "column.valid", "column.code"),
    "units": ("column.id", "column.base", "column.factor", "column.words"),
    "bodies": ("column.id", "column.name", "column.valid", "column.words"),
}


def print_entries(kind: Kind, word: str, language: Language, *, as_json: bool) -> None:
    """The entries that hold the word, best first; all of them without one."""
    found = find(word, kind)
    if as_json:
        print_json(pretty(found))
    elif not found:
        click.echo(say(message("cli.catalogue.nothing", word=word), language))
    else:
        print_table(_COLUMNS[kind], [[Cell(text) for text in _row(entry, language)] for entry in found], language)


@singledispatch
def _row(entry: Entry, language: Language) -> tuple[str, ...]:
    raise TypeError(f"no columns for {type(entry).__name__} in {language}")


@_row.register
def _indicator(entry: Indicator, language: Language) -> tuple[str, ...]:
    name = entry.name.vi if language == "vi" else entry.name.en
    return (
        entry.id,
        name,
        ", ".join(filter(None, (_unit_word(each, language) for each in entry.units))),
        _some(entry.aliases),
    )


@_row.register
def _area(entry: Area, language: Language) -> tuple[str, ...]:
    return entry.slug, entry.full_name, _valid(entry.valid_from, entry.valid_to, language), entry.code or ""


@_row.register
def _unit(entry: Unit, language: Language) -> tuple[str, ...]:  # noqa: ARG001 - words and numbers alone
    return entry.id, entry.base, str(entry.factor), _some(entry.names)


@_row.register
def _body(entry: Body, language: Language) -> tuple[str, ...]:
    name = entry.name if language == "vi" else entry.name_en
    return entry.id, name, _valid(entry.valid_from, entry.valid_to, language), _some(entry.aliases)


def _unit_word(unit: str, language: Language) -> str:
    code = f"unit_name.{unit}"
    return term(code, language) if code in sentences(language) else axis(Decimal(0), unit, language).unit


def _some(words: tuple[str, ...]) -> str:
    return ", ".join(words[:_SHOWN_WORDS]) + (", …" if len(words) > _SHOWN_WORDS else "")


def _valid(first: date | None, last: date | None, language: Language) -> str:
    if first is None and last is None:
        return ""
    return f"{day(first, language) if first else '…'} - {day(last, language) if last else '…'}"
