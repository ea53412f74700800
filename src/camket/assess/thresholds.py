"""Where the lines between states are drawn. Ours: no rule of the state draws them, so each result prints its own."""

from __future__ import annotations

from decimal import Decimal
from importlib import resources

import msgspec

from camket import plain_yaml
from camket.typed import typed


class Thresholds(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The lines, as `thresholds.yaml` beside this module draws them.

    Attributes:
        nearly: from which part of the way a target that is not reached is nearly met.
        on_track: from which ratio of pace had to pace needed a target is on track.
        at_risk: from which it is at risk; below, it is off track.
        likely: from which probability of arriving it is on track, where a forecast gives one.
        possible: from which it is at risk; below, it is off track.
        same_time_days: within how many days two claims speak of one state of affairs.
        jump: how many usual yearly steps away from its own series a value is looked at.
        least_for_jump: how many yearly values a series must have for that.
        parts_gap: the part of a total by which its parts may miss it and still be taken for all of its parts.
    """

    nearly: Decimal
    on_track: Decimal
    at_risk: Decimal
    likely: Decimal
    possible: Decimal
    same_time_days: int
    jump: Decimal
    least_for_jump: int
    parts_gap: Decimal


def _load() -> Thresholds:
    text = resources.files("camket.assess").joinpath("thresholds.yaml").read_text(encoding="utf-8")
    return msgspec.convert(plain_yaml.load(text), typed(Thresholds))


THRESHOLDS = _load()
