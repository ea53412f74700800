"""A number as people write it into a form or on a command line: `9,5`, `5.852`, `38.000.000,5`; `9.5` too."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from camket import catalogue
from camket.grammar.expression import expression
from camket.grammar.fold import fold

_GROUPED = expression(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_PLAIN = expression(r"-?[0-9]{1,30}(?:[.,][0-9]{1,30})?")
_SIZED = expression(r"(?P<number>-?[0-9.,]+)\s*(?P<size>[^\W\d_][^\d]*)")


def written_number(written: str) -> Decimal | None:
    """The number that is meant; None where it is none. Points before groups of three are thousands."""
    if _GROUPED.fullmatch(written):
        return Decimal(written.replace(".", "").replace(",", "."))
    if _PLAIN.fullmatch(written):
        return Decimal(written.replace(",", "."))
    return None


def written_amount(written: str) -> Decimal | None:
    """The same where a word of size may stand behind the number: `66.000 tỷ`, `522,5 nghìn tỷ`."""
    sized = _SIZED.fullmatch(written.strip())
    if sized is None:
        return written_number(written)
    number, factor = written_number(sized["number"]), _sizes().get(fold(sized["size"]).strip())
    return number * factor if number is not None and factor is not None else None


@cache
def _sizes() -> dict[str, Decimal]:
    known = (each for each in catalogue.load_magnitudes() if each.unit is None)
    return {fold(name): each.factor for each in known for name in each.names}
