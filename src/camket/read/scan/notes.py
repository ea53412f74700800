"""What a person should know of pages that were read from their pictures."""

from __future__ import annotations

from collections.abc import Sequence

from camket.findings import Finding
from camket.model.message import message
from camket.read.scan.page import ScannedPage

_POOR = 0.8
_SHOWN = 20


def notes(pages: Sequence[ScannedPage], file: str) -> tuple[Finding, ...]:
    """That they were recognised, which of them are hard to read, and which hold no letters."""
    if not pages:
        return ()
    read = [page for page in pages if page.parts]
    found = []
    if read:
        said = message("scan.read", count=len(read))
        found.append(Finding(message=said, level="info", where=file))
    poor = [page.number for page in read if page.sure < _POOR]
    if poor:
        found.append(Finding(message=message("scan.poor", file=file, pages=_named(poor)), where=file))
    blank = [page.number for page in pages if not page.parts]
    if blank:
        said = message("scan.no_text", file=file, pages=_named(blank))
        found.append(Finding(message=said, level="info" if read else "warning", where=file))
    return tuple(found)


def _named(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:_SHOWN]))
    return f"{shown}, ..." if len(numbers) > _SHOWN else shown
