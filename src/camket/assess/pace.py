"""Before the due: the pace had beside the pace needed, and how likely arriving is where a forecast tells."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import msgspec

from camket.assess.case import Case, Judged, percent, rounded, told
from camket.assess.composite import breaks
from camket.assess.readings import Point
from camket.assess.thresholds import THRESHOLDS
from camket.model.scoreboard import Pace, PaceUnit, State
from camket.rules.numeral.item import show

_DIGITS = Decimal("0.01")
_YEAR = Decimal("365.25")


def by_pace(
    case: Case, point: Point, had: Decimal, needed: Decimal, *, per: PaceUnit, points: Sequence[Point] = ()
) -> Judged:
    """On track, at risk or off track: by the probability of arriving, else by the ratio of the two paces.

    Args:
        case: the target.
        point: its latest value.
        had: in the unit of the target, with the sign in which more is better.
        needed: likewise.
        per: what they are counted over; `day` is told as a year.
        points: what a forecast may go by, the oldest first.
    """
    ratio = had / needed if needed > 0 else THRESHOLDS.on_track
    probability = _probability(case, points)
    pace = _pace(had, needed, per, ratio, probability)
    if probability is not None:
        state = _by(probability, THRESHOLDS.likely, THRESHOLDS.possible)
        lines = {"likely": percent(THRESHOLDS.likely), "possible": percent(THRESHOLDS.possible)}
        said = told(case, point, state, "assess.outlook", pace=pace, probability=percent(probability), **lines)
        return msgspec.structs.replace(said, asked=tuple(points))
    return told(
        case,
        point,
        _by(ratio, THRESHOLDS.on_track, THRESHOLDS.at_risk),
        "assess.pace",
        pace=pace,
        ratio=show(ratio.quantize(_DIGITS)),
        on_track=show(THRESHOLDS.on_track),
        at_risk=show(THRESHOLDS.at_risk),
    )


def _by(share: Decimal, good: Decimal, fair: Decimal) -> State:
    if share >= good:
        return "on_track"
    return "at_risk" if share >= fair else "off_track"


def _probability(case: Case, points: Sequence[Point]) -> Decimal | None:
    if case.outlook is None or case.target.due is None or not points:
        return None
    anew = max(breaks(case.indicator.id), default=0)  # scores of an index that was made anew are not carried on
    own = [point for point in points if point.period.last.year >= anew]
    return case.outlook(own, case.goal, case.target.due)


def _pace(had: Decimal, needed: Decimal, per: PaceUnit, ratio: Decimal, probability: Decimal | None) -> Pace:
    factor = _YEAR if per == "day" else Decimal(1)
    return Pace(
        had=rounded(had * factor),
        needed=rounded(needed * factor),
        per="year" if per == "day" else per,
        ratio=ratio.quantize(_DIGITS),
        probability=probability,
    )
