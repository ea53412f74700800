"""What a scoreboard shows, worded in one language: numbers, dates and names are text here, and every claim has a note.

The renderers draw these records and decide nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

from camket.model.scoreboard import State, Verdict
from camket.words import Language

Tone = Literal["good", "fair", "warn", "bad", "quiet"]


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence in its paper: `quote` to the letter with the words around it; no quote where the source is a table.

    `paper` is the file or the site, `document` what it is called; `start` and `end` are the place in its text.
    """

    number: int
    paper: str
    start: int | None = None
    end: int | None = None
    document: str
    published: str
    before: str = ""
    quote: str = ""
    after: str = ""
    url: str | None = None

    @property
    def anchor(self) -> str:
        """Where links to it go."""
        return f"s{self.number}"


class Tile(msgspec.Struct, frozen=True, kw_only=True):
    """A count: of all targets (`state` None), or of those in one state."""

    label: str
    count: int
    tone: Tone
    state: State | None


class TargetRow(msgspec.Struct, frozen=True, kw_only=True):
    """A target and where it stands.

    Attributes:
        name: of the indicator.
        short: the name in a few words.
        detail: what is measured where it is not the quantity itself, and the area where it is not the plan's.
        plan: the plan, where the row stands outside a table of its own plan.
        bound: what is asked for; `bound_short` with signs (`≥ 95%`) for narrow columns.
        bound_notes: numbers of the notes that ask for it, one a paper.
        value: the latest value; empty where there is none.
        value_when: its period, and whether it is an estimate, in the fewest words.
        is_old: whether the value is of a time before that of the target, so that it is no result.
        value_note: number of its note.
        due_short: month and year where the due is the end of a month.
    """

    name: str
    short: str
    detail: str
    plan: str = ""
    bound: str
    bound_short: str
    bound_notes: tuple[int, ...]
    due: str
    due_short: str
    value: str
    value_detail: str
    value_when: str
    value_note: int | None
    is_old: bool
    state: State
    state_text: str
    tone: Tone
    distance: str
    distance_short: str
    reason: str


class TallyRow(msgspec.Struct, frozen=True, kw_only=True):
    """A tally as claimed, and as counted here. `brief` goes on from the verdict: with what it was compared."""

    claimed: str
    of: str
    counted: str
    verdict: Verdict
    verdict_text: str
    tone: Tone
    reason: str
    brief: str
    note: int


class GoneRow(msgspec.Struct, frozen=True, kw_only=True):
    """A target that holds no more: what it asked for and what became of it, with the note of the paper that did it."""

    said: str
    note: int


class PlanView(msgspec.Struct, frozen=True, kw_only=True):
    """A plan with its targets and tallies.

    Attributes:
        title: what it is called.
        detail: kind, area and time, where the title is its own.
        brief: the same without the area where that is the usual one.
        due: the last day of all its targets; empty where they differ.
        counts: how many targets are in each state.
        targets: those that need a leader first, those without a value last.
        tallies: as in the papers.
        gone: targets that later papers changed or took out.
        papers: the papers that set the targets, with number, day and who issued them.
    """

    title: str
    detail: str
    brief: str = ""
    due: str = ""
    counts: tuple[Tile, ...] = ()
    targets: tuple[TargetRow, ...]
    tallies: tuple[TallyRow, ...] = ()
    gone: tuple[GoneRow, ...] = ()
    papers: tuple[str, ...] = ()

    @property
    def valued(self) -> tuple[TargetRow, ...]:
        """The targets that have a value to show."""
        return tuple(row for row in self.targets if row.value)

    @property
    def bare(self) -> tuple[TargetRow, ...]:
        """The targets that have none."""
        return tuple(row for row in self.targets if not row.value)


class ScenarioRow(msgspec.Struct, frozen=True, kw_only=True):
    """A figure of a scenario; `brief` names the indicator in few words, the area where it is not the usual one."""

    scenario: str
    name: str
    brief: str
    detail: str
    bound: str
    period: str
    note: int


