"""`camket unagreed`: figures not yet agreed, opened to the public and closed again from the console."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

import click

from camket.cli.speaking import Verb
from camket.errors import UsageError
from camket.model.message import message
from camket.words import Language, say

if TYPE_CHECKING:
    from camket.server.pages.models import Board

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
    if wrong := [each for each in key if not _KEY.fullmatch(each)]:
        raise UsageError("unagreed.no_such_key", key=wrong[0])
    keys = [bytes.fromhex(each) for each in key]
    click.echo(say(message(f"unagreed.{deed}.done", count=_approve(keys) if deed == "approve" else _close(keys)), lang))


def _approve(keys: list[bytes]) -> int:
    from camket.server.pages import boards
    from camket.server.pages.unagreed import known
    from camket.server.registry.acting import CONSOLE
    from camket.server.registry.actions.approve_differences import approve_differences

    found = known(boards.made(), keys)
    if gone := [each for each in keys if each not in found]:
        raise UsageError("unagreed.no_such_key", key=gone[0].hex())
    return len(approve_differences(CONSOLE, list(found.values())))


def _close(keys: list[bytes]) -> int:
    from camket.server.registry.acting import CONSOLE
    from camket.server.registry.actions.approve_differences import close_differences

    return len(close_differences(CONSOLE, keys))


def _list(lang: Language) -> None:
    from camket.cli.output import print_table
    from camket.report.layout import Cell
    from camket.server.pages import boards
    from camket.server.registry.unagreed import approved
    from camket.words import term

    board = boards.made()
    told = [*_lines(board, lang), *_findings(board, lang)]
    public = approved(each.key for each in told)
    rows = []
    for each in told:
        mark = term(f"differences.mark.{'public' if each.key in public else 'waiting'}", lang)
        rows.append([Cell(each.key.hex()), Cell(each.kind), Cell(each.subject), Cell(mark)])
    if rows:
        print_table(("column.id", "column.difference", "column.subject", "column.visibility"), rows, lang)
    else:
        click.echo(say(message("unagreed.none"), lang))


class _Told(NamedTuple):
    """What is not yet agreed, as the table tells it."""

    key: bytes
    kind: str
    subject: str


def _lines(board: Board, lang: Language) -> Iterator[_Told]:
    """The figures; those that are of no indicator by why they differ."""
    from camket.model.scoreboard import DifferenceLine
    from camket.report.differing import difference_row
    from camket.report.marked import shown
    from camket.report.notes import Notes
    from camket.server.registry.keys import unpack

    for key, packed in board.differences.filter(contradicting=True).values_list("key", "packed"):
        row = difference_row(unpack(packed, DifferenceLine), Notes({}, lang), lang, "")
        yield _Told(bytes(key), row.kind, shown(row.subject or row.reason))


def _findings(board: Board, lang: Language) -> Iterator[_Told]:
    """The findings in numbers of tasks that are not among the figures."""
    from camket.server.pages.unagreed import findings_alone, key_of_finding
    from camket.server.pages.work.saying import said
    from camket.words import term

    for each in findings_alone(board):
        yield _Told(key_of_finding(each), term(f"numbers.kind.{each.kind}", lang), said(each.reason, lang))


VERB = Verb(
    name="unagreed",
    help="cli.unagreed",
    callback=_run,
    params=[
        click.Argument(["deed"], type=click.Choice(get_args(_Deed)), metavar="|".join(get_args(_Deed))),
        click.Argument(["key"], nargs=-1, metavar="[KEY]..."),
    ],
)
