"""`camket serve`: the pages of the registry."""

from __future__ import annotations

import click

from camket.cli.speaking import Option, Verb
from camket.words import Language


def _run(host: str, port: int, lang: Language) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli.server import serve

    serve(host, port, lang)


VERB = Verb(
    name="serve",
    help="cli.serve",
    callback=_run,
    params=[
        Option(["--port"], type=click.IntRange(1, 65535), default=8000, metavar="N", help="cli.serve.port"),
        Option(["--host"], default="127.0.0.1", metavar="HOST", help="cli.serve.host"),
    ],
)
