"""Charts: scales, what is drawn, what a reader by ear is told."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.report.chart import Aim, Break, Chart, Mark, draw, middle, spark
from camket.report.courses import Course, Step, key
from camket.report.months import MonthBar, month_bars
from camket.report.numbers import number
from camket.report.scale import Scale, nice_steps

SVG = "{http://www.w3.org/2000/svg}"


def mark(year: int, value: str, kind: str = "actual", href: str = "/x#1") -> Mark:
    return Mark(when=date(year, 7, 1), value=Decimal(value), kind=kind, label=f"{year}: {value} <%>", href=href)  # type: ignore[arg-type]  # the tests name kinds


def chart(**changed: object) -> Chart:
    parts: dict[str, object] = {
        "name": "a", "title": "GRDP & giá", "desc": "Tăng trưởng 2022-2024.", "unit": "%",
        "lines": ((mark(2022, "7.39"), mark(2023, "-9.28", "estimate"), mark(2024, "6.03")),),
    }  # fmt: skip
    return Chart(**{**parts, **changed})  # type: ignore[arg-type]


def tree(drawn: str) -> ET.Element:
    return ET.fromstring(drawn)  # noqa: S314 - of our own making


@pytest.mark.parametrize(
    ("low", "high", "steps"),
    [
        ("0", "10", "0 2 4 6 8 10"),
        ("-9.28", "10.6", "-10 -5 0 5 10 15"),
        ("1", "100", "0 20 40 60 80 100"),
        ("97.2", "98.4", "97.2 97.4 97.6 97.8 98.0 98.2 98.4"),
        ("-8", "-1", "-8 -6 -4 -2 0"),
        ("5", "5", None),
        ("0", "0", None),
    ],
)
def test_axes_have_round_numbers_around_their_values(low: str, high: str, steps: str | None) -> None:
    found = nice_steps(Decimal(low), Decimal(high))
    assert found[0] <= Decimal(low) <= Decimal(high) <= found[-1]
    if steps is not None:
        assert " ".join(str(each.normalize() + 0) for each in found) == " ".join(
            str(Decimal(each).normalize() + 0) for each in steps.split()
        )


@given(
    st.decimals(-(10**15), 10**15, allow_nan=False, places=3), st.decimals(-(10**15), 10**15, allow_nan=False, places=3)
)
def test_steps_hold_any_two_values_and_are_few(one: Decimal, other: Decimal) -> None:
    steps = nice_steps(one, other)
    assert steps[0] <= min(one, other) <= max(one, other) <= steps[-1]
    assert 2 <= len(steps) <= 8
    assert len({second - first for first, second in pairwise(steps)}) == 1


def test_a_scale_is_even_and_bears_a_single_value() -> None:
    assert Scale(0, 10, 100, 0).at(2.5) == 75
    assert Scale(3, 3, 0, 10).at(3) == 5


def test_every_value_is_a_link_that_says_itself() -> None:
    drawn = tree(draw(chart(), number))
    links = list(drawn.iter(f"{SVG}a"))
    assert [link.get("href") for link in links] == ["/x#1"] * 3
    assert [link.get("aria-label") for link in links] == ["2022: 7.39 <%>", "2023: -9.28 <%>", "2024: 6.03 <%>"]
    assert all(link.findtext(f"{SVG}title") for link in links)


def test_a_chart_is_named_and_is_an_image_where_nothing_can_be_followed() -> None:
    linked, bare = tree(draw(chart(), number)), tree(draw(chart(lines=((mark(2022, "1", href=""),),)), number))
    assert (linked.get("role"), bare.get("role")) == ("group", "img")
    assert linked.findtext(f"{SVG}title") == "GRDP & giá"
    assert linked.get("aria-labelledby") == "a-title a-desc"
    assert linked.find(f"{SVG}g[@role='img']") is not None


def test_estimates_are_hollow_and_rivals_are_tied_to_the_value_in_use() -> None:
    drawn = draw(chart(marks=(mark(2023, "-9.0", "rival"),)), number)
    assert drawn.count('fill="#fff"') == 1
    assert drawn.count("l8 8m0-8l-8 8") == 1
    assert len(list(tree(drawn).iter(f"{SVG}a"))) == 4


def test_ranges_are_bands_and_bounds_have_arrows() -> None:
    aims = (
        Aim(first=date(2022, 1, 1), last=date(2022, 12, 31), low=Decimal(5), high=Decimal(6), label="5-6%", href="/t"),
        Aim(
            first=date(2021, 1, 1), last=date(2025, 12, 31), low=Decimal(7), high=Decimal(7), toward="up",
            label="từ 7%", href="/u",
        ),
    )  # fmt: skip
    drawn = tree(draw(chart(aims=aims), number))
    (rectangle,) = drawn.iter(f"{SVG}rect")
    assert float(rectangle.get("width", "")) == pytest.approx(18, abs=0.1)
    assert float(rectangle.get("height", "")) > 0
    assert [link.get("href") for link in drawn.iter(f"{SVG}a")][:2] == ["/t", "/u"]


def test_a_break_is_drawn_where_it_lies_between_the_ends() -> None:
    said = Break(when=date(2023, 7, 1), label="địa giới mới")
    assert "địa giới mới" in draw(chart(breaks=(said,)), number)
    assert "địa giới cũ" not in draw(chart(breaks=(Break(when=date(1997, 1, 1), label="địa giới cũ"),)), number)


def test_nothing_leaves_the_drawing() -> None:
    drawn = tree(draw(chart(marks=(mark(2010, "400", "rival"),)), number, width=360, height=260))
    for circle in drawn.iter(f"{SVG}circle"):
        assert 0 <= float(circle.get("cx", "")) <= 360
        assert 0 <= float(circle.get("cy", "")) <= 260


@pytest.mark.parametrize(
    ("low", "high"), [("0.1", "0.7"), ("522618", "962890"), ("1000000", "2448200"), ("-9.28", "6")]
)
@pytest.mark.parametrize("width", [360, 760])
def test_labels_of_an_axis_are_whole(low: str, high: str, width: int) -> None:
    """Letters of the widest usual font are 0.64 of their height for each digit."""
    bars = [MonthBar(name="1", value=Decimal(high), before=None, label="x")]
    for drawn in (
        draw(chart(lines=((mark(2022, low), mark(2023, high)),)), number, width=width),
        month_bars(bars, "Từng tháng", "tỷ đồng", number, width=width),
    ):
        size = float(re.findall(r'font-size="(\d+)"', drawn)[0])
        labels = re.findall(r'<text x="([\d.]+)"[^>]*text-anchor="end"[^>]*>([^<]+)<', drawn)
        assert labels
        for x, said in labels:
            assert float(x) - len(said) * size * 0.64 >= 0, said


def test_sparks_need_two_values() -> None:
    assert spark([Decimal(1)], "một") == ""
    drawn = tree(spark([Decimal(-1), Decimal(2)], "hai số & dấu"))
    assert drawn.get("aria-label") == "hai số & dấu"
    assert len(list(drawn.iter(f"{SVG}path"))) == 2


def test_a_year_is_drawn_at_its_middle() -> None:
    assert middle(date(2024, 1, 1), date(2024, 12, 31)) == date(2024, 7, 1)


def course(style: int, *steps: tuple[int, str, str | None, str | None], href: str = "#nam") -> Course:
    return Course(
        steps=tuple(
            Step(
                when=date(year, 7, 1), value=Decimal(value), low=Decimal(low) if low else None,
                high=Decimal(high) if high else None, label=f"{year}: {value}" if year > 2024 else "", href=href,
            )
            for year, value, low, high in steps
        ),
        style=style,
    )  # fmt: skip


def test_what_may_come_finds_room_and_leads_to_where_it_is_told() -> None:
    fan = course(0, (2024, "6.03", "6.03", "6.03"), (2025, "7", "-20", "30"))
    drawn = tree(draw(chart(courses=(fan,)), number))
    assert "-20" in "".join(drawn.itertext()) and "30" in "".join(drawn.itertext())
    links = [each.get("href") for each in drawn.iter(f"{SVG}a")]
    assert links.count("#nam") == 1  # the step from which it goes on is the value that is drawn already
    assert [each.get("fill-opacity") for each in drawn.iter(f"{SVG}path")].count(".13") == 1


def test_courses_are_told_apart_without_colour() -> None:
    paths = tuple(course(style, (2024, "5", None, None), (2025, str(5 + style), None, None)) for style in range(8))
    drawn = draw(chart(lines=(), courses=paths), number)
    lines = set(re.findall(r'stroke-width="2"( stroke-dasharray="[^"]+")?/>', drawn))
    shapes = {
        re.sub(r"-?[0-9.]+", "0", each)
        for style in range(8)
        for each in re.findall(r'(?:circle|d)="?[^"]*', key(style))
    }
    assert len(lines) == 8
    assert len(shapes) >= 6
    assert "fill-opacity" not in drawn


def test_a_chart_of_courses_alone_is_drawn() -> None:
    lonely = chart(lines=(), courses=(course(0, (2024, "5", None, None), (2025, "6", None, None), href=""),))
    assert not lonely.is_empty and not lonely.is_linked
    assert tree(draw(lonely, number)).get("role") == "img"
