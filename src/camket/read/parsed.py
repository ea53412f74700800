"""What a format makes of a file, and what a format is."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

import msgspec

from camket.findings import Finding
from camket.model.document import Aside, Block, Head
from camket.model.place import Page, Place
from camket.read.limits import Limits

LEFT: deque[object] = deque(maxlen=1)
"""What the last file leaves to be let go of.

To take a tree of elements apart takes a thirtieth of the time of a short paper: the process that parses does so when
its caller has the answer.
"""


class Parsed(msgspec.Struct, frozen=True, kw_only=True):
    """The text of a file with its parts, and the way from the text back into the file; see `Document`.

    `blocks` is empty where the format has no parts of its own, `places` where the text is the file itself.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    places: tuple[Place, ...] = ()
    pages: tuple[Page, ...] = ()
    asides: tuple[Aside, ...] = ()
    head: Head = Head()
    findings: tuple[Finding, ...] = ()


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """An input format: one module in `camket.read.formats` with a `FORMAT`, found by scanning.

    Attributes:
        name: what it is called.
        suffixes: names that a folder listing takes for it, lower case, with the dot.
        recognises: whether these bytes are of this format, told by their content alone.
        parse: bytes, the file's name (for messages) and the limits to text; raises `ReadError`.
        rank: formats are tried from the lowest; the one that takes everything comes last.
        apart: whether it is parsed in a process of its own that can be killed; all but plain text are.
        takes_rest: whether it takes what no other format recognises.
    """

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    parse: Callable[[bytes, str, Limits], Parsed]
    rank: int = 50
    apart: bool = True
    takes_rest: bool = False
