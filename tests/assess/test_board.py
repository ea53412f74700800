from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest
from msgspec.structs import replace
from tests.assess.making import figure, paper, placed, tally, target

from camket.assess import assess
from camket.errors import UsageError
from camket.model.extraction import Extraction
from camket.model.fact import Directive
from camket.model.message import Message
from camket.registry.memory import MemoryRegistry
from camket.report.plain import as_object
from camket.words import Language

KEYS = {"format", "as_of", "plans", "scenarios", "contradictions", "compatible", "directives", "findings"}
TARGET_KEYS = {"statement", "indicator", "area", "due", "bound", "value", "state", "distance", "reason", "source"}


def papers() -> list[Extraction]:
    plan = placed(
        "plan",
        published="2022-01-10",
        title="Kế hoạch năm 2022",
        figures=[
            target("5-6%", "5", "range", value_high="6", period="2022", id="aim"),
            figure("6,9%", "6.9", period="2021", id="base"),
            figure("1%", "1", indicator="other:unplaced", area=None, id="lost"),
        ],
        tallies=[tally(8, 12, "achieved_or_exceeded", period="2022", id="tally")],
    )
    order = Directive(
        id="order",
        start=10,
        end=27,
        quote="hoàn thiện hồ sơ",
        issuer="Đỗ Khắc Hiệu",
        recipient="Sở Xây dựng",
        deadline="by:2022-06",
    )
    return [
        replace(plan, directives=(order,)),
        placed("report", published="2023-03-01", figures=[figure("7,39%", "7.39", period="2022", id="result")]),
        placed(
            "talk",
            event_date="2023-02-01",
            figures=[
                figure("trên 8%", "8", role="scenario", comparator="gt", period="2023", scenario="base", id="base8"),
                figure("trên 10%", "10", role="scenario", comparator="gt", period="2023", scenario="high", id="high10"),
            ],
        ),
    ]


def test_the_object_has_the_fields_of_the_contract() -> None:
    found: Any = as_object(assess(papers()))
    assert found.keys() >= KEYS
    assert found["format"] == 1
    (plan,) = found["plans"]
    assert plan.keys() >= {"id", "title", "area", "period", "targets", "tallies"}
    (aim,) = plan["targets"]
    assert aim.keys() >= TARGET_KEYS
    assert (aim["value"], aim["value_period"], aim["distance"], aim["due"]) == ("7.39", "2022", "2.39", "2022-12-31")
    assert aim["bound"] == {
        "comparator": "range", "low": "5", "high": "6", "low_closed": True, "high_closed": True, "unit": "percent",
        "each_year": False,
    }  # fmt: skip
    assert aim["source"].items() >= {"document": "plan", "start": 0, "end": 4, "quote": "5-6%"}.items()
    (told,) = plan["tallies"]
    assert told.keys() >= {"claimed", "counted", "verdict", "source"}
    assert told["counted"] == {"met": 0, "exceeded": 1, "missed": 0, "unknown": 11}
    assert json.loads(json.dumps(found)) == found


def test_scenarios_are_listed_apart_and_are_no_targets() -> None:
    board = assess(papers())
    assert [(line.statement, line.name, line.bound.low, line.bound.high) for line in board.scenarios] == [
        ("base8", "base", Decimal(8), None),
        ("high10", "high", Decimal(10), None),
    ]
    assert [each.statement for plan in board.plans for each in plan.targets] == ["aim"]


def test_directives_keep_who_told_whom_until_when() -> None:
    (line,) = assess(papers()).directives
    assert (line.task, line.issuer, line.recipient) == ("hoàn thiện hồ sơ", "Đỗ Khắc Hiệu", "Sở Xây dựng")
    assert (line.deadline, line.due) == ("by:2022-06", date(2022, 6, 30))


def test_values_that_stand_are_there_for_every_period() -> None:
    found = {(line.indicator, line.measure, line.period): line.value for line in assess(papers()).values}
    assert found == {("grdp", "growth", "2021"): Decimal("6.9"), ("grdp", "growth", "2022"): Decimal("7.39")}


def test_what_could_not_be_placed_names_its_document() -> None:
    findings = assess(papers()).findings
    assert {finding.message.code for finding in findings} == {
        "resolve.indicator_unknown",
        "resolve.period_unknown",
        "resolve.area_missing",
    }
    assert {finding.where for finding in findings} == {"plan"}


def test_the_day_is_given_or_that_of_the_latest_paper() -> None:
    assert assess(papers()).as_of == date(2023, 3, 1)
    assert assess(papers(), date(2022, 6, 1)).as_of == date(2022, 6, 1)
    assert assess([]).as_of is None


def test_a_paper_without_a_day_is_counted_and_said_to_be() -> None:
    board = assess([placed("p", figures=[figure("5%", "5", period="2020")])], date(2022, 6, 1))
    assert [finding.message for finding in board.findings] == [Message("assess.document_undated", (("document", "p"),))]
    assert len(board.values) == 1


