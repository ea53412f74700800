"""Words one line of a scoreboard after another; the notes are numbered on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Protocol

from camket.model.message import Message, message
from camket.model.scoreboard import (
    DifferenceLine,
    DirectiveLine,
    PlanBoard,
    ScenarioLine,
    State,
    TallyLine,
    TargetLine,
    ValueLine,
    Verdict,
)
from camket.report.dates import day, period, short_day
from camket.report.differing import difference_row, titles_cut, with_words
from camket.report.naming import area_name, distance_text, indicator_name, measure_name, short_name, word
from camket.report.notes import Notes
from camket.report.numbers import amount, bound
from camket.report.plan_papers import paper_lines
from camket.report.view import (
    DifferenceRow,
    DirectiveRow,
    GoneRow,
    PlanView,
    RecipientView,
    ScenarioRow,
    TallyRow,
    TargetRow,
    Tile,
    Tone,
    ValueRow,
)
from camket.report.wording import reason
from camket.words import Language, say, term

TONES: Mapping[State, Tone] = {
    "exceeded": "good",
    "met": "good",
    "on_track": "good",
    "nearly_met": "fair",
    "at_risk": "warn",
    "off_track": "bad",
    "missed": "bad",
    "unclear": "quiet",
    "no_data": "quiet",
    "not_measurable": "quiet",
    "qualitative": "quiet",
}
"""The colour of each state, in the order of counts."""

_WORKED_OUT = ("mean", "sum", "year", "steps", "levels", "turned", "share")
"""Roles of values that no paper prints: how they came about is told with them."""

_NEED: tuple[State, ...] = (
    "missed", "off_track", "at_risk", "nearly_met", "exceeded", "met", "on_track", "unclear", "no_data",
    "not_measurable", "qualitative",
)  # fmt: skip
"""States in the order in which they need a leader."""
_VERDICTS: Mapping[Verdict, Tone] = {"compatible": "good", "contradicting": "bad", "cannot_tell": "quiet"}
_COUNTED = ("met", "exceeded", "missed", "unknown")


class Rows:
    """The rows of one scoreboard in one language.

    Args:
        notes: gives out the numbers of the annex.
        language: of names, numbers and sentences.
        as_of: the day of the board; deadlines before it are past.
        usual_area: the name of an area that goes without saying in brief lines.
    """

    def __init__(self, notes: Notes, language: Language, as_of: date | None, usual_area: str) -> None:
        self.notes = notes
        self._language = language
        self._as_of = as_of
        self._usual_area = usual_area

    def plan(self, board: PlanBoard, counts: tuple[Tile, ...]) -> PlanView:
        """A plan with its rows in the order of need."""
        dues = {line.due for line in board.targets}
        only = next(iter(dues)) if len(dues) == 1 else None
        return PlanView(
            title=self.title(board),
            detail=self._detail(board) if board.title else "",
            brief=self._detail(board, self._usual_area),
            due=day(only, self._language) if only is not None else "",
            counts=counts,
            targets=tuple(self.target(line, board.area) for line in sorted(board.targets, key=need)),
            tallies=tuple(map(self.tally, board.tallies)),
            gone=self.gone_of((board,)),
            papers=paper_lines(board.papers, self._language),
        )

    def gone_of(self, plans: Iterable[PlanBoard]) -> tuple[GoneRow, ...]:
        """What later papers changed or took out of plans."""
        return tuple(self._gone(line, board) for board in plans for line in board.replaced)

    def _gone(self, line: TargetLine, board: PlanBoard) -> GoneRow:
        """What a target asked for, and what a later paper set in its place, or that it took it out."""
        language = self._language
        known = (*board.targets, *board.replaced)
        after = next((each for each in known if each.statement == line.replaced_by), None)
        said = {
            "name": indicator_name(line.indicator, line.indicator_text, language),
            "was": bound(line.bound, language),
        }
        if after is not None:
            told = message("gone.changed", now=bound(after.bound, language), **said)
        else:
            told = message("gone.dropped", **said)
        source = line.dropped_by or (after.source if after is not None else line.source)
        return GoneRow(said=say(told, language), note=self.notes.number(source))

    def targets_of(self, plans: Iterable[PlanBoard]) -> tuple[TargetRow, ...]:
        """The targets of several plans in the order of need, each with its plan, and its area where not the usual."""
        lines = [(line, self.title(board)) for board in plans for line in board.targets]
        ordered = sorted(lines, key=lambda each: need(each[0]))
        return tuple(self.target(line, self._usual(line.area), plan=title) for line, title in ordered)

    def _usual(self, area: str | None) -> str | None:
        """An area that need not be named beside a target; None for one that must."""
        return area if area_name(area, self._language) == self._usual_area else None

    def title(self, board: PlanBoard) -> str:
        """What a plan is called: in its papers' words, else by kind, area and time."""
        detail = self._detail(board)
        return board.title or detail[:1].upper() + detail[1:]

    def _detail(self, board: PlanBoard, usual_area: str = "") -> str:
        kind, area = word(f"plan.{board.kind}", self._language), area_name(board.area, self._language)
        return _joined((kind, area if area != usual_area else "", period(board.period, self._language)))

    def target(self, line: TargetLine, plan_area: str | None, plan: str = "") -> TargetRow:
        """A target; its area is named where it is not that of the plan."""
        language, unit = self._language, line.bound.unit
        name = indicator_name(line.indicator, line.indicator_text, language)
        elsewhere = "" if line.area == plan_area else area_name(line.area, self._language)
        return TargetRow(
            name=name,
            short=short_name(name),
            detail=_joined((measure_name(line.measure, language), elsewhere)),
            plan=plan,
            bound=bound(line.bound, language),
            bound_short=bound(line.bound, language, short=True),
            bound_notes=tuple(map(self.notes.number, (line.source, *line.other_sources))),
            due=day(line.due, language) if line.due else "",
            due_short=short_day(line.due, language) if line.due else "",
            value=amount(line.value, unit, language) if line.value is not None else "",
            value_detail=self._value_detail(line),
            value_when=self._value_when(line),
            value_note=self.notes.number(line.value_source) if line.value_source else None,
            is_old=line.state == "no_data" and line.value is not None,
            state=line.state,
            state_text=term(f"state.{line.state}", language),
            tone=TONES[line.state],
            distance=distance_text(line.distance, unit, language),
            distance_short=distance_text(line.distance, unit, language, short=True),
            reason=self._reason(line),
        )

    def _reason(self, line: TargetLine) -> str:
        name = indicator_name(line.indicator, line.indicator_text, self._language)
        said = reason(with_words(line.reason, indicator=name), self._language, line.bound.unit)
        worked_out = line.method is not None and line.value_role in _WORKED_OUT
        parts = [said, *([reason(line.method, self._language)] if worked_out and line.method else [])]
        told = line.told_dropped
        if told is not None:
            named = message("assess.told_dropped", source=told.name, quote=told.quote or "")
            parts.append(say(named, self._language))
        return " ".join(parts)

    def _value_detail(self, line: TargetLine) -> str:
        role = word(f"role.{line.value_role}", self._language) if line.value_role not in (None, "actual") else ""
        return _joined((period(line.value_period, self._language), role))

    def _value_when(self, line: TargetLine) -> str:
        when = period(line.value_period, self._language)
        if line.value_role == "estimate":
            return say(message("value.estimated", when=when), self._language)
        return when

    def tally(self, line: TallyLine) -> TallyRow:
        """A tally as claimed, and as counted here."""
        language, claimed = self._language, line.claimed
        state = "failed" if claimed.counts == "failed" else claimed.state
        known = line.counted.met + line.counted.exceeded + line.counted.missed
        code = "tally.counted" if known else "tally.nothing_counted"
        counted = message(code, **{name: getattr(line.counted, name) for name in _COUNTED})
        return TallyRow(
            claimed=f"{claimed.done}/{claimed.total} {word(f'tally.{state}', language)}",
            of=claimed.of or "",
            counted=say(counted, language),
            verdict=line.verdict,
            verdict_text=term(f"verdict.{line.verdict}", language),
            tone=_VERDICTS[line.verdict],
            reason=reason(titles_cut(line.reason), language),
            brief=self._compared(line),
            note=self.notes.number(line.source),
        )

    def _compared(self, line: TallyLine) -> str:
        """With what a verdict compares: the other tally with its paper, or what is counted here."""
        if line.verdict == "cannot_tell":
            return ""
        params = dict(line.reason.params)
        if "one" not in params:
            return say(Message("tally.against_count", line.reason.params), self._language)
        own = (f"{line.claimed.done}/{line.claimed.total}", line.source.document)
        sides = [(params[name], params[f"{name}_document"]) for name in ("one", "other")]
        counts, paper = sides[1] if sides[0] == own else sides[0]
        rest = params.get("rest")
        code = "tally.against_subset" if rest is not None else "tally.against"
        return say(message(code, counts=counts, paper=paper, rest=rest or ""), self._language)

    def scenario(self, line: ScenarioLine) -> ScenarioRow:
        """A figure of a scenario."""
        language = self._language
        name, area = indicator_name(line.indicator, None, language), area_name(line.area, language)
        about = _joined((measure_name(line.measure, language), area if area != self._usual_area else ""))
        return ScenarioRow(
            scenario=word(f"scenario.{line.name}", language) if line.name else term("scenario.unnamed", language),
            name=name,
            brief=f"{short_name(name)} ({about})" if about else short_name(name),
            detail=_joined((measure_name(line.measure, language), area)),
            bound=bound(line.bound, language),
            period=period(line.period, language),
            note=self.notes.number(line.source),
        )

    def difference(self, line: DifferenceLine) -> DifferenceRow:
        """Statements that differ, paper by paper."""
        return difference_row(line, self.notes, self._language, self._usual_area)

    def recipients(self, lines: Iterable[DirectiveLine]) -> tuple[RecipientView, ...]:
        """Those with the most instructions first, those whose recipient is not known last."""
        lines = tuple(lines)
        many = Counter(line.recipient for line in lines)
        ordered = sorted(
            lines,
            key=lambda line: (
                line.recipient is None, -many[line.recipient], line.recipient or "", line.due or date.max,
            ),
        )  # fmt: skip
        return tuple(
            RecipientView(
                recipient=recipient or term("directive.no_recipient", self._language),
                directives=tuple(map(self._directive, group)),
            )
            for recipient, group in groupby(ordered, key=lambda line: line.recipient)
        )

    def _directive(self, line: DirectiveLine) -> DirectiveRow:
        language = self._language
        due = day(line.due, language) if line.due else period(line.deadline, language)
        return DirectiveRow(
            recipient=line.recipient or term("directive.no_recipient", language),
            task=line.task,
            kind=word(f"directive.{line.kind}", language),
            issuer=_joined((line.issuer or "", line.issuer_position or "")),
            due=due or term("directive.no_due", language),
            due_on=line.due,
            is_past=line.due is not None and self._as_of is not None and line.due < self._as_of,
            note=self.notes.number(line.source),
        )

    def value(self, line: ValueLine) -> ValueRow:
        """The value in use of a series and period."""
        language = self._language
        basis = word(f"price.{line.price_basis}", language) if line.price_basis else ""
        released = word(f"vintage.{line.vintage}", language) if line.vintage else word(f"role.{line.role}", language)
        return ValueRow(
            name=indicator_name(line.indicator, None, language),
            detail=_joined((measure_name(line.measure, language), area_name(line.area, language), basis, released)),
            period=period(line.period, language),
            value=amount(line.value, line.unit, language, line.value_high),
            others=len(line.rivals),
            note=self.notes.number(line.source),
        )


class Judged(Protocol):
    """What a target is ordered by."""

    @property
    def value(self) -> Decimal | None:
        """The latest value that stands."""

    @property
    def state(self) -> State:
        """Where the target stands."""


def need(line: Judged) -> tuple[bool, int]:
    """Targets with a value before those without one, and within them by state."""
    return line.value is None, _NEED.index(line.state)


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(filter(None, parts))
