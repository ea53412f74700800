"""A form shows a fact and gives it back; what people type is understood as papers write it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from tests.assess.making import figure, tally

import camket.samples
from camket import extract, read, resolve
from camket.errors import UsageError
from camket.exchange.fact_form import FIELDS, as_said, day_said, kind_of, new_fact, period_said, written
from camket.model.extraction import FACT_KINDS, Extraction
from camket.model.fact import Figure
from camket.words import Language

SAMPLES = sorted(each for each in Path(camket.samples.__file__).parent.iterdir() if each.suffix in (".txt", ".html"))


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    return [resolve(extract(read(path))) for path in SAMPLES]


def test_every_kind_has_a_form() -> None:
    assert tuple(FIELDS) == FACT_KINDS


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_form_that_was_not_touched_changes_nothing(extractions: list[Extraction], language: Language) -> None:
    for extraction in extractions:
        for kind, fact in extraction.facts():
            assert kind_of(fact) == kind
            assert as_said(kind, fact, written(fact, language)) == fact


def test_every_vietnamese_form_can_be_typed_by_hand(extractions: list[Extraction]) -> None:
    """Each field read back as if it had been typed, into a fact that says nothing, gives the same."""
    for extraction in extractions:
        for kind, fact in extraction.facts():
            fields = written(fact, "vi")
            made = new_fact(kind, start=0, end=1, quote="x", mention="m", rule="person", fields=fields)
            differing = {
                name: (getattr(fact, name), getattr(made, name))
                for name in fields
                if getattr(fact, name) != getattr(made, name)
            }
            assert not differing, fact.quote


@pytest.mark.parametrize(
    ("field", "text", "changed"),
    [
        ("value", "7,4%", {"value": Decimal("7.4")}),
        ("value", "7.4", {"value": Decimal("7.4")}),
        ("value", "-2,3%", {"value": Decimal("-2.3")}),
        ("value", "31.500 tỷ đồng", {"value": Decimal("31500000000000"), "unit": "VND"}),
        ("value", "1.250", {"value": Decimal(1250)}),
        ("value", "7-8%", {"value": Decimal(7), "value_high": Decimal(8), "comparator": "range"}),
        ("value", "trên 6%", {"value": Decimal(6), "comparator": "gt"}),
        ("unit", "USD", {"unit": "USD"}),
        ("unit", "tấn", {"unit": "tonne"}),
        ("unit", "đèn lồng", {"unit": "other:den_long"}),
        ("period", "quý III/2025", {"period": "2025-Q3"}),
        ("period", "9 tháng năm 2024", {"period": "2024-01/2024-09"}),
        ("period", "", {"period": None}),
        ("role", "target", {"role": "target"}),
        ("area", "  Bắc   Giang ", {"area": "Bắc Giang"}),
        ("indicator", "Thu ngân sách nhà nước trên địa bàn", {"indicator": "budget_revenue"}),
        ("indicator", "grdp", {}),
        ("indicator", "Số chuyến bay", {"indicator": "other:so_chuyen_bay", "indicator_text": "Số chuyến bay"}),
        ("indicator", "other:steel", {"indicator": "other:steel", "indicator_text": "other:steel"}),
    ],
)
def test_what_is_typed_is_understood(field: str, text: str, changed: dict[str, Any]) -> None:
    fact = figure("7,39%", "7.39", period="2022")
    assert as_said("figures", fact, {field: text}) == replace(fact, **changed)


@pytest.mark.parametrize(
    ("kind", "field", "text", "code"),
    [
        ("figures", "value", "nhiều lắm", "review.bad_field"),
        ("figures", "value", "", "review.needed"),
        ("figures", "role", "<script>", "review.bad_field"),
        ("figures", "period", "năm ngoái", "review.bad_field"),
        ("figures", "period", "2025-13", "review.bad_field"),
        ("figures", "plan", "x" * 2001, "review.too_long"),
        ("tallies", "done", "tám", "review.bad_field"),
        ("tallies", "done", "9" * 12, "review.bad_field"),
        ("tallies", "done", "-1", "review.bad_field"),
    ],
)
def test_what_cannot_be_understood_is_refused_and_its_field_named(kind: str, field: str, text: str, code: str) -> None:
    fact = figure("7,39%", "7.39") if kind == "figures" else tally(8, 12, "achieved")
    with pytest.raises(UsageError) as refused:
        as_said(kind, fact, {field: text})
    assert (refused.value.message.code, dict(refused.value.message.params)["field"]) == (code, f"field.{field}")


def test_a_fact_that_is_added_needs_what_its_kind_needs() -> None:
    with pytest.raises(UsageError):
        new_fact("people", start=0, end=3, quote="Lan", mention="m", rule="person", fields={"name": "Lan"})
    made = new_fact("figures", start=2, end=4, quote="8%", mention="m", rule="person",
                    fields={"indicator": "GRDP", "value": "8%", "unit": "percent", "comparator": "eq",
                            "measure": "growth", "role": "actual"})  # fmt: skip
    assert isinstance(made, Figure)
    assert (made.indicator, made.value, made.unit, made.quote, made.rule) == (
        "grdp",
        Decimal(8),
        "percent",
        "8%",
        "person",
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2025", "2025"),
        ("năm 2025", "2025"),
        ("2021-2025", "2021/2025"),
        ("6 tháng đầu năm 2025", "2025-H1"),
        ("quý 3/2025", "2025-Q3"),
        ("tháng 5/2026", "2026-05"),
        ("tại 30/9/2022", "at:2022-09-30"),
        ("đến hết tháng 12/2025", "by:2025-12"),
        ("đến 30/6/2025", "by:2025-06-30"),
        ("by:2026-12", "by:2026-12"),
        ("hôm qua", None),
        ("31/2/2025", None),
    ],
)
def test_periods_as_people_write_them(typed: str, meant: str | None) -> None:
    assert period_said(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("28/11/2025", "2025-11-28"),
        ("ngày 07/4/2014", "2014-04-07"),
        ("2025", "2025"),
        ("2021-2025", None),
        ("x", None),
    ],
)
def test_days_as_people_write_them(typed: str, meant: str | None) -> None:
    assert day_said(typed) == meant
