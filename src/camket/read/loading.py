"""One file, or one file of an archive, to one `Document`."""

from __future__ import annotations

import errno
import hashlib
import stat
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from camket.errors import ReadError, UsageError
from camket.findings import Finding
from camket.model.document import Document
from camket.model.message import message
from camket.model.workbook import Workbook
from camket.read.foreign import is_zip
from camket.read.formats import formats
from camket.read.limits import DEFAULT, Limits
from camket.read.parsed import Parsed
from camket.read.parsing import format_of, parse
from camket.read.zipped import ZIP

if TYPE_CHECKING:
    from camket.read.archive import Listed
    from camket.read.worker import Reply

_MEGABYTE = 1_000_000
_LETTERS_ALONE = frozenset({"text", "csv", "html"})  # any program opens either, whatever it is called
_OF_TABLES, _WORKBOOKS = (".csv", ".tsv"), ("xlsx", "xls", "xlsb", "ods", "csv")


def load(
    path: Path,
    name: str | None = None,
    *,
    members: Sequence[str] = (),
    limits: Limits = DEFAULT,
    docx: bytes | None = None,
) -> Document:
    """Read a file; see `camket.read.read`. `docx` is what LibreOffice made of it already (`camket.read.ahead`)."""
    file = "/".join((str(path), *members))
    if members:
        check(path, limits)
        reply = _told(file, limits, path=str(path), members=tuple(members), docx=docx)
        return _document(reply.parsed, reply.format, reply.sha256, file, name or Path(members[-1]).stem)
    return load_bytes(read_bytes(path, limits), file, path.stem if name is None else name, limits=limits, docx=docx)


def load_bytes(data: bytes, file: str, name: str, *, limits: Limits = DEFAULT, docx: bytes | None = None) -> Document:
    """Read what a file holds, that lies in memory only. `file` is what it is called in messages; `docx` as of `load`.

    Raises:
        ReadError: as of `camket.read.read`.
    """
    format_ = None if data.startswith(ZIP) else format_of(data, file)  # what a ZIP is, is told where it is parsed
    digest = hashlib.sha256()
    if format_ is None or format_.apart:
        reply = _told(file, limits, data=data, docx=docx, meanwhile=lambda: digest.update(data))
        return _document(reply.parsed, reply.format, digest.hexdigest(), file, name)
    digest.update(data)
    return _document(parse(format_, data, file, limits), format_.name, digest.hexdigest(), file, name)


def load_workbook(data: bytes, file: str, limits: Limits = DEFAULT) -> Workbook:
    """The cells of a workbook or of a table as text; `file` is what it is called in messages.

    Raises:
        ReadError: as of `camket.read.read`; `read.no_workbook` where the file has no sheets.
    """
    return _told(file, limits, data=data, cells=True).workbook or Workbook()


def load_list(data: bytes, file: str, name: str, limits: Limits = DEFAULT) -> Document | Workbook:
    """A list: the cells of a workbook or of a table as text, else a paper.

    Raises:
        ReadError: as of `camket.read.read`.
    """
    if Path(file).suffix.lower() in _OF_TABLES or format_of(data, file).name in _WORKBOOKS:
        return load_workbook(data, file, limits)
    return load_bytes(data, file, name, limits=limits)


def archive_members(path: Path, limits: Limits) -> Listed:
    """What is in an archive.

    Raises:
        ReadError: it is broken, or unpacks to more than the limits allow.
    """
    check(path, limits)
    from camket.read.archive import Listed

    return _told(str(path), limits, path=str(path), listing=True).listed or Listed(members=())


def bytes_of(path: Path, members: Sequence[str] = (), limits: Limits = DEFAULT) -> bytes:
    """The bytes of a file, or of one file of an archive.

    Raises:
        UsageError, ReadError: as of `camket.read.read`.
    """
    data = read_bytes(path, limits)
    return member_bytes(data, members, str(path), limits) if members else data


def member_bytes(data: bytes, way: Sequence[str], file: str, limits: Limits) -> bytes:
    """The bytes of one file of an archive that lies in memory; a letter is taken apart in the process that parses.

    Raises:
        ReadError: it is encrypted, broken, not there, or larger than the limits allow.
    """
    if len(way) == 1 and is_zip(data):
        from camket.read.archive import take_member

        return take_member(data, way, file, limits)
    return _told(file, limits, path=file, data=data, members=tuple(way), taking=True).data or b""


def read_bytes(path: Path, limits: Limits) -> bytes:
    """The bytes of a regular file.

    Raises:
        UsageError: there is no such file.
        ReadError: it is a device, cannot be opened, or is larger than the limits allow.
    """
    check(path, limits)
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReadError("read.unreadable", file=path, reason=error.strerror or error) from error


def check(path: Path, limits: Limits) -> None:
    """Refuse what is no file to read; see `read_bytes`."""
    try:
        state = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UsageError("read.missing", file=path) from error
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise ReadError("read.link_loop", file=path) from error
        raise ReadError("read.unreadable", file=path, reason=error.strerror or error) from error
    except ValueError as error:
        raise UsageError("read.missing", file=repr(str(path))) from error
    if stat.S_ISDIR(state.st_mode):
        raise UsageError("read.folder", file=path)
    if not stat.S_ISREG(state.st_mode):  # a pipe or a device could be read for ever
        raise ReadError("read.no_file", file=path)
    if state.st_size > limits.megabytes * _MEGABYTE:
        size = -(-state.st_size // _MEGABYTE)
        raise ReadError("read.too_large", file=path, size=size, most=limits.megabytes)


def _told(
    file: str,
    limits: Limits,
    *,
    data: bytes | None = None,
    path: str | None = None,
    members: tuple[str, ...] = (),
    listing: bool = False,
    cells: bool = False,
    taking: bool = False,
    docx: bytes | None = None,
    meanwhile: Callable[[], None] | None = None,
) -> Reply:
    """What the process says that parses; see `camket.read.worker.Request`, and `camket.read.apart.Apart.ask`."""
    # Loaded late: a page of plain text needs no other process.
    from camket.read.apart import APART
    from camket.read.worker import Request

    request = Request(
        file=file,
        data=data,
        path=path,
        members=members,
        limits=limits,
        listing=listing,
        cells=cells,
        taking=taking,
        docx=docx,
    )
    return APART.ask(request, meanwhile)


def _document(found: Parsed | None, format_: str, sha256: str, file: str, name: str) -> Document:
    parsed = found or Parsed(text="")
    return Document(
        id=name,
        text=parsed.text,
        sha256=sha256,
        text_sha256=hashlib.sha256(parsed.text.encode()).hexdigest(),
        path=file,
        format=format_,
        blocks=parsed.blocks,
        places=parsed.places,
        pages=parsed.pages,
        asides=parsed.asides,
        head=parsed.head,
        findings=(*parsed.findings, *_misnamed(file, format_)) if parsed.text else parsed.findings,
    )


def _misnamed(file: str, format_: str) -> tuple[Finding, ...]:
    """What to say where the name of a file promises another format than its bytes are of."""
    suffix = file[file.rfind(".") :].lower()
    promised = _promised().get(suffix, format_)
    if promised == format_ or {promised, format_} <= _LETTERS_ALONE:
        return ()
    right = "PNG, JPEG" if format_ == "image" else next(each.suffixes[0] for each in formats() if each.name == format_)
    said = message("read.misnamed", file=file, suffix=suffix, format=right.lstrip(".").upper())
    return (Finding(message=said, level="info", where=file),)


@cache
def _promised() -> dict[str, str]:
    """The format that each ending of a name stands for."""
    return {suffix: each.name for each in formats() for suffix in each.suffixes}
