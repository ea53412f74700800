"""One target that several papers set is one target with several sources."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from tests.assess.making import figure, placed, target

from camket.assess import assess
from camket.model.extraction import Extraction
from camket.model.fact import Figure
from camket.model.scoreboard import Scoreboard, TargetLine

SHARE: dict[str, Any] = {"indicator": "poverty_rate", "measure": "level", "period": "2022"}


def papers(*said: Figure) -> list[Extraction]:
    return [placed(f"p{number}", published=f"2022-01-1{number}", figures=[each]) for number, each in enumerate(said)]


def targets(board: Scoreboard) -> list[TargetLine]:
    return [line for plan in board.plans for line in plan.targets]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (target("1,1%", "1.1", id="a", **SHARE), target("không quá 1,1%", "1.1", "le", id="b", **SHARE)),
        (target("1,1%", "1.1", id="a", **SHARE), target("khoảng 1,1%", "1.1", "approx", id="b", **SHARE)),
        (target("1,1%", "1.1", id="a", **SHARE), target("1,1%", "1.1", id="b", **SHARE)),
    ],
)
def test_papers_that_agree_set_one_target(one: Figure, other: Figure) -> None:
    for order in permutations(papers(one, other)):
        (line,) = targets(assess(order))
        assert (line.statement, line.repeats) == ("a", ("b",))
        assert [place.document for place in line.other_sources] == ["p1"]


@pytest.mark.parametrize(
    "other",
    [
        target("1,2%", "1.2", **SHARE),
        target("1,1%", "1.1", **SHARE | {"period": "2023"}),
        target("1,1%", "1.1", **SHARE | {"measure": "change"}),
        target("1,1%", "1.1", **SHARE | {"area": "Bắc Giang"}),
        target("1,1%", "1.1", **SHARE | {"indicator": "urbanization_rate"}),
        target("1,1-2%", "1.1", "range", value_high="2", **SHARE),
    ],
)
def test_another_number_thing_or_time_is_another_target(other: Figure) -> None:
    assert len(targets(assess(papers(target("1,1%", "1.1", **SHARE), other)))) == 2


def test_at_least_and_at_most_are_two_targets() -> None:
    both = papers(target("từ 5%", "5", "ge", period="2022"), target("không quá 5%", "5", "le", period="2022"))
    assert len(targets(assess(both))) == 2


def test_one_paper_that_words_them_apart_sets_two() -> None:
    twice = [
        target("50%", "50", indicator_text="Bí thư cấp huyện", **SHARE),
        target("từ 50% trở lên", "50", "ge", indicator_text="Chủ tịch UBND cấp huyện", **SHARE),
    ]
    assert len(targets(assess([placed("p", published="2022-01-10", figures=twice)]))) == 2


def test_the_wording_that_tells_the_years_is_kept() -> None:
    jobs: dict[str, Any] = {"indicator": "jobs_created", "measure": "level", "unit": "person"}
    jobs["plan"] = "Nghị quyết Đại hội lần thứ XX, nhiệm kỳ 2020-2025"
    news = target("130.000 lao động", "130000", "ge", period="by:2025-12", id="news", **jobs)
    paper = target("130.000 lao động", "130000", "ge", period="2021/2025", id="paper", **jobs)
    for order in permutations(papers(news, paper)):
        (line,) = targets(assess(order))
        assert (line.statement, line.repeats) == ("paper", ("news",))


def test_what_is_set_twice_is_judged_once() -> None:
    result = placed("r", published="2023-02-01", figures=[figure("0,5%", "0.5", **SHARE)])
    aims = papers(target("1,1%", "1.1", **SHARE), target("không quá 1,1%", "1.1", "le", **SHARE))
    assert [line.state for line in targets(assess([*aims, result]))] == ["exceeded"]


def test_an_older_value_has_no_distance() -> None:
    old = placed("r", published="2021-12-31", figures=[figure("1,5%", "1.5", **SHARE | {"period": "2021"})])
    later = placed("s", published="2023-12-31")
    (line,) = targets(assess([*papers(target("1,1%", "1.1", **SHARE)), old, later]))
    assert (line.state, str(line.value), line.value_period, line.distance) == ("no_data", "1.5", "2021", None)
    assert line.reason.code == "assess.only_before"
    assert dict(line.reason.params).items() >= {"value": "1.5", "period": "2021"}.items()
