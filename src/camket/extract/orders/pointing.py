"""Whom words mean that point back: `cơ quan này`, `Đại tướng`, `Đại hội` in a paper of the congress."""

from __future__ import annotations

from camket.extract.orders.ranks import rank_of
from camket.extract.orders.speaker import Speaker
from camket.grammar.engine import Reading
from camket.grammar.expression import expression

_MEETING = frozenset({"đại hội", "hội nghị", "kỳ họp", "cuộc họp", "phiên họp"})
"""Meetings that a paper names short for the body whose voice it speaks with."""
_CROWD = expression(r"(?:người dân|doanh nghiệp|công ty|chuyên gia)\b")
"""Those who, pointed at, are none of the bodies that spoke."""
_MILITARY = frozenset({"đại tướng", "thượng tướng", "trung tướng", "thiếu tướng"})
"""Military ranks, by which somebody named before is meant."""
_NEAR = 300
"""So many letters before hold the body that `cơ quan này` means."""


def _points_back(speaker: Speaker) -> bool:
    """Whether the words point back to whoever spoke before: `cơ quan này`, `Đại tướng`."""
    name = speaker.name.lower()
    return (speaker.body and name.endswith(" này") and not _CROWD.match(name)) or name in _MILITARY


def in_full(reading: Reading, speaker: Speaker, floor: Speaker | None, own: Speaker | None) -> Speaker:
    """Who is meant by a speaker's words.

    Args:
        reading: the text.
        speaker: as the words name them.
        floor: who has the floor.
        own: whose voice the paper speaks with.
    """
    if _points_back(speaker) and floor is not None:
        return floor if floor.body or not speaker.body else _last_body(reading, speaker) or floor
    name = speaker.name.lower()
    if own is not None and name in _MEETING and (own.end > 0 or own.name.lower().startswith(name)):
        return own
    return speaker


def _last_body(reading: Reading, speaker: Speaker) -> Speaker | None:
    """The body named last before words such as `cơ quan này`, where a person has the floor."""
    named = [
        one
        for one in reading.marked("body", max(0, speaker.start - _NEAR), speaker.start)
        if rank_of(reading.low[one.start : one.end])
    ]
    if not named:
        return None
    words = reading.text[named[-1].start : named[-1].end]
    return speaker._replace(name=words, position=None, rank=rank_of(words.lower()))
