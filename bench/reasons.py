"""What each rule, each reason and each attribute of a figure is worth: how often such figures are complete and right.

It is what the weights of confidence are to be set from; the product does not use it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from bench.calibration import KIND, wilson
from bench.gold import Paper
from bench.scoring import FIGURE_ATTRIBUTES, LEVELS, paired

_FIELDS = ("unit", "measure", "role", "comparator", "period_stated")
_WAYS = ("indicator", "role", "period")
_FEWEST = 3
"""Figures that a joining of ways must have to be shown: there are many, most of them seldom."""


class Evidence(NamedTuple):
    """A figure found, whether it is complete and right, and which attributes are; none where no figure is there."""

    figure: Mapping[str, Any]
    right: bool
    attributes: Mapping[str, bool] | None


class Worth(NamedTuple):
    """Of the figures that have something in common: how many, how many right, and of each attribute the share right."""

    what: str
    figures: int
    right: int
    attributes: Mapping[str, float]

    @property
    def share(self) -> float:
        """Of the figures those that are complete and right."""
        return self.right / self.figures


def evidence(read: Iterable[Paper]) -> list[Evidence]:
    """Every figure found in papers whose figures were annotated."""
    found = []
    for paper in read:
        if KIND not in paper.gold:
            continue
        pairs = {id(pair.found): pair for pair in paired(KIND, paper.gold[KIND], paper.found[KIND])}
        for figure in paper.found[KIND]:
            pair = pairs.get(id(figure))
            agrees = {name: test(pair.gold, figure) for name, test in FIGURE_ATTRIBUTES.items()} if pair else None
            found.append(Evidence(figure, pair is not None and pair.depth == len(LEVELS[KIND]), agrees))
    return found


def traits(figure: Mapping[str, Any]) -> Iterator[str]:
    """What a figure may have in common with others."""
    codes = [reason["code"] for reason in figure["reasons"]]
    yield f"rule {figure['rule']}"
    yield from dict.fromkeys(codes)
    yield "ways " + " + ".join(_way(codes, kind) for kind in _WAYS)
    for field in _FIELDS:
        yield f"{field} {str(figure[field]).split(':')[0]}"
    yield f"period {_form(figure['period'])}"
    yield f"area {'known' if figure['area'] else 'none'}"
    yield f"indicator {'of the catalogue' if not figure['indicator'].startswith('other:') else 'other:'}"


def _way(codes: Sequence[str], attribute: str) -> str:
    """How an attribute was found, by the first reason that tells."""
    return next((code.rpartition(".")[2] for code in codes if f".{attribute}." in code), "-")


def _form(period: str | None) -> str:
    """What kind of time it is: a year, a part of one, years, a deadline, a point in time."""
    if period is None:
        return "none"
    if ":" in period:
        return period.partition(":")[0]
    return "years" if "/" in period and "-" not in period else "year" if len(period) == 4 else "part of a year"


def worths(found: Iterable[Evidence]) -> list[Worth]:
    """Every trait with what it is worth, in the order of its kind, the most frequent first."""
    groups: dict[str, list[Evidence]] = defaultdict(list)
    for one in found:
        for trait in traits(one.figure):
            groups[trait].append(one)
    made = [
        _worth(trait, group)
        for trait, group in groups.items()
        if len(group) >= _FEWEST or not trait.startswith("ways ")
    ]
    return sorted(made, key=lambda one: (_kind(one.what), -one.figures, one.what))


def _worth(trait: str, group: Sequence[Evidence]) -> Worth:
    known = [one.attributes for one in group if one.attributes is not None]
    shares = {name: sum(each[name] for each in known) / len(known) for name in FIGURE_ATTRIBUTES} if known else {}
    return Worth(trait, len(group), sum(one.right for one in group), shares)


def _kind(trait: str) -> str:
    return trait.rpartition(".")[0] or trait.split(" ")[0]


def reason_lines(found: Sequence[Evidence]) -> list[str]:
    """A row for each trait: figures, the share right with its interval, and the share right of each attribute.

    An attribute is looked at only where the annotation has a figure with that quantity.
    """
    heads = "".join(f"{name:>11}" for name in FIGURE_ATTRIBUTES)
    lines = [f"{'what a reason is worth':52}{'figures':>8}{'right':>7}{'95 %':>13}{heads}"]
    last = ""
    for one in worths(found):
        if _kind(one.what) != last:
            last = _kind(one.what)
            lines.append("")
        low, high = wilson(one.right, one.figures)
        shares = "".join(
            f"{one.attributes[name]:11.0%}" if one.attributes else f"{'-':>11}" for name in FIGURE_ATTRIBUTES
        )
        lines.append(f"{one.what:52}{one.figures:8}{one.share:7.0%}{f'{low:.0%} - {high:.0%}':>13}{shares}")
    return lines
