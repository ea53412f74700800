"""What the columns of a table of projects hold: whose plan, money disbursed until when, carried over or not."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from camket.extract.tables.cell import Measured, unit_in, unit_of
from camket.grammar.fold import fold
from camket.model.investment import PeriodBasis, PlanGiver
from camket.model.message import Message, message
from camket.work.cells import Table
from camket.work.columns import ColumnWords, Head, column_words, fields_of, head_of, tells
from camket.work.investment import closing_day

MoneyKind = Literal["planned", "disbursed", "month", "share"]
_DAY = re.compile(r"(?<![\d/])(?P<day>[0-3]?\d)[/.-](?P<month>1[0-2]|0?[1-9])(?:[/.-](?P<year>20\d\d))?(?![\d/])")
_MONTH = re.compile(
    r"(?<!\w)(?:tháng|t) ?(?P<month>1[0-2]|0?[1-9])(?: ?[/-] ?(?P<year>20\d\d)| năm (?P<of>20\d\d))?(?![\d/])"
)
_YEAR = re.compile(r"(?<![\d/.,])(?P<year>20[1-4]\d)(?![\d.,]\d|\d)")
_UNTIL = re.compile(r"(?<!\w)(?:đến|hết|lũy kế)(?!\w)")
_ESTIMATE = re.compile(r"(?<!\w)(?:ước|dự kiến|ưth|cam kết|đăng ký)(?!\w)")
_UNIT = re.compile(r"(?:đơn vị(?: tính)?|đvt)\s*:?\s*(?P<unit>[^).,;\n\t|]{2,30})")
_GIVERS: tuple[PlanGiver, ...] = ("prime_minister", "council", "allotted")


class Column(NamedTuple):
    """A column of money.

    Attributes:
        place: its number, from 0.
        kind: a plan; money disbursed since the beginning of the year; in one month alone; a printed share.
        giver: of a plan whose it is; of a share against whose.
        carried: whether it is money carried over.
        year: of the plan.
        until: of money disbursed the closing day; of a month its last.
        unit: how many dong a printed 1 is; None of shares.
        said: the words over it.
    """

    place: int
    kind: MoneyKind
    giver: PlanGiver
    carried: bool
    year: int
    until: date | None
    unit: Measured | None
    said: str


class Columns(NamedTuple):
    """The columns of money that can be used, and why others cannot."""

    used: tuple[Column, ...]
    left: tuple[Message, ...]


class Asked(NamedTuple):
    """What the table itself may not say: the year, the closing day, and how months run."""

    year: int | None
    until: date | None
    basis: PeriodBasis


def head_of_projects(table: Table) -> Head | None:
    """The head of a table of projects; None of another table."""
    return head_of(table, _fits)


def _fits(said: Sequence[str]) -> dict[str, int] | None:
    words = column_words()
    money = {f"money{at}": at for at, head in enumerate(said) if _kind(head, words.money) is not None}
    fields = fields_of(["" if f"money{at}" in money else head for at, head in enumerate(said)], words.project)
    return fields | money if "name" in fields and money else None


def columns_of(table: Table, head: Head, asked: Asked) -> Columns:
    """The columns of money below a head."""
    words = column_words()
    above = " | ".join(
        (fold(table.above), *(fold(row.text(at)) for row in table.rows[: head.below] for at in sorted(row.own)))
    )
    common = _unit(above)
    title = _YEAR.search(above)
    year = asked.year or (int(title["year"]) if title is not None else None)
    used: list[Column] = []
    left: list[Message] = []
    for place, said in enumerate(head.said):
        kind = _kind(said, words.money)
        if kind is None or place in {at for name, at in head.fields.items() if not name.startswith("money")}:
            continue
        made = _column(place, said, kind, words, common, asked, year, above)
        if isinstance(made, Message):
            left.append(made)
        else:
            used.append(made)
    return Columns(tuple(used), tuple(left))


def _kind(said: str, money: dict[str, tuple[str, ...]]) -> MoneyKind | None:
    if tells(said, money["share"]) and ("tỷ lệ" in said or "%" in said or not tells(said, money["planned"])):
        return "share"
    if tells(said, money["disbursed"]) or (tells(said, money["last_year"]) and not tells(said, money["planned"])):
        return "disbursed"
    return "planned" if tells(said, money["planned"]) else None


def _column(
    place: int,
    said: str,
    kind: MoneyKind,
    words: ColumnWords,
    common: Measured | None,
    asked: Asked,
    year: int | None,
    above: str,
) -> Column | Message:
    """The column, or why it cannot be used."""
    shown = said.replace(" | ", ", ")
    if _ESTIMATE.search(said):
        return message("work.projects.estimate", column=shown)
    of = _own_year(said) or year
    if tells(said, words.money["last_year"]):
        of = _own_year(said) or (year - 1 if year is not None else None)
    if of is None:
        return message("work.projects.no_year", column=shown)
    giver: PlanGiver = next((name for name in _GIVERS if tells(said, words.money[name])), "unnamed")
    carried = tells(said, words.money["carried"])
    if carried and kind == "planned" and year is not None:
        of = year  # `kế hoạch năm 2025 kéo dài sang năm 2026` is spent in the year of the table
    unit = _unit(said) or common
    if kind == "share":
        return Column(place, "share", giver, carried, of, None, None, shown)
    if unit is None or unit.base != "VND":
        return message("work.projects.no_unit", column=shown)
    if kind == "planned":
        return Column(place, "planned", giver, carried, of, None, unit, shown)
    until, alone = _until(said, of, asked, above)
    if until is None:
        return message("work.projects.no_day", column=shown)
    return Column(place, "month" if alone else "disbursed", giver, carried, of, until, unit, shown)


def _own_year(said: str) -> int | None:
    found = _YEAR.search(said.rpartition(" | ")[2]) or _YEAR.search(said)
    return int(found["year"]) if found is not None else None


def _until(said: str, year: int, asked: Asked, above: str) -> tuple[date | None, bool]:
    """Until when, and whether it is of one month alone: `Tháng 3` is, `đến hết tháng 3` is not."""
    for words, own in ((said, True), (above, False)):
        day = _DAY.search(words)
        if day is not None:
            return _day(year, int(day["month"]), int(day["day"])), False
        month = _MONTH.search(words)
        if month is not None:
            next_year = month["year"] or month["of"]
            later = 12 if own and next_year is not None and int(next_year) == year + 1 else 0
            until = closing_day(year, int(month["month"]) + later, asked.basis)
            return until, own and _UNTIL.search(said) is None
    if asked.until is not None:
        return date(year, asked.until.month, min(asked.until.day, monthrange(year, asked.until.month)[1])), False
    return None, False


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def _unit(text: str) -> Measured | None:
    found = unit_in(text)
    if found is not None and found.base == "VND":
        return found
    named = _UNIT.search(text)
    return unit_of(named["unit"].strip()) if named is not None else None
