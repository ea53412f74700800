"""Whose voice an official paper speaks with: the leader whose conclusions it gives, else the body that issues it."""

from __future__ import annotations

import re

from camket.extract.orders.speaker import Speaker, rank_of, speaker_titled
from camket.extract.people import People
from camket.grammar.engine import Reading
from camket.model.document import Head

_OFFICIAL = frozenset({"notice", "decision", "resolution", "plan", "letter", "report"})
_HEAD = 2500
_RULING = re.compile(r"\d[^ ]*[-/](?:kl|ct)\b")
"""The number of a conclusion or directive, papers that hand out tasks."""
_CONCLUSION = re.compile(
    r"\b(?:kết luận|ý kiến chỉ đạo|ý kiến kết luận|ý kiến|chỉ đạo) của (?:đồng chí )?"
    r"(?P<who>[^\n,.;:]{3,100}?)(?= tại | về |\s*[\n,.;:(]|$)"
)


def voice_of(reading: Reading, people: People, head: Head) -> Speaker | None:
    """The speaker where no sentence names one; None for news and papers whose issuer is not known."""
    if head.type not in _OFFICIAL and not (head.number and _RULING.match(head.number.lower())):
        return None
    found = _CONCLUSION.search(reading.low, 0, _HEAD)
    if found is not None and head.type == "notice":
        titled = speaker_titled(reading, people, found.start("who"), found.end("who"))
        if titled is not None:
            return titled
    if head.issuer is None:
        return None
    return Speaker(0, 0, head.issuer, None, rank_of(head.issuer.lower()), body=True)
