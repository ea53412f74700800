from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from typing import Any

import pytest
from msgspec.structs import replace
from tests.assess.making import figure, placed, tally, target

from camket.assess import assess
from camket.model.extraction import Extraction
from camket.model.fact import Tally
from camket.model.scoreboard import Count, PlanBoard, Scoreboard

XIX: dict[str, Any] = {"plan": "Nghị quyết Đại hội lần thứ XIX", "period": "2015/2020"}


def papers(*told: tuple[str, Tally]) -> list[Extraction]:
    return [placed(f"p{number}", published=day, tallies=[each]) for number, (day, each) in enumerate(told)]


def only_plan(board: Scoreboard) -> PlanBoard:
    (plan,) = board.plans
    return plan


def verdicts(board: Scoreboard) -> set[str]:
    return {line.verdict for line in only_plan(board).tallies}


def test_22_met_or_exceeded_and_19_exceeded_of_26_are_compatible() -> None:
    told = papers(
        ("2021-04-15", tally(22, 26, "achieved_or_exceeded", id="t22", **XIX)),
        ("2020-09-25", tally(19, 26, "exceeded", id="t19", **XIX)),
    )
    for order in permutations(told):
        board = assess(order)
        assert board.contradictions == ()
        (pair,) = board.compatible
        assert (pair.kind, pair.statements, pair.reason.code) == ("tallies", ("t19", "t22"), "assess.tally_subset")
        assert dict(pair.reason.params)["rest"] == "3"
        assert verdicts(board) == {"compatible"}
        assert [source.quote for source in pair.sources] == ["19/26 chỉ tiêu", "22/26 chỉ tiêu"]


@pytest.mark.parametrize("days", [("2025-12-05", "2025-12-09"), ("2025-12-09", "2025-12-05"), ("", "")])
def test_11_and_17_met_and_exceeded_of_18_contradict(days: tuple[str, str]) -> None:
    board = assess(
        papers(
            (days[0], tally(17, 18, "achieved_or_exceeded", period="2024")),
            (days[1], tally(11, 18, "achieved_or_exceeded", period="2024")),
        )
    )
    (pair,) = board.contradictions
    assert (pair.kind, pair.reason.code) == ("tallies", "assess.tally_two_counts")
    assert board.compatible == ()
    assert verdicts(board) == {"contradicting"}


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        (("exceeded", 23), ("achieved_or_exceeded", 22), "assess.tally_part_larger"),
        (("achieved", 23), ("achieved_or_exceeded", 22), "assess.tally_part_larger"),
        (("achieved_or_exceeded", 22), ("failed", 5), "assess.tally_too_many"),
        (("exceeded", 19), ("achieved", 8), "assess.tally_too_many"),
        (("failed", 4), ("failed", 5), "assess.tally_two_counts"),
    ],
)
def test_what_cannot_both_be_true(one: tuple[str, int], other: tuple[str, int], code: str) -> None:
    assert [line.reason.code for line in _pair(one, other).contradictions] == [code]


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        (("exceeded", 22), ("achieved_or_exceeded", 22), "assess.tally_subset"),
        (("achieved", 3), ("achieved_or_exceeded", 22), "assess.tally_parts"),
        (("achieved", 3), ("exceeded", 19), "assess.tally_parts"),
        (("achieved", 22), ("exceeded", 19), "assess.tally_parts"),  # `đạt` may hold those exceeded
        (("achieved_or_exceeded", 22), ("failed", 4), "assess.tally_parts"),
    ],
)
def test_what_can_both_be_true(one: tuple[str, int], other: tuple[str, int], code: str) -> None:
    board = _pair(one, other)
    assert board.contradictions == ()
    assert [line.reason.code for line in board.compatible] == [code]


def _pair(one: tuple[str, int], other: tuple[str, int]) -> Scoreboard:
    def made(state: str, done: int) -> Tally:
        fields: dict[str, Any] = dict(XIX)
        if state == "failed":
            fields["of"] = "chỉ tiêu không đạt"
        kept: Any = "other" if state == "failed" else state
        return tally(done, 26, kept, **fields)

    return assess(papers(("2020-09-25", made(*one)), ("2020-09-26", made(*other))))


@pytest.mark.parametrize(
    "others",
    [
        [tally(9, 12, "achieved_or_exceeded", **XIX)],  # another total
        [tally(17, 26, "other", **XIX)],  # a state that the words do not tell
        [tally(25, 27, "completed", of="chương trình trọng tâm", quote="25/27 chương trình", **XIX)],
    ],
)
def test_what_cannot_be_told(others: Sequence[Tally]) -> None:
    board = assess(papers(("2020-09-25", tally(22, 26, "achieved_or_exceeded", **XIX)), ("2020-09-25", others[0])))
    assert (board.contradictions, board.compatible) == ((), ())
    assert verdicts(board) == {"cannot_tell"}


