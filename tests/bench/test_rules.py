"""The dearest rules are named with their share of the whole extraction."""

from __future__ import annotations

from bench.rules import Parts, cost_lines, costs, parts, ranked
from bench.ways import Text

from camket.rules.book import kinds, rules_of

PARTS = Parts(0.2, 0.3, 0.5)


def test_shares_are_of_the_whole_and_the_dearest_come_first() -> None:
    found = ranked({"period/day": 0.01, "person/named": 0.03, "period/year": 0.02}, whole=0.2, documents=10)
    assert [(one.rule, round(one.milliseconds, 3), round(one.share, 3)) for one in found] == [
        ("person/named", 3.0, 0.15),
        ("period/year", 2.0, 0.1),
        ("period/day", 1.0, 0.05),
    ]
    lines = cost_lines(found, PARTS)
    assert lines[2].split() == ["person/named", "3.000", "15.0%"]
    assert lines[-1].startswith("all 3 rules, each alone, 30.0%: ")
    assert {"period 15.0%", "person 15.0%"} == set(lines[-1].partition(": ")[2].split(", "))


def test_only_ten_are_named() -> None:
    found = ranked({f"period/{number}": 0.001 for number in range(40)}, whole=1.0, documents=1)
    assert len(cost_lines(found, PARTS)) == 2 + 10 + 1


def test_every_rule_is_measured() -> None:
    text = "Năm 2024, GRDP của tỉnh Hà Nam tăng 10,93%."
    measured = {one.rule for one in costs([Text(text, text.encode())])}
    assert measured == {rule.name for kind in kinds() for rule in rules_of(kind)}


def test_the_parts_make_up_the_whole() -> None:
    text = "Năm 2024, GRDP của tỉnh Hà Nam tăng 10,93%."
    found = parts([Text(text, text.encode())])
    assert abs(sum(found) - 1) < 1e-9
    assert found.reading > 0
