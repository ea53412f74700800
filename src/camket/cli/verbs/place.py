"""`camket place`: every figure placed anew."""

from __future__ import annotations

import click

from camket.cli.speaking import Option, Verb
from camket.model.message import message
from camket.words import Language, say


def _run(later: bool, lang: Language) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli.server import started

    started()
    if later:
        from camket.cli.later import ask

        ask("place", {}, lang)
        return
    from camket.server.pages.boards import ask_ahead
    from camket.server.registry.rebuilding import place_all

    click.echo(say(message("place.changed", count=place_all()), lang))
    ask_ahead()


VERB = Verb(
    name="place",
    help="cli.place",
    callback=_run,
    params=[Option(["--later"], is_flag=True, help="cli.later")],
)
