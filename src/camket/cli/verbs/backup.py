"""`camket backup`: the whole registry in one file."""

from __future__ import annotations

from pathlib import Path

import click

from camket.cli.output import to_file
from camket.cli.speaking import Option, Verb
from camket.model.message import message
from camket.words import Language, say


def _run(file: Path, force: bool, lang: Language) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli.server import started
    from camket.errors import UsageError

    if file.exists() and not force:
        raise UsageError("backup.exists", file=file)
    configuration = started()

    from camket.server.backup import save
    from camket.server.registry.files import FileStore

    made = save(file, FileStore(configuration.files))
    rows = sum(table.rows for table in made.tables)
    click.echo(say(message("backup.done", file=file, rows=rows, files=len(made.files)), lang))


VERB = Verb(
    name="backup",
    help="cli.backup",
    callback=_run,
    params=[
        click.Argument(["file"], type=click.Path(path_type=Path), callback=to_file),
        Option(["--force"], is_flag=True, help="cli.backup.force"),
    ],
)
