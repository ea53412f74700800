"""A number on the command line, as people write it in Viet Nam: `9,5`, `5.852`, `38.000.000,5`; `9.5` too."""

from __future__ import annotations

import re
from decimal import Decimal

import click

from camket.errors import UsageError

_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_PLAIN = re.compile(r"-?[0-9]{1,30}(?:[.,][0-9]{1,30})?")


def to_number(_context: click.Context, _parameter: click.Parameter, written: str | None) -> Decimal | None:
    """The number of an argument or option; for its `callback=`. Points before groups of three are thousands.

    Raises:
        UsageError: it is no number.
    """
    return _number(written) if written is not None else None


def to_numbers(_context: click.Context, _parameter: click.Parameter, written: tuple[str, ...]) -> tuple[Decimal, ...]:
    """The numbers of an option that may be given several times.

    Raises:
        UsageError: one of them is no number.
    """
    return tuple(map(_number, written))


def _number(written: str) -> Decimal:
    if _GROUPED.fullmatch(written):
        return Decimal(written.replace(".", "").replace(",", "."))
    if _PLAIN.fullmatch(written):
        return Decimal(written.replace(",", "."))
    raise UsageError("cli.not_a_number", value=written)
