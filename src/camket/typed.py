"""Types that msgspec has worked out, one at a time.

msgspec works a record's fields out when the first of its kind is decoded, and ends the process where two threads do
so at the same time: two pages asked for at once, two readers that answer at once.
"""

from __future__ import annotations

import threading
from typing import TypeVar

import msgspec

Value = TypeVar("Value")
_ALONE = threading.Lock()
_worked_out: set[object] = set()


def typed(kind: type[Value]) -> type[Value]:
    """The same type, worked out with all records in it; to be written wherever something is decoded into a type."""
    if kind not in _worked_out:
        with _ALONE:
            msgspec.msgpack.Decoder(kind)
        _worked_out.add(kind)
    return kind
