"""The parts of an Office file: a ZIP whose parts are XML. Nothing of it is trusted.

No part grows beyond the limit, no entity is resolved, nothing is fetched; a part that declares a DTD is refused, for no
program writes one. Strict and transitional names are read as one.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Collection
from functools import cache, partial
from struct import Struct
from struct import error as struct_error
from typing import NamedTuple, TypeVar

from lxml import etree

from camket.errors import ReadError
from camket.findings import Finding
from camket.grammar.expression import expression
from camket.model.message import message
from camket.read.limits import Limits
from camket.read.word.scroll import Scroll
from camket.read.zipped import Entry, entries

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, struct_error)
_ENCRYPTED = 0x1
_LENGTHS, _LENGTHS_AT, _HEADER = Struct("<HH"), 26, 30  # of the name and of what is added, in the header of a member
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
_DTD = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_LETTERS = re.compile(rb"<w:t(?:\s[^>]*)?>[^<]*[A-Za-z&\x80-\xff]|<(?:w:sym|w:altChunk|m:t)\b|\bstring=")
_USUAL = b"xmlns:w="
_BEFORE_ROOT = 2_048  # bytes in which a DTD would stand; one behind them is refused when it is parsed
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/"
_RELATION = _PACKAGE + "relationships}Relationship"
_RELATIONS = re.compile(
    rb"(?:<\?xml[^>]*\?>\s*)?<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"\s*>"
    rb"\s*(?:<Relationship(?: +\w+=\"[^\"<>&]*\")+ */>\s*)*</Relationships>\s*"
)
_ATTRIBUTE = expression(r"(\w+)=\"([^\"]*)\"")
_OVERRIDE = _PACKAGE + "content-types}Override"
_MEGABYTE = 1_000_000
_CONTENT_TYPES = "[Content_Types].xml"

_Taken = TypeVar("_Taken")


class Xml(NamedTuple):
    """A part: its tree, and the bytes it was read from, in which names can be looked for at once."""

    root: etree._Element
    source: bytes


class Package:
    """An Office file, opened. `findings` gathers what was wrong with its parts."""

    def __init__(self, data: bytes, file: str, limits: Limits) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self._limit = limits.megabytes
        self._left = limits.megabytes * _MEGABYTE
        self._data = data
        try:
            listed = entries(data) or list(map(_entry, zipfile.ZipFile(io.BytesIO(data)).infolist()))
        except _BROKEN as error:
            raise ReadError("read.word_broken", file=file) from error
        # Some programs write `word\document.xml`, and case does not tell parts apart.
        self._parts = {each.name.replace("\\", "/").lower(): each for each in listed}

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        return part.lower() in self._parts

    def bytes_of(self, part: str) -> bytes:
        """The bytes of a part.

        Raises:
            ReadError: `read.word_no_part`, `read.word_too_large`, `read.password`, `read.word_part`.
        """
        entry = self._allowed(part)
        try:
            return self._unpacked(entry)
        except _BROKEN as error:
            raise ReadError("read.word_part", file=self.file, part=part) from error

    def _allowed(self, part: str) -> Entry:
        """Where a part lies that may be unpacked."""
        entry = self._parts.get(part.lower())
        if entry is None:
            raise ReadError("read.word_no_part", file=self.file, part=part)
        if entry.flags & _ENCRYPTED:
            raise ReadError("read.password", file=self.file)
        if entry.size > self._left:
            raise ReadError("read.word_too_large", file=self.file, part=part, megabytes=self._limit)
        self._left -= entry.size
        return entry

    def _unpacked(self, entry: Entry) -> bytes:
        """What `ZipFile.read` gives, without its file objects, which cost a short paper more than the unpacking."""
        if entry.method != zipfile.ZIP_DEFLATED:
            return zipfile.ZipFile(io.BytesIO(self._data)).read(entry.name)
        unpacked = zlib.decompressobj(-zlib.MAX_WBITS).decompress(self._packed(entry), entry.size + 1)
        if len(unpacked) != entry.size or zlib.crc32(unpacked) != entry.crc:
            raise zipfile.BadZipFile(entry.name)
        return unpacked

    def _packed(self, entry: Entry) -> memoryview:
        name, extra = _LENGTHS.unpack_from(self._data, entry.at + _LENGTHS_AT)
        start = entry.at + _HEADER + name + extra
        return memoryview(self._data)[start : start + entry.packed]

    def scroll(self, part: str) -> Scroll:
        """A part in transitional names that is unpacked as far as it is looked at.

        Raises:
            ReadError: as `source`, but for damage further down, which is a finding once it is come upon.
        """
        entry = self._parts.get(part.lower())
        if entry is None or entry.method != zipfile.ZIP_DEFLATED:
            return Scroll(self.source(part), b"", 0, lambda: None)
        opened = Scroll(b"", self._packed(self._allowed(part)), entry.size, partial(self._cut, part))
        opened.more()
        start = opened.data[:_BEFORE_ROOT]
        if any(mark in start for mark in _DTD):
            raise ReadError("read.word_entities", file=self.file, part=part)
        strict = b"purl.oclc.org" in opened.data
        return Scroll(_transitional(opened.whole()), b"", 0, lambda: None) if strict else opened

    def _cut(self, part: str) -> None:
        self.note("read.word_part_cut", part=part)

    def source(self, part: str) -> bytes:
        """The XML of a part, in transitional names.

        Raises:
            ReadError: as `bytes_of`, and `read.word_entities` where it declares a DTD.
        """
        data = self.bytes_of(part)
        start = data[:_BEFORE_ROOT]
        if any(mark in start for mark in _DTD):
            raise ReadError("read.word_entities", file=self.file, part=part)
        return _transitional(data) if b"purl.oclc.org" in data else data

    def xml(self, part: str) -> Xml:
        """A part as a tree; one that breaks off is read up to there, with a finding.

        Raises:
            ReadError: as `source`, and `read.word_part` where nothing of it can be read.
        """
        return self._tree(part, self.source(part))

    def _tree(self, part: str, source: bytes) -> Xml:
        root = parsed(source)
        if root is None:
            root = parsed(source, recover=True)
            self.note("read.word_part_cut", part=part)
        if root is None or root.getroottree().docinfo.internalDTD is not None:
            raise ReadError("read.word_part", file=self.file, part=part)
        return Xml(root, source)

    def side(self, part: str | None) -> Xml | None:
        """A part that the text can do without: its trouble is a finding, and it is None."""
        return self._spared(self.xml, part)

    def side_with_letters(self, part: str | None) -> Xml | None:
        """The same, and None of one that holds no letter, as most running feet: told by its bytes, not parsed."""

        def take(part: str) -> Xml | None:
            source = self.source(part)
            return self._tree(part, source) if _may_hold_letters(source) else None

        return self._spared(take, part)

    def side_scroll(self, part: str | None) -> Scroll | None:
        """The same, not parsed, and unpacked as far as it is looked at."""
        return self._spared(self.scroll, part)

    def _spared(self, take: Callable[[str], _Taken], part: str | None) -> _Taken | None:
        if part is None:
            return None
        try:
            return take(part)
        except ReadError as error:
            self.findings.append(Finding(message=error.message, where=self.file))
            return None

    def relations(self, part: str, kinds: Collection[str]) -> dict[str, tuple[str, str]]:
        """The parts of these kinds that a part (`""` for the file) points to within the file.

        By id, the kind (the last word of the name it has in the file) and the part.
        """
        folder, name = posixpath.split(part)
        listed = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
        found: dict[str, tuple[str, str]] = {}
        for each in self._relations_in(listed, kinds) if self.has(listed) else ():
            kind = each.get("Type", "").rsplit("/", 1)[-1]
            if kind in kinds and each.get("TargetMode") != "External":
                found[each.get("Id", "")] = (kind, _within(folder, each.get("Target", "")))
        return found

    def _relations_in(self, listed: str, kinds: Collection[str]) -> list[dict[str, str]]:
        """The attributes of each of these kinds, maybe of others.

        Those of a part written as nearly all programs do are taken from its bytes, where most are of pictures, links,
        settings and the like.
        """
        source = self._spared(self.source, listed)
        if source is None:
            return []
        if _RELATIONS.fullmatch(source) is not None and source.isascii():
            written = source.decode("ascii").split("<Relationship")[2:]  # behind the one of all of them
            return [dict(_ATTRIBUTE.findall(each)) for each in written if _kind_of(each) in kinds]
        xml = self._spared(lambda part: self._tree(part, source), listed)
        return [_said(each) for each in xml.root.iter(_RELATION)] if xml is not None else []

    def main_part(self) -> str:
        """The part with the text: as the file says, else as its list of contents does, else where programs put it."""
        for _, part in self.relations("", ("officeDocument",)).values():
            if self.has(part):
                return part
        xml = self.side(_CONTENT_TYPES) if self.has(_CONTENT_TYPES) else None
        for each in xml.root.iter(_OVERRIDE) if xml is not None else ():
            if each.get("ContentType", "").endswith(".main+xml"):
                return each.get("PartName", "").lstrip("/")
        return "word/document.xml"

    def note(self, code: str, **params: object) -> None:
        """A finding on a part of the file."""
        self.findings.append(Finding(message=message(code, file=self.file, **params), where=self.file))


def _entry(info: zipfile.ZipInfo) -> Entry:
    return Entry(
        info.filename, info.flag_bits, info.compress_type, info.CRC, info.compress_size, info.file_size,
        info.header_offset,
    )  # fmt: skip


def _transitional(data: bytes) -> bytes:
    return _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", data)


def _kind_of(written: str) -> str:
    """The last word of the kind of a relation, given as it is written."""
    return written.partition(' Type="')[2].partition('"')[0].rpartition("/")[2]


def _said(element: etree._Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.items()}


def _may_hold_letters(source: bytes) -> bool:
    return _LETTERS.search(source) is not None or _USUAL not in source[:_BEFORE_ROOT]


def _within(folder: str, target: str) -> str:
    """The part that a relation of a part in this folder points to."""
    if target.startswith(("/", ".")) or "/." in target:
        return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return f"{folder}/{target}" if folder else target


@cache
def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
        remove_pis=True, recover=recover,
    )  # fmt: skip


def parsed(source: bytes, *, recover: bool = False) -> etree._Element | None:
    """The tree of some XML; None where it is none. With `recover` what stands before the first error."""
    try:
        return etree.fromstring(source, _parser(recover=recover))
    except (etree.XMLSyntaxError, ValueError):
        return None
