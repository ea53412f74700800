"""Growth paths printed: a row for each year that a path comes to, and how it was worked out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from camket.assess.scenario import Needed, Path, Run
from camket.cli.output import print_json, print_table
from camket.exchange.guide import pretty
from camket.model.message import message
from camket.report.layout import Cell
from camket.report.numbers import amount
from camket.report.plain import record_object
from camket.report.wording import reason
from camket.words import Language, say, term

_COLUMNS = ("scenario.path", "scenario.growth", "scenario.year", "scenario.value")


def put(
    paths: Sequence[Path], runs: Sequence[Run], wanted: Needed | None, language: Language, *, as_json: bool
) -> None:
    """Print what paths come to, and before it the growth that a goal needs.

    Args:
        paths: the paths.
        runs: one for each.
        wanted: the growth that is needed, where a goal was given.
        language: of all that is printed.
        as_json: whether an object is printed instead of a table.
    """
    if as_json:
        found = [record_object(each, language) for each in runs]
        print_json(pretty({"runs": found, "needed": record_object(wanted, language) if wanted is not None else None}))
        return
    if wanted is not None:
        for line in _needed(wanted, language):
            click.echo(line)
        click.echo()
    rows = [row for path, run in zip(paths, runs, strict=True) for row in _rows(path, run, language)]
    if rows:
        print_table(_COLUMNS, [[Cell(text) for text in row] for row in rows], language)
    for said in dict.fromkeys(reason(run.method, language) for run in runs):
        click.echo(said)


def _needed(wanted: Needed, language: Language) -> Iterator[str]:
    if wanted.growth is not None and wanted.yearly is not None:
        rates = {"growth": wanted.growth, "yearly": wanted.yearly}
        said = {name: amount(rate, "percent", language) for name, rate in rates.items()}
        yield say(message("scenario.needed", first=wanted.first, last=wanted.last, **said), language)
    yield reason(wanted.method, language)


def _rows(path: Path, run: Run, language: Language) -> Iterator[tuple[str, ...]]:
    for step in run.years:
        rate, value = amount(path.growth, "percent", language), amount(step.value, run.unit, language)
        yield (
            term(f"scenario.path.{path.name}", language),
            say(message("scenario.more_than", value=rate), language) if path.least else rate,
            str(step.year),
            say(message("scenario.more_than", value=value), language) if run.least else value,
        )
