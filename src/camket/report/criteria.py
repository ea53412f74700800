"""Sets of criteria in words: each criterion with its value, what is asked for, the gap, and what is not known."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from camket.model.criteria import CriteriaBoard, CriteriaSet, Criterion, CriterionLine, Fulfilled, Test
from camket.model.fact import Comparator
from camket.model.message import message
from camket.model.scoreboard import Bound
from camket.report.dates import day, period
from camket.report.naming import distance_text
from camket.report.numbers import amount, bound, number
from camket.report.view import Tone
from camket.report.wording import reason
from camket.words import Language, say, term

TONES: Mapping[Fulfilled, Tone] = {"pass": "good", "fail": "bad", "unknown": "quiet"}
_COMPARATORS: Mapping[Test, Comparator] = {"at_least": "ge", "above": "gt", "at_most": "le", "below": "lt"}


class CriterionRow(msgspec.Struct, frozen=True, kw_only=True):
    """A criterion as its table shows it; what does not apply is empty.

    Attributes:
        name: what it is called.
        remark: what a person should know of its bound, and how a value was worked out.
        state: passed, failed, not known, in a word.
        tone: the colour of the state.
        value: with its unit.
        when: what the value belongs to.
        source: where it stands, if in no paper.
        inputs: ids of the mentions that it rests on.
        bound: what is asked for.
        gap: from the bound to the value, with its sign.
        passes: when it is passed at today's pace.
        points: what it scores, where points count.
        reason: why, in words and numbers.
        indicator: catalogue id of what was measured, or is asked for.
    """

    name: str
    remark: str
    state: str
    tone: Tone
    value: str
    when: str
    source: str
    inputs: tuple[str, ...]
    bound: str
    gap: str
    passes: str
    points: str
    reason: str
    indicator: str


class CriteriaView(msgspec.Struct, frozen=True, kw_only=True):
    """A set as a page shows it: the whole, what must still be known, its criteria.

    `key` tells the sets of a page apart; `force` says since when, and until when, it is to be gone by.
    """

    key: str
    name: str
    force: str
    state: str
    tone: Tone
    reason: str
    asked: tuple[str, ...]
    has_points: bool
    rows: tuple[CriterionRow, ...]


def criteria_view(board: CriteriaBoard, asked: CriteriaSet, language: Language) -> CriteriaView:
    """How an area stands by a set, in words.

    Args:
        board: how it stands.
        asked: the set itself.
        language: of the words.
    """
    pairs = zip(asked.criteria, board.criteria, strict=True)
    return CriteriaView(
        key=asked.id,
        name=_name(asked, language),
        force=_force(asked, language),
        state=term(f"fulfilled.{board.state}", language),
        tone=TONES[board.state],
        reason=reason(board.reason, language),
        asked=tuple(name.vi if language == "vi" else name.en for name in board.asked),
        has_points=asked.combine == "points",
        rows=tuple(_row(criterion, line, language) for criterion, line in pairs),
    )


def _name(named: CriteriaSet | Criterion, language: Language) -> str:
    return named.name.vi if language == "vi" else named.name.en


def _force(asked: CriteriaSet, language: Language) -> str:
    first = day(asked.valid_from, language)
    if asked.valid_to is None:
        return say(message("criteria.force_since", paper=asked.paper, first=first), language)
    return say(message("criteria.force", paper=asked.paper, first=first, last=day(asked.valid_to, language)), language)


def _row(criterion: Criterion, line: CriterionLine, language: Language) -> CriterionRow:
    measured = line.value is not None and criterion.test not in ("one_of", "yes")
    return CriterionRow(
        name=_name(criterion, language),
        remark=_remark(criterion, line, language),
        state=term(f"fulfilled.{line.state}", language),
        tone=TONES[line.state],
        value=_value(line, measured=measured, language=language),
        when=period(line.value_period, language) if line.value_period else "",
        source=line.source.name if line.source is not None and not line.inputs else "",
        inputs=line.inputs,
        bound=_bound(criterion, line, language),
        gap=distance_text(line.gap, line.unit, language) if measured else "",
        passes=_passes(line, language),
        points=_points(line, language),
        reason=reason(line.reason, language, line.unit if measured else None),
        indicator=line.indicator or "",
    )


def _remark(criterion: Criterion, line: CriterionLine, language: Language) -> str:
    said = [term("criteria.unverified", language)] if criterion.confidence == "unverified" else []
    return " ".join((*said, *([reason(line.method, language)] if line.method is not None else [])))


def _value(line: CriterionLine, *, measured: bool, language: Language) -> str:
    if line.value is None:
        return ""
    return amount(line.value, line.unit, language) if measured else number(line.value, language)


def _bound(criterion: Criterion, line: CriterionLine, language: Language) -> str:
    if criterion.test == "not_found":
        return term("criteria.bound.not_found", language)
    if criterion.test == "yes":
        return term("answer.yes", language)
    if criterion.test == "one_of":
        return (criterion.asks.vi if language == "vi" else criterion.asks.en) if criterion.asks else ""
    if line.bound is None:
        return ""
    up = criterion.test in ("at_least", "above")
    asked = Bound(
        comparator=_COMPARATORS[criterion.test],
        low=line.bound if up else None,
        high=None if up else line.bound,
        low_closed=criterion.test == "at_least",
        high_closed=criterion.test == "at_most",
        unit=line.unit,
    )
    return bound(asked, language)


def _passes(line: CriterionLine, language: Language) -> str:
    if line.state != "fail":
        return ""
    if line.passes_in is None:
        return term("criteria.no_pace", language)
    return say(message("criteria.passes_in", year=line.passes_in), language)


def _points(line: CriterionLine, language: Language) -> str:
    least, most = line.points_least, line.points_most
    if least is None or most is None:
        return ""
    return number(least, language) if least == most else f"{number(least, language)}-{number(most, language)}"
