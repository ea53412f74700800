"""`camket tasks`: tracking workbooks in and out, letters of reminder, tables of results."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal, get_args

import click

from camket.cli.day import to_day
from camket.cli.speaking import Option, Verb
from camket.errors import UsageError
from camket.words import Language

_Deed = Literal["import", "export", "letters", "results"]
_WORDS: dict[_Deed, tuple[str, ...]] = {
    "import": ("FILE",), "export": ("FILE",), "letters": ("FOLDER",), "results": ("PAPER", "FILE"),
}  # fmt: skip


def _run(
    deed: _Deed,
    words: tuple[str, ...],
    day: date | None,
    reply_by: date | None,
    area: str,
    dry: bool,
    every: bool,
    as_json: bool,
    lang: Language,
) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli import task_papers, tasks

    _check(deed, words)
    if deed == "import":
        asked = tasks.Asked(Path(words[0]), day, area)
        listed = tasks.dry_run(asked) if dry else tasks.taken_in(asked)
        code = tasks.print_import(listed, words[0], lang, as_json=as_json, every=every, dry=dry)
        click.get_current_context().exit(code)
    if deed == "export":
        task_papers.export(Path(words[0]), day, lang)
    elif deed == "letters":
        task_papers.letters(Path(words[0]), day, reply_by, lang)
    else:
        task_papers.results(words[0], Path(words[1]), day, lang)


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
        click.Argument(["words"], nargs=-1, metavar="[FILE | FOLDER | PAPER FILE]"),
        Option(["--as-of", "day"], callback=to_day, metavar="DATE", help="cli.tasks.day"),
        Option(["--reply-by"], callback=to_day, metavar="DATE", help="cli.tasks.reply_by"),
        Option(["--area"], default="", metavar="AREA", help="cli.tasks.area"),
        Option(["--dry-run", "dry"], is_flag=True, help="cli.tasks.dry_run"),
        Option(["--all", "every"], is_flag=True, help="cli.tasks.all"),
        Option(["--json", "as_json"], is_flag=True, help="cli.tasks.json"),
    ],
)
