"""Bytes to what they hold: the format is told by content, a paper stamped secret is refused."""

from __future__ import annotations

import msgspec

from camket.errors import ReadError
from camket.findings import Finding
from camket.model.message import message
from camket.read.foreign import foreign_format
from camket.read.formats import formats
from camket.read.limits import Limits
from camket.read.office.ole import OLE
from camket.read.parsed import Format, Parsed
from camket.read.secret import bears_stamp


def format_of(data: bytes, file: str) -> Format:
    """The format of a file, by its bytes.

    Raises:
        ReadError: it is one that camket knows and does not read; says what to do.
    """
    found = next(each for each in formats() if each.recognises(data))
    if found.takes_rest:
        foreign = foreign_format(data)
        if foreign is not None:
            raise ReadError(f"read.format_{foreign.kind}", file=file, format=foreign.name)
        if data.startswith(OLE):  # its list of parts, which says what it is, stands behind where it was cut
            raise ReadError("read.old_office_damaged", file=file)
    return found


def parse(format_: Format, data: bytes, file: str, limits: Limits, docx: bytes | None = None) -> Parsed:
    """The text of a file with its parts; of `docx` where LibreOffice has made that of the file already.

    Raises:
        ReadError: it cannot be read (the format says why), or it is stamped secret (`read.secret`).
    """
    parsed = format_.parse(data, file, limits) if docx is None else _converted(docx, file, limits)
    if bears_stamp(parsed):
        raise ReadError("read.secret", file=file)
    if parsed.text.strip():
        return parsed
    empty = Finding(message=message("read.empty", file=file), where=file)
    return msgspec.structs.replace(parsed, findings=(*parsed.findings, empty))


def _converted(docx: bytes, file: str, limits: Limits) -> Parsed:
    from camket.read.office.through import read_converted  # loaded late: few files are such

    return read_converted(docx, file, limits)
