"""Files that LibreOffice reads for us: old Word files (DOC), RTF, ODT. It makes a DOCX of them, which is then read."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence

from camket.errors import ReadError
from camket.read.limits import Limits
from camket.read.office.memory import memory_folder
from camket.read.office.ole import has_password
from camket.read.office.plain import antiword, read_plain
from camket.read.office.program import all_to_docx, office, to_docx
from camket.read.office.stamp import Kind, bears_raw_stamp
from camket.read.parsed import Parsed

_NAMES: dict[Kind, str] = {"doc": "Word (DOC)", "rtf": "RTF", "odt": "ODT"}
_TOGETHER = 30_000_000
"""Bytes of files that are converted together at most."""


def read_through_office(data: bytes, file: str, kind: Kind, limits: Limits) -> Parsed:
    """Read a file by way of a DOCX; a DOC without LibreOffice by its letters alone.

    LibreOffice reads files only, so the paper lies in a folder in memory for as long as that takes. A paper that is
    seen to be stamped secret never gets there.

    Raises:
        ReadError: `read.password`, `read.secret`, `read.needs_office`, `read.office_failed`, `read.office_slow`, or as
            the DOCX reader says.
    """
    if kind == "doc" and has_password(data):
        raise ReadError("read.password", file=file)
    if bears_raw_stamp(data, kind):
        raise ReadError("read.secret", file=file)
    program = office()
    if program is not None:
        return _converted(program, data, file, kind, limits)
    letters_only = antiword() if kind == "doc" else None
    if letters_only is None:
        raise ReadError("read.needs_office", file=file, format=_NAMES[kind])
    with memory_folder(len(data)) as folder:
        return read_plain(letters_only, data, file, folder, limits)


def convert_together(papers: Sequence[tuple[bytes, str]], limits: Limits) -> list[bytes | None]:
    """The DOCX of each of several files (bytes and kind), by one start of LibreOffice, which takes most of the time.

    None where there is none: the file is then read by itself, and that says why. What has a password or is seen to be
    stamped secret is not handed over; nor is what goes beyond the room for files that are converted together.
    """
    program, chosen, left = office(), [], _TOGETHER
    for place, (data, kind) in enumerate(papers):
        left -= len(data)
        if left > 0 and kind in _NAMES and _may_be_handed_over(data, kind):
            chosen.append(place)
    found: list[bytes | None] = [None] * len(papers)
    if program is None or not chosen:
        return found
    with memory_folder(_TOGETHER - left) as folder:
        made = all_to_docx(program, [papers[place] for place in chosen], folder, limits)
    for place, docx in zip(chosen, made, strict=True):
        found[place] = docx
    return found


def read_converted(docx: bytes, file: str, limits: Limits) -> Parsed:
    """Read what LibreOffice made of a file.

    Raises:
        ReadError: `read.needs_part`, or as the DOCX reader says.
    """
    if importlib.util.find_spec("lxml") is None:
        raise ReadError("read.needs_part", file=file, name="lxml", extra="read")
    from camket.read.word import read_docx

    return read_docx(docx, file, limits)


def _may_be_handed_over(data: bytes, kind: Kind) -> bool:
    return not (kind == "doc" and has_password(data)) and not bears_raw_stamp(data, kind)


def _converted(program: str, data: bytes, file: str, kind: Kind, limits: Limits) -> Parsed:
    with memory_folder(len(data)) as folder:
        docx = to_docx(program, data, file, kind, folder, limits)
    if docx is None:
        raise ReadError("read.office_failed", file=file, format=_NAMES[kind])
    return read_converted(docx, file, limits)
