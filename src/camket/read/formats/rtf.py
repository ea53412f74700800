"""Rich text (RTF), by way of LibreOffice."""

from __future__ import annotations

from camket.read.limits import Limits
from camket.read.parsed import Format, Parsed


def _recognises(data: bytes) -> bool:
    return data[:64].lstrip().startswith(b"{\\rtf")


def _parse(data: bytes, file: str, limits: Limits) -> Parsed:
    from camket.read.office.through import read_through_office

    return read_through_office(data, file, "rtf", limits)


FORMAT = Format(name="rtf", suffixes=(".rtf",), recognises=_recognises, parse=_parse, rank=30)
