"""Text files of LibreOffice (ODT), by way of LibreOffice itself."""

from __future__ import annotations

from camket.read.limits import Limits
from camket.read.parsed import Format, Parsed
from camket.read.zipped import holds_open_document


def _recognises(data: bytes) -> bool:
    return holds_open_document(data, b"text")


def _parse(data: bytes, file: str, limits: Limits) -> Parsed:
    from camket.read.office.through import read_through_office

    return read_through_office(data, file, "odt", limits)


FORMAT = Format(name="odt", suffixes=(".odt", ".ott"), recognises=_recognises, parse=_parse, rank=30)
