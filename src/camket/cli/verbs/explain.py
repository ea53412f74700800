"""`camket explain`: what a sentence says, why it is read so and not otherwise, and which rules fired in what order."""

from __future__ import annotations

from datetime import date

import click

from camket.cli.day import to_day
from camket.cli.speaking import Option, Verb
from camket.words import Language


def _run(sentence: str, as_json: bool, day: date | None, area: str | None, lang: Language) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli.explaining import print_explanation

    print_explanation(sentence, lang, as_json=as_json, day=day, area=area)


VERB = Verb(
    name="explain",
    help="cli.explain",
    callback=_run,
    params=[
        click.Argument(["sentence"], metavar="SENTENCE"),
        Option(["--date", "day"], callback=to_day, metavar="DATE", help="cli.explain.date"),
        Option(["--area"], metavar="NAME", help="cli.explain.area"),
        Option(["--json", "as_json"], is_flag=True, help="cli.explain.json"),
    ],
)
