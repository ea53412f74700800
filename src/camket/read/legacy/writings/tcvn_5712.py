"""TCVN 5712:1993 in full (VN1): as TCVN3, and all capitals with tones where other codes have controls and quotes."""

from __future__ import annotations

from camket.read.legacy.writing import Writing
from camket.read.legacy.writings.tcvn3 import BASES, LETTERS, MARKS

_CAPITALS = {
    **{chr(0x80 + place): letter for place, letter in enumerate("ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ")},
    **dict(zip("\x01\x02\x04\x05\x06\x11\x12\x13\x14\x15\x16\x17", "ÚỤỪỬỮỨỰỲỶỸÝỴ", strict=True)),
}

WRITING = Writing(name="TCVN 5712 (VN1)", letters={**LETTERS, **_CAPITALS}, marks=MARKS, bases=BASES)
