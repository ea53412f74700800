"""Groups in which what stands now stood on an earlier day too, told without weighing anything.

What stands is the best of all that is placed. Where it was known on the day, it was the best of what was known then as
well, for that is a part of what is placed now: unless another order held then, or another source of the same text
counted, which is not placed beside it. Such groups are left to be weighed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from django.db.models import Q, QuerySet

from camket.server.registry.models import Document, Placement, Standing
from camket.server.registry.models.series import NO_FIRST
from camket.server.registry.placing import Group
from camket.server.registry.ready import Given, Row, ready
from camket.server.registry.weighing import parts

Known = Callable[[Sequence[int]], list[Row]]


def lasting(
    known: Known, groups: Collection[Group], changed: QuerySet[Document], preferred: Collection[bytes]
) -> set[Group]:
    """Those of some groups whose value is the one that it was.

    Args:
        known: tells which of some placements counted on the day and count in the same way now, for whoever asks.
        groups: of which.
        changed: the papers that came, were opened, corrected or judged since.
        preferred: the mentions that were preferred since, or are preferred no more.
    """
    stands = _standing(groups)
    found = {stands[key] for part in parts(sorted(stands)) for (key,) in known(part)}
    return found - _unsure(found, changed, preferred) if found else found


def _standing(groups: Collection[Group]) -> dict[int, Group]:
    """Groups by the placement that stands in them."""
    wanted = set(groups)
    near = _near.given(series={each.series for each in groups}, lasts={each.last for each in groups})
    return {
        key: group
        for key, series, klass, first, last in near()
        if (group := Group(series, klass, None if first == NO_FIRST else first, last)) in wanted
    }


@ready
def _near() -> QuerySet[Any, Any]:
    rows = Standing.objects.filter(series__in=Given("series"), last__in=Given("lasts"))
    return rows.values_list("placement", "series", "klass", "first", "last")


def _unsure(groups: Collection[Group], changed: QuerySet[Document], preferred: Collection[bytes]) -> set[Group]:
    """The groups in which another source of a text counts since, or where another figure is preferred since."""
    asked = []
    copies = Document.objects.filter(Q(id__in=changed) | Q(stands_for__in=changed), stands_for__isnull=False)
    if numbers := list(copies.values_list("id", flat=True)):
        asked.append(Q(fact__document__in=numbers))
    if preferred:
        asked += [Q(fact__mention__in=preferred), Q(loose__mention__in=preferred)]
    return {group for each in asked for group in _groups(each, groups)}


def _groups(asked: Q, groups: Collection[Group]) -> Iterator[Group]:
    rows = Placement.objects.filter(asked, series__in={each.series for each in groups})
    for series, klass, first, last in rows.values_list("series", "klass", "first", "last").distinct():
        if series is not None and last is not None:
            yield Group(series, klass, first, last)
