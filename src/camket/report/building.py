"""From the records of a scoreboard to what is shown of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby

from camket.findings import Finding
from camket.model.message import Message, message
from camket.model.scoreboard import (
    DifferenceLine,
    DirectiveLine,
    PlanBoard,
    ScenarioLine,
    Scoreboard,
    State,
    TallyLine,
    TargetLine,
    ValueLine,
    Verdict,
)
from camket.report.dates import day, period
from camket.report.naming import area_name, distance_text, indicator_name, measure_name, word
from camket.report.notes import Notes
from camket.report.numbers import amount, bound
from camket.report.view import (
    BoardView,
    DifferenceRow,
    DirectiveRow,
    FindingGroup,
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

_TONES: Mapping[State, Tone] = {
    "exceeded": "good",
    "met": "good",
    "on_track": "good",
    "nearly_met": "fair",
    "at_risk": "warn",
    "off_track": "bad",
    "missed": "bad",
    "no_data": "quiet",
    "unclear": "quiet",
    "not_measurable": "quiet",
    "qualitative": "quiet",
}
_VERDICTS: Mapping[Verdict, Tone] = {"compatible": "good", "contradicting": "bad", "cannot_tell": "quiet"}
_LEVELS: Mapping[str, Tone] = {"error": "bad", "warning": "warn", "info": "quiet"}


def build_view(board: Scoreboard, texts: Mapping[str, str], language: Language = "vi") -> BoardView:
    """What a scoreboard shows.

    Args:
        board: the scoreboard.
        texts: the text of each document by its id, for the sentence around a quote; a missing one shows the bare quote.
        language: of names, numbers and sentences; quotes stay as they are.
    """
    build = _Building(Notes(texts, language), language)
    plans = tuple(map(build.plan, board.plans))
    scenarios = tuple(map(build.scenario, board.scenarios))
    contradictions = tuple(map(build.difference, board.contradictions))
    compatible = tuple(map(build.difference, board.compatible))
    recipients = build.recipients(board.directives)
    values = tuple(map(build.value, board.values))
    return BoardView(
        language=language,
        title=term("board.title", language),
        as_of=say(message("board.as_of", day=day(board.as_of, language)), language) if board.as_of else "",
        tiles=_tiles(board, language),
        plans=plans,
        scenarios=scenarios,
        contradictions=contradictions,
        compatible=compatible,
        recipients=recipients,
        values=values,
        findings=_findings(board.findings, language),
        notes=build.notes.all(),
    )


class _Building:
    """Words one line after another; the notes are numbered on the way."""

    def __init__(self, notes: Notes, language: Language) -> None:
        self.notes = notes
        self._language = language

    def plan(self, board: PlanBoard) -> PlanView:
        language = self._language
        kind = word(f"plan.{board.kind}", language)
        detail = _joined((kind, area_name(board.area), period(board.period, language)))
        return PlanView(
            title=board.title or detail[:1].upper() + detail[1:],
            detail=detail if board.title else "",
            targets=tuple(self._target(line, board.area) for line in board.targets),
            tallies=tuple(map(self._tally, board.tallies)),
        )

    def _target(self, line: TargetLine, plan_area: str) -> TargetRow:
        language = self._language
        elsewhere = "" if line.area == plan_area else area_name(line.area)
        bound_note = self.notes.number(line.source)
        return TargetRow(
            name=indicator_name(line.indicator, line.indicator_text, language),
            detail=_joined((measure_name(line.measure, language), elsewhere)),
            bound=bound(line.bound, language),
            bound_note=bound_note,
            due=day(line.due, language) if line.due else "",
            value=amount(line.value, line.bound.unit, language) if line.value is not None else "",
            value_detail=self._value_detail(line),
            value_note=self.notes.number(line.value_source) if line.value_source else None,
            state=line.state,
            state_text=term(f"state.{line.state}", language),
            tone=_TONES[line.state],
            distance=distance_text(line.distance, line.bound.unit, language),
            reason=self._reason(line),
        )

    def _reason(self, line: TargetLine) -> str:
        name = indicator_name(line.indicator, line.indicator_text, self._language)
        said = reason(_with(line.reason, indicator=name), self._language, line.bound.unit)
        worked_out = line.method is not None and line.value_role in ("mean", "sum")
        return f"{said} {reason(line.method, self._language)}" if worked_out and line.method else said

    def _value_detail(self, line: TargetLine) -> str:
        role = word(f"role.{line.value_role}", self._language) if line.value_role not in (None, "actual") else ""
        return _joined((period(line.value_period, self._language), role))

    def _tally(self, line: TallyLine) -> TallyRow:
        language = self._language
        claimed = line.claimed
        counted = message("tally.counted", **{name: getattr(line.counted, name) for name in _COUNTED})
        return TallyRow(
            claimed=f"{claimed.done}/{claimed.total} {word(f'tally.{claimed.state}', language)}",
            of=claimed.of or "",
            counted=say(counted, language),
            verdict=line.verdict,
            verdict_text=term(f"verdict.{line.verdict}", language),
            tone=_VERDICTS[line.verdict],
            reason=reason(line.reason, language),
            note=self.notes.number(line.source),
        )

    def scenario(self, line: ScenarioLine) -> ScenarioRow:
        language = self._language
        return ScenarioRow(
            scenario=word(f"scenario.{line.name}", language) if line.name else term("scenario.unnamed", language),
            name=indicator_name(line.indicator, None, language),
            detail=_joined((measure_name(line.measure, language), area_name(line.area))),
            bound=bound(line.bound, language),
            period=period(line.period, language),
            note=self.notes.number(line.source),
        )

    def difference(self, line: DifferenceLine) -> DifferenceRow:
        """A difference; where its reason names numbers the papers' own words stand for them, with their units."""
        quotes = tuple((source.quote or source.title or source.document) for source in line.sources)
        said = line.reason
        if quotes:
            said = _with(said, values="; ".join(dict.fromkeys(quotes)), first=quotes[0], last=quotes[-1])
        return DifferenceRow(
            kind=term(f"difference.{line.kind}", self._language),
            reason=reason(said, self._language),
            quotes=tuple(zip(quotes, map(self.notes.number, line.sources), strict=True)),
        )

    def recipients(self, lines: Iterable[DirectiveLine]) -> tuple[RecipientView, ...]:
        """Those with a known recipient first, in the order of their names."""
        ordered = sorted(lines, key=lambda line: (line.recipient is None, line.recipient or "", line.due or date.max))
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
            task=line.task,
            kind=word(f"directive.{line.kind}", language),
            issuer=_joined((line.issuer or "", line.issuer_position or "")),
            due=due or term("directive.no_due", language),
            note=self.notes.number(line.source),
        )

    def value(self, line: ValueLine) -> ValueRow:
        language = self._language
        basis = word(f"price.{line.price_basis}", language) if line.price_basis else ""
        released = word(f"vintage.{line.vintage}", language) if line.vintage else word(f"role.{line.role}", language)
        return ValueRow(
            name=indicator_name(line.indicator, None, language),
            detail=_joined((measure_name(line.measure, language), area_name(line.area), basis, released)),
            period=period(line.period, language),
            value=amount(line.value, line.unit, language, line.value_high),
            others=len(line.rivals),
            note=self.notes.number(line.source),
        )


