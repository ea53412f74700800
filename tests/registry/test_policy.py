from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.assess.making import figure, placed

from camket.model.series import Statement
from camket.registry.policy import choose, vintage_rank
from camket.resolve.series import statements_of


def said(
    value: str, *, day: str = "2023-06-01", kind: str = "press", issuer: str | None = None, preferred: bool = False,
    **fields: Any,
) -> Statement:  # fmt: skip
    known: dict[str, Any] = {"id": value, "period": "2022"} | fields
    made = placed(f"p{value}", published=day, source_kind=kind, issuer=issuer, figures=[figure(value, value, **known)])
    (statement,) = statements_of(made)
    return replace(statement, preferred=preferred)


@pytest.mark.parametrize(
    ("better", "worse", "reason"),
    [
        (said("1", vintage="official"), said("2", vintage="preliminary", kind="statistics"), "vintage"),
        (said("1", vintage="preliminary"), said("2"), "vintage"),
        (said("1"), said("2", role="estimate", vintage="estimate_2", kind="statistics"), "vintage"),
        (said("1", role="estimate", vintage="estimate_2"), said("2", role="estimate"), "vintage"),
        (said("1", kind="statistics"), said("2", kind="report", day="2024-01-01"), "source"),
        (said("1", kind="report"), said("2", kind="speech"), "source"),
        (said("1", kind="other", issuer="Cục Thống kê tỉnh Bắc Ninh"), said("2", kind="report"), "source"),
        (said("1"), said("2", comparator="gt", confidence=0.9), "exact"),
        (said("1", confidence=0.9), said("2", confidence=0.8, day="2024-01-01"), "confidence"),
        (said("1", day="2024-01-01"), said("2"), "later"),
        (said("1", day="2024-01-01"), said("2", day=""), "later"),
        (said("1"), said("2"), "mention"),
        (said("1", preferred=True, role="estimate"), said("2", vintage="preliminary", kind="statistics"), "preferred"),
        (said("1", vintage="official"), said("2", preferred=True), "vintage"),
        (said("1", vintage="official", preferred=True), said("2", vintage="official", kind="statistics"), "preferred"),
    ],
)
def test_what_decides(better: Statement, worse: Statement, reason: str) -> None:
    for order in permutations((better, worse)):
        standing = choose(order)
        assert standing.statement.id == "1"
        assert standing.reasons[0].code == f"registry.{reason}"


def test_an_actual_said_before_its_year_was_over_is_an_estimate() -> None:
    assert vintage_rank(said("8.75", day="2022-11-28")) == vintage_rank(said("8.75", role="estimate"))
    assert vintage_rank(said("7.39", day="2023-01-02")) > vintage_rank(said("8.75", day="2022-11-28"))


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["actual", "estimate"]),
            st.sampled_from([None, "2022-11-01", "2023-02-01"]),
            st.sampled_from(["press", "report"]),
            st.sampled_from([0.5, 0.9]),
        ),
        min_size=1,
        max_size=5,
    ),
    st.randoms(use_true_random=False),
)
def test_the_choice_never_depends_on_the_order(parts: list[tuple[Any, ...]], random: Any) -> None:
    statements = [
        said(str(index), role=role, day=day or "", kind=kind, confidence=sure)
        for index, (role, day, kind, sure) in enumerate(parts)
    ]
    shuffled = statements.copy()
    random.shuffle(shuffled)
    assert choose(shuffled) == choose(statements)


def test_a_lone_statement_stands_without_rivals() -> None:
    standing = choose([said("1")])
    assert (standing.rivals, standing.reasons) == ((), ())
    assert standing.statement.source.published == date(2023, 6, 1)
