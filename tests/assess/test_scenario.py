from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.assess.making import figure, placed

from camket.assess.scenario import Around, Level, Path, named_paths, needed, run, stated_paths
from camket.errors import UsageError
from camket.registry.memory import MemoryRegistry

D = Decimal
TEN = Path(name="own", growth=D(10))
BASE, HIGH = named_paths()


def test_the_named_paths_are_more_than_8_and_more_than_10() -> None:
    assert [(path.name, path.growth, path.least) for path in (BASE, HIGH)] == [
        ("base", D(8), True),
        ("high", D(10), True),
    ]


def test_size_at_constant_prices() -> None:
    # by hand: 200 x 1.08 = 216; x 1.08 = 233.28; at 10 %: 220, 242
    start = Level(value=D(200), year=2025, unit="VND", inputs=("s1",), confidence=0.8)
    slow, fast = run(BASE, start, 2027), run(HIGH, start, 2027)
    assert [(each.year, each.value) for each in slow.years] == [(2026, D("216.00")), (2027, D("233.28"))]
    assert [(each.year, each.value) for each in fast.years] == [(2026, D("220.00")), (2027, D("242.00"))]
    assert (slow.least, slow.inputs, slow.confidence, slow.method.code) == (True, ("s1",), 0.8, "assess.run_size")


def test_per_head_in_dollars_moves_with_people_prices_and_the_dollar() -> None:
    # by hand: 1.10 x 1.04 / (1.02 x 1.04) = 1.0784313...; 5100 x that = 5500
    around = Around(people=D(2), prices=D(4), currency=D(4))
    found = run(TEN, Level(value=D(5100), year=2025, unit="USD"), 2026, what="per_head", around=around)
    assert [each.value for each in found.years] == [D("5500.00")]
    # in đồng the dollar does not matter: 1.10 x 1.04 / 1.02 = 1.1215686...; 51 x that = 57.2
    in_dong = run(TEN, Level(value=D(51), year=2025, unit="VND"), 2026, what="per_head", around=around)
    assert [each.value for each in in_dong.years] == [D("57.20")]
    assert dict(found.method.params)["people"] == "2"


def test_revenue_keeps_its_share_of_the_size() -> None:
    # by hand: 50 x 1.10 x 1.02 = 56.1; people do not matter
    around = Around(people=D(3), prices=D(2))
    found = run(TEN, Level(value=D(50), year=2025, unit="VND"), 2026, what="revenue", around=around)
    assert [each.value for each in found.years] == [D("56.10")]


def test_a_path_may_have_years_of_its_own() -> None:
    # 100 x 1.05 x 1.10 = 115.5
    path = Path(name="own", growth=D(10), single=((2026, D(5)),))
    found = run(path, Level(value=D(100), year=2025, unit="VND"), 2027)
    assert [each.value for each in found.years] == [D("105.00"), D("115.50")]


def test_backwards_9200_dollars_a_head_by_2030() -> None:
    # by hand: 9200 / 5852 = 1.572112; ln = 0.452420; a fifth = 0.090484; e^ = 1.094704: 9.4704, rounded up 9.48
    start = Level(value=D(5852), year=2025, unit="USD", inputs=("s1",))
    plain = needed(start, D(9200), 2030, what="per_head")
    assert (plain.first, plain.growth, plain.yearly) == (2026, D("9.48"), D("9.48"))
    # with people growing by 1 % the size must: 1.094704 x 1.01 = 1.105651
    crowded = needed(start, D(9200), 2030, what="per_head", around=Around(people=D(1)))
    assert (crowded.growth, crowded.yearly) == (D("10.57"), D("9.48"))
    assert (crowded.method.code, crowded.inputs) == ("assess.needed_per_head", ("s1",))


def test_backwards_over_a_year_that_is_not_free() -> None:
    # by hand: 100 in 2024, 2025 by 10 %: 110; 133.1 = 110 x 1.21, so 10 % in both years
    start = Level(value=D(100), year=2024, unit="VND", inputs=("s1",))
    before = Path(name="2025", growth=D(10), inputs=("s2",), confidence=0.7)
    found = needed(start, D("133.1"), 2027, first=2026, before=before)
    assert (found.growth, found.inputs, found.confidence) == (D("10.00"), ("s1", "s2"), 0.7)
    assert dict(found.method.params)["opening"] == "110"
    unknown = needed(start, D("133.1"), 2027, first=2026)
    assert (unknown.growth, unknown.method.code) == (None, "assess.path_years_open")


