"""`camket drafts`: the tasks that papers give, as drafts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from camket.cli.output import paths_argument
from camket.cli.speaking import Option, Verb
from camket.words import Language


def _run(paths: Sequence[Path], as_json: bool, strict: bool, lang: Language) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli import flow
    from camket.cli.drafted import print_drafts

    look = print_drafts(flow.harvest(paths, lang), lang, as_json=as_json)
    if strict and look:
        click.get_current_context().exit(1)


VERB = Verb(
    name="drafts",
    help="cli.drafts",
    callback=_run,
    params=[
        paths_argument(),
        Option(["--json", "as_json"], is_flag=True, help="cli.drafts.json"),
        Option(["--strict"], is_flag=True, help="cli.strict"),
    ],
)
