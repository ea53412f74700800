"""How a body of the state stands by the tasks that were given to it: its class, and what lies before the next."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from camket.model.criteria import Fulfilled
from camket.model.indicator import Confidence, Name

AgencyClassId = Literal["excellent", "good", "done", "not_done"]
ClassInput = Literal["points", "in_time", "done", "late", "beyond", "subordinates", "mended", "wrongdoing"]
"""Points of the assessment; of the tasks due: done in time, done, late, done beyond what was asked; whether no body
below it failed, whether the shortcomings found before are mended, whether wrongdoing was found."""


class ClassCondition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"is_": "is"}):
    """A bound of an input, in percent or points, or what it must be; one of the four is given."""

    input: ClassInput
    is_: bool | None = None
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    below: Decimal | None = None


class ClassRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A class: `all` must hold, or `any` of them is enough."""

    id: AgencyClassId
    all: tuple[ClassCondition, ...] = ()
    any: tuple[ClassCondition, ...] = ()


class ClassSet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The classes of one regime, the best first, with its days of force."""

    id: str
    name: Name
    paper: str
    valid_from: date
    valid_to: date | None = None
    source: str
    confidence: Confidence
    note: str | None = None
    classes: tuple[ClassRule, ...]

    def in_force(self, day: date) -> bool:
        """Whether it is the set to go by on that day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class ConditionLine(msgspec.Struct, frozen=True, kw_only=True):
    """How a body stands by one condition.

    Attributes:
        class_: whose condition it is.
        condition: the bound.
        state: passed, failed, or not known.
        part, whole: the tasks behind a share; None of points.
        value: in percent or points; None while unknown.
        short: how many tasks lie between the body and the bound; 0 where it is passed or not of tasks.
        tasks: which tasks these are.
        can_mend: whether doing them is enough; late work stays late unless an objective cause is acknowledged.
    """

    class_: AgencyClassId
    condition: ClassCondition
    state: Fulfilled
    part: int | None = None
    whole: int | None = None
    value: Decimal | None = None
    short: int = 0
    tasks: tuple[str, ...] = ()
    can_mend: bool = True


class AgencyClass(msgspec.Struct, frozen=True, kw_only=True):
    """Where a body stands on a day.

    Attributes:
        set, paper: the regime.
        body: whose tasks.
        day: the day.
        class_: the class; None where inputs are not known, or where no class of the regime holds.
        possible: the classes that what is known does not rule out, the best first.
        lines: every condition with a bound, of every class, the best class first.
        matters: what people answer by yes or no, of every class.
        next: the class above the one it is in, or the best possible one; None at the top.
        between: the conditions of `next` with a bound that do not pass.
        asked: the inputs that are not known and could change the class. That no wrongdoing was found is taken for
            granted and asked for all the same.
    """

    set: str
    paper: str
    body: str
    day: date
    class_: AgencyClassId | None
    possible: tuple[AgencyClassId, ...]
    lines: tuple[ConditionLine, ...]
    matters: tuple[ConditionLine, ...]
    next: AgencyClassId | None
    between: tuple[ConditionLine, ...]
    asked: tuple[ClassInput, ...]
