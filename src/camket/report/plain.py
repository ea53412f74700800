"""The scoreboard as plain values for JSON: messages worded as on the screens, numbers as decimal strings, ISO days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec

from camket.findings import Finding, finding_record
from camket.model.message import Message
from camket.model.scoreboard import DifferenceLine, PlanBoard, Scoreboard
from camket.report.differing import difference_reason
from camket.report.wording import reason
from camket.rules.numeral.item import show
from camket.words import Language, term


def as_object(board: Scoreboard, language: Language = "vi") -> dict[str, object]:
    """The object of `camket scoreboard --json`. Beside each sentence stands its code, under the name with `_code`."""
    return _fields(board, language)


def record_object(record: msgspec.Struct, language: Language = "vi") -> dict[str, object]:
    """Any other result of `camket.assess` likewise."""
    return _fields(record, language)


def _fields(record: msgspec.Struct, language: Language) -> dict[str, object]:
    if isinstance(record, Finding):
        return finding_record(record, language)
    found: dict[str, object] = {}
    for name in record.__struct_fields__:
        value = getattr(record, name)
        found[name] = _plain(value, language, _unit(record))
        if isinstance(value, Message):
            found[f"{name}_code"] = value.code
    if isinstance(record, PlanBoard):
        found["title"] = plan_title(record, language)
    if isinstance(record, DifferenceLine):
        found["reason"] = difference_reason(record, language)
    return found


def plan_title(plan: PlanBoard, language: Language = "vi") -> str:
    """What a plan is called: in its papers' words, else by its kind and period."""
    return plan.title or f"{term(f'plan.{plan.kind}', language)} {(plan.period or '').removeprefix('by:')}".rstrip()


def _unit(record: msgspec.Struct) -> str | None:
    """The unit of the numbers that a record's sentences name, where it has one."""
    found = getattr(record, "unit", None) or getattr(getattr(record, "bound", None), "unit", None)
    return found if isinstance(found, str) else None


def _plain(value: object, language: Language, unit: str | None) -> object:
    match value:
        case Message():
            return reason(value, language, unit)
        case msgspec.Struct():
            return _fields(value, language)
        case tuple():
            return [_plain(each, language, unit) for each in value]
        case Decimal():
            return show(value)
        case date():
            return value.isoformat()
    return value
