"""A scoreboard made, printed and written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType

import click
import msgspec

from camket.assess import assess
from camket.cli.flow import Harvest, own_words
from camket.cli.output import on_terminal, print_json, width, write
from camket.exchange.guide import pretty
from camket.model.extraction import Extraction
from camket.model.message import message
from camket.model.scoreboard import Scoreboard
from camket.report import html as html_report
from camket.report import markdown as markdown_report
from camket.report import terminal
from camket.report.building import build_view
from camket.report.plain import as_object
from camket.words import Language, say


def make(harvest: Harvest, as_of: date | None, *, with_published: bool) -> Scoreboard:
    """The scoreboard of what was read; what could not be read is among its findings."""
    board = assess(harvest.extractions, as_of, with_published=with_published)
    findings = dict.fromkeys((*harvest.troubles, *board.findings))
    return msgspec.structs.replace(board, findings=tuple(findings))


def put(
    board: Scoreboard,
    extractions: Sequence[Extraction],
    language: Language,
    *,
    names: Mapping[str, str] = MappingProxyType({}),
    html: Path | None,
    markdown: Path | None,
    as_json: bool,
    whole: bool,
) -> None:
    """Write the files asked for, and print the scoreboard: its summary, or the whole of it.

    Args:
        board: the scoreboard.
        extractions: the papers that it is of, for their texts and their own words.
        language: of all that is written.
        names: what files are called for others, by their paths.
        html: a page to write.
        markdown: a Markdown file to write.
        as_json: whether the object is printed instead of tables.
        whole: whether everything is printed.

    Raises:
        UsageError: a file cannot be written.
    """
    texts = {each.document.id: each.document.text for each in extractions}
    view = build_view(board, texts, language, names=names, own_words=own_words(extractions))
    if html is not None:
        _write(html, html_report.render(view), language)
    if markdown is not None:
        _write(markdown, markdown_report.render(view), language)
    if as_json:
        print_json(pretty(as_object(board, language)))
    else:
        click.echo(terminal.render(view, width=width(), colour=on_terminal(), whole=whole), nl=False)


def _write(path: Path, text: str, language: Language) -> None:
    write(path, text.encode())
    click.echo(say(message("cli.written", file=path), language), err=True)
