"""`camket user`: accounts of those who log in."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Literal, get_args

import click

from camket.cli.speaking import Option, Verb
from camket.errors import UsageError
from camket.model.message import Message, message
from camket.words import Language, say, term

_Deed = Literal["add", "password", "role", "close", "open", "out", "unlock", "list"]


def _run(deed: _Deed, name: str | None, role: str, body: str, lang: Language) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli.server import started

    started()
    if deed == "list":
        _list(lang)
        return
    if name is None:
        raise UsageError("cli.missing", name="NAME")
    click.echo(say(_DEEDS[deed](name, role, body, lang), lang))


def _add(name: str, role: str, body: str, lang: Language) -> Message:
    from camket.server.accounts import add_user

    add_user(name, _password(lang), role, body=body)
    return message("user.added", name=name, role=term(f"user.role.{role}", lang))


def _set_password(name: str, _role: str, _body: str, lang: Language) -> Message:
    from camket.server.accounts import set_password

    set_password(name, _password(lang))
    return message("user.password_set", name=name)


def _set_role(name: str, role: str, body: str, lang: Language) -> Message:
    from camket.server.registry.acting import CONSOLE
    from camket.server.registry.actions.set_role import set_role

    set_role(CONSOLE, name, role, body=body)
    return message("user.role_set", name=name, role=term(f"user.role.{role}", lang))


def _close(name: str, _role: str, _body: str, _lang: Language) -> Message:
    from camket.server.registry.acting import CONSOLE
    from camket.server.registry.actions.set_active import close_account

    close_account(CONSOLE, name)
    return message("user.closed", name=name)


def _open(name: str, _role: str, _body: str, _lang: Language) -> Message:
    from camket.server.registry.acting import CONSOLE
    from camket.server.registry.actions.set_active import open_account

    open_account(CONSOLE, name)
    return message("user.opened", name=name)


def _out(name: str, _role: str, _body: str, _lang: Language) -> Message:
    from camket.server.registry.acting import CONSOLE
    from camket.server.registry.actions.leave import send_out

    return message("user.sent_out", name=name, count=send_out(CONSOLE, name))


def _unlock(name: str, _role: str, _body: str, _lang: Language) -> Message:
    from camket.server.entering.limits import unlock

    unlock(name)
    return message("user.unlocked", name=name)


_DEEDS: dict[str, Callable[[str, str, str, Language], Message]] = {
    "add": _add,
    "password": _set_password,
    "role": _set_role,
    "close": _close,
    "open": _open,
    "out": _out,
    "unlock": _unlock,
}


def _list(lang: Language) -> None:
    from camket.cli.output import print_table
    from camket.report.layout import Cell
    from camket.server.accounts import ROLES, users

    rows = []
    for each in users():
        shown = term(f"user.role.{each.role}", lang) if each.role in ROLES else each.role
        state = term("user.active" if each.active else "user.inactive", lang)
        rows.append([Cell(each.name), Cell(shown), Cell(each.body), Cell(state)])
    if rows:
        columns = ("column.account", "column.account_role", "column.account_body", "column.account_state")
        print_table(columns, rows, lang)
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
        click.Argument(["deed"], type=click.Choice(get_args(_Deed)), metavar="|".join(get_args(_Deed))),
        click.Argument(["name"], required=False, metavar="[NAME]"),
        Option(["--role"], default="officer", metavar="ROLE", help="cli.user.role"),
        Option(["--body"], default="", metavar="ID", help="cli.user.body"),
    ],
)
