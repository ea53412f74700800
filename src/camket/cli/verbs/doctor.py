"""`camket doctor`: whether the registry is sound."""

from __future__ import annotations

import click
import msgspec

from camket.cli.output import harmless, print_json
from camket.cli.speaking import Option, Verb
from camket.findings import finding_record
from camket.model.message import message
from camket.words import Language, say


def _run(as_json: bool, lang: Language) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli.server import started

    configuration = started()

    from camket.server.registry.doctor import examine
    from camket.server.registry.files import FileStore

    found = list(examine(FileStore(configuration.files)))
    if as_json:
        print_json(msgspec.json.encode([finding_record(each, lang) for each in found]) + b"\n")
    else:
        for each in found:
            click.echo(harmless(say(each.message, lang)))
        click.echo(say(message("doctor.sum", count=len(found)) if found else message("doctor.sound"), lang))
    if found:
        click.get_current_context().exit(1)


VERB = Verb(
    name="doctor",
    help="cli.doctor",
    callback=_run,
    params=[Option(["--json", "as_json"], is_flag=True, help="cli.doctor.json")],
)
