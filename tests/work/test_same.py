"""One instruction in several papers is found to be one, and two are not taken for one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from camket import plain_yaml
from camket.model.task import Due
from camket.words import sentences
from camket.work.drafts import Draft
from camket.work.same import Reason, likeness


class Case(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    one: str
    other: str
    same: bool
    leads: tuple[str, str]
    dues: tuple[date, date] | None = None
    days: tuple[date, date] = (date(2026, 6, 5), date(2026, 6, 12))


CASES = msgspec.convert(
    plain_yaml.load(Path(__file__).with_name("same.yaml").read_text(encoding="utf-8")), tuple[Case, ...]
)


def draft(case: Case, place: int) -> Draft:
    due = Due(kind="fixed", day=case.dues[place]) if case.dues else Due()
    return Draft(
        mention="",
        text=(case.one, case.other)[place],
        sources=(),
        lead=case.leads[place],
        due=due,
        given=case.days[place],
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.one[:40])
def test_the_same_instruction_is_told(case: Case) -> None:
    found = likeness(draft(case, 0), draft(case, 1))
    assert found.same == case.same, found
    assert likeness(draft(case, 1), draft(case, 0)) == found


def test_every_reason_has_its_words() -> None:
    assert {f"work.same.{each}" for each in get_args(Reason)} <= set(sentences("vi"))
