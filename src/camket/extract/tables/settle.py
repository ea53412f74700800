"""The times and roles that columns take from each other and from what stands around the table."""

from __future__ import annotations

import msgspec

from camket.extract.tables.cell import PERCENT
from camket.extract.tables.head import Column
from camket.extract.tables.time import is_whole_year, joined, lacks_year
from camket.grammar.expression import expression
from camket.rules.period.item import When

_OF_THE_YEAR = expression(r"(?<!\w)(?:cả )?năm(?: nay)?(?: \([^()]*\))?$")
"""A plan that is the year's, whatever months the results are of: `KH năm`."""
_INDEXED = expression(
    r"chỉ số [^:]*(?<!\w)so với(?!\w)|chỉ số sản xuất công nghiệp"
    r"|(?:năm|quý|tháng|kỳ) (?:trước|gốc) ?(?:\(?\d{4}\)? ?)?= ?100(?!\d)"
)
"""A caption that sets all values of a table against an earlier time."""
_SHARES = expression(r"^cơ cấu(?: -)? ?(?:structure )?\(?%\)?$")
_STEP = expression(r"(?<!\w)(?:so với|so|với) (?:tháng|quý) trước(?!\w)")


def settle_times(columns: tuple[Column, ...], around: When | None) -> tuple[Column, ...]:
    """The columns with the times that they take from each other and from what stands `around` the table."""
    dated = [_dated(column, around) for column in columns]
    settled = [_beside(column, _neighbour(dated, place) or around) for place, column in enumerate(dated)]
    leant = [_leant(settled, place, around) for place in range(len(settled))]
    return tuple(_measured(leant, place) for place in range(len(leant)))


def _measured(columns: list[Column], place: int) -> Column:
    """A column of differences without a unit has that of the values to its left."""
    column = columns[place]
    if column.measure != "change" or column.unit is not None:
        return column
    left = (one.unit for one in reversed(columns[:place]) if one.kind == "value" and one.measure is None)
    return msgspec.structs.replace(column, unit=next(left, None))


def turns(text: str) -> bool:
    """Whether a line inside a table says that the rows below are set against another time, or are shares."""
    return _INDEXED.search(text) is not None or _SHARES.match(text) is not None


def set_against(columns: tuple[Column, ...], caption: str) -> tuple[Column, ...]:
    """The columns; those that measure nothing of their own are growth where the caption compares all values.

    Where the line above gives a structure in percent they are shares.
    """
    words = " ".join(caption.split())
    if _SHARES.search(words):
        return tuple(
            msgspec.structs.replace(one, share=True, unit=PERCENT) if _may_compare(one) else one for one in columns
        )
    if _INDEXED.search(words) is None:
        return columns
    return tuple(
        msgspec.structs.replace(one, measure="growth", unit=PERCENT) if _may_compare(one) else one for one in columns
    )


def _may_compare(column: Column) -> bool:
    return column.kind == "value" and column.measure is None and not column.share and column.unit in (None, PERCENT)


def _neighbour(columns: list[Column], place: int) -> When | None:
    """The time of the nearest column of results, to the left before to the right."""
    ordered = [*reversed(columns[:place]), *columns[place + 1 :]]
    return next((one.when for one in ordered if _has_time(one) and one.role != "target"), None)


def _has_time(column: Column) -> bool:
    return column.kind == "value" and column.when is not None and not column.same and column.measure in (None, "rank")


def _dated(column: Column, around: When | None) -> Column:
    """A month, a quarter or the whole of a year that is not named take that of the caption."""
    if column.when is not None and column.when.word == "year" and around is not None and around.year is not None:
        return msgspec.structs.replace(column, when=When(year=around.year))
    if column.when is None and column.role == "target" and around is not None and _OF_THE_YEAR.search(column.text):
        return msgspec.structs.replace(column, when=When(year=around.year))
    if column.when is None or not lacks_year(column.when) or column.same:
        return column
    return msgspec.structs.replace(column, when=joined(column.when, around))


def _beside(column: Column, when: When | None) -> Column:
    """`cùng kỳ` and `lũy kế` are told from the time `when` of the column of results beside them."""
    if when is None or column.kind != "value":
        return column
    if column.same:
        year = column.when.year if column.when is not None else when.year - 1 if when.year is not None else None
        shift = -1 if year is None else 0
        return msgspec.structs.replace(column, when=msgspec.structs.replace(when, year=year, shift=shift))
    runs = when.month is not None and when.last_month is None and when.month > 1 and when.day is None
    if column.total and column.when is None and runs:
        return msgspec.structs.replace(column, when=msgspec.structs.replace(when, month=1, last_month=when.month))
    return column


def _leant(columns: list[Column], place: int, around: When | None) -> Column:
    """A column of comparison without a time of its own takes that of the results to its left, with their role."""
    column = columns[place]
    if column.kind != "value" or (column.when is not None and column.role is not None):
        return column
    if column.measure in ("growth", "share_of_plan", "change"):
        left = [
            one
            for one in reversed(columns[:place])
            if _has_time(one) or (one.kind == "value" and one.role and not one.measure and not one.same)
        ]
        fitting = [one for one in left if _lends(one, column) and not _too_long(one, column)]
        if fitting:
            own = max(fitting, key=_latest)
            column = msgspec.structs.replace(column, when=column.when or own.when, role=column.role or own.role)
    if column.when is not None or column.same:
        return column
    return msgspec.structs.replace(column, when=_year_of(around) if column.role == "target" else around)


def _year_of(around: When | None) -> When | None:
    """The time of a plan without one, under a caption that tells up to which day was counted: the year of that day."""
    counted = around is not None and around.day is not None and around.year is not None
    return When(year=around.year) if around is not None and counted else around


def _latest(column: Column) -> int:
    """What is compared is the later of two years; of equals the first is taken."""
    return 0 if column.when is None else column.when.high_year or column.when.year or 0


def _too_long(left: Column, column: Column) -> bool:
    """Whether a column is of more than one month, so that nothing set against the month before is said of it."""
    return _STEP.search(column.text) is not None and left.when is not None and left.when.last_month is not None


def _lends(left: Column, column: Column) -> bool:
    """Whether a column to the left is what a comparison is made of: results, never a plan, of its own role and time."""
    if column.role is not None:
        return left.role == column.role
    if column.base is not None and column.base.year is not None and column.when is None and left.when is not None:
        return left.when.year != column.base.year  # set against 2023, what is compared is of another year
    if column.when is not None and left.when is not None:
        return left.role != "target" and (column.when == left.when or _ends_with(column.when, left.when))
    return left.role != "target"


def _ends_with(span: When, year: When) -> bool:
    """Whether a span of years ends with a year: what grew on average up to an estimate is one."""
    return span.high_year is not None and is_whole_year(year) and span.high_year == year.year
