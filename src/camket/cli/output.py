"""Writing for people and for programs."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
import msgspec

from camket.errors import UsageError
from camket.findings import Finding, Level
from camket.model.message import message
from camket.report.findings import finding_line
from camket.report.layout import Cell, table
from camket.report.layout import plain as uncoloured
from camket.report.pen import coloured
from camket.words import Language, say, term

_WIDTH, _NARROWEST = 110, 40
_LEVELS: tuple[Level, ...] = ("error", "warning", "info")
_MOST_FINDINGS, _MOST_OF_A_KIND = 10, 3  # a paper
# A paper could move the cursor or set the title of a terminal: control codes are shown, not obeyed.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def on_terminal() -> bool:
    """Whether the output goes to a person's screen, and may have colours."""
    return sys.stdout.isatty()


def width() -> int:
    """How wide a line may be: as the variable COLUMNS says, else as the terminal is."""
    asked = os.environ.get("COLUMNS", "")
    if on_terminal() or (asked.isascii() and asked.isdigit() and int(asked) > 0):
        from shutil import get_terminal_size  # loads much, and into a pipe nobody asks

        return max(_NARROWEST, get_terminal_size((_WIDTH, 24)).columns)
    return _WIDTH


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


def print_findings(
    findings: Iterable[Finding], language: Language, *, text: str = "", paper: str = "", words: Mapping[str, str]
) -> None:
    """Findings of one paper to the error stream, the worst first, one a line with their level.

    Of many the first ten are shown, and of one kind the first three.

    Args:
        findings: what was noticed.
        language: of the sentences.
        text: the paper's text, for the number of the line.
        paper: what it is called.
        words: the papers' words for indicators that the catalogue does not have.
    """
    ordered = sorted(dict.fromkeys(findings), key=lambda each: _LEVELS.index(each.level))
    of_kind: Counter[str] = Counter()
    shown = []
    for finding in ordered:
        of_kind[finding.message.code] += 1
        if of_kind[finding.message.code] <= _MOST_OF_A_KIND:
            shown.append(finding)
    shown = shown[:_MOST_FINDINGS]
    for finding in shown:
        named = msgspec.structs.replace(finding, where=finding.where or paper or None)
        line = finding_line(named, language, texts={paper: text}, words=words)
        click.echo(f"{term(f'level.{finding.level}', language)}: {harmless(line)}", err=True)
    if len(ordered) > len(shown):
        more = message("cli.more_findings", paper=paper or "camket", count=len(ordered) - len(shown))
        click.echo(say(more, language), err=True)


def to_file(_context: click.Context, _parameter: click.Parameter, path: Path | None) -> Path | None:
    """The file of an option that writes one; for `callback=` of an option.

    Raises:
        UsageError: it is a folder, or the folder that it should lie in does not exist.
    """
    if path is not None and path.is_dir():
        raise UsageError("cli.is_folder", file=path)
    if path is not None and not path.parent.exists():
        raise UsageError("cli.no_folder", file=path, folder=path.parent)
    return path


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


def existing(paths: Iterable[Path]) -> list[Path]:
    """The paths, which are all there.

    Raises:
        UsageError: one is not.
    """
    given = list(paths)
    for path in given:
        if not path.exists():
            raise UsageError("read.missing", file=path)
    return given


def paths_argument(**attributes: Any) -> click.Argument:
    """`PATH...`; that they exist is checked where they are listed, in the user's language."""
    return click.Argument(
        ["paths"], nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...", **attributes
    )
