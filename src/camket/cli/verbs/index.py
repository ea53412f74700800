"""`camket index`: the entries of search made anew."""

from __future__ import annotations

import click

from camket.cli.speaking import Verb
from camket.model.message import message
from camket.words import Language, say


def _run(lang: Language) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli.server import started

    started()
    from camket.server.registry.rebuilding import index_all

    click.echo(say(message("index.done", count=index_all()), lang))


VERB = Verb(name="index", help="cli.index", callback=_run, params=[])
