"""`camket tasks`: tracking workbooks in and out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal, get_args

import click

from camket.cli.day import to_day
from camket.cli.speaking import Option, Verb
from camket.errors import UsageError
from camket.words import Language

_Deed = Literal["import"]
_WORDS: dict[_Deed, tuple[str, ...]] = {"import": ("FILE",)}


def _run(
    deed: _Deed,
    words: tuple[str, ...],
    day: date | None,
    area: str,
    dry: bool,
    every: bool,
    as_json: bool,
    lang: Language,
) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli import tasks

    _check(deed, words)
    listed, _ = tasks.read_list(Path(words[0]), day or date.today(), area=area, who="", role="administrator")
    code = tasks.print_import(listed, words[0], lang, as_json=as_json, every=every, dry=dry)
    click.get_current_context().exit(code)


def _check(deed: _Deed, words: tuple[str, ...]) -> None:
    wanted = _WORDS[deed]
    if len(words) < len(wanted):
        raise UsageError("cli.missing", name=wanted[len(words)])
    if len(words) > len(wanted):
        raise UsageError("cli.extra", names=" ".join(words[len(wanted) :]))


VERB = Verb(
    name="tasks",
    help="cli.tasks",
    callback=_run,
    params=[
        click.Argument(["deed"], type=click.Choice(get_args(_Deed)), metavar="|".join(get_args(_Deed))),
        click.Argument(["words"], nargs=-1, metavar="[FILE]"),
        Option(["--as-of", "day"], callback=to_day, metavar="DATE", help="cli.tasks.day"),
        Option(["--area"], default="", metavar="AREA", help="cli.tasks.area"),
        Option(["--dry-run", "dry"], is_flag=True, help="cli.tasks.dry_run"),
        Option(["--all", "every"], is_flag=True, help="cli.tasks.all"),
        Option(["--json", "as_json"], is_flag=True, help="cli.tasks.json"),
    ],
)