def test_more_reached_later_is_progress() -> None:
    term: dict[str, Any] = {"plan": "Nghị quyết Đại hội lần thứ XX", "period": "2020/2025"}
    board = assess(
        papers(
            ("2023-07-01", tally(11, 28, "achieved_or_exceeded", **term)),
            ("2025-01-13", tally(20, 28, "achieved_or_exceeded", **term)),
        )
    )
    assert [line.kind for line in board.compatible] == ["progress"]


def test_once_the_plan_is_over_nothing_more_is_reached() -> None:
    board = assess(
        papers(
            ("2023-02-01", tally(11, 18, "achieved_or_exceeded", period="2022")),
            ("2023-09-01", tally(17, 18, "achieved_or_exceeded", period="2022")),
        )
    )
    assert [line.reason.code for line in board.contradictions] == ["assess.tally_two_counts"]


def board_with_count(done: int, total: int, state: Any) -> PlanBoard:
    """Four targets of 2022: one exceeded, one met, one missed, one without a value."""
    share: dict[str, Any] = {"measure": "level", "period": "2022"}
    made = [
        ("trained_labour_rate", "77", "79"),
        ("health_insurance_coverage", "95", "95"),
        ("urbanization_rate", "43", "30"),
        ("clean_water_rate", "98", None),
    ]
    aims = [target(f"{bound}%", bound, indicator=name, **share) for name, bound, _ in made]
    reached = [figure(f"{value}%", value, indicator=name, **share) for name, _, value in made if value]
    return only_plan(
        assess(
            [
                placed("plan", published="2022-01-10", figures=aims),
                placed(
                    "report",
                    published="2023-03-01",
                    figures=reached,
                    tallies=[tally(done, total, state, period="2022")],
                ),
            ]
        )
    )


@pytest.mark.parametrize(
    ("done", "total", "state", "verdict", "code", "unknown"),
    [
        (2, 4, "achieved_or_exceeded", "cannot_tell", "assess.tally_open", 1),
        (3, 4, "achieved_or_exceeded", "cannot_tell", "assess.tally_open", 1),
        (4, 4, "achieved_or_exceeded", "contradicting", "assess.tally_against_count", 1),
        (1, 4, "achieved_or_exceeded", "contradicting", "assess.tally_against_count", 1),
        (0, 4, "exceeded", "contradicting", "assess.tally_against_count", 1),
        (12, 15, "achieved_or_exceeded", "cannot_tell", "assess.tally_open", 12),
        (2, 4, "other", "cannot_tell", "assess.tally_not_counted", 1),
        # papers name four targets, the claim counts three: which three, nobody can tell
        (0, 3, "achieved_or_exceeded", "cannot_tell", "assess.tally_open", 1),
    ],
)
def test_a_claim_stands_beside_what_is_counted_here(
    done: int, total: int, state: str, verdict: str, code: str, unknown: int
) -> None:
    (line,) = board_with_count(done, total, state).tallies
    assert line.counted == Count(met=1, exceeded=1, missed=1, unknown=unknown)
    assert (line.verdict, line.reason.code) == (verdict, code)
    assert (line.claimed.done, line.claimed.total, line.claimed.state) == (done, total, state)


def test_a_claim_is_confirmed_where_all_is_known() -> None:
    share: dict[str, Any] = {"measure": "level", "period": "2022", "indicator": "trained_labour_rate"}
    papers_ = [
        placed("plan", published="2022-01-10", figures=[target("77%", "77", **share)]),
        placed("report", published="2023-03-01", figures=[figure("79%", "79", **share)],
               tallies=[tally(1, 1, "exceeded", period="2022")]),
    ]  # fmt: skip
    (line,) = only_plan(assess(papers_)).tallies
    assert (line.verdict, line.reason.code) == ("compatible", "assess.tally_as_counted")


def test_a_tally_said_in_title_and_text_is_one() -> None:
    twice = [tally(19, 26, "exceeded", **XIX), tally(19, 26, "exceeded", **XIX)]
    board = assess([placed("p", published="2020-09-25", tallies=twice)])
    assert len(only_plan(board).tallies) == 1
    assert board.compatible == ()


def test_a_tally_of_no_known_plan_is_a_finding() -> None:
    lost = tally(20, 28, "achieved", of="nội dung", quote="20/28 nội dung", period="2024")
    board = assess([placed("p", published="2025-01-13", tallies=[lost])])
    assert [finding.message.code for finding in board.findings] == ["assess.tally_without_plan"]


