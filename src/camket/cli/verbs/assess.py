"""`camket assess`: where the registry stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from camket.cli.day import to_day
from camket.cli.output import to_file
from camket.cli.speaking import Option, Verb
from camket.words import Language


def _run(
    area: str | None,
    plan: str | None,
    as_of: date | None,
    known_on: date | None,
    html: Path | None,
    markdown: Path | None,
    as_json: bool,
    strict: bool,
    whole: bool,
    lang: Language,
) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli.server import started

    started()
    from camket.assess import assess
    from camket.assess.narrowing import narrowed
    from camket.cli import boards, flow
    from camket.server.registry.store import DatabaseRegistry

    registry = DatabaseRegistry(known_on=known_on)
    board = narrowed(assess(registry, as_of), area=area, plan=plan)
    boards.put(board, registry.extractions(), lang, html=html, markdown=markdown, as_json=as_json, whole=whole)
    if strict and flow.needs_attention(board.findings):
        click.get_current_context().exit(1)


_FILE = click.Path(path_type=Path)

VERB = Verb(
    name="assess",
    help="cli.assess",
    callback=_run,
    params=[
        Option(["--area"], metavar="AREA", help="cli.assess.area"),
        Option(["--plan"], metavar="PLAN", help="cli.assess.plan"),
        Option(["--as-of"], callback=to_day, metavar="DATE", help="cli.scoreboard.as_of"),
        Option(["--known-on"], callback=to_day, metavar="DATE", help="cli.assess.known_on"),
        Option(["--html"], type=_FILE, callback=to_file, metavar="FILE", help="cli.scoreboard.html"),
        Option(["--markdown"], type=_FILE, callback=to_file, metavar="FILE", help="cli.scoreboard.markdown"),
        Option(["--json", "as_json"], is_flag=True, help="cli.scoreboard.json"),
        Option(["--all", "whole"], is_flag=True, help="cli.scoreboard.all"),
        Option(["--strict"], is_flag=True, help="cli.strict"),
    ],
)
