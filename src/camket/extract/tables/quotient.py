"""Columns without a telling head whose cells are quotients of two others: shares of a plan, growth on another year."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import msgspec

from camket.extract.tables.cell import PERCENT, Cell, value_of, without_unit
from camket.extract.tables.head import Column
from camket.extract.tables.measure import INDEX_FROM
from camket.grammar.expression import expression

_NEAR = Decimal("0.6")
"""Points by which a quotient may be off, for the numbers that it is made of are rounded."""
_SHARE = expression(r"(?<!\w)(?:tỷ lệ|so sánh)$")
_ENOUGH, _ALL = 2, 100
_MOST = 0.9


def with_quotients(columns: tuple[Column, ...], rows: Sequence[tuple[Cell, ...]]) -> tuple[Column, ...]:
    """The columns; where no head says what else, percents that are results divided by plans are shares of the plan.

    Those that are the values of one year divided by the values of a year before are growth.
    """
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
    """The column as what it is by its numbers: a share of a plan or growth; as it stands where they tell neither."""
    levels = [(place, one) for place, one in enumerate(columns) if one.kind == "value" and one.measure is None]
    pairs = [(plan, result) for plan in levels for result in levels if at not in (plan[0], result[0])]
    for (plan, target), (result, reached) in pairs:
        if target.role == "target" and reached.role != "target" and _is_quotient(rows, plan, result, at):
            return msgspec.structs.replace(
                reached, measure="share_of_plan", unit=PERCENT, detail="", prices=None, reckoned=True
            )
    for (first, before), (last, after) in pairs:
        if not _is_before(before, after):
            continue
        rises = _is_quotient(rows, first, last, at, more=_ALL)
        if rises or (_is_quotient(rows, first, last, at) and _are_indices(rows, at)):
            return msgspec.structs.replace(
                after, measure="growth", base=before.when, unit=PERCENT, detail="", prices=None, rises=rises,
                reckoned=True,
            )  # fmt: skip
    return columns[at]


def _are_indices(rows: Sequence[tuple[Cell, ...]], at: int) -> bool:
    """Whether most values are as large as columns of growth are that have 100 for no change."""
    values = [value.value for row in rows if (value := value_of(row[at].low)) is not None]
    return sum(value >= INDEX_FROM for value in values) * 2 > len(values)


def _is_before(before: Column, after: Column) -> bool:
    """Whether the values of a column are of a year before those of another."""
    if before.when is None or after.when is None or before.when.year is None or after.when.year is None:
        return False
    return before.when.year < after.when.year


def _is_quotient(rows: Sequence[tuple[Cell, ...]], first: int, last: int, at: int, more: int = 0) -> bool:
    """Whether enough rows say in percent what the last column is of the first, or how much `more` than all of it."""
    told = [agrees for row in rows if (agrees := _agrees(row, first, last, at, more)) is not None]
    return len(told) >= _ENOUGH and sum(told) >= _MOST * len(told)


def _agrees(row: tuple[Cell, ...], first: int, last: int, at: int, more: int) -> bool | None:
    """Whether one value of a row divided by another is what the cell says; None where that cannot be told."""
    divisor, value, said = (value_of(row[place].low) for place in (first, last, at))
    if divisor is None or value is None or said is None or divisor.value == 0:
        return None
    return abs(value.value / divisor.value * _ALL - more - said.value) <= _NEAR
