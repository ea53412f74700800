"""Where a folder of papers stands: the object of `camket scoreboard --json`, as frozen records.

Field names are a contract with the outside. Messages are worded, and numbers and dates made text, by
`camket.report.plain`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from camket.findings import Finding
from camket.model.composite import IndexBoard
from camket.model.criteria import CriteriaBoard
from camket.model.document import DocumentKind
from camket.model.fact import Comparator, Figure
from camket.model.interval import Interval, bound
from camket.model.message import Message
from camket.model.plan import Giver, PlanKind
from camket.model.series import Source

State = Literal[
    "exceeded",
    "met",
    "nearly_met",
    "missed",
    "on_track",
    "at_risk",
    "off_track",
    "no_data",
    "unclear",
    "not_measurable",
    "qualitative",
]
Verdict = Literal["compatible", "contradicting", "cannot_tell"]
Difference = Literal[
    "sources",
    "same_document",
    "targets",
    "tallies",
    "rounding",
    "revision",
    "progress",
    "price_basis",
    "period_basis",
    "area",
    "givers",
    "changed",
    "scope",
    "base",
    "parts",
    "share",
    "claim",
    "reference",
]
"""Kinds of contradictions, and of differences that are none."""


TallyKind = Literal["reached", "exceeded", "met", "failed", "unknown"]
"""Sets of targets: met or exceeded, exceeded, one of these two (the words `đạt`, `hoàn thành` alone do not tell), not
met, and sets that the words do not tell."""


class Bound(msgspec.Struct, frozen=True, kw_only=True):
    """What a target asks for: the comparator of its words, and the interval. An end that is None is open.

    Attributes:
        each_year: whether a number of several years is asked for in each of them (`22.000 lao động/năm`).
    """

    comparator: Comparator
    low: Decimal | None
    high: Decimal | None
    low_closed: bool
    high_closed: bool
    unit: str
    each_year: bool = False

    @classmethod
    def of(cls, interval: Interval, comparator: Comparator, unit: str, *, each_year: bool = False) -> Bound:
        """The bound of an interval."""
        return cls(
            comparator=comparator, low=interval.low, high=interval.high, low_closed=interval.low_closed,
            high_closed=interval.high_closed, unit=unit, each_year=each_year,
        )  # fmt: skip

    @classmethod
    def said_by(cls, figure: Figure) -> Bound:
        """What the words of a figure mean as a bound."""
        return cls.of(bound(figure.value, figure.comparator, figure.value_high), figure.comparator, figure.unit)


PaceUnit = Literal["year", "day"]


class Pace(msgspec.Struct, frozen=True, kw_only=True):
    """The pace had beside the pace needed.

    Attributes:
        had, needed: in the unit of the bound, with the sign in which more is better.
        per: what they are counted over.
        ratio: had over needed.
        probability: of arriving, where a forecast gives one.
    """

    had: Decimal
    needed: Decimal
    per: PaceUnit = "year"
    ratio: Decimal
    probability: Decimal | None = None


class TargetLine(msgspec.Struct, frozen=True, kw_only=True):
    """A target and where it stands.

    Attributes:
        statement: id of the mention that sets it.
        repeats: ids of its other mentions.
        indicator: catalogue id or `other:...`.
        measure: as in facts.
        area: slug; the name as written where it could not be placed.
        due: last day.
        bound: what is asked for.
        value: the latest value that stands, in the unit of the bound; None where there is none.
        value_period: what the value belongs to.
        value_role: `actual` or `estimate`; `mean`, `sum` where it was worked out from several.
        value_source: where the value stands; the last one where it was worked out from several.
        value_statement: id of the mention there.
        state: where the target stands.
        distance: from the near end of the bound to the value, positive on the good side.
        method: how the value was come by: taken from a source, or worked out from which years.
        reason: why the state, in words and numbers, with the thresholds that drew the line.
        source: where the target stands.
        other_sources: where other papers set the same target, one place a paper.
        pace: how fast it goes beside how fast it must, before the due.
        giver: who gave it.
        number, whole: as in targets, where a person entered a list.
        inputs: ids of the mentions that the state rests on, the target's own first.
        confidence: that of the least sure of them, from 0 to 1.
        replaced_by: id of the mention that a later paper set in its place; such a target is not counted.
        dropped_by: the words of a later paper that took it back; such a target is not counted either.
        told_dropped: such words about a target that a person entered, which holds and counts until a person takes it
            back.
    """

    statement: str
    repeats: tuple[str, ...] = ()
    indicator: str
    indicator_text: str | None = None
    measure: str
    area: str | None
    due: date | None
    bound: Bound
    value: Decimal | None = None
    value_period: str | None = None
    value_role: str | None = None
    value_source: Source | None = None
    value_statement: str | None = None
    state: State
    distance: Decimal | None = None
    method: Message | None = None
    reason: Message
    source: Source
    other_sources: tuple[Source, ...] = ()
    pace: Pace | None = None
    giver: Giver = ""
    number: str = ""
    whole: str = ""
    inputs: tuple[str, ...] = ()
    confidence: float = 1.0
    replaced_by: str = ""
    dropped_by: Source | None = None
    told_dropped: Source | None = None

    @property
    def is_gone(self) -> bool:
        """Whether it holds no more."""
        return bool(self.replaced_by) or self.dropped_by is not None


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """What a paper says: `done` of `total` things are in the state.

    `counts` is which set of things that is, by the words around it: met or exceeded, exceeded, met, not met.
    """

    done: int
    total: int
    state: str
    of: str | None
    counts: TallyKind = "unknown"


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """What camket counts of the plan itself; `unknown` holds all that it cannot judge, targets not seen included."""

    met: int
    exceeded: int
    missed: int
    unknown: int


class TallyLine(msgspec.Struct, frozen=True, kw_only=True):
    """A tally beside camket's own count. The verdict weighs both the count and the plan's other tallies."""

    statement: str
    claimed: Claim
    counted: Count
    verdict: Verdict
    reason: Message
    source: Source


class PlanCount(msgspec.Struct, frozen=True, kw_only=True):
    """What camket counts of a plan, by name: ids of the mentions that set its targets.

    Attributes:
        total: how many targets papers say there are; at least as many as are named here.
        met, exceeded, missed: ids; of a target with components the first of them.
        unknown: named but not judged as one of the three, nearly met ones included.
        unnamed: how many no paper names.
    """

    total: int
    met: tuple[str, ...] = ()
    exceeded: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    unnamed: int = 0


class PlanPaper(msgspec.Struct, frozen=True, kw_only=True):
    """A paper that sets targets of a plan, with what its head says.

    Attributes:
        document: its id, as sources name it.
        type: what kind of paper it is.
        title: as in sources.
        number, day, issuer: as it prints them; None where it does not.
        statement: id of the first mention there that sets a target.
        targets: how many targets of the plan it sets.
    """

    document: str
    type: DocumentKind
    title: str | None = None
    number: str
    day: date | None = None
    issuer: str | None = None
    statement: str
    targets: int


class PlanBoard(msgspec.Struct, frozen=True, kw_only=True):
    """One plan with its targets and tallies.

    `counted` is camket's own count of the targets, `replaced` the targets that a later paper changed or took back,
    `papers` those that set the targets, the earliest first.
    """

    id: str
    kind: PlanKind
    title: str
    area: str
    period: str | None
    targets: tuple[TargetLine, ...]
    tallies: tuple[TallyLine, ...]
    counted: PlanCount | None = None
    replaced: tuple[TargetLine, ...] = ()
    papers: tuple[PlanPaper, ...] = ()


class ScenarioLine(msgspec.Struct, frozen=True, kw_only=True):
    """A figure of a scenario: what would be, never what is asked for."""

    statement: str
    name: str | None
    indicator: str
    measure: str
    area: str | None
    period: str | None
    bound: Bound
    source: Source


LikelyKind = Literal[
    "unit_slip",
    "factor_of_ten",
    "currency",
    "swapped_digits",
    "one_digit",
    "wrong_year",
    "other_indicator",
    "other_prices",
    "other_boundary",
    "rebased",
    "early",
    "rough",
    "unknown",
]
"""Why two numbers of one thing are likely to differ."""


class Likely(msgspec.Struct, frozen=True, kw_only=True):
    """The likely reason why the two statements differ: a guess with its ground, never a repair."""

    kind: LikelyKind
    statements: tuple[str, str]
    reason: Message


class DifferenceLine(msgspec.Struct, frozen=True, kw_only=True):
    """Statements that differ, of which kind the difference is, and why. `sources` runs beside `statements`.

    `numbers` runs beside them too where a published value is among them: what it says, None for those with words.
    `likely` are the likely reasons of a contradiction, those that tell most first; `confidence` is that of the least
    sure statement.
    """

    kind: Difference
    statements: tuple[str, ...]
    reason: Message
    sources: tuple[Source, ...]
    numbers: tuple[Bound | None, ...] = ()
    likely: tuple[Likely, ...] = ()
    confidence: float = 1.0


def numbers_beside(told: Sequence[tuple[Figure, Source]]) -> tuple[Bound | None, ...]:
    """The `numbers` of a difference: none at all where each source has words of its own."""
    found = tuple(Bound.said_by(figure) if source.quote is None else None for figure, source in told)
    return found if any(found) else ()


class DirectiveLine(msgspec.Struct, frozen=True, kw_only=True):
    """An instruction, as its paper gives it; `due` is the last day of its deadline."""

    statement: str
    task: str
    issuer: str | None
    issuer_position: str | None
    recipient: str | None
    deadline: str | None
    due: date | None
    kind: str
    source: Source


class ValueLine(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The value that stands for one series and period, with its rivals; `breakdown` as in series."""

    statement: str
    indicator: str
    measure: str
    unit: str
    area: str
    price_basis: str
    breakdown: tuple[tuple[str, str], ...] = ()
    period: str
    value: Decimal
    value_high: Decimal | None
    role: str
    vintage: str | None
    rivals: tuple[str, ...]
    reasons: tuple[Message, ...]
    source: Source


class Scoreboard(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a folder, or a registry, says at one day. `as_of` None: no paper has a date."""

    format: int = 1
    as_of: date | None
    plans: tuple[PlanBoard, ...] = ()
    scenarios: tuple[ScenarioLine, ...] = ()
    contradictions: tuple[DifferenceLine, ...] = ()
    compatible: tuple[DifferenceLine, ...] = ()
    directives: tuple[DirectiveLine, ...] = ()
    values: tuple[ValueLine, ...] = ()
    criteria: tuple[CriteriaBoard, ...] = ()
    indices: tuple[IndexBoard, ...] = ()
    findings: tuple[Finding, ...] = ()
