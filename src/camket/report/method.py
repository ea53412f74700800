"""How states are found, in words, with the thresholds that are in force."""

from __future__ import annotations

from decimal import Decimal

from camket.assess.thresholds import THRESHOLDS
from camket.model.message import message
from camket.report.numbers import number
from camket.words import Language, say


def method(language: Language) -> tuple[str, ...]:
    """The sentences of the part on method, in the order in which a reader asks."""
    nearly = number((THRESHOLDS.nearly * 100).quantize(Decimal(1)), language)
    on_track, at_risk = number(THRESHOLDS.on_track, language), number(THRESHOLDS.at_risk, language)
    said = (
        message("method.due"),
        message("method.nearly", nearly=nearly),
        message("method.pace", on_track=on_track, at_risk=at_risk),
        message("method.old_value"),
        message("method.agree"),
        message("method.tallies", days=THRESHOLDS.same_time_days),
        message("method.directives"),
        message("method.thresholds"),
        message("method.worked_out"),
        message("method.likely"),
    )
    return tuple(say(each, language) for each in said)
