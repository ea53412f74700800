"""One instruction in several papers is found to be one, and two are not taken for one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from camket import plain_yaml
from camket.model.task import Due, TaskSource
from camket.words import sentences
from camket.work.drafts import Draft
from camket.work.same import Reason, leads_alike, likeness, merged


class Case(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    one: str
    other: str
    same: bool
    leads: tuple[str, str]
    dues: tuple[date, date] | None = None
    days: tuple[date, date] = (date(2026, 6, 5), date(2026, 6, 12))
    givers: tuple[str, str] = ("", "")
    carries_out: bool = False
    part: bool = False


CASES = msgspec.convert(
    plain_yaml.load(Path(__file__).with_name("same.yaml").read_text(encoding="utf-8")), tuple[Case, ...]
)


NUMBERS = ("45-KL/ĐU", "1520/STC-ĐT")


def draft(case: Case, place: int) -> Draft:
    due = Due(kind="fixed", day=case.dues[place]) if case.dues else Due()
    return Draft(
        mention="",
        text=(case.one, case.other)[place],
        lead=case.leads[place],
        due=due,
        given=case.days[place],
        giver=case.givers[place],
        sources=(TaskSource(number=NUMBERS[place]),),
        carries_out=(NUMBERS[0],) if case.carries_out and place else (),
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.one[:40])
def test_the_same_instruction_is_told(case: Case) -> None:
    found = likeness(draft(case, 0), draft(case, 1))
    assert (found.same, found.reason == "part") == (case.same, case.part), found
    assert likeness(draft(case, 1), draft(case, 0)) == found


def test_every_reason_has_its_words() -> None:
    assert {f"work.same.{each}" for each in get_args(Reason)} <= set(sentences("vi"))


def test_who_does_it_is_the_basis_and_not_the_committee_that_hands_it_on() -> None:
    case = next(each for each in CASES if each.leads == ("dang-uy-ubnd-tinh", "so-tai-chinh"))
    (one,) = merged([[draft(case, 0)], [draft(case, 1)]])
    assert one.lead == "so-tai-chinh"
    assert {each.number for each in one.sources} == set(NUMBERS)


def test_only_tasks_that_could_be_the_same_are_asked_for() -> None:
    by_chair, by_department = (
        Draft(mention="", text="rà soát", sources=(), lead="UBND phường Nếnh", giver=giver)
        for giver in ("chu-tich-ubnd-tinh", "so-tai-chinh")
    )
    assert "dang-uy-ubnd-tinh" in (leads_alike(by_chair) or ())
    assert leads_alike(by_department) == frozenset(("", "UBND phường Nếnh", "so-tai-chinh"))
    assert leads_alike(msgspec.structs.replace(by_chair, lead="")) is None
