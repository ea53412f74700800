"""Plain text: the decoded file as it stands, every line end and blank kept; only letters of old fonts are converted."""

from __future__ import annotations

from camket.read.encoding import decode
from camket.read.limits import Limits
from camket.read.parsed import Format, Parsed


def _takes_all(_data: bytes) -> bool:
    return True


def _parse(data: bytes, file: str, _limits: Limits) -> Parsed:
    decoded = decode(data, file)
    return Parsed(text=decoded.text, places=decoded.places, findings=decoded.findings)


FORMAT = Format(
    name="text",
    suffixes=(".txt", ".text", ".md"),
    recognises=_takes_all,
    parse=_parse,
    rank=100,
    apart=False,
    takes_rest=True,
)