_COUNTED = ("met", "exceeded", "missed", "unknown")


def _with(said: Message, **words: str) -> Message:
    """The message with some of its parameters, if it has them, in other words."""
    return Message(said.code, tuple((name, words.get(name, value)) for name, value in said.params))


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(filter(None, parts))


def _tiles(board: Scoreboard, language: Language) -> tuple[Tile, ...]:
    states = Counter(line.state for plan in board.plans for line in plan.targets)
    tiles = [Tile(label=term("board.targets", language), count=states.total(), tone="quiet")]
    for state, tone in _TONES.items():
        if states[state]:
            tiles.append(Tile(label=term(f"state.{state}", language), count=states[state], tone=tone))
    return tuple(tiles)


def _findings(findings: Iterable[Finding], language: Language) -> tuple[FindingGroup, ...]:
    order = list(_LEVELS)
    ordered = sorted(findings, key=lambda each: (order.index(each.level), each.message.code))
    return tuple(
        FindingGroup(
            level=term(f"level.{level}", language),
            tone=_LEVELS[level],
            lines=tuple(finding_line(each, language) for each in group),
        )
        for (level, _), group in groupby(ordered, key=lambda each: (each.level, each.message.code))
    )


def finding_line(finding: Finding, language: Language) -> str:
    """One finding as a sentence, with its place in front where it has one."""
    said = say(finding.message, language)
    where = finding.where or ""
    if finding.start is not None and finding.end is not None:
        where = f"{where}:{finding.start}-{finding.end}".lstrip(":")
    return f"{where}: {said}" if where and where not in said else said
