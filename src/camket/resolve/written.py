"""A number as people write it into a form or on a command line: `9,5`, `5.852`, `38.000.000,5`; `9.5` too."""

from __future__ import annotations

import re
from decimal import Decimal

_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_PLAIN = re.compile(r"-?[0-9]{1,30}(?:[.,][0-9]{1,30})?")


def written_number(written: str) -> Decimal | None:
    """The number that is meant; None where it is none. Points before groups of three are thousands."""
    if _GROUPED.fullmatch(written):
        return Decimal(written.replace(".", "").replace(",", "."))
    if _PLAIN.fullmatch(written):
        return Decimal(written.replace(",", "."))
    return None
