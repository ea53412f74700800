"""Confidence beside what came of it: bands, intervals, the summary and the picture."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from bench.calibration import Judged, bands, calibration_lines, judged, mean_error, name, wilson
from bench.gold import Paper
from bench.picture import calibration_svg

SVG = "{http://www.w3.org/2000/svg}"
MIXED = [
    *(Judged(0.95, right) for right in (True,) * 9 + (False,)),
    *(Judged(0.7, right) for right in (True, False, False, False)),
    Judged(0.3, False),
]


@pytest.mark.parametrize(
    ("confidence", "band"),
    [(0.0, "< 0.5"), (0.49, "< 0.5"), (0.5, "0.5 - 0.6"), (0.79, "0.7 - 0.8"), (0.9, "0.9 - 1.0"), (1.0, "0.9 - 1.0")],
)
def test_an_edge_belongs_to_the_band_above_it_and_one_to_the_last(confidence: float, band: str) -> None:
    assert [name(one) for one in bands([Judged(confidence, True)]) if one.figures] == [band]


def test_bands_hold_counts_means_and_shares() -> None:
    found = {name(one): (one.figures, one.right, one.mean, one.share) for one in bands(MIXED)}
    assert found["0.9 - 1.0"] == pytest.approx((10, 9, 0.95, 0.9))
    assert found["0.7 - 0.8"] == pytest.approx((4, 1, 0.7, 0.25))
    assert found["0.8 - 0.9"] == pytest.approx((0, 0, 0.85, 0.0))


@pytest.mark.parametrize(  # the values of Newcombe (1998), table I
    ("right", "figures", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_is_that_of_wilson(right: int, figures: int, low: float, high: float) -> None:
    assert wilson(right, figures) == pytest.approx((low, high), abs=5e-5)


def test_of_nothing_nothing_is_known() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    assert wilson(7, 7)[1] == 1.0


def test_the_mean_error_weighs_bands_by_their_figures() -> None:
    assert mean_error(MIXED) == pytest.approx((10 * 0.05 + 4 * 0.45 + 1 * 0.3) / 15)
    assert mean_error([]) == 0.0


@pytest.mark.parametrize(
    ("sure", "right", "others", "verdict"),
    [(40, 38, 60, "reached"), (39, 39, 61, "not reached"), (40, 37, 60, "not reached"), (0, 0, 3, "not reached")],
)
def test_the_summary_asks_for_enough_sure_figures_and_few_wrong_ones(
    sure: int, right: int, others: int, verdict: str
) -> None:
    figures = [Judged(0.9, number < right) for number in range(sure)] + [Judged(0.5, True)] * others
    summary = calibration_lines(figures)[-2]
    assert summary.startswith(f"given 0.9 or more: {sure} of {sure + others} (")
    assert summary.endswith(f"wanted 40% and 95%: {verdict}")


def test_a_figure_is_right_when_it_is_complete_and_wrong_when_nobody_annotated_it() -> None:
    def figure(start: int, **fields: object) -> dict[str, object]:
        return {
            "start": start, "end": start + 4, "quote": "6,9%", "indicator": "grdp", "value": 6.9, "unit": "percent",
            "comparator": "eq", "measure": "growth", "role": "actual", "period": "2021", "area": "Bắc Ninh",
            "confidence": 0.8, **fields,
        }  # fmt: skip

    found = [figure(0), figure(10, period="2020"), figure(50, confidence=0.6)]
    paper = Paper("a", "", {"figures": [figure(0), figure(10)]}, {"figures": found})
    unannotated = Paper("b", "", {"tallies": []}, {"figures": found})
    assert judged([paper, unannotated]) == [Judged(0.8, True), Judged(0.8, False), Judged(0.6, False)]


def test_the_picture_has_a_point_for_each_band_that_has_figures() -> None:
    picture = ElementTree.fromstring(calibration_svg(MIXED, papers=3))  # noqa: S314 - our own text
    points = [(float(one.attrib["cx"]), float(one.attrib["cy"])) for one in picture.iter(f"{SVG}circle")]
    told = [one.text for group in picture.iter(f"{SVG}g") for one in group.iter(f"{SVG}title")]
    assert told == ["< 0.5: 0 of 1 right", "0.7 - 0.8: 1 of 4 right", "0.9 - 1.0: 9 of 10 right"]
    assert points == sorted(points)
    assert points[-1][1] < points[1][1] < points[0][1]  # more right is higher up
    words = {one.text for one in picture.iter(f"{SVG}text")}
    assert {"10", "4", "1"} <= words
    assert any(text.startswith("15 figures of 3 papers") for text in words if text)


def test_an_empty_picture_is_a_picture() -> None:
    assert not list(ElementTree.fromstring(calibration_svg([], papers=0)).iter(f"{SVG}circle"))  # noqa: S314
