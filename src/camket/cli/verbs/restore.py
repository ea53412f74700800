"""`camket restore`: a backup into an empty registry."""

from __future__ import annotations

from pathlib import Path

import click

from camket.cli.speaking import Verb
from camket.model.message import message
from camket.words import Language, say


def _run(file: Path, lang: Language) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli.server import started

    configuration = started()

    from camket.server.backup import restore
    from camket.server.registry.files import FileStore

    made = restore(file, FileStore(configuration.files))
    rows = sum(table.rows for table in made.tables)
    click.echo(say(message("restore.done", file=file, rows=rows, files=len(made.files)), lang))


VERB = Verb(
    name="restore",
    help="cli.restore",
    callback=_run,
    params=[click.Argument(["file"], type=click.Path(path_type=Path))],
)
