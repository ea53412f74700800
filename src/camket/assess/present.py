"""The scoreboard as plain values for JSON: messages in words, numbers as decimal strings, dates as ISO days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec

from camket.findings import Finding, finding_record
from camket.model.message import Message
from camket.model.scoreboard import PlanBoard, Scoreboard
from camket.rules.numeral.item import show
from camket.words import Language, say, term


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
        found[name] = _plain(value, language)
        if isinstance(value, Message):
            found[f"{name}_code"] = value.code
    if isinstance(record, PlanBoard):
        found["title"] = plan_title(record, language)
    return found


def plan_title(plan: PlanBoard, language: Language = "vi") -> str:
    """What a plan is called: in its papers' words, else by its kind and period."""
    return plan.title or f"{term(f'plan.{plan.kind}', language)} {(plan.period or '').removeprefix('by:')}".rstrip()


def _plain(value: object, language: Language) -> object:
    match value:
        case Message():
            return say(value, language)
        case msgspec.Struct():
            return _fields(value, language)
        case tuple():
            return [_plain(each, language) for each in value]
        case Decimal():
            return show(value)
        case date():
            return value.isoformat()
    return value
