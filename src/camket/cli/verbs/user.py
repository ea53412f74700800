"""`camket user`: accounts of those who log in."""

from __future__ import annotations

import sys
from typing import Literal, get_args

import click

from camket.cli.speaking import Option, Verb
from camket.errors import UsageError
from camket.model.message import message
from camket.words import Language, say, term

_Deed = Literal["add", "password", "list"]


def _run(deed: _Deed, name: str | None, role: str, lang: Language) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli.server import started

    started()
    if deed == "list":
        _list(lang)
        return
    if name is None:
        raise UsageError("cli.missing", name="NAME")

    from camket.server.accounts import add_user, set_password

    if deed == "add":
        add_user(name, _password(lang), role)
        click.echo(say(message("user.added", name=name, role=term(f"user.role.{role}", lang)), lang))
    else:
        set_password(name, _password(lang))
        click.echo(say(message("user.password_set", name=name), lang))


def _list(lang: Language) -> None:
    from camket.cli.output import print_table
    from camket.report.layout import Cell
    from camket.server.accounts import ROLES, users

    rows = []
    for name, role, active in users():
        shown = term(f"user.role.{role}", lang) if role in ROLES else role
        rows.append([Cell(name), Cell(shown), Cell(term("user.active" if active else "user.inactive", lang))])
    if rows:
        print_table(("column.account", "column.account_role", "column.account_state"), rows, lang)
    else:
        click.echo(say(message("user.none"), lang))


def _password(lang: Language) -> str:
    """Asked for twice on a terminal, never shown; else the first line of the input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    asked = click.prompt(term("user.password", lang), hide_input=True, err=True)
    if asked != click.prompt(term("user.password_again", lang), hide_input=True, err=True):
        raise UsageError("user.passwords_differ")
    return str(asked)


VERB = Verb(
    name="user",
    help="cli.user",
    callback=_run,
    params=[
        click.Argument(["deed"], type=click.Choice(get_args(_Deed)), metavar="add|password|list"),
        click.Argument(["name"], required=False, metavar="[NAME]"),
        Option(["--role"], default="officer", metavar="ROLE", help="cli.user.role"),
    ],
)
