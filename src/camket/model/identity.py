"""What must hold between indicators of one area and time: a total and its parts."""

from __future__ import annotations

import msgspec

from camket.model.fact import Measure


class Identity(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A total and its parts.

    Attributes:
        total: the indicator of the total; None where the total is the whole of a share, 100 %.
        plus: indicators that are added.
        minus: indicators that are taken off.
        open: whether there may be parts that are not named here, so that the parts may be less than the total.
        measure: as in facts.
        note: what a person should know before using it.
    """

    total: str | None
    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()
    open: bool = False
    measure: Measure = "level"
    note: str | None = None
