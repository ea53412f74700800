"""`camket demo`: the sample papers from reading to scoreboard."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import click

from camket.cli.speaking import Option, Verb
from camket.model.message import message
from camket.words import Language, say


def _run(out: Path, whole: bool, lang: Language) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli import boards, flow

    with resources.as_file(resources.files("camket.samples")) as samples:
        papers = sorted(each for each in samples.iterdir() if each.suffix in (".txt", ".html"))
        harvest = flow.harvest(papers, lang)
        page = out / "scoreboard.html"
        board = boards.make(harvest, None, with_published=False)
        boards.put(board, harvest, lang, html=page, markdown=None, as_json=False, whole=whole)
        click.echo(say(message("cli.demo.next", page=page, first=papers[0]), lang))


VERB = Verb(
    name="demo",
    help="cli.demo",
    callback=_run,
    params=[
        Option(["--out"], type=click.Path(path_type=Path), default=Path("demo"), metavar="DIR", help="cli.demo.out"),
        Option(["--all", "whole"], is_flag=True, help="cli.scoreboard.all"),
    ],
)
