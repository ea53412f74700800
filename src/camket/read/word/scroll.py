"""A part of a Word file that is unpacked no further than it is looked at."""

from __future__ import annotations

import zlib
from collections.abc import Callable

_STEP = 16_384
"""Behind so many bytes of defaults and of styles that Word knows by itself stand the first styles of most files."""


class Scroll:
    """The bytes of a part, of which `data` is what has been unpacked so far.

    A style sheet holds hundreds of styles of which a paper uses a few, mostly the first. Where the packed bytes are
    damaged, what stands before is all there is, and `broken` is called.
    """

    def __init__(self, data: bytes, packed: memoryview | bytes, size: int, broken: Callable[[], None]) -> None:
        self.data = data
        self._packed = packed
        self._size = size
        self._broken = broken
        self._unpacker = zlib.decompressobj(-zlib.MAX_WBITS)

    def more(self) -> bool:
        """Unpack a little more; False where there is no more."""
        if len(self.data) >= self._size:
            return False
        try:
            step = self._unpacker.decompress(self._packed, min(_STEP, self._size - len(self.data)))
        except zlib.error:
            step = b""
        if not step:
            self._size = len(self.data)
            self._broken()
            return False
        self._packed = self._unpacker.unconsumed_tail
        self.data += step
        return True

    def whole(self) -> bytes:
        """All of it."""
        while self.more():
            pass
        return self.data

    def find(self, wanted: bytes, start: int = 0) -> int:
        """Where some bytes first stand from a place on; -1 where they do not."""
        while True:
            at = self.data.find(wanted, start)
            before = len(self.data)
            if at >= 0 or not self.more():
                return at
            start = max(start, before - len(wanted) + 1)
