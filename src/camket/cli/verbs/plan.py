"""`camket plan`: targets of plans loaded from a list, changed and dropped by papers."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal, get_args

import click

from camket.cli.day import to_day
from camket.cli.speaking import Option, Verb
from camket.errors import UsageError
from camket.words import Language

_Deed = Literal["load", "change", "drop", "list"]
_WORDS: dict[_Deed, tuple[str, ...]] = {
    "load": ("FILE",),
    "change": ("PLAN", "NUMBER", "VALUE"),
    "drop": ("PLAN", "NUMBER"),
    "list": (),
}


def _run(
    deed: _Deed,
    words: tuple[str, ...],
    title: str | None,
    area: str | None,
    period: str | None,
    source: str,
    by: str | None,
    since: date | None,
    as_json: bool,
    lang: Language,
) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli import planning
    from camket.cli.server import started

    _check(deed, words)
    if deed == "load":
        asked = planning.asked(title, area, period)
        started()
        planning.load(Path(words[0]), asked, source, by, lang, as_json=as_json)
        return
    started()
    if deed == "list":
        planning.show(words[0] if words else None, lang)
        return
    if by is None:
        raise UsageError("cli.missing", name="--by")
    if deed == "change":
        planning.change(words[0], words[1], words[2], by, since, lang)
    else:
        planning.drop(words[0], words[1], by, since, lang)


def _check(deed: _Deed, words: tuple[str, ...]) -> None:
    wanted = _WORDS[deed]
    if len(words) < len(wanted):
        raise UsageError("cli.missing", name=wanted[len(words)])
    if len(words) > max(len(wanted), deed == "list"):
        raise UsageError("cli.extra", names=" ".join(words[len(wanted) :]))


VERB = Verb(
    name="plan",
    help="cli.plan",
    callback=_run,
    params=[
        click.Argument(["deed"], type=click.Choice(get_args(_Deed)), metavar="|".join(get_args(_Deed))),
        click.Argument(["words"], nargs=-1, metavar="[FILE | PLAN NUMBER VALUE]"),
        Option(["--title"], metavar="TEXT", help="cli.plan.title"),
        Option(["--area"], metavar="AREA", help="cli.plan.area"),
        Option(["--period"], metavar="PERIOD", help="cli.plan.period"),
        Option(["--source"], default="", metavar="TEXT", help="cli.plan.source"),
        Option(["--by"], metavar="PAPER", help="cli.plan.by"),
        Option(["--from", "since"], callback=to_day, metavar="DATE", help="cli.plan.from"),
        Option(["--json", "as_json"], is_flag=True, help="cli.plan.json"),
    ],
)