def test_the_pace_from_now_may_be_a_fall() -> None:
    # 100 to 81 in two years: 0.9 x 0.9
    found = needed(Level(value=D(100), year=2025, unit="VND"), D(81), 2027)
    assert found.growth == D("-10.00")


@pytest.mark.parametrize(
    ("value", "goal", "last", "code"),
    [
        ("0", "10", 2030, "assess.path_from_nothing"),
        ("-5", "10", 2030, "assess.path_from_nothing"),
        ("5", "0", 2030, "assess.path_to_nothing"),
        ("5", "10", 2025, "assess.path_no_years"),
    ],
)
def test_what_cannot_be_worked_out_says_why(value: str, goal: str, last: int, code: str) -> None:
    start = Level(value=D(value), year=2025, unit="VND")
    found = needed(start, D(goal), last)
    assert (found.growth, found.method.code) == (None, code)
    if code != "assess.path_to_nothing":
        assert (run(TEN, start, last).years, run(TEN, start, last).method.code) == ((), code)


def test_a_path_that_leaves_nothing_is_refused() -> None:
    with pytest.raises(UsageError):
        Path(name="own", growth=D(-100))
    with pytest.raises(UsageError):
        Path(name="own", growth=D(5), single=((2026, D(-120)),))
    with pytest.raises(UsageError):
        Around(people=D(-100))


def test_a_path_over_centuries_does_not_run_out_of_digits() -> None:
    wild = Path(name="own", growth=D(900))
    assert run(wild, Level(value=D(1), year=1900, unit="VND"), 2000).years[-1].value == D(10) ** 100
    assert needed(Level(value=D(1), year=2025, unit="VND"), D(10) ** 40, 2026).growth == (D(10) ** 40 - 1) * 100


def test_paths_that_papers_draw() -> None:
    drawn = figure("trên 9%", "9", role="scenario", comparator="gt", period="2026/2030", scenario="phấn đấu", id="p",
                   confidence=0.6)  # fmt: skip
    asked = figure("10%", "10", role="target", period="2026")
    elsewhere = figure("7%", "7", role="scenario", period="2026", area="Hải Phòng")
    statements = MemoryRegistry(
        [placed("plan", published="2025-12-01", figures=[drawn, asked, elsewhere])]
    ).statements()
    own = next(each.series for each in statements if each.id == "p")
    assert own is not None
    assert stated_paths(statements, own.area) == (
        Path(name="phấn đấu", growth=D(9), least=True, inputs=("p",), confidence=0.6),
    )


amounts = st.decimals(1, 10**6, places=2)
rates = st.decimals(-20, 30, places=2)


@given(amounts, amounts, st.integers(2026, 2045), rates, rates, rates)
def test_the_pace_needed_reaches_the_goal(start: D, goal: D, last: int, people: D, prices: D, currency: D) -> None:
    level, around = Level(value=start, year=2025, unit="USD"), Around(people=people, prices=prices, currency=currency)
    pace = needed(level, goal, last, what="per_head", around=around).growth
    assert pace is not None
    if pace > -99:
        reached = run(Path(name="own", growth=pace), level, last, what="per_head", around=around).years[-1].value
        assert reached >= goal - D("0.01")
        # a hundredth less would not do
        less = run(Path(name="own", growth=pace - D("0.01")), level, last, what="per_head", around=around)
        assert less.years[-1].value <= goal + D("0.01")


@given(amounts, amounts, st.sampled_from((D(1000), D(10) ** 6, D(10) ** 9)))
def test_the_unit_changes_no_pace(start: D, goal: D, factor: D) -> None:
    plain = needed(Level(value=start, year=2025, unit="VND"), goal, 2030)
    scaled = needed(Level(value=start * factor, year=2025, unit="VND"), goal * factor, 2030)
    assert (plain.growth, plain.yearly) == (scaled.growth, scaled.yearly)


@given(amounts, rates, rates)
def test_more_growth_gives_no_less(start: D, one: D, other: D) -> None:
    level = Level(value=start, year=2025, unit="VND")
    low, high = (run(Path(name="own", growth=each), level, 2030).years[-1].value for each in sorted((one, other)))
    assert low <= high