def test_the_words_after_a_count_can_tell_that_it_failed() -> None:
    text = "17/18 chỉ tiêu đạt và vượt; 7/18 chỉ tiêu không đạt"
    reached = tally(17, 18, "achieved_or_exceeded", period="2024")
    failed = replace(tally(7, 18, "other", period="2024"), start=28, end=41)
    board = assess([placed("p", published="2025-01-10", tallies=[reached, failed], text=text)])
    assert [line.reason.code for line in board.contradictions] == ["assess.tally_too_many"]


def two_papers() -> list[Extraction]:
    """One paper counts 17 met and exceeded, 10 exceeded, 7 met and 1 failed of 18; another 11 and 7."""
    text = "17/18 chỉ tiêu đạt và vượt, 10 chỉ tiêu vượt, 7 chỉ tiêu đạt, 01 chỉ tiêu không đạt"
    own = [
        tally(17, 18, "achieved_or_exceeded", period="2025", id="a17"),
        tally(10, 18, "exceeded", period="2025", id="a10"),
        tally(7, 18, "achieved", period="2025", id="a7"),
        tally(1, 18, "other", period="2025", id="a1", of="chỉ tiêu không đạt"),
    ]
    other = [
        tally(11, 18, "achieved_or_exceeded", period="2025", id="b11"),
        tally(7, 18, "other", period="2025", id="b7", of="chỉ tiêu không đạt"),
    ]
    return [
        placed("a", published="2025-12-05", tallies=own, text=text),
        placed("b", published="2025-12-09", tallies=other),
    ]


def test_what_two_papers_contradict_in_is_told_once() -> None:
    for order in permutations(two_papers()):
        board = assess(order)
        (line,) = board.contradictions
        assert set(line.statements) == {"a17", "a1", "b11", "b7"}
        assert line.reason.code == "assess.tally_two_counts"
        assert {dict(line.reason.params)[name] for name in ("one", "other")} == {"17/18", "11/18"}
        assert board.compatible == ()


def test_a_paper_does_not_confirm_itself_nor_one_that_it_contradicts() -> None:
    found = {line.statement: line.verdict for line in only_plan(assess(two_papers())).tallies}
    assert found == {
        "a17": "contradicting", "a1": "contradicting", "b11": "contradicting", "b7": "contradicting",
        "a10": "cannot_tell", "a7": "cannot_tell",
    }  # fmt: skip


def test_the_parts_that_one_paper_counts_up_are_no_difference() -> None:
    board = assess(two_papers()[:1])
    assert (board.contradictions, board.compatible) == ((), ())
    assert verdicts(board) == {"cannot_tell"}


@pytest.mark.parametrize(("apart", "codes"), [(40, []), (900, ["assess.tally_subset"])])
def test_two_numbers_of_one_paper_are_explained_where_they_stand_far_apart(apart: int, codes: list[str]) -> None:
    title = tally(19, 26, "exceeded", **XIX)
    text = replace(tally(22, 26, "achieved_or_exceeded", **XIX), start=apart, end=apart + 14)
    board = assess([placed("p", published="2020-09-25", tallies=[title, text], text="x" * 1000)])
    assert [line.reason.code for line in board.compatible] == codes


def test_the_parts_of_one_total_in_two_papers_are_one_line() -> None:
    parts = [
        tally(3, 26, "achieved", id="t3", **XIX),
        tally(4, 26, "other", id="t4", **XIX | {"of": "chỉ tiêu không đạt"}),
    ]
    board = assess(
        [
            placed("a", published="2020-09-25", tallies=[tally(19, 26, "exceeded", id="t19", **XIX)]),
            placed("b", published="2020-09-26", tallies=parts),
        ]
    )
    (line,) = board.compatible
    assert (line.reason.code, set(line.statements)) == ("assess.tally_parts", {"t19", "t3", "t4"})
    assert {dict(line.reason.params)[name] for name in ("one", "other")} == {"19/26", "3/26, 4/26"}


def test_what_cannot_be_counted_is_not_confirmed_by_being_said_twice() -> None:
    programmes = [
        tally(27, 27, "completed", of="chương trình trọng tâm", quote="27/27 chương trình", **XIX) for _ in range(2)
    ]
    board = assess(papers(("2020-09-25", programmes[0]), ("2020-09-26", programmes[1])))
    assert [(line.verdict, line.reason.code) for line in only_plan(board).tallies] == [
        ("cannot_tell", "assess.tally_not_counted")
    ] * 2


def test_the_set_that_a_tally_counts_is_told() -> None:
    told = {line.statement: line.claimed.counts for line in only_plan(assess(two_papers())).tallies}
    assert told == {"a17": "reached", "a10": "exceeded", "a7": "met", "a1": "failed", "b11": "reached", "b7": "failed"}
