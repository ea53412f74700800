"""A printed share beside a part and a whole: whether it is that share, rounded or cut behind its last digit."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Literal

Fit = Literal["rounded", "cut"]
_HUNDRED = Decimal(100)


def fit_of(printed: Decimal, part: Decimal, whole: Decimal, digits: int | None = None) -> Fit | None:
    """How a printed percentage fits a part of a whole; None where it does not.

    Args:
        printed: as printed.
        part: the part.
        whole: the whole; nothing has no share.
        digits: digits behind the comma as printed; those of `printed` where not given.
    """
    if whole <= 0:
        return None
    if digits is None:
        digits = max(-int(printed.as_tuple().exponent), 0)
    exact, step = part / whole * _HUNDRED, Decimal(1).scaleb(-digits)
    if exact.quantize(step, ROUND_HALF_UP) == printed:
        return "rounded"
    return "cut" if exact.quantize(step, ROUND_DOWN) == printed else None
