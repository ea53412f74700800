"""A letter sent by mail (EML), taken as an archive: what was written, and the files that were sent with it.

Only the letter's own bytes are looked at; nothing that it points to is fetched, and nothing of it is run.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator, Sequence
from email import message_from_bytes
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime
from html import escape
from pathlib import PurePosixPath
from typing import NamedTuple

from camket.errors import ReadError

_SIGNATURES = ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature")
_SEALED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted")
_LOGO = 20_000
"""Bytes below which a picture set among the words is none of a paper."""
_BODY, _LETTER, _FILE = "noi-dung", "thu-kem-theo", "tep-kem-theo"
_LONGEST_NAME = 120
_UNTOLD = frozenset(("us-ascii", "iso-8859-1", "latin1", "windows-1252", "x-user-defined", "unknown-8bit"))
"""Names that programs put on letters of any kind; what they are is told by the letters."""
_UNREADABLE = (RecursionError, LookupError, ValueError)
"""What the standard library raises on letters that are no letters, nested beyond reason, or in no known code."""


class Mail(NamedTuple):
    """A letter.

    Attributes:
        files: the name and the bytes of what was written and of each file sent along, names all different.
        sealed: how many parts are encrypted, or packed into their signature.
        logos: how many small pictures among the words were passed over.
    """

    files: list[tuple[str, bytes]]
    sealed: int
    logos: int


def mail_of(data: bytes, where: str) -> Mail:
    """What is in a letter.

    Raises:
        ReadError: `read.archive_broken`.
    """
    try:
        return _Opened(message_from_bytes(data)).mail()
    except _UNREADABLE as error:
        raise ReadError("read.archive_broken", file=where, reason=type(error).__name__) from error


class _Opened:
    def __init__(self, letter: Message) -> None:
        self._letter = letter
        self._files: list[tuple[str, bytes]] = []
        self._names: set[str] = set()
        self._sealed = self._logos = 0

    def mail(self) -> Mail:
        waiting = [(self._letter, False)]
        while waiting:
            part, beside = waiting.pop()
            kind = part.get_content_type()
            if kind in _SEALED:
                self._sealed += 1
            elif kind == "message/rfc822":
                self._enclosed(part)
            elif part.is_multipart():
                inner = [each for each in _parts_of(part) if isinstance(each, Message)]
                chosen = _richest(inner) if kind == "multipart/alternative" else inner
                waiting += [(each, kind == "multipart/related") for each in reversed(chosen)]
            elif kind not in _SIGNATURES:
                self._leaf(part, kind, beside=beside)
        return Mail(self._files, self._sealed, self._logos)

    def _leaf(self, part: Message, kind: str, *, beside: bool) -> None:
        data, name = _bytes_of(part), _file_name(part)
        if beside and kind.startswith("image/") and len(data) < _LOGO:
            self._logos += 1
        elif name or kind not in ("text/plain", "text/html") or part.get_content_disposition() == "attachment":
            self._add(name or _FILE + (mimetypes.guess_extension(kind) or ""), data)
        elif data.strip():
            told = _told(data, part.get_content_charset()).replace(b"\r\n", b"\n")
            if kind == "text/html":
                self._add(f"{_BODY}.html", self._page(told))
            else:
                self._add(f"{_BODY}.txt", self._subject() + told)

    def _enclosed(self, part: Message) -> None:
        """A letter within the letter, handed on as a file of its own."""
        for inner in _parts_of(part):
            if isinstance(inner, Message):
                self._add(_file_name(part) or f"{_LETTER}.eml", inner.as_bytes())

    def _add(self, name: str, data: bytes) -> None:
        path, count, free = PurePosixPath(name), 1, name
        while free.lower() in self._names:
            count += 1
            free = f"{path.with_suffix('')}-{count}{path.suffix}"
        self._names.add(free.lower())
        self._files.append((free, data))

    def _subject(self) -> bytes:
        subject = _decoded(self._letter.get("Subject", ""))
        return f"{subject}\n\n".encode() if subject else b""

    def _page(self, body: bytes) -> bytes:
        """The words as a page with the day it was sent, and with the subject as its title if it has none."""
        sent = _day(self._letter.get("Date", ""))
        head = f'<meta name="pubdate" content="{sent}">' if sent else ""
        if b"<title" not in body.lower():
            head += f"<title>{escape(_decoded(self._letter.get('Subject', '')))}</title>"
        return f"<!doctype html>{head}\n".encode() + body


def _parts_of(part: Message) -> Sequence[object]:
    inner: object = part.get_payload()
    return inner if isinstance(inner, list) else ()


def _richest(ways: Sequence[Message]) -> Sequence[Message]:
    """Of several ways to say the same, the page; else the first, which is plain text."""
    pages = [way for way in ways if any(each.get_content_type() == "text/html" for each in _below(way))]
    return (pages or list(ways))[:1]


def _below(part: Message) -> Iterator[Message]:
    waiting = [part]
    while waiting:
        each = waiting.pop()
        yield each
        waiting += [inner for inner in _parts_of(each) if isinstance(inner, Message)]


def _bytes_of(part: Message) -> bytes:
    data: object = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _told(data: bytes, code: str | None) -> bytes:
    """The letters in UTF-8 where a code is named that means something; else as they are, to be told by themselves."""
    if code is None or code in _UNTOLD:
        return data
    try:
        return data.decode(code).encode()
    except _UNREADABLE:
        return data


def _file_name(part: Message) -> str:
    """The name of a file sent along, without signs that no name has; one too long loses its middle."""
    name = "".join(sign for sign in _decoded(part.get_filename() or "") if sign.isprintable()).strip()
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 20] + name[-20:]


def _day(header: object) -> str:
    """The moment a letter says it was sent, as ISO writes it; nothing where it says none."""
    try:
        return parsedate_to_datetime(str(header)).isoformat()
    except (*_UNREADABLE, TypeError):
        return ""


def _decoded(header: object) -> str:
    """A line of the head; words in other letters are packed in it."""
    try:
        pieces = [_letters(piece, code) for piece, code in decode_header(str(header))]
    except _UNREADABLE:
        return str(header)
    return " ".join("".join(pieces).split())


def _letters(piece: str | bytes, code: str | None) -> str:
    return piece if isinstance(piece, str) else piece.decode(code or "utf-8", "replace")