class ResultValue(msgspec.Struct, frozen=True, kw_only=True):
    """A value with its period, an estimate said to be one; it has a `mark` where the remark is about it."""

    value: str
    when: str
    mark: str
    note: int


class ResultRow(msgspec.Struct, frozen=True, kw_only=True):
    """An indicator with its latest values, the oldest first; `short` names it in few words."""

    name: str
    short: str
    detail: str
    values: tuple[ResultValue, ...]


class ResultsView(msgspec.Struct, frozen=True, kw_only=True):
    """The results of the main indicators, and what their marks mean."""

    rows: tuple[ResultRow, ...] = ()
    remark: str = ""


class IndexRow(msgspec.Struct, frozen=True, kw_only=True):
    """A composite index of an area: its latest scores and ranks on one line, with the numbers of their notes."""

    name: str
    said: str
    notes: tuple[int, ...]


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """What one paper says in a difference: its quotes, each with the number of its note."""

    document: str
    published: str
    quotes: tuple[tuple[str, int], ...]


class DifferenceRow(msgspec.Struct, frozen=True, kw_only=True):
    """Statements that differ.

    Attributes:
        kind: of which kind the difference is.
        subject: of what, where and when; empty where the reason says it.
        reason: why.
        brief: the same on one line, each number with the id of its paper.
        is_tally: whether tallies differ, not figures.
        sides: paper by paper.
    """

    kind: str
    is_tally: bool
    subject: str
    reason: str
    brief: str
    sides: tuple[Side, ...]

    @property
    def quotes(self) -> tuple[tuple[str, int], ...]:
        """All quotes with their notes."""
        return tuple(quote for side in self.sides for quote in side.quotes)


class DirectiveRow(msgspec.Struct, frozen=True, kw_only=True):
    """An instruction with its deadline.

    `is_past` says only that the day of the deadline lies before that of the board: what became of it is not known.
    """

    recipient: str
    task: str
    kind: str
    issuer: str
    due: str
    due_on: date | None
    is_past: bool
    note: int


class RecipientView(msgspec.Struct, frozen=True, kw_only=True):
    """The instructions to one recipient, the first due first."""

    recipient: str
    directives: tuple[DirectiveRow, ...]


class ValueRow(msgspec.Struct, frozen=True, kw_only=True):
    """The value in use of one series and period; `others` says how many other values have been published."""

    name: str
    detail: str
    period: str
    value: str
    others: int
    note: int


class FindingGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Findings of one code."""

    level: str
    tone: Tone
    lines: tuple[str, ...]


class BoardView(msgspec.Struct, frozen=True, kw_only=True):
    """The whole scoreboard.

    `usual_area` names the area of most plans (without plans, of most values), so that brief lines need not name it.
    `plans` have a table each; `others` holds the targets of plans too small for one. `method` says how states are
    found, with the thresholds.
    """

    language: Language
    title: str
    day: str
    as_of: str
    usual_area: str
    tiles: tuple[Tile, ...]
    plans: tuple[PlanView, ...]
    others: PlanView | None
    results: ResultsView
    indices: tuple[IndexRow, ...] = ()
    scenarios: tuple[ScenarioRow, ...]
    contradictions: tuple[DifferenceRow, ...]
    compatible: tuple[DifferenceRow, ...]
    recipients: tuple[RecipientView, ...]
    values: tuple[ValueRow, ...]
    findings: tuple[FindingGroup, ...]
    method: tuple[str, ...]
    notes: tuple[Note, ...]

    @property
    def directives(self) -> tuple[DirectiveRow, ...]:
        """All instructions."""
        return tuple(row for group in self.recipients for row in group.directives)

    def papers(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """The files and sites of some notes, each once, sorted."""
        return tuple(sorted({self.notes[number - 1].paper for number in numbers}))
