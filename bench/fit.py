"""Fit the weights of confidence on annotated papers: a logistic regression, by gradients, in plain Python."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bench.calibration import KIND
from bench.gold import Paper
from bench.scoring import LEVELS, paired
from camket.extract.confidence import Weights, chance

_FEWEST = 10
"""Figures that must show a trait for it to be weighed."""
_ROUNDS, _STEP, _PULL = 300, 0.3, 1.0
"""Rounds of the descent, its step, and the pull of every weight towards nothing."""


class Shown(NamedTuple):
    """The traits of a figure found, and whether it is complete and right."""

    traits: tuple[str, ...]
    right: bool


def shown(papers: Sequence[Paper]) -> list[Shown]:
    """What the figures of the papers show; only papers whose figures were annotated count."""
    return [one for paper in papers if KIND in paper.gold for one in _shown(paper)]


def _shown(paper: Paper) -> Iterator[Shown]:
    pairs = paired(KIND, paper.gold[KIND], paper.found[KIND])
    right = {id(pair.found) for pair in pairs if pair.depth == len(LEVELS[KIND])}
    for figure, traits in zip(paper.found[KIND], paper.traits, strict=True):
        yield Shown(traits, id(figure) in right)


def fit(figures: Sequence[Shown]) -> Weights:
    """The weights under which the figures' being right or wrong is likeliest, drawn towards nothing."""
    counted = Counter(trait for one in figures for trait in one.traits)
    names = sorted(trait for trait, count in counted.items() if count >= _FEWEST)
    weights = dict.fromkeys(names, 0.0)
    bias, of_bias = 0.0, 1e-3
    so_far = dict.fromkeys(names, 1e-3)
    for _ in range(_ROUNDS):
        slope = {name: -_PULL * weight for name, weight in weights.items()}
        rise = 0.0
        for one in figures:
            error = one.right - chance(bias + sum(weights.get(trait, 0.0) for trait in one.traits))
            rise += error
            for trait in one.traits:
                if trait in slope:
                    slope[trait] += error
        for name, value in slope.items():
            so_far[name] += value * value
            weights[name] += _STEP * value / math.sqrt(so_far[name])
        of_bias += rise * rise
        bias += _STEP * rise / math.sqrt(of_bias)
    return Weights(bias=round(bias, 2), traits={name: round(weight, 2) for name, weight in weights.items()})


def weight_lines(weights: Weights) -> list[str]:
    """The weights as the file of the product holds them."""
    lines = [f'bias: "{weights.bias}"', "traits:"]
    return [*lines, *(f'  "{name}": "{weight}"' for name, weight in sorted(weights.traits.items()))]
