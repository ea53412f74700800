"""What a person says of how a paper was read. The reading itself never changes; a judgement stands beside it."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Literal

import msgspec

from camket.model.fact import Fact

Verdict = Literal["confirmed", "corrected", "rejected", "unsure", "added"]
"""Read rightly; read otherwise, and how; not there or not what it was read as; not known; missed by the reader."""
VIETNAM = timezone(timedelta(hours=7))
"""Days are those of Vietnam, which keeps one time all year."""
AROUND = 32
"""Letters before and after the words of a fact by which its place is known again."""


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """The place in a text that a judgement holds on to: its words, those around them, and where they stood.

    `quote` is `text[start:start + len(quote)]`, `prefix` and `suffix` are up to `AROUND` code points on each side.
    """

    quote: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0

    @property
    def end(self) -> int:
        """Where the words ended."""
        return self.start + len(self.quote)


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """One person's judgement of one mention.

    It settles how the paper is read, never which source is right. Nobody's judgement is overwritten: each is kept, and
    `camket.registry.policy.last_word` says which one counts.

    Attributes:
        document: the paper, by the digest of its bytes (of a paper without bytes, its id).
        kind: of the fact, a name of `FACT_KINDS`.
        mention: id of the fact that was judged.
        verdict: what the person says.
        anchor: where in the text.
        fact: how the place reads in the person's eyes; None where it was rejected or the person was unsure.
        who: the person.
        at: when, with its time zone.
        why: in the person's own words; may be empty.
        undone_at, undone_by: when it was taken back, and by whom.
        number: tells apart judgements of one moment.
    """

    document: str
    kind: str
    mention: str
    verdict: Verdict
    anchor: Anchor
    fact: Fact | None = None
    who: str
    at: datetime
    why: str = ""
    undone_at: datetime | None = None
    undone_by: str = ""
    number: int = 0

    @property
    def key(self) -> tuple[str, str, str, str, datetime, int]:
        """What tells it from every other."""
        return self.document, self.kind, self.mention, self.who, self.at, self.number

    def holds(self) -> bool:
        """Whether it was not taken back."""
        return self.undone_at is None

    def known_on(self, day: date) -> Judgement | None:
        """As it was at the end of a day; None where it had not been made yet."""
        if day_of(self.at) > day:
            return None
        if self.undone_at is not None and day_of(self.undone_at) > day:
            return msgspec.structs.replace(self, undone_at=None, undone_by="")
        return self


def day_of(moment: datetime) -> date:
    """The day in Vietnam."""
    return moment.astimezone(VIETNAM).date()


def anchor_at(text: str, start: int, end: int) -> Anchor:
    """The anchor of `text[start:end]`."""
    before, after = max(0, start - AROUND), min(len(text), end + AROUND)
    return Anchor(quote=text[start:end], prefix=text[before:start], suffix=text[end:after], start=start)
