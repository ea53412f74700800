"""What is made long, and what is called steep."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bench.growth import LINES, ONE_LINE, SHAPES, Case, Growth, growth, growth_lines, line_cases, rule_cases
from bench.ways import Text, Work

from camket.rules.book import kinds, rules_of


def test_every_rule_and_every_kind_of_line_is_tried() -> None:
    assert [case.name for case in rule_cases()] == [rule.name for kind in kinds() for rule in rules_of(kind)]
    names = [case.name for case in line_cases() if case.shape == LINES]
    assert [case.name for case in line_cases() if case.shape == ONE_LINE] == names
    assert len(set(names)) == len(names) > 20


@pytest.mark.parametrize("case", [*line_cases(), *rule_cases()], ids=lambda case: f"{case.name} {case.shape}")
def test_a_case_keeps_its_shape_at_every_length(case: Case) -> None:
    assert len(case.once) > 40
    assert case.text(100).text == case.once * 100
    if case.shape == LINES:
        assert case.once.endswith("\n")
    else:
        assert "\n" not in case.once


@pytest.mark.parametrize(
    ("seconds", "ratio", "steep"),
    [
        (lambda length: length, 10.0, False),
        (lambda length: length**2, 100.0, True),
        (lambda length: length * min(length, 3_000), 30.0, False),  # grows inside a sentence, which has an end
        (lambda length: length**1.4, 10**1.4, True),
    ],
)
def test_steep_is_what_goes_on_growing(
    monkeypatch: pytest.MonkeyPatch, seconds: Callable[[int], float], ratio: float, steep: bool
) -> None:
    def clock(_work: Work, one: Text) -> float:
        return seconds(len(one.text))

    monkeypatch.setattr("bench.growth._seconds", clock)
    found = growth(Case("a", LINES, "x" * 100), lambda _: None)
    assert found.ratio == pytest.approx(ratio)
    assert found.steep is steep


def test_the_table_names_what_is_steep() -> None:
    calm = [Growth("prose", shape, (0.001, 0.01, 0.1)) for shape in SHAPES]
    rules = [Growth("period/year", ONE_LINE, (0.001, 0.01, 0.1)), Growth("period/day", ONE_LINE, (0.001, 0.01, 0.3))]
    assert growth_lines(calm, rules)[-1] == "nothing grows faster than its length"
    rules[1] = rules[1]._replace(beyond=2.5)
    lines = growth_lines(calm, rules)
    row = next(line for line in lines if line.startswith("period"))
    assert row.split() == ["period", "2.0", "20.0", "400.0", "20.0", "30.0", "period/day"]
    assert [line for line in lines if line.startswith("WARNING")] == [
        "WARNING: period/day, one line: at 300x it takes 2.5 times what its length explains"
    ]
