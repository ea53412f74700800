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

from lxml import etree

from camket.errors import ReadError
from camket.findings import Finding
from camket.model.message import message
from camket.read.limits import Limits

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)
_ENCRYPTED = 0x1
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
_DTD = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/"
_RELATION = _PACKAGE + "relationships}Relationship"
_OVERRIDE = _PACKAGE + "content-types}Override"
_MEGABYTE = 1_000_000
CONTENT_TYPES = "[Content_Types].xml"


class Package:
    """An Office file, opened. `findings` gathers what was wrong with its parts."""

    def __init__(self, data: bytes, file: str, limits: Limits) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self._limit = limits.megabytes
        self._left = limits.megabytes * _MEGABYTE
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise ReadError("read.word_broken", file=file) from error
        # Some programs write `word\document.xml`, and case does not tell parts apart.
        self._parts = {each.filename.replace("\\", "/").lower(): each for each in self._archive.infolist()}

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        return part.lower() in self._parts

    def bytes_of(self, part: str) -> bytes:
        """The bytes of a part.

        Raises:
            ReadError: `read.word_no_part`, `read.word_too_large`, `read.password`, `read.word_part`.
        """
        info = self._parts.get(part.lower())
        if info is None:
            raise ReadError("read.word_no_part", file=self.file, part=part)
        if info.flag_bits & _ENCRYPTED:
            raise ReadError("read.password", file=self.file)
        if info.file_size > self._left:
            raise ReadError("read.word_too_large", file=self.file, part=part, megabytes=self._limit)
        self._left -= info.file_size
        try:
            return self._archive.read(info)
        except _BROKEN as error:
            raise ReadError("read.word_part", file=self.file, part=part) from error

    def tree(self, part: str) -> etree._Element:
        """A part as a tree; one that breaks off is read up to there, with a finding.

        Raises:
            ReadError: as `bytes_of`, and `read.word_entities` where it declares a DTD.
        """
        data = self.bytes_of(part)
        if any(mark in data for mark in _DTD):
            raise ReadError("read.word_entities", file=self.file, part=part)
        if b"purl.oclc.org" in data:
            data = _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", data)
        root = _parsed(data, recover=False)
        if root is None:
            root = _parsed(data, recover=True)
            self.note("read.word_part_cut", part=part)
        if root is None or root.getroottree().docinfo.internalDTD is not None:
            raise ReadError("read.word_part", file=self.file, part=part)
        return root

    def side_tree(self, part: str | None) -> etree._Element | None:
        """A part that the text can do without: its trouble is a finding, and it is None."""
        if part is None:
            return None
        try:
            return self.tree(part)
        except ReadError as error:
            self.findings.append(Finding(message=error.message, where=self.file))
            return None

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part (`""` for the file) points to within the file: by id, the last word of its kind and the part."""
        folder, name = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", f"{name}.rels")
        root = self.side_tree(listed) if self.has(listed) else None
        found: dict[str, tuple[str, str]] = {}
        for each in root.iter(_RELATION) if root is not None else ():
            if each.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/")
                found[each.get("Id", "")] = (each.get("Type", "").rsplit("/", 1)[-1], target)
        return found

    def main_part(self) -> str:
        """The part with the text: as the file says, else as its list of contents does, else where programs put it."""
        for kind, part in self.relations("").values():
            if kind == "officeDocument" and self.has(part):
                return part
        root = self.side_tree(CONTENT_TYPES) if self.has(CONTENT_TYPES) else None
        for each in root.iter(_OVERRIDE) if root is not None else ():
            if each.get("ContentType", "").endswith(".main+xml"):
                return each.get("PartName", "").lstrip("/")
        return "word/document.xml"

    def note(self, code: str, **params: object) -> None:
        """A finding on a part of the file."""
        self.findings.append(Finding(message=message(code, file=self.file, **params), where=self.file))


def _parsed(data: bytes, *, recover: bool) -> etree._Element | None:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
        remove_pis=True, recover=recover,
    )  # fmt: skip
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
