"""ZIP archives and letters sent by mail: what is in them, and the bytes of one member; nothing goes to the disk."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from camket.errors import ReadError
from camket.findings import Finding
from camket.model.message import message
from camket.read.foreign import is_archive
from camket.read.limits import Limits
from camket.read.mailed import is_mail

if TYPE_CHECKING:
    from camket.read.mail import Mail

_MEGABYTE = 1_000_000
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_NOT_PAPERS = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError, RuntimeError)
"""What the standard library raises on archives that are broken, cut, or packed in a way it does not know."""


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """A file in an archive: the way to it through archives in archives, and what it is, told by its first bytes."""

    way: tuple[str, ...]
    start: bytes


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """The files of an archive in the order of their names, and what was passed over."""

    members: tuple[Member, ...]
    findings: tuple[Finding, ...] = ()


def list_members(data: bytes, file: str, limits: Limits) -> Listed:
    """The files in an archive, those of archives within it too.

    Raises:
        ReadError: `read.archive_broken`, or `read.archive_bomb` where it unpacks to more than the limits allow.
    """
    return _Walk(file, limits).run(data)


def take_member(data: bytes, way: Sequence[str], file: str, limits: Limits) -> bytes:
    """The bytes of one file of an archive.

    Raises:
        ReadError: it is encrypted, broken, not there, or larger than the limits allow.
    """
    for step, name in enumerate(way):
        where = "/".join((file, *way[: step + 1]))
        if is_mail(data):
            sent = dict(_letter(data, where).files)
            if name not in sent:
                raise ReadError("read.archive_broken", file=where, reason=name)
            data = sent[name]
            continue
        with _opened(data, where) as opened:
            entry = next((each for each in opened.infolist() if _name(each) == name), None)
            if entry is None:
                raise ReadError("read.archive_broken", file=where, reason=name)
            data = _unpacked(opened, entry, where, limits.megabytes * _MEGABYTE)
    return data


class _Walk:
    """Through an archive and those within it, counting what it unpacks."""

    def __init__(self, file: str, limits: Limits) -> None:
        self._file, self._limits = file, limits
        self._left = limits.megabytes * _MEGABYTE
        self._count = 0
        self._members: list[Member] = []
        self._findings: list[Finding] = []

    def run(self, data: bytes) -> Listed:
        self._archive(data, ())
        members = sorted(self._members, key=lambda member: member.way)
        return Listed(members=tuple(members), findings=tuple(self._findings))

    def _archive(self, data: bytes, way: tuple[str, ...]) -> None:
        where = "/".join((self._file, *way))
        if is_mail(data):
            self._mail(_letter(data, where), way, where)
            return
        with _opened(data, where) as opened:
            for entry in opened.infolist():
                if not entry.is_dir() and not _is_litter(_name(entry)):
                    self._entry(opened, entry, way)

    def _mail(self, mail: Mail, way: tuple[str, ...], where: str) -> None:
        if mail.sealed:
            self._note("read.mail_sealed", where, count=mail.sealed)
        if mail.logos:
            left_out = message("read.mail_logos", file=where, count=mail.logos)
            self._findings.append(Finding(message=left_out, level="info", where=where))
        for name, data in mail.files:
            within = "/".join((where, name))
            if self._may_take(name, within):
                self._take(data, (*way, name), within)

    def _entry(self, opened: zipfile.ZipFile, entry: zipfile.ZipInfo, way: tuple[str, ...]) -> None:
        name = _name(entry)
        where = "/".join((self._file, *way, name))
        if not self._may_take(name, where):
            return
        if entry.flag_bits & _ENCRYPTED:
            self._note("read.archive_password", where)
        else:
            self._kept(opened, entry, (*way, name), where)

    def _may_take(self, name: str, where: str) -> bool:
        self._count += 1
        if self._count > self._limits.members:
            raise ReadError("read.archive_members", file=self._file, most=self._limits.members)
        if _leads_outside(name):
            self._note("read.archive_outside", where)
            return False
        return True

    def _kept(self, opened: zipfile.ZipFile, entry: zipfile.ZipInfo, way: tuple[str, ...], where: str) -> None:
        try:
            data = _unpacked(opened, entry, where, self._left)
        except ReadError as error:
            if error.message.code == "read.archive_bomb":
                raise ReadError("read.archive_bomb", file=self._file, most=self._limits.megabytes) from error
            self._findings.append(Finding(message=error.message, where=where))
            return
        self._take(data, way, where)

    def _take(self, data: bytes, way: tuple[str, ...], where: str) -> None:
        self._left -= len(data)
        if self._left < 0:
            raise ReadError("read.archive_bomb", file=self._file, most=self._limits.megabytes)
        if is_archive(data):
            self._inner(data, way, where)
        else:
            self._members.append(Member(way=way, start=data[:_START] + data[max(_START, len(data) - _TAIL) :]))

    def _inner(self, data: bytes, way: tuple[str, ...], where: str) -> None:
        if len(way) >= self._limits.depth:
            self._note("read.archive_deep", where, most=self._limits.depth)
            return
        try:
            self._archive(data, way)
        except ReadError as error:
            if error.message.code in ("read.archive_bomb", "read.archive_members"):
                raise
            self._findings.append(Finding(message=error.message, where=where))

    def _note(self, code: str, where: str, **params: object) -> None:
        self._findings.append(Finding(message=message(code, file=where, **params), where=where))


_START, _TAIL = 4_096, 16_384


def _letter(data: bytes, where: str) -> Mail:
    from camket.read.mail import mail_of  # loaded late: most files are no letters

    return mail_of(data, where)


def _opened(data: bytes, where: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise ReadError("read.archive_broken", file=where, reason=error) from error


def _unpacked(opened: zipfile.ZipFile, entry: zipfile.ZipInfo, where: str, most: int) -> bytes:
    """The bytes of an entry; its stated size may lie, so no more than allowed is ever unpacked."""
    if entry.flag_bits & _ENCRYPTED:
        raise ReadError("read.archive_password", file=where)
    try:
        with opened.open(entry) as stream:
            data = stream.read(most + 1)
    except _BROKEN as error:
        raise ReadError("read.archive_broken", file=where, reason=error) from error
    if len(data) > most:
        raise ReadError("read.archive_bomb", file=where, most=most // _MEGABYTE)
    return data


def _name(entry: zipfile.ZipInfo) -> str:
    """The name as it was typed: old archives hold UTF-8 without saying so, which reads as letters of code page 437."""
    if entry.flag_bits & _UTF8_NAME:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.filename


def _is_litter(name: str) -> bool:
    last = name.rsplit("/", 1)[-1]
    return name.startswith(_NOT_PAPERS[0]) or last in _NOT_PAPERS or last.startswith((".", "~$"))


def _leads_outside(name: str) -> bool:
    parts: Iterator[str] = iter(PurePosixPath(name.replace("\\", "/")).parts)
    return name.startswith(("/", "\\")) or any(part == ".." or part.endswith(":") for part in parts)
