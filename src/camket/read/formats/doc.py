"""Old Word files (DOC), by way of LibreOffice."""

from __future__ import annotations

from camket.read.limits import Limits
from camket.read.office.ole import holds_old_word
from camket.read.parsed import Format, Parsed


def _parse(data: bytes, file: str, limits: Limits) -> Parsed:
    from camket.read.office.through import read_through_office

    return read_through_office(data, file, "doc", limits)


FORMAT = Format(name="doc", suffixes=(".doc", ".dot"), recognises=holds_old_word, parse=_parse, rank=30)
