"""The best statement of groups, found by the narrow columns of placements: only what may be the best is read whole."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any, TypeVar

from django.db.models import Case, F, QuerySet, Value, When, Window
from django.db.models.functions import Rank

from camket.model.series import Statement
from camket.registry.policy import VINTAGES, choose
from camket.server.registry.models import Placement
from camket.server.registry.placing import CHUNK, Group
from camket.server.registry.preferred import is_preferred
from camket.server.registry.ready import Given, Row
from camket.server.registry.store import statements_by_key

_GROUP = ("series", "klass", "first", "last")
_OFFICIAL = Case(When(vintage=VINTAGES["official"], then=Value(1)), default=Value(0))
_ORDER = (
    _OFFICIAL.desc(), F("preferred").desc(), F("vintage").desc(), F("rank").desc(), F("exact").desc(),
    F("confidence").desc(), F("published").desc(nulls_last=True),
)  # fmt: skip
"""What the policy weighs, in its order, but for the mention."""
First = Callable[[set[int], set[date]], list[Row]]
_Row = TypeVar("_Row")
_Key = TypeVar("_Key")


def weighed(first: First, groups: Collection[Group]) -> dict[Group, tuple[int, ...]]:
    """By group the placements of which none is better than another, in their order; of groups without any nothing.

    Args:
        first: asks `first_of` for some series and last days.
        groups: of which.
    """
    best: dict[Group, list[int]] = {}
    for part in parts(sorted(groups, key=lambda each: (each.series, each.last))):
        wanted = set(part)
        for key, *group in first({each.series for each in part}, {each.last for each in part}):
            if (found := Group(*group)) in wanted:
                best.setdefault(found, []).append(key)
    return {group: tuple(keys) for group, keys in best.items()}


def first_of(placements: QuerySet[Placement], known_on: date | None = None) -> QuerySet[Any, Any]:
    """The question for the placements of which none in their group is better, with their groups.

    Given are `series` and `lasts`, the series and last days that are looked at.

    Args:
        placements: where to look.
        known_on: the day whose preferences hold; today's without one.
    """
    near = placements.filter(series__in=Given("series"), last__in=Given("lasts"))
    rows = near.annotate(preferred=is_preferred(known_on))
    ranked = rows.annotate(place=Window(Rank(), partition_by=[F(name) for name in _GROUP], order_by=_ORDER))
    return ranked.filter(place=1).order_by("id").values_list("id", *_GROUP)


def chosen_of(*bests: Mapping[_Key, Sequence[int]]) -> tuple[dict[_Key, Statement], ...]:
    """By group, or what else they are of, the statement that the policy chooses among those of which none is better.

    Args:
        bests: what `weighed` gave, of several views: what they have in common is read once.
    """
    found: dict[int, Statement] = {}
    for part in parts(sorted({key for best in bests for keys in best.values() for key in keys})):
        found.update(statements_by_key(part))
    return tuple({group: _chosen([found[key] for key in keys]) for group, keys in best.items()} for best in bests)


def _chosen(alike: Sequence[Statement]) -> Statement:
    return alike[0] if len(alike) == 1 else choose(alike).statement


def parts(held: Iterable[_Row], size: int = CHUNK) -> Iterator[list[_Row]]:
    """Rows some at a time, as many as one question can name."""
    rows = iter(held)
    while part := list(islice(rows, size)):
        yield part
