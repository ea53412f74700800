"""`camket read`: what was read of a file, part by part, and where in the file each part stands."""

from __future__ import annotations

from pathlib import Path

import click

from camket.cli.speaking import Option, Verb
from camket.words import Language


def _run(file: Path, pages: Path | None, as_json: bool, as_text: bool, lang: Language) -> None:
    # Loaded late: the help of this verb needs none of it.
    import os

    from camket.cli.flow import not_read
    from camket.cli.output import print_findings
    from camket.cli.reading import print_json_of, print_parts, print_text, write_pages
    from camket.errors import CamketError
    from camket.read import read
    from camket.read.folder import find_documents
    from camket.read.limits import limits_of

    limits = limits_of(os.environ)
    listing = find_documents([file], limits=limits)
    print_findings(listing.findings, lang, words={})
    failed = False
    for each in listing.inputs:
        try:
            document = read(each.path, id=each.name, members=each.members, limits=limits)
        except CamketError as error:
            if not each.members:
                raise
            failed = True  # one bad file of an archive: the others are shown
            print_findings([not_read(each, error)], lang, words={})
            continue
        if as_json:
            print_json_of(document, lang)
        elif as_text:
            print_text(document)
        else:
            print_parts(document, lang)
        if pages is not None:
            write_pages(document, each, pages, lang)
        print_findings(document.findings, lang, text=document.text, paper=document.id, words={})
    if failed:
        click.get_current_context().exit(2)


VERB = Verb(
    name="read",
    help="cli.read",
    callback=_run,
    params=[
        click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE"),
        Option(["--pages"], type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help="cli.read.pages"),
        Option(["--text", "as_text"], is_flag=True, help="cli.read.text"),
        Option(["--json", "as_json"], is_flag=True, help="cli.read.json"),
    ],
)
