"""`camket scoreboard`: where a folder of papers stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from camket.cli.day import to_day
from camket.cli.output import paths_argument, to_file
from camket.cli.speaking import Option, Verb
from camket.words import Language


def _run(
    paths: Sequence[Path],
    html: Path | None,
    markdown: Path | None,
    as_json: bool,
    as_of: date | None,
    with_published: bool,
    strict: bool,
    whole: bool,
    lang: Language,
) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli import boards, flow

    harvest = flow.harvest(paths, lang)
    board = boards.make(harvest, as_of, with_published=with_published)
    boards.put(
        board,
        harvest.extractions,
        lang,
        names=harvest.names,
        html=html,
        markdown=markdown,
        as_json=as_json,
        whole=whole,
    )
    if strict and flow.needs_attention(board.findings):
        click.get_current_context().exit(1)


_FILE = click.Path(path_type=Path)

VERB = Verb(
    name="scoreboard",
    help="cli.scoreboard",
    callback=_run,
    params=[
        paths_argument(),
        Option(["--html"], type=_FILE, callback=to_file, metavar="FILE", help="cli.scoreboard.html"),
        Option(["--markdown"], type=_FILE, callback=to_file, metavar="FILE", help="cli.scoreboard.markdown"),
        Option(["--json", "as_json"], is_flag=True, help="cli.scoreboard.json"),
        Option(["--as-of"], callback=to_day, metavar="DATE", help="cli.scoreboard.as_of"),
        Option(["--with-published"], is_flag=True, help="cli.scoreboard.with_published"),
        Option(["--all", "whole"], is_flag=True, help="cli.scoreboard.all"),
        Option(["--strict"], is_flag=True, help="cli.strict"),
    ],
)
