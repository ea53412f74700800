"""A number on the command line, as people write it in Viet Nam (`camket.resolve.written`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from camket.errors import UsageError

if TYPE_CHECKING:
    from decimal import Decimal


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
    from camket.resolve.written import written_amount

    found = written_amount(written)
    if found is None:
        raise UsageError("cli.not_a_number", value=written)
    return found
