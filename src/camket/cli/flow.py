"""What the verbs share: from paths to documents and facts, trouble with one file never stopping the others."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from camket.errors import CamketError
from camket.findings import Finding
from camket.model.document import Document
from camket.model.extraction import Extraction
from camket.model.workbook import Workbook
from camket.read.folder import Input, find_documents
from camket.read.limits import Limits, limits_of, reads_off_topic
from camket.words import Language, term

Item = TypeVar("Item")


class Outcome(NamedTuple):
    """One input: its facts, or why there are none."""

    input: Input
    extraction: Extraction | None
    finding: Finding | None


class Harvest(NamedTuple):
    """All inputs in order, and what was noticed while they were listed."""

    outcomes: tuple[Outcome, ...]
    listing: tuple[Finding, ...]

    @property
    def extractions(self) -> tuple[Extraction, ...]:
        """The facts of every document that could be read."""
        return tuple(each.extraction for each in self.outcomes if each.extraction is not None)

    @property
    def names(self) -> dict[str, str]:
        """What each file is called on a page that others read: its path below the folder given, by its whole path."""
        return {each.input.file: each.input.below for each in self.outcomes}

    @property
    def own_words(self) -> dict[str, str]:
        """The papers' words for indicators that the catalogue does not have, by their ids."""
        return own_words(self.extractions)

    @property
    def troubles(self) -> tuple[Finding, ...]:
        """What was noticed outside the documents: while listing, and of files that could not be read."""
        return (*self.listing, *(each.finding for each in self.outcomes if each.finding is not None))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that was noticed."""
        return (*self.troubles, *(finding for each in self.extractions for finding in each.findings))


def harvest(
    paths: Sequence[Path],
    language: Language,
    *,
    leave_out: Path | None = None,
    keep: Callable[[Outcome], None] | None = None,
) -> Harvest:
    """Read, extract and resolve every document of the paths.

    Args:
        paths: files, folders and archives.
        language: of the progress bar.
        leave_out: a folder that is not walked.
        keep: is given each outcome as it comes, so that a long run that is broken off has not been for nothing.

    Raises:
        UsageError: a path does not exist, or a setting has no such value.
    """
    from camket.read.ahead import request_of_input, with_docx

    limits = limits_of(os.environ)
    reads_off_topic(os.environ)  # a wrong value is told once, before the first file
    listing = find_documents(paths, leave_out=leave_out, limits=limits)
    outcomes: list[Outcome] = []
    watching = watched(listing.inputs, language)
    for each, docx in with_docx(watching, lambda given: request_of_input(given, limits), limits):
        outcomes.append(_one(each, limits, docx))
        if keep is not None:
            keep(outcomes[-1])
    return Harvest(tuple(outcomes), listing.findings)


def own_words(extractions: Iterable[Extraction]) -> dict[str, str]:
    """The papers' words for indicators that the catalogue does not have, by their ids."""
    figures = (figure for each in extractions for figure in each.figures)
    return {each.indicator: each.indicator_text for each in figures if each.indicator_text}


def facts_of(document: Document) -> Extraction:
    """A document's facts in their place."""
    from camket.extract import extract
    from camket.resolve import resolve

    return resolve(extract(document, whatever=reads_off_topic(os.environ)))


def list_of(file: Path) -> Document | Workbook:
    """A file that may be a list: the cells of a workbook or of a table as text, else the paper."""
    from camket.read.loading import load_list, read_bytes

    limits = limits_of(os.environ)
    return load_list(read_bytes(file, limits), str(file), file.stem, limits)


def not_read(given: Input, error: CamketError) -> Finding:
    """Why a file could not be read."""
    return Finding(message=error.message, level="error", where=given.file)


def watched(items: Sequence[Item], language: Language) -> Iterable[Item]:
    """The same items, with a progress bar on the error stream where that is a terminal."""
    if len(items) < 2 or not sys.stderr.isatty():
        return items
    return _with_bar(items, language)


def needs_attention(findings: Iterable[Finding]) -> bool:
    """Whether `--strict` should end with exit code 1."""
    return any(each.level != "info" for each in findings)


def _one(given: Input, limits: Limits, docx: bytes | None) -> Outcome:
    from camket.read.loading import load

    try:
        document = load(given.path, given.name, members=given.members, limits=limits, docx=docx)
        return Outcome(given, facts_of(document), None)
    except CamketError as error:
        return Outcome(given, None, not_read(given, error))


def _with_bar(items: Sequence[Item], language: Language) -> Iterator[Item]:
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(items, description=term("cli.reading", language), console=console, transient=True)
