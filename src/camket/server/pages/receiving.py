"""Files that a browser sends: kept in memory, within limits, and only where a page asks for them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any, Protocol

from django.conf import settings
from django.core.exceptions import TooManyFilesSent
from django.core.files.uploadhandler import FileUploadHandler, MemoryFileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponse, UnreadablePostError

from camket.errors import UsageError
from camket.server.pages.allowed import Asked, View, needs, refusal
from camket.server.pages.language import language_of
from camket.server.spool import Handed
from camket.words import say

_LONGEST = 120
_PARTING = re.compile(r"[/\\\N{FULLWIDTH SOLIDUS}\N{FULLWIDTH REVERSE SOLIDUS}]")
_NAMELESS = "tep"
# A name that says itself what it is must not be kept: `Tối mật`, `tuyet-mat`, and the bare word with its marks.
_SAYS_SECRET = re.compile(r"t[oố]i[\W_]*m[aậ]t|tuy[eệ]t[\W_]*m[aậ]t|(?<!bảo )(?<!bí )(?<!\w)mật(?!\w)")


class NoFiles(FileUploadHandler):
    """What every page has that takes no files: they are passed over as they come."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Pass over a file."""
        super().new_file(*args, **kwargs)
        raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Never asked."""

    def file_complete(self, file_size: int) -> None:
        """Never asked."""


class InMemory(MemoryFileUploadHandler):
    """Keeps files in memory whatever their size; the size of the whole was looked at before."""

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        """Never hand over to a handler that writes to the disk."""
        super().handle_raw_input(*args, **kwargs)
        self.activated = True


class ReceivingMiddleware:
    """Asks a page that takes files whether it takes them from this one, before anything of what was sent is read.

    Such a view is made by `takes_files`. Stands before the middleware that looks for the token of a form, which reads
    the form.
    """

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        return self._answer(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], _args: object, _named: object
    ) -> HttpResponse | None:
        """The answer of who may not send files; None where all goes on."""
        before: Callable[[HttpRequest], HttpResponse | None] | None = getattr(view, "before_reading", None)
        return before(request) if before is not None and request.method == "POST" else None


class Told(Protocol):
    """Makes the page that says why files could not be read."""

    def __call__(self, request: HttpRequest, trouble: str, *, status: int) -> HttpResponse:
        """The page, with that status."""


def takes_files(*permissions: str, told: Told) -> Callable[[View[Asked]], View[Asked]]:
    """A page that takes files, for who has one of some rights (`needs`); of others nothing is read of what they send.

    Files that cannot be read are told on the page that `told` makes: 413 where they are too many, 400 where they broke
    off.
    """

    def before_reading(request: HttpRequest) -> HttpResponse | None:
        refused = refusal(request, *permissions)
        if refused is not None:
            return refused
        try:
            _read_files(request)
        except UsageError as error:
            status = 413 if error.message.code == "upload.too_many" else 400
            return told(request, say(error.message, language_of(request)), status=status)
        return None

    def made(view: View[Asked]) -> View[Asked]:
        checked = needs(*permissions)(view)
        checked.before_reading = before_reading  # type: ignore[attr-defined]  # asked for by `ReceivingMiddleware`
        return checked

    return made


def _read_files(request: HttpRequest) -> None:
    """Read what was sent, its files into memory. Nothing has read the request yet, and its size was looked at.

    Raises:
        UsageError: `upload.too_many`, or `upload.broken_off` where it ended before its end.
    """
    request.upload_handlers = [InMemory(request)]
    try:
        _ = request.FILES
    except TooManyFilesSent as error:
        raise UsageError("upload.too_many", most=settings.DATA_UPLOAD_MAX_NUMBER_FILES) from error
    except UnreadablePostError as error:
        raise UsageError("upload.broken_off") from error


def received(request: HttpRequest, field: str) -> list[Handed]:
    """The files of a form, in the order in which they were chosen."""
    files = request.FILES.getlist(field)
    handed = [Handed(safe_name(each.name or ""), each.read()) for each in files]
    for each in files:
        each.close()
    return handed


def safe_name(given: str) -> str:
    """The name of a file without folders, signs that no one sees or that turn writing round, and overlong ends."""
    name = unicodedata.normalize("NFC", _PARTING.split(given)[-1])
    kept = "".join(letter if unicodedata.category(letter)[0] != "C" else " " for letter in name)
    name = " ".join(kept.split()).strip(". ")
    stem, dot, suffix = name.rpartition(".")
    if dot and len(suffix) <= 5:
        return f"{stem.strip('. ')[:_LONGEST] or _NAMELESS}.{suffix}"
    return name[:_LONGEST] or _NAMELESS


def kept_name(name: str) -> str:
    """The name of a file that could not be read, as far as it may be kept: one that speaks of a secret is not."""
    return "" if _SAYS_SECRET.search(unicodedata.normalize("NFC", name).lower()) else name
