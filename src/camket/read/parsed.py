"""What a format makes of a file, and what a format is."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from camket.findings import Finding
from camket.model.document import Block, Head


class Parsed(msgspec.Struct, frozen=True, kw_only=True):
    """The text of a file with its parts. `blocks` is empty where the format has no parts of its own."""

    text: str
    blocks: tuple[Block, ...] = ()
    head: Head = Head()
    findings: tuple[Finding, ...] = ()


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """An input format: one module in `camket.read.formats` with a `FORMAT`, found by scanning.

    Attributes:
        name: what it is called.
        suffixes: names that a folder listing takes for it, lower case, with the dot.
        recognises: whether these bytes are of this format.
        parse: bytes and the file's name (for messages) to text; raises `ReadError`.
        rank: formats are tried from the lowest; the one that takes everything comes last.
    """

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    parse: Callable[[bytes, str], Parsed]
    rank: int = 50
