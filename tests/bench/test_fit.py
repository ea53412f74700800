"""The weights of confidence are those under which the papers are likeliest."""

import math

import pytest
from bench.fit import Shown, fit, shown, weight_lines
from bench.gold import Paper

from camket import plain_yaml
from camket.extract.confidence import Weights, chance


def many(traits: tuple[str, ...], right: int, wrong: int) -> list[Shown]:
    return [Shown(traits, True)] * right + [Shown(traits, False)] * wrong


def test_a_trait_weighs_what_it_tells() -> None:
    weights = fit([*many(("sure",), 900, 100), *many(("unsure",), 300, 700)])
    for trait, share in (("sure", 0.9), ("unsure", 0.3)):
        assert chance(weights.bias + weights.traits[trait]) == pytest.approx(share, abs=0.01)


def test_a_trait_that_few_figures_show_weighs_nothing() -> None:
    assert fit([*many(("often",), 20, 20), *many(("often", "seldom"), 9, 0)]).traits.keys() == {"often"}


def test_few_figures_weigh_less_than_many() -> None:
    few, more = (fit([*many(("a",), 10 * n, 0), *many(("b",), 10 * n, 10 * n)]).traits["a"] for n in (1, 20))
    assert 0 < few < more


def test_a_chance_stays_one_for_any_odds() -> None:
    assert chance(0.0) == 0.5
    assert 0 < chance(-1e9) < chance(1e9) < 1
    assert chance(math.log(19)) == pytest.approx(0.95)


def test_a_figure_that_nobody_annotated_is_wrong() -> None:
    figure = {
        "start": 0, "end": 4, "quote": "6,9%", "indicator": "grdp", "value": 6.9, "unit": "percent",
        "comparator": "eq", "measure": "growth", "role": "actual", "period": "2021", "area": "Bắc Ninh",
    }  # fmt: skip
    other = {**figure, "start": 50, "end": 54}
    paper = Paper("a", "", {"figures": [figure]}, {"figures": [figure, other]}, (("table",), ("opens",)))
    unannotated = Paper("b", "", {"tallies": []}, {"figures": [figure]}, (("table",),))
    assert shown([paper, unannotated]) == [Shown(("table",), True), Shown(("opens",), False)]


def test_the_weights_are_printed_as_the_file_holds_them() -> None:
    loaded = plain_yaml.load("\n".join(weight_lines(Weights(bias=0.5, traits={"table": 1.25, "opens": -0.1}))))
    assert loaded == {"bias": "0.5", "traits": {"opens": "-0.1", "table": "1.25"}}
