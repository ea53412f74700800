"""What each reason is worth: counted over the figures that have it."""

from __future__ import annotations

import pytest
from bench.gold import Paper
from bench.reasons import evidence, reason_lines, traits, worths


def figure(start: int, *codes: str, **fields: object) -> dict[str, object]:
    return {
        "start": start, "end": start + 4, "quote": "6,9%", "indicator": "grdp", "value": 6.9, "unit": "percent",
        "comparator": "eq", "measure": "growth", "role": "actual", "period": "2021", "period_stated": True,
        "area": "Bắc Ninh", "rule": "quantity/measured", "reasons": [{"code": code, "params": {}} for code in codes],
        **fields,
    }  # fmt: skip


BEFORE, STATED, DEFAULT = "reason.indicator.before", "reason.period.stated", "reason.period.default"


@pytest.mark.parametrize(
    ("fields", "trait"),
    [
        ({}, "rule quantity/measured"),
        ({}, "period year"),
        ({"period": "by:2026-12"}, "period by"),
        ({"period": "2021-01/2021-09"}, "period part of a year"),
        ({"period": "2020/2025"}, "period years"),
        ({"period": "2024-Q3"}, "period part of a year"),
        ({"period": None}, "period none"),
        ({"area": None}, "area none"),
        ({"indicator": "other:fish_ponds"}, "indicator other:"),
        ({"unit": "other:times"}, "unit other"),
    ],
)
def test_traits_of_a_figure(fields: dict[str, object], trait: str) -> None:
    assert trait in set(traits(figure(0, **fields)))


def test_the_ways_are_joined_in_one_trait() -> None:
    codes = (BEFORE, "reason.table.role.time", STATED, "reason.indicator.rivals")
    assert "ways before + time + stated" in set(traits(figure(0, *codes)))


def test_a_reason_counts_its_figures_and_of_each_attribute_the_right_ones() -> None:
    found = [
        figure(0, BEFORE, STATED),
        figure(10, BEFORE, DEFAULT, period="2020"),
        figure(20, BEFORE, DEFAULT, role="target"),
        figure(90, BEFORE, DEFAULT),
    ]
    gold = [figure(start) for start in (0, 10, 20)]
    rows = {one.what: one for one in worths(evidence([Paper("a", "", {"figures": gold}, {"figures": found})]))}
    assert (rows[BEFORE].figures, rows[BEFORE].right, rows[BEFORE].share) == (4, 1, 0.25)
    assert (rows[DEFAULT].figures, rows[DEFAULT].right) == (3, 0)
    assert rows[BEFORE].attributes["period"] == pytest.approx(2 / 3)  # the fourth has nothing to be compared with
    assert rows[DEFAULT].attributes["role"] == 0.5
    assert rows[STATED].attributes["period"] == 1.0


def test_the_table_has_a_row_for_each_trait() -> None:
    some = evidence([Paper("a", "", {"figures": []}, {"figures": [figure(0, BEFORE)]})])
    rows = [line.split("  ")[0] for line in reason_lines(some) if line]
    assert rows[1:] == [one.what for one in worths(some)]
