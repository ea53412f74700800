"""Where the lines between states are drawn. Ours: no rule of the state draws them, so each result prints its own."""

from __future__ import annotations

from decimal import Decimal

import msgspec


class Thresholds(msgspec.Struct, frozen=True, kw_only=True):
    """The lines.

    Attributes:
        nearly: from which part of the way a target that is not reached is nearly met.
        on_track: from which ratio of pace had to pace needed a target is on track.
        at_risk: from which it is at risk; below, it is off track.
        same_time_days: within how many days two claims speak of one state of affairs.
    """

    nearly: Decimal
    on_track: Decimal
    at_risk: Decimal
    same_time_days: int


THRESHOLDS = Thresholds(nearly=Decimal("0.95"), on_track=Decimal(1), at_risk=Decimal("0.8"), same_time_days=31)
