"""`camket explain`: which rules fired on a sentence, in what order, and what they made."""

from __future__ import annotations

import click

from camket.cli.speaking import Option, Verb
from camket.words import Language


def _run(sentence: str, as_json: bool, lang: Language) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli.explaining import print_explanation

    print_explanation(sentence, lang, as_json=as_json)


VERB = Verb(
    name="explain",
    help="cli.explain",
    callback=_run,
    params=[
        click.Argument(["sentence"], metavar="SENTENCE"),
        Option(["--json", "as_json"], is_flag=True, help="cli.explain.json"),
    ],
)
