"""`camket show`: a paper with its facts marked, and a table of them below."""

from __future__ import annotations

from pathlib import Path

import click

from camket.cli.speaking import Option, Verb
from camket.words import Language


def _run(file: Path, as_json: bool, lang: Language) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli.flow import facts_of
    from camket.cli.marking import print_facts, print_marked
    from camket.cli.output import print_findings, print_json
    from camket.exchange.guide import document_json
    from camket.read import read

    extraction = facts_of(read(file))
    if as_json:
        print_json(document_json(extraction, language=lang))
        return
    print_marked(extraction)
    print_facts(extraction, lang)
    words = {each.indicator: each.indicator_text for each in extraction.figures if each.indicator_text}
    document = extraction.document
    found = (*document.findings, *extraction.findings)
    print_findings(found, lang, text=document.text, paper=document.id, words=words)


VERB = Verb(
    name="show",
    help="cli.show",
    callback=_run,
    params=[
        click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE"),
        Option(["--json", "as_json"], is_flag=True, help="cli.show.json"),
    ],
)
