"""`manifest.json`: what `camket extract --out` read and wrote."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from camket import __version__
from camket.exchange.guide import FORMAT, pretty
from camket.findings import Finding, finding_record
from camket.words import Language


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One input.

    Attributes:
        input: its path as given.
        output: the file of its facts below the output folder; None where it could not be read.
        text: the file of its text, where that is not the input itself.
        sha256: of the input's bytes; None where it could not be read.
        text_sha256: of the text in UTF-8.
        status: `read`, `empty` (no text in it) or `failed`.
    """

    input: str
    output: str | None
    text: str | None
    sha256: str | None
    text_sha256: str | None
    status: Literal["read", "empty", "failed"]


def manifest_json(entries: Iterable[Entry], findings: Iterable[Finding], language: Language = "vi") -> bytes:
    """The manifest, as indented UTF-8 JSON."""
    return pretty(
        {
            "format": FORMAT,
            "camket": __version__,
            "files": list(entries),
            "findings": [finding_record(each, language) for each in findings],
        }
    )
