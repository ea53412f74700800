"""The best statement of groups, found by the narrow columns of placements: only what may be the best is read whole."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import TypeVar

from django.db.models import Case, F, QuerySet, Value, When, Window
from django.db.models.functions import Rank

from camket.model.series import Statement
from camket.registry.policy import VINTAGES, choose
from camket.server.registry.models import Placement
from camket.server.registry.placing import CHUNK, Group
from camket.server.registry.preferred import is_preferred
from camket.server.registry.store import statements_by_key

_GROUP = ("series", "klass", "first", "last")
_OFFICIAL = Case(When(vintage=VINTAGES["official"], then=Value(1)), default=Value(0))
_ORDER = (
    _OFFICIAL.desc(), F("preferred").desc(), F("vintage").desc(), F("rank").desc(), F("exact").desc(),
    F("confidence").desc(), F("published").desc(nulls_last=True),
)  # fmt: skip
"""What the policy weighs, in its order, but for the mention."""
_Row = TypeVar("_Row")
_Key = TypeVar("_Key")


def weighed(
    placements: QuerySet[Placement], groups: Collection[Group], known_on: date | None = None
) -> dict[Group, tuple[int, ...]]:
    """By group the placements of which none is better than another, in their order; of groups without any nothing.

    Args:
        placements: where to look.
        groups: of which.
        known_on: the day whose preferences hold; today's without one.
    """
    best: dict[Group, list[int]] = {}
    for part in parts(sorted(groups, key=lambda each: (each.series, each.last))):
        rows = placements.annotate(preferred=is_preferred(known_on)).filter(
            series__in={each.series for each in part}, last__in={each.last for each in part}
        )
        ranked = rows.annotate(place=Window(Rank(), partition_by=[F(name) for name in _GROUP], order_by=_ORDER))
        wanted = set(part)
        for key, *group in ranked.filter(place=1).order_by("id").values_list("id", *_GROUP):
            if (found := Group(*group)) in wanted:
                best.setdefault(found, []).append(key)
    return {group: tuple(keys) for group, keys in best.items()}


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
