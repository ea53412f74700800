"""Files that LibreOffice reads for us: old Word files (DOC), RTF, ODT. It makes a DOCX of them, which is then read."""

from __future__ import annotations

import importlib.util

from camket.errors import ReadError
from camket.read.limits import Limits
from camket.read.office.memory import memory_folder
from camket.read.office.ole import has_password
from camket.read.office.plain import antiword, read_plain
from camket.read.office.program import office, to_docx
from camket.read.office.stamp import Kind, bears_raw_stamp
from camket.read.parsed import Parsed

_NAMES: dict[Kind, str] = {"doc": "Word (DOC)", "rtf": "RTF", "odt": "ODT"}


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


def _converted(program: str, data: bytes, file: str, kind: Kind, limits: Limits) -> Parsed:
    if importlib.util.find_spec("lxml") is None:
        raise ReadError("read.needs_part", file=file, name="lxml", extra="read")
    from camket.read.word import read_docx

    with memory_folder(len(data)) as folder:
        docx = to_docx(program, data, file, kind, folder, limits)
    if docx is None:
        raise ReadError("read.office_failed", file=file, format=_NAMES[kind])
    return read_docx(docx, file, limits)
