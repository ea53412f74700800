"""Columns without a telling head whose cells are the quotients of a plan and a result: shares of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import msgspec

from camket.extract.tables.cell import PERCENT, Cell, value_of, without_unit
from camket.extract.tables.head import Column
from camket.grammar.expression import expression

_NEAR = Decimal("0.6")
"""Points by which a quotient may be off, for the numbers that it is made of are rounded."""
_SHARE = expression(r"(?<!\w)(?:tỷ lệ|so sánh)$")
_ENOUGH = 2
_MOST = 0.9


def with_quotients(columns: tuple[Column, ...], rows: Sequence[tuple[Cell, ...]]) -> tuple[Column, ...]:
    """The columns; percents that are results divided by plans are shares of the plan, where no head says what else."""
    return tuple(
        _reckoned(columns, rows, at) if _is_bare(column) or _may_be(column, rows, at) else column
        for at, column in enumerate(columns)
    )


def _is_bare(column: Column) -> bool:
    """Whether the last line of a head says no more than `Tỷ lệ (%)`, `So sánh`."""
    says = without_unit(column.text).strip(" %")
    return column.kind in ("value", "note") and column.measure is None and (not says or _SHARE.search(says) is not None)


def _may_be(column: Column, rows: Sequence[tuple[Cell, ...]], at: int) -> bool:
    """Whether a column that its head makes a note holds percents."""
    return (
        column.kind == "note"
        and sum(row[at].low.endswith("%") and value_of(row[at].low) is not None for row in rows) >= _ENOUGH
    )


def _reckoned(columns: tuple[Column, ...], rows: Sequence[tuple[Cell, ...]], at: int) -> Column:
    """The column as a share of the plan, where some plan and some result of the table make it one."""
    levels = [(place, one) for place, one in enumerate(columns) if one.kind == "value" and one.measure is None]
    for plan, target in levels:
        for result, reached in levels:
            if target.role != "target" or reached.role == "target" or at in (plan, result):
                continue
            told = [quotient for row in rows if (quotient := _agrees(row, plan, result, at)) is not None]
            if len(told) >= _ENOUGH and sum(told) >= _MOST * len(told):
                return msgspec.structs.replace(
                    reached, measure="share_of_plan", unit=PERCENT, detail="", prices=None, reckoned=True
                )
    return columns[at]


def _agrees(row: tuple[Cell, ...], plan: int, result: int, at: int) -> bool | None:
    """Whether a row's result divided by its plan is what the cell says; None where that cannot be told."""
    planned, reached, said = (value_of(row[place].low) for place in (plan, result, at))
    if planned is None or reached is None or said is None or planned.value == 0:
        return None
    return abs(reached.value / planned.value * 100 - said.value) <= _NEAR
