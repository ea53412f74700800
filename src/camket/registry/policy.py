"""Which of several statements of one series and period stands. The written policy, version 1.

In this order: the later vintage; the source nearer to the indicator's owner; an exact number before an approximate one;
the surer reading; the later publication; the lower mention id, which means nothing but makes the choice lasting.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from camket.model.fact import Role, Vintage
from camket.model.message import Message, message
from camket.model.series import Standing, Statement
from camket.rules.numeral.item import show

VERSION = 1

VINTAGES: dict[Vintage | Role, int] = {
    "official": 6,
    "preliminary": 5,
    "actual": 4,
    "estimate_2": 3,
    "estimate_1": 2,
    "estimate": 2,
}
"""Releases in the order of law. Where only `actual` is known it stands between the estimates and what follows them."""


class _Merit(NamedTuple):
    """What the policy weighs, smaller is better; the names are those of the reasons."""

    vintage: int
    source: int
    exact: bool
    confidence: float
    later: int
    mention: str


def vintage_rank(statement: Statement) -> int:
    """The release that a statement belongs to. An `actual` said before its period was over is an estimate."""
    figure, published, period = statement.figure, statement.source.published, statement.period
    if figure.vintage is not None:
        return VINTAGES[figure.vintage]
    early = published is not None and period is not None and period.relation == "during" and published <= period.last
    return VINTAGES["estimate" if early else figure.role] if figure.role in VINTAGES else 0


def choose(statements: Iterable[Statement]) -> Standing:
    """The statement that stands, with its rivals and what decided against each.

    Args:
        statements: of one series, period and class (actual or target); at least one.
    """
    held = list(statements)
    if len(held) == 1:
        return Standing(statement=held[0], policy=VERSION)
    first, *rivals = sorted(held, key=_merit)
    return Standing(
        statement=first,
        rivals=tuple(rivals),
        reasons=tuple(_reason(first, rival) for rival in rivals),
        policy=VERSION,
    )


def _merit(statement: Statement) -> _Merit:
    published = statement.source.published
    return _Merit(
        vintage=-vintage_rank(statement),
        source=-statement.rank,
        exact=statement.figure.comparator != "eq",
        confidence=-statement.figure.confidence,
        later=-published.toordinal() if published is not None else 0,
        mention=statement.id,
    )


def _reason(standing: Statement, rival: Statement) -> Message:
    better, worse = _merit(standing), _merit(rival)
    decided = next((name for name in _Merit._fields if getattr(better, name) != getattr(worse, name)), "mention")
    return message(
        f"registry.{decided}",
        value=show(standing.figure.value),
        source=standing.source.document,
        rival=show(rival.figure.value),
        rival_source=rival.source.document,
    )