def test_nothing_at_all_is_an_empty_board() -> None:
    found: Any = as_object(assess([]))
    assert all(found[key] == [] for key in KEYS - {"format", "as_of"})


def test_the_order_of_papers_does_not_matter() -> None:
    first = assess(papers())
    for order in permutations(papers()):
        assert assess(order) == first


def test_a_registry_or_one_document_will_do_as_well() -> None:
    assert assess(MemoryRegistry(papers())) == assess(papers())
    assert len(assess(papers()[0]).plans) == 1


def test_published_series_are_counted_where_asked_for() -> None:
    aim = placed("plan", published="2022-01-10", figures=[target("5-6%", "5", "range", value_high="6", period="2022")])
    states = {
        flag: [
            each.state for plan in assess([aim], date(2024, 1, 1), with_published=flag).plans for each in plan.targets
        ]
        for flag in (False, True)
    }
    assert states == {False: ["no_data"], True: ["exceeded"]}


def test_published_series_are_not_put_into_a_registry_behind_its_back() -> None:
    with pytest.raises(UsageError, match="published_beside_registry"):
        assess(MemoryRegistry(papers()), with_published=True)


def test_facts_must_be_placed_first() -> None:
    with pytest.raises(UsageError, match="not_resolved"):
        assess([paper("p", figures=[figure("5%", "5")])])


@pytest.mark.parametrize(("language", "wrong"), [("vi", r"\d\.\d{1,2}(?!\d)"), ("en", r"\d,\d{1,2}(?!\d)")])
def test_sentences_write_numbers_as_their_language_does(language: Language, wrong: str) -> None:
    """What the JSON says in words is worded as on the screens; `1,31%` in English stands where a paper is quoted."""
    told = [re.sub("“[^”]*”", "", each) for each in sentences_of(as_object(assess(papers()), language))]
    assert any(re.search(r"\d[.,]\d", each) for each in told)
    assert [each for each in told if re.search(wrong, each)] == []


def sentences_of(found: object) -> Iterator[str]:
    """Every value beside which its code stands."""
    if isinstance(found, dict):
        yield from (str(found[name]) for name in found if f"{name}_code" in found)
        for each in found.values():
            yield from sentences_of(each)
    elif isinstance(found, list):
        for each in found:
            yield from sentences_of(each)


def _set_by(*told: tuple[str, str | None]) -> list[tuple[str, str, str, int]]:
    """What a plan says of papers of some kinds and numbers, which all have the same target."""
    found = [
        placed(
            f"p{place}", type=kind, number=number, issuer="HĐND tỉnh Bắc Ninh", date=f"2021-12-{10 + place}",
            figures=[target("7%", "7", period="2022")],
        )
        for place, (kind, number) in enumerate(told)
    ]  # fmt: skip
    (plan,) = assess(MemoryRegistry(found)).plans
    return [(each.number, str(each.day), each.issuer or "", each.targets) for each in plan.papers]


@pytest.mark.parametrize(
    ("told", "numbers"),
    [
        ([("resolution", "30/NQ-HĐND")], {"30/NQ-HĐND": 1}),
        # the same target in a news story that came first: the resolution sets it
        ([("news", None), ("resolution", "30/NQ-HĐND")], {"30/NQ-HĐND": 1}),
        ([("resolution", "30/NQ-HĐND"), ("plan", "18/KH-UBND")], {"30/NQ-HĐND": 1, "18/KH-UBND": 1}),
        # a report repeats what others set; what bears no number cannot be named by it
        ([("report", "9/BC-UBND"), ("resolution", None)], {}),
        ([("decision", "5/QĐ-UBND"), ("decision", "6/QĐ-UBND")], {"5/QĐ-UBND": 1, "6/QĐ-UBND": 1}),
    ],
    ids=["resolution", "news first", "resolution and plan", "none", "two decisions"],
)
def test_a_plan_names_the_papers_that_set_its_targets(told: Any, numbers: dict[str, int]) -> None:
    found = _set_by(*told)
    assert {number: count for number, _, _, count in found} == numbers
    assert [number for number, *_ in found] == sorted(numbers, key=list(numbers).index)
    assert all(issuer == "HĐND tỉnh Bắc Ninh" and day.startswith("2021-12-1") for _, day, issuer, _ in found)


def test_a_target_that_a_later_paper_changed_is_not_counted() -> None:
    old = placed(
        "old", type="resolution", number="30/NQ-HĐND", date="2021-12-10",
        figures=[target("7%", "7", "ge", period="2022"), target("9%", "9", indicator="exports", period="2022")],
    )  # fmt: skip
    new = placed(
        "new", type="resolution", number="45/NQ-HĐND", date="2022-07-01", title="Nghị quyết điều chỉnh một số chỉ tiêu",
        figures=[target("8%", "8", "ge", period="2022")],
    )  # fmt: skip
    (plan,) = assess(MemoryRegistry([old, new])).plans
    assert len(plan.replaced) == 1
    assert [(each.number, each.targets) for each in plan.papers] == [("30/NQ-HĐND", 1), ("45/NQ-HĐND", 1)]
