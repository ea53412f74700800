"""Plans and their targets."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from camket.model.fact import Comparator, Measure, Tally
from camket.model.interval import Interval
from camket.model.period import Period
from camket.model.series import Source, Statement

PlanKind = Literal["congress", "yearly", "emulation", "programme", "horizon"]
"""A congress term, a plan of one year, an emulation programme, another named plan, and targets of one due whose plan
no paper names."""

YES_NO, IN_WORDS = "yes_no", "in_words"
"""Units of targets that ask for no number: done or not done (1 is done), and what only words can tell."""

Giver = Literal["centre", "council", "committee", "province", ""]
"""Who gave a target: the Government and its ministries, the people's council, the people's committee, the Party's
committee or congress of the province; empty where no paper tells."""


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """What a plan asks for. The same target said again, in the title or in another paper, is one target.

    Attributes:
        statement: the first mention.
        repeats: ids of the other mentions.
        bound: what is asked for, exactly.
        due: the last day; None where no paper tells.
        period: what the value is counted over; None where no paper tells.
        number: its number in a list that a person entered; empty where it was read in a paper.
        whole: the number that it is a component of, where one number has several.
        body: who follows it.
        giver: who gave it; the centre and the council give two numbers of one thing.
        changes: whether its paper says that it changes what was asked for before (`điều chỉnh`).
        replaced_by: id of the mention that a later paper set in its place (`điều chỉnh`); empty while it holds.
        dropped_by: the words of a later paper that took it back (`bãi bỏ`); None while it holds.
        told_dropped: such words about a target that a person entered; it holds until a person takes it back.
    """

    statement: Statement
    repeats: tuple[str, ...] = ()
    bound: Interval
    due: date | None
    period: Period | None
    number: str = ""
    whole: str = ""
    body: str = ""
    giver: Giver = ""
    changes: bool = False
    replaced_by: str = ""
    dropped_by: Source | None = None
    told_dropped: Source | None = None

    @property
    def is_gone(self) -> bool:
        """Whether it holds no more."""
        return bool(self.replaced_by) or self.dropped_by is not None


class TypedTarget(msgspec.Struct, frozen=True, kw_only=True):
    """A target as a person entered it, in a list or by hand.

    Attributes:
        number: as the list prints it.
        whole: the number that it is a component of; empty for a whole target.
        name: what is asked for, in the words of the list.
        indicator: catalogue id, or `other:` and its words.
        measure: as in facts.
        unit: base unit of `value`.
        value, value_high: what is asked for; `value_high` for a range.
        comparator: as in facts.
        period: what it is asked for, as facts write periods.
        price_basis: as in facts; empty where its words tell none.
        each_year: whether a number of several years is asked for in each of them.
        body: who follows it.
        source: the paper or the person that it is taken from.
    """

    number: str
    whole: str = ""
    name: str
    indicator: str
    measure: Measure
    unit: str
    value: Decimal
    value_high: Decimal | None = None
    comparator: Comparator
    period: str
    price_basis: str = ""
    each_year: bool = False
    body: str = ""
    source: Source


class PlacedTally(msgspec.Struct, frozen=True, kw_only=True):
    """A tally with its source and the words that follow it in its clause (`01 chỉ tiêu` `không đạt`)."""

    tally: Tally
    source: Source
    after: str = ""


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """A container of targets: a resolution, a yearly plan, an emulation programme.

    Attributes:
        id: area, kind and term or year (`bac-ninh-1997/congress/2015-2020`); the same for all mentions of one plan.
        kind: what sort of plan.
        title: the fullest wording met.
        names: all wordings met, sorted.
        area: slug, or the name as written where it could not be placed.
        period: what it runs over; None where no paper tells.
        congress: number of the congress.
        targets: in the order of due, then of the papers.
        tallies: what papers claim of it.
    """

    id: str
    kind: PlanKind
    title: str
    names: tuple[str, ...] = ()
    area: str
    period: Period | None = None
    congress: int | None = None
    targets: tuple[Target, ...] = ()
    tallies: tuple[PlacedTally, ...] = ()
