"""Whom words mean that point back: `cơ quan này`, `Đại tướng`, `Đại hội` in a paper of the congress."""

from __future__ import annotations

from camket.extract.orders.ranks import rank_of
from camket.extract.orders.speaker import Speaker, points_back
from camket.grammar.engine import Reading

_MEETING = frozenset({"đại hội", "hội nghị", "kỳ họp"})
"""Meetings that a paper names short for the body whose voice it speaks with."""
_NEAR = 300
"""So many letters before hold the body that `cơ quan này` means."""


def in_full(reading: Reading, speaker: Speaker, floor: Speaker | None, own: Speaker | None) -> Speaker:
    """Who is meant by a speaker's words.

    Args:
        reading: the text.
        speaker: as the words name them.
        floor: who has the floor.
        own: whose voice the paper speaks with.
    """
    if points_back(speaker) and floor is not None:
        return floor if floor.body or not speaker.body else _last_body(reading, speaker) or floor
    if own is not None and speaker.name.lower() in _MEETING and own.name.lower().startswith(speaker.name.lower()):
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
