"""The process in which files are parsed: `python -m camket.read.worker`.

It answers requests on its standard input, one at a time, until that is closed: eight bytes of length, then a record in
MessagePack. It opens no network and writes no file of its own; whoever started it may kill it at any moment.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import IO

import msgspec

from camket.errors import ReadError
from camket.model.message import Message, message
from camket.model.workbook import Workbook
from camket.read.archive import Listed, list_members, take_member
from camket.read.limits import Limits
from camket.read.parsed import LEFT, Parsed
from camket.read.parsing import format_of, parse
from camket.typed import typed

LENGTH = 8
"""Bytes that say how long the record is that follows."""
_WORTH_A_LOOK = 20_000


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What to do with a file.

    Attributes:
        file: what it is called in messages.
        data: its bytes; of an archive they may be left out, and are read from `path`.
        path: where the archive is.
        members: the way to one file of an archive.
        listing: list the archive instead of reading a file.
        cells: read the file cell by cell, not as a paper.
        taking: hand back the bytes of the file, unread.
        together: what is asked is only the DOCX of each of these files, which LibreOffice makes in one start.
        docx: what was made so of this file.
    """

    file: str
    limits: Limits
    data: bytes | None = None
    path: str | None = None
    members: tuple[str, ...] = ()
    listing: bool = False
    cells: bool = False
    taking: bool = False
    together: tuple[Request, ...] = ()
    docx: bytes | None = None


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """The file read, or its cells or its bytes, or the archive listed, or files converted, or why not.

    `sha256` is told of a file of an archive: the caller has no bytes of it.
    """

    parsed: Parsed | None = None
    format: str = ""
    sha256: str = ""
    listed: Listed | None = None
    workbook: Workbook | None = None
    data: bytes | None = None
    converted: tuple[bytes | None, ...] = ()
    trouble: Message | None = None


def send(stream: IO[bytes], record: msgspec.Struct) -> None:
    """Write one record."""
    body = msgspec.msgpack.encode(record)
    stream.write(len(body).to_bytes(LENGTH, "big") + body)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The body of one record; None where the other side is gone."""
    length = stream.read(LENGTH)
    if len(length) < LENGTH:
        return None
    size = int.from_bytes(length, "big")
    body = stream.read(size)
    return body if len(body) == size else None


def main() -> None:
    """Answer requests until there are no more."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    sys.excepthook = last_words(lambda said: send(sink, Reply(trouble=said)))
    gc.disable()  # trees of elements hold no cycles worth a look while they grow; a third of the time goes there
    while (body := receive(source)) is not None:
        request = msgspec.msgpack.decode(body, type=typed(Request))
        _limit_memory(request.limits.memory)
        send(sink, _answer(request))
        LEFT.clear()
        if gc.get_count()[0] > _WORTH_A_LOOK:  # what a file left; after a small one that is not worth a look
            gc.collect()  # while the caller has its answer; what stays is code and caches, never to be looked at again
            gc.freeze()


def _answer(request: Request) -> Reply:
    try:
        if request.together:
            return Reply(converted=tuple(_converted(request)))
        data = _whole(request)
        if request.listing:
            return Reply(listed=list_members(data, request.file, request.limits))
        data = _taken(data, request)
        return Reply(data=data) if request.taking else _parsed(data, request)
    except ReadError as error:
        return Reply(trouble=error.message)
    except OSError as error:
        return Reply(trouble=message("read.unreadable", file=request.file, reason=error.strerror or error))
    except MemoryError:
        return Reply(trouble=message("read.memory", file=request.file, most=request.limits.memory))


def _whole(request: Request) -> bytes:
    return request.data if request.data is not None else Path(request.path or "").read_bytes()


def _taken(data: bytes, request: Request) -> bytes:
    if not request.members:
        return data
    return take_member(data, request.members, request.path or request.file, request.limits)


def _converted(request: Request) -> list[bytes | None]:
    from camket.read.office.through import convert_together

    return convert_together([_with_kind(each) for each in request.together], request.limits)


def _with_kind(request: Request) -> tuple[bytes, str]:
    """A file and the name of its format; nothing where it cannot be had, which is said when it is read by itself."""
    try:
        data = _taken(_whole(request), request)
        return data, format_of(data, request.file).name
    except (ReadError, OSError):
        return b"", ""


def _parsed(data: bytes, request: Request) -> Reply:
    format_ = format_of(data, request.file)
    # Where cells are asked for too: it may be a secret.
    parsed = parse(format_, data, request.file, request.limits, request.docx)
    if request.cells:
        from camket.read.sheet.whole import read_workbook

        return Reply(workbook=read_workbook(format_.name, data, request.file, request.limits), format=format_.name)
    return Reply(parsed=parsed, format=format_.name, sha256=_digest(data) if request.members else "")


def _digest(data: bytes) -> str:
    from hashlib import sha256  # loaded late: of most files the caller tells it

    return sha256(data).hexdigest()


@lru_cache(maxsize=1)  # set anew only where it is another than the last
def _limit_memory(megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # a system without it: the time limit alone holds
        return
    most = megabytes * 1_000_000
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def last_words(tell: Callable[[Message], None]) -> Hook:
    """Before the process ends on what nobody foresaw, it says where that was: never with words of the paper."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:  # noqa: ARG001
        where = ""
        while trace is not None:
            where = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
            trace = trace.tb_next
        tell(message("read.crashed", file="", reason=f"{kind.__name__}, {where}"))

    return hook


if __name__ == "__main__":
    main()
