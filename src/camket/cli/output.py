"""Writing for people and for programs."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from camket.errors import UsageError
from camket.findings import Finding
from camket.report.building import finding_line
from camket.report.layout import Cell, table
from camket.report.layout import plain as uncoloured
from camket.report.pen import coloured
from camket.words import Language, term

_WIDTH = 110
# A paper could move the cursor or set the title of a terminal: control codes are shown, not obeyed.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def on_terminal() -> bool:
    """Whether the output goes to a person's screen, and may have colours."""
    return sys.stdout.isatty()


def width() -> int:
    """How wide a line may be."""
    return max(40, shutil.get_terminal_size((_WIDTH, 24)).columns) if on_terminal() else _WIDTH


def harmless(text: str) -> str:
    """A text that does nothing to a terminal but stand there."""
    return _CONTROLS.sub(lambda found: "" if found[0] == "\r" else "\N{SYMBOL FOR SUBSTITUTE}", text)


def print_json(data: bytes) -> None:
    """JSON as UTF-8, whatever the terminal's encoding."""
    click.echo(data, nl=False)


def print_table(columns: Sequence[str], rows: Iterable[Sequence[Cell]], language: Language) -> None:
    """A table; `columns` are codes of `words/`."""
    paint = coloured if on_terminal() else uncoloured
    for line in table([term(code, language) for code in columns], list(rows), width(), paint):
        click.echo(line)


def print_findings(findings: Iterable[Finding], language: Language) -> None:
    """Findings to the error stream, one a line, with their level."""
    for finding in findings:
        click.echo(f"{term(f'level.{finding.level}', language)}: {finding_line(finding, language)}", err=True)


def write(path: Path, data: bytes) -> None:
    """Write a file, and the folders that it needs.

    Raises:
        UsageError: it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise UsageError("cli.cannot_write", file=path, reason=error.strerror or error) from error


def paths_argument(**attributes: Any) -> click.Argument:
    """`PATH...`; that they exist is checked where they are listed, in the user's language."""
    return click.Argument(
        ["paths"], nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...", **attributes
    )
