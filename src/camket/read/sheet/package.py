"""The parts of a zipped workbook, none larger than the limit, and their XML, read as a stream.

No part is unpacked to disk. A document type of its own is not taken: that is where entities come from.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import IO, NamedTuple
from xml.parsers import expat

from camket.errors import ReadError
from camket.read.limits import Limits

_MEGABYTE = 1_000_000


class BrokenPartError(Exception):
    """A part is missing, or it is no XML; what was read of it before stands."""


class Related(NamedTuple):
    """What a part points to: the last word of the relation's type, the part's name, whether it is in another file."""

    kind: str
    target: str
    outside: bool


class Package:
    """An opened archive."""

    def __init__(self, data: bytes, file: str, limits: Limits) -> None:
        """Raises `ReadError` where the archive is broken or larger unpacked than the limit."""
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
            raise ReadError("read.sheet_damaged", file=file) from error
        self.names = {name.lower().replace("\\", "/"): name for name in self._zip.namelist()}
        size = sum(each.file_size for each in self._zip.infolist())
        if size > limits.megabytes * _MEGABYTE:
            raise ReadError("read.archive_bomb", file=file, most=limits.megabytes)

    def holds(self, beginning: str) -> bool:
        """Whether a part's name begins so."""
        return any(name.startswith(beginning) for name in self.names)

    def open(self, name: str) -> IO[bytes]:
        """A part as a stream. Raises `BrokenPartError`."""
        try:
            return self._zip.open(self.names[name.lower()])
        except (KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError) as error:
            raise BrokenPartError(name) from error

    def related(self, name: str) -> dict[str, Related]:
        """What a part points to, by the id of the relation; nothing where it points nowhere."""
        folder, base = posixpath.split(name)
        listed = f"{folder}/_rels/{base}.rels"
        found: dict[str, Related] = {}

        def begin(tag: str, attributes: dict[str, str]) -> None:
            if tag == "Relationship":
                kind = attributes.get("Type", "").rsplit("/", 1)[-1]
                target = attributes.get("Target", "")
                outside = attributes.get("TargetMode") == "External"
                path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                found[attributes.get("Id", "")] = Related(kind, path, outside)

        if listed.lower() in self.names:
            walk(self.open(listed), begin)
        return found


def walk(
    stream: IO[bytes],
    begin: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Tell the elements of a part in order, names without their prefix.

    Raises:
        BrokenPartError: the part breaks off, is no XML, or brings a document type of its own.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: begin(name.rpartition(":")[2], attributes)
    if end is not None:
        parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    if text is not None:
        parser.CharacterDataHandler = text
    parse(parser, stream)


def parse(parser: expat.XMLParserType, stream: IO[bytes]) -> None:
    """Run a parser over a part; see `walk`."""
    parser.StartDoctypeDeclHandler = _refuse_type
    try:
        with stream:
            parser.ParseFile(stream)
    except (expat.ExpatError, zipfile.BadZipFile, zlib.error, EOFError, OSError, LookupError, ValueError) as error:
        raise BrokenPartError(str(error)) from error


def _refuse_type(*_declared: object) -> None:
    raise BrokenPartError("doctype")
