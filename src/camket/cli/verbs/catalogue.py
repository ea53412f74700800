"""`camket catalogue`: look up an indicator, an area, a unit or a body."""

from __future__ import annotations

from typing import get_args

import click

from camket.catalogue.search import Kind
from camket.cli.speaking import Option, Verb
from camket.words import Language


def _run(kind: Kind, word: str, as_json: bool, lang: Language) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli.entries import print_entries

    print_entries(kind, word, lang, as_json=as_json)


VERB = Verb(
    name="catalogue",
    help="cli.catalogue",
    callback=_run,
    params=[
        click.Argument(["kind"], type=click.Choice(get_args(Kind))),
        click.Argument(["word"], required=False, default="", metavar="[WORD]"),
        Option(["--json", "as_json"], is_flag=True, help="cli.catalogue.json"),
    ],
)
