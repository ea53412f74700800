"""All that differs on one board, ranked: what contradicts, and what only looks as if it did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from camket.assess import cited, conflicts, parts, shares, tallies
from camket.assess.readings import Values
from camket.model.extraction import Extraction
from camket.model.message import Message
from camket.model.plan import Plan
from camket.model.scoreboard import Difference, DifferenceLine, PlanBoard, TallyLine, Verdict
from camket.model.series import Source, Statement

_RANK: tuple[Difference, ...] = (
    "claim", "tallies", "targets", "parts", "same_document", "sources", "share", "reference",
)  # fmt: skip
"""Contradictions in the order in which a reader should look: what is claimed of a plan, what a paper says against
itself, what papers say against each other, what is about the form of a paper."""


class Differing(NamedTuple):
    """Lines of two verdicts; contradictions by kind, then the surest reading first."""

    contradicting: tuple[DifferenceLine, ...]
    compatible: tuple[DifferenceLine, ...]


def differing(
    extractions: Sequence[Extraction],
    statements: Sequence[Statement],
    values: Values,
    plans: Sequence[Plan],
    boards: Iterable[PlanBoard],
) -> Differing:
    """Everything that differs.

    Args:
        extractions: the papers.
        statements: their figures in place, and those of no paper.
        values: the actuals that stand.
        plans: with their targets gathered.
        boards: the same plans judged.
    """
    found: list[tuple[Verdict, DifferenceLine]] = list(conflicts.differences(values))
    for plan in plans:
        found += conflicts.target_differences(plan)
        found += parts.target_parts(plan)
        found += tallies.differences(plan)
    found += parts.differences(extractions, statements)
    found += shares.differences(extractions)
    found += cited.differences(extractions)
    found += (("contradicting", line) for board in boards for line in _claims(board))
    contradicting = [line for verdict, line in found if verdict == "contradicting"]
    return Differing(
        tuple(sorted(contradicting, key=lambda line: (_RANK.index(line.kind), -line.confidence))),
        tuple(line for verdict, line in found if verdict == "compatible"),
    )


def _claims(board: PlanBoard) -> Iterator[DifferenceLine]:
    """What papers claim of a plan and its targets, counted here, do not bear out."""
    for tally in board.tallies:
        if tally.verdict == "contradicting" and tally.reason.code in (tallies.AGAINST_COUNT, tallies.AGAINST_EXACT):
            yield _claim(board, tally)


def _claim(board: PlanBoard, tally: TallyLine) -> DifferenceLine:
    """The claim, then the targets that speak against it: those not reached, or reached where too few are claimed."""
    params = dict(tally.reason.params)
    counted = board.counted
    against: tuple[str, ...] = ()
    if counted is not None:
        too_many = tally.claimed.done > int(params["high"])
        against = (
            counted.missed if too_many == (tally.claimed.counts != "failed") else (*counted.met, *counted.exceeded)
        )
    sources: dict[str, Source] = {line.statement: line.source for line in board.targets}
    told = tuple(id_ for id_ in against if id_ in sources)
    about = (("area", board.area), ("period", board.period or ""))
    return DifferenceLine(
        kind="claim",
        statements=(tally.statement, *told),
        reason=Message(tally.reason.code, (*tally.reason.params, *about)),
        sources=(tally.source, *(sources[id_] for id_ in told)),
    )
