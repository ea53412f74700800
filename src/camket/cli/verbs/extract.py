"""`camket extract`: the facts of papers as JSON files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from camket.cli.output import paths_argument
from camket.cli.speaking import Option, Verb
from camket.words import Language


def _run(paths: Sequence[Path], out: Path | None, as_json: bool, strict: bool, lang: Language) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli import flow
    from camket.cli.extracted import OutputFolder, print_extractions, print_noticed

    folder = OutputFolder(out, lang) if out is not None else None
    harvest = flow.harvest(paths, lang, leave_out=out, keep=folder.keep if folder is not None else None)
    if folder is not None:
        folder.finish(harvest)
    print_extractions(harvest, lang, as_json=as_json)
    print_noticed(harvest, lang)
    if strict and flow.needs_attention(harvest.findings):
        click.get_current_context().exit(1)


VERB = Verb(
    name="extract",
    help="cli.extract",
    callback=_run,
    params=[
        paths_argument(),
        Option(["--out"], type=click.Path(path_type=Path), metavar="DIR", help="cli.extract.out"),
        Option(["--json", "as_json"], is_flag=True, help="cli.extract.json"),
        Option(["--strict"], is_flag=True, help="cli.strict"),
    ],
)
