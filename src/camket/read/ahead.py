"""Old Word files among many papers: the next ones are converted together, as the start of LibreOffice takes most time.

Nothing is read otherwise for it. What comes of a file is what comes of it alone; a file of which nothing came, because
it is broken or those before it took the time, is read by itself, and that says why.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from camket.errors import CamketError, ReadError
from camket.read.folder import Input
from camket.read.formats import formats
from camket.read.limits import Limits
from camket.read.loading import check
from camket.read.parsed import Format

if TYPE_CHECKING:
    from camket.read.worker import Reply, Request

Item = TypeVar("Item")
_AHEAD = 24
"""Papers that are looked at ahead."""
_HELD = 50_000_000
"""Bytes of papers that lie in memory meanwhile."""
_TOGETHER = 16
_KINDS = frozenset(("doc", "rtf", "odt"))
"""Formats that LibreOffice has to convert."""


class _Waiting(Generic[Item]):
    def __init__(self, item: Item, request: Request | None) -> None:
        self.item, self.request = item, request
        self.docx: bytes | None = None
        self.tried = False

    @property
    def asks(self) -> bool:
        """Whether it may still be converted together with others."""
        return self.request is not None and not self.tried


def request_of_input(given: Input, limits: Limits) -> Request | None:
    """How a file is had whose name says that LibreOffice may have to convert it; its bytes tell when it is read."""
    name = given.members[-1] if given.members else given.path.name
    if Path(name).suffix.lower() not in _suffixes():
        return None
    try:
        check(given.path, limits)
    except CamketError:
        return None  # told where it is read
    return _request(given.file, limits, path=str(given.path), members=given.members)


def request_of_bytes(data: bytes, file: str, limits: Limits) -> Request | None:
    """The same for a file that lies in memory."""
    if not any(each.recognises(data) for each in _formats()):
        return None
    return _request(file, limits, data=data)


def _request(file: str, limits: Limits, **asked: Any) -> Request:
    from camket.read.worker import Request  # loaded late: most papers need no other process, or not this one

    return Request(file=file, limits=limits, **asked)


def _ask(request: Request) -> Reply:
    from camket.read.apart import APART

    return APART.ask(request)


@cache
def _formats() -> tuple[Format, ...]:
    return tuple(each for each in formats() if each.name in _KINDS)


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(suffix for each in _formats() for suffix in each.suffixes)


def with_docx(
    items: Iterable[Item], request_of: Callable[[Item], Request | None], limits: Limits
) -> Iterator[tuple[Item, bytes | None]]:
    """The same items in their order, each with the DOCX that LibreOffice made of it, if it did.

    Args:
        items: what is to be read; some are asked for before the first of them is given back.
        request_of: how the file of an item is had, where LibreOffice may have to convert it.
        limits: what a file may cost; several together cost no more than one may.
    """
    source = iter(items)
    waiting: deque[_Waiting[Item]] = deque()
    while True:
        _look(waiting, source, request_of, 1)
        if not waiting:
            return
        if waiting[0].asks:
            _look(waiting, source, request_of, _AHEAD)
            _convert([each for each in waiting if each.asks][:_TOGETHER], limits)
        first = waiting.popleft()
        yield first.item, first.docx


def _look(
    waiting: deque[_Waiting[Item]], source: Iterator[Item], request_of: Callable[[Item], Request | None], most: int
) -> None:
    """Have so many papers at hand, or fewer where they are large."""
    held = sum(map(_size, waiting))
    if len(waiting) >= most:
        return
    for item in source:
        waiting.append(_Waiting(item, request_of(item)))
        held += _size(waiting[-1])
        if len(waiting) >= most or held >= _HELD:
            return


def _size(each: _Waiting[Item]) -> int:
    return len(each.request.data or b"") if each.request is not None else 0


def _convert(group: list[_Waiting[Item]], limits: Limits) -> None:
    """Each with what was made of it.

    At the first of those at the end without a result the program may have ended: that one goes alone, those behind it
    are tried again with the next.
    """
    requests = tuple(each.request for each in group if each.request is not None)
    made: tuple[bytes | None, ...] = ()
    if len(requests) > 1:
        try:
            made = _ask(_request(requests[0].file, limits, together=requests)).converted
        except ReadError:
            made = ()  # whatever it was: it is met again, and told, where the file is read
    done = 0
    for place, (each, docx) in enumerate(zip(group, made, strict=False), start=1):
        each.docx = docx
        done = place if docx is not None else done
    for each in group[: done + 1]:
        each.tried = True
