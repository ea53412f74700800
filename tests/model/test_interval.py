from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.model.fact import Comparator
from camket.model.interval import Interval, between, bound, cut_to_share, exactly, measured

D = Decimal
_numbers = st.decimals(min_value=-1000, max_value=1000, places=2)
_intervals = st.tuples(_numbers, _numbers, st.booleans(), st.booleans(), st.booleans(), st.booleans()).map(
    lambda parts: Interval(
        low=None if parts[4] else min(parts[:2]),
        high=None if parts[5] else max(parts[:2]),
        low_closed=parts[2] and not parts[4],
        high_closed=parts[3] and not parts[5],
    )
)


@pytest.mark.parametrize(
    ("value", "comparator", "step", "low", "high", "low_closed", "high_closed"),
    [
        ("6.9", "eq", "0.1", "6.85", "6.95", True, False),
        ("-2.3", "eq", "0.1", "-2.35", "-2.25", False, True),
        ("165000000000000", "eq", "1000000000", "164999500000000", "165000500000000", True, False),
        ("211", "eq", None, "211", "211", True, True),
        ("100", "gt", "1", "100", "105", False, True),
        ("100", "ge", "1", "100", "105", True, True),
        ("100", "lt", "1", "95", "100", True, False),
        ("100", "le", "1", "95", "100", True, True),
        ("100", "approx", "1", "95", "105", True, True),
        ("-6", "gt", "1", "-6.30", "-6", True, False),
        ("10", "within", None, "1", "10", True, True),
    ],
)
def test_what_a_number_can_mean(
    value: str, comparator: Comparator, step: str | None, low: str, high: str, low_closed: bool, high_closed: bool
) -> None:
    found = measured(D(value), comparator, step=D(step) if step else None)
    assert found == Interval(low=D(low), high=D(high), low_closed=low_closed, high_closed=high_closed)


def test_nearly_is_only_ever_less() -> None:
    assert measured(D(600), "approx", nearly=True) == Interval(low=D(570), high=D(600))


def test_a_range_is_its_ends_in_any_order() -> None:
    assert measured(D(-1), "range", value_high=D("-1.5")) == between(D("-1.5"), D(-1))


@pytest.mark.parametrize(
    ("value", "comparator", "expected"),
    [
        ("8", "gt", "(8, inf)"),
        ("80", "ge", "[80, inf)"),
        ("1", "lt", "(-inf, 1)"),
        ("1.1", "le", "(-inf, 1.1]"),
        ("43", "eq", "[43, 43]"),
        ("10", "within", "[1, 10]"),
        ("-1", "ge", "(-inf, -1]"),  # giảm ít nhất 1 điểm phần trăm
        ("-1", "le", "[-1, inf)"),
    ],
)
def test_target_bounds_are_exact(value: str, comparator: Comparator, expected: str) -> None:
    assert str(bound(D(value), comparator)) == expected


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (measured(D("6.9"), "eq", step=D("0.1")), measured(D("6.93"), "eq", step=D("0.01")), True),
        (measured(D("6.9"), "eq", step=D("0.1")), measured(D("6.95"), "eq", step=D("0.01")), True),
        (measured(D("6.9"), "eq", step=D("0.1")), measured(D("6.96"), "eq", step=D("0.01")), False),
        (measured(D("1.1"), "eq", step=D("0.1")), measured(D("1.31"), "eq", step=D("0.01")), False),
        (measured(D("33"), "gt"), measured(D("33.07"), "eq", step=D("0.01")), True),
        (exactly(D(1)), Interval(low=D(1), high=D(2), low_closed=False), False),
    ],
)
def test_agreement(one: Interval, other: Interval, agree: bool) -> None:
    assert one.meets(other) is agree


@given(_intervals, _intervals)
def test_meeting_is_mutual(one: Interval, other: Interval) -> None:
    assert one.meets(other) == other.meets(one)


@given(_intervals, _intervals, _numbers)
def test_a_common_value_means_that_they_meet(one: Interval, other: Interval, value: Decimal) -> None:
    if one.contains(value) and other.contains(value):
        assert one.meets(other)


@given(_numbers, st.sampled_from(["0.01", "0.1", "1", "10"]), st.sampled_from(["eq", "ge", "le", "approx"]))
def test_a_number_means_itself(value: Decimal, step: str, comparator: Comparator) -> None:
    assert measured(value, comparator, step=D(step)).contains(value)


@given(_numbers, st.sampled_from(["0.1", "1"]))
def test_rounding_is_never_a_contradiction(value: Decimal, step: str) -> None:
    printed = value.quantize(D(step))
    if abs(printed - value) < D(step) / 2:
        assert measured(printed, "eq", step=D(step)).meets(measured(value, "eq", step=D("0.01")))


@given(_intervals)
def test_a_share_stays_between_0_and_100(interval: Interval) -> None:
    cut = cut_to_share(interval)
    whole = between(D(0), D(100))
    if interval.meets(whole):
        assert cut.low is not None and cut.high is not None
        assert cut.low >= 0 and cut.high <= 100
    else:
        assert cut == interval
