"""`camket unagreed`: figures not yet agreed, opened to the public and closed again from the console."""

from __future__ import annotations

import re
from typing import Literal, get_args

import click

from camket.cli.speaking import Verb
from camket.errors import UsageError
from camket.model.message import message
from camket.words import Language, say

_Deed = Literal["list", "approve", "close"]
_KEY = re.compile(r"[0-9a-f]{32}")


def _run(deed: _Deed, key: tuple[str, ...], lang: Language) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli.server import started

    started()
    if deed == "list":
        _list(lang)
        return
    if not key:
        raise UsageError("cli.missing", name="KEY")
    if not all(map(_KEY.fullmatch, key)):
        raise UsageError("unagreed.unknown")
    keys = [bytes.fromhex(each) for each in key]
    click.echo(say(message(f"unagreed.{deed}.done", count=_approve(keys) if deed == "approve" else _close(keys)), lang))


def _approve(keys: list[bytes]) -> int:
    from camket.server.pages import boards
    from camket.server.pages.unagreed import known
    from camket.server.registry.acting import CONSOLE
    from camket.server.registry.actions.approve_differences import approve_differences

    found = known(boards.made(), keys)
    if any(each not in found for each in keys):
        raise UsageError("unagreed.unknown")
    return len(approve_differences(CONSOLE, list(found.values())))


def _close(keys: list[bytes]) -> int:
    from camket.server.registry.acting import CONSOLE
    from camket.server.registry.actions.approve_differences import close_differences

    return len(close_differences(CONSOLE, keys))


def _list(lang: Language) -> None:
    from camket.cli.output import print_table
    from camket.model.scoreboard import DifferenceLine
    from camket.report.differing import difference_row
    from camket.report.layout import Cell
    from camket.report.marked import shown
    from camket.report.notes import Notes
    from camket.server.pages import boards
    from camket.server.registry.keys import unpack
    from camket.server.registry.unagreed import approved
    from camket.words import term

    held = boards.made().differences.filter(contradicting=True).values_list("key", "packed")
    lines = [(bytes(key), unpack(packed, DifferenceLine)) for key, packed in held]
    public = approved(key for key, _ in lines)
    rows = []
    for key, line in lines:
        row = difference_row(line, Notes({}, lang), lang, "")
        mark = term(f"differences.mark.{'public' if key in public else 'waiting'}", lang)
        rows.append([Cell(key.hex()), Cell(row.kind), Cell(shown(row.subject)), Cell(mark)])
    if rows:
        print_table(("column.id", "column.difference", "column.subject", "column.visibility"), rows, lang)
    else:
        click.echo(say(message("unagreed.none"), lang))


VERB = Verb(
    name="unagreed",
    help="cli.unagreed",
    callback=_run,
    params=[
        click.Argument(["deed"], type=click.Choice(get_args(_Deed)), metavar="|".join(get_args(_Deed))),
        click.Argument(["key"], nargs=-1, metavar="[KEY]..."),
    ],
)
