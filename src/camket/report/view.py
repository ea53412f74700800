"""What a scoreboard shows, worded in one language: numbers, dates and names are text here, and every claim has a note.

The renderers draw these records and decide nothing.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from camket.model.scoreboard import State, Verdict
from camket.words import Language

Tone = Literal["good", "fair", "warn", "bad", "quiet"]


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence in its paper: `quote` to the letter with the words around it; no quote where the source is a table."""

    number: int
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
    """A count at the top: of all targets, or of those in one state."""

    label: str
    count: int
    tone: Tone


class TargetRow(msgspec.Struct, frozen=True, kw_only=True):
    """A target and where it stands; `bound_note` and `value_note` are numbers of notes."""

    name: str
    detail: str
    bound: str
    bound_note: int
    due: str
    value: str
    value_detail: str
    value_note: int | None
    state: State
    state_text: str
    tone: Tone
    distance: str
    reason: str


class TallyRow(msgspec.Struct, frozen=True, kw_only=True):
    """A tally as claimed, and as counted here."""

    claimed: str
    of: str
    counted: str
    verdict: Verdict
    verdict_text: str
    tone: Tone
    reason: str
    note: int


class PlanView(msgspec.Struct, frozen=True, kw_only=True):
    """A plan with its targets and tallies."""

    title: str
    detail: str
    targets: tuple[TargetRow, ...]
    tallies: tuple[TallyRow, ...]


class ScenarioRow(msgspec.Struct, frozen=True, kw_only=True):
    """A figure of a scenario."""

    scenario: str
    name: str
    detail: str
    bound: str
    period: str
    note: int


class DifferenceRow(msgspec.Struct, frozen=True, kw_only=True):
    """Statements that differ: of which kind, why, and where they stand."""

    kind: str
    reason: str
    quotes: tuple[tuple[str, int], ...]


class DirectiveRow(msgspec.Struct, frozen=True, kw_only=True):
    """An instruction with its deadline."""

    task: str
    kind: str
    issuer: str
    due: str
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
    """The whole scoreboard."""

    language: Language
    title: str
    as_of: str
    tiles: tuple[Tile, ...]
    plans: tuple[PlanView, ...]
    scenarios: tuple[ScenarioRow, ...]
    contradictions: tuple[DifferenceRow, ...]
    compatible: tuple[DifferenceRow, ...]
    recipients: tuple[RecipientView, ...]
    values: tuple[ValueRow, ...]
    findings: tuple[FindingGroup, ...]
    notes: tuple[Note, ...]
