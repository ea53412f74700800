"""`camket projects`: projects of public investment with their money, from tables."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal, get_args

import click

from camket.cli.day import to_day
from camket.cli.speaking import Option, Verb
from camket.words import Language

_Deed = Literal["import"]
_Basis = Literal["calendar", "15-14"]


def _run(
    deed: _Deed,  # noqa: ARG001 - there is one
    file: str,
    year: int | None,
    until: date | None,
    basis: _Basis,
    dry_run: bool,
    as_json: bool,
    lang: Language,
) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli import investing
    from camket.cli.server import started

    if not dry_run:
        started()
    asked = investing.AskedTable(year, until, basis)
    investing.enter(Path(file), asked, lang, dry_run=dry_run, as_json=as_json)


VERB = Verb(
    name="projects",
    help="cli.projects",
    callback=_run,
    params=[
        click.Argument(["deed"], type=click.Choice(get_args(_Deed)), metavar="|".join(get_args(_Deed))),
        click.Argument(["file"], metavar="FILE"),
        Option(["--year"], type=click.IntRange(2000, 2100), metavar="YEAR", help="cli.projects.year"),
        Option(["--until"], callback=to_day, metavar="DATE", help="cli.projects.until"),
        Option(["--basis"], type=click.Choice(get_args(_Basis)), default="calendar", help="cli.projects.basis"),
        Option(["--dry-run"], is_flag=True, help="cli.projects.dry_run"),
        Option(["--json", "as_json"], is_flag=True, help="cli.projects.json"),
    ],
)
