"""The rolling evaluation of the forecast: fair windows, two halves, widths that hold what they say."""

from __future__ import annotations

import math
import random
from decimal import Decimal
from pathlib import Path

import pytest
from bench.forecasts import run, series
from bench.forecasts.judging import Judged, error_of, held, judged, learnt, own_error
from bench.forecasts.series import Group, Yearly
from bench.forecasts.ways import Named, drift, naive, own, peers
from bench.forecasts.windows import QUARTERLY, YEARLY, Window, windows

from camket.assess.forecast import WIDTHS, Widths

STATES = """"Name","CODE",2001,2002,2003,2004
"Bắc",1,10,12,14,
"Nam",2,,20,21,23
"Đông",3,1,,3,4
"""
PANEL = """who,year,made,used
x,2002,5,50
x,2001,4,40
y,2001,7,70
"""
MONTHS = "month,value\n" + "".join(f"2001-{n},{n}\n" for n in range(1, 8))
QUARTERS = """"year","quarter","made"
2001,1,1
2001,2,2
2001,3,3
2001,4,4
"""


def wandering(group: str, count: int, years: int, seed: int = 7) -> list[Yearly]:
    """Series that go up unevenly, each by its own pace."""
    draw = random.Random(seed)
    found = []
    for number in range(count):
        values = [100.0]
        for _ in range(years - 1):
            values.append(values[-1] + number % 5 + draw.gauss(0, 2))
        found.append(Yearly(group, f"unit {number}", tuple(values)))
    return found


def window(*known: float, ahead: tuple[float, ...] = (0.0, 0.0, 0.0)) -> Window:
    return Window("made", 0, known, ahead)


@pytest.mark.parametrize(
    ("name", "text", "rows", "expected"),
    [
        # what is empty at an end is left out, a gap leaves out the whole row
        ("wide.csv", STATES, lambda path: series._by_columns("Name", path),
         [("Bắc", [10, 12, 14]), ("Nam", [20, 21, 23])]),
        ("panel.csv", PANEL, lambda path: series._by_rows("who", "year", ("made", "used"), path),
         [("x", [4, 5]), ("x", [40, 50]), ("y", [7]), ("y", [70])]),
        ("quarters.csv", QUARTERS, series._by_quarters, [("made", [2.5])]),
        ("items.csv", QUARTERS, series._quarters, [("made", [1, 2, 3, 4])]),
        ("months.csv", MONTHS, series._months, [("all", [2, 5])]),
        ("years.csv", "Y,JAN,FEB,MAR\n2001,1,2,3\n2002,4,5,6\n", series._year_of_months, [("all", [2, 5])]),
        # a week without a value is left out of its quarter, and so are the years before the first whole one
        ("weeks.csv", "day,value\n19640101,9\n19650101,1\n19650108,\n19650115,3\n19650401,8\n", series._weeks,
         [("all", [2, 8])]),
    ],
)  # fmt: skip
def test_files_become_series(tmp_path: Path, name: str, text: str, rows: object, expected: object) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert list(rows(tmp_path / name)) == expected  # type: ignore[operator]  # one of three readers


def test_windows_are_evenly_of_all_groups_and_no_unit_is_in_both_halves() -> None:
    many, few = wandering("many", 40, 60), wandering("few", 4, 20)
    found = windows([*many, *few], most=30)
    counts = {(group, half): 0 for group in ("many", "few") for half in (0, 1)}
    for each in found:
        counts[each.group, each.half] += 1
        assert len(each.known) in YEARLY.lengths and len(each.ahead) == 3
    assert counts["many", 0] == counts["many", 1] == 30
    assert 0 < counts["few", 0] <= 30
    halves: dict[float, set[int]] = {}
    for unit in many:
        own_halves = {each.half for each in found if each.known[0] in unit.values[1:] and each.group == "many"}
        halves[unit.values[1]] = own_halves
    assert all(len(each) <= 1 for each in halves.values())


def test_what_lies_ahead_is_never_seen() -> None:
    (found,) = windows([Yearly("made", "x", tuple(map(float, range(9))))], most=9)
    assert (found.known, found.ahead) == ((1.0, 2.0, 3.0, 4.0, 5.0), (6.0, 7.0, 8.0))


