"""`camket programmes`: the tree of a resolution, plan or programme, from its paper or a list."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

import click

from camket.cli.speaking import Option, Verb
from camket.errors import UsageError
from camket.words import Language

_Deed = Literal["import", "list"]


def _run(
    deed: _Deed, file: str | None, title: str, area: str, paper: str, dry_run: bool, as_json: bool, lang: Language
) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli import programming
    from camket.cli.server import started

    if deed == "list":
        started()
        programming.show(lang)
        return
    if file is None:
        raise UsageError("cli.missing", name="FILE")
    if not dry_run:
        started()
    asked = programming.AskedTree(title, area, paper)
    programming.enter(Path(file), asked, lang, dry_run=dry_run, as_json=as_json)


VERB = Verb(
    name="programmes",
    help="cli.programmes",
    callback=_run,
    params=[
        click.Argument(["deed"], type=click.Choice(get_args(_Deed)), metavar="|".join(get_args(_Deed))),
        click.Argument(["file"], required=False, metavar="[FILE]"),
        Option(["--title"], default="", metavar="TEXT", help="cli.programmes.title"),
        Option(["--area"], default="", metavar="AREA", help="cli.plan.area"),
        Option(["--paper"], default="", metavar="PAPER", help="cli.programmes.paper"),
        Option(["--dry-run"], is_flag=True, help="cli.programmes.dry_run"),
        Option(["--json", "as_json"], is_flag=True, help="cli.programmes.json"),
    ],
)
