"""What does not agree among the numbers of work that papers print."""

from __future__ import annotations

from typing import Literal

import msgspec

from camket.model.message import Message
from camket.model.scoreboard import Likely, Verdict
from camket.model.series import Source

NumberKind = Literal["parts", "share", "denominator", "tallies", "reference", "serial", "rule"]
"""A total and its parts; a share of counts; a share of another whole; two tallies; a paper cited with a day that cannot
be; numbers of rows; one rule in two readings."""


class NumberFinding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that does not agree, or looks as if it did not.

    Attributes:
        kind: what it is about.
        verdict: whether it contradicts; `compatible` where a reader could take it for a contradiction and it is none;
            `cannot_tell` where both readings stand.
        reason: in words.
        sources: the sentences, each with its place.
        tried: for a share the wholes that were tried, each with what it gives.
        likely: the likely reasons, those that tell most first; nothing is ever repaired.
        statements: ids of the mentions, where the same stands among the differences of a scoreboard.
    """

    kind: NumberKind
    verdict: Verdict
    reason: Message
    sources: tuple[Source, ...]
    tried: tuple[Message, ...] = ()
    likely: tuple[Likely, ...] = ()
    statements: tuple[str, ...] = ()
