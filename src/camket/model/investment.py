"""Projects of public investment: what was planned for them by whom, and what was disbursed until a closing day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

PlanGiver = Literal["prime_minister", "council", "allotted", "unnamed"]
"""The denominators: the plan that the Prime Minister gave, that the council decided, that is allotted in detail; a plan
of which a table does not say whose it is."""
PeriodBasis = Literal["calendar", "15-14"]
"""A month that closes with its last day, or with the 14th."""


class Project(msgspec.Struct, frozen=True, kw_only=True):
    """A project.

    Attributes:
        id: lasting, fit for an address.
        name: as its table has it.
        owner: the body that builds it (`chủ đầu tư`), as written or by its id.
        number: the code of the project, as printed; empty where there is none.
        ends: the day by which it is to be finished; None where nothing tells.
        whole: True for the line that stands for all projects of a table (`Tổng số`).
    """

    id: str
    name: str
    owner: str = ""
    number: str = ""
    ends: date | None = None
    whole: bool = False


class Planned(msgspec.Struct, frozen=True, kw_only=True):
    """Money planned for a project in a year, in whole dong. `carried` is money of the year before (`kéo dài`)."""

    project: str
    year: int
    giver: PlanGiver
    amount: Decimal
    carried: bool = False
    day: date | None = None
    source: str = ""


class Disbursed(msgspec.Struct, frozen=True, kw_only=True):
    """Money disbursed for a project from the beginning of the plan's year until the end of a day, in whole dong."""

    project: str
    year: int
    until: date
    amount: Decimal
    carried: bool = False
    source: str = ""


class Rate(msgspec.Struct, frozen=True, kw_only=True):
    """Disbursed money against one denominator.

    Attributes:
        giver: whose plan; `carried` plans have a rate of their own.
        carried: whether it is money carried over.
        part, whole: in whole dong; `part` counts only projects that have such a plan.
        share: in percent with two decimals, rounded; None where the whole is nothing, or nothing is told.
        projects: how many projects have such a plan.
        without: the ids of projects that have money disbursed and no such plan: they stand in neither.
        untold: how many projects have such a plan and nothing told of money disbursed: they stand in the whole alone.
    """

    giver: PlanGiver
    carried: bool
    part: Decimal
    whole: Decimal
    share: Decimal | None
    projects: int = 1
    without: tuple[str, ...] = ()
    untold: int = 0


class ProjectStanding(msgspec.Struct, frozen=True, kw_only=True):
    """Where a project stands at a closing day.

    Attributes:
        project: the project.
        year: of the plan.
        day: the closing day.
        rates: one for each denominator that is known, money carried over apart.
        disbursed: of this year's plan until then, and None where no table told by that day.
        told: the last closing day at or before `day` of which something is known.
        last_year: the same at the same closing day of the year before; None where not known.
        growth: against the year before, in percent; None where that is not known or nothing.
        expected: the share that even spending would have reached, in percent.
        behind: how many percentage points it is behind that, by its first known denominator; negative where ahead.
        left: what is to be disbursed until the end of the plan's year, in whole dong.
        had_a_month, needed_a_month: pace so far and pace needed, in whole dong a month; None where there is no plan.
        late: whether its pace so far is less than the pace needed.
        days_past: by how many days it is past the day by which it was to be finished, while money is left; else 0.
    """

    project: Project
    year: int
    day: date
    rates: tuple[Rate, ...]
    disbursed: Decimal | None
    told: date | None
    last_year: Decimal | None = None
    growth: Decimal | None = None
    expected: Decimal = Decimal(0)
    behind: Decimal | None = None
    left: Decimal | None = None
    had_a_month: Decimal | None = None
    needed_a_month: Decimal | None = None
    late: bool = False
    days_past: int = 0


class MonthLine(msgspec.Struct, frozen=True, kw_only=True):
    """What is known at the end of one month of a plan's year.

    Attributes:
        month: 1 to 12, and 13 for January of the next year.
        until: its closing day.
        disbursed: of this year's plan until then; None where no table told.
        last_year: the same a year before.
        projects: of how many projects it is known.
    """

    month: int
    until: date
    disbursed: Decimal | None
    last_year: Decimal | None
    projects: int = 0
