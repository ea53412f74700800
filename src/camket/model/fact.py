"""What a reader may take out of a paper: six kinds of fact, each tied to the characters that make it.

The fields are those of the annotation guide (docs/reference/facts.md). A fact is a statement of its source, never
the value itself; `resolved` is where `camket.resolve` has placed it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

from camket.model.message import Message

Comparator = Literal["eq", "gt", "ge", "lt", "le", "approx", "range", "within"]
Measure = Literal["level", "growth", "change", "rank", "share_of_plan"]
Role = Literal["actual", "estimate", "target", "projection", "scenario", "benchmark"]
TallyState = Literal["achieved", "exceeded", "achieved_or_exceeded", "completed", "other"]
DirectiveKind = Literal["instruct", "request", "call", "agree"]
ProposalStatus = Literal["raised", "accepted", "forwarded", "rejected"]
ReferenceType = Literal[
    "resolution", "conclusion", "directive", "decision", "scheme", "plan", "regulation", "programme", "law", "other"
]
Vintage = Literal["estimate_1", "estimate_2", "preliminary", "official"]


class Placement(msgspec.Struct, frozen=True, kw_only=True):
    """Where a figure belongs: catalogue ids, inclusive dates (ISO), bounds as decimals; None is not known or open.

    `period` is set only where it is another than the fact's own, because a person mended the day of its paper.
    """

    indicator: str | None = None
    area: str | None = None
    from_: str | None = msgspec.field(default=None, name="from")
    to: str | None = None
    low: str | None = None
    high: str | None = None
    low_closed: bool = True
    high_closed: bool = False
    period: str | None = None


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """What all six kinds share. `quote` is `text[start:end]` to the letter; `confidence` runs from 0 to 1.

    `id` is made of the paper's bytes, the kind and the folded words of the quote with its occurrence, so that a
    better reader finds the same mention again. `rule` names the rule that made the fact.
    """

    start: int
    end: int
    quote: str
    id: str = ""
    rule: str = ""
    confidence: float = 0.5
    reasons: tuple[Message, ...] = ()


class Figure(Fact, frozen=True, kw_only=True):
    """A number said of an indicator. Money is in whole currency units, percent as written.

    `period` is `2024`, `2024-10`, `2024-Q3`, `2024-H1`, `2024-01/2024-09`, `2021/2025`, `by:2026-12` or
    `at:2024-10-01`; None where even the context does not tell. `price_basis` is `current` or `constant:2010`;
    `period_basis` is `calendar` or the days on which a month runs (`15-14`). `days` are those of a `period` that the
    words tell by its days: `2024-01-01/2024-06-15` of `2024-01/2024-06`.
    """

    indicator: str
    indicator_text: str | None = None
    value: Decimal
    value_high: Decimal | None = None
    unit: str
    comparator: Comparator = "eq"
    measure: Measure = "level"
    role: Role = "actual"
    period: str | None = None
    period_stated: bool = False
    days: str | None = None
    base_period: str | None = None
    area: str | None = None
    plan: str | None = None
    scenario: str | None = None
    said_by: str | None = None
    price_basis: str | None = None
    period_basis: str | None = None
    vintage: Vintage | None = None
    resolved: Placement | None = None

    @property
    def counts_for(self) -> str:
        """The indicator that it counts for: as it was placed, else by its words."""
        return (self.resolved.indicator if self.resolved is not None else None) or self.indicator

    @property
    def told_period(self) -> str | None:
        """Its period as the words tell it: by its days where they give them."""
        return self.days or self.period

    @property
    def placed_period(self) -> str | None:
        """Its period: as it was placed, else by its words."""
        return _period(self.resolved, self.told_period)


class Tally(Fact, frozen=True, kw_only=True):
    """`done` of `total` things, with the state they are said to be in, the plan they belong to and its period."""

    done: int
    total: int
    of: str | None = None
    state: TallyState = "other"
    plan: str | None = None
    period: str | None = None
    area: str | None = None
    resolved: Placement | None = None

    @property
    def told_period(self) -> str | None:
        """Its period as the words tell it."""
        return self.period

    @property
    def placed_period(self) -> str | None:
        """Its period: as it was placed, else by its words."""
        return _period(self.resolved, self.period)


class Directive(Fact, frozen=True, kw_only=True):
    """Someone with authority tells someone to do something; the span is the task without its issuer and verb."""

    issuer: str | None = None
    issuer_position: str | None = None
    recipient: str | None = None
    deadline: str | None = None
    kind: DirectiveKind = "instruct"


class Proposal(Fact, frozen=True, kw_only=True):
    """A lower level asks a higher one for something."""

    proposer: str | None = None
    recipient: str | None = None
    handled_by: str | None = None
    status: ProposalStatus = "raised"


class Reference(Fact, frozen=True, kw_only=True):
    """A paper, plan or programme that has a name or a number. `date` is ISO, as far as it is known."""

    type: ReferenceType
    number: str | None = None
    date: str | None = None
    issuer: str | None = None


class Person(Fact, frozen=True, kw_only=True):
    """A named person with one position; the span is the name's first occurrence with that position."""

    name: str
    position: str


def _period(resolved: Placement | None, said: str | None) -> str | None:
    return (resolved.period if resolved is not None else None) or said