def test_quarters_are_judged_against_those_of_the_year_before() -> None:
    season = tuple(float(10 * (place % 4) + place // 4) for place in range(30))
    found = windows([Yearly("made", "x", season)], most=9, kind=QUARTERLY)
    assert {len(each.known) for each in found} <= set(QUARTERLY.lengths)
    told = judged(found)
    assert len(told) == len(found)
    # one more each year: camket misses nothing, the year before misses by one of the mean yearly change of one
    before = error_of(Named("before", lambda known: known[-4:]), told)
    assert before is not None
    assert (round(before.mean, 6), round(before.own_mean, 3)) == (1, 0)
    assert len(learnt(told).quarters) == 4 and learnt(told).years == ()
    assert [each.name for each in peers(QUARTERLY)][:3] == [
        "naive: it stays",
        "as the year before",
        "drift: as on average",
    ]


def test_the_two_simplest_ways() -> None:
    assert naive((1.0, 3.0, 4.0)) == (4.0, 4.0, 4.0)
    assert drift((1.0, 3.0, 5.0)) == (7.0, 9.0, 11.0)


def test_camket_is_asked_as_the_board_asks_it() -> None:
    found = own((10.0, 12.0, 14.0, 16.0), Widths(holds=Decimal("0.8"), years=(Decimal(1),)))
    assert [(each.value, each.high) for each in found.years] == [(Decimal(18), Decimal(20))]  # a step of 2
    assert own((10.0, 10.0, 10.0, 10.0), WIDTHS).years == ()


def test_misses_are_counted_in_steps_and_widths_hold_what_they_were_learnt_from() -> None:
    # by hand: expected 10, 10, 10 with a step of 2; values 12, 9, 14 miss by 1, 0.5 and 2 steps
    one = Judged(window(8.0, 10.0, ahead=(12.0, 9.0, 14.0)), (10.0, 10.0, 10.0), 2.0)
    assert one.missed() == (1.0, 0.5, 2.0)
    # ten misses of 0.1 to 1 steps: eight of them are to lie within, and the ninth too where it is the bound itself
    ten = [Judged(window(0.0, 1.0, ahead=(n / 10, n / 10, n / 10)), (0.0, 0.0, 0.0), 1.0) for n in range(1, 11)]
    assert learnt(ten).years == (Decimal("0.90"),) * 3
    assert held(ten, learnt(ten)) == (0.9, 0.9, 0.9)
    assert held(ten, Widths(holds=Decimal("0.8"), years=(Decimal("0.5"), Decimal(2), Decimal("0.05")))) == (0.5, 1, 0)


def test_a_way_is_judged_on_the_windows_that_it_answers_and_camket_on_the_same() -> None:
    told = judged(
        [
            window(
                10.0, 12.0, 14.0, 16.0, ahead=(18.0, 20.0, 22.0)
            ),  # a line: camket and drift are right, naive misses
            window(10.0, 11.0, 10.0, 11.0, ahead=(11.0, 11.0, 11.0)),
        ]
    )
    refusing = Named("refusing", lambda known: None if known[1] == 12 else naive(known))
    stays, refused = error_of(Named("naive", naive), told), error_of(refusing, told)
    assert stays is not None and refused is not None
    # 16 against 18, 20, 22: 2, 4, 6 of steps of 2 are 1, 2, 3, in the mean 2; the other window is missed by nothing
    assert (stays.windows, stays.mean) == (2, 1.0)
    assert (refused.windows, refused.mean) == (1, 0.0)
    assert own_error(told[:1]).mean == 0
    assert error_of(Named("mute", lambda _: None), told) is None


def test_the_bench_tells_who_is_better_and_which_widths_hold(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    years = [str(2001 + place) for place in range(30)]
    rows = [",".join((f"u{at}", *(f"{value:.3f}" for value in each.values)))
            for at, each in enumerate(wandering("made", 60, 30))]  # fmt: skip
    (tmp_path / "made.csv").write_text("\n".join((",".join(("Name", *years)), *rows)), encoding="utf-8")
    monkeypatch.setattr(series, "_folder", lambda package: tmp_path if package == "here" else None)
    groups = (
        Group("things made", "here", "ours", "made.csv", lambda path: series._by_columns("Name", path)),
        Group("things lost", "elsewhere", "theirs", "lost.csv", lambda _: iter(())),
    )
    monkeypatch.setattr(run, "peers", lambda _: (Named("oracle", lambda known: drift(known)), Named("naive", naive)))
    lines = run.forecast_lines(groups, ())
    told = "\n".join(lines)
    assert "left out: elsewhere" in lines[0]
    assert "things made" in told and "here (ours)" in told and "things lost" not in told
    learnt_lines = [line for line in lines if line.startswith("learnt on the")]
    assert len(learnt_lines) == 2 and not any("OUTSIDE" in line for line in learnt_lines)


def test_without_any_series_the_bench_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(series, "_folder", lambda _: None)
    assert run.forecast_lines()[-1] == "no series, no forecast to judge"
    assert "libpysal, linearmodels, statsmodels" in run.forecast_lines()[0]


def test_the_simple_peers_are_always_there() -> None:
    ways = peers()
    assert [each.name.split(":")[0] for each in ways][:2] == ["naive", "drift"]
    for each in ways:
        said = each.way(tuple(float(value) for value in (3, 4, 6, 7, 9, 10, 12, 13, 15, 16)))
        assert said is None or all(map(math.isfinite, said))
