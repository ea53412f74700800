"""From the records of a scoreboard to what is shown of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from camket.model.message import message
from camket.model.period import parse_period
from camket.model.plan import PlanKind
from camket.model.scoreboard import DifferenceLine, PlanBoard, Scoreboard, TargetLine
from camket.report.dates import day
from camket.report.findings import finding_groups
from camket.report.indices import index_rows
from camket.report.method import method
from camket.report.notes import Notes
from camket.report.results import main_results, usual_area
from camket.report.rows import TONES, Rows
from camket.report.view import BoardView, PlanView, Tile
from camket.words import Language, say, term

_SMALL = 3  # targets: a plan with fewer and without a tally needs no table of its own
_KINDS: tuple[PlanKind, ...] = ("congress", "yearly", "programme", "emulation", "horizon")


def build_view(
    board: Scoreboard,
    texts: Mapping[str, str],
    language: Language = "vi",
    *,
    names: Mapping[str, str] = MappingProxyType({}),
    own_words: Mapping[str, str] = MappingProxyType({}),
) -> BoardView:
    """What a scoreboard shows.

    Args:
        board: the scoreboard.
        texts: the text of each document by its id, for the sentence around a quote; a missing one shows the bare quote.
        language: of names, numbers and sentences; quotes stay as they are.
        names: what each file is called, by its path; of others no more than the last part of the path is shown.
        own_words: the papers' words for indicators that the catalogue does not have.
    """
    usual = usual_area(board, language)
    rows = Rows(Notes(texts, language), language, board.as_of, usual)
    ordered = sorted(board.plans, key=newest_first)
    plans = tuple(rows.plan(plan, counts(plan.targets, language)) for plan in ordered if not _is_small(plan))
    others = _others(rows, [plan for plan in ordered if _is_small(plan)], language)
    results = main_results(board, usual, rows.notes, language)
    indices = index_rows(board.indices, usual, rows.notes, language)
    scenarios = tuple(map(rows.scenario, board.scenarios))
    contradictions = tuple(map(rows.difference, board.contradictions))
    compatible = tuple(map(rows.difference, sorted(board.compatible, key=likeness)))
    recipients = rows.recipients(board.directives)
    values = tuple(map(rows.value, board.values))
    all_targets = [line for plan in board.plans for line in plan.targets]
    total = Tile(label=term("board.targets", language), count=len(all_targets), tone="quiet", state=None)
    return BoardView(
        language=language,
        title=term("board.title", language),
        day=day(board.as_of, language) if board.as_of else "",
        as_of=say(message("board.as_of", day=day(board.as_of, language)), language) if board.as_of else "",
        usual_area=usual,
        tiles=(total, *counts(all_targets, language)),
        plans=plans,
        others=others,
        results=results,
        indices=indices,
        scenarios=scenarios,
        contradictions=contradictions,
        compatible=compatible,
        recipients=recipients,
        values=values,
        findings=finding_groups(board.findings, language, texts=texts, names=names, words=own_words),
        method=method(language),
        notes=rows.notes.all(),
    )


def likeness(line: DifferenceLine) -> int:
    """How unlike a contradiction a difference is: claims that look alike first, parts of one whole last."""
    if line.reason.code == "assess.tally_parts":
        return 2
    return 0 if line.kind in ("tallies", "progress") else 1


def newest_first(plan: PlanBoard) -> tuple[int, int, str]:
    """The order in which plans are listed: by kind, the latest first."""
    period = parse_period(plan.period) if plan.period else None
    return _KINDS.index(plan.kind), -(period.last if period is not None else date.min).toordinal(), plan.id


def _is_small(plan: PlanBoard) -> bool:
    return len(plan.targets) < _SMALL and not plan.tallies


def _others(rows: Rows, plans: Iterable[PlanBoard], language: Language) -> PlanView | None:
    """One table for the targets of small plans, each with its plan; None where there are none."""
    plans = tuple(plan for plan in plans if plan.targets or plan.replaced)
    if not plans:
        return None
    return PlanView(
        title=term("board.others", language),
        detail=term("board.others.detail", language),
        counts=counts([line for plan in plans for line in plan.targets], language),
        targets=rows.targets_of(plans),
        gone=rows.gone_of(plans),
    )


def counts(lines: Iterable[TargetLine], language: Language) -> tuple[Tile, ...]:
    """How many are in each state, states without any left out."""
    states = Counter(line.state for line in lines)
    return tuple(
        Tile(label=term(f"state.{state}", language), count=states[state], tone=tone, state=state)
        for state, tone in TONES.items()
        if states[state]
    )
